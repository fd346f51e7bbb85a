/* The firm's library: the conditions and rules under which its work succeeds, each
 * with its why.  Anybody proposes one, a lead adopts it (T4). */
#include "pages/pages.h"
#include "pages/halves.h"
#include "web/record.h"

SELECT(whole_library, term_kind,
    "WHERE library = 1 AND state IN ('noted', 'agreed') ORDER BY kind, id LIMIT 400");

static void term_view(struct req *r, struct view *v, const struct term *t)
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
	if (!adopted || r->who.role == LEAD)
		record_view(r, view_map(v, "correct"), &term_kind, t);
}

void page_library(struct req *r)
{
	struct view *v = page_begin(r, tr(r->lang, N_("Conditions library")), NULL);
	struct view *conditions = view_list(v, "conditions"), *rules = view_list(v, "rules"),
		    *proposed = view_list(v, "proposed");
	foreach (r->c, term, t, &whole_library, "")
		term_view(r,
		    view_add(t->state == TERM_NOTED ? proposed
			     : t->kind == CONDITION ? conditions
						    : rules),
		    t);
	view_flag(v, "empty", !view_is_true(conditions) && !view_is_true(rules) && !view_is_true(proposed));
	page_send(r, "library", v, 200);
}
