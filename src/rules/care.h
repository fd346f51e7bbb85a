/* What looks after a relation by the calendar: the rows e1, e2, e5 · extra and e6 to e9 of
 * api.md 4.  Each is a function of records, as every clock; of what recurs, a rule of time
 * notes with the person that a week or a month began for them. */
#ifndef RULES_CARE_H
#define RULES_CARE_H

#include "rules/refs.h"
#include "rules/term.h"

/* One of a client, by the day; none when it would be over before it began.  stopped 0: it
 * runs. */
struct clock *care_clock(
    const struct client *k, int type, instant starts, instant stopped, struct clocks *out);

/* ---- e1, e2, e5 · extra: silence, voice, a little extra (client_care.c; R2.2, R1.4, R1.5, R7.1) -- */

/* Those that run, and the last one of each that was stopped: once it is done no other
 * care asks that day. */
void client_care(struct ctx *c, const struct client *k, struct clocks *out);

#define NEW_CLIENT_D 60 /* nothing extra is missed before (model 5.1, R3c, R7a) */

/* The last extra or meetup that was done; false: none ever was. */
struct extra {
	int64_t id;
	day done_on;
	instant done_at;
};
bool extra_last(struct ctx *c, int64_t client, struct extra *ret);
/* The first day on which one is missed, the last one done then (0: never). */
day extra_missed_from(const struct ctx *c, const struct client *k, day done_on);

/* The rule, "R4" or "R5", that holds back a clock of this type: while their word or
 * ours hurts no surprise is proposed (R7.1).  NULL: none. */
const char *care_held_back_by(struct ctx *c, int64_t client, int type);

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
