/* Address books of vCard 2.1, 3.0 and 4.0, sound and broken. */
#include "feed/vcard.h"

#include "tap.h"

static struct arena *arena;
static char error[256];

static struct cards read_bytes(const char *bytes, size_t n)
{
	struct cards cards = {0};

	arena_free(arena);
	arena = arena_new();
	error[0] = '\0';
	vcard_read(arena, bytes, n, NULL, &cards, error);
	return cards;
}

static struct cards read(const char *text)
{
	return read_bytes(text, strlen(text));
}

static struct cards read_file(const char *path)
{
	static char bytes[64 * 1024];
	FILE *f = fopen(path, "rb");
	size_t n = f ? fread(bytes, 1, sizeof bytes, f) : 0;

	if (f)
		fclose(f);
	return read_bytes(bytes, n);
}

/* The one card of a text that stands between BEGIN and END. */
static struct card card(const char *inside)
{
	static char text[200 * 1024];
	int n = snprintf(text, sizeof text, "BEGIN:VCARD\r\n%sEND:VCARD\r\n", inside);
	struct cards cards = read_bytes(text, (size_t)n);

	is_int(cards.n, 1, "one card");
	return cards.n ? cards.card[0] : (struct card){0};
}

TEST(phone_export)
{
	struct cards c = read_file("tests/data/cards_phone.vcf");

	if (!is_int(c.n, 3, "cards"))
		return;
	is_text(c.card[0].name, "Hélène Côté", "quoted-printable over two lines");
	is_text(c.card[0].org, "Les Blés", "a character set of its own, the first part only");
	is_text(c.card[0].email, "helene.cote@oeufs.example", "the preferred address, in lower case");
	is_text(c.card[0].phone, "514 555-0101", "never the fax, preferred or not");
	is_text(c.card[1].why_not, "This card has no name.", "a card without name");
	is_text(c.card[1].email, "seul@nulle-part.example", "keeps what it has");
	is_int(c.card[1].line, 16, "its line");
	is_text(c.card[1].raw, "BEGIN:VCARD\r\nVERSION:2.1\r\nEMAIL:seul@nulle-part.example\r\nEND:VCARD\r\n",
	    "as it was");
	is_text(c.card[2].name, "Paul Roy", "the name built from its parts");
	is_text(c.card[2].email, "paul@roy.example", "not the assistant's address");
	ok(!c.card[2].why_not, "nor the assistant's end");
}

TEST(book_export)
{
	struct cards c = read_file("tests/data/cards_book.vcf");

	if (!is_int(c.n, 2, "cards"))
		return;
	is_text(c.card[0].name, "Ines Moreau", "a folded line");
	is_text(c.card[0].org, "Clair, Moreau; fils", "escapes");
	is_text(c.card[0].title, "Directrice artistique", "a title is one line");
	is_text(c.card[0].email, "ines@clair.example", "a property in a group");
	is_text(c.card[0].phone, "514 555-0190", "a pager is better than nothing");
	is_text(c.card[1].name, "Jørn Ås", "UTF-8");
	is_text(c.card[1].phone, "+47-555-0100 ext. 7", "a tel: address, quoted types, the fax refused");
	is_text(c.card[1].email, "jorn@aas.example", "the smallest PREF");
	is_text(c.card[1].lang, "en", "the preferred language");
	is_int(c.card[1].line, 15, "its line");
}

TEST(names)
{
	is_text(card("FN: \r\nN:Doe;Jo;A,B;Dr.;Jr.\r\n").name, "Jo A B Doe", "N when FN is empty");
	is_text(card("N:;;;;\r\nORG:Acme;Sales\r\n").name, "Acme", "ORG when there is no person");
	is_text(card("N:O'Neil\\; sons;Pat\r\n").name, "Pat O'Neil; sons", "a semicolon escaped");
	is_text(card("VERSION:2.1\r\nFN:Jo\r\n Doe\r\n").name, "Jo Doe", "2.1 folds at a blank of the text");
	is_text(card("VERSION:3.0\r\nFN:Jo\r\n Doe\r\n").name, "JoDoe", "3.0 adds it");
	is_text(card("FN:Jo\xe9\r\n").name, "Joé", "Windows-1252 when nothing is said");
	is_text(card("FN;CHARSET=shift_jis:\x83\x5c\x83\x6a\x81\x5b\r\n").name, "ソニー",
	    "a backslash inside another character");
}

TEST(emails)
{
	is_text(card("FN:a\nEMAIL:none\nEMAIL:a@b.example\n").email, "a@b.example", "the first that is one");
	is_text(card("FN:a\nEMAIL:mailto:a@b.example\n").email, "a@b.example", "mailto:");
	is_text(card("FN:a\nEMAIL:A <a@b.example>\n").email, "a@b.example", "with a name around it");
	ok(!card("FN:a\nEMAIL:a@b\nEMAIL:a b@c.d\nEMAIL:a@.b.c\nEMAIL:@b.c\nEMAIL:a@b.c@d.e\n").email,
	    "or none");
	is_text(card("FN:a\nEMAIL:a@b.example\nEMAIL;type=pref:c@d.example\n").email, "c@d.example", "3.0");
}

