/* Templates: what they print, how values are escaped where they stand, and
 * which templates are refused.  Brings its own assets, French included. */
#include "tap.h"

#include <stdlib.h>

#include "base/asset.h"
#include "web/template.h"

/* A catalogue of one sentence, as msgfmt writes it. */
static const struct {
	uint32_t magic, revision, n, originals, translations, hash_n, hash_at;
	uint32_t original[2], translation[2];
	char id[8], text[16];
} french = {
    .magic = 0x950412de,
    .n = 1,
    .originals = 28,
    .translations = 36,
    .original = {4, 44},
    .translation = {12, 52},
    .id = "Save",
    .text = "Garder <ça>",
};

#define FILE_OF(s) (const unsigned char *)(s), sizeof(s) - 1, "0"

const struct asset assets[] = {
    {"fr.mo", (const unsigned char *)&french, sizeof french, "0"},
    {"templates/attributes.html", FILE_OF(" class=\"{{kind}}\" href=\"{{url}}\"\n")},
    {"templates/endless.html", FILE_OF("<p>{{>endless}}</p>\n")},
    {"templates/portal/home.html", FILE_OF("<h1>{{title}}</h1>\n")},
    {"templates/row.html", FILE_OF("<li>{{name}}</li>\n")},
    {NULL, NULL, 0, NULL},
};

static struct arena *arena;
static char error[256];

/* In English; "refused" when it does not compile, see `error`. */
static const char *shown_in(enum lang lang, const char *text, const struct view *v)
{
	static struct buf out = {.max = 1 << 20};
	buf_clear(&out);
	struct template *t = template_compile("page", text, strlen(text), error);
	if (!t)
		return "refused";
	template_render(&out, t, lang, v);
	template_free(t);
	return out.p ? out.p : "";
}

static const char *shown(const char *text, const struct view *v)
{
	return shown_in(LANG_EN, text, v);
}

/* The sentence of the refusal, "" when it compiles. */
static const char *refusal(const char *text)
{
	struct template *t = template_compile("page", text, strlen(text), error);
	template_free(t);
	return t ? "" : error;
}

static bool is_refused(const char *text, const char *why)
{
	bool good = strstr(refusal(text), why) != NULL;
	if (!good)
		printf("# %s: got %s\n", text, refusal(text));
	return good;
}

static struct view *fresh(void)
{
	if (!arena)
		arena = arena_new();
	return view_new(arena);
}

static struct view *with_text(const char *key, const char *text)
{
	struct view *v = fresh();
	view_text(v, key, text);
	return v;
}

TEST(values)
{
	struct view *v = with_text("name", "Léa <b> & \"co\"");
	view_int(v, "n", -12);
	view_flag(v, "on", true);
	view_safe(v, "icon", "<svg></svg>");
	view_text(view_map(v, "client"), "name", "Nord");
	is_text(shown("plain", v), "plain", "literal text stays");
	is_text(shown("", v), "", "nothing gives nothing");
	is_text(
	    shown("<p>{{ name }}</p>", v), "<p>Léa &lt;b&gt; &amp; &quot;co&quot;</p>", "a text is escaped");
	is_text(shown("{{n}} {{on}}", v), "-12 true", "numbers and flags");
	is_text(shown("{{client.name}}", v), "Nord", "a dotted name");
	is_text(shown("[{{nobody}}{{client.nobody}}{{name.x}}{{client}}]", v), "[]", "absent prints nothing");
	is_text(shown("{{icon}}", v), "<svg></svg>", "safe HTML as it is");
	is_text(shown("<p title='{{icon}}'>", v), "<p title='&lt;svg&gt;&lt;/svg&gt;'>",
	    "safe HTML is escaped in an attribute");
	is_text(shown("<textarea>{{icon}}</textarea>", v), "<textarea>&lt;svg&gt;&lt;/svg&gt;</textarea>",
	    "safe HTML is escaped where tags are not read");
	view_text(v, "name", "later");
	is_text(shown("{{name}}", v), "later", "a name given twice keeps the later value");
}

