/* CSV as people really have it: RFC 4180, or ";" and Windows-1252 as French
 * Excel writes it, a Mac's or DOS's letters, UTF-8 with or without a byte order
 * mark, UTF-16, any line ends, "sep=;" and a title above the table. */
#ifndef FEED_CSV_H
#define FEED_CSV_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

#define CSV_ROWS_MAX 50000
#define CSV_COLUMNS_MAX 400
#define CSV_CELLS_MAX 2000000 /* columns times rows */

struct csv_row {
	int line;            /* of the file, 1 for the first */
	const char **cell;   /* as many as columns, trimmed, "" when absent */
	const char *raw;     /* the row as it stood, in UTF-8, for the file of skipped rows */
	const char *why_not; /* set: its cells are not to be trusted; English, for tr() */
};

struct csv {
	int columns;
	int header_line;        /* of the file */
	int passed_over;        /* lines with something in them above it */
	const char **header;    /* trimmed */
	const char **folded;    /* the header as text_fold makes it, to find a column by */
	const char *header_raw; /* as it stood, to head the file of skipped rows */
	char delimiter;         /* between its cells */
	int rows;               /* those with nothing in them are passed over */
	struct csv_row *row;
};

/* How a file is read. */
struct csv_way {
	const char *encoding; /* of what is not UTF-8; NULL: it is guessed */
	/* How many columns a row names, by its cells as text_fold makes them: the first row that
	 * names two heads the table, else the first that is one name; else, or when this is NULL,
	 * the first row. */
	int (*heads)(const char *const *folded, int columns);
};

/* False with one sentence in English, for tr(). */
bool csv_read(struct arena *a, const char *bytes, size_t n, const struct csv_way *way, struct csv *ret,
    char error[256]);

/* A cell quoted for writing, formulas (= + - @) made harmless. */
const char *csv_quote(struct arena *a, const char *text);

#endif
