/* The French catalogue, read where it lies in the program, and how dates,
 * hours and numbers are said in both languages. */
#include "base/lang.h"

#include <endian.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/asset.h"
#include "base/stats.h"
#include "base/text.h"

#define NB "\u00a0" /* the space that no line breaks at */

/* -- the catalogue: GNU gettext's .mo, two tables of (length, place) */

#define MO_MAGIC 0x950412de
#define MO_ENTRY 8

static struct {
	const struct asset *mo;
	uint32_t count, originals, translations;
} french;
static pthread_once_t french_once = PTHREAD_ONCE_INIT;

/* Where the text at some address was found last: it is nearly always there again.
 * Only guesses: threads may overwrite each other's. */
#define GUESSES 8191
static atomic_uint guesses[GUESSES];

/* The 32-bit number at that place; 0 past the end. */
static uint32_t mo_number(const struct asset *mo, size_t place)
{
	uint32_t v;
	if (place > mo->n || mo->n - place < sizeof v)
		return 0;
	memcpy(&v, mo->p + place, sizeof v);
	return le32toh(v);
}

static const char *mo_text(const struct asset *mo, uint32_t table, uint32_t i)
{
	size_t entry = table + (size_t)MO_ENTRY * i;
	size_t length = mo_number(mo, entry), place = mo_number(mo, entry + 4);
	bool inside = place < mo->n && length < mo->n - place && mo->p[place + length] == '\0';
	return inside ? (const char *)mo->p + place : "";
}

static void french_open(void)
{
	const struct asset *mo = asset_find("fr.mo");
	if (!mo || mo_number(mo, 0) != MO_MAGIC)
		return;
	french.mo = mo;
	french.count = mo_number(mo, 8);
	french.originals = mo_number(mo, 12);
	french.translations = mo_number(mo, 16);
}

const char *tr(enum lang lang, const char *english)
{
	pthread_once(&french_once, french_open);
	if (lang != LANG_FR || !*english) /* the empty original is the catalogue's own header */
		return english;
	atomic_uint *guess = &guesses[(uintptr_t)english % GUESSES];
	uint32_t middle = atomic_load_explicit(guess, memory_order_relaxed);
	for (uint32_t low = 0, high = french.count; low < high; middle = low + (high - low) / 2) {
		int order = strcmp(english, mo_text(french.mo, french.originals, middle));
		if (order == 0) {
			atomic_store_explicit(guess, middle, memory_order_relaxed);
			const char *text = mo_text(french.mo, french.translations, middle);
			return *text ? text : english;
		}
		if (order < 0)
			high = middle;
		else
			low = middle + 1;
	}
	return english;
}

const char *lang_code(enum lang lang)
{
	return lang == LANG_EN ? "en" : "fr";
}

enum lang lang_of(const char *code)
{
	return code && strcmp(code, "en") == 0 ? LANG_EN : LANG_FR;
}

/* -- dates and hours */

