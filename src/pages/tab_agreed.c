/* The tab of a client's page about what is agreed: engagements, the silence rule,
 * and everything written to them. */
#include "portal/as_read.h"
#include "pages/tabs.h"

SELECT(mandates_of_client, mandate_kind, "WHERE client_id = $1 ORDER BY id DESC LIMIT 200");
SELECT(writings_of_client, writing_kind, "WHERE client_id = $1 ORDER BY id DESC LIMIT 100");

static void mandates_view(struct req *r, struct view *v, const struct around *a)
{
	struct view *items = view_list(v, "mandates");
	foreach (r->c, mandate, m, &mandates_of_client, "i", a->client->r.id) {
		struct view *i = item_view(r, items, m->title, &mandate_kind, m->r.id);
		view_text(i, "state", choice_text(r, &mandate_kind, "state", m));
		view_text(i, "who", name_of(a->staff, m->responsible_id));
	}
}

static void writings_view(struct req *r, struct view *v, const struct around *a)
{
	struct view *drafts = view_list(v, "drafts"), *sent = view_list(v, "sent");
	foreach (r->c, writing, w, &writings_of_client, "i", a->client->r.id) {
		struct view *i = item_view(r, w->state == WRITING_DRAFT ? drafts : sent,
		    writing_title(r->c, w), &writing_kind, w->r.id);
		view_text(i, "stands",
		    w->state == WRITING_DRAFT ? phrase(r, N_("begun %s"), said_near(r, w->r.created_at))
					      : writing_state_text(r, w));
		view_text(i, "version", w->version > 1 ? phrase(r, N_("version %d"), (int)w->version) : NULL);
	}
}

static void silence_view(struct req *r, struct view *v, const struct client *k)
{
	static const char *const rules[] = {
	    [NO_SILENCE_RULE] = N_("Their silence does not count as agreement: no rule was agreed."),
	    [SILENCE_RULE_OFFERED] = N_(
		"The silence rule was offered; until they accept it, silence does not count as agreement."),
	    [SILENCE_RULE_ACCEPTED] = N_("The silence rule is accepted."),
	    [SILENCE_RULE_WITHDRAWN] =
		N_("They took the silence rule back: silence does not count as agreement.")};
	view_text(v, "silence", tr(r->lang, rules[k->silence_rule]));
	if (k->silence_rule == SILENCE_RULE_ACCEPTED)
		said_in_view(r, view_map(v, "withdraw"), k->r.id, r->c->now - SAID_SINCE_DAYS * DAY_SECONDS);
	view_flag(v, "can_offer_silence", k->silence_rule != SILENCE_RULE_ACCEPTED);
	view_flag(v, "can_welcome", !k->welcomed_at);
}

void agreed_tab(struct req *r, struct view *v, const struct around *a)
{
	struct view *tab = view_map(v, "agreed_tab");
	mandates_view(r, tab, a);
	writings_view(r, tab, a);
	silence_view(r, tab, a->client);
	names_view(tab, "people", a->staff, a->client->responsible_id);
}
