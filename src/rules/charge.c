/* Who is in charge: exactly one person, of a client or of a mandate, replaced and
 * never joined (R5.4); and what passes with it (conversation 17.4). */
#include "rules/charge.h"

#include "rules/deliver.h"
#include "rules/refs.h"
#include "rules/writing.h"

/* Of one mandate, or ($3 = 0) of all. */
SQL(promises_held, "SELECT id FROM promise WHERE client_id = $1 AND person_id = $2 AND side = 'us' "
		   "AND state = 'open' AND (mandate_id = $3 OR $3 = 0) ORDER BY due, id");
SQL(mandates_held, "SELECT id FROM mandate WHERE client_id = $1 AND responsible_id = $2 "
		   "AND state <> 'closed' AND $3 = CAST(0 AS BIGINT) ORDER BY id");
SQL(appointments_held,
    "SELECT id FROM exchange WHERE client_id = $1 AND our_person_id = $2 AND planned = 1 "
    "AND cancelled_at IS NULL AND at > $4 AND (mandate_id = $3 OR $3 = 0) ORDER BY at, id");
SQL(drafts_signed, "SELECT id FROM writing WHERE client_id = $1 AND signed_by_id = $2 AND state = 'draft'");
SELECT(mandates_handed, mandate_kind, "WHERE client_id = $1 AND handed_at IS NOT NULL ORDER BY id LIMIT 100");

SQL(unseen, "SELECT count(*) FROM clock WHERE kind = $1 AND record_id = $2 AND type = 'c17' "
	    "AND snoozed_until IS NULL");

#define FOLLOWS_WD 10

int64_t in_charge(struct ctx *c, int64_t client_id, int64_t mandate_id)
{
	const struct mandate *m = GET(c, mandate, mandate_id);
	if (m)
		return m->responsible_id;
	const struct client *of = GET(c, client, client_id);
	return of ? of->responsible_id : 0;
}

const char *passing_page(struct ctx *c, const struct kind *k, int64_t id)
{
	return arena_printf(c->arena, "%s/passage#to-whom", record_page(c, k, id));
}

bool next_in_charge_is_active(struct act *a)
{
	const struct person *p = GET(a->ctx, person, IN(a, hand_over_in)->responsible_id);
	bool active = p && person_is_staff(a->ctx, p);
	if (!active)
		a->refusal.where = passing_page(a->ctx, a->kind, REC(a, record)->id);
	return active;
}

bool somebody_can_be_told(struct act *a)
{
	int64_t client = a->kind == &client_kind ? REC(a, client)->r.id : REC(a, mandate)->client_id;
	return !IN(a, hand_over_in)->tell || deliver_finds_reader(a, client);
}

/* ---- what somebody holds ------------------------------------------------------------- */

struct held held_read(struct ctx *c, int64_t person, int64_t client_id, int64_t mandate_id)
{
	struct held h = {0};
	h.npromises =
	    ids_found(c, db_query(c->db, &promises_held, "iii", client_id, person, mandate_id), &h.promises);
	h.nmandates =
	    ids_found(c, db_query(c->db, &mandates_held, "iii", client_id, person, mandate_id), &h.mandates);
	h.nexchanges = ids_found(c,
	    db_query(c->db, &appointments_held, "iiii", client_id, person, mandate_id, c->now), &h.exchanges);
	return h;
}

/* Those an input names; all of them must be held, else the field is refused. */
static int named(struct act *a, const char *field, const char *refs, const int64_t **ids, int n)
{
	int64_t *some = ARENA_ARRAY(a->ctx->arena, int64_t, REFS_MAX);
	int nsome = refs_read(refs, some), nheld = 0;
	for (int i = 0; i < nsome; i++)
		for (int k = 0; k < n; k++)
			nheld += (*ids)[k] == some[i];
	if (nheld < nsome)
		field_refuse(a, field, "bad_ref");
	*ids = some;
	return nsome;
}

