/* Reads, judges and stores the firm's settings.  A setting is one row holding
 * one JSON value; what is not stored has its default. */
#include "record/firm.h"

#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/buf.h"
#include "base/text.h"

SQL(all_settings, "SELECT key, value FROM setting");
SQL(store_setting, "INSERT INTO setting (key, value) VALUES ($1, $2) "
		   "ON CONFLICT (key) DO UPDATE SET value = excluded.value");
SQL(stored_setting, "SELECT value FROM setting WHERE key = $1");
SQL(count_settings, "SELECT CAST(value AS BIGINT) FROM meta WHERE key = 'settings'");
SQL(one_more_setting, "INSERT INTO meta (key, value) VALUES ('settings', '1') ON CONFLICT (key) DO UPDATE "
		      "SET value = CAST(CAST(meta.value AS BIGINT) + 1 AS TEXT)");
SQL(read_meta, "SELECT value FROM meta WHERE key = $1");
SQL(store_meta, "INSERT INTO meta (key, value) VALUES ($1, $2) "
		"ON CONFLICT (key) DO UPDATE SET value = excluded.value");

static const char *const weekdays[] = {"mon", "tue", "wed", "thu", "fri", "sat", "sun"};

static atomic_llong version = 1;

int64_t firm_version(void)
{
	return atomic_load(&version);
}

void firm_changed(void)
{
	atomic_fetch_add(&version, 1);
}

void firm_watch(struct db *db)
{
	static atomic_llong seen;
	int64_t count = db_int(db, &count_settings, 0, "");
	if (atomic_exchange(&seen, count) != count)
		firm_changed();
}

const struct setting *setting_named(const char *key)
{
	for (const struct setting *s = setting_rows; s->key; s++)
		if (strcmp(s->key, key) == 0)
			return s;
	return NULL;
}

static void *slot(const struct firm *f, const struct setting *s)
{
	return (char *)f->settings + s->offset;
}

/* "09:00" to seconds of the day; "24:00" is the day's end.  -1: not a time. */
static int clock_reading(const char *s)
{
	if (!s || strlen(s) != 5 || s[2] != ':')
		return -1;
	for (int i = 0; i < 5; i++)
		if (i != 2 && (s[i] < '0' || s[i] > '9'))
			return -1;
	int hour = (s[0] - '0') * 10 + s[1] - '0', minute = (s[3] - '0') * 10 + s[4] - '0';
	int seconds = hour * HOUR_SECONDS + minute * 60;
	return minute < 60 && seconds <= DAY_SECONDS ? seconds : -1;
}

/* One weekday's [["09:00","12:00"],…] into the calendar; ascending, apart. */
static bool read_weekday(const json_t *list, struct calendar *c, int weekday)
{
	size_t n = json_array_size(list);
	if (!json_is_array(list) || n > PERIODS_MAX)
		return false;
	int last = 0;
	for (size_t i = 0; i < n; i++) {
		const json_t *pair = json_array_get(list, i);
		if (json_array_size(pair) != 2)
			return false;
		int from = clock_reading(json_string_value(json_array_get(pair, 0)));
		int to = clock_reading(json_string_value(json_array_get(pair, 1)));
		if (from < last || to <= from)
			return false;
		c->week[weekday].period[i].from = from;
		c->week[weekday].period[i].to = to;
		last = to;
	}
	c->week[weekday].n = (int)n;
	return true;
}

static bool read_periods(const json_t *v, struct calendar *c)
{
	if (!json_is_object(v) || json_object_size(v) != 7)
		return false;
	int periods = 0;
	for (int d = 0; d < 7; d++) {
		if (!read_weekday(json_object_get(v, weekdays[d]), c, d))
			return false;
		periods += c->week[d].n;
	}
	return periods > 0;
}

static int by_day(const void *a, const void *b)
{
	day x = *(const day *)a, y = *(const day *)b;
	return (x > y) - (x < y);
}

static bool read_holidays(const json_t *v, struct calendar *c)
{
	size_t n = json_array_size(v);
	if (!json_is_array(v) || n > HOLIDAYS_MAX)
		return false;
	for (size_t i = 0; i < n; i++) {
		const char *s = json_string_value(json_array_get(v, i));
		if (!s || !day_parse(s, &c->holidays[i]))
			return false;
	}
	qsort(c->holidays, n, sizeof c->holidays[0], by_day);
	c->nholidays = 0;
	for (size_t i = 0; i < n; i++) /* each once */
		if (i == 0 || c->holidays[i] != c->holidays[c->nholidays - 1])
			c->holidays[c->nholidays++] = c->holidays[i];
	return true;
}

