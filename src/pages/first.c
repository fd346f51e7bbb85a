/* From a first client to a first agreement. */
#include "pages/first.h"

#include "rules/writing.h"

#define CLIENTS_MANY 5 /* who has so many brought them from elsewhere, and is at home */

SQL(clients_counted, "SELECT count(*) FROM (SELECT id FROM client LIMIT 6) AS few");
SQL(client_first, "SELECT id FROM client ORDER BY id LIMIT 1");
SQL(contact_first, "SELECT id FROM person WHERE role = 'contact' ORDER BY id LIMIT 1");
SQL(talk_first, "SELECT id FROM exchange ORDER BY id LIMIT 1");
SQL(recap_sent, "SELECT id FROM writing WHERE kind = 'recap' AND sent_at IS NOT NULL ORDER BY id LIMIT 1");
SQL(recap_draft, "SELECT id FROM writing WHERE kind = 'recap' AND state = 'draft' ORDER BY id LIMIT 1");
SQL(work_first, "SELECT id FROM mandate ORDER BY id LIMIT 1");
SQL(entente_sent,
    "SELECT id FROM writing WHERE kind = 'entente' AND sent_at IS NOT NULL ORDER BY id LIMIT 1");

static int64_t first_of(struct req *r, const struct sql *found)
{
	return db_int(r->c->db, found, 0, "");
}

struct first_step {
	const char *text, *why; /* English */
	bool done;
	const char *url;
};

static void step_view(struct req *r, struct view *v, const struct first_step *s, bool now)
{
	view_text(v, "text", tr(r->lang, s->text));
	view_text(v, "stands", s->done ? "done" : now ? "now" : "later");
	if (!now)
		return;
	view_text(v, "why", tr(r->lang, s->why));
	view_text(v, "url", s->url);
}

void first_view(struct req *r, struct view *v)
{
	int64_t client, work, draft;
	if (first_of(r, &clients_counted) > CLIENTS_MANY || first_of(r, &entente_sent))
		return;
	client = first_of(r, &client_first);
	work = first_of(r, &work_first);
	draft = first_of(r, &recap_draft);
	const char *note = arena_printf(r->c->arena, "/noter?client_id=%lld", (long long)client);
	const char *page = client ? path_of(r, &client_kind, client) : "/clients";
	const struct first_step steps[] = {
	    {N_("Add your first client"), N_("Their name is enough."), client, "/clients#new"},
	    {N_("Add whom you speak with there"),
		N_("With an address they have their own page, and your letters."),
		first_of(r, &contact_first), arena_printf(r->c->arena, "%s?volet=contacts#volet", page)},
	    {N_("Note a first talk"), N_("A meeting opens its recap by itself."), first_of(r, &talk_first),
		note},
	    {N_("Send what was understood"), N_("The client says whether that is it."),
		first_of(r, &recap_sent), draft ? path_of(r, &writing_kind, draft) : note},
	    {N_("Open an engagement"), N_("The need in their words, then how, when and for how much."), work,
		arena_printf(r->c->arena, "%s?volet=entente#volet", page)},
	    {N_("Send the agreement"), N_("Service and framework, on which both say yes."), false,
		work ? path_of(r, &mandate_kind, work) : page},
	};
	struct view *list = view_list(view_map(v, "first"), "steps");
	bool now = true;
	for (size_t i = 0; i < sizeof steps / sizeof steps[0]; i++) {
		step_view(r, view_add(list), &steps[i], now && !steps[i].done);
		now = now && steps[i].done;
	}
}
