/* What somebody typed in a form that was not taken is never lost (conversation 17.6):
 * the answer holds the form again, by the rows it was drawn from, without a script.
 *
 * One that somebody sent whose session was over is carried through the log-in, and
 * offered again by whoever then stands there: shown, never sent by itself.  Passwords
 * are carried nowhere; nothing is that another site sent. */
#ifndef WEB_TYPED_H
#define WEB_TYPED_H

#include "web/app.h"

/* The query of a door's address whose form carries another one. */
#define COMES_ALONG "avec"
#include "web/view.h"

/* typed (templates/typed.html): what r->form holds, with what was refused beside it;
 * nothing when no form of a record's was sent.  why NULL: offered again. */
void typed_view(struct req *r, struct view *v, const struct refusal *why);

/* carried (templates/carried.html): this request's form, or what it carries already. */
void carried_view(struct req *r, struct view *v);
/* Whoever has just come in is shown what was carried; false: nothing was. */
bool carried_again(struct req *r);

/* What a form opened on: "due=1f0c22a7;text=…", a few letters that tell each text from
 * another.  What comes back as it was is no change of whoever sends it. */
const char *texts_digest(struct arena *a, const json_t *texts);
/* Whether the text of that name is still what the form opened on. */
bool text_is_as_opened(struct req *r, const char *digest, const char *name, const char *text);
/* The lines of a text in order, for a list in which order says nothing. */
const char *lines_sorted(struct arena *a, const char *text);

#endif
