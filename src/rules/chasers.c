/* X2: at its time an inbound of this client had waited more than eight working hours,
 * or a shared promise of ours was overdue, or a problem that is not theirs alone was
 * untold, or told and not decided five working days later.
 *
 * Each of these is a stretch of time; a message inside one is a chaser.  What began
 * longer ago than OWED_D is not looked for. */
#include "rules/chasers.h"

#include <stdlib.h>

#define OWED_D 180
#define QUESTION_WD 5 /* an answer to a question of ours, so soon, chases nobody (X1) */

#define SINCE_D(c, days) ((c)->now - (days)*DAY_SECONDS)

SQL(came_unplanned, "SELECT id, client_id, at, in_reply_to_id FROM exchange WHERE direction = 'in' "
		    "AND planned = 0 AND at > $1 AND at <= $2");
SQL(questions_answered, "SELECT direction <> 'in', at FROM exchange WHERE id = $1");
SQL(answers_owed,
    "SELECT id, client_id, at, answered_at, parked_at FROM exchange WHERE direction = 'in' "
    "AND needs_reply = 1 AND at > $1 AND at <= $2 AND (answered_at IS NULL OR answered_at > $3) "
    "AND (parked_at IS NULL OR parked_at > $3)");
/* Each date that it had has its clock, which stopped when it was moved, done or let go;
 * CROSS: the promises first, then the clocks of each. */
SQL(promises_owed,
    "SELECT p.id, p.client_id, k.due, k.stopped_at FROM promise p CROSS JOIN clock k WHERE k.kind = $1 AND "
    "k.record_id = p.id AND k.type = 'b1' AND p.side = 'us' AND p.shared = 1 AND p.judged_due >= $2 "
    "AND p.judged_due < $3 AND (p.state = 'open' OR p.done_at > $4 OR p.dropped_at > $4 OR p.moved_on >= $5) "
    "AND k.due < $6 AND (k.stopped_at IS NULL OR k.stopped_at > $4)");
SQL(problems_owed,
    "SELECT m.id, m.client_id, m.noticed_at, m.told_at, m.decided_at, m.closed_at, m.dropped_at, p.done_at, "
    "p.dropped_at FROM matter m LEFT JOIN promise p ON p.id = m.promise_id WHERE m.noticed_at > $1 "
    "AND m.noticed_at <= $2 AND m.nature = 'problem' AND m.cause IN ('us', 'both', 'unknown')");
SQL(name_of_client, "SELECT name FROM client WHERE id = $1");

/* ---- what we owed, and from when until when ---------------------------------------- */

struct owed {
	int64_t client_id;
	instant from, until; /* until, not at it: 0 still owed */
	const struct kind *kind;
	int64_t id;
};

struct list {
	struct owed *owed;
	int n;
};

static void owe(struct ctx *c, struct list *l, struct owed one)
{
	if (one.until && (one.until <= one.from || one.until <= SINCE_D(c, CHASERS_D)))
		return;
	l->owed = arena_grown(c->arena, l->owed, l->n, sizeof one);
	l->owed[l->n++] = one;
}

/* The first second at which more than so many hours were worked. */
static instant worked_beyond(const struct ctx *c, instant from, int64_t hours)
{
	return worked_until(&c->firm->calendar, from, hours * HOUR_SECONDS + 1);
}

/* Beyond the hours in which somebody who writes has an answer. */
static void owe_answers(struct ctx *c, struct list *l)
{
	struct owed o = {.kind = &exchange_kind};
	instant at, answered, parked;
	struct db_query *q =
	    db_query(c->db, &answers_owed, "iii", SINCE_D(c, OWED_D), c->now, SINCE_D(c, CHASERS_D));
	while (db_row(q, "iiiii", &o.id, &o.client_id, &at, &answered, &parked)) {
		o.from = worked_beyond(c, at, settings_of(c)->reply_due_wh);
		o.until = sooner(answered, parked);
		owe(c, l, o);
	}
}

static void owe_promises(struct ctx *c, struct list *l)
{
	struct owed o = {.kind = &promise_kind};
	instant due;
	struct db_query *q = db_query(c->db, &promises_owed, "iiiiii", (int64_t)KIND_PROMISE,
	    c->today - OWED_D, c->today, SINCE_D(c, CHASERS_D), day_at(c, SINCE_D(c, CHASERS_D)), c->now);
	while (db_row(q, "iiii", &o.id, &o.client_id, &due, &o.until)) {
		o.from = due + 1;
		owe(c, l, o);
	}
}

