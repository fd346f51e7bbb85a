/* Opening a firm's database, working in it, and knowing who stands there. */
#include "record/desk.h"

#include <stdio.h>
#include <string.h>

#include "base/text.h"

SQL(put_meta, "INSERT INTO meta (key, value) VALUES ($1, $2)");
#define WHO_COLUMNS "p.id, p.role, p.client_id, p.can_agree, p.name, p.lang"
SQL(token_person, "SELECT " WHO_COLUMNS ", '' FROM token t JOIN person p ON p.id = t.person_id "
		  "WHERE t.hash = $1 AND p.active = 1 AND (t.expires_at IS NULL OR t.expires_at > $2)");
SQL(session_person, "SELECT " WHO_COLUMNS ", s.csrf FROM session s JOIN person p ON p.id = s.person_id "
		    "WHERE s.hash = $1 AND p.active = 1 AND s.expires_at > $2");
SQL(token_add, "INSERT INTO token (hash, person_id, created_at, expires_at) "
	       "VALUES ($1, $2, $3, nullif($4, CAST(0 AS BIGINT)))");
SQL(session_add,
    "INSERT INTO session (hash, person_id, csrf, created_at, expires_at) VALUES ($1, $2, $3, $4, $5)");
SQL(session_remove, "DELETE FROM session WHERE hash = $1");
SQL(sessions_over, "DELETE FROM session WHERE expires_at <= $1");
SQL(login_person, "SELECT id, password FROM person WHERE email = $1 AND active = 1 AND password IS NOT NULL");

#define SESSION_DAYS 30

bool desk_open(struct desk *d, const char *url, enum db_use use, char error[256])
{
	memset(d, 0, sizeof *d);
	d->db = db_open(url, use, error);
	if (!d->db)
		return false;
	d->arena = arena_new();
	db_set_arena(d->db, d->arena);
	int64_t version = schema_version(d->db);
	if (version > 0 && use != DB_READ && !schema_prepare(d->db, d->arena))
		snprintf(error, 256, "the tables of this database could not be brought up to date: %s",
		    db_error(d->db));
	else if (version == 0)
		snprintf(error, 256, "this database holds no firm yet; `entente init` makes one");
	else if (version > SCHEMA_VERSION)
		snprintf(
		    error, 256, "this database was written by a newer Entente: please update the program");
	else if (!(d->firm = firm_read(d->db)))
		snprintf(error, 256, "this database holds no firm yet; `entente init` makes one");
	else
		return true;
	desk_close(d);
	return false;
}

void desk_close(struct desk *d)
{
	db_close(d->db);
	firm_free(d->firm);
	arena_free(d->arena);
	memset(d, 0, sizeof *d);
}

static void renew_firm(struct desk *d)
{
	if (d->firm->version == firm_version())
		return;
	struct firm *fresh = firm_read(d->db);
	if (!fresh)
		return; /* the database is away: what was true a moment ago must do */
	firm_free(d->firm);
	d->firm = fresh;
}

struct ctx *desk_begin_in(struct desk *d, struct arena *a, const struct who *who, enum lang lang)
{
	static const struct who program = {.role = LEAD};
	renew_firm(d);
	db_set_arena(d->db, a);
	instant now = firm_now(d->db, d->firm);
	d->ctx = (struct ctx){.arena = a,
	    .db = d->db,
	    .firm = d->firm,
	    .who = who ? *who : program,
	    .lang = lang,
	    .now = now,
	    .today = zone_day(&d->firm->calendar.zone, now)};
	return &d->ctx;
}

struct ctx *desk_begin(struct desk *d, const struct who *who, enum lang lang)
{
	arena_reset(d->arena);
	return desk_begin_in(d, d->arena, who, lang);
}

bool desk_write(struct desk *d, const struct who *who, enum lang lang,
    bool (*work)(struct ctx *c, void *user), void *user, char error[256])
{
	error[0] = 0;
	struct ctx *c = desk_begin(d, who, lang);
	bool done = db_begin(d->db) && time_passes(c) && work(c, user) && !db_failed(d->db);
	if (done && db_commit(d->db))
		return true;
	if (db_failed(d->db) || done)
		snprintf(error, 256, "nothing was changed: %s", db_error(d->db));
	db_rollback(d->db);
	return false;
}

/* ---- founding --------------------------------------------------------------- */

static const char *random_key(struct arena *a)
{
	const char *token = secret_token(a);
	return secret_sha256(a, token, strlen(token));
}

