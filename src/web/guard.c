/* Guards one loop's connections.  Each is in one of four states:
 *
 *            head whole and sound
 *   HEAD ───────────────────────────► PASSED    evhttp reads, the handler works,
 *    │  ▲                               │       the answer leaves
 *    │  └───────────────────────────────┘
 *    │ head unsound   answer has left
 *    ▼
 *   REFUSED    our own answer leaves; what still comes in is thrown away
 *
 * A body in chunks is read here, in CHUNKS between HEAD and PASSED, and evhttp gets it
 * whole with its length: it would read them laxly, and refuses extensions.
 * In HEAD all bytes are held back from evhttp.  In PASSED evhttp listens (EV_READ)
 * only while the body is missing: that is how a slow client is told from a
 * handler at work, which no deadline may disturb. */
#include "web/guard.h"

#include <event2/buffer.h>
#include <event2/bufferevent.h>
#include <event2/event.h>
#include <event2/http.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <sys/queue.h>
#include <sys/socket.h>
#include <time.h>

#include "base/log.h"
#include "web/chunks.h"
#include "web/network.h"

#define HEAD_MS 10000    /* from the first byte to the empty line */
#define BODY_MS 60000    /* from the empty line to the last byte of the body */
#define IDLE_MS 75000    /* between an answer and the next request */
#define PATIENCE_MS 1000 /* that a connection may say nothing in, before another loop's takes its place */
#define LINGER_MS 2000   /* for a refused client to read why */
#define WRITE_SECONDS 60 /* without one byte of the answer taken */

#define REFUSAL_MAX 65536
#define BODY_SMALL (16UL * 1024)
#define BODIES_MAX (256UL * 1024 * 1024) /* larger ones, all that come in at a time; a network: a quarter */
#define NETWORKS_MAX (CONNECTIONS_MAX + 256) /* the loops may each have let in some too many */

struct guard {
	LIST_ENTRY(guard) link;
	struct guards *all;
	struct bufferevent *bev;
	struct evhttp_connection *connection;
	struct evbuffer *held;         /* a head that is not whole, or bytes of chunks */
	struct evbuffer *head, *whole; /* in CHUNKS: what came before, the body so far */
	struct chunks chunks;
	enum { HEAD, CHUNKS, PASSED, REFUSED } state;
	int64_t deadline;
	int64_t since; /* it was admitted, or answered last */
	network from;
	size_t body; /* counted in its network's share */
};

struct guards {
	LIST_HEAD(, guard) list;
	int n;
	body_limit *limit;
	void (*refusal)(int status, struct buf *out, const char **ret_type);
};

static atomic_int connections;
static int connections_max = CONNECTIONS_MAX;

static struct {
	pthread_mutex_t lock;
	struct {
		network from;
		int held;
		size_t bodies;
	} of[NETWORKS_MAX];
	int n;
	size_t bodies;
} shares = {.lock = PTHREAD_MUTEX_INITIALIZER};

int64_t guard_now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC_COARSE, &t);
	return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

/* A connection without its guard would be served unwatched: better none at all. */
static void *memory_or_end(void *p)
{
	if (p == NULL) {
		log_line("event=end reason=\"no memory left for a connection\"");
		abort();
	}
	return p;
}

struct guards *guards_new(
    body_limit *limit, void (*refusal)(int status, struct buf *out, const char **ret_type))
{
	struct guards *all = memory_or_end(calloc(1, sizeof *all));

	LIST_INIT(&all->list);
	all->limit = limit;
	all->refusal = refusal;
	return all;
}

void guards_let_in(int at_most)
{
	connections_max = at_most < CONNECTIONS_MAX ? at_most : CONNECTIONS_MAX;
}

void guards_free(struct guards *all)
{
	free(all);
}

static void guard_free(struct guard *g)
{
	evbuffer_free(g->held);
	evbuffer_free(g->head);
	evbuffer_free(g->whole);
	free(g);
	atomic_fetch_sub(&connections, 1);
}

/* -- sharing */

