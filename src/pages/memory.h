/* What people remember (E9, P4): how they said they were treated, the last time
 * they were let down, and how that was repaired. */
#ifndef PAGES_MEMORY_H
#define PAGES_MEMORY_H

#include "web/parts.h"

/* has_memory and memory: felt {text}, let_down {text,url}, way, repair; absent when
 * the client never said anything. */
void memory_view(struct req *r, struct view *v, int64_t client);

#endif
