/* The pages of one record: a promise, something to tell, an engagement.  Each
 * says how it stands in a sentence, then what can be done about it. */
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "web/thread.h"

SELECT(open_promises_of_mandate, promise_kind,
    "WHERE client_id = $1 AND mandate_id = $2 AND state = 'open' ORDER BY due, id LIMIT 200");
SQL(minutes_of_mandate,
    "SELECT sum(minutes) FROM exchange WHERE mandate_id = $1 AND cancelled_at IS NULL AND at <= $2");

#define TITLE_MAX 80
#define CALLS_MAX 3
#define MOVES_SHOWN_MAX 50
#define EDITS_SHOWN_MAX 50

/* ---- what the three share ------------------------------------------------------- */

static const char *said_person(struct req *r, int64_t id)
{
	const struct person *p = GET(r->c, person, id);
	return p ? p->name : NULL;
}

static void named_link(struct view *v, const char *key, const char *name, const char *url)
{
	if (!name)
		return;
	struct view *link = view_map(v, key);
	view_text(link, "name", name);
	view_text(link, "url", url);
}

/* The client, the engagement and the person that a record is about. */
static void around_view(
    struct req *r, struct view *v, int64_t client_id, int64_t mandate_id, int64_t person_id)
{
	const struct client *client = GET(r->c, client, client_id);
	const struct mandate *mandate = GET(r->c, mandate, mandate_id);
	if (client) {
		view_int(v, "client_id", client_id);
		view_text(v, "client_name", client->name);
	}
	if (mandate)
		named_link(v, "mandate", mandate->title, path_of(r, &mandate_kind, mandate_id));
	named_link(
	    v, "who", said_person(r, person_id), person_id ? path_of(r, &person_kind, person_id) : NULL);
}

static const char *date_input(struct req *r, day d)
{
	return d ? day_text(r->c->arena, d) : NULL;
}

/* ---- promise -------------------------------------------------------------------- */

static const char *how_far(struct req *r, day due)
{
	day away = due - r->c->today;
	if (away == 0)
		return tr(r->lang, N_("that is today"));
	if (away == 1)
		return tr(r->lang, N_("that is tomorrow"));
	if (away == -1)
		return tr(r->lang, N_("that was yesterday"));
	return phrase(r, away > 0 ? N_("in %d days") : N_("%d days ago"), (int)llabs(away));
}

static const char *promised_by(const struct promise *p)
{
	if (!p->client_id)
		return N_("Between us, for");
	return p->side == OURS ? N_("We promised it for") : N_("The client promised it for");
}

static const char *how_it_ended(struct req *r, const struct promise *p)
{
	const struct zone *z = &r->c->firm->calendar.zone;
	if (p->state == PROMISE_DONE)
		return phrase(r, promise_kept(r->c, p) ? N_("kept %s") : N_("done %s, after its date"),
		    said_date(r, zone_day(z, p->done_at)));
	if (p->state == PROMISE_DROPPED)
		return phrase(r, N_("let go %s"), said_date(r, zone_day(z, p->dropped_at)));
	return p->task_started_at ? phrase(r, N_("under way since %s"), said_near(r, p->task_started_at))
				  : NULL;
}

static void moves_view(struct req *r, struct view *v, const struct promise *p)
{
	struct promise_move moves[MOVES_SHOWN_MAX];
	int n = promise_moves_read(r->c, p, moves, MOVES_SHOWN_MAX);
	struct view *list = view_list(v, "moves");
	for (int i = 0; i < n; i++) {
		struct view *m = view_add(list);
		view_text(m, "when", said_near(r, moves[i].at));
		view_text(m, "from", said_date(r, moves[i].old_due));
		view_text(m, "to", said_date(r, moves[i].new_due));
		view_text(m, "reason", moves[i].reason);
		view_text(m, "agreed", moves[i].agreed ? tr(r->lang, N_("with their agreement")) : NULL);
	}
	view_flag(v, "has_moves", n > 0);
	if (n == 1)
		view_text(v, "moved", tr(r->lang, N_("moved once")));
	else if (n > 1)
		view_text(v, "moved", phrase(r, N_("moved %d times"), promise_move_count(p)));
}

