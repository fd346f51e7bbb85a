/* Clocks as stored facts.  What a record's clocks are is a pure function of the
 * record and what it leans on; this file keeps the table equal to that
 * function, lets rules of time act, and checks the equality (the doctor). */
#include "record/letter.h"
#include "record/store.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"

SQL(clock_rows, "SELECT type, sub, n, client_id, owner_id, starts_at, shows_at, due, stopped_at, ends_at, "
		"rings, about "
		"FROM clock WHERE kind = $1 AND record_id = $2 ORDER BY starts_at, type, sub, n");
SQL(clock_insert, "INSERT INTO clock (kind, record_id, type, sub, n, client_id, owner_id, for_id, starts_at, "
		  "shows_at, due, "
		  "stopped_at, ends_at, rings, about) VALUES ($1, $2, $3, $4, $5, $6, $7, $7, $8, $9, $10, "
		  "nullif($11, CAST(0 AS BIGINT)), nullif($12, CAST(0 AS BIGINT)), $13, $14)");
SQL(clock_update,
    "UPDATE clock SET client_id = $6, owner_id = $7, for_id = coalesce(handed_to, $7), starts_at = $8, "
    "shows_at = $9, due = $10, stopped_at = nullif($11, CAST(0 AS BIGINT)), "
    "ends_at = nullif($12, CAST(0 AS BIGINT)), rings = $13, about = $14, "
    "snoozed_until = CASE WHEN starts_at = $8 THEN snoozed_until END " /* begun anew, it shows again */
    "WHERE kind = $1 AND record_id = $2 AND type = $3 AND sub = $4 AND n = $5");
SQL(clock_delete,
    "DELETE FROM clock WHERE kind = $1 AND record_id = $2 AND type = $3 AND sub = $4 AND n = $5");
SQL(clock_forget, "DELETE FROM clock WHERE kind = $1 AND record_id = $2");
#define RINGING \
	"SELECT kind, record_id, type, due, rings FROM clock WHERE stopped_at IS NULL AND due <= $1 AND "
#define THE_FIRST " ORDER BY due, kind, record_id, type LIMIT 1"
/* Of the leisurely ones only while $2 are left. */
SQL(clock_ringing, "SELECT * FROM (SELECT * FROM (" RINGING "rings = 1" THE_FIRST ") AS prompt UNION ALL "
		   "SELECT * FROM (" RINGING "rings = 2 AND $2 > CAST(0 AS BIGINT)" THE_FIRST
		   ") AS leisurely) AS any_of" THE_FIRST);
SQL(clock_lagging, RINGING "rings = 2 AND kind = $2 AND record_id = $3" THE_FIRST);
SQL(clock_ahead, "SELECT (SELECT min(due) FROM clock WHERE rings = 1 AND stopped_at IS NULL), "
		 "(SELECT min(due) FROM clock WHERE rings = 2 AND stopped_at IS NULL AND due > $1), "
		 "(SELECT min(due) FROM clock WHERE rings = 2 AND stopped_at IS NULL AND due <= $1), "
		 "(SELECT count(*) FROM meta WHERE key = 'renewal' AND value <> '')");
SQL(clock_stop, "UPDATE clock SET stopped_at = $5 WHERE kind = $1 AND record_id = $2 AND type = $3 AND rings "
		"> 0 AND due <= $4");
SQL(clock_running_after,
    "SELECT DISTINCT kind, record_id FROM clock WHERE stopped_at IS NULL AND (kind, record_id) > ($1, $2) "
    "ORDER BY kind, record_id LIMIT $3");
SQL(clock_due_of, RINGING "rings > 0 AND kind = $2 AND record_id = $3" THE_FIRST);
SQL(clock_running_of,
    "SELECT DISTINCT kind, record_id FROM clock WHERE client_id = $1 AND stopped_at IS NULL "
    "ORDER BY kind, record_id");
SQL(clock_count, "SELECT count(*) FROM clock");

#define ABOUT_MAX 160

static const char *sub_of(int type)
{
	return clock_types[type].sub ? clock_types[type].sub : "";
}

enum { RINGS_NOT, RINGS, RINGS_LEISURELY }; /* as stored */

static int64_t rings(int type)
{
	const struct clock_type *t = &clock_types[type];
	return !t->effect ? RINGS_NOT : t->leisurely ? RINGS_LEISURELY : RINGS;
}

int clock_type_named(const char *type, const char *sub)
{
	for (int i = 0; clock_types[i].type; i++)
		if (strcmp(clock_types[i].type, type) == 0 && strcmp(sub_of(i), sub) == 0)
			return i;
	return -1;
}

