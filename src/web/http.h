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

struct desk {
	const struct server_config *config;
	void *state;                    /* what loop_start gave */
	int bell;                       /* an eventfd: a request has been resumed */
	_Atomic(struct http *) resumed; /* the last one first */
	int under_way;                  /* handed to the handler, not answered */
	bool closing;                   /* an answer ends its connection */

	struct arena *arenas[SPARES_MAX];
	struct page *pages[SPARES_MAX];
	int narenas, npages;
};

void desk_receive(struct evhttp_request *request, void *desk); /* for evhttp_set_gencb */
void desk_ring(struct desk *d);                                /* from any thread */
void desk_run_resumed(struct desk *d);
void desk_free_spares(struct desk *d);

#endif
