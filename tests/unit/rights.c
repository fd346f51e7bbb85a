/* Who reads, who sets, who does: what the rows of kinds, actions, settings, reads and
 * routes say, one line each, so that a changed right is one changed line.  Kept in
 * tests/golden/rights.txt; tests/rights.mjs holds the program to it. */
#include <stdio.h>
#include <string.h>

#include "record/store.h"
#include "rules/settings.h"
#include "web/app.h"

static const char legend[] =
    "# Who reads, who sets, who does: what the rows say (tests/unit/rights.c), taken over by\n"
    "# `make golden`.  tests/rights.mjs holds the program to it.\n"
    "#\n"
    "# promise /promises      a record, and its path: R is read, C is made, P is changed\n"
    "# promise.text           a field: R is read, C is set when it is made, P is changed\n"
    "# decision.options[].n   a part of one: set with it, w read as the field writes it\n"
    "# promise.move           an action: does it, or if one of its guards agrees\n"
    "# promise.move(due)      what is given with it\n"
    "#\n"
    "# In small, if a function of the row agrees: it is of the author, the officer, about\n"
    "# what the client was told.  o: when opened, not in a list.  t: in other words than ours.\n"
    "# -: never.  \"member=\" and \"contact=\" stand before the record of themselves, \"agreeing\"\n"
    "# is a contact who may agree for the client.\n";

#define NAME_WIDTH 48
#define CELL_WIDTH 8
#define CELL_MAX 16

static const struct caller {
	const char *name;
	struct who who;
	bool own; /* it is their own record */
} callers[] = {
    {"lead", {.id = 1, .role = LEAD}, false},
    {"member", {.id = 1, .role = MEMBER}, false},
    {"member=", {.id = 1, .role = MEMBER}, true},
    {"contact", {.id = 1, .role = CONTACT}, false},
    {"contact=", {.id = 1, .role = CONTACT}, true},
    {"agreeing", {.id = 1, .role = CONTACT, .can_agree = true}, false},
};
#define CALLERS (sizeof callers / sizeof callers[0])

static const struct record theirs = {.id = 1};

static unsigned bits_of(const struct kind *k, const struct caller *by, bool creating)
{
	const struct ctx c = {.who = by->who};
	return caller_bits(&c, k, by->own && !creating ? &theirs : NULL);
}

/* Only a person has a record that is their own. */
static bool stands_before(const struct kind *k, const struct caller *by)
{
	return !by->own || (k && k->is_person);
}

/* ---- lines ------------------------------------------------------------------------- */

static void name(const char *s)
{
	printf("%-*s ", NAME_WIDTH, s);
}

static void cell(const char *s, bool last)
{
	if (last)
		printf("%s\n", *s ? s : "-");
	else
		printf("%-*s ", CELL_WIDTH, *s ? s : "-");
}

/* One line: what `says` puts into the cell of each caller. */
typedef void cell_says(const struct kind *k, const void *row, const struct caller *by, char *ret);

static void line(const char *of, const struct kind *k, const void *row, cell_says *says)
{
	name(of);
	for (size_t i = 0; i < CALLERS; i++) {
		char text[CELL_MAX] = "";
		if (stands_before(k, &callers[i]))
			says(k, row, &callers[i], text);
		if (stands_before(k, &callers[i]))
			cell(text, i == CALLERS - 1);
	}
}

static void name_says(const struct kind *k, const void *row, const struct caller *by, char *ret)
{
	(void)k;
	(void)row;
	snprintf(ret, CELL_MAX, "%s", by->name);
}

static void add(char *ret, bool may, char how)
{
	size_t n = strlen(ret);
	if (may)
		ret[n] = how;
}

/* ---- records and fields -------------------------------------------------------------- */

static char on(bool condition, char letter)
{
	return condition ? (char)(letter - 'A' + 'a') : letter;
}

static bool is_read(const struct kind *k, const struct caller *by)
{
	return by->who.role != CONTACT || k->portal || by->own;
}

static void set_says(const struct kind *k, const struct field *f, const struct caller *by, char *ret)
{
	bool some_create = k->create_by & bits_of(k, by, true);
	add(ret, some_create && (f->create & bits_of(k, by, true)), on(k->may, 'C'));
	add(ret, f->patch & bits_of(k, by, false), on(k->may, 'P'));
}

static void record_says(const struct kind *k, const void *row, const struct caller *by, char *ret)
{
	(void)row;
	bool patched = false;
	for (const struct field *f = k->fields; f->name; f++)
		patched |= f->patch & bits_of(k, by, false);
	bool client = by->who.role == CONTACT;
	add(ret, is_read(k, by), on(client ? !by->own : k->staff != NULL, 'R'));
	add(ret, k->create_by & bits_of(k, by, true), on(k->may, 'C'));
	add(ret, patched, on(k->may, 'P'));
}

static bool shown(const struct field *f, const struct caller *by, bool whole)
{
	const struct ctx c = {.who = by->who};
	struct field always = *f;
	always.portal_if = always.staff_if = NULL; /* which need a record */
	return field_shown(&c, &always, NULL, whole);
}

static void field_says(const struct kind *k, const void *row, const struct caller *by, char *ret)
{
	const struct field *f = row;
	bool client = by->who.role == CONTACT;
	bool read = is_read(k, by) && shown(f, by, true);
	add(ret, read, on(client ? f->portal_if : f->staff_if, 'R'));
	add(ret, read && !shown(f, by, false), 'o');
	add(ret, read && client && f->portal_text, 't');
	set_says(k, f, by, ret);
}

