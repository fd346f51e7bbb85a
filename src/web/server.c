/* The loops: how they start, share one port, stop when told to.
 *
 * A loop's libevent objects are touched by its own thread only, so libevent
 * runs without locks; other threads leave word in `resumed` or `stopping` and
 * ring the loop's eventfd. */
#include "web/server.h"

#include <errno.h>
#include <event2/event.h>
#include <event2/http.h>
#include <event2/listener.h>
#include <netdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <string.h>
#include <sys/eventfd.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#include "base/log.h"
#include "web/guard.h"
#include "web/head.h"
#include "web/http.h"

#define BACKLOG 1024
#define LOOPS_MAX 64
#define FILES_WANTED 4096
#define FILES_KEPT 64 /* for the database, the log, the loops themselves */
#define REST_MS 100
#define SAY_SECONDS 3600
#define STOP_MS 4000

struct loop {
	struct server *server;
	int index;
	int fd; /* its own share of the port; -1 once closed */
	pthread_t thread;
	struct reception reception;

	struct event_base *base;
	struct evhttp *http;
	struct evconnlistener *listener;
	struct evhttp_bound_socket *bound;
	struct guards *guards;
	struct event *bell;
	struct event *beat; /* every second; faster while resting or stopping */
	bool resting;       /* it accepts nobody until the next beat */
	int64_t give_up;    /* 0 until stopping */
};

struct server {
	const struct server_config *config;
	int port;
	int nloops;
	struct loop loops[LOOPS_MAX];
	struct event *on_term, *on_int;
	atomic_int up; /* loops that are */
	atomic_bool stopping;
};

static _Thread_local struct loop *this_loop;

/* No file is left for one more connection: asking again at once would only be busy. */
static void on_accept_failed(struct evconnlistener *listener, void *arg)
{
	static atomic_llong said;
	struct loop *l = this_loop;
	const char *why = strerror(errno);
	long long now = guard_now() / 1000 + SAY_SECONDS, before = atomic_load(&said);

	(void)arg;
	evconnlistener_disable(listener);
	l->resting = true;
	event_add(l->beat, &(struct timeval){.tv_usec = REST_MS * 1000});
	if (now - before >= SAY_SECONDS && atomic_compare_exchange_strong(&said, &before, now))
		log_line("level=warn what=\"no connection is accepted for now\" why=\"%s\"", why);
}

static void begin_stop(struct loop *l)
{
	l->give_up = guard_now() + STOP_MS;
	l->reception.closing = true;
	evhttp_del_accept_socket(l->http, l->bound);
	close(l->fd);
	l->fd = -1;
	event_add(l->beat, &(struct timeval){.tv_usec = 20000});
}

static void on_bell(evutil_socket_t fd, short what, void *arg)
{
	struct loop *l = arg;
	eventfd_t times;

	(void)what;
	eventfd_read(fd, &times);
	reception_run_resumed(&l->reception);
	if (l->give_up == 0 && atomic_load(&l->server->stopping))
		begin_stop(l);
}

static void on_beat(evutil_socket_t fd, short what, void *arg)
{
	struct loop *l = arg;
	bool stopping = l->give_up != 0;
	int left = guards_sweep(l->guards, stopping);

	(void)fd, (void)what;
	reception_give_back(&l->reception);
	if (l->resting && !stopping) {
		l->resting = false;
		event_add(l->beat, &(struct timeval){.tv_sec = 1});
		evconnlistener_enable(l->listener);
	}
	if (stopping && (left == 0 || guard_now() >= l->give_up))
		event_base_loopbreak(l->base);
}

static void stop_all(struct server *s)
{
	atomic_store(&s->stopping, true);
	for (int i = 0; i < s->nloops; i++)
		reception_ring(&s->loops[i].reception);
}

static void on_signal(evutil_socket_t signal_number, short what, void *arg)
{
	struct server *s = arg;

	(void)signal_number, (void)what;
	if (s->config->stopping != NULL)
		s->config->stopping(s->config->user);
	stop_all(s);
}

/* -- one loop's life */

