/* What a row says of an input, put into the words of templates/input/; see
 * inputs.h. */
#include "web/inputs.h"

#include <stdio.h>
#include <string.h>

#include "base/asset.h"
#include "web/app.h"
#include "web/template.h"

#define ARGUMENT_MAX 160

/* {{input promise.move.due as=… …}}, understood. */
struct asked {
	enum lang lang;
	char args[1000];
	const struct kind *kind;
	const char *verb;
	const struct action *action; /* NULL: create or patch */
	const struct field *field;   /* NULL: the action as a whole */
	bool inside;                 /* of an object in a list, whose texts say their type in their names */
	const char *label, *as, *value, *on, *from, *only, *empty, *in, *min, *max, *rows;
	const char *attr; /* "autocomplete=off" */
	bool required, optional, settled, blank, lines;
	char own_value[ARGUMENT_MAX];
};

/* ---- understanding ------------------------------------------------------------------ */

/* The next argument of *s, cut off at its end; quotes hold blanks. */
static char *next_argument(char **s)
{
	char *start = *s + strspn(*s, " "), *end = start;
	if (!*start)
		return NULL;
	for (bool quoted = false; *end && (quoted || *end != ' '); end++)
		quoted ^= *end == '"';
	*s = *end ? end + 1 : end;
	*end = 0;
	return start;
}

/* "Choose" without its quotes. */
static const char *unquoted(char *s)
{
	size_t n = strlen(s);
	if (n < 2 || *s != '"')
		return s;
	s[n - 1] = 0;
	return s + 1;
}

static bool take_argument(struct asked *a, char *arg)
{
	const struct {
		const char *name;
		const char **into;
	} named[] = {{"as", &a->as}, {"value", &a->value}, {"on", &a->on}, {"from", &a->from},
	    {"only", &a->only}, {"empty", &a->empty}, {"in", &a->in}, {"min", &a->min}, {"max", &a->max},
	    {"rows", &a->rows}, {"attr", &a->attr}};
	const struct {
		const char *name;
		bool *into;
	} flags[] = {{"required", &a->required}, {"optional", &a->optional}, {"settled", &a->settled},
	    {"blank", &a->blank}, {"lines", &a->lines}};
	if (*arg == '"') {
		a->label = unquoted(arg);
		return true;
	}
	char *value = strchr(arg, '=');
	if (value)
		*value++ = 0;
	for (size_t i = 0; value && i < sizeof named / sizeof named[0]; i++)
		if (strcmp(named[i].name, arg) == 0) {
			*named[i].into = unquoted(value);
			return true;
		}
	for (size_t i = 0; !value && i < sizeof flags / sizeof flags[0]; i++)
		if (strcmp(flags[i].name, arg) == 0)
			return *flags[i].into = true;
	return false;
}

static bool is_patch(const struct asked *a)
{
	return strcmp(a->verb, "patch") == 0;
}

static const struct field *other_fields(const char *what, const char *verb)
{
	size_t n = strlen(what);
	for (const struct other_inputs *o = other_inputs; o->name; o++)
		if (strncmp(o->name, what, n) == 0 && o->name[n] == '.' && strcmp(o->name + n + 1, verb) == 0)
			return o->fields;
	return NULL;
}

const struct field *input_rows(const char *what, const char *verb)
{
	const struct kind *k = kind_named(what);
	const struct action *action = k ? action_named(k, verb) : NULL;
	bool own = strcmp(verb, "create") == 0 || strcmp(verb, "patch") == 0;
	return action ? action->inputs : own && k ? k->fields : other_fields(what, verb);
}

/* "promise.move.due": the rows it names, and the parts of what a row holds. */
static bool find_rows(struct asked *a, char *path)
{
	char *verb = strchr(path, '.'), *name = verb ? strchr(verb + 1, '.') : NULL;
	if (!verb)
		return false;
	*verb++ = 0;
	if (name)
		*name++ = 0;
	a->kind = kind_named(path);
	a->verb = verb;
	a->action = a->kind ? action_named(a->kind, verb) : NULL;
	const struct field *fields = input_rows(path, verb);
	if (!fields && name)
		return false;
	while (name) {
		char *part = strchr(name, '.');
		if (part)
			*part++ = 0;
		if (!(a->field = field_named(fields, name)))
			return false;
		fields = a->field->parts;
		a->inside |= part != NULL;
		name = part;
	}
	return a->field || a->action;
}

