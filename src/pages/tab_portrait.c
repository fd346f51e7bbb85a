/* The picture of a relation on a client's page: seven rules, each a sentence, that open
 * on their checks, which open on the facts they count (R0.2). */
#include "base/text.h"
#include "pages/tabs.h"
#include "rules/insight.h"
#include "rules/moment.h"
#include "rules/portrait.h"

#define FACTS_SHOWN 40

/* ---- a fact --------------------------------------------------------------------- */

/* The day it is known by; 0: it has none. */
static day fact_day(struct req *r, const struct kind *k, const void *rec)
{
	const struct promise *p = rec;
	const struct moment *m = rec;
	if (k == &promise_kind)
		return p->due;
	if (k == &moment_kind)
		return m->done_on ? m->done_on : m->happened_on;
	if (k == &matter_kind)
		return day_at(r->c, ((const struct matter *)rec)->noticed_at);
	if (k == &insight_kind)
		return day_at(r->c, ((const struct insight *)rec)->verified_at);
	return 0;
}

static const char *fact_text(struct req *r, const struct kind *k, const void *rec)
{
	const char *text = k == &writing_kind ? writing_title(r->c, rec) : record_about(r->c, k, rec);
	if (k == &exchange_kind && !text)
		return exchange_how(r, rec);
	return text_short(r->c->arena, text, 90);
}

static const char *fact_when(struct req *r, const struct kind *k, const void *rec)
{
	day d = fact_day(r, k, rec);
	return k == &exchange_kind ? exchange_named(r, rec) : d ? said_date(r, d) : NULL;
}

static void fact_view(
    struct req *r, struct view *list, const struct check *one, const struct check_fact *fact)
{
	const void *rec = record_get(r->c, one->kind, fact->id);
	if (!rec)
		return;
	struct view *v = item_view(r, list, fact_text(r, one->kind, rec), one->kind, fact->id);
	const char *how = fact->hit ? one->hit : one->miss;
	view_text(v, "when", fact_when(r, one->kind, rec));
	view_text(v, "how", how ? tr(r->lang, how) : NULL);
}

/* The latest first. */
static void facts_view(struct req *r, struct view *v, const struct check *one)
{
	struct view *list = view_list(v, "facts");
	int more = one->nfacts - FACTS_SHOWN;
	for (int i = one->nfacts - 1; i >= 0 && i >= more; i--)
		fact_view(r, list, one, &one->fact[i]);
	if (more > 0)
		view_text(v, "more", phrase(r, more == 1 ? N_("and %d other") : N_("and %d others"), more));
}

/* ---- a check, a rule ---------------------------------------------------------------- */

/* All five are said: what is not is looked for further out, where a rule has its own. */
static void state_view(struct req *r, struct view *v, enum check_state state)
{
	static const char *const shapes[] = {
	    "is_alive", "needs_care", "is_hurting", "is_unknown", "is_without_object"};
	for (int s = ALIVE; s <= NOT_APPLICABLE; s++)
		view_flag(v, shapes[s], s == (int)state);
	view_text(v, "state", tr(r->lang, check_state_said(state)));
}

static const char *would_tell(struct req *r, const struct check *one)
{
	return one->would_tell ? phrase(r, N_("To know: %s."), one->would_tell) : NULL;
}

static void check_view(struct req *r, struct view *v, const struct check *one)
{
	state_view(r, v, one->state);
	view_text(v, "sentence", one->sentence);
	view_text(v, "would_tell", would_tell(r, one));
	facts_view(r, v, one);
}

/* Its sentence is that of the check that makes it so. */
static void rule_view(struct req *r, struct view *v, const struct portrait_rule *rule)
{
	view_text(v, "rule", rule->rule);
	view_text(v, "name", tr(r->lang, rule->name));
	state_view(r, v, rule->state);
	view_text(v, "sentence", rule->telling->sentence);
	view_text(v, "would_tell", would_tell(r, rule->telling));
	struct view *checks = view_list(v, "checks");
	for (int i = 0; i < rule->nchecks; i++)
		check_view(r, view_add(checks), &rule->check[i]);
}

/* Said and done while a problem was open: whether our word holds when it is hard (E12). */
static void under_problem_view(struct req *r, struct view *v, int64_t client)
{
	const struct say_do *s = say_do_read(r->c, client, OURS, true);
	if (s->n > 0)
		view_text(v, "under_problem",
		    phrase(r, N_("Promises kept while a problem was open: %s"),
			say_ratio(r->c->arena, r->lang, s->k, s->n)));
}

void portrait_tab(struct req *r, struct view *v, const struct around *a)
{
	struct view *tab = view_map(v, "portrait"), *list = view_list(tab, "rules");
	const struct portrait *p = portrait_read(r->c, a->client);
	view_text(tab, "over",
	    phrase(r, N_("What is recorded over the last %d days says; nothing is added up."),
		(int)settings_of(r->c)->window_d));
	for (int i = 0; i < RULES_OF_PORTRAIT; i++)
		rule_view(r, view_add(list), &p->rule[i]);
	under_problem_view(r, tab, a->client->r.id);
}
