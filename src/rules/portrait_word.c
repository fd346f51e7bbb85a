/* R4, transparency, and R5, rigour: whether what they had to know was told, whether what
 * was promised was kept, within what was agreed (model 5.1; R4.1–R4.3, R5.1–R5.4, P14). */
#include <string.h>

#include "base/stats.h"
#include "rules/decision.h"
#include "rules/entry.h"
#include "rules/portrait_checks.h"
#include "rules/writing.h"

/* ---- R4a: told in time ------------------------------------------------------------------- */

void told_in_time(struct relation *r, struct check *ret)
{
	struct ctx *c = r->c;
	const struct transparency *t = transparency_read(c, r->client->r.id);
	for (int i = 0; i < t->shown; i++)
		if (t->fact[i].judged)
			fact_add(c, ret, t->fact[i].matter_id, t->fact[i].within);
	ret->counts = true;
	ret->k = t->within;
	ret->n = t->judged;
	if (t->judged == 0) {
		not_known(ret,
		    phrased(c,
			N_("No bad news noted in %d days; either all is well, or we are not noting it."),
			(int)settings_of(c)->window_d),
		    tr(c->lang, N_("note what goes wrong, even small")));
		return;
	}
	ret->state = t->untold_late ? HURTING : by_share(ret, 80, 50);
	ret->sentence = t->untold_late ? tr(c->lang, N_("a problem known to us is not told yet"))
				       : phrased(c, N_("%s told in time"), ratio_said(r, ret));
}

/* ---- R4b: told before they found out --------------------------------------------------------- */

#define ENOUGH_MATTERS 3

void told_first(struct relation *r, struct check *ret)
{
	struct ctx *c = r->c;
	const struct transparency *t = transparency_read(c, r->client->r.id);
	for (int i = 0; i < t->known; i++)
		fact_add(c, ret, t->who_knew[i].matter_id, t->who_knew[i].told_first);
	ret->counts = true;
	ret->k = t->proactive_k;
	ret->n = t->proactive_n;
	ret->sentence = phrased(c, N_("%s told before they found out"), ratio_said(r, ret));
	if (ret->n < ENOUGH_MATTERS)
		not_known(ret,
		    ret->n > 0 ? ret->sentence : tr(c->lang, N_("Nothing was told, nor found out")),
		    tr(c->lang, N_("three problems or bad news, told or found")));
	else
		ret->state = by_share(ret, 80, 50);
}

/* ---- R4c: decided together -------------------------------------------------------------------- */

SELECT(problems_decided, decision_kind,
    "WHERE client_id = $1 AND chosen_at > $2 AND chosen_at <= $3 AND about = 'problem' ORDER BY chosen_at, "
    "id "
    "LIMIT $4");

void decided_together(struct relation *r, struct check *ret)
{
	struct ctx *c = r->c;
	foreach (c, decision, d, &problems_decided, "iiii", r->client->r.id, r->since, c->now, FACTS_MAX)
		fact_count(c, ret, d->r.id, d->chosen_by != CHOSEN_BY_US);
	if (ret->n == 0) {
		not_applicable(ret, tr(c->lang, N_("No problem was decided")));
		return;
	}
	ret->state = ret->k == ret->n                             ? ALIVE
		     : at_least(ret->k, ret->n, 50) || ret->n < 2 ? NEEDS_CARE
								  : HURTING;
	ret->sentence = phrased(c, N_("%s decided with the client"), ratio_said(r, ret));
}

/* ---- R4d: invited to say so ------------------------------------------------------------------------ */

SELECT_ONLY(welcome_sent, writing_kind, "client_id",
    "WHERE client_id = $1 AND kind = 'welcome' AND sent_at >= $2 ORDER BY sent_at, id LIMIT 1");

/* Counted from when they were noted as a client: whoever has been one for long, and is new
 * here, is welcomed here. */
void invited(struct relation *r, struct check *ret)
{
	struct ctx *c = r->c;
	const struct client *of = r->client;
	instant from = of->activated_at ? of->activated_at : client_began(c, of);
	instant until = from ? hours_after(c, from, settings_of(c)->welcome_wd * WORKING_DAY) : 0;
	if (!from) {
		not_applicable(ret, tr(c->lang, N_("not a client yet")));
	} else if (of->welcomed_at) {
		const struct writing *w = FIRST(c, writing, &welcome_sent, "ii", of->r.id, of->welcomed_at);
		if (w)
			fact_add(c, ret, w->r.id, true);
		ret->state = of->welcomed_at <= until ? ALIVE : NEEDS_CARE;
		ret->sentence =
		    phrased(c, N_("welcome written on %s"), date_said(c, day_at(c, of->welcomed_at)));
	} else if (c->now <= until) {
		not_known(
		    ret, tr(c->lang, N_("no welcome was sent yet")), tr(c->lang, N_("send the welcome")));
	} else {
		ret->state = HURTING;
		ret->sentence = tr(c->lang,
		    N_("no welcome was sent: they may not know they can say that something is wrong"));
	}
}

