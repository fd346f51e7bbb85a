/* Instants, days and zones: the arithmetic of the calendar, reading and
 * writing both, and the table of a zone's changes of offset. */
#include "base/when.h"

#include <glib.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define ZONE_DIR "/usr/share/zoneinfo/"
#define DAYS_TO_EPOCH 719468 /* from 0000-03-01 to 1970-01-01 */
#define DAYS_IN_400_YEARS 146097
#define YEAR_FIRST 1
#define YEAR_LAST 9999

/* -- days: years are counted from March, so that the leap day is the last */

int day_weekday(day d)
{
	return (int)(d + 3 - 7 * floor_div(d + 3, 7)); /* 1970-01-01 was a Thursday */
}

day day_of(int year, int month, int mday)
{
	int64_t y = month > 2 ? year : (int64_t)year - 1;
	int from_march = (month + 9) % 12;
	return 365 * y + floor_div(y, 4) - floor_div(y, 100) + floor_div(y, 400) +
	       (153 * from_march + 2) / 5 + mday - 1 - DAYS_TO_EPOCH;
}

static int64_t at_most(int64_t v, int64_t most)
{
	return v < most ? v : most;
}

void day_split(day d, int *ret_year, int *ret_month, int *ret_mday)
{
	d += DAYS_TO_EPOCH;
	int64_t cycle = floor_div(d, DAYS_IN_400_YEARS);
	int64_t rest = d - cycle * DAYS_IN_400_YEARS;
	int64_t century = at_most(rest / 36524, 3);
	rest -= century * 36524;
	int64_t leap = rest / 1461;
	rest -= leap * 1461;
	int64_t single = at_most(rest / 365, 3);
	rest -= single * 365;

	int from_march = (int)(5 * rest + 2) / 153;
	*ret_year = (int)(400 * cycle + 100 * century + 4 * leap + single) + (from_march >= 10);
	*ret_month = (from_march + 2) % 12 + 1;
	*ret_mday = (int)rest - (153 * from_march + 2) / 5 + 1;
}

/* -- zones: GLib reads them without the process's TZ, which threads share; its
 * offsets become a table, because a page asks for hundreds of days */

static int32_t offset_at(GTimeZone *tz, instant at)
{
	return g_time_zone_get_offset(tz, g_time_zone_find_interval(tz, G_TIME_TYPE_UNIVERSAL, at));
}

/* The first instant in (from, to] that has the offset of `to`. */
static instant change_between(GTimeZone *tz, instant from, instant to, int32_t offset)
{
	while (to - from > 1) {
		instant middle = from + (to - from) / 2;
		if (offset_at(tz, middle) == offset)
			to = middle;
		else
			from = middle;
	}
	return to;
}

static bool zone_probe(struct zone *z, GTimeZone *tz)
{
	const instant step = 7 * DAY_SECONDS, last = day_of(2101, 1, 1) * DAY_SECONDS;
	const int most = sizeof z->change / sizeof *z->change;
	int32_t offset = offset_at(tz, 0);
	z->n = 1;
	z->change[0].at = INT64_MIN;
	z->change[0].offset = offset;
	for (instant t = 0; t < last; t += step) {
		int32_t next = offset_at(tz, t + step);
		if (next == offset)
			continue;
		if (z->n == most)
			return false;
		offset = next;
		z->change[z->n].at = change_between(tz, t, t + step, offset);
		z->change[z->n++].offset = offset;
	}
	return true;
}

