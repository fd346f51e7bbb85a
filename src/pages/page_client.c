/* One client: what waits, what is promised, what was said.  The busiest page
 * beside Today: each thing it names is read by one statement. */
#include <string.h>

#include "base/text.h"
#include "pages/delivery.h"
#include "pages/figures.h"
#include "pages/pages.h"
#include "pages/promises.h"
#include "rules/derived.h"
#include "rules/writing.h"
#include "pages/memory.h"
#include "pages/passing.h"
#include "pages/rows.h"
#include "pages/tabs.h"
#include "pages/year.h"
#include "web/record.h"

SELECT(open_promises, promise_kind, "WHERE client_id = $1 AND state = 'open' ORDER BY due, id LIMIT 200");
SELECT(ended_promises, promise_kind,
    "WHERE client_id = $1 AND state <> 'open' ORDER BY due DESC, id DESC LIMIT 50");
SELECT(matters_of_client, matter_kind, "WHERE client_id = $1 ORDER BY noticed_at DESC, id DESC LIMIT 200");
SQL(open_counts, "SELECT (SELECT count(*) FROM promise WHERE client_id = $1 AND state = 'open'), "
		 "(SELECT count(*) FROM matter WHERE client_id = $1 AND state = 'noticed')");

SQL(introduced_by, "SELECT id, name FROM client WHERE referred_by_client_id = $1 ORDER BY id LIMIT $2");

#define REACH_MAX 3
#define INTRODUCED_MAX 5

static struct around *around_read(struct req *r, const struct client *k)
{
	struct around *a = ARENA_NEW(r->c->arena, struct around);
	a->client = k;
	a->staff = staff_named(r->c);
	a->mandates = mandates_named(r, k->r.id);
	a->contacts = contacts_of(r, k->r.id);
	a->nahead = appointments_read(r->c, k->r.id, a->ahead, APPOINTMENTS_MAX);
	a->appointments = appointments_from(r, a->ahead, a->nahead);
	return a;
}

/* ---- the head of the page --------------------------------------------------------- */

static const char *state_text(struct req *r, const struct client *k)
{
	if (k->state != CLIENT_ACTIVE) /* which goes without saying */
		return choice_text(r, &client_kind, "state", k);
	return k->kind == CLIENT_INTERNAL ? tr(r->lang, N_("in-house client")) : NULL;
}

static void head_view(struct req *r, struct view *v, const struct around *a)
{
	const struct client *k = a->client;
	view_text(v, "name", k->name);
	bool said_below = k->state == CLIENT_PROSPECT && (k->referred_by_client_id || k->referred_by_text);
	view_text(v, "state_text", said_below ? NULL : state_text(r, k));
	named_link(
	    r, v, "responsible", name_of(a->staff, k->responsible_id), &person_kind, k->responsible_id);
	if (k->started_on)
		view_text(v, "since",
		    phrase(r, N_("client since %s"), say_month(r->c->arena, r->lang, k->started_on)));
	int64_t urgent = urgencies_of(r->c, k->r.id);
	if (urgent > 1)
		view_text(v, "urgencies",
		    phrase(r, N_("%d urgencies in %d days"), (int)urgent, (int)settings_of(r->c)->window_d));
	const struct client *by = GET(r->c, client, k->referred_by_client_id);
	if (by) {
		named_link(r, v, "referrer", by->name, &client_kind, by->r.id);
		view_text(v, "introduced", tr(r->lang, N_("introduced by")));
	} else if (k->referred_by_text) {
		view_text(v, "introduced", phrase(r, N_("introduced by %s"), k->referred_by_text));
	}
	view_flag(v, "can_thank", k->referred_at && !k->referral_thanked_at);
}

/* ---- what waits -------------------------------------------------------------------- */

