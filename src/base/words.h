/* What people find a text by: its folded words, and those that are written apart in one
 * text and together in another: "O'Brien" and "obrien", "+1 (418) 555-0101" and
 * "4185550101". */
#ifndef BASE_WORDS_H
#define BASE_WORDS_H

#include <stdbool.h>

#include "base/arena.h"

#define WORDS_PARTS_MAX 15

/* One word, or several that may be written as one. */
struct words {
	int n;
	const char *part[WORDS_PARTS_MAX]; /* folded; of a script without blanks its letters, with
					    * blanks between them: 田中 is "田 中" */
	const char *joined;                /* all parts as one; of a number its digits, of which the
					    * last nine tell it, whatever country is written before */
	bool is_number;
};

/* Reads on from s; where it stopped, or NULL: there was no word left. */
const char *words_next(struct arena *a, const char *s, struct words *ret);

/* All words of a text with blanks between, as an index keeps them: of numbers also their
 * ends, since they are typed without what is before. */
const char *words_indexed(struct arena *a, const char *text);

#endif
