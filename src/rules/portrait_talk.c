/* R1, communication, and R2, listening: what was agreed, written up and spoken, and
 * whether they were heard (model 5.1; R1.1–R1.6, R2.1–R2.3). */
#include "base/stats.h"
#include "rules/portrait_checks.h"
#include "rules/writing_parts.h"

/* ---- R1a: an entente that holds for all that runs ----------------------------------- */

#define WITHOUT_WD 10 /* so long a mandate may run before its entente is agreed */

/* When its agreement was last agreed or gone through; 0: there is none. */
static instant agreed_at(struct ctx *c, const struct mandate *m)
{
	const struct writing *w = GET(c, writing, m->entente_id);
	return !w ? 0 : m->reviewed_at > w->answered_at ? m->reviewed_at : w->answered_at;
}

static bool runs_for_long(struct ctx *c, const struct mandate *m)
{
	instant from = zone_instant(&c->firm->calendar.zone, m->started_on, MORNING);
	return worked(&c->firm->calendar, from, c->now) > WITHOUT_WD * WORKING_DAY * HOUR_SECONDS;
}

void ententes_up_to_date(struct relation *r, struct check *ret)
{
	struct ctx *c = r->c;
	instant fresh = c->now - settings_of(c)->entente_review_d * DAY_SECONDS;
	bool missing = false;
	for (int i = 0; i < r->nmandates; i++) {
		const struct mandate *m = r->mandate[i];
		if (m->state != MANDATE_RUNNING)
			continue;
		instant agreed = agreed_at(c, m);
		missing = missing || (!agreed && runs_for_long(c, m));
		fact_count(c, ret, m->r.id, agreed > fresh);
	}
	if (ret->n == 0) {
		not_applicable(ret, tr(c->lang, N_("No engagement is running")));
		return;
	}
	ret->state = missing ? HURTING : ret->k < ret->n ? NEEDS_CARE : ALIVE;
	ret->sentence = missing
			    ? tr(c->lang, N_("An engagement has been running for long without an agreement"))
			    : phrased(c, N_("Agreements up to date: %s"), ratio_said(r, ret));
}

/* ---- R1b: recaps in time --------------------------------------------------------------- */

SELECT_ONLY(meetings_of_late, exchange_kind,
    "at minutes planned our_person_id aid_notetaker_id aid_no_devices",
    "WHERE client_id = $1 AND at > $2 AND recap_owed_at IS NOT NULL AND cancelled_at IS NULL "
    "ORDER BY at, id LIMIT $3");

#define ENOUGH_MEETINGS 3

static void few_meetings(struct relation *r, struct check *ret, const char *sentence)
{
	int more = (int)(ENOUGH_MEETINGS - ret->n);
	not_known(ret, sentence,
	    phrased(
		r->c, is_singular(r, more) ? N_("note %d more meeting") : N_("note %d more meetings"), more));
}

static const char *percent_said(const struct relation *r, const struct check *found)
{
	return found->n < PERCENT_FROM ? ""
				       : phrased(r->c, N_(" (%d%%)"), (int)percent_of(found->k, found->n));
}

static const char *recaps_said(const struct relation *r, const struct check *found)
{
	if (found->n == 0)
		return tr(r->c->lang, N_("No meeting to write up"));
	return phrased(r->c,
	    is_singular(r, found->k) ? N_("%d recap of %d in time%s") : N_("%d recaps of %d in time%s"),
	    (int)found->k, (int)found->n, percent_said(r, found));
}

void recaps_in_time(struct relation *r, struct check *ret)
{
	struct ctx *c = r->c;
	const struct calendar *cal = &c->firm->calendar;
	int64_t time = settings_of(c)->recap_wh * HOUR_SECONDS;
	foreach (c, exchange, x, &meetings_of_late, "iii", r->client->r.id, r->since, FACTS_MAX) {
		instant end = exchange_end(x);
		instant sent = recap_sent_at(c, x);
		if (worked(cal, end, c->now) >= time)
			fact_count(c, ret, x->r.id, sent && worked(cal, end, sent) <= time);
	}
	ret->counts = true;
	if (ret->n < ENOUGH_MEETINGS) {
		few_meetings(r, ret, recaps_said(r, ret));
		return;
	}
	ret->state = by_share(ret, 80, 50);
	ret->sentence = recaps_said(r, ret);
}

