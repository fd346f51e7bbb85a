/* The firm's library: the conditions and rules under which its work succeeds, each
 * with its why.  Anybody proposes one, a lead adopts it (T4); its rules are what is
 * usual in our trade, told to clients from here (F12). */
#include "base/text.h"
#include "pages/pages.h"
#include "pages/halves.h"
#include "rules/care.h"
#include "web/record.h"

SELECT(whole_library, term_kind,
    "WHERE library = 1 AND state IN ('noted', 'agreed') ORDER BY kind, id LIMIT 400");

/* What they would read, to be made one's own. */
static const char *standard_text(struct req *r, const struct term *t)
{
	enum lang lang = r->c->firm->lang;
	const char *text =
	    arena_printf(r->c->arena, tr(lang, N_("For your information, in our trade: %s.")), t->text);
	return t->why ? arena_printf(r->c->arena, "%s\n%s", text, t->why) : text;
}

/* To whom it was not told yet; `asked`: whose row of Today led here. */
static void share_view(struct req *r, struct view *v, const struct term *t, const struct client *asked)
{
	const struct client *untold[TO_TELL_MAX];
	int n = standard_untold_to(r->c, t->r.id, untold);
	if (n == 0)
		return;
	struct view *share = view_map(v, "share"), *list = view_list(share, "clients");
	bool theirs = false;
	for (int i = 0; i < n; i++) {
		bool on = asked && untold[i]->r.id == asked->r.id;
		theirs = theirs || on;
		option_view(list, untold[i]->r.id, untold[i]->name, on);
	}
	view_text(share, "how_many",
	    n == TO_TELL_MAX ? phrase(r, N_("%d clients or more have not heard it from us."), n)
	    : n == 1         ? tr(r->lang, N_("One client has not heard it from us."))
			     : phrase(r, N_("%d clients have not heard it from us."), n));
	view_text(share, "text", standard_text(r, t));
	view_text(share, "name", text_short(r->c->arena, t->text, 200));
	if (theirs)
		view_int(share, "asked_id", asked->r.id);
	view_text(share, "asked_name", theirs ? asked->name : NULL);
}

static void term_view(struct req *r, struct view *v, const struct term *t, const struct client *asked)
{
	const struct person *by = GET(r->c, person, t->r.created_by);
	bool adopted = t->state == TERM_AGREED;
	view_int(v, "term_id", t->r.id);
	view_text(v, "text", t->text);
	view_text(v, "why", t->why);
	view_text(v, "owed", owed_text(r, t));
	view_text(v, "measure", measure_text(r, t));
	view_text(v, "proposed_by", adopted || !by ? NULL : phrase(r, N_("proposed by %s"), by->name));
	view_flag(v, "can_adopt", !adopted && r->who.role == LEAD);
	view_flag(v, "can_drop", r->who.role == LEAD);
	if (adopted && t->kind == RULE)
		share_view(r, v, t, asked);
	if (!adopted || r->who.role == LEAD)
		record_view(r, view_map(v, "correct"), &term_kind, t);
}

void page_library(struct req *r)
{
	struct view *v = page_begin(r, tr(r->lang, N_("Conditions library")), NULL);
	struct view *conditions = view_list(v, "conditions"), *rules = view_list(v, "rules"),
		    *proposed = view_list(v, "proposed");
	const char *client = query_value(r, "client");
	const struct client *asked = client ? record_find(r->c, &client_kind, client) : NULL;
	if (asked)
		view_text(v, "for_client",
		    phrase(r, N_("%s: what they were not told yet is open below."), asked->name));
	foreach (r->c, term, t, &whole_library, "")
		term_view(r,
		    view_add(t->state == TERM_NOTED ? proposed
			     : t->kind == CONDITION ? conditions
						    : rules),
		    t, asked);
	view_flag(v, "empty", !view_is_true(conditions) && !view_is_true(rules) && !view_is_true(proposed));
	page_send(r, "library", v, 200);
}
