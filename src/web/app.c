/* From a socket to a route and back: who asks, whether time must pass first,
 * where the work is done, how a refusal is said. */
#include "web/app.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/log.h"
#include "base/text.h"
#include "record/search.h"
#include "web/form_names.h"
#include "web/session.h"
#include "web/slow.h"
#include "web/template.h"

#define BODY_MAX (1 << 20)
#define FORM_FIELDS_MAX 1000

struct app {
	const struct app_config *config;
	struct writer *writer;
};

struct loop { /* one a thread */
	struct app *app;
	struct desk desk;
};

struct writer *app_writer(struct app *app)
{
	return app->writer;
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
	if (r->status == 503)
		answer_code(r, "unavailable");
	json_decref(r->input);
	http_set(x, "X-Content-Type-Options", "nosniff");
	log_request(r);
	http_answer(x, r->status);
}

void req_written(struct req *r)
{
	http_resume(r->x, req_finish);
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

static void run_read(struct http *x, void *state)
{
	struct loop *l = state;
	struct req *r = http_state(x);
	read_on(r, &l->desk);
	req_finish(x, state);
}

static void run_slowly(struct req *r)
{
	read_on(r, slow_desk());
	http_resume(r->x, req_finish);
}

/* Time had to pass first: the writer has seen to it. */
static void time_passed(struct req *r)
{
	r->route = r->after;
	r->status = 0;
	http_resume(r->x, run_read);
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
	bool other_method;
	r->route = find_route(r, &other_method);
	bool open_to_all = r->route && r->route->need == NEED_NOBODY;
	if (!open_to_all && !recognised(r))
		return false;
	const char *fault =
	    !r->route ? (other_method && r->who.role != CONTACT ? "method_not_allowed" : "not_found")
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
static bool leaves_a_mark(struct loop *l, struct req *r)
{
	if (!r->route->marks || r->who.role != CONTACT || strcmp(http_method(r->x), "HEAD") == 0)
		return false;
	r->c = desk_begin_in(&l->desk, http_arena(r->x), &r->who, r->lang);
	db_read_begin(l->desk.db);
	r->marked = r->route->marks(r);
	db_read_end(l->desk.db);
	return r->marked;
}

static bool is_for_the_writer(struct loop *l, struct req *r)
{
	return r->route->writes || (r->route->searches && writer_index_waits(l->app->writer)) ||
	       leaves_a_mark(l, r);
}

static void handle(struct http *x, void *state)
{
	struct loop *l = state;
	struct req *r = ARENA_NEW(http_arena(x), struct req);
	http_set_state(x, r);
	r->x = x;
	r->app = l->app;
	r->out = http_out(x);
	r->lang = l->desk.firm->lang;
	r->firm = arena_strdup(http_arena(x), l->desk.firm->name);
	r->api = strncmp(http_path(x), "/api/", 5) == 0 || strncmp(http_path(x), "/test/", 6) == 0;
	r->c = desk_begin_in(&l->desk, http_arena(x), NULL, r->lang);
	if (!admit(r)) {
		req_finish(x, state);
		return;
	}
	if (is_for_the_writer(l, r)) {
		writer_submit(l->app->writer, r, req_written);
	} else if (r->route->need != NEED_NOBODY && time_is_due(r)) {
		r->after = r->route;
		r->route = &let_time_pass;
		writer_submit(l->app->writer, r, time_passed);
	} else if (r->route->slow) {
		if (!slow_submit(r, run_slowly)) {
			answer_code(r, "too_many_requests");
			req_finish(x, state);
		}
	} else if (r->route->own_input && is_change(r)) {
		r->route->run(r); /* goes its own way and answers later */
	} else {
		run_read(x, state);
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
	if (!desk_open(&l->desk, l->app->config->db_url, DB_READ, error)) {
		log_line("level=error what=\"%s\"", error);
		exit(1);
	}
	return l;
}

static void loop_end(void *state)
{
	struct loop *l = state;
	desk_close(&l->desk);
	free(l);
}

/* Another process (the command line) may have changed when time is next due. */
static void tick(void *state)
{
	struct loop *l = state;
	struct ctx *c = desk_begin(&l->desk, NULL, LANG_FR);
	db_read_begin(c->db);
	struct ahead next = time_ahead(c->db, c->plays_post, c->now);
	bool waits = search_waits(c->db) || next.lags || (next.at && next.at <= c->now);
	firm_watch(c->db);
	db_read_end(c->db);
	if (waits || next.at != writer_next_ring(l->app->writer))
		writer_nudge(l->app->writer);
}

static void ready(int port, void *user)
{
	const struct app *app = user;
	printf("listening on http://%s:%d\n", app->config->host, port);
	fflush(stdout);
}

static bool clock_agrees(const char *db_url, bool test_clock, char error[256])
{
	struct desk d;
	if (!desk_open(&d, db_url, DB_WRITE, error))
		return false;
	bool agrees = d.firm->test == test_clock;
	if (!agrees)
		snprintf(error, 256,
		    test_clock
			? "this is no test database: serve it without --test-clock"
			: "this is a test database, its clock stands still: serve it with --test-clock");
	desk_close(&d);
	return agrees;
}

int app_serve(const struct app_config *c)
{
	char error[256];
	struct app app = {.config = c};
	if (!templates_load(error) || !clock_agrees(c->db_url, c->test_clock, error) ||
	    !(app.writer = writer_start(c->db_url, error)) || !slow_start(c->db_url, error)) {
		fprintf(stderr, "%s\n", error);
		return 1;
	}
	struct server_config config = {.host = c->host,
	    .port = c->port,
	    .user = &app,
	    .loop_start = loop_start,
	    .loop_end = loop_end,
	    .handle = handle,
	    .ready = ready,
	    .tick = tick,
	    .body_max = BODY_MAX,
	    .refusal = refusal_before};
	bool served = server_run(&config, error);
	slow_stop();
	writer_stop(app.writer);
	if (!served)
		fprintf(stderr, "%s\n", error);
	return served ? 0 : 1;
}
