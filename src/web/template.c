/* A template becomes, for each language, a flat list of steps over one text:
 * translations are looked up, parts put in and places checked when it is
 * loaded, so that rendering only walks and appends. */
#include "web/template.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/asset.h"
#include "base/log.h"
#include "base/text.h"
#include "web/htmlstate.h"
#include "web/inputs.h"

#define PROGRAM_MAX (1 << 20) /* bytes of text, and of steps, once the parts are in */
#define NAME_MAX_BYTES 64
#define SENTENCE_MAX 1000
#define SECTIONS_MAX 16 /* inside each other */
#define PARTS_MAX 16    /* inside each other */
#define ERROR_MAX 256

enum step_kind { STEP_LITERAL, STEP_VALUE, STEP_SECTION, STEP_INVERTED };

struct step {
	enum step_kind kind;
	enum html_way way; /* how a value is written */
	uint32_t at;       /* in the text: of the literal, or of the names of a path */
	uint32_t n;        /* bytes of the literal, or names of the path */
	uint32_t inside;   /* steps of a section */
	uint64_t tag;      /* view_tag of the first name of the path */
};

struct program {
	struct buf steps, text;
};

struct template
{
	char name[NAME_MAX_BYTES + 1];
	struct program program[LANG_MAX];
	struct template *next;
};

static struct template *loaded;

/* -- compiling -- */

struct slice {
	const char *p;
	size_t n;
};

/* A file being read: the template itself or a part put into it. */
struct source {
	const char *name;
	struct slice text;
	int parts;    /* around it; 0 for the template itself */
	int sections; /* open where it begins */
};

struct section {
	struct slice name;
	const char *at; /* its opening tag */
	size_t step;
	struct htmlstate html;
};

struct compiler {
	struct program *out;
	enum lang lang;
	const struct source *source;
	const char *at; /* the place in it that a refusal names */
	struct htmlstate html;
	size_t literal; /* the text from here on is in no step yet */
	int depth;
	struct section open[SECTIONS_MAX];
	char *error;
};

static bool read_source(struct compiler *c);

__attribute__((format(printf, 2, 3))) static bool refuse(struct compiler *c, const char *format, ...)
{
	int line = 1;
	for (const char *p = c->source->text.p; p < c->at; p++)
		line += *p == '\n';
	int n = snprintf(c->error, ERROR_MAX, "%.*s.html:%d: ", NAME_MAX_BYTES, c->source->name, line);
	va_list args;
	va_start(args, format);
	vsnprintf(c->error + n, ERROR_MAX - (size_t)n, format, args);
	va_end(args);
	return false;
}

static bool is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static struct slice trim(struct slice s)
{
	while (s.n && is_blank(s.p[0])) {
		s.p++;
		s.n--;
	}
	while (s.n && is_blank(s.p[s.n - 1]))
		s.n--;
	return s;
}

static bool is_same(struct slice a, struct slice b)
{
	return a.n == b.n && memcmp(a.p, b.p, a.n) == 0;
}

static bool has_only_name_bytes(struct slice s, const char *others)
{
	for (size_t i = 0; i < s.n; i++) {
		char c = s.p[i];
		bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
		if (!plain && !strchr(others, c))
			return false;
	}
	return s.n > 0 && s.n <= NAME_MAX_BYTES;
}

/* "." or names with single dots between them. */
static bool is_path(struct slice s)
{
	if (s.n == 1 && s.p[0] == '.')
		return true;
	return has_only_name_bytes(s, "_-.") && s.p[0] != '.' && s.p[s.n - 1] != '.' &&
	       !memmem(s.p, s.n, "..", 2);
}

static size_t steps_count(const struct program *p)
{
	return p->steps.n / sizeof(struct step);
}

