/* A demand against the notice that was agreed: which rules its date touches,
 * from when it could be done, which ways out are proposed, and how often a
 * client asked for what we had told them takes longer. */
#include "rules/demand.h"

#include "record/wording.h"
#include "rules/insight.h"

/* Rules with a notice: of the mandate, else of all that were under way. */
SELECT(notices, term_kind,
    "WHERE client_id = $1 AND kind = 'rule' AND lead_wd IS NOT NULL AND created_at <= $3 "
    "AND (ended_at IS NULL OR ended_at > $3) AND mandate_id IN (SELECT id FROM mandate "
    "WHERE client_id = $1 AND (id = $2 OR ($2 = 0 AND (closed_on IS NULL OR closed_on >= $4)))) "
    "ORDER BY id LIMIT $5");
SELECT(demands_since, decision_kind,
    "WHERE client_id = $1 AND about = 'demand' AND state <> 'cancelled' AND demanded_at > $2 "
    "AND demanded_at <= $3 ORDER BY demanded_at, id LIMIT $4");

/* ---- notice ------------------------------------------------------------------- */

static bool is_notice(const struct term *t)
{
	return t->kind == RULE && t->lead_wd != NO_NUMBER;
}

/* The first day on which a notice asked for then has passed. */
static day notice_passed(const struct ctx *c, const struct decision *d, const struct term *t)
{
	instant at = hours_after(c, d->demanded_at, t->lead_wd * WORKING_DAY);
	return day_at(c, at);
}

/* agreed: only rules agreed when it was demanded. */
static int notices_touched(
    struct ctx *c, const struct decision *d, bool agreed, const struct term *ret[TOUCHED_MAX])
{
	int n = 0;
	if (d->about != ABOUT_DEMAND)
		return 0;
	foreach (c, term, t, &notices, "iiiii", d->client_id, d->mandate_id, d->demanded_at,
	    day_at(c, d->demanded_at), (int64_t)TERMS_MAX) {
		bool holds = !agreed || (t->agreed_at && t->agreed_at <= d->demanded_at);
		if (n < TOUCHED_MAX && holds && d->asked_due < notice_passed(c, d, t))
			ret[n++] = t;
	}
	return n;
}

int demand_touches(struct ctx *c, const struct decision *d, const struct term *ret[TOUCHED_MAX])
{
	return notices_touched(c, d, true, ret);
}

day demand_feasible(struct ctx *c, const struct decision *d)
{
	const struct term *touched[TOUCHED_MAX];
	day latest = 0;
	for (int i = demand_touches(c, d, touched); i > 0; i--) {
		day passed = notice_passed(c, d, touched[i - 1]);
		latest = passed > latest ? passed : latest;
	}
	return latest;
}

/* ---- ways out ------------------------------------------------------------------- */

const char *demand_options(struct ctx *c, const struct decision *d)
{
	static const struct {
		int64_t type;
		const char *label; /* a wording */
	} proposed[] = {{AS_ASKED, "as_asked"}, {REDUCED, "reduced"}, {LATER, "later"}, {DECLINE, "decline"}};
	struct options *o = options_read(c, NULL);
	for (size_t i = 0; i < sizeof proposed / sizeof proposed[0]; i++) {
		struct option_in in = OPTION_EMPTY;
		in.type = proposed[i].type;
		in.label = worded(c->arena, proposed[i].label, NULL);
		in.due = in.type == LATER ? d->feasible_due : 0;
		options_add(c, o, &in);
	}
	return options_text(c->arena, o);
}

/* What somebody wrote that it breaks, and what is computed: the notices. */
static json_t *broken_by(struct ctx *c, const struct decision *d, const struct option *as_asked)
{
	const struct term *touched[TOUCHED_MAX];
	int n = demand_touches(c, d, touched);
	const json_t *written = json_object_get(as_asked->json, "breaks_term_ids");
	json_t *broken = json_array();
	for (int i = 0; i < n; i++)
		json_array_append_new(broken, json_integer(touched[i]->r.id));
	for (size_t i = 0; i < json_array_size(written); i++) {
		json_t *id = json_array_get(written, i);
		const struct term *t = GET(c, term, json_integer_value(id));
		if (t && !is_notice(t))
			json_array_append(broken, id);
	}
	return broken;
}

const char *demand_options_checked(struct ctx *c, const struct decision *d)
{
	struct options *o = options_read(c, d->options);
	for (int i = 0; i < o->n; i++)
		if (option_is(&o->option[i], AS_ASKED))
			json_object_set_new(
			    o->option[i].json, "breaks_term_ids", broken_by(c, d, &o->option[i]));
	return options_text(c->arena, o);
}

bool demand_concedes(const struct decision *d, const struct option *o)
{
	return d->about == ABOUT_DEMAND && option_is(o, AS_ASKED) && option_has(o, "breaks_term_ids");
}

