/* From what a caller sent to a struct: every field by its type, its bounds and
 * who may set it.  Unknown is said, nothing is guessed (api.md 0, 422). */
#include "record/store.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"

#define WORD_MAX 60
#define TEXT_MAX 200
#define LONGTEXT_MAX 20000
#define NUMBER_MAX 1000000000000

/* What the caller is to this record, as bits of enum by. */
unsigned caller_bits(const struct ctx *c, const struct kind *k, const void *rec)
{
	const struct who *w = &c->who;
	if (w->id == 0 && w->role == LEAD)
		return ~0u; /* the program itself */
	unsigned bits = 0;
	if (w->role == LEAD)
		bits |= BY_LEAD;
	if (w->role == MEMBER)
		bits |= BY_MEMBER;
	if (w->role == CONTACT)
		bits |= BY_CONTACT | (w->can_agree ? BY_AGREEING : 0u);
	if (rec && k->is_person && ((const struct record *)rec)->id == w->id)
		bits |= BY_SELF;
	return bits;
}

int field_longest(const struct field *f)
{
	return f->max                   ? f->max
	       : f->type == FT_text     ? TEXT_MAX
	       : f->type == FT_longtext ? LONGTEXT_MAX
					: WORD_MAX;
}

int64_t field_highest(const struct field *f)
{
	return f->low || f->high ? f->high : NUMBER_MAX;
}

bool field_is_money(const struct field *f)
{
	const char *cents = strstr(f->name, "cents");
	return cents && !cents[strlen("cents")] && (cents == f->name || cents[-1] == '_');
}

static const char *read_text(struct act *a, const struct field *f, const json_t *v, void *into)
{
	const char *s = json_string_value(v);
	if (!s || !text_is_sound(s, json_string_length(v)))
		return "bad_value";
	s = text_trim(a->ctx->arena, s);
	if (f->type == FT_text) /* names, titles, subjects */
		s = text_one_line(a->ctx->arena, s);
	if (!*s && f->required)
		return "missing";
	if (text_length(s) > (size_t)field_longest(f))
		return "too_long";
	if (*s && text_length(s) < (size_t)f->min) {
		a->refusal.detail =
		    phrased(a->ctx, N_("%s: at least %d characters."), tr(a->ctx->lang, f->label), f->min);
		return "bad_value";
	}
	field_set_text(f, into, *s ? s : NULL);
	return NULL;
}

static const char *id_of(struct ctx *c, const json_t *v)
{
	if (json_is_integer(v) && c->who.role != CONTACT)
		return arena_printf(c->arena, "%lld", (long long)json_integer_value(v));
	return json_string_value(v);
}

static const char *read_ref(struct act *a, const struct field *f, const json_t *v, void *into)
{
	const char *id = id_of(a->ctx, v);
	if (!id)
		return json_is_integer(v) ? "bad_ref" : "bad_value";
	const struct record *rec = record_find(a->ctx, f->to, id);
	if (!rec || (f->accepts && !f->accepts(a->ctx, rec)))
		return "bad_ref";
	field_set_int(f, into, rec->id);
	return NULL;
}

static const struct kind *kind_linked(const struct field *f, const json_t *v, const void *into)
{
	if (f->kind_of)
		return f->kind_of(into);
	const char *type = text_in(v, "type");
	return type && is_among(f->kinds, type) ? kind_named(type) : NULL;
}

/* An id when other fields tell the kind, else {"type", "id"}. */
static const char *read_link(struct act *a, const struct field *f, const json_t *v, void *into)
{
	if (!f->kind_of && (!json_is_object(v) || json_object_size(v) != 2))
		return "bad_value";
	const struct kind *k = kind_linked(f, v, into);
	const char *id = id_of(a->ctx, f->kind_of ? v : json_object_get(v, "id"));
	const struct record *rec = k && id ? record_find(a->ctx, k, id) : NULL;
	if (!rec || (f->accepts && !f->accepts(a->ctx, rec)))
		return "bad_ref";
	field_set_int(f, into, link_to(k, rec->id));
	return NULL;
}

static bool text_is_on(const char *s)
{
	return strcmp(s, "on") == 0 || strcmp(s, "1") == 0 || strcmp(s, "true") == 0;
}

