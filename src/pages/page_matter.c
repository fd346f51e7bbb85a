/* The page of something to tell: its steps, what is special about it, what
 * surrounds it in time (P9), and the other things that can be done. */
#include <string.h>

#include "base/text.h"
#include "pages/pages.h"
#include "portal/as_read.h"
#include "rules/derived.h"
#include "rules/edits.h"
#include "pages/steps.h"
#include "web/record.h"

#define EDITS_SHOWN_MAX 50
#define EVENTS_OPEN 12
#define EVENTS_SHOWN 100

/* ---- beside: what is special, and what surrounds it ---------------------------------------------- */

/* R3.4: what an idea did for them, in their words. */
static void echo_view(struct req *r, struct view *list, const struct matter *m)
{
	static const char *const eased[] = {
	    NULL, N_("They say that it eased their work."), N_("They say that it did not ease their work.")};
	static const char *const stood_out[] = {NULL, N_("They say that it helped them stand out."),
	    N_("They say that it did not help them stand out.")};
	if (m->eased)
		fact_view(list, tr(r->lang, eased[m->eased]), NULL);
	if (m->stood_out)
		fact_view(list, tr(r->lang, stood_out[m->stood_out]), NULL);
	if (m->echo_text)
		fact_view(list, phrase(r, N_("“%s”"), m->echo_text), NULL);
}

static void remarks_view(struct req *r, struct view *v, const struct affair *a)
{
	const struct matter *m = a->matter;
	struct view *list = view_list(v, "remarks");
	if (m->first_ever)
		fact_view(list,
		    tr(r->lang, N_("First time: never before a problem with this client. A lead knows.")),
		    NULL);
	if (m->kept_quiet_at)
		fact_view(list, matter_quiet_text(r->c, m), NULL);
	const struct matter *before = GET(r->c, matter, m->recurs_of_id);
	if (before)
		fact_view(list, phrase(r, N_("It happened again: “%s”"), matter_title(r->c, before)),
		    path_of(r, &matter_kind, before->r.id));
	if (m->double_deviation)
		fact_view(list,
		    tr(r->lang, N_("Twice the client was let down on this: a lead looks at it too.")), NULL);
	fact_view(list, loops_text(r, m), NULL);
	echo_view(r, list, m);
	if (matter_is_negative(m) && m->noticed_by_side == OURS && !m->told_at && !m->found_by_client_at)
		fact_view(list,
		    phrase(r, N_("Ours to know alone for %s of working time."),
			say_hours(r->c->arena, r->lang, matter_latency_seconds(r->c, m))),
		    NULL);
	if (m->superior_reason)
		fact_view(list, phrase(r, N_("Why it was decided so: %s"), m->superior_reason), NULL);
}

static const char *sent_said(struct req *r, int64_t writing)
{
	static const char *const how[] = {[WENT_BY_LETTER] = N_("Sent"),
	    [WENT_BY_HAND] = N_("Given by hand"),
	    [WENT_NOT] = N_("Written; no letter of it left")};
	return tr(r->lang, how[writing_went(r, GET(r->c, writing, writing))]);
}

static const char *event_said(struct req *r, const struct event *e)
{
	static const struct {
		const char *what, *said;
	} sayings[] = {{"appointment", N_("Appointment")}, {"cancelled", N_("Appointment cancelled")},
	    {"promised", N_("Promised")}, {"due", N_("For that day")}, {"done", N_("Done")},
	    {"dropped", N_("Let go")}, {"raised", N_("Raised by the client")}, {"noticed", N_("Noticed")},
	    {"found", N_("The client found out")}, {"told", N_("Told")}, {"closed", N_("Closed")},
	    {"confirmed", N_("Confirmed")}, {"corrected", N_("Corrected by the client")},
	    {"tacit", N_("Tacit agreement")}, {"asked", N_("Put on the client’s page")},
	    {"chosen", N_("Chosen")}};
	for (size_t i = 0; i < sizeof sayings / sizeof sayings[0]; i++)
		if (strcmp(sayings[i].what, e->what) == 0)
			return tr(r->lang, sayings[i].said);
	if (strcmp(e->what, "sent") == 0)
		return sent_said(r, e->id);
	return exchange_how(r, GET(r->c, exchange, e->id));
}