struct part {
	const struct field *of, *part;
};

static void part_says(const struct kind *k, const void *row, const struct caller *by, char *ret)
{
	const struct part *p = row;
	add(ret, is_read(k, by) && shown(p->of, by, true), 'w');
	if (!p->part->create || (p->part->create & bits_of(k, by, false)))
		set_says(k, p->of, by, ret);
}

static void parts(const struct kind *k, const struct field *of, const char *prefix, const struct field *list)
{
	for (const struct field *f = list; f && f->name; f++) {
		char path[120];
		snprintf(path, sizeof path, "%s[].%s", prefix, f->name);
		line(path, k, &(struct part){of, f}, part_says);
		parts(k, of, path, f->parts);
	}
}

static void fields(const struct kind *k)
{
	for (const struct field *f = k->fields; f->name; f++) {
		char path[120];
		snprintf(path, sizeof path, "%s.%s", k->name, f->name);
		line(path, k, f, field_says);
		parts(k, f, path, f->parts);
	}
}

/* ---- actions ------------------------------------------------------------------------- */

/* A guard of it refuses as a right does: "author_only", or as if nothing were there. */
static bool asks_who(const struct action *a)
{
	for (const struct guard *g = a->guards; g && g->code; g++)
		if (code_find(g->code)->status == 403 || code_find(g->code)->status == 404)
			return true;
	return false;
}

static void action_says(const struct kind *k, const void *row, const struct caller *by, char *ret)
{
	const struct action *a = row;
	if (a->who & bits_of(k, by, false))
		snprintf(ret, CELL_MAX, "%s", asks_who(a) ? "if" : "does");
}

struct input {
	const struct action *of;
	const struct field *input;
};

static void input_says(const struct kind *k, const void *row, const struct caller *by, char *ret)
{
	const struct input *in = row;
	unsigned bits = bits_of(k, by, false);
	if ((in->of->who & bits) && (!in->input->create || (in->input->create & bits)))
		snprintf(ret, CELL_MAX, "gives");
}

static void inputs(const struct kind *k, const struct action *a, const char *inside, const struct field *list)
{
	for (const struct field *f = list; f && f->name; f++) {
		char path[80], whole[160];
		snprintf(path, sizeof path, "%s%s", inside, f->name);
		snprintf(whole, sizeof whole, "%s.%s(%s)", k->name, a->name, path);
		line(whole, k, &(struct input){a, f}, input_says);
		snprintf(whole, sizeof whole, "%s[].", path);
		inputs(k, a, whole, f->parts);
	}
}

static void actions(const struct kind *k)
{
	for (const struct action *a = k->actions; a && a->name; a++) {
		char path[120];
		snprintf(path, sizeof path, "%s.%s", k->name, a->name);
		line(path, k, a, action_says);
		inputs(k, a, "", a->inputs);
	}
}

/* ---- settings, reads, routes ----------------------------------------------------------- */

static void setting_says(const struct kind *k, const void *row, const struct caller *by, char *ret)
{
	(void)k;
	const struct setting *s = row;
	add(ret, by->who.role == LEAD || (by->who.role == MEMBER && !s->leads), 'R');
}

static void read_says(const struct kind *k, const void *row, const struct caller *by, char *ret)
{
	(void)k;
	const struct read *read = row;
	add(ret, read->who & bits_of(&(struct kind){0}, by, true), 'R');
}

static void head(const char *of, const struct kind *k)
{
	printf("\n");
	line(of, k, NULL, name_says);
}

static void route(const struct route *r)
{
	static const char *const needs[] = {"nobody", "anyone", "staff", "lead"};
	printf("%-6s%-*s %s", r->method, NAME_WIDTH - 6, r->path, needs[r->need]);
	printf("%s%s%s%s%s%s\n", r->writes ? ", writes" : "", r->marks ? ", marks" : "",
	    r->own_input ? ", reads its input itself" : "", r->searches ? ", searches" : "",
	    r->slow ? ", slow" : "", r->fits ? ", the rows of reads" : "");
}

int main(void)
{
	printf("%s", legend);
	for (int i = 0; kinds[i]; i++) {
		head("", kinds[i]);
		char path[120];
		snprintf(path, sizeof path, "%s /%s", kinds[i]->name, kinds[i]->plural);
		line(path, kinds[i], NULL, record_says);
		fields(kinds[i]);
		actions(kinds[i]);
	}
	head("# what a firm may set", NULL);
	for (const struct setting *s = setting_rows; s->key; s++) {
		char path[120];
		snprintf(path, sizeof path, "settings.%s", s->key);
		line(path, NULL, s, setting_says);
	}
	head("# derived reads, and their pages", NULL);
	for (const struct read *read = reads; read->path; read++) {
		char path[120];
		snprintf(path, sizeof path, "/api/v1%s", read->path);
		line(path, NULL, read, read_says);
		if (read->page)
			line(read->page, NULL, read, read_says);
	}
	printf("\n%-*s %s\n", NAME_WIDTH, "# routes, the first that fits", "whom they need");
	for (const struct route *r = routes; r->method; r++)
		route(r);
	return 0;
}