struct clock *clock_add(struct clocks *out, int type, int64_t owner, instant starts)
{
	out->clock = arena_grown(out->arena, out->clock, out->n, sizeof *out->clock);
	struct clock *c = &out->clock[out->n++];
	*c = (struct clock){.type = type, .owner = owner, .starts = starts, .shows = starts};
	return c;
}

/* What the record's clocks are, now. */
static struct clocks clocks_wanted(struct ctx *c, const struct kind *k, const void *rec)
{
	struct clocks want = {.arena = c->arena};
	k->clocks(c, rec, &want);
	return want;
}

/* ---- the table beside the function --------------------------------------- */

struct stored {
	const char *type, *sub, *about; /* type and sub of today, or of another version's */
	int64_t n, client, owner, rings;
	instant starts, shows, due, stopped, ends;
	bool wanted;
};

static int stored_clocks(struct ctx *c, const struct kind *k, int64_t id, struct stored **ret)
{
	int n = 0;
	struct stored *rows = NULL, s = {0};
	struct db_query *q = db_query(c->db, &clock_rows, "ii", (int64_t)k->number, id);
	while (db_row(q, "ttiiiiiiiiit", &s.type, &s.sub, &s.n, &s.client, &s.owner, &s.starts, &s.shows,
	    &s.due, &s.stopped, &s.ends, &s.rings, &s.about)) {
		rows = arena_grown(c->arena, rows, n, sizeof *rows);
		rows[n++] = s;
	}
	*ret = rows;
	return n;
}

/* Clocks of one type and sub are told apart by their order of coming, or by whose
 * they are. */
static int64_t ordinal(const struct clocks *all, int index)
{
	int64_t n = 0;
	if (all->clock[index].each)
		return all->clock[index].owner;
	for (int i = 0; i < index; i++)
		n += all->clock[i].type == all->clock[index].type;
	return n;
}

static struct stored *find_stored(struct stored *rows, int n, const struct clock *w, int64_t ordinal)
{
	for (int i = 0; i < n; i++)
		if (rows[i].n == ordinal && strcmp(rows[i].type, clock_types[w->type].type) == 0 &&
		    strcmp(rows[i].sub, sub_of(w->type)) == 0)
			return &rows[i];
	return NULL;
}

/* A stopped clock keeps whose it was and when it was due, whatever the settings
 * and the person in charge have become since. */
static bool is_as_stored(const struct stored *s, const struct clock *w, int64_t client, const char *about)
{
	if (s->stopped && s->stopped == w->stopped)
		return (w->by_day || s->starts == w->starts) && s->client == client;
	return s->client == client && s->owner == w->owner && s->starts == w->starts &&
	       s->shows == w->shows && s->due == w->due && s->stopped == w->stopped && s->ends == w->ends &&
	       s->rings == rings(w->type) && strcmp(s->about, about) == 0;
}

static const char *about_of(struct ctx *c, const struct kind *k, const void *rec)
{
	return text_short(c->arena, record_about_kept(k, rec), ABOUT_MAX);
}

static void put(struct ctx *c, const struct sql *s, const struct kind *k, const void *rec,
    const struct clock *w, int64_t n, const char *about)
{
	if (rings(w->type) == RINGS_LEISURELY && !k->lags)
		abort(); /* nobody would let it catch up */
	db_run(c->db, s, "iittiiiiiiiiit", (int64_t)k->number, ((const struct record *)rec)->id,
	    clock_types[w->type].type, sub_of(w->type), n, record_client(k, rec), w->owner, w->starts,
	    w->shows, w->due, w->stopped, w->ends, rings(w->type), about);
}

void clocks_write(struct ctx *c, const struct kind *k, const void *rec, bool fresh)
{
	if (!k->clocks)
		return;
	const struct clocks want = clocks_wanted(c, k, rec);
	if (fresh && want.n == 0)
		return;
	int64_t id = ((const struct record *)rec)->id;
	struct stored *rows = NULL;
	int n = fresh ? 0 : stored_clocks(c, k, id, &rows);
	const char *about = about_of(c, k, rec);
	for (int i = 0; i < want.n; i++) {
		const struct clock *w = &want.clock[i];
		int64_t nth = ordinal(&want, i);
		struct stored *s = find_stored(rows, n, w, nth);
		if (!s)
			put(c, &clock_insert, k, rec, w, nth, about);
		else if (!is_as_stored(s, w, record_client(k, rec), about))
			put(c, &clock_update, k, rec, w, nth, about);
		if (s)
			s->wanted = true;
	}
	for (int i = 0; i < n; i++)
		if (!rows[i].wanted)
			db_run(c->db, &clock_delete, "iitti", (int64_t)k->number, id, rows[i].type,
			    rows[i].sub, rows[i].n);
}

void clocks_remove(struct ctx *c, const struct kind *k, int64_t id)
{
	db_run(c->db, &clock_forget, "ii", (int64_t)k->number, id);
}

