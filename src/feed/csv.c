/* CSV as people really have it.  libcsv knows the grammar and is handed one
 * line at a time, so that every row knows the line it began on and its own
 * bytes; decided here are the character set, the delimiter, and what to say of
 * a file or a row that cannot be right. */
#include "feed/csv.h"

#include <csv.h>
#include <stdio.h>
#include <string.h>

#include "base/lang.h"
#include "base/text.h"
#include "feed/charset.h"
#include "feed/reading.h"

#define CELL_BLOCK (16 * 1024) /* by so much libcsv grows the cell it reads */
#define TITLE_ROWS_MAX 20      /* above the header line */

struct reader {
	struct arena *a;
	struct csv_parser parser;
	struct lines lines;
	int columns; /* cells beyond are counted, not kept */

	/* The row being read. */
	const char *began; /* its first byte, NULL before */
	int line;
	const char *cell[CSV_COLUMNS_MAX];
	int cells;  /* found so far */
	int filled; /* up to the last that is not empty */
	bool ended;
};

static void take_cell(void *p, size_t n, void *reader)
{
	struct reader *r = reader;
	bool kept = r->cells < r->columns;
	const char *text = n && kept ? reading_cell(r->a, arena_strndup(r->a, p, n)) : "";

	if (kept)
		r->cell[r->cells] = text;
	r->cells++;
	if (*text || (n && !kept))
		r->filled = r->cells;
}

static void take_end(int c, void *reader)
{
	struct reader *r = reader;

	(void)c;
	r->ended = true;
}

static bool is_blank(const struct lines *l)
{
	for (size_t i = 0; i < l->n; i++)
		if (l->line[i] != ' ' && l->line[i] != '\t')
			return false;
	return true;
}

/* A file may end without a line end, a row may not. */
static void parse_line(struct reader *r)
{
	const struct lines *l = &r->lines;
	size_t n = (size_t)(l->at - l->line);

	csv_parse(&r->parser, l->line, n, take_cell, take_end, r);
	if (n == l->n)
		csv_parse(&r->parser, "\n", 1, take_cell, take_end, r);
}

/* False at the end of the file.  A row still not ended then has a quotation
 * mark that is never closed. */
static bool next_row(struct reader *r)
{
	r->began = NULL;
	r->cells = r->filled = 0;
	r->ended = false;
	while (!r->ended && reading_next_line(&r->lines)) {
		if (!r->began && is_blank(&r->lines))
			continue;
		if (!r->began) {
			r->began = r->lines.line;
			r->line = r->lines.number;
		}
		parse_line(r);
	}
	return r->began;
}

static const char *raw_row(const struct reader *r)
{
	return arena_strndup(r->a, r->began, (size_t)(r->lines.line + r->lines.n - r->began));
}

static const char **row_cells(const struct reader *r)
{
	const char **cell = ARENA_ARRAY(r->a, const char *, r->columns);

	for (int i = 0; i < r->columns; i++)
		cell[i] = i < r->cells ? r->cell[i] : "";
	return cell;
}

static const char **row_folded(const struct reader *r, const char **cell)
{
	const char **folded = ARENA_ARRAY(r->a, const char *, r->columns);

	for (int i = 0; i < r->columns; i++)
		folded[i] = text_fold(r->a, cell[i]);
	return folded;
}

/* NULL, or why the file cannot be read. */
static const char *read_header(struct reader *r, struct csv *c)
{
	if (!next_row(r) || !r->filled)
		return N_("This file has no header line.");
	if (!r->ended)
		return N_("A quotation mark in the header line is never closed.");
	if (r->filled > CSV_COLUMNS_MAX)
		return N_("This file has more than 400 columns.");
	c->header_line = r->line;
	c->columns = r->columns = r->filled;
	c->header = row_cells(r);
	c->header_raw = raw_row(r);
	c->folded = row_folded(r, c->header);
	return NULL;
}

static struct csv_row take_row(const struct reader *r)
{
	struct csv_row row = {.line = r->line, .cell = row_cells(r), .raw = raw_row(r)};

	if (!r->ended)
		row.why_not = N_("A quotation mark opened in this row is never closed.");
	else if (r->filled > r->columns)
		row.why_not = N_("This row has more cells than the header line.");
	return row;
}

static int count_lines(struct lines l)
{
	while (reading_next_line(&l))
		;
	return l.number;
}

static const char *read_rows(struct reader *r, struct csv *c)
{
	int lines = count_lines(r->lines);

	c->row = ARENA_ARRAY(r->a, struct csv_row, lines < CSV_ROWS_MAX ? lines : CSV_ROWS_MAX);
	while (next_row(r)) {
		if (r->ended && !r->filled)
			continue;
		if (c->rows == CSV_ROWS_MAX)
			return N_("This file has more than 50,000 rows: cut it into several.");
		if (c->rows * c->columns >= CSV_CELLS_MAX)
			return N_("This file has more than two million cells: cut it into several.");
		c->row[c->rows++] = take_row(r);
	}
	return NULL;
}