static void waiting_view(struct req *r, struct view *v, const struct around *a)
{
	int n;
	const struct today_row *rows = today_of_client(r->c, a->client->r.id, &n);
	struct view *list = view_list(v, "rows");
	for (int i = 0; i < n; i++)
		row_view(r, view_add(list), &rows[i], a->appointments);
	const struct arrival *arrived = arrived_at_client(r->c, a->client->r.id);
	arrived_view(r, v, arrived);
	if (!late_letters_view(r, v, a->client->r.id, 0) && n == 0 && !arrived)
		view_text(v, "nothing_waits", tr(r->lang, N_("Nothing is waiting here.")));
}

/* ---- the short forms ------------------------------------------------------------------ */

/* These names stand at the top of the page, where every form finds them. */
static void forms_view(struct req *r, struct view *v, const struct around *a)
{
	view_flag(v, "quick", true);
	names_view(v, "people", a->staff, r->who.id);
	client_choices_view(v, a->mandates, a->contacts);
	exchange_form_view(r, v, "phone", "both");
	spoken_of_view(r, v, a->client->r.id, NULL);
	answer_view(r, v, a->client->r.id, NULL);
}

/* ---- the thread ------------------------------------------------------------------------- */

/* No sign of life is asked about, never concluded from. */
static const char *silent_text(struct req *r, const struct client *k, const struct exchange *last)
{
	int days = (int)(r->c->today - day_at(r->c, last->at));
	if (k->state != CLIENT_ACTIVE || days < settings_of(r->c)->silence_floor_d)
		return NULL;
	return phrase(r, N_("%d days without anything noted: is that so?"), days);
}

/* Noted since the working day before began: what it passed for is still fresh. */
static instant lately(struct req *r)
{
	const struct calendar *cal = &r->c->firm->calendar;
	return day_start(cal, working_days_before(cal, r->c->today, 1));
}

/* Where the thread begins: now, or where an older page or a week of the year asks. */
struct start {
	instant at; /* what is before it, or at it with a lower id; 0: all of it */
	int64_t id;
	day monday; /* of the week asked for; 0: none */
};

static struct start start_asked(struct req *r)
{
	const char *before = query_value(r, "avant"), *week = query_value(r, "semaine");
	const struct exchange *x = before ? record_find(r->c, &exchange_kind, before) : NULL;
	day d;
	if (x)
		return (struct start){.at = x->at, .id = x->r.id};
	if (!week || !day_parse(week, &d))
		return (struct start){0};
	return (struct start){
	    .at = day_start(&r->c->firm->calendar, monday_of(d) + 7), .monday = monday_of(d)};
}

static void thread_view(struct req *r, struct view *v, const struct around *a)
{
	const struct exchange *past[THREAD_PAGE + 1];
	const struct start from = start_asked(r);
	bool ahead = from.at > r->c->now; /* of a week that is not over, what is to come too */
	int n = thread_read(r->c, a->client->r.id, ahead ? 0 : from.at, from.id, past, THREAD_PAGE + 1);
	struct view *thread = view_map(v, "thread");
	struct thread t = {.days = view_list(thread, "days"),
	    .staff = a->staff,
	    .mandates = a->mandates,
	    .contacts = a->contacts,
	    .appointments = a->appointments,
	    .unnamed_answers = unnamed_answers_read(r, a->client->r.id, 0, lately(r))};
	if (from.monday)
		week_view(r, thread, a->client->r.id, from.monday);
	else if (!from.at)
		year_view(r, thread, a->client->r.id);
	for (int i = from.at && !ahead ? 0 : a->nahead; i > 0; i--)
		thread_add(r, &t, a->ahead[i - 1]);
	int shown = n < THREAD_PAGE ? n : THREAD_PAGE;
	struct thread_line *beside = ARENA_ARRAY(r->c->arena, struct thread_line, THREAD_LINES_MAX);
	int nbeside = thread_lines_read(r, a->client->r.id, from.at && !ahead ? from.at : r->c->now + 1,
		n > THREAD_PAGE ? past[shown - 1]->at : 0, beside),
	    next = 0;
	for (int i = 0; i < shown; i++) {
		while (next < nbeside && beside[next].at >= past[i]->at)
			thread_add_line(r, &t, &beside[next++]);
		thread_add(r, &t, past[i]);
	}
	while (next < nbeside)
		thread_add_line(r, &t, &beside[next++]);
	if (n > THREAD_PAGE)
		view_text(thread, "older_url",
		    arena_printf(r->c->arena, "/c/%lld?avant=%lld", (long long)a->client->r.id,
			(long long)past[THREAD_PAGE - 1]->r.id));
	if (n > 0 && !from.at)
		view_text(thread, "silent", silent_text(r, a->client, past[0]));
	if (!view_is_true(t.days))
		view_text(thread, "empty", tr(r->lang, N_("Nothing is noted with them yet.")));
}

