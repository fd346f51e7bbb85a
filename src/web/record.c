/* What a record says, keeps and offers, each made when a template first names it. */
#include "web/record.h"
#include "record/wording.h"

#include <string.h>

#include "web/parts.h"
#include "web/typed.h"

/* What is shown of a record, and to whom. */
struct shown {
	struct req *r;
	const struct kind *kind;
	const void *rec;
};

/* One a line when they are sentences, else "one, two". */
static const char *words_input(struct req *r, const struct field *f, const char *words)
{
	const char *all = NULL;
	json_t *list = json_of(r->c->arena, words);
	for (size_t i = 0; i < json_array_size(list); i++) {
		const char *one = json_string_value(json_array_get(list, i));
		all = all ? arena_printf(r->c->arena, "%s%s%s", all, f->max ? "\n" : ", ", one)
			  : arena_strdup(r->c->arena, one);
	}
	return all;
}

static void give_choices(struct req *r, struct view *on, const struct field *f, const char *words)
{
	json_t *list = json_of(r->c->arena, words);
	for (size_t i = 0; i < json_array_size(list); i++) {
		int64_t n = choice_number(f->choices, json_string_value(json_array_get(list, i)));
		if (n)
			view_flag(on, f->choices[n - 1].name, true);
	}
}

static const char *number_text(struct req *r, const struct field *f, int64_t n)
{
	if (field_is_money(f))
		return price_input(r, n);
	if (f->in_hours && n != NO_NUMBER)
		return arena_printf(r->c->arena, "%.10g", (double)n / 60);
	return n == NO_NUMBER ? NULL : arena_printf(r->c->arena, "%lld", (long long)n);
}

/* ---- all that a form of it may hold ---------------------------------------------------- */

static const char *list_text(struct req *r, const struct field *f, const json_t *list)
{
	bool short_words = f && f->type == FT_words && !f->choices && !f->max;
	const char *all = "", *between = short_words ? ", " : "\n";
	for (size_t i = 0; i < json_array_size(list); i++) {
		const json_t *one = json_array_get(list, i);
		const char *said = json_is_integer(one)
				       ? arena_printf(r->c->arena, "%lld", (long long)json_integer_value(one))
				       : text_said(r->c, json_string_value(one));
		all = arena_printf(r->c->arena, "%s%s%s", all, *all ? between : "", said ? said : "");
	}
	return f && (f->type == FT_refs || f->choices) ? lines_sorted(r->c->arena, all) : all;
}

/* The texts inside a value, under the names that a form has for them (form_names.h). */
static void keep_inside(
    struct req *r, json_t *texts, const char *name, const struct field *f, const json_t *v)
{
	const char *key;
	json_t *one;
	if (json_is_array(v) && json_is_object(json_array_get(v, 0))) {
		for (size_t i = 0; i < json_array_size(v); i++)
			keep_inside(
			    r, texts, arena_printf(r->c->arena, "%s.%zu", name, i), f, json_array_get(v, i));
	} else if (json_is_object(v)) {
		json_object_foreach((json_t *)v, key, one)
		    keep_inside(r, texts, arena_printf(r->c->arena, "%s.%s", name, key),
			f && f->parts ? field_named(f->parts, key) : NULL, one);
	} else if (json_is_array(v)) {
		json_object_set_new(texts, name, json_string(list_text(r, f, v)));
	} else if (json_is_integer(v)) {
		int64_t n = json_integer_value(v);
		json_object_set_new(texts, name,
		    json_string(f && field_is_money(f) ? price_input(r, n)
						       : arena_printf(r->c->arena, "%lld", (long long)n)));
	} else if (json_is_string(v)) {
		json_object_set_new(texts, name, json_string(text_said(r->c, json_string_value(v))));
	}
}

static const char *input_text(struct req *r, const struct field *f, const void *rec)
{
	int64_t n = field_is_text(f) ? 0 : field_int(f, rec);
	switch (f->type) {
	case FT_flag:
		return n ? "true" : "false";
	case FT_choice:
		return choice_name(f->choices, n);
	case FT_date:
		return date_text(r, n);
	case FT_instant:
		return n ? as_minute(r, n) : NULL;
	case FT_number:
		return f->choices && n != NO_NUMBER ? f->choices[n - f->low].name : number_text(r, f, n);
	case FT_ref:
		return n ? arena_printf(r->c->arena, "%lld", (long long)n) : NULL;
	case FT_words:
	case FT_refs:
		return list_text(r, f, json_of(r->c->arena, field_text(f, rec)));
	case FT_text:
	case FT_longtext:
		return text_said(r->c, field_text(f, rec));
	case FT_link:
	case FT_json:
	case FT_derived:
		break;
	}
	return NULL;
}

/* A list of one may be kept as another field's value alone. */
static json_t *list_kept(struct req *r, const struct field *f, const void *rec)
{
	const char *kept = field_text(f, rec);
	if (kept || !f->write || !f->schema || strcmp(f->schema, "array") != 0)
		return json_of(r->c->arena, kept);
	struct buf b = {.max = 1 << 20};
	struct jw j = jw_to(&b);
	f->write(r->c, rec, &j);
	return json_of(r->c->arena, buf_take(&b, r->c->arena, ""));
}

