/* The thread of one client: what was said, promised and told, by time (model 6,
 * P9). */
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "rules/decision.h"
#include "rules/derived.h"
#include "rules/writing.h"

SELECT_ONLY(thread_page, exchange_kind,
    "client_id mandate_id at channel direction planned contact_ids our_person_id subject text needs_reply "
    "answered_at "
    "parked_to_id waived_at tags urgent_said cancelled_at minutes deliver seen letter_failed_at "
    "letter_left_at",
    "WHERE client_id = $1 AND (at, id) < ($2, $3) ORDER BY at DESC, id DESC LIMIT $4");
SELECT(coming_appointments, exchange_kind,
    "WHERE client_id = $1 AND at > $2 AND planned = 1 AND cancelled_at IS NULL ORDER BY at, id LIMIT $3");
SELECT(timeline_exchanges, exchange_kind,
    "WHERE client_id = $1 AND at BETWEEN $2 AND $3 ORDER BY at DESC, id DESC LIMIT 5000");
SELECT(timeline_promises, promise_kind, "WHERE client_id = $1 ORDER BY id LIMIT 5000");
SELECT(timeline_matters, matter_kind, "WHERE client_id = $1 ORDER BY id LIMIT 5000");
SELECT(
    timeline_writings, writing_kind, "WHERE client_id = $1 AND sent_at IS NOT NULL ORDER BY id LIMIT 5000");
SELECT(timeline_decisions, decision_kind, "WHERE client_id = $1 ORDER BY id LIMIT 5000");

int thread_read(
    struct ctx *c, int64_t client, instant before_at, int64_t before_id, const struct exchange **ret, int max)
{
	int n = 0;
	foreach (c, exchange, x, &thread_page, "iiii", client, before_at ? before_at : c->now,
	    before_at ? before_id : INT64_MAX, (int64_t)max)
		ret[n++] = x;
	return n;
}

int appointments_read(struct ctx *c, int64_t client, const struct exchange **ret, int max)
{
	int n = 0;
	foreach (c, exchange, x, &coming_appointments, "iii", client, c->now, (int64_t)max)
		ret[n++] = x;
	return n;
}

/* ---- the timeline --------------------------------------------------------------- */

#define EVENTS_MAX 20000
#define AROUND_DAYS 30 /* before and after a problem */

struct events {
	struct ctx *c;
	int n;
	struct event *event;
	instant from, to;
};

static void add(
    struct events *e, const struct kind *k, const void *rec, instant at, const char *what, const char *text)
{
	if (!at || at < e->from || at > e->to || e->n == EVENTS_MAX || !record_visible(e->c, k, rec))
		return;
	e->event[e->n++] = (struct event){at, k, ((const struct record *)rec)->id, what, text};
}

static void add_exchanges(struct events *e, int64_t client)
{
	foreach (e->c, exchange, x, &timeline_exchanges, "iii", client, e->from, e->to)
		add(e, &exchange_kind, x, x->at,
		    x->cancelled_at                   ? "cancelled"
		    : x->planned && x->at > e->c->now ? "appointment"
						      : "exchange",
		    x->subject);
}

static void add_promises(struct events *e, int64_t client)
{
	const struct calendar *cal = &e->c->firm->calendar;
	foreach (e->c, promise, p, &timeline_promises, "i", client) {
		bool later = p->shared_at && e->c->who.role == CONTACT; /* to them it was said only then */
		add(e, &promise_kind, p, later ? p->shared_at : p->r.created_at, "promised", p->text);
		add(e, &promise_kind, p, day_end(cal, p->judged_due), "due", p->text);
		add(e, &promise_kind, p, p->done_at, "done", p->text);
		add(e, &promise_kind, p, p->dropped_at, "dropped", p->text);
	}
}

