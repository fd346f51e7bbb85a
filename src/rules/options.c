/* How the ways out of a decision are read, kept and shown.  They are kept as
 * staff read them in JSON; what comes in passes through the same rows of fields
 * as any record. */
#include "rules/options.h"

#include "record/wording.h"
#include "rules/hints.h"
#include "rules/insight.h"
#include "rules/term.h"

#define THEIRS_KEY "theirs"

/* ---- from a caller ------------------------------------------------------------ */

/* Whatever they recommend serves a goal of the client, guessed or verified (R3.3). */
static HOLDS(is_goal, insight, i, i->question == WHY_GOAL && i->state != INSIGHT_REFUTED);

static const char *read_offers(struct act *a, const json_t *v, const char **ret);

const struct field option_in_fields[] = {OPTION_INPUTS(FIELD_ROW, struct option_in){0}};
const struct field option_edit_in_fields[] = {OPTION_EDIT_INPUTS(FIELD_ROW, struct option_edit_in){0}};
const struct field offer_fields[] = {OFFER_INPUTS(FIELD_ROW, struct offer){0}};

/* The value of one field as it is kept in an object. */
static json_t *value_of(struct ctx *c, const struct field *f, const void *in)
{
	if (f->type == FT_words || f->type == FT_refs || f->type == FT_json)
		return field_text(f, in) ? json_loads(field_text(f, in), 0, NULL) : json_array();
	if (f->type == FT_text || f->type == FT_longtext)
		return field_text(f, in) ? json_string(field_text(f, in)) : json_null();
	int64_t v = field_int(f, in);
	if (f->type == FT_flag)
		return json_boolean(v);
	if (f->type == FT_choice)
		return json_string(choice_name(f->choices, v));
	if (v == (f->type == FT_number ? NO_NUMBER : 0))
		return json_null();
	return f->type == FT_date ? json_string(day_text(c->arena, v)) : json_integer(v);
}

static json_t *object_of(struct ctx *c, const struct field *fields, const void *in)
{
	json_t *object = json_object();
	for (const struct field *f = fields; f->name; f++)
		json_object_set_new(object, f->name, value_of(c, f, in));
	return object;
}

/* Ours is kept by one of us, theirs by one of their people. */
static bool may_keep(struct act *a, const struct offer *o)
{
	const struct person *p = GET(a->ctx, person, o->person_id);
	if (!p || o->side == OURS)
		return !p || person_is_staff(a->ctx, p);
	return p->active && p->role == ROLE_CONTACT && p->client_id == record_client(a->kind, a->rec);
}

static const char *read_offers(struct act *a, const json_t *v, const char **ret)
{
	if (!json_is_array(v) || json_array_size(v) > OFFERS_MAX)
		return "bad_value";
	const char *why = NULL;
	json_t *list = json_lent(a->ctx->arena, json_array());
	for (size_t i = 0; !why && i < json_array_size(v); i++) {
		struct offer o = {0};
		why = part_read(a, offer_fields, json_array_get(v, i), &o);
		if (!why && !may_keep(a, &o))
			why = "bad_ref";
		if (!why)
			json_array_append_new(list, object_of(a->ctx, offer_fields, &o));
	}
	*ret = json_array_size(list) ? json_text(a->ctx->arena, list) : NULL;
	return why;
}

static const char *read_one(struct act *a, const json_t *v, struct options *into)
{
	struct option_in in = OPTION_EMPTY;
	const char *why = part_read(a, option_in_fields, v, &in);
	if (!why && !in.label)
		why = "missing";
	in.label = text_kept(a->ctx->arena, in.label);
	if (!why && !options_add(a->ctx, into, &in))
		why = "bad_value";
	return why;
}

/* Those that have a number keep it; the others take what is left. */
const char *read_options(struct act *a, const json_t *v, const char **ret)
{
	if (!json_is_array(v))
		return "bad_value";
	const char *why = NULL;
	struct options *o = options_read(a->ctx, NULL);
	for (int numbered = 1; numbered >= 0; numbered--)
		for (size_t i = 0; !why && i < json_array_size(v); i++) {
			const json_t *one = json_array_get(v, i);
			if (json_is_integer(json_object_get(one, "n")) == (numbered == 1))
				why = read_one(a, one, o);
		}
	*ret = o->n ? options_text(a->ctx->arena, o) : NULL;
	return why;
}

/* ---- the list ------------------------------------------------------------------- */

static void look_over(const struct ctx *c, struct options *o)
{
	o->n = 0;
	for (size_t i = 0; i < json_array_size(o->list) && o->n < OPTIONS_MAX; i++) {
		json_t *one = json_array_get(o->list, i);
		o->option[o->n++] = (struct option){.n = json_integer_value(json_object_get(one, "n")),
		    .type = text_in(one, "type"),
		    .label = text_said(c, text_in(one, "label")),
		    .impacts = text_in(one, "impacts"),
		    .gives_up_client = text_in(one, "gives_up_client"),
		    .gives_up_us = text_in(one, "gives_up_us"),
		    .json = one};
	}
}