static bool loop_open(struct loop *l, struct server *s, int index)
{
	const struct server_config *c = s->config;

	l->server = s;
	l->index = index;
	l->reception.config = c;
	l->reception.bell = eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC);
	if (l->reception.bell < 0 || (l->base = event_base_new()) == NULL ||
	    (l->http = evhttp_new(l->base)) == NULL)
		return false;
	l->guards = guards_new(c->body_limit, c->refusal);
	evhttp_set_bevcb(l->http, guards_admit, l->guards);
	evhttp_set_gencb(l->http, reception_receive, &l->reception);
	evhttp_set_allowed_methods(l->http, EVHTTP_REQ_GET | EVHTTP_REQ_HEAD | EVHTTP_REQ_POST |
						EVHTTP_REQ_PATCH | EVHTTP_REQ_PUT | EVHTTP_REQ_DELETE |
						EVHTTP_REQ_OPTIONS);
	evhttp_set_default_content_type(l->http, NULL);
	evhttp_set_max_headers_size(l->http, HEAD_MAX + LENGTH_LINE_MAX); /* the guard may add one */
	evhttp_set_max_body_size(l->http, (ev_ssize_t)c->body_max);

	l->bell = event_new(l->base, l->reception.bell, EV_READ | EV_PERSIST, on_bell, l);
	l->beat = event_new(l->base, -1, EV_PERSIST, on_beat, l);
	if (l->bell == NULL || l->beat == NULL || event_add(l->bell, NULL) < 0 ||
	    event_add(l->beat, &(struct timeval){.tv_sec = 1}) < 0)
		return false;
	l->listener = evconnlistener_new(l->base, NULL, NULL, LEV_OPT_CLOSE_ON_EXEC, 0, l->fd);
	if (l->listener == NULL || (l->bound = evhttp_bind_listener(l->http, l->listener)) == NULL)
		return false;
	evconnlistener_set_error_cb(l->listener, on_accept_failed);
	return true;
}

/* Its bell stays: whoever resumed the last request may be ringing only now. */
static void loop_close(struct loop *l)
{
	if (l->http != NULL)
		evhttp_free(l->http);
	if (l->bell != NULL)
		event_free(l->bell);
	if (l->beat != NULL)
		event_free(l->beat);
	if (l->base != NULL)
		event_base_free(l->base); /* also gives back the pages of unsent answers */
	guards_free(l->guards);
	reception_free_spares(&l->reception);
}

static void *loop_run(void *arg)
{
	struct loop *l = arg;
	struct server *s = l->server;
	const struct server_config *c = s->config;

	this_loop = l;
	l->reception.state = c->loop_start(l->index, c->user);
	if (atomic_fetch_add(&s->up, 1) + 1 == s->nloops)
		c->ready(s->port, c->user);
	event_base_dispatch(l->base);
	c->loop_end(l->reception.state);
	return NULL;
}

/* -- the server */

/* Each loop listens on a socket of its own and the kernel shares connections
 * out among them: with one socket for all, the loop that wakes first takes
 * every connection of a burst.  Whether somebody else has the port is only told
 * to a socket that does not share. */
static bool port_is_free(const struct addrinfo *a)
{
	const int on = 1;
	int fd = socket(a->ai_family, a->ai_socktype | SOCK_CLOEXEC, a->ai_protocol);
	bool is_free = fd >= 0 && setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on) == 0 &&
		       bind(fd, a->ai_addr, a->ai_addrlen) == 0 && listen(fd, 1) == 0;
	int why = errno;

	if (fd >= 0)
		close(fd);
	errno = why;
	return is_free;
}

static int listen_at(const struct addrinfo *a)
{
	const int on = 1;
	int fd = socket(a->ai_family, a->ai_socktype | SOCK_NONBLOCK | SOCK_CLOEXEC, a->ai_protocol);

	if (fd < 0)
		return -1;
	/* Connections inherit TCP_NODELAY; without it the end of a long answer
	 * waits for the client's delayed acknowledgement. */
	if (setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on) == 0 &&
	    setsockopt(fd, SOL_SOCKET, SO_REUSEPORT, &on, sizeof on) == 0 &&
	    setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on) == 0 &&
	    bind(fd, a->ai_addr, a->ai_addrlen) == 0 && listen(fd, BACKLOG) == 0)
		return fd;
	close(fd);
	return -1;
}

static int port_of(int fd)
{
	union {
		struct sockaddr any;
		struct sockaddr_in v4;
		struct sockaddr_in6 v6;
	} at = {0};
	socklen_t n = sizeof at;

	getsockname(fd, &at.any, &n);
	return ntohs(at.any.sa_family == AF_INET6 ? at.v6.sin6_port : at.v4.sin_port);
}

/* One address for all loops; port 0 becomes the one that the first was given. */
static bool listen_all(struct server *s, struct addrinfo *a)
{
	if (!port_is_free(a))
		return false;
	for (int i = 0; i < s->nloops; i++) {
		s->loops[i].fd = listen_at(a);
		if (s->loops[i].fd < 0)
			return false;
		s->port = port_of(s->loops[i].fd);
		if (a->ai_addr->sa_family == AF_INET6)
			((struct sockaddr_in6 *)(void *)a->ai_addr)->sin6_port = htons((uint16_t)s->port);
		else
			((struct sockaddr_in *)(void *)a->ai_addr)->sin_port = htons((uint16_t)s->port);
	}
	return true;
}

