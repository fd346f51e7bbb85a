/* The picture of a relation: a rule is a row, its checks are rows, and each check is
 * one function of facts (portrait_checks.h). */
#include "rules/portrait_checks.h"

#include <string.h>

static const char state_letters[] = "GABUN";

const char *check_state_said(enum check_state s)
{
	static const char *const said[] = {
	    N_("alive"), N_("needs care"), N_("hurting"), N_("not known yet"), N_("does not apply")};
	return said[s];
}

/* ---- the table --------------------------------------------------------------------- */

struct check_row {
	const char *name;
	look *look;
	const struct kind *kind; /* of its facts */
	bool key;                /* ★: while it was not observed the rule is not known */
	const char *hit, *miss;  /* of a fact, in a word or two */
};

#define CHECK(name_, look_, kind_, ...) \
	{ \
		.name = name_, .look = look_, .kind = &kind_##_kind, __VA_ARGS__ \
	}

/* Both keys of R6 together: one observed is enough. */
static const struct {
	const char *rule, *name;
	struct check_row check[CHECKS_OF_RULE_MAX + 1];
} rows[RULES_OF_PORTRAIT] = {
    {"R1", N_("Communication"),
	{CHECK("R1a", ententes_up_to_date, mandate, .hit = N_("up to date"), .miss = N_("not up to date")),
	    CHECK("R1b", recaps_in_time, exchange, .key = true, .hit = N_("in time"),
		.miss = N_("not in time")),
	    CHECK("R1c", voice_lately, exchange),
	    CHECK("R1d", threads_that_stretch, exchange, .hit = N_("nobody spoke"),
		.miss = N_("somebody spoke")),
	    CHECK("R1e", both_ways, exchange, .hit = N_("from them"), .miss = N_("from us"))}},
    {"R2", N_("Listening"),
	{CHECK("R2a", understood_and_validated, writing, .key = true, .hit = N_("validated"),
	     .miss = N_("not validated")),
	    CHECK("R2b", full_attention, exchange, .hit = N_("free to listen"),
		.miss = N_("nobody took notes")),
	    CHECK("R2c", silences, exchange),
	    CHECK("R2d", corrections_followed, writing, .hit = N_("in time"), .miss = N_("not in time"))}},
    {"R3", N_("Empathy"),
	{CHECK("R3a", whys_checked, insight, .key = true), CHECK("R3b", fuzzy_terms_cleared, term),
	    CHECK("R3c", initiatives, matter)}},
    {"R4", N_("Transparency"),
	{CHECK("R4a", told_in_time, matter, .key = true, .hit = N_("in time"), .miss = N_("not in time")),
	    CHECK("R4b", told_first, matter, .hit = N_("told first"), .miss = N_("found first")),
	    CHECK("R4c", decided_together, decision, .hit = N_("together"), .miss = N_("without them")),
	    CHECK("R4d", invited, writing)}},
    {"R5", N_("Rigour"),
	{CHECK("R5a", word_kept, promise, .key = true, .hit = N_("kept"), .miss = N_("not kept")),
	    CHECK("R5b", one_in_charge, mandate), CHECK("R5c", within_bounds, mandate),
	    CHECK("R5d", warned_before, promise, .hit = N_("warned"), .miss = N_("not warned"))}},
    {"R6", N_("Sharing"),
	{CHECK("R6a", wins_celebrated, moment, .key = true, .hit = N_("in time"), .miss = N_("not in time")),
	    CHECK("R6b", setbacks_looked_back_on, matter, .key = true, .hit = N_("in time"),
		.miss = N_("not in time")),
	    CHECK("R6c", solutions_done, promise, .hit = N_("in time"), .miss = N_("not in time"))}},
    {"R7", N_("The little extra"),
	{CHECK("R7a", little_extra, moment, .key = true),
	    CHECK("R7b", ideas_after_delivery, mandate, .hit = N_("in time"), .miss = N_("not in time"))}},
};

/* ---- what they have in common ------------------------------------------------------- */