/* ---- R5a: our word kept -------------------------------------------------------------- */

void word_kept(struct relation *r, struct check *ret)
{
	struct ctx *c = r->c;
	const struct say_do *s = say_do_read(c, r->client->r.id, OURS, false);
	for (int i = 0; i < s->shown; i++)
		fact_add(c, ret, s->fact[i].promise->r.id, s->fact[i].kept);
	ret->counts = true;
	ret->k = s->k;
	ret->n = s->n;
	ret->sentence = phrased(c, N_("Promises kept: %s"), ratio_said(r, ret));
	if (ret->n < PERCENT_FROM) {
		int more = (int)(PERCENT_FROM - ret->n);
		not_known(ret,
		    ret->n > 0 ? ret->sentence : tr(c->lang, N_("No promise of ours has come to its date")),
		    phrased(c,
			is_singular(r, more) ? N_("%d more promise of ours that comes to its date")
					     : N_("%d more promises of ours that come to their date"),
			more));
		return;
	}
	ret->state = by_share(ret, 90, 75);
}

/* ---- R5b: one person in charge ------------------------------------------------------- */

static enum check_state in_charge_state(const struct relation *r, const struct person *p)
{
	if (!p || !p->active)
		return HURTING;
	return person_is_away(p, r->c->today) && !p->cover_person_id ? NEEDS_CARE : ALIVE;
}

/* The first engagement that is worse off than those before names the sentence. */
void one_in_charge(struct relation *r, struct check *ret)
{
	struct ctx *c = r->c;
	const char *title = NULL;
	for (int i = 0; i < r->nmandates; i++) {
		const struct mandate *m = r->mandate[i];
		if (m->state != MANDATE_RUNNING)
			continue;
		enum check_state state = in_charge_state(r, GET(c, person, m->responsible_id));
		fact_count(c, ret, m->r.id, state == ALIVE);
		title = state > ret->state ? m->title : title;
		ret->state = state > ret->state ? state : ret->state;
	}
	if (ret->n == 0)
		not_applicable(ret, tr(c->lang, N_("No engagement is running")));
	else if (ret->state == HURTING)
		ret->sentence = phrased(c, N_("Nobody active is in charge of “%s”"), title);
	else if (ret->state == NEEDS_CARE)
		ret->sentence =
		    phrased(c, N_("Whoever is in charge of “%s” is away, without a cover"), title);
	else
		ret->sentence = tr(c->lang, N_("Each engagement has one person in charge"));
}

/* ---- R5c: within what was agreed (R5.2) ---------------------------------------------- */

SQL(told_of_mandate,
    "SELECT count(*) FROM matter WHERE mandate_id = $1 AND nature IN ('problem', 'bad_news') "
    "AND told_at > $2");
SQL(deliverables_left, "SELECT count(*) FROM promise WHERE mandate_id = $1 AND side = 'us' "
		       "AND deliverable = 1 AND state = 'open'");

#define NEARLY_USED 90 /* percent */

/* One mandate beside what was agreed for it. */
struct bounds {
	const struct mandate *mandate;
	int64_t used, budget; /* minutes; 0: none are noted */
	enum check_state state;
	const char *sentence;
};

/* What the agreed version says, else what the mandate does. */
static int64_t agreed_budget(const json_t *agreed, const struct mandate *m)
{
	const json_t *minutes = json_object_get(agreed, "budget_minutes");
	int64_t budget = json_is_integer(minutes) ? json_integer_value(minutes) : m->budget_minutes;
	return budget > 0 ? budget : 0;
}

static bool dates_hold(const struct ctx *c, const json_t *agreed, const struct mandate *m)
{
	day due = m->when_due;
	const char *text = text_in(agreed, "when_due");
	if (text)
		day_parse(text, &due);
	bool over = m->state == MANDATE_RUNNING && due && due < c->today;
	return !over && m->when_due <= due;
}

/* Since the version that says what it is. */
static bool direction_holds(const json_t *agreed, const struct mandate *m)
{
	const json_t *was = json_object_get(agreed, "strategy");
	const char *now = m->strategy ? m->strategy : "";
	return !was || strcmp(json_is_string(was) ? json_string_value(was) : "", now) == 0;
}

static bool nothing_was_told(const struct relation *r, const struct mandate *m)
{
	return db_int(r->c->db, &told_of_mandate, 0, "ii", m->r.id, r->since) == 0;
}

/* More than nine tenths are used, something is still to be delivered, and they do not know. */
static bool runs_out_unsaid(const struct relation *r, const struct bounds *b)
{
	return 100 * b->used > NEARLY_USED * b->budget && nothing_was_told(r, b->mandate) &&
	       db_int(r->c->db, &deliverables_left, 0, "i", b->mandate->r.id) > 0;
}

static int percent_used(const struct bounds *b)
{
	return (int)percent_of(b->used, b->budget);
}

