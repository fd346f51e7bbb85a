/* R3, empathy, R6, sharing, and R7, the little extra: what we know of them, what is
 * celebrated and looked back on, what goes beyond (model 5.1; R3.1–R3.4, R6.2–R6.5,
 * R7.1–R7.3). */
#include "rules/care.h"
#include "rules/insight.h"
#include "rules/moment.h"
#include "rules/portrait_checks.h"
#include "rules/refs.h"
#include "rules/term.h"

/* What is there is seen at once; what is missing is not held against a young relation. */
static bool began_lately(const struct relation *r, instant until)
{
	return !client_began(r->c, r->client) || r->c->now < until;
}

/* ---- R3a: whys that were checked ------------------------------------------------------- */

SELECT(whys_of_late, insight_kind,
    "WHERE client_id = $1 AND state = 'verified' AND verified_at > $2 ORDER BY question, id LIMIT $3");

#define YOUNG_WD 20
#define WHYS_ENOUGH 3

void whys_checked(struct relation *r, struct check *ret)
{
	struct ctx *c = r->c;
	bool known[WHY_AUDIENCE + 1] = {false};
	instant since = c->now - settings_of(c)->insight_stale_d * DAY_SECONDS;
	foreach (c, insight, i, &whys_of_late, "iii", r->client->r.id, since, FACTS_MAX) {
		ret->k += !known[i->question];
		known[i->question] = true;
		fact_add(c, ret, i->r.id, true);
	}
	ret->counts = true;
	ret->n = WHY_AUDIENCE;
	ret->state = ret->k >= WHYS_ENOUGH ? ALIVE : ret->k > 0 ? NEEDS_CARE : HURTING;
	ret->sentence = phrased(c,
	    is_singular(r, ret->k) ? N_("%d why of %d checked lately") : N_("%d whys of %d checked lately"),
	    (int)ret->k, (int)ret->n);
	if (ret->state != ALIVE &&
	    began_lately(r, hours_after(c, client_began(c, r->client), YOUNG_WD * WORKING_DAY)))
		not_known(
		    ret, ret->sentence, tr(c->lang, N_("ask them: what they are after, what worries them")));
}

/* ---- R3b: what stays fuzzy ----------------------------------------------------------------- */

SELECT(terms_that_hold, term_kind,
    "WHERE client_id = $1 AND state NOT IN ('dropped', 'waived') ORDER BY id LIMIT $2");

#define FUZZY_WD 10

static bool is_fuzzy_for_long(struct ctx *c, const struct term *t)
{
	instant since = t->unclear_at ? t->unclear_at : t->r.created_at;
	return t->clarity != CLEAR &&
	       worked(&c->firm->calendar, since, c->now) > FUZZY_WD * WORKING_DAY * HOUR_SECONDS;
}

void fuzzy_terms_cleared(struct relation *r, struct check *ret)
{
	struct ctx *c = r->c;
	int terms = 0;
	foreach (c, term, t, &terms_that_hold, "ii", r->client->r.id, (int64_t)TERMS_MAX) {
		terms++;
		if (is_fuzzy_for_long(c, t))
			fact_add(c, ret, t->r.id, false);
	}
	if (terms == 0) {
		not_known(ret, tr(c->lang, N_("Nothing is agreed in writing yet")),
		    tr(c->lang, N_("note what they expect, and what it takes")));
		return;
	}
	ret->state = by_number(ret->nfacts);
	ret->sentence =
	    ret->nfacts == 0 ? tr(c->lang, N_("Nothing stays unclear for long"))
	    : ret->nfacts == 1
		? tr(c->lang, N_("One expectation or condition stays unclear for long"))
		: phrased(c, N_("%d expectations or conditions stay unclear for long"), ret->nfacts);
}

/* ---- R3c: initiatives ------------------------------------------------------------------------- */

SELECT(ideas_of_late, matter_kind,
    "WHERE client_id = $1 AND told_at > $2 AND told_at <= $3 AND nature = 'idea' AND noticed_by_side = 'us' "
    "ORDER BY told_at, id LIMIT $4");

