/* HTTP/1.1 behind a narrow face: libevent's evhttp, one loop per core on a
 * shared port, and a strict look at what evhttp would let through.
 *
 * Refused before any handler: two lengths, a length beside chunks, a length
 * that is not plain digits, no or two Hosts, NUL or a bare CR in the head, too
 * many or too large headers, a body over the limit; closed by deadline: a head
 * not whole in 10 s, a body not whole in 60 s.
 *
 * server.c runs the loops, guard.c watches the sockets, head.c judges what they
 * say, http.c hands a request to its handler and the answer back. */
#ifndef WEB_SERVER_H
#define WEB_SERVER_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/buf.h"
#include "web/head.h"

struct http; /* one request and its answer, used on one thread at a time */

struct server_config {
	const char *host;
	int port;
	int loops; /* 0: one a core */
	void *user;
	void *(*loop_start)(int loop, void *user); /* on the loop's own thread; its state */
	void (*loop_end)(void *state);
	void (*handle)(struct http *x, void *state); /* answers now, or later through http_resume */
	void (*ready)(int port, void *user);         /* once, when all loops accept; on one of them */
	void (*stopping)(void *user);                /* told to end, on one of them; NULL: nothing to do */
	size_t body_max;                             /* larger: 413 */
	body_limit *body_limit;                      /* … or by where it goes, none above */
	/* The body of a refusal made here (400, 413 …), written into out. */
	void (*refusal)(int status, struct buf *out, const char **ret_type);
};

/* Serves until SIGTERM or SIGINT: then refuses new connections, finishes what
 * is under way (at most 4 s) and returns true.  False with a sentence when it
 * could not start.  Once in a process. */
bool server_run(const struct server_config *c, char error[256]);

/* The request. */
const char *http_method(const struct http *x); /* "GET", "POST" … */
const char *http_path(const struct http *x);   /* percent-decoded, starts with "/", sound UTF-8 */
const char *http_query(const struct http *x);  /* raw, without "?"; "" when none */
const char *http_header(const struct http *x, const char *name); /* NULL when absent */
const char *http_peer(const struct http *x);                     /* the address it came from */
const char *http_body(const struct http *x, size_t *ret_n);      /* NUL after the last byte */
struct arena *http_arena(struct http *x);                        /* lives until http_answer */
void *http_state(struct http *x);                                /* a place for the caller, NULL at first */
void http_set_state(struct http *x, void *p);

/* The answer: write into http_out, set headers, then http_answer on the loop
 * that handled it, after which x is gone.  HEAD sends no body; content length is
 * set here. */
struct buf *http_out(struct http *x);
void http_set(struct http *x, const char *name, const char *value);
void http_answer(struct http *x, int status);
/* Takes back what was written and set so far: another answer comes. */
void http_forget(struct http *x);

/* A request that no socket brought: GET path, its answer stays in http_out.  For
 * measuring what a page costs without HTTP. */
struct http *http_alone(struct arena *a, const char *path);
void http_alone_free(struct http *x);

/* From any thread: runs then(x, state) on the loop that got x, soon. */
void http_resume(struct http *x, void (*then)(struct http *x, void *state));

#endif
