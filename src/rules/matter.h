/* What the files about matters share: matter.c (the record and what is done to
 * it), problem.c (from told to closed), matter_clocks.c, call_sheet.c; and
 * rating.c, whose words move a problem. */
#ifndef RULES_MATTER_H
#define RULES_MATTER_H

#include "rules/said.h"

/* ---- problem.c -------------------------------------------------------------- */

/* Whether it is the client's first ever, and which earlier one it is like. */
void problem_connect(struct ctx *c, struct matter *m);
/* The latest closed one of the same category: at this client, else in the firm
 * (R6.5); 0 none. */
int64_t problem_like(struct ctx *c, const struct matter *m);
/* When the client is asked whether the solution is right, and again once it is
 * closed; 0: nothing to ask now. */
instant problem_verify_at(const struct ctx *c, const struct matter *m);
instant problem_verify2_at(const struct ctx *c, const struct matter *m);
bool problem_takes_rating(const struct ctx *c, const struct matter *m);
void problem_rated(struct ctx *c, int64_t id); /* the client has just said how it is */
/* Rated so that it may close, but in the portal alone (E8). */
bool problem_lacks_voice(struct ctx *c, const struct matter *m);
void problem_verified(struct ctx *c, struct matter *m, instant at);
void problem_reopened(struct matter *m, instant at);
void problem_applied(struct matter *m, instant at); /* never before it was decided */

/* ---- call_sheet.c ----------------------------------------------------------- */

#define CALL_SHEET_INPUTS(F, S) \
	IN_EXCHANGE(F, S, .required = true) \
	F(S, longtext, what_happened, N_("What happened"), .max = 1000) \
	F(S, longtext, since_when, N_("Since when"), .max = 1000) \
	F(S, longtext, effects, N_("What it changes for them"), .max = 1000) \
	F(S, longtext, worries_most, N_("What worries them most"), .max = 1000) \
	F(S, longtext, ideal, N_("What would be ideal"), .max = 1000) \
	F(S, longtext, by_when, N_("By when"), .max = 1000)
INPUTS_OF(call_sheet_in, CALL_SHEET_INPUTS);
/* What was heard falls into the reformulation's draft. */
void matter_call_sheet(struct act *a);

/* ---- matter_clocks.c -------------------------------------------------------- */

#define QUIET_WD 5 /* R4.4: a small worry untold that long rises by itself */

void matter_clocks(struct ctx *c, const void *rec, struct clocks *out);
extern const struct leaning matter_leans[];

#endif
