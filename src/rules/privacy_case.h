/* Privacy case: somebody asks for their data, or something leaked (model 2.16,
 * 8.4).  Answered within thirty days, by the privacy officer.
 *
 *   open → closed */
#ifndef RULES_PRIVACY_CASE_H
#define RULES_PRIVACY_CASE_H

#include "rules/rules.h"

enum { ASKS_ACCESS = 1, ASKS_RECTIFY, ASKS_ERASE, WITHDRAWS_CONSENT, INCIDENT };

#define PRIVACY_CASE_FIELDS(F, S) \
	F(S, ref, client_id, N_("Client"), .to = &client_kind, .filter = true) \
	F(S, choice, kind, N_("What is asked"), \
	    .choices = CHOICES({.name = "access", \
				   .text = N_("a copy of their data"), \
				   .theirs = N_("A copy of what you hold about me")}, \
		{.name = "rectify", .text = N_("a correction"), .theirs = N_("A correction")}, \
		{.name = "erase", .text = N_("their removal"), .theirs = N_("To be forgotten")}, \
		{.name = "withdraw_consent", \
		    .text = N_("to take a consent back"), \
		    .theirs = N_("To take back a permission")}, \
		CHOICE("incident", N_("an incident"))), \
	    .create = BY_STAFF | BY_CONTACT, .required = true, .portal = true, .filter = true) \
	F(S, ref, person_id, N_("By whom"), .to = &person_kind, .create = BY_STAFF, .filter = true) \
	F(S, instant, received_at, N_("Received, if not now"), .create = BY_STAFF, .past = true, \
	    .portal = true) \
	F(S, date, due, N_("Answer by"), .portal = true) \
	F(S, derived, warning_on, NULL, .write = privacy_warning_on) \
	F(S, instant, done_at, N_("Closed"), .portal = true) \
	F(S, longtext, text, N_("In words"), .max = 4000, .create = BY_STAFF | BY_CONTACT, \
	    .patch = BY_STAFF, .portal = true) \
	F(S, choice, serious_harm, N_("For an incident: could it do serious harm?"), .choices = YES_NO, \
	    .create = BY_STAFF, .patch = BY_STAFF)
struct privacy_case {
	struct record r;
	PRIVACY_CASE_FIELDS(FIELD_MEMBER, _)
};

/* Exactly one of us, always (model 2.1). */
const struct person *privacy_officer(struct ctx *c);

#endif
