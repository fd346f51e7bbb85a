/* /vieprivee: who asks for their data, and what leaked, each with its date (model
 * 8.4); printed, it is the register of incidents. */

#include "pages/pages.h"
#include "rules/privacy_case.h"
#include "web/parts.h"

SELECT(privacy_cases, privacy_case_kind, "ORDER BY id DESC LIMIT 200");
SQL(contacts_named,
    "SELECT p.id, p.name || ', ' || k.name, 1 FROM person p JOIN client k ON k.id = p.client_id "
    "WHERE p.role = 'contact' AND p.active = 1 ORDER BY p.name_key, p.id LIMIT 500");

static const char *due_text(struct req *r, const struct privacy_case *p)
{
	if (p->done_at)
		return phrase(r, N_("closed, %s"), said_near(r, p->done_at));
	return p->due < r->c->today ? phrase(r, N_("expected since %s"), said_date(r, p->due))
				    : phrase(r, N_("by %s"), said_date(r, p->due));
}

static void case_view(struct req *r, struct view *v, const struct privacy_case *p, bool officer)
{
	const struct client *of = GET(r->c, client, p->client_id);
	view_int(v, "id", p->r.id);
	view_text(v, "what", choice_text(r, &privacy_case_kind, "kind", p));
	view_text(v, "who", person_name(r->c, p->person_id));
	view_text(v, "client", of ? of->name : NULL);
	view_text(v, "received", phrase(r, N_("received %s"), said_near(r, p->received_at)));
	view_text(v, "due", due_text(r, p));
	view_text(v, "text", p->text);
	view_text(v, "harm",
	    p->kind != INCIDENT || !p->serious_harm
		? NULL
		: tr(r->lang, p->serious_harm == 1 ? N_("serious harm is possible") : N_("no serious harm")));
	view_flag(v, "can_close", officer && !p->done_at);
}

void page_privacy(struct req *r)
{
	const struct person *me = GET(r->c, person, r->who.id);
	struct view *v = page_begin(r, tr(r->lang, N_("Privacy")), NULL);
	struct view *open = view_list(v, "open"), *closed = view_list(v, "closed");
	foreach (r->c, privacy_case, p, &privacy_cases, "")
		case_view(r, view_add(p->done_at ? closed : open), p, me->privacy_officer);
	names_view(v, "people", names_read(r->c, db_query(r->c->db, &contacts_named, "")), 0);
	page_send(r, "privacy", v, 200);
}