/* ---- R1c: by voice ------------------------------------------------------------------------ */

void voice_lately(struct relation *r, struct check *ret)
{
	struct ctx *c = r->c;
	const int64_t *gap = settings_of(c)->voice_gap_d;
	day works = works_since(c, r->client->r.id);
	struct last_time spoke = voice_before(c, r->client->r.id, BEFORE_NOTHING);
	if (!works) {
		not_applicable(ret, tr(c->lang, N_("No engagement is running")));
		return;
	}
	if (spoke.id) {
		fact_add(c, ret, spoke.id, true);
		ret->value = days_since(r, spoke.at);
	}
	int64_t days = spoke.id ? ret->value : c->today - works;
	if (!spoke.id && days < gap[0]) {
		not_known(ret, tr(c->lang, N_("Nobody has spoken with them by voice yet")),
		    tr(c->lang, N_("note a call, or a meeting")));
		return;
	}
	ret->state = spoke.id && days <= gap[0] ? ALIVE : days <= gap[1] ? NEEDS_CARE : HURTING;
	ret->sentence = !spoke.id   ? tr(c->lang, N_("Nobody has spoken with them by voice yet"))
			: days == 0 ? tr(c->lang, N_("Last spoken by voice today"))
			: days == 1 ? tr(c->lang, N_("Last spoken by voice yesterday"))
				    : phrased(c, N_("Last spoken by voice %d days ago"), (int)days);
}

/* ---- R1d: threads that stretch ------------------------------------------------------------- */

void threads_that_stretch(struct relation *r, struct check *ret)
{
	struct ctx *c = r->c;
	const struct talk *t = relation_talk(r);
	int written = 0;
	for (int i = 0; i < t->n; i++)
		written += !t->said[i].voice;
	if (written < settings_of(c)->thread_max) {
		not_applicable(ret, tr(c->lang, N_("Too few messages for a thread to drag on")));
		return;
	}
	const struct long_thread *found;
	for (int n = long_threads(c, t, &found); n > 0; n--, found++)
		fact_count(c, ret, found->message, found->unspoken_at && found->unspoken_at <= c->now);
	ret->counts = true;
	ret->state = by_number(ret->k);
	ret->sentence = ret->k == 0 ? tr(c->lang, N_("No thread dragged on without anybody speaking"))
			: ret->k == 1
			    ? tr(c->lang, N_("One thread dragged on without anybody speaking"))
			    : phrased(c, N_("%d threads dragged on without anybody speaking"), (int)ret->k);
}

/* ---- R1e: both ways -------------------------------------------------------------------------- */

#define ENOUGH_SUBJECTS 10

void both_ways(struct relation *r, struct check *ret)
{
	struct ctx *c = r->c;
	const struct talk *t = relation_talk(r);
	bool *begun = ARENA_ARRAY(c->arena, bool, TALK_MAX + 1); /* by thread */
	for (int i = 0; i < t->n; i++) {
		const struct said *s = &t->said[i];
		if (s->direction == BOTH_WAYS || s->answers || begun[s->thread])
			continue;
		begun[s->thread] = true;
		fact_count(c, ret, s->id, s->direction == INBOUND);
	}
	ret->counts = true;
	const char *share = phrased(c, N_("Subjects that came from them: %s"), ratio_said(r, ret));
	if (ret->n < ENOUGH_SUBJECTS) {
		int more = (int)(ENOUGH_SUBJECTS - ret->n);
		not_known(ret, ret->n > 0 ? share : tr(c->lang, N_("No subject was begun")),
		    phrased(c,
			is_singular(r, more) ? N_("note %d more subject, theirs or ours")
					     : N_("note %d more subjects, theirs or ours"),
			more));
		return;
	}
	bool rare = !at_least(ret->k, ret->n, 20), always = 100 * ret->k > 80 * ret->n;
	ret->state = rare || always ? NEEDS_CARE : ALIVE;
	ret->sentence =
	    rare     ? phrased(c, N_("It is almost always we who begin; from them: %s"), ratio_said(r, ret))
	    : always ? phrased(c, N_("It is almost always they who begin; from them: %s"), ratio_said(r, ret))
		     : share;
}

