/* What looks after a relation by the calendar: the rows e6 to e9 of api.md 4.  Each
 * is a function of records, as every clock; of what recurs, a rule of time notes with
 * the person that a week or a month began for them. */
#ifndef RULES_CARE_H
#define RULES_CARE_H

#include "rules/refs.h"
#include "rules/term.h"

/* ---- e6: what is usual in our trade (standard.c; F12) -------------------------- */

/* A standard is a rule of the firm's library, told to a client as a matter of that
 * nature, or by an agreement that carries it.  Those not told to them yet, by id. */
int standards_untold(struct ctx *c, int64_t client, const struct term **ret, int max);
/* Their words in one sentence: “A”, “B” and 3 more; NULL: all were told. */
const char *standards_untold_said(struct ctx *c, int64_t client);
/* Clients to whom a standard was not told yet, the first ones by name; how many there are. */
#define TO_TELL_MAX REFS_MAX
int standard_untold_to(struct ctx *c, int64_t term, const struct client *ret[TO_TELL_MAX]);
void e6(struct ctx *c, const struct client *k, struct clocks *out);

/* Tells one to several clients at once: an action of a term (F12). */
#define SHARE_INPUTS(F, S) \
	F(S, refs, client_ids, N_("To whom"), .to = &client_kind, .required = true) \
	F(S, longtext, text, N_("What they read"), .max = 4000, .required = true)
INPUTS_OF(share_in, SHARE_INPUTS);
extern const struct guard share_guards[];
void standard_share(struct act *a);

/* ---- e7: the look of the week (look.c; T21) ----------------------------------- */

void e7(struct ctx *c, const struct mandate *m, struct clocks *out);
void week_clock(struct ctx *c, const struct person *p, struct clocks *out);
/* "3 of 4 in place". */
const char *conditions_in_place(struct ctx *c, const struct mandate *m);

/* ---- e8: my four questions (questions.c; T16–T19) ------------------------------ */

void e8(struct ctx *c, const struct person *p, struct clocks *out);

/* ---- e9: a favour in return (favours.c; R2.4) ---------------------------------- */

void e9(struct ctx *c, const struct exchange *x, struct clocks *out);

#endif
