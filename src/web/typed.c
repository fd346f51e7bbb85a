/* A form that came back, drawn by its rows with what was typed in it. */
#include "web/typed.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "web/inputs.h"
#include "web/parts.h"
#include "web/session.h"

SQL(contacts_to_choose, "SELECT id, name, active FROM person WHERE client_id = $1 ORDER BY id LIMIT 200");

#define CARRIED_MAX (256 << 10) /* bytes of a form; beyond, it is told, and not carried */
#define INPUTS_MAX 1000         /* no form of ours has so many */
#define WORTH_SHOWING 20        /* letters, of what no row knows */

/* A form under way: its inputs by name, without what follows a colon in it, each
 * {"name": as it was sent, "values": […]}, in the order in which they came. */
struct typing {
	struct req *r;
	const struct refusal *why; /* NULL: nothing was refused */
	const struct kind *kind;   /* NULL: no kind's */
	const struct field *rows;
	json_t *inputs, *was;     /* was: by name, what the form opened on */
	const char *rev, *opened; /* … as it came, with the revision; NULL: no correction */
	int64_t client;
	int n;           /* pairs so far */
	bool reads;      /* the records can be asked */
	const char *now; /* what a colleague wrote into the input under way; NULL */
	struct view *fields;
};

/* ---- names and texts -------------------------------------------------------------- */

static const char *without_type(struct req *r, const char *name)
{
	return arena_strndup(http_arena(r->x), name, strcspn(name, ":"));
}

/* "options.0.label": the row of its last part; ret_n is the number in it, -1 none. */
static const struct field *row_of(const struct typing *t, const char *name, int *ret_n)
{
	const struct field *rows = t->rows, *row = NULL;
	*ret_n = -1;
	for (const char *s = name; *s; s += strcspn(s, "."), s += *s == '.') {
		const char *part = arena_strndup(http_arena(t->r->x), s, strcspn(s, "."));
		if (row && isdigit((unsigned char)*part)) {
			*ret_n =
			    (int)strtol(arena_strndup(http_arena(t->r->x), part, strnlen(part, 6)), NULL, 10);
			continue;
		}
		row = rows ? field_named(rows, part) : NULL;
		if (!row && s == name && t->kind) /* a form that is no action's names what it corrects */
			row = field_named(t->kind->fields, part);
		if (!row)
			return NULL;
		rows = row->parts;
	}
	return row;
}

static const char *refused_as(const struct typing *t, const char *name, const char **ret_label)
{
	for (int i = 0; t->why && i < t->why->nfields; i++)
		if (strcmp(t->why->field[i].field, name) == 0) {
			*ret_label = t->why->field[i].label;
			return reason_said(t->r->lang, t->why->field[i].reason);
		}
	return NULL;
}

static const char *digest_of(struct arena *a, const char *text)
{
	uint32_t h = 2166136261u; /* FNV-1a */
	for (const char *s = text_trim(a, text); *s; s++)
		h = (h ^ (unsigned char)*s) * 16777619u;
	return arena_printf(a, "%08x", (unsigned)h);
}

const char *texts_digest(struct arena *a, const json_t *texts)
{
	struct buf b = {.max = 1 << 20};
	const char *name;
	json_t *text;
	json_object_foreach((json_t *)texts, name, text)
	    buf_printf(&b, "%s=%s;", name, digest_of(a, json_string_value(text)));
	return buf_take(&b, a, "");
}

static json_t *digest_read(struct req *r, const char *text)
{
	json_t *was = json_lent(http_arena(r->x), json_object());
	for (const char *s = text; *s; s += strcspn(s, ";"), s += *s == ';') {
		size_t n = strcspn(s, "=;");
		if (s[n] == '=')
			json_object_set_new(was, arena_strndup(http_arena(r->x), s, n),
			    json_stringn(s + n + 1, strcspn(s + n + 1, ";")));
	}
	return was;
}

bool text_is_as_opened(struct req *r, const char *digest, const char *name, const char *text)
{
	const char *was = digest ? text_in(digest_read(r, digest), name) : NULL;
	return was && strcmp(digest_of(r->c->arena, text), was) == 0;
}

