/* Who introduced whom (model 5.8; E5): trees drawn row by row, each client under who
 * introduced them, and the same facts as a table. */
#include <string.h>

#include "base/buf.h"
#include "pages/pages.h"
#include "rules/referrals.h"
#include "web/parts.h"

#define ROWS_MAX 200
#define OTHERS_MAX 100
#define STEPS_MAX 6 /* of depth that are drawn; deeper down it is said */
#define STEP_WIDTH 20

/* The rows of one page: places in the forest, in the order in which they are drawn. */
struct rows {
	int n, at[ROWS_MAX];
	int after; /* the last, when there are more; -1: no */
};

static bool stands_in_a_tree(const struct introduction *one)
{
	return one->parent >= 0 || one->child >= 0;
}

/* After that one; root: of that tree alone, -1: of all. */
static struct rows rows_from(const struct forest *f, int at, int root)
{
	struct rows rows = {.after = -1};
	for (at = forest_after(f, at); at >= 0; at = forest_after(f, at)) {
		if (root >= 0 && f->of[at].parent < 0 && at != root)
			break;
		if (root < 0 && !stands_in_a_tree(&f->of[at]))
			continue;
		if (rows.n == ROWS_MAX) {
			rows.after = rows.at[ROWS_MAX - 1];
			break;
		}
		rows.at[rows.n++] = at;
	}
	return rows;
}

/* ---- the lines --------------------------------------------------------------------- */

static int depth_of(const struct forest *f, int at)
{
	int depth = 0;
	for (; f->of[at].parent >= 0; at = f->of[at].parent)
		depth++;
	return depth;
}

/* The lines left of a name: down past it for each of those above that has more to come,
 * and the bend that leads to it.  Ten high, whatever the row will be. */
static const char *lines_of(struct req *r, const struct forest *f, int at, int steps)
{
	struct buf b = {.max = 4096};
	for (int step = steps - 1; step >= 0; step--, at = f->of[at].parent) {
		int x = step * STEP_WIDTH + STEP_WIDTH / 2;
		bool more = f->of[at].next >= 0;
		if (step == steps - 1)
			buf_printf(&b, "M%d 0V%dM%d 5H%d", x, more ? 10 : 5, x, steps * STEP_WIDTH - 4);
		else if (more)
			buf_printf(&b, "M%d 0V10", x);
	}
	return buf_take(&b, r->c->arena, "");
}

static void place_view_of(struct req *r, struct view *v, const struct forest *f, int at)
{
	int depth = depth_of(f, at), steps = depth < STEPS_MAX ? depth : STEPS_MAX;
	if (steps) {
		struct view *lines = view_map(v, "lines");
		view_int(lines, "width", steps * STEP_WIDTH);
		view_text(lines, "path", lines_of(r, f, at, steps));
	}
	if (depth > STEPS_MAX)
		view_text(v, "level", phrase(r, N_("step %d"), depth));
}

/* ---- what is said of one ------------------------------------------------------------- */

static const char *money(struct req *r, int64_t cents)
{
	return say_money(r->c->arena, r->lang, cents, r->c->firm->currency);
}

static const char *introduced_text(struct req *r, const struct introduction *one)
{
	return one->nchildren == 1 ? tr(r->lang, N_("introduced one client"))
				   : phrase(r, N_("introduced %d clients"), one->nchildren);
}

static void amounts_view(struct req *r, struct view *v, const struct introduction *one)
{
	struct view *amounts = view_map(v, "amounts");
	view_text(amounts, "own", money(r, one->own));
	view_text(amounts, "direct", money(r, one->direct));
	view_text(amounts, "indirect", money(r, one->below - one->direct));
	view_text(amounts, "brought", money(r, one->below));
}

static void one_view(struct req *r, struct view *v, const struct forest *f, int at)
{
	const struct introduction *one = &f->of[at];
	const struct choice *states = choices_of(&client_kind, "state");
	view_int(v, "client", one->client);
	view_text(v, "name", one->name);
	view_text(v, "url", path_of(r, &client_kind, one->client));
	view_text(v, "state", one->state == CLIENT_ACTIVE ? NULL : tr(r->lang, states[one->state - 1].text));
	view_text(v, "by", one->parent >= 0 ? f->of[one->parent].name : one->by_text);
	view_flag(v, "root", one->parent < 0);
	place_view_of(r, v, f, at);
	if (one->nchildren) {
		view_text(v, "introduced", introduced_text(r, one));
		view_text(v, "not_yet", brought_text(r->c, f, one));
	}
	if (f->amounts)
		amounts_view(r, v, one);
}