struct options *options_read(const struct ctx *c, const char *kept)
{
	struct options *o = ARENA_NEW(c->arena, struct options);
	o->list = kept ? json_of(c->arena, kept) : json_lent(c->arena, json_array());
	look_over(c, o);
	return o;
}

static int64_t free_number(struct options *o)
{
	int64_t n = 0;
	while (option_numbered(o, n))
		n++;
	return n;
}

struct option *options_add(struct ctx *c, struct options *o, const struct option_in *in)
{
	struct option_in one = *in;
	if (one.n == NO_NUMBER)
		one.n = free_number(o);
	if (o->n == OPTIONS_MAX || option_numbered(o, one.n))
		return NULL;
	int at = 0;
	while (at < o->n && o->option[at].n < one.n)
		at++;
	json_array_insert_new(o->list, (size_t)at, object_of(c, option_in_fields, &one));
	look_over(c, o);
	return &o->option[at];
}

void option_edit(struct act *a, struct option *o)
{
	for (const struct field *f = option_edit_in_fields; f->name; f++)
		if (given(a, f->name))
			json_object_set_new(o->json, f->name, value_of(a->ctx, f, a->in));
	const char *label = text_kept(a->ctx->arena, text_in(o->json, "label"));
	json_object_set_new(o->json, "label", json_string(label));
	json_object_del(o->json, THEIRS_KEY); /* whoever changes it says it otherwise */
}

void option_is_theirs(struct option *o)
{
	json_object_set_new(o->json, THEIRS_KEY, json_true());
}

const char *options_text(struct arena *a, const struct options *o)
{
	return json_text(a, o->list);
}

struct option *option_numbered(struct options *o, int64_t n)
{
	for (int i = 0; i < o->n; i++)
		if (o->option[i].n == n)
			return &o->option[i];
	return NULL;
}

bool option_is(const struct option *o, int64_t type)
{
	return choice_number(field_named(option_in_fields, "type")->choices, o->type) == type;
}

int options_count(const struct options *o, int64_t type)
{
	int n = 0;
	for (int i = 0; i < o->n; i++)
		n += option_is(&o->option[i], type);
	return n;
}

bool option_has(const struct option *o, const char *list)
{
	return json_array_size(json_object_get(o->json, list)) > 0;
}

bool option_breaks(const struct option *o, int64_t term)
{
	const json_t *broken = json_object_get(o->json, "breaks_term_ids");
	for (size_t i = 0; i < json_array_size(broken); i++)
		if (json_integer_value(json_array_get(broken, i)) == term)
			return true;
	return false;
}

int option_offers(struct ctx *c, const struct option *o, struct offer ret[OFFERS_MAX])
{
	const json_t *offers = json_object_get(o->json, "promises");
	int n = 0;
	for (size_t i = 0; i < json_array_size(offers) && n < OFFERS_MAX; i++) {
		const json_t *one = json_array_get(offers, i);
		struct offer *p = &ret[n++];
		*p = (struct offer){
		    .side = choice_number(field_named(offer_fields, "side")->choices, text_in(one, "side")),
		    .text = arena_strdup(c->arena, text_in(one, "text")),
		    .person_id = json_integer_value(json_object_get(one, "person_id")),
		    .deliverable = json_is_true(json_object_get(one, "deliverable"))};
		day_parse(text_in(one, "due"), &p->due);
	}
	return n;
}

/* ---- second looks -------------------------------------------------------------------- */

/* On declining and on accepting as asked, what the client would lose (T14). */
static void hint_loss(struct act *a, const struct option *o, bool asks)
{
	struct ctx *c = a->ctx;
	if (o->gives_up_client || !(option_is(o, AS_ASKED) || option_is(o, DECLINE)))
		return;
	hint_add(&a->hints,
	    &(struct hint){.code = "loss_unsaid",
		.field = "options",
		.text = phrased(c, N_("“%s”: what would the client lose? Say it as a fact."), o->label),
		.match = arena_strdup(c->arena, o->label),
		.n = o->n,
		.asks = asks});
}

static bool promises_by(struct ctx *c, const struct option *o, int64_t side)
{
	struct offer offers[OFFERS_MAX];
	for (int i = option_offers(c, o, offers); i > 0; i--)
		if (offers[i - 1].side == side)
			return true;
	return false;
}

