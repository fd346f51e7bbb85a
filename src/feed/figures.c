/* Amounts, durations, dates and hours: read strictly, for a wrong one is worse than one
 * that is skipped and said. */
#include "feed/figures.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "base/when.h"

#define DIGITS_MAX 12

/* ---- amounts -------------------------------------------------------------------- */

/* A blank inside a number, in one byte or in the two or three of an unbreakable one. */
static size_t blank(const char *s)
{
	if (*s == ' ' || *s == '\'')
		return 1;
	return strncmp(s, "\xc2\xa0", 2) == 0 ? 2 : strncmp(s, "\xe2\x80\xaf", 3) == 0 ? 3 : 0;
}

static bool is_letter_or_sign(unsigned char c)
{
	return isalpha(c) || c == '$' || c >= 0x80;
}

/* Past blanks and what names a currency; a minus is none of these. */
static const char *skip_currency(const char *s)
{
	while (*s && (blank(s) || is_letter_or_sign((unsigned char)*s)))
		s += blank(s) ? blank(s) : 1;
	return s;
}

/* A figure's digits, and what stands between them: groups of thousands, then cents. */
struct amount {
	int64_t whole;
	int digits, group; /* of the whole, and since the last sign between them */
	char between;      /* the sign that parts thousands; 0: none yet */
	bool grouped;
};

/* One or two figures at the very end are cents. */
static bool ends_in_cents(const char *s)
{
	size_t n = strspn(s, "0123456789");
	return (n == 1 || n == 2) && *skip_currency(s + n) == '\0';
}

static int64_t read_cents(const char *s)
{
	return (s[0] - '0') * 10 + (isdigit((unsigned char)s[1]) ? s[1] - '0' : 0);
}

static bool part_thousands(struct amount *m, char sign)
{
	bool first = !m->between, fits = first ? m->group >= 1 && m->group <= 3 : m->group == 3;
	if (!fits || (!first && m->between != sign))
		return false;
	m->between = sign;
	m->grouped = true;
	m->group = 0;
	return true;
}

static bool add_digit(struct amount *m, char c)
{
	m->whole = m->whole * 10 + (c - '0');
	m->group++;
	return ++m->digits <= DIGITS_MAX;
}

bool figures_cents(const char *text, int64_t *ret)
{
	struct amount m = {0};
	int64_t cents = 0;
	const char *s = skip_currency(text);
	while (*s) {
		if (isdigit((unsigned char)*s)) {
			if (!add_digit(&m, *s++))
				return false;
		} else if ((*s == '.' || *s == ',') && ends_in_cents(s + 1)) {
			cents = read_cents(s + 1);
			break;
		} else if (*s == '.' || *s == ',') {
			if (!part_thousands(&m, *s++))
				return false;
		} else if (*skip_currency(s) == '\0') {
			break;
		} else if (blank(s) && isdigit((unsigned char)s[blank(s)])) {
			s += blank(s);
			if (!part_thousands(&m, ' '))
				return false;
		} else {
			return false;
		}
	}
	if (!m.digits || (m.grouped && m.group != 3))
		return false;
	*ret = m.whole * 100 + cents;
	return true;
}

/* ---- durations ------------------------------------------------------------------- */

static bool is_written(const char *text, int end)
{
	return end > 0 && !text[end];
}

/* "2:30", "02:30:00", "2 h 30". */
static bool read_clock(const char *text, bool of_a_call, int64_t *ret)
{
	int a, b, c = 0, end = 0, three = 0;
	if (sscanf(text, "%3d:%2d:%2d%n", &a, &b, &c, &three) == 3 && is_written(text, three)) {
		*ret = (int64_t)a * HOUR_SECONDS + b * 60 + c;
	} else if (sscanf(text, "%4d:%2d%n", &a, &b, &end) == 2 && is_written(text, end)) {
		c = 0;
		*ret = of_a_call ? (int64_t)a * 60 + b : (int64_t)a * HOUR_SECONDS + b * 60;
	} else if (sscanf(text, "%3d %*1[hH] %2d%n", &a, &b, &end) == 2 && is_written(text, end)) {
		c = 0;
		*ret = (int64_t)a * HOUR_SECONDS + b * 60;
	} else {
		return false;
	}
	return a >= 0 && b >= 0 && b < 60 && c >= 0 && c < 60;
}

