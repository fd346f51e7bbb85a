/* Today: whom to call first and why, as a page; and what can be done to a row
 * besides doing it. */

#include "pages/pages.h"
#include "pages/delivery.h"
#include "pages/first.h"
#include "pages/rows.h"
#include "web/told.h"

/* Of clients given as a JSON array of ids. */
#define LISTED "SELECT value FROM json_each($1)"
#define LISTED_PG "SELECT CAST(value AS BIGINT) FROM json_array_elements_text(CAST($1 AS json))"
#define APPOINTMENTS(listed) \
	"SELECT " APPOINTMENT_COLUMNS " FROM exchange WHERE client_id IN (" listed ") AND at > $2 " \
	"AND planned = 1 AND cancelled_at IS NULL ORDER BY at, id LIMIT 200"
SQL2(appointments_on_list, APPOINTMENTS(LISTED), APPOINTMENTS(LISTED_PG));

/* The clients whose appointments to come help. */
static const char *clients_met_later(struct req *r, const struct today *t)
{
	json_t *ids = json_array();
	for (int i = 0; i < t->n; i++)
		if (t->row[i].is->beside == OR_LATER)
			json_array_append_new(ids, json_integer(t->row[i].client_id));
	return json_kept(r->c->arena, ids);
}

/* Which appointments come, for all of them at once. */
static const struct appointment *appointments_read_for(struct req *r, const struct today *t)
{
	return appointments_of(
	    r, db_query(r->c->db, &appointments_on_list, "ti", clients_met_later(r, t), r->c->now));
}

/* ---- the page --------------------------------------------------------------------- */

/* By enum band. */
static const char *const headings[] = {NULL, N_("Someone is waiting"), N_("Promised, not kept yet"),
    N_("To tell, to answer"), N_("Promises to keep"), N_("To follow up"), N_("To check"),
    N_("To look after")};

static void bands_view(struct req *r, struct view *v, const struct today *t)
{
	const struct appointment *appointments = appointments_read_for(r, t);
	struct view *bands = view_list(v, "bands"), *rows = NULL;
	for (int i = 0; i < t->n; i++) {
		enum band band = t->row[i].band;
		if (i == 0 || band != t->row[i - 1].band) {
			struct view *b = view_add(bands);
			view_text(b, "heading", tr(r->lang, headings[band]));
			view_int(b, "mark", (int)band);
			rows = view_list(b, "rows");
		}
		row_view(r, view_add(rows), &t->row[i], appointments);
	}
}

/* How much, and how much of it keeps somebody waiting. */
static const char *summary(struct req *r, const struct today *t)
{
	int all = t->n + t->more, waiting = 0;
	while (waiting < t->n && t->row[waiting].band == SOMEONE_WAITS)
		waiting++;
	if (all == 0)
		return NULL;
	if (all == 1)
		return tr(r->lang,
		    waiting ? N_("One thing today, and someone is waiting for it.") : N_("One thing today."));
	if (waiting == 0)
		return phrase(r, N_("%d things today."), all);
	if (waiting == 1)
		return phrase(r, N_("%d things today; someone is waiting for one of them."), all);
	return phrase(r, N_("%d things today; someone is waiting for %d of them."), all, waiting);
}

/* … and what just arrived, which counts as no row yet. */
static const char *with_arrived(struct req *r, const char *rows, const struct arrival *first)
{
	int n = 0;
	for (const struct arrival *one = first; one; one = one->next)
		n++;
	if (!n)
		return rows;
	const char *news = n == 1 ? tr(r->lang, N_("A message has just arrived."))
				  : phrase(r, N_("%d messages have just arrived."), n);
	return rows ? arena_printf(r->c->arena, "%s %s", rows, news) : news;
}

static void more_view(struct req *r, struct view *v, const struct today *t)
{
	if (t->more == 0)
		return;
	view_text(v, "more",
	    t->more == 1 ? tr(r->lang, N_("and one more")) : phrase(r, N_("and %d more"), t->more));
	view_text(
	    v, "more_url", arena_printf(r->c->arena, "/auj?tout=1&person_id=%lld", (long long)t->person_id));
}

static void meeting_view(struct req *r, struct view *v, const struct exchange *x, bool sheet)
{
	if (!x)
		return;
	const struct client *with = GET(r->c, client, x->client_id);
	struct view *meeting = view_map(v, "meeting");
	view_text(meeting, "time", said_near(r, x->at));
	view_text(meeting, "text",
	    x->subject ? arena_printf(r->c->arena, "%s, %s", with->name, x->subject) : with->name);
	const char *page = path_of(r, &exchange_kind, x->r.id);
	view_text(meeting, "url", sheet ? arena_printf(r->c->arena, "%s/fiche", page) : page);
}

static void empty_view(struct req *r, struct view *v, const struct today *t)
{
	const struct client *whom = t->empty_text ? GET(r->c, client, t->empty_client) : NULL;
	if (!whom)
		return;
	struct view *empty = view_map(v, "empty");
	view_text(empty, "text", t->empty_text);
	view_text(empty, "name", whom->name);
	view_text(empty, "url", path_of(r, &client_kind, whom->r.id));
	call_view(r, empty, contacts_of(r, whom->r.id));
}

/* Whose list: a lead may read anybody's. */
static int64_t person_asked(struct req *r)
{
	const char *asked = query_value(r, "person_id");
	const struct person *p = asked ? record_find(r->c, &person_kind, asked) : NULL;
	return p && r->who.role == LEAD && p->role != ROLE_CONTACT ? p->r.id : r->who.id;
}

void page_today(struct req *r)
{
	struct today *t = today_read(r->c, person_asked(r), query_value(r, "tout") != NULL);
	const char *date = date_said(r->c, r->c->today);
	struct view *v = page_begin(r, r->c->on_paper ? date : tr(r->lang, N_("Today")), "today");
	const struct named *team = staff_named(r->c);
	if (t->person_id != r->who.id)
		view_text(v, "whose", name_of(team, t->person_id));
	view_text(v, "day", date);
	view_text(v, "summary", r->c->on_paper ? NULL : with_arrived(r, summary(r, t), t->arrived));
	names_view(v, "people", team, t->person_id);
	view_flag(v, "others", r->who.role == LEAD);
	meeting_view(r, v, t->meeting, t->sheet);
	arrived_view(r, v, t->arrived);
	late_letters_view(r, v, 0, t->person_id);
	bands_view(r, v, t);
	more_view(r, v, t);
	first_view(r, v);
	empty_view(r, v, t);
	page_send(r, "today", v, 200);
}

/* ---- waiting, handing over, "still useful?" ------------------------------------------ */

void form_today(struct req *r)
{
	const char *next = arena_strdup(r->c->arena, input_value(r, "next"));
	json_object_del(r->input, "next"); /* no input of the row */
	struct refusal why;
	if (!today_change(r->c, r->arg[0], r->arg[1], r->input, true, &why)) {
		if (next)
			json_object_set_new(r->input, "next", json_string(next));
		answer_refusal(r, &why);
		return;
	}
	r->keep = true;
	answer_redirect(r, told_path(r, next ? next : "/auj", NULL, r->arg[1], 0));
}