static void end_literal(struct compiler *c)
{
	struct program *out = c->out;
	struct step step = {
	    .kind = STEP_LITERAL, .at = (uint32_t)c->literal, .n = (uint32_t)(out->text.n - c->literal)};
	if (step.n)
		buf_add(&out->steps, &step, sizeof step);
	c->literal = out->text.n;
}

/* The names of a path, each with its NUL; {{.}} has none. */
static uint32_t add_names(struct buf *text, struct slice path)
{
	uint32_t names = 0;
	if (is_same(path, (struct slice){".", 1}))
		return 0;
	for (size_t i = 0; i <= path.n; i++) {
		bool ends = i == path.n || path.p[i] == '.';
		buf_char(text, ends ? '\0' : path.p[i]);
		names += ends;
	}
	return names;
}

static void add_step(struct compiler *c, enum step_kind kind, enum html_way way, struct slice path)
{
	end_literal(c);
	struct buf *text = &c->out->text;
	struct step step = {.kind = kind, .way = way, .at = (uint32_t)text->n};
	step.n = add_names(text, path);
	step.tag = step.n && !text->failed ? view_tag(text->p + step.at) : 0;
	buf_add(&c->out->steps, &step, sizeof step);
	c->literal = text->n;
}

static bool add_literal(struct compiler *c, const char *p, const char *end)
{
	size_t n = (size_t)(end - p);
	c->at = p + htmlstate_read(&c->html, p, n);
	if (c->at < end)
		return refuse(c, "%s", c->html.why);
	buf_add(&c->out->text, p, n);
	return true;
}

static bool add_value(struct compiler *c, struct slice path)
{
	if (!is_path(path))
		return refuse(c, "{{%.*s}}: a name has letters, digits, \"_\" and \"-\"; there is no raw tag",
		    (int)(path.n < NAME_MAX_BYTES ? path.n : NAME_MAX_BYTES), path.p);
	enum html_way way = htmlstate_value(&c->html);
	if (way == HTML_REFUSED)
		return refuse(c, "{{%.*s}}: %s", (int)path.n, path.p, c->html.why);
	add_step(c, STEP_VALUE, way, path);
	return true;
}

/* The sentence joins the literal text around it. */
static bool add_translation(struct compiler *c, struct slice quoted)
{
	if (quoted.n < 3 || quoted.n > SENTENCE_MAX || quoted.p[0] != '"' || quoted.p[quoted.n - 1] != '"')
		return refuse(c, "{{t}} needs a sentence in quotes: {{t \"Save\"}}");
	char sentence[SENTENCE_MAX];
	memcpy(sentence, quoted.p + 1, quoted.n - 2);
	sentence[quoted.n - 2] = '\0';
	if (strpbrk(sentence, "\"\\\n"))
		return refuse(c, "{{t}}: the sentence stays on one line, without \" and \\ inside");
	if (htmlstate_value(&c->html) == HTML_REFUSED)
		return refuse(c, "{{t}}: %s", c->html.why);
	const char *translated = tr(c->lang, sentence);
	buf_html(&c->out->text, translated, strlen(translated));
	return true;
}

static bool open_section(struct compiler *c, enum step_kind kind, struct slice name)
{
	if (!is_path(name))
		return refuse(c, "a section needs a name: {{#name}} … {{/name}}");
	if (c->depth == SECTIONS_MAX)
		return refuse(c, "more than %d sections inside each other", SECTIONS_MAX);
	htmlstate_open(&c->html);
	add_step(c, kind, HTML_REFUSED, name);
	c->open[c->depth++] =
	    (struct section){.name = name, .at = c->at, .step = steps_count(c->out) - 1, .html = c->html};
	return true;
}

