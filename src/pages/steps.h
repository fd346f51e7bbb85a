/* A problem led one step at a time, from perceived to verified (model 3.1): what
 * surrounds it, where it stands, and each step as the page shows it. */
#ifndef PAGES_STEPS_H
#define PAGES_STEPS_H

#include "rules/decision.h"
#include "rules/matter.h"
#include "rules/moment.h"
#include "rules/rating.h"
#include "rules/writing.h"
#include "pages/exchanges.h"

enum step { PERCEIVED, TOLD, UNDERSTOOD, PROPOSED, DECIDED, APPLIED, VERIFIED, STEPS };

#define DECISIONS_MAX 20

struct affair {
	const struct matter *matter;
	const struct contact *contacts;
	const struct writing *reformulation; /* the latest; NULL none */
	const struct moment *stumble;        /* the retrospective; NULL none */
	const struct rating *rating;         /* the client's last word; NULL none */
	int ndecisions;
	const struct decision *decision[DECISIONS_MAX]; /* the newest first */
	enum step now;                                  /* STEPS: all is done */
};

const struct affair *affair_read(struct req *r, const struct matter *m);

/* lead, steps, and closed once it is. */
void steps_view(struct req *r, struct view *v, const struct affair *a);

/* A line of facts: text, and url or NULL; nothing for no text. */
void fact_view(struct view *list, const char *text, const char *url);
/* How often the client sent us back; NULL never. */
const char *loops_text(struct req *r, const struct matter *m);
/* Where something was said, as templates/in-exchange.html takes it. */
void in_exchange_view(
    struct req *r, struct view *v, const char *key, const struct matter *m, const char *verb);

#endif
