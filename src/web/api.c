/* The JSON API: the door, lists, and the derived reads (api.md). */
#include "web/api.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "record/search.h"
#include "rules/derived.h"
#include "rules/today.h"
#include "web/session.h"

SQL(answered_find,
    "SELECT body_hash, status, location, body FROM answered WHERE person_id = $1 AND key = $2 AND at > $3");
SQL(answered_put,
    "INSERT INTO answered (key, person_id, body_hash, at, status, location, body) VALUES ($1, $2, $3, $4, "
    "$5, $6, $7) "
    "ON CONFLICT (person_id, key) DO UPDATE SET body_hash = excluded.body_hash, at = excluded.at, "
    "status = excluded.status, location = excluded.location, body = excluded.body");
SQL(answered_old, "DELETE FROM answered WHERE at <= $1");
#define KEY_MAX 200

void parameter_refuse(struct req *r, const char *name, const char *reason)
{
	struct refusal why = {.code = code_find("invalid"), .nfields = 1};
	why.field[0].field = name;
	why.field[0].reason = reason;
	answer_refusal(r, &why);
}

/* ---- the same request twice (Idempotency-Key) -------------------------------------- */

static const char *body_hash(struct req *r)
{
	size_t n;
	const char *body = http_body(r->x, &n);
	const char *what =
	    arena_printf(r->c->arena, "%s\n%s", http_path(r->x), secret_sha256(r->c->arena, body, n));
	return secret_sha256(r->c->arena, what, strlen(what));
}

/* True when the first answer was given again, or the key is another request's. */
static bool replayed(struct req *r, const char *key)
{
	const char *hash, *location, *body;
	int64_t status;
	struct db_query *q =
	    db_query(r->c->db, &answered_find, "iti", r->who.id, key, r->c->now - DAY_SECONDS);
	if (!db_one(q, "titt", &hash, &status, &location, &body))
		return false;
	if (strcmp(hash, body_hash(r)) != 0) {
		answer_code(r, "idempotency_mismatch");
		return true;
	}
	buf_puts(r->out, body);
	answer_json(r, (int)status);
	http_set(r->x, "Idempotent-Replay", "true");
	if (location)
		http_set(r->x, "Location", location);
	return true;
}

static void remember(struct req *r, const char *key, const char *location)
{
	db_run(r->c->db, &answered_old, "i", r->c->now - DAY_SECONDS);
	db_run(r->c->db, &answered_put, "titiitt", key, r->who.id, body_hash(r), r->c->now,
	    (int64_t)r->status, location, r->out->p);
}

/* ---- the door ---------------------------------------------------------------------------- */

static void made_json(struct req *r, const struct outcome *o, struct jw *out)
{
	jw_array(out);
	for (int i = 0; i < o->nmade; i++) {
		const void *rec = record_get(r->c, o->made[i].kind, o->made[i].id);
		if (!rec || !record_visible(r->c, o->made[i].kind, rec))
			continue;
		jw_object(out);
		jw_text_of(out, "kind", o->made[i].kind->name);
		id_json(r->c, o->made[i].kind, o->made[i].id, jw_key(out, "id"));
		jw_end_object(out);
	}
	jw_end_array(out);
}

static const char *location_of(struct req *r, const struct outcome *o)
{
	struct buf b = {.max = 256};
	struct jw j = jw_to(&b);
	id_json(r->c, o->kind, outcome_id(o), &j);
	size_t quote = b.p[0] == '"';
	const char *path = arena_printf(
	    r->c->arena, "/api/v1/%s/%.*s", o->kind->plural, (int)(b.n - 2 * quote), b.p + quote);
	buf_free(&b);
	return path;
}

/* A creation or change carries what else it made, and the hints, in the record. */
static void record_and_more(struct req *r, const struct outcome *o)
{
	struct jw j = jw_to(r->out);
	record_json(r->c, o->kind, o->rec, &j);
	http_set(r->x, "ETag", record_etag(r->c, o->rec, r->out));
	r->out->n--; /* open the record again */
	j.comma = true;
	made_json(r, o, jw_key(&j, "created"));
	hints_json(&o->hints, jw_key(&j, "hints"));
	jw_end_object(&j);
}

static void acted_json(struct req *r, const struct outcome *o)
{
	struct jw j = jw_to(r->out);
	jw_object(&j);
	jw_key(&j, "record");
	if (o->rec)
		record_json(r->c, o->kind, o->rec, &j);
	else
		jw_null(&j);
	made_json(r, o, jw_key(&j, "created"));
	hints_json(&o->hints, jw_key(&j, "hints"));
	jw_end_object(&j);
}

