/* What else shows whether all are treated alike (model 5.4 c; E15, E20): promises kept,
 * problems told in time, meetings written up, extras, what was put off, and whether
 * they came back.  Each is one walk over an index, its rows counted where they belong. */
#include "rules/equity_parts.h"

#include <stdlib.h>

#include "base/stats.h"
#include "rules/derived.h"

#define PUT_OFF_FROM 3 /* in the window, to be named */

SQL(promises_since,
    "SELECT client_id, person_id, state <> 'dropped', judged_due, done_at, done_noted_at, acknowledged_at "
    "FROM promise WHERE side = 'us' AND shared = 1 AND judged_due >= $1");
SQL(promises_moved, "SELECT client_id, judged_due, moves FROM promise WHERE moved_on >= $1 AND side = 'us' "
		    "AND shared = 1 AND client_id IS NOT NULL");
SQL(rows_put_off, "SELECT kind, record_id FROM audit WHERE action = 'snooze' AND at > $1");
SQL(client_of_row, "SELECT client_id FROM clock WHERE kind = $1 AND record_id = $2 LIMIT 1");
/* Of whoever it was to tell: the owner of its clock.  CROSS: the records of the window
 * first, then the clock of each. */
SQL(told_since,
    "SELECT m.client_id, m.noticed_at, m.told_at, m.nature = 'problem', k.for_id FROM matter m CROSS JOIN "
    "clock k WHERE k.kind = $1 AND k.record_id = m.id AND k.type = 'a1' AND m.noticed_at > $2 AND "
    "m.noticed_at <= $3 "
    "AND m.nature IN ('problem', 'bad_news') AND m.noticed_by_side = 'us' AND m.state <> 'dropped'");
SQL(meetings_since,
    "SELECT x.client_id, k.stopped_at, k.due FROM exchange x CROSS JOIN clock k WHERE k.kind = $1 AND "
    "k.record_id = x.id AND k.type = 'c1' AND x.recap_owed_at > $2 AND x.recap_owed_at <= $3");
SQL(extras_since, "SELECT client_id, count(*) FROM moment WHERE done_on > $1 AND done_on <= $2 "
		  "AND kind IN ('extra', 'meetup') AND client_id IS NOT NULL GROUP BY client_id");
SQL(mandates_closed, "SELECT m.client_id, m.id, m.closed_on, m.delivered_on FROM mandate m JOIN client c ON "
		     "c.id = m.client_id "
		     "WHERE m.closed_on <= $1 AND c.kind = 'external'");
SQL(mandates_after, "SELECT count(*) FROM mandate WHERE client_id = $1 AND id <> $2 AND started_on >= $3 "
		    "AND started_on <= $4");

static void add(struct equity *e, int64_t client, enum compared what, int64_t k, int64_t n)
{
	struct treated *t = treated_client(e, client);
	if (!t)
		return;
	t->fact[what].k += k;
	t->fact[what].n += n;
}

/* ---- said, done (5.2), and how many promises there were to put off -------------------- */

static void promises_read(struct ctx *c, struct equity_reading *r)
{
	struct promise p = {0};
	int64_t stands;
	struct db_query *q = db_query(c->db, &promises_since, "i", window_first_day(c));
	while (db_row(q, "iiiiiii", &p.client_id, &p.person_id, &stands, &p.judged_due, &p.done_at,
	    &p.done_noted_at, &p.acknowledged_at)) {
		if (!stands)
			continue;
		add(r->e, p.client_id, POSTPONEMENTS, 0, 1);
		if (!promise_is_judged(c, &p))
			continue;
		bool kept = promise_kept(c, &p);
		int mine = figures_of(r, p.person_id);
		add(r->e, p.client_id, SAY_DO, kept, 1);
		if (mine >= 0) {
			r->figures[mine]->say_do.k += kept;
			r->figures[mine]->say_do.n++;
		}
	}
}

/* ---- what was put off: moves of our shared promises, and rows that had to wait (E15) --- */

/* One that was judged before the window, and moved in it, is a promise of the window too. */
static void moves_read(struct ctx *c, struct equity *e)
{
	instant since = window_began(c);
	day first = window_first_day(c), due;
	int64_t client;
	const char *moves;
	struct db_query *q = db_query(c->db, &promises_moved, "i", day_at(c, since));
	struct arena *own = c->arena, *one = arena_new(); /* they may be many */
	c->arena = one;
	db_set_arena(c->db, one);
	while (db_row(q, "iit", &client, &due, &moves)) {
		add(e, client, POSTPONEMENTS,
		    promise_moves_since(c, &(struct promise){.moves = moves}, since), due < first);
		arena_reset(one);
	}
	c->arena = own;
	db_set_arena(c->db, own);
	arena_free(one);
}