static bool zone_exists(const char *name)
{
	static const char sound[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_+-/";
	char path[sizeof ZONE_DIR + sizeof((struct zone *)0)->name], magic[4];
	size_t n = strlen(name);
	if (!n || n >= sizeof((struct zone *)0)->name || strspn(name, sound) != n || name[0] == '/')
		return false;
	snprintf(path, sizeof path, ZONE_DIR "%s", name);
	FILE *f = fopen(path, "rb");
	if (!f)
		return false;
	bool good = fread(magic, sizeof magic, 1, f) == 1 && memcmp(magic, "TZif", sizeof magic) == 0;
	fclose(f);
	return good;
}

bool zone_load(struct zone *ret, const char *name)
{
	struct zone z = {.n = 0};
	GTimeZone *tz = zone_exists(name) ? g_time_zone_new_identifier(name) : NULL;
	bool good = tz && zone_probe(&z, tz);
	if (tz)
		g_time_zone_unref(tz);
	if (!good)
		return false;
	snprintf(z.name, sizeof z.name, "%s", name);
	*ret = z;
	return true;
}

int zone_offset(const struct zone *z, instant at, instant *ret_until)
{
	int low = 0, high = z->n; /* the change in force is in [low, high) */
	while (high - low > 1) {
		int middle = (low + high) / 2;
		if (z->change[middle].at <= at)
			low = middle;
		else
			high = middle;
	}
	*ret_until = high < z->n ? z->change[high].at : INT64_MAX;
	return z->change[low].offset;
}

struct wall zone_wall(const struct zone *z, instant at)
{
	struct wall w;
	instant until;
	w.offset = zone_offset(z, at, &until);
	w.date = floor_div(at + w.offset, DAY_SECONDS);
	w.seconds = (int)(at + w.offset - w.date * DAY_SECONDS);
	w.hour = w.seconds / HOUR_SECONDS;
	w.minute = w.seconds / 60 % 60;
	w.second = w.seconds % 60;
	w.wday = day_weekday(w.date);
	day_split(w.date, &w.year, &w.month, &w.mday);
	return w;
}

day zone_day(const struct zone *z, instant at)
{
	instant until;
	return floor_div(at + zone_offset(z, at, &until), DAY_SECONDS);
}

instant zone_instant(const struct zone *z, day date, int64_t seconds)
{
	/* The first stretch of constant offset that ends later than this
	 * reading holds it, or begins just after the gap that swallowed it. */
	int64_t reading = date * DAY_SECONDS + seconds;
	int low = 0, high = z->n - 1;
	while (low < high) {
		int middle = (low + high) / 2;
		if (z->change[middle + 1].at + z->change[middle].offset > reading)
			high = middle;
		else
			low = middle + 1;
	}
	instant at = reading - z->change[low].offset;
	return at > z->change[low].at ? at : z->change[low].at;
}

/* -- reading */

/* Reads exactly n digits; -1 when they are not there. */
static int digits(const char **s, int n)
{
	int v = 0;
	for (int i = 0; i < n; i++) {
		char c = (*s)[i];
		if (c < '0' || c > '9')
			return -1;
		v = v * 10 + (c - '0');
	}
	*s += n;
	return v;
}

static bool skip(const char **s, char c)
{
	if (**s != c)
		return false;
	(*s)++;
	return true;
}

static bool read_day(const char **s, day *ret)
{
	int year, month, mday, y, m, d;
	if ((year = digits(s, 4)) < YEAR_FIRST || !skip(s, '-') || (month = digits(s, 2)) < 1 || month > 12 ||
	    !skip(s, '-') || (mday = digits(s, 2)) < 1)
		return false;
	day_split(day_of(year, month, mday), &y, &m, &d);
	if (m != month || d != mday)
		return false;
	*ret = day_of(year, month, mday);
	return true;
}

/* "HH:MM", in seconds. */
static bool read_hour(const char **s, int *ret)
{
	int hour, minute;
	if ((hour = digits(s, 2)) < 0 || hour > 23 || !skip(s, ':') || (minute = digits(s, 2)) < 0 ||
	    minute > 59)
		return false;
	*ret = hour * HOUR_SECONDS + minute * 60;
	return true;
}

/* "Z", "+hh:mm" or "-hh:mm", in seconds east. */
static bool read_offset(const char **s, int *ret)
{
	char sign = **s;
	if (skip(s, 'Z')) {
		*ret = 0;
		return true;
	}
	if ((sign != '+' && sign != '-') || !skip(s, sign) || !read_hour(s, ret))
		return false;
	*ret = sign == '-' ? -*ret : *ret;
	return true;
}

day day_months_after(day d, int months)
{
	int year, month, mday;
	day_split(d, &year, &month, &mday);
	int64_t from = (int64_t)year * 12 + month - 1 + months;
	int then = (int)floor_div(from, 12), in_year = (int)(from - 12 * (int64_t)then);
	day first = day_of(then, in_year + 1, 1);
	day after = in_year == 11 ? day_of(then + 1, 1, 1) : day_of(then, in_year + 2, 1);
	return first + at_most(mday, after - first) - 1;
}

bool day_parse(const char *s, day *ret)
{
	day d;
	if (!read_day(&s, &d) || *s)
		return false;
	*ret = d;
	return true;
}

bool instant_parse(const struct zone *z, const char *s, instant *ret)
{
	day d;
	int seconds, offset, second = 0;
	if (!read_day(&s, &d) || !skip(&s, 'T') || !read_hour(&s, &seconds))
		return false;
	bool whole = skip(&s, ':');
	if (whole && ((second = digits(&s, 2)) < 0 || second > 59))
		return false;
	seconds += second;
	if (!*s) {
		*ret = zone_instant(z, d, seconds);
		return true;
	}
	if (!whole)
		return false;
	if (skip(&s, '.')) {
		size_t n = strspn(s, "0123456789");
		if (!n)
			return false;
		s += n;
	}
	if (!read_offset(&s, &offset) || *s)
		return false;
	*ret = d * DAY_SECONDS + seconds - offset;
	return true;
}

/* -- writing; by hand, because a page shows many and printf is five times slower */

static char *put2(char *p, unsigned v, char then)
{
	p[0] = (char)('0' + v / 10 % 10);
	p[1] = (char)('0' + v % 10);
	p[2] = then;
	return p + 3;
}

/* Eleven bytes, "2027-03-08" and what follows. */
static char *put_date(char *p, int year, int month, int mday, char then)
{
	unsigned y = (unsigned)(year < 0 ? 0 : at_most(year, YEAR_LAST));
	put2(p, y / 100, '-');
	p = put2(p + 2, y, '-');
	p = put2(p, (unsigned)month, '-');
	return put2(p, (unsigned)mday, then);
}

const char *day_text(struct arena *a, day d)
{
	int year, month, mday;
	char *text = arena_alloc(a, sizeof "2027-03-08");
	day_split(d, &year, &month, &mday);
	put_date(text, year, month, mday, '\0');
	return text;
}

const char *instant_text(struct arena *a, const struct zone *z, instant at)
{
	struct wall w = zone_wall(z, at);
	unsigned east = (unsigned)abs(w.offset) / 60;
	char *text = arena_alloc(a, sizeof "2027-03-08T09:00:00-05:00"), *p = text;
	p = put_date(p, w.year, w.month, w.mday, 'T');
	p = put2(p, (unsigned)w.hour, ':');
	p = put2(p, (unsigned)w.minute, ':');
	p = put2(p, (unsigned)w.second, w.offset < 0 ? '-' : '+');
	p = put2(p, east / 60, ':');
	put2(p, east % 60, '\0');
	return text;
}

int64_t now_ms(void)
{
	struct timespec t;
	clock_gettime(CLOCK_MONOTONIC, &t);
	return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}