/* ---- what came ------------------------------------------------------------------------ */

static bool is_ours(const char *name)
{
	return strcmp(name, "csrf") == 0 || strcmp(name, "hints_ok") == 0;
}

static bool is_secret(const struct typing *t, const char *name)
{
	int n;
	const struct field *row = row_of(t, name, &n);
	return row && row->look && strcmp(row->look, "password") == 0;
}

static bool take_input(struct req *r, const char *name, const char *value, void *user)
{
	struct typing *t = user;
	const char *base = without_type(r, name);
	if (++t->n > INPUTS_MAX)
		return false;
	if (is_ours(name))
		return true;
	if (strcmp(name, "rev") == 0) {
		t->rev = value;
		return true;
	}
	if (strcmp(name, "was") == 0) {
		t->was = digest_read(r, t->opened = value);
		return true;
	}
	json_t *input = json_object_get(t->inputs, base);
	if (!input)
		json_object_set_new(
		    t->inputs, base, input = json_pack("{s:s, s:[]}", "name", name, "values"));
	if (!is_secret(t, base))
		json_array_append_new(json_object_get(input, "values"), json_string(value));
	return true;
}

/* Whether something was typed of that list: "emails.0.address". */
static bool has_parts(const struct typing *t, const char *list)
{
	const char *base;
	json_t *input;
	size_t n = strlen(list);
	json_object_foreach(t->inputs, base, input)
	{
		if (strncmp(base, list, n) == 0 && base[n] == '.')
			return true;
	}
	return false;
}

/* What is missing has its input too. */
static void add_missing(struct typing *t)
{
	for (int i = 0; t->why && i < t->why->nfields; i++) {
		const char *name = t->why->field[i].field;
		int n;
		if (row_of(t, name, &n) && !json_object_get(t->inputs, name) && !has_parts(t, name))
			json_object_set_new(
			    t->inputs, name, json_pack("{s:s, s:[s]}", "name", name, "values", ""));
	}
}

static bool is_worth_showing(const char *text)
{
	return text_length(text) >= WORTH_SHOWING && strchr(text, ' ');
}

/* ---- drawing ---------------------------------------------------------------------------- */

static const char *value_at(const json_t *values, size_t i)
{
	const char *s = json_string_value(json_array_get(values, i));
	return s ? s : "";
}

static bool is_empty(const json_t *values)
{
	for (size_t i = 0; i < json_array_size(values); i++)
		if (*value_at(values, i))
			return false;
	return true;
}

static bool has_value(const json_t *values, const char *value)
{
	for (size_t i = 0; i < json_array_size(values); i++)
		if (strcmp(value_at(values, i), value) == 0)
			return true;
	return false;
}

/* At its place: rows of a list are told apart, and filled in, by what comes first. */
static void hide(struct typing *t, const char *name, const json_t *values)
{
	struct view *hidden = view_list(view_add(t->fields), "hidden");
	for (size_t i = 0; i < json_array_size(values); i++) {
		struct view *input = view_add(hidden);
		view_text(input, "name", name);
		view_text(input, "value", value_at(values, i));
	}
}

static void choice_option(struct view *list, const char *value, const char *text, bool on)
{
	struct view *o = view_add(list);
	view_text(o, "value", value);
	view_text(o, "text", text);
	view_flag(o, "on", on);
}

static void choices_list(struct typing *t, struct view *list, const struct field *f, const json_t *values)
{
	bool contact = t->r->who.role == CONTACT;
	for (const struct choice *one = f->choices; one->name; one++)
		choice_option(list, one->name,
		    tr(t->r->lang, contact && one->theirs ? one->theirs : one->text),
		    has_value(values, one->name));
}

static void named_options(
    struct typing *t, struct view *list, const struct field *f, const struct named *all, const json_t *values)
{
	for (; all; all = all->next) {
		const char *id = arena_printf(t->r->c->arena, "%lld", (long long)all->id);
		bool on = has_value(values, id);
		if ((on || !all->over) &&
		    (!f->accepts || f->accepts(t->r->c, record_get(t->r->c, f->to, all->id))))
			choice_option(list, id, all->name, on);
	}
}

