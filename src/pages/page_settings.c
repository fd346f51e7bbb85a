/* How the firm works, said in sentences with a number in each; the page, and
 * the form that comes back from it. */
#include <stdlib.h>
#include <string.h>

#include "pages/pages.h"
#include "web/api.h"
#include "web/parts.h"

/* ---- the sentences ---------------------------------------------------------------- */

#define HOURS N_("working hours"), N_("working hour")
#define WORKING_DAYS N_("working days"), N_("working day")
#define DAYS N_("days"), N_("day")
#define LINES N_("lines"), N_("line")

/* A number of the firm; its group when it opens one. */
static const struct said_setting {
	const char *group, *key, *sentence, *units, *unit; /* of several, of one */
} said_settings[] = {
    {N_("Answering"), "reply_show_wh", N_("A message without an answer shows in Today after"), HOURS},
    {NULL, "reply_due_wh", N_("Someone who writes to us has an answer within"), HOURS},
    {NULL, "urgent_wh", N_("When they say it is urgent, within"), HOURS},
    {N_("Telling"), "tell_problem_wh", N_("A problem is told by voice within"), HOURS},
    {NULL, "voice_owed_wh", N_("Told in writing first, it is said by voice within"), HOURS},
    {NULL, "tell_bad_wh", N_("Bad news is told within"), HOURS},
    {NULL, "tell_good_wd", N_("Good news is told within"), WORKING_DAYS},
    {NULL, "tell_idea_wd", N_("An idea is told within"), WORKING_DAYS},
    {NULL, "next_wh", N_("After a problem, the next thing has a date within"), HOURS},
    {NULL, "decide_zone_wd", N_("After a problem is told, a way out is chosen within"), WORKING_DAYS},
    {N_("Promises"), "promise_heads_up_wd", N_("Is a promise still on track? We ask ahead of its date by"),
	WORKING_DAYS},
    {NULL, "window_d", N_("“Said, done” looks back over"), DAYS},
    {N_("Speaking"), "voice_gap_d",
	N_("On a running engagement we speak about every, and without fail every"), DAYS},
    {N_("Today"), "list_cap", N_("Beyond what is pressing, the list stops at"), LINES},
};

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

const char *setting_sentence(const char *key)
{
	for (size_t i = 0; i < sizeof said_settings / sizeof said_settings[0]; i++)
		if (strcmp(said_settings[i].key, key) == 0)
			return said_settings[i].sentence;
	return NULL;
}

static void value_view(struct view *values, int64_t value)
{
	view_int(view_add(values), "value", value);
}

static void setting_view(struct req *r, struct view *v, const struct said_setting *said)
{
	const struct setting *s = setting_named(said->key);
	const int64_t *set = (const int64_t *)((const char *)settings_of(r->c) + s->offset);
	int64_t value = set[s->type == SETTING_pair];
	view_text(v, "key", said->key);
	view_text(v, "sentence", tr(r->lang, said->sentence));
	view_text(v, "unit", tr(r->lang, value == 1 ? said->unit : said->units));
	view_int(v, "min", s->low);
	view_int(v, "max", s->high);
	struct view *values = view_list(v, "values");
	if (s->type == SETTING_pair)
		value_view(values, set[0]);
	value_view(values, value);
}

static void groups_view(struct req *r, struct view *v)
{
	struct view *groups = view_list(v, "groups"), *rows = NULL;
	for (size_t i = 0; i < sizeof said_settings / sizeof said_settings[0]; i++) {
		if (said_settings[i].group) {
			struct view *group = view_add(groups);
			view_text(group, "heading", tr(r->lang, said_settings[i].group));
			rows = view_list(group, "settings");
		}
		setting_view(r, view_add(rows), &said_settings[i]);
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
	view_text(f, "zone", firm->calendar.zone.name);
	for (size_t i = 0; i < sizeof zones / sizeof zones[0]; i++)
		view_add_text(list, zones[i]);
	choices_view(r, f, "languages", choices_of(&person_kind, "lang"), lang_code(firm->lang));
	view_text(f, "currency", firm->currency);
	view_flag(f, "mail_reminders", settings_of(r->c)->mail_reminders);
}

void page_settings(struct req *r)
{
	struct view *v = page_begin(r, tr(r->lang, N_("Settings")), NULL), *days = view_list(v, "days");
	view_flag(v, "can_change", r->who.role == LEAD);
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
static json_t *number_of(const char *s)
{
	char *end;
	long long n = strtoll(s, &end, 10);
	return *s && !*end ? json_integer(n) : json_string(s);
}

static json_t *numbers_of(const json_t *sent)
{
	json_t *all = json_array();
	const char *s;
	for (size_t i = 0; (s = text_at(sent, i)); i++)
		json_array_append_new(all, number_of(s));
	return all;
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

/* The last of a hidden "false" and a tick. */
static json_t *flag_of(const json_t *sent)
{
	size_t n = json_array_size(sent);
	const char *s = text_at(sent, n ? n - 1 : 0);
	return json_boolean(s && strcmp(s, "true") == 0);
}

static json_t *setting_of(const char *key, const json_t *sent)
{
	const char *s = text_at(sent, 0);
	if (strcmp(key, "holidays") == 0)
		return dates_of(sent);
	if (strcmp(key, "voice_gap_d") == 0)
		return numbers_of(sent);
	if (strcmp(key, "mail_reminders") == 0)
		return flag_of(sent);
	return setting_named(key) && s ? number_of(s) : json_string(s ? s : "");
}

#define PERIODS "working_periods."

static json_t *settings_sent(const json_t *input)
{
	json_t *values = json_object(), *periods = json_object(), *sent;
	const char *key;
	json_object_foreach((json_t *)input, key, sent)
	{
		if (strncmp(key, PERIODS, strlen(PERIODS)) == 0)
			json_object_set_new(periods, key + strlen(PERIODS), periods_of(sent));
		else
			json_object_set_new(values, key, setting_of(key, sent));
	}
	if (json_object_size(periods))
		json_object_set(values, "working_periods", periods);
	json_decref(periods);
	return values;
}

/* The page sends everything it shows; only what differs is a change. */
static void drop_unchanged(const struct firm *firm, json_t *values)
{
	struct buf b;
	struct jw j;
	buf_init(&b, 1 << 20);
	jw_to(&j, &b);
	firm_json(firm, &j);
	json_t *present = json_loads(b.p, 0, NULL), *v;
	const char *key;
	void *next;
	json_object_foreach_safe(values, next, key, v)
	{
		if (json_equal(v, json_object_get(present, key)))
			json_object_del(values, key);
	}
	json_decref(present);
	buf_free(&b);
}

void form_settings(struct req *r)
{
	const char *next = arena_strdup(http_arena(r->x), input_value(r, "next"));
	json_object_del(r->input, "next");
	json_t *values = settings_sent(r->input);
	drop_unchanged(r->c->firm, values);
	struct refusal why;
	if (change_settings(r, values, &why)) {
		answer_redirect(r, next ? next : "/reglages");
	} else {
		if (next)
			json_object_set_new(r->input, "next", json_string(next));
		answer_refusal(r, &why);
	}
	json_decref(values);
}
