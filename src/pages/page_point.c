/* /point: my four questions, answered by facts where there are facts (model 5.9;
 * T16–T19).  Everything on it is one's own; nobody else has a page that shows it. */
#include <string.h>

#include "base/text.h"
#include "pages/pages.h"
#include "rules/decision.h"
#include "rules/questions.h"
#include "web/parts.h"
#include "web/told.h"

static const struct choice fears[] = {
    CHOICE("1", N_("1, not at all")),
    CHOICE("2", "2"),
    CHOICE("3", "3"),
    CHOICE("4", "4"),
    CHOICE("5", N_("5, very much")),
    {0},
};

#define QUESTION_SHOWN 120

/* Concessions of mine: is it time to say whether I would again? */
static void reviews_view(struct req *r, struct view *v, const struct my_questions *m)
{
	struct view *list = view_list(v, "reviews");
	for (int i = 0; i < m->nreview; i++) {
		const struct decision *d = GET(r->c, decision, m->review[i]);
		struct view *one = item_view(r, list,
		    text_short(r->c->arena, d->question ? d->question : "", QUESTION_SHOWN), &decision_kind,
		    d->r.id);
		view_text(one, "client", GET(r->c, client, d->client_id)->name);
		view_text(one, "when", said_near(r, d->chosen_at));
	}
}

static void fear_view(struct req *r, struct view *v, const struct my_questions *m)
{
	const char *month = questions_month(r->c), *on = NULL;
	struct view *curve = view_list(v, "curve");
	for (int i = 0; i < m->nfear; i++) {
		day first;
		const char *name = m->fear[i].month;
		struct view *one = view_add(curve);
		if (day_parse(arena_printf(r->c->arena, "%s-01", name), &first))
			name = say_month(r->c->arena, r->lang, first);
		view_text(one, "month", name);
		view_int(one, "fear", m->fear[i].fear);
		if (strcmp(m->fear[i].month, month) == 0)
			on = arena_printf(r->c->arena, "%lld", (long long)m->fear[i].fear);
	}
	choices_view(r, v, "fears", fears, on);
}

/* Whose requests they were. */
static void clients_of_month_view(struct req *r, struct view *v, const struct my_questions *m)
{
	struct view *list = view_list(v, "clients");
	for (int i = 0; i < m->nclients; i++) {
		const struct giving_in_to *one = &m->client[i];
		const struct client *k = GET(r->c, client, one->client_id);
		struct view *item = item_view(r, list, k->name, &client_kind, k->r.id);
		view_text(item, "how", say_ratio(r->c->arena, r->lang, one->conceded, one->n));
	}
}

/* The month that is looked at, and the ways to the one before and back. */
static void month_view(struct req *r, struct view *v, const struct my_questions *m)
{
	day first = month_first(m->month);
	view_text(v, "month", say_month(r->c->arena, r->lang, first));
	link_view(v, "before", say_month(r->c->arena, r->lang, first - 1),
	    arena_printf(r->c->arena, "/point?month=%.7s", day_text(r->c->arena, first - 1)));
	if (strcmp(m->month, questions_month(r->c)) != 0)
		link_view(v, "present", tr(r->lang, N_("This month")), "/point");
}

static void conditions_view(struct req *r, struct view *v, const char *key, const struct conditions_list *all)
{
	struct view *box = view_map(v, key), *list = view_list(box, "lines");
	for (int i = 0; i < all->n; i++) {
		const struct mandate *m = GET(r->c, mandate, all->line[i].mandate_id);
		struct view *one = view_add(list);
		view_text(one, "text", all->line[i].term->text);
		view_text(one, "mandate", m ? m->title : NULL);
		view_text(one, "url",
		    m ? arena_printf(r->c->arena, "%s#conditions", path_of(r, &mandate_kind, m->r.id))
		      : NULL);
	}
	view_int(box, "n", all->n);
	view_flag(box, "any", all->n > 0);
}

static const char *told_text(struct req *r, const struct giving_in *g)
{
	return g->n ? say_ratio(r->c->arena, r->lang, g->told, g->n)
		    : tr(r->lang, N_("No request went against what was agreed that month."));
}

void page_point(struct req *r)
{
	const char *month = query_value(r, "month");
	const struct my_questions *m =
	    my_questions_read(r->c, month && !month_fault(r->c, month) ? month : NULL);
	struct view *v = page_begin(r, tr(r->lang, N_("My four questions")), NULL);
	view_text(v, "giving_in",
	    m->giving_in.n ? m->giving_in_text
			   : tr(r->lang, N_("No request went against what was agreed that month.")));
	view_text(v, "told", told_text(r, &m->giving_in));
	clients_of_month_view(r, v, m);
	month_view(r, v, m);
	reviews_view(r, v, m);
	fear_view(r, v, m);
	conditions_view(r, v, "in_place", &m->in_place);
	conditions_view(r, v, "missing", &m->missing);
	conditions_view(r, v, "never", &m->never);
	view_flag(v, "none", m->in_place.n + m->missing.n + m->never.n == 0);
	page_send(r, "point", v, 200);
}

/* /a/me/questions */
void form_questions(struct req *r)
{
	struct refusal why;
	json_object_del(r->input, "next");
	if (!questions_answer(r->c, r->input, true, &why)) {
		answer_refusal(r, &why);
		return;
	}
	r->keep = true;
	answer_redirect(r, told_path(r, "/point", NULL, "questions", 0));
}
