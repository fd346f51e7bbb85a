/* /equite: the same treatment (model 5.4).  Leads' own figures come first, nobody is
 * ranked, and nothing is in an order that money makes. */
#include <math.h>

#include "pages/pages.h"
#include "pages/plot.h"
#include "rules/chasers.h"
#include "rules/equity.h"
#include "web/parts.h"

#define TABLE_MAX 200 /* clients on one page */

static const char *not_known(struct req *r)
{
	return tr(r->lang, N_("not known yet"));
}

static const char *wait_cell(struct req *r, const struct wait *w)
{
	return w->n ? wait_said(r->c, w->twice) : not_known(r);
}

static const char *facts_path(struct req *r, int64_t client)
{
	return arena_printf(r->c->arena, "/c/%lld/attente", (long long)client);
}

/* ---- people ---------------------------------------------------------------------- */

static void figures_view(struct req *r, struct view *list, const struct figures *f, const char *name)
{
	struct view *v = view_add(list);
	const struct share *s = &f->say_do;
	view_text(v, "name", name);
	const struct wait *reply = &f->reply, *tell = &f->tell;
	view_text(v, "reply",
	    reply->n ? phrase(r, N_("answers after %s (of %d)"), wait_said(r->c, reply->twice), reply->n)
		     : tr(r->lang, N_("answers: not known yet")));
	view_text(v, "say_do",
	    s->n ? phrase(r, N_("said, done: %s"), say_ratio(r->c->arena, r->lang, s->k, s->n))
		 : tr(r->lang, N_("said, done: not known yet")));
	view_text(v, "tell",
	    tell->n
		? phrase(r, N_("tells what is wrong after %s (of %d)"), wait_said(r->c, tell->twice), tell->n)
		: tr(r->lang, N_("telling what is wrong: not known yet")));
}

static void people_view(struct req *r, struct view *v, const struct equity *e)
{
	struct view *list = view_list(v, "figures");
	for (int i = 0; i < e->nheads; i++)
		figures_view(r, list, &e->head[i], e->head[i].name);
	if (r->who.role != LEAD)
		figures_view(r, list, &e->own, tr(r->lang, N_("You, for your eyes alone")));
}

/* ---- what may be said, and what may not -------------------------------------------- */

/* Under the sentence: what it does not say. */
static const char *no_more_than_that(struct req *r, const struct equity *e)
{
	const struct settings *s = settings_of(r->c);
	if (e->alike)
		return NULL;
	if (e->n == 0)
		return phrase(r,
		    N_("For a sentence it takes %d clients who pay and wrote at least %d times each. It "
		       "comes by itself."),
		    (int)s->fair_min_clients, (int)s->fair_min_msgs);
	if (!e->known)
		return phrase(r,
		    N_("For a sentence it takes %d clients who pay and wrote at least %d times each; so far: "
		       "%d. "
		       "What is known stands below all the same."),
		    (int)s->fair_min_clients, (int)s->fair_min_msgs, e->n);
	if (e->high < 0 || e->low > 0)
		return tr(r->lang, N_("This is how it was, not why: neither what was asked, nor the hour, "
				      "nor who answered is in "
				      "these figures. It is reason enough to look."));
	return tr(r->lang,
	    N_("This does not prove that all are treated alike: there could still be a difference."));
}

static void conclusion_view(struct req *r, struct view *v, const struct equity *e)
{
	struct arena *a = r->c->arena;
	view_text(v, "sentence", correlation_text(r->c, e));
	view_text(v, "caution", no_more_than_that(r, e));
	if (e->known)
		view_text(v, "rho",
		    phrase(r, N_("ρ = %s [%s; %s], %d clients"), decimal_said(a, r->lang, e->rho, 2),
			decimal_said(a, r->lang, e->low, 2), decimal_said(a, r->lang, e->high, 2), e->n));
	if (e->thirds.known && isfinite(e->thirds.ratio))
		view_text(v, "ratio",
		    phrase(r,
			N_("The third who pay least wait %s, the third who pay most %s: a ratio of %s."),
			wait_said(r->c, e->thirds.longer.twice), wait_said(r->c, e->thirds.shorter.twice),
			decimal_said(a, r->lang, e->thirds.ratio, 1)));
}

/* ---- groups of clients beside each other --------------------------------------------- */

static void group_view(struct req *r, struct view *list, const char *name, const struct wait *w)
{
	struct view *v = view_add(list);
	view_text(v, "name", tr(r->lang, name));
	view_text(v, "wait", wait_cell(r, w));
	view_int(v, "n", w->n);
	if (w->n)
		view_text(v, "between",
		    phrase(r, N_("%s and %s"), wait_said(r->c, 2 * w->low), wait_said(r->c, 2 * w->high)));
}

static const char *const group_names[THIRDS] = {
    NULL, N_("The third who pay least"), N_("The third in the middle"), N_("The third who pay most")};

static void groups_view(struct req *r, struct view *v, const struct equity *e)
{
	struct view *list = view_list(v, "groups");
	if (e->k) {
		group_view(r, list, group_names[LOW_THIRD], &e->thirds.longer);
		group_view(r, list, group_names[MID_THIRD], &e->middle);
		group_view(r, list, group_names[HIGH_THIRD], &e->thirds.shorter);
	}
	if (e->internal.n)
		group_view(r, list, N_("In-house clients"), &e->internal);
}

static const char *share_cell(struct req *r, enum compared what, struct share s)
{
	if (s.n == 0)
		return not_known(r);
	if (what == EXTRAS || what == POSTPONEMENTS)
		return phrase(r, N_("%d for %d"), (int)s.k, (int)s.n);
	return say_ratio(r->c->arena, r->lang, s.k, s.n);
}