/* Whom or what it may lead to; false: of too many kinds to tell, or no one of us reads. */
static bool records_list(struct typing *t, struct view *list, const struct field *f, const json_t *values)
{
	if (!t->reads || t->r->who.role == CONTACT)
		return false;
	if (f->to == &person_kind) {
		named_options(t, list, f, staff_named(t->r->c), values);
		named_options(t, list, f,
		    names_read(t->r->c, db_query(t->r->c->db, &contacts_to_choose, "i", t->client)), values);
	} else if (f->to == &mandate_kind) {
		named_options(t, list, f, mandates_named(t->r, t->client), values);
	}
	return view_is_true(list);
}

static struct view *field_begin(struct typing *t, const struct field *row, const char *base, int n)
{
	struct view *v = view_add(t->fields);
	const char *label = row ? row->label : NULL, *why = refused_as(t, base, &label);
	label = label ? tr(t->r->lang, label) : why ? base : tr(t->r->lang, N_("What you had written"));
	view_text(v, "label", n >= 0 ? arena_printf(http_arena(t->r->x), "%s (%d)", label, n + 1) : label);
	view_text(v, "why", why);
	view_text(v, "now", t->now);
	t->now = NULL;
	return v;
}

static const char *line_type(const struct typing *t, const struct field *row, const char *value)
{
	day d;
	instant at;
	if (row && row->look && !row->choices)
		return row->look;
	if (row && row->type == FT_date && (!*value || day_parse(value, &d)))
		return "date";
	if (row && row->type == FT_instant &&
	    (!*value || (strlen(value) == strlen("2027-03-08T09:04") &&
			    instant_parse(&t->r->c->firm->calendar.zone, value, &at))))
		return "datetime-local";
	return "text";
}

/* Each text in its own input; long ones, and those of several lines, in a box. */
static void put_texts(struct typing *t, const struct field *row, const char *base, const char *name,
    const json_t *values, int n)
{
	size_t count = json_array_size(values);
	for (size_t i = 0; i < (count ? count : 1); i++) {
		const char *value = value_at(values, i);
		struct view *v = field_begin(t, row, base, n);
		bool lines = (row && row->type == FT_longtext) || strchr(value, '\n') ||
			     strstr(name, ":lines") || text_length(value) > 200;
		struct view *drawn = view_map(v, lines ? "area" : "line");
		view_text(drawn, "name", name);
		view_text(drawn, "value", value);
		view_int(drawn, "rows", text_length(value) > 300 ? 8 : 3);
		if (!lines)
			view_text(drawn, "type", line_type(t, row, value));
	}
}

/* One of several, or some of them. */
static struct view *put_choices(
    struct typing *t, const struct field *row, const char *base, const char *name, bool some, int n)
{
	struct view *v = field_begin(t, row, base, n), *drawn = view_map(v, some ? "ticks" : "select");
	view_text(drawn, "name", name);
	view_flag(drawn, "may_be_none", !row->required);
	return drawn;
}

static void put_flag(struct typing *t, const struct field *row, const char *base, const char *name,
    const json_t *values, int n)
{
	const char *last = value_at(values, json_array_size(values) - 1);
	bool on = strcmp(last, "true") == 0 || strcmp(last, "on") == 0 || strcmp(last, "1") == 0;
	if (!*last || !row->label) {
		hide(t, name, values);
		return;
	}
	struct view *v = field_begin(t, row, base, n), *drawn = view_map(v, "tick");
	view_text(drawn, "name", name);
	view_flag(drawn, "on", on);
}

static void put_records(struct typing *t, const struct field *row, const char *base, const char *name,
    const json_t *values, int n)
{
	struct view *apart = view_list(view_new(http_arena(t->r->x)), "choices");
	if (!records_list(t, apart, row, values)) {
		hide(t, name, values);
		return;
	}
	struct view *drawn = put_choices(t, row, base, name, row->type == FT_refs, n);
	records_list(t, view_list(drawn, "choices"), row, values);
}

