/* The clocks of a matter: to tell, to say by voice, to give news; then of a
 * problem: to propose, to adjust, to verify, and always one next thing (api.md
 * 4; P1, P2, P16–P19, R4.3, R4.4). */
#include "rules/decision.h"
#include "rules/matter.h"
#include "rules/moment.h"
#include "rules/writing.h"

SELECT(promises_next, promise_kind, "WHERE id = $1 OR source IN ($2, $3)");
SQL(matters_naming, "SELECT id FROM matter WHERE promise_id = $1");
SQL(writings_ended, "SELECT max(coalesce(answered_at, unanswered_at)) FROM writing WHERE about = $1");
SQL(decisions_ended, "SELECT max(cancelled_at) FROM decision WHERE about_id = $1");
SQL(shown_to_leads,
    "SELECT id FROM matter WHERE $1 = 'lead' AND reason_asked_at IS NOT NULL AND reason_given_at IS NULL "
    "UNION SELECT id FROM matter WHERE $1 = 'lead' AND double_deviation = 1 AND state <> 'closed' "
    "UNION SELECT id FROM matter WHERE $1 = 'lead' AND first_ever = 1 AND state NOT IN ('closed', "
    "'dropped')");

#define REASON_WH 8
#define CALL_WD 5 /* asked, and silent that long: a call */
#define SAY_WD 5  /* chosen, and no promise will tell that it is done */

/* ---- to tell ------------------------------------------------------------------------- */

static instant ended(const struct matter *m)
{
	return m->told_at ? m->told_at : m->dropped_at;
}

/* a1: a problem or bad news of ours; sooner once the client has found out. */
static void a1(struct ctx *c, const struct matter *m, int64_t owner, struct clocks *out)
{
	const struct settings *f = settings_of(c);
	struct clock *k = clock_add(out, CLOCK_A1, owner, m->noticed_at);
	k->due = hours_after(c, m->noticed_at, m->nature == PROBLEM ? f->tell_problem_wh : f->tell_bad_wh);
	instant found =
	    m->found_by_client_at ? hours_after(c, m->found_by_client_at, f->tell_problem_wh) : k->due;
	if (found < k->due)
		k->due = found;
	k->stopped = ended(m);
}

/* a1c: the client raised it; call. */
static void a1c(struct ctx *c, const struct matter *m, int64_t owner, struct clocks *out)
{
	struct clock *k = clock_add(out, CLOCK_A1C, owner, m->noticed_at);
	k->due = hours_after(c, m->noticed_at, settings_of(c)->tell_problem_wh);
	k->stopped = ended(m);
}

/* c11: good news and ideas are worth telling too. */
static void c11(struct ctx *c, const struct matter *m, int64_t owner, struct clocks *out)
{
	int64_t wd = m->nature == IDEA ? settings_of(c)->tell_idea_wd : settings_of(c)->tell_good_wd;
	struct clock *k = clock_add(out, CLOCK_C11, owner, m->noticed_at);
	k->due = hours_after(c, m->noticed_at, wd * WORKING_DAY);
	k->stopped = ended(m);
}

/* R4.4 */
static void quiet(struct ctx *c, const struct matter *m, struct clocks *out)
{
	bool ours = matter_is_negative(m) && m->noticed_by_side == OURS;
	if (m->severity != 1 || m->kept_quiet_at || ended(m) || !ours)
		return;
	struct clock *k = clock_add(out, RING_QUIET, 0, m->noticed_at);
	k->due = hours_after(c, m->noticed_at, QUIET_WD * WORKING_DAY);
	if (k->due < m->r.created_at)
		k->due = m->r.created_at;
}

/* a3: told in writing; the voice is still owed (P2). */
static void a3(struct ctx *c, const struct matter *m, int64_t owner, struct clocks *out)
{
	if (!m->voice_owed && !m->spoken_at)
		return;
	struct clock *k = clock_add(out, CLOCK_A3, owner, m->told_at);
	k->due = hours_after(c, m->told_at, settings_of(c)->voice_owed_wh);
	k->stopped = m->spoken_at;
}

/* ---- news, and always one next thing --------------------------------------------------- */

static void b3_one(struct ctx *c, day d, instant stopped, int64_t owner, struct clocks *out)
{
	instant starts = day_start(&c->firm->calendar, d);
	if (stopped && stopped < starts)
		return;
	struct clock *k = clock_add(out, CLOCK_B3, owner, starts);
	k->by_day = true;
	k->due = day_end(&c->firm->calendar, d);
	k->stopped = stopped;
}

/* b3: news were announced for that day; returns when the last were given. */
static instant b3(struct ctx *c, const struct matter *m, int64_t owner, struct clocks *out)
{
	json_t *news = json_of(c->arena, m->news);
	instant last = 0;
	for (size_t i = 0; i < json_array_size(news); i++) {
		const json_t *one = json_array_get(news, i);
		day d = json_integer_value(json_object_get(one, "due"));
		last = json_integer_value(json_object_get(one, "at"));
		if (d)
			b3_one(c, d, last, owner, out);
	}
	instant over = m->state == MATTER_DROPPED  ? m->dropped_at
		       : m->state == MATTER_CLOSED ? m->closed_at
						   : 0;
	if (m->update_due)
		b3_one(c, m->update_due, over, owner, out);
	return last;
}