json_t *record_kept(struct req *r, const struct kind *k, const void *rec)
{
	json_t *texts = json_lent(r->c->arena, json_object());
	for (const struct field *f = k->fields; f->name; f++) {
		if (!f->patch || !f->label || f->type == FT_link || f->type == FT_derived ||
		    !field_shown(r->c, f, rec, true))
			continue;
		if (f->type == FT_json) {
			keep_inside(r, texts, f->name, f, list_kept(r, f, rec));
			continue;
		}
		const char *text = input_text(r, f, rec);
		json_object_set_new(texts, f->name, json_string(text ? text : ""));
	}
	return texts;
}

static void give_value(struct view *form, const char *name, const void *from)
{
	const struct shown *of = from;
	struct req *r = of->r;
	if (strcmp(name, "rev") == 0)
		view_int(form, "rev", ((const struct record *)of->rec)->rev);
	if (strcmp(name, "was") == 0)
		view_text(form, "was", texts_digest(r->c->arena, record_kept(r, of->kind, of->rec)));
	const struct field *f = field_named(of->kind->fields, name);
	if (!f || f->write || !field_shown(r->c, f, of->rec, true))
		return;
	name = f->name; /* lasts as long as the view */
	int64_t n = field_is_text(f) ? 0 : field_int(f, of->rec);
	if (f->type == FT_flag)
		view_flag(form, name, n);
	else if (f->type == FT_date)
		view_text(form, name, date_text(r, n));
	else if (f->type == FT_instant)
		view_text(form, name, n ? as_minute(r, n) : NULL);
	else if (f->type == FT_number && !f->choices)
		view_text(form, name, number_text(r, f, n));
	else if (f->type == FT_words && f->choices)
		give_choices(r, view_map(form, name), f, field_text(f, of->rec));
	else if (f->type == FT_words)
		view_text(form, name, words_input(r, f, field_text(f, of->rec)));
	else if (f->choices && n > 0)
		view_flag(view_map(form, name),
		    f->type == FT_number ? f->choices[n - f->low].name : choice_name(f->choices, n), true);
	else if (f->choices)
		view_map(form, name);
	else if (field_is_text(f))
		view_text(form, name, text_said(r->c, field_text(f, of->rec)));
}

/* ---- in words ------------------------------------------------------------------------- */

static const char *number_said(struct req *r, const struct shown *of, const struct field *f, int64_t n)
{
	const struct field *currency = field_named(of->kind->fields, "currency");
	if (n == NO_NUMBER)
		return NULL;
	if (f->in_hours)
		return say_hours(r->c->arena, r->lang, n * 60);
	if (!field_is_money(f))
		return say_number(r->c->arena, r->lang, n);
	const char *own = currency ? field_text(currency, of->rec) : NULL;
	return say_money(r->c->arena, r->lang, n, own ? own : r->c->firm->currency);
}

static const char *named(struct req *r, const struct kind *k, int64_t id)
{
	const void *rec = record_get(r->c, k, id);
	const char *text = NULL;
	bool visible = rec && record_visible(r->c, k, rec);
	for (const struct field *f = k->fields; visible && f->name && !text; f++)
		if (field_is_text(f) && (f->offset == k->about || f->offset == k->about_else))
			text = record_text(r->c, k, rec, f->name);
	return text;
}

static void say_value(struct view *said, const char *name, const void *from)
{
	const struct shown *of = from;
	struct req *r = of->r;
	const struct field *f = field_named(of->kind->fields, name);
	if (!f || f->write || !field_shown(r->c, f, of->rec, true))
		return; /* what is told in other words, a page words itself */
	int64_t n = field_is_text(f) ? 0 : field_int(f, of->rec);
	const char *text = NULL;
	if (f->type == FT_flag)
		view_flag(said, f->name, n);
	else if (f->type == FT_choice)
		text = choice_text(r, of->kind, f->name, of->rec);
	else if (f->type == FT_date && n)
		text = said_date(r, n);
	else if (f->type == FT_instant && n)
		text = said_near(r, n);
	else if (f->type == FT_number)
		text = number_said(r, of, f, n);
	else if (f->type == FT_ref)
		text = named(r, f->to, n);
	else if (f->type == FT_link && n)
		text = named(r, link_kind(n), link_id(n));
	else if (f->type == FT_text || f->type == FT_longtext)
		text = record_text(r->c, of->kind, of->rec, f->name);
	else if (f->type == FT_words)
		text = words_input(r, f, field_text(f, of->rec));
	if (text)
		view_text(said, f->name, text);
}

/* ---- what may be done ------------------------------------------------------------------ */

static void offer(struct view *may, const char *name, const void *from)
{
	const struct shown *of = from;
	const struct action *a = action_named(of->kind, name);
	if (a)
		view_flag(may, a->name, action_offered(of->r->c, of->kind, a, of->rec));
}

void record_view(struct req *r, struct view *v, const struct kind *k, const void *rec)
{
	struct shown *of = ARENA_NEW(r->c->arena, struct shown);
	*of = (struct shown){r, k, rec};
	view_asked(v, "said", say_value, of);
	view_asked(v, "kept", give_value, of);
	view_asked(v, "may", offer, of);
}
