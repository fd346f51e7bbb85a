/* Rating: a client's word on something, never edited, only followed by a newer
 * one (model 2.18, 3.1; P4, P18, P19, E8, E19, R5.3). */
#ifndef RULES_RATING_H
#define RULES_RATING_H

#include "rules/rules.h"

enum { RATED_MATTER = 1, RATED_MANDATE, RATED_TRUST };

#define GRADES \
	CHOICES(CHOICE("1", N_("1, not at all")), CHOICE("2", "2"), CHOICE("3", "3"), CHOICE("4", "4"), \
	    CHOICE("5", N_("5, excellent")))
#define RATING_FIELDS(F, S) \
	F(S, ref, client_id, N_("Client"), .to = &client_kind, .filter = true) \
	F(S, choice, about, N_("What is rated"), \
	    .choices = CHOICES(CHOICE("matter", N_("a way out")), CHOICE("mandate", N_("an engagement")), \
		CHOICE("trust", N_("our word"))), \
	    .create = BY_STAFF | BY_CONTACT, .required = true, .portal = true, .filter = true) \
	F(S, link, about_id, N_("About"), .kind_of = rating_about_kind, .create = BY_STAFF | BY_CONTACT, \
	    .portal = true, .filter = true) \
	F(S, instant, at, N_("When"), .portal = true) \
	F(S, ref, by, N_("Who said it"), .to = &person_kind, .create = BY_STAFF, .required = true, \
	    .portal = true) \
	F(S, ref, exchange_id, N_("In which exchange"), .to = &exchange_kind, .accepts = exchange_is_past, \
	    .create = BY_STAFF) \
	F(S, derived, via, NULL, .write = rating_via, .portal = true) \
	F(S, number, value, N_("From 1 to 5"), .choices = GRADES, .low = 1, .high = 5, \
	    .create = BY_STAFF | BY_CONTACT, .required = true, .portal = true) \
	F(S, json, felt, N_("In this, the person felt"), .create = BY_STAFF | BY_CONTACT, .read = read_felt, \
	    .schema = "object", .portal = true) \
	F(S, longtext, text, N_("In their words"), .max = 4000, .create = BY_STAFF | BY_CONTACT, \
	    .portal = true, .search = true) \
	F(S, flag, accept_as_is, N_("It suits me as it is"), .create = BY_STAFF | BY_CONTACT, .portal = true)
struct rating {
	struct record r;
	RATING_FIELDS(FIELD_MEMBER, _)
};

/* The latest rating about a record (or trust: kind NULL, id the client); NULL. */
const struct rating *rating_latest(struct ctx *c, const struct kind *k, int64_t id);
bool rating_by_voice(const struct rating *r);
/* How often each tick was set, and how often to "yes" (P4), in this order:
 * respected, understood, valued, wants_me_to_succeed. */
#define FELT_TICKS 4
struct felt {
	int64_t yes[FELT_TICKS], n[FELT_TICKS];
};
int felt_first_no(const struct ctx *c, const struct rating *r); /* among its four ticks; the last when none */
struct felt felt_read(struct ctx *c, int64_t client);
/* {"respected": {"yes", "n"}, …} */
derived_json felt_json; /* of a client */

#endif
