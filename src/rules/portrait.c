/* The picture of a relation, rule by rule.  A rule is a row, its checks are
 * rows; each check is one function of facts. */
#include "rules/portrait.h"

#include "rules/decision.h"

SELECT(problems_decided, decision_kind,
    "WHERE client_id = $1 AND about = 'problem' AND chosen_at > $2 AND chosen_at <= $3 ORDER BY id LIMIT $4");

static const char state_letters[] = "GABUN";

/* 100·k against whole percents, without rounding (model 1). */
static bool at_least(int64_t k, int64_t n, int percent)
{
	return 100 * k >= percent * n;
}

static enum check_state by_share(int64_t k, int64_t n, int alive, int care)
{
	return at_least(k, n, alive) ? ALIVE : at_least(k, n, care) ? NEEDS_CARE : HURTING;
}

/* ---- R4, transparency --------------------------------------------------------- */

static void told_in_time(struct ctx *c, const struct client *of, struct check *ret)
{
	const struct transparency *t = transparency_read(c, of->r.id);
	ret->counts = true;
	ret->k = t->within;
	ret->n = t->judged;
	ret->kind = &matter_kind;
	for (int i = 0; i < t->shown && ret->nids < CHECK_IDS_MAX; i++)
		ret->ids[ret->nids++] = t->fact[i].matter_id;
	if (t->judged == 0) {
		ret->state = NOT_KNOWN;
		ret->sentence =
		    tr(c->lang, N_("Transparency: not known yet. No bad news noted in 90 days; either all is "
				   "well, or we are not noting it."));
		ret->would_tell = tr(c->lang, N_("note what goes wrong, even small"));
		return;
	}
	ret->state = t->untold_late ? HURTING : by_share(t->within, t->judged, 80, 50);
	ret->sentence = t->untold_late ? tr(c->lang, N_("a problem known to us is not told yet"))
				       : phrased(c, N_("%s told in time"),
					     say_ratio(c->arena, c->lang, t->within, t->judged));
}

static void told_first(struct ctx *c, const struct client *of, struct check *ret)
{
	const struct transparency *t = transparency_read(c, of->r.id);
	ret->counts = true;
	ret->k = t->proactive_k;
	ret->n = t->proactive_n;
	ret->kind = &matter_kind;
	ret->state = t->proactive_n < 3 ? NOT_KNOWN : by_share(t->proactive_k, t->proactive_n, 80, 50);
	ret->sentence = phrased(c, N_("%s told before they found out"),
	    say_ratio(c->arena, c->lang, t->proactive_k, t->proactive_n));
	ret->would_tell =
	    ret->state == NOT_KNOWN ? tr(c->lang, N_("three problems or bad news, told or found")) : NULL;
}

static void decided_together(struct ctx *c, const struct client *of, struct check *ret)
{
	ret->counts = true;
	ret->kind = &decision_kind;
	foreach (c, decision, d, &problems_decided, "iiii", of->r.id,
	    c->now - settings_of(c)->window_d * DAY_SECONDS, c->now, (int64_t)CHECK_IDS_MAX) {
		ret->k += d->chosen_by != CHOSEN_BY_US;
		ret->n++;
		ret->ids[ret->nids++] = d->r.id;
	}
	if (ret->n == 0)
		ret->state = NOT_APPLICABLE;
	else if (ret->k == ret->n)
		ret->state = ALIVE;
	else
		ret->state = at_least(ret->k, ret->n, 50) || ret->n < 2 ? NEEDS_CARE : HURTING;
	ret->sentence =
	    phrased(c, N_("%s decided with the client"), say_ratio(c->arena, c->lang, ret->k, ret->n));
}

