/* How the firm works, said in sentences with a number in each; the page, and
 * the form that comes back from it. */
#include <string.h>

#include "base/text.h"
#include "pages/pages.h"
#include "web/api.h"
#include "web/parts.h"
#include "web/told.h"
#include "web/typed.h"

/* ---- what there is to choose from ------------------------------------------------- */

static const char *const weekdays[7][2] = {
    {"mon", N_("Monday")},
    {"tue", N_("Tuesday")},
    {"wed", N_("Wednesday")},
    {"thu", N_("Thursday")},
    {"fri", N_("Friday")},
    {"sat", N_("Saturday")},
    {"sun", N_("Sunday")},
};

/* Those most likely asked for; any other of the system's can be typed. */
static const char *const zones[] = {"America/Montreal", "America/Toronto", "America/Halifax",
    "America/Moncton", "America/Winnipeg", "America/Edmonton", "America/Vancouver", "America/St_Johns",
    "America/New_York", "America/Chicago", "America/Denver", "America/Los_Angeles", "America/Martinique",
    "America/Guadeloupe", "America/Cayenne", "America/Port-au-Prince", "Europe/Paris", "Europe/Brussels",
    "Europe/Zurich", "Europe/Luxembourg", "Europe/London", "Europe/Dublin", "Africa/Casablanca",
    "Africa/Algiers", "Africa/Tunis", "Africa/Dakar", "Africa/Abidjan", "Indian/Reunion",
    "Indian/Antananarivo", "Pacific/Noumea", "Pacific/Tahiti", "Pacific/Auckland", "Australia/Sydney", "UTC"};

/* ---- the page --------------------------------------------------------------------- */

static bool has_decimals(const struct setting *s)
{
	return s->type == SETTING_ratio || s->type == SETTING_money;
}

/* As an input has it: "8", "1.50". */
static const char *input_text(struct req *r, const struct setting *s, int64_t n)
{
	return has_decimals(s) ? price_input(r, n) : arena_printf(r->c->arena, "%lld", (long long)n);
}

static bool is_default(const struct setting *s, const int64_t *n)
{
	return n[0] == s->otherwise && (s->type != SETTING_pair || n[1] == s->second);
}

static void setting_view(struct req *r, struct view *v, const struct setting *s)
{
	const int64_t *n = setting_numbers(r->c->firm, s);
	bool one = n[0] == 1 || (n[0] == 0 && r->lang == LANG_FR);
	const char *unit = one && s->type != SETTING_pair ? s->unit->one : s->unit->many;
	view_text(v, "key", s->key);
	view_text(v, "sentence", tr(r->lang, s->sentence));
	view_text(v, "said", setting_said(r, s, n));
	view_text(v, "unit",
	    s->type == SETTING_money ? r->c->firm->currency
	    : unit                   ? tr(r->lang, unit)
				     : NULL);
	view_text(v, "min", input_text(r, s, s->low));
	view_text(v, "max", input_text(r, s, s->high));
	view_text(v, "step", has_decimals(s) ? "0.01" : "1");
	view_flag(v, "later", s->later);
	view_flag(v, "is_flag", s->type == SETTING_flag);
	view_flag(v, "on", n[0]);
	struct view *values = view_list(v, "values");
	for (int i = 0; i < (s->type == SETTING_pair ? 2 : 1); i++)
		view_text(view_add(values), "value", input_text(r, s, n[i]));
	if (!is_default(s, n))
		view_text(v, "usual",
		    phrase(r, N_("%s by default"), setting_said(r, s, (int64_t[]){s->otherwise, s->second})));
}

static void groups_view(struct req *r, struct view *v)
{
	struct view *groups = view_list(v, "groups"), *rows = NULL;
	const char *heading = NULL;
	for (const struct setting *s = setting_rows; s->key; s++) {
		if (s->leads && r->who.role != LEAD)
			continue;
		if (s->group != heading) {
			struct view *group = view_add(groups);
			view_text(group, "heading", tr(r->lang, s->group));
			view_flag(group, "open", !rows);
			rows = view_list(group, "settings");
			heading = s->group;
		}
		setting_view(r, view_add(rows), s);
	}
}

static const char *clock_text(struct req *r, int seconds)
{
	return arena_printf(r->c->arena, "%02d:%02d", seconds / HOUR_SECONDS % 24, seconds / 60 % 60);
}

/* One day's hours: in words for those who read, in pairs of inputs for those
 * who change them, with an empty pair for one more. */
