/* What is usual in our trade, told to every client regularly (F12): the rules of the
 * firm's library are its standards.  One is told to a client by a matter of that nature,
 * or by an agreement that carries it; what counts as the last time is the matter. */
#include "base/text.h"
#include "rules/care.h"
#include "rules/demand.h"
#include "rules/deliver.h"

SQL(last_told, "SELECT told_at FROM matter WHERE client_id = $1 AND nature = 'standard' "
	       "AND told_at IS NOT NULL ORDER BY told_at DESC, id DESC LIMIT 2");
SQL(library_has_rules, "SELECT count(*) FROM term WHERE library = 1 AND kind = 'rule' AND state = 'agreed'");
SELECT(untold_rules, term_kind,
    "WHERE library = 1 AND kind = 'rule' AND state = 'agreed' "
    "AND NOT EXISTS (SELECT 1 FROM matter m WHERE m.term_id = term.id AND m.client_id = $1 "
    "AND m.told_at IS NOT NULL) AND NOT EXISTS (SELECT 1 FROM term t WHERE t.library_id = term.id "
    "AND t.client_id = $1 AND t.told_at IS NOT NULL) ORDER BY id LIMIT $2");

int standards_untold(struct ctx *c, int64_t client, const struct term **ret, int max)
{
	int n = 0;
	foreach (c, term, t, &untold_rules, "ii", client, (int64_t)max)
		ret[n++] = t;
	return n;
}

SELECT(untold_clients, client_kind,
    "WHERE state IN ('active', 'transition') AND NOT EXISTS (SELECT 1 FROM matter m WHERE m.term_id = $1 "
    "AND m.client_id = client.id AND m.told_at IS NOT NULL) AND NOT EXISTS (SELECT 1 FROM term t "
    "WHERE t.library_id = $1 AND t.client_id = client.id AND t.told_at IS NOT NULL) "
    "ORDER BY name_key, id LIMIT $2");

int standard_untold_to(struct ctx *c, int64_t term, const struct client *ret[TO_TELL_MAX])
{
	int n = 0;
	foreach (c, client, k, &untold_clients, "ii", term, (int64_t)TO_TELL_MAX)
		ret[n++] = k;
	return n;
}

#define NAMED_MAX 3
#define NAMED_LETTERS 60

const char *standards_untold_said(struct ctx *c, int64_t client)
{
	const struct term *untold[TERMS_MAX];
	int n = standards_untold(c, client, untold, TERMS_MAX), named = n > NAMED_MAX ? NAMED_MAX - 1 : n;
	const char *all = NULL;
	for (int i = 0; i < named; i++) {
		const char *one =
		    phrased(c, N_("“%s”"), text_short(c->arena, untold[i]->text, NAMED_LETTERS));
		all = !all        ? one
		      : i + 1 < n ? arena_printf(c->arena, "%s, %s", all, one)
				  : phrased(c, N_("%s and %s"), all, one);
	}
	return named < n ? phrased(c, N_("%s and %d more"), all, n - named) : all;
}

/* ---- e6 ------------------------------------------------------------------------- */

/* Since when something is to be shared, when they were last told then: 0 never. */
static instant asks(struct ctx *c, const struct client *k, instant told)
{
	instant from = told ? told : db_int(c->db, &library_has_rules, 0, "") ? client_began(c, k) : 0;
	instant regularly = from ? from + settings_of(c)->standard_every_d * DAY_SECONDS : 0;
	return sooner(regularly, demand_never_told(c, k->r.id, told));
}

void e6(struct ctx *c, const struct client *k, struct clocks *out)
{
	if (k->state != CLIENT_ACTIVE && k->state != CLIENT_TRANSITION)
		return;
	instant told = 0, before = 0;
	struct db_query *q = db_query(c->db, &last_told, "i", k->r.id);
	if (db_row(q, "i", &told) && db_row(q, "i", &before))
		db_done(q);
	if (told)
		care_clock(k, CLOCK_E6, asks(c, k, before), told, out);
	care_clock(k, CLOCK_E6, asks(c, k, told), 0, out);
}

/* ---- told to several at once ------------------------------------------------------ */

static bool is_standard(struct act *a)
{
	const struct term *t = a->rec;
	if (term_is_of_library(a->ctx, t) && t->kind == RULE && t->state == TERM_AGREED)
		return true;
	a->refusal.detail =
	    tr(a->ctx->lang, N_("What is usual in our trade is a ground rule of our library, once adopted."));
	return false;
}

static bool all_have_readers(struct act *a)
{
	int64_t ids[REFS_MAX];
	int n = refs_read(IN(a, share_in)->client_ids, ids);
	for (int i = 0; i < n; i++)
		if (!deliver_finds_reader(a, ids[i])) {
			mended_at(a, &client_kind, ids[i]);
			return false;
		}
	return true;
}

const struct guard share_guards[] = {{"not_library", is_standard}, {"no_reader", all_have_readers}, {0}};

static void tell_one(struct act *a, const struct term *t, int64_t client, const char *text)
{
	struct ctx *c = a->ctx;
	struct matter *m = record_new(c, &matter_kind);
	m->client_id = client;
	m->nature = STANDARD;
	m->term_id = t->r.id;
	m->title = text_short(c->arena, t->text, 200);
	m->noticed_by_side = OURS;
	m->state = MATTER_TOLD;
	m->noticed_at = m->told_at = c->now;
	m->told_in_id = deliver_message(a, client, 0, c->who.id, text);
	record_insert(a, &matter_kind, m);
}

static bool is_among(const int64_t *ids, int n, int64_t id)
{
	while (n > 0 && ids[n - 1] != id)
		n--;
	return n > 0;
}

void standard_share(struct act *a)
{
	const struct share_in *in = a->in;
	int64_t ids[REFS_MAX];
	int n = refs_read(in->client_ids, ids);
	for (int i = 0; i < n; i++)
		if (!is_among(ids, i, ids[i])) /* said twice, told once */
			tell_one(a, a->rec, ids[i], in->text);
}
