/* Privacy case: somebody asks for their data, or something leaked (model 2.16,
 * 8.4).  Answered within thirty days, by the privacy officer.
 *
 *   open → closed */
#ifndef RULES_PRIVACY_CASE_H
#define RULES_PRIVACY_CASE_H

#include "rules/rules.h"

enum { ASKS_ACCESS = 1, ASKS_RECTIFY, ASKS_ERASE, WITHDRAWS_CONSENT, INCIDENT };

#define PRIVACY_CASE_FIELDS(F, S) \
	F(S, ref, client_id, .to = &client_kind, .filter = true) \
	F(S, choice, kind, .choices = "access rectify erase withdraw_consent incident", \
	    .create = BY_STAFF | BY_CONTACT, .required = true, .portal = true, .filter = true) \
	F(S, ref, person_id, .to = &person_kind, .create = BY_STAFF, .filter = true) \
	F(S, instant, received_at, .create = BY_STAFF, .past = true, .portal = true) \
	F(S, date, due, .portal = true) \
	F(S, derived, warning_on, .write = privacy_warning_on) \
	F(S, instant, done_at, .portal = true) \
	F(S, longtext, text, .max = 4000, .create = BY_STAFF | BY_CONTACT, .patch = BY_STAFF, \
	    .portal = true) \
	F(S, choice, serious_harm, .choices = "yes no", .create = BY_STAFF, .patch = BY_STAFF)
struct privacy_case {
	struct record r;
	PRIVACY_CASE_FIELDS(FIELD_MEMBER, _)
};

/* Exactly one of us, always (model 2.1). */
const struct person *privacy_officer(struct ctx *c);

#endif