/* What nobody may set this way is no input. */
static bool may_be_set(const struct asked *a)
{
	const struct field *f = a->field;
	bool of_record = a->kind && !a->action && !a->inside;
	return !of_record || (is_patch(a) ? f->patch : f->create) != 0;
}

/* What the tag leaves open: a correction begins with what is kept, a reference is
 * chosen from the page's list of that kind. */
static void settle(struct asked *a)
{
	const struct field *f = a->field;
	if (!a->value && !a->inside && !a->action && is_patch(a)) {
		snprintf(a->own_value, sizeof a->own_value, "kept.%s", f->name);
		a->value = a->own_value;
	}
	if (!a->from && (f->type == FT_ref || f->type == FT_refs))
		a->from = f->to->plural;
}

static bool understand(struct asked *a, const char *args, char error[256])
{
	snprintf(a->args, sizeof a->args, "%s", args);
	char *rest = a->args, *path = next_argument(&rest), *arg;
	if (!path || !find_rows(a, path)) {
		snprintf(error, 256, "there is no row of that name");
		return false;
	}
	while ((arg = next_argument(&rest)))
		if (!take_argument(a, arg)) {
			snprintf(error, 256, "\"%.100s\" is not understood", arg);
			return false;
		}
	if (a->field && (!a->field->label || !may_be_set(a))) {
		snprintf(error, 256, "nobody sets this field so");
		return false;
	}
	if (a->field)
		settle(a);
	return true;
}

/* ---- pieces ------------------------------------------------------------------------- */

/* A sentence as it stands between tags or in quotes. */
static void put_sentence(struct buf *out, enum lang lang, const char *english)
{
	const char *text = tr(lang, english);
	buf_html(out, text, strlen(text));
}

static void put_label(const struct asked *a, struct buf *out)
{
	put_sentence(out, a->lang, a->label ? a->label : a->field->label);
}

/* Inside an object a text says what it is (form_names.h); lines do anywhere. */
static const char *type_in_name(const struct asked *a)
{
	const struct field *f = a->field;
	if (f->type == FT_words && !f->choices && f->max)
		return ":lines";
	if (!a->inside)
		return "";
	if (field_is_money(f))
		return ":cents";
	if (f->type == FT_number || f->type == FT_ref)
		return ":number";
	return f->type == FT_refs ? ":numbers" : f->type == FT_flag ? ":flag" : "";
}

static void put_name(const struct asked *a, struct buf *out)
{
	if (a->in)
		buf_printf(out, "{{%s}}", a->in);
	buf_printf(out, "%s%s", a->field->name, type_in_name(a));
}

static void put_value(const struct asked *a, struct buf *out)
{
	if (a->value && *a->value >= '0' && *a->value <= '9')
		buf_printf(out, " value=\"%s\"", a->value);
	else if (a->value)
		buf_printf(out, " value=\"{{%s}}\"", a->value);
}

static void put_text(const struct asked *a, struct buf *out)
{
	if (a->value)
		buf_printf(out, "{{%s}}", a->value);
}

static bool must_be_given(const struct asked *a)
{
	return (a->required || a->field->required) && !a->optional;
}

static void put_required(const struct asked *a, struct buf *out)
{
	if (must_be_given(a))
		buf_puts(out, " required");
}

/* Days and hours end where the door's do. */
static void put_span(const struct asked *a, struct buf *out)
{
	const char *present = a->field->type == FT_date ? "today" : "now";
	const char *min = a->min ? a->min : a->field->ahead ? present : NULL;
	const char *max = a->max ? a->max : a->field->past ? present : NULL;
	if (min)
		buf_printf(out, " min=\"{{%s}}\"", min);
	if (max)
		buf_printf(out, " max=\"{{%s}}\"", max);
}

/* Amounts and hours have decimals, with a comma or a point. */
static bool is_typed_as_text(const struct field *f)
{
	return field_is_money(f) || f->in_hours;
}

