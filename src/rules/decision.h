/* Decision: something put to the client, with what speaks for and against; and
 * a demand of theirs, with what it changes (model 2.9, 3.7; R3.3, R4.2, P11–13,
 * T1, T6, T10–T17, F13–14).
 *
 *   draft → asked → chosen → reviewed        draft, asked → cancelled */
#ifndef RULES_DECISION_H
#define RULES_DECISION_H

#include "rules/rules.h"

enum { ABOUT_PROBLEM = 1, ABOUT_DEMAND, ABOUT_TASK, ABOUT_PREFERENCE, ABOUT_FUTURE };
enum { DECISION_DRAFT = 1, DECISION_ASKED, DECISION_CHOSEN, DECISION_REVIEWED, DECISION_CANCELLED };
enum { CHOSEN_BY_CLIENT = 1, CHOSEN_BY_US, CHOSEN_JOINTLY };
enum { MOTIVE_GOODWILL = 1, MOTIVE_STRATEGY, MOTIVE_URGENCY, MOTIVE_FEAR, MOTIVE_OTHER };
enum { REGRETTED = 1, NOT_REGRETTED };
#define MOTIVES \
	CHOICES(CHOICE("goodwill", N_("goodwill")), CHOICE("strategy", N_("strategy")), \
	    CHOICE("urgency", N_("urgency")), CHOICE("fear_of_losing", N_("fear of losing them")), \
	    CHOICE("other", N_("something else")))
#define REGRETS CHOICES(CHOICE("yes", N_("No, not again")), CHOICE("no", N_("Yes, I would again")))
#define CHOOSERS \
	CHOICES(CHOICE("client", N_("the client")), CHOICE("us", N_("us")), CHOICE("joint", N_("both of us")))

#define OPTIONS_MAX 12
/* What a way out is made of (options.h). */
extern const struct field option_in_fields[], offer_fields[];
#define OPTION_NUMBER_MAX 20
#define OFFERS_MAX 12 /* promises of one option */

#define DECISION_FIELDS(F, S) \
	F(S, ref, client_id, N_("Client"), .to = &client_kind, .create = BY_STAFF, .required = true, \
	    .filter = true) \
	F(S, ref, mandate_id, N_("Engagement"), .to = &mandate_kind, .same_client = true, \
	    .create = BY_STAFF, .portal = true, .filter = true) \
	F(S, choice, about, N_("What is asked"), \
	    .choices = CHOICES(CHOICE("problem", N_("a possible way for a problem")), \
		CHOICE("demand", N_("a request of theirs")), \
		CHOICE("task", N_("a question before a task begins")), \
		CHOICE("preference", N_("a preference")), CHOICE("future", N_("what comes later"))), \
	    .create = BY_STAFF, .required = true, .portal = true, .filter = true) \
	F(S, link, about_id, N_("About"), .kind_of = decision_about_kind, .same_client = true, \
	    .create = BY_STAFF, .portal = true, .portal_if = decision_about_is_seen, .filter = true) \
	F(S, choice, state, N_("Where we are"), \
	    .choices = CHOICES(CHOICE("draft", N_("in preparation")), CHOICE("asked", N_("on their page")), \
		CHOICE("chosen", N_("chosen")), CHOICE("reviewed", N_("looked back on")), \
		CHOICE("cancelled", N_("no longer asked"))), \
	    .otherwise = "draft", .write = decision_state, .portal = true, .filter = true) \
	F(S, longtext, question, N_("The question, in words the client can read"), .max = 2000, \
	    .create = BY_STAFF, .patch = BY_STAFF, .portal = true, .portal_text = decision_for_client, \
	    .search = true) \
	F(S, instant, demanded_at, N_("Asked by the client"), .create = BY_STAFF, .past = true) \
	F(S, instant, asked_at, N_("Put to the client"), .portal = true, .implied = true) \
	F(S, date, needed_by, N_("To be decided by"), .create = BY_STAFF, .patch = BY_STAFF, .portal = true) \
	F(S, json, options, N_("The possible ways"), .parts = option_in_fields, .create = BY_STAFF, \
	    .patch = BY_STAFF, .read = read_options, .write = write_options, .schema = "array", \
	    .portal = true) \
	F(S, number, recommended_option, N_("What we recommend"), .low = 0, .high = OPTION_NUMBER_MAX, \
	    .create = BY_STAFF, .patch = BY_STAFF, .portal = true) \
	F(S, number, chosen_option, N_("What is chosen"), .portal = true) \
	F(S, choice, chosen_by, N_("Who chose"), .choices = CHOOSERS, .portal = true) \
	F(S, ref, chosen_by_id, N_("Who said it"), .to = &person_kind, .implied = true) \
	F(S, instant, chosen_at, N_("Chosen"), .portal = true, .implied = true) \
	F(S, ref, chosen_in_id, NULL, .to = &exchange_kind, .secret = true) \
	F(S, ref, choice_recorded_by, NULL, .to = &person_kind, .secret = true) \
	F(S, date, asked_due, N_("Asked for"), .create = BY_STAFF, .patch = BY_STAFF, .portal = true) \
	F(S, date, feasible_due, N_("Feasible for"), .create = BY_STAFF, .patch = BY_STAFF, .portal = true) \
	F(S, choice, override, N_("It is a vital urgency, and it cannot wait for the note"), \
	    .choices = CHOICES(CHOICE("vital_urgency", N_("a vital urgency")))) \
	F(S, flag, concession, N_("Something was conceded")) \
	F(S, choice, motive, N_("What made us accept"), .choices = MOTIVES, .staff_if = decision_is_mine) \
	F(S, choice, regret, N_("Would you make this choice again?"), .choices = REGRETS, \
	    .staff_if = decision_is_mine) \
	F(S, choice, review, N_("With what we know now"), \
	    .choices = CHOICES(CHOICE("ours_right", N_("we saw it right")), \
		CHOICE("theirs_right", N_("they saw it right")), CHOICE("both", N_("both of us")), \
		CHOICE("unclear", N_("one cannot say")))) \
	F(S, instant, cancelled_at, NULL, .secret = true) \
	F(S, derived, touches, NULL, .write = decision_touches, .schema = "array")
