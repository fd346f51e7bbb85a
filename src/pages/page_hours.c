/* What was worked for a client and, for leads, what was paid: the lines of the ledger
 * as they were noted, by day (model 2.15, 8.1).  Nothing is added up here. */
#include "pages/pages.h"
#include "rules/entry.h"
#include "web/parts.h"
#include "web/record.h"

#define LINES_SHOWN 50

/* $4: of whom alone, 0: everybody's, amounts too. */
SELECT(lines_before, entry_kind,
    "WHERE client_id = $1 AND (on_day, id) < ($2, $3) AND "
    "($4 = 0 OR (created_by = $4 AND kind IN ('hours', 'extra_hours'))) "
    "ORDER BY on_day DESC, id DESC LIMIT $5");

#define FAR_AHEAD 4000000 /* days: past every date */

static const char *amount_text(struct req *r, const struct entry *e)
{
	return e->cents != NO_NUMBER ? say_money(r->c->arena, r->lang, e->cents, r->c->firm->currency)
				     : say_hours(r->c->arena, r->lang, e->minutes * 60);
}

static void line_view(struct req *r, struct view *list, const struct entry *e, const struct named *mandates)
{
	struct view *v = view_add(list);
	view_int(v, "entry_id", e->r.id);
	view_text(v, "what", choice_text(r, &entry_kind, "kind", e));
	view_text(v, "amount", amount_text(r, e));
	view_text(v, "note", e->note);
	view_text(v, "mandate", name_of(mandates, e->mandate_id));
	view_text(v, "on_said", said_date(r, e->on));
	view_text(v, "who", person_name(r->c, e->r.created_by));
	view_flag(v, "is_time", e->cents == NO_NUMBER);
	if (r->who.role == LEAD)
		record_view(r, view_map(v, "edit"), &entry_kind, e);
}

static void lines_view(struct req *r, struct view *v, const struct client *k, const struct named *mandates)
{
	const char *asked = query_value(r, "avant");
	const struct entry *before = asked ? record_find(r->c, &entry_kind, asked) : NULL;
	struct view *list = view_list(v, "lines");
	int64_t last = 0;
	int n = 0;
	foreach (r->c, entry, e, &lines_before, "iiiii", k->r.id, before ? before->on : (day)FAR_AHEAD,
	    before ? before->r.id : INT64_C(0), r->who.role == LEAD ? INT64_C(0) : r->who.id,
	    (int64_t)LINES_SHOWN + 1) {
		if (n++ == LINES_SHOWN)
			continue;
		line_view(r, list, e, mandates);
		last = e->r.id;
	}
	if (n > LINES_SHOWN)
		view_text(v, "older_url",
		    arena_printf(
			r->c->arena, "/c/%lld/heures?avant=%lld", (long long)k->r.id, (long long)last));
}

void page_hours(struct req *r)
{
	const struct client *k = r->rec;
	bool lead = r->who.role == LEAD;
	struct view *v =
	    page_begin(r, tr(r->lang, lead ? N_("Hours and amounts") : N_("My hours")), "clients");
	const struct named *mandates = mandates_named(r, k->r.id);
	around_view(r, v, k->r.id, 0, 0);
	link_view(v, "about", k->name, path_of(r, &client_kind, k->r.id));
	client_choices_view(v, mandates, NULL);
	lines_view(r, v, k, mandates);
	page_send(r, "hours", v, 200);
}