static void put_bounds(const struct asked *a, struct buf *out)
{
	const struct field *f = a->field;
	if ((f->type == FT_text || f->type == FT_longtext) && !a->lines)
		buf_printf(out, " maxlength=\"%d\"", field_longest(f));
	else if (f->type == FT_words || a->lines) /* with what stands between two */
		buf_printf(out, " maxlength=\"%d\"", LIST_MAX * (field_longest(f) + 2));
	else if (f->type == FT_date || f->type == FT_instant)
		put_span(a, out);
	else if (is_typed_as_text(f))
		buf_puts(out, " maxlength=\"15\" inputmode=\"decimal\"");
	else if (f->type == FT_number)
		buf_printf(out, " min=\"%lld\" max=\"%lld\" inputmode=\"numeric\"", (long long)f->low,
		    (long long)field_highest(f));
	if (f->min)
		buf_printf(out, " minlength=\"%d\"", f->min);
	if (f->pattern)
		buf_printf(out, " pattern=\"%s\"", f->pattern);
	put_required(a, out);
	if (f->example) {
		buf_puts(out, " placeholder=\"");
		put_sentence(out, a->lang, f->example);
		buf_char(out, '"');
	}
	size_t n = a->attr ? strcspn(a->attr, "=") : 0;
	if (n)
		buf_printf(out, " %.*s=\"%s\"", (int)n, a->attr, a->attr + n + (a->attr[n] == '='));
}

static void put_type(const struct asked *a, struct buf *out)
{
	const struct field *f = a->field;
	const char *type = f->look                                        ? f->look
			   : f->type == FT_date                           ? "date"
			   : f->type == FT_instant                        ? "datetime-local"
			   : f->type == FT_number && !is_typed_as_text(f) ? "number"
									  : NULL;
	if (type)
		buf_printf(out, " type=\"%s\"", type);
}

/* ---- choices ---------------------------------------------------------------------- */

static const char *on_at_first(const struct asked *a)
{
	bool new = !a->value && !a->action && (strcmp(a->verb, "create") == 0);
	return a->on ? a->on : new ? a->field->otherwise : NULL;
}

/* " checked" of the one that is on, whether the view or the row says so. */
static void put_mark(const struct asked *a, const char *choice, const char *mark, struct buf *out)
{
	const char *on = on_at_first(a);
	if (a->value)
		buf_printf(out, "{{#%s.%s}} %s{{/%s.%s}}", a->value, choice, mark, a->value, choice);
	else if (on && strcmp(on, choice) == 0)
		buf_printf(out, " %s", mark);
}

#define ICON(name) "<svg class=\"icon\" aria-hidden=\"true\"><use href=\"{{assets.icons}}#" name "\"/></svg>"

static void put_one(const struct asked *a, const struct choice *one, const char *as, struct buf *out)
{
	const char *type = strcmp(as, "ticks") == 0 ? "checkbox" : "radio";
	if (strcmp(as, "options") == 0) {
		buf_printf(out, "<option value=\"%s\"", one->name);
		put_mark(a, one->name, "selected", out);
		buf_char(out, '>');
		put_sentence(out, a->lang, one->text);
		buf_puts(out, "</option>");
		return;
	}
	buf_printf(out, "<label><input type=\"%s\" name=\"", type);
	put_name(a, out);
	buf_printf(out, "\" value=\"%s\"", one->name);
	if (*type == 'r')
		put_required(a, out);
	put_mark(a, one->name, "checked", out);
	buf_puts(out, *type == 'r' ? "><span>" : "> ");
	if (one->icon && *type == 'r')
		buf_printf(out, ICON("%s"), one->icon);
	put_sentence(out, a->lang, one->text);
	buf_puts(out, *type == 'r' ? "</span></label>" : "</label>");
}

