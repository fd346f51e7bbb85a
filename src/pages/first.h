/* The first hour in an empty firm: what to do next, from what there is. */
#ifndef PAGES_FIRST_H
#define PAGES_FIRST_H

#include "web/parts.h"

/* first (templates/first.html): the steps from a first client to a first agreement, the
 * next of them with its door; nothing once one was sent, or when there are many clients. */
void first_view(struct req *r, struct view *v);

#endif
