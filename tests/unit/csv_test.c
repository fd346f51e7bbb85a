/* CSV files as people have them, and what is said of those nobody can read. */
#include "feed/csv.h"

#include "tap.h"

static struct arena *arena;
static char error[256];
static struct csv_way way; /* how the next file is read */

static struct csv read_bytes(const char *bytes, size_t n)
{
	struct csv c = {0};

	arena_free(arena);
	arena = arena_new();
	error[0] = '\0';
	if (!csv_read(arena, bytes, n, &way, &c, error))
		is_int(c.columns, 0, "nothing is handed back with a refusal");
	return c;
}

static struct csv read(const char *text)
{
	return read_bytes(text, strlen(text));
}

static struct csv read_file(const char *path)
{
	static char bytes[64 * 1024];
	FILE *f = fopen(path, "rb");
	size_t n = f ? fread(bytes, 1, sizeof bytes, f) : 0;

	if (f)
		fclose(f);
	return read_bytes(bytes, n);
}

/* "name" as the header, then so many rows of one cell. */
static struct csv read_rows(int rows)
{
	static char text[8 + 2 * (CSV_ROWS_MAX + 1)];
	size_t n = 5;

	memcpy(text, "name\n", n);
	for (int i = 0; i < rows; i++, n += 2)
		memcpy(text + n, "x\n", 2);
	return read_bytes(text, n);
}

static struct csv read_header(int columns)
{
	char text[2 * CSV_COLUMNS_MAX + 8];

	for (int i = 0; i < columns; i++)
		memcpy(text + (size_t)i * 2, "x,", 2);
	return read_bytes(text, (size_t)columns * 2);
}

TEST(cells)
{
	struct csv c = read("name, email ,note\nAnne,  anne@a.example ,\"He said \"\"no\"\", twice\"\nBob\n");

	is_int(c.columns, 3, "columns");
	is_text(c.header[1], "email", "a header is trimmed");
	is_int(c.rows, 2, "rows");
	is_text(c.row[0].cell[1], "anne@a.example", "a cell is trimmed");
	is_text(c.row[0].cell[2], "He said \"no\", twice", "quotes and commas inside quotes");
	is_text(c.row[1].cell[2], "", "an absent cell is empty");
	is_text(c.row[0].raw, "Anne,  anne@a.example ,\"He said \"\"no\"\", twice\"", "the row as it stood");
	is_text(c.header_raw, "name, email ,note", "the header as it stood");
}

TEST(delimiter)
{
	is_int(read("a;b;c\n1;2;3\n").columns, 3, "semicolon");
	is_int(read("a\tb\tc\n1\t2\t3\n").columns, 3, "tab");
	is_int(read("\"a;b;c\",d\n").columns, 2, "what is in quotes does not count");
	is_int(read("name\nx;y\n").columns, 1, "only the header line counts");
	is_int(read("\n\r\n  \na;b\n").columns, 2, "blank lines before the header are passed over");
	is_text(read("a\tb\n\t2\n").row[0].cell[1], "2", "an empty cell between tabs");
}

TEST(charsets)
{
	is_text(read("\xef\xbb\xbfnom\nZoé\n").header[0], "nom", "a byte order mark is no letter");
	is_text(read("nom\nZoé\n").row[0].cell[0], "Zoé", "UTF-8");
	is_text(read("nom\nZo\xe9 \x9cuvre\n").row[0].cell[0], "Zoé œuvre", "else Windows-1252");
	is_text(read_bytes("\xff\xfen\0\n\0\xe9\0\n\0", 10).row[0].cell[0], "é", "UTF-16, little end first");
	is_text(read_bytes("\xfe\xff\0n\0\n\0\xe9\0\n", 10).row[0].cell[0], "é", "UTF-16, big end first");
	is_text(read_file("tests/data/contacts_utf16.csv").row[0].cell[0], "Zoé Świątek", "a file in UTF-16");
}

/* None of them says what it is written in. */
TEST(charsets_guessed)
{
	static const char *const files[] = {"tests/data/contacts_mac.csv", "tests/data/contacts_dos.csv"};

	for (int i = 0; i < 2; i++) {
		struct csv c = read_file(files[i]);
		is_text(c.row[0].cell[0], "Hélène Gagné", files[i]);
		is_text(c.row[0].cell[2], "Café Lune", files[i]);
		is_text(c.row[1].cell[0], "Éloïse Côté", files[i]);
	}
	is_text(read("nom\nJean O\x92"
		     "Brien\n")
		    .row[0]
		    .cell[0],
	    "Jean O’Brien", "one apostrophe of Windows");
	is_text(read("nom\nCAF\xc9\n").row[0].cell[0], "CAFÉ", "in capitals");
	is_text(read("nom\nAcme\xae\n").row[0].cell[0], "Acme®", "a sign");
	is_text(read("nom\nCaf\x8e\n").row[0].cell[0], "Café", "one letter of a Mac's");
	is_text(read("nom\nCaf\x82\n").row[0].cell[0], "Café", "and one of DOS's");
}

