/* The ways out of a decision: what each is made of, and how they are kept, as
 * one list in the decision (api.md 2; P11–13, R3.3, T13, T14). */
#ifndef RULES_OPTIONS_H
#define RULES_OPTIONS_H

#include "rules/decision.h"

enum { AS_ASKED = 1, REDUCED, LATER, DECLINE, ANOTHER_WAY };

/* What may be said of one, all of it or one thing after another. */
#define OPTION_PARTS(F, S) \
	F(S, text, label, N_("In a few words")) \
	F(S, words, pros, N_("What speaks for it, one a line"), .max = 500) \
	F(S, words, cons, N_("What speaks against it, one a line"), .max = 500) \
	F(S, longtext, impacts, N_("What it changes"), .max = 2000) \
	F(S, ref, serves, N_("Which goal of theirs it serves"), .to = &insight_kind, .same_client = true, \
	    .accepts = is_goal) \
	F(S, number, price_change_cents, N_("What it adds to the price"), .low = -1000000000000, \
	    .high = 1000000000000) \
	F(S, date, due, N_("By when")) \
	F(S, json, promises, N_("Promises it makes once chosen, on both sides"), .read = read_offers, \
	    .parts = offer_fields) \
	F(S, refs, breaks_term_ids, N_("Conditions it sets aside"), .to = &term_kind, .same_client = true) \
	F(S, longtext, gives_up_client, N_("What the client would lose with it, as a fact"), .max = 2000) \
	F(S, longtext, gives_up_us, N_("What we would give up with it; the client never reads this"), \
	    .max = 2000)
#define OPTION_INPUTS(F, S) \
	F(S, number, n, N_("What is chosen"), .low = 0, .high = OPTION_NUMBER_MAX) \
	F(S, choice, type, N_("What kind of way"), \
	    .choices = CHOICES(CHOICE("as_asked", N_("As asked")), CHOICE("reduced", N_("Reduced")), \
		CHOICE("later", N_("Later")), CHOICE("decline", N_("Declined")), \
		CHOICE("other", N_("Another way")))) \
	OPTION_PARTS(F, S)
struct option_in {
	OPTION_INPUTS(FIELD_MEMBER, _)
};
/* One of which nothing is said yet. */
#define OPTION_EMPTY \
	(struct option_in) \
	{ \
		.n = NO_NUMBER, .type = ANOTHER_WAY, .price_change_cents = NO_NUMBER \
	}

/* Inputs of the action edit_option: anything but the type. */
#define OPTION_EDIT_INPUTS(F, S) \
	F(S, number, n, N_("What is chosen"), .low = 0, .high = OPTION_NUMBER_MAX, .required = true) \
	OPTION_PARTS(F, S)
struct option_edit_in {
	OPTION_EDIT_INPUTS(FIELD_MEMBER, _)
};
extern const struct field option_edit_in_fields[];

/* A promise that an option makes once it is chosen. */
#define OFFER_INPUTS(F, S) \
	F(S, choice, side, N_("Who promises"), .choices = SIDES, .required = true) \
	F(S, longtext, text, N_("What is promised"), .max = 500, .required = true) \
	F(S, date, due, N_("By when"), .required = true) \
	F(S, ref, person_id, N_("By whom"), .to = &person_kind) \
	F(S, flag, deliverable, N_("It is something we hand over"))
struct offer {
	OFFER_INPUTS(FIELD_MEMBER, _)
};

/* The field as a caller writes it, and as each side reads it: a contact finds
 * the recommended one last, and nothing of what it costs us. */
const char *read_options(struct act *a, const json_t *v, const char **ret);
void write_options(const struct ctx *c, const void *decision, struct jw *out);

/* What a list of options becomes: one more, which gets the lowest free number
 * when it has none; one changed by what was given of it; and the text to keep. */
struct option *options_add(struct ctx *c, struct options *o, const struct option_in *in); /* NULL: no room */
void option_edit(struct act *a, struct option *o);
void option_is_theirs(struct option *o); /* the client's own words, which nobody puts otherwise */
const char *options_text(struct arena *a, const struct options *o);

/* NULL: there is none. */
struct option *option_numbered(struct options *o, int64_t n);
int options_count(const struct options *o, int64_t type); /* of this type */

bool option_is(const struct option *o, int64_t type);
bool option_has(const struct option *o, const char *list); /* anything in its "pros", "breaks_term_ids" … */
bool option_breaks(const struct option *o, int64_t term);
/* What deserves a second look in one, before the decision that the act is about
 * is asked (asks: once) or taken. */
void option_hints(struct act *a, const struct option *o, bool asks);
/* … and where a colleague may be named in it (P15). */
void option_names(struct act *a, const struct option *o, int64_t signer);
int option_offers(struct ctx *c, const struct option *o, struct offer ret[OFFERS_MAX]);

#endif
