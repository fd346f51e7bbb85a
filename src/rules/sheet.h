/* The pre-meeting sheet (model 6; R2.1, R2.3, P3, E9): five lines for the room,
 * then what one would like to have in mind before sitting down. */
#ifndef RULES_SHEET_H
#define RULES_SHEET_H

#include "rules/insight.h"
#include "rules/rating.h"
#include "rules/term.h"
#include "rules/writing.h"

#define SHEET_MAX 50 /* of each list */

/* The last time they were let down, and how it was repaired. */
struct let_down {
	instant at;                  /* 0: never, as far as is recorded */
	const struct rating *rating; /* 2 of 5 or less; NULL: a problem that was closed since */
	const struct matter *matter;
	const char *way;            /* what was chosen to mend it */
	const struct rating *rated; /* how they found that */
};
struct let_down let_down_last(struct ctx *c, int64_t client);

struct sheet {
	const struct exchange *exchange;
	const struct person *notetaker;   /* NULL: still a question */
	const struct writing *understood; /* the last recap or reformulation sent */
	int nours, ntheirs, nunclear, nwhys, nquestions;
	const struct promise *ours[SHEET_MAX], *theirs[SHEET_MAX];
	const struct term *unclear[SHEET_MAX];
	struct {
		int64_t question;
		const struct insight *insight; /* guessed, or checked long ago; NULL: never asked */
	} why[WHY_AUDIENCE];
	struct question question[SHEET_MAX];
	struct let_down let_down;
};

struct sheet *sheet_read(struct ctx *c, const struct exchange *x);
derived_json sheet_json; /* of an exchange */

/* The five lines, in the reader's language: "Phone off", … */
enum { SHEET_PHONE, SHEET_LAPTOP, SHEET_NOTES, SHEET_RECORDING, SHEET_QUESTIONS, SHEET_LINES };
const char *const *sheet_lines(const struct ctx *c);

#endif
