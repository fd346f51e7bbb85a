/* From a socket to a route and back: who asks, whether time must pass first,
 * where the work is done, how a refusal is said. */
#include "web/app.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/log.h"
#include "base/text.h"
#include "web/crew.h"
#include "web/form_names.h"
#include "web/session.h"
#include "web/template.h"
#include "web/typed.h"

#define BODY_MAX (1 << 20)
#define DOOR_BODY_MAX 4096
#define FORM_FIELDS_MAX 1000
#define SLOW_WAITING 64
#define READERS 4
#define READERS_WAITING 256
#define PATIENCE_MS 12000 /* longer than a writer waits for another one */
#define STOP_MS 3000

/* Where the database is a file, a loop reads it by itself, at once.  Where it is on another
 * machine, which may fall silent, no loop ever waits for it: readers do. */
struct app {
	const struct app_config *config;
	struct writer *writer;
	struct crew *slow, *readers; /* readers: NULL with a file */
	enum lang lang;              /* the firm's, and its name, as they were at the start */
	const char *firm;
};

struct loop { /* one a thread */
	struct app *app;
	struct desk desk; /* with a file */
};

struct writer *app_writer(struct app *app)
{
	return app->writer;
}

struct crew *app_slow(struct app *app)
{
	return app->slow;
}

const char *app_site(const struct app *app)
{
	return app->config->site;
}

const char *app_mail_from(const struct app *app)
{
	return app->config->mail_from;
}

enum post_way app_post(const struct app *app)
{
	return app ? app->config->post : POST_PLAYED;
}

bool app_links(const struct app *app)
{
	return !app || app->config->links;
}

/* ---- input ------------------------------------------------------------------------ */