/* A list that the page gives. */
static void put_list(const struct asked *a, const char *as, struct buf *out)
{
	buf_printf(out, "{{#%s}}", a->from);
	if (strcmp(as, "options") == 0) {
		buf_puts(out, "<option value=\"{{value}}\"");
		buf_puts(out, a->blank ? ">" : "{{#on}} selected{{/on}}>");
		buf_puts(out, "{{text}}</option>");
	} else {
		bool ticks = strcmp(as, "ticks") == 0;
		buf_printf(out, "<label><input type=\"%s\" name=\"", ticks ? "checkbox" : "radio");
		put_name(a, out);
		buf_puts(out, "\" value=\"{{value}}\"");
		if (!ticks)
			put_required(a, out);
		buf_puts(out, ticks ? "{{#on}} checked{{/on}}> {{text}}</label>"
				    : "{{#on}} checked{{/on}}><span>{{#icon}}" ICON(
					  "{{icon}}") "{{/icon}}"
						      "{{text}}</span></label>");
	}
	buf_printf(out, "{{/%s}}", a->from);
}

static void put_choices(const struct asked *a, const char *as, struct buf *out)
{
	if (a->from) {
		put_list(a, as, out);
		return;
	}
	const struct choice *all = a->field->choices;
	if (!a->only) {
		for (const struct choice *one = all; one && one->name; one++)
			put_one(a, one, as, out);
		return;
	}
	for (const char *s = a->only; *s; s += strcspn(s, ","), s += *s == ',') {
		char name[ARGUMENT_MAX];
		snprintf(name, sizeof name, "%.*s", (int)strcspn(s, ","), s);
		int64_t n = all ? choice_number(all, name) : 0;
		if (n)
			put_one(a, &all[n - 1], as, out);
	}
}

static void put_options(const struct asked *a, struct buf *out)
{
	put_choices(a, "options", out);
}

static void put_chips(const struct asked *a, struct buf *out)
{
	put_choices(a, "chips", out);
}

static void put_ticks(const struct asked *a, struct buf *out)
{
	put_choices(a, "ticks", out);
}

/* What may be left open has a way to say so. */
static void put_empty(const struct asked *a, struct buf *out)
{
	bool settled =
	    a->settled || must_be_given(a) || on_at_first(a) || (a->field->type == FT_choice && is_patch(a));
	if (settled && !a->empty)
		return;
	buf_puts(out, "<option value=\"\">");
	if (a->empty)
		put_sentence(out, a->lang, a->empty);
	buf_puts(out, "</option>");
}

/* A tick taken away says so. */
static void put_off(const struct asked *a, struct buf *out)
{
	if (!is_patch(a))
		return;
	buf_puts(out, "<input type=\"hidden\" name=\"");
	put_name(a, out);
	buf_puts(out, "\" value=\"false\">");
}

static void put_checked(const struct asked *a, struct buf *out)
{
	if (a->value)
		buf_printf(out, "{{#%s}} checked{{/%s}}", a->value, a->value);
	else if (on_at_first(a) && strcmp(on_at_first(a), "true") == 0)
		buf_puts(out, " checked");
}

static void put_rows(const struct asked *a, struct buf *out)
{
	buf_puts(out, a->rows ? a->rows : "2");
}

/* ---- whole forms -------------------------------------------------------------------- */

static void put_skeleton(const struct asked *a, const char *name, struct buf *out);
static const char *drawn_as(const struct asked *a);

static void put_action(const struct asked *a, struct buf *out)
{
	buf_printf(out, "/a/%s/{{%s}}/%s", a->kind->plural, a->in ? a->in : "id", a->action->name);
}

static void put_help(const struct asked *a, struct buf *out)
{
	if (!a->action->help)
		return;
	buf_puts(out, "<p class=\"quiet\">");
	put_sentence(out, a->lang, a->action->help);
	buf_puts(out, "</p>");
}

static void put_input(const struct asked *a, struct buf *out)
{
	put_skeleton(a, drawn_as(a), out);
}

static void put_inputs(const struct asked *a, struct buf *out)
{
	for (const struct field *f = a->action->inputs; f && f->name; f++) {
		struct asked one = {
		    .lang = a->lang, .kind = a->kind, .verb = a->verb, .action = a->action, .field = f};
		settle(&one);
		put_input(&one, out);
	}
}

static void put_button(const struct asked *a, struct buf *out)
{
	put_sentence(out, a->lang, a->action->button);
}

static void put_summary(const struct asked *a, struct buf *out)
{
	put_sentence(out, a->lang, a->action->way ? a->action->way : a->action->button);
}

