/* The arena, the buffer with its escapes, the JSON writer, and what is done
 * to text that people wrote. */
#include "tap.h"

#include <math.h>
#include <stdlib.h>

#include "base/buf.h"
#include "base/json.h"
#include "base/text.h"

static struct arena *mem;

__attribute__((constructor)) static void memory_new(void)
{
	mem = arena_new();
}

__attribute__((destructor)) static void memory_free(void)
{
	arena_free(mem);
}

/* The words of a text as folding tells them apart, one a bar. */
static const char *words_of(const char *text)
{
	struct buf b = {.max = 1000};
	size_t n;
	for (const char *w = text_word(text, &n); w; w = text_word(w + n, &n))
		buf_printf(&b, "%.*s|", (int)n, w);
	return buf_take(&b, mem, "");
}

TEST(words)
{
	is_text(words_of("« Inès », l’été 1,5"), "Inès|l|été|1|5|", "typography stands between words");
	is_text(words_of("e\u0301te\u0301 "), "e\u0301te\u0301|", "an accent written apart is of its letter");
	is_text(words_of("\u0301a"), "a|", "and is no word alone");
	is_text(words_of(" … "), "", "there may be none");
	is_text(words_of("\xff\xfe"), "", "bytes that are no text are none");
}

static bool same(const char *one, const char *other)
{
	return strcmp(text_name_key(mem, one), text_name_key(mem, other)) == 0;
}

TEST(names_that_are_the_same)
{
	ok(same("Café Lune", " CAFÉ \u00a0 lune\u200b"), "case and blanks");
	ok(same("Café", "Cafe\u0301"), "however an accent is coded");
	ok(!same("Müller", "Muller"), "an accent makes another");
	ok(!same("C++", "C#"), "so does a sign");
	ok(!same("Les Pêches", "Les Péchés"), "and another accent");
	is_text(text_name_folded(mem, "★ Été"), "ete", "folded as any text");
	is_text(text_name_folded(mem, "★"), "★", "but signs alone are what they are");
	is_text(text_visible(mem, "\u200bd@x.\u202aexample"), "d@x.example", "what nobody sees");
}

TEST(arena)
{
	struct arena *a = arena_new();
	bool zeroed = true, aligned = true;
	for (int round = 0; round < 3; round++) {
		for (size_t n = 0; n < 3000; n += 7) {
			char *p = arena_alloc(a, n);
			aligned = aligned && (uintptr_t)p % 16 == 0;
			for (size_t i = 0; i < n; i++)
				zeroed = zeroed && p[i] == 0;
			memset(p, 'x', n);
		}
		memset(arena_alloc(a, 5000000), 'x', 5000000);
		arena_reset(a);
	}
	ok(zeroed, "what is handed out is zeroed, also after a reset");
	ok(aligned, "and aligned");
	char *wide = arena_alloc(a, 2000);
	memset(wide, 'w', 1999);
	is_text(arena_printf(a, "%s", wide), wide, "a long text is formatted whole");
	is_text(arena_printf(a, "%d-%s", 7, "x"), "7-x", "and a short one");
	is_text(arena_strdup(a, NULL), NULL, "nothing stays nothing");
	arena_free(a);
	arena_free(NULL);
}

TEST(arena_grown)
{
	int *numbers = NULL;
	bool kept = true;
	for (int n = 0; n < 1000; n++) {
		numbers = arena_grown(mem, numbers, n, sizeof *numbers);
		numbers[n] = n;
	}
	for (int n = 0; n < 1000; n++)
		kept = kept && numbers[n] == n;
	ok(kept, "nothing is lost on the way");
}

TEST(buf)
{
	struct buf b = {.max = 10};
	buf_puts(&b, "");
	ok(!b.p, "nothing is taken for nothing");
	buf_int(&b, -42);
	buf_char(&b, ' ');
	buf_printf(&b, "%s", "abcdef");
	is_text(b.p, "-42 abcdef", "up to the limit");
	buf_char(&b, 'x');
	ok(b.failed, "past it the buffer fails");
	buf_clear(&b);
	is_text(b.p, "", "cleared");
	buf_add(&b, "01234567890", 11);
	ok(b.failed && b.n == 0, "what does not fit is not begun");
	buf_puts(&b, "a");
	is_int((int64_t)b.n, 0, "and nothing follows");
	buf_free(&b);

	b = (struct buf){.max = 100000};
	buf_int(&b, INT64_MIN);
	is_text(b.p, "-9223372036854775808", "the least integer");
	for (int i = 0; i < 1000; i++)
		buf_printf(&b, "%0300d", i);
	ok(b.failed && b.n <= 100000, "a long format stops at the limit");
	buf_free(&b);
}

