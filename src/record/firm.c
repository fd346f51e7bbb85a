/* Reads, judges and stores the firm's settings.  A setting is one row holding
 * one JSON value; what is not stored has its default. */
#include "record/firm.h"

#include <inttypes.h>
#include <math.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/buf.h"
#include "base/stats.h"
#include "base/text.h"

SQL(all_settings, "SELECT key, value FROM setting");
SQL(store_setting, "INSERT INTO setting (key, value) VALUES ($1, $2) "
		   "ON CONFLICT (key) DO UPDATE SET value = excluded.value");
SQL(stored_setting, "SELECT value FROM setting WHERE key = $1");
SQL(count_changes, "SELECT CAST(value AS BIGINT) FROM meta WHERE key = $1");
SQL(one_more_change, "INSERT INTO meta (key, value) VALUES ($1, '1') ON CONFLICT (key) DO UPDATE "
		     "SET value = CAST(CAST(meta.value AS BIGINT) + 1 AS TEXT)");
SQL(read_meta, "SELECT value FROM meta WHERE key = $1");
SQL(store_meta, "INSERT INTO meta (key, value) VALUES ($1, $2) "
		"ON CONFLICT (key) DO UPDATE SET value = excluded.value");

static const char *const weekdays[] = {"mon", "tue", "wed", "thu", "fri", "sat", "sun"};

static atomic_llong version = 1;

int64_t changes_counted(struct db *db, const char *name)
{
	return db_int(db, &count_changes, 0, "t", name);
}

bool changes_count(struct db *db, const char *name)
{
	return db_run(db, &one_more_change, "t", name);
}

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
	int64_t count = changes_counted(db, "settings");
	if (atomic_exchange(&seen, count) != count)
		firm_changed();
}

/* ---- the firm's own ------------------------------------------------------------ */

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