/* A next thing whose end nobody knows yet: news announced, an answer of the
 * client's, a verification to come. */
static bool something_comes(struct ctx *c, const struct matter *m)
{
	return m->update_due || (m->state == MATTER_APPLIED && !m->rated_at) ||
	       writing_awaits_client(c, &matter_kind, m->r.id) ||
	       decision_awaits_client(c, &matter_kind, m->r.id);
}

/* Promises about it, made for it, or made by what was decided: an open one lasts
 * to the end of its day. */
static instant last_promise_ended(struct ctx *c, const struct matter *m)
{
	const struct decision *d = decision_of_problem(c, m->r.id);
	instant last = 0;
	foreach (c, promise, p, &promises_next, "iii", m->promise_id, link_to(&matter_kind, m->r.id),
	    d ? link_to(&decision_kind, d->r.id) : 0)
		last = later(last, p->state == PROMISE_OPEN ? day_end(&c->firm->calendar, p->due)
							    : later(p->done_at, p->dropped_at));
	return last;
}

/* When the last next thing ended, or will. */
static instant last_thing_ended(struct ctx *c, const struct matter *m, instant last_news)
{
	int64_t link = link_to(&matter_kind, m->r.id);
	instant own = later(later(m->told_at, m->understood_at), later(m->rated_at, m->adjust_at));
	instant written = db_int(c->db, &writings_ended, 0, "i", link);
	instant decided = later(m->decided_at, db_int(c->db, &decisions_ended, 0, "i", link));
	return later(later(own, last_news), later(later(written, decided), last_promise_ended(c, m)));
}

/* c8: nothing comes next (P16).  With a promise to come it starts at its end. */
static void c8_next(
    struct ctx *c, const struct matter *m, instant last_news, int64_t owner, struct clocks *out)
{
	if (!matter_is_open_problem(m) || something_comes(c, m))
		return;
	struct clock *k = clock_add(out, CLOCK_C8_NEXT, owner, last_thing_ended(c, m, last_news));
	k->shows = k->due = hours_after(c, k->starts, settings_of(c)->next_wh);
}

/* ---- for the leads too ------------------------------------------------------------------- */

/* c10: why our superiors decided so; a lead gives the reason (P17).  Given, one
 * clock remembers it. */
static void c10(struct ctx *c, const struct matter *m, struct clocks *out)
{
	if (!m->reason_asked_at)
		return;
	int64_t leads[LEADS_MAX];
	int n = leads_read(c, leads);
	for (int i = 0; i < n && (i == 0 || !m->reason_given_at); i++) {
		struct clock *k = clock_add(out, CLOCK_C10, leads[i], m->reason_asked_at);
		k->due = hours_after(c, m->reason_asked_at, REASON_WH);
		k->stopped = m->reason_given_at;
	}
}

/* c15: a client's first problem ever is shown to each lead, whoever is in charge (E8). */
static void c15(struct ctx *c, const struct matter *m, struct clocks *out)
{
	if (!m->first_ever || m->state == MATTER_CLOSED || m->state == MATTER_DROPPED)
		return;
	int64_t leads[LEADS_MAX];
	for (int n = leads_read(c, leads), i = 0; i < n; i++)
		clock_add(out, CLOCK_C15, leads[i], m->noticed_at)->each = true;
}

static void a4_one(struct ctx *c, const struct matter *m, int64_t owner, struct clocks *out)
{
	struct clock *k = clock_add(out, CLOCK_A4_ADJUST, owner, m->adjust_at);
	k->due = hours_after(c, m->adjust_at, settings_of(c)->adjust_wh);
	k->stopped = m->adjusted_at;
}

/* a4: rated below excellent, or reopened; let down twice, the leads see it. */
static void a4(struct ctx *c, const struct matter *m, int64_t owner, struct clocks *out)
{
	if (!m->adjust_at)
		return;
	a4_one(c, m, owner, out);
	int64_t leads[LEADS_MAX];
	int n = m->double_deviation && !m->adjusted_at ? leads_read(c, leads) : 0;
	for (int i = 0; i < n; i++)
		if (leads[i] != owner)
			a4_one(c, m, leads[i], out);
}

/* ---- to propose, to verify ---------------------------------------------------------------- */

static void c12(struct ctx *c, const struct matter *m, int64_t owner, struct clocks *out)
{
	if (!m->understood_at)
		return;
	struct clock *k = clock_add(out, CLOCK_C12, owner, m->understood_at);
	k->due = hours_after(c, m->understood_at, settings_of(c)->options_wh);
	k->stopped = m->options_at ? m->options_at : m->closed_at;
}