/* Every byte at every place of texts longer than what is looked at in one glance. */
static bool escapes_alike(void (*add)(struct buf *, const char *, size_t))
{
	bool good = true;
	char text[40];
	struct buf whole, single;
	whole = (struct buf){.max = 1000};
	single = (struct buf){.max = 1000};
	for (int c = 0; c < 256; c++)
		for (size_t place = 0; place < sizeof text; place++) {
			memset(text, 'a', sizeof text);
			text[place] = (char)c;
			buf_clear(&whole);
			buf_clear(&single);
			add(&whole, text, sizeof text);
			for (size_t i = 0; i < sizeof text; i++)
				add(&single, text + i, 1);
			good = good && whole.n == single.n && memcmp(whole.p, single.p, whole.n) == 0;
		}
	buf_free(&whole);
	buf_free(&single);
	return good;
}

TEST(buf_html)
{
	struct buf b = {.max = 1000};
	const char *in = "<a href=\"x\" title='&'>Café « Lune »</a> and a longer plain run";
	buf_html(&b, in, strlen(in));
	is_text(b.p,
	    "&lt;a href=&quot;x&quot; title=&#39;&amp;&#39;&gt;Café « Lune »&lt;/a&gt; and a longer plain "
	    "run",
	    "made harmless");
	buf_free(&b);
	ok(escapes_alike(buf_html), "wherever the byte stands");
}

TEST(json)
{
	struct buf b = {.max = 1000};
	struct jw j = jw_to(&b);
	jw_object(&j);
	jw_key(&j, "a");
	jw_array(&j);
	jw_int(&j, 1);
	jw_bool(&j, true);
	jw_null(&j);
	jw_array(&j);
	jw_end_array(&j);
	jw_object(&j);
	jw_end_object(&j);
	jw_end_array(&j);
	jw_key(&j, "te\"xt");
	jw_text(&j, "é \"\\\n\r\t\x01 / \x7f");
	jw_key(&j, "none");
	jw_text(&j, NULL);
	jw_key(&j, "raw");
	jw_raw(&j, "[1]");
	jw_end_object(&j);
	is_text(b.p,
	    "{\"a\":[1,true,null,[],{}],\"te\\\"xt\":\"é \\\"\\\\\\n\\r\\t\\u0001 / \x7f\","
	    "\"none\":null,\"raw\":[1]}",
	    "commas, quotes and escapes");
	buf_free(&b);
	ok(escapes_alike(buf_json), "escaped wherever the byte stands");
}

TEST(json_number)
{
	static const struct {
		double v;
		int decimals;
		const char *text;
	} t[] = {{2.75, 4, "2.75"}, {2, 4, "2"}, {100, 0, "100"}, {0.33333333, 4, "0.3333"},
	    {-0.00001, 4, "0"}, {-1.5, 1, "-1.5"}, {NAN, 2, "null"}, {INFINITY, 2, "null"},
	    {1e15, 2, "1000000000000000"}};
	for (size_t i = 0; i < sizeof t / sizeof *t; i++) {
		struct buf b = {.max = 1000};
		struct jw j = jw_to(&b);
		jw_number(&j, t[i].v, t[i].decimals);
		is_text(b.p, t[i].text, t[i].text);
		buf_free(&b);
	}
}

