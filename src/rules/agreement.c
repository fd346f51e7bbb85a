/* What is agreed by a writing: the snapshot that an entente fixes, what it asks
 * of the client beyond the last agreed one (then only a yes will do), and what
 * follows elsewhere once it is agreed (model 3.2, 3.3, 8.2; F5-6, T20). */
#include <string.h>

#include "rules/announce.h"
#include "rules/refs.h"
#include "rules/term.h"
#include "rules/writing_parts.h"

SQL(agreed_before, "SELECT id FROM writing WHERE mandate_id = $1 AND kind = 'entente' "
		   "AND state IN ('confirmed', 'tacit') AND id <> $2 ORDER BY version DESC, id DESC LIMIT 1");
SQL(agreed_promises, "SELECT promise_ids FROM writing WHERE client_id = $1 AND promise_ids IS NOT NULL "
		     "AND state IN ('confirmed', 'tacit')");

SQL(promises_to_agree, "SELECT id FROM promise WHERE client_id = $1 AND mandate_id = $2 AND shared = 1 "
		       "AND state = 'open' ORDER BY id LIMIT 100");

/* ---- a new one -------------------------------------------------------------------------- */

/* Without those that were said not to be needed any more (T21). */
static const char *live_terms(struct ctx *c, int64_t mandate)
{
	const struct term *terms[REFS_MAX];
	int64_t ids[REFS_MAX];
	int n = terms_of(c, mandate, terms, REFS_MAX), live = 0;
	for (int i = 0; i < n; i++)
		if (term_is_live(terms[i]) && !terms[i]->unneeded_at)
			ids[live++] = terms[i]->r.id;
	return refs_text(c->arena, ids, live);
}

static const char *open_promises(struct ctx *c, const struct writing *w)
{
	int64_t ids[REFS_MAX];
	int n = refs_found(db_query(c->db, &promises_to_agree, "ii", w->client_id, w->mandate_id), ids);
	return refs_text(c->arena, ids, n);
}

void entente_begin(struct act *a)
{
	struct writing *w = a->rec;
	if (!given(a, "term_ids"))
		w->term_ids = live_terms(a->ctx, w->mandate_id);
	if (!given(a, "promise_ids"))
		w->promise_ids = open_promises(a->ctx, w);
}

/* ---- the snapshot --------------------------------------------------------------------- */

static json_t *text_or_null(const char *s)
{
	return s ? json_string(s) : json_null();
}

static json_t *number_or_null(int64_t n)
{
	return n != NO_NUMBER ? json_integer(n) : json_null();
}

static json_t *day_or_null(struct ctx *c, day d)
{
	return d ? json_string(day_text(c->arena, d)) : json_null();
}

static json_t *term_as_is(struct ctx *c, const struct term *t)
{
	json_t *one = json_object();
	json_object_set_new(one, "id", json_integer(t->r.id));
	json_object_set_new(one, "kind", json_string(record_choice(&term_kind, "kind", t)));
	json_object_set_new(one, "owed_by", json_string(record_choice(&term_kind, "owed_by", t)));
	json_object_set_new(one, "text", text_or_null(t->text));
	json_object_set_new(one, "why", text_or_null(t->why));
	json_object_set_new(one, "needed_by", day_or_null(c, t->needed_by));
	json_object_set_new(one, "lead_wd", number_or_null(t->lead_wd));
	json_object_set_new(one, "quota", number_or_null(t->quota));
	return one;
}

static json_t *promise_as_is(struct ctx *c, const struct promise *p)
{
	json_t *one = json_object();
	json_object_set_new(one, "id", json_integer(p->r.id));
	json_object_set_new(one, "side", json_string(record_choice(&promise_kind, "side", p)));
	json_object_set_new(one, "text", text_or_null(p->text));
	json_object_set_new(one, "due", day_or_null(c, p->due));
	return one;
}

static json_t *snapshot_of(struct ctx *c, const struct writing *w)
{
	int64_t ids[REFS_MAX];
	const struct mandate *m = GET(c, mandate, w->mandate_id);
	json_t *all = json_object(), *terms = json_array(), *promises = json_array();
	int n = refs_read(w->term_ids, ids);
	for (int i = 0; i < n; i++)
		json_array_append_new(terms, term_as_is(c, GET(c, term, ids[i])));
	n = refs_read(w->promise_ids, ids);
	for (int i = 0; i < n; i++)
		json_array_append_new(promises, promise_as_is(c, GET(c, promise, ids[i])));
	json_object_set_new(all, "need", text_or_null(m->need));
	json_object_set_new(all, "how", text_or_null(m->how));
	json_object_set_new(all, "when_due", day_or_null(c, m->when_due));
	json_object_set_new(all, "price_cents", number_or_null(m->price_cents));
	json_object_set_new(all, "currency", text_or_null(m->currency));
	json_object_set_new(all, "budget_minutes", number_or_null(m->budget_minutes));
	json_object_set_new(all, "strategy", text_or_null(m->strategy));
	json_object_set_new(all, "terms", terms);
	json_object_set_new(all, "promises", promises);
	return all;
}

