/* Columns of a table, found by name. */
#include "feed/columns.h"

#include <string.h>

#include "feed/reading.h"

struct columns columns_find(const struct csv *c, const char *const *names)
{
	struct columns found = {0};

	for (; *names; names++)
		for (int i = 0; i < c->columns && found.n < COLUMNS_MAX; i++)
			if (strcmp(c->folded[i], *names) == 0)
				found.at[found.n++] = i;
	return found;
}

bool columns_are_named(const char *const *names, const char *folded)
{
	for (; *names; names++)
		if (strcmp(folded, *names) == 0)
			return true;
	return false;
}

bool columns_any(const char *const *names, const char *const *folded, int columns)
{
	for (int i = 0; i < columns; i++)
		if (columns_are_named(names, folded[i]))
			return true;
	return false;
}

const char *columns_cell(const struct columns *columns, const struct csv_row *row)
{
	for (int i = 0; i < columns->n; i++)
		if (reading_says_something(row->cell[columns->at[i]]))
			return row->cell[columns->at[i]];
	return NULL;
}
