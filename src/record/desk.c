/* Opening a firm's database and working in it. */
#include "record/desk.h"

#include <stdio.h>
#include <string.h>

#include "record/schema.h"

SQL(put_meta, "INSERT INTO meta (key, value) VALUES ($1, $2)");

static const char no_firm[] = "this database holds no firm yet; `entente init` makes one";

/* Whether its tables are today's, or could be made so; false with one sentence. */
static bool tables_are_ready(struct desk *d, enum db_use use, char error[256])
{
	int64_t version = schema_version(d->db);
	if (version == SCHEMA_VERSION)
		return true;
	if (version > 0 && version < SCHEMA_VERSION && use != DB_READ)
		return schema_upgrade(d->db, d->arena, error);
	snprintf(error, 256, "%s",
	    version == 0 ? no_firm
	    : version < SCHEMA_VERSION
		? "this database was written by an older Entente: `entente serve` brings it up to date"
		: "this database was written by a newer Entente: please update the program");
	return false;
}

bool desk_open(struct desk *d, const char *url, enum db_use use, char error[256])
{
	memset(d, 0, sizeof *d);
	d->db = db_open(url, use, error);
	if (!d->db)
		return false;
	d->arena = arena_new();
	d->keeps = use == DB_READ;
	db_set_arena(d->db, d->arena);
	if (tables_are_ready(d, use, error)) {
		d->firm = firm_read(d->db);
		if (d->firm)
			return true;
		snprintf(error, 256, "%s", no_firm);
	}
	desk_close(d);
	return false;
}

void desk_close(struct desk *d)
{
	db_close(d->db);
	firm_free(d->firm);
	for (int i = 0; i < LINK_KINDS; i++)
		arena_free(d->kept[i].arena);
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

static void renew_kept(struct ctx *c, const struct kind *k, struct kept *kept, int64_t changes)
{
	struct arena *own = c->arena;
	struct cached *cache = c->cache; /* what it holds lasts no longer than the request */
	arena_free(kept->arena);
	c->cache = NULL;
	c->arena = kept->arena = arena_new();
	db_set_arena(c->db, c->arena);
	kept->what = k->kept(c);
	kept->changes = db_failed(c->db) ? -1 : changes;
	c->arena = own;
	c->cache = cache;
	db_set_arena(c->db, own);
}

/* The changes are counted before the records are read: what is read can only be
 * newer than its count, and is then read once more. */
const void *kind_kept(struct ctx *c, const struct kind *k)
{
	if (!c->kept)
		return k->kept(c);
	struct kept *kept = &c->kept[k->number];
	if (!kept->checked) {
		int64_t changes = changes_counted(c->db, k->name);
		if (!kept->arena || kept->changes != changes)
			renew_kept(c, k, kept, changes);
		kept->checked = true;
	}
	return kept->what;
}

struct ctx *desk_begin_in(struct desk *d, struct arena *a, const struct who *who, enum lang lang)
{
	static const struct who program = {.role = LEAD};
	renew_firm(d);
	for (int i = 0; i < LINK_KINDS; i++)
		d->kept[i].checked = false;
	db_set_arena(d->db, a);
	instant now = firm_now(d->db, d->firm);
	d->ctx = (struct ctx){.arena = a,
	    .db = d->db,
	    .firm = d->firm,
	    .who = who ? *who : program,
	    .lang = lang,
	    .now = now,
	    .plays_post = d->firm->test,
	    .kept = d->keeps ? d->kept : NULL,
	    .today = zone_day(&d->firm->calendar.zone, now)};
	return &d->ctx;
}

struct ctx *desk_begin(struct desk *d, const struct who *who, enum lang lang)
{
	arena_reset(d->arena);
	return desk_begin_in(d, d->arena, who, lang);
}

bool clock_is_believed(const struct ctx *c, char error[256])
{
	instant seen = firm_clock_doubted(c->db, c->firm, c->now);
	if (seen)
		snprintf(error, 256,
		    "this machine's clock says %s, and the firm was last at work on %s: set the clock, or "
		    "say that it is right (entente clock confirm)",
		    day_text(c->arena, c->today), day_text(c->arena, day_at(c, seen)));
	return !seen;
}

bool desk_write(struct desk *d, const struct who *who, enum lang lang,
    bool (*work)(struct ctx *c, void *user), void *user, char error[256])
{
	error[0] = 0;
	struct ctx *c = desk_begin(d, who, lang);
	bool done = db_begin(d->db) && clock_is_believed(c, error) && time_passes(c) && work(c, user) &&
		    firm_clock_seen(d->db, d->firm, c->now) && !db_failed(d->db);
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