static void ask_door(struct req *r, const char *verb, const char *id)
{
	const struct kind *k = kind_of_path(r->arg[0]);
	const char *key =
	    strcmp(http_method(r->x), "POST") == 0 ? http_header(r->x, "Idempotency-Key") : NULL;
	if (!k) {
		answer_code(r, "not_found");
		return;
	}
	if (key && (strlen(key) > KEY_MAX || !text_is_sound(key, strlen(key)))) {
		parameter_refuse(r, "Idempotency-Key", "bad_value");
		return;
	}
	if (key && replayed(r, key))
		return;
	if (!password_try_begins(r, verb))
		return;
	struct call call = {
	    .kind = k, .verb = verb, .id = id, .input = r->input, .if_match = http_header(r->x, "If-Match")};
	struct outcome o;
	if (!act(r->c, &call, &o)) {
		answer_refusal(r, &o.refusal);
		return;
	}
	r->keep = true;
	password_try_was_good(r, verb);
	const char *location = strcmp(verb, "create") == 0 ? location_of(r, &o) : NULL;
	if (location || strcmp(verb, "patch") == 0)
		record_and_more(r, &o);
	else
		acted_json(r, &o);
	if (location)
		http_set(r->x, "Location", location);
	answer_json(r, location ? 201 : 200);
	if (key)
		remember(r, key, location);
}

void api_create(struct req *r)
{
	ask_door(r, "create", NULL);
}

void api_patch(struct req *r)
{
	ask_door(r, "patch", r->arg[1]);
}

void api_act(struct req *r)
{
	bool verb = strcmp(r->arg[2], "create") == 0 || strcmp(r->arg[2], "patch") == 0;
	ask_door(r, verb ? "" : r->arg[2], r->arg[1]);
}

/* ---- one record, and lists ------------------------------------------------------------------ */

static const void *record_of_path(struct req *r, const struct kind **ret_kind)
{
	*ret_kind = kind_of_path(r->arg[0]);
	return *ret_kind ? record_find(r->c, *ret_kind, r->arg[1]) : NULL;
}

bool api_marks(struct req *r)
{
	const struct kind *k;
	const void *rec = record_of_path(r, &k);
	return record_unopened(r->c, k, rec);
}

void api_mark(struct req *r)
{
	const struct kind *k;
	const void *rec = record_of_path(r, &k);
	record_open(r->c, k, rec);
}

void api_get(struct req *r)
{
	const struct kind *k;
	const void *rec = record_of_path(r, &k);
	if (!rec) {
		answer_code(r, "not_found");
		return;
	}
	struct jw j = jw_to(r->out);
	record_json(r->c, k, rec, &j);
	const char *etag = record_etag(r->c, rec, r->out), *known = http_header(r->x, "If-None-Match");
	http_set(r->x, "ETag", etag);
	if (known && strcmp(known, etag) == 0) {
		buf_clear(r->out);
		r->status = 304;
	} else {
		answer_json(r, 200);
	}
}

bool parameter_number(const char *s, int64_t low, int64_t high, int64_t *ret)
{
	char *end;
	long long n = strtoll(s, &end, 10);
	if (end == s || *end || n < low || n > high)
		return false;
	*ret = n;
	return true;
}

static bool number_asked(struct req *r, const char *name, int64_t low, int64_t high, int64_t *ret)
{
	const char *text = query_value(r, name);
	if (!text || parameter_number(text, low, high, ret))
		return true;
	parameter_refuse(r, name, "bad_value");
	return false;
}

bool part_asked(struct req *r, int64_t *cursor, int64_t *limit)
{
	return number_asked(r, "cursor", 0, INT64_MAX, cursor) &&
	       number_asked(r, "limit", 1, LIMIT_MAX, limit);
}

/* A contact's page goes on after a public name, like every id of theirs. */
static bool read_cursor(struct req *r, const struct kind *k, const char *value, int64_t *ret)
{
	if (r->who.role == CONTACT)
		return pub_read(&r->c->firm->key, (int)k->number, value, ret);
	return parameter_number(value, 0, INT64_MAX, ret);
}

/* A list as it was asked for. */
struct list_asked {
	struct list_query query;
	const char *name, *reason; /* of the parameter that cannot be read; NULL: none */
};

static bool take_parameter(struct req *r, const char *name, const char *value, void *user)
{
	struct list_asked *a = user;
	struct list_query *l = &a->query;
	const char *reason = "bad_value";
	bool taken;
	if (strcmp(name, "limit") == 0) {
		taken = parameter_number(value, 1, LIMIT_MAX, &l->limit);
	} else if (strcmp(name, "cursor") == 0) {
		taken = read_cursor(r, l->kind, value, &l->after);
	} else {
		taken = list_filter(r->c, l, name, value);
		reason = "unknown";
	}
	if (!taken) {
		a->name = name;
		a->reason = reason;
	}
	return taken;
}

void next_json(struct req *r, struct jw *j, int64_t next)
{
	jw_text_of(j, "next", next ? arena_printf(r->c->arena, "%lld", (long long)next) : NULL);
}

static bool list_read(struct req *r, struct list_asked *ret)
{
	const struct kind *k = kind_of_path(r->arg[0]);
	bool lists = k && (r->who.role != CONTACT || k->portal);
	*ret = (struct list_asked){.query = {.kind = lists ? k : NULL, .limit = LIMIT_DEFAULT}};
	return lists && query_each(r, take_parameter, ret);
}

