/* What a text is found by, and what is asked for. */
#include "base/words.h"

#include "tap.h"

static void indexed(const char *text, const char *words)
{
	struct arena *a = arena_new();
	is_text(words_indexed(a, text), words, text);
	arena_free(a);
}

static void joined(const char *text, int parts, const char *one)
{
	struct arena *a = arena_new();
	struct words w;
	words_next(a, text, &w);
	is_int(w.n, parts, text);
	is_text(w.joined, one, text);
	arena_free(a);
}

TEST(words)
{
	indexed("Café Lune, « l’ÉTÉ »", "cafe lune l ete lete");
	indexed("O'Brien & d’Anjou", "o brien d anjou obrien danjou");
	indexed("", "");
	indexed("… ★", "");
	joined("L’Oréal Paris", 2, "loreal");
	joined("' quoted'", 1, "quoted");
}

TEST(numbers)
{
	joined("+1 (418) 555-0101", 4, "14185550101");
	joined("418.555.0101, 418.555.0102", 3, "4185550101");
	joined("+33\u00a01\u202f23 45 67 89", 6, "33123456789");
	joined("418 555-0101 le matin", 3, "4185550101");
	joined("12/03/2027", 1, "12");
	joined("1234567890 1234567890", 1, "1234567890");
	indexed("555-0101", "555 0101 5550101 550101 50101 0101");
	indexed("2027-03", "2027 03 202703");
	indexed("1234", "1234");
}

TEST(scripts_without_blanks)
{
	indexed("株式会社田中", "株 式 会 社 田 中");
	indexed("Bar 東京店", "bar 東 京 店");
	joined("株式会社", 1, "株式会社");
}

TEST_MAIN()