SELECT(mandates_under_way, mandate_kind,
    "WHERE client_id = $1 AND state IN ('running', 'delivered') ORDER BY id LIMIT $2");

static struct relation *relation_of(struct ctx *c, const struct client *of)
{
	struct relation *r = ARENA_NEW(c->arena, struct relation);
	r->c = c;
	r->client = of;
	r->since = window_began(c);
	r->since_day = window_first_day(c);
	foreach (c, mandate, m, &mandates_under_way, "ii", of->r.id, (int64_t)MANDATES_SEEN_MAX)
		r->mandate[r->nmandates++] = m;
	return r;
}

const struct talk *relation_talk(struct relation *r)
{
	if (!r->talk) {
		struct talk *t = ARENA_NEW(r->c->arena, struct talk);
		*t = talk_read(r->c, r->client->r.id, r->since, r->c->now);
		r->talk = t;
	}
	return r->talk;
}

void fact_add(struct ctx *c, struct check *ret, int64_t id, bool hit)
{
	ret->fact = arena_grown(c->arena, ret->fact, ret->nfacts, sizeof *ret->fact);
	ret->fact[ret->nfacts++] = (struct check_fact){id, hit};
}

void fact_count(struct ctx *c, struct check *ret, int64_t id, bool hit)
{
	ret->counts = true;
	ret->k += hit;
	ret->n++;
	fact_add(c, ret, id, hit);
}

bool at_least(int64_t k, int64_t n, int percent)
{
	return 100 * k >= percent * n;
}

enum check_state by_share(const struct check *found, int alive, int care)
{
	return at_least(found->k, found->n, alive)  ? ALIVE
	       : at_least(found->k, found->n, care) ? NEEDS_CARE
						    : HURTING;
}

enum check_state by_number(int64_t n)
{
	return n == 0 ? ALIVE : n <= 2 ? NEEDS_CARE : HURTING;
}

int64_t days_since(const struct relation *r, instant at)
{
	return r->c->today - day_at(r->c, at);
}

const char *ratio_said(const struct relation *r, const struct check *found)
{
	return say_ratio(r->c->arena, r->c->lang, found->k, found->n);
}

bool is_singular(const struct relation *r, int64_t n)
{
	return n == 1 || (n == 0 && r->c->lang == LANG_FR);
}

void not_known(struct check *ret, const char *sentence, const char *would_tell)
{
	ret->state = NOT_KNOWN;
	ret->sentence = sentence;
	ret->would_tell = would_tell;
}

void not_applicable(struct check *ret, const char *sentence)
{
	ret->state = NOT_APPLICABLE;
	ret->sentence = sentence;
}

/* ---- the roll-up --------------------------------------------------------------------- */

static bool is_observed(const struct check *one)
{
	return one->state != NOT_KNOWN && one->state != NOT_APPLICABLE;
}

static const struct check *first_in(const struct check *checks, int n, enum check_state state)
{
	for (int i = 0; i < n; i++)
		if (checks[i].state == state)
			return &checks[i];
	return NULL;
}

/* The key check that was observed, else the first of them. */
static const struct check *key_of(const struct check *checks, int n)
{
	const struct check *key = NULL;
	for (int i = 0; i < n; i++)
		if (checks[i].key && (!key || (!is_observed(key) && is_observed(&checks[i]))))
			key = &checks[i];
	return key;
}

const struct check *check_telling(const struct check *checks, int n)
{
	const struct check *worst = first_in(checks, n, HURTING);
	if (!worst)
		worst = first_in(checks, n, NEEDS_CARE);
	return worst ? worst : key_of(checks, n);
}

enum check_state rule_state(const struct check *checks, int n)
{
	const struct check *telling = check_telling(checks, n);
	return is_observed(telling) ? telling->state : NOT_KNOWN;
}

static struct check look_at(struct relation *r, const struct check_row *row)
{
	struct check found = {.name = row->name,
	    .key = row->key,
	    .kind = row->kind,
	    .value = NO_NUMBER,
	    .hit = row->hit,
	    .miss = row->miss};
	row->look(r, &found);
	return found;
}