/* They would do something and we nothing, about what may be our doing (P13). */
static void hint_our_side(struct act *a, const struct option *o)
{
	struct ctx *c = a->ctx;
	const struct decision *d = a->rec;
	const struct matter *m = GET(c, matter, link_of(d->about_id, &matter_kind));
	if (m && m->cause != CAUSE_CLIENT && m->cause != CAUSE_NEITHER && promises_by(c, o, THEIRS) &&
	    !promises_by(c, o, OURS))
		hint_add(&a->hints, &(struct hint){.code = "our_side_empty",
					.field = "options",
					.text = tr(c->lang, N_("And on our side?")),
					.match = arena_strdup(c->arena, o->label),
					.n = o->n});
}

void option_hints(struct act *a, const struct option *o, bool asks)
{
	hint_loss(a, o, asks);
	hint_our_side(a, o);
}

/* Whatever a client reads of an option in words: each is given to `look`, and becomes
 * what that returns. */
typedef const char *looks(void *user, const char *text);

static void look_at_list(json_t *list, looks *look, void *user)
{
	size_t i;
	json_t *one;
	json_array_foreach(list, i, one)
	    json_array_set_new(list, i, json_string(look(user, json_string_value(one))));
}

static void look_at_text(json_t *object, const char *key, looks *look, void *user)
{
	const char *text = text_in(object, key);
	if (text)
		json_object_set_new(object, key, json_string(look(user, text)));
}

static void look_at_words(json_t *option, looks *look, void *user)
{
	static const char *const texts[] = {"label", "impacts", "gives_up_client"};
	for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++)
		look_at_text(option, texts[i], look, user);
	look_at_list(json_object_get(option, "pros"), look, user);
	look_at_list(json_object_get(option, "cons"), look, user);
	size_t i;
	json_t *offer;
	json_array_foreach(json_object_get(option, "promises"), i, offer)
	    look_at_text(offer, "text", look, user);
}

struct hinting {
	struct act *a;
	int64_t signer;
};

static const char *name_hinted(void *user, const char *text)
{
	struct hinting *n = user;
	hint_colleague(n->a->ctx, "options", text, n->signer, &n->a->hints);
	return text;
}

void option_names(struct act *a, const struct option *o, int64_t signer)
{
	struct hinting n = {a, signer};
	look_at_words(o->json, name_hinted, &n);
}

/* ---- to whoever reads --------------------------------------------------------------- */

/* A reference as a contact knows it; NULL: they know nothing of it. */
static json_t *told_id(struct ctx *c, const struct kind *k, const json_t *id)
{
	const void *rec = record_get(c, k, json_integer_value(id));
	if (!rec || !record_visible(c, k, rec))
		return NULL;
	return json_string(pub_name(c->arena, &c->firm->key, (int)k->number, json_integer_value(id)));
}

struct reading {
	const struct ctx *c;
	const struct decision *decision;
};

static const char *as_their_own(void *user, const char *text)
{
	const struct reading *r = user;
	return decision_for_client(r->c, r->decision, text);
}

static const char *as_said(void *user, const char *text)
{
	return text_said(user, text);
}

/* The option without what is ours alone: what we would lose, who of us would do
 * what, and records they do not see. */
static void told_json(struct ctx *c, const struct decision *d, const struct option *o, struct jw *out)
{
	json_t *one = json_deep_copy(o->json), *broken = json_array(), *offer;
	look_at_words(one, as_said, c);
	if (!json_object_get(one, THEIRS_KEY))
		look_at_words(one, as_their_own, &(struct reading){c, d});
	json_object_del(one, THEIRS_KEY);
	json_object_del(one, "gives_up_us");
	json_t *goal = told_id(c, &insight_kind, json_object_get(one, "serves"));
	if (goal)
		json_object_set_new(one, "serves", goal);
	else
		json_object_del(one, "serves");
	size_t i;
	json_array_foreach(json_object_get(one, "promises"), i, offer) json_object_del(offer, "person_id");
	const json_t *terms = json_object_get(one, "breaks_term_ids");
	for (i = 0; i < json_array_size(terms); i++)
		json_array_append_new(broken, told_id(c, &term_kind, json_array_get(terms, i)));
	json_object_set_new(one, "breaks_term_ids", broken);
	jw_raw(out, json_kept(c->arena, one));
}

void write_options(const struct ctx *c, const void *decision, struct jw *out)
{
	const struct decision *d = decision;
	struct options *o = options_read(c, d->options);
	if (c->who.role != CONTACT) {
		for (int i = 0; i < o->n; i++)
			look_at_words(o->option[i].json, as_said, (struct ctx *)c);
		jw_raw(out, options_text(c->arena, o));
		return;
	}
	jw_array(out);
	for (int i = 0; i < o->n; i++)
		if (o->option[i].n != d->recommended_option)
			told_json((struct ctx *)c, d, &o->option[i], out);
	const struct option *best = option_numbered(o, d->recommended_option);
	if (best)
		told_json((struct ctx *)c, d, best, out);
	jw_end_array(out);
}
