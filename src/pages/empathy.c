/* Empathy mode (R3.1): what was talked about more than once and is still not clear
 * stands on the client's page, beside the five whys that may lie behind it. */
#include "pages/tabs.h"
#include "rules/insight.h"
#include "rules/term.h"

static void terms_view(struct req *r, struct view *v, const struct unclear *all, int n)
{
	struct view *list = view_list(v, "terms");
	for (int i = 0; i < n; i++) {
		const struct term *t = all[i].term;
		struct view *one = item_view(r, list, t->text, &term_kind, t->r.id);
		view_text(one, "clarity", choice_text(r, &term_kind, "clarity", t));
		view_text(one, "times", phrase(r, N_("talked about %d times"), all[i].times));
	}
}

static void whys_view(struct req *r, struct view *v, int64_t client)
{
	struct view *list = view_list(v, "whys");
	for (int64_t question = WHY_GOAL; question <= WHY_AUDIENCE; question++) {
		const struct insight *known = insight_on(r->c, client, question);
		struct view *one = view_add(list);
		view_text(one, "ask", why_asked(r, question));
		if (known) {
			view_text(one, "known", known->text);
			view_text(one, "state", choice_text(r, &insight_kind, "state", known));
		}
	}
}

void empathy_view(struct req *r, struct view *v, int64_t client)
{
	struct unclear all[UNCLEAR_MAX];
	int n = terms_still_unclear(r->c, client, all);
	if (n == 0)
		return;
	struct view *mode = view_map(v, "empathy");
	terms_view(r, mode, all, n);
	whys_view(r, mode, client);
}