static instant stopped_by(const struct stored *s, instant now)
{
	return s->stopped ? s->stopped : s->ends && s->ends <= now ? s->ends : 0;
}

int clocks_of(struct ctx *c, const struct kind *k, int64_t id, const struct clock_row **ret)
{
	struct stored *rows;
	int n = stored_clocks(c, k, id, &rows), kept = 0;
	struct clock_row *shown = ARENA_ARRAY(c->arena, struct clock_row, n);
	for (int i = 0; i < n; i++) {
		int type = clock_type_named(rows[i].type, rows[i].sub);
		if (type >= 0 && !rows[i].rings)
			shown[kept++] = (struct clock_row){.type = type,
			    .starts = rows[i].starts,
			    .shows = rows[i].shows,
			    .due = rows[i].due,
			    .stopped = stopped_by(&rows[i], c->now)};
	}
	*ret = shown;
	return kept;
}

const struct clock_row *running_clock(struct ctx *c, const struct kind *k, int64_t id, int type)
{
	const struct clock_row *row;
	for (int n = clocks_of(c, k, id, &row); n > 0; n--, row++)
		if (row->type == type && !row->stopped)
			return row;
	return NULL;
}

/* ---- running clocks again --------------------------------------------------- */

#define RENEW_BATCH 500 /* in one transaction */

static void renew(struct ctx *c, int64_t kind, int64_t id)
{
	const struct kind *k = kind_numbered(kind);
	c->cache = NULL;
	clocks_write(c, k, record_get(c, k, id), false);
}

/* Those of a query, which are read before any is written; how many, and the last one. */
static int renew_each(struct ctx *c, struct db_query *q, struct renewal *ret_last)
{
	struct renewal *found = NULL;
	struct arena *own = c->arena, *one = arena_new(); /* they may be many */
	int n = 0;
	for (struct renewal r; db_row(q, "ii", &r.kind, &r.id); n++) {
		found = arena_grown(own, found, n, sizeof *found);
		found[n] = r;
	}
	c->arena = one;
	db_set_arena(c->db, one);
	for (int i = 0; i < n; i++) {
		renew(c, found[i].kind, found[i].id);
		arena_reset(one);
	}
	c->cache = NULL;
	c->arena = own;
	db_set_arena(c->db, own);
	arena_free(one);
	if (n > 0)
		*ret_last = found[n - 1];
	return n;
}

void clocks_renew_client(struct ctx *c, int64_t client)
{
	struct renewal last;
	renew_each(c, db_query(c->db, &clock_running_of, "i", client), &last);
}

static void renew_some(struct ctx *c)
{
	struct renewal r = firm_renewal(c->db);
	if (!r.under_way)
		return;
	int n = renew_each(
	    c, db_query(c->db, &clock_running_after, "iii", r.kind, r.id, (int64_t)RENEW_BATCH), &r);
	r.under_way = n == RENEW_BATCH;
	firm_set_renewal(c->db, &r);
}

void clocks_renew(struct ctx *c)
{
	firm_set_renewal(c->db, &(struct renewal){.under_way = true});
	renew_some(c);
}

static bool is_to_renew(const struct ctx *c, int64_t kind, int64_t id)
{
	const struct renewal *to = &c->firm->renewal;
	return to->under_way && (kind != to->kind ? kind > to->kind : id > to->id);
}

/* ---- time passes ---------------------------------------------------------- */

#define LEISURELY_BATCH 100 /* in one transaction: whoever waits for it waits no longer */

struct ahead time_ahead(struct db *db, bool plays_post, instant now)
{
	int64_t at = 0, leisurely = 0, lagging = 0, renewing = 0;
	struct db_query *q = db_query(db, &clock_ahead, "i", now);
	if (db_row(q, "iiii", &at, &leisurely, &lagging, &renewing))
		db_done(q);
	return (struct ahead){
	    .at = sooner(sooner(at, leisurely), letters_ahead(db, plays_post)), .lags = lagging || renewing};
}

struct ringing {
	int64_t kind, id;
	const char *type;
	instant at;
	int64_t rings;
};

static bool next_of(struct db_query *q, struct ringing *ret)
{
	bool some = db_row(q, "iitii", &ret->kind, &ret->id, &ret->type, &ret->at, &ret->rings);
	if (some)
		db_done(q);
	return some;
}

/* What time does is done at its own instant, by nobody. */
static void stand_at(struct ctx *c, instant at, const char *rule)
{
	c->who = (struct who){.role = LEAD};
	c->now = at;
	c->today = day_at(c, at);
	c->rule = rule;
}

static void stand_again(struct ctx *c, const struct ctx *caller)
{
	c->who = caller->who;
	c->now = caller->now;
	c->today = caller->today;
	c->rule = caller->rule;
	c->cache = NULL;
}

