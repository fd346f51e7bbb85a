/* Drift, counted from the promises and terms of a mandate since its last agreed
 * entente (model 5.9; F10). */
#include "rules/drift.h"

#include "rules/entry.h"
#include "rules/term.h"
#include "rules/writing.h"

SELECT(under_way, mandate_kind,
    "WHERE client_id = $1 AND ($2 = 0 OR id = $2) AND state IN ('running', 'delivered') ORDER BY id LIMIT "
    "$3");
SELECT(shared_of_mandate, promise_kind, "WHERE mandate_id = $1 AND shared = 1 AND state <> 'dropped'");

static void add_fact(struct ctx *c, struct drift_side *s, const struct drift_fact *fact)
{
	if (fact->n && !s->fact)
		s->fact = ARENA_ARRAY(c->arena, struct drift_fact, DRIFT_FACTS_MAX);
	if (fact->n && s->nfacts < DRIFT_FACTS_MAX)
		s->fact[s->nfacts++] = *fact;
}

static void count_promise(
    struct ctx *c, struct drift_side *s, const struct promise *p, int64_t moves, bool missed)
{
	s->moves += moves;
	s->missed += missed;
	add_fact(c, s, &(struct drift_fact){DRIFT_MOVED, moves, .promise = p});
	add_fact(c, s, &(struct drift_fact){DRIFT_MISSED, missed, .promise = p});
}

static void count_promises(struct ctx *c, struct drift *d, instant agreed)
{
	day from = agreed ? day_at(c, agreed) : 0;
	foreach (c, promise, p, &shared_of_mandate, "i", d->mandate->r.id) {
		bool missed = p->judged_due >= from && p->judged_due < c->today && !promise_kept(c, p);
		count_promise(
		    c, p->side == OURS ? &d->ours : &d->theirs, p, promise_moves_since(c, p, agreed), missed);
	}
}

/* Adding an expectation moves the line for whoever has to meet it. */
static void count_expectation(struct ctx *c, struct drift_side *s, const struct term *t, bool counts)
{
	s->expectations_added += counts;
	add_fact(c, s, &(struct drift_fact){DRIFT_ADDED, counts, .term = t});
}

static void count_missing(struct ctx *c, struct drift_side *s, const struct term *t, bool counts)
{
	s->conditions_missing += counts;
	add_fact(c, s, &(struct drift_fact){DRIFT_LACKING, counts, .term = t});
}

static void count_term(struct ctx *c, struct drift *d, const struct term *t, instant agreed)
{
	if (term_is_frame(t) && t->state == TERM_MISSING) {
		count_missing(c, &d->ours, t, t->owed_by != OWED_BY_CLIENT);
		count_missing(c, &d->theirs, t, t->owed_by != OWED_BY_US);
	} else if (!term_is_frame(t) && t->state == TERM_NOTED && agreed && t->r.created_at > agreed) {
		count_expectation(c, &d->ours, t, t->owed_by != OWED_BY_US);
		count_expectation(c, &d->theirs, t, t->owed_by != OWED_BY_CLIENT);
	}
}

static void count_terms(struct ctx *c, struct drift *d, instant agreed)
{
	const struct term **terms = ARENA_ARRAY(c->arena, const struct term *, TERMS_MAX);
	int n = terms_of(c, d->mandate->r.id, terms, TERMS_MAX);
	for (int i = 0; i < n; i++)
		count_term(c, d, terms[i], agreed);
}

/* ---- as sentences ----------------------------------------------------------------- */

static void add_line(struct drift *d, const char *line)
{
	d->line[d->nlines++] = line;
}

static void say_changes(struct ctx *c, struct drift *d)
{
	const struct mandate *m = d->mandate;
	struct arena *a = c->arena;
	if (d->agreed_due && m->when_due && d->agreed_due != m->when_due)
		add_line(d, arena_printf(a, tr(c->lang, N_("Agreed for %s, now for %s.")),
				date_said(c, d->agreed_due), date_said(c, m->when_due)));
	if (d->agreed_price != NO_NUMBER && m->price_cents != NO_NUMBER && d->agreed_price != m->price_cents)
		add_line(d, arena_printf(a, tr(c->lang, N_("Agreed at %s, now at %s.")),
				say_money(a, c->lang, d->agreed_price, m->currency),
				say_money(a, c->lang, m->price_cents, m->currency)));
}

static void say_count(struct ctx *c, struct drift *d, const char *what, int64_t n)
{
	if (n > 0)
		add_line(d, phrased(c, N_("%s: %d."), tr(c->lang, what), (int)n));
}

/* Ours and theirs, turn by turn, in the same words. */
static void say_sides(struct ctx *c, struct drift *d)
{
	const struct drift_side *us = &d->ours, *they = &d->theirs;
	say_count(c, d, N_("Dates moved on our side"), us->moves);
	say_count(c, d, N_("Dates moved on the client’s side"), they->moves);
	say_count(c, d, N_("Promises past their date on our side"), us->missed);
	say_count(c, d, N_("Promises past their date on the client’s side"), they->missed);
	say_count(c, d, N_("Expectations added on our side"), us->expectations_added);
	say_count(c, d, N_("Expectations added on the client’s side"), they->expectations_added);
	say_count(c, d, N_("Conditions missing on our side"), us->conditions_missing);
	say_count(c, d, N_("Conditions missing on the client’s side"), they->conditions_missing);
}

/* ---- reading ------------------------------------------------------------------------- */

static void read_agreed(struct ctx *c, struct drift *d, const struct writing *agreed)
{
	json_t *was = agreed ? json_of(c->arena, agreed->snapshot) : NULL;
	const json_t *due = json_object_get(was, "when_due"), *price = json_object_get(was, "price_cents");
	if (json_is_string(due))
		day_parse(json_string_value(due), &d->agreed_due);
	d->agreed_price = json_is_integer(price) ? json_integer_value(price) : NO_NUMBER;
}