/* Its date comes near, and nobody said yet that it holds. */
static bool asks_whether_tenable(struct req *r, const struct promise *p)
{
	struct clock_row clocks[CLOCKS_MAX];
	int n = clocks_of(r->c, &promise_kind, p->r.id, clocks, CLOCKS_MAX);
	for (int i = 0; i < n; i++)
		if (strcmp(clocks[i].type, "b2") == 0 && !clocks[i].stopped && clocks[i].shows <= r->c->now)
			return r->c->today < p->due;
	return false;
}

/* What can be done while it is open. */
static void open_promise_view(struct req *r, struct view *v, const struct promise *p)
{
	bool ours = p->side == OURS;
	view_flag(v, "open", true);
	view_flag(v, "ours", ours);
	view_flag(v, "can_start", ours && !p->task_started_at);
	view_flag(v, "can_be_stuck", ours && p->client_id);
	view_flag(v, "ask_on_track", asks_whether_tenable(r, p));
	view_text(v, "first", day_text(r->c->arena, r->c->today));
	view_text(v, "due_date", day_text(r->c->arena, p->due));
	names_view(v, "people", staff_named(r), 0);
	int64_t that_week = ours ? promises_that_week(r->c, p->person_id, p->due) : 0;
	if (that_week >= LOAD_HINT_FROM)
		view_text(
		    v, "load", phrase(r, N_("%d promises that week already: realistic?"), (int)that_week));
	if (ours && p->shared)
		exchanges_view(r, view_map(v, "choose_exchange"), "exchanges", p->client_id, p->r.created_at);
	struct view *form = view_map(v, "form");
	view_flag(form, "deliverable", p->deliverable);
	view_flag(form, "can_share", p->client_id && !p->shared);
}

void page_promise(struct req *r)
{
	const struct promise *p = record_find(r->c, &promise_kind, r->arg[0]);
	if (!p) {
		answer_code(r, "not_found");
		return;
	}
	struct view *v = page_begin(r, text_short(r->c->arena, p->text, TITLE_MAX), NULL);
	view_int(v, "id", p->r.id);
	view_text(v, "text", p->text);
	around_view(r, v, p->client_id, p->mandate_id, p->person_id);
	view_text(v, "side_text", tr(r->lang, promised_by(p)));
	view_text(v, "due", said_date(r, p->due));
	view_text(v, "kept_text", how_it_ended(r, p));
	if (p->acknowledged_at)
		view_text(v, "acknowledged", phrase(r, N_("received, %s"), said_near(r, p->acknowledged_at)));
	view_flag(v, "can_acknowledge", p->state == PROMISE_DONE && p->side == THEIRS && !p->acknowledged_at);
	moves_view(r, v, p);
	if (p->state == PROMISE_OPEN) {
		if (p->due != r->c->today)
			view_text(v, "due_text", how_far(r, p->due));
		open_promise_view(r, v, p);
	}
	history_view(r, v, &promise_kind, p->r.id);
	page_send(r, "promise", v, 200);
}

/* ---- something to tell ------------------------------------------------------------ */

/* Until when it is to be told; 0: no such clock runs. */
static instant to_tell_before(struct req *r, const struct matter *m)
{
	struct clock_row clocks[CLOCKS_MAX];
	int n = clocks_of(r->c, &matter_kind, m->r.id, clocks, CLOCKS_MAX);
	for (int i = 0; i < n; i++)
		if (!clocks[i].stopped &&
		    (strcmp(clocks[i].type, "a1") == 0 || strcmp(clocks[i].type, "a1c") == 0 ||
			strcmp(clocks[i].type, "c11") == 0))
			return clocks[i].due;
	return 0;
}

