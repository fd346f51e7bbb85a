/* Private to "the same treatment": what is counted on the way to its figures.
 *
 *   equity.c         who is compared, the messages, their medians
 *   equity_facts.c   what else is compared
 *   equity_client.c  what stands behind one client's figures */
#ifndef RULES_EQUITY_PARTS_H
#define RULES_EQUITY_PARTS_H

#include "rules/equity.h"

/* One message, as it counts: the seconds that it waited, or false while its answer is
 * not due yet. */
struct message {
	int64_t client_id;
	instant at, answered, parked;
	int64_t answered_by, urgent;
};
bool message_waited(const struct ctx *c, const struct message *m, int64_t *ret_seconds);

/* ---- numbers under way ------------------------------------------------------------ */

struct bag { /* seconds */
	int n;
	int64_t *v;
};
void bag_add(struct ctx *c, struct bag *b, int64_t seconds);
struct wait bag_wait(struct bag *b); /* sorts it */

#define FIGURES_MAX (LEADS_MAX + 1)
struct equity_reading {
	struct equity *e;
	instant since; /* fair_window_d ago */
	int nfigures;
	struct figures *figures[FIGURES_MAX];
	struct bag reply[FIGURES_MAX], tell[FIGURES_MAX];
};
struct treated *treated_client(struct equity *e, int64_t id);   /* NULL: not one of them */
int figures_of(const struct equity_reading *r, int64_t person); /* its place; -1: of nobody shown */

/* The facts of each client that are compared, and the promises and tellings of people
 * (equity_facts.c). */
void facts_read(struct ctx *c, struct equity_reading *r);

#endif
