/* The people of the firm, and their names inside a text. */
#ifndef RULES_STAFF_H
#define RULES_STAFF_H

#include "record/kind.h"

struct named {
	const struct named *next;
	int64_t id;
	const char *name;
	bool over; /* left the team, closed: still named, no longer chosen */
};

/* The rows of a statement of id, name, whether it is current. */
const struct named *names_read(struct ctx *c, struct db_query *q);

/* Everybody who is or was on the team, by name. */
const struct named *staff_named(struct ctx *c);
const void *staff_read(struct ctx *c); /* … as person_kind keeps them */

/* Where a name stands in a text as a word of its own, with its capital letter; NULL. */
const char *name_in(const char *text, const char *name);

#endif
