/* /p/d/…: what the client is asked to choose: the ways out with what speaks for
 * and against, the one we recommend last. */
#include <string.h>

#include "rules/decision.h"
#include "rules/insight.h"
#include "web/parts.h"
#include "portal/space.h"

/* ---- one way out --------------------------------------------------------------------- */

static const char *said_in(const json_t *o, const char *key)
{
	const char *text = text_in(o, key);
	return text && *text ? text : NULL;
}

static const char *day_said(struct req *r, const json_t *o, const char *key)
{
	const char *text = text_in(o, key);
	day d;
	return text && day_parse(text, &d) ? said_date(r, d) : NULL;
}

static void offers_view(struct req *r, struct view *v, const json_t *option)
{
	const json_t *promises = json_object_get(option, "promises");
	struct view *ours = view_list(v, "ours"), *theirs = view_list(v, "theirs");
	for (size_t i = 0; i < json_array_size(promises); i++) {
		const json_t *p = json_array_get(promises, i);
		const char *side = text_in(p, "side");
		struct view *one = view_add(side && strcmp(side, "us") == 0 ? ours : theirs);
		view_text(one, "text", said_in(p, "text"));
		view_text(one, "when", day_said(r, p, "due"));
	}
}

static void option_shown(struct req *r, struct view *v, const struct decision *d, const json_t *option)
{
	int64_t n = json_integer_value(json_object_get(option, "n"));
	view_int(v, "n", n);
	view_text(v, "label", said_in(option, "label"));
	texts_view(v, "pros", json_object_get(option, "pros"));
	texts_view(v, "cons", json_object_get(option, "cons"));
	view_text(v, "impacts", said_in(option, "impacts"));
	view_text(v, "gives_up", said_in(option, "gives_up_client"));
	view_text(v, "due", day_said(r, option, "due"));
	view_text(
	    v, "price", price_change_text(r, d->mandate_id, json_object_get(option, "price_change_cents")));
	view_flag(v, "recommended", d->recommended_option == n);
	view_flag(v, "chosen", d->chosen_option == n);
	offers_view(r, v, option);
}

/* ---- the page --------------------------------------------------------------------------- */

/* E4: whom they must convince, once they have told us so. */
static void audience_view(struct req *r, struct view *v)
{
	const struct insight *who = insight_on(r->c, r->who.client_id, WHY_AUDIENCE);
	if (who && record_visible(r->c, &insight_kind, who))
		view_text(v, "audience", phrase(r, N_("Does it help you convince: %s?"), who->text));
}

static const char *state_text(struct req *r, const struct decision *d)
{
	if (!d->chosen_at)
		return NULL;
	const char *when = said_fully(r, d->chosen_at);
	if (d->chosen_by == CHOSEN_BY_US)
		return phrase(r, N_("We chose for you: %s."), when);
	return d->chosen_by == CHOSEN_JOINTLY ? phrase(r, N_("We chose together: %s."), when)
					      : phrase(r, N_("You chose: %s."), when);
}

void page_portal_decision(struct req *r)
{
	struct view *v = portal_begin_narrow(r, N_("A choice"), NULL);
	if (!v)
		return;
	const struct decision *d = record_find(r->c, &decision_kind, r->arg[0]);
	if (!d) {
		answer_code(r, "not_found");
		return;
	}
	json_t *read = as_read(r, &decision_kind, d);
	const json_t *options = json_object_get(read, "options");
	bool open = d->state == DECISION_ASKED;
	view_text(v, "id", pub_of(r, &decision_kind, d->r.id));
	view_text(v, "question", said_in(read, "question"));
	view_text(v, "state", state_text(r, d));
	view_text(v, "asked", phrase(r, N_("asked %s"), said_date(r, day_at(r->c, d->asked_at))));
	if (open && d->needed_by)
		view_text(v, "needed_by",
		    phrase(r, N_("We hope for your choice by %s."), said_date(r, d->needed_by)));
	struct view *list = view_list(v, "options");
	for (size_t i = 0; i < json_array_size(options); i++)
		option_shown(r, view_add(list), d, json_array_get(options, i));
	if (open)
		audience_view(r, v);
	view_flag(v, "open", open);
	view_flag(v, "can_choose", open && r->who.can_agree);
	view_flag(v, "needs_other", open && !r->who.can_agree);
	page_send(r, "portal-decision", v, 200);
}
