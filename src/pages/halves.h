/* The two halves of an entente on the page of its mandate: the service, with its
 * milestones, and the framework, with its whys; and what the firm's library has
 * beside (T4, T7, T8, T9). */
#ifndef PAGES_HALVES_H
#define PAGES_HALVES_H

#include "rules/conditions.h"
#include "web/parts.h"

const char *owed_text(struct req *r, const struct term *t); /* "from the client" */
/* "8 working days’ notice", "2 at most"; NULL: nothing to count. */
const char *measure_text(struct req *r, const struct term *t);

/* templates/halves.html */
void halves_view(struct req *r, struct view *v, const struct mandate *m, const struct conditions *c);

#endif
