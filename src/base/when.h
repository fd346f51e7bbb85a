/* Instants, dates and time zones.
 *
 * An instant is UTC seconds, a day is days since 1970-01-01; both are plain
 * integers, 0 means "none".  Zones are read once from the system's time zone
 * data, so that no later call depends on the process's environment. */
#ifndef BASE_WHEN_H
#define BASE_WHEN_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"

typedef int64_t instant; /* UTC seconds since 1970 */
typedef int64_t day;     /* days since 1970-01-01, in the firm's calendar */

#define DAY_SECONDS 86400
#define HOUR_SECONDS 3600

/* The earlier of two, of which 0 is none. */
static inline instant sooner(instant a, instant b)
{
	return !a || (b && b < a) ? b : a;
}

/* The later of two, of which 0 is none. */
static inline instant later(instant a, instant b)
{
	return a > b ? a : b;
}

struct zone {
	char name[64];
	int n; /* changes of offset, ascending */
	struct {
		instant at;
		int32_t offset;
	} change[512]; /* offset (s east of UTC) holds from `at` on */
};

/* A wall clock reading. */
struct wall {
	int year, month, mday; /* month 1-12 */
	int hour, minute, second;
	int wday; /* 0 Monday .. 6 Sunday */
	day date;
	int seconds; /* of the day */
	int offset;  /* s east of UTC */
};

/* False when the system has no such zone; *ret is then untouched.  Changes
 * are known from 1970 to 2100, but Dublin's only to 2037: GLib misreads its
 * rule of later years.  It takes a millisecond or two, on any thread. */
bool zone_load(struct zone *ret, const char *name);

/* Seconds east of UTC at that instant; they hold until *ret_until. */
int zone_offset(const struct zone *z, instant at, instant *ret_until);

struct wall zone_wall(const struct zone *z, instant at);
day zone_day(const struct zone *z, instant at);

/* The instant of a wall reading; seconds may exceed a day.  In a skipped hour
 * the instant after the gap, in a doubled one the first. */
instant zone_instant(const struct zone *z, day date, int64_t seconds);

/* a / b rounded towards the past, for b > 0. */
static inline int64_t floor_div(int64_t a, int64_t b)
{
	return a / b - (a % b < 0);
}

int day_weekday(day d);            /* 0 Monday .. 6 Sunday */
static inline day monday_of(day d) /* … of its week */
{
	return d - day_weekday(d);
}
day day_of(int year, int month, int mday);
void day_split(day d, int *ret_year, int *ret_month, int *ret_mday);

/* "2027-03-08" exactly; false and untouched otherwise. */
bool day_parse(const char *s, day *ret);
/* RFC 3339 (a fraction of a second is dropped), or "YYYY-MM-DDTHH:MM[:SS]"
 * read on the wall of z; false and untouched otherwise. */
bool instant_parse(const struct zone *z, const char *s, instant *ret);

/* The same day of the month so many months on, or the last that month has. */
day day_months_after(day d, int months);

const char *day_text(struct arena *a, day d);                                /* 2027-03-08 */
const char *instant_text(struct arena *a, const struct zone *z, instant at); /* 2027-03-08T09:00:00-05:00 */

/* Milliseconds on a clock that runs evenly and that nobody sets, from no day in particular. */
int64_t now_ms(void);

#endif
