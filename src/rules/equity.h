/* The same treatment (model 5.4; E1, E10, E15, E20, R0.1): how long each client waits
 * for us, beside what they pay.  Nobody is ranked, no client has a delay of their own,
 * and amounts are the leads' to read. */
#ifndef RULES_EQUITY_H
#define RULES_EQUITY_H

#include "rules/rules.h"

/* How long people waited, in working seconds; n 0: nobody did. */
struct wait {
	int n;
	int64_t twice;     /* the median, twice */
	int64_t low, high; /* between which it lies at 95 % */
};

struct share { /* k of n; of extras and of what was put off, k for each of n */
	int64_t k, n;
};

/* What is compared between the clients who pay least and those who pay most. */
enum compared {
	SAY_DO,
	TELL_LATENCY,
	RECAPS,
	EXTRAS,
	POSTPONEMENTS,
	COMPARISONS,
	REPEAT = COMPARISONS,
	FACTS
};

enum third { NO_THIRD, LOW_THIRD, MID_THIRD, HIGH_THIRD, THIRDS };
extern const char *const third_names[THIRDS]; /* NULL, "low", "mid", "high" */

/* A client who was active in the window. */
struct treated {
	int64_t id;
	const char *name;
	bool internal, pays; /* pays: some revenue is noted over twelve months */
	bool has_sign;       /* confirmed or red; no kind of record keeps signs yet, so nobody has one */
	int64_t cents;
	enum third third;
	struct wait wait;
	int first; /* of their waits among all */
	struct share fact[FACTS];
};

struct figures { /* of one of us; alike for leads and for who reads */
	int64_t person_id;
	const char *name;
	struct wait reply, tell;
	struct share say_do;
};

/* States: G alive, A needs care, B hurts, U not known (model 5.1). */
struct times { /* how many times longer one group waits than another */
	struct wait longer, shorter;
	bool known;
	double ratio; /* NAN: the others wait for nothing at all */
	char state;
};

struct postponed { /* whose things are put off (E15) */
	const struct treated *client;
	int64_t n;
};

struct equity {
	int nclients;
	struct treated *client; /* by id */
	int nheads;
	struct figures head[LEADS_MAX], own;
	/* Those compared: outside the firm, who pay, and wrote often enough; by id. */
	int n;
	struct treated **compared;
	bool known; /* there are enough of them, and they differ */
	bool alike; /* … they do not: all pay the same, or all wait the same */
	double rho, low, high;
	char correlation;
	int k; /* as many in the lowest and in the highest third; 0 with fewer than six */
	struct times thirds;
	struct wait middle, internal;
	struct times nuisance; /* those with a sign, then the others */
	int left_out_internal, left_out_unpaid, left_out_quiet;
	int npostponed;
	struct postponed *postponed;
	struct share repeat; /* mandates closed a year ago or more, and those that another one followed */
};

struct equity *equity_read(struct ctx *c);
derived_json equity_json;        /* of the firm */
derived_json client_equity_json; /* of a client: what stands behind their figures */

/* ---- saying it (equity_say.c) --------------------------------------------------------- */

/* A fact of all clients of a third, together. */
struct share equity_share(const struct equity *e, enum third third, enum compared what);
const char *correlation_text(struct ctx *c, const struct equity *e);
const char *postponed_text(struct ctx *c, const struct postponed *p);
const char *chasers_text(struct ctx *c, int n);
/* "3,2", "−0,74"; of twice the seconds, "3,2 h" and their number. */
const char *decimal_said(struct arena *a, enum lang lang, double v, int decimals);
const char *wait_said(struct ctx *c, int64_t twice);
double hours_of_twice(int64_t twice);

#endif
