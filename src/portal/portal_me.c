/* /p/dire: what they want to say; /p/moi: what we know of them, and what is
 * theirs to decide. */
#include "rules/insight.h"
#include "web/record.h"
#include "rules/privacy_case.h"
#include "web/parts.h"
#include "portal/space.h"

SELECT(whys_verified, insight_kind,
    "WHERE client_id = $1 AND state = 'verified' ORDER BY verified_at DESC, id DESC LIMIT 100");
SELECT(requests_of, privacy_case_kind, "WHERE client_id = $1 AND person_id = $2 ORDER BY id DESC LIMIT 20");
SELECT(mandates_running, mandate_kind, "WHERE client_id = $1 AND state = 'running' ORDER BY id LIMIT 50");

/* ---- /p/dire ------------------------------------------------------------------------- */

static const char *before_text(struct req *r, int64_t hours)
{
	return said_near(r, hours_after(r->c, r->c->now, hours));
}

/* Which engagement it is about, when there are several. */
static void works_view(struct req *r, struct view *v)
{
	int n = 0;
	struct view *list = view_list(v, "works");
	foreach (r->c, mandate, m, &mandates_running, "i", r->who.client_id)
		if (record_visible(r->c, &mandate_kind, m)) {
			struct view *one = view_add(list);
			view_text(one, "value", pub_of(r, &mandate_kind, m->r.id));
			view_text(one, "text", m->title);
			n++;
		}
	view_flag(v, "has_works", n > 1);
}

void page_portal_say(struct req *r)
{
	struct view *v = portal_begin_narrow(r, N_("Tell us"), "say");
	if (!v)
		return;
	bool cover;
	const struct client *k = GET(r->c, client, r->who.client_id);
	const struct person *p = portal_reachable(r->c, k->responsible_id, &cover);
	const char *first = p ? first_name(r->c->arena, p->name) : r->c->firm->name;
	person_view(r, v, p, cover);
	view_text(v, "calls",
	    phrase(r, N_("Say it in a line: %s calls you before %s."), first,
		before_text(r, settings_of(r->c)->tell_problem_wh)));
	view_text(v, "answers",
	    phrase(r, N_("%s answers before %s."), first, before_text(r, settings_of(r->c)->reply_due_wh)));
	view_text(v, "urgent",
	    phrase(r, N_("It is urgent: an answer before %s"), before_text(r, settings_of(r->c)->urgent_wh)));
	works_view(r, v);
	view_text(v, "help", NULL); /* they are there already */
	page_send(r, "portal-say", v, 200);
}

/* ---- /p/moi ---------------------------------------------------------------------------- */

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
		text = phrase(r, N_("You withdrew it: %s. Your silence counts for nothing."), since);
		break;
	case SILENCE_RULE_OFFERED:
		text = tr(r->lang, N_("We offered it to you in writing; until you accept it, your silence "
				      "counts for nothing."));
		break;
	default:
		text = tr(r->lang, N_("Your silence counts for nothing: we agree on what you say, and call "
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
