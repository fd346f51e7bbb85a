/* What every reader of another program's file needs: its bytes as text, its
 * lines counted, and what people spell freely: values that are none, companies,
 * telephone numbers, e-mail addresses, languages. */
#ifndef FEED_READING_H
#define FEED_READING_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

#define READING_BYTES_MAX (32 << 20)

/* The bytes without their byte order mark, UTF-16 turned to UTF-8; they are not
 * copied when there is nothing to turn.  NULL when the UTF-16 is broken. */
const char *reading_unwrap(struct arena *a, const char *bytes, size_t n, size_t *ret_n);

/* Walks over lines ending in LF, CRLF, CR, or CRCRLF (a text file sent twice
 * through a translation of line ends). */
struct lines {
	const char *at, *end; /* what is left */
	const char *line;     /* this line */
	size_t n;             /* its length without its end */
	int number;           /* 1 for the first */
};

void reading_lines(struct lines *ret, const char *p, size_t n);
bool reading_next_line(struct lines *l);

/* Without what a spreadsheet wraps a value in so that it stays as it is, ="0418", '+33;
 * without white space and invisible characters at its ends. */
const char *reading_cell(struct arena *a, const char *text);

/* Not "", "-", "…" or "?", nor a spreadsheet's "#N/A". */
bool reading_says_something(const char *text);

/* The company's name, or NULL where none is meant: "N/A", "None", "-". */
const char *reading_company(struct arena *a, const char *text);

/* The number as it is written, or NULL when nothing of it can be dialled; of more than
 * a record keeps, what is dialled. */
const char *reading_phone(struct arena *a, const char *text);

/* The address in "jane@acme.ca", "mailto:jane@acme.ca" or "Jane <jane@acme.ca>", of
 * several the first, in lower case; NULL when none has the shape of one. */
const char *reading_email(struct arena *a, const char *text);

/* "fr" or "en" from a code or a name ("fr-CA", "English", "anglais"), or NULL. */
const char *reading_lang(struct arena *a, const char *text);

#endif
