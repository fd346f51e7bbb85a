/* Insight, a "why": what somebody at the client is after, guessed and then
 * asked (model 2.10; R3.2, E4, T6).
 *
 *   guess → verified | refuted          verified goes stale (e3) */
#ifndef RULES_INSIGHT_H
#define RULES_INSIGHT_H

#include "rules/rules.h"

enum { WHY_GOAL = 1, WHY_PRESSURE, WHY_CRITERION, WHY_WORRY, WHY_AUDIENCE };
enum { INSIGHT_GUESS = 1, INSIGHT_VERIFIED, INSIGHT_REFUTED };

#define INSIGHT_FIELDS(F, S) \
	F(S, ref, client_id, N_("Client"), .to = &client_kind, .create = BY_STAFF, .required = true, \
	    .filter = true) \
	F(S, ref, person_id, N_("Of whom"), .to = &person_kind, .same_client = true, .create = BY_STAFF, \
	    .filter = true) \
	F(S, choice, question, N_("What one asks"), \
	    .choices = CHOICES({"goal", N_("Goal"), .theirs = N_("What you are after")}, \
		{"pressure", N_("Pressure"), .theirs = N_("What weighs on you")}, \
		{"criterion", N_("Criterion"), .theirs = N_("What counts for you")}, \
		{"worry", N_("Worry"), .theirs = N_("What worries you")}, \
		{"audience", N_("Who must be convinced"), .theirs = N_("Whom you must convince")}), \
	    .create = BY_STAFF, .required = true, .portal = true, .filter = true) \
	F(S, longtext, text, N_("What we suppose"), .max = 2000, .create = BY_STAFF, .patch = BY_STAFF, \
	    .required = true, .portal = true, .search = true) \
	F(S, choice, state, N_("How sure we are"), \
	    .choices = CHOICES(CHOICE("guess", N_("guessed")), CHOICE("verified", N_("checked")), \
		CHOICE("refuted", N_("set aside"))), \
	    .otherwise = "guess", .portal = true, .filter = true) \
	F(S, ref, source_exchange_id, N_("Where it comes from"), .to = &exchange_kind, .same_client = true, \
	    .create = BY_STAFF) \
	F(S, instant, verified_at, N_("Asked, and so it is"), .portal = true) \
	F(S, ref, verified_in_id, NULL, .to = &exchange_kind, .secret = true) \
	F(S, instant, refuted_at, NULL, .secret = true)
struct insight {
	struct record r;
	INSIGHT_FIELDS(FIELD_MEMBER, _)
};

/* The newest that answers this question for the client, refuted ones aside; NULL. */
const struct insight *insight_on(struct ctx *c, int64_t client, int64_t question);

#endif
