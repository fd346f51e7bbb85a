/* The shared wheel: how often the client decided, alone or with us, and whether
 * tasks were asked about before they began (model 5.9; F13–14). */
#include "rules/decision.h"
#include "rules/derived.h"

/* Put to them or settled within the window. */
SELECT(decisions_of_late, decision_kind,
    "WHERE client_id = $1 AND state <> 'cancelled' AND (asked_at > $2 OR chosen_at > $2) ORDER BY id");

struct share {
	int k, n;
};

/* Asked before the task began; it may not have begun yet. */
static bool asked_in_time(struct ctx *c, const struct decision *d)
{
	const struct promise *task = GET(c, promise, link_of(d->about_id, &promise_kind));
	return d->asked_at && (!task || !task->task_started_at || d->asked_at < task->task_started_at);
}

void steering_json(struct ctx *c, const void *rec, struct jw *out)
{
	const struct client *of = rec;
	struct share shared = {0}, before = {0};
	instant since = c->now - settings_of(c)->window_d * DAY_SECONDS;
	struct db_query *q = db_query(c->db, &decisions_of_late, "ii", of->r.id, since);
	const struct decision *d;
	while ((d = record_next(c, &decision_kind, q))) {
		bool task = d->about == ABOUT_TASK, in_time = !task || asked_in_time(c, d);
		if (task) {
			before.n++;
			before.k += in_time;
		}
		if (d->chosen_at > since) {
			shared.n++;
			shared.k += d->chosen_by != CHOSEN_BY_US && in_time;
		}
	}
	jw_object(out);
	jw_key(out, "shared");
	jw_object(out);
	ratio_json(shared.k, shared.n, out);
	jw_text_of(out, "text", say_ratio(c->arena, c->lang, shared.k, shared.n));
	jw_end_object(out);
	jw_key(out, "before");
	jw_object(out);
	jw_int_of(out, "k", before.k);
	jw_int_of(out, "n", before.n);
	jw_end_object(out);
	jw_end_object(out);
}
