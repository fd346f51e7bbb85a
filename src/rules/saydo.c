/* Say and do: promises kept of promises judged, over the window (model 5.2;
 * P7b, R5.1, E12).  Judged by the first date, or by one move that was agreed
 * and made in time. */
#include <math.h>

#include "base/stats.h"
#include "rules/derived.h"

SELECT(judged_promises, promise_kind,
    "WHERE client_id = $1 AND shared = 1 AND side = $2 AND state <> 'dropped' AND judged_due BETWEEN $3 AND "
    "$4 "
    "AND (done_at IS NOT NULL OR judged_due < $4) ORDER BY judged_due, id");
/* Told, and neither closed (or open again since) nor dropped, as that day ends; not
 * the one that the promise itself became. */
SQL(problem_open_on,
    "SELECT count(*) FROM matter WHERE client_id = $1 AND nature = 'problem' AND told_at <= $2 "
    "AND (closed_at IS NULL OR closed_at > $2 OR (state <> 'closed' AND rechecked_at <= $2)) "
    "AND (dropped_at IS NULL OR dropped_at > $2) "
    "AND promise_id IS DISTINCT FROM $3");

void wilson(int64_t k, int64_t n, int ret[2])
{
	ret[0] = ret[1] = 0;
	if (n <= 0)
		return;
	const double z = 1.959964;
	double p = (double)k / (double)n, zn = z * z / (double)n;
	double centre = (p + zn / 2) / (1 + zn);
	double half = z * sqrt(p * (1 - p) / (double)n + zn / (4 * (double)n)) / (1 + zn);
	ret[0] = (int)floor(100 * fmax(0, centre - half) + 0.5);
	ret[1] = (int)floor(100 * fmin(1, centre + half) + 0.5);
}

static bool fell_under_problem(struct ctx *c, const struct promise *p)
{
	instant end = day_end(&c->firm->calendar, p->judged_due);
	return db_int(c->db, &problem_open_on, 0, "iii", p->client_id, end, p->r.id) > 0;
}

struct say_do *say_do_read(struct ctx *c, int64_t client, int side, bool under_problem)
{
	struct say_do *s = ARENA_NEW(c->arena, struct say_do);
	foreach (c, promise, p, &judged_promises, "itii", client, side == OURS ? "us" : "client",
	    window_first_day(c), c->today) {
		if (under_problem && !fell_under_problem(c, p))
			continue;
		bool kept = promise_kept(c, p);
		s->n++;
		s->k += kept;
		if (s->shown < PROMISES_SHOWN_MAX) {
			s->fact[s->shown].promise = p;
			s->fact[s->shown].kept = kept;
			s->fact[s->shown++].moved = promise_move_count(c, p);
		}
	}
	wilson(s->k, s->n, s->wilson);
	return s;
}

void ratio_json(int64_t k, int64_t n, struct jw *out)
{
	jw_int_of(out, "k", k);
	jw_int_of(out, "n", n);
	number_json(n >= PERCENT_FROM ? percent_of(k, n) : NO_NUMBER, jw_key(out, "percent"));
}

static void said_json(struct ctx *c, const struct say_do *s, struct jw *out)
{
	ratio_json(s->k, s->n, out);
	jw_text_of(out, "text", say_ratio(c->arena, c->lang, s->k, s->n));
}

static void side_json(struct ctx *c, const struct say_do *s, struct jw *out)
{
	jw_object(out);
	said_json(c, s, out);
	jw_array(jw_key(out, "wilson"));
	jw_int(out, s->wilson[0]);
	jw_int(out, s->wilson[1]);
	jw_end_array(out);
	jw_array(jw_key(out, "promises"));
	for (int i = 0; i < s->shown; i++) {
		jw_object(out);
		id_json(c, &promise_kind, s->fact[i].promise->r.id, jw_key(out, "id"));
		date_json(c, s->fact[i].promise->judged_due, jw_key(out, "judged_due"));
		jw_bool_of(out, "kept", s->fact[i].kept);
		jw_bool_of(out, "noted_late", promise_noted_late(c, s->fact[i].promise));
		jw_int_of(out, "moved", s->fact[i].moved);
		jw_end_object(out);
	}
	jw_end_array(out);
	jw_end_object(out);
}

/* A contact reads ours only: never their own as a ratio. */
void say_do_json(struct ctx *c, const void *rec, struct jw *out)
{
	const struct client *of = rec;
	jw_object(out);
	side_json(c, say_do_read(c, of->r.id, OURS, false), jw_key(out, "us"));
	if (c->who.role != CONTACT) {
		side_json(c, say_do_read(c, of->r.id, THEIRS, false), jw_key(out, "client"));
		jw_object(jw_key(out, "under_problem"));
		said_json(c, say_do_read(c, of->r.id, OURS, true), out);
		jw_end_object(out);
	}
	jw_end_object(out);
}