/* Unless they are named, the mandates that run. */
static int running_among(struct ctx *c, const int64_t **ids, int n)
{
	int64_t *some = ARENA_ARRAY(c->arena, int64_t, n + 1);
	int nsome = 0;
	for (int i = 0; i < n; i++)
		if (GET(c, mandate, (*ids)[i])->state == MANDATE_RUNNING)
			some[nsome++] = (*ids)[i];
	*ids = some;
	return nsome;
}

static struct held passing(struct act *a, const struct charge *charge)
{
	const struct hand_over_in *in = a->in;
	struct held h = held_read(a->ctx, *charge->responsible_id, charge->client_id, charge->mandate_id);
	if (given(a, "promise_ids"))
		h.npromises = named(a, "promise_ids", in->promise_ids, &h.promises, h.npromises);
	if (given(a, "exchange_ids"))
		h.nexchanges = named(a, "exchange_ids", in->exchange_ids, &h.exchanges, h.nexchanges);
	h.nmandates = given(a, "mandate_ids")
			  ? named(a, "mandate_ids", in->mandate_ids, &h.mandates, h.nmandates)
			  : running_among(a->ctx, &h.mandates, h.nmandates);
	return h;
}

/* ---- as a record keeps it ------------------------------------------------------------- */

static json_t *ids_kept(const int64_t *ids, int n)
{
	json_t *list = json_array();
	for (int i = 0; i < n; i++)
		json_array_append_new(list, json_integer(ids[i]));
	return list;
}

static const char *held_kept(struct arena *a, const struct held *h)
{
	return json_kept(
	    a, json_pack("{s:o, s:o, s:o}", "promises", ids_kept(h->promises, h->npromises), "mandates",
		   ids_kept(h->mandates, h->nmandates), "exchanges", ids_kept(h->exchanges, h->nexchanges)));
}

static int ids_of(struct arena *a, const json_t *kept, const char *key, const int64_t **ret)
{
	const json_t *list = json_object_get(kept, key);
	int n = (int)json_array_size(list);
	int64_t *ids = ARENA_ARRAY(a, int64_t, n + 1);
	for (int i = 0; i < n; i++)
		ids[i] = json_integer_value(json_array_get(list, (size_t)i));
	*ret = ids;
	return n;
}

struct handed handed_of(struct ctx *c, const struct kind *k, const void *rec)
{
	const struct client *client = k == &client_kind ? rec : NULL;
	const struct mandate *m = k == &mandate_kind ? rec : NULL;
	struct handed h = {0};
	h.with_json = client ? client->handed_passed : m ? m->handed_passed : NULL;
	h.at = client ? client->handed_at : m ? m->handed_at : 0;
	h.from = client ? client->handed_from_id : m ? m->handed_from_id : 0;
	h.to = client ? client->responsible_id : m ? m->responsible_id : 0;
	const json_t *kept = json_of(c->arena, h.with_json);
	h.with.npromises = ids_of(c->arena, kept, "promises", &h.with.promises);
	h.with.nmandates = ids_of(c->arena, kept, "mandates", &h.with.mandates);
	h.with.nexchanges = ids_of(c->arena, kept, "exchanges", &h.with.exchanges);
	return h;
}

/* ---- it passes --------------------------------------------------------------------------- */

static void pass_promises(struct act *a, const struct held *h, int64_t to)
{
	for (int i = 0; i < h->npromises; i++) {
		struct promise *p = EDIT(a, promise, h->promises[i]);
		p->person_id = to;
		record_save(a, &promise_kind, p);
	}
}

/* With its client: what was said when it passed alone is over. */
static void pass_mandates(struct act *a, const struct held *h, int64_t to)
{
	for (int i = 0; i < h->nmandates; i++) {
		struct mandate *m = EDIT(a, mandate, h->mandates[i]);
		m->responsible_id = to;
		m->handed_at = m->handed_from_id = 0;
		m->handed_passed = NULL;
		record_save(a, &mandate_kind, m);
	}
}

static void pass_appointments(struct act *a, const struct held *h, int64_t to)
{
	for (int i = 0; i < h->nexchanges; i++) {
		struct exchange *x = EDIT(a, exchange, h->exchanges[i]);
		x->our_person_id = to;
		record_save(a, &exchange_kind, x);
	}
}