TEST(text_is_sound)
{
	ok(text_is_sound("Café\tLune\r\n", 12), "accents, tabs, line ends");
	ok(text_is_sound("", 0), "nothing");
	ok(!text_is_sound("a\0b", 3), "no NUL");
	ok(!text_is_sound("a\x1b[31m", 6), "no escape");
	ok(!text_is_sound("a\x7f", 2), "no delete");
	ok(!text_is_sound("a\xc2\x85", 3), "no second-row control");
	ok(text_is_sound("a\xc2\xa0", 3), "a space that does not break is text");
	ok(!text_is_sound("caf\xe9", 4), "no Latin-1");
	ok(!text_is_sound("\xed\xa0\x80", 3), "no surrogate");
	ok(!text_is_sound("\xc0\xaf", 2), "no overlong form");
	ok(!text_is_sound("\xe2\x82", 2), "no half character");
}

TEST(text_fold)
{
	static const char *const t[][2] = {
	    {"Café", "cafe"},
	    {"CAFE", "cafe"},
	    {"cafe\xcc\x81", "cafe"},
	    {"  L'œuvre d’Éloïse —  n° 2 ! ", "l oeuvre d eloise n 2"},
	    {"Æsop, Straße", "aesop strasse"},
	    {"Łódź Ørsted", "lodz orsted"},
	    {"İstanbul ılık", "istanbul ilik"},
	    {"ΟΔΟΣ ὁδός", "οδοσ οδοσ"},
	    {"Ёлка", "елка"},
	    {"Việt Nam", "viet nam"},
	    {"coopé\u00adration", "cooperation"},
	    {"ﬁn 2ᵉ", "fin 2e"},
	    {"東京 2027", "東京 2027"},
	    {"a\xff\x80z", "a z"},
	    {"...", ""},
	    {"", ""},
	};
	for (size_t i = 0; i < sizeof t / sizeof *t; i++)
		is_text(text_fold(mem, t[i][0]), t[i][1], t[i][0]);

	struct buf b = {.max = 10000};
	for (int i = 0; i < 1000; i++)
		buf_puts(&b, "\xef\xb7\xba"); /* one character, eighteen letters */
	is_int((int64_t)text_length(text_fold(mem, b.p)), 15000, "what grows finds room");
	buf_free(&b);
}

TEST(text_trim)
{
	is_text(text_trim(mem, " \t\r\n a\r\nb\rc\n\u00a0 "), "a\nb\nc", "white ends go, line ends are one");
	is_text(text_trim(mem, " \n"), "", "nothing but white");
	is_text(text_trim(mem, "\xff "), "\xff", "what is no text does no harm");
}

TEST(text_short)
{
	is_text(text_short(mem, "Librairie Sel", 13), "Librairie Sel", "what fits stays");
	is_text(text_short(mem, "Librairie Sel", 12), "Librairie…", "cut at a word");
	is_text(text_short(mem, "Librairie   Sel et Poivre", 12), "Librairie…", "no white before the dots");
	is_text(text_short(mem, "Éééééééé", 4), "Ééé…", "one long word is cut within");
	is_text(text_short(mem, "abc", 1), "…", "one character");
	is_text(text_short(mem, "abc", 0), "", "none");
}

TEST(text_to_utf8)
{
	is_text(text_to_utf8(mem, "Café", 5, NULL), "Café", "UTF-8 stays");
	is_text(
	    text_to_utf8(mem, "Caf\xe9 \x80 \x9cuvre", 12, NULL), "Café € œuvre", "Windows-1252 unless told");
	is_text(text_to_utf8(mem, "Caf\xe9", 4, "ISO-8859-1"), "Café", "the charset that is told");
	is_text(text_to_utf8(mem, "a\x81z\xe9", 4, NULL), "a\uFFFDzé", "a byte that is nothing");
	is_text(text_to_utf8(mem, "a\xe9", 2, "windows-1258"), "aé", "a letter held back comes");
	is_text(text_to_utf8(mem, "\xe9", 1, "no-such-charset"), NULL, "an unknown charset");
	is_text(text_to_utf8(mem, "\xe9", 1, "UTF-8//../x"), NULL, "a name that is none");
}

static const char *as_given(const void *from)
{
	return from;
}

static const char *dash(const void *from)
{
	(void)from;
	return "–";
}