static const char *read_flag(
    const struct input_rules *rules, const struct field *f, const json_t *v, void *into)
{
	if (rules->form && json_is_string(v)) {
		field_set_int(f, into, text_is_on(json_string_value(v)));
		return NULL;
	}
	if (!json_is_boolean(v))
		return "bad_value";
	field_set_int(f, into, json_is_true(v));
	return NULL;
}

static const char *read_choice(const struct field *f, const json_t *v, void *into)
{
	int64_t n = choice_number(f->choices, json_string_value(v));
	if (n == 0)
		return "bad_value";
	field_set_int(f, into, n);
	return NULL;
}

static const char *read_instant(struct act *a, const struct field *f, const json_t *v, void *into)
{
	instant at;
	const char *s = json_string_value(v);
	if (!s || !instant_parse(&a->ctx->firm->calendar.zone, s, &at) || at <= 0)
		return "bad_date";
	if (f->past && at > a->ctx->now)
		return "in_future";
	if (f->ahead && at <= a->ctx->now)
		return "in_past";
	field_set_int(f, into, at);
	return NULL;
}

static const char *read_date(struct act *a, const struct field *f, const json_t *v, void *into)
{
	day d;
	const char *s = json_string_value(v);
	if (!s || !day_parse(s, &d) || d <= 0)
		return "bad_date";
	if (f->past && d > a->ctx->today)
		return "in_future";
	if (f->ahead && d < a->ctx->today)
		return "in_past";
	field_set_int(f, into, d);
	return NULL;
}

static bool number_of(const struct input_rules *rules, const struct field *f, const json_t *v, int64_t *ret)
{
	if (json_is_integer(v)) {
		*ret = json_integer_value(v);
		return true;
	}
	if (!rules->form || !json_is_string(v))
		return false;
	const char *s = json_string_value(v);
	if (field_is_money(f))
		return text_cents(s, ret);
	if (f->in_hours)
		return text_minutes(s, ret);
	char *end;
	errno = 0;
	*ret = strtoll(s, &end, 10);
	return end != s && *end == 0 && errno == 0;
}

static const char *read_number(
    const struct input_rules *rules, const struct field *f, const json_t *v, void *into)
{
	int64_t n;
	if (!number_of(rules, f, v, &n) || n < f->low || n > field_highest(f))
		return "bad_value";
	field_set_int(f, into, n);
	return NULL;
}

/* A form sends one value of a list as itself. */
static json_t *as_list(const struct input_rules *rules, json_t *v)
{
	if (!rules->form || json_is_array(v))
		return json_incref(v);
	json_t *list = json_array();
	json_array_append(list, v);
	return list;
}

static bool has_id(const json_t *ids, int64_t id)
{
	for (size_t i = json_array_size(ids); i > 0; i--)
		if (json_integer_value(json_array_get(ids, i - 1)) == id)
			return true;
	return false;
}

/* Said twice, it is named once: whoever it names gets one letter. */
static const char *read_refs(
    struct act *a, const struct input_rules *rules, const struct field *f, json_t *v, void *into)
{
	const char *why = NULL;
	json_t *list = as_list(rules, v), *ids = json_array();
	if (!json_is_array(list) || json_array_size(list) > LIST_MAX)
		why = "bad_value";
	for (size_t i = 0; !why && i < json_array_size(list); i++) {
		const char *id = id_of(a->ctx, json_array_get(list, i));
		const struct record *rec = id ? record_find(a->ctx, f->to, id) : NULL;
		if (!rec || (f->accepts && !f->accepts(a->ctx, rec)))
			why = "bad_ref";
		else if (!has_id(ids, rec->id))
			json_array_append_new(ids, json_integer(rec->id));
	}
	if (!why)
		field_set_text(f, into, json_array_size(ids) ? json_text(a->ctx->arena, ids) : NULL);
	json_decref(ids);
	json_decref(list);
	return why;
}

/* Of a word as it is kept. */
static const char *word_fault(const struct field *f, const char *s)
{
	if (text_length(s) > (size_t)field_longest(f))
		return "too_long";
	return f->choices && !choice_number(f->choices, s) ? "bad_value" : NULL;
}

/* Blank ones are left out: they say nothing. */
static const char *read_word(struct act *a, const struct field *f, const json_t *v, json_t *into)
{
	const char *s = json_string_value(v);
	if (!s || !text_is_sound(s, json_string_length(v)))
		return "bad_value";
	s = text_trim(a->ctx->arena, s);
	if (!*s)
		return NULL;
	const char *why = word_fault(f, s);
	if (!why)
		json_array_append_new(into, json_string(s));
	return why;
}