bool demand_is_against_terms(const struct ctx *c, const struct decision *d)
{
	struct options *o = options_read(c, d->options);
	bool against = false;
	for (int i = 0; i < o->n; i++)
		against = against || demand_concedes(d, &o->option[i]);
	return against;
}

bool demand_worry_is_known(struct ctx *c, const struct decision *d)
{
	instant since = d->demanded_at ? d->demanded_at : d->r.created_at;
	const struct insight *worry = insight_on(c, d->client_id, WHY_WORRY);
	return worry && (worry->r.created_at >= since || worry->verified_at >= since);
}

/* ---- the demands of a client -------------------------------------------------------- */

static bool has_term(const struct demand *d, int64_t id)
{
	for (int i = 0; i < d->nterms; i++)
		if (d->term[i]->r.id == id)
			return true;
	return false;
}

static void add_term(struct demand *d, const struct term *t)
{
	if (t && d->nterms < TOUCHED_MAX && !has_term(d, t->r.id)) {
		d->term[d->nterms++] = t;
		d->told_before = d->told_before || (t->told_at && t->told_at < d->decision->demanded_at);
	}
}

/* What "as asked" breaks, and the notices nobody agreed to that it would break too. */
static void look_at(struct ctx *c, struct demand *d)
{
	struct options *o = options_read(c, d->decision->options);
	for (int i = 0; i < o->n; i++) {
		const json_t *broken = json_object_get(o->option[i].json, "breaks_term_ids");
		for (size_t k = 0; option_is(&o->option[i], AS_ASKED) && k < json_array_size(broken); k++)
			add_term(d, GET(c, term, json_integer_value(json_array_get(broken, k))));
	}
	const struct term *touched[TOUCHED_MAX];
	int n = notices_touched(c, d->decision, false, touched);
	for (int i = 0; i < n; i++)
		add_term(d, touched[i]);
}

static struct demands *demands_read(struct ctx *c, int64_t client)
{
	struct demands *all = ARENA_NEW(c->arena, struct demands);
	foreach (c, decision, d, &demands_since, "iiii", client, c->now - DEMANDS_DAYS * DAY_SECONDS, c->now,
	    (int64_t)DEMANDS_MAX)
		all->demand[all->n++].decision = d;
	for (int i = 0; i < all->n; i++) {
		struct demand *one = &all->demand[i];
		look_at(c, one);
		all->unrealistic += one->told_before;
		all->never_told += one->nterms > 0 && !one->told_before;
	}
	return all;
}

instant demand_never_told(struct ctx *c, int64_t client, instant since)
{
	foreach (c, decision, d, &demands_since, "iiii", client, since, INT64_MAX, (int64_t)DEMANDS_MAX) {
		struct demand *one = ARENA_NEW(c->arena, struct demand);
		one->decision = d;
		look_at(c, one);
		if (one->nterms > 0 && !one->told_before)
			return d->demanded_at;
	}
	return 0;
}

static void terms_json(struct ctx *c, const struct demand *d, struct jw *out)
{
	jw_array(out);
	for (int i = 0; i < d->nterms; i++) {
		const struct term *t = d->term[i];
		jw_object(out);
		jw_int_of(out, "term_id", t->r.id);
		instant_json(c, t->told_at, jw_key(out, "told_at"));
		jw_bool_of(out, "told_before", t->told_at && t->told_at < d->decision->demanded_at);
		jw_text_of(out, "text", t->text);
		jw_end_object(out);
	}
	jw_end_array(out);
}

void demands_json(struct ctx *c, const void *rec, struct jw *out)
{
	const struct client *of = rec;
	const struct demands *all = demands_read(c, of->r.id);
	jw_object(out);
	jw_int_of(out, "d", all->n);
	jw_int_of(out, "u", all->unrealistic);
	jw_int_of(out, "never_told", all->never_told);
	jw_text_of(out, "text",
	    all->n ? phrased(c, N_("Against something told before: %s."),
			 say_ratio(c->arena, c->lang, all->unrealistic, all->n))
		   : NULL);
	jw_text_of(out, "ours",
	    all->never_told
		? phrased(c, N_("Only against something that was never told: %d. That one is ours to say."),
		      all->never_told)
		: NULL);
	jw_array(jw_key(out, "items"));
	for (int i = 0; i < all->n; i++) {
		const struct decision *d = all->demand[i].decision;
		jw_object(out);
		jw_int_of(out, "decision_id", d->r.id);
		date_json(c, d->asked_due, jw_key(out, "asked_due"));
		date_json(c, d->feasible_due, jw_key(out, "feasible_due"));
		terms_json(c, &all->demand[i], jw_key(out, "terms"));
		jw_bool_of(out, "concession", d->concession);
		jw_bool_of(out, "told_before", all->demand[i].told_before);
		jw_end_object(out);
	}
	jw_end_array(out);
	jw_end_object(out);
}