/* "2.5", "2,5", and where they end. */
static bool read_number(const char *text, double *ret, const char **ret_rest)
{
	double n = 0, scale = 0.1;
	size_t digits = strspn(text, "0123456789");
	if (digits < 1 || digits > 6)
		return false;
	for (size_t i = 0; i < digits; i++)
		n = n * 10 + (text[i] - '0');
	const char *rest = text + digits;
	if ((*rest == '.' || *rest == ',') && isdigit((unsigned char)rest[1]))
		for (rest++; isdigit((unsigned char)*rest); rest++, scale /= 10)
			n += (*rest - '0') * scale;
	*ret = n;
	*ret_rest = rest;
	return true;
}

/* 0: it names no unit. */
static int64_t unit_named(const char *name)
{
	static const struct {
		const char *name;
		int64_t seconds;
	} units[] = {{"h", HOUR_SECONDS}, {"hr", HOUR_SECONDS}, {"hrs", HOUR_SECONDS}, {"hour", HOUR_SECONDS},
	    {"hours", HOUR_SECONDS}, {"heure", HOUR_SECONDS}, {"heures", HOUR_SECONDS}, {"m", 60},
	    {"min", 60}, {"mins", 60}, {"minute", 60}, {"minutes", 60}, {"s", 1}, {"sec", 1}, {"seconds", 1},
	    {"secondes", 1}};
	for (size_t i = 0; i < sizeof units / sizeof *units; i++)
		if (strcasecmp(name, units[i].name) == 0)
			return units[i].seconds;
	return 0;
}

bool figures_seconds(const char *text, int64_t unit, bool of_a_call, int64_t *ret)
{
	double n;
	const char *rest;
	if (read_clock(text, of_a_call, ret))
		return true;
	if (!read_number(text, &n, &rest))
		return false;
	while (blank(rest))
		rest += blank(rest);
	unit = *rest ? unit_named(rest) : unit;
	*ret = (int64_t)(n * (double)unit + 0.5);
	return unit > 0;
}

/* ---- days and hours ---------------------------------------------------------------- */

bool figures_day(const char *text, struct written_day *ret)
{
	int n = 0;
	char mark[2];
	int *p = ret->part;
	if (!isdigit((unsigned char)*text) || sscanf(text, "%4d%1[-/.]%2d%n", &p[0], mark, &p[1], &n) != 3 ||
	    text[n] != *mark || !isdigit((unsigned char)text[n + 1]))
		return false;
	int end = 0;
	if (sscanf(text + n + 1, "%4d%n", &p[2], &end) != 1)
		return false;
	ret->year_first = p[0] > 31;
	ret->rest = text + n + 1 + end;
	return true;
}

const char *figures_iso(struct arena *a, const struct written_day *d, enum day_order order)
{
	const int *p = d->part;
	int year = d->year_first ? p[0] : p[2], month = d->year_first || order == DAY_FIRST ? p[1] : p[0];
	int mday = d->year_first ? p[2] : order == DAY_FIRST ? p[0] : p[1];
	year += year < 100 ? 2000 : 0;
	const char *text = arena_printf(a, "%04d-%02d-%02d", year, month, mday);
	day found;
	return day_parse(text, &found) ? text : NULL;
}

/* An hour by the twelve that they have of them. */
static int of_day(int hour, const char *rest)
{
	while (*rest == ' ')
		rest++;
	bool pm = strncasecmp(rest, "pm", 2) == 0 || strncasecmp(rest, "p.m", 3) == 0;
	bool am = strncasecmp(rest, "am", 2) == 0 || strncasecmp(rest, "a.m", 3) == 0;
	return pm && hour < 12 ? hour + 12 : am && hour == 12 ? 0 : hour;
}

const char *figures_hour(struct arena *a, const char *text)
{
	int hour, minute, second = 0, end = 0, more = 0;
	text += strspn(text, " ,T");
	if (sscanf(text, "%2d%*1[:h]%2d%n", &hour, &minute, &end) != 2 &&
	    sscanf(text, "%2d h %2d%n", &hour, &minute, &end) != 2)
		return NULL;
	const char *rest = text + end;
	if (sscanf(rest, ":%2d%n", &second, &more) == 1)
		rest += more;
	if (*rest == '.')
		rest += 1 + strspn(rest + 1, "0123456789");
	hour = of_day(hour, rest);
	if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59)
		return NULL;
	/* What says how far from Greenwich stays; "AM" and the like were heard. */
	const char *zone = *rest == 'Z' || *rest == '+' || *rest == '-' ? rest : "";
	return arena_printf(a, "T%02d:%02d:%02d%s", hour, minute, second, zone);
}
