/* A figure says of how many, and what it is made of; an hour that was corrected, and what
 * was noted afterwards, are said with it (model 5.2, 5.3; E11, E13–14, P7b, R4.1). */
#include "pages/figures.h"

#include "base/text.h"
#include "pages/promises.h"
#include "rules/derived.h"
#include "rules/edits.h"

#define FACTS_SHOWN 20
#define TITLE_SHOWN 80 /* characters of what a fact is about */

/* ---- said, done ------------------------------------------------------------------------ */

static const char *interval_text(struct req *r, const struct say_do *s)
{
	if (s->n < PERCENT_FROM)
		return tr(r->lang, N_("Too few for a percentage."));
	return phrase(r, N_("With %d promises, the true share lies somewhere between %d and %d%%."),
	    (int)s->n, s->wilson[0], s->wilson[1]);
}

/* NULL: none was. */
static const char *noted_afterwards(struct req *r, const struct say_do *s)
{
	int n = 0;
	for (int i = 0; i < s->shown; i++)
		n += promise_noted_late(r->c, s->fact[i].promise);
	if (n == 0)
		return NULL;
	return phrase(r,
	    n > 1 ? N_("%d times noted afterwards: counted late")
		  : N_("%d time noted afterwards: counted late"),
	    n);
}

/* Absent when nothing of theirs, or ours, fell due. */
static void side_view(struct req *r, struct view *v, const char *name, const struct say_do *s)
{
	if (s->n == 0)
		return;
	struct view *side = view_map(v, name);
	view_text(side, "text", say_ratio(r->c->arena, r->lang, s->k, s->n));
	view_text(side, "interval", interval_text(r, s));
	view_text(side, "afterwards", noted_afterwards(r, s));
	struct view *items = view_list(side, "items");
	for (int i = s->shown - 1; i >= 0 && i >= s->shown - FACTS_SHOWN; i--) {
		const struct promise *p = s->fact[i].promise;
		struct view *item = item_view(
		    r, items, text_short(r->c->arena, p->text, TITLE_SHOWN), &promise_kind, p->r.id);
		view_text(item, "how",
		    p->state == PROMISE_OPEN ? tr(r->lang, N_("still to be kept")) : promise_stands(r, p));
	}
}

/* ---- who knew first ---------------------------------------------------------------------- */

/* When it was last corrected; 0: never. */
static instant corrected_at(struct req *r, const char *edits)
{
	struct hour_edit last = {0};
	edits_read(r->c, edits, &last, 1);
	return last.at;
}

/* What is said beside the figure of one matter; NULL: nothing. */
static void beside_view(struct req *r, struct view *items, const struct matter *m, const char *how)
{
	if (how)
		view_text(item_view(r, items, text_short(r->c->arena, matter_title(r->c, m), TITLE_SHOWN),
			      &matter_kind, m->r.id),
		    "how", how);
}

/* Of when we noticed it, and of the exchange in which we told it. */
static void hours_view(struct req *r, struct view *v, const struct transparency *t)
{
	struct view *items = view_list(v, "hours");
	for (int i = 0; i < t->shown; i++) {
		const struct matter *m = GET(r->c, matter, t->fact[i].matter_id);
		const struct exchange *in = GET(r->c, exchange, m->told_in_id);
		instant noticed = t->fact[i].edited, told = in ? corrected_at(r, in->at_edits) : 0;
		beside_view(r, items, m,
		    noticed ? phrase(r, N_("hour changed on %s"), date_said(r->c, day_at(r->c, noticed)))
			    : NULL);
		beside_view(r, items, m,
		    told ? phrase(r, N_("hour of the telling corrected on %s"),
			       date_said(r->c, day_at(r->c, told)))
			 : NULL);
	}
}

/* Who knew first (R4.1), and how often it was us who spoke (E13–14). */
static void told_first_view(struct req *r, struct view *v, int64_t client)
{
	const struct transparency *t = transparency_read(r->c, client);
	if (t->proactive_n == 0)
		return;
	struct view *told = view_map(v, "told_first");
	view_text(told, "text", say_ratio(r->c->arena, r->lang, t->proactive_k, t->proactive_n));
	view_text(told, "median",
	    t->n ? phrase(r, N_("Half of what we told was told within %s of working time of noticing it."),
		       say_hours(r->c->arena, r->lang, t->median_twice / 2))
		 : NULL);
	hours_view(r, told, t);
}

void figures_view(struct req *r, struct view *v, int64_t client)
{
	told_first_view(r, v, client);
	side_view(r, v, "say_do", say_do_read(r->c, client, OURS, false));
	side_view(r, v, "their_say_do", say_do_read(r->c, client, THEIRS, false));
}