/* From the first working hour of the day they became a client. */
static void invited(struct ctx *c, const struct client *of, struct check *ret)
{
	const struct calendar *cal = &c->firm->calendar;
	instant from = of->activated_at ? of->activated_at
		       : of->started_on ? day_start(cal, of->started_on)
					: 0;
	instant until = from ? hours_after(c, from, settings_of(c)->welcome_wd * WORKING_DAY) : 0;
	if (!from) {
		ret->state = NOT_APPLICABLE;
		ret->sentence = tr(c->lang, N_("not a client yet"));
	} else if (of->welcomed_at) {
		ret->state = of->welcomed_at <= until ? ALIVE : NEEDS_CARE;
		ret->sentence = phrased(
		    c, N_("welcome written on %s"), date_said(c, zone_day(&cal->zone, of->welcomed_at)));
	} else {
		ret->state = c->now <= until ? NOT_KNOWN : HURTING;
		ret->sentence = tr(c->lang,
		    N_("no welcome was sent: they may not know they can say that something is wrong"));
		ret->would_tell = ret->state == NOT_KNOWN ? tr(c->lang, N_("send the welcome")) : NULL;
	}
}

/* ---- the table --------------------------------------------------------------------- */

static const struct rule {
	const char *name, *title;
	struct {
		const char *name;
		bool key;
		void (*look)(struct ctx *, const struct client *, struct check *);
	} checks[6];
} rules[] = {
    {"R4", N_("Transparency"),
	{{"R4a", true, told_in_time}, {"R4b", false, told_first}, {"R4c", false, decided_together},
	    {"R4d", false, invited}}},
};

/* Any that hurts, else any that needs care, else what the key check is. */
static enum check_state roll_up(enum check_state so_far, const struct check *one, bool key)
{
	bool unknown = one->state == NOT_KNOWN || one->state == NOT_APPLICABLE;
	if (so_far == HURTING || one->state == HURTING)
		return HURTING;
	if (so_far == NEEDS_CARE || one->state == NEEDS_CARE)
		return NEEDS_CARE;
	return key && unknown ? NOT_KNOWN : so_far;
}

static void check_json(struct ctx *c, const char *name, bool key, const struct check *one, struct jw *out)
{
	jw_object(out);
	jw_text_of(out, "check", name);
	jw_bool_of(out, "key", key);
	jw_text_n(jw_key(out, "state"), &state_letters[one->state], 1);
	if (one->counts) {
		ratio_json(one->k, one->n, out);
	} else {
		jw_null(jw_key(out, "k"));
		jw_null(jw_key(out, "n"));
		jw_null(jw_key(out, "percent"));
	}
	jw_null(jw_key(out, "value"));
	jw_text_of(out, "sentence", one->sentence);
	jw_text_of(out, "would_tell", one->would_tell);
	jw_array(jw_key(out, "ids"));
	for (int i = 0; i < one->nids; i++) {
		jw_object(out);
		jw_text_of(out, "kind", one->kind->name);
		id_json(c, one->kind, one->ids[i], jw_key(out, "id"));
		jw_end_object(out);
	}
	jw_end_array(out);
	jw_end_object(out);
}

static void rule_json(struct ctx *c, const struct client *of, const struct rule *r, struct jw *out)
{
	enum check_state state = ALIVE;
	jw_object(out);
	jw_text_of(out, "rule", r->name);
	jw_text_of(out, "name", tr(c->lang, r->title));
	jw_array(jw_key(out, "checks"));
	for (int i = 0; r->checks[i].name; i++) {
		struct check *one = ARENA_NEW(c->arena, struct check);
		r->checks[i].look(c, of, one);
		state = roll_up(state, one, r->checks[i].key);
		check_json(c, r->checks[i].name, r->checks[i].key, one, out);
	}
	jw_end_array(out);
	jw_text_n(jw_key(out, "state"), &state_letters[state], 1);
	jw_end_object(out);
}

void portrait_json(struct ctx *c, const void *rec, struct jw *out)
{
	const struct client *of = rec;
	jw_object(out);
	jw_int_of(out, "client_id", of->r.id);
	instant_json(c, c->now, jw_key(out, "at"));
	jw_int_of(out, "window_d", settings_of(c)->window_d);
	jw_array(jw_key(out, "rules"));
	for (size_t i = 0; i < sizeof rules / sizeof rules[0]; i++)
		rule_json(c, of, &rules[i], out);
	jw_end_array(out);
	jw_end_object(out);
}
