/* Term: one line of an entente, or of the firm's library (model 2.4, 3.4; T4,
 * T7–T10, T20).
 *
 *   noted → proposed (in a sent writing) → agreed → met | missing → …
 *   waived only through a decision; dropped by agreement */
#ifndef RULES_TERM_H
#define RULES_TERM_H

#include "rules/rules.h"

enum { EXPECTATION = 1, CONDITION, RULE };
#define OWED_BY \
	CHOICES({"us", N_("us"), .theirs = N_("on our side")}, \
	    {"client", N_("the client"), .theirs = N_("on your side")}, \
	    {"both", N_("both of us"), .theirs = N_("on both sides")})
enum { OWED_BY_US = 1, OWED_BY_CLIENT, OWED_BY_BOTH };
enum { CLEAR = 1, FUZZY, IMPLICIT, UNREALISTIC };
enum { TERM_NOTED = 1, TERM_PROPOSED, TERM_AGREED, TERM_MET, TERM_MISSING, TERM_WAIVED, TERM_DROPPED };
enum { OMITTED_FORGOT = 1, OMITTED_HURRY, OMITTED_TO_PLEASE, OMITTED_NOT_NEEDED };
#define WHY_LEFT_OUT \
	CHOICE("hurry", N_("we were in a hurry")), CHOICE("to_please", N_("to please them")), \
	    CHOICE("not_needed", N_("not needed here"))
#define WHY_OMITTED CHOICE("forgot", N_("we had forgotten it")), WHY_LEFT_OUT
#define OMITTED_REASONS CHOICES(WHY_OMITTED)
#define OMITTED_OR_ADDED CHOICES(WHY_OMITTED, CHOICE("add", N_("Add")))

#define TERM_FIELDS(F, S) \
	F(S, ref, client_id, N_("Client"), .to = &client_kind, .filter = true) \
	F(S, ref, mandate_id, N_("Engagement"), .to = &mandate_kind, .create = BY_STAFF, .portal = true, \
	    .filter = true) \
	F(S, flag, library, N_("In the library"), .filter = true) \
	F(S, choice, kind, N_("What it is"), \
	    .choices = CHOICES(CHOICE("expectation", N_("an expectation")), \
		CHOICE("condition", N_("a condition for success")), CHOICE("rule", N_("a ground rule"))), \
	    .create = BY_STAFF, .required = true, .portal = true, .filter = true) \
	F(S, choice, owed_by, N_("From whom"), .choices = OWED_BY, .create = BY_STAFF, .patch = BY_STAFF, \
	    .required = true, .portal = true) \
	F(S, longtext, text, N_("In words"), .max = 500, .create = BY_STAFF, .patch = BY_STAFF, \
	    .required = true, .portal = true, .search = true) \
	F(S, longtext, why, N_("Why: what it protects, what happens without it"), .max = 1000, \
	    .create = BY_STAFF, .patch = BY_STAFF, .portal = true) \
	F(S, choice, clarity, N_("Is it clear?"), \
	    .choices = CHOICES(CHOICE("clear", N_("clear")), CHOICE("fuzzy", N_("fuzzy")), \
		CHOICE("implicit", N_("left unsaid")), CHOICE("unrealistic", N_("out of reach"))), \
	    .otherwise = "clear", .create = BY_STAFF, .patch = BY_STAFF, .portal = true) \
	F(S, instant, unclear_at, NULL, .secret = true) \
	F(S, derived, part, NULL, .write = term_part, .portal = true) \
	F(S, date, needed_by, N_("Needed by"), .create = BY_STAFF, .patch = BY_STAFF, .portal = true) \
	F(S, number, lead_wd, N_("Working days’ notice"), .low = 1, .high = 400, .create = BY_STAFF, \
	    .patch = BY_STAFF, .portal = true) \
	F(S, number, quota, N_("How many at most"), .low = 0, .high = 1000, .create = BY_STAFF, \
	    .patch = BY_STAFF, .portal = true) \
	F(S, ref, library_id, N_("From the library"), .to = &term_kind, .accepts = term_is_of_library, \
	    .create = BY_STAFF) \
	F(S, choice, state, N_("Where we are"), \
	    .choices = CHOICES(CHOICE("noted", N_("noted")), CHOICE("proposed", N_("proposed")), \
		CHOICE("agreed", N_("agreed")), CHOICE("met", N_("in place")), \
		CHOICE("missing", N_("missing")), CHOICE("waived", N_("set aside")), \
		CHOICE("dropped", N_("let go"))), \
	    .otherwise = "noted", .portal = true, .filter = true) \
	F(S, instant, checked_at, N_("Looked at")) \
	F(S, instant, unneeded_at, N_("Not needed any more")) /* the next version leaves it out */ \
	F(S, instant, told_at, N_("Told"), .portal = true) \
	F(S, instant, agreed_at, N_("Agreed"), .portal = true) \
	F(S, instant, ended_at, NULL, .secret = true) \
	F(S, date, missing_since, N_("Missing since")) \
	F(S, choice, omitted_reason, N_("Why it was left out"), .choices = OMITTED_REASONS) \
	F(S, ref, waived_in_id, N_("Set aside by"), .to = &decision_kind)