/* The one of , ; and tab that stands most often in the next line outside quotes. */
static char sniff_delimiter(const char *p, const char *end)
{
	static const char delimiters[] = ",;\t";
	int count[sizeof delimiters] = {0}, best = 0;
	bool quoted = false;

	while (p < end && strchr(" \t\r\n", *p))
		p++;
	for (; p < end && (quoted || !strchr("\r\n", *p)); p++) {
		const char *d = strchr(delimiters, *p);
		if (*p == '"')
			quoted = !quoted;
		else if (d && !quoted)
			count[d - delimiters]++;
	}
	for (int i = 1; delimiters[i]; i++)
		if (count[i] > count[best])
			best = i;
	return delimiters[best];
}

/* Excel's word for what stands between cells; 0: it does not say. */
static char take_separator(struct lines *at)
{
	struct lines l = *at;
	size_t skip = 0;

	if (!reading_next_line(&l))
		return '\0';
	skip = *l.line == '"';
	if (l.n < skip + 5 || l.n > skip * 2 + 5 || strncasecmp(l.line + skip, "sep=", 4) != 0)
		return '\0';
	if (!strchr(",;\t|", l.line[skip + 4]))
		return '\0';
	*at = l;
	return l.line[skip + 4];
}

/* Begins to read there. */
static void read_from(struct reader *r, const struct lines *at, char delimiter)
{
	csv_free(&r->parser);
	csv_init(&r->parser, 0);
	csv_set_delim(&r->parser, (unsigned char)delimiter);
	csv_set_blk_size(&r->parser, CELL_BLOCK);
	r->lines = *at;
	r->columns = CSV_COLUMNS_MAX;
}

/* How many columns the row that begins here names; -1 at the end of the file. */
static int names_columns(struct reader *r, const struct lines *at, char separator, const struct csv_way *way)
{
	read_from(r, at, separator ? separator : sniff_delimiter(at->at, at->end));
	if (!next_row(r))
		return -1;
	r->columns = r->filled < CSV_COLUMNS_MAX ? r->filled : CSV_COLUMNS_MAX;
	return r->ended ? way->heads(row_folded(r, row_cells(r)), r->columns) : 0;
}

/* A title, a date and the like may stand above the header line: where that is, and how
 * many rows are above. */
static int find_header(struct reader *r, struct lines *at, char separator, const struct csv_way *way)
{
	struct lines l = *at, head = *at;
	int above = 0, named = 0;

	for (int row = 0; way->heads && row <= TITLE_ROWS_MAX && named < 2; row++) {
		int names = names_columns(r, &l, separator, way);
		if (names < 0)
			break;
		if (names > 1 || (names == 1 && r->columns == 1 && !named)) {
			named = names;
			head = l;
			above = row;
		}
		/* An odd quotation mark in a title swallows the table. */
		while (reading_next_line(&l) && is_blank(&l))
			;
		if (r->ended)
			l = r->lines;
	}
	*at = head;
	return above;
}

static const char *read_text(struct arena *a, const char *text, const struct csv_way *way, struct csv *c)
{
	struct reader r = {.a = a};
	struct lines at;

	reading_lines(&at, text, strlen(text));
	char separator = take_separator(&at);
	csv_init(&r.parser, 0);
	c->passed_over = find_header(&r, &at, separator, way);
	c->delimiter = separator ? separator : sniff_delimiter(at.at, at.end);
	read_from(&r, &at, c->delimiter);
	const char *refused = read_header(&r, c);
	if (!refused)
		refused = read_rows(&r, c);
	if (csv_error(&r.parser) != CSV_SUCCESS)
		refused = N_("This file cannot be read.");
	csv_free(&r.parser);
	return refused;
}

/* NULL with the reason in *ret_refused. */
static const char *file_text(
    struct arena *a, const char *bytes, size_t n, const struct csv_way *way, const char **ret_refused)
{
	if (!n)
		*ret_refused = N_("This file is empty.");
	else if (n > READING_BYTES_MAX)
		*ret_refused = N_("This file is larger than 32 MB: cut it into several.");
	else if (!(bytes = reading_unwrap(a, bytes, n, &n)))
		*ret_refused = N_("This file is in broken UTF-16.");
	else if (memchr(bytes, '\0', n))
		*ret_refused = N_("This file holds NUL bytes: it is not CSV.");
	else
		return charset_text(a, bytes, n, way->encoding, ret_refused);
	return NULL;
}

bool csv_read(
    struct arena *a, const char *bytes, size_t n, const struct csv_way *way, struct csv *ret, char error[256])
{
	struct csv c = {0};
	const char *refused = NULL, *text = file_text(a, bytes, n, way, &refused);

	if (text)
		refused = read_text(a, text, way, &c);
	if (refused) {
		snprintf(error, 256, "%s", refused);
		return false;
	}
	*ret = c;
	return true;
}

/* A sum below zero is no formula and must stay a number. */
static bool is_negative_number(const char *text)
{
	return text[0] == '-' && text[1] && strspn(text + 1, "0123456789.,") == strlen(text + 1);
}

const char *csv_quote(struct arena *a, const char *text)
{
	bool formula = *text && strchr("=+-@", *text) && !is_negative_number(text);
	const char *safe = formula ? arena_printf(a, "'%s", text) : text;
	size_t n = strlen(safe), room = 2 * n + 3;
	char *cell = arena_alloc(a, room);

	csv_write(cell, room - 1, safe, n);
	return cell;
}
