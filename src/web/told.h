/* What was just done, said once on the page where one of us lands, with the button that
 * takes it back where an action does that and its guards agree (conversation 17.6).  It
 * travels in the address, "?fait=promise.done:17", and does nothing but say so. */
#ifndef WEB_TOLD_H
#define WEB_TOLD_H

#include "web/app.h"
#include "web/view.h"

/* The path, saying that `verb` was done to that record of the kind; id 0: it is gone.
 * k NULL: to no record. */
const char *told_path(struct req *r, const char *path, const struct kind *k, const char *verb, int64_t id);
/* The path without it, where a form comes back to. */
const char *untold(struct arena *a, const char *path);
/* notice, and undo {action} (templates/head.html). */
void told_view(struct req *r, struct view *v);

#endif
