/* Entry: one line of the ledger (model 2.15).  Everybody notes the hours they
 * worked; what was paid is the leads' to note and to read. */
#ifndef RULES_ENTRY_H
#define RULES_ENTRY_H

#include "rules/rules.h"

enum { REVENUE = 1, HOURS, EXTRA_HOURS, WRITE_OFF, OTHER_COST };

#define ENTRY_FIELDS(F, S) \
	F(S, ref, client_id, N_("Client"), .to = &client_kind, .create = BY_STAFF, .required = true, \
	    .filter = true) \
	F(S, ref, mandate_id, N_("Engagement"), .to = &mandate_kind, .same_client = true, \
	    .create = BY_STAFF, .filter = true) \
	F(S, date, on, N_("On"), .column = "on_day", .past = true, .create = BY_STAFF, .patch = BY_LEAD) \
	F(S, choice, kind, N_("What it is"), \
	    .choices = CHOICES(CHOICE("revenue", N_("what they paid")), CHOICE("hours", N_("hours")), \
		CHOICE("extra_hours", N_("hours outside the agreement, unpaid")), \
		CHOICE("write_off", N_("what was let go")), CHOICE("other_cost", N_("another cost"))), \
	    .create = BY_STAFF, .required = true, .filter = true) \
	F(S, number, cents, N_("Amount"), .leads = true, .create = BY_LEAD, .patch = BY_LEAD) \
	F(S, number, minutes, N_("Hours"), .in_hours = true, .low = 1, .high = 60000, .create = BY_STAFF, \
	    .patch = BY_LEAD) \
	F(S, longtext, note, N_("In words"), .max = 1000, .create = BY_STAFF, .patch = BY_LEAD)
struct entry {
	struct record r;
	ENTRY_FIELDS(FIELD_MEMBER, _)
};

/* Hours of a mandate within its agreement, in minutes (R5c); NO_NUMBER: none are noted. */
int64_t minutes_used(struct ctx *c, int64_t mandate);

#endif
