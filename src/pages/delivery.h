/* What left for the client, as it is said: who has it, when it leaves, whose address
 * refused it; with the way to send it again, or to take it back (conversation 15). */
#ifndef PAGES_DELIVERY_H
#define PAGES_DELIVERY_H

#include "rules/writing.h"
#include "web/parts.h"

/* delivery: templates/delivery.html; none of what was not sent. */
void delivery_view(struct req *r, struct view *v, const struct kind *k, const void *rec);
/* The same in a line: "Noémie: left at 2:54 pm".  NULL once it is an old story. */
const char *delivery_text(struct req *r, const struct kind *k, const void *rec);

/* readers: whom {name,url}, fate, why: how the letters fared about what has no delivery of
 * its own (a decision).  False: there are none. */
bool letters_view(struct req *r, struct view *v, const struct kind *k, int64_t id);
/* late: text, url: letters of that sender, or to that client's people, that should have
 * left (0: whoever).  False: there are none. */
bool late_letters_view(struct req *r, struct view *v, int64_t client, int64_t sender);

/* answer, or nobody: templates/answer-form.html.  `to` is what it answers; NULL: nothing. */
void answer_view(struct req *r, struct view *v, int64_t client_id, const struct exchange *to);

#endif
