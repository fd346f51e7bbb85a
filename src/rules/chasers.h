/* Chasers: messages that came while something of ours was owed (model 5.5, X2; E16).
 * They are our doing, and count against nobody. */
#ifndef RULES_CHASERS_H
#define RULES_CHASERS_H

#include "rules/rules.h"

struct chaser {
	int64_t client_id, exchange_id;
	instant at;
	/* What was owed first when it came: a message without an answer, a promise past its
	 * date, a problem not told or not decided. */
	const struct kind *kind;
	int64_t id;
};

#define CHASERS_D 28 /* as far back as signs count (5.5) */

/* Of the whole firm, in the days up to now: by client, then by time; how many. */
int chasers_read(struct ctx *c, const struct chaser **ret);

struct chased { /* a client with at least one */
	int64_t client_id;
	const char *name;
	int n;
};
int chased_read(struct ctx *c, const struct chased **ret); /* by client; how many */

#endif