static bool close_section(struct compiler *c, struct slice name)
{
	if (c->depth == c->source->sections)
		return refuse(c, "this closes a section that was not opened here");
	const struct section *open = &c->open[--c->depth];
	int n = (int)open->name.n;
	if (!is_same(open->name, name))
		return refuse(c, "{{#%.*s}} must be closed first", n, open->name.p);
	if (!htmlstate_join(&c->html, &open->html))
		return refuse(c,
		    "{{#%.*s}} closes in another part of the HTML than it opened in: "
		    "a tag, a value or a comment is cut",
		    n, name.p);
	end_literal(c);
	struct step *step = (struct step *)c->out->steps.p + open->step;
	step->inside = (uint32_t)(steps_count(c->out) - open->step - 1);
	return true;
}

/* A part stands where its tag stands, in whatever HTML state that is. */
static bool put_part(struct compiler *c, struct slice name)
{
	const struct source *around = c->source;
	const char *at = c->at;
	char part[NAME_MAX_BYTES + 1], path[NAME_MAX_BYTES + 32];
	if (!has_only_name_bytes(name, "_-/"))
		return refuse(c, "{{>part}} needs the name of a template");
	snprintf(part, sizeof part, "%.*s", (int)name.n, name.p);
	snprintf(path, sizeof path, "templates/%s.html", part);
	const struct asset *asset = asset_find(path);
	if (!asset)
		return refuse(c, "{{>%s}}: there is no %s", part, path);
	if (around->parts == PARTS_MAX)
		return refuse(c, "{{>%s}}: more than %d parts inside each other; does one contain itself?",
		    part, PARTS_MAX);
	struct slice text = {(const char *)asset->p, asset->n};
	if (text.n && text.p[text.n - 1] == '\n')
		text.n--; /* the line of {{>part}} ends on its own */
	struct source inner = {.name = part, .text = text, .parts = around->parts + 1, .sections = c->depth};
	c->source = &inner;
	bool good = read_source(c);
	c->source = around;
	c->at = at;
	return good;
}

/* Its text stands where the word stood. */
static bool put_word(struct compiler *c, struct slice tag)
{
	char args[SENTENCE_MAX], error[ERROR_MAX];
	const struct source *around = c->source;
	const char *at = c->at;
	if (tag.n >= sizeof args || around->parts == PARTS_MAX)
		return refuse(c, "{{%.*s …}}: too long, or too deep", NAME_MAX_BYTES, tag.p);
	memcpy(args, tag.p, tag.n);
	args[tag.n] = '\0';
	char *rest = strchr(args, ' ');
	*rest++ = '\0';
	struct buf text = {.max = PROGRAM_MAX};
	bool good = template_word(args, rest, c->lang, &text, error);
	if (!good)
		refuse(c, "{{%s %s}}: %.150s", args, rest, error);
	struct source inner = {
	    .name = args, .text = {text.p, text.n}, .parts = around->parts + 1, .sections = c->depth};
	if (good) {
		c->source = &inner;
		good = read_source(c);
		c->source = around;
		c->at = at;
	}
	buf_free(&text);
	return good;
}

static bool read_tag(struct compiler *c, struct slice tag)
{
	struct slice rest = tag.n ? trim((struct slice){tag.p + 1, tag.n - 1}) : tag;
	switch (tag.n ? tag.p[0] : '\0') {
	case '!':
		return true;
	case '#':
		return open_section(c, STEP_SECTION, rest);
	case '^':
		return open_section(c, STEP_INVERTED, rest);
	case '/':
		return close_section(c, rest);
	case '>':
		return put_part(c, rest);
	case 't':
		if (tag.n == 1 || is_blank(tag.p[1]) || tag.p[1] == '"')
			return add_translation(c, rest);
		break;
	}
	return memchr(tag.p, ' ', tag.n) ? put_word(c, tag) : add_value(c, tag);
}

/* When a section tag or a comment is all there is on its line, the whole line
 * goes: *open moves back to its start and *close on to the next one. */
