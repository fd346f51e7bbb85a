/* What of a written telephone number is dialled. */
#include "base/phone.h"

#include "tap.h"

static void dials(const char *written, const char *number)
{
	struct arena *a = arena_new();
	const char *dialled = phone_dialled(a, written);
	is_text(dialled ? dialled : "(nothing)", number, written);
	arena_free(a);
}

TEST(digits_and_a_leading_plus)
{
	dials("418 555-0101", "4185550101");
	dials("(418) 555.0101", "4185550101");
	dials("+1 418 555-0101", "+14185550101");
	dials("+1 (418) 555-0101", "+14185550101");
	dials("Bureau : 418 555-0101 (le matin)", "4185550101");
	dials("tel:+47-555-0100", "+475550100");
	dials("４１８－５５５－０１０１", "4185550101");
	dials("\u202a+1 418 555\u00a00101\u202c", "+14185550101");
	dials("089/123456", "089123456");
	dials("911", "911");
}

TEST(the_zero_of_within_the_country)
{
	dials("+33 (0)1 23 45 67 89", "+33123456789");
	dials("0033 ( 0 )1 23 45 67 89", "0033123456789");
	dials("01 23 45 67 89", "0123456789");
	dials("(0)1 23 45 67 89", "0123456789");
}

TEST(an_extension_stands_apart)
{
	dials("418-555-0100 poste 12", "4185550100,12");
	dials("418-555-0100 ext. 12", "4185550100,12");
	dials("1-955-371-0847 x371", "19553710847,371");
	dials("418 555-0100x12", "4185550100,12");
	dials("418 555-0100 #12", "4185550100,12");
	dials("418 555-0100, poste 12", "4185550100,12");
	dials("418 555-0100,12", "4185550100,12");
	dials("tel:+1-418-555-0100;ext=102", "+14185550100,102");
	dials("418 555-0100 poste Julie", "4185550100");
}

TEST(letters_are_as_on_a_keypad)
{
	dials("1-800-FLOWERS", "18003569377");
	dials("1 800 GOT JUNK", "18004685865");
	dials("418 555-HELP", "4185554357");
	dials("1 888 555-TALK", "18885558255");
	dials("418 555-0101 CELL", "4185550101");
	dials("418 555-0101 Julie", "4185550101");
}

TEST(the_first_of_two)
{
	dials("555-0101 / 555-0102", "5550101");
	dials("418 555-0101, 418 555-0102", "4185550101");
	dials("418 555-0101; 418 555-0102", "4185550101");
	dials("418 555-0101 ou 418 555-0102", "4185550101");
	dials("+1 418 555-0101 +1 418 555-0102", "+14185550101");
	dials("(418) 555-0101 (418) 555-0102", "4185550101");
}

TEST(what_is_no_number)
{
	dials("", "(nothing)");
	dials("0", "(nothing)");
	dials("#N/A", "(nothing)");
	dials("4.18556E+09", "(nothing)");
	dials("4,18556E+09", "(nothing)");
	dials("demander Julie", "(nothing)");
	dials("julie2001@x.example", "(nothing)");
}

TEST_MAIN()
