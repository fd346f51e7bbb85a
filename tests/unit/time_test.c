/* Days, zones, reading and writing of instants, and the working-time
 * arithmetic of the model: its vectors, and its laws on random calendars. */
#include "tap.h"

#include "base/calendar.h"

#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <time.h>

static struct arena *mem;
static struct zone montreal, paris, utc;

__attribute__((constructor)) static void zones_load(void)
{
	mem = arena_new();
	zone_load(&montreal, "America/Montreal");
	zone_load(&paris, "Europe/Paris");
	zone_load(&utc, "UTC");
}

__attribute__((destructor)) static void memory_free(void)
{
	arena_free(mem);
}

/* The tests' own generator, so that a failure can be seen again. */
static uint32_t dice(uint32_t below)
{
	static uint64_t state = 20270308;
	state = state * 6364136223846793005u + 1442695040888963407u;
	return (uint32_t)(state >> 33) % below;
}

static instant at(const struct zone *z, const char *s)
{
	instant t = -1;
	if (!instant_parse(z, s, &t))
		printf("# not an instant: %s\n", s);
	return t;
}

static struct calendar office(const struct zone *z)
{
	struct calendar c = {.zone = *z};
	for (int i = 0; i < 5; i++) {
		c.week[i].n = 1;
		c.week[i].period[0].from = 9 * HOUR_SECONDS;
		c.week[i].period[0].to = 17 * HOUR_SECONDS;
	}
	return c;
}

TEST(day_round_trip)
{
	bool good = true;
	int y, m, d, weekday = day_weekday(-800000);
	for (day i = -800000; i < 3000000; i++) {
		day_split(i, &y, &m, &d);
		good =
		    good && day_of(y, m, d) == i && day_weekday(i) == weekday && m >= 1 && m <= 12 && d >= 1;
		weekday = (weekday + 1) % 7;
	}
	ok(good, "every day from before year 0 to after 9999 comes back");
	is_int(day_of(1970, 1, 1), 0, "the first day");
	is_int(day_of(2000, 2, 29), 11016, "a leap day");
	is_int(day_weekday(day_of(2027, 3, 8)), 0, "2027-03-08 is a Monday");
}

TEST(day_text)
{
	day d = -1;
	ok(day_parse("2028-02-29", &d), "a leap day is read");
	is_text(day_text(mem, d), "2028-02-29", "and written");
	static const char *const bad[] = {"", "2027-02-29", "2027-2-9", "2027-04-31", "2027-00-10",
	    "2027-13-01", "2027-01-00", "0000-01-01", " 2027-01-01", "2027-01-01 ", "2027/01/01", "20270101",
	    "-027-01-01"};
	d = 7;
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
		ok(!day_parse(bad[i], &d) && d == 7, bad[i]);
	is_text(day_text(mem, day_of(1, 1, 1)), "0001-01-01", "the first year");
	is_text(day_text(mem, day_of(9999, 12, 31)), "9999-12-31", "the last year");
}

TEST(zone_load)
{
	static const char *const bad[] = {"", "Mars/Olympus", "../etc/passwd", "Europe/../Europe/Paris",
	    "/usr/share/zoneinfo/UTC", "Europe", "zone.tab", "Europe/Paris ", "EST5EDT,M3.2.0",
	    "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"};
	struct zone z = {.n = 7};
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
		ok(!zone_load(&z, bad[i]) && z.n == 7, bad[i]);
	ok(zone_load(&z, "America/Argentina/Buenos_Aires"), "three parts");
	is_text(z.name, "America/Argentina/Buenos_Aires", "it keeps its name");
}

struct reading {
	const char *const *names;
	const int *offsets; /* s east of UTC on 2027-01-15 */
	atomic_int *running;
	bool good;
};

static void *zones_read(void *p)
{
	struct reading *r = p;
	struct zone z;
	instant until;
	for (int i = 0; i < 30; i++)
		r->good = r->good && zone_load(&z, r->names[i % 3]) && strcmp(z.name, r->names[i % 3]) == 0 &&
			  zone_offset(&z, day_of(2027, 1, 15) * DAY_SECONDS, &until) == r->offsets[i % 3] &&
			  !zone_load(&z, "Mars/Olympus");
	atomic_fetch_sub(r->running, 1);
	return NULL;
}