static void put_act(const struct asked *a, struct buf *out)
{
	put_skeleton(a, "act", out);
}

static void put_way(const struct asked *a, struct buf *out)
{
	put_skeleton(a, "way", out);
}

/* ---- skeletons ------------------------------------------------------------------------ */

/* Words of skeletons, and which of them a page may say too: of a field, or of an
 * action. */
static const struct piece {
	const char *word;
	void (*put)(const struct asked *, struct buf *);
	enum { INSIDE, OF_FIELD, OF_ACTION } said;
} pieces[] = {{"input", put_input, OF_FIELD}, {"bounds", put_bounds, OF_FIELD},
    {"label", put_label, OF_FIELD}, {"act", put_act, OF_ACTION}, {"way", put_way, OF_ACTION},
    {"summary", put_summary, OF_ACTION}, {"help", put_help, OF_ACTION}, {"button", put_button, OF_ACTION},
    {"name", put_name, INSIDE}, {"value", put_value, INSIDE}, {"text", put_text, INSIDE},
    {"required", put_required, INSIDE}, {"type", put_type, INSIDE}, {"options", put_options, INSIDE},
    {"chips", put_chips, INSIDE}, {"ticks", put_ticks, INSIDE}, {"empty", put_empty, INSIDE},
    {"off", put_off, INSIDE}, {"checked", put_checked, INSIDE}, {"rows", put_rows, INSIDE},
    {"action", put_action, INSIDE}, {"inputs", put_inputs, INSIDE}};

static const struct piece *piece_named(const char *word, size_t n)
{
	for (size_t i = 0; i < sizeof pieces / sizeof pieces[0]; i++)
		if (strlen(pieces[i].word) == n && strncmp(pieces[i].word, word, n) == 0)
			return &pieces[i];
	return NULL;
}

/* templates/input/NAME.html, each {{=word}} of it replaced. */
static void put_skeleton(const struct asked *a, const char *name, struct buf *out)
{
	char path[ARGUMENT_MAX];
	snprintf(path, sizeof path, "templates/" TEMPLATE_WORDS "%s.html", name);
	const struct asset *asset = asset_find(path);
	const char *s = asset ? (const char *)asset->p : "{{=missing}}";
	const char *end = s + (asset ? asset->n : strlen(s));
	while (end > s && end[-1] == '\n')
		end--;
	for (const char *open; s < end; s = open) {
		open = memmem(s, (size_t)(end - s), "{{=", 3);
		buf_add(out, s, (size_t)((open ? open : end) - s));
		const char *close = open ? memmem(open, (size_t)(end - open), "}}", 2) : NULL;
		if (!close)
			return;
		const struct piece *p = piece_named(open + 3, (size_t)(close - open) - 3);
		if (p)
			p->put(a, out);
		else
			buf_add(out, open, (size_t)(close - open) + 2); /* refused where it is compiled */
		open = close + 2;
	}
}

/* The skeleton that fits the type of a field, unless the tag names another. */
static const char *drawn_as(const struct asked *a)
{
	const struct field *f = a->field;
	if (a->as)
		return a->as;
	if (f->choices && f->look)
		return f->look;
	switch (f->type) {
	case FT_longtext:
		return "area";
	case FT_flag:
		return "tick";
	case FT_choice:
	case FT_ref:
	case FT_link:
		return "select";
	case FT_refs:
		return "ticks";
	case FT_words:
		return f->choices ? "ticks" : f->max ? "area" : "line";
	case FT_number:
		return f->choices ? "chips" : "line";
	case FT_text:
	case FT_instant:
	case FT_date:
	case FT_json:
	case FT_derived:
		break;
	}
	return "line";
}

bool template_word(const char *word, const char *rest, enum lang lang, struct buf *out, char error[256])
{
	struct asked a = {.lang = lang};
	const struct piece *p = piece_named(word, strlen(word));
	if (!understand(&a, rest, error))
		return false;
	if (p && p->said == (a.field ? OF_FIELD : OF_ACTION)) {
		p->put(&a, out);
		return true;
	}
	snprintf(error, 256, "this names %s; there is no such word of it", a.field ? "a field" : "an action");
	return false;
}
