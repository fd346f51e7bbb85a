/* Every name that a row declares is said in both languages: what may be read, set,
 * chosen or done, what refuses it, what the journal tells of it.  What rows of their
 * own tests hold (clock types, settings, letters, reads) is looked at there. */
#include "tap.h"

#include <glob.h>
#include <regex.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "rules/rules.h"
#include "record/wording.h"
#include "rules/staff.h"
#include "web/parts.h"

static struct arena *mem;

__attribute__((constructor)) static void memory_new(void)
{
	mem = arena_new();
}

__attribute__((destructor)) static void memory_free(void)
{
	arena_free(mem);
}

/* The catalogue's own text, even where both languages have the same; a number is
 * said by its digits. */
static bool is_said(const char *english)
{
	if (!english || !*english)
		return false;
	return tr(LANG_FR, english) != english || english[strspn(english, "0123456789")] == 0;
}

/* What may be left out is said when it is not. */
static void check_if_any(const char *english, const char *name, const char *what)
{
	if (english)
		ok(is_said(english), arena_printf(mem, "%s: %s", name, what));
}

static void check_field(const struct field *f, const char *of)
{
	const char *name = arena_printf(mem, "%s.%s", of, f->name);
	if (f->secret)
		return;
	if (f->type != FT_derived) /* which no form asks and no journal tells */
		ok(is_said(f->label), arena_printf(mem, "%s is called something", name));
	check_if_any(f->example, name, "its example");
	for (const struct choice *one = f->choices; one && one->name; one++) {
		ok(is_said(one->text), arena_printf(mem, "%s %s is called something", name, one->name));
		check_if_any(one->theirs, name, one->name);
	}
	for (const struct field *part = f->parts; part && part->name; part++)
		check_field(part, name);
}

static void check_fields(const struct field *f, const char *of)
{
	for (; f && f->name; f++)
		check_field(f, of);
}

/* Whoever has done something at the client's reads that it arrived. */
static void check_noted(unsigned who, const char *noted, const char *name)
{
	bool theirs = who & (BY_CONTACT | BY_AGREEING);
	ok(theirs ? is_said(noted) : !noted, arena_printf(mem, "%s tells the client who did it", name));
}

static void check_action(const struct action *a, const char *of)
{
	const char *name = arena_printf(mem, "%s.%s", of, a->name);
	ok(is_said(a->said), arena_printf(mem, "%s is said once done", name));
	ok(is_said(a->button), arena_printf(mem, "%s has a button", name));
	check_if_any(a->way, name, "what its form is folded under");
	check_if_any(a->help, name, "the sentence in its form");
	check_if_any(a->told, name, "what is told once done");
	check_noted(a->who, a->noted, name);
	check_fields(a->inputs, name);
}

/* What takes something back is an action of the same kind. */
static void check_undo(const struct kind *k, const char *undo, const char *name)
{
	if (undo)
		ok(action_named(k, undo) != NULL,
		    arena_printf(mem, "%s.%s is taken back by “%s”", k->name, name, undo));
}

TEST(kinds)
{
	for (int i = 0; kinds[i]; i++) {
		const struct kind *k = kinds[i];
		ok(is_said(k->title), k->plural);
		check_noted(k->create_by, k->noted, k->name);
		check_fields(k->fields, k->name);
		check_undo(k, k->undo, "create");
		for (const struct action *a = k->actions; a && a->name; a++) {
			check_action(a, k->name);
			check_undo(k, a->undo, a->name);
		}
	}
}

TEST(other_inputs)
{
	for (const struct other_inputs *o = other_inputs; o->name; o++)
		check_fields(o->fields, o->name);
}

TEST(codes)
{
	for (const struct code *c = codes; c->code; c++) {
		ok(is_said(c->sentence), c->code);
		ok(code_find(c->code) == c, "is one code");
	}
}

/* What a rule writes is said in both languages, and known again in either. */
TEST(wordings)
{
	for (const struct wording *w = wordings; w->code; w++) {
		const char *part = strstr(w->sentence, "%s") ? "l’encre : %s" : NULL;
		const char *kept = worded(mem, w->code, part);
		ok(is_said(w->sentence), w->code);
		for (int lang = 0; lang < LANG_MAX; lang++) {
			const char *said = text_said_in(mem, (enum lang)lang, kept);
			ok(!part || strstr(said, part), "with its part as it was given");
			is_text(text_kept(mem, said), kept, "and known again");
		}
		int same = 0;
		for (const struct wording *other = wordings; other->code; other++)
			same += strcmp(other->code, w->code) == 0;
		is_int(same, 1, "its code is its own");
	}
	is_text(text_said_in(mem, LANG_FR, "As asked"), "As asked", "what people write stays");
	is_text(text_kept(mem, "Late promise: "), "Late promise: ", "a sentence without its part is theirs");
	ok(is_worded(worded(mem, "stuck_on", "x"), "stuck_on") &&
		!is_worded(worded(mem, "stuck_on", "x"), "stuck"),
	    "one code is not another's beginning");
}