/* ---- R2a: understood and validated ------------------------------------------------------------ */

SELECT(recaps_of_late, writing_kind,
    "WHERE client_id = $1 AND kind = 'recap' AND sent_at > $2 ORDER BY sent_at, id LIMIT $3");

#define ENOUGH_RECAPS 3

/* How the client validated it. */
enum validated { NOT_VALIDATED, CONFIRMED, CORRECTED, TACIT };

static enum validated how_validated(struct ctx *c, const struct writing *w)
{
	if (understood_count(c, w, "facts") + understood_count(c, w, "emotions") == 0)
		return NOT_VALIDATED;
	return w->state == WRITING_CONFIRMED   ? CONFIRMED
	       : w->state == WRITING_CORRECTED ? CORRECTED
	       : w->state == WRITING_TACIT     ? TACIT
					       : NOT_VALIDATED;
}

/* Closed by our next version before they said anything: it asks nothing any more. */
static bool gave_way(const struct writing *w)
{
	return w->superseded_at && !w->answered_at;
}

/* The next version of one that they corrected: that recap was counted by its answer. */
static bool follows_an_answer(struct ctx *c, const struct writing *w)
{
	const struct writing *before = GET(c, writing, w->parent_id);
	return before && before->answered_at;
}

/* "2 confirmed, 1 corrected": of those there are. */
static const char *ways_said(const struct relation *r, const int how[TACIT + 1])
{
	struct ctx *c = r->c;
	const char *way[] = {[CONFIRMED] = how[CONFIRMED] == 1
					       ? tr(c->lang, N_("1 confirmed"))
					       : phrased(c, N_("%d confirmed"), how[CONFIRMED]),
	    [CORRECTED] = how[CORRECTED] == 1 ? tr(c->lang, N_("1 corrected"))
					      : phrased(c, N_("%d corrected"), how[CORRECTED]),
	    [TACIT] = how[TACIT] == 1 ? tr(c->lang, N_("1 by silence"))
				      : phrased(c, N_("%d by silence"), how[TACIT])};
	const char *all = NULL;
	for (int i = CONFIRMED; i <= TACIT; i++)
		if (how[i] > 0)
			all = all ? arena_printf(c->arena, "%s, %s", all, way[i]) : way[i];
	return all ? arena_printf(c->arena, " (%s)", all) : "";
}

void understood_and_validated(struct relation *r, struct check *ret)
{
	struct ctx *c = r->c;
	int how[TACIT + 1] = {0};
	foreach (c, writing, w, &recaps_of_late, "iii", r->client->r.id, r->since, FACTS_MAX) {
		if (silence_end(c, w).at > c->now || gave_way(w) || follows_an_answer(c, w))
			continue;
		enum validated way = how_validated(c, w);
		how[way]++;
		fact_count(c, ret, w->r.id, way != NOT_VALIDATED);
	}
	ret->counts = true;
	ret->sentence = phrased(
	    c, N_("Understood and validated: %d of %d%s"), (int)ret->k, (int)ret->n, ways_said(r, how));
	if (ret->n < ENOUGH_RECAPS) {
		int more = (int)(ENOUGH_RECAPS - ret->n);
		not_known(ret,
		    ret->n > 0 ? ret->sentence : tr(c->lang, N_("No recap has had time to be answered")),
		    phrased(c,
			is_singular(r, more) ? N_("%d more recap that they had time to answer")
					     : N_("%d more recaps that they had time to answer"),
			more));
		return;
	}
	ret->state = by_share(ret, 67, 34);
}