/* A server reads a zone when the setting changes, while its other threads run. */
TEST(zone_load_in_threads)
{
	static const char *const eastern[] = {"Asia/Tokyo", "Asia/Kathmandu", "Pacific/Auckland"};
	static const char *const western[] = {"Pacific/Honolulu", "America/St_Johns", "America/Bogota"};
	static const int east[] = {32400, 20700, 46800}, west[] = {-36000, -12600, -18000};
	atomic_int running = 2;
	struct reading a = {eastern, east, &running, true}, b = {western, west, &running, true};
	pthread_t one, other;
	struct tm tm;
	time_t t = day_of(2027, 1, 15) * DAY_SECONDS;
	bool untouched = true;
	setenv("TZ", "Asia/Karachi", 1);
	tzset();
	pthread_create(&one, NULL, zones_read, &a);
	pthread_create(&other, NULL, zones_read, &b);
	do {
		const char *mine = getenv("TZ");
		untouched = untouched && mine && strcmp(mine, "Asia/Karachi") == 0 && localtime_r(&t, &tm) &&
			    tm.tm_gmtoff == 18000;
	} while (running);
	pthread_join(one, NULL);
	pthread_join(other, NULL);
	unsetenv("TZ");
	tzset();
	ok(a.good, "zones of the east, and none on Mars");
	ok(b.good, "zones of the west at the same time");
	ok(untouched, "the process stays in its own");
}

/* The table against the C library, hour by hour around each change and at random. */
static bool same_as_libc(const char *name)
{
	struct zone z;
	if (!zone_load(&z, name))
		return false;
	setenv("TZ", name, 1);
	tzset();
	bool good = true;
	for (int i = 0; i < 20000; i++) {
		instant near = z.change[dice((uint32_t)z.n)].at, anywhere = 2 * (instant)dice(2067000000);
		instant t = i % 2 && near > 0 ? near + dice(14400) - 7200 : anywhere;
		struct tm tm;
		time_t copy = t;
		localtime_r(&copy, &tm);
		struct wall w = zone_wall(&z, t);
		good = good && w.offset == tm.tm_gmtoff && w.year == tm.tm_year + 1900 &&
		       w.month == tm.tm_mon + 1 && w.mday == tm.tm_mday && w.hour == tm.tm_hour &&
		       w.minute == tm.tm_min && w.second == tm.tm_sec && w.wday == (tm.tm_wday + 6) % 7 &&
		       zone_day(&z, t) == w.date;
	}
	unsetenv("TZ");
	tzset();
	return good;
}

TEST(zone_wall)
{
	static const char *const names[] = {"America/Montreal", "Europe/Paris", "UTC", "Australia/Lord_Howe",
	    "Africa/Casablanca", "Africa/Cairo", "Pacific/Apia", "Asia/Kathmandu", "America/St_Johns",
	    "Africa/Monrovia", "Antarctica/Troll"};
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		ok(same_as_libc(names[i]), names[i]);
}

TEST(zone_instant)
{
	bool good = true;
	for (int i = 0; i < 20000; i++) {
		instant t = dice(UINT32_MAX >> 1);
		struct wall w = zone_wall(&montreal, t);
		instant back = zone_instant(&montreal, w.date, w.seconds);
		good = good && (back == t || (back == t - HOUR_SECONDS && w.month >= 10));
	}
	ok(good, "a reading comes back, or is the first of a doubled hour");
	is_text(instant_text(mem, &montreal, zone_instant(&montreal, day_of(2027, 3, 14), 9000)),
	    "2027-03-14T03:00:00-04:00", "02:30 in the skipped hour is the instant after the gap");
	is_text(instant_text(mem, &montreal, zone_instant(&montreal, day_of(2027, 11, 7), 5400)),
	    "2027-11-07T01:30:00-04:00", "01:30 in the doubled hour is the first");
	struct zone z;
	zone_load(&z, "Australia/Lord_Howe");
	is_text(instant_text(mem, &z, zone_instant(&z, day_of(2027, 10, 3), 8100)),
	    "2027-10-03T02:30:00+11:00", "02:15 in a skipped half hour");
	is_text(instant_text(mem, &z, zone_instant(&z, day_of(2027, 4, 4), 6300)),
	    "2027-04-04T01:45:00+11:00", "01:45 in a doubled half hour");
	zone_load(&z, "Pacific/Apia");
	is_text(instant_text(mem, &z, zone_instant(&z, day_of(2011, 12, 30), 43200)),
	    "2011-12-31T00:00:00+14:00", "noon of a skipped day is the next day's start");
	is_int(zone_instant(&utc, 10, 2 * DAY_SECONDS + 5), 12 * DAY_SECONDS + 5, "seconds may exceed a day");
}

