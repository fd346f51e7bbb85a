/* The French catalogue and the way dates, hours and numbers are said; spaces
 * that do not break are compared as plain ones. */
#include "tap.h"

#include "base/asset.h"
#include "base/buf.h"
#include "base/lang.h"

/* Two sentences, as msgfmt would lay them out. */
static const unsigned char french[] = "\xde\x12\x04\x95\0\0\0\0\x03\0\0\0\x1c\0\0\0\x34\0\0\0\0\0\0\0\0\0\0\0"
				      "\0\0\0\0\x4c\0\0\0\x04\0\0\0\x4d\0\0\0\x07\0\0\0\x52\0\0\0"
				      "\x08\0\0\0\x5a\0\0\0\x07\0\0\0\x63\0\0\0\xff\0\0\0\x6b\0\0\0"
				      "\0Done\0Promise\0charset=\0C'est f\0";

const struct asset assets[] = {
    {"static/a.css", (const unsigned char *)"a", 1, "0123456789abcdef"},
    {"fr.mo", french, sizeof french - 1, "0123456789abcdef"},
    {NULL, NULL, 0, NULL},
};

static struct arena *mem;
static struct zone montreal;

__attribute__((constructor)) static void world_new(void)
{
	mem = arena_new();
	zone_load(&montreal, "America/Montreal");
}

__attribute__((destructor)) static void memory_free(void)
{
	arena_free(mem);
}

static const char *plain(const char *s)
{
	char *copy = arena_strdup(mem, s), *out = copy;
	for (const char *p = copy; *p; p++) {
		if (strncmp(p, "\u00a0", 2) == 0) {
			*out++ = ' ';
			p++;
		} else {
			*out++ = *p;
		}
	}
	*out = '\0';
	return copy;
}

static instant at(const char *s)
{
	instant t = 0;
	instant_parse(&montreal, s, &t);
	return t;
}

TEST(asset_find)
{
	is_text(asset_find("static/a.css")->hash, "0123456789abcdef", "found by name");
	ok(!asset_find("static/b.css"), "or not");
}

TEST(tr)
{
	is_text(tr(LANG_FR, "Done"), "C'est f", "French");
	is_text(tr(LANG_EN, "Done"), "Done", "English is itself");
	is_text(tr(LANG_FR, "Nowhere"), "Nowhere", "what has no French stays English");
	is_text(tr(LANG_FR, "Promise"), "Promise", "so does what points outside the catalogue");
	is_text(tr(LANG_FR, ""), "", "the catalogue's header is not a sentence");
	is_int(lang_of("en"), LANG_EN, "en");
	is_int(lang_of("de"), LANG_FR, "anything else");
	is_int(lang_of(NULL), LANG_FR, "nothing");
	is_text(lang_code(LANG_FR), "fr", "and back");
}

TEST(say_instant)
{
	instant now = at("2027-03-08T13:00");
	day today = day_of(2027, 3, 8);
	is_text(plain(say_instant(mem, LANG_FR, &montreal, at("2027-03-11T13:00"), now)),
	    "jeudi 11 mars à 13 h", "FR");
	is_text(plain(say_instant(mem, LANG_EN, &montreal, at("2027-03-11T13:00"), now)),
	    "Thursday 11 March, 1 pm", "EN");
	is_text(plain(say_instant(mem, LANG_FR, &montreal, at("2027-04-01T09:30"), now)),
	    "jeudi 1er avril à 9 h 30", "the first of a month");
	is_text(plain(say_instant(mem, LANG_EN, &montreal, at("2027-04-01T00:05"), now)),
	    "Thursday 1 April, 12.05 am", "just after midnight");
	is_text(plain(say_day(mem, LANG_FR, day_of(2027, 8, 2), today)), "lundi 2 août", "a day");
	is_text(say_mday(mem, LANG_FR, day_of(2027, 4, 1), today), "1er avril", "a day of the month");
	is_text(say_mday(mem, LANG_EN, day_of(2027, 3, 25), today), "25 March", "a day of the month");
}

