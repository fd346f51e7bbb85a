/* Transparency: how long from noticing to telling, and who knew first (model
 * 5.3; R4.1, E11, E13–14). */
#include <math.h>

#include "base/stats.h"
#include "rules/derived.h"
#include "rules/edits.h"

SELECT(negative_of_client, matter_kind,
    "WHERE client_id = $1 AND noticed_at > $2 AND noticed_at <= $3 AND nature IN ('problem', 'bad_news') "
    "AND state <> 'dropped' ORDER BY noticed_at, id LIMIT $4");
SELECT(negative_of_firm, matter_kind,
    "WHERE $1 = 0 AND noticed_at > $2 AND noticed_at <= $3 AND nature IN ('problem', 'bad_news') "
    "AND state <> 'dropped' ORDER BY noticed_at, id LIMIT $4");

static instant last_edit(const struct ctx *c, const struct matter *m)
{
	struct hour_edit last = {0};
	edits_read(c, m->noticed_edits, &last, 1);
	return last.at;
}

static void count_latency(const struct ctx *c, const struct matter *m, struct transparency *t, int64_t *waits)
{
	int64_t seconds = matter_latency_seconds(c, m);
	int64_t hours_given =
	    m->nature == PROBLEM ? settings_of(c)->tell_problem_wh : settings_of(c)->tell_bad_wh;
	bool in_time = seconds <= hours_given * HOUR_SECONDS;
	waits[t->n++] = seconds;
	t->within += m->told_at && in_time;
	t->judged += m->told_at || !in_time; /* the others still have time */
	t->untold_late += !m->told_at && !in_time;
	if (seconds > t->slowest)
		t->slowest = seconds;
	if (t->shown < TRANSPARENCY_FACTS_MAX) {
		t->fact[t->shown].matter_id = m->r.id;
		t->fact[t->shown].seconds = seconds;
		t->fact[t->shown].at_least = !m->told_at;
		t->fact[t->shown].judged = m->told_at || !in_time;
		t->fact[t->shown].within = m->told_at && in_time;
		t->fact[t->shown++].edited = last_edit(c, m);
	}
}

static void count_proactive(struct ctx *c, const struct matter *m, struct transparency *t)
{
	if (!m->told_at && !m->found_by_client_at)
		return;
	bool first = matter_told_before_found(c, m);
	t->proactive_n++;
	t->proactive_k += first;
	t->said_before += first;
	if (t->known < TRANSPARENCY_FACTS_MAX) {
		t->who_knew[t->known].matter_id = m->r.id;
		t->who_knew[t->known++].told_first = first;
	}
}

#define OF_CLIENT_MAX 500
#define OF_FIRM_MAX 20000

struct transparency *transparency_read(struct ctx *c, int64_t client)
{
	int max = client ? OF_CLIENT_MAX : OF_FIRM_MAX;
	struct transparency *t = ARENA_NEW(c->arena, struct transparency);
	int64_t *waits = ARENA_ARRAY(c->arena, int64_t, max);
	foreach (c, matter, m, client ? &negative_of_client : &negative_of_firm, "iiii", client,
	    window_began(c), c->now, (int64_t)max) {
		if (m->noticed_by_side == OURS)
			count_latency(c, m, t, waits);
		count_proactive(c, m, t);
	}
	numbers_sort(waits, t->n);
	if (t->n > 0)
		t->median_twice = median_twice(waits, t->n);
	return t;
}

const char *transparency_text(struct ctx *c, const struct transparency *t)
{
	const char *ratio = say_ratio(c->arena, c->lang, t->proactive_k, t->proactive_n);
	if (t->proactive_n >= PERCENT_FROM)
		return ratio;
	return phrased(c, N_("%s: too few for a percentage"), ratio);
}

void transparency_json(struct ctx *c, const void *rec, struct jw *out)
{
	const struct client *of = rec;
	const struct transparency *t = transparency_read(c, of ? of->r.id : 0);
	jw_object(out);
	jw_object(jw_key(out, "latency"));
	jw_int_of(out, "n", t->n);
	jw_number(jw_key(out, "median_wh"), t->n > 0 ? (double)t->median_twice / (2 * HOUR_SECONDS) : NAN, 4);
	jw_number(jw_key(out, "slowest_wh"), t->n > 0 ? (double)t->slowest / HOUR_SECONDS : NAN, 4);
	jw_array(jw_key(out, "items"));
	for (int i = 0; i < t->shown; i++) {
		jw_object(out);
		jw_int_of(out, "matter_id", t->fact[i].matter_id);
		jw_number(jw_key(out, "wh"), (double)t->fact[i].seconds / HOUR_SECONDS, 4);
		jw_bool_of(out, "at_least", t->fact[i].at_least);
		instant_json(c, t->fact[i].edited, jw_key(out, "edited"));
		jw_end_object(out);
	}
	jw_end_array(out);
	jw_end_object(out);
	jw_object(jw_key(out, "within_target"));
	ratio_json(t->within, t->judged, out);
	jw_end_object(out);
	jw_object(jw_key(out, "proactive"));
	ratio_json(t->proactive_k, t->proactive_n, out);
	jw_text_of(out, "text", transparency_text(c, t));
	jw_end_object(out);
	jw_int_of(out, "said_before", t->said_before);
	jw_end_object(out);
}
