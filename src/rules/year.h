/* A client's year at a glance: week by week, how often we spoke and wrote, what we
 * promised and kept, who told whom of what went wrong.  Counted, never weighed. */
#ifndef RULES_YEAR_H
#define RULES_YEAR_H

#include "rules/rules.h"

#define YEAR_WEEKS 52

struct week {
	day monday;
	int64_t voice, written;    /* exchanges */
	int64_t kept, missed;      /* promises of ours judged that week */
	int64_t told_first, found; /* problems and bad news: heard from us, or found out */
};

struct year {
	struct week week[YEAR_WEEKS]; /* the last one is the present one */
	int64_t most;                 /* exchanges of the fullest of them */
	bool empty;
};

/* Weeks begin on Monday, on the firm's own clock. */
const struct year *year_read(struct ctx *c, int64_t client);

/* What one week's promises and problems are, for whoever looks closer. */
struct week_fact {
	const struct promise *promise;
	const struct matter *matter; /* one of the two */
	bool well;                   /* kept, told first */
};
int week_facts(struct ctx *c, int64_t client, day monday, const struct week_fact **ret);

#endif