static const char *read_words(
    struct act *a, const struct input_rules *rules, const struct field *f, json_t *v, void *into)
{
	const char *why = NULL;
	json_t *list = as_list(rules, v), *words = json_array();
	if (!json_is_array(list) || json_array_size(list) > LIST_MAX)
		why = "bad_value";
	for (size_t i = 0; !why && i < json_array_size(list); i++)
		why = read_word(a, f, json_array_get(list, i), words);
	if (!why)
		field_set_text(f, into, json_array_size(words) ? json_text(a->ctx->arena, words) : NULL);
	json_decref(words);
	json_decref(list);
	return why;
}

static const char *read_json(struct act *a, const struct field *f, const json_t *v, void *into)
{
	const char *text = NULL, *why = f->read ? f->read(a, v, &text) : "not_settable";
	if (!why)
		field_set_text(f, into, text);
	return why;
}

/* NULL when read, else the reason of api.md. */
static const char *read_value(
    struct act *a, const struct input_rules *rules, const struct field *f, json_t *v, void *into)
{
	switch (f->type) {
	case FT_text:
	case FT_longtext:
		return read_text(a, f, v, into);
	case FT_ref:
		return read_ref(a, f, v, into);
	case FT_link:
		return read_link(a, f, v, into);
	case FT_flag:
		return read_flag(rules, f, v, into);
	case FT_choice:
		return read_choice(f, v, into);
	case FT_instant:
		return read_instant(a, f, v, into);
	case FT_date:
		return read_date(a, f, v, into);
	case FT_number:
		return read_number(rules, f, v, into);
	case FT_refs:
		return read_refs(a, rules, f, v, into);
	case FT_words:
		return read_words(a, rules, f, v, into);
	case FT_json:
		return read_json(a, f, v, into);
	case FT_derived:
		break;
	}
	return "not_settable";
}

/* A choice left open is as it was before anybody chose: no letters is one that is said. */
static void set_nothing(const struct field *f, void *into)
{
	if (f->type == FT_choice && f->otherwise)
		field_set_int(f, into, choice_number(f->choices, f->otherwise));
	else if (field_is_text(f))
		field_set_text(f, into, NULL);
	else
		field_set_int(f, into, f->type == FT_number ? NO_NUMBER : 0);
}

static bool is_empty(const struct input_rules *rules, const json_t *v)
{
	return json_is_null(v) || (rules->form && json_is_string(v) && json_string_length(v) == 0);
}

static bool may_set(const struct input_rules *rules, const struct field *f, unsigned bits)
{
	if (!rules->kind)
		return f->create == 0 || (f->create & bits);
	return ((rules->creating ? f->create : f->patch) & bits) != 0;
}

bool input_is_for_leads(struct act *a, const struct input_rules *rules, const json_t *object)
{
	unsigned bits = caller_bits(a->ctx, a->kind, rules->creating ? NULL : a->rec);
	for (const struct field *f = rules->fields; f->name && a->ctx->who.role == MEMBER; f++)
		if (json_object_get(object, f->name) && !may_set(rules, f, bits) &&
		    may_set(rules, f, BY_LEAD))
			return true;
	return false;
}

static bool names_a_list(const struct field *fields, const char *name)
{
	const struct field *f = field_named(fields, name);
	return f && (f->type == FT_refs || f->type == FT_words);
}

bool input_is_list(const char *name)
{
	for (int i = 0; kinds[i]; i++) {
		if (names_a_list(kinds[i]->fields, name))
			return true;
		for (const struct action *action = kinds[i]->actions; action && action->name; action++)
			if (names_a_list(action->inputs, name))
				return true;
	}
	return false;
}

/* What no field is called is said. */
static void refuse_unknown(struct act *a, const struct input_rules *rules, const char *key)
{
	/* known to every record, never set by anybody */
	bool own = rules->kind && is_among("id pub created_at created_by clocks", key);
	if (!field_named(rules->fields, key))
		field_refuse(a, key, own ? "not_settable" : "unknown");
}