/* Where this network's share stands; it has one while it holds connections.  Under the
 * lock. */
static int share_of(network from)
{
	int i = 0;
	while (i < shares.n && shares.of[i].from != from)
		i++;
	return i;
}

/* How many it holds, with this one. */
static int share_taken(network from)
{
	pthread_mutex_lock(&shares.lock);
	int i = share_of(from);
	if (i == shares.n && i < NETWORKS_MAX) {
		memset(&shares.of[i], 0, sizeof shares.of[i]);
		shares.of[i].from = from;
		shares.n++;
	}
	int held = i < NETWORKS_MAX ? ++shares.of[i].held : 0;
	pthread_mutex_unlock(&shares.lock);
	return held;
}

static void share_given_back(network from)
{
	pthread_mutex_lock(&shares.lock);
	int i = share_of(from);
	if (i < shares.n && --shares.of[i].held == 0)
		shares.of[i] = shares.of[--shares.n];
	pthread_mutex_unlock(&shares.lock);
}

/* The body that begins to come in is counted, or what was counted no more (0).  False:
 * too much comes in already. */
static bool body_counts(struct guard *g, size_t n)
{
	n = n > BODY_SMALL ? n : 0;
	if (n == g->body)
		return true;
	pthread_mutex_lock(&shares.lock);
	int i = share_of(g->from);
	size_t all = shares.bodies - g->body + n, own = i < shares.n ? shares.of[i].bodies - g->body + n : 0;
	bool room = all <= BODIES_MAX && (own <= BODIES_MAX / 4 || network_is_proxy(g->from));
	if (room || n == 0) {
		shares.bodies = all;
		if (i < shares.n)
			shares.of[i].bodies = own;
		g->body = n;
	}
	pthread_mutex_unlock(&shares.lock);
	return room;
}

static bool is_waiting(const struct guard *g)
{
	return g->state != PASSED || (bufferevent_get_enabled(g->bev) & EV_READ);
}

/* Of those who say nothing, or not enough, the one that has been there longest; of one
 * instant, who came first. */
static struct guard *longest_waiting(struct guards *all)
{
	struct guard *g, *found = NULL;
	LIST_FOREACH(g, &all->list, link)
	if (is_waiting(g) && (found == NULL || g->since <= found->since))
		found = g;
	return found;
}

/* When there are too many in all, one of this loop's that came before an instant is closed.
 * The last one that waits stays: another loop's make room for it, at their next beat. */
static bool make_room(struct guards *all, int64_t before)
{
	struct guard *g = longest_waiting(all);
	bool too_many = atomic_load(&connections) > connections_max;

	if (!too_many || g == NULL || g->since >= before || g == LIST_FIRST(&all->list))
		return false;
	evhttp_connection_free(g->connection);
	return true;
}

/* -- refusing */

static void on_refusal_sent(struct bufferevent *bev, void *arg)
{
	/* Closing now, with bytes unread, would reset the connection and could
	 * take the answer away from under the client. */
	(void)arg;
	shutdown(bufferevent_getfd(bev), SHUT_WR);
}

static void on_refused_gone(struct bufferevent *bev, short what, void *arg)
{
	struct guard *g = arg;

	(void)bev, (void)what;
	evhttp_connection_free(g->connection);
}

static void refuse(struct guard *g, int status)
{
	struct evbuffer *out = bufferevent_get_output(g->bev);
	const char *type = "text/plain";

	log_line("event=refused status=%d", status);
	struct buf body = {.max = REFUSAL_MAX};
	g->all->refusal(status, &body, &type);
	evbuffer_add_printf(out,
	    "HTTP/1.1 %d Refused\r\nContent-Type: %s\r\nContent-Length: %zu\r\nConnection: close\r\n\r\n",
	    status, type, body.n);
	evbuffer_add(out, body.p, body.n);
	buf_free(&body);

	g->state = REFUSED;
	g->deadline = guard_now() + LINGER_MS;
	evbuffer_drain(g->held, evbuffer_get_length(g->held));
	evbuffer_drain(g->whole, evbuffer_get_length(g->whole));
	bufferevent_setcb(g->bev, NULL, on_refusal_sent, on_refused_gone, g);
	bufferevent_enable(g->bev, EV_READ | EV_WRITE);
}