const char *snapshot_text(struct ctx *c, const struct writing *w)
{
	return w->kind == ENTENTE ? json_kept(c->arena, snapshot_of(c, w)) : NULL;
}

static const struct kind *kind_of_list(const char *key)
{
	return strcmp(key, "terms") == 0 ? &term_kind : &promise_kind;
}

/* As it is kept, but for ids: each reader knows them by their own name. */
static void value_write(
    const struct ctx *c, const struct kind *of, const char *key, json_t *v, struct jw *out)
{
	const char *name;
	json_t *member;
	if (json_is_object(v)) {
		jw_object(out);
		json_object_foreach(v, name, member)
		{
			value_write(c, of, name, member, jw_key(out, name));
		}
		jw_end_object(out);
	} else if (json_is_array(v)) {
		jw_array(out);
		for (size_t i = 0; i < json_array_size(v); i++)
			value_write(c, kind_of_list(key), key, json_array_get(v, i), out);
		jw_end_array(out);
	} else if (json_is_integer(v) && strcmp(key, "id") == 0) {
		ref_json(c, of, json_integer_value(v), out);
	} else if (json_is_integer(v)) {
		jw_int(out, json_integer_value(v));
	} else {
		jw_text(out, json_string_value(v));
	}
}

void snapshot_write(const struct ctx *c, const void *rec, struct jw *out)
{
	const struct writing *w = rec;
	json_t *all = json_of(c->arena, w->snapshot);
	if (c->who.role == CONTACT) { /* ours to know */
		json_object_del(all, "budget_minutes");
		json_object_del(all, "strategy");
	}
	if (all)
		value_write(c, NULL, "", all, out);
	else
		jw_null(out);
}

/* ---- only a yes will do ------------------------------------------------------------------ */

static bool is_text(const json_t *object, const char *key, const char *text)
{
	const char *s = text_in(object, key);
	return s && strcmp(s, text) == 0;
}

static bool is_clients_duty(const json_t *term)
{
	return !is_text(term, "kind", "expectation") && !is_text(term, "owed_by", "us");
}

static bool same_member(const json_t *a, const json_t *b, const char *key)
{
	return json_equal(json_object_get(a, key), json_object_get(b, key));
}

/* Theirs already, in these words and no harder. */
static bool had_duty(const json_t *before, const json_t *duty)
{
	const json_t *terms = json_object_get(before, "terms");
	for (size_t i = 0; i < json_array_size(terms); i++) {
		const json_t *t = json_array_get(terms, i);
		if (is_clients_duty(t) && same_member(t, duty, "text") && same_member(t, duty, "needed_by") &&
		    same_member(t, duty, "lead_wd") && same_member(t, duty, "quota"))
			return true;
	}
	return false;
}

static bool adds_duty(const json_t *before, const json_t *now)
{
	const json_t *terms = json_object_get(now, "terms");
	for (size_t i = 0; i < json_array_size(terms); i++) {
		const json_t *t = json_array_get(terms, i);
		if (is_clients_duty(t) && !had_duty(before, t))
			return true;
	}
	return false;
}

static bool has_term(const json_t *snapshot, const json_t *term)
{
	const json_t *terms = json_object_get(snapshot, "terms");
	for (size_t i = 0; i < json_array_size(terms); i++)
		if (same_member(json_array_get(terms, i), term, "id"))
			return true;
	return false;
}

static bool lacks_expectation(const json_t *before, const json_t *now)
{
	const json_t *terms = json_object_get(before, "terms");
	for (size_t i = 0; i < json_array_size(terms); i++) {
		const json_t *t = json_array_get(terms, i);
		if (is_text(t, "kind", "expectation") && !has_term(now, t))
			return true;
	}
	return false;
}

/* In another currency it cannot be called no more than before. */
static bool raises_price(const json_t *before, const json_t *now)
{
	json_int_t price = json_integer_value(json_object_get(now, "price_cents"));
	return price > json_integer_value(json_object_get(before, "price_cents")) ||
	       (price > 0 && before && !same_member(before, now, "currency"));
}

/* Days are kept as they sort. */
static bool comes_later(const json_t *before, const json_t *now)
{
	const char *was = text_in(before, "when_due"), *is = text_in(now, "when_due");
	return was && is && strcmp(is, was) > 0;
}

static bool was_agreed(struct ctx *c, int64_t client, int64_t promise)
{
	const char *ids;
	bool found = false;
	struct db_query *q = db_query(c->db, &agreed_promises, "i", client);
	while (db_row(q, "t", &ids))
		found = found || refs_have(ids, promise);
	return found;
}