static void read_field(
    struct act *a, const struct input_rules *rules, unsigned bits, int n, json_t *v, void *into)
{
	const struct field *f = &rules->fields[n];
	const char *key = f->name;
	bool hidden = f->secret || (a->ctx->who.role == CONTACT && !f->portal);
	if (!may_set(rules, f, bits)) {
		field_refuse(a, key, hidden ? "unknown" : "not_settable");
	} else if (is_empty(rules, v)) {
		if (rules->patching && f->required)
			field_refuse(a, key, "missing");
		else if (rules->patching) {
			set_nothing(f, into);
			a->given[n] = true;
		}
	} else {
		const char *why = read_value(a, rules, f, v, into);
		if (why)
			field_refuse(a, key, why);
		else
			a->given[n] = true;
	}
}

static bool ids_are_of(struct ctx *c, const struct kind *k, const char *ids, int64_t client)
{
	json_t *list = json_of(c->arena, ids);
	bool all = true;
	for (size_t i = 0; i < json_array_size(list); i++) {
		const void *rec = record_get(c, k, json_integer_value(json_array_get(list, i)));
		all = all && rec && record_client(k, rec) == client;
	}
	return all;
}

static int64_t link_client(struct ctx *c, int64_t link)
{
	const struct kind *k = link_kind(link);
	return record_client(k, record_get(c, k, link_id(link)));
}

/* References stay within one client. */
static void check_same_client(struct act *a, const struct input_rules *rules, const void *rec)
{
	int n = 0;
	for (const struct field *f = rules->fields; f->name; f++, n++) {
		if (!f->same_client || !a->given[n])
			continue;
		int64_t client = record_client(a->kind, rules->kind ? rec : a->rec);
		bool own = true;
		if (f->type == FT_refs)
			own = ids_are_of(a->ctx, f->to, field_text(f, rec), client);
		else if (f->type == FT_link && field_int(f, rec))
			own = link_client(a->ctx, field_int(f, rec)) == client;
		else if (field_int(f, rec))
			own = record_client(f->to, record_get(a->ctx, f->to, field_int(f, rec))) == client;
		if (!own)
			field_refuse(a, f->name, "bad_ref");
	}
}

static bool was_refused(const struct act *a, const char *field)
{
	for (int i = 0; i < a->refusal.nfields; i++)
		if (strcmp(a->refusal.field[i].field, field) == 0)
			return true;
	return false;
}

static bool *given_none(struct arena *a, const struct field *fields)
{
	int n = 0;
	while (fields[n].name)
		n++;
	return ARENA_ARRAY(a, bool, n + 1);
}

void input_read(struct act *a, const struct input_rules *rules, json_t *object, void *into)
{
	const char *key;
	json_t *v;
	unsigned bits = caller_bits(a->ctx, a->kind, rules->creating ? NULL : a->rec);
	a->fields = rules->fields;
	a->given = given_none(a->ctx->arena, rules->fields);
	json_object_foreach(object, key, v)
	{
		if (a->refusal.nfields == REFUSAL_FIELDS_MAX)
			return; /* no more of them is told */
		if (rules->hints && strcmp(key, HINTS_OK) == 0)
			a->hints_ok =
			    json_is_true(v) || (json_is_string(v) && text_is_on(json_string_value(v)));
		else
			refuse_unknown(a, rules, key);
	}
	int n = 0; /* in the order of the fields: a link's kind is known before the link */
	for (const struct field *f = rules->fields; f->name; f++, n++)
		if ((v = json_object_get(object, f->name)))
			read_field(a, rules, bits, n, v, into);
	n = 0;
	for (const struct field *f = rules->fields; f->name && !rules->patching; f++, n++)
		if (f->required && !a->given[n] && may_set(rules, f, bits) && !was_refused(a, f->name))
			field_refuse(a, f->name, "missing");
	if (!refused(a))
		check_same_client(a, rules, into);
}

void inputs_read(struct act *a, const struct field *fields, bool form, json_t *object, void *into)
{
	input_read(a, &(struct input_rules){.fields = fields, .form = form}, object, into);
}

const char *part_read(struct act *a, const struct field *fields, const json_t *v, void *into)
{
	if (!json_is_object(v))
		return "bad_value";
	struct refusal refusal = a->refusal;
	const struct field *fields_of_whole = a->fields;
	bool *given_of_whole = a->given;
	a->refusal = (struct refusal){0};
	inputs_read(a, fields, false, (json_t *)v, into);
	const char *why = a->refusal.nfields ? a->refusal.field[0].reason : NULL;
	a->refusal = refusal;
	a->fields = fields_of_whole;
	a->given = given_of_whole;
	return why;
}