static void add_matters(struct events *e, int64_t client)
{
	foreach (e->c, matter, m, &timeline_matters, "i", client) {
		bool raised = m->noticed_by_side == THEIRS, contact = e->c->who.role == CONTACT;
		const char *title = matter_title(e->c, m);
		title = contact ? matter_for_client(e->c, m, title) : title;
		if (raised || !contact) /* before it was told, a client learns nothing */
			add(e, &matter_kind, m, m->noticed_at, raised ? "raised" : "noticed", title);
		if (!raised && !contact)
			add(e, &matter_kind, m, m->found_by_client_at, "found", title);
		add(e, &matter_kind, m, m->told_at, "told", title);
		add(e, &matter_kind, m, m->closed_at, "closed", title);
	}
}

/* What became of a writing, by its state. */
static const char *answer_given(const struct writing *w)
{
	return w->state == WRITING_CORRECTED ? "corrected"
	       : w->state == WRITING_TACIT   ? "tacit"
					     : "confirmed";
}

static void add_writings(struct events *e, int64_t client)
{
	foreach (e->c, writing, w, &timeline_writings, "i", client) {
		const char *title = writing_title(e->c, w);
		add(e, &writing_kind, w, w->sent_at, "sent", title);
		add(e, &writing_kind, w, w->answered_at, answer_given(w), title);
	}
}

static void add_decisions(struct events *e, int64_t client)
{
	foreach (e->c, decision, d, &timeline_decisions, "i", client) {
		add(e, &decision_kind, d, d->asked_at, "asked", d->question);
		add(e, &decision_kind, d, d->chosen_at, "chosen", d->question);
	}
}

static int compare(int64_t a, int64_t b)
{
	return (a > b) - (a < b);
}

static int by_time(const void *x, const void *y)
{
	const struct event *a = x, *b = y;
	int order = compare(a->at, b->at);
	if (order == 0)
		order = compare(a->kind->number, b->kind->number);
	if (order == 0)
		order = compare(a->id, b->id);
	return order ? order : strcmp(a->what, b->what);
}

static void event_json(struct ctx *c, const struct event *e, struct jw *out)
{
	jw_object(out);
	instant_json(c, e->at, jw_key(out, "at"));
	jw_text_of(out, "kind", e->kind->name);
	id_json(c, e->kind, e->id, jw_key(out, "id"));
	jw_text_of(out, "what", e->what);
	jw_text_of(out, "text", e->text);
	jw_end_object(out);
}

int timeline_read(struct ctx *c, int64_t client, const struct matter *around, const struct event **ret)
{
	struct events e = {.c = c, .event = ARENA_ARRAY(c->arena, struct event, EVENTS_MAX)};
	e.to = INT64_MAX;
	if (around) {
		bool knows = c->who.role != CONTACT || around->noticed_by_side == THEIRS;
		e.from = (knows ? around->noticed_at : around->told_at) - AROUND_DAYS * DAY_SECONDS;
		e.to = (around->closed_at ? around->closed_at : c->now) + AROUND_DAYS * DAY_SECONDS;
	}
	add_exchanges(&e, client);
	add_promises(&e, client);
	add_matters(&e, client);
	add_writings(&e, client);
	add_decisions(&e, client);
	qsort(e.event, (size_t)e.n, sizeof e.event[0], by_time);
	*ret = e.event;
	return e.n;
}

void timeline_json(
    struct ctx *c, int64_t client, const struct matter *around, const char *cursor, int limit, struct jw *out)
{
	const struct event *event;
	int n = timeline_read(c, client, around, &event);
	int from = cursor ? (int)strtol(cursor, NULL, 10) : 0;
	int to = from < 0 || from > n ? 0 : from + limit < n ? from + limit : n;
	jw_object(out);
	jw_array(jw_key(out, "items"));
	for (int i = from < 0 ? 0 : from; i < to; i++)
		event_json(c, &event[i], out);
	jw_end_array(out);
	jw_text_of(out, "next", to > 0 && to < n ? arena_printf(c->arena, "%d", to) : NULL);
	jw_end_object(out);
}