/* c19: somebody says that it is done, when no promise will. */
static void c19(struct ctx *c, const struct matter *m, int64_t owner, struct clocks *out)
{
	instant chosen = m->decided_at ? decision_waits_for_word(c, m->r.id) : 0;
	if (!chosen)
		return;
	instant said = m->state == MATTER_DECIDED ? 0 : m->applied_at;
	if (m->state != MATTER_DECIDED && said < chosen)
		return; /* another way is looked for */
	struct clock *k = clock_add(out, CLOCK_C19, owner, chosen);
	k->due = hours_after(c, chosen, SAY_WD * WORKING_DAY);
	k->stopped = said;
}

/* Shows from the start of the day of its due. */
static void check(struct ctx *c, struct clock *k, int64_t wd)
{
	const struct calendar *cal = &c->firm->calendar;
	k->due = hours_after(c, k->starts, wd * WORKING_DAY);
	k->shows = later(k->starts, day_start(cal, zone_day(&cal->zone, k->due)));
}

/* A question left without an answer so long is asked by a call. */
static void ask_by_call(struct ctx *c, int type, struct clock asked, struct clocks *out)
{
	instant call = hours_after(c, asked.due, CALL_WD * WORKING_DAY);
	if (asked.stopped && asked.stopped < call)
		return;
	struct clock *k = clock_add(out, type, asked.owner, call);
	k->due = call;
	k->stopped = asked.stopped;
}

/* d1: is what was done right?  Unanswered, it asks for a call. */
static void d1(struct ctx *c, const struct matter *m, int64_t owner, struct clocks *out)
{
	if (!m->applied_at)
		return;
	instant stopped = m->rated_at ? m->rated_at : m->state == MATTER_CLOSED ? m->closed_at : 0;
	struct clock *k = clock_add(out, CLOCK_D1, owner, m->applied_at);
	check(c, k, settings_of(c)->verify_wd);
	k->stopped = stopped;
	ask_by_call(c, CLOCK_D1_CALL, *k, out);
}

/* d2: still right, weeks after it was closed? */
static void d2(struct ctx *c, const struct matter *m, int64_t owner, struct clocks *out)
{
	struct clock *k = clock_add(out, CLOCK_D2, owner, m->closed_at);
	check(c, k, settings_of(c)->verify2_wd);
	k->stopped = m->rechecked_at;
	ask_by_call(c, CLOCK_D2_CALL, *k, out);
}

/* d3: what was missing that would have prevented it? */
static void d3(struct ctx *c, const struct matter *m, int64_t owner, struct clocks *out)
{
	instant done = setback_done_at(c, m->r.id),
		reopened = m->state == MATTER_CLOSED ? 0 : m->rechecked_at;
	bool ours = m->cause == CAUSE_US || m->cause == CAUSE_BOTH;
	if ((m->severity < 2 && !ours) || (done && done < m->closed_at))
		return;
	struct clock *k = clock_add(out, CLOCK_D3, owner, m->closed_at);
	k->due = hours_after(c, m->closed_at, settings_of(c)->retro_wd * WORKING_DAY);
	k->stopped = done && (!reopened || done < reopened) ? done : reopened;
}

static void problem_clocks(struct ctx *c, const struct matter *m, int64_t owner, struct clocks *out)
{
	c10(c, m, out);
	c15(c, m, out);
	c12(c, m, owner, out);
	c19(c, m, owner, out);
	a4(c, m, owner, out);
	d1(c, m, owner, out);
	if (m->closed_at && m->closed_as != CLOSED_UNVERIFIED) {
		d2(c, m, owner, out);
		d3(c, m, owner, out);
	}
}

void matter_clocks(struct ctx *c, const void *rec, struct clocks *out)
{
	const struct matter *m = rec;
	int64_t owner = in_charge(c, m->client_id, m->mandate_id);
	if (m->noticed_by_side == THEIRS)
		a1c(c, m, owner, out);
	else if (matter_is_negative(m))
		a1(c, m, owner, out);
	else if (m->nature != STANDARD)
		c11(c, m, owner, out);
	quiet(c, m, out);
	a3(c, m, owner, out);
	c8_next(c, m, b3(c, m, owner, out), owner, out);
	problem_clocks(c, m, owner, out);
}

/* What comes next of it: promises that it names, made for it, or made by what was
 * decided; answers; what was looked back on.  And who leads. */
const struct leaning matter_leans[] = {
    {&promise_kind, "due state done_at dropped_at", .by = "id", .found = &matters_naming},
    {&promise_kind, "due state done_at dropped_at", .by = "source"},
    {&promise_kind, "due state done_at dropped_at", .by = "source.about_id"},
    {&writing_kind, "state answered_at unanswered_at", .by = "about"},
    {&decision_kind, "state asked_at cancelled_at", .by = "about_id"},
    {&moment_kind, "kind done_at", .by = "matter_id"},
    {&person_kind, "role active", .by = "role", .found = &shown_to_leads},
    {0},
};