/* A promise of their side that no agreed writing carries (model 8.2). */
static bool asks_promise(struct ctx *c, const struct writing *w)
{
	int64_t ids[REFS_MAX];
	int n = refs_read(w->promise_ids, ids);
	for (int i = 0; i < n; i++) {
		const struct promise *p = GET(c, promise, ids[i]);
		if (p && p->side == THEIRS && !was_agreed(c, w->client_id, ids[i]))
			return true;
	}
	return announces_duty(c, w);
}

static void add_word(json_t *words, bool holds, const char *word)
{
	if (holds)
		json_array_append_new(words, json_string(word));
}

/* Against the last agreed version; against nothing when there is none (api.md 10.8). */
static void compare_entente(struct ctx *c, const struct writing *w, json_t *words)
{
	const struct mandate *m = GET(c, mandate, w->mandate_id);
	const struct writing *agreed = GET(c, writing, m->entente_id);
	json_t *before = agreed ? json_of(c->arena, agreed->snapshot) : NULL,
	       *now = json_lent(c->arena, snapshot_of(c, w));
	add_word(words, raises_price(before, now), "price");
	add_word(words, comes_later(before, now), "later");
	add_word(words, lacks_expectation(before, now), "expectation_removed");
	add_word(words, adds_duty(before, now) || asks_promise(c, w), "new_duty");
}

const char *explicit_words(struct ctx *c, const struct writing *w)
{
	json_t *words = json_lent(c->arena, json_array());
	if (w->kind == ENTENTE)
		compare_entente(c, w, words);
	else if (w->kind == RECAP)
		add_word(words, asks_promise(c, w), "new_duty");
	else
		add_word(words, writing_asks_answer(w), "kind");
	return json_array_size(words) ? json_text(c->arena, words) : NULL;
}

/* ---- once it is agreed ----------------------------------------------------------------------- */

static bool quotes_need(struct ctx *c, const struct writing *w, const struct mandate *m)
{
	return m->need && is_text(json_of(c->arena, w->snapshot), "need", m->need);
}

/* A yes also confirms the need it quotes; silence does not (api.md 10.9). */
static void entente_holds(struct act *a, const struct writing *w)
{
	struct ctx *c = a->ctx;
	int64_t ids[REFS_MAX], now = w->answered_at;
	const struct writing *before = GET(c, writing, GET(c, mandate, w->mandate_id)->entente_id);
	int n = refs_read(w->term_ids, ids);
	for (int i = 0; i < n; i++)
		term_agree(a, ids[i], now);
	n = before ? refs_read(before->term_ids, ids) : 0;
	for (int i = 0; i < n; i++)
		if (!refs_have(w->term_ids, ids[i]))
			term_leave_out(a, ids[i]);
	struct mandate *m = EDIT(a, mandate, w->mandate_id);
	m->entente_id = w->r.id;
	if (w->state == WRITING_CONFIRMED && quotes_need(c, w, m))
		m->need_confirmed_at = now;
	record_save(a, &mandate_kind, m);
}

static void rule_holds(struct act *a, const struct writing *w)
{
	struct client *of = EDIT(a, client, w->client_id);
	of->silence_rule = SILENCE_RULE_ACCEPTED;
	of->silence_rule_at = w->answered_at;
	of->silence_rule_by = w->answered_by;
	record_save(a, &client_kind, of);
}

void agreement_holds(struct act *a)
{
	const struct writing *w = a->rec;
	if (w->kind == ENTENTE)
		entente_holds(a, w);
	else if (w->kind == SILENCE_RULE)
		rule_holds(a, w);
	else if (w->kind == REFORMULATION && w->about)
		matter_understood(a, link_of(w->about, &matter_kind), w->answered_at);
}

/* Those of the first list that the other lacks. */
static void terms_undone(
    struct act *a, const char *term_ids, const char *but, void (*undo)(struct act *, int64_t))
{
	int64_t ids[REFS_MAX];
	int n = refs_read(term_ids, ids);
	for (int i = 0; i < n; i++)
		if (!refs_have(but, ids[i]))
			undo(a, ids[i]);
}

/* Reopened: the one agreed before holds again, with its terms; promises kept stay
 * kept. */
void agreement_undone(struct act *a)
{
	const struct writing *w = a->rec;
	struct mandate *m = w->kind == ENTENTE ? EDIT(a, mandate, w->mandate_id) : NULL;
	if (!m || m->entente_id != w->r.id)
		return;
	m->entente_id = db_int(a->ctx->db, &agreed_before, 0, "ii", m->r.id, w->r.id);
	record_save(a, &mandate_kind, m);
	const struct writing *before = GET(a->ctx, writing, m->entente_id);
	terms_undone(a, w->term_ids, before ? before->term_ids : NULL, term_not_agreed);
	if (before)
		terms_undone(a, before->term_ids, w->term_ids, term_take_back);
}
