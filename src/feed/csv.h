/* CSV as people really have it: RFC 4180, or ";" and Windows-1252 as French
 * Excel writes it, UTF-8 with or without a byte order mark, CRLF or LF. */
#ifndef FEED_CSV_H
#define FEED_CSV_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

#define CSV_ROWS_MAX 50000
#define CSV_COLUMNS_MAX 400

struct csv {
	int columns;
	const char **header; /* trimmed */
	int rows;
	struct csv_row {
		int line;           /* of the file, 1 for the first */
		const char **cell;  /* `columns` of them, trimmed, "" when absent */
		const char *raw;    /* the row as CSV again, for the file of skipped rows */
	} *row;
};

/* False with one sentence. */
bool csv_read(struct arena *a, const char *bytes, size_t n, struct csv *ret, char error[256]);

/* The column whose folded header is one of these folded names, or -1. */
int csv_column(struct arena *a, const struct csv *c, const char *const *names);

/* A cell quoted for writing, formulas (= + - @) made harmless. */
const char *csv_quote(struct arena *a, const char *text);

#endif