static const char *const weekdays[LANG_MAX][7] = {
    {"lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"},
    {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"},
};

static const char *const months[LANG_MAX][12] = {
    {"janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre",
	"novembre", "décembre"},
    {"January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
	"November", "December"},
};

#define NEAR_DAYS 6
#define SAME_YEAR_MONTHS 6 /* further away, before or after, the year is said (conversation 16.6) */

/* "15 h", "9 h 30"; "3 pm", "9.30 am". */
static const char *say_hour(struct arena *a, enum lang lang, const struct wall *w)
{
	if (lang == LANG_FR)
		return w->minute ? arena_printf(a, "%d" NB "h" NB "%02d", w->hour, w->minute)
				 : arena_printf(a, "%d" NB "h", w->hour);
	int hour = (w->hour + 11) % 12 + 1;
	const char *half = w->hour < 12 ? "am" : "pm";
	return w->minute ? arena_printf(a, "%d.%02d" NB "%s", hour, w->minute, half)
			 : arena_printf(a, "%d" NB "%s", hour, half);
}

static const char *ending(enum lang lang, int mday)
{
	return lang == LANG_FR && mday == 1 ? "er" : "";
}

static bool needs_year(day d, day today)
{
	return d < day_months_after(today, -SAME_YEAR_MONTHS) ||
	       d > day_months_after(today, SAME_YEAR_MONTHS);
}

const char *say_mday(struct arena *a, enum lang lang, day d, day today)
{
	int year, month, mday;
	day_split(d, &year, &month, &mday);
	const char *text = arena_printf(a, "%d%s %s", mday, ending(lang, mday), months[lang][month - 1]);
	return needs_year(d, today) ? arena_printf(a, "%s %d", text, year) : text;
}

static const char *say_both(struct arena *a, enum lang lang, const char *date, const char *hour)
{
	return arena_printf(a, lang == LANG_FR ? "%s à %s" : "%s, %s", date, hour);
}

const char *say_day(struct arena *a, enum lang lang, day d, day today)
{
	return arena_printf(a, "%s %s", weekdays[lang][day_weekday(d)], say_mday(a, lang, d, today));
}

const char *say_time(struct arena *a, enum lang lang, const struct zone *z, instant at)
{
	struct wall w = zone_wall(z, at);
	return say_hour(a, lang, &w);
}

const char *say_month(struct arena *a, enum lang lang, day d)
{
	int year, month, mday;
	day_split(d, &year, &month, &mday);
	return arena_printf(a, "%s %d", months[lang][month - 1], year);
}

const char *say_instant(struct arena *a, enum lang lang, const struct zone *z, instant at, instant now)
{
	struct wall w = zone_wall(z, at);
	return say_both(a, lang, say_day(a, lang, w.date, zone_day(z, now)), say_hour(a, lang, &w));
}

const char *say_near_day(struct arena *a, enum lang lang, day d, day today)
{
	day away = llabs(d - today);
	if (away == 0)
		return lang == LANG_FR ? "aujourd’hui" : "today";
	if (away <= NEAR_DAYS)
		return weekdays[lang][day_weekday(d)];
	return say_day(a, lang, d, today);
}

const char *say_near(struct arena *a, enum lang lang, const struct zone *z, instant at, instant now)
{
	struct wall w = zone_wall(z, at);
	day today = zone_day(z, now), away = llabs(w.date - today);
	const char *hour = say_hour(a, lang, &w);
	if (away == 0)
		return hour;
	const char *date = say_near_day(a, lang, w.date, today);
	return away <= NEAR_DAYS ? arena_printf(a, "%s %s", date, hour) : say_both(a, lang, date, hour);
}

const char *say_hours(struct arena *a, enum lang lang, int64_t seconds)
{
	int64_t minutes = seconds > 0 ? (seconds + 30) / 60 : 0;
	const char *space = lang == LANG_FR ? NB : " ";
	long long hours = minutes / 60, rest = minutes % 60;
	if (!hours)
		return arena_printf(a, "%lld%smin", rest, space);
	if (!rest)
		return arena_printf(a, "%lld%sh", hours, space);
	return arena_printf(a, "%lld%sh%s%02lld", hours, space, space, rest);
}

/* -- names */

const char *say_of(struct arena *a, enum lang lang, const char *name)
{
	if (lang == LANG_EN)
		return name;
	char first = *text_fold(a, name);
	return arena_printf(a, first && strchr("aeiou", first) ? "d’%s" : "de %s", name);
}

/* -- numbers */

const char *say_number(struct arena *a, enum lang lang, int64_t n)
{
	const char *separator = lang == LANG_FR ? NB : ",";
	size_t width = strlen(separator);
	char text[48], *p = text + sizeof text;
	uint64_t rest = n < 0 ? -(uint64_t)n : (uint64_t)n;
	for (int digits = 0; rest || !digits; rest /= 10, digits++) {
		if (digits && digits % 3 == 0)
			memcpy(p -= width, separator, width);
		*--p = (char)('0' + rest % 10);
	}
	if (n < 0)
		*--p = '-';
	return arena_strndup(a, p, (size_t)(text + sizeof text - p));
}

const char *say_money(struct arena *a, enum lang lang, int64_t cents, const char *currency)
{
	const char *whole = say_number(a, lang, cents / 100);
	int rest = abs((int)(cents % 100));
	if (rest)
		whole = arena_printf(a, "%s%c%02d", whole, lang == LANG_FR ? ',' : '.', rest);
	return arena_printf(a, "%s" NB "%s", whole, currency);
}

const char *say_ratio(struct arena *a, enum lang lang, int64_t k, int64_t n)
{
	const int64_t percent_from = 5;
	const char *of = lang == LANG_FR ? "sur" : "of", *sign = lang == LANG_FR ? NB "%" : "%";
	long long hits = k, all = n;
	if (n < percent_from)
		return arena_printf(a, "%lld %s %lld", hits, of, all);
	return arena_printf(a, "%lld %s %lld (%lld%s)", hits, of, all, (long long)percent_of(k, n), sign);
}
