/* The page of a derived read: its own answer, as a template takes it, under what
 * it is about.  In the view `read`, besides what the answer has:
 *   has_KEY    beside each list KEY: whether anything is in it
 *   KEY_said   beside each date or instant KEY, as people say it
 *   NAME       beside NAME_id, and `record` beside kind and id: a link to that
 *              record, text and url */
#include <string.h>

#include "base/text.h"
#include "pages/pages.h"
#include "web/api.h"
#include "web/parts.h"

#define LINK_MAX 160
#define ANSWER_MAX (1 << 22)

bool page_read_fits(struct req *r)
{
	for (r->read = reads; r->read->path; r->read++)
		if (r->read->page && path_matches(r, r->read->page, http_path(r->x)))
			return true;
	return false;
}

static void record_link(struct req *r, struct view *v, const char *key, const char *kind, const json_t *id)
{
	const struct kind *k = kind_named(kind);
	const void *rec = k && k->page ? record_get(r->c, k, json_integer_value(id)) : NULL;
	if (rec && record_visible(r->c, k, rec))
		link_view(v, key, text_short(r->c->arena, record_about(r->c, k, rec), LINK_MAX),
		    path_of(r, k, ((const struct record *)rec)->id));
}

/* What stands beside a member, for the template's sake. */
static void beside_view(struct req *r, struct view *v, const char *key, const json_t *value)
{
	struct arena *a = r->c->arena;
	const char *text = json_string_value(value);
	size_t stem = strlen(key) - strlen("_id");
	instant at;
	day on;
	if (text && day_parse(text, &on))
		view_text(v, arena_printf(a, "%s_said", key), said_date(r, on));
	else if (text && instant_parse(&r->c->firm->calendar.zone, text, &at))
		view_text(v, arena_printf(a, "%s_said", key), said_near(r, at));
	if (json_is_integer(value) && stem < strlen(key) && strcmp(key + stem, "_id") == 0) {
		const char *name = arena_strndup(a, key, stem);
		record_link(r, v, name, name, value);
	}
}

static const char *decimal_text(struct req *r, double n)
{
	char *text = arena_printf(r->c->arena, "%.10g", n), *point = strchr(text, '.');
	if (point && r->lang == LANG_FR)
		*point = ',';
	return text;
}

static void value_view(struct req *r, struct view *v, const char *key, const json_t *value);

static void members_view(struct req *r, struct view *v, const json_t *object)
{
	const char *key, *kind = text_in(object, "kind");
	json_t *value;
	json_object_foreach((json_t *)object, key, value)
	{
		const char *name = arena_strdup(r->c->arena, key);
		value_view(r, v, name, value);
		beside_view(r, v, name, value);
	}
	if (kind)
		record_link(r, v, "record", kind, json_object_get(object, "id"));
}

/* In a list a value has no key.  What is null is false, and looked for no further out. */
static void value_view(struct req *r, struct view *v, const char *key, const json_t *value)
{
	switch (json_typeof(value)) {
	case JSON_OBJECT:
		members_view(r, view_map(v, key), value);
		break;
	case JSON_ARRAY: {
		struct view *list = view_list(v, key);
		for (size_t i = 0; i < json_array_size(value); i++)
			value_view(r, list, NULL, json_array_get(value, i));
		break;
	}
	case JSON_STRING:
		view_text(v, key, arena_strdup(r->c->arena, json_string_value(value)));
		break;
	case JSON_INTEGER:
		view_int(v, key, json_integer_value(value));
		break;
	case JSON_REAL:
		view_text(v, key, decimal_text(r, json_real_value(value)));
		break;
	case JSON_TRUE:
	case JSON_FALSE:
		view_flag(v, key, json_is_true(value));
		break;
	case JSON_NULL:
		view_text(v, key, NULL);
		break;
	}
}

static void answer_view(struct req *r, struct view *v, const void *rec)
{
	struct buf b = {.max = ANSWER_MAX};
	struct jw j = jw_to(&b);
	r->read->json(r->c, rec, &j);
	json_t *answer = b.failed ? NULL : json_loadb(b.p, b.n, 0, NULL);
	if (answer)
		value_view(r, v, "read", answer);
	else
		answer_code(r, "unavailable");
	json_decref(answer);
	buf_free(&b);
}

void page_read(struct req *r)
{
	const struct read *read = r->read;
	if (!read_admits(r, &r->rec))
		return;
	const void *rec = r->rec;
	struct view *v = page_begin(r, tr(r->lang, read->title), NULL);
	if (read->of) {
		around_view(r, v, record_client(read->of, rec), 0, 0);
		link_view(v, "about", record_about(r->c, read->of, rec),
		    path_of(r, read->of, ((const struct record *)rec)->id));
	}
	answer_view(r, v, rec);
	if (!r->status)
		page_send(r, read->template, v, 200);
}
