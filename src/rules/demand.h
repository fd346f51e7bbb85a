/* Demand: what a client asks for a date, checked against the notice that was
 * agreed (model 3.7, 5.5 S2; T6, T10–T14). */
#ifndef RULES_DEMAND_H
#define RULES_DEMAND_H

#include "rules/decision.h"
#include "rules/options.h"
#include "rules/term.h"

/* The agreed rules whose notice the date asked for does not respect, by id. */
#define TOUCHED_MAX 40
int demand_touches(struct ctx *c, const struct decision *d, const struct term *ret[TOUCHED_MAX]);
/* By when it could be done with the longest of those notices; 0 when none is touched. */
day demand_feasible(struct ctx *c, const struct decision *d);

/* What is proposed when nobody wrote options: as asked, less, later, not. */
const char *demand_options(struct ctx *c, const struct decision *d);
/* Its options, "as asked" breaking exactly the notices that its date does not
 * respect, besides what else it was said to break. */
const char *demand_options_checked(struct ctx *c, const struct decision *d);
/* The way out in question accepts it as asked, and breaks something. */
bool demand_concedes(const struct decision *d, const struct option *o);

/* One of its ways out would. */
bool demand_is_against_terms(const struct ctx *c, const struct decision *d);

/* What worries them about it was asked (T6): a worry was noted or checked since. */
bool demand_worry_is_known(struct ctx *c, const struct decision *d);

/* ---- the demands of a client (facts of S2) ------------------------------------- */

#define DEMANDS_DAYS 60
#define DEMANDS_MAX 200

struct demand {
	const struct decision *decision;
	int nterms; /* what "as asked" breaks, or only an untold rule would have refused */
	const struct term *term[TOUCHED_MAX];
	bool told_before; /* one of them was told before it was demanded */
};
struct demands {
	int n;           /* all of them */
	int unrealistic; /* against something told before */
	int never_told;  /* only against something we never told: ours */
	struct demand demand[DEMANDS_MAX];
};
/* When the first of them since that instant was made that only a rule we never told
 * would have refused; 0: none. */
instant demand_never_told(struct ctx *c, int64_t client, instant since);
derived_json demands_json; /* of a client */

#endif