static void take_whole_line(struct slice text, const char **open, const char **close)
{
	const char *start = *open, *stop = *close, *end = text.p + text.n;
	while (start > text.p && (start[-1] == ' ' || start[-1] == '\t'))
		start--;
	while (stop < end && (*stop == ' ' || *stop == '\t' || *stop == '\r'))
		stop++;
	bool alone = (start == text.p || start[-1] == '\n') && (stop == end || *stop == '\n');
	if (!alone)
		return;
	*open = start;
	*close = stop == end ? end : stop + 1;
}

/* Reads from *p to the end of the next tag; *ret_more is false when there was
 * none before the end. */
static bool read_next(struct compiler *c, const char **p, bool *ret_more)
{
	struct slice text = c->source->text;
	const char *end = text.p + text.n, *open = memmem(*p, (size_t)(end - *p), "{{", 2);
	*ret_more = open != NULL;
	if (!open)
		return add_literal(c, *p, end);
	c->at = open;
	const char *close = memmem(open + 2, (size_t)(end - open) - 2, "}}", 2);
	if (!close)
		return refuse(c, "\"{{\" without \"}}\"");
	struct slice tag = trim((struct slice){open + 2, (size_t)(close - open) - 2});
	close += 2;
	if (tag.n && strchr("#^/!", tag.p[0]))
		take_whole_line(text, &open, &close);
	if (!add_literal(c, *p, open))
		return false;
	c->at = tag.p;
	*p = close;
	return read_tag(c, tag);
}

static bool read_source(struct compiler *c)
{
	const char *p = c->at = c->source->text.p;
	if (!text_is_sound(p, c->source->text.n))
		return refuse(c, "the file is not UTF-8 text");
	for (bool more = true; more;) {
		if (!read_next(c, &p, &more))
			return false;
		if (c->out->text.failed || c->out->steps.failed)
			return refuse(c, "the template is too large once its parts are put in");
	}
	if (c->depth == c->source->sections)
		return true;
	const struct section *last = &c->open[c->depth - 1];
	c->at = last->at;
	return refuse(c, "{{#%.*s}} is never closed", (int)last->name.n, last->name.p);
}

static bool compile(struct program *out, enum lang lang, const struct source *s, char error[ERROR_MAX])
{
	struct compiler c = {.out = out, .lang = lang, .source = s, .error = error};
	out->steps = (struct buf){.max = PROGRAM_MAX};
	out->text = (struct buf){.max = PROGRAM_MAX};
	if (!read_source(&c))
		return false;
	if (!htmlstate_may_end(&c.html))
		return refuse(&c, "the page ends inside a tag, a comment or an element without markup");
	end_literal(&c);
	return !out->steps.failed || refuse(&c, "the template is too large");
}

struct template *template_compile(const char *name, const char *text, size_t n, char error[ERROR_MAX])
{
	struct source s = {.name = name, .text = {text, n}};
	struct template *t = calloc(1, sizeof *t);
	if (!t) {
		snprintf(error, ERROR_MAX, "out of memory");
		return NULL;
	}
	snprintf(t->name, sizeof t->name, "%s", name);
	for (enum lang lang = 0; lang < LANG_MAX; lang++) {
		if (!compile(&t->program[lang], lang, &s, error)) {
			template_free(t);
			return NULL;
		}
	}
	return t;
}

void template_free(struct template *t)
{
	for (enum lang lang = 0; t && lang < LANG_MAX; lang++) {
		buf_free(&t->program[lang].steps);
		buf_free(&t->program[lang].text);
	}
	free(t);
}

/* "templates/portal/home.html" gives "portal/home". */
static bool name_of_asset(const struct asset *a, char name[NAME_MAX_BYTES + 1])
{
	static const char folder[] = "templates/", ending[] = ".html";
	size_t n = strlen(a->name), before = sizeof folder - 1, after = sizeof ending - 1;
	if (n <= before + after || n - before - after > NAME_MAX_BYTES)
		return false;
	if (strncmp(a->name, folder, before) != 0 || strcmp(a->name + n - after, ending) != 0)
		return false;
	snprintf(name, NAME_MAX_BYTES + 1, "%.*s", (int)(n - before - after), a->name + before);
	return true;
}

