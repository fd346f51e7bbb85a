/* Who waits how long (model 5.4): every message of the window, the answers that stand
 * in the records, then medians; two passes over an index, and no record is loaded. */
#include "rules/equity_parts.h"

#include <math.h>
#include <stdlib.h>

#include "base/stats.h"

#define THIRDS_FROM 6         /* clients */
#define MESSAGES_EACH_SIDE 10 /* below, two medians are not set beside each other */

SQL(clients_active, "SELECT id, name, kind = 'internal' FROM client WHERE state IN ('active', 'transition') "
		    "OR ended_on >= $1 ORDER BY id");
SQL(revenue_since,
    "SELECT client_id, cents FROM entry WHERE kind = 'revenue' AND on_day > $1 AND on_day <= $2");
SQL(messages_since, "SELECT client_id, at, answered_at, parked_at, answered_by_id, urgent_said FROM exchange "
		    "WHERE direction = 'in' AND needs_reply = 1 AND at > $1 AND at <= $2");
SQL(answers_by,
    "SELECT id FROM exchange WHERE our_person_id = $1 AND at > $2 AND at <= $3 AND direction <> 'in'");

const char *const third_names[THIRDS] = {NULL, "low", "mid", "high"};

/* ---- numbers under way -------------------------------------------------------------- */

void bag_add(struct ctx *c, struct bag *b, int64_t seconds)
{
	b->v = arena_grown(c->arena, b->v, b->n, sizeof b->v[0]);
	b->v[b->n++] = seconds;
}

static struct wait wait_of(const int64_t *sorted, int n)
{
	struct wait w = {.n = n};
	if (n == 0)
		return w;
	int64_t low, high;
	median_bounds(n, &low, &high);
	w.twice = median_twice(sorted, n);
	w.low = sorted[low - 1];
	w.high = sorted[high - 1];
	return w;
}

struct wait bag_wait(struct bag *b)
{
	numbers_sort(b->v, b->n);
	return wait_of(b->v, b->n);
}

/* ---- who is compared ------------------------------------------------------------------ */

static int by_id(const void *id, const void *client)
{
	int64_t a = *(const int64_t *)id, b = ((const struct treated *)client)->id;
	return (a > b) - (a < b);
}

struct treated *treated_client(struct equity *e, int64_t id)
{
	return e->nclients ? bsearch(&id, e->client, (size_t)e->nclients, sizeof e->client[0], by_id) : NULL;
}

static void clients_read(struct ctx *c, struct equity_reading *r)
{
	struct equity *e = r->e;
	int64_t internal;
	struct treated one = {0};
	struct db_query *q = db_query(c->db, &clients_active, "i", day_at(c, r->since));
	while (db_row(q, "iti", &one.id, &one.name, &internal)) {
		one.internal = internal;
		e->client = arena_grown(c->arena, e->client, e->nclients, sizeof one);
		e->client[e->nclients++] = one;
	}
}

static void revenues_read(struct ctx *c, struct equity *e)
{
	int64_t id, cents;
	struct db_query *q = db_query(c->db, &revenue_since, "ii", day_months_after(c->today, -12), c->today);
	while (db_row(q, "ii", &id, &cents)) {
		struct treated *t = treated_client(e, id);
		if (!t)
			continue;
		t->pays = true;
		t->cents += cents;
	}
}

/* ---- whose figures head the page (E10) ------------------------------------------------- */

static void figures_add(struct ctx *c, struct equity_reading *r, struct figures *f, int64_t person)
{
	f->person_id = person;
	f->name = person_name(c, person);
	r->figures[r->nfigures++] = f;
}

static void people_read(struct ctx *c, struct equity_reading *r)
{
	int64_t leads[LEADS_MAX];
	r->e->nheads = leads_read(c, leads);
	for (int i = 0; i < r->e->nheads; i++)
		figures_add(c, r, &r->e->head[i], leads[i]);
	if (figures_of(r, c->who.id) < 0)
		figures_add(c, r, &r->e->own, c->who.id);
}

int figures_of(const struct equity_reading *r, int64_t person)
{
	for (int i = 0; i < r->nfigures; i++)
		if (r->figures[i]->person_id == person)
			return i;
	return -1;
}

struct author { /* of an answer */
	int64_t exchange_id;
	int place; /* among the figures */
};

struct authors {
	int n;
	struct author *one;
};

static int by_exchange(const void *a, const void *b)
{
	const struct author *x = a, *y = b;
	return (x->exchange_id > y->exchange_id) - (x->exchange_id < y->exchange_id);
}

