/* The year as one quiet band: a column a week, in four parts that stand side by side or,
 * on a phone, under each other.  Above the line what was said, below it what was promised
 * and what went wrong; shape tells before colour does. */
#include "pages/year.h"

#include "base/buf.h"
#include "pages/pages.h"
#include "pages/promises.h"
#include "web/parts.h"

#define PARTS 4
#define PART_WEEKS (YEAR_WEEKS / PARTS)
#define COLUMN 12 /* of the picture's units, as all that follows */
#define BAR 8
#define GROUND 44   /* where columns stand */
#define PROMISES 53 /* the middle of the row of promises */
#define PROBLEMS 66 /* … and of problems */
#define FULL_AT 4   /* exchanges: a fuller week than that makes the others lower */
#define RADIUS 3

/* One path for each kind of mark. */
enum mark { VOICE, WRITTEN, KEPT, MISSED, TOLD_FIRST, FOUND, MARKS };
static const char *const mark_names[MARKS] = {"voice", "written", "kept", "missed", "told", "found"};

struct part {
	struct buf path[MARKS];
	int64_t scale; /* exchanges of a full column */
};

static int64_t scale_of(const struct year *y)
{
	return y->most > FULL_AT ? y->most : FULL_AT;
}

/* ---- drawing ------------------------------------------------------------------------ */

static void draw_bar(struct buf *b, int x, int64_t from, int64_t n, int64_t scale)
{
	int bottom = GROUND - (int)(from * (GROUND - 2) / scale),
	    top = GROUND - (int)((from + n) * (GROUND - 2) / scale);
	if (n > 0)
		buf_printf(b, "M%d %dV%dh%dV%dz", x + (COLUMN - BAR) / 2, bottom,
		    top < bottom - 1 ? top : bottom - 2, BAR, bottom);
}

static void draw_circle(struct buf *b, int x, int y)
{
	buf_printf(b, "M%d %da%d %d 0 1 0 %d 0a%d %d 0 1 0 %d 0z", x - RADIUS, y, RADIUS, RADIUS, 2 * RADIUS,
	    RADIUS, RADIUS, -2 * RADIUS);
}

static void draw_triangle(struct buf *b, int x, int y)
{
	buf_printf(b, "M%d %dl%d %dh%dz", x, y - RADIUS, RADIUS, 2 * RADIUS, -2 * RADIUS);
}

/* Both stand beside each other, one alone in the middle. */
static void draw_pair(struct part *p, int x, int y, enum mark first, int64_t n, int64_t other,
    void (*draw)(struct buf *, int, int))
{
	int middle = x + COLUMN / 2, apart = n && other ? RADIUS : 0;
	if (n)
		draw(&p->path[first], middle - apart, y);
	if (other)
		draw(&p->path[first + 1], middle + apart, y);
}

static void draw_week(struct part *p, int x, const struct week *w)
{
	draw_bar(&p->path[VOICE], x, 0, w->voice, p->scale);
	draw_bar(&p->path[WRITTEN], x, w->voice, w->written, p->scale);
	draw_pair(p, x, PROMISES, KEPT, w->kept, w->missed, draw_circle);
	draw_pair(p, x, PROBLEMS, TOLD_FIRST, w->told_first, w->found, draw_triangle);
}

/* ---- in words ------------------------------------------------------------------------- */

static bool is_empty(const struct week *w)
{
	return w->voice + w->written + w->kept + w->missed + w->told_first + w->found == 0;
}

static const char *week_text(struct req *r, day monday)
{
	return phrase(r, N_("week of %s"), say_mday(r->c->arena, r->lang, monday, r->c->today));
}

static const char *week_url(struct req *r, int64_t client, day monday)
{
	return arena_printf(
	    r->c->arena, "/c/%lld?semaine=%s#volet", (long long)client, day_text(r->c->arena, monday));
}

static void weeks_view(struct req *r, struct view *part, const struct week *w)
{
	struct view *list = view_list(part, "weeks");
	for (int i = 0; i < PART_WEEKS; i++) {
		if (is_empty(&w[i]))
			continue;
		struct view *column = view_add(list);
		view_int(column, "x", i * COLUMN);
		view_text(column, "text", say_mday(r->c->arena, r->lang, w[i].monday, r->c->today));
		view_text(column, "monday", day_text(r->c->arena, w[i].monday));
	}
}