TEST(sections)
{
	struct view *v = with_text("title", "T"), *rows = view_list(v, "rows");
	view_text(view_add(rows), "name", "a");
	view_text(view_add(rows), "name", "b");
	view_list(v, "none");
	view_flag(v, "yes", true);
	view_flag(v, "no", false);
	view_int(v, "zero", 0);
	view_text(v, "empty", NULL);
	view_text(view_map(v, "client"), "name", "Nord");
	is_text(shown("{{#rows}}{{name}}{{title}} {{/rows}}", v), "aT bT ", "a list, and names from outside");
	is_text(shown("{{#none}}x{{/none}}{{^none}}y{{/none}}", v), "y", "an empty list");
	is_text(shown("{{#yes}}x{{/yes}}{{^yes}}y{{/yes}}", v), "x", "a true flag");
	is_text(shown("{{#no}}x{{/no}}{{^no}}y{{/no}}", v), "y", "a false flag");
	is_text(shown("{{#zero}}{{.}}{{/zero}}", v), "0", "zero is true");
	is_text(shown("{{#empty}}x{{/empty}}{{^empty}}y{{/empty}}", v), "y", "an empty text");
	is_text(shown("{{#lost}}x{{/lost}}{{^lost}}y{{/lost}}", v), "y", "an absent name");
	is_text(shown("{{#client}}{{name}}{{/client}}", v), "Nord", "a map");
	is_text(shown("{{#client.name}}<b>{{.}}</b>{{/client.name}}", v), "<b>Nord</b>", "the value itself");

	struct view *words = view_list(v, "words");
	view_add_text(words, "<one>");
	view_add_text(words, "two");
	is_text(shown("{{#words}}{{.}},{{/words}}", v), "&lt;one&gt;,two,", "a list of texts");
	is_text(shown("{{#rows}}{{#words}}{{name}}{{.}} {{/words}}{{/rows}}", v),
	    "a&lt;one&gt; atwo b&lt;one&gt; btwo ", "a list in a list");
}

TEST(lines)
{
	struct view *v = with_text("yes", "1");
	is_text(shown("a\n  {{#yes}}\n  b\n  {{/yes}}\nc\n", v), "a\n  b\nc\n",
	    "a tag alone takes its line along");
	is_text(shown("{{! first }}\r\na\n  {{^yes}}x{{/yes}}\n", v), "a\n  \n", "two on a line do not");
	is_text(shown("<ul>\n\t{{>row}}\n</ul>", with_text("name", "x")), "<ul>\n\t<li>x</li>\n</ul>",
	    "a part keeps its line");
}

TEST(languages)
{
	is_text(shown_in(LANG_EN, "<b>{{t \"Save\"}}</b>", fresh()), "<b>Save</b>", "English as written");
	is_text(shown_in(LANG_FR, "<b>{{t \"Save\"}}</b>", fresh()), "<b>Garder &lt;ça&gt;</b>",
	    "French, escaped");
	is_text(shown_in(LANG_FR, "<p title=\"{{t \"Stay\"}}\">", fresh()), "<p title=\"Stay\">",
	    "English where French is missing");
	ok(is_refused("{{t}}", "page.html:1: {{t}} needs a sentence"), "t without a sentence");
	ok(is_refused("{{t Save}}", "needs a sentence"), "t without quotes");
	ok(is_refused("{{t \"\"}}", "needs a sentence"), "t with nothing");
	ok(is_refused("{{t \"a\nb\"}}", "one line"), "a sentence over two lines");
	ok(is_refused("{{t \"a\" \"b\"}}", "inside"), "two sentences");
	ok(is_refused("<script>{{t \"Save\"}}</script>", "script"), "t in a script");
}

TEST(parts)
{
	struct view *v = with_text("name", "x");
	view_text(v, "kind", "\"k");
	view_text(v, "url", "javascript:1");
	is_text(shown("<ul>{{>row}}{{> row }}</ul>", v), "<ul><li>x</li><li>x</li></ul>", "a part, twice");
	is_text(shown("<a{{>attributes}}>", v), "<a class=\"&quot;k\" href=\"#\">", "a part inside a tag");
	ok(is_refused("\n{{>lost}}", "page.html:2: {{>lost}}: there is no templates/lost.html"),
	    "an unknown part");
	ok(is_refused("{{>../row}}", "needs the name"), "a part elsewhere");
	ok(is_refused("{{>endless}}", "endless.html:1: {{>endless}}: more than 16"), "a part in itself");
	ok(is_refused("<script>{{>row}}</script>", "row.html:1:"), "a part is checked where it stands");
}