/* ---- the other tabs ------------------------------------------------------------------------ */

static const char *promise_who(struct req *r, const struct promise *p, const struct around *a)
{
	const char *name = name_of(a->staff, p->person_id);
	for (const struct contact *one = a->contacts; one && !name; one = one->next)
		name = one->id == p->person_id ? one->name : NULL;
	return name ? first_name(r->c->arena, name) : NULL;
}

static void promise_view(struct req *r, struct view *v, const struct promise *p, const struct around *a)
{
	view_text(v, "text", p->text);
	view_text(v, "url", path_of(r, &promise_kind, p->r.id));
	view_text(v, "due_text", p->state == PROMISE_OPEN ? said_date(r, p->due) : promise_stands(r, p));
	view_text(v, "who", promise_who(r, p, a));
}

static void promises_tab(struct req *r, struct view *v, const struct around *a)
{
	struct view *tab = view_map(v, "promises"), *ours = view_list(tab, "ours"),
		    *theirs = view_list(tab, "theirs");
	foreach (r->c, promise, p, &open_promises, "i", a->client->r.id)
		promise_view(r, view_add(p->side == OURS ? ours : theirs), p, a);
	struct view *ended = NULL;
	foreach (r->c, promise, p, &ended_promises, "i", a->client->r.id) {
		if (!ended)
			ended = view_list(view_map(tab, "kept"), "items");
		promise_view(r, view_add(ended), p, a);
	}
}

static const char *matter_when(struct req *r, const struct matter *m)
{
	if (m->closed_at && m->state == MATTER_CLOSED)
		return phrase(r, N_("closed, %s"), said_near(r, m->closed_at));
	if (m->told_at)
		return phrase(r, N_("told, %s"), said_near(r, m->told_at));
	if (m->state == MATTER_DROPPED)
		return tr(r->lang, N_("not told"));
	return phrase(r, N_("to be told since %s"), said_near(r, m->noticed_at));
}

static void matters_tab(struct req *r, struct view *v, const struct around *a)
{
	struct view *items = view_list(view_map(v, "matters"), "items");
	foreach (r->c, matter, m, &matters_of_client, "i", a->client->r.id) {
		struct view *i = item_view(r, items, matter_title(r->c, m), &matter_kind, m->r.id);
		view_text(i, "nature", choice_text(r, &matter_kind, "nature", m));
		view_text(i, "when", matter_when(r, m));
	}
}

static void contacts_tab(struct req *r, struct view *v, const struct around *a)
{
	struct view *tab = view_map(v, "contacts_tab"), *items = view_list(tab, "items");
	for (const struct contact *one = a->contacts; one; one = one->next) {
		struct view *i = view_add(items);
		view_text(i, "name", one->name);
		view_text(i, "url", path_of(r, &person_kind, one->id));
		view_text(i, "phone", one->phone);
		view_text(i, "tel", one->rung);
		view_text(i, "email", one->email);
	}
	choices_view(r, tab, "languages", choices_of(&person_kind, "lang"),
	    a->client->lang == IN_ENGLISH ? "en" : "fr");
}

enum { THREAD, AGREED, PROMISES, MATTERS, DECISIONS, WHYS, MOMENTS, PORTRAIT, CONTACTS, TABS };

