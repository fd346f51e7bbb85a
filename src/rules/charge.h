/* Passing on (R5.4; conversation 17.4): a client or a mandate goes to another person
 * in charge, and with it what the former one held there. */
#ifndef RULES_CHARGE_H
#define RULES_CHARGE_H

#include "rules/rules.h"

/* Lists that are not said: all of it; said and empty: none. */
#define HAND_OVER_INPUTS(F, S) \
	F(S, ref, responsible_id, N_("To"), .to = &person_kind, .required = true) \
	F(S, text, reason, N_("Why")) \
	F(S, refs, promise_ids, N_("Promises"), .to = &promise_kind) \
	F(S, refs, exchange_ids, N_("Appointments"), .to = &exchange_kind) \
	F(S, longtext, tell, N_("What the client reads"), .max = 4000)
#define HAND_OVER_CLIENT_INPUTS(F, S) \
	HAND_OVER_INPUTS(F, S) \
	F(S, refs, mandate_ids, N_("Engagements"), .to = &mandate_kind)
/* A mandate's inputs are read as a client's: it names no mandates. */
struct hand_over_in {
	HAND_OVER_CLIENT_INPUTS(FIELD_MEMBER, _)
};

/* A client, or one of its mandates, as it passes: where its record keeps whose it is
 * and what went with it. */
struct charge {
	int64_t client_id, mandate_id; /* mandate 0: the client itself */
	int64_t *responsible_id, *handed_at, *handed_from_id;
	const char **handed_passed;
};
#define CHARGE_OF(rec, client_, mandate_) \
	((struct charge){client_, mandate_, &(rec)->responsible_id, &(rec)->handed_at, \
	    &(rec)->handed_from_id, &(rec)->handed_passed})

/* Where a client, or a mandate, is handed over. */
const char *passing_page(struct ctx *c, const struct kind *k, int64_t id);
/* Guards: person_inactive, no_reader. */
bool next_in_charge_is_active(struct act *a);
bool somebody_can_be_told(struct act *a);
void hand_over(struct act *a, const struct charge *c);

/* What somebody holds at a client, or of one of its mandates: it can pass with it. */
struct held {
	int npromises, nmandates, nexchanges;
	const int64_t *promises, *mandates, *exchanges;
};
struct held held_read(struct ctx *c, int64_t person, int64_t client_id, int64_t mandate_id);

/* How a client or a mandate came to who is in charge of it; at 0: it never passed. */
struct handed {
	instant at;
	int64_t from, to;
	struct held with;
	const char *with_json; /* the same: {"promises": [ids], "mandates": …, "exchanges": …} */
};
struct handed handed_of(struct ctx *c, const struct kind *k, const void *rec);
/* We still read what passed: in the first days, and until it was seen. */
bool handed_is_shown(struct ctx *c, const struct kind *k, const void *rec);
/* "3 promises, 1 appointment", NULL: nothing. */
const char *held_said(struct ctx *c, const struct held *h);

/* c17: entrusted to its new person in charge, until they have seen it. */
void c17(instant handed_at, int64_t owner, struct clocks *out);

/* Ten working days long the client reads who follows whom: one sentence for the
 * client, one for each of its mandates that passed alone; how many. */
#define SUCCESSIONS_MAX 20
int successions_said(struct ctx *c, const struct client *k, const char *ret[SUCCESSIONS_MAX]);
#endif