static bool take_periods(struct firm *f, const json_t *v)
{
	struct calendar *c = &f->calendar;
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

static bool take_holidays(struct firm *f, const json_t *v)
{
	struct calendar *c = &f->calendar;
	size_t n = json_array_size(v);
	if (!json_is_array(v) || n > HOLIDAYS_MAX)
		return false;
	for (size_t i = 0; i < n; i++) {
		const char *s = json_string_value(json_array_get(v, i));
		if (!s || !day_parse(s, &c->holidays[i]))
			return false;
	}
	numbers_sort(c->holidays, (int)n);
	c->nholidays = 0;
	for (size_t i = 0; i < n; i++) /* each once */
		if (i == 0 || c->holidays[i] != c->holidays[c->nholidays - 1])
			c->holidays[c->nholidays++] = c->holidays[i];
	return true;
}

static bool take_name(struct firm *f, const json_t *v)
{
	const char *s = f->name = arena_strdup(f->arena, json_string_value(v));
	return s && *s && text_length(s) <= FIRM_NAME_MAX && text_is_sound(s, strlen(s));
}

static bool take_zone(struct firm *f, const json_t *v)
{
	return json_is_string(v) && zone_load(&f->calendar.zone, json_string_value(v));
}

static bool take_lang(struct firm *f, const json_t *v)
{
	const char *s = json_string_value(v);
	f->lang = lang_of(s ? s : "");
	return s && strcmp(s, lang_code(f->lang)) == 0;
}

bool is_currency(const char *s)
{
	return strspn(s, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == 3 && !s[3];
}

static bool take_currency(struct firm *f, const json_t *v)
{
	f->currency = arena_strdup(f->arena, json_string_value(v));
	return f->currency && is_currency(f->currency);
}

static void write_zone(const struct firm *f, struct jw *out)
{
	jw_text(out, f->calendar.zone.name);
}

static void write_lang(const struct firm *f, struct jw *out)
{
	jw_text(out, lang_code(f->lang));
}

static void write_holidays(const struct firm *f, struct jw *out)
{
	struct arena *a = arena_new();
	jw_array(out);
	for (int i = 0; i < f->calendar.nholidays; i++)
		jw_text(out, day_text(a, f->calendar.holidays[i]));
	jw_end_array(out);
	arena_free(a);
}

static void write_periods(const struct firm *f, struct jw *out)
{
	const struct calendar *c = &f->calendar;
	jw_object(out);
	for (int d = 0; d < 7; d++) {
		jw_array(jw_key(out, weekdays[d]));
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

/* Each has its own shape. */
static const struct own {
	const char *key, *label;
	bool (*take)(struct firm *, const json_t *); /* false: it cannot be that */
	void (*write)(const struct firm *, struct jw *);
	size_t text; /* … or where it stands as it is */
} own_rows[] = {
    {"firm_name", N_("Name"), take_name, NULL, offsetof(struct firm, name)},
    {"tz", N_("Time zone"), take_zone, write_zone, 0},
    {"lang", N_("Language"), take_lang, write_lang, 0},
    {"currency", N_("Currency"), take_currency, NULL, offsetof(struct firm, currency)},
    {"holidays", N_("Holidays"), take_holidays, write_holidays, 0},
    {"working_periods", N_("Working hours"), take_periods, write_periods, 0},
    {0},
};

static const struct own *own_named(const char *key)
{
	for (const struct own *o = own_rows; o->key; o++)
		if (strcmp(o->key, key) == 0)
			return o;
	return NULL;
}

/* ---- what it may set: rows ----------------------------------------------------- */

const struct setting *setting_named(const char *key)
{
	for (const struct setting *s = setting_rows; s->key; s++)
		if (strcmp(s->key, key) == 0)
			return s;
	return NULL;
}

int64_t *setting_numbers(const struct firm *f, const struct setting *s)
{
	return (int64_t *)((char *)f->settings + s->offset);
}

static bool read_number(const struct setting *s, const json_t *v, int64_t *ret)
{
	if (s->type == SETTING_flag) {
		*ret = json_is_true(v);
		return json_is_boolean(v);
	}
	if (s->type == SETTING_ratio) {
		double hundredths = round(json_number_value(v) * 100);
		if (hundredths < (double)s->low || hundredths > (double)s->high)
			return false;
		*ret = (int64_t)hundredths;
		return true;
	}
	*ret = json_integer_value(v);
	return json_is_integer(v) && *ret >= s->low && *ret <= s->high;
}

bool setting_read(const struct setting *s, const json_t *v, int64_t ret[2])
{
	if (s->type != SETTING_pair)
		return read_number(s, v, &ret[0]);
	return json_array_size(v) == 2 && read_number(s, json_array_get(v, 0), &ret[0]) &&
	       read_number(s, json_array_get(v, 1), &ret[1]) && ret[0] <= ret[1];
}

static void write_setting(const struct setting *s, const int64_t *numbers, struct jw *out)
{
	switch (s->type) {
	case SETTING_number:
	case SETTING_money:
		jw_int(out, numbers[0]);
		break;
	case SETTING_pair:
		jw_array(out);
		jw_int(out, numbers[0]);
		jw_int(out, numbers[1]);
		jw_end_array(out);
		break;
	case SETTING_ratio:
		jw_number(out, (double)numbers[0] / 100, 2);
		break;
	case SETTING_flag:
		jw_bool(out, numbers[0]);
	}
}

static void set_numbers(const struct firm *f, const struct setting *s, const int64_t numbers[2])
{
	memcpy(setting_numbers(f, s), numbers, (s->type == SETTING_pair ? 2 : 1) * sizeof *numbers);
}

/* ---- any of its keys ------------------------------------------------------------ */

/* Takes one value into f; false when it is not one of this key's values. */
static bool firm_take(struct firm *f, const char *key, const json_t *v)
{
	const struct setting *s = setting_named(key);
	const struct own *own = own_named(key);
	int64_t numbers[2];
	if (!s)
		return own && own->take(f, v);
	if (!setting_read(s, v, numbers))
		return false;
	set_numbers(f, s, numbers);
	return true;
}

const char *setting_label(const char *key)
{
	const struct setting *s = setting_named(key);
	const struct own *own = own_named(key);
	return s ? s->sentence : own ? own->label : NULL;
}

bool firm_is_list(const char *key)
{
	const struct setting *s = setting_named(key);
	return s ? s->type == SETTING_pair
		 : strcmp(key, "holidays") == 0 ||
		       strncmp(key, "working_periods.", strlen("working_periods.")) == 0;
}

static struct firm *firm_with_defaults(void)
{
	struct firm *f = calloc(1, sizeof *f);
	if (!f)
		abort();
	f->arena = arena_new();
	f->settings = arena_alloc(f->arena, settings_size);
	for (const struct setting *s = setting_rows; s->key; s++)
		set_numbers(f, s, (int64_t[]){s->otherwise, s->second});
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
	const char *hex = db_text(db, &read_meta, "t", "key");
	if (!hex || strlen(hex) != 2 * sizeof f->key.bytes)
		return false;
	for (size_t i = 0; i < sizeof f->key.bytes; i++) {
		char digits[3] = {hex[2 * i], hex[2 * i + 1], 0};
		f->key.bytes[i] = (unsigned char)strtoul(digits, NULL, 16);
	}
	return true;
}

struct renewal firm_renewal(struct db *db)
{
	struct renewal r = {0};
	const char *text = db_text(db, &read_meta, "t", "renewal");
	r.under_way = text && sscanf(text, "%" SCNd64 " %" SCNd64, &r.kind, &r.id) == 2;
	return r;
}

bool firm_set_renewal(struct db *db, const struct renewal *to)
{
	char text[48] = "";
	if (to->under_way)
		snprintf(text, sizeof text, "%" PRId64 " %" PRId64, to->kind, to->id);
	return db_run(db, &store_meta, "tt", "renewal", text);
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
		if (firm_take(f, key, v))
			named = named || strcmp(key, "firm_name") == 0;
		json_decref(v);
	}
	f->renewal = firm_renewal(db);
	f->test = db_text(db, &read_meta, "t", "clock") != NULL;
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
	const char *clock = db_text(db, &read_meta, "t", "clock");
	return clock ? strtoll(clock, NULL, 10) : time(NULL);
}

static bool store_instant(struct db *db, const char *key, instant at)
{
	char text[32];
	snprintf(text, sizeof text, "%lld", (long long)at);
	return db_run(db, &store_meta, "tt", key, text);
}

bool firm_set_test_clock(struct db *db, instant now)
{
	return store_instant(db, "clock", now);
}

static instant clock_last_seen(struct db *db)
{
	const char *seen = db_text(db, &read_meta, "t", "seen");
	return seen ? strtoll(seen, NULL, 10) : 0;
}

instant firm_clock_doubted(struct db *db, const struct firm *f, instant now)
{
	instant seen = f->test ? 0 : clock_last_seen(db);
	return seen && now - seen >= CLOCK_JUMP_DAYS * DAY_SECONDS ? seen : 0;
}

bool firm_clock_seen(struct db *db, const struct firm *f, instant now)
{
	if (f->test || llabs(now - clock_last_seen(db)) < DAY_SECONDS)
		return !db_failed(db);
	return store_instant(db, "seen", now);
}

void firm_json(const struct firm *f, bool lead, struct jw *out)
{
	jw_object(out);
	for (const struct setting *s = setting_rows; s->key; s++)
		if (lead || !s->leads)
			write_setting(s, setting_numbers(f, s), jw_key(out, s->key));
	for (const struct own *o = own_rows; o->key; o++) {
		jw_key(out, o->key);
		if (o->write)
			o->write(f, out);
		else
			jw_text(out, *(const char *const *)((const char *)f + o->text));
	}
	jw_end_object(out);
}

const char *firm_check(struct arena *a, const char *key, const json_t *value, const char **ret_json)
{
	if (!setting_label(key))
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
	return db_run(db, &store_setting, "tt", key, json_value) && changes_count(db, "settings");
}

const char *firm_stored(struct db *db, const char *key)
{
	return db_text(db, &stored_setting, "t", key);
}