struct term {
	struct record r;
	TERM_FIELDS(FIELD_MEMBER, _)
};

/* Condition or rule: the frame; expectation: the service (T8). */
bool term_is_frame(const struct term *t);
/* Part of what is or may be agreed: neither dropped nor of the library. */
bool term_is_live(const struct term *t);

#define TERMS_MAX 400
/* A mandate's terms, noted to waived, by id. */
int terms_of(struct ctx *c, int64_t mandate, const struct term **ret, int max);

/* What a writing does to the terms it carries. */
void term_propose(struct act *a, int64_t id, instant at); /* sent: told, and proposed when it was noted */
void term_unpropose(struct act *a, int64_t id);           /* taken back: noted, as before */
void term_agree(struct act *a, int64_t id, instant at);   /* confirmed or tacit */
void term_leave_out(struct act *a, int64_t id);           /* not in the version agreed now: dropped */
void term_not_agreed(struct act *a, int64_t id);          /* that version is undone: proposed, as before */
void term_take_back(struct act *a, int64_t id);           /* … and what it left out holds again */
/* An expectation is met once all the promises made for it are done. */
void term_promises_changed(struct act *a, int64_t id);

/* ---- asking for it ---------------------------------------------------------- */

/* A sent writing that carries the term, or an exchange in which we spoke of it. */
struct asking {
	const struct kind *kind;
	int64_t id;
	instant at;
};
#define ASKINGS_MAX 50
/* The first ones, by time. */
int term_askings(struct ctx *c, const struct term *t, struct asking ret[ASKINGS_MAX]);
/* When a condition owed by the client was asked for again (T5); 0 not yet. */
instant term_asked_twice(struct ctx *c, const struct term *t);

/* A line that is not clear, and in how many talks it came up so far. */
struct unclear {
	const struct term *term;
	int times;
};
#define UNCLEAR_MAX 20
/* Those of a client that two talks or more left unclear (R3.1), by id. */
int terms_still_unclear(struct ctx *c, int64_t client, struct unclear ret[UNCLEAR_MAX]);

/* ---- the firm's library (T4, T9) ---------------------------------------------- */

/* Its conditions and rules of which this mandate has none, by id. */
int library_absent(struct ctx *c, int64_t mandate, const struct term **ret, int max);
/* Why it was last left out of that mandate, in the words of OMITTED_REASONS; NULL
 * when nobody has said. */
const char *library_last_answer(struct ctx *c, int64_t mandate, int64_t library_id);
/* The adopted ones among those absent of which nobody has said why. */
int library_unconsidered(struct ctx *c, int64_t mandate, int64_t *ret, int max);

#endif
