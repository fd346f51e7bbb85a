/* /p/dire: something is wrong, or anything else; /p/ecrire: room to write. */
#include "portal/space.h"

#include "base/text.h"
#include "web/parts.h"

SELECT(mandates_running, mandate_kind, "WHERE client_id = $1 AND state = 'running' ORDER BY id LIMIT 50");

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

/* What a form for a message says (templates/portal-write-form.html). */
static void writing_view(struct req *r, struct view *v, const char *first)
{
	view_text(v, "answers",
	    phrase(r, N_("%s answers before %s."), first, before_text(r, settings_of(r->c)->reply_due_wh)));
	view_text(v, "urgent",
	    phrase(r, N_("It is urgent: an answer before %s"), before_text(r, settings_of(r->c)->urgent_wh)));
	works_view(r, v);
}

/* Who answers; their first name. */
static const char *answering(struct req *r, struct view *v)
{
	bool cover;
	const struct client *k = GET(r->c, client, r->who.client_id);
	const struct person *p = person_reachable(r->c, k->responsible_id, &cover);
	person_view(r, v, p, cover);
	return p ? first_name(r->c->arena, p->name) : r->c->firm->name;
}

void page_portal_say(struct req *r)
{
	struct view *v = portal_begin_narrow(r, N_("Tell us"), "say");
	if (!v)
		return;
	const char *first = answering(r, v);
	view_text(v, "calls",
	    phrase(r, N_("Say it in a line: %s calls you before %s."), first,
		before_text(r, settings_of(r->c)->tell_problem_wh)));
	writing_view(r, v, first);
	view_text(v, "help", NULL); /* they are there already */
	page_send(r, "portal-say", v, 200);
}

void page_portal_write(struct req *r)
{
	struct view *v = portal_begin_narrow(r, N_("Write"), "talk");
	if (!v)
		return;
	const char *first = answering(r, v);
	view_text(v, "heading", phrase(r, N_("Write to %s"), first));
	writing_view(r, v, first);
	page_send(r, "portal-write", v, 200);
}
