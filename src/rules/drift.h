/* Drift: what was agreed beside what is, with our part and theirs in two equal
 * columns (model 5.9; R5.2, F10, F11). */
#ifndef RULES_DRIFT_H
#define RULES_DRIFT_H

#include "rules/rules.h"

/* What moved a column, and a record that did. */
enum drift_cause { DRIFT_MOVED, DRIFT_MISSED, DRIFT_ADDED, DRIFT_LACKING };
#define DRIFT_FACTS_MAX 100

/* One column: what moved it, since the last agreement. */
struct drift_side {
	int64_t moves;              /* dates moved */
	int64_t missed;             /* promises not kept on their date */
	int64_t expectations_added; /* which no writing carries */
	int64_t conditions_missing;
	int nfacts;
	struct drift_fact {
		enum drift_cause cause;
		int64_t n; /* how often */
		const struct promise *promise;
		const struct term *term; /* one of the two */
	} * fact;                        /* NULL: none */
};

#define DRIFT_LINES_MAX 10

struct drift {
	const struct mandate *mandate;
	day agreed_due;       /* 0: none was agreed */
	int64_t agreed_price; /* NO_NUMBER: none was agreed */
	int64_t minutes;      /* of work noted for it; NO_NUMBER: none is */
	struct drift_side ours, theirs;
	int nlines; /* the same as sentences; the first of them are of neither side */
	int nchanges;
	const char *line[DRIFT_LINES_MAX];
};

#define DRIFTS_MAX 50
/* Of the client's mandates under way, by id; mandate: of that one alone, 0 all. */
int drift_read(struct ctx *c, int64_t client, int64_t mandate, struct drift ret[DRIFTS_MAX]);
derived_json drift_json; /* of a client */

/* All their sentences as a JSON array of texts, for the agenda of a meeting to
 * realign (F11); NULL when nothing drifts. */
const char *drift_agenda(struct ctx *c, int64_t client, int64_t mandate);

#endif