struct unopened {
	struct arena *arena;
	int n;
	int64_t *id;
};

static void add_unopened(struct ctx *c, const struct kind *k, const void *rec, void *user)
{
	struct unopened *u = user;
	if (!record_unopened(c, k, rec))
		return;
	u->id = arena_grown(u->arena, u->id, u->n, sizeof *u->id);
	u->id[u->n++] = ((const struct record *)rec)->id;
}

/* Those of the list asked for that it opens. */
static struct unopened list_unopened(struct req *r, const struct kind **ret_kind)
{
	struct list_asked l;
	int64_t next;
	struct unopened u = {.arena = r->c->arena};
	if (list_read(r, &l) && l.query.kind->lists_open)
		list_each(r->c, &l.query, add_unopened, &u, &next);
	*ret_kind = l.query.kind;
	return u;
}

bool api_list_marks(struct req *r)
{
	const struct kind *k;
	return list_unopened(r, &k).n > 0;
}

void api_list_mark(struct req *r)
{
	const struct kind *k;
	const struct unopened u = list_unopened(r, &k);
	for (int i = 0; i < u.n; i++)
		record_open(r->c, k, record_get(r->c, k, u.id[i]));
}

void api_list(struct req *r)
{
	struct list_asked l;
	if (!list_read(r, &l)) {
		if (l.name)
			parameter_refuse(r, l.name, l.reason);
		else
			answer_code(r, l.query.kind ? "bad_request" : "not_found");
		return;
	}
	const struct kind *k = l.query.kind;
	int64_t next;
	struct jw j = jw_to(r->out);
	jw_object(&j);
	list_json(r->c, &l.query, jw_key(&j, "items"), &next);
	if (r->who.role == CONTACT) {
		id_json(r->c, k, next, jw_key(&j, "next"));
	} else {
		next_json(r, &j, next);
	}
	jw_end_object(&j);
	answer_json(r, 200);
}

/* ---- reads with parameters ----------------------------------------------------------------------- */

void api_today(struct req *r)
{
	const char *other = query_value(r, "person_id");
	int64_t person = 0;
	if (other && r->who.role != LEAD &&
	    strcmp(other, arena_printf(r->c->arena, "%lld", (long long)r->who.id)) != 0) {
		answer_code(r, "lead_only");
		return;
	}
	if (other &&
	    (!parameter_number(other, 1, INT64_MAX, &person) || !record_get(r->c, &person_kind, person))) {
		answer_code(r, "not_found");
		return;
	}
	struct jw j = jw_to(r->out);
	today_json(r->c, today_read(r->c, person, false), &j);
	answer_json(r, 200);
}

void api_today_change(struct req *r)
{
	struct refusal why;
	if (!today_change(r->c, r->arg[0], r->arg[1], r->input, false, &why)) {
		answer_refusal(r, &why);
		return;
	}
	r->keep = true;
	struct jw j = jw_to(r->out);
	jw_object(&j);
	jw_text_of(&j, "key", r->arg[0]);
	jw_end_object(&j);
	answer_json(r, 200);
}

void api_timeline(struct req *r)
{
	const struct client *k = record_find(r->c, &client_kind, r->arg[0]);
	const char *of = query_value(r, "matter_id");
	const struct matter *around = of ? record_find(r->c, &matter_kind, of) : NULL;
	int64_t n = LIMIT_DEFAULT, from = 0;
	if (!k || (of && (!around || around->client_id != k->r.id))) {
		answer_code(r, "not_found");
		return;
	}
	if (!part_asked(r, &from, &n))
		return;
	struct jw j = jw_to(r->out);
	timeline_json(r->c, k->r.id, around, query_value(r, "cursor"), (int)n, &j);
	answer_json(r, 200);
}

void api_search(struct req *r)
{
	const char *q = query_value(r, "q");
	int64_t before = 0, n = LIMIT_DEFAULT, next;
	r->keep = true; /* on the writer it only read, and the index caught up */
	if (!q) {
		parameter_refuse(r, "q", "missing");
		return;
	}
	if (!part_asked(r, &before, &n))
		return;
	struct hit hits[LIMIT_MAX];
	int found = search(r->c, q, before, (int)n, hits, &next);
	struct jw j = jw_to(r->out);
	jw_object(&j);
	jw_array(jw_key(&j, "items"));
	for (int i = 0; i < found; i++) {
		const void *rec = record_get(r->c, hits[i].kind, hits[i].id);
		if (!rec || !record_visible(r->c, hits[i].kind, rec))
			continue;
		jw_object(&j);
		jw_text_of(&j, "kind", hits[i].kind->name);
		jw_int_of(&j, "id", hits[i].id);
		id_json(r->c, &client_kind, record_client(hits[i].kind, rec), jw_key(&j, "client_id"));
		jw_text_of(&j, "text", record_about(r->c, hits[i].kind, rec));
		jw_end_object(&j);
	}
	jw_end_array(&j);
	next_json(r, &j, next);
	jw_end_object(&j);
	answer_json(r, 200);
}
