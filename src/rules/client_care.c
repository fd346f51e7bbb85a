/* The clocks e1, e2 and e5 · extra of a client, as facts of what was said and done. */
#include "rules/care.h"
#include "rules/portrait.h"
#include "rules/rhythm.h"

SQL(extras_done,
    "SELECT id, done_on, done_at FROM moment WHERE client_id = $1 AND kind IN ('extra', 'meetup') "
    "AND done_on IS NOT NULL ORDER BY done_on DESC, id DESC LIMIT $2");

struct clock *care_clock(
    const struct client *k, int type, instant starts, instant stopped, struct clocks *out)
{
	if (!starts || (stopped && stopped <= starts))
		return NULL;
	struct clock *clock = clock_add(out, type, k->responsible_id, starts);
	clock->by_day = true;
	clock->stopped = stopped;
	return clock;
}

static instant from_day(const struct ctx *c, day d)
{
	return d ? day_start(&c->firm->calendar, d) : 0;
}

/* ---- e1: silent for unusually long (R2.2) ----------------------------------------- */

static void silence_clock(struct ctx *c, const struct client *k, day works, const struct quiet *s,
    instant until, struct clocks *out)
{
	day from = quiet_unusual_from(c, s);
	care_clock(k, CLOCK_E1, from_day(c, from && from < works ? works : from), until, out);
}

static void e1(struct ctx *c, const struct client *k, day works, struct clocks *out)
{
	struct quiet now = quiet_read(c, k->r.id, BEFORE_NOTHING);
	if (!works || !now.heard.id)
		return;
	struct quiet before = quiet_read(c, k->r.id, now.heard.at);
	silence_clock(c, k, works, &before, now.heard.at, out);
	silence_clock(c, k, works, &now, 0, out);
}

/* ---- e2: no voice for long, or a thread that goes on without one (R1.4, R1.5) -------- */

/* While a thread that nobody broke is within the window; starts 0: none is. */
struct unbroken {
	instant starts, ends;
};

static struct unbroken threads_unbroken(struct ctx *c, int64_t client, instant from, instant to)
{
	int64_t window = settings_of(c)->window_d * DAY_SECONDS;
	struct unbroken ret = {0};
	struct talk t =
	    talk_read(c, client, to && to - window > from ? to - window : from, to ? to : BEFORE_NOTHING);
	for (; t.n > 0 && t.said[0].at <= t.said[t.n - 1].at - window; t.n--)
		t.said++;
	const struct long_thread *found;
	for (int n = long_threads(c, &t, &found); n > 0; n--, found++) {
		if (!found->unspoken_at)
			continue;
		ret.starts = sooner(ret.starts, found->unspoken_at);
		ret.ends = found->at + window > ret.ends ? found->at + window : ret.ends;
	}
	return ret;
}

/* Between two times that somebody spoke; until 0: nobody has since.  A thread says so
 * until it is long ago, or no voice at all is. */
static void unspoken_clocks(
    struct ctx *c, const struct client *k, day works, instant spoke, instant until, struct clocks *out)
{
	instant missed = works ? from_day(c, voice_missed_from(c, spoke, works)) : 0;
	struct unbroken thread = threads_unbroken(c, k->r.id, spoke, until);
	instant ends = sooner(thread.ends, missed);
	bool over = (missed && missed <= thread.starts) || (until && ends <= until);
	struct clock *clock = over ? NULL : care_clock(k, CLOCK_E2, thread.starts, until, out);
	if (clock && !until)
		clock->ends = ends;
	care_clock(k, CLOCK_E2, missed, until, out);
}

static void e2(struct ctx *c, const struct client *k, day works, struct clocks *out)
{
	struct last_time spoke = voice_before(c, k->r.id, BEFORE_NOTHING);
	if (spoke.id)
		unspoken_clocks(c, k, works, voice_before(c, k->r.id, spoke.at).at, spoke.at, out);
	unspoken_clocks(c, k, works, spoke.at, 0, out);
}

/* ---- e5 · extra: now and then more than was agreed (R7.1) ------------------------------ */

static int extras_read(struct ctx *c, int64_t client, struct extra *ret, int max)
{
	int n = 0;
	struct extra e;
	struct db_query *q = db_query(c->db, &extras_done, "ii", client, (int64_t)max);
	while (db_row(q, "iii", &e.id, &e.done_on, &e.done_at))
		ret[n++] = e;
	return n;
}

bool extra_last(struct ctx *c, int64_t client, struct extra *ret)
{
	return extras_read(c, client, ret, 1) > 0;
}

day extra_missed_from(const struct ctx *c, const struct client *k, day done_on)
{
	return done_on ? done_on + settings_of(c)->extra_every_d + 1 : k->started_on + NEW_CLIENT_D;
}

static void e5_extra(struct ctx *c, const struct client *k, struct clocks *out)
{
	struct extra done[2] = {0};
	if (extras_read(c, k->r.id, done, 2) > 0)
		care_clock(k, CLOCK_E5_EXTRA, from_day(c, extra_missed_from(c, k, done[1].done_on)),
		    done[0].done_at, out);
	care_clock(k, CLOCK_E5_EXTRA, from_day(c, extra_missed_from(c, k, done[0].done_on)), 0, out);
}

void client_care(struct ctx *c, const struct client *k, struct clocks *out)
{
	if ((k->state != CLIENT_ACTIVE && k->state != CLIENT_TRANSITION) || !k->started_on)
		return;
	day works = works_since(c, k->r.id);
	e1(c, k, works, out);
	e2(c, k, works, out);
	e5_extra(c, k, out);
}

const char *care_held_back_by(struct ctx *c, int64_t client, int type)
{
	if (type != CLOCK_E5_EXTRA && type != CLOCK_E5_IDEAS)
		return NULL;
	const struct client *k = GET(c, client, client);
	return portrait_hurts(c, k, "R4") ? "R4" : portrait_hurts(c, k, "R5") ? "R5" : NULL;
}