static bool take_number(const struct setting *s, const json_t *v, int64_t *ret)
{
	*ret = json_integer_value(v);
	return json_is_integer(v) && *ret >= s->low && *ret <= s->high;
}

static bool take_pair(const struct setting *s, const json_t *v, int64_t ret[2])
{
	return json_array_size(v) == 2 && take_number(s, json_array_get(v, 0), &ret[0]) &&
	       take_number(s, json_array_get(v, 1), &ret[1]) && ret[0] <= ret[1];
}

static bool take_setting(const struct firm *f, const struct setting *s, const json_t *v)
{
	double *ratio = slot(f, s);
	bool *flag = slot(f, s);
	switch (s->type) {
	case SETTING_number:
		return take_number(s, v, slot(f, s));
	case SETTING_pair:
		return take_pair(s, v, slot(f, s));
	case SETTING_ratio:
		*ratio = json_number_value(v);
		return json_is_number(v) && *ratio > (double)s->low && *ratio <= (double)s->high;
	case SETTING_flag:
		*flag = json_is_true(v);
		return json_is_boolean(v);
	}
	return false;
}

static bool is_short_text(const json_t *v, size_t most)
{
	const char *s = json_string_value(v);
	return s && *s && text_length(s) <= most && text_is_sound(s, strlen(s));
}