/* Told about a promise that is kept meanwhile, there is nothing left to decide. */
static void owe_problems(struct ctx *c, struct list *l)
{
	struct owed o = {.kind = &matter_kind};
	instant noticed, told, decided, closed, dropped, kept, let_go;
	struct db_query *q = db_query(c->db, &problems_owed, "ii", SINCE_D(c, OWED_D), c->now);
	while (db_row(q, "iiiiiiiii", &o.id, &o.client_id, &noticed, &told, &decided, &closed, &dropped,
	    &kept, &let_go)) {
		instant over = sooner(closed, dropped);
		o.from = noticed + 1;
		o.until = sooner(told, over);
		owe(c, l, o);
		if (!told)
			continue;
		o.from = worked_beyond(c, told, settings_of(c)->decide_zone_wd * WORKING_DAY);
		o.until = sooner(sooner(decided, over), sooner(kept, let_go));
		owe(c, l, o);
	}
}

static int by_client(const void *a, const void *b)
{
	const struct owed *x = a, *y = b;
	int order = (x->client_id > y->client_id) - (x->client_id < y->client_id);
	if (order == 0)
		order = (x->from > y->from) - (x->from < y->from);
	return order ? order : x->kind->number - y->kind->number;
}

/* ---- what came meanwhile --------------------------------------------------------------- */

static int by_client_and_time(const void *a, const void *b)
{
	const struct chaser *x = a, *y = b;
	int order = (x->client_id > y->client_id) - (x->client_id < y->client_id);
	if (order == 0)
		order = (x->at > y->at) - (x->at < y->at);
	return order ? order : (x->exchange_id > y->exchange_id) - (x->exchange_id < y->exchange_id);
}

static bool answers_a_question(struct ctx *c, int64_t asked_in, instant at)
{
	int64_t ours;
	instant asked;
	return asked_in && db_one(db_query(c->db, &questions_answered, "i", asked_in), "ii", &ours, &asked) &&
	       ours && at <= hours_after(c, asked, QUESTION_WD * WORKING_DAY);
}

static struct chaser *those_that_came(struct ctx *c, int *ret_n)
{
	struct chaser *all = NULL, one = {0};
	int64_t asked_in;
	int n = 0;
	struct db_query *q = db_query(c->db, &came_unplanned, "ii", SINCE_D(c, CHASERS_D), c->now);
	while (db_row(q, "iiii", &one.exchange_id, &one.client_id, &one.at, &asked_in))
		if (!answers_a_question(c, asked_in, one.at)) {
			all = arena_grown(c->arena, all, n, sizeof one);
			all[n++] = one;
		}
	if (n > 1)
		qsort(all, (size_t)n, sizeof one, by_client_and_time);
	*ret_n = n;
	return all;
}

/* What was owed to that client at that time, from the first of theirs on; NULL: nothing. */
static const struct owed *owed_then(const struct owed *theirs, const struct owed *end, const struct chaser *x)
{
	for (const struct owed *o = theirs; o < end && o->client_id == x->client_id && o->from <= x->at; o++)
		if (!o->until || x->at < o->until)
			return o;
	return NULL;
}

int chasers_read(struct ctx *c, const struct chaser **ret)
{
	struct list l = {0};
	owe_answers(c, &l);
	owe_promises(c, &l);
	owe_problems(c, &l);
	if (l.n > 1)
		qsort(l.owed, (size_t)l.n, sizeof l.owed[0], by_client);
	int came, kept = 0;
	struct chaser *all = those_that_came(c, &came);
	const struct owed *theirs = l.owed, *end = l.owed + l.n;
	for (int i = 0; i < came; i++) {
		while (theirs < end && theirs->client_id < all[i].client_id)
			theirs++;
		const struct owed *o = owed_then(theirs, end, &all[i]);
		if (!o)
			continue;
		all[kept] = all[i];
		all[kept].kind = o->kind;
		all[kept++].id = o->id;
	}
	*ret = all;
	return kept;
}

int chased_read(struct ctx *c, const struct chased **ret)
{
	const struct chaser *all;
	struct chased *clients = NULL;
	int n = 0;
	for (int came = chasers_read(c, &all), i = 0; i < came; i++) {
		if (n == 0 || clients[n - 1].client_id != all[i].client_id) {
			clients = arena_grown(c->arena, clients, n, sizeof *clients);
			clients[n++] = (struct chased){.client_id = all[i].client_id,
			    .name = db_text(c->db, &name_of_client, "i", all[i].client_id)};
		}
		clients[n - 1].n++;
	}
	*ret = clients;
	return n;
}