void initiatives(struct relation *r, struct check *ret)
{
	struct ctx *c = r->c;
	foreach (c, matter, m, &ideas_of_late, "iiii", r->client->r.id, r->since, c->now, FACTS_MAX)
		fact_add(c, ret, m->r.id, true);
	int window = (int)settings_of(c)->window_d;
	ret->state = ret->nfacts > 0 ? ALIVE : NEEDS_CARE;
	ret->sentence = ret->nfacts == 0 ? phrased(c, N_("No idea of ours told in %d days"), window)
			: ret->nfacts == 1
			    ? phrased(c, N_("One idea of ours told in %d days"), window)
			    : phrased(c, N_("%d ideas of ours told in %d days"), ret->nfacts, window);
	if (ret->nfacts == 0 &&
	    began_lately(r, day_start(&c->firm->calendar, r->client->started_on + NEW_CLIENT_D)))
		not_known(ret, ret->sentence, tr(c->lang, N_("tell them an idea that nobody asked for")));
}

/* ---- R6a: wins celebrated ------------------------------------------------------------------------ */

SELECT(wins_of_late, moment_kind,
    "WHERE client_id = $1 AND kind = 'win' AND happened_on >= $2 ORDER BY happened_on, id LIMIT $3");

void wins_celebrated(struct relation *r, struct check *ret)
{
	struct ctx *c = r->c;
	foreach (c, moment, m, &wins_of_late, "iii", r->client->r.id, r->since_day, FACTS_MAX) {
		instant due = hours_after(c, day_start(&c->firm->calendar, m->happened_on),
		    settings_of(c)->win_celebrate_wd * WORKING_DAY);
		if (m->done_on || c->now > due)
			fact_count(c, ret, m->r.id, m->done_on && m->done_on <= day_at(c, due));
	}
	ret->counts = true;
	if (ret->n == 0) {
		not_known(ret, tr(c->lang, N_("No win is noted")), tr(c->lang, N_("note what went well")));
		return;
	}
	ret->state = by_share(ret, 50, 0);
	ret->sentence = phrased(c, N_("Wins celebrated in time: %s"), ratio_said(r, ret));
}

/* ---- R6b: stumbles looked back on -------------------------------------------------------------- */

SELECT(problems_closed, matter_kind,
    "WHERE client_id = $1 AND closed_at > $2 AND closed_at <= $3 AND state = 'closed' AND nature = 'problem' "
    "AND (severity >= 2 OR cause IN ('us', 'both')) ORDER BY closed_at, id LIMIT $4");
SELECT(setbacks_of, moment_kind,
    "WHERE matter_id = $1 AND kind = 'setback' AND done_at IS NOT NULL ORDER BY id");

/* In time, with a finding and a solution. */
static bool was_looked_back_on(struct ctx *c, const struct matter *p)
{
	int64_t time = settings_of(c)->retro_wd * WORKING_DAY * HOUR_SECONDS;
	bool was = false;
	foreach (c, moment, m, &setbacks_of, "i", p->r.id)
		was = was || (m->findings && m->solution_promise_ids &&
				 worked(&c->firm->calendar, p->closed_at, m->done_at) <= time);
	return was;
}

void setbacks_looked_back_on(struct relation *r, struct check *ret)
{
	struct ctx *c = r->c;
	foreach (c, matter, m, &problems_closed, "iiii", r->client->r.id, r->since, c->now, FACTS_MAX) {
		instant due = hours_after(c, m->closed_at, settings_of(c)->retro_wd * WORKING_DAY);
		bool done = was_looked_back_on(c, m);
		if (done || c->now > due)
			fact_count(c, ret, m->r.id, done);
	}
	if (ret->n == 0) {
		not_applicable(ret, tr(c->lang, N_("No problem to look back on")));
		return;
	}
	ret->state = by_share(ret, 100, 50);
	ret->sentence = phrased(c, N_("Problems looked back on in time: %s"), ratio_said(r, ret));
}

/* ---- R6c: solutions done ------------------------------------------------------------------------------ */

