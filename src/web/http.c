/* One request's way: evhttp hands it in, the handler answers it now or later,
 * its memory goes round to the next one. */
#include "web/http.h"

#include <event2/buffer.h>
#include <event2/bufferevent.h>
#include <event2/event.h>
#include <event2/http.h>
#include <malloc.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/eventfd.h>

#include "base/log.h"
#include "web/head.h"

#define ANSWER_MAX (256UL * 1024 * 1024)
#define LARGE_BYTES (64UL * 1024)
#define SPARE_BYTES (256UL * 1024) /* a page that grew larger gives its memory back */

/* The bytes of an answer; evhttp sends them from here, uncopied. */
struct page {
	struct buf bytes;
	struct reception *at;
};

struct http {
	struct reception *at;
	struct arena *arena;
	struct evhttp_request *request;
	struct page *page;
	const char *method, *path, *query, *peer, *body;
	size_t nbody;
	void *state;

	struct http *next; /* in the reception's `resumed` */
	void (*then)(struct http *x, void *state);
};

/* -- memory that goes round */

static struct arena *arena_take(struct reception *d)
{
	return d->narenas > 0 ? d->arenas[--d->narenas] : arena_new();
}

static void arena_give(struct reception *d, struct arena *a)
{
	if (d->narenas == SPARES_MAX) {
		arena_free(a);
		return;
	}
	arena_reset(a);
	d->arenas[d->narenas++] = a;
}

static struct page *page_take(struct reception *d)
{
	struct page *page;

	if (d->npages > 0)
		return d->pages[--d->npages];
	page = calloc(1, sizeof *page);
	if (page == NULL) {
		log_line("event=end reason=\"no memory left for an answer\"");
		abort();
	}
	page->at = d;
	page->bytes = (struct buf){.max = ANSWER_MAX};
	return page;
}

static void page_free(struct page *page)
{
	buf_free(&page->bytes);
	free(page);
}

static void page_give(struct page *page)
{
	struct reception *d = page->at;

	if (d->npages == SPARES_MAX || page->bytes.cap > SPARE_BYTES) {
		page_free(page);
		return;
	}
	buf_clear(&page->bytes);
	d->pages[d->npages++] = page;
}

static void on_page_sent(const void *p, size_t n, void *page)
{
	(void)p, (void)n;
	page_give(page);
}

/* -- a request */

static void read_body(struct http *x)
{
	struct evbuffer *in = evhttp_request_get_input_buffer(x->request);
	char *body;

	x->nbody = evbuffer_get_length(in);
	body = arena_alloc(x->arena, x->nbody + 1);
	evbuffer_remove(in, body, x->nbody);
	x->body = body;
}

/* The guard has seen to it that the target is sound. */
static void read_target(struct http *x)
{
	const char *target = evhttp_request_get_uri(x->request);
	size_t n = strlen(target);
	char *path = arena_alloc(x->arena, n + 1);

	x->query = head_target(target, n, path);
	x->path = path;
}

static void read_peer(struct http *x)
{
	char *address;
	ev_uint16_t port;

	evhttp_connection_get_peer(evhttp_request_get_connection(x->request), &address, &port);
	x->peer = arena_strdup(x->arena, address);
}

static const char *method_of(const struct evhttp_request *request)
{
	switch (evhttp_request_get_command(request)) {
	case EVHTTP_REQ_GET:
		return "GET";
	case EVHTTP_REQ_HEAD:
		return "HEAD";
	case EVHTTP_REQ_POST:
		return "POST";
	case EVHTTP_REQ_PATCH:
		return "PATCH";
	case EVHTTP_REQ_PUT:
		return "PUT";
	case EVHTTP_REQ_DELETE:
		return "DELETE";
	case EVHTTP_REQ_OPTIONS:
		return "OPTIONS";
	case EVHTTP_REQ_TRACE:
	case EVHTTP_REQ_CONNECT:
		break; /* the guard refuses them */
	}
	return "";
}

void reception_receive(struct evhttp_request *request, void *arg)
{
	struct reception *d = arg;
	struct arena *arena = arena_take(d);
	struct http *x = ARENA_NEW(arena, struct http);

	x->at = d;
	x->arena = arena;
	x->request = request;
	x->page = page_take(d);
	x->method = method_of(request);
	read_target(x);
	read_body(x);
	read_peer(x);
	d->under_way++;
	d->config->handle(x, d->state);
}

const char *http_method(const struct http *x)
{
	return x->method;
}

const char *http_path(const struct http *x)
{
	return x->path;
}

const char *http_query(const struct http *x)
{
	return x->query;
}