TEST(addresses)
{
	static const char *const good[] = {"", "/a?b=c:d", "a/b:c", "?a:b", "#x:y", "https://a.test/",
	    "HTTP://a", "mailto:a@b.test", "tel:+331", " \t/x", "//a.test"};
	static const char *const bad[] = {"javascript:alert(1)", "JavaScript:1", " \x01\n javascript:1",
	    "data:text/html,x", "java\nscript:1", "vbscript:1", ":", "x:y", "https :", "httpx:"};
	for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
		struct view *v = with_text("u", good[i]);
		ok(strcmp(shown("<a href=\"{{u}}\">", v), "<a href=\"#\">") != 0, good[i]);
	}
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
		struct view *v = with_text("u", bad[i]);
		is_text(shown("<a HREF='{{u}}'>", v), "<a HREF='#'>", "a scheme from outside");
		is_text(shown("<form action=\"{{#none}}/x{{/none}}{{u}}\">", v), "<form action=\"#\">",
		    "also after what may be empty");
	}
	struct view *v = with_text("u", "a:b");
	view_text(v, "js", "javascript");
	is_text(shown("<a href=\"/x/{{u}}\">", v), "<a href=\"/x/a:b\">", "after a path anything");
	is_text(shown("<a href=\"mailto:{{u}}\">", v), "<a href=\"mailto:a:b\">",
	    "after a known scheme anything");
	is_text(shown("<p title=\"{{u}}\">", v), "<p title=\"a:b\">", "other attributes hold any text");
	is_text(shown("<a href=\"{{js}}{{u}}\">", v), "<a href=\"javascript#\">", "a scheme in two pieces");
	ok(is_refused("<a href=\"{{js}}:{{u}}\">", "an address is relative"), "a scheme left to a value");
	ok(is_refused("<a href=\"javascript:{{u}}\">", "an address is relative"), "a scheme that runs");
	ok(is_refused("<a href=\"javascript&colon;{{u}}\">", "before \"&\""), "a hidden colon");
	ok(is_refused("<a href=\"{{#js}}tel{{/js}}:{{u}}\">", "an address is relative"),
	    "a scheme that may be missing");
	ok(is_refused("<a href=\"{{#js}}/{{/js}}x:{{u}}\">", "an address is relative"),
	    "a path that may be missing");
}

TEST(places)
{
	ok(is_refused("<p>\n<script>let a = \"{{a}}\";</script>",
	       "page.html:2: {{a}}: a value cannot stand in a script"),
	    "a script, with its line");
	ok(is_refused("<STYLE\n>{{a}}</style>", "a style"), "a style");
	ok(is_refused("<script>x</scripty>{{a}}</script>", "a script"),
	    "an end tag with a longer name is none");
	ok(is_refused("<!-- {{a}} -->", "comment"), "a comment");
	ok(is_refused("<!doctype {{a}}>", "declaration"), "a declaration");
	ok(is_refused("<{{a}}>", "name of a tag"), "a tag name");
	ok(is_refused("</{{a}}>", "name of a tag"), "an end tag");
	ok(is_refused("<h{{a}}>", "name of a tag"), "part of a tag name");
	ok(is_refused("<p {{a}}>", "name of a tag or attribute"), "an attribute");
	ok(is_refused("<p a{{a}}=\"\">", "name of a tag or attribute"), "part of an attribute's name");
	ok(is_refused("<p a={{a}}>", "in quotes"), "an unquoted attribute");
	ok(is_refused("<p a=b{{a}}>", "in quotes"), "part of an unquoted attribute");
	ok(is_refused("<p OnClick=\"{{a}}\">", "code or style"), "on…=");
	ok(is_refused("<p style = '{{a}}'>", "code or style"), "style=");
	ok(is_refused("<iframe srcdoc=\"{{a}}\">", "code or style"), "srcdoc=");
	ok(is_refused("<p data-hx-on:click=\"{{a}}\">", "code or style"), "what htmx runs");
	ok(is_refused("<textarea></text{{a}}area>", "closing tag"), "a closing tag");
	is_text(refusal("<script>let a = 1 < 2;</script><p>{{a}}</p>"), "", "after a script");
	is_text(refusal("<!-- > -- --><!--><p>{{a}}<!-- -></p>-->"), "", "after comments");
	is_text(refusal("a < b {{a}} <1 {{a}} </> {{a}}"), "", "a lone sign is text");
	is_text(refusal("<title>{{a}}</title><input value='{{a}}'disabled>{{a}}"), "",
	    "a title and an attribute");
	is_text(refusal("<script src=\"/app.{{hash}}.js\" defer></script>"), "", "attributes of a script");
}

