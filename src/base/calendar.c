/* Working time, measured on the wall: an instant is worked when its wall
 * reading lies in a period of its weekday and its day is no holiday.  Between
 * two changes of offset the wall runs evenly, so every measure is a sum over
 * such stretches, with whole weeks counted by multiplication. */
#include "base/calendar.h"

#define WEEK_DAYS 7
#define WEEK_SECONDS (WEEK_DAYS * DAY_SECONDS)

static int64_t least(int64_t a, int64_t b)
{
	return a < b ? a : b;
}

static int64_t most(int64_t a, int64_t b)
{
	return a > b ? a : b;
}

/* Worked seconds of this weekday before `seconds` of the day. */
static int64_t weekday_worked(const struct calendar *c, int weekday, int64_t seconds)
{
	int64_t sum = 0;
	for (int i = 0; i < c->week[weekday].n; i++) {
		int64_t from = c->week[weekday].period[i].from, to = c->week[weekday].period[i].to;
		sum += most(0, least(to, seconds) - from);
	}
	return sum;
}

/* Worked seconds of a week, holidays forgotten, before `seconds` of its day. */
static int64_t week_worked(const struct calendar *c, int weekday, int64_t seconds)
{
	int64_t sum = weekday_worked(c, weekday, seconds);
	for (int i = 0; i < weekday; i++)
		sum += weekday_worked(c, i, DAY_SECONDS);
	return sum;
}

static int64_t whole_week(const struct calendar *c)
{
	return week_worked(c, WEEK_DAYS - 1, DAY_SECONDS);
}

/* The place in the list of the first holiday not before d. */
static int holiday_from(const struct calendar *c, day d)
{
	int low = 0, high = c->nholidays;
	while (low < high) {
		int middle = (low + high) / 2;
		if (c->holidays[middle] < d)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

static bool is_holiday(const struct calendar *c, day d)
{
	int i = holiday_from(c, d);
	return i < c->nholidays && c->holidays[i] == d;
}

/* Worked seconds between two wall readings (seconds since 1970 on the wall). */
static int64_t wall_worked(const struct calendar *c, int64_t from, int64_t to)
{
	day first = floor_div(from, DAY_SECONDS), last = floor_div(to, DAY_SECONDS);
	int first_weekday = day_weekday(first), last_weekday = day_weekday(last);
	int64_t weeks = ((last - last_weekday) - (first - first_weekday)) / WEEK_DAYS;
	int64_t sum = weeks ? weeks * whole_week(c) : 0;
	sum += week_worked(c, last_weekday, to - last * DAY_SECONDS);
	sum -= week_worked(c, first_weekday, from - first * DAY_SECONDS);

	for (int i = holiday_from(c, first); i < c->nholidays && c->holidays[i] <= last; i++) {
		int64_t start = c->holidays[i] * DAY_SECONDS;
		int weekday = day_weekday(c->holidays[i]);
		sum -= weekday_worked(c, weekday, to - start);
		sum += weekday_worked(c, weekday, from - start);
	}
	return sum;
}

int64_t worked(const struct calendar *c, instant a, instant b)
{
	int64_t sum = 0;
	while (a < b) {
		instant until;
		int offset = zone_offset(&c->zone, a, &until);
		instant end = least(b, until);
		sum += wall_worked(c, a + offset, end + offset);
		a = end;
	}
	return sum;
}

/* Goes forward by whole weeks for as long as less than *seconds is worked in them. */
static instant skip_weeks(const struct calendar *c, instant a, int64_t *seconds)
{
	int64_t week = whole_week(c);
	for (int64_t weeks = *seconds / week; weeks > 0;) {
		int64_t done = worked(c, a, a + weeks * WEEK_SECONDS);
		if (done < *seconds) {
			a += weeks * WEEK_SECONDS;
			*seconds -= done;
			weeks = *seconds / week;
		} else {
			weeks--;
		}
	}
	return a;
}

instant worked_until(const struct calendar *c, instant a, int64_t seconds)
{
	if (seconds <= 0 || whole_week(c) == 0)
		return a;
	a = skip_weeks(c, a, &seconds);
	for (;;) {
		/* One day, or its part before a change of offset. */
		instant until;
		int offset = zone_offset(&c->zone, a, &until);
		day d = floor_div(a + offset, DAY_SECONDS);
		instant start = d * DAY_SECONDS - offset;
		instant end = least(start + DAY_SECONDS, until);
		int weekday = day_weekday(d), n = is_holiday(c, d) ? 0 : c->week[weekday].n;
		for (int i = 0; i < n; i++) {
			instant from = most(a, start + c->week[weekday].period[i].from);
			instant to = least(end, start + c->week[weekday].period[i].to);
			if (from >= to)
				continue;
			if (seconds <= to - from)
				return from + seconds;
			seconds -= to - from;
		}
		a = end;
	}
}

static day working_days_away(const struct calendar *c, day d, int n, int step)
{
	if (whole_week(c) == 0)
		return d;
	while (n > 0) {
		d += step;
		if (c->week[day_weekday(d)].n && !is_holiday(c, d))
			n--;
	}
	return d;
}

day working_days_before(const struct calendar *c, day d, int n)
{
	return working_days_away(c, d, n, -1);
}

day working_days_after(const struct calendar *c, day d, int n)
{
	return working_days_away(c, d, n, 1);
}

instant day_start(const struct calendar *c, day d)
{
	return zone_instant(&c->zone, d, 0);
}

instant day_end(const struct calendar *c, day d)
{
	return zone_instant(&c->zone, d + 1, 0) - 1;
}
