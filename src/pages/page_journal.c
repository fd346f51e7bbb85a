/* The journal as a page: what was done, by whom, when, the latest first; and,
 * when a lead asks, whether its chain is whole. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "pages/pages.h"
#include "rules/writing.h"
#include "pages/exchanges.h"

SQL(journal_lines,
    "SELECT a.id, a.at, p.name, a.rule, a.action, a.kind, a.record_id, a.field, a.old, a.new, a.reason "
    "FROM audit a LEFT JOIN person p ON p.id = a.who_id WHERE a.id < $1 AND (a.who_id = $2 OR $2 = 0) "
    "AND (a.action = $3 OR $3 = '') AND (a.kind = $4 OR $4 = '') AND (a.record_id = $5 OR $5 = 0) AND a.at "
    ">= $6 "
    "ORDER BY a.id DESC LIMIT $7");

#define LINES_READ 100

struct journal_filter {
	const char *action, *record, *since; /* as they were asked; "" when not */
	const char *kind;
	int64_t record_id, who, before;
	instant from;
};

struct journal_line {
	int64_t id, record_id;
	instant at;
	const char *who, *rule, *action, *kind, *field, *old, *new, *reason;
};

static const char *asked(struct req *r, const char *name)
{
	const char *value = query_value(r, name);
	return value ? value : "";
}

/* What cannot be read filters nothing. */
static struct journal_filter read_filter(struct req *r)
{
	struct journal_filter f = {.action = asked(r, "action"),
	    .record = asked(r, "record"),
	    .since = asked(r, "since"),
	    .kind = "",
	    .before = INT64_MAX};
	f.who = r->who.role == LEAD ? 0 : r->who.id;
	const char *colon = strchr(f.record, ':'), *before = query_value(r, "before");
	if (colon) {
		f.kind = arena_strndup(r->c->arena, f.record, (size_t)(colon - f.record));
		f.record_id = strtoll(colon + 1, NULL, 10);
	}
	if (before)
		f.before = strtoll(before, NULL, 10);
	day since;
	if (day_parse(f.since, &since))
		f.from = day_start(&r->c->firm->calendar, since);
	return f;
}

/* ---- one line --------------------------------------------------------------------- */

static void record_link(struct req *r, struct view *v, const struct journal_line *l)
{
	view_text(v, "record", NULL);
	const struct kind *k = l->kind ? kind_named(l->kind) : NULL;
	const void *rec = k ? record_get(r->c, k, l->record_id) : NULL;
	if (!rec)
		return;
	const char *about = k == &writing_kind ? writing_title(r->c, rec) : record_about(r->c, k, rec);
	if ((!about || !*about) && k == &exchange_kind)
		about = exchange_how(r, rec);
	link_view(v, "record", about && *about ? about : tr(r->lang, k->title), path_of(r, k, l->record_id));
}

/* The journal keeps values as the API writes them; dates are said as people do. */
static const char *value_text(struct req *r, const struct field *f, const char *value)
{
	instant at;
	day d;
	if (!value)
		return "–";
	if (f->type == FT_date && day_parse(value, &d))
		return said_date(r, d);
	if (f->type == FT_instant && instant_parse(&r->c->firm->calendar.zone, value, &at))
		return said_near(r, at);
	return value;
}

/* A setting is kept as JSON. */
static const char *setting_text(struct req *r, const struct journal_line *l)
{
	const struct setting *s = setting_named(l->field);
	json_t *v = l->new ? json_loads(l->new, JSON_DECODE_ANY, NULL) : NULL;
	int64_t numbers[2];
	bool sound = s && setting_read(s, v, numbers);
	json_decref(v);
	return sound ? setting_said(r, s, numbers) : l->new ? l->new : "–";
}

/* Whether somebody wrote that value: of an action of the record's own, an input has
 * its name; elsewhere it may be given to a record, or corrected.  What only follows is
 * told by the action's name and its time. */
static bool was_written(const struct kind *k, const struct field *f, const char *action)
{
	const struct action *a = action_named(k, action);
	return a ? field_named(a->inputs, f->name) != NULL : f->create || f->patch;
}

/* "For when, Friday 5 March → Wednesday 10 March"; NULL for what only follows, and
 * for references. */
static const char *change_text(struct req *r, const struct journal_line *l)
{
	if (l->field && !l->kind) {
		const char *label = setting_label(l->field);
		return phrase(r, N_("%s: %s"), label ? tr(r->lang, label) : l->field, setting_text(r, l));
	}
	const struct kind *k = l->kind && l->field ? kind_named(l->kind) : NULL;
	const struct field *f = k ? field_named(k->fields, l->field) : NULL;
	if (!f || f->type == FT_ref || !f->label || !was_written(k, f, l->action))
		return NULL;
	const char *label = tr(r->lang, f->label);
	bool counts_small = field_is_money(f) || f->in_hours; /* nobody reads those */
	bool is_code = f->type == FT_choice || f->type == FT_flag || f->type == FT_refs || f->type == FT_link;
	if ((!l->old && !l->new) || counts_small || is_code)
		return label; /* of personal text and of codes too, only that it changed */
	return arena_printf(
	    r->c->arena, "%s, %s → %s", label, value_text(r, f, l->old), value_text(r, f, l->new));
}

