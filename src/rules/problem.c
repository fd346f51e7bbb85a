/* Problem: from told to closed, and back (model 3.1; P9, P11, P13, P16–P19, E8,
 * R6.5).  A loop is counted each time the client says that it is not yet so.
 *
 *   told → understood → options → decided → applied → closed
 *    ↺ corrected           ↑_________________|__________|   rated below excellent, reopened
 *
 * The client closes it: by an excellent rating, or by saying that it suits them
 * as it is.  The very first problem of a client needs a voice to close. */
#include <string.h>

#include "base/text.h"
#include "rules/matter.h"
#include "rules/rating.h"

SQL(any_problem, "SELECT 1 FROM matter WHERE client_id = $1 AND nature = 'problem' LIMIT 1");
SQL(closed_lately,
    "SELECT id, category FROM matter WHERE closed_at > $1 AND closed_at <= $2 AND state = 'closed' "
    "AND category IS NOT NULL AND (client_id = $3 OR closed_at > $4) "
    "ORDER BY CASE WHEN client_id = $3 THEN 0 ELSE 1 END, closed_at DESC, id DESC LIMIT 500");
SQL(ratings_low, "SELECT count(*) FROM rating WHERE about_id = $1 AND value <= $2");

#define AGAIN_AT_CLIENT_D 180
#define AGAIN_IN_FIRM_D 90
#define LET_DOWN 2 /* a rating that low, twice about one problem, is shown to the leads */

/* ---- what it is to earlier ones ------------------------------------------------ */

int64_t problem_like(struct ctx *c, const struct matter *m)
{
	if (m->nature != PROBLEM || !m->category)
		return 0;
	const char *category = text_fold(c->arena, m->category), *theirs;
	int64_t id, found = 0;
	struct db_query *q =
	    db_query(c->db, &closed_lately, "iiii", m->noticed_at - AGAIN_AT_CLIENT_D * DAY_SECONDS,
		m->noticed_at, m->client_id, m->noticed_at - AGAIN_IN_FIRM_D * DAY_SECONDS);
	while (db_row(q, "it", &id, &theirs))
		if (!found && id != m->r.id && strcmp(text_fold(c->arena, theirs), category) == 0)
			found = id;
	return found;
}

void problem_connect(struct ctx *c, struct matter *m)
{
	m->first_ever = m->nature == PROBLEM && !db_int(c->db, &any_problem, 0, "i", m->client_id);
	m->recurs_of_id = problem_like(c, m);
}

void matter_insert(struct act *a, struct matter *m)
{
	problem_connect(a->ctx, m);
	record_insert(a, &matter_kind, m);
}

/* ---- when the client is asked -------------------------------------------------- */

instant problem_verify_at(const struct ctx *c, const struct matter *m)
{
	bool asks = m->state == MATTER_APPLIED;
	return asks ? hours_after(c, m->applied_at, settings_of(c)->verify_wd * WORKING_DAY) : 0;
}

instant problem_verify2_at(const struct ctx *c, const struct matter *m)
{
	bool asks = m->state == MATTER_CLOSED && m->closed_as != CLOSED_UNVERIFIED;
	return asks ? hours_after(c, m->closed_at, settings_of(c)->verify2_wd * WORKING_DAY) : 0;
}

/* In applied; and once closed, from the start of the day of the second check. */
bool problem_takes_rating(const struct ctx *c, const struct matter *m)
{
	if (m->state == MATTER_APPLIED)
		return true;
	instant again = problem_verify2_at(c, m);
	return again && day_at(c, again) <= c->today;
}

bool matter_asks_rating(const struct ctx *c, const struct matter *m)
{
	if (m->state == MATTER_APPLIED)
		return !m->rated_at && c->now >= problem_verify_at(c, m);
	return !m->rechecked_at && problem_takes_rating(c, m);
}

/* ---- heard from its neighbours -------------------------------------------------- */

/* The problem, when it stands between these two states; else NULL: what is
 * heard comes too early or too late to move it. */
static struct matter *standing(struct act *a, int64_t id, int64_t from, int64_t to)
{
	struct matter *m = EDIT(a, matter, id);
	return m && m->nature == PROBLEM && from <= m->state && m->state <= to ? m : NULL;
}

void matter_understood(struct act *a, int64_t id, instant at)
{
	struct matter *m = standing(a, id, MATTER_TOLD, MATTER_TOLD);
	if (!m)
		return;
	m->state = MATTER_UNDERSTOOD;
	m->understood_at = at;
	record_save(a, &matter_kind, m);
}

void matter_corrected(struct act *a, int64_t id)
{
	struct matter *m = standing(a, id, MATTER_TOLD, MATTER_TOLD);
	if (!m)
		return;
	m->loops++;
	record_save(a, &matter_kind, m);
}

