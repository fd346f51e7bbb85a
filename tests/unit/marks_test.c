/* Marked lines in the notes of a talk, and the dates at their end. */
#include "rules/marks.h"

#include "tap.h"

static struct arena *arena;
static struct marks marks;

/* The notes as on Monday 1 March 2027; their first marked line. */
static struct marked read(const char *notes)
{
	struct arena *fresh = arena_new();
	marks_read(fresh, notes, day_of(2027, 3, 1), &marks);
	arena_free(arena);
	arena = fresh;
	return marks.n ? marks.line[0] : (struct marked){0};
}

static void is_date(const char *text, const char *want)
{
	arena_free(arena);
	arena = arena_new();
	day d = marks_date(arena, text, day_of(2027, 3, 1));
	is_text(d ? day_text(arena, d) : "none", want, text);
}

TEST(lines)
{
	read("On a parlé du salon.\n> Karim : envoyer le plan, 12 mars\n- une idée\n"
	     "< les visuels vendredi\n  ? combien d’invités\n! salle A ou salle B\n");
	if (!is_int(marks.n, 4, "four of six"))
		return;
	is_int(marks.line[0].mark, MARK_OURS, "ours");
	is_text(marks.line[0].text, "Karim : envoyer le plan", "without its date");
	is_text(marks.line[0].who, "Karim", "by whom");
	is_text(marks.line[0].rest, "envoyer le plan", "and what");
	is_text(day_text(arena, marks.line[0].due), "2027-03-12", "for when");
	is_int(marks.line[1].mark, MARK_THEIRS, "theirs");
	is_text(marks.line[1].text, "les visuels", "no comma is needed");
	is_text(marks.line[1].who, NULL, "nobody is named");
	is_text(day_text(arena, marks.line[1].due), "2027-03-05", "the next Friday");
	is_int(marks.line[2].mark, MARK_QUESTION, "a question");
	is_text(marks.line[2].text, "combien d’invités", "its words");
	is_int(marks.line[3].mark, MARK_DECISION, "to be decided");
	is_text(marks.notes,
	    "On a parlé du salon.\n✓ Karim : envoyer le plan, 12 mars\n- une idée\n"
	    "✓ les visuels vendredi\n✓ combien d’invités\n✓ salle A ou salle B",
	    "as they are kept");
	read(marks.notes);
	is_int(marks.n, 0, "taken once");
}

TEST(arrows)
{
	is_int(read("→ le plan vendredi").mark, MARK_OURS, "→");
	is_int(read("->le plan vendredi").mark, MARK_OURS, "->");
	is_int(read("← le plan vendredi").mark, MARK_THEIRS, "←");
	is_int(read("<- le plan vendredi").mark, MARK_THEIRS, "<-");
	read("> > cité d’un courriel\n>>\n!!!\n?!\n=> non\n<\n");
	is_int(marks.n, 0, "quoted, cried out or empty");
	read("");
	is_int(marks.n, 0, "nothing");
	is_text(marks.notes, "", "is kept as nothing");
}

TEST(promise_without_date)
{
	struct marked m = read("> refaire 3 affiches");
	is_int(marks.n, 1, "is a promise all the same");
	is_int(m.due, 0, "for no day");
	is_text(m.text, "refaire 3 affiches", "with all its words");
	is_text(read("<, le 2,").text, ", le 2,", "nor does one after a comma");
	m = read("> vendredi");
	is_int(m.due, 0, "a date alone promises nothing");
	is_text(m.text, "vendredi", "so it is its words");
}

TEST(who)
{
	is_text(read("> Inès Roy: relire, demain").who, "Inès Roy", "both names");
	is_text(read("> réserver pour 10:30 demain").who, NULL, "an hour names nobody");
	is_text(read("> : relire demain").who, NULL, "nobody before the colon");
	is_text(read("> une phrase bien trop longue pour être un nom : relire demain").who, NULL, "a phrase");
}

TEST(text_before_date)
{
	is_text(read("> appeler Marie avant le 12 mars").text, "appeler Marie", "the lead-in goes");
	is_text(read("> call Mary, by Friday").text, "call Mary", "in English too");
	is_text(read("> le plan - d’ici vendredi 12 mars 2027").text, "le plan", "what parted it goes");
	is_text(read("> le plan B, 12/3").text, "le plan B", "what is no date stays");
}

TEST(dates)
{
	is_date("12/3", "2027-03-12");
	is_date("12/03/27", "2027-03-12");
	is_date("3/25", "2027-03-25");
	is_date("28/2", "2028-02-28");
	is_date("1/3", "2027-03-01");
	is_date("2027-03-12", "2027-03-12");
	is_date("12 mars", "2027-03-12");
	is_date("1er avril", "2027-04-01");
	is_date("March 12", "2027-03-12");
	is_date("12th March 2028", "2028-03-12");
	is_date("29 février", "2028-02-29");
	is_date("vendredi", "2027-03-05");
	is_date("lundi", "2027-03-08");
	is_date("lundi prochain", "2027-03-08");
	is_date("next Monday", "2027-03-08");
	is_date("vendredi 12", "2027-03-12");
	is_date("vendredi 12 mars", "2027-03-12");
	is_date("le 12", "2027-03-12");
	is_date("le 31", "2027-03-31");
	is_date("demain", "2027-03-02");
	is_date("Aujourd’hui", "2027-03-01");
	is_date("après-demain", "2027-03-03");
	is_date("d’ici vendredi", "2027-03-05");
	is_date("before the 12th", "2027-03-12");
	is_date("vendredi 12.", "2027-03-12");
}

TEST(no_dates)
{
	is_date("", "none");
	is_date("12", "none");
	is_date("mars", "none");
	is_date("jeudi 12 mars", "none");
	is_date("31/2", "none");
	is_date("30 février", "none");
	is_date("13/13", "none");
	is_date("12/3/", "none");
	is_date("2027-02-30", "none");
	is_date("0722-12-12", "none");
	is_date("9999-12-12", "none");
	is_date("12 mars 99999", "none");
	is_date("1/2/3/4", "none");
	is_date("le", "none");
	is_date("bientôt", "none");
}

TEST(many)
{
	char notes[64 * 40];
	size_t n = 0;
	for (int i = 0; i < 40; i++)
		n += (size_t)snprintf(notes + n, sizeof notes - n, "? pourquoi\n");
	read(notes);
	is_int(marks.n, MARKS_MAX, "no more than these");
	ok(strstr(marks.notes, "\n? pourquoi") != NULL, "the others stay marked");
}

TEST_MAIN()