/* The fields of one change are lines of the journal, and one line here. */
static bool same_change(const struct journal_line *a, const struct journal_line *b)
{
	return a->at == b->at && a->record_id == b->record_id && strcmp(a->action, b->action) == 0 &&
	       strcmp(a->kind ? a->kind : "", b->kind ? b->kind : "") == 0;
}

static void line_view(struct req *r, struct view *v, const struct journal_line *l)
{
	struct wall w = zone_wall(&r->c->firm->calendar.zone, l->at);
	view_text(v, "time", arena_printf(r->c->arena, "%02d:%02d", w.hour, w.minute));
	view_text(v, "who", l->rule || !l->who ? "Entente" : l->who);
	view_text(v, "action", action_said(r, l->kind ? kind_named(l->kind) : NULL, l->action));
	record_link(r, v, l);
	view_text(v, "reason", l->reason);
}

/* ---- the page ------------------------------------------------------------------------ */

static void action_option(
    struct req *r, struct view *list, const struct kind *k, const char *action, const char *on)
{
	struct view *o = view_add(list);
	view_text(o, "value", action);
	view_text(o, "text", action_said(r, k, action));
	view_flag(o, "on", strcmp(action, on) == 0);
}

/* The actions of all kinds, each once, after those that no kind declares. */
static void actions_view(struct req *r, struct view *v, const char *on)
{
	struct view *list = view_list(v, "actions");
	for (const struct deed *d = deeds; d->name; d++)
		action_option(r, list, NULL, d->name, on);
	for (int i = 0; kinds[i]; i++)
		for (const struct action *a = kinds[i]->actions; a && a->name; a++)
			if (action_of_any(a->name) == a)
				action_option(r, list, kinds[i], a->name, on);
}

static void filter_view(struct req *r, struct view *v, const struct journal_filter *f)
{
	struct view *filter = view_map(v, "filter");
	view_text(filter, "record", f->record);
	view_text(filter, "since", f->since);
	actions_view(r, filter, f->action);
}

struct shown_line {
	struct journal_line line;
	struct view *view;
	const char *changes;
};

static void add_change(struct req *r, struct shown_line *shown, const struct journal_line *l)
{
	const char *change = change_text(r, l);
	if (change)
		shown->changes =
		    shown->changes ? arena_printf(r->c->arena, "%s; %s", change, shown->changes) : change;
	view_text(shown->view, "change", shown->changes);
}

/* A head and its lines for each day; gives the id of the last line read, 0 when
 * no more follow. */
static int64_t days_view(struct req *r, struct view *v, const struct journal_filter *f)
{
	struct view *days = view_list(v, "days"), *lines = NULL;
	struct journal_line l = {0};
	struct shown_line last = {0};
	int n = 0;
	struct db_query *q = db_query(r->c->db, &journal_lines, "iittiii", f->before, f->who, f->action,
	    f->kind, f->record_id, f->from, (int64_t)LINES_READ + 1);
	while (db_row(q, "iittttitttt", &l.id, &l.at, &l.who, &l.rule, &l.action, &l.kind, &l.record_id,
	    &l.field, &l.old, &l.new, &l.reason)) {
		if (n++ == LINES_READ) {
			db_done(q);
			return last.line.id;
		}
		day d = day_at(r->c, l.at);
		if (!lines || d != day_at(r->c, last.line.at)) {
			struct view *one = view_add(days);
			view_text(one, "day", said_date(r, d));
			lines = view_list(one, "lines");
		}
		if (!last.view || !same_change(&l, &last.line)) {
			last = (struct shown_line){.view = view_add(lines)};
			line_view(r, last.view, &l);
		}
		last.line = l;
		add_change(r, &last, &l);
	}
	return 0;
}

/* Everything is read for it, so only when asked. */
static const char *verified(struct req *r)
{
	int64_t lines;
	const char *head;
	int64_t bad = audit_verify(r->c->db, r->c->arena, &lines, &head);
	if (bad)
		return phrase(r, N_("Line %lld does not follow from the one before it."), (long long)bad);
	return phrase(r, N_("The chain is whole: %s lines."), say_number(r->c->arena, r->lang, lines));
}

void page_journal(struct req *r)
{
	struct journal_filter f = read_filter(r);
	struct view *v = page_begin(r, tr(r->lang, N_("Log")), NULL);
	bool lead = r->who.role == LEAD;
	if (lead && query_value(r, "verify"))
		view_text(v, "verified", verified(r));
	else if (lead)
		view_text(v, "verify_url", "/journal?verify=1");
	filter_view(r, v, &f);
	int64_t last = days_view(r, v, &f);
	struct arena *m = r->c->arena;
	if (last)
		view_text(v, "older_url",
		    arena_printf(m, "/journal?action=%s&record=%s&since=%s&before=%lld",
			url_encoded(m, f.action), url_encoded(m, f.record), url_encoded(m, f.since),
			(long long)last));
	page_send(r, "journal", v, 200);
}