void matter_options_asked(struct act *a, int64_t id)
{
	struct matter *m = standing(a, id, MATTER_UNDERSTOOD, MATTER_DECIDED);
	if (!m)
		return;
	m->state = MATTER_OPTIONS;
	if (!m->options_at)
		m->options_at = a->ctx->now;
	if (m->adjust_at && !m->adjusted_at)
		m->adjusted_at = a->ctx->now;
	record_save(a, &matter_kind, m);
}

void matter_decided(struct act *a, int64_t id, instant at)
{
	struct matter *m = standing(a, id, MATTER_OPTIONS, MATTER_OPTIONS);
	if (!m)
		return;
	m->state = MATTER_DECIDED;
	m->decided_at = at;
	record_save(a, &matter_kind, m);
}

void problem_applied(struct matter *m, instant at)
{
	m->state = MATTER_APPLIED;
	m->applied_at = at > m->decided_at ? at : m->decided_at;
	m->rated_at = m->verified_in_id = 0; /* asked anew */
}

void matter_applied(struct act *a, int64_t id, instant at)
{
	struct matter *m = standing(a, id, MATTER_DECIDED, MATTER_DECIDED);
	if (!m)
		return;
	problem_applied(m, at);
	record_save(a, &matter_kind, m);
}

/* As if it had not been; asked and rated it was not, or the promise stays done. */
void matter_unapplied(struct act *a, int64_t id)
{
	struct matter *m = standing(a, id, MATTER_APPLIED, MATTER_APPLIED);
	if (!m)
		return;
	m->state = MATTER_DECIDED;
	m->applied_at = 0;
	record_save(a, &matter_kind, m);
}

void matter_told_by_writing(struct act *a, int64_t id, instant at)
{
	struct matter *m = EDIT(a, matter, id);
	if (!m || m->state != MATTER_NOTICED || (m->nature != IDEA && m->nature != STANDARD))
		return;
	m->state = MATTER_TOLD;
	m->told_at = at;
	record_save(a, &matter_kind, m);
}

void matter_untold(struct act *a, int64_t id)
{
	struct matter *m = EDIT(a, matter, id);
	m->state = MATTER_NOTICED;
	m->told_at = 0;
	record_save(a, &matter_kind, m);
}

/* ---- rated -------------------------------------------------------------------------- */

/* "That suits me as it is" is the client's own to say, in the same act. */
static bool accepts_as_is(const struct rating *r)
{
	return r->accept_as_is && r->value > LET_DOWN && !rating_by_voice(r);
}

static bool suits(const struct ctx *c, const struct rating *r)
{
	return r->value >= settings_of(c)->excellent || accepts_as_is(r);
}

static void closes(const struct ctx *c, struct matter *m, const struct rating *r, instant at)
{
	m->state = MATTER_CLOSED;
	m->closed_as = r->value >= settings_of(c)->excellent ? CLOSED_VERIFIED : CLOSED_AS_IS;
	m->closed_at = at;
	m->rechecked_at = 0;
}

void problem_reopened(struct matter *m, instant at)
{
	if (m->state == MATTER_CLOSED)
		m->rechecked_at = at;
	m->state = MATTER_OPTIONS;
	m->closed_as = 0;
	m->loops++;
	m->adjust_at = at;
	m->adjusted_at = 0;
}

static void rated_applied(const struct ctx *c, struct matter *m, const struct rating *r)
{
	m->rated_at = r->at;
	if (!suits(c, r))
		problem_reopened(m, r->at);
	else if (!m->first_ever || rating_by_voice(r))
		closes(c, m, r, r->at);
}

static void rated_again(const struct ctx *c, struct matter *m, const struct rating *r)
{
	if (!suits(c, r))
		problem_reopened(m, r->at);
	else if (!m->rechecked_at)
		m->rechecked_at = r->at;
}

static void takes_rating(struct act *a)
{
	struct ctx *c = a->ctx;
	struct matter *m = a->rec;
	const struct rating *r = rating_latest(c, &matter_kind, m->r.id);
	if (r->value <= LET_DOWN && db_int(c->db, &ratings_low, 0, "ii", r->about_id, (int64_t)LET_DOWN) > 1)
		m->double_deviation = 1;
	if (m->state == MATTER_APPLIED)
		rated_applied(c, m, r);
	else
		rated_again(c, m, r);
}

void problem_rated(struct ctx *c, int64_t id)
{
	change(c, &matter_kind, id, "rated", takes_rating);
}

bool problem_lacks_voice(struct ctx *c, const struct matter *m)
{
	const struct rating *r = m->rated_at ? rating_latest(c, &matter_kind, m->r.id) : NULL;
	return r && suits(c, r);
}

void problem_verified(struct ctx *c, struct matter *m, instant at)
{
	const struct rating *r = rating_latest(c, &matter_kind, m->r.id);
	closes(c, m, r, at > r->at ? at : r->at);
}