TEST(section_places)
{
	is_text(refusal("<input {{#on}}checked{{/on}}>"), "", "an attribute that may be missing");
	is_text(refusal("<input{{#on}} checked{{/on}}{{#n}} value=\"{{n}}\"{{/n}}>"), "",
	    "two, one with a value");
	is_text(
	    refusal("<a{{#on}} aria-current=\"page\" disabled{{/on}} href=\"/{{a}}\">"), "", "more follow");
	is_text(refusal("<p class=\"a{{#on}} b{{/on}}\">"), "", "part of a value");
	is_text(
	    refusal("{{#on}}<div>{{/on}}{{#on}}</div>{{/on}}"), "", "a tag opened in one, closed in another");
	is_text(refusal("<script>{{#on}}go();{{/on}}</script>"), "", "part of a script");
	ok(is_refused("{{#on}}<p title=\"{{/on}}", "closes in another part"), "a value cut");
	ok(is_refused("{{#on}}<!--{{/on}}", "closes in another part"), "a comment cut");
	ok(is_refused("<p {{#on}}>{{/on}}", "closes in another part"), "a tag cut");
	ok(is_refused("<textarea>{{#on}}</textarea>{{/on}}", "closes in another part"), "an element cut");
	ok(is_refused("<a on{{#on}}x{{/on}}=\"{{a}}\">", "white space"), "a name goes on in a section");
	ok(is_refused("<a {{#on}}onclick{{/on}}=\"{{a}}\">", "white space"),
	    "a value after a name that may be missing");
	ok(is_refused("<a onclick={{#on}}\"\" title={{/on}}\"{{a}}\">", "closes in another part"),
	    "a value of one of two names");
	ok(is_refused("<a {{#rows}}click=\"{{a}}\" on{{/rows}}>", "closes in another part"),
	    "a name made by repeating");
	ok(is_refused("<a href=\"{{#on}}\" title=\"{{/on}}{{a}}\">", "closes in another part"),
	    "one of two values");
}

TEST(refusals)
{
	char deep[17 * 6 + 1] = "";
	for (size_t i = 0; i < 17; i++)
		memcpy(deep + i * 6, "{{#a}}", 6);
	is_text(refusal("\n\n{{#a}}"), "page.html:3: {{#a}} is never closed", "a section left open");
	is_text(refusal("{{#a}}\n{{#b}}\n{{/a}}"), "page.html:3: {{#b}} must be closed first",
	    "a wrong closing name");
	is_text(refusal("{{/a}}"), "page.html:1: this closes a section that was not opened here",
	    "a section not opened");
	ok(is_refused(deep, "more than 16 sections"), "too deep");
	ok(is_refused("a {{b", "\"{{\" without \"}}\""), "a tag without end");
	ok(is_refused("{{{a}}}", "there is no raw tag"), "mustache's raw tag");
	ok(is_refused("{{&a}}", "there is no raw tag"), "mustache's other raw tag");
	ok(is_refused("{{}}", "a name has letters"), "no name");
	ok(is_refused("{{a..b}}", "a name has letters"), "an empty part of a name");
	ok(is_refused("{{#}}{{/}}", "a section needs a name"), "a section without name");
	ok(is_refused("<p>\n<p class=\"", "page.html:2: the page ends inside"), "an unfinished tag");
	ok(is_refused("caf\xe9", "not UTF-8"), "another encoding");
}

TEST(large)
{
	size_t n = (1 << 20) + 1;
	char *text = malloc(n);
	memset(text, 'x', n);
	ok(!template_compile("page", text, n, error) && strstr(error, "too large"), "more than a megabyte");
	free(text);
}

TEST(all)
{
	ok(!templates_load(error), "one bad template stops the start");
	ok(strstr(error, "endless.html:1:") != NULL, "and is named");
}

TEST_MAIN()
