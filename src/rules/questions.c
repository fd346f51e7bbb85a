/* The answers to four questions, made from facts where there are facts: demands
 * and what became of them, impact notices, conditions.  Only fear is asked, and
 * only its owner ever reads it. */
#include "rules/questions.h"

#include <string.h>

#include "rules/care.h"
#include "rules/conditions.h"
#include "rules/demand.h"
#include "rules/writing.h"

SELECT(demands_between, decision_kind,
    "WHERE about = 'demand' AND demanded_at > $1 AND demanded_at <= $2 AND state <> 'cancelled' "
    "ORDER BY demanded_at, id");
SELECT(demands_answered, decision_kind,
    "WHERE about = 'demand' AND chosen_at >= $1 AND chosen_at <= $2 AND state <> 'cancelled' "
    "ORDER BY client_id, id");
SELECT(concessions_unsettled, decision_kind,
    "WHERE concession = 1 AND chosen_at <= $1 AND regret IS NULL ORDER BY chosen_at, id");
SELECT(running_mandates, mandate_kind, "WHERE responsible_id = $1 AND state = 'running' ORDER BY id");
SQL(fear_curve, "SELECT month, fear FROM (SELECT month, fear FROM fear WHERE person_id = $1 "
		"ORDER BY month DESC LIMIT $2) AS latest ORDER BY month");
SQL(fear_put, "INSERT INTO fear (person_id, month, fear) VALUES ($1, $2, $3) "
	      "ON CONFLICT (person_id, month) DO UPDATE SET fear = excluded.fear");
SQL(omitted_terms, "SELECT omitted_reason, count(*) FROM term WHERE omitted_reason IS NOT NULL "
		   "AND created_at > $1 GROUP BY omitted_reason");

/* ---- months --------------------------------------------------------------------------- */

#define MONTH_LENGTH 7

const char *questions_month(const struct ctx *c)
{
	return arena_strndup(c->arena, day_text(c->arena, c->today), MONTH_LENGTH);
}

static bool month_parse(const char *month, day *ret)
{
	char first[sizeof "2027-03-01"];
	if (strlen(month) != MONTH_LENGTH)
		return false;
	memcpy(first, month, MONTH_LENGTH);
	memcpy(first + MONTH_LENGTH, "-01", sizeof "-01");
	return day_parse(first, ret);
}

const char *month_fault(const struct ctx *c, const char *month)
{
	day first;
	if (!month_parse(month, &first))
		return "bad_date";
	return first > c->today ? "in_future" : NULL;
}

day month_first(const char *month)
{
	day first = 0;
	month_parse(month, &first);
	return first;
}

/* ---- do we give in (T16, T17) ------------------------------------------------------ */

static bool told_before_answer(struct ctx *c, const struct decision *d)
{
	instant sent = impact_sent_at(c, d->r.id);
	return sent && (!d->chosen_at || sent <= d->chosen_at);
}

static void count(struct ctx *c, struct giving_in *g, const struct decision *d)
{
	g->n++;
	g->conceded += d->concession != 0;
	g->by_fear += d->concession && d->motive == MOTIVE_FEAR;
	g->regretted += d->concession && d->regret == REGRETTED;
	g->told += told_before_answer(c, d);
}

static struct giving_in giving_in_of_firm(struct ctx *c)
{
	struct giving_in g = {0};
	foreach (c, decision, d, &demands_between, "ii", window_began(c), c->now)
		if (demand_is_against_terms(c, d))
			count(c, &g, d);
	return g;
}

/* They come client after client. */
static void count_client(struct my_questions *m, const struct decision *d)
{
	struct giving_in_to *last = m->nclients ? &m->client[m->nclients - 1] : NULL;
	if (!last || last->client_id != d->client_id) {
		if (m->nclients == CLIENTS_OF_MONTH_MAX)
			return;
		last = &m->client[m->nclients++];
		last->client_id = d->client_id;
	}
	last->n++;
	last->conceded += d->concession != 0;
}

static void find_given_in(struct ctx *c, struct my_questions *m)
{
	const struct calendar *cal = &c->firm->calendar;
	day first = month_first(m->month), last = day_months_after(first, 1) - 1;
	foreach (c, decision, d, &demands_answered, "ii", day_start(cal, first), day_end(cal, last)) {
		if (decision_author(c, d) != c->who.id || !demand_is_against_terms(c, d))
			continue;
		count(c, &m->giving_in, d);
		count_client(m, d);
	}
}