static const struct {
	const char *name, *title;
	tab_view *view;
} tabs[TABS] = {
    [THREAD] = {"fil", N_("Thread"), thread_view},
    [AGREED] = {"entente", N_("Agreement"), agreed_tab},
    [PROMISES] = {"promesses", N_("Promises"), promises_tab},
    [MATTERS] = {"a-dire", N_("To tell"), matters_tab},
    [DECISIONS] = {"decisions", N_("Decisions"), decisions_tab},
    [WHYS] = {"pourquoi", N_("Whys"), whys_tab},
    [MOMENTS] = {"moments", N_("Moments"), moments_tab},
    [PORTRAIT] = {"portrait", N_("Picture"), portrait_tab},
    [CONTACTS] = {"contacts", N_("Contacts"), contacts_tab},
};

static int64_t how_many(const struct named *all)
{
	int64_t n = 0;
	for (; all; all = all->next)
		n += !all->over;
	return n;
}

static int64_t how_many_contacts(const struct contact *all)
{
	int64_t n = 0;
	for (; all; all = all->next)
		n += !all->over;
	return n;
}

static void tabs_view(struct req *r, struct view *v, const struct around *a)
{
	const char *asked = query_value(r, "volet");
	int open = THREAD;
	for (int i = 0; i < TABS; i++)
		if (asked && strcmp(tabs[i].name, asked) == 0)
			open = i;
	int64_t count[TABS] = {[AGREED] = how_many(a->mandates), [CONTACTS] = how_many_contacts(a->contacts)};
	db_one(
	    db_query(r->c->db, &open_counts, "i", a->client->r.id), "ii", &count[PROMISES], &count[MATTERS]);
	struct view *list = view_list(v, "tabs");
	for (int i = 0; i < TABS; i++) {
		struct view *t = view_add(list);
		view_text(t, "text", tr(r->lang, tabs[i].title));
		view_text(t, "url",
		    arena_printf(
			r->c->arena, "/c/%lld?volet=%s#volet", (long long)a->client->r.id, tabs[i].name));
		view_text(
		    t, "count", count[i] ? arena_printf(r->c->arena, "%lld", (long long)count[i]) : NULL);
		view_text(t, "current", i == open ? "page" : "");
	}
	tabs[open].view(r, v, a);
}

/* ---- beside -------------------------------------------------------------------------------------- */

/* Whom they brought to us (E5): where they came from stands at the head. */
static void introduced_view(struct req *r, struct view *v, const struct around *a)
{
	struct view *list = view_list(v, "introduced_us_to");
	struct db_query *q =
	    db_query(r->c->db, &introduced_by, "ii", a->client->r.id, (int64_t)INTRODUCED_MAX);
	const char *name;
	int64_t id;
	while (db_row(q, "it", &id, &name))
		item_view(r, list, name, &client_kind, id);
}

static void beside_view(struct req *r, struct view *v, const struct around *a)
{
	figures_view(r, v, a->client->r.id);
	const struct exchange *next = a->nahead ? a->ahead[0] : NULL;
	if (next) {
		link_view(v, "next", appointment_text(r, next->at, next->channel),
		    path_of(r, &exchange_kind, next->r.id));
		place_view(r, v, "next_place", next->place);
	}
	memory_view(r, v, a->client->r.id);
	introduced_view(r, v, a);
	if (a->contacts)
		reach_view(r, view_list(view_map(v, "reach"), "people"), a->contacts, REACH_MAX);
	struct view *manage = view_map(v, "manage");
	record_view(r, manage, &client_kind, a->client);
	view_flag(manage, "can_activate", a->client->state != CLIENT_ACTIVE);
}

void page_client(struct req *r)
{
	const struct client *k = r->rec;
	const struct around *a = around_read(r, k);
	struct view *v = page_begin(r, k->name, "clients");
	view_int(v, "client_id", k->r.id);
	head_view(r, v, a);
	waiting_view(r, v, a);
	empathy_view(r, v, k->r.id);
	passage_view(r, v, &client_kind, k);
	forms_view(r, v, a);
	tabs_view(r, v, a);
	beside_view(r, v, a);
	page_send(r, "client", v, 200);
}