TEST(charsets_asked_about)
{
	static const char uncertain[] = "In which character set this is written is not certain: say it with "
					"--encoding, such as windows-1252, macintosh or cp850.";
	read("nom\nK\x94ln\n");
	is_text(error, uncertain, "Köln of DOS would be a Mac's Kîln");
	read("nom\n\xc8\xe2\xe0\xed\n");
	is_text(error, uncertain, "another alphabet");
	read("nom\nCaf\xc3\xa9 \xff\n");
	is_text(error, uncertain, "UTF-8 that was torn");
	way.encoding = "windows-1251";
	is_text(read("nom\n\xc8\xe2\xe0\xed\n").row[0].cell[0], "Иван", "it is said");
	is_text(read("nom\nCafé\n").row[0].cell[0], "Café", "UTF-8 is still UTF-8");
	way.encoding = "ascii";
	read("nom\nCaf\xe9\n");
	is_text(error, "This is not written in the character set after --encoding.", "it is said wrongly");
	way.encoding = "klingon";
	read("nom\nCaf\xe9\n");
	is_text(error, "The character set after --encoding is not known.", "nobody knows it");
	way.encoding = NULL;
}

TEST(lines)
{
	struct csv c = read("a,b\r\n\"one\r\ntwo\",x\r\n\r\n\"\n\n\",\r\ny,z");

	is_int(c.rows, 2, "rows with nothing in them are passed over");
	is_int(c.row[0].line, 2, "a row begins on its first line");
	is_text(c.row[0].cell[0], "one\ntwo", "a line end inside quotes");
	is_text(c.row[0].raw, "\"one\r\ntwo\",x", "which the raw row keeps");
	is_int(c.row[1].line, 8, "quoted and blank lines are counted");
	is_text(c.row[1].cell[1], "z", "the last line needs no end");
	is_int(read("a\rb\rc\r").row[1].line, 3, "CR alone ends a line");
	is_int(read("a\r\r\nb\r\r\nc").row[1].line, 3, "CR CR LF ends one line");
}

TEST(rows_not_to_be_trusted)
{
	struct csv c = read("a,b\n1,2,\n1,2,3\nx,\"y\nz,w\n");

	ok(!c.row[0].why_not, "empty cells too many do no harm");
	is_text(c.row[1].why_not, "This row has more cells than the header line.", "a delimiter unquoted");
	is_text(c.row[2].why_not, "A quotation mark opened in this row is never closed.", "a quote unclosed");
	is_int(c.row[2].line, 4, "on the line where it was opened");
	is_text(c.row[2].raw, "x,\"y\nz,w", "with all that it swallowed");
	is_text(read("a\nx \"y\" z\n").row[0].cell[0], "x \"y\" z", "quotes in the middle are only quotes");
}

TEST(refusals)
{
	read("");
	is_text(error, "This file is empty.", "empty");
	read(" \r\n;;\n");
	is_text(error, "This file has no header line.", "no header");
	read_bytes("a\0b\n", 4);
	is_text(error, "This file holds NUL bytes: it is not CSV.", "NUL bytes");
	read_bytes("\xff\xfe\0\xd8\n\0", 6);
	is_text(error, "This file is in broken UTF-16.", "half a character");
	read("a,\"b\n1,2\n");
	is_text(error, "A quotation mark in the header line is never closed.", "an open header");
	read_header(CSV_COLUMNS_MAX + 1);
	is_text(error, "This file has more than 400 columns.", "columns");
	is_int(read_header(CSV_COLUMNS_MAX).columns, CSV_COLUMNS_MAX, "as many as may be");
	read_rows(CSV_ROWS_MAX + 1);
	is_text(error, "This file has more than 50,000 rows: cut it into several.", "rows");
	is_int(read_rows(CSV_ROWS_MAX).rows, CSV_ROWS_MAX, "as many as may be");
}

TEST(folded)
{
	struct csv c = read("E-Mail;Prénom;Nom\n");

	is_text(c.folded[0], "e mail", "a header is known without its hyphen and case");
	is_text(c.folded[1], "prenom", "and without its accent");
	is_text(c.folded[2], "nom", "each in its place");
}

TEST(quote)
{
	read("a\n");
	is_text(csv_quote(arena, "Acme, \"Inc\""), "\"Acme, \"\"Inc\"\"\"", "quotes doubled");
	is_text(csv_quote(arena, "=1+1"), "\"'=1+1\"", "a formula");
	is_text(csv_quote(arena, "+1 514 555-0100"), "\"'+1 514 555-0100\"", "a telephone number");
	is_text(csv_quote(arena, "@x"), "\"'@x\"", "an at sign");
	is_text(csv_quote(arena, "-x"), "\"'-x\"", "a minus sign");
	is_text(csv_quote(arena, "-12.50"), "\"-12.50\"", "a sum below zero stays one");
	is_text(csv_quote(arena, ""), "\"\"", "nothing");
}

TEST_MAIN()
