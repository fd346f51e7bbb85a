/* The pages of the client's space.  One of us may look at them through the
 * client's eyes (?client_id=): the same words, no answer, no trace. */
#ifndef PORTAL_SPACE_H
#define PORTAL_SPACE_H

#include "rules/portal.h"
#include "web/parts.h"

/* ---- the site map's rows --------------------------------------------------------- */

handler page_portal, page_portal_writing, page_portal_decision, page_portal_say, page_portal_entente,
    page_portal_me, page_portal_write, page_portal_talk, page_portal_answer, api_portal;

/* Which looks leave a mark, and the mark (app.h). */
bool portal_marks(struct req *r);
bool portal_writing_marks(struct req *r);
bool portal_answer_marks(struct req *r);
bool portal_api_marks(struct req *r);
bool talk_marks(struct req *r);
bool promises_marks(struct req *r);
handler portal_mark, portal_writing_mark, portal_answer_mark, portal_api_mark, talk_mark, promises_mark;

/* ---- what the pages share ----------------------------------------------------------- */

/* The frame of a page, with the reader's own eyes in r->c from here on; `title` is
 * an English sentence, `at` the place that is open (templates/portal-frame.html).
 * NULL: answered already, they may not read this. */
struct view *portal_begin(struct req *r, const char *title, const char *at);
/* … for a page of one record, which a letter's narrow session may open too. */
struct view *portal_begin_narrow(struct req *r, const char *title, const char *at);

/* One sentence and the way back, with what they had written. */
void portal_refusal(struct req *r, const struct refusal *why, const char *sentence);

/* A record as they may read it: the same that the API answers. */
json_t *as_read(struct req *r, const struct kind *k, const void *rec);
/* One promise, and what they may do with it (templates/portal-promise.html). */
void promise_view(struct req *r, struct view *v, const struct promise *p);
/* The first letter of a name. */
const char *name_initial(struct req *r, const char *name);
/* Who can be reached, and how. */
void person_view(struct req *r, struct view *v, const struct person *p, bool cover);

#endif
