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

/* Where somebody stands in a text, by their whole name or their first, whatever its
 * case and accents, and its bytes; NULL: nowhere. */
const char *name_in(struct arena *a, const char *text, const char *name, size_t *ret_n);
/* Whether that first name can be something else in a text: a flower, a month. */
bool name_is_a_word(struct arena *a, const char *name);

#endif