/* Of the same day the hour alone is enough: "Noted at 11." */
static const char *noted(struct req *r, const struct matter *m)
{
	const struct zone *z = &r->c->firm->calendar.zone;
	const char *when = said_near(r, m->noticed_at);
	if (zone_day(z, m->noticed_at) != r->c->today)
		return phrase(
		    r, m->noticed_by_side == THEIRS ? N_("The client said so %s.") : N_("Noted %s."), when);
	return phrase(r, m->noticed_by_side == THEIRS ? N_("The client said so at %s.") : N_("Noted at %s."),
	    arena_strndup(r->c->arena, when, strcspn(when, " "))); /* without am, pm */
}

static const char *what_to_do(struct req *r, const struct matter *m)
{
	instant before = m->state == MATTER_NOTICED ? to_tell_before(r, m) : 0;
	if (!before)
		return "";
	bool over = before <= r->c->now;
	const char *when = said_near(r, before);
	if (m->noticed_by_side == THEIRS)
		return over ? tr(r->lang, N_("They are waiting for our call."))
			    : phrase(r, N_("They are waiting for our call before %s."), when);
	if (m->nature == PROBLEM)
		return over ? tr(r->lang,
				  N_("To be told by voice now: a problem heard from us weighs less than one "
				     "found alone."))
			    : phrase(r,
				  N_("To be told by voice before %s: a problem heard from us weighs less "
				     "than one "
				     "found alone."),
				  when);
	if (m->nature == BAD_NEWS)
		return over ? tr(r->lang, N_("To be told now, by us."))
			    : phrase(r, N_("To be told before %s, by us."), when);
	return over ? tr(r->lang, N_("Still worth telling."))
		    : phrase(r, N_("Worth telling before %s."), when);
}

static const char *matter_state(struct req *r, const struct matter *m)
{
	if (m->state == MATTER_TOLD)
		return tr(r->lang, N_("told"));
	return m->state == MATTER_DROPPED ? tr(r->lang, N_("let go")) : NULL;
}

static void told_view(struct req *r, struct view *v, const struct matter *m)
{
	const struct exchange *x = GET(r->c, exchange, m->told_in_id);
	if (!x)
		return;
	const char *text = phrase(r, N_("Told: %s, %s of working time after it was noticed."),
	    said_near(r, m->told_at), say_hours(r->c->arena, r->lang, matter_latency_seconds(r->c, m)));
	link_view(v, "told", text, path_of(r, &exchange_kind, x->r.id));
}

static const char *found_text(struct req *r, const struct matter *m)
{
	if (!m->found_by_client_at || m->noticed_by_side == THEIRS)
		return NULL;
	return phrase(r, N_("The client found out before hearing it from us: %s."),
	    said_near(r, m->found_by_client_at));
}

static void edits_view(struct req *r, struct view *v, const struct matter *m)
{
	struct noticed_edit edits[EDITS_SHOWN_MAX];
	int n = matter_edits_read(m, edits, EDITS_SHOWN_MAX);
	struct view *list = view_list(v, "edits");
	for (int i = 0; i < n; i++) {
		struct view *e = view_add(list);
		view_text(e, "when", said_near(r, edits[i].at));
		view_text(e, "old", said_near(r, edits[i].old));
		view_text(e, "new", said_near(r, edits[i].new));
	}
	view_flag(v, "has_edits", n > 0);
}

/* Where it was told, spoken of, followed up: a new exchange, or one on record. */
static void in_exchange_view(
    struct req *r, struct view *v, const char *key, const struct matter *m, const char *verb)
{
	struct view *way = view_map(v, key);
	view_text(way, "note_url",
	    arena_printf(r->c->arena, "/noter?client_id=%lld&then=matters/%lld/%s", (long long)m->client_id,
		(long long)m->r.id, verb));
	struct view *known = view_map(way, "choose_exchange");
	if (!exchanges_view(r, known, "exchanges", m->client_id, m->noticed_at))
		view_flag(way, "choose_exchange", false);
}

