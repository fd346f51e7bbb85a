/* The picture of a relation (model 5.1; R0.2): seven rules, each with its checks, each
 * check "k of n" with its sentence and the facts it counts.  A rule is as its worst
 * check, and not known while the thing it is about was not observed (its key check).
 * No weights, no total. */
#ifndef RULES_PORTRAIT_H
#define RULES_PORTRAIT_H

#include "rules/derived.h"

enum check_state { ALIVE, NEEDS_CARE, HURTING, NOT_KNOWN, NOT_APPLICABLE };
/* "alive", "needs care", … (words.md 1), English. */
const char *check_state_said(enum check_state s);

struct check_fact {
	int64_t id;
	bool hit; /* it counts among the k */
};

struct check {
	const char *name; /* "R1b" */
	bool key;
	enum check_state state;
	bool counts; /* k of n say something */
	int64_t k, n;
	int64_t value;                     /* days, or percent of a budget; NO_NUMBER: it has none */
	const char *sentence, *would_tell; /* would_tell: what would make it known; else NULL */
	const struct kind *kind;           /* of the facts, the first first */
	int nfacts;
	struct check_fact *fact;
	const char *hit,
	    *miss; /* what a fact that counts is, and one that does not; NULL: no more than a fact */
};

#define RULES_OF_PORTRAIT 7
#define CHECKS_OF_RULE_MAX 5

struct portrait_rule {
	const char *rule, *name; /* "R1", "Communication" */
	enum check_state state;
	const struct check *telling; /* the check that makes it so */
	int nchecks;
	struct check check[CHECKS_OF_RULE_MAX];
};

struct portrait {
	struct portrait_rule rule[RULES_OF_PORTRAIT];
};

const struct portrait *portrait_read(struct ctx *c, const struct client *of);
/* Whether one of a rule's checks hurts: "R5". */
bool portrait_hurts(struct ctx *c, const struct client *of, const char *rule);

/* Of its checks the worst, else what the key ones are: not known when all of these are
 * unknown or without object. */
const struct check *check_telling(const struct check *checks, int n);
enum check_state rule_state(const struct check *checks, int n);

derived_json portrait_json; /* of a client */

#endif
