/* Calendar files: what is written can be read by any calendar program. */
#include "feed/ical.h"

#include "tap.h"

static struct buf out;

static const char *written(const struct ical_event *e)
{
	buf_free(&out);
	out = (struct buf){.max = 1 << 20};
	ical_begin(&out, "Agence Mistral");
	ical_add(&out, e);
	ical_end(&out);
	return out.p;
}

static bool has(const char *text, const char *part)
{
	return strstr(text, part) != NULL;
}

TEST(an_hour)
{
	/* Monday 8 March 2027, 10:00 to 11:30 in Montréal. */
	const char *text = written(&(struct ical_event){
	    .uid = "abc@entente", .summary = "Rendez-vous", .from = 1804518000, .to = 1804523400});
	is_text(text,
	    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Entente//Entente//EN\r\nCALSCALE:GREGORIAN\r\n"
	    "X-WR-CALNAME:Agence Mistral\r\n"
	    "BEGIN:VEVENT\r\nUID:abc@entente\r\nDTSTAMP:20270308T150000Z\r\n"
	    "DTSTART:20270308T150000Z\r\nDTEND:20270308T163000Z\r\nSUMMARY:Rendez-vous\r\nEND:VEVENT\r\n"
	    "END:VCALENDAR\r\n",
	    "every line, each ended as RFC 5545 wants it");
}

TEST(a_day)
{
	const char *text =
	    written(&(struct ical_event){.uid = "a", .summary = "x", .on = day_of(2027, 12, 31)});
	ok(has(text, "\r\nDTSTART;VALUE=DATE:20271231\r\n"), "the day");
	ok(has(text, "\r\nDTEND;VALUE=DATE:20280101\r\n"), "ends where the next begins");
	ok(has(text, "\r\nTRANSP:TRANSPARENT\r\n"), "nobody is busy all day");
}

TEST(no_length)
{
	struct ical_event e = {.uid = "a", .summary = "x", .from = 1804518000};
	ok(!has(written(&e), "DTEND"), "an end that nobody said is not there");
	e.to = e.from;
	ok(!has(written(&e), "DTEND"), "nor one that is the start");
	e.to = e.from + 60;
	ok(has(written(&e), "\r\nDTEND:20270308T150100Z\r\n"), "a later one is");
}

TEST(the_last_year)
{
	const char *text =
	    written(&(struct ical_event){.uid = "a", .summary = "x", .on = day_of(9999, 12, 31)});
	ok(has(text, "\r\nDTSTART;VALUE=DATE:99991231\r\n") && !has(text, "DTEND"), "years have four digits");
	instant last = day_of(9999, 12, 31) * DAY_SECONDS + 23 * HOUR_SECONDS;
	text = written(&(struct ical_event){.uid = "a", .summary = "x", .from = last, .to = last + 7200});
	ok(has(text, "\r\nDTSTART:99991231T230000Z\r\n") && !has(text, "DTEND"), "of an hour too");
}

TEST(what_would_break_a_line)
{
	const char *text = written(&(struct ical_event){
	    .uid = "a", .summary = "a;b,c\\d\ne\rf\x01g\tBEGIN:VEVENT", .from = 1804518000});
	ok(has(text, "\r\nSUMMARY:a\\;b\\,c\\\\d\\nefgBEGIN:VEVENT\r\n"), "is escaped or left out");
}

/* Every line has at most 75 bytes and none ends inside a letter. */
static bool folded_well(const char *text)
{
	for (const char *line = text; *line; line = strstr(line, "\r\n") + 2)
		if (strcspn(line, "\r") > 75 || (line[0] & 0xc0) == 0x80 ||
		    (line[0] == ' ' && (line[1] & 0xc0) == 0x80))
			return false;
	return true;
}

TEST(long_lines)
{
	char summary[600] = "";
	for (size_t letters = 1; letters < 200; letters++) {
		memcpy(summary + 2 * (letters - 1), "é", 3);
		const char *text =
		    written(&(struct ical_event){.uid = "a", .summary = summary, .from = 1804518000});
		if (!folded_well(text))
			is_int((int64_t)letters, 0, "a line of so many letters is folded wrongly");
	}
	ok(has(written(&(struct ical_event){.uid = "a", .summary = summary, .from = 1804518000}), "é\r\n é"),
	    "a long line goes on after a blank");
}

TEST_MAIN()