static void judge_bounds(struct relation *r, const json_t *agreed, struct bounds *b)
{
	struct ctx *c = r->c;
	bool known = b->budget > 0 && b->used > 0;
	if (known && b->used > b->budget) {
		b->state = HURTING;
		b->sentence = phrased(c,
		    N_("%d%% of the agreed hours are used, and no other number was agreed"), percent_used(b));
	} else if (known && runs_out_unsaid(r, b)) {
		b->state = NEEDS_CARE;
		b->sentence = phrased(c,
		    N_("%d%% of the agreed hours are used, something is still to be delivered, and "
		       "nothing was told"),
		    percent_used(b));
	} else if (!dates_hold(c, agreed, b->mandate)) {
		b->state = NEEDS_CARE;
		b->sentence = phrased(c, N_("The date agreed for “%s” no longer holds"), b->mandate->title);
	} else if (!direction_holds(agreed, b->mandate)) {
		b->state = NEEDS_CARE;
		b->sentence =
		    phrased(c, N_("The direction of “%s” is no longer the one agreed"), b->mandate->title);
	} else {
		b->state = known ? ALIVE : NOT_KNOWN;
		b->sentence =
		    known ? phrased(c, N_("%d%% of the agreed hours are used"), percent_used(b)) : NULL;
	}
}

static struct bounds bounds_of(struct relation *r, const struct mandate *m)
{
	struct ctx *c = r->c;
	const struct writing *w = GET(c, writing, m->entente_id);
	const json_t *agreed = w ? json_of(c->arena, w->snapshot) : NULL;
	int64_t used = minutes_used(c, m->r.id);
	struct bounds b = {
	    .mandate = m, .used = used == NO_NUMBER ? 0 : used, .budget = agreed_budget(agreed, m)};
	judge_bounds(r, agreed, &b);
	return b;
}

/* The one that is furthest, among those that are worst off. */
static bool is_further(const struct bounds *b, const struct bounds *than)
{
	static const int worse[] = {[HURTING] = 3, [NEEDS_CARE] = 2, [ALIVE] = 1, [NOT_KNOWN] = 0};
	if (!than->mandate || worse[b->state] != worse[than->state])
		return !than->mandate || worse[b->state] > worse[than->state];
	return b->budget && (!than->budget || b->used * than->budget > than->used * b->budget);
}

void within_bounds(struct relation *r, struct check *ret)
{
	struct ctx *c = r->c;
	struct bounds worst = {.state = NOT_KNOWN};
	for (int i = 0; i < r->nmandates; i++) {
		struct bounds one = bounds_of(r, r->mandate[i]);
		if (one.state != NOT_KNOWN)
			fact_add(c, ret, one.mandate->r.id, one.state == ALIVE);
		if (is_further(&one, &worst))
			worst = one;
	}
	ret->state = worst.state;
	ret->sentence = worst.sentence;
	if (worst.state == NOT_KNOWN)
		not_known(ret, tr(c->lang, N_("No hours are noted, or none were planned")),
		    tr(c->lang, N_("the planned hours of the engagement, and those worked")));
	else if (worst.budget && worst.used)
		ret->value = percent_used(&worst);
}

/* ---- R5d: warned before -------------------------------------------------------------- */

SELECT(promises_of_late, promise_kind,
    "WHERE client_id = $1 AND due >= $2 AND side = 'us' AND shared = 1 AND state <> 'dropped' ORDER BY due, "
    "id "
    "LIMIT $3");
SQL(told_of_promise, "SELECT coalesce(min(told_at), 0) FROM matter WHERE promise_id = $1 AND told_at > 0");

#define ENOUGH_LATE 2

/* Moved within the window, or not kept on the date it is judged by. */
static bool was_late_or_moved(const struct relation *r, const struct promise *p)
{
	struct ctx *c = r->c;
	bool moved = p->moved_on >= r->since_day && p->moved_on <= c->today;
	bool over = p->judged_due >= r->since_day && promise_is_judged(c, p);
	return moved || (over && !promise_kept(c, p) && !promise_noted_late(c, p));
}

/* Before the day it was promised for had begun. */
static bool was_warned(struct ctx *c, const struct promise *p)
{
	struct promise_move first;
	bool moved = promise_first_move(c, p, &first);
	instant begins = day_start(&c->firm->calendar, moved ? first.old_due : p->due);
	instant told = db_int(c->db, &told_of_promise, 0, "i", p->r.id);
	return (moved && first.at < begins) || (told && told < begins);
}

void warned_before(struct relation *r, struct check *ret)
{
	struct ctx *c = r->c;
	foreach (c, promise, p, &promises_of_late, "iii", r->client->r.id, r->since_day, FACTS_MAX)
		if (was_late_or_moved(r, p))
			fact_count(c, ret, p->r.id, was_warned(c, p));
	if (ret->n < ENOUGH_LATE) {
		not_applicable(ret, tr(c->lang, N_("Fewer than two promises were late or moved")));
		return;
	}
	ret->state = by_share(ret, 80, 50);
	ret->sentence = phrased(c, N_("Warned before the day: %s"), ratio_said(r, ret));
}
