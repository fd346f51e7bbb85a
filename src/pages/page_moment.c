/* Moments: wins to celebrate, stumbles to learn from, little extras, times out of
 * the frame (R6.1–R6.5, R7.1–R7.2).  A stumble looks for findings, not culprits,
 * and ends with a solution that somebody promised. */

#include "pages/pages.h"
#include "pages/promises.h"
#include "rules/hints.h"
#include "rules/moment.h"
#include "pages/tabs.h"
#include "web/forms.h"
#include "web/record.h"
#include "web/told.h"

SELECT(moments_of_client, moment_kind, "WHERE client_id = $1 ORDER BY happened_on DESC, id DESC LIMIT 100");
SELECT(promises_of_moment, promise_kind, "WHERE source = $1 ORDER BY due, id LIMIT 50");

const char *moment_when(struct req *r, const struct moment *m)
{
	if (m->done_on)
		return phrase(r, m->kind == SETBACK ? N_("looked back on, %s") : N_("done %s"),
		    said_date(r, m->done_on));
	if (m->planned_on)
		return phrase(r, N_("planned for %s"), said_date(r, m->planned_on));
	return said_date(r, m->happened_on);
}

void moments_tab(struct req *r, struct view *v, const struct around *a)
{
	struct view *tab = view_map(v, "moments"), *items = view_list(tab, "items");
	foreach (r->c, moment, m, &moments_of_client, "i", a->client->r.id) {
		struct view *i = item_view(r, items, m->title, &moment_kind, m->r.id);
		view_text(i, "what", choice_text(r, &moment_kind, "kind", m));
		view_text(i, "when", moment_when(r, m));
	}
}

/* ---- the page of one ---------------------------------------------------------------- */

static void solutions_view(struct req *r, struct view *v, const struct moment *m)
{
	struct view *list = view_list(v, "solutions");
	foreach (r->c, promise, p, &promises_of_moment, "i", link_to(&moment_kind, m->r.id))
		promise_item(r, list, p);
}

#define EARLIER_MAX 20

/* When it happened again, what was promised the time before is looked at again (R6.5). */
static void earlier_view(struct req *r, struct view *v, const struct matter *m)
{
	const struct promise *before[EARLIER_MAX];
	int n = m && m->recurs_of_id ? setback_solutions(r->c, m->recurs_of_id, before, EARLIER_MAX) : 0;
	struct view *list = view_list(v, "earlier");
	for (int i = 0; i < n; i++)
		promise_item(r, list, before[i]);
}

static const char *again_text(struct req *r, const struct moment *m)
{
	int64_t n = moment_happened_again(r->c, m);
	if (n == 0)
		return NULL;
	return n == 1 ? tr(r->lang, N_("It happened again once since."))
		      : phrase(r, N_("It happened again %d times since."), (int)n);
}

static void stumble_view(struct req *r, struct view *v, const struct moment *m)
{
	if (m->kind != SETBACK)
		return;
	const struct named *team = staff_named(r->c);
	struct view *stumble = view_map(v, "stumble");
	texts_view(stumble, "findings", json_of(r->c->arena, m->findings));
	solutions_view(r, stumble, m);
	earlier_view(r, stumble, GET(r->c, matter, m->matter_id));
	names_view(stumble, "people", team, r->who.id);
	view_text(stumble, "again", again_text(r, m));
}

void page_moment(struct req *r)
{
	const struct moment *m = r->rec;
	const struct matter *about = GET(r->c, matter, m->matter_id);
	struct view *v = page_begin(r, m->title, NULL);
	view_int(v, "id", m->r.id);
	view_text(v, "title", m->title);
	around_view(r, v, m->client_id, m->mandate_id, 0);
	view_text(v, "what", choice_text(r, &moment_kind, "kind", m));
	view_text(v, "when", moment_when(r, m));
	view_text(v, "form", m->form);
	record_view(r, v, &moment_kind, m);
	view_text(v, "reaction", m->client_reaction);
	bool again = running_clock(r->c, &moment_kind, m->r.id, CLOCK_D3_AGAIN) != NULL;
	view_flag(v, "to_do", !m->done_on || again);
	view_flag(v, "comes_back", again);
	view_flag(v, "is_win", m->kind == WIN);
	view_text(v, "planned_on", date_text(r, m->planned_on));
	const struct exchange *met = GET(r->c, exchange, m->exchange_id);
	if (met)
		link_view(v, "met", exchange_named(r, met), path_of(r, &exchange_kind, met->r.id));
	if (about)
		link_view(v, "about", matter_title(r->c, about), path_of(r, &matter_kind, about->r.id));
	view_text(v, "last_form", m->done_on ? NULL : moment_last_form_said(r->c, m));
	stumble_view(r, v, m);
	history_view(r, v, &moment_kind, m->r.id);
	page_send(r, "moment", v, 200);
}

/* ---- a time out of the frame --------------------------------------------------------- */

static void copy_input(struct req *r, json_t *to, const char *name, const char *as)
{
	const char *value = input_value(r, name);
	if (value && *value)
		json_object_set_new(to, as, json_string(value));
}

/* R7.2: an appointment without an agenda, and the moment that it is. */
void form_meetup(struct req *r)
{
	const struct client *k = r->rec;
	json_t *x = json_pack("{s:I, s:s, s:s, s:b}", "client_id", (json_int_t)k->r.id, "channel",
	    "in_person", "direction", "both", "planned", 1);
	static const char *const parts[] = {"at", "minutes", "place"};
	for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++)
		copy_input(r, x, parts[i], parts[i]);
	copy_input(r, x, "title", "subject");
	struct outcome o;
	if (!form_does(r, &exchange_kind, "create", NULL, x, &o))
		return;
	const struct exchange *appointment = o.rec;
	json_t *m = json_pack("{s:I, s:s, s:I, s:s}", "client_id", (json_int_t)k->r.id, "kind", "meetup",
	    "exchange_id", (json_int_t)appointment->r.id, "planned_on",
	    date_text(r, day_at(r->c, appointment->at)));
	copy_input(r, m, "title", "title");
	if (!form_does(r, &moment_kind, "create", NULL, m, &o))
		return;
	r->keep = true;
	int64_t id = outcome_id(&o);
	answer_redirect(r, told_path(r, path_of(r, &moment_kind, id), &moment_kind, "create", id));
}