TEST(phones)
{
	is_text(card("FN:a\nTEL;FAX:111\nTEL:222\n").phone, "222", "no fax while there is another");
	ok(!card("FN:a\nTEL;FAX:111\n").phone, "nor while there is none: nobody answers it");
	is_text(card("FN:a\nTEL;TYPE=fax,voice:111\nTEL:222\n").phone, "111", "a fax one may talk to");
	is_text(card("FN:a\nTEL:111\nTEL;TYPE=\"home,pref\":222\n").phone, "222", "the preferred one");
	is_text(
	    card("FN:a\nTEL:tel:+111;phone-context=x\n").phone, "+111", "a tel: address bare of parameters");
	ok(!card("FN:a\nTEL:tel:\nTEL: \n").phone, "or none");
	is_text(
	    card("FN:a\nTEL:4.18556E+09\nTEL:418 555-0100\n").phone, "418 555-0100", "one that can be rung");
	is_text(card("FN:a\nTEL:#N/A\n").no_phone, "#N/A", "what cannot is told");
}

/* An address book shows some people by their company. */
TEST(shown_by_the_company)
{
	struct cards c = read_file("tests/data/card_company.vcf");

	if (!is_int(c.n, 3, "cards"))
		return;
	is_text(c.card[0].name, "Julie Roy", "X-ABShowAs:COMPANY: the person's name");
	is_text(c.card[0].org, "Imprimerie Duval inc.", "and the company's");
	is_text(c.card[1].name, "Marc Hébert", "FN is the company's, and nothing says so");
	is_text(c.card[2].name, "Imprimerie Duval inc.", "a company without anybody");
	ok(!card("FN:a\nORG:N/A\n").org, "a placeholder names no company");
}

TEST(languages)
{
	is_text(card("FN:a\nLANG:fr-CA\n").lang, "fr", "fr-CA");
	is_text(card("FN:a\nLANG;PREF=1:de\nLANG;PREF=2:EN\n").lang, "en", "the first we speak");
	ok(!card("FN:a\nLANG:frisian\n").lang, "no other");
}

TEST(pictures)
{
	static char picture[150 * 1024] = "PHOTO;ENCODING=b:AAAA\r\n";

	size_t n = strlen(picture);
	for (; n + 80 < sizeof picture; n += 6)
		memcpy(picture + n, " AAAA\n", 6);
	memcpy(picture + n, "FN:After\n", 10);
	is_text(card(picture).name, "After", "longer than a line may be");
	is_text(card("PHOTO;BASE64:\n  AAAA\n  AA==\nFN:After\n").name, "After", "indented by two");
	is_text(card("PHOTO;BASE64:AAAA\nBBBB\nCC==\n\nFN:After\n").name, "After", "not indented at all");
}

TEST(broken)
{
	struct cards c =
	    read("BEGIN:VCARD\nFN:a\nBEGIN:VCARD\nFN:b\nEND:VCARD\nEND:VCARD\nBEGIN:VCARD\nFN:c");

	if (!is_int(c.n, 3, "cards"))
		return;
	is_text(c.card[0].why_not, "This card has no END:VCARD line.", "a card that does not end");
	is_text(c.card[0].raw, "BEGIN:VCARD\nFN:a\n", "goes up to the next");
	is_text(c.card[1].name, "b", "which is read");
	ok(!c.card[1].why_not, "and whole");
	is_text(c.card[2].raw, "BEGIN:VCARD\nFN:c", "the last goes to the end of the file");
	is_text(card("FN;CHARSET=klingon:\xe9\nN:b\n").why_not,
	    "This card is written in a character set that is not known.", "a character set");
	is_text(card("FN;CHARSET=klingon:a\n").name, "a", "that does not matter for plain letters");
	is_text(card("FN:a\nNOTE;QUOTED-PRINTABLE:b=\n").name, "a", "a soft break before END");
	is_text(card("FN;ENCODING=QUOTED-PRINTABLE:a=0z=00=3D=\r\n").name, "a=0z=", "loose equals signs");
	is_text(card("FN:a\nTITLE:b\x01\n").title, NULL, "control characters");
	is_text(card("FN:a\nTEL;TYPE=\"x:111\n").phone, "111", "a quote unclosed");
}

TEST(whole_files)
{
	ok(!read("").n && *error, "an empty file is no vCard");
	read("name,email\n");
	is_text(error, "This is not a vCard file: it has no BEGIN:VCARD line.", "nor is a CSV");
	read_bytes("BEGIN:VCARD\nFN:\0", 16);
	is_text(error, "This is not a vCard file: it holds NUL bytes.", "nor are NUL bytes");
	is_int(read("\xef\xbb\xbf"
		    "begin:vcard\rfn:a\rend:vcard\r")
		   .n,
	    1, "a mark, lower case, CR");
	is_int(read("\n\nBEGIN:VCARD\nFN:a\nEND:VCARD\n").card[0].line, 3, "blank lines before");
	is_int(read("BEGIN:VCARD\r\r\nFN:a\r\r\n b\r\r\nEND:VCARD\r\r\n").card[0].line, 1, "CR CR LF");
	struct cards c = read_bytes("\xff\xfe"
				    "B\0E\0G\0I\0N\0:\0V\0C\0A\0R\0D\0\n\0F\0N\0:\0\xe9\0\n\0",
	    36);
	is_text(c.n ? c.card[0].name : NULL, "é", "UTF-16");
}

TEST(too_many)
{
	static char text[(VCARD_CARDS_MAX + 1) * 28];
	size_t n = 0;

	for (int i = 0; i <= VCARD_CARDS_MAX; i++, n += 27)
		memcpy(text + n, "BEGIN:VCARD\nFN:a\nEND:VCARD\n", 28);
	is_int(read_bytes(text, n - 27).n, VCARD_CARDS_MAX, "as many as may be");
	read_bytes(text, n);
	is_text(error, "This file has more than 20,000 cards: cut it into several.", "one more");
}

TEST_MAIN()