/* What there was none of is not listed. */
static const char *giving_in_text(struct ctx *c, const struct giving_in *g)
{
	if (g->n == 0)
		return phrased(c, N_("no request against what was agreed"));
	if (g->conceded == 0)
		return phrased(c,
		    g->n > 1 ? N_("%d requests, 0 accepted as asked") : N_("%d request, 0 accepted as asked"),
		    g->n);
	const char *text = phrased(c,
	    g->conceded > 1 ? N_("%d requests of %d given in to") : N_("%d request of %d given in to"),
	    g->conceded, g->n);
	if (g->by_fear)
		text = arena_printf(c->arena, "%s, %s", text, phrased(c, N_("%d by fear"), g->by_fear));
	if (g->regretted)
		text = arena_printf(c->arena, "%s, %s", text,
		    phrased(c, g->regretted > 1 ? N_("%d regrets") : N_("%d regret"), g->regretted));
	return text;
}

static void find_reviews(struct ctx *c, struct my_questions *m)
{
	foreach (c, decision, d, &concessions_unsettled, "i", c->now)
		if (m->nreview < REVIEWS_MAX && decision_author(c, d) == c->who.id &&
		    c->now >= decision_regret_asked(c, d))
			m->review[m->nreview++] = d->r.id;
}

/* ---- fear (T18) ----------------------------------------------------------------------- */

static void find_fear(struct ctx *c, struct my_questions *m)
{
	struct db_query *q = db_query(c->db, &fear_curve, "ii", c->who.id, (int64_t)FEAR_MONTHS_MAX);
	const char *month;
	int64_t fear;
	while (db_row(q, "ti", &month, &fear)) {
		m->fear[m->nfear].month = month;
		m->fear[m->nfear++].fear = fear;
	}
}

#define FEAR_INPUTS(F, S) \
	F(S, number, fear, N_("This month"), .low = 1, .high = 5, .required = true) \
	F(S, text, month, N_("Month"), .max = MONTH_LENGTH)
struct fear_in {
	FEAR_INPUTS(FIELD_MEMBER, _)
};
const struct field fear_fields[] = {FEAR_INPUTS(FIELD_ROW, struct fear_in){0}};

static void month_answered(struct act *a)
{
	REC(a, person)->questions_at = a->ctx->now;
}

/* The journal tells that it was answered, never what. */
bool questions_answer(struct ctx *c, json_t *input, bool form, struct refusal *ret)
{
	struct act *a = ARENA_NEW(c->arena, struct act);
	*a = (struct act){.ctx = c, .kind = &person_kind, .name = "questions"};
	struct fear_in in = {0};
	inputs_read(a, fear_fields, form, input, &in);
	if (!in.month)
		in.month = questions_month(c);
	const char *fault = month_fault(c, in.month);
	if (fault)
		field_refuse(a, "month", fault);
	*ret = a->refusal;
	if (refused(a))
		return false;
	db_run(c->db, &fear_put, "iti", c->who.id, in.month, in.fear);
	if (strcmp(in.month, questions_month(c)) == 0)
		change(c, &person_kind, c->who.id, a->name, month_answered);
	else
		audit_add(c, &(struct audit_line){.action = a->name, .kind = a->kind, .id = c->who.id});
	return true;
}

/* ---- e8: asked each month ---------------------------------------------------------------- */

/* From the first day of a month until they answered; the next one begins it anew. */
void e8(struct ctx *c, const struct person *p, struct clocks *out)
{
	if (!person_is_staff(c, p))
		return;
	instant since = p->month_at ? p->month_at : p->r.created_at;
	int year, month, first;
	day_split(day_at(c, since), &year, &month, &first);
	clock_add(out, RING_MONTH, 0, since)->due =
	    day_start(&c->firm->calendar, day_months_after(day_of(year, month, 1), 1));
	if (p->month_at)
		clock_add(out, CLOCK_E8, p->r.id, p->month_at)->stopped =
		    p->questions_at >= p->month_at ? p->questions_at : 0;
}

void month_begins(struct act *a)
{
	REC(a, person)->month_at = a->ctx->now;
}

/* ---- what my work rests on (T19) --------------------------------------------------------- */

static void add_lines(struct conditions_list *list, const struct term *t, int64_t mandate)
{
	if (list->n < RESTS_ON_MAX)
		list->line[list->n++] = (struct rests_on){.term = t, .mandate_id = mandate};
}

static void find_conditions(struct ctx *c, struct my_questions *m)
{
	foreach (c, mandate, of, &running_mandates, "i", c->who.id) {
		const struct conditions *all = conditions_read(c, of);
		for (int i = 0; i < all->nin_place; i++)
			add_lines(&m->in_place, all->in_place[i], of->r.id);
		for (int i = 0; i < all->nmissing; i++)
			add_lines(&m->missing, all->missing[i].term, of->r.id);
		for (int i = 0; i < all->nabsent; i++)
			add_lines(&m->never, all->absent[i], of->r.id);
	}
}