/* "emails.2.label", where nothing was typed into the others of "emails.2.". */
static bool row_is_blank(struct typing *t, const char *base)
{
	const char *name, *end = strrchr(base, '.');
	json_t *input;
	size_t length = end ? (size_t)(end - base) + 1 : 0;
	json_object_foreach(t->inputs, name, input)
	{
		int n;
		const struct field *row = row_of(t, name, &n);
		if (strncmp(name, base, length) == 0 && !(row && row->choices) &&
		    !is_empty(json_object_get(input, "values")))
			return false;
	}
	return true;
}

static void put_input(struct typing *t, const struct field *row, const char *base, const char *name,
    const json_t *values, int n)
{
	const char *label, *why = refused_as(t, base, &label);
	bool blank = is_empty(values) || (n >= 0 && row && row->choices && row_is_blank(t, base));
	if (blank && !why && !t->now) { /* nothing was typed there */
		hide(t, name, values);
	} else if (!row || !row->label || row->type == FT_link || row->type == FT_json ||
		   row->type == FT_derived) {
		if ((!row && is_worth_showing(value_at(values, 0))) || why)
			put_texts(t, NULL, base, name, values, n);
		else
			hide(t, name, values);
	} else if (row->type == FT_flag) {
		put_flag(t, row, base, name, values, n);
	} else if (row->type == FT_ref || row->type == FT_refs) {
		put_records(t, row, base, name, values, n);
	} else if (row->choices) {
		choices_list(t,
		    view_list(put_choices(t, row, base, name, row->type == FT_words, n), "choices"), row,
		    values);
	} else {
		put_texts(t, row, base, name, values, n);
	}
}

/* ---- what a colleague wrote meanwhile -------------------------------------------------------- */

