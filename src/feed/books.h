/* Lines of a ledger and of a log of calls out of a CSV, whichever program kept them. */
#ifndef FEED_BOOKS_H
#define FEED_BOOKS_H

#include "feed/people.h"

/* What such a line says beside whose client it is (told.company) and a word on it
 * (told.note).  Texts as the door takes them; NULL, or NOT_SAID: it does not say. */
#define NOT_SAID (-1)
#define NUMBERS_MAX 4
struct booked {
	const char *on;   /* of a ledger: its day */
	const char *at;   /* of a call: its instant */
	const char *kind; /* of a ledger: "revenue", "hours" … */
	int64_t cents, minutes;
	const char *mandate;   /* its title */
	const char *direction; /* of a call: "in", "out", "both" */
	int nnumbers;          /* of a call: all that could be dialled, ours perhaps among them */
	const char *number[NUMBERS_MAX];
};

/* How many of what we know of them a row names: what csv_read asks. */
int books_heads(const char *const *folded, int columns);

/* False with one sentence in that language when the columns needed are not there: a day
 * and an amount or a time; of a call a day and a client or a number.  Days whose order
 * nothing in the file tells are read as that language writes them. */
bool books_ledger(
    struct arena *a, const struct csv *c, enum lang lang, struct told_rows *ret, char error[PEOPLE_ERROR]);
bool books_calls(
    struct arena *a, const struct csv *c, enum lang lang, struct told_rows *ret, char error[PEOPLE_ERROR]);

#endif
