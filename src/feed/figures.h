/* Amounts, durations, dates and hours as people and programs write them. */
#ifndef FEED_FIGURES_H
#define FEED_FIGURES_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"

/* Cents in "1 234,50", "1,234.50", "$1 234", "12.5 CAD"; what stands once before one or
 * two last figures parts the cents, anything else parts thousands.  False: it is none, or
 * less than nothing. */
bool figures_cents(const char *text, int64_t *ret);

/* Seconds in "2:30" (hours and minutes, of a call minutes and seconds), "02:30:00",
 * "2 h 30", "45 min", "1,5"; a bare number is of `unit` seconds each. */
bool figures_seconds(const char *text, int64_t unit, bool of_a_call, int64_t *ret);

/* How a table writes its days. */
enum day_order { YEAR_FIRST, DAY_FIRST, MONTH_FIRST, ANY_ORDER };

/* Three numbers, and what comes after them: "2027-03-08", "8/3/2027 14:05". */
struct written_day {
	int part[3];
	bool year_first;
	const char *rest;
};
bool figures_day(const char *text, struct written_day *ret);
/* "2027-03-08"; NULL when there is no such day. */
const char *figures_iso(struct arena *a, const struct written_day *d, enum day_order order);
/* "T14:05:00" in "14:05", "2:05 PM", "14 h 05", "T14:05:00-05:00"; NULL: it says no hour. */
const char *figures_hour(struct arena *a, const char *text);

#endif