static void matter_ways_view(struct req *r, struct view *v, const struct matter *m)
{
	bool untold = m->state == MATTER_NOTICED, told = m->state == MATTER_TOLD;
	const char *now = as_minute(r, r->c->now);
	if (untold || m->voice_owed)
		reach_view(
		    r, view_list(view_map(v, "call"), "people"), contacts_of(r, m->client_id), CALLS_MAX);
	if (untold)
		in_exchange_view(r, v, "can_tell", m, "tell");
	if (m->voice_owed)
		in_exchange_view(r, v, "voice_owed", m, "speak");
	if (told) {
		in_exchange_view(r, v, "can_news", m, "news");
		view_text(v, "first", day_text(r->c->arena, r->c->today));
	}
	if (untold && m->noticed_by_side == OURS && !m->found_by_client_at)
		view_text(view_map(v, "can_found"), "now", now);
	if (m->state != MATTER_DROPPED)
		view_text(view_map(v, "noticed"), "value", as_minute(r, m->noticed_at));
	view_flag(v, "can_drop", untold && m->nature != PROBLEM);
}

static void matter_form_view(struct req *r, struct view *v, const struct matter *m)
{
	struct view *form = view_map(v, "form");
	view_text(form, "title", m->title);
	view_text(form, "body", m->body);
	view_text(form, "category", m->category);
	view_text(form, "our_part", m->our_part);
	view_text(form, "update_due", date_input(r, m->update_due));
	view_flag(form, "superior_decision", m->superior_decision);
	view_text(form, "superior_reason", m->superior_reason);
	choices_view(
	    r, form, "severities", severities, arena_printf(r->c->arena, "%lld", (long long)m->severity));
	choices_view(r, form, "causes", causes, causes[m->cause - 1].value);
}

void page_matter(struct req *r)
{
	const struct matter *m = record_find(r->c, &matter_kind, r->arg[0]);
	if (!m) {
		answer_code(r, "not_found");
		return;
	}
	const struct promise *p = GET(r->c, promise, m->promise_id);
	struct view *v = page_begin(r, m->title, NULL);
	view_int(v, "id", m->r.id);
	around_view(r, v, m->client_id, m->mandate_id, in_charge(r->c, m->client_id, m->mandate_id));
	view_text(v, "nature_text", choice_text(r, natures, m->nature));
	view_text(v, "state_text", matter_state(r, m));
	view_text(v, "quiet_text", matter_quiet_text(r->c, m));
	view_text(v, "noticed_text", arena_printf(r->c->arena, "%s %s", noted(r, m), what_to_do(r, m)));
	told_view(r, v, m);
	view_text(v, "found_text", found_text(r, m));
	if (p)
		link_view(v, "promise", p->text, path_of(r, &promise_kind, p->r.id));
	if (m->update_due)
		view_text(v, "next_news", said_date(r, m->update_due));
	view_text(v, "body", m->body);
	view_text(v, "our_part", m->our_part);
	matter_ways_view(r, v, m);
	matter_form_view(r, v, m);
	edits_view(r, v, m);
	history_view(r, v, &matter_kind, m->r.id);
	page_send(r, "matter", v, 200);
}

/* ---- engagement ------------------------------------------------------------------- */

/* NULL: nothing to say yet. */
static const char *const mandate_states[] = {NULL, N_("running"), N_("all handed over"), N_("closed")};

/* "18 400 CAD", "18,400.50 CAD" */
static const char *price_text(struct req *r, const struct mandate *m)
{
	if (m->price_cents == NO_NUMBER)
		return NULL;
	const char *whole = say_number(r->c->arena, r->lang, m->price_cents / 100);
	int cents = (int)(m->price_cents % 100);
	if (cents)
		whole = arena_printf(r->c->arena, "%s%c%02d", whole, r->lang == LANG_FR ? ',' : '.', cents);
	return arena_printf(r->c->arena, "%s\u00a0%s", whole, m->currency);
}

/* What an input takes back: "18400", "18400.50". */
static const char *price_input(struct req *r, int64_t cents)
{
	if (cents == NO_NUMBER)
		return NULL;
	return cents % 100
		   ? arena_printf(r->c->arena, "%lld.%02d", (long long)(cents / 100), (int)(cents % 100))
		   : arena_printf(r->c->arena, "%lld", (long long)(cents / 100));
}

static const char *hours_input(struct req *r, int64_t minutes)
{
	return minutes == NO_NUMBER ? NULL : arena_printf(r->c->arena, "%.10g", (double)minutes / 60);
}

