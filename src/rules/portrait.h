/* The picture of a relation (model 5.1): checks, each "k of n" with its
 * sentence; a rule is as its worst check, and unknown while its key one is.
 * No weights, no total. */
#ifndef RULES_PORTRAIT_H
#define RULES_PORTRAIT_H

#include "rules/derived.h"

enum check_state { ALIVE, NEEDS_CARE, HURTING, NOT_KNOWN, NOT_APPLICABLE };

#define CHECK_IDS_MAX 200

struct check {
	enum check_state state;
	bool counts; /* k of n say something */
	int64_t k, n;
	const char *sentence, *would_tell; /* would_tell: of what is not known */
	const struct kind *kind;           /* of the facts */
	int nids;
	int64_t ids[CHECK_IDS_MAX];
};

/* Rules that can be told from what is recorded so far: transparency (R4). */
derived_json portrait_json; /* of a client */

#endif
