/* The conditions of a mandate: what is in place, what is missing since when, and
 * what nobody spoke of (model 5.9; T2, T3, T5, T9). */
#ifndef RULES_CONDITIONS_H
#define RULES_CONDITIONS_H

#include "rules/term.h"

#define BLOCKS_MAX 50

struct missing {
	const struct term *term;
	int nblocks; /* open promises that wait for it */
	int64_t blocks[BLOCKS_MAX];
	int nasked;
	struct asking asked[ASKINGS_MAX];
	bool insist;
};

struct conditions {
	instant stalled_at; /* 0: it moves, or nothing is missing */
	bool question;      /* it does not move though nothing is missing: what did we forget? */
	int nmissing, nin_place, npending, nwaived, nabsent;
	struct missing *missing; /* the longest missing first */
	const struct term **in_place, **pending, **waived;
	const struct term **absent; /* of the library */
};

struct conditions *conditions_read(struct ctx *c, const struct mandate *m);
derived_json conditions_json; /* of a mandate */

/* What is said of a mandate that does not move (T2). */
const char *stall_text(const struct ctx *c);

#endif