static const char *minutes_text(struct req *r, const struct mandate *m)
{
	int64_t spent = db_int(r->c->db, &minutes_of_mandate, 0, "ii", m->r.id, r->c->now);
	const char *said_spent = say_hours(r->c->arena, r->lang, spent * 60);
	if (m->budget_minutes != NO_NUMBER)
		return phrase(r, N_("%s of exchanges, of %s planned"), said_spent,
		    say_hours(r->c->arena, r->lang, m->budget_minutes * 60));
	return spent ? phrase(r, N_("%s of exchanges"), said_spent) : NULL;
}

static const char *busy_text(struct req *r, const struct mandate *m)
{
	if (!m->busy_from)
		return m->busy_to ? phrase(r, N_("until %s"), said_date(r, m->busy_to)) : NULL;
	if (!m->busy_to)
		return phrase(r, N_("starting %s"), said_date(r, m->busy_from));
	return phrase(r, N_("from %s to %s"), said_date(r, m->busy_from), said_date(r, m->busy_to));
}

static void mandate_promises_view(
    struct req *r, struct view *v, const struct mandate *m, const struct named *team)
{
	struct view *list = view_list(v, "promises");
	struct db_query *q = db_query(r->c->db, &open_promises_of_mandate, "ii", m->client_id, m->r.id);
	const struct promise *p;
	while ((p = record_next(r->c, &promise_kind, q))) {
		struct view *one = view_add(list);
		view_text(one, "text", p->text);
		view_text(one, "url", path_of(r, &promise_kind, p->r.id));
		view_text(one, "due_text", said_date(r, p->due));
		view_text(
		    one, "by", p->side == OURS ? name_of(team, p->person_id) : tr(r->lang, N_("the client")));
	}
	view_flag(v, "has_promises", view_is_true(list));
}

static void mandate_form_view(struct req *r, struct view *v, const struct mandate *m)
{
	struct view *form = view_map(v, "form");
	view_text(form, "title", m->title);
	view_text(form, "need", m->need);
	view_text(form, "need_said_by", m->need_said_by);
	view_text(form, "how", m->how);
	view_text(form, "when_due", date_input(r, m->when_due));
	view_text(form, "price", price_input(r, m->price_cents));
	view_text(form, "currency", m->currency);
	view_text(form, "budget_hours", hours_input(r, m->budget_minutes));
	view_text(form, "strategy", m->strategy);
	view_text(form, "busy_from", date_input(r, m->busy_from));
	view_text(form, "busy_to", date_input(r, m->busy_to));
}

void page_mandate(struct req *r)
{
	const struct mandate *m = record_find(r->c, &mandate_kind, r->arg[0]);
	if (!m) {
		answer_code(r, "not_found");
		return;
	}
	const struct named *team = staff_named(r);
	struct view *v = page_begin(r, m->title, NULL);
	view_int(v, "id", m->r.id);
	view_text(v, "name", m->title);
	around_view(r, v, m->client_id, 0, m->responsible_id);
	const char *state = mandate_states[m->state - 1];
	view_text(v, "state_text", state ? tr(r->lang, state) : NULL);
	view_text(v, "need", m->need);
	view_text(v, "need_said_by", m->need_said_by);
	view_text(v, "need_text",
	    m->need_confirmed_at ? phrase(r, N_("confirmed, %s"), said_near(r, m->need_confirmed_at))
				 : tr(r->lang, N_("not confirmed yet")));
	view_text(v, "how", m->how);
	view_text(v, "when_due_text", m->when_due ? said_date(r, m->when_due) : NULL);
	view_text(v, "price_text", price_text(r, m));
	view_text(v, "strategy", m->strategy);
	view_text(v, "busy_text", busy_text(r, m));
	view_text(v, "minutes_text", minutes_text(r, m));
	mandate_promises_view(r, v, m, team);
	names_view(v, "people", team, 0);
	mandate_form_view(r, v, m);
	history_view(r, v, &mandate_kind, m->r.id);
	page_send(r, "mandate", v, 200);
}