static bool has(const int64_t *ids, int n, int64_t id)
{
	for (int i = 0; i < n; i++)
		if (ids[i] == id)
			return true;
	return false;
}

/* Drafts are signed by whoever is in charge when they leave. */
static void pass_drafts(
    struct act *a, const struct charge *charge, const struct held *h, int64_t from, int64_t to)
{
	const int64_t *ids;
	int n = ids_found(a->ctx, db_query(a->ctx->db, &drafts_signed, "ii", charge->client_id, from), &ids);
	for (int i = 0; i < n; i++) {
		struct writing *w = EDIT(a, writing, ids[i]);
		if (w->mandate_id != charge->mandate_id && !has(h->mandates, h->nmandates, w->mandate_id))
			continue;
		w->signed_by_id = to;
		record_save(a, &writing_kind, w);
	}
}

void hand_over(struct act *a, const struct charge *charge)
{
	const struct hand_over_in *in = a->in;
	int64_t from = *charge->responsible_id, to = in->responsible_id;
	struct held h = passing(a, charge);
	if (refused(a))
		return;
	a->reason = in->reason;
	if (in->tell)
		deliver_message(a, charge->client_id, charge->mandate_id, from, in->tell);
	if (to == from)
		return;
	pass_promises(a, &h, to);
	pass_mandates(a, &h, to);
	pass_appointments(a, &h, to);
	pass_drafts(a, charge, &h, from, to);
	*charge->responsible_id = to;
	*charge->handed_at = a->ctx->now;
	*charge->handed_from_id = from;
	*charge->handed_passed = held_kept(a->ctx->arena, &h);
}

/* ---- afterwards ------------------------------------------------------------------------------ */

void c17(instant handed_at, int64_t owner, struct clocks *out)
{
	if (handed_at)
		clock_add(out, CLOCK_C17, owner, handed_at);
}

const char *held_said(struct ctx *c, const struct held *h)
{
	int p = h->npromises, m = h->nmandates, x = h->nexchanges;
	const char *parts[] = {
	    p ? phrased(c, p == 1 ? N_("%d promise") : N_("%d promises"), p) : NULL,
	    m ? phrased(c, m == 1 ? N_("%d engagement") : N_("%d engagements"), m) : NULL,
	    x ? phrased(c, x == 1 ? N_("%d appointment") : N_("%d appointments"), x) : NULL,
	};
	const char *said = NULL;
	for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++)
		if (parts[i])
			said = said ? arena_printf(c->arena, "%s, %s", said, parts[i]) : parts[i];
	return said;
}

static bool handed_lately(struct ctx *c, instant handed_at)
{
	return handed_at && c->now <= hours_after(c, handed_at, FOLLOWS_WD * WORKING_DAY);
}

bool handed_is_shown(struct ctx *c, const struct kind *k, const void *rec)
{
	struct handed h = handed_of(c, k, rec);
	int64_t id = ((const struct record *)rec)->id;
	return handed_lately(c, h.at) ||
	       (h.at && db_int(c->db, &unseen, 0, "ii", (int64_t)k->number, id) > 0);
}

static const char *first_of(struct ctx *c, int64_t person)
{
	return first_name(c->arena, person_name(c, person));
}

int successions_said(struct ctx *c, const struct client *k, const char *ret[SUCCESSIONS_MAX])
{
	int n = 0;
	if (handed_lately(c, k->handed_at))
		ret[n++] = phrased(c, N_("%s takes over from %s."), first_of(c, k->responsible_id),
		    say_of(c->arena, c->lang, first_of(c, k->handed_from_id)));
	foreach (c, mandate, m, &mandates_handed, "i", k->r.id)
		if (n < SUCCESSIONS_MAX && handed_lately(c, m->handed_at))
			ret[n++] =
			    phrased(c, N_("%s takes over from %s for “%s”."), first_of(c, m->responsible_id),
				say_of(c->arena, c->lang, first_of(c, m->handed_from_id)), m->title);
	return n;
}