static void event_view(struct req *r, struct view *v, const struct event *e)
{
	view_text(v, "said", event_said(r, e));
	view_text(v, "text", e->text ? text_short(r->c->arena, e->text, 90) : tr(r->lang, N_("See")));
	view_text(v, "url", path_of(r, e->kind, e->id));
}

/* Days and what happened on them; the matter's own steps say the rest. */
static void days_view(struct req *r, struct view *days, const struct event *from, const struct event *to,
    const struct matter *m)
{
	struct view *items = NULL;
	day last = 0;
	for (const struct event *e = from; e < to; e++) {
		day d = day_at(r->c, e->at);
		if (e->kind == &matter_kind && e->id == m->r.id)
			continue;
		if (!items || d != last) {
			struct view *one = view_add(days);
			view_text(one, "day", said_date(r, d));
			items = view_list(one, "items");
			last = d;
		}
		event_view(r, view_add(items), e);
	}
}

/* What surrounds it by time (P9): the latest in sight, what came before folded. */
static void events_view(struct req *r, struct view *v, const struct matter *m)
{
	const struct event *event;
	int n = timeline_read(r->c, m->client_id, m, &event);
	int open = n > EVENTS_OPEN ? n - EVENTS_OPEN : 0, first = n > EVENTS_SHOWN ? n - EVENTS_SHOWN : 0;
	struct view *around = view_map(v, "around"), *earlier = view_list(around, "earlier");
	days_view(r, earlier, event + first, event + open, m);
	days_view(r, view_list(around, "days"), event + open, event + n, m);
}

/* ---- the other ways ---------------------------------------------------------------------------------- */

static void edits_view(struct req *r, struct view *v, const struct matter *m)
{
	struct hour_edit edits[EDITS_SHOWN_MAX];
	int n = edits_read(r->c, m->noticed_edits, edits, EDITS_SHOWN_MAX);
	struct view *list = view_list(v, "edits");
	for (int i = 0; i < n; i++) {
		struct view *e = view_add(list);
		view_text(e, "when", said_near(r, edits[i].at));
		view_text(e, "old", said_near(r, edits[i].old));
		view_text(e, "new", said_near(r, edits[i].new));
	}
}

static void ways_view(struct req *r, struct view *v, const struct affair *a)
{
	const struct matter *m = a->matter;
	bool over = m->state == MATTER_CLOSED || m->state == MATTER_DROPPED;
	if (m->told_at && !over) {
		in_exchange_view(r, v, "can_news", m, "news");
		view_text(v, "first", day_text(r->c->arena, r->c->today));
	}
	if (m->state != MATTER_DROPPED)
		view_text(view_map(v, "noticed"), "value", as_minute(r, m->noticed_at));
	view_flag(v, "can_drop", m->state == MATTER_NOTICED && m->nature != PROBLEM);
	view_flag(
	    v, "can_ask_reason", m->nature == PROBLEM && !over && !m->superior_reason && !m->reason_asked_at);
	view_flag(v, "can_give_reason",
	    r->who.role == LEAD && !over && m->superior_decision && !m->superior_reason);
	view_flag(v, "can_reopen", m->state == MATTER_CLOSED);
}

void page_matter(struct req *r)
{
	const struct matter *m = r->rec;
	const struct affair *a = affair_read(r, m);
	const struct promise *p = GET(r->c, promise, m->promise_id);
	struct view *v = page_begin(r, matter_title(r->c, m), NULL);
	view_int(v, "id", m->r.id);
	around_view(r, v, m->client_id, m->mandate_id, in_charge(r->c, m->client_id, m->mandate_id));
	view_text(v, "nature_text", choice_text(r, &matter_kind, "nature", m));
	view_text(
	    v, "state_text", m->state == MATTER_NOTICED ? NULL : choice_text(r, &matter_kind, "state", m));
	view_text(v, "body", a->now <= TOLD ? m->body : NULL);
	if (p)
		link_view(v, "promise", p->text, path_of(r, &promise_kind, p->r.id));
	if (m->update_due)
		view_text(v, "next_news", said_date(r, m->update_due));
	steps_view(r, v, a);
	remarks_view(r, v, a);
	events_view(r, v, m);
	ways_view(r, v, a);
	record_view(r, v, &matter_kind, m);
	edits_view(r, v, m);
	history_view(r, v, &matter_kind, m->r.id);
	page_send(r, "matter", v, 200);
}
