/* Amounts, durations, days and hours as people write them. */
#include "feed/figures.h"

#include "tap.h"

static void is_cents(const char *text, int64_t wanted)
{
	int64_t found = -1;
	is_int(figures_cents(text, &found) ? found : -1, wanted, text);
}

TEST(amounts)
{
	is_cents("0", 0), is_cents("1234", 123400), is_cents("1234,5", 123450), is_cents("1234.05", 123405);
	is_cents("1 234,50", 123450), is_cents("1,234.50", 123450), is_cents("1.234,50", 123450);
	is_cents("1 234,50 $", 123450), is_cents("$1,234.50", 123450), is_cents("CAD 1 234", 123400);
	is_cents("1\xc2\xa0"
		 "234,50\xe2\x80\xaf$",
	    123450);
	is_cents("1'234'567.80", 123456780), is_cents("12,345,678", 1234567800), is_cents("1,234", 123400);
	is_cents("12 €", 1200), is_cents("999999999999", 99999999999900);
}

TEST(no_amounts)
{
	is_cents("", -1), is_cents("dix", -1), is_cents("-12", -1), is_cents("(12,00)", -1),
	    is_cents("12-", -1);
	is_cents("1,23,456", -1), is_cents("12,34,5.6", -1), is_cents("1234,567,8", -1),
	    is_cents("1 23,50", -1);
	is_cents("1,234.567", -1), is_cents("1.5.2", -1), is_cents("4E+05", -1), is_cents("12 + 3", -1);
	is_cents("1234567890123", -1), is_cents("$", -1), is_cents(",50", -1);
}

static void is_seconds(const char *text, int64_t unit, bool call, int64_t wanted)
{
	int64_t found = -1;
	is_int(figures_seconds(text, unit, call, &found) ? found : -1, wanted, text);
}

TEST(durations)
{
	is_seconds("2", 3600, false, 7200), is_seconds("2,5", 3600, false, 9000),
	    is_seconds("0.25", 3600, false, 900);
	is_seconds("2:30", 3600, false, 9000), is_seconds("2:30", 60, true, 150),
	    is_seconds("02:30:05", 60, true, 9005);
	is_seconds("2 h 30", 3600, false, 9000), is_seconds("2h30", 3600, false, 9000),
	    is_seconds("2 h", 60, true, 7200);
	is_seconds("45 min", 3600, false, 2700), is_seconds("90s", 60, true, 90),
	    is_seconds("0", 60, true, 0);
	is_seconds("1:60", 3600, false, -1), is_seconds("1:00:60", 3600, false, -1),
	    is_seconds("-1", 3600, false, -1);
	is_seconds("2 jours", 3600, false, -1), is_seconds("", 3600, false, -1),
	    is_seconds("1:2:3:4", 60, true, -1);
	is_seconds("1234567", 60, true, -1);
}

static const char *iso(struct arena *a, const char *text, enum day_order order)
{
	struct written_day d;
	const char *found = figures_day(text, &d) ? figures_iso(a, &d, order) : NULL;
	return found ? found : "none";
}

TEST(days)
{
	struct arena *a = arena_new();
	is_text(iso(a, "2027-03-08", MONTH_FIRST), "2027-03-08", "the year first");
	is_text(iso(a, "2027/3/8 14:05", MONTH_FIRST), "2027-03-08", "with an hour");
	is_text(iso(a, "8/3/2027", DAY_FIRST), "2027-03-08", "the day first");
	is_text(iso(a, "8/3/2027", MONTH_FIRST), "2027-08-03", "the month first");
	is_text(iso(a, "08.03.27", DAY_FIRST), "2027-03-08", "a short year");
	is_text(iso(a, "29/02/2027", DAY_FIRST), "none", "no such day");
	is_text(iso(a, "29/02/2028", DAY_FIRST), "2028-02-29", "a leap day");
	is_text(iso(a, "13/13/2027", DAY_FIRST), "none", "no such month");
	is_text(iso(a, "2027-03", DAY_FIRST), "none", "a month");
	is_text(iso(a, "2027-03/08", DAY_FIRST), "none", "two signs");
	is_text(iso(a, "mars 2027", DAY_FIRST), "none", "words");
	arena_free(a);
}

static const char *hour(struct arena *a, const char *text)
{
	const char *found = figures_hour(a, text);
	return found ? found : "none";
}

TEST(hours)
{
	struct arena *a = arena_new();
	is_text(hour(a, "14:05"), "T14:05:00", "an hour");
	is_text(hour(a, " 9:05:07"), "T09:05:07", "seconds");
	is_text(hour(a, "T14:05:00.250-05:00"), "T14:05:00-05:00", "as the web writes it");
	is_text(hour(a, "T14:05:00Z"), "T14:05:00Z", "at Greenwich");
	is_text(hour(a, "14 h 05"), "T14:05:00", "in French");
	is_text(hour(a, "14h05"), "T14:05:00", "in French, close");
	is_text(hour(a, "2:05 PM"), "T14:05:00", "after noon");
	is_text(hour(a, "12:05 am"), "T00:05:00", "after midnight");
	is_text(hour(a, "12:05 PM"), "T12:05:00", "at noon");
	is_text(hour(a, "24:00"), "none", "no such hour");
	is_text(hour(a, "12:60"), "none", "no such minute");
	is_text(hour(a, "midi"), "none", "words");
	arena_free(a);
}

TEST_MAIN()