/* Six calendar months, not so many days: at the bound no year, past it one (16.6). */
TEST(year)
{
	const struct {
		day today, d;
		const char *said, *what;
	} t[] = {
	    {day_of(2027, 3, 8), day_of(2027, 9, 7), "7 septembre", "just before six months ahead"},
	    {day_of(2027, 3, 8), day_of(2027, 9, 8), "8 septembre", "six months ahead"},
	    {day_of(2027, 3, 8), day_of(2027, 9, 9), "9 septembre 2027", "a day more"},
	    {day_of(2027, 9, 8), day_of(2027, 3, 9), "9 mars", "just under six months behind"},
	    {day_of(2027, 9, 8), day_of(2027, 3, 8), "8 mars", "six months behind"},
	    {day_of(2027, 9, 8), day_of(2027, 3, 7), "7 mars 2027", "a day more"},
	    {day_of(2027, 8, 31), day_of(2028, 2, 29), "29 février", "the last day that month has"},
	    {day_of(2027, 8, 31), day_of(2028, 3, 1), "1er mars 2028", "past it"},
	    {day_of(2027, 12, 31), day_of(2027, 6, 30), "30 juin", "the last day, behind"},
	    {day_of(2027, 12, 31), day_of(2027, 6, 29), "29 juin 2027", "before it"},
	};
	for (size_t i = 0; i < sizeof t / sizeof *t; i++)
		is_text(say_mday(mem, LANG_FR, t[i].d, t[i].today), t[i].said, t[i].what);
	day today = day_of(2027, 3, 8), far = day_of(2027, 12, 1);
	is_text(say_day(mem, LANG_FR, far, today), "mercredi 1er décembre 2027", "with its weekday");
	is_text(say_near_day(mem, LANG_EN, far, today), "Wednesday 1 December 2027", "near or far");
}

TEST(say_near)
{
	instant now = at("2027-03-08T13:00");
	static const char *const t[][3] = {
	    {"2027-03-08T15:00", "15 h", "3 pm"},
	    {"2027-03-04T15:00", "jeudi 15 h", "Thursday 3 pm"},
	    {"2027-03-09T09:30", "mardi 9 h 30", "Tuesday 9.30 am"},
	    {"2027-03-14T00:00", "dimanche 0 h", "Sunday 12 am"},
	    {"2027-03-15T12:00", "lundi 15 mars à 12 h", "Monday 15 March, 12 pm"},
	    {"2028-03-09T12:00", "jeudi 9 mars 2028 à 12 h", "Thursday 9 March 2028, 12 pm"},
	};
	for (size_t i = 0; i < sizeof t / sizeof *t; i++) {
		is_text(plain(say_near(mem, LANG_FR, &montreal, at(t[i][0]), now)), t[i][1], t[i][1]);
		is_text(plain(say_near(mem, LANG_EN, &montreal, at(t[i][0]), now)), t[i][2], t[i][2]);
	}
	day today = day_of(2027, 3, 8);
	is_text(say_near_day(mem, LANG_FR, today, today), "aujourd’hui", "today");
	is_text(say_near_day(mem, LANG_EN, today + 3, today), "Thursday", "within six days");
	is_text(say_near_day(mem, LANG_FR, today + 7, today), "lundi 15 mars", "farther");
}

TEST(say_hours)
{
	is_text(plain(say_hours(mem, LANG_FR, 9900)), "2 h 45", "2 h 45");
	is_text(plain(say_hours(mem, LANG_EN, 7500)), "2 h 05", "2 h 05");
	is_text(plain(say_hours(mem, LANG_FR, 2700)), "45 min", "45 min");
	is_text(plain(say_hours(mem, LANG_FR, 144000)), "40 h", "40 h");
	is_text(plain(say_hours(mem, LANG_FR, 3599)), "1 h", "rounded to the minute");
	is_text(plain(say_hours(mem, LANG_FR, 0)), "0 min", "none");
}

TEST(say_of)
{
	is_text(say_of(mem, LANG_FR, "Librairie Sel"), "de Librairie Sel", "a consonant");
	is_text(say_of(mem, LANG_FR, "Atelier Nord"), "d’Atelier Nord", "a vowel");
	is_text(
	    say_of(mem, LANG_FR, "Éditions du Fleuve"), "d’Éditions du Fleuve", "a vowel with its accent");
	is_text(say_of(mem, LANG_FR, ""), "de ", "no name");
	is_text(say_of(mem, LANG_EN, "Atelier Nord"), "Atelier Nord", "English");
}

TEST(say_number)
{
	is_text(plain(say_number(mem, LANG_FR, 84000)), "84 000", "84 000");
	is_text(say_number(mem, LANG_EN, 84000), "84,000", "84,000");
	is_text(say_number(mem, LANG_EN, 0), "0", "0");
	is_text(say_number(mem, LANG_EN, -999), "-999", "-999");
	is_text(say_number(mem, LANG_EN, INT64_MIN), "-9,223,372,036,854,775,808", "the least");
}

TEST(say_ratio)
{
	is_text(plain(say_ratio(mem, LANG_FR, 9, 11)), "9 sur 11 (82 %)", "FR");
	is_text(say_ratio(mem, LANG_EN, 9, 11), "9 of 11 (82%)", "EN");
	is_text(say_ratio(mem, LANG_EN, 1, 8), "1 of 8 (13%)", "half up");
	is_text(say_ratio(mem, LANG_FR, 3, 4), "3 sur 4", "no percent below five");
	is_text(say_ratio(mem, LANG_FR, 0, 0), "0 sur 0", "of none");
}

TEST_MAIN()