/* -- judging */

/* Lets evhttp have what is held, a head and what follows of its body. */
static void pass(struct guard *g, size_t head_size, size_t length)
{
	g->state = PASSED;
	g->deadline = guard_now() + BODY_MS;
	bufferevent_setwatermark(g->bev, EV_READ, 0, HEAD_MAX + head_size + length);
	evbuffer_prepend_buffer(bufferevent_get_input(g->bev), g->held);
}

/* The head as if the length of its body had been said from the start. */
static void pass_chunks(struct guard *g)
{
	size_t n = evbuffer_get_length(g->whole), empty_line = evbuffer_get_length(g->head) - 2;
	struct evbuffer *head = memory_or_end(evbuffer_new());

	evbuffer_remove_buffer(g->head, head, empty_line);
	evbuffer_drain(g->head, 2);
	evbuffer_add_printf(head, "Content-Length: %zu\r\n\r\n", n);
	size_t head_size = evbuffer_get_length(head);
	evbuffer_prepend_buffer(g->held, g->whole);
	evbuffer_prepend_buffer(g->held, head);
	evbuffer_free(head);
	pass(g, head_size, n);
}

static void read_chunks(struct guard *g)
{
	size_t held = evbuffer_get_length(g->held), n = held, some;
	const char *p = (const char *)evbuffer_pullup(g->held, -1), *data;
	int status;

	while ((status = chunks_read(&g->chunks, &p, &n, &data, &some)) == CHUNKS_DATA)
		evbuffer_add(g->whole, data, some);
	evbuffer_drain(g->held, held - n);
	if (status == 0)
		pass_chunks(g);
	else if (status != CHUNKS_MORE)
		refuse(g, status);
}

/* A line that evhttp must not obey any more: its name is struck out. */
static void strike_out(char *head, size_t at)
{
	for (char *s = head + at; at > 0 && *s != ':'; s++)
		*s = 'x';
}

static void begin_chunks(struct guard *g, const struct head *head)
{
	char *p = (char *)evbuffer_pullup(g->held, (ev_ssize_t)head->size);

	strike_out(p, head->coding);
	strike_out(p, head->expect);
	evbuffer_remove_buffer(g->held, g->head, head->size);
	g->state = CHUNKS;
	g->deadline = guard_now() + BODY_MS;
	g->chunks = (struct chunks){.max = head->body_max};
	if (head->expect > 0 && evbuffer_get_length(g->held) == 0)
		evbuffer_add_printf(bufferevent_get_output(g->bev), "HTTP/1.1 100 Continue\r\n\r\n");
	read_chunks(g);
}

/* Lets evhttp have what is held as soon as it begins with a sound head. */
static void judge(struct guard *g)
{
	struct head head;
	size_t n = evbuffer_get_length(g->held);
	const char *p = (const char *)memory_or_end(evbuffer_pullup(g->held, -1));
	int status = head_read(p, n, g->all->limit, &head);

	if (status == HEAD_MORE)
		return;
	if (status == 0 && !body_counts(g, head.chunked ? head.body_max : head.length))
		status = 429;
	if (status != 0) {
		refuse(g, status);
		return;
	}
	if (head.chunked)
		begin_chunks(g, &head);
	else
		pass(g, head.size, head.length);
}

static void on_input(struct evbuffer *in, const struct evbuffer_cb_info *info, void *arg)
{
	struct guard *g = arg;

	if (info->n_added == 0 || g->state == PASSED)
		return;
	if (g->state == REFUSED) {
		evbuffer_drain(in, evbuffer_get_length(in));
		return;
	}
	if (g->state == HEAD && evbuffer_get_length(g->held) == 0)
		g->deadline = guard_now() + HEAD_MS;
	evbuffer_add_buffer(g->held, in);
	if (g->state == CHUNKS)
		read_chunks(g);
	else
		judge(g);
}

