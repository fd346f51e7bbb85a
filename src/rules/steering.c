/* The shared wheel: how often the client decided, alone or with us, and whether
 * tasks were asked about before they began (model 5.9; F13–14). */
#include "rules/decision.h"
#include "rules/derived.h"

/* Put to them or settled within the window. */
SELECT(decisions_of_late, decision_kind,
    "WHERE client_id = $1 AND state <> 'cancelled' AND (asked_at > $2 OR chosen_at > $2) ORDER BY id");

#define SHARES_SHOWN_MAX 200

struct share {
	int k, n, shown;
	struct {
		const struct decision *decision;
		const char *text; /* why it counts, or does not */
		instant at;
	} fact[SHARES_SHOWN_MAX];
};

static void share_add(struct share *s, bool counts, const struct decision *d, const char *text, instant at)
{
	s->n++;
	s->k += counts;
	if (s->shown == SHARES_SHOWN_MAX)
		return;
	s->fact[s->shown].decision = d;
	s->fact[s->shown].text = text;
	s->fact[s->shown++].at = at;
}

/* Asked before the task began; it may not have begun yet. */
static bool asked_in_time(struct ctx *c, const struct decision *d)
{
	const struct promise *task = GET(c, promise, link_of(d->about_id, &promise_kind));
	return d->asked_at && (!task || !task->task_started_at || d->asked_at < task->task_started_at);
}

static const char *asked_text(const struct decision *d, bool in_time)
{
	return in_time       ? N_("asked before the task began")
	       : d->asked_at ? N_("asked once the task had begun")
			     : N_("not asked");
}

static const char *chosen_text(const struct decision *d)
{
	return d->chosen_by == CHOSEN_BY_US     ? N_("chosen by us")
	       : d->chosen_by == CHOSEN_JOINTLY ? N_("chosen together")
						: N_("chosen by the client");
}

static void share_json(struct ctx *c, const char *key, const struct share *s, struct jw *out)
{
	jw_object(jw_key(out, key));
	ratio_json(s->k, s->n, out);
	jw_text_of(out, "text", say_ratio(c->arena, c->lang, s->k, s->n));
	jw_array(jw_key(out, "decisions"));
	for (int i = 0; i < s->shown; i++) {
		jw_object(out);
		jw_int_of(out, "decision_id", s->fact[i].decision->r.id);
		jw_text_of(out, "how", s->fact[i].text);
		instant_json(c, s->fact[i].at, jw_key(out, "at"));
		jw_end_object(out);
	}
	jw_end_array(out);
	jw_end_object(out);
}

void steering_json(struct ctx *c, const void *rec, struct jw *out)
{
	const struct client *of = rec;
	struct share *shared = ARENA_NEW(c->arena, struct share), *before = ARENA_NEW(c->arena, struct share);
	instant since = window_began(c);
	foreach (c, decision, d, &decisions_of_late, "ii", of->r.id, since) {
		bool task = d->about == ABOUT_TASK, in_time = !task || asked_in_time(c, d);
		const char *asked = tr(c->lang, asked_text(d, in_time)),
			   *chosen = tr(c->lang, chosen_text(d));
		if (task)
			share_add(before, in_time, d, asked, d->asked_at);
		if (d->chosen_at > since)
			share_add(shared, d->chosen_by != CHOSEN_BY_US && in_time, d,
			    in_time ? chosen : arena_printf(c->arena, "%s, %s", chosen, asked), d->chosen_at);
	}
	jw_object(out);
	jw_text_of(out, "text",
	    phrased(
		c, N_("What was asked and decided over the last %d days."), (int)settings_of(c)->window_d));
	share_json(c, "shared", shared, out);
	share_json(c, "before", before, out);
	jw_end_object(out);
}