const struct portrait *portrait_read(struct ctx *c, const struct client *of)
{
	struct portrait *p = ARENA_NEW(c->arena, struct portrait);
	struct relation *r = relation_of(c, of);
	for (int i = 0; i < RULES_OF_PORTRAIT; i++) {
		struct portrait_rule *rule = &p->rule[i];
		rule->rule = rows[i].rule;
		rule->name = rows[i].name;
		for (const struct check_row *row = rows[i].check; row->name; row++)
			rule->check[rule->nchecks++] = look_at(r, row);
		rule->state = rule_state(rule->check, rule->nchecks);
		rule->telling = check_telling(rule->check, rule->nchecks);
	}
	return p;
}

bool portrait_hurts(struct ctx *c, const struct client *of, const char *rule)
{
	struct relation *r = relation_of(c, of);
	for (int i = 0; i < RULES_OF_PORTRAIT; i++)
		for (const struct check_row *row = rows[i].check;
		     strcmp(rows[i].rule, rule) == 0 && row->name; row++)
			if (look_at(r, row).state == HURTING)
				return true;
	return false;
}

/* ---- as JSON (api.md 5) ---------------------------------------------------------------- */

static void check_json(struct ctx *c, const struct check *one, struct jw *out)
{
	jw_object(out);
	jw_text_of(out, "check", one->name);
	jw_bool_of(out, "key", one->key);
	jw_text_n(jw_key(out, "state"), &state_letters[one->state], 1);
	if (one->counts) {
		ratio_json(one->k, one->n, out);
	} else {
		jw_null(jw_key(out, "k"));
		jw_null(jw_key(out, "n"));
		jw_null(jw_key(out, "percent"));
	}
	number_json(one->value, jw_key(out, "value"));
	jw_text_of(out, "sentence", one->sentence);
	jw_text_of(out, "would_tell", one->would_tell);
	jw_array(jw_key(out, "ids"));
	for (int i = 0; i < one->nfacts; i++) {
		jw_object(out);
		jw_text_of(out, "kind", one->kind->name);
		id_json(c, one->kind, one->fact[i].id, jw_key(out, "id"));
		jw_end_object(out);
	}
	jw_end_array(out);
	jw_end_object(out);
}

static void rule_json(struct ctx *c, const struct portrait_rule *rule, struct jw *out)
{
	jw_object(out);
	jw_text_of(out, "rule", rule->rule);
	jw_text_of(out, "name", tr(c->lang, rule->name));
	jw_text_n(jw_key(out, "state"), &state_letters[rule->state], 1);
	jw_array(jw_key(out, "checks"));
	for (int i = 0; i < rule->nchecks; i++)
		check_json(c, &rule->check[i], out);
	jw_end_array(out);
	jw_end_object(out);
}

static const char *said_done(struct ctx *c, int64_t client, bool under_problem)
{
	const struct say_do *s = say_do_read(c, client, OURS, under_problem);
	return s->n > 0 ? say_ratio(c->arena, c->lang, s->k, s->n) : NULL;
}

void portrait_json(struct ctx *c, const void *rec, struct jw *out)
{
	const struct client *of = rec;
	const struct portrait *p = portrait_read(c, of);
	jw_object(out);
	jw_int_of(out, "client_id", of->r.id);
	instant_json(c, c->now, jw_key(out, "at"));
	jw_int_of(out, "window_d", settings_of(c)->window_d);
	jw_array(jw_key(out, "rules"));
	for (int i = 0; i < RULES_OF_PORTRAIT; i++)
		rule_json(c, &p->rule[i], out);
	jw_end_array(out);
	jw_object(jw_key(out, "beside"));
	jw_text_of(out, "r5a", said_done(c, of->r.id, false));
	jw_text_of(out, "under_problem", said_done(c, of->r.id, true));
	const struct transparency *t = transparency_read(c, of->r.id);
	jw_text_of(out, "transparency", t->proactive_n > 0 ? transparency_text(c, t) : NULL);
	jw_end_object(out);
	jw_end_object(out);
}