/* By exchange, what those shown answered: others' names are nobody's to see here. */
static struct authors authors_read(struct ctx *c, const struct equity_reading *r)
{
	struct authors all = {0};
	for (int i = 0; i < r->nfigures; i++) {
		struct author one = {.place = i};
		struct db_query *q =
		    db_query(c->db, &answers_by, "iii", r->figures[i]->person_id, r->since, c->now);
		while (db_row(q, "i", &one.exchange_id)) {
			all.one = arena_grown(c->arena, all.one, all.n, sizeof one);
			all.one[all.n++] = one;
		}
	}
	if (all.n > 1)
		qsort(all.one, (size_t)all.n, sizeof all.one[0], by_exchange);
	return all;
}

static const struct author *author_of(const struct authors *all, int64_t exchange)
{
	const struct author wanted = {.exchange_id = exchange};
	return exchange && all->n
		   ? bsearch(&wanted, all->one, (size_t)all->n, sizeof all->one[0], by_exchange)
		   : NULL;
}

/* ---- the messages ------------------------------------------------------------------------ */

bool message_waited(const struct ctx *c, const struct message *m, int64_t *ret_seconds)
{
	const struct settings *s = settings_of(c);
	instant stopped = sooner(m->answered, m->parked);
	if (!stopped && c->now <= hours_after(c, m->at, m->urgent ? s->urgent_wh : s->reply_due_wh))
		return false;
	*ret_seconds = worked(&c->firm->calendar, m->at, stopped ? stopped : c->now);
	return true;
}

struct waited {     /* one message */
	int client; /* place among the clients */
	int64_t seconds;
};

struct sample {
	int n;
	struct waited *one;
};

static int by_client_and_wait(const void *a, const void *b)
{
	const struct waited *x = a, *y = b;
	int order = (x->client > y->client) - (x->client < y->client);
	return order ? order : (x->seconds > y->seconds) - (x->seconds < y->seconds);
}

static struct sample messages_read(struct ctx *c, struct equity_reading *r)
{
	struct authors answered = authors_read(c, r);
	struct sample s = {0};
	struct message m;
	struct db_query *q = db_query(c->db, &messages_since, "ii", r->since, c->now);
	while (db_row(q, "iiiiii", &m.client_id, &m.at, &m.answered, &m.parked, &m.answered_by, &m.urgent)) {
		const struct treated *t = treated_client(r->e, m.client_id);
		struct waited one;
		if (!t || !message_waited(c, &m, &one.seconds))
			continue;
		one.client = (int)(t - r->e->client);
		s.one = arena_grown(c->arena, s.one, s.n, sizeof one);
		s.one[s.n++] = one;
		const struct author *by = author_of(&answered, m.answered_by);
		if (by && (!m.parked || m.answered <= m.parked))
			bag_add(c, &r->reply[by->place], one.seconds);
	}
	if (s.n > 1)
		qsort(s.one, (size_t)s.n, sizeof s.one[0], by_client_and_wait);
	return s;
}

/* ---- medians ------------------------------------------------------------------------------- */

static void medians(struct ctx *c, struct equity *e, const struct sample *s)
{
	int64_t *seconds = ARENA_ARRAY(c->arena, int64_t, s->n);
	for (int i = 0; i < s->n; i++)
		seconds[i] = s->one[i].seconds;
	for (int first = 0, after; first < s->n; first = after) {
		struct treated *t = &e->client[s->one[first].client];
		for (after = first; after < s->n && s->one[after].client == s->one[first].client;)
			after++;
		t->first = first;
		t->wait = wait_of(seconds + first, after - first);
	}
}

/* All waits of the clients that `among` takes, as one. */
static struct wait pooled(struct ctx *c, const struct equity *e, const struct sample *s,
    bool (*among)(const struct treated *, const void *), const void *user)
{
	struct bag b = {0};
	for (int i = 0; i < e->nclients; i++)
		for (int k = 0; k < e->client[i].wait.n && among(&e->client[i], user); k++)
			bag_add(c, &b, s->one[e->client[i].first + k].seconds);
	return bag_wait(&b);
}

static bool is_in_third(const struct treated *t, const void *third)
{
	return t->third == *(const enum third *)third;
}

static bool is_internal(const struct treated *t, const void *wanted)
{
	return t->internal == *(const bool *)wanted;
}

static bool is_signed(const struct treated *t, const void *wanted)
{
	return t->has_sign == *(const bool *)wanted;
}

