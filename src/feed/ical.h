/* Writes an iCalendar file (RFC 5545): appointments and days to remember, for any
 * calendar program. */
#ifndef FEED_ICAL_H
#define FEED_ICAL_H

#include "base/buf.h"
#include "base/when.h"

struct ical_event {
	const char *uid;     /* the same whenever the same thing is written */
	const char *summary; /* any text */
	const char *place;   /* NULL: nobody said where */
	instant from, to;    /* an hour of a day; 0: the whole of `on` */
	day on;
};

void ical_begin(struct buf *out, const char *name); /* what a reader calls the calendar */
void ical_add(struct buf *out, const struct ical_event *e);
void ical_end(struct buf *out);

#endif
