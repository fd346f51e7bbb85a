/* What stands between the sockets and evhttp, which is lax and patient: a head
 * reaches evhttp only when it is whole and sound, a refused one is answered
 * here, and whoever is too slow, or one too many, is closed.
 *
 * No network holds more than a quarter of the connections (a proxy of ours may hold all);
 * when there are too many in all, whoever has kept us waiting longest makes room. */
#ifndef WEB_GUARD_H
#define WEB_GUARD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "web/head.h"

#define LENGTH_LINE_MAX 64   /* that the guard adds to a head when the body came in chunks */
#define CONNECTIONS_MAX 1000 /* in this process */

struct bufferevent;
struct event_base;
struct guards; /* of all connections of one loop */

struct guards *guards_new(
    body_limit *limit, void (*refusal)(int status, struct buf *out, const char **ret_type));
/* Of all loops together, at most CONNECTIONS_MAX; before any begins. */
void guards_let_in(int at_most);
void guards_free(struct guards *all); /* after its loop; NULL is accepted */

/* For evhttp_set_bevcb: the socket of a new connection, guarded. */
struct bufferevent *guards_admit(struct event_base *base, void *all);

/* Closes what is past its deadline, and with `stopping` every connection that
 * no request is using.  Returns how many are left.  To be called every second. */
int guards_sweep(struct guards *all, bool stopping);

int64_t guard_now(void); /* ms on a clock that never jumps */

#endif