static void look(struct ctx *c, const struct mandate *m, struct drift *d)
{
	const struct writing *agreed = GET(c, writing, m->entente_id);
	instant since = agreed ? agreed->answered_at : 0;
	*d = (struct drift){.mandate = m};
	d->minutes = minutes_used(c, m->r.id);
	read_agreed(c, d, agreed);
	count_promises(c, d, since);
	count_terms(c, d, since);
	say_changes(c, d);
	d->nchanges = d->nlines;
	say_sides(c, d);
}

int drift_read(struct ctx *c, int64_t client, int64_t mandate, struct drift ret[DRIFTS_MAX])
{
	int n = 0;
	foreach (c, mandate, m, &under_way, "iii", client, mandate, (int64_t)DRIFTS_MAX)
		look(c, m, &ret[n++]);
	return n;
}

/* In the client's language: from the agenda it goes into the recap. */
const char *drift_agenda(struct ctx *c, int64_t client, int64_t mandate)
{
	struct ctx in_their_words = *c;
	struct drift *all = ARENA_ARRAY(c->arena, struct drift, DRIFTS_MAX);
	in_their_words.lang = client_lang(c, client);
	int n = drift_read(&in_their_words, client, mandate, all);
	json_t *lines = json_lent(c->arena, json_array());
	for (int i = 0; i < n; i++)
		for (int k = 0; k < all[i].nlines; k++)
			json_array_append_new(
			    lines, json_string(n == 1 ? all[i].line[k]
						      : arena_printf(c->arena, "%s. %s",
							    all[i].mandate->title, all[i].line[k])));
	return json_array_size(lines) ? json_text(c->arena, lines) : NULL;
}

/* ---- as JSON ------------------------------------------------------------------------ */

static const char *fact_text(struct ctx *c, const struct drift_fact *f)
{
	static const char *const texts[] = {[DRIFT_MISSED] = N_("past its date"),
	    [DRIFT_ADDED] = N_("expectation added"),
	    [DRIFT_LACKING] = N_("condition missing")};
	if (f->cause != DRIFT_MOVED)
		return tr(c->lang, texts[f->cause]);
	return f->n == 1 ? tr(c->lang, N_("date moved")) : phrased(c, N_("date moved %d times"), (int)f->n);
}

static void fact_json(struct ctx *c, const struct drift_fact *f, struct jw *out)
{
	jw_object(out);
	jw_text_of(out, "kind", f->promise ? "promise" : "term");
	jw_int_of(out, "id", f->promise ? f->promise->r.id : f->term->r.id);
	jw_text_of(out, "what", f->promise ? f->promise->text : f->term->text);
	jw_text_of(out, "how", fact_text(c, f));
	jw_end_object(out);
}

static void side_json(struct ctx *c, const char *key, const struct drift_side *s, struct jw *out)
{
	jw_object(jw_key(out, key));
	jw_int_of(out, "moves", s->moves);
	jw_int_of(out, "missed", s->missed);
	jw_int_of(out, "expectations_added", s->expectations_added);
	jw_int_of(out, "conditions_missing", s->conditions_missing);
	jw_array(jw_key(out, "facts"));
	for (int i = 0; i < s->nfacts; i++)
		fact_json(c, &s->fact[i], out);
	jw_end_array(out);
	jw_end_object(out);
}

/* What is not of one side: dates, price, hours. */
static void changes_json(struct ctx *c, const struct drift *d, struct jw *out)
{
	const struct mandate *m = d->mandate;
	jw_array(jw_key(out, "changes"));
	for (int i = 0; i < d->nchanges; i++)
		jw_text(out, d->line[i]);
	if (m->budget_minutes != NO_NUMBER && d->minutes != NO_NUMBER)
		jw_text(out, phrased(c, N_("%s of work noted, of %s planned."),
				 say_hours(c->arena, c->lang, d->minutes * 60),
				 say_hours(c->arena, c->lang, m->budget_minutes * 60)));
	jw_end_array(out);
}

static void one_json(struct ctx *c, const struct drift *d, struct jw *out)
{
	const struct mandate *m = d->mandate;
	jw_object(out);
	jw_int_of(out, "mandate_id", m->r.id);
	jw_object(jw_key(out, "dates"));
	date_json(c, d->agreed_due, jw_key(out, "agreed"));
	date_json(c, m->when_due, jw_key(out, "now"));
	jw_end_object(out);
	jw_object(jw_key(out, "minutes"));
	number_json(m->budget_minutes, jw_key(out, "budget"));
	number_json(d->minutes, jw_key(out, "used"));
	jw_end_object(out);
	jw_object(jw_key(out, "price"));
	number_json(d->agreed_price, jw_key(out, "agreed"));
	number_json(m->price_cents, jw_key(out, "now"));
	jw_end_object(out);
	changes_json(c, d, out);
	side_json(c, "ours", &d->ours, out);
	side_json(c, "theirs", &d->theirs, out);
	jw_array(jw_key(out, "lines"));
	for (int i = 0; i < d->nlines; i++)
		jw_text(out, d->line[i]);
	jw_end_array(out);
	jw_end_object(out);
}

void drift_json(struct ctx *c, const void *rec, struct jw *out)
{
	const struct client *of = rec;
	struct drift *all = ARENA_ARRAY(c->arena, struct drift, DRIFTS_MAX);
	int n = drift_read(c, of->r.id, 0, all);
	jw_object(out);
	jw_array(jw_key(out, "mandates"));
	for (int i = 0; i < n; i++)
		one_json(c, &all[i], out);
	jw_end_array(out);
	jw_end_object(out);
}