static bool is_currency(const json_t *v)
{
	const char *s = json_string_value(v);
	if (!s || strlen(s) != 3)
		return false;
	return strspn(s, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == 3;
}

/* Takes one value into f; false when it is not one of this key's values. */
static bool firm_take(struct firm *f, const char *key, const json_t *v)
{
	const struct setting *row = setting_named(key);
	if (row)
		return take_setting(f, row, v);
	if (strcmp(key, "working_periods") == 0)
		return read_periods(v, &f->calendar);
	if (strcmp(key, "holidays") == 0)
		return read_holidays(v, &f->calendar);
	if (strcmp(key, "tz") == 0)
		return json_is_string(v) && zone_load(&f->calendar.zone, json_string_value(v));
	if (strcmp(key, "lang") == 0) {
		const char *s = json_string_value(v);
		f->lang = lang_of(s ? s : "");
		return s && (strcmp(s, "fr") == 0 || strcmp(s, "en") == 0);
	}
	if (strcmp(key, "firm_name") == 0) {
		f->name = arena_strdup(f->arena, json_string_value(v));
		return is_short_text(v, 200);
	}
	f->currency = arena_strdup(f->arena, json_string_value(v));
	return is_currency(v);
}

static bool is_setting(const char *key)
{
	static const char *const others[] = {
	    "working_periods", "holidays", "tz", "lang", "firm_name", "currency", NULL};
	if (setting_named(key))
		return true;
	for (int i = 0; others[i]; i++)
		if (strcmp(key, others[i]) == 0)
			return true;
	return false;
}

static void set_default(const struct firm *f, const struct setting *s)
{
	int64_t *numbers = slot(f, s);
	double *ratio = slot(f, s);
	switch (s->type) {
	case SETTING_pair:
		numbers[1] = s->otherwise[1];
		/* fall through */
	case SETTING_number:
		numbers[0] = s->otherwise[0];
		break;
	case SETTING_ratio:
		*ratio = (double)s->otherwise[0] / (double)s->otherwise[1];
		break;
	case SETTING_flag:
		*(bool *)slot(f, s) = s->otherwise[0];
	}
}

static struct firm *firm_with_defaults(void)
{
	struct firm *f = calloc(1, sizeof *f);
	if (!f)
		abort();
	f->arena = arena_new();
	f->settings = arena_alloc(f->arena, settings_size);
	for (const struct setting *s = setting_rows; s->key; s++)
		set_default(f, s);
	f->currency = "CAD";
	f->name = "";
	for (int d = 0; d < 5; d++) {
		f->calendar.week[d].n = 1;
		f->calendar.week[d].period[0].from = 9 * HOUR_SECONDS;
		f->calendar.week[d].period[0].to = 17 * HOUR_SECONDS;
	}
	return f;
}

static bool read_key(struct db *db, struct firm *f)
{
	const char *hex = NULL;
	struct db_query *q = db_query(db, &read_meta, "t", "key");
	if (!db_row(q, "t", &hex))
		return false;
	db_done(q);
	if (!hex || strlen(hex) != 2 * sizeof f->key.bytes)
		return false;
	for (size_t i = 0; i < sizeof f->key.bytes; i++) {
		char digits[3] = {hex[2 * i], hex[2 * i + 1], 0};
		f->key.bytes[i] = (unsigned char)strtoul(digits, NULL, 16);
	}
	return true;
}

struct firm *firm_read(struct db *db)
{
	struct firm *f = firm_with_defaults();
	f->version = firm_version();
	db_set_arena(db, f->arena);
	const char *key, *value;
	bool named = false;
	struct db_query *q = db_query(db, &all_settings, "");
	while (db_row(q, "tt", &key, &value)) {
		json_t *v = json_loads(value, JSON_DECODE_ANY, NULL);
		if (is_setting(key) && firm_take(f, key, v))
			named = named || strcmp(key, "firm_name") == 0;
		json_decref(v);
	}
	const char *clock = NULL;
	q = db_query(db, &read_meta, "t", "clock");
	if (db_row(q, "t", &clock))
		db_done(q);
	f->test = clock != NULL;
	if (db_failed(db) || !named || !read_key(db, f)) {
		firm_free(f);
		return NULL;
	}
	return f;
}

void firm_free(struct firm *f)
{
	if (!f)
		return;
	arena_free(f->arena);
	free(f);
}

instant firm_now(struct db *db, const struct firm *f)
{
	if (!f->test)
		return time(NULL);
	const char *clock = NULL;
	struct db_query *q = db_query(db, &read_meta, "t", "clock");
	if (db_row(q, "t", &clock))
		db_done(q);
	return clock ? strtoll(clock, NULL, 10) : time(NULL);
}

bool firm_set_test_clock(struct db *db, instant now)
{
	char text[32];
	snprintf(text, sizeof text, "%lld", (long long)now);
	return db_run(db, &store_meta, "tt", "clock", text);
}

static void periods_json(const struct calendar *c, struct jw *out)
{
	jw_object(out);
	for (int d = 0; d < 7; d++) {
		jw_key(out, weekdays[d]);
		jw_array(out);
		for (int i = 0; i < c->week[d].n; i++) {
			int reading[2] = {c->week[d].period[i].from, c->week[d].period[i].to};
			jw_array(out);
			for (int k = 0; k < 2; k++) {
				char text[16];
				snprintf(
				    text, sizeof text, "%02d:%02d", reading[k] / 3600, reading[k] / 60 % 60);
				jw_text(out, text);
			}
			jw_end_array(out);
		}
		jw_end_array(out);
	}
	jw_end_object(out);
}

static void setting_json(const struct firm *f, const struct setting *s, struct jw *out)
{
	const int64_t *numbers = slot(f, s);
	switch (s->type) {
	case SETTING_number:
		jw_int(out, numbers[0]);
		break;
	case SETTING_pair:
		jw_array(out);
		jw_int(out, numbers[0]);
		jw_int(out, numbers[1]);
		jw_end_array(out);
		break;
	case SETTING_ratio:
		jw_number(out, *(const double *)slot(f, s), 2);
		break;
	case SETTING_flag:
		jw_bool(out, *(const bool *)slot(f, s));
	}
}

void firm_json(const struct firm *f, struct jw *out)
{
	jw_object(out);
	for (const struct setting *s = setting_rows; s->key; s++) {
		jw_key(out, s->key);
		setting_json(f, s, out);
	}
	jw_key(out, "firm_name");
	jw_text(out, f->name);
	jw_key(out, "tz");
	jw_text(out, f->calendar.zone.name);
	jw_key(out, "lang");
	jw_text(out, lang_code(f->lang));
	jw_key(out, "currency");
	jw_text(out, f->currency);
	jw_key(out, "holidays");
	jw_array(out);
	struct arena *a = arena_new();
	for (int i = 0; i < f->calendar.nholidays; i++)
		jw_text(out, day_text(a, f->calendar.holidays[i]));
	arena_free(a);
	jw_end_array(out);
	jw_key(out, "working_periods");
	periods_json(&f->calendar, out);
	jw_end_object(out);
}

const char *firm_check(struct arena *a, const char *key, const json_t *value, const char **ret_json)
{
	if (!is_setting(key))
		return "unknown";
	const struct setting *s = setting_named(key);
	if (s && s->below && json_is_integer(value) && json_integer_value(value) < s->low)
		return s->below;
	struct firm *trial = firm_with_defaults();
	bool sound = firm_take(trial, key, value);
	firm_free(trial);
	if (!sound)
		return "bad_value";
	char *text = json_dumps(value, JSON_COMPACT | JSON_ENCODE_ANY);
	*ret_json = arena_strdup(a, text);
	free(text);
	return NULL;
}

bool firm_store(struct db *db, const char *key, const char *json_value)
{
	return db_run(db, &store_setting, "tt", key, json_value) && db_run(db, &one_more_setting, "");
}

const char *firm_stored(struct db *db, const char *key)
{
	const char *value = NULL;
	struct db_query *q = db_query(db, &stored_setting, "t", key);
	if (db_row(q, "t", &value))
		db_done(q);
	return value;
}