static void compare(struct ctx *c, struct times *t)
{
	t->known = t->longer.n >= MESSAGES_EACH_SIDE && t->shorter.n >= MESSAGES_EACH_SIDE;
	t->ratio = t->shorter.twice ? (double)t->longer.twice / (double)t->shorter.twice : NAN;
	t->state = !t->known                                                                       ? 'U'
		   : at_least_times(t->longer.twice, t->shorter.twice, settings_of(c)->fair_ratio) ? 'A'
												   : 'G';
}

/* ---- revenue beside it ---------------------------------------------------------------------- */

/* Out of the comparison, and counted: each for one reason. */
static bool is_compared(struct ctx *c, struct equity *e, const struct treated *t)
{
	if (t->internal)
		e->left_out_internal++;
	else if (!t->pays)
		e->left_out_unpaid++;
	else if (t->wait.n < settings_of(c)->fair_min_msgs)
		e->left_out_quiet++;
	else
		return true;
	return false;
}

static int by_revenue(const void *a, const void *b)
{
	const struct treated *x = *(struct treated *const *)a, *y = *(struct treated *const *)b;
	int order = (x->cents > y->cents) - (x->cents < y->cents);
	return order ? order : (x->id > y->id) - (x->id < y->id);
}

static void choose_compared(struct ctx *c, struct equity *e)
{
	e->compared = ARENA_ARRAY(c->arena, struct treated *, e->nclients);
	for (int i = 0; i < e->nclients; i++)
		if (is_compared(c, e, &e->client[i]))
			e->compared[e->n++] = &e->client[i];
	if (e->n < THIRDS_FROM)
		return;
	struct treated **sorted = ARENA_ARRAY(c->arena, struct treated *, e->n);
	for (int i = 0; i < e->n; i++)
		sorted[i] = e->compared[i];
	qsort(sorted, (size_t)e->n, sizeof(struct treated *), by_revenue);
	e->k = e->n / 3;
	for (int i = 0; i < e->n; i++)
		sorted[i]->third = i < e->k ? LOW_THIRD : i < e->n - e->k ? MID_THIRD : HIGH_THIRD;
}

static void correlate(struct ctx *c, struct equity *e)
{
	int64_t *v = ARENA_ARRAY(c->arena, int64_t, e->n), *m = ARENA_ARRAY(c->arena, int64_t, e->n);
	for (int i = 0; i < e->n; i++) {
		v[i] = e->compared[i]->cents;
		m[i] = e->compared[i]->wait.twice;
	}
	bool enough = e->n >= settings_of(c)->fair_min_clients;
	e->known = enough && spearman(c->arena, v, m, e->n, &e->rho);
	e->alike = enough && !e->known;
	if (e->known)
		spearman_interval(e->rho, e->n, &e->low, &e->high);
}

/* Never alive by the correlation alone: that no difference shows is not that there is
 * none. */
static void judge(struct equity *e)
{
	if (e->known && e->high < 0 && e->thirds.state == 'A')
		e->thirds.state = 'B';
	e->correlation = !e->known ? 'U' : e->high < 0 ? 'B' : e->low > 0 ? 'A' : e->thirds.state;
}

static void compare_all(struct ctx *c, struct equity *e, const struct sample *s)
{
	const enum third low = LOW_THIRD, mid = MID_THIRD, high = HIGH_THIRD;
	const bool yes = true, no = false;
	e->thirds.longer = pooled(c, e, s, is_in_third, &low);
	e->middle = pooled(c, e, s, is_in_third, &mid);
	e->thirds.shorter = pooled(c, e, s, is_in_third, &high);
	e->internal = pooled(c, e, s, is_internal, &yes);
	e->nuisance.longer = pooled(c, e, s, is_signed, &yes);
	e->nuisance.shorter = pooled(c, e, s, is_signed, &no);
	compare(c, &e->thirds);
	compare(c, &e->nuisance);
}

struct equity *equity_read(struct ctx *c)
{
	struct equity *e = ARENA_NEW(c->arena, struct equity);
	struct equity_reading *r = ARENA_NEW(c->arena, struct equity_reading);
	r->e = e;
	r->since = c->now - settings_of(c)->fair_window_d * DAY_SECONDS;
	clients_read(c, r);
	revenues_read(c, e);
	people_read(c, r);
	struct sample s = messages_read(c, r);
	medians(c, e, &s);
	choose_compared(c, e);
	correlate(c, e);
	compare_all(c, e, &s);
	judge(e);
	facts_read(c, r);
	for (int i = 0; i < r->nfigures; i++) {
		r->figures[i]->reply = bag_wait(&r->reply[i]);
		r->figures[i]->tell = bag_wait(&r->tell[i]);
	}
	return e;
}
