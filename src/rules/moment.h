/* Moment: a win, a stumble, a little extra, a time out of the frame (model 2.11;
 * R6.1–R6.5, R7.2).  A stumble looks for findings, not culprits: it has no
 * person, and ends with a solution somebody promised.
 *
 *   noted → planned → done */
#ifndef RULES_MOMENT_H
#define RULES_MOMENT_H

#include "rules/rules.h"

enum { WIN = 1, SETBACK, EXTRA, MEETUP };

#define MOMENT_FIELDS(F, S) \
	F(S, ref, client_id, N_("Client"), .to = &client_kind, .create = BY_STAFF, .filter = true) \
	F(S, ref, mandate_id, N_("Engagement"), .to = &mandate_kind, .same_client = true, \
	    .create = BY_STAFF, .filter = true) \
	F(S, choice, kind, N_("What it is"), \
	    .choices = CHOICES(CHOICE("win", N_("a win")), CHOICE("setback", N_("a stumble")), \
		CHOICE("extra", N_("a little extra")), CHOICE("meetup", N_("time out of the frame"))), \
	    .create = BY_STAFF, .required = true, .filter = true) \
	F(S, text, title, N_("In one line"), .create = BY_STAFF, .patch = BY_STAFF, .required = true, \
	    .search = true) \
	F(S, ref, matter_id, N_("The problem it looks back on"), .to = &matter_kind, .same_client = true, \
	    .create = BY_STAFF) \
	F(S, ref, exchange_id, N_("The exchange it comes from"), .to = &exchange_kind, .same_client = true, \
	    .create = BY_STAFF) \
	F(S, date, happened_on, N_("It happened on"), .create = BY_STAFF, .past = true) \
	F(S, date, planned_on, N_("Planned for"), .create = BY_STAFF, .patch = BY_STAFF) \
	F(S, date, done_on, N_("Done on")) \
	F(S, instant, done_at, NULL, .secret = true) \
	F(S, text, form, N_("How"), .create = BY_STAFF, .patch = BY_STAFF) \
	F(S, words, findings, N_("What was missing, one a line"), .max = 1000, .create = BY_STAFF, \
	    .patch = BY_STAFF, .search = true) \
	F(S, refs, solution_promise_ids, N_("Solutions"), .to = &promise_kind, .patch = BY_STAFF) \
	F(S, instant, reviewed_at, NULL, .secret = true) \
	F(S, json, reviewed, NULL, .secret = true) \
	F(S, longtext, client_reaction, N_("How the client took it"), .max = 2000, .patch = BY_STAFF) \
	F(S, derived, recurrences, NULL, .write = moment_recurrences, .schema = "integer")
struct moment {
	struct record r;
	MOMENT_FIELDS(FIELD_MEMBER, _)
};

/* When the stumble about a problem was closed; 0 not yet. */
instant setback_done_at(struct ctx *c, int64_t matter);
/* What was promised so that this problem would not come back: shown again when
 * one like it does (R6.5). */
int setback_solutions(struct ctx *c, int64_t matter, const struct promise **ret, int max);
/* How often the same has happened since the problem it looks back on. */
int64_t moment_happened_again(const struct ctx *c, const struct moment *m);
/* "Last time: croissants. Something else this time?": how the win before was marked
 * with that client, so as to vary (R6.2); NULL: no win, or none was marked before. */
const char *moment_last_form_said(struct ctx *c, const struct moment *m);
/* A promise was made for it: one of its solutions. */
void setback_promised(struct act *a, int64_t id, int64_t promise);

#endif
