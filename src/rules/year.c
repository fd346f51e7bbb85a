/* A client's year, by weeks.  Exchanges are counted where they lie, by client and time;
 * promises and problems are few, and judged one by one. */
#include "rules/year.h"

#define WEEK_DAYS 7
#define WEEK_SECONDS (WEEK_DAYS * DAY_SECONDS)
#define MONDAY_BEFORE_1970 3 /* days: the first of January was a Thursday */
#define LEAP_YEAR 366
#define FACTS_MAX 2000 /* promises, and problems, of one year and client */

/* Seconds since a Monday on the wall: $5, and from $6 on $7 … are how far the wall is
 * ahead, as it was moved in that time. */
SQL(exchanges_by_week,
    "SELECT (at + CASE WHEN at < $6 THEN $5 WHEN at < $8 THEN $7 WHEN at < $10 THEN $9 "
    "WHEN at < $12 THEN $11 ELSE CAST($13 AS BIGINT) END) / $4, "
    "CASE WHEN channel IN ('in_person', 'phone', 'video') THEN 1 ELSE 0 END, count(*) "
    "FROM exchange WHERE client_id = $1 AND at >= $2 AND at <= $3 AND cancelled_at IS NULL GROUP BY 1, 2");
/* Nobody moves a date back by more than a year: $4 bounds what is looked at. */
SELECT_ONLY(promises_judged_between, promise_kind,
    "client_id side text state judged_due done_at done_noted_at acknowledged_at shared",
    "WHERE client_id = $1 AND due >= $4 AND judged_due BETWEEN $2 AND $3 AND side = 'us' AND shared = 1 "
    "AND state <> 'dropped' ORDER BY judged_due, id LIMIT $5");
SELECT(negative_since, matter_kind,
    "WHERE client_id = $1 AND noticed_at >= $2 AND nature IN ('problem', 'bad_news') "
    "AND state <> 'dropped' ORDER BY noticed_at, id LIMIT $3");

static struct week *week_of(struct year *y, day d)
{
	int64_t n = floor_div(d - y->week[0].monday, WEEK_DAYS);
	return d >= y->week[0].monday && n < YEAR_WEEKS ? &y->week[n] : NULL;
}

/* ---- exchanges ------------------------------------------------------------------- */

#define WALL_MOVES 5 /* how often the wall clock is set in a year, and one more: no zone does it oftener */

struct moves {
	instant until[WALL_MOVES];
	int64_t ahead[WALL_MOVES];
};

static struct moves moves_since(const struct zone *z, instant from)
{
	struct moves m;
	for (int i = 0; i < WALL_MOVES; i++) {
		m.ahead[i] = zone_offset(z, from, &m.until[i]) + MONDAY_BEFORE_1970 * DAY_SECONDS;
		from = m.until[i];
	}
	return m;
}

static void count_exchanges(struct ctx *c, struct year *y, int64_t client)
{
	instant from = day_start(&c->firm->calendar, y->week[0].monday);
	const struct moves m = moves_since(&c->firm->calendar.zone, from);
	int64_t week, voice, n;
	struct db_query *q = db_query(c->db, &exchanges_by_week, "iiiiiiiiiiiii", client, from, c->now,
	    (int64_t)WEEK_SECONDS, m.ahead[0], m.until[0], m.ahead[1], m.until[1], m.ahead[2], m.until[2],
	    m.ahead[3], m.until[3], m.ahead[4]);
	while (db_row(q, "iii", &week, &voice, &n)) {
		struct week *w = week_of(y, week * WEEK_DAYS - MONDAY_BEFORE_1970);
		if (w && voice)
			w->voice += n;
		else if (w)
			w->written += n;
	}
}

/* ---- promises and problems -------------------------------------------------------- */

struct walk {
	struct ctx *c;
	struct year *year;
	int64_t client;
	void (*each)(struct walk *, struct week *, const struct week_fact *);
	int n; /* facts of the last week, when they are kept */
	struct week_fact *fact;
};

static void walk_promises(struct walk *k)
{
	struct ctx *c = k->c;
	day from = k->year->week[0].monday, to = k->year->week[YEAR_WEEKS - 1].monday + WEEK_DAYS - 1;
	foreach (c, promise, p, &promises_judged_between, "iiiii", k->client, from,
	    to < c->today ? to : c->today, from - LEAP_YEAR, (int64_t)FACTS_MAX) {
		struct week *w = week_of(k->year, p->judged_due);
		if (w && promise_is_judged(c, p))
			k->each(k, w, &(struct week_fact){.promise = p, .well = promise_kept(c, p)});
	}
}

/* When the client came to know: we told them, or they found out, or said so themselves. */
static instant known_at(const struct matter *m, bool told_first)
{
	return m->noticed_by_side == THEIRS ? m->noticed_at : told_first ? m->told_at : m->found_by_client_at;
}

static void walk_matters(struct walk *k)
{
	struct ctx *c = k->c;
	instant from = day_start(&c->firm->calendar, k->year->week[0].monday);
	foreach (c, matter, m, &negative_since, "iii", k->client, from, (int64_t)FACTS_MAX) {
		bool first = matter_told_before_found(c, m);
		instant at = known_at(m, first);
		struct week *w = at ? week_of(k->year, day_at(c, at)) : NULL;
		if (w)
			k->each(k, w, &(struct week_fact){.matter = m, .well = first});
	}
}

/* ---- reading ----------------------------------------------------------------------- */

static struct year *year_until(struct ctx *c, day monday)
{
	struct year *y = ARENA_NEW(c->arena, struct year);
	for (int i = 0; i < YEAR_WEEKS; i++)
		y->week[i].monday = monday - WEEK_DAYS * (YEAR_WEEKS - 1 - i);
	return y;
}

static void count(struct walk *k, struct week *w, const struct week_fact *fact)
{
	(void)k;
	w->kept += fact->promise && fact->well;
	w->missed += fact->promise && !fact->well;
	w->told_first += fact->matter && fact->well;
	w->found += fact->matter && !fact->well;
}

const struct year *year_read(struct ctx *c, int64_t client)
{
	struct year *y = year_until(c, monday_of(c->today));
	struct walk walk = {.c = c, .year = y, .client = client, .each = count};
	count_exchanges(c, y, client);
	walk_promises(&walk);
	walk_matters(&walk);
	y->empty = true;
	for (int i = 0; i < YEAR_WEEKS; i++) {
		const struct week *w = &y->week[i];
		int64_t exchanges = w->voice + w->written;
		y->most = exchanges > y->most ? exchanges : y->most;
		y->empty = y->empty && exchanges + w->kept + w->missed + w->told_first + w->found == 0;
	}
	return y;
}

static void keep(struct walk *k, struct week *w, const struct week_fact *fact)
{
	if (w == &k->year->week[YEAR_WEEKS - 1] && k->n < FACTS_MAX)
		k->fact[k->n++] = *fact;
}

int week_facts(struct ctx *c, int64_t client, day monday, const struct week_fact **ret)
{
	struct walk walk = {.c = c, .year = year_until(c, monday), .client = client, .each = keep};
	walk.fact = ARENA_ARRAY(c->arena, struct week_fact, FACTS_MAX);
	walk_promises(&walk);
	walk_matters(&walk);
	*ret = walk.fact;
	return walk.n;
}