static void put_off_read(struct ctx *c, struct equity *e)
{
	const char *kind;
	int64_t id;
	struct db_query *q = db_query(c->db, &rows_put_off, "i", window_began(c));
	while (db_row(q, "ti", &kind, &id)) {
		const struct kind *k = kind_named(kind);
		if (k)
			add(e, db_int(c->db, &client_of_row, 0, "ii", (int64_t)k->number, id), POSTPONEMENTS,
			    1, 0);
	}
}

/* Twice the firm's median is the same as the median, twice. */
static void name_those_put_off(struct ctx *c, struct equity *e)
{
	int64_t *times = ARENA_ARRAY(c->arena, int64_t, e->nclients);
	for (int i = 0; i < e->nclients; i++)
		times[i] = e->client[i].fact[POSTPONEMENTS].k;
	numbers_sort(times, e->nclients);
	int64_t least = e->nclients ? median_twice(times, e->nclients) : 0;
	for (int i = 0; i < e->nclients; i++) {
		struct postponed one = {&e->client[i], e->client[i].fact[POSTPONEMENTS].k};
		if (one.n < PUT_OFF_FROM || one.n < least)
			continue;
		e->postponed = arena_grown(c->arena, e->postponed, e->npostponed, sizeof one);
		e->postponed[e->npostponed++] = one;
	}
}

/* ---- the others ---------------------------------------------------------------------------- */

static void tellings_read(struct ctx *c, struct equity_reading *r)
{
	const struct settings *s = settings_of(c);
	struct matter m = {0};
	int64_t problem, whose;
	struct db_query *q =
	    db_query(c->db, &told_since, "iii", (int64_t)KIND_MATTER, window_began(c), c->now);
	while (db_row(q, "iiiii", &m.client_id, &m.noticed_at, &m.told_at, &problem, &whose)) {
		int64_t seconds = matter_latency_seconds(c, &m);
		bool within = seconds <= (problem ? s->tell_problem_wh : s->tell_bad_wh) * HOUR_SECONDS;
		if (m.told_at || !within) /* the others still have time */
			add(r->e, m.client_id, TELL_LATENCY, m.told_at && within, 1);
		int mine = figures_of(r, whose);
		if (mine >= 0)
			bag_add(c, &r->tell[mine], seconds);
	}
}

/* Written up at last, or due and not. */
static void meetings_read(struct ctx *c, struct equity *e)
{
	int64_t client;
	instant sent, due;
	struct db_query *q =
	    db_query(c->db, &meetings_since, "iii", (int64_t)KIND_EXCHANGE, window_began(c), c->now);
	while (db_row(q, "iii", &client, &sent, &due))
		if (sent || due < c->now)
			add(e, client, RECAPS, sent != 0, 1);
}

static void extras_read(struct ctx *c, struct equity *e)
{
	int64_t client, times;
	for (int i = 0; i < e->nclients; i++)
		e->client[i].fact[EXTRAS].n = 1;
	struct db_query *q =
	    db_query(c->db, &extras_since, "ii", c->today - settings_of(c)->fair_window_d, c->today);
	while (db_row(q, "ii", &client, &times))
		add(e, client, EXTRAS, times, 0);
}

/* Followed by another one that began once it was delivered, and within twelve months of
 * its end. */
static void repeats_read(struct ctx *c, struct equity *e)
{
	int64_t client, id;
	day closed, delivered;
	struct db_query *q = db_query(c->db, &mandates_closed, "i", day_months_after(c->today, -12));
	while (db_row(q, "iiii", &client, &id, &closed, &delivered)) {
		bool again = db_int(c->db, &mandates_after, 0, "iiii", client, id,
				 delivered ? delivered : closed, day_months_after(closed, 12)) > 0;
		add(e, client, REPEAT, again, 1);
		e->repeat.k += again;
		e->repeat.n++;
	}
}

void facts_read(struct ctx *c, struct equity_reading *r)
{
	promises_read(c, r);
	moves_read(c, r->e);
	put_off_read(c, r->e);
	name_those_put_off(c, r->e);
	tellings_read(c, r);
	meetings_read(c, r->e);
	extras_read(c, r->e);
	repeats_read(c, r->e);
}
