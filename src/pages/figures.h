/* The figures of a client, as its page says them: what was promised and done, by us and
 * by them, and who knew first.  What was corrected or noted afterwards stands beside (E11). */
#ifndef PAGES_FIGURES_H
#define PAGES_FIGURES_H

#include "web/parts.h"

/* say_do and told_first; absent when there is nothing to count. */
void figures_view(struct req *r, struct view *v, int64_t client);

#endif
