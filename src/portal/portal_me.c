/* /p/moi: what we know of them, and what is theirs to decide. */
#include "rules/insight.h"
#include "web/record.h"
#include "rules/privacy_case.h"
#include "web/parts.h"
#include "portal/space.h"

SELECT(whys_verified, insight_kind,
    "WHERE client_id = $1 AND state = 'verified' ORDER BY verified_at DESC, id DESC LIMIT 100");
SELECT(requests_of, privacy_case_kind, "WHERE client_id = $1 AND person_id = $2 ORDER BY id DESC LIMIT 20");

static void whys_view(struct req *r, struct view *v)
{
	struct view *list = view_list(v, "whys");
	foreach (r->c, insight, i, &whys_verified, "i", r->who.client_id)
		if (record_visible(r->c, &insight_kind, i)) {
			struct view *one = view_add(list);
			record_view(r, one, &insight_kind, i);
			view_text(one, "when",
			    phrase(r, N_("checked with you %s"), said_date(r, day_at(r->c, i->verified_at))));
		}
}

static void silence_view(struct req *r, struct view *v, const struct client *k)
{
	const char *since = k->silence_rule_at ? said_fully(r, k->silence_rule_at) : "";
	const char *text = NULL;
	switch (k->silence_rule) {
	case SILENCE_RULE_ACCEPTED:
		text = phrase(r,
		    N_("You accepted it: %s. A recap that you opened stands as agreed after %d working days "
		       "without a word from you, and its first line says until when."),
		    since, (int)settings_of(r->c)->tacit_wd);
		break;
	case SILENCE_RULE_WITHDRAWN:
		text = phrase(r, N_("You withdrew it: %s. Your silence does not count as agreement."), since);
		break;
	case SILENCE_RULE_OFFERED:
		text = tr(r->lang, N_("We offered it to you in writing; until you accept it, your silence "
				      "does not count as agreement."));
		break;
	default:
		text = tr(r->lang,
		    N_("Your silence does not count as agreement: we agree on what you say, and call "
		       "when we do not know."));
	}
	view_text(v, "silence", text);
	view_flag(v, "can_withdraw", k->silence_rule == SILENCE_RULE_ACCEPTED && r->who.can_agree);
}

static void requests_view(struct req *r, struct view *v)
{
	choices_among(r, v, "requests", choices_of(&privacy_case_kind, "kind"),
	    "access rectify erase withdraw_consent", "access");
	struct view *list = view_list(v, "cases");
	foreach (r->c, privacy_case, p, &requests_of, "ii", r->who.client_id, r->who.id) {
		if (!record_visible(r->c, &privacy_case_kind, p))
			continue;
		const struct zone *z = &r->c->firm->calendar.zone;
		struct view *one = view_add(list);
		view_text(one, "text", choice_text(r, &privacy_case_kind, "kind", p));
		view_text(one, "state",
		    p->done_at ? phrase(r, N_("answered %s"), said_date(r, zone_day(z, p->done_at)))
			       : phrase(r, N_("answer by %s"), said_date(r, p->due)));
	}
}

void page_portal_me(struct req *r)
{
	struct view *v = portal_begin(r, N_("You"), "me");
	if (!v)
		return;
	const struct client *k = GET(r->c, client, r->who.client_id);
	view_text(v, "name", r->who.name);
	view_text(v, "client", k->name);
	view_text(v, "client_id", pub_of(r, &client_kind, k->r.id));
	view_text(v, "my_id", pub_of(r, &person_kind, r->who.id));
	choices_view(r, v, "languages", choices_of(&person_kind, "lang"), lang_code(r->lang));
	whys_view(r, v);
	silence_view(r, v, k);
	requests_view(r, v);
	page_send(r, "portal-me", v, 200);
}