/* ---- R2b: full attention ------------------------------------------------------------------------- */

/* Whoever speaks does not have to write at the same time. */
static bool is_free_to_listen(const struct exchange *x)
{
	return x->aid_no_devices || (x->aid_notetaker_id && x->aid_notetaker_id != x->our_person_id);
}

void full_attention(struct relation *r, struct check *ret)
{
	struct ctx *c = r->c;
	foreach (c, exchange, x, &meetings_of_late, "iii", r->client->r.id, r->since, FACTS_MAX)
		if (x->planned)
			fact_count(c, ret, x->r.id, is_free_to_listen(x));
	ret->counts = true;
	ret->sentence =
	    phrased(c, N_("Free to listen in the meetings that were planned: %s"), ratio_said(r, ret));
	if (ret->n < ENOUGH_MEETINGS)
		few_meetings(r, ret, ret->n > 0 ? ret->sentence : tr(c->lang, N_("No meeting was planned")));
	else
		ret->state = by_share(ret, 50, 0);
}

/* ---- R2c: silences ---------------------------------------------------------------------------------- */

void silences(struct relation *r, struct check *ret)
{
	struct ctx *c = r->c;
	if (!works_since(c, r->client->r.id)) {
		not_applicable(ret, tr(c->lang, N_("No engagement is running")));
		return;
	}
	struct quiet s = quiet_read(c, r->client->r.id, BEFORE_NOTHING);
	if (s.heard.id) {
		fact_add(c, ret, s.heard.id, true);
		ret->value = days_since(r, s.heard.at);
	}
	if (!s.limit2) {
		int more = (int)(PACE_FROM - s.times);
		not_known(ret, tr(c->lang, N_("Their usual pace is not known yet")),
		    phrased(c,
			is_singular(r, more) ? N_("%d more message from them")
					     : N_("%d more messages from them"),
			more));
		return;
	}
	int64_t days2 = 2 * ret->value;
	ret->state = days2 <= s.limit2 ? ALIVE : days2 <= 2 * s.limit2 ? NEEDS_CARE : HURTING;
	ret->sentence = quiet_said(c, &s);
}

/* ---- R2d: corrections followed --------------------------------------------------------------------- */

/* Corrected by them of late, or before and still not sent again. */
SELECT(corrected_by_them, writing_kind,
    "WHERE client_id = $1 AND state = 'corrected' AND answer_text IS NOT NULL AND (answered_at > $2 OR NOT "
    "EXISTS (SELECT 1 FROM writing n WHERE n.parent_id = writing.id AND n.sent_at > 0)) ORDER BY id LIMIT "
    "$3");
SQL(sent_again, "SELECT coalesce(min(sent_at), 0) FROM writing WHERE parent_id = $1 AND sent_at > 0");

void corrections_followed(struct relation *r, struct check *ret)
{
	struct ctx *c = r->c;
	const struct calendar *cal = &c->firm->calendar;
	int64_t time = settings_of(c)->resend_wh * HOUR_SECONDS;
	bool waits = false;
	foreach (c, writing, w, &corrected_by_them, "iii", r->client->r.id, r->since, FACTS_MAX) {
		instant again = db_int(c->db, &sent_again, 0, "i", w->r.id);
		bool late = worked(cal, w->answered_at, again ? again : c->now) > time;
		if (again || late)
			fact_count(c, ret, w->r.id, !late);
		waits = waits || (!again && late);
	}
	if (ret->n == 0) {
		not_applicable(ret, tr(c->lang, N_("They corrected nothing")));
		return;
	}
	ret->state = waits ? HURTING : ret->k < ret->n ? NEEDS_CARE : ALIVE;
	ret->sentence = waits ? tr(c->lang, N_("A correction of theirs still waits to be sent again"))
			      : phrased(c, N_("Corrections sent again in time: %s"), ratio_said(r, ret));
}