/* ---- those whom no client introduced ---------------------------------------------------- */

/* Somebody did, who is no client: it is said in words. */
static void others_view(struct req *r, struct view *v, const struct forest *f)
{
	struct view *list = view_list(v, "others");
	int shown = 0, alone = 0, more = 0;
	for (int i = 0; i < f->n; i++) {
		const struct introduction *one = &f->of[i];
		if (one->parent >= 0)
			continue;
		if (!one->by_text) {
			alone += one->child < 0;
		} else if (shown++ < OTHERS_MAX) {
			struct view *other = item_view(r, list, one->name, &client_kind, one->client);
			view_text(other, "by", one->by_text);
		} else {
			more++;
		}
	}
	view_text(v, "others_more", more ? phrase(r, N_("and %d more"), more) : NULL);
	view_text(v, "alone",
	    alone == 0   ? NULL
	    : alone == 1 ? tr(r->lang, N_("Of one client, nobody said who introduced them."))
			 : phrase(r, N_("Of %d clients, nobody said who introduced them."), alone));
}

/* The tree of one client alone, and the form that says who introduced them. */
static void client_view(struct req *r, struct view *v, const struct client *k)
{
	struct view *of = view_map(v, "of");
	view_int(of, "client_id", k->r.id);
	view_text(of, "name", k->name);
	view_text(of, "url", path_of(r, &client_kind, k->r.id));
	clients_choice_view(r, of, "referrers", k->referred_by_client_id);
	view_text(of, "by_text", k->referred_by_text);
}

static int root_of(const struct forest *f, int at)
{
	while (at >= 0 && f->of[at].parent >= 0)
		at = f->of[at].parent;
	return at;
}

/* What stands right before a place, for forest_after to begin there. */
static int just_before(const struct forest *f, int root)
{
	int before = root - 1;
	for (; before >= 0 && f->of[before].parent >= 0; before--)
		;
	for (int child = before >= 0 ? f->of[before].child : -1; child >= 0; child = f->of[before].child) {
		while (f->of[child].next >= 0)
			child = f->of[child].next;
		before = child;
	}
	return before;
}

static const char *more_url(struct req *r, const struct client *of, int64_t after)
{
	return of ? arena_printf(
			r->c->arena, "/arbre?client=%lld&apres=%lld", (long long)of->r.id, (long long)after)
		  : arena_printf(r->c->arena, "/arbre?apres=%lld", (long long)after);
}

static void rows_view(struct req *r, struct view *v, const struct forest *f, const struct client *of)
{
	const char *asked = query_value(r, "apres");
	const struct client *from = asked ? record_find(r->c, &client_kind, asked) : NULL;
	int root = of ? root_of(f, forest_find(f, of->r.id)) : -1;
	int before = from ? forest_find(f, from->r.id) : root >= 0 ? just_before(f, root) : -1;
	const struct rows rows = rows_from(f, before, root);
	struct view *list = view_list(v, "rows");
	for (int i = 0; i < rows.n; i++) {
		struct view *row = view_add(list);
		one_view(r, row, f, rows.at[i]);
		view_flag(row, "this", of && f->of[rows.at[i]].client == of->r.id);
	}
	if (rows.after >= 0)
		view_text(v, "more_url", more_url(r, of, f->of[rows.after].client));
	view_flag(v, "goes_on", from != NULL);
	if (!from && !of)
		others_view(r, v, f);
}

void page_tree(struct req *r)
{
	const char *asked = query_value(r, "client");
	const struct client *of = asked ? record_find(r->c, &client_kind, asked) : NULL;
	struct view *v = page_begin(r, tr(r->lang, N_("Introductions")), "clients");
	const struct forest *f = forest_read(r->c);
	if (of)
		client_view(r, v, of);
	rows_view(r, v, f, of);
	view_flag(v, "with_amounts", f->amounts);
	if (f->word_of_mouth >= 0)
		view_text(v, "word_of_mouth",
		    phrase(r,
			N_("Word of mouth: %d%% of what was paid in the last twelve months comes from "
			   "clients who were introduced to us."),
			(int)f->word_of_mouth));
	page_send(r, "tree", v, 200);
}
