/* A gap: what the client finds missing, or wrong, in what we deliver (F3, E17). */
#ifndef RULES_GAP_H
#define RULES_GAP_H

#include "rules/term.h"

#define GAP_INPUTS(F, S) \
	F(S, longtext, text, N_("In your words"), .max = 500, .required = true) \
	F(S, flag, wrong, N_("Something in it is wrong"))
INPUTS_OF(gap_in, GAP_INPUTS);
/* Said about a promise: an expectation in their words, and a message that waits; of
 * what is wrong, a problem that they raise instead. */
void promise_gap(struct act *a);

/* The clock of such an expectation, while nothing has a date for it. */
void gap_clock(struct ctx *c, const struct term *t, struct clocks *out);

#endif
