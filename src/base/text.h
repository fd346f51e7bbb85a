/* Text that people wrote: soundness, folding for search and sorting. */
#ifndef BASE_TEXT_H
#define BASE_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"

/* Valid UTF-8 without NUL and without control characters other than tab and
 * line ends. */
bool text_is_sound(const char *s, size_t n);

/* What was copied from elsewhere has some: each becomes a blank, in place. */
void text_blank_controls(char *s, size_t n);

size_t text_length(const char *s); /* in characters */

bool text_same(const char *a, const char *b); /* NULL is like NULL alone */

/* Without accents and case, so that "Café" and "CAFE" are the same; runs of
 * anything that is not a letter or a digit become one space, none at the ends. */
const char *text_fold(struct arena *a, const char *s);

/* How names are sorted and looked up: folded, or as it is when it is all signs ("★"). */
const char *text_name_folded(struct arena *a, const char *name);

/* Two names are the same when these are: they differ in case and blanks only.  Accents
 * and signs count: "Müller" is not "Muller", "C++" not "C#". */
const char *text_name_key(struct arena *a, const char *s);

/* The first word at or after s, as folding tells words apart, and its bytes; NULL:
 * there is none. */
const char *text_word(const char *s, size_t *ret_n);

/* With the letters A to Z made small: how addresses are kept. */
const char *text_lower(struct arena *a, const char *s);

/* Without what nobody sees: zero-width characters, marks of direction. */
const char *text_visible(struct arena *a, const char *s);

/* Blanks and line ends of any kind. */
bool text_has_white(const char *s);

/* Without white space at the ends, line ends made "\n". */
const char *text_trim(struct arena *a, const char *s);

/* What stands on one line: no line ends in it, and nothing that turns the direction of what
 * is written around it (U+202A–E, U+2066–9). */
const char *text_one_line(struct arena *a, const char *s);

/* At most n characters, cut at a word with "…" when longer. */
const char *text_short(struct arena *a, const char *s, size_t n);

/* The next line of *rest, which moves behind it; NULL after the last, or of no text. */
const char *text_line(struct arena *a, const char **rest);

/* With plain spaces for those that do not break: these are for pages, a program
 * compares words. */
const char *text_plain_spaces(struct arena *a, const char *s);

/* What people wrote, cut where an address of the web stands in it, "https://…",
 * without the point or bracket after it that is not its own.  All pieces together
 * are the text; their number. */
struct piece {
	const char *text;
	bool is_address;
};
int text_pieces(struct arena *a, const char *s, const struct piece **ret);

/* What may stand between braces in a sentence of ours, and what is said there. */
struct place {
	const char *name;
	const char *(*value)(const void *from);
};
/* The sentence with its {places} filled in; one that is not among them stays as
 * it is written.  The last place has no name. */
const char *text_fill(struct arena *a, const char *sentence, const struct place *places, const void *from);

/* Any 8-bit text to UTF-8: as it is when it is UTF-8 already, else read in
 * `charset` ("ISO-8859-1", NULL = Windows-1252). NULL when the charset is unknown. */
const char *text_to_utf8(struct arena *a, const char *s, size_t n, const char *charset);

/* Money as people type it in either language, "1 234,50", "1,234.50", "-80": in cents;
 * false when it is none. */
bool text_cents(const char *s, int64_t *ret);
/* Hours as people write them, "37,5", in minutes; false: not so many. */
bool text_minutes(const char *s, int64_t *ret);

#endif
