/* Repairing an exchange that was noted wrongly (conversation 17.2, 17.3): its parts,
 * its hour, whether it was an answer, whether it was at all. */
#ifndef RULES_REPAIR_H
#define RULES_REPAIR_H

#include "rules/rules.h"

/* Unless it is said, what comes from them asks for an answer. */
bool exchange_asks_reply(const struct exchange *x);

/* What a client wrote is not ours to repair: author_only. */
const char *exchange_may(struct act *a, const json_t *input);
/* A patch under way: what depends on its parts follows. */
void exchange_repaired(struct act *a, const struct exchange *was, struct exchange *x);

#define CORRECT_AT_INPUTS(F, S) \
	F(S, instant, at, N_("When it was"), .required = true, .past = true) \
	F(S, text, reason, N_("Why"), .required = true)
INPUTS_OF(correct_at_in, CORRECT_AT_INPUTS);
bool exchange_is_ours(struct act *a);       /* author_only */
bool exchange_was_noted(struct act *a);     /* wrong_state: it has been, and was not delivered now */
bool hour_is_no_later(struct act *a);       /* refuses the input: than it was recorded */
bool hour_is_after_noticing(struct act *a); /* told_before_noticed: of what was told in it */
void exchange_correct_at(struct act *a);
bool exchange_is_mendable(struct act *a); /* a page offers it */

bool exchange_is_mine(struct act *a);           /* author_only */
bool exchange_is_fresh(struct act *a);          /* reopen_closed: noted within a working day */
bool exchange_was_not_delivered(struct act *a); /* already_left: that is taken back, or stays */
bool nothing_leans_on_it(struct act *a);        /* leaned_on, and what does */
/* Passing for an answer by its place is no leaning, nor is not to be one. */
bool leans_on_nothing(const struct naming *one);
void exchange_erase(struct act *a);
bool exchange_is_erasable(struct act *a);

#define NOT_AN_ANSWER_INPUTS(F, S) \
	F(S, ref, exchange_id, N_("Which one"), .to = &exchange_kind, .same_client = true, .required = true)
INPUTS_OF(not_an_answer_in, NOT_AN_ANSWER_INPUTS);
bool is_its_answer(struct act *a); /* refuses the input */
void exchange_not_an_answer(struct act *a);

/* exchange.c: its answer sought again, among all but one that goes (0: none does). */
void exchange_answer_again(struct act *a, int64_t id, int64_t gone);
/* … of all that this one passes for the answer of, without it from now on. */
void exchange_answers_none(struct act *a, const struct exchange *x);
/* It goes: what it answered, or passed for the answer of, looks for another one. */
void exchange_answers_nothing(struct act *a);

#endif