static void day_view(struct req *r, struct view *v, int weekday)
{
	const struct calendar *c = &r->c->firm->calendar;
	view_text(v, "key", weekdays[weekday][0]);
	view_text(v, "name", tr(r->lang, weekdays[weekday][1]));
	struct view *pairs = view_list(v, "periods");
	const char *words = "";
	for (int i = 0; i < c->week[weekday].n; i++) {
		const char *from = clock_text(r, c->week[weekday].period[i].from);
		const char *to = clock_text(r, c->week[weekday].period[i].to);
		struct view *pair = view_add(pairs);
		view_text(pair, "from", from);
		view_text(pair, "to", to);
		words = arena_printf(r->c->arena, "%s%s%s – %s", words, i ? ", " : "", from, to);
	}
	view_text(v, "words", *words ? words : tr(r->lang, N_("closed")));
	if (c->week[weekday].n < PERIODS_MAX)
		view_text(view_add(pairs), "from", NULL);
}

#define NEW_HOLIDAYS 3

static void holidays_view(struct req *r, struct view *v)
{
	const struct calendar *c = &r->c->firm->calendar;
	struct view *list = view_list(v, "holidays");
	for (int i = 0; i < c->nholidays; i++) {
		struct view *one = view_add(list);
		view_text(one, "value", day_text(r->c->arena, c->holidays[i]));
		view_text(one, "text", said_date(r, c->holidays[i]));
	}
	for (int i = 0; i < NEW_HOLIDAYS; i++)
		view_text(view_add(list), "value", NULL);
}

static void firm_view(struct req *r, struct view *v)
{
	const struct firm *firm = r->c->firm;
	struct view *f = view_map(v, "firm"), *list = view_list(f, "zones");
	view_text(f, "name", firm->name);
	view_int(f, "name_max", FIRM_NAME_MAX);
	view_text(f, "zone", firm->calendar.zone.name);
	for (size_t i = 0; i < sizeof zones / sizeof zones[0]; i++)
		view_add_text(list, zones[i]);
	choices_view(r, f, "languages", choices_of(&person_kind, "lang"), lang_code(firm->lang));
	view_text(f, "currency", firm->currency);
}

/* ---- what it opens on --------------------------------------------------------------- */

static const char *value_text(struct arena *a, const json_t *value)
{
	if (json_is_string(value))
		return json_string_value(value);
	if (json_is_integer(value))
		return arena_printf(a, "%" JSON_INTEGER_FORMAT, json_integer_value(value));
	return json_text(a, json_lent(a, json_pack("[O]", value))); /* alone, it would be no JSON */
}

static json_t *settings_present(struct req *r)
{
	struct buf b = {.max = 1 << 20};
	struct jw j = jw_to(&b);
	firm_json(r->c->firm, true, &j);
	return json_of(r->c->arena, buf_take(&b, r->c->arena, "{}"));
}

/* Each as one text, by its key: to tell what was touched, by whom (typed.h). */
static json_t *settings_texts(struct req *r)
{
	json_t *texts = json_lent(r->c->arena, json_object()), *present = settings_present(r), *value;
	const char *key;
	json_object_foreach(present, key, value)
	    json_object_set_new(texts, key, json_string(value_text(r->c->arena, value)));
	return texts;
}

void page_settings(struct req *r)
{
	struct view *v = page_begin(r, tr(r->lang, N_("Settings")), NULL), *days = view_list(v, "days");
	view_flag(v, "can_change", r->who.role == LEAD);
	view_text(v, "was", texts_digest(r->c->arena, settings_texts(r)));
	firm_view(r, v);
	for (int d = 0; d < 7; d++)
		day_view(r, view_add(days), d);
	holidays_view(r, v);
	groups_view(r, v);
	page_send(r, "settings", v, 200);
}

/* ---- the form ----------------------------------------------------------------------- */

/* One value of a name that may come several times; NULL past the end. */
static const char *text_at(const json_t *sent, size_t i)
{
	if (json_is_array(sent))
		return json_string_value(json_array_get(sent, i));
	return i == 0 ? json_string_value(sent) : NULL;
}

/* A text that is no number stays one, to be refused. */
static json_t *number_of(const struct setting *s, const char *text)
{
	int64_t hundredths;
	if (s->type == SETTING_flag)
		return json_boolean(strcmp(text, "true") == 0);
	if (!text_cents(text, &hundredths))
		return json_string(text);
	if (s->type == SETTING_money)
		return json_integer(hundredths);
	return hundredths % 100 ? json_real((double)hundredths / 100) : json_integer(hundredths / 100);
}

/* The number, or both of a pair. */
static json_t *setting_of(const struct setting *s, const json_t *sent)
{
	if (s->type != SETTING_pair)
		return number_of(s, text_at(sent, 0));
	json_t *pair = json_array();
	const char *text;
	for (size_t i = 0; (text = text_at(sent, i)); i++)
		json_array_append_new(pair, number_of(s, text));
	return pair;
}