struct my_questions *my_questions_read(struct ctx *c, const char *month)
{
	struct my_questions *m = ARENA_NEW(c->arena, struct my_questions);
	m->month = month ? month : questions_month(c);
	find_given_in(c, m);
	m->giving_in_text = giving_in_text(c, &m->giving_in);
	find_reviews(c, m);
	find_fear(c, m);
	find_conditions(c, m);
	return m;
}

/* ---- as JSON ------------------------------------------------------------------------------ */

static void k_of_n(struct jw *out, const char *key, int k, int n)
{
	jw_object(jw_key(out, key));
	jw_int_of(out, "k", k);
	jw_int_of(out, "n", n);
	jw_end_object(out);
}

static void giving_in_json(const struct my_questions *m, struct jw *out)
{
	const struct giving_in *g = &m->giving_in;
	jw_object(jw_key(out, "q1"));
	jw_int_of(out, "k", g->conceded);
	jw_int_of(out, "n", g->n);
	jw_array(jw_key(out, "by_client"));
	for (int i = 0; i < m->nclients; i++) {
		jw_object(out);
		jw_int_of(out, "client_id", m->client[i].client_id);
		jw_int_of(out, "k", m->client[i].conceded);
		jw_int_of(out, "n", m->client[i].n);
		jw_end_object(out);
	}
	jw_end_array(out);
	jw_int_of(out, "by_fear", g->by_fear);
	jw_int_of(out, "regretted", g->regretted);
	jw_text_of(out, "text", m->giving_in_text);
	jw_end_object(out);
	k_of_n(out, "q2", g->told, g->n);
}

static void fear_json(const struct my_questions *m, struct jw *out)
{
	jw_object(jw_key(out, "q3"));
	jw_array(jw_key(out, "curve"));
	for (int i = 0; i < m->nfear; i++) {
		jw_object(out);
		jw_text_of(out, "month", m->fear[i].month);
		jw_int_of(out, "fear", m->fear[i].fear);
		jw_end_object(out);
	}
	jw_end_array(out);
	jw_end_object(out);
}

static void lines_json(const struct conditions_list *list, const char *key, struct jw *out)
{
	jw_array(jw_key(out, key));
	for (int i = 0; i < list->n; i++) {
		jw_object(out);
		jw_int_of(out, "mandate_id", list->line[i].mandate_id);
		jw_int_of(out, "term_id", list->line[i].term->r.id);
		jw_text_of(out, "text", list->line[i].term->text);
		jw_end_object(out);
	}
	jw_end_array(out);
}

static void conditions_lists_json(const struct my_questions *m, struct jw *out)
{
	jw_object(jw_key(out, "q4"));
	jw_int_of(out, "in_place", m->in_place.n);
	jw_int_of(out, "missing", m->missing.n);
	jw_int_of(out, "never", m->never.n);
	jw_object(jw_key(out, "lists"));
	lines_json(&m->in_place, "in_place", out);
	lines_json(&m->missing, "missing", out);
	lines_json(&m->never, "never", out);
	jw_end_object(out);
	jw_end_object(out);
}

void questions_of_month_json(struct ctx *c, const char *month, struct jw *out)
{
	const struct my_questions *m = my_questions_read(c, month);
	jw_object(out);
	jw_text_of(out, "month", m->month);
	giving_in_json(m, out);
	fear_json(m, out);
	conditions_lists_json(m, out);
	jw_array(jw_key(out, "to_review"));
	for (int i = 0; i < m->nreview; i++)
		jw_int(out, m->review[i]);
	jw_end_array(out);
	jw_raw(jw_key(out, "pulses_asked"), "[]");
	jw_end_object(out);
}

void questions_json(struct ctx *c, const void *rec, struct jw *out)
{
	(void)rec;
	questions_of_month_json(c, NULL, out);
}

#define YEAR_DAYS 365

/* Why conditions were left out, over a year (T9). */
static void omitted_json(struct ctx *c, struct jw *out)
{
	const char *reason;
	int64_t n, count[OMITTED_NOT_NEEDED + 1] = {0};
	struct db_query *q = db_query(c->db, &omitted_terms, "i", c->now - YEAR_DAYS * DAY_SECONDS);
	while (db_row(q, "ti", &reason, &n))
		count[choice_number(choices_of(&term_kind, "omitted_reason"), reason)] = n;
	jw_object(jw_key(out, "omitted"));
	for (int64_t why = OMITTED_FORGOT; why <= OMITTED_NOT_NEEDED; why++)
		jw_int_of(out, choice_name(choices_of(&term_kind, "omitted_reason"), why), count[why]);
	jw_end_object(out);
}

void firm_questions_json(struct ctx *c, const void *rec, struct jw *out)
{
	(void)rec;
	struct giving_in g = giving_in_of_firm(c);
	jw_object(out);
	k_of_n(out, "q1", g.conceded, g.n);
	k_of_n(out, "q2", g.told, g.n);
	omitted_json(c, out);
	jw_end_object(out);
}
