/* Records found by their words (GET /search): an index that is filled behind the changes. */
#ifndef RECORD_SEARCH_H
#define RECORD_SEARCH_H

#include "record/kind.h"

struct hit {
	const struct kind *kind;
	int64_t id;
};
/* Names first, then the most recent; *ret_next continues. */
int search(struct ctx *c, const char *query, int64_t before, int limit, struct hit *ret, int64_t *ret_next);
/* Notes what changed, for the index. */
void search_note(struct ctx *c, const struct kind *k, const void *before, const void *rec);
/* Puts what waits into the index; true while more waits. */
bool search_catch_up(struct db *db, struct arena *a, int most);
bool search_waits(struct db *db);

#endif