static void part_view(struct req *r, struct view *list, const struct year *y, int from)
{
	struct view *v = view_add(list);
	struct part p = {.scale = scale_of(y)};
	const struct week *w = &y->week[from];
	for (int i = 0; i < MARKS; i++)
		p.path[i].max = 4096;
	for (int i = 0; i < PART_WEEKS; i++)
		draw_week(&p, i * COLUMN, &w[i]);
	for (int i = 0; i < MARKS; i++)
		view_text(v, mark_names[i], buf_take(&p.path[i], r->c->arena, ""));
	view_text(v, "since", say_mday(r->c->arena, r->lang, w[0].monday, r->c->today));
	weeks_view(r, v, w);
}

/* NULL: nothing happened. */
static struct view *picture_view(struct req *r, struct view *v, const struct year *y)
{
	if (y->empty)
		return NULL;
	struct view *year = view_map(v, "year"), *parts = view_list(year, "parts");
	for (int i = 0; i < PARTS; i++)
		part_view(r, parts, y, i * PART_WEEKS);
	view_text(year, "scale", phrase(r, N_("a full column is %d exchanges"), (int)scale_of(y)));
	return year;
}

void year_view(struct req *r, struct view *v, int64_t client)
{
	struct view *year = picture_view(r, v, year_read(r->c, client));
	if (year)
		view_text(year, "table_url", arena_printf(r->c->arena, "/c/%lld/annee", (long long)client));
}

/* ---- as a table -------------------------------------------------------------------------- */

static void row_view(struct req *r, struct view *list, const struct week *w, int64_t client)
{
	const int64_t counts[MARKS] = {w->voice, w->written, w->kept, w->missed, w->told_first, w->found};
	struct view *row = view_add(list);
	link_view(row, "week", say_mday(r->c->arena, r->lang, w->monday, r->c->today),
	    week_url(r, client, w->monday));
	for (int i = 0; i < MARKS; i++)
		view_int(row, mark_names[i], counts[i]);
}

void page_year(struct req *r)
{
	const struct client *k = r->rec;
	const struct year *y = year_read(r->c, k->r.id);
	struct view *v = page_begin(r, tr(r->lang, N_("The year as a table")), "clients");
	around_view(r, v, k->r.id, 0, 0);
	link_view(v, "about", k->name, path_of(r, &client_kind, k->r.id));
	struct view *year = picture_view(r, v, y), *table = year ? view_list(year, "table") : NULL;
	for (int i = 0; year && i < YEAR_WEEKS; i++)
		if (!is_empty(&y->week[i]))
			row_view(r, table, &y->week[i], k->r.id);
	page_send(r, "year-page", v, 200);
}

/* ---- one week ----------------------------------------------------------------------------- */

static void fact_view(struct req *r, struct view *list, const struct week_fact *f)
{
	const struct promise *p = f->promise;
	if (p) {
		struct view *item = item_view(r, list, p->text, &promise_kind, p->r.id);
		view_text(item, "how", tr(r->lang, f->well ? N_("kept") : N_("missed")));
	} else {
		struct view *item = item_view(r, list, f->matter->title, &matter_kind, f->matter->r.id);
		view_text(
		    item, "how", tr(r->lang, f->well ? N_("told by us first") : N_("the client knew first")));
	}
}

void week_view(struct req *r, struct view *v, int64_t client, day monday)
{
	const struct week_fact *fact;
	int n = week_facts(r->c, client, monday, &fact);
	struct view *week = view_map(v, "week"), *list = view_list(week, "facts");
	view_text(week, "text", week_text(r, monday));
	view_text(week, "now_url", arena_printf(r->c->arena, "/c/%lld#volet", (long long)client));
	view_text(week, "before_url", week_url(r, client, monday - 7));
	view_text(week, "after_url", monday + 7 <= r->c->today ? week_url(r, client, monday + 7) : NULL);
	for (int i = 0; i < n; i++)
		fact_view(r, list, &fact[i]);
}
