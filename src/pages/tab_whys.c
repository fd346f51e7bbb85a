/* Whys: what somebody at the client is after, supposed and then asked (R3.2, E4,
 * T6). */
#include "pages/tabs.h"
#include "rules/insight.h"

SELECT(whys_of_client, insight_kind, "WHERE client_id = $1 ORDER BY id DESC LIMIT 200");

const char *why_asked(struct req *r, int64_t question)
{
	static const char *const asked[] = {
	    [WHY_GOAL] = N_("What do they want to reach, beyond what we hand over?"),
	    [WHY_PRESSURE] = N_("What weighs on them now?"),
	    [WHY_CRITERION] = N_("How will they know that it went well?"),
	    [WHY_WORRY] = N_("What worries them?"),
	    [WHY_AUDIENCE] = N_("Whom must they satisfy or impress with it?")};
	return tr(r->lang, asked[question]);
}

/* ---- one of them ----------------------------------------------------------------- */

static const char *when_text(struct req *r, const struct insight *i)
{
	if (i->state == INSIGHT_VERIFIED)
		return phrase(r, N_("checked %s"), said_date(r, day_at(r->c, i->verified_at)));
	return tr(r->lang, i->state == INSIGHT_GUESS ? N_("guessed") : N_("set aside"));
}

static bool is_stale(struct req *r, const struct insight *i)
{
	return i->state == INSIGHT_VERIFIED &&
	       i->verified_at + settings_of(r->c)->insight_stale_d * DAY_SECONDS <= r->c->now;
}

static void why_view(struct req *r, struct view *v, const struct insight *i, const struct around *a)
{
	view_int(v, "why_id", i->r.id);
	view_text(v, "text", i->text);
	view_text(v, "state", record_choice(&insight_kind, "state", i));
	view_text(v, "when", when_text(r, i));
	view_flag(v, "guess", i->state == INSIGHT_GUESS);
	view_flag(v, "stale", is_stale(r, i));
	view_flag(v, "by_voice", i->question == WHY_WORRY);
	for (const struct contact *one = a->contacts; one; one = one->next)
		if (one->id == i->person_id)
			view_text(v, "who", one->name);
}

void whys_tab(struct req *r, struct view *v, const struct around *a)
{
	struct view *tab = view_map(v, "whys"), *list = view_list(tab, "questions"), *items[WHY_AUDIENCE + 1];
	const struct choice *questions = choices_of(&insight_kind, "question");
	for (int q = WHY_GOAL; q <= WHY_AUDIENCE; q++) {
		struct view *one = view_add(list);
		view_text(one, "question", questions[q - 1].name);
		view_text(one, "heading", tr(r->lang, questions[q - 1].text));
		view_text(one, "ask", why_asked(r, q));
		items[q] = view_list(one, "items");
	}
	foreach (r->c, insight, i, &whys_of_client, "i", a->client->r.id)
		why_view(r, view_add(items[i->question]), i, a);
	said_in_view(r, tab, a->client->r.id, r->c->now - SAID_SINCE_DAYS * DAY_SECONDS);
}
