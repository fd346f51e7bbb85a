/* What was decided with a client, on its page. */
#include "base/text.h"
#include "pages/tabs.h"
#include "rules/decision.h"

SELECT(decisions_of_client, decision_kind, "WHERE client_id = $1 ORDER BY id DESC LIMIT 100");

static const char *decision_when(struct req *r, const struct decision *d)
{
	if (d->chosen_at)
		return phrase(r, N_("chosen, %s"), said_near(r, d->chosen_at));
	if (d->state == DECISION_CANCELLED)
		return tr(r->lang, N_("no longer asked"));
	return d->asked_at ? phrase(r, N_("on their page since %s"), said_near(r, d->asked_at))
			   : tr(r->lang, N_("in preparation"));
}

void decisions_tab(struct req *r, struct view *v, const struct around *a)
{
	static const char *const abouts[] = {[ABOUT_PROBLEM] = N_("a problem"),
	    [ABOUT_DEMAND] = N_("a request"),
	    [ABOUT_TASK] = N_("a task"),
	    [ABOUT_PREFERENCE] = N_("a preference"),
	    [ABOUT_FUTURE] = N_("what comes later")};
	struct view *items = view_list(view_map(v, "decisions"), "items");
	foreach (r->c, decision, d, &decisions_of_client, "i", a->client->r.id) {
		const char *text = d->question ? text_short(r->c->arena, d->question, 160)
					       : tr(r->lang, N_("A decision to prepare"));
		struct view *i = item_view(r, items, text, &decision_kind, d->r.id);
		view_text(i, "when", decision_when(r, d));
		view_text(i, "about", tr(r->lang, abouts[d->about]));
	}
}