/* Only an answer leaves while evhttp does not listen ("100 Continue" leaves
 * while it does).  What has come in meanwhile is the next request. */
static void on_output(struct evbuffer *out, const struct evbuffer_cb_info *info, void *arg)
{
	struct guard *g = arg;
	struct evbuffer *in = bufferevent_get_input(g->bev);

	if (g->state != PASSED || info->n_deleted == 0 || evbuffer_get_length(out) > 0 ||
	    (bufferevent_get_enabled(g->bev) & EV_READ))
		return;
	body_counts(g, 0);
	g->state = HEAD;
	g->since = guard_now();
	g->deadline = g->since + IDLE_MS;
	if (evbuffer_get_length(in) > 0) {
		g->deadline = guard_now() + HEAD_MS;
		evbuffer_add_buffer(g->held, in);
		judge(g);
	}
}

/* -- coming and going */

static void on_close(struct evhttp_connection *connection, void *arg)
{
	struct guard *g = arg;

	(void)connection;
	evbuffer_remove_cb(bufferevent_get_input(g->bev), on_input, g);
	evbuffer_remove_cb(bufferevent_get_output(g->bev), on_output, g);
	LIST_REMOVE(g, link);
	g->all->n--;
	body_counts(g, 0);
	share_given_back(g->from);
	guard_free(g);
}

/* Runs right after evhttp has made the connection, before anything is read.
 * evhttp gives the connection a name only in its bufferevent's callbacks. */
static void on_admitted(evutil_socket_t fd, short what, void *arg)
{
	struct guard *g = arg;
	void *connection = NULL;

	(void)fd, (void)what;
	bufferevent_getcb(g->bev, NULL, NULL, NULL, &connection);
	bufferevent_decref(g->bev);
	if (connection == NULL) {
		guard_free(g); /* evhttp has given it up already */
		return;
	}
	g->connection = connection;
	LIST_INSERT_HEAD(&g->all->list, g, link);
	g->all->n++;
	evhttp_connection_set_closecb(connection, on_close, g);
	g->from = network_of_peer(bufferevent_getfd(g->bev));
	if (share_taken(g->from) > connections_max / 4 && !network_is_proxy(g->from))
		evhttp_connection_free(connection);
	else
		make_room(g->all, INT64_MAX);
}

struct bufferevent *guards_admit(struct event_base *base, void *all)
{
	struct guard *g = memory_or_end(calloc(1, sizeof *g));

	atomic_fetch_add(&connections, 1);
	g->all = all;
	g->bev = memory_or_end(bufferevent_socket_new(base, -1, 0));
	g->held = memory_or_end(evbuffer_new());
	g->head = memory_or_end(evbuffer_new());
	g->whole = memory_or_end(evbuffer_new());
	g->since = guard_now();
	g->deadline = g->since + HEAD_MS;
	evbuffer_add_cb(bufferevent_get_input(g->bev), on_input, g);
	evbuffer_add_cb(bufferevent_get_output(g->bev), on_output, g);
	bufferevent_set_timeouts(g->bev, NULL, &(struct timeval){.tv_sec = WRITE_SECONDS});
	bufferevent_setwatermark(g->bev, EV_READ, 0, HEAD_MAX);

	bufferevent_incref(g->bev);
	event_base_once(base, -1, EV_TIMEOUT, on_admitted, g, NULL);
	return g->bev;
}

int guards_sweep(struct guards *all, bool stopping)
{
	int64_t now = guard_now();

	for (struct guard *g = LIST_FIRST(&all->list), *next; g != NULL; g = next) {
		next = LIST_NEXT(g, link);
		if (is_waiting(g) && (now >= g->deadline || (stopping && g->state == HEAD)))
			evhttp_connection_free(g->connection);
	}
	while (make_room(all, now - PATIENCE_MS))
		;
	return all->n;
}