static int before(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

const char *lines_sorted(struct arena *a, const char *text)
{
	const char *lines[LIST_MAX], *line, *all = "";
	int n = 0;
	while (n < LIST_MAX && (line = text_line(a, &text)))
		if (*line)
			lines[n++] = line;
	qsort(lines, (size_t)n, sizeof lines[0], before);
	for (int i = 0; i < n; i++)
		all = arena_printf(a, "%s%s%s", all, *all ? "\n" : "", lines[i]);
	return all;
}

/* A list from which some are chosen: their order says nothing. */
static bool is_chosen_from(const struct field *row, const char *name)
{
	return row ? row->type == FT_refs || (row->type == FT_words && row->choices)
		   : strstr(name, ":numbers") != NULL;
}

static const char *joined(struct req *r, const struct field *row, const char *name, const json_t *values)
{
	struct buf b = {.max = 1 << 20};
	if (row && row->type == FT_flag) /* a tick comes after a hidden "false" */
		return value_at(values, json_array_size(values) - 1);
	for (size_t i = 0; i < json_array_size(values); i++)
		if (*value_at(values, i))
			buf_printf(&b, "%s%s", b.n ? "\n" : "", value_at(values, i));
	const char *all = text_trim(http_arena(r->x), buf_take(&b, http_arena(r->x), ""));
	return is_chosen_from(row, name) ? lines_sorted(http_arena(r->x), all) : all;
}

static json_t *lines_of(struct arena *a, const char *text)
{
	json_t *lines = json_lent(a, json_array());
	for (const char *line; (line = text_line(a, &text));)
		json_array_append_new(lines, json_string(line));
	return lines;
}

static const char *one_said(const struct typing *t, const struct field *row, const char *now)
{
	if (row->type == FT_flag)
		return tr(t->r->lang, strcmp(now, "true") == 0 ? N_("yes") : N_("no"));
	if (row->type == FT_ref || row->type == FT_refs) {
		const void *rec = record_find(t->r->c, row->to, now);
		const char *name = rec ? record_about(t->r->c, row->to, rec) : NULL;
		return name ? name : now;
	}
	for (const struct choice *one = row->choices; one && one->name; one++)
		if (strcmp(one->name, now) == 0)
			return tr(t->r->lang, one->text);
	return now;
}

static const char *now_said(const struct typing *t, const struct field *row, const char *now)
{
	struct arena *a = http_arena(t->r->x);
	if (!*now)
		return tr(t->r->lang, N_("nothing"));
	if (!row || !is_chosen_from(row, row->name))
		return row ? one_said(t, row, now) : now;
	const char *all = NULL;
	json_t *lines = lines_of(a, now);
	for (size_t i = 0; i < json_array_size(lines); i++) {
		const char *one = one_said(t, row, value_at(lines, i));
		all = all ? arena_printf(a, "%s, %s", all, one) : one;
	}
	return all;
}

/* What was not touched here is what stands there now; what both changed stands beside.
 * Of a list, what a colleague took away is empty now, and what they added stands where
 * nothing was typed. */
static const json_t *with_now(
    struct typing *t, const struct field *row, const char *base, json_t *input, int n)
{
	struct arena *a = http_arena(t->r->x);
	const json_t *values = json_object_get(input, "values");
	const char *now = text_in(t->r->form.now, base), *was = text_in(t->was, base),
		   *name = text_in(input, "name"), *typed = joined(t->r, row, name, values);
	if (!now && n >= 0 && was && t->r->form.now)
		now = "";
	if (!now || strcmp(typed, text_trim(a, now)) == 0)
		return values;
	bool untouched = was ? strcmp(digest_of(a, typed), was) == 0 : n >= 0 && row_is_blank(t, base);
	if (untouched)
		return is_chosen_from(row, name) ? lines_of(a, now) : json_lent(a, json_pack("[s]", now));
	if (!was || strcmp(digest_of(a, now), was) != 0)
		t->now = now_said(t, row, now);
	return values;
}

/* "emails.2.label" of the first of its list, "emails.0.label". */
static const char *of_the_first(struct arena *a, const char *base)
{
	const char *last = strrchr(base, '.'), *n = last;
	while (n && n > base && isdigit((unsigned char)n[-1]))
		n--;
	if (!n || n == last || n == base || n[-1] != '.')
		return NULL;
	return arena_printf(a, "%.*s0%s", (int)(n - base), base, last);
}

/* What a colleague added to a list of which fewer stood in the form. */
static void add_of_now(struct typing *t)
{
	const char *base;
	json_t *now;
	json_object_foreach((json_t *)t->r->form.now, base, now)
	{
		const char *first = of_the_first(http_arena(t->r->x), base);
		const char *name = first ? text_in(json_object_get(t->inputs, first), "name") : NULL;
		if (name && !json_object_get(t->inputs, base))
			json_object_set_new(t->inputs, base,
			    json_pack("{s:s+, s:[O]}", "name", base, name + strlen(first), "values", now));
	}
}

static void put_all(struct typing *t)
{
	const char *base;
	json_t *input;
	add_of_now(t);
	json_object_foreach(t->inputs, base, input)
	{
		int n;
		const struct field *row = row_of(t, base, &n);
		const json_t *values = with_now(t, row, base, input, n);
		put_input(t, row, base, text_in(input, "name"), values, n);
		t->now = NULL;
	}
}

/* ---- the form ------------------------------------------------------------------------------------ */

/* "/a/promises/7/move": its rows, and the client it is about. */
static bool find_rows(struct typing *t, const char *path)
{
	struct req *r = t->r;
	const struct route *route;
	memset(r->arg, 0, sizeof r->arg);
	if (strncmp(path, "/a/", 3) != 0 || !is_own_path(path) || !(route = route_of_form(r, path)))
		return false;
	char *what = arena_strdup(http_arena(r->x), path + 3), *id = strchr(what, '/'),
	     *verb = id ? strchr(id + 1, '/') : NULL;
	if (id)
		*id++ = 0;
	if (verb)
		*verb++ = 0;
	t->kind = kind_named(what);
	t->rows = route->inputs ? route->inputs : input_rows(what, !id ? "create" : verb ? verb : id);
	const void *rec = t->reads && t->kind && verb ? record_find(r->c, t->kind, id) : NULL;
	t->client = rec ? record_client(t->kind, rec) : 0;
	return true;
}

/* What the form as a whole is for now, and what it opens on. */
static void purpose_view(struct typing *t, struct view *form)
{
	const json_t *now = t->r->form.now;
	bool sure = t->why && t->why->hints, both = t->why && t->why->code->status == 412;
	view_text(form, "as", sure ? "sure" : both ? "both" : "again");
	view_flag(form, "sure", sure);
	view_text(form, "button",
	    tr(t->r->lang, sure     ? N_("Say it anyway")
			   : both   ? N_("Keep it like this")
			   : t->why ? N_("Send it again")
				    : N_("Send")));
	view_text(form, "rev", now ? text_in(now, "rev") : t->rev);
	view_text(form, "was", now ? texts_digest(http_arena(t->r->x), now) : t->opened);
}

/* Only an answer that a handler gives may ask the records: before it nobody is known,
 * after it the desk has gone on to others. */
static bool may_read(const struct refusal *why)
{
	return !why || why->code->status == 409 || why->code->status == 412 || why->code->status == 422;
}

void typed_view(struct req *r, struct view *v, const struct refusal *why)
{
	size_t size;
	const char *path = r->form.path ? r->form.path : http_path(r->x);
	const char *body = r->form.path ? r->form.body : http_body(r->x, &size);
	struct typing t = {.r = r, .why = why, .reads = may_read(why)};
	if ((!r->form.path && strcmp(http_method(r->x), "POST") != 0) || !is_from_here(r) ||
	    !find_rows(&t, path))
		return;
	t.inputs = json_lent(http_arena(r->x), json_object());
	if (!pairs_each(r, body, take_input, &t))
		return;
	const char *client = value_at(json_object_get(json_object_get(t.inputs, "client_id"), "values"), 0);
	if (t.reads && *client && r->who.role != CONTACT && record_find(r->c, &client_kind, client))
		t.client = strtoll(client, NULL, 10);
	add_missing(&t);
	struct view *form = view_map(v, "typed");
	t.fields = view_list(form, "fields");
	view_text(form, "action", path);
	put_all(&t);
	purpose_view(&t, form);
}

/* ---- through a log-in ------------------------------------------------------------------------------ */

struct carrying {
	struct typing *typing;
	struct buf *out;
	json_t *texts; /* what is worth reading of it */
};

static bool carry(struct req *r, const char *name, const char *value, void *user)
{
	struct carrying *c = user;
	if (strcmp(name, "csrf") == 0 || is_secret(c->typing, without_type(r, name)))
		return true;
	if (is_worth_showing(value))
		json_array_append_new(c->texts, json_string(value));
	buf_printf(c->out, "%s%s=%s", c->out->n ? "&" : "", url_encoded(http_arena(r->x), name),
	    url_encoded(http_arena(r->x), value));
	return true;
}

/* This request's own form, or the one that it carries; false: none that we give back. */
static bool find_carried(struct req *r, struct sent_form *ret)
{
	size_t size = 0;
	struct typing t = {.r = r};
	const char *path = r->input ? input_value(r, "form_path") : NULL;
	ret->path = path ? path : http_path(r->x);
	ret->body = path ? input_value(r, "form_body") : http_body(r->x, &size);
	return strcmp(http_method(r->x), "POST") == 0 && is_from_here(r) && ret->body &&
	       strlen(ret->body) <= CARRIED_MAX && find_rows(&t, ret->path);
}

void carried_view(struct req *r, struct view *v)
{
	struct sent_form form;
	struct typing t = {.r = r};
	struct buf b = {.max = 4 * CARRIED_MAX};
	struct carrying c = {&t, &b, json_lent(http_arena(r->x), json_array())};
	if (!find_carried(r, &form) || !find_rows(&t, form.path))
		return;
	bool sound = pairs_each(r, form.body, carry, &c);
	const char *body = buf_take(&b, http_arena(r->x), "");
	if (!sound || !*body)
		return;
	struct view *carried = view_map(v, "carried");
	view_text(carried, "path", form.path);
	view_text(carried, "body", body);
	texts_view(carried, "texts", c.texts);
}

bool carried_again(struct req *r)
{
	if (!input_value(r, "form_path") || !find_carried(r, &r->form)) {
		r->form = (struct sent_form){0};
		return false;
	}
	const char *sentence = tr(r->lang, N_("Here is what you had written: nothing was sent yet."));
	(is_for_clients(r) ? faces.clients : faces.staff)(r, NULL, sentence);
	return true;
}