SQL(solutions_named, "SELECT solution_promise_ids FROM moment WHERE client_id = $1 AND kind = 'setback' "
		     "AND solution_promise_ids IS NOT NULL ORDER BY done_on DESC, id DESC LIMIT 50");

static void count_solution(struct relation *r, const struct promise *p, struct check *ret)
{
	if (p && p->state != PROMISE_DROPPED && p->judged_due >= r->since_day && promise_is_judged(r->c, p))
		fact_count(r->c, ret, p->r.id, promise_kept(r->c, p));
}

void solutions_done(struct relation *r, struct check *ret)
{
	struct ctx *c = r->c;
	const char *list, *lists[50];
	int64_t ids[REFS_MAX];
	int nlists = 0;
	struct db_query *q = db_query(c->db, &solutions_named, "i", r->client->r.id);
	while (db_row(q, "t", &list))
		lists[nlists++] = list;
	for (int i = 0; i < nlists; i++)
		for (int n = refs_read(lists[i], ids); n > 0; n--)
			count_solution(r, GET(c, promise, ids[n - 1]), ret);
	if (ret->n == 0) {
		not_applicable(ret, tr(c->lang, N_("No solution was due")));
		return;
	}
	ret->state = by_share(ret, 80, 50);
	ret->sentence = phrased(c, N_("Solutions done in time: %s"), ratio_said(r, ret));
}

/* ---- R7a: a little extra ------------------------------------------------------------------------------- */

void little_extra(struct relation *r, struct check *ret)
{
	struct ctx *c = r->c;
	struct extra last = {0};
	if (extra_last(c, r->client->r.id, &last)) {
		fact_add(c, ret, last.id, true);
		ret->value = c->today - last.done_on;
	}
	bool missed = c->today >= extra_missed_from(c, r->client, last.done_on);
	int days = (int)ret->value;
	if (!last.id && (!missed || !client_began(c, r->client)))
		not_known(ret, tr(c->lang, N_("No little extra yet")),
		    tr(c->lang, N_("note a little extra, or time out of the frame")));
	else
		ret->state = missed ? NEEDS_CARE : ALIVE;
	if (!ret->sentence)
		ret->sentence = !last.id    ? tr(c->lang, N_("No little extra yet"))
				: days <= 1 ? tr(c->lang, days == 0 ? N_("A little extra today")
								    : N_("A little extra yesterday"))
					    : phrased(c, N_("Last little extra %d days ago"), days);
}

/* ---- R7b: ideas after a delivery ----------------------------------------------------------------------- */

SELECT(delivered_of_late, mandate_kind,
    "WHERE client_id = $1 AND delivered_at > $2 ORDER BY delivered_at, id LIMIT $3");
SQL(first_ideas, "SELECT coalesce(min(sent_at), 0) FROM writing WHERE client_id = $1 AND kind = 'ideas' "
		 "AND sent_at >= $2 AND (mandate_id = $3 OR mandate_id IS NULL)");

#define DELIVERED_D 180

void ideas_after_delivery(struct relation *r, struct check *ret)
{
	struct ctx *c = r->c;
	const struct calendar *cal = &c->firm->calendar;
	int wd = (int)settings_of(c)->idea_after_delivery_wd;
	foreach (c, mandate, m, &delivered_of_late, "iii", r->client->r.id,
	    c->now - DELIVERED_D * DAY_SECONDS, FACTS_MAX) {
		instant due = day_end(cal, working_days_after(cal, m->delivered_on, wd));
		instant sent = db_int(c->db, &first_ideas, 0, "iii", m->client_id, m->delivered_at, m->r.id);
		bool hit = sent && sent <= due;
		if (hit || c->now > due)
			fact_count(c, ret, m->r.id, hit);
	}
	if (ret->n == 0) {
		not_applicable(ret, tr(c->lang, N_("Nothing was delivered lately")));
		return;
	}
	ret->state = by_share(ret, 50, 0);
	ret->sentence = phrased(c, N_("Ideas offered after a delivery: %s"), ratio_said(r, ret));
}
