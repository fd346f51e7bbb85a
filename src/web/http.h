/* One loop's requests, from evhttp's hands to the handler's and back; what
 * handlers call is in server.h.  For server.c only. */
#ifndef WEB_HTTP_H
#define WEB_HTTP_H

#include <stdatomic.h>
#include <stdbool.h>

#include "web/server.h"

#define SPARES_MAX 64 /* arenas and pages kept for later requests */

struct evhttp_request;
struct page;

struct reception {
	const struct server_config *config;
	void *state;                    /* what loop_start gave */
	int bell;                       /* an eventfd: a request has been resumed */
	_Atomic(struct http *) resumed; /* the last one first */
	int under_way;                  /* handed to the handler, not answered */
	bool closing;                   /* an answer ends its connection */
	bool grew;                      /* something large came in since memory was given back */

	struct arena *arenas[SPARES_MAX];
	struct page *pages[SPARES_MAX];
	int narenas, npages;
};

void reception_receive(struct evhttp_request *request, void *reception); /* for evhttp_set_gencb */
void reception_ring(struct reception *d);                                /* from any thread */
void reception_run_resumed(struct reception *d);
void reception_free_spares(struct reception *d);
void reception_give_back(struct reception *d); /* to the system, what something large has left */

#endif