static bool server_listen(struct server *s, char error[256])
{
	const struct server_config *c = s->config;
	const struct addrinfo hints = {.ai_flags = AI_PASSIVE | AI_NUMERICSERV, .ai_socktype = SOCK_STREAM};
	struct addrinfo *found = NULL;
	char port[16];

	snprintf(port, sizeof port, "%d", c->port);
	int failed = getaddrinfo(c->host, port, &hints, &found);
	if (failed != 0) {
		snprintf(error, 256, "There is no address %s: %s.", c->host, gai_strerror(failed));
		return false;
	}
	bool listens = false;
	for (struct addrinfo *a = found; a != NULL && !listens; a = a->ai_next)
		listens = listen_all(s, a);
	if (!listens)
		snprintf(error, 256, "Cannot listen on %s, port %d: %s.", c->host, c->port, strerror(errno));
	freeaddrinfo(found);
	return listens;
}

static bool server_open(struct server *s, char error[256])
{
	if (!server_listen(s, error))
		return false;
	for (int i = 0; i < s->nloops; i++)
		if (!loop_open(&s->loops[i], s, i)) {
			snprintf(error, 256, "Cannot prepare an event loop: %s.", strerror(errno));
			return false;
		}
	s->on_term = evsignal_new(s->loops[0].base, SIGTERM, on_signal, s);
	s->on_int = evsignal_new(s->loops[0].base, SIGINT, on_signal, s);
	if (s->on_term == NULL || s->on_int == NULL || event_add(s->on_term, NULL) < 0 ||
	    event_add(s->on_int, NULL) < 0) {
		snprintf(error, 256, "Cannot watch for signals: %s.", strerror(errno));
		return false;
	}
	return true;
}

/* Runs all loops, the first one here, until they have stopped. */
static bool server_dispatch(struct server *s, char error[256])
{
	int started = 1, failed = 0;

	while (started < s->nloops && failed == 0) {
		struct loop *l = &s->loops[started];
		failed = pthread_create(&l->thread, NULL, loop_run, l);
		started += failed == 0;
	}
	if (failed != 0) {
		snprintf(error, 256, "Cannot start a thread: %s.", strerror(failed));
		stop_all(s);
	} else {
		loop_run(&s->loops[0]);
	}
	while (--started > 0)
		pthread_join(s->loops[started].thread, NULL);
	return failed == 0;
}

static void server_close(struct server *s)
{
	for (int i = 0; i < s->nloops; i++)
		if (s->loops[i].fd >= 0)
			close(s->loops[i].fd);
	if (s->on_term != NULL)
		event_free(s->on_term);
	if (s->on_int != NULL)
		event_free(s->on_int);
	/* A request that was not answered in time may still be resumed: what that
	 * touches is left to the end of the process. */
	for (int i = 0; i < s->nloops; i++)
		if (s->loops[i].reception.under_way == 0)
			loop_close(&s->loops[i]);
}

static int loops_wanted(const struct server_config *c)
{
	long n = c->loops > 0 ? c->loops : sysconf(_SC_NPROCESSORS_ONLN);

	return n < 1 ? 1 : n > LOOPS_MAX ? LOOPS_MAX : (int)n;
}

/* Enough files for every connection and the store; else fewer connections. */
static void raise_file_limit(void)
{
	struct rlimit limit;

	if (getrlimit(RLIMIT_NOFILE, &limit) < 0 || limit.rlim_cur >= FILES_WANTED)
		return;
	limit.rlim_cur = limit.rlim_max < FILES_WANTED ? limit.rlim_max : FILES_WANTED;
	setrlimit(RLIMIT_NOFILE, &limit);
	guards_let_in(limit.rlim_cur > 2 * FILES_KEPT ? (int)limit.rlim_cur - FILES_KEPT : FILES_KEPT);
}

static void on_libevent_log(int severity, const char *text)
{
	if (severity >= EVENT_LOG_WARN)
		log_line("event=libevent text=\"%s\"", text);
}

bool server_run(const struct server_config *c, char error[256])
{
	static struct server s;
	bool served;

	s.config = c;
	s.nloops = loops_wanted(c);
	for (int i = 0; i < s.nloops; i++)
		s.loops[i].fd = -1;
	signal(SIGPIPE, SIG_IGN);
	raise_file_limit();
	event_set_log_callback(on_libevent_log);
	served = server_open(&s, error) && server_dispatch(&s, error);
	server_close(&s);
	return served;
}