static void comparisons_view(struct req *r, struct view *v, const struct equity *e)
{
	static const char *const names[FACTS] = {
	    [SAY_DO] = N_("Promises kept"),
	    [TELL_LATENCY] = N_("Problems and bad news told in time"),
	    [RECAPS] = N_("Meetings with a recap"),
	    [EXTRAS] = N_("Little extras, for as many clients"),
	    [POSTPONEMENTS] = N_("Postponements, for as many promises"),
	    [REPEAT] = N_("Engagements followed by another one"),
	};
	struct view *list = view_list(v, "comparisons");
	for (enum compared what = 0; e->k && what < FACTS; what++) {
		struct view *one = view_add(list);
		view_text(one, "what", tr(r->lang, names[what]));
		view_text(one, "lowest", share_cell(r, what, equity_share(e, LOW_THIRD, what)));
		view_text(one, "highest", share_cell(r, what, equity_share(e, HIGH_THIRD, what)));
	}
}

/* ---- client by client ------------------------------------------------------------------ */

static const char *third_said(struct req *r, enum third third)
{
	static const char *const said[THIRDS] = {NULL, N_("lowest"), N_("middle"), N_("highest")};
	return said[third] ? tr(r->lang, said[third]) : "–";
}

/* In the order in which they came to us; the rest on the next page. */
static void table_view(struct req *r, struct view *v, const struct equity *e)
{
	const char *from = query_value(r, "from");
	int64_t after = from ? strtoll(from, NULL, 10) : 0;
	struct view *list = view_list(v, "clients");
	int shown = 0;
	view_text(v, "currency", r->c->firm->currency);
	for (int i = 0; i < e->n; i++) {
		const struct treated *t = e->compared[i];
		if (t->id <= after)
			continue;
		if (shown++ == TABLE_MAX) {
			view_text(v, "next",
			    arena_printf(
				r->c->arena, "/equite?from=%lld#table", (long long)e->compared[i - 1]->id));
			break;
		}
		struct view *one = view_add(list);
		link_view(one, "client", t->name, facts_path(r, t->id));
		view_text(one, "third", third_said(r, t->third));
		view_int(one, "n", t->wait.n);
		view_text(one, "wait", wait_said(r->c, t->wait.twice));
		if (r->who.role == LEAD)
			view_text(
			    one, "revenue", say_money(r->c->arena, r->lang, t->cents, r->c->firm->currency));
	}
}

static void footnote_view(struct req *r, struct view *v, const struct equity *e)
{
	struct view *list = view_list(v, "left_out");
	if (e->left_out_internal)
		view_add_text(list, phrase(r, N_("in-house clients: %d"), e->left_out_internal));
	if (e->left_out_unpaid)
		view_add_text(list, phrase(r, N_("clients without any revenue noted over twelve months: %d"),
					e->left_out_unpaid));
	if (e->left_out_quiet)
		view_add_text(list, phrase(r, N_("clients with fewer than %d messages to answer: %d"),
					(int)settings_of(r->c)->fair_min_msgs, e->left_out_quiet));
}

/* ---- what is put off, who had to chase us, whoever is thought a nuisance --------------- */

static void put_off_view(struct req *r, struct view *v, const struct equity *e)
{
	struct view *list = view_list(v, "postponed");
	for (int i = 0; i < e->npostponed; i++)
		link_view(view_add(list), "line", postponed_text(r->c, &e->postponed[i]),
		    facts_path(r, e->postponed[i].client->id));
}

static void chasers_view(struct req *r, struct view *v)
{
	const struct chased *all;
	int n = chased_read(r->c, &all);
	struct view *list = view_list(v, "chased");
	for (int i = 0; i < n && i < TABLE_MAX; i++) {
		struct view *one = view_add(list);
		link_view(one, "client", all[i].name, facts_path(r, all[i].client_id));
		view_text(one, "text", chasers_text(r->c, all[i].n));
	}
	if (n > TABLE_MAX)
		view_text(v, "more_chased", phrase(r, N_("others: %d"), n - TABLE_MAX));
}

static const char *nuisance_text(struct req *r, const struct equity *e)
{
	const struct times *t = &e->nuisance;
	if (!t->known)
		return tr(r->lang, N_("Not known yet: it takes ten messages of clients with a confirmed "
				      "sign, and ten of others."));
	return phrase(r, N_("Clients with a confirmed sign wait %s (%d messages), the others %s (%d)."),
	    wait_said(r->c, t->longer.twice), t->longer.n, wait_said(r->c, t->shorter.twice), t->shorter.n);
}

void page_equity(struct req *r)
{
	const struct equity *e = equity_read(r->c);
	struct view *v = page_begin(r, tr(r->lang, N_("The same treatment")), NULL);
	view_text(v, "over",
	    phrase(r, N_("Over the last %d days, in working hours."), (int)settings_of(r->c)->fair_window_d));
	people_view(r, v, e);
	conclusion_view(r, v, e);
	plot_view(r, v, e);
	groups_view(r, v, e);
	table_view(r, v, e);
	footnote_view(r, v, e);
	comparisons_view(r, v, e);
	put_off_view(r, v, e);
	chasers_view(r, v);
	view_text(v, "nuisance", nuisance_text(r, e));
	view_text(
	    v, "repeat", e->repeat.n ? say_ratio(r->c->arena, r->lang, e->repeat.k, e->repeat.n) : NULL);
	page_send(r, "equity", v, 200);
}
