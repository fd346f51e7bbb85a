/* What is made from facts, settings and now, and nothing else: say and do,
 * transparency, the thread.  Each statement is "k of n" with its facts. */
#ifndef RULES_DERIVED_H
#define RULES_DERIVED_H

#include "rules/rules.h"

/* ---- say / do (model 5.2) ------------------------------------------------- */

#define PROMISES_SHOWN_MAX 200

struct say_do {
	int64_t k, n;
	int wilson[2]; /* 95 % interval in percent; both 0 when n is 0 */
	int shown;     /* of the promises behind it */
	struct {
		const struct promise *promise;
		bool kept;
		int moved;
	} fact[PROMISES_SHOWN_MAX];
};

/* side: OURS or THEIRS.  under_problem: only those falling due while a problem
 * was open (E12). */
struct say_do *say_do_read(struct ctx *c, int64_t client, int side, bool under_problem);
derived_json say_do_json; /* of a client */

#define PERCENT_FROM 5 /* below, "3 of 4" and no percentage (model 1) */
/* "k", "n" and "percent" of an object under way. */
void ratio_json(int64_t k, int64_t n, struct jw *out);

/* The Wilson interval of k of n at 95 %, in whole percent, rounded half up. */
void wilson(int64_t k, int64_t n, int ret[2]);

/* ---- transparency (model 5.3) ---------------------------------------------- */

#define TRANSPARENCY_FACTS_MAX 200 /* of each, the first ones; the numbers count all */

struct transparency {
	int n;                         /* negative matters that we noticed, in the window */
	int within, judged;            /* told within the target */
	int untold_late;               /* past it, and still not told */
	int64_t median_twice, slowest; /* in working seconds; the median twice */
	int proactive_k, proactive_n;
	int said_before; /* admissions: told before the client knew, "Je bloque" among them (E13–14) */
	int shown;
	struct {
		int64_t matter_id;
		int64_t seconds; /* working, from noticing to telling */
		bool at_least;
		bool judged, within;
		instant edited;
	} fact[TRANSPARENCY_FACTS_MAX];
	int known; /* of the proactive ones */
	struct {
		int64_t matter_id;
		bool told_first;
	} who_knew[TRANSPARENCY_FACTS_MAX];
};

/* client 0: the whole firm. */
struct transparency *transparency_read(struct ctx *c, int64_t client);
derived_json transparency_json; /* of a client, or the firm */
/* Who knew first: "3 of 4: too few for a percentage". */
const char *transparency_text(struct ctx *c, const struct transparency *t);

/* ---- the thread -------------------------------------------------------------- */

struct event { /* one line of a client's thread, newest first */
	instant at;
	const struct kind *kind;
	int64_t id;
	const char *what; /* "exchange", "promised", "told", "sent", "chosen" … */
	const char *text;
};

#define THREAD_PAGE 50

/* The exchanges of one client before an instant (0: the latest), newest first;
 * only what a line of the thread shows is read. */
int thread_read(struct ctx *c, int64_t client, instant before_at, int64_t before_id,
    const struct exchange **ret, int max);
/* The client's coming appointments, the next first. */
int appointments_read(struct ctx *c, int64_t client, const struct exchange **ret, int max);

/* Everything of one client by time, ascending; matter: only what surrounds it.
 * Gives how many. */
int timeline_read(struct ctx *c, int64_t client, const struct matter *around, const struct event **ret);
void timeline_json(struct ctx *c, int64_t client, const struct matter *around, const char *cursor, int limit,
    struct jw *out);

#endif
