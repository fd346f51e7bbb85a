/* The look of the week: each Monday everybody is shown one of the engagements they
 * are in charge of, the one whose conditions were looked at longest ago (T21).
 *
 *   Monday 00:00: chosen → looked at (one of its conditions was ticked)
 *                        → the week ends, and another Monday chooses again */
#include "rules/care.h"
#include "rules/conditions.h"

/* What was put to the client counts as looked at then. */
SQL(least_looked_at,
    "SELECT m.id FROM mandate m JOIN term t ON t.mandate_id = m.id WHERE m.responsible_id = $1 "
    "AND m.state = 'running' AND t.kind <> 'expectation' AND t.state IN ('proposed', 'agreed', 'met', "
    "'missing') GROUP BY m.id ORDER BY max(coalesce(t.checked_at, t.told_at, 0)), m.id LIMIT 1");
SQL(first_look, "SELECT min(checked_at) FROM term WHERE mandate_id = $1 AND checked_at >= $2");

const char *conditions_in_place(struct ctx *c, const struct mandate *m)
{
	const struct conditions *all = conditions_read(c, m);
	int n = all->nin_place + all->nmissing + all->npending;
	return phrased(c, N_("%s in place"), say_ratio(c->arena, c->lang, all->nin_place, n));
}

void e7(struct ctx *c, const struct mandate *m, struct clocks *out)
{
	if (!m->look_since || m->state != MANDATE_RUNNING)
		return;
	struct clock *k = clock_add(out, CLOCK_E7, m->responsible_id, m->look_since);
	k->ends = day_start(&c->firm->calendar, day_at(c, m->look_since) + 7);
	k->stopped = db_int(c->db, &first_look, 0, "ii", m->r.id, m->look_since);
}

void week_clock(struct ctx *c, const struct person *p, struct clocks *out)
{
	if (!person_is_staff(c, p))
		return;
	instant since = p->week_at ? p->week_at : p->r.created_at;
	day next = monday_of(day_at(c, since)) + 7;
	clock_add(out, RING_WEEK, 0, since)->due = day_start(&c->firm->calendar, next);
}

void week_begins(struct act *a)
{
	struct person *p = a->rec;
	p->week_at = a->ctx->now;
	struct mandate *m = EDIT(a, mandate, db_int(a->ctx->db, &least_looked_at, 0, "i", p->r.id));
	if (!m)
		return;
	m->look_since = a->ctx->now;
	record_save(a, &mandate_kind, m);
}
