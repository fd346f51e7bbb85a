/* What passed to a new person in charge, on the page of what they look after. */
#ifndef PAGES_PASSING_H
#define PAGES_PASSING_H

#include "web/parts.h"

/* passed: text, items (templates/passed.html), in the first days and until it was
 * seen; nothing otherwise. */
void passage_view(struct req *r, struct view *v, const struct kind *k, const void *rec);

#endif