struct decision {
	struct record r;
	DECISION_FIELDS(FIELD_MEMBER, _)
};

/* One way out, as it is kept in decision.options (options.h). */
struct option {
	int64_t n;
	const char *type, *label, *impacts, *gives_up_client, *gives_up_us;
	json_t *json; /* all of it: pros, cons, promises, breaks_term_ids … */
};
/* In the order of n; what was added or changed is written by options_text(). */
struct options {
	json_t *list;
	int n;
	struct option option[OPTIONS_MAX];
};
struct options *options_read(const struct ctx *c, const char *kept); /* a decision's; NULL: none yet */

/* A text of it as its client reads it: about a problem no colleague is named (P15). */
const char *decision_for_client(const struct ctx *c, const void *decision, const char *text);
/* The author of a concession: who recorded the choice, else who was in charge
 * then; nobody after them reads its motive. */
int64_t decision_author(struct ctx *c, const struct decision *d);
/* From when a concession's author is asked whether they would do it again (T15). */
instant decision_regret_asked(const struct ctx *c, const struct decision *d);
/* The client's choice is awaited about this record. */
bool decision_awaits_client(struct ctx *c, const struct kind *k, int64_t id);
/* The latest decision about a problem that was asked, NULL when none. */
const struct decision *decision_of_problem(struct ctx *c, int64_t matter);
/* When a way out of this problem was chosen that carries no promise of anybody: no
 * promise kept will tell that it is done, somebody says so (conversation 18.3).  0: the
 * promises tell, or nothing is chosen. */
instant decision_waits_for_word(struct ctx *c, int64_t matter);
/* What was chosen sets this term aside: it may be waived (api.md 3.4). */
bool decision_breaks(const struct ctx *c, const struct decision *d, int64_t term);
/* How often the client chose or chose with us, and was asked in time (F13–14). */
derived_json steering_json; /* of a client */

/* One of the promises a choice made is done or dropped: its problem may now be applied. */
void decision_promises_changed(struct act *a, int64_t id, instant at);

/* One that was done is not, after all: what it had carried out goes back. */
void decision_promise_reopened(struct act *a, int64_t id);

#endif
