/* What silence means, as arithmetic: when it ends the waiting, and whether as an
 * agreement (model 3.2 and its worked numbers). */
#include "tap.h"

#include "rules/writing_parts.h"

static struct firm firm;
static struct ctx c = {.firm = &firm};

__attribute__((constructor)) static void office_open(void)
{
	zone_load(&firm.calendar.zone, "America/Montreal");
	for (int i = 0; i < 5; i++) {
		firm.calendar.week[i].n = 1;
		firm.calendar.week[i].period[0].from = 9 * HOUR_SECONDS;
		firm.calendar.week[i].period[0].to = 17 * HOUR_SECONDS;
	}
	static struct settings set = {.remind_wd = 3, .tacit_wd = 5, .tacit_min_seen_wd = 2, .reopen_wd = 10};
	firm.settings = &set;
}

static instant at(const char *s)
{
	instant t = -1;
	if (!instant_parse(&firm.calendar.zone, s, &t))
		printf("# not an instant: %s\n", s);
	return t;
}

/* A recap sent on Thursday at one, opened and recalled in time, under the rule. */
static struct writing recap(void)
{
	return (struct writing){.kind = RECAP,
	    .state = WRITING_SENT,
	    .sent_at = at("2027-03-04T13:00"),
	    .seen_at = at("2027-03-04T15:00"),
	    .reminded_at = at("2027-03-09T13:00"),
	    .silence_counts = 1,
	    .silent_wd = NO_NUMBER,
	    .read_wd = NO_NUMBER};
}

TEST(all_five_conditions)
{
	struct writing w = recap();
	is_int(silence_remind_due(&c, &w), at("2027-03-09T13:00"), "a reminder after three working days");
	is_int(silence_end(&c, &w).at, at("2027-03-11T13:00"), "silence is over after five");
	ok(silence_end(&c, &w).agrees, "and agrees");
}

TEST(each_condition_dropped)
{
	struct writing w = recap();
	w.silence_counts = 0;
	ok(!silence_end(&c, &w).agrees, "no rule accepted before it was sent");
	w = recap();
	w.explicit_only = 1;
	ok(!silence_end(&c, &w).agrees, "something only a yes agrees to");
	w = recap();
	w.seen_at = 0;
	ok(!silence_end(&c, &w).agrees, "never opened");
	is_int(silence_end(&c, &w).at, at("2027-03-11T13:00"), "it does not wait for the opening");
	w = recap();
	w.reminded_at = 0;
	ok(!silence_end(&c, &w).agrees, "never recalled");
	w = recap();
	w.kind = IDEAS;
	ok(!silence_may_agree(&w), "nothing was asked");
}

TEST(seen_late)
{
	struct writing w = recap();
	w.seen_at = at("2027-03-10T16:00");
	is_int(silence_end(&c, &w).at, at("2027-03-12T16:00"), "two working days to think it over");
	w.seen_at = at("2027-03-09T13:00");
	is_int(silence_end(&c, &w).at, at("2027-03-11T13:00"), "exactly two: the five hold");
	w.seen_at = at("2027-03-09T13:01");
	is_int(silence_end(&c, &w).at, at("2027-03-11T13:01"), "a minute less: a minute more");
	w.reminded_at = 0;
	is_int(silence_end(&c, &w).at, at("2027-03-11T13:01"), "unreminded, it is over at the same hour");
	w.explicit_only = 1;
	is_int(
	    silence_end(&c, &w).at, at("2027-03-11T13:00"), "where a yes is needed, opening changes nothing");
}

TEST(seen_in_time_is_promised)
{
	struct writing w = recap();
	w.sent_at = at("2027-03-03T10:20");
	w.seen_at = 0;
	is_int(
	    silence_tacit_due(&c, &w), at("2027-03-10T10:20"), "the date that is told before it is opened");
}

TEST(holidays_and_summer_time)
{
	struct writing w = recap();
	w.sent_at = at("2027-03-11T16:30");
	w.seen_at = at("2027-03-11T16:45");
	is_int(silence_end(&c, &w).at, at("2027-03-18T16:30"), "the clocks change on Sunday, not the hour");
	firm.calendar.holidays[firm.calendar.nholidays++] = day_of(2027, 3, 15);
	is_int(silence_end(&c, &w).at, at("2027-03-19T16:30"), "a holiday is no working day");
	firm.calendar.nholidays = 0;
}

TEST(reopening)
{
	struct writing w = recap();
	is_int(silence_reopen_until(&c, &w), 0, "nothing to reopen yet");
	w.state = WRITING_TACIT;
	w.answered_at = at("2027-03-11T13:00");
	is_int(silence_reopen_until(&c, &w), at("2027-03-25T13:00"), "ten working days");
}

TEST_MAIN()