/* ---- the journal ------------------------------------------------------------------ */

static void check_journal(const char *name)
{
	ok(is_said(journal_says(NULL, name)), arena_printf(mem, "the journal says what “%s” is", name));
}

static void check_reason(const char *name)
{
	bool said = strcmp(reason_said(LANG_EN, name), reason_said(LANG_FR, name)) != 0;
	ok(said, arena_printf(mem, "why a field is refused is said: “%s”", name));
}

static const char *file_text(const char *path)
{
	char part[4096];
	size_t n;
	struct buf b = {.max = 1 << 20};
	FILE *f = fopen(path, "r");
	while (f && (n = fread(part, 1, sizeof part, f)) > 0)
		buf_add(&b, part, n);
	if (f)
		fclose(f);
	const char *text = arena_strdup(mem, b.p);
	buf_free(&b);
	return text;
}

/* The names between quotes that follow a pattern in a source file; how many. */
static int check_names(const char *text, const char *pattern, void (*check)(const char *name))
{
	regex_t re;
	regmatch_t at[2];
	int n = 0;
	if (regcomp(&re, pattern, REG_EXTENDED) != 0)
		return 0;
	for (; regexec(&re, text, 2, at, 0) == 0; text += at[0].rm_eo, n++)
		check(arena_strndup(mem, text + at[1].rm_so, (size_t)(at[1].rm_eo - at[1].rm_so)));
	regfree(&re);
	return n;
}

/* A change that no action makes is journaled, and a field refused, by a name that its source gives. */
TEST(sources)
{
	glob_t sources;
	int changes = 0, lines = 0, refusals = 0;
	glob("src/*/*.c", 0, NULL, &sources);
	for (size_t i = 0; i < sources.gl_pathc; i++) {
		const char *text = file_text(sources.gl_pathv[i]);
		changes += check_names(text, "[^a-z_]change\\([^;\"]*\"([a-z_]+)\"", check_journal);
		lines += check_names(text, "\\.action = \"([a-z_]+)\"", check_journal);
		refusals += check_names(text, "field_refuse\\([^;]*, \"([a-z_]+)\"\\)", check_reason);
	}
	globfree(&sources);
	ok(changes > 5 && lines > 5 && refusals > 5, "from the root of the repository, there are some");
	for (const struct other_inputs *o = other_inputs; o->name; o++)
		if (strchr(o->name, '.'))
			check_journal(strchr(o->name, '.') + 1);
	check_journal("patch");
	ok(!journal_says(NULL, "nothing_at_all"), "no other name is said");
}

static const char *const name_words[] = {
#include "rules/name_words.inc"
};

TEST(name_words)
{
	bool sorted = true, folded = true;
	for (size_t i = 0; i < sizeof name_words / sizeof name_words[0]; i++) {
		sorted = sorted && (i == 0 || strcmp(name_words[i - 1], name_words[i]) < 0);
		folded = folded && strcmp(text_fold(mem, name_words[i]), name_words[i]) == 0;
	}
	ok(sorted, "first names that are words stand in order");
	ok(folded, "and folded");
	ok(name_is_a_word(mem, "Pierre Tremblay") && name_is_a_word(mem, "ROSE"),
	    "by the first name, whatever its case");
	ok(!name_is_a_word(mem, "Karim"), "no other name is one");
}

/* ---- forms ------------------------------------------------------------------------- */

/* A form that corrects a record carries what it opened on; one button that sets one
 * thing is no correction, nor are the settings or a client's own page. */
TEST(corrections)
{
	glob_t templates;
	int n = 0;
	glob("templates/*.html", 0, NULL, &templates);
	for (size_t i = 0; i < templates.gl_pathc; i++) {
		const char *s = file_text(templates.gl_pathv[i]);
		bool other =
		    strstr(templates.gl_pathv[i], "settings") || strstr(templates.gl_pathv[i], "portal");
		while (!other && (s = strstr(s, "/patch\""))) {
			const char *end = strstr(s, "</form>"), *edit = strstr(s, "{{>form-edit}}");
			bool typed = memmem(s, (size_t)(end - s), "{{input", 7);
			ok(!typed || (edit && edit < end), templates.gl_pathv[i]);
			n += typed;
			s = end;
		}
	}
	globfree(&templates);
	ok(n > 8, "from the root of the repository, there are some");
}

TEST_MAIN()
