/* One dot a client.  Up is longer; to a lead, right is more, by powers of ten, since
 * revenues are.  Whoever does not read amounts gets three columns: inside a column
 * clients stand in the order in which they came. */
#include "pages/plot.h"

#include <math.h>

#define WIDTH 420
#define HEIGHT 270
#define LEFT 44
#define RIGHT (WIDTH - 10)
#define TOP 14
#define BOTTOM (HEIGHT - 42)
#define HOURS_TICKS 5 /* at most */
#define NAMED_MAX 200 /* more dots have no names, and one stands for all of a cell */
#define CELL 4
#define ABREAST 9       /* dots of a column, side by side */
#define MONEY_LEAST 100 /* cents: what is less stands at the left edge */
#define CLOSE_POWERS 2  /* of ten: revenues nearer to each other need more ticks */
#define MARGIN_POWERS 0.15

struct frame {
	double hours;     /* at the top */
	double low, high; /* log10 of cents, at the left and the right */
	bool many;
	bool taken[WIDTH / CELL + 1][HEIGHT / CELL + 1];
};

static int y_of(const struct frame *f, double hours)
{
	return BOTTOM - (int)lround((BOTTOM - TOP) * hours / f->hours);
}

static double log_cents(int64_t cents)
{
	return log10((double)(cents > MONEY_LEAST ? cents : MONEY_LEAST));
}

static int x_of_money(const struct frame *f, double log_of_cents)
{
	return LEFT + (int)lround((RIGHT - LEFT) * (log_of_cents - f->low) / (f->high - f->low));
}

/* A round step with which so few ticks reach the longest wait. */
static double step_for(double most)
{
	static const double round[] = {0.5, 1, 2, 4, 8, 16, 40};
	double step = round[0];
	for (size_t i = 1; most / step > HOURS_TICKS && i < sizeof round / sizeof round[0]; i++)
		step = round[i];
	while (most / step > HOURS_TICKS)
		step *= 2;
	return step;
}

static void hours_view(struct req *r, struct view *plot, struct frame *f, double most)
{
	double step = step_for(most);
	struct view *list = view_list(plot, "hours");
	f->hours = step * fmax(1, ceil(most / step));
	for (double h = 0; h <= f->hours; h += step) {
		struct view *one = view_add(list);
		view_int(one, "y", y_of(f, h));
		view_int(one, "text_y", y_of(f, h) + 4);
		view_text(one, "text",
		    arena_printf(r->c->arena, "%s\u00a0h", decimal_said(r->c->arena, r->lang, h, step < 1)));
	}
}

static void dot(struct req *r, struct view *dots, struct frame *f, const struct treated *t, int x)
{
	int y = y_of(f, hours_of_twice(t->wait.twice));
	bool *taken = &f->taken[x / CELL][y / CELL];
	if (f->many && *taken)
		return;
	*taken = true;
	struct view *one = view_add(dots);
	view_int(one, "x", x);
	view_int(one, "y", y);
	if (!f->many)
		view_text(one, "text",
		    arena_printf(r->c->arena, "%s, %s", t->name, wait_said(r->c, t->wait.twice)));
}

static void label(struct view *list, int x, const char *text)
{
	struct view *one = view_add(list);
	view_int(one, "x", x);
	view_int(one, "y", BOTTOM + 18);
	view_text(one, "text", text);
}

/* ---- to a lead: beside what they pay --------------------------------------------------- */

/* At 1, 10, 100 …; where that would be few, at 2 and 5 times these as well. */
static void money_ticks(struct req *r, struct view *plot, const struct frame *f)
{
	struct view *list = view_list(plot, "labels");
	bool close = f->high - f->low < CLOSE_POWERS;
	for (int64_t power = MONEY_LEAST; log10((double)power) <= f->high; power *= 10)
		for (int times = 1; times <= (close ? 5 : 1); times += times == 1 ? 1 : 3) {
			double at = log10((double)(power * times));
			if (at >= f->low && at <= f->high)
				label(list, x_of_money(f, at),
				    say_number(r->c->arena, r->lang, power * times / 100));
		}
	view_text(plot, "across",
	    phrase(r, N_("Revenue over twelve months, in %s (logarithmic scale)"), r->c->firm->currency));
}

