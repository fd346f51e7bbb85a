/* Lines of an iCalendar file: escaped, folded at 75 bytes and never inside a
 * letter, ended as RFC 5545 wants them. */
#include "feed/ical.h"

#include <string.h>

#define LINE_BYTES 75
#define YEAR_LAST 9999 /* a date has four digits of year */

/* The bytes of the letter that begins there. */
static size_t letter_bytes(const char *s)
{
	size_t n = 1;
	while ((s[n] & 0xc0) == 0x80)
		n++;
	return n;
}

struct line {
	struct buf *out;
	size_t n; /* bytes on it so far */
};

static void put(struct line *l, const char *s, size_t n)
{
	if (l->n + n > LINE_BYTES) {
		buf_puts(l->out, "\r\n ");
		l->n = 1;
	}
	buf_add(l->out, s, n);
	l->n += n;
}

static void put_text(struct line *l, const char *s)
{
	while (*s) {
		size_t n = letter_bytes(s);
		if (*s == '\n')
			put(l, "\\n", 2);
		else if (strchr("\\;,", *s))
			put(l, (char[]){'\\', *s}, 2);
		else if ((unsigned char)*s >= ' ' && *s != 0x7f)
			put(l, s, n);
		s += n;
	}
}

static void put_line(struct buf *out, const char *name, const char *text)
{
	struct line l = {.out = out};
	put(&l, name, strlen(name));
	put(&l, ":", 1);
	put_text(&l, text);
	buf_puts(out, "\r\n");
}

/* "20270308T140000Z" */
static void put_instant(struct buf *out, const char *name, instant at)
{
	int year, month, mday;
	day d = floor_div(at, DAY_SECONDS);
	int seconds = (int)(at - d * DAY_SECONDS);
	day_split(d, &year, &month, &mday);
	buf_printf(out, "%s:%04d%02d%02dT%02d%02d%02dZ\r\n", name, year, month, mday, seconds / HOUR_SECONDS,
	    seconds / 60 % 60, seconds % 60);
}

static void put_day(struct buf *out, const char *name, day d)
{
	int year, month, mday;
	day_split(d, &year, &month, &mday);
	buf_printf(out, "%s;VALUE=DATE:%04d%02d%02d\r\n", name, year, month, mday);
}

static int year_of(day d)
{
	int year, month, mday;
	day_split(d, &year, &month, &mday);
	return year;
}

void ical_begin(struct buf *out, const char *name)
{
	buf_puts(out,
	    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Entente//Entente//EN\r\nCALSCALE:GREGORIAN\r\n");
	put_line(out, "X-WR-CALNAME", name);
}

void ical_add(struct buf *out, const struct ical_event *e)
{
	if (e->from && year_of(floor_div(e->from, DAY_SECONDS)) > YEAR_LAST)
		return; /* an evening of the last year, already the next one in UTC */
	buf_puts(out, "BEGIN:VEVENT\r\n");
	put_line(out, "UID", e->uid);
	/* When it was written down is nobody's business: it stands for itself. */
	put_instant(out, "DTSTAMP", e->from ? e->from : e->on * DAY_SECONDS);
	if (e->from) {
		put_instant(out, "DTSTART", e->from);
		/* RFC 5545, 3.8.2.2: an end is later than the start, or is not there. */
		if (e->to > e->from && year_of(floor_div(e->to, DAY_SECONDS)) <= YEAR_LAST)
			put_instant(out, "DTEND", e->to);
	} else {
		put_day(out, "DTSTART", e->on);
		if (year_of(e->on + 1) <= YEAR_LAST)
			put_day(out, "DTEND", e->on + 1);
		buf_puts(out, "TRANSP:TRANSPARENT\r\n");
	}
	put_line(out, "SUMMARY", e->summary);
	if (e->place)
		put_line(out, "LOCATION", e->place);
	buf_puts(out, "END:VEVENT\r\n");
}

void ical_end(struct buf *out)
{
	buf_puts(out, "END:VCALENDAR\r\n");
}