bool templates_load(char error[ERROR_MAX])
{
	char name[NAME_MAX_BYTES + 1];
	for (const struct asset *a = assets; a->name; a++) {
		if (!name_of_asset(a, name) || strncmp(name, TEMPLATE_WORDS, strlen(TEMPLATE_WORDS)) == 0)
			continue;
		struct template *t = template_compile(name, (const char *)a->p, a->n, error);
		if (!t)
			return false;
		t->next = loaded;
		loaded = t;
	}
	return true;
}

const struct template *template_find(const char *name)
{
	for (const struct template *t = loaded; t; t = t->next)
		if (strcmp(t->name, name) == 0)
			return t;
	log_line("what=template name=%s error=unknown", name);
	abort();
}

/* -- rendering -- */

struct rendering {
	struct buf *out;
	const char *text;
	int depth;
	const struct view *stack[SECTIONS_MAX + 1];
};

static const struct view *look_up(const struct rendering *r, const struct step *step)
{
	if (step->n == 0)
		return r->stack[r->depth];
	const char *name = r->text + step->at;
	const struct view *found = NULL;
	for (int i = r->depth; i >= 0 && !found; i--)
		found = view_get(r->stack[i], name, step->tag);
	for (uint32_t i = 1; i < step->n && found; i++) {
		name += strlen(name) + 1;
		found = view_get(found, name, view_tag(name));
	}
	return found;
}

static void write_text(struct buf *out, enum html_way way, const char *text)
{
	if (way == HTML_ADDRESS && !html_address_ok(text))
		text = "#";
	buf_html(out, text, strlen(text));
}

static void write_value(struct buf *out, enum html_way way, const struct view *v)
{
	switch (v->kind) {
	case VIEW_TEXT:
		write_text(out, way, v->text);
		break;
	case VIEW_SAFE:
		if (way == HTML_MARKUP)
			buf_puts(out, v->text);
		else
			write_text(out, way, v->text);
		break;
	case VIEW_INT:
		buf_int(out, v->number);
		break;
	case VIEW_FLAG:
		buf_puts(out, v->flag ? "true" : "false");
		break;
	case VIEW_MAP:
	case VIEW_LIST:
		break;
	}
}

static void run(struct rendering *r, const struct step *step, const struct step *end);

static void run_with(struct rendering *r, const struct step *section, const struct view *v)
{
	r->stack[++r->depth] = v;
	run(r, section + 1, section + 1 + section->inside);
	r->depth--;
}

static void run_section(struct rendering *r, const struct step *section)
{
	const struct view *v = look_up(r, section);
	bool shown = v && view_is_true(v);
	if (section->kind == STEP_INVERTED) {
		if (!shown)
			run(r, section + 1, section + 1 + section->inside);
	} else if (shown && v->kind == VIEW_LIST) {
		for (const struct view *item = v->inside.first; item; item = item->next)
			run_with(r, section, item);
	} else if (shown) {
		run_with(r, section, v);
	}
}

static void run(struct rendering *r, const struct step *step, const struct step *end)
{
	for (; step < end; step += 1 + step->inside) {
		const struct view *v;
		switch (step->kind) {
		case STEP_LITERAL:
			buf_add(r->out, r->text + step->at, step->n);
			break;
		case STEP_VALUE:
			v = look_up(r, step);
			if (v)
				write_value(r->out, step->way, v);
			break;
		case STEP_SECTION:
		case STEP_INVERTED:
			run_section(r, step);
			break;
		}
	}
}

void template_render(struct buf *out, const struct template *t, enum lang lang, const struct view *v)
{
	const struct program *p = &t->program[lang];
	struct rendering r = {.out = out, .text = p->text.p, .stack = {v}};
	const struct step *steps = (const struct step *)p->steps.p;
	if (steps)
		run(&r, steps, steps + steps_count(p));
}
