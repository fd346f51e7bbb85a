/* The forest of introductions, read and added up from the leaves to the roots. */
#include "rules/referrals.h"

#include "base/stats.h"

SQL(clients_introduced,
    "SELECT id, name, state, referred_by_client_id, referred_by_text FROM client ORDER BY id");
SQL(clients_number, "SELECT count(*) FROM client");
SQL(revenues, "SELECT client_id, sum(cents), sum(CASE WHEN on_day > $1 THEN cents ELSE 0 END) FROM entry "
	      "WHERE kind = 'revenue' GROUP BY client_id");

#define REVENUE_MONTHS 12

int forest_find(const struct forest *f, int64_t client)
{
	int low = 0, high = f->n;
	while (low < high) {
		int middle = low + (high - low) / 2;
		if (f->of[middle].client < client)
			low = middle + 1;
		else
			high = middle;
	}
	return low < f->n && f->of[low].client == client ? low : -1;
}

/* ---- reading ----------------------------------------------------------------- */

/* By id; beside each the client who introduced it, by id still. */
static int64_t *clients_read(struct ctx *c, struct forest *f)
{
	int64_t most = db_int(c->db, &clients_number, 0, "");
	int64_t *by = ARENA_ARRAY(c->arena, int64_t, most + 1);
	const struct choice *states = choices_of(&client_kind, "state");
	const char *state;
	f->of = ARENA_ARRAY(c->arena, struct introduction, most + 1);
	struct db_query *q = db_query(c->db, &clients_introduced, "");
	struct introduction one;
	while (f->n < most && db_row(q, "ittit", &one.client, &one.name, &state, &by[f->n], &one.by_text)) {
		f->of[f->n++] = (struct introduction){.client = one.client,
		    .name = one.name,
		    .by_text = one.by_text,
		    .state = choice_number(states, state),
		    .parent = -1,
		    .child = -1,
		    .next = -1};
	}
	db_done(q);
	return by;
}

/* From the last to the first, so that each list of children stands by id. */
static void link_all(struct forest *f, const int64_t *by)
{
	for (int i = f->n - 1; i >= 0; i--) {
		struct introduction *one = &f->of[i];
		one->parent = by[i] ? forest_find(f, by[i]) : -1;
		if (one->parent < 0)
			continue;
		struct introduction *parent = &f->of[one->parent];
		one->next = parent->child;
		parent->child = i;
		parent->nchildren++;
	}
}

static bool was_introduced(const struct introduction *one)
{
	return one->parent >= 0 || one->by_text;
}

static void amounts_read(struct ctx *c, struct forest *f)
{
	int64_t client, all, year, total = 0, introduced = 0;
	struct db_query *q = db_query(c->db, &revenues, "i", day_months_after(c->today, -REVENUE_MONTHS));
	while (db_row(q, "iii", &client, &all, &year)) {
		int at = forest_find(f, client);
		if (at < 0)
			continue;
		f->of[at].own = all;
		total += year;
		introduced += was_introduced(&f->of[at]) ? year : 0;
	}
	if (total > 0)
		f->word_of_mouth = percent_of(introduced, total);
}

/* ---- adding up --------------------------------------------------------------- */

static void pass_up(struct forest *f, const struct introduction *one)
{
	struct introduction *parent = &f->of[one->parent];
	parent->direct += one->own;
	parent->below += one->own + one->below;
	parent->brought_some = parent->brought_some || one->brought_some || one->state != CLIENT_PROSPECT;
}

/* Each is passed up once all its own children were: those without any to wait for come
 * first, and whoever has heard of its last child is next. */
static void add_up(struct ctx *c, struct forest *f)
{
	int *ready = ARENA_ARRAY(c->arena, int, f->n + 1), *waits_for = ARENA_ARRAY(c->arena, int, f->n + 1);
	int n = 0;
	for (int i = 0; i < f->n; i++) {
		waits_for[i] = f->of[i].nchildren;
		if (!waits_for[i])
			ready[n++] = i;
	}
	for (int i = 0; i < n; i++) {
		const struct introduction *one = &f->of[ready[i]];
		if (one->parent < 0)
			continue;
		pass_up(f, one);
		if (--waits_for[one->parent] == 0)
			ready[n++] = one->parent;
	}
}

const struct forest *forest_read(struct ctx *c)
{
	struct forest *f = ARENA_NEW(c->arena, struct forest);
	f->amounts = c->who.role == LEAD;
	f->word_of_mouth = SHARE_NOT_KNOWN;
	link_all(f, clients_read(c, f));
	if (f->amounts)
		amounts_read(c, f);
	add_up(c, f);
	return f;
}

/* ---- walking ----------------------------------------------------------------- */

static int next_root(const struct forest *f, int after)
{
	for (int i = after + 1; i < f->n; i++)
		if (f->of[i].parent < 0)
			return i;
	return -1;
}

int forest_after(const struct forest *f, int at)
{
	if (at >= 0 && f->of[at].child >= 0)
		return f->of[at].child;
	while (at >= 0 && f->of[at].next < 0 && f->of[at].parent >= 0)
		at = f->of[at].parent;
	return at >= 0 && f->of[at].next >= 0 ? f->of[at].next : next_root(f, at);
}

/* A lead reads it beside the amount; to others it says what the shape does, so that no
 * amount shows through. */
const char *brought_text(const struct ctx *c, const struct forest *f, const struct introduction *one)
{
	bool some = f->amounts ? one->below > 0 : one->brought_some;
	return some ? NULL : tr(c->lang, N_("not yet"));
}

/* ---- as JSON ----------------------------------------------------------------- */

static void node_json(struct ctx *c, const struct forest *f, const struct introduction *one, struct jw *out)
{
	jw_object(out);
	jw_int_of(out, "client_id", one->client);
	jw_text_of(out, "name", one->name);
	jw_text_of(out, "state", choice_name(choices_of(&client_kind, "state"), one->state));
	id_json(c, &client_kind, one->parent < 0 ? 0 : f->of[one->parent].client, jw_key(out, "parent_id"));
	if (f->amounts) {
		jw_int_of(out, "own_cents", one->own);
		jw_int_of(out, "direct_cents", one->direct);
		jw_int_of(out, "indirect_cents", one->below - one->direct);
		jw_int_of(out, "brought_cents", one->below);
	}
	jw_text_of(out, "brought_text", brought_text(c, f, one));
	jw_end_object(out);
}

void referrals_json(struct ctx *c, const void *rec, struct jw *out)
{
	const struct forest *f = forest_read(c);
	(void)rec;
	jw_object(out);
	jw_array(jw_key(out, "nodes"));
	for (int i = 0; i < f->n; i++)
		node_json(c, f, &f->of[i], out);
	jw_end_array(out);
	if (f->amounts) { /* a share of amounts is one of them */
		jw_object(jw_key(out, "word_of_mouth"));
		number_json(f->word_of_mouth < 0 ? NO_NUMBER : f->word_of_mouth, jw_key(out, "percent"));
		jw_end_object(out);
	}
	jw_end_object(out);
}
