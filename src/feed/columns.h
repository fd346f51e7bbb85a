/* Columns of a table, found by the names that programs give them. */
#ifndef FEED_COLUMNS_H
#define FEED_COLUMNS_H

#include "feed/csv.h"

#define COLUMNS_MAX 16 /* of one field in one file; more are passed over */

struct columns { /* all those of one field, the most telling first */
	int n, at[COLUMNS_MAX];
};

/* names: headers as text_fold makes them, ending with NULL. */
struct columns columns_find(const struct csv *c, const char *const *names);
bool columns_are_named(const char *const *names, const char *folded);
/* … of one of these headers at least. */
bool columns_any(const char *const *names, const char *const *folded, int columns);
/* The first of them that says something in this row, or NULL. */
const char *columns_cell(const struct columns *columns, const struct csv_row *row);

#endif