static void money_view(struct req *r, struct view *plot, struct frame *f, const struct equity *e)
{
	struct view *dots = view_list(plot, "dots");
	f->low = f->high = log_cents(e->compared[0]->cents);
	for (int i = 1; i < e->n; i++) {
		f->low = fmin(f->low, log_cents(e->compared[i]->cents));
		f->high = fmax(f->high, log_cents(e->compared[i]->cents));
	}
	f->low -= MARGIN_POWERS;
	f->high += MARGIN_POWERS;
	money_ticks(r, plot, f);
	for (int i = 0; i < e->n; i++)
		dot(r, dots, f, e->compared[i], x_of_money(f, log_cents(e->compared[i]->cents)));
}

/* ---- to others: column by column ---------------------------------------------------------- */

struct column {
	const char *name;
	enum third third; /* NO_THIRD: in-house */
	const struct wait *wait;
};

static bool stands_in(const struct treated *t, const struct column *k)
{
	return k->third == NO_THIRD ? t->internal && t->wait.n > 0 : t->third == k->third;
}

static void column_view(struct req *r, struct view *plot, struct view *dots, struct frame *f,
    const struct equity *e, const struct column *k, int centre, int width)
{
	int n = 0;
	for (int i = 0; i < e->nclients; i++)
		if (stands_in(&e->client[i], k)) {
			int nth = n++ % ABREAST, place = nth % 2 ? (nth + 1) / 2 : -(nth / 2);
			dot(r, dots, f, &e->client[i], centre + place * width / (ABREAST + 4));
		}
	struct view *middle = view_add(plot);
	view_int(middle, "x1", centre - width * 2 / 5);
	view_int(middle, "x2", centre + width * 2 / 5);
	view_int(middle, "y", y_of(f, hours_of_twice(k->wait->twice)));
	view_int(middle, "text_y", y_of(f, hours_of_twice(k->wait->twice)) - 5);
	view_text(middle, "text", wait_said(r->c, k->wait->twice));
}

static void columns_view(struct req *r, struct view *plot, struct frame *f, const struct equity *e)
{
	struct column k[] = {
	    {N_("lowest third"), LOW_THIRD, &e->thirds.longer},
	    {N_("middle third"), MID_THIRD, &e->middle},
	    {N_("highest third"), HIGH_THIRD, &e->thirds.shorter},
	    {N_("in-house"), NO_THIRD, &e->internal},
	};
	int n = e->internal.n ? 4 : 3, width = (RIGHT - LEFT) / n;
	struct view *dots = view_list(plot, "dots"), *labels = view_list(plot, "labels"),
		    *middles = view_list(plot, "middles");
	for (int i = 0; i < n; i++) {
		int centre = LEFT + width / 2 + i * width;
		label(labels, centre, tr(r->lang, k[i].name));
		column_view(r, middles, dots, f, e, &k[i], centre, width);
	}
	view_text(plot, "across", tr(r->lang, N_("Each line is the median of its column.")));
}

void plot_view(struct req *r, struct view *v, const struct equity *e)
{
	bool lead = r->who.role == LEAD;
	if (lead ? e->n < 2 : e->k == 0)
		return;
	struct view *plot = view_map(v, "plot");
	struct frame *f = ARENA_NEW(r->c->arena, struct frame);
	double most = 0;
	for (int i = 0; i < e->nclients; i++)
		if (e->client[i].third || e->client[i].internal || lead)
			most = fmax(most, hours_of_twice(e->client[i].wait.twice));
	f->many = e->n > NAMED_MAX;
	hours_view(r, plot, f, most);
	view_text(plot, "title",
	    lead ? tr(r->lang, N_("How long each client waits, beside what they pay"))
		 : tr(r->lang, N_("How long each client waits, third by third of what they pay")));
	if (lead)
		money_view(r, plot, f, e);
	else
		columns_view(r, plot, f, e);
}
