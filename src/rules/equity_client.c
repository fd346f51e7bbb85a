/* What stands behind one client's figures in "the same treatment": each message and how
 * long it waited, each promise that was moved, each chaser and what was owed. */
#include <math.h>
#include <stdlib.h>

#include "base/stats.h"
#include "rules/chasers.h"
#include "rules/equity_parts.h"

#define SHOWN_MAX 200 /* of each, the latest; the figures count all */

SQL(messages_of, "SELECT id, at, answered_at, parked_at, answered_by_id, urgent_said FROM exchange "
		 "WHERE client_id = $1 AND needs_reply = 1 AND at > $2 AND at <= $3 AND direction = 'in' "
		 "ORDER BY at DESC, id DESC");
SELECT_ONLY(promises_moved_of, promise_kind, "moves",
    "WHERE client_id = $1 AND moved_on >= $2 AND side = 'us' AND shared = 1 ORDER BY id DESC LIMIT $3");

static const char *waited_text(struct ctx *c, const struct message *m, bool counts, int64_t seconds)
{
	const char *wait = wait_said(c, 2 * seconds);
	if (!counts)
		return tr(c->lang, N_("not counted yet: its answer is not due"));
	if (m->parked && (!m->answered || m->parked < m->answered))
		return phrased(c, N_("put on an agenda after %s"), wait);
	return phrased(c, m->answered ? N_("answered after %s") : N_("waiting for %s"), wait);
}

static void message_json(
    struct ctx *c, int64_t id, const struct message *m, bool counts, int64_t seconds, struct jw *out)
{
	jw_object(out);
	jw_int_of(out, "exchange_id", id);
	instant_json(c, m->at, jw_key(out, "at"));
	jw_number(jw_key(out, "wh"), counts ? (double)seconds / HOUR_SECONDS : NAN, 4);
	jw_text_of(out, "text", waited_text(c, m, counts, seconds));
	jw_end_object(out);
}

static void messages_json(struct ctx *c, int64_t client, struct jw *out)
{
	struct message m = {.client_id = client};
	struct bag waits = {0};
	int64_t id, window = settings_of(c)->fair_window_d;
	int shown = 0;
	struct db_query *q =
	    db_query(c->db, &messages_of, "iii", client, c->now - window * DAY_SECONDS, c->now);
	jw_array(jw_key(out, "messages"));
	while (db_row(q, "iiiiii", &id, &m.at, &m.answered, &m.parked, &m.answered_by, &m.urgent)) {
		int64_t seconds = 0;
		bool counts = message_waited(c, &m, &seconds);
		if (counts)
			bag_add(c, &waits, seconds);
		if (shown++ < SHOWN_MAX)
			message_json(c, id, &m, counts, seconds, out);
	}
	jw_end_array(out);
	struct wait w = bag_wait(&waits);
	jw_int_of(out, "n", w.n);
	jw_number(jw_key(out, "median_wh"), w.n ? hours_of_twice(w.twice) : NAN, 4);
	jw_text_of(out, "text",
	    w.n == 0 ? tr(c->lang, N_("Not known yet: no message of theirs had to be answered."))
	    : w.n == 1
		? phrased(c, N_("1 message, which waited %s."), wait_said(c, w.twice))
		: phrased(c, N_("%d messages; half of them waited %s or less."), w.n, wait_said(c, w.twice)));
	jw_text_of(out, "over", phrased(c, N_("Over the last %d days, in working hours."), (int)window));
}

static void moved_json(struct ctx *c, int64_t client, struct jw *out)
{
	instant since = window_began(c);
	jw_array(jw_key(out, "moved"));
	foreach (c, promise, p, &promises_moved_of, "iii", client, day_at(c, since), (int64_t)SHOWN_MAX) {
		int n = promise_moves_since(c, p, since);
		if (n == 0)
			continue;
		jw_object(out);
		jw_int_of(out, "promise_id", p->r.id);
		jw_int_of(out, "n", n);
		jw_text_of(out, "text",
		    n == 1 ? tr(c->lang, N_("moved once")) : phrased(c, N_("moved %d times"), n));
		jw_end_object(out);
	}
	jw_end_array(out);
}

static const char *owed_text(const struct chaser *x)
{
	return x->kind == &exchange_kind  ? N_("a message of theirs had no answer yet")
	       : x->kind == &promise_kind ? N_("a promise of ours had passed its date")
					  : N_("a problem was not told yet, or not decided");
}

static void chasers_of_json(struct ctx *c, int64_t client, struct jw *out)
{
	const struct chaser *all;
	int shown = 0;
	jw_array(jw_key(out, "chasers"));
	for (int i = chasers_read(c, &all); i > 0 && shown < SHOWN_MAX; i--) {
		const struct chaser *x = &all[i - 1];
		if (x->client_id != client)
			continue;
		shown++;
		jw_object(out);
		jw_int_of(out, "exchange_id", x->exchange_id);
		instant_json(c, x->at, jw_key(out, "at"));
		jw_text_of(out, "kind", x->kind->name);
		jw_int_of(out, "id", x->id);
		jw_text_of(out, "text", tr(c->lang, owed_text(x)));
		jw_end_object(out);
	}
	jw_end_array(out);
}

void client_equity_json(struct ctx *c, const void *rec, struct jw *out)
{
	const struct client *of = rec;
	jw_object(out);
	jw_int_of(out, "client_id", of->r.id);
	jw_int_of(out, "window_d", settings_of(c)->fair_window_d);
	messages_json(c, of->r.id, out);
	moved_json(c, of->r.id, out);
	chasers_of_json(c, of->r.id, out);
	jw_end_object(out);
}