static int hex_digit(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	c |= 32;
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* One part of a form or query, decoded; NULL when it is not sound text.  A control that
 * came along with what was pasted is no reason to lose the rest. */
static char *decode(struct arena *a, const char *s, size_t n)
{
	char *out = arena_alloc(a, n + 1);
	size_t k = 0;
	for (size_t i = 0; i < n; i++) {
		if (s[i] == '+') {
			out[k++] = ' ';
		} else if (s[i] == '%') {
			if (i + 2 >= n || hex_digit(s[i + 1]) < 0 || hex_digit(s[i + 2]) < 0)
				return NULL;
			out[k++] = (char)(hex_digit(s[i + 1]) * 16 + hex_digit(s[i + 2]));
			i += 2;
		} else {
			out[k++] = s[i];
		}
	}
	out[k] = 0;
	text_blank_controls(out, k);
	return text_is_sound(out, k) ? out : NULL;
}

bool pairs_each(
    struct req *r, const char *s, bool (*visit)(struct req *, const char *, const char *, void *), void *user)
{
	while (*s) {
		size_t n = strcspn(s, "&"), name = strcspn(s, "=&");
		if (n > 0) {
			const char *key = decode(http_arena(r->x), s, name);
			const char *value =
			    name < n ? decode(http_arena(r->x), s + name + 1, n - name - 1) : "";
			if (!key || !value || !visit(r, key, value, user))
				return false;
		}
		s += n + (s[n] == '&');
	}
	return true;
}

bool query_each(
    struct req *r, bool (*visit)(struct req *r, const char *name, const char *value, void *user), void *user)
{
	return pairs_each(r, http_query(r->x), visit, user);
}

struct wanted {
	const char *name, *value;
};

static bool look_for(struct req *r, const char *name, const char *value, void *user)
{
	(void)r;
	struct wanted *w = user;
	if (!w->value && strcmp(name, w->name) == 0)
		w->value = value;
	return true;
}

const char *query_value(struct req *r, const char *name)
{
	struct wanted w = {.name = name};
	query_each(r, look_for, &w);
	return w.value;
}

/* Lists are made here, and only of what is one: whoever reads a value afterwards,
 * guard or door, reads the same. */
static bool take_pair(struct req *r, const char *name, const char *value, void *user)
{
	int *fields = user;
	if (++*fields > FORM_FIELDS_MAX)
		return false;
	json_t *there = json_object_get(r->input, name);
	if (!there || !form_is_list(name)) {
		json_object_set_new(r->input, name, json_string(value));
		return true;
	}
	if (!json_is_array(there)) {
		json_t *list = json_pack("[O]", there);
		json_object_set_new(r->input, name, list);
		there = list;
	}
	json_array_append_new(there, json_string(value));
	return true;
}

static bool type_is(const struct req *r, const char *type)
{
	const char *header = http_header(r->x, "Content-Type");
	size_t n = strlen(type);
	return header && strncasecmp(header, type, n) == 0 &&
	       (header[n] == 0 || header[n] == ';' || header[n] == ' ');
}

static bool read_json_body(struct req *r)
{
	size_t n;
	const char *body = http_body(r->x, &n);
	if (n > 0 && !type_is(r, "application/json")) {
		answer_code(r, "unsupported_media_type");
		return false;
	}
	if (n == 0)
		return true;
	json_t *v = json_loadb(body, n, JSON_REJECT_DUPLICATES, NULL);
	if (!json_is_object(v)) {
		json_decref(v);
		answer_code(r, "bad_json");
		return false;
	}
	json_decref(r->input);
	r->input = v;
	return true;
}

bool read_input(struct req *r)
{
	size_t n;
	r->input = json_object();
	if (r->api)
		return read_json_body(r);
	const char *body = http_body(r->x, &n);
	if (n > 0 && (!type_is(r, "application/x-www-form-urlencoded") || strlen(body) != n)) {
		answer_code(r, "unsupported_media_type");
		return false;
	}
	int fields = 0;
	if (pairs_each(r, body, take_pair, &fields))
		return true;
	struct refusal why = {.code = code_find(fields > FORM_FIELDS_MAX ? "too_large" : "bad_request")};
	if (fields > FORM_FIELDS_MAX)
		why.detail = tr(r->lang, N_("This form has too many fields: at most a thousand."));
	answer_refusal(r, &why);
	return false;
}

const char *input_value(const struct req *r, const char *name)
{
	return text_in(r->input, name);
}

/* ---- routes -------------------------------------------------------------------------- */

bool path_matches(struct req *r, const char *pattern, const char *path)
{
	int n = 0;
	while (*pattern) {
		if (*pattern == '{') {
			size_t length = strcspn(path, "/");
			if (length == 0 || n == 3)
				return false;
			r->arg[n++] = arena_strndup(http_arena(r->x), path, length);
			path += length;
			pattern += strcspn(pattern, "}") + 1;
		} else if (*pattern++ != *path++) {
			return false;
		}
	}
	return *path == 0;
}

const struct kind *kind_of_path(const char *plural)
{
	const struct kind *k = kind_named(plural);
	return k && strcmp(k->plural, plural) == 0 ? k : NULL;
}

const struct route *route_of_form(struct req *r, const char *path)
{
	for (const struct route *route = routes; route->method; route++)
		if (strcmp(route->method, "POST") == 0 && path_matches(r, route->path, path))
			return route;
	return NULL;
}

/* Where anybody may send a form: its address, or the beginning of one that goes on with
 * a secret. */
static bool is_door(const char *path)
{
	for (const struct route *route = routes; route->method; route++) {
		size_t n = strcspn(route->path, "{");
		if (route->need == NEED_NOBODY && strcmp(route->method, "POST") == 0 &&
		    strncmp(route->path, path, n) == 0 && (route->path[n] || !path[n]))
			return true;
	}
	return false;
}

/* What is said at a door is short, but for what was typed before a log-in and comes along. */
static size_t body_max(const char *path, const char *query, size_t query_n)
{
	bool comes_along = query_n == strlen(COMES_ALONG) && memcmp(query, COMES_ALONG, query_n) == 0;
	return is_door(path) && !comes_along ? DOOR_BODY_MAX : BODY_MAX;
}

static const struct route *find_route(struct req *r, bool *ret_other_method)
{
	const char *method = http_method(r->x), *path = http_path(r->x);
	if (strcmp(method, "HEAD") == 0)
		method = "GET";
	*ret_other_method = false;
	for (const struct route *route = routes; route->method; route++) {
		if (!(route->fits ? route->fits(r) : path_matches(r, route->path, path)))
			continue;
		if (strcmp(route->method, method) == 0)
			return route;
		*ret_other_method = true;
	}
	return NULL;
}

/* ---- one request ------------------------------------------------------------------------ */

static void log_request(const struct req *r)
{
	if (r->status >= 500)
		log_line("level=warn method=%s route=%s status=%d", http_method(r->x),
		    r->route ? r->route->path : "-", r->status);
}

void req_finish(struct http *x, void *state)
{
	(void)state;
	struct req *r = http_state(x);
	if (r->status == 503) {
		struct refusal why = {.code = code_find("unavailable")};
		if (r->disk_full)
			why.detail =
			    tr(r->lang, N_("The disk is full: nothing was changed. Whoever looks after "
					   "this server can make room."));
		answer_refusal(r, &why);
	}
	json_decref(r->input);
	http_set(x, "X-Content-Type-Options", "nosniff");
	log_request(r);
	http_answer(x, r->status);
}

void req_written(struct req *r)
{
	http_resume(r->x, req_finish);
}

void req_done(struct req *r)
{
	if (r->app->readers)
		req_written(r);
	else
		req_finish(r->x, NULL);
}

void route_run(struct req *r)
{
	const struct kind *of = r->route->of;
	r->c->on_paper = !r->api && query_value(r, "print");
	r->rec = of ? record_find(r->c, of, r->arg[0]) : NULL;
	if (of && !r->rec)
		answer_code(r, "not_found");
	else
		r->route->run(r);
}

static void read_on(struct req *r, struct desk *d)
{
	r->c = desk_begin_in(d, http_arena(r->x), &r->who, r->lang);
	db_read_begin(d->db);
	route_run(r);
	bool failed = db_failed(d->db);
	db_read_end(d->db);
	if (failed || r->status == 0)
		r->status = 503;
}

static void run_here(struct http *x, void *state)
{
	struct loop *l = state;
	read_on(http_state(x), &l->desk);
	req_finish(x, state);
}

static void run_apart(struct req *r, struct desk *d)
{
	read_on(r, d);
	req_written(r);
}

/* Time had to pass first: the writer has seen to it. */
static void time_passed(struct req *r)
{
	r->route = r->after;
	r->status = 0;
	if (!r->app->readers) {
		http_resume(r->x, run_here);
	} else if (!crew_submit(r->app->readers, r, run_apart)) {
		r->status = 503;
		req_written(r);
	}
}

static void nothing(struct req *r)
{
	r->keep = true;
	r->status = 200;
}

static const struct route let_time_pass = {.method = "", .path = "", .run = nothing, .writes = true};

static bool time_is_due(struct req *r)
{
	instant next = writer_next_ring(r->app->writer);
	return next && r->c->now >= next;
}

static const char *role_fault(const struct req *r)
{
	enum role role = r->who.role;
	switch (r->route->need) {
	case NEED_NOBODY:
	case NEED_ANYONE:
		return NULL;
	case NEED_STAFF:
		return role == MEMBER || role == LEAD ? NULL : "not_found";
	case NEED_LEAD:
		return role == LEAD ? NULL : role == MEMBER ? "lead_only" : "not_found";
	}
	return NULL;
}

static bool is_change(const struct req *r)
{
	return strcmp(http_method(r->x), "POST") == 0 || strcmp(http_method(r->x), "PATCH") == 0;
}

/* A database that is away is no reason to call anybody a stranger. */
static bool recognised(struct req *r)
{
	struct db *db = r->c->db;
	db_read_begin(db);
	bool known = recognise(r), away = db_failed(db);
	db_read_end(db);
	if (away)
		answer_code(r, "unavailable");
	return known && !away;
}

/* False: answered already. */
static bool admit(struct req *r)
{
	bool open_to_all = r->route && r->route->need == NEED_NOBODY;
	if (!open_to_all && !recognised(r))
		return false;
	const char *fault =
	    !r->route ? (r->other_method && r->who.role != CONTACT ? "method_not_allowed" : "not_found")
		      : role_fault(r);
	if (!fault && is_change(r) && !r->route->own_input && !read_input(r))
		return false;
	if (!fault && is_change(r) && !(open_to_all ? is_from_here(r) : csrf_ok(r)))
		fault = "bad_request";
	if (fault)
		answer_code(r, fault);
	return fault == NULL;
}

/* Only what a contact opens is ever noted; HEAD shows nothing. */
static bool leaves_a_mark(struct req *r, struct desk *d)
{
	if (!r->route->marks || r->who.role != CONTACT || strcmp(http_method(r->x), "HEAD") == 0)
		return false;
	r->c = desk_begin_in(d, http_arena(r->x), &r->who, r->lang);
	db_read_begin(d->db);
	r->marked = r->route->marks(r);
	db_read_end(d->db);
	return r->marked;
}

static bool is_for_the_writer(struct req *r, struct desk *d)
{
	return r->route->writes || (r->route->searches && writer_index_waits(r->app->writer)) ||
	       leaves_a_mark(r, d);
}

/* One that needs the database: at a loop's own desk, or at a reader's. */
static void take_up(struct req *r, struct desk *d)
{
	struct app *app = r->app;
	r->lang = d->firm->lang;
	r->firm = arena_strdup(http_arena(r->x), d->firm->name);
	r->c = desk_begin_in(d, http_arena(r->x), NULL, r->lang);
	if (!admit(r)) {
		req_done(r);
	} else if (is_for_the_writer(r, d)) {
		writer_submit(app->writer, r, req_written);
	} else if (r->route->need != NEED_NOBODY && time_is_due(r)) {
		r->after = r->route;
		r->route = &let_time_pass;
		writer_submit(app->writer, r, time_passed);
	} else if (r->route->slow || (r->route->fits && r->read->slow)) {
		if (!crew_submit(app->slow, r, run_apart)) {
			answer_code(r, "too_many_requests");
			req_done(r);
		}
	} else if (r->route->own_input && is_change(r)) {
		r->route->run(r); /* goes its own way and answers later */
	} else {
		read_on(r, d);
		req_done(r);
	}
}

static void handle(struct http *x, void *state)
{
	struct loop *l = state;
	struct req *r = ARENA_NEW(http_arena(x), struct req);
	http_set_state(x, r);
	r->x = x;
	r->app = l->app;
	r->out = http_out(x);
	r->lang = l->app->lang;
	r->firm = l->app->firm;
	r->api = strncmp(http_path(x), "/api/", 5) == 0 || strncmp(http_path(x), "/test/", 6) == 0;
	r->route = find_route(r, &r->other_method);
	if (r->route && r->route->alone) {
		r->route->run(r);
		req_finish(x, state);
	} else if (!l->app->readers) {
		take_up(r, &l->desk);
	} else if (!crew_submit(l->app->readers, r, take_up)) {
		answer_code(r, "unavailable");
		req_finish(x, state);
	}
}

size_t app_page_bytes(struct desk *d, struct arena *a, const char *path, const struct who *who)
{
	bool other_method;
	struct http *x = http_alone(a, path);
	struct req r = {.x = x, .out = http_out(x), .who = *who, .lang = d->firm->lang};
	http_set_state(x, &r);
	r.route = find_route(&r, &other_method);
	r.c = desk_begin_in(d, a, who, r.lang);
	db_read_begin(d->db);
	if (r.route)
		route_run(&r);
	db_read_end(d->db);
	size_t n = r.status == 200 ? r.out->n : 0;
	http_alone_free(x);
	return n;
}

/* ---- running -------------------------------------------------------------------------------- */

static void *loop_start(int number, void *user)
{
	(void)number;
	struct loop *l = calloc(1, sizeof *l);
	char error[256];
	if (!l)
		abort();
	l->app = user;
	if (!l->app->readers && !desk_open(&l->desk, l->app->config->db_url, DB_READ, error)) {
		log_line("level=error what=\"%s\"", error);
		exit(1);
	}
	return l;
}

static void loop_end(void *state)
{
	struct loop *l = state;
	if (!l->app->readers)
		desk_close(&l->desk);
	free(l);
}

static void ready(int port, void *user)
{
	const struct app *app = user;
	printf("listening on http://%s:%d\n", app->config->host, port);
	fflush(stdout);
}

/* Told to end: what waits for a database that does not answer gives up in time. */
static void stopping(void *user)
{
	(void)user;
	db_hurry(STOP_MS);
}

/* Brings the database up to date, and knows what must be said without it. */
static bool look_at_firm(struct app *app, struct arena *a, char error[256])
{
	struct desk d;
	bool test_clock = app->config->test_clock;
	if (!desk_open(&d, app->config->db_url, DB_WRITE, error))
		return false;
	app->lang = d.firm->lang;
	app->firm = arena_strdup(a, d.firm->name);
	bool agrees = d.firm->test == test_clock;
	if (!agrees)
		snprintf(error, 256,
		    test_clock
			? "this is no test database: serve it without --test-clock"
			: "this is a test database, its clock stands still: serve it with --test-clock");
	desk_close(&d);
	return agrees;
}

static bool threads_start(struct app *app, char error[256])
{
	const char *url = app->config->db_url;
	app->writer = writer_start(url, error);
	app->slow = app->writer ? crew_start(1, SLOW_WAITING, url, error) : NULL;
	if (!app->slow || db_engine_of(url) == DB_SQLITE)
		return app->slow != NULL;
	app->readers = crew_start(READERS, READERS_WAITING, url, error);
	return app->readers != NULL;
}

int app_serve(const struct app_config *c)
{
	char error[256];
	struct arena *a = arena_new();
	struct app app = {.config = c};
	bool served = templates_load(error) && look_at_firm(&app, a, error);
	if (served) {
		db_set_patience(PATIENCE_MS);
		struct server_config config = {.host = c->host,
		    .port = c->port,
		    .user = &app,
		    .loop_start = loop_start,
		    .loop_end = loop_end,
		    .handle = handle,
		    .ready = ready,
		    .stopping = stopping,
		    .body_max = BODY_MAX,
		    .body_limit = body_max,
		    .refusal = refusal_before};
		served = threads_start(&app, error) && server_run(&config, error);
	}
	crew_stop(app.readers);
	crew_stop(app.slow);
	writer_stop(app.writer);
	arena_free(a);
	if (!served)
		fprintf(stderr, "%s\n", error);
	return served ? 0 : 1;
}
