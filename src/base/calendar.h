/* Working time (model 1): several periods a day, holidays, on local wall time,
 * so that a change to summer time changes nothing inside the working day. */
#ifndef BASE_CALENDAR_H
#define BASE_CALENDAR_H

#include "base/when.h"

#define PERIODS_MAX 8
#define HOLIDAYS_MAX 400

struct calendar {
	struct zone zone;
	struct {
		int n;
		struct {
			int from, to;
		} period[PERIODS_MAX];
	} week[7]; /* s of the day, ascending, Monday first */
	int nholidays;
	day holidays[HOLIDAYS_MAX]; /* ascending, each once */
};

/* wh(a,b) in seconds: the overlap of [a,b] with the working periods; 0 if b <= a. */
int64_t worked(const struct calendar *c, instant a, instant b);

/* due(a, seconds): the earliest t with worked(a,t) = seconds.  0 seconds gives
 * a itself.  When the calendar has no working period at all: a. */
instant worked_until(const struct calendar *c, instant a, int64_t seconds);

/* The day n working days before d (a day with at least one period, no holiday);
 * n = 0 gives d. */
day working_days_before(const struct calendar *c, day d, int n);
/* … and after it. */
day working_days_after(const struct calendar *c, day d, int n);

instant day_start(const struct calendar *c, day d); /* 00:00:00 */
instant day_end(const struct calendar *c, day d);   /* 23:59:59 */

#endif