TEST(text_fill)
{
	static const struct place places[] = {{"who", as_given}, {"what", dash}, {0}};
	is_text(
	    text_fill(mem, "{who} : {what}, {who}", places, "Léa"), "Léa : –, Léa", "by name, in any order");
	is_text(text_fill(mem, "nothing", places, ""), "nothing", "none");
	is_text(text_fill(mem, "{wh}{whose}{who", places, ""), "{wh}{whose}{who", "what is no place stays");
	is_text(text_fill(mem, "{who}", places, "{what}"), "{what}", "what people wrote is not filled in");
}

/* "words|<address>|words" */
static const char *pieces_of(const char *s)
{
	const struct piece *piece;
	const char *all = "";
	int n = text_pieces(mem, s, &piece);
	for (int i = 0; i < n; i++)
		all = arena_printf(
		    mem, piece[i].is_address ? "%s%s<%s>" : "%s%s%s", all, i ? "|" : "", piece[i].text);
	return all;
}

TEST(pieces)
{
	is_text(pieces_of(""), "", "nothing has none");
	is_text(pieces_of("Bonjour,\nà jeudi."), "Bonjour,\nà jeudi.", "words are one");
	is_text(pieces_of("https://a.example"), "<https://a.example>", "an address is one");
	is_text(pieces_of("Voir HTTP://a.example/b?c=1&d=2#e."), "Voir |<HTTP://a.example/b?c=1&d=2#e>|.",
	    "the point is the sentence's");
	is_text(pieces_of("https://a.example/b\nhttps://c.example, etc."),
	    "<https://a.example/b>|\n|<https://c.example>|, etc.", "two of them");
	is_text(pieces_of("(https://a.example/b_(c)) et [https://a.example]"),
	    "(|<https://a.example/b_(c)>|) et [|<https://a.example>|]", "its own brackets are its own");
	is_text(pieces_of("« https://a.example/é » “https://b.example”"),
	    "« |<https://a.example/é>| » “|<https://b.example>|”", "quotes are not");
	is_text(pieces_of("<https://a.example>"), "<|<https://a.example>|>", "in angle brackets");
	is_text(pieces_of("xhttps://a.example http:// https://. javascript:alert(1) mailto:a@b.example"),
	    "xhttps://a.example http:// https://. javascript:alert(1) mailto:a@b.example",
	    "all of this is words");
}

TEST(plain_spaces)
{
	is_text(text_plain_spaces(mem, "9\u00a0h\u202f: oui"), "9 h : oui", "both kinds become plain");
}

/* A price as it is typed or pasted, whatever the language of whoever types it. */
TEST(money)
{
	static const struct {
		const char *typed;
		int64_t cents; /* -1: it is none */
	} prices[] = {{"1,234.50", 123450}, {"1 234,50", 123450}, {"1234.5", 123450}, {"1234,50", 123450},
	    {"1\u00a0234,50", 123450}, {"1\u202f234,50", 123450}, {"1.234,50", 123450}, {"1’234.50", 123450},
	    {"84,000", 8400000}, {"84 000", 8400000}, {"84.000", 8400000}, {"1,234,567", 123456700},
	    {"1 234 567,8", 123456780}, {"0", 0}, {"0,05", 5}, {"12.", 1200},
	    {"9999999999999.99", 999999999999999}, {"99999999999999", -1}, {"", -1}, {",", -1}, {".50", -1},
	    {"12 50", -1}, {"1,23,456", -1}, {"1.234.50", -1}, {"1,234 567", -1}, {"1234,567", -1},
	    {"12,3456", -1}, {"1 234,5 6", -1}, {"80 $", -1}, {"--8", -1}};
	for (size_t i = 0; i < sizeof prices / sizeof prices[0]; i++) {
		int64_t cents = -1;
		bool read = text_cents(prices[i].typed, &cents);
		ok(read == (prices[i].cents >= 0) && (!read || cents == prices[i].cents), prices[i].typed);
	}
	int64_t n = 0;
	ok(text_cents("-1,234.50", &n) && n == -123450, "less than nothing");
	ok(text_minutes("37,5", &n) && n == 2250, "hours and a half");
	ok(text_minutes("1 200", &n) && n == 72000, "many hours");
	ok(text_minutes("0.333", &n) && n == 20, "a third of one");
	ok(!text_minutes("h", &n), "not a number of hours");
}

TEST_MAIN()
