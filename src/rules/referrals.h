/* Who introduced whom: a forest over the clients (model 5.8; E5, E6).  One pass over
 * all of them, however deep or wide; nothing here is ordered by an amount. */
#ifndef RULES_REFERRALS_H
#define RULES_REFERRALS_H

#include "rules/rules.h"

/* One client, by id.  Amounts are in cents, and unset (0) for whoever may not read
 * them: what a client pays since the beginning, and what those they introduced do. */
struct introduction {
	int64_t client;
	const char *name;
	int64_t state;
	const char *by_text;        /* introduced by somebody who is no client; NULL: nobody said so */
	int parent, child, next;    /* places in the forest: who introduced them, the first they did,
				       who came after them by the same; -1: none */
	int nchildren;              /* whom they introduced, prospects too */
	bool brought_some;          /* one of those below them became a client */
	int64_t own, direct, below; /* below: direct and indirect, what they brought */
};

#define SHARE_NOT_KNOWN (-1)

struct forest {
	int n;
	struct introduction *of; /* by id of client */
	bool amounts;            /* a lead reads them */
	int64_t word_of_mouth;   /* percent of a year's revenue from clients who were introduced */
};

const struct forest *forest_read(struct ctx *c);
/* Its place in the forest; -1: there is no such client. */
int forest_find(const struct forest *f, int64_t client);
/* The one after this in the order in which trees are drawn, each before those it
 * introduced; -1 gives the first, and is what follows the last. */
int forest_after(const struct forest *f, int at);
/* "not yet" for who brought nobody so far, else NULL. */
const char *brought_text(const struct ctx *c, const struct forest *f, const struct introduction *one);
derived_json referrals_json; /* of the firm */

#endif