static void act_by_time(struct ctx *c, const struct kind *k, const struct ringing *r)
{
	int place = clock_type_named(r->type, "");
	c->cache = NULL;
	if (place < 0 || !rings(place) || !k || !record_get(c, k, r->id))
		return;
	const struct clock_type *rule = &clock_types[place];
	stand_at(c, r->at, rule->rule);
	clocks_wait(c, k, r->id); /* its effect may change nothing of it */
	(rule->leisurely ? change_now : change)(c, k, r->id, rule->action, rule->effect);
}

static void ring(struct ctx *c, const struct ringing *r)
{
	const struct ctx caller = *c;
	act_by_time(c, kind_numbered(r->kind), r);
	/* A rule that does not stop its own clock would ring for ever. */
	db_run(c->db, &clock_stop, "iitii", r->kind, r->id, r->type, r->at, r->at);
	stand_again(c, &caller);
}

static void letters_at(struct ctx *c, instant at)
{
	const struct ctx caller = *c;
	c->cache = NULL;
	stand_at(c, at, NULL);
	letters_go_on(c);
	stand_again(c, &caller);
}

/* A clock that the former settings made may not ring: its record's are made again
 * before, and what comes first is looked for once more. */
static bool renewed_before(struct ctx *c, const struct ringing *r, struct renewal *last)
{
	bool renews = is_to_renew(c, r->kind, r->id) && (r->kind != last->kind || r->id != last->id);
	if (renews)
		renew(c, r->kind, r->id);
	*last = (struct renewal){.kind = r->kind, .id = r->id};
	return renews;
}

bool time_passes(struct ctx *c)
{
	struct ringing r;
	struct renewal last = {0};
	int64_t left = LEISURELY_BATCH;
	/* Mostly nothing, and that is soon known. */
	struct ahead next = time_ahead(c->db, c->plays_post, c->now);
	bool due = next.lags || (next.at && next.at <= c->now);
	if (next.lags)
		renew_some(c);
	while (due) {
		bool rings = next_of(db_query(c->db, &clock_ringing, "ii", c->now, left), &r);
		instant letter = letters_ahead(c->db, c->plays_post);
		if (letter && letter <= c->now && (!rings || letter < r.at)) {
			letters_at(c, letter);
		} else if (rings && renewed_before(c, &r, &last)) {
			continue;
		} else if (rings) {
			ring(c, &r);
			left -= r.rings == RINGS_LEISURELY;
		} else {
			due = false;
		}
	}
	return !db_failed(c->db);
}

void time_catches_up(struct ctx *c, const struct kind *k, int64_t id)
{
	struct ringing r;
	bool late = !c->rule && k->clocks && is_to_renew(c, k->number, id);
	if (late)
		renew(c, k->number, id);
	while ((k->lags || late) && next_of(db_query(c->db, late ? &clock_due_of : &clock_lagging, "iii",
						c->now, (int64_t)k->number, id),
					&r))
		ring(c, &r);
}

/* ---- every record again --------------------------------------------------- */

struct findings {
	int64_t differ, seen;
	void (*tell)(const char *line);
};

static void compare_one(struct ctx *c, const struct kind *k, const void *rec, void *user)
{
	struct findings *f = user;
	if (!k->clocks)
		return;
	int64_t id = ((const struct record *)rec)->id;
	const struct clocks want = clocks_wanted(c, k, rec);
	struct stored *rows;
	int n = stored_clocks(c, k, id, &rows);
	f->seen += n;
	for (int i = 0; i < want.n; i++) {
		const struct clock *w = &want.clock[i];
		struct stored *s = find_stored(rows, n, w, ordinal(&want, i));
		if (s)
			s->wanted = true;
		else if (w->by_day && w->stopped)
			continue; /* other settings would have shown it once; it stopped without */
		if (!s || !is_as_stored(s, w, record_client(k, rec), about_of(c, k, rec))) {
			f->differ++;
			f->tell(arena_printf(c->arena, "%s %lld: clock %s is %s", k->name, (long long)id,
			    clock_types[w->type].type, s ? "not what the record says" : "missing"));
		}
	}
	for (int i = 0; i < n; i++)
		if (!rows[i].wanted && !rows[i].stopped) {
			f->differ++;
			f->tell(arena_printf(c->arena, "%s %lld: clock %s has no reason", k->name,
			    (long long)id, rows[i].type));
		}
}

int64_t clocks_doctor(struct ctx *c, void (*tell)(const char *line))
{
	struct findings f = {.tell = tell};
	record_each(c, compare_one, &f);
	int64_t stored = db_int(c->db, &clock_count, 0, "");
	if (stored != f.seen) {
		f.differ++;
		tell("some clocks belong to no record");
	}
	return f.differ;
}
