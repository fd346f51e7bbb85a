/* How a promise is shown in the lists of other pages. */
#ifndef PAGES_PROMISES_H
#define PAGES_PROMISES_H

#include "web/parts.h"

/* "kept Monday 1 March"; NULL: it is open, and nothing was said of it. */
const char *promise_stands(struct req *r, const struct promise *p);
/* One more of a list: text, url, due_text, by, and whether it is open or done. */
struct view *promise_item(struct req *r, struct view *list, const struct promise *p);

#endif
