/* Rating: a client's word on something, never edited, only followed by a newer
 * one (model 2.18, 3.1; P4, P18, P19, E8, E19, R5.3). */
#ifndef RULES_RATING_H
#define RULES_RATING_H

#include "rules/rules.h"

enum { RATED_MATTER = 1, RATED_MANDATE, RATED_TRUST };

#define RATING_FIELDS(F, S) \
	F(S, ref, client_id, .to = &client_kind, .filter = true) \
	F(S, choice, about, .choices = "matter mandate trust", .create = BY_STAFF | BY_CONTACT, \
	    .required = true, .portal = true, .filter = true) \
	F(S, link, about_id, .kind_of = rating_about_kind, .create = BY_STAFF | BY_CONTACT, .portal = true, \
	    .filter = true) \
	F(S, instant, at, .portal = true) \
	F(S, ref, by, .to = &person_kind, .create = BY_STAFF, .required = true, .portal = true) \
	F(S, ref, exchange_id, .to = &exchange_kind, .accepts = exchange_is_past, .create = BY_STAFF) \
	F(S, derived, via, .write = rating_via, .portal = true) \
	F(S, number, value, .low = 1, .high = 5, .create = BY_STAFF | BY_CONTACT, .required = true, \
	    .portal = true) \
	F(S, json, felt, .create = BY_STAFF | BY_CONTACT, .read = read_felt, .schema = "object", \
	    .portal = true) \
	F(S, longtext, text, .max = 4000, .create = BY_STAFF | BY_CONTACT, .portal = true, .search = true) \
	F(S, flag, accept_as_is, .create = BY_STAFF | BY_CONTACT, .portal = true)
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
struct felt felt_read(struct ctx *c, int64_t client);
/* {"respected": {"yes", "n"}, …} */
void felt_json(struct ctx *c, int64_t client, struct jw *out);

#endif