const char *http_header(const struct http *x, const char *name)
{
	return evhttp_find_header(evhttp_request_get_input_headers(x->request), name);
}

const char *http_peer(const struct http *x)
{
	return x->peer;
}

const char *http_body(const struct http *x, size_t *ret_n)
{
	*ret_n = x->nbody;
	return x->body;
}

struct arena *http_arena(struct http *x)
{
	return x->arena;
}

void *http_state(struct http *x)
{
	return x->state;
}

void http_set_state(struct http *x, void *p)
{
	x->state = p;
}

struct http *http_alone(struct arena *a, const char *path)
{
	struct http *x = ARENA_NEW(a, struct http);
	x->arena = a;
	x->request = evhttp_request_new(NULL, NULL);
	x->page = ARENA_NEW(a, struct page);
	x->page->bytes = (struct buf){.max = ANSWER_MAX};
	x->method = "GET";
	x->path = path;
	x->query = x->peer = x->body = "";
	return x;
}

void http_alone_free(struct http *x)
{
	buf_free(&x->page->bytes);
	evhttp_request_free(x->request);
}

/* -- its answer */

struct buf *http_out(struct http *x)
{
	return &x->page->bytes;
}

void http_set(struct http *x, const char *name, const char *value)
{
	evhttp_add_header(evhttp_request_get_output_headers(x->request), name, value);
}

void http_forget(struct http *x)
{
	buf_clear(&x->page->bytes);
	evhttp_clear_headers(evhttp_request_get_output_headers(x->request));
}

/* An answer that outgrew its bound is none: say so instead of sending half. */
static int replace_failed(struct http *x)
{
	const char *type = "text/plain";

	http_forget(x);
	x->at->config->refusal(500, &x->page->bytes, &type);
	http_set(x, "Content-Type", type);
	return 500;
}

static void put_body(struct http *x, bool with_bytes)
{
	struct buf *bytes = &x->page->bytes;
	struct evbuffer *out = evhttp_request_get_output_buffer(x->request);
	char length[24];

	snprintf(length, sizeof length, "%zu", bytes->n);
	http_set(x, "Content-Length", length);
	if (!with_bytes || bytes->n == 0 ||
	    evbuffer_add_reference(out, bytes->p, bytes->n, on_page_sent, x->page) < 0)
		page_give(x->page);
}

void http_answer(struct http *x, int status)
{
	struct reception *d = x->at;
	struct evhttp_request *request = x->request;
	struct evhttp_connection *connection = evhttp_request_get_connection(request);

	if (x->page->bytes.failed)
		status = replace_failed(x);
	if (status == 204 || status == 304)
		page_give(x->page);
	else
		put_body(x, evhttp_request_get_command(request) != EVHTTP_REQ_HEAD);
	if (d->closing)
		http_set(x, "Connection", "close");
	evhttp_send_reply(request, status, NULL, NULL);
	/* evhttp would listen on while it answers: a client that has said all it
	 * had to say would lose its answer, another could send without end. */
	if (connection != NULL)
		bufferevent_disable(evhttp_connection_get_bufferevent(connection), EV_READ);
	d->under_way--;
	d->grew = d->grew || x->nbody >= LARGE_BYTES; /* from here on there is something to give back */
	arena_give(d, x->arena);
}

/* -- word from other threads */

void reception_ring(struct reception *d)
{
	eventfd_write(d->bell, 1);
}

void http_resume(struct http *x, void (*then)(struct http *x, void *state))
{
	struct reception *d = x->at;
	struct http *first = atomic_load(&d->resumed);

	x->then = then;
	do
		x->next = first;
	while (!atomic_compare_exchange_weak(&d->resumed, &first, x));
	if (first == NULL) /* else the bell has been rung for that one */
		reception_ring(d);
}

void reception_run_resumed(struct reception *d)
{
	struct http *in_order = NULL;

	for (struct http *x = atomic_exchange(&d->resumed, NULL), *next; x != NULL; x = next) {
		next = x->next;
		x->next = in_order;
		in_order = x;
	}
	for (struct http *x = in_order, *next; x != NULL; x = next) {
		next = x->next;
		x->then(x, d->state);
	}
}

void reception_free_spares(struct reception *d)
{
	while (d->narenas > 0)
		arena_free(d->arenas[--d->narenas]);
	while (d->npages > 0)
		page_free(d->pages[--d->npages]);
}

/* The C library keeps what was freed between two things that live. */
void reception_give_back(struct reception *d)
{
	if (!d->grew)
		return;
	d->grew = false;
	reception_free_spares(d);
	malloc_trim(0);
}