static json_t *dates_of(const json_t *sent)
{
	json_t *all = json_array();
	const char *s;
	for (size_t i = 0; (s = text_at(sent, i)); i++)
		if (*s)
			json_array_append_new(all, json_string(s));
	return all;
}

/* from, to, from, to …; an empty pair is none, and midnight ends the day. */
static json_t *periods_of(const json_t *sent)
{
	json_t *all = json_array();
	const char *from, *to;
	for (size_t i = 0; (from = text_at(sent, i)) && (to = text_at(sent, i + 1)); i += 2)
		if (*from || *to)
			json_array_append_new(
			    all, json_pack("[s, s]", from, strcmp(to, "00:00") == 0 ? "24:00" : to));
	return all;
}

#define PERIODS "working_periods."

static json_t *settings_sent(struct arena *a, const json_t *input)
{
	json_t *values = json_lent(a, json_object()), *periods = json_lent(a, json_object()), *sent;
	const struct setting *s;
	const char *key;
	json_object_foreach((json_t *)input, key, sent)
	{
		if (strncmp(key, PERIODS, strlen(PERIODS)) == 0)
			json_object_set_new(periods, key + strlen(PERIODS), periods_of(sent));
		else if (strcmp(key, "holidays") == 0)
			json_object_set_new(values, key, dates_of(sent));
		else if ((s = setting_named(key)))
			json_object_set_new(values, key, setting_of(s, sent));
		else
			json_object_set(values, key, sent);
	}
	if (json_object_size(periods))
		json_object_set(values, "working_periods", periods);
	return values;
}

/* The page sends everything it shows; only what differs is a change, and what stands as
 * the page opened on it is none, whatever another lead has changed meanwhile. */
static void drop_unchanged(struct req *r, const char *was, json_t *values)
{
	const json_t *present = settings_present(r);
	json_t *v;
	const char *key;
	void *next;
	json_object_foreach_safe(values, next, key, v)
	{
		if (json_equal(v, json_object_get(present, key)) ||
		    text_is_as_opened(r, was, key, value_text(r->c->arena, v)))
			json_object_del(values, key);
	}
}

/* Another lead has changed these since. */
static void refuse_torn(struct req *r, const char *was, const json_t *values, struct refusal *why)
{
	const char *key;
	json_t *v;
	json_object_foreach((json_t *)values, key, v)
	{
		const char *now = text_in(r->form.now, key);
		if (!was || !now || text_is_as_opened(r, was, key, now) || why->nfields == REFUSAL_FIELDS_MAX)
			continue;
		why->code = code_find("etag_mismatch");
		why->field[why->nfields].field = arena_strdup(r->c->arena, key);
		why->field[why->nfields].label = setting_label(key);
		why->field[why->nfields++].reason = "changed";
	}
}

/* A row's sentence waits for its number: refused, it is quoted, with what it takes. */
static void bounds_said(struct req *r, struct refusal *why)
{
	for (int i = 0; i < why->nfields; i++) {
		const struct setting *s = setting_named(why->field[i].field);
		if (s)
			why->field[i].label = phrase(r, N_("“%s”, from %s to %s:"), tr(r->lang, s->sentence),
			    setting_said(r, s, (int64_t[]){s->low, s->low}),
			    setting_said(r, s, (int64_t[]){s->high, s->high}));
	}
}

static const char *take(struct req *r, const char *name)
{
	const char *value = input_value(r, name);
	value = value ? arena_strdup(http_arena(r->x), value) : NULL;
	json_object_del(r->input, name);
	return value;
}

static bool settings_change(struct req *r, const char *was, struct refusal *ret)
{
	json_t *values = settings_sent(r->c->arena, r->input), *now = settings_texts(r);
	drop_unchanged(r, was, values);
	json_object_set_new(now, "rev", json_string("now"));
	r->form.now = now;
	*ret = (struct refusal){0};
	refuse_torn(r, was, values, ret);
	if (ret->code)
		return false;
	r->form.now = NULL;
	return change_settings(r, values, ret);
}

void form_settings(struct req *r)
{
	const char *next = take(r, "next"), *was = take(r, "was");
	json_object_del(r->input, "rev");
	struct refusal why;
	if (settings_change(r, was, &why)) {
		answer_redirect(r, told_path(r, next ? next : "/reglages", NULL, "settings", 0));
	} else {
		if (next)
			json_object_set_new(r->input, "next", json_string(next));
		bounds_said(r, &why);
		answer_refusal(r, &why);
	}
}