TEST(instant_text)
{
	static const struct {
		const char *in, *out;
	} good[] = {
	    {"2027-03-08T09:00:00-05:00", "2027-03-08T09:00:00-05:00"},
	    {"2027-03-08T14:00:00Z", "2027-03-08T09:00:00-05:00"},
	    {"2027-03-08T14:00:59.999+00:00", "2027-03-08T09:00:59-05:00"},
	    {"2027-03-08T19:30:00+05:30", "2027-03-08T09:00:00-05:00"},
	    {"2027-07-08T09:00", "2027-07-08T09:00:00-04:00"},
	    {"2027-07-08T23:59:59", "2027-07-08T23:59:59-04:00"},
	};
	for (size_t i = 0; i < sizeof good / sizeof *good; i++)
		is_text(instant_text(mem, &montreal, at(&montreal, good[i].in)), good[i].out, good[i].in);

	static const char *const bad[] = {"", "2027-03-08", "2027-03-08T", "2027-03-08T9:00",
	    "2027-03-08T24:00", "2027-03-08T09:60", "2027-03-08T09:00:60",
	    "2027-03-08T09:00:", "2027-03-08T09:00Z", "2027-03-08T09:00:00.", "2027-03-08T09:00:00.Z",
	    "2027-03-08T09:00:00.5", "2027-03-08 09:00:00Z", "2027-03-08T09:00:00+0500",
	    "2027-03-08T09:00:00+24:00", "2027-03-08T09:00:00+05:60", "2027-03-08T09:00:00ZZ",
	    "2027-02-29T09:00:00Z", "2027-03-08T09:00:00-"};
	instant t = 7;
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
		ok(!instant_parse(&montreal, bad[i], &t) && t == 7, bad[i]);
	is_text(instant_text(mem, &utc, 0), "1970-01-01T00:00:00+00:00", "UTC is +00:00");
}

/* -- the model's vectors */

TEST(worked_vectors)
{
	struct calendar c = office(&montreal);
	is_int(worked(&c, at(&montreal, "2027-03-05T16:00"), at(&montreal, "2027-03-08T10:00")), 7200,
	    "Friday 16:00 to Monday 10:00");
	is_int(worked(&c, at(&montreal, "2027-03-01T14:30"), at(&montreal, "2027-03-02T09:15")), 9900,
	    "Monday 14:30 to Tuesday 09:15");
	is_int(
	    worked(&c, at(&montreal, "2027-03-02T12:00"), at(&montreal, "2027-03-01T12:00")), 0, "backwards");

	static const struct {
		const char *from;
		int hours;
		const char *due;
	} v[] = {
	    {"2027-03-05T16:30", 4, "2027-03-08T12:30:00-05:00"},
	    {"2027-03-06T11:00", 4, "2027-03-08T13:00:00-05:00"},
	    {"2027-03-02T15:00", 8, "2027-03-03T15:00:00-05:00"},
	    {"2027-03-01T10:00", 40, "2027-03-08T10:00:00-05:00"},
	    {"2027-03-01T09:00", 8, "2027-03-01T17:00:00-05:00"},
	    {"2027-03-04T13:00", 40, "2027-03-11T13:00:00-05:00"},
	    {"2027-03-01T09:00", 120, "2027-03-19T17:00:00-04:00"},
	    {"2027-03-18T10:00", 160, "2027-04-15T10:00:00-04:00"},
	    {"2027-03-06T11:00", 0, "2027-03-06T11:00:00-05:00"},
	};
	for (size_t i = 0; i < sizeof v / sizeof *v; i++)
		is_text(instant_text(mem, &montreal,
			    worked_until(&c, at(&montreal, v[i].from), v[i].hours * HOUR_SECONDS)),
		    v[i].due, v[i].from);
}

TEST(holidays)
{
	struct calendar c = office(&montreal);
	c.holidays[c.nholidays++] = day_of(2027, 3, 8);
	is_int(worked(&c, at(&montreal, "2027-03-05T16:00"), at(&montreal, "2027-03-09T10:00")), 7200,
	    "a holiday counts nothing");
	is_int(worked(&c, at(&montreal, "2027-03-08T10:00"), at(&montreal, "2027-03-08T12:00")), 0,
	    "nor inside it");
	is_text(instant_text(mem, &montreal, worked_until(&c, at(&montreal, "2027-03-05T16:30"), 14400)),
	    "2027-03-09T12:30:00-05:00", "what is due goes over it");
	is_int(working_days_before(&c, day_of(2027, 3, 9), 1), day_of(2027, 3, 5), "the working day before");
	is_int(working_days_after(&c, day_of(2027, 3, 5), 1), day_of(2027, 3, 9), "the working day after");
	is_int(working_days_before(&c, day_of(2027, 3, 9), 6), day_of(2027, 2, 26), "six before");
	is_int(working_days_before(&c, day_of(2027, 3, 7), 0), day_of(2027, 3, 7), "none before");
}

TEST(no_working_time)
{
	struct calendar c = {.zone = utc};
	is_int(worked_until(&c, 1000, 3600), 1000, "nothing can be due");
	is_int(worked(&c, 0, INT32_MAX), 0, "nothing is worked");
	is_int(working_days_before(&c, 5000, 3), 5000, "no day is a working day");
}

