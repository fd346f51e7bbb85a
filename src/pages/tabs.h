/* A client's page: what it has read, and those of its tabs that stand in a file of
 * their own. */
#ifndef PAGES_TABS_H
#define PAGES_TABS_H

#include "pages/exchanges.h"

#define APPOINTMENTS_MAX 5

/* The client and what surrounds it. */
struct around {
	const struct client *client;
	const struct named *staff, *mandates;
	const struct contact *contacts;
	int nahead;
	const struct exchange *ahead[APPOINTMENTS_MAX]; /* the next one first */
	const struct appointment *appointments;         /* the same */
};

typedef void tab_view(struct req *r, struct view *v, const struct around *a);

/* templates/agreed-tab.html, decisions-tab.html, whys-tab.html, moments-tab.html,
 * portrait-tab.html */
tab_view agreed_tab, decisions_tab, whys_tab, moments_tab, portrait_tab;

/* empathy: templates/empathy.html, or nothing (R3.1). */
void empathy_view(struct req *r, struct view *v, int64_t client);
/* What one asks to learn such a why: "What worries them?" */
const char *why_asked(struct req *r, int64_t question);

#endif