static bool store_text(struct db *db, struct arena *a, const char *key, const char *text, char error[256])
{
	const char *json_value, *why;
	json_t *v = json_string(text);
	why = firm_check(a, key, v, &json_value);
	json_decref(v);
	if (why) {
		snprintf(error, 256, "%s cannot be \"%.100s\"", key, text);
		return false;
	}
	return firm_store(db, key, json_value);
}

static bool found(
    struct db *db, struct arena *a, const char *const settings[][2], const char *clock, char error[256])
{
	for (int i = 0; settings[i][0]; i++)
		if (!store_text(db, a, settings[i][0], settings[i][1], error))
			return false;
	if (!db_run(db, &put_meta, "tt", "key", random_key(a)))
		return false;
	if (!clock)
		return true;
	struct zone *zone = arena_alloc(a, sizeof *zone);
	instant now;
	if (!zone_load(zone, settings[1][1]) || !instant_parse(zone, clock, &now)) {
		snprintf(error, 256, "\"%.60s\" is not an instant such as 2027-03-08T09:00", clock);
		return false;
	}
	return db_run(db, &put_meta, "tt", "clock", arena_printf(a, "%lld", (long long)now));
}

bool desk_found(const char *url, const char *firm_name, const char *tz, enum lang lang, const char *currency,
    const char *clock, char error[256])
{
	const char *const settings[][2] = {{"firm_name", firm_name}, {"tz", tz}, {"lang", lang_code(lang)},
	    {"currency", currency}, {NULL, NULL}};
	struct db *db = db_open(url, DB_CREATE, error);
	if (!db)
		return false;
	struct arena *a = arena_new();
	db_set_arena(db, a);
	error[0] = 0;
	bool done = false;
	if (schema_version(db) != 0)
		snprintf(error, 256, "this database is already in use: nothing was changed");
	else if (schema_prepare(db, a) && db_begin(db)) {
		done = found(db, a, settings, clock, error) && db_commit(db);
		if (!done)
			db_rollback(db);
	}
	if (!done && !error[0])
		snprintf(error, 256, "the firm could not be written: %s", db_error(db));
	db_close(db);
	arena_free(a);
	return done;
}

/* ---- who stands there ---------------------------------------------------------- */

static enum role role_of(const char *name)
{
	return strcmp(name, "lead") == 0 ? LEAD : strcmp(name, "member") == 0 ? MEMBER : CONTACT;
}

static const char *hash_of(struct ctx *c, const char *secret)
{
	return secret_sha256(c->arena, secret, strlen(secret));
}

static bool who_by(struct ctx *c, const struct sql *s, const char *secret, struct who *ret,
    enum lang *ret_lang, const char **ret_csrf)
{
	struct who w = {0};
	int64_t agrees;
	const char *role, *lang;
	struct db_query *q = db_query(c->db, s, "ti", hash_of(c, secret), c->now);
	if (!db_row(q, "itiittt", &w.id, &role, &w.client_id, &agrees, &w.name, &lang, ret_csrf))
		return false;
	db_done(q);
	w.role = role_of(role);
	w.can_agree = agrees;
	*ret = w;
	*ret_lang = lang_of(lang);
	return true;
}

bool who_by_token(struct ctx *c, const char *token, struct who *ret, enum lang *ret_lang)
{
	const char *none;
	return who_by(c, &token_person, token, ret, ret_lang, &none);
}

bool who_by_session(
    struct ctx *c, const char *secret, struct who *ret, enum lang *ret_lang, const char **ret_csrf)
{
	return who_by(c, &session_person, secret, ret, ret_lang, ret_csrf);
}

const char *token_create(struct ctx *c, int64_t person, int64_t days)
{
	const char *token = secret_token(c->arena);
	db_run(c->db, &token_add, "tiii", hash_of(c, token), person, c->now,
	    days ? c->now + days * DAY_SECONDS : 0);
	return token;
}

const char *session_create(struct ctx *c, int64_t person, const char **ret_csrf)
{
	const char *secret = secret_token(c->arena);
	*ret_csrf = secret_token(c->arena);
	db_run(c->db, &sessions_over, "i", c->now);
	db_run(c->db, &session_add, "titii", hash_of(c, secret), person, *ret_csrf, c->now,
	    c->now + SESSION_DAYS * DAY_SECONDS);
	return secret;
}

void session_end(struct ctx *c, const char *secret)
{
	db_run(c->db, &session_remove, "t", hash_of(c, secret));
}

int64_t person_by_email(struct ctx *c, const char *email, const char **ret_hash)
{
	int64_t id;
	struct db_query *q = db_query(c->db, &login_person, "t", email);
	if (!db_row(q, "it", &id, ret_hash))
		return 0;
	db_done(q);
	return id;
}