TEST(day_ends)
{
	struct calendar c = office(&montreal);
	day d = day_of(2027, 11, 7);
	is_text(instant_text(mem, &montreal, day_start(&c, d)), "2027-11-07T00:00:00-04:00", "the start");
	is_text(instant_text(mem, &montreal, day_end(&c, d)), "2027-11-07T23:59:59-05:00", "the end");
}

/* -- the laws */

static struct calendar random_calendar(void)
{
	static const struct zone *const zones[] = {&montreal, &paris, &utc};
	struct calendar c = {.zone = *zones[dice(3)]};
	for (int i = 0; i < 7; i++) {
		int wanted = dice(4) ? (int)dice(4) : 0, from = 0;
		for (int k = 0; k < wanted; k++) {
			from += (int)dice(400) * 60;
			int to = from + (int)(dice(500) + 1) * 60;
			if (to > DAY_SECONDS)
				break;
			c.week[i].period[c.week[i].n].from = from;
			c.week[i].period[c.week[i].n++].to = to;
			from = to;
		}
	}
	day holiday = day_of(2027, 1, 1);
	for (uint32_t n = dice(40); n > 0; n--) {
		holiday += 1 + dice(20);
		c.holidays[c.nholidays++] = holiday;
	}
	return c;
}

/* One of the days around a change to or from summer time, or any of 2027 and 2028. */
static instant random_instant(const struct calendar *c)
{
	static const char *const changes[] = {"2027-03-14", "2027-11-07", "2027-03-28", "2027-10-31"};
	day d = 0;
	if (dice(2))
		day_parse(changes[dice(4)], &d);
	else
		d = day_of(2027, 1, 1) + dice(700);
	return zone_instant(&c->zone, d + dice(4) - 2, dice(1440) * 60);
}

/* Minute by minute: slow and plain. */
static int64_t worked_plainly(const struct calendar *c, instant a, instant b)
{
	int64_t sum = 0;
	for (; a < b; a += 60) {
		struct wall w = zone_wall(&c->zone, a);
		bool holiday = false, working = false;
		for (int i = 0; i < c->nholidays; i++)
			holiday = holiday || c->holidays[i] == w.date;
		for (int i = 0; i < c->week[w.wday].n; i++)
			working = working || (w.seconds >= c->week[w.wday].period[i].from &&
						 w.seconds < c->week[w.wday].period[i].to);
		sum += working && !holiday ? 60 : 0;
	}
	return sum;
}

TEST(worked_laws)
{
	bool plain = true, additive = true, steady = true;
	for (int i = 0; i < 300; i++) {
		struct calendar c = random_calendar();
		instant a = random_instant(&c), b = a + dice(20000) * 60, d = b + dice(500000) * 60;
		plain = plain && worked(&c, a, b) == worked_plainly(&c, a, b);
		additive = additive && worked(&c, a, b) + worked(&c, b, d) == worked(&c, a, d);
		int64_t step = worked(&c, a, b + 60) - worked(&c, a, b);
		steady = steady && step >= 0 && step <= 60;
	}
	ok(plain, "the same as counting minutes");
	ok(additive, "[a,b] and [b,d] make [a,d]");
	ok(steady, "never less, never faster than the clock");
}

TEST(worked_until_laws)
{
	bool exact = true, earliest = true;
	for (int i = 0; i < 20000; i++) {
		struct calendar c = random_calendar();
		instant a = random_instant(&c) + dice(60);
		int64_t s = 1 + dice(i % 2 ? 4 * HOUR_SECONDS : 900 * HOUR_SECONDS);
		instant due = worked_until(&c, a, s);
		if (due == a)
			continue; /* a calendar without any period */
		exact = exact && worked(&c, a, due) == s;
		earliest = earliest && worked(&c, a, due - 1) == s - 1;
	}
	ok(exact, "worked(a, due(a, s)) is s");
	ok(earliest, "and not a second earlier");
}

TEST(summer_time)
{
	struct calendar c = office(&montreal);
	is_int(worked(&c, at(&montreal, "2027-03-12T16:00"), at(&montreal, "2027-03-15T10:00")), 7200,
	    "over the skipped hour");
	is_int(worked(&c, at(&montreal, "2027-11-05T16:00"), at(&montreal, "2027-11-08T10:00")), 7200,
	    "over the doubled hour");
	is_text(instant_text(mem, &montreal, worked_until(&c, at(&montreal, "2027-03-12T16:00"), 7200)),
	    "2027-03-15T10:00:00-04:00", "what is due is read on the wall");
}

TEST_MAIN()
