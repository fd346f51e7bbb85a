/* The page of a promise: how it stands in a sentence, then what can be done about
 * it. */
#include <stdlib.h>

#include "base/text.h"
#include "pages/pages.h"
#include "pages/promises.h"
#include "pages/exchanges.h"
#include "web/record.h"

#define TITLE_MAX 80
#define MOVES_SHOWN_MAX 50

/* ---- promise -------------------------------------------------------------------- */

static const char *how_far(struct req *r, day due)
{
	day away = due - r->c->today;
	if (r->c->on_paper)
		return NULL;
	if (away == 0)
		return tr(r->lang, N_("that is today"));
	if (away == 1)
		return tr(r->lang, N_("that is tomorrow"));
	if (away == -1)
		return tr(r->lang, N_("that was yesterday"));
	return phrase(r, away > 0 ? N_("in %d days") : N_("%d days ago"), (int)llabs(away));
}

static const char *promised_by(const struct promise *p)
{
	if (!p->client_id)
		return N_("Between us, for");
	return p->side == OURS ? N_("We promised it for") : N_("The client promised it for");
}

const char *promise_stands(struct req *r, const struct promise *p)
{
	if (p->state == PROMISE_DONE)
		return phrase(r,
		    promise_kept(r->c, p)         ? N_("kept %s")
		    : promise_noted_late(r->c, p) ? N_("done %s, noted afterwards")
						  : N_("done %s, after its date"),
		    said_date(r, day_at(r->c, p->done_at)));
	if (p->state == PROMISE_DROPPED)
		return phrase(r, N_("let go %s"), said_date(r, day_at(r->c, p->dropped_at)));
	return p->task_started_at ? phrase(r, N_("under way since %s"), said_near(r, p->task_started_at))
				  : NULL;
}

struct view *promise_item(struct req *r, struct view *list, const struct promise *p)
{
	struct view *one = item_view(r, list, p->text, &promise_kind, p->r.id);
	view_text(one, "due_text", said_date(r, p->due));
	view_text(
	    one, "by", p->side == OURS ? person_name(r->c, p->person_id) : tr(r->lang, N_("the client")));
	view_flag(one, "open", p->state == PROMISE_OPEN);
	view_flag(one, "done", p->state == PROMISE_DONE);
	return one;
}

static void moves_view(struct req *r, struct view *v, const struct promise *p)
{
	struct promise_move moves[MOVES_SHOWN_MAX];
	int n = promise_moves_read(r->c, p, moves, MOVES_SHOWN_MAX);
	struct view *list = view_list(v, "moves");
	for (int i = 0; i < n; i++) {
		struct view *m = view_add(list);
		view_text(m, "when", said_near(r, moves[i].at));
		view_text(m, "from", said_date(r, moves[i].old_due));
		view_text(m, "to", said_date(r, moves[i].new_due));
		view_text(m, "reason", moves[i].reason);
		view_text(m, "agreed", moves[i].agreed ? tr(r->lang, N_("with their agreement")) : NULL);
	}
	if (n == 1)
		view_text(v, "moved", tr(r->lang, N_("moved once")));
	else if (n > 1)
		view_text(v, "moved", phrase(r, N_("moved %d times"), promise_move_count(r->c, p)));
}

/* Its date comes near, and nobody said yet that it holds. */
static bool asks_whether_tenable(struct req *r, const struct promise *p)
{
	const struct clock_row *asks = running_clock(r->c, &promise_kind, p->r.id, CLOCK_B2);
	return asks && asks->shows <= r->c->now && r->c->today < p->due;
}

/* What can be done while it is open. */
static void open_promise_view(struct req *r, struct view *v, const struct promise *p)
{
	bool ours = p->side == OURS;
	view_flag(v, "open", true);
	view_flag(v, "ours", ours);
	view_flag(v, "can_start", ours && !p->task_started_at);
	if (ours && p->client_id && !p->task_started_at)
		view_text(v, "ask_first_url",
		    arena_printf(r->c->arena, "/decision?about=task&about_id=%lld", (long long)p->r.id));
	view_flag(v, "can_be_stuck", ours && p->client_id);
	view_flag(v, "ask_on_track", asks_whether_tenable(r, p));
	view_text(v, "first", day_text(r->c->arena, r->c->today));
	view_text(v, "due_date", day_text(r->c->arena, p->due));
	names_view(v, "people", staff_named(r->c), 0);
	int64_t that_week = ours ? promises_that_week(r->c, p->person_id, p->due) : 0;
	if (that_week >= LOAD_HINT_FROM)
		view_text(
		    v, "load", phrase(r, N_("%d promises that week already: realistic?"), (int)that_week));
	bool client_says = ours && p->shared;
	struct view *let_go = view_map(v, "let_go");
	view_flag(let_go, "can", !client_says || said_in_view(r, let_go, p->client_id, p->r.created_at));
	view_flag(v, "can_share", p->client_id && !p->shared);
}

void page_promise(struct req *r)
{
	const struct promise *p = r->rec;
	struct view *v = page_begin(r, text_short(r->c->arena, p->text, TITLE_MAX), NULL);
	view_int(v, "id", p->r.id);
	view_text(v, "text", p->text);
	around_view(r, v, p->client_id, p->mandate_id, p->person_id);
	view_text(v, "side_text", tr(r->lang, promised_by(p)));
	view_text(v, "due", said_date(r, p->due));
	view_text(v, "kept_text", promise_stands(r, p));
	if (p->acknowledged_at)
		view_text(v, "acknowledged", phrase(r, N_("received, %s"), said_near(r, p->acknowledged_at)));
	view_flag(v, "can_acknowledge", p->state == PROMISE_DONE && p->side == THEIRS && !p->acknowledged_at);
	moves_view(r, v, p);
	if (p->state == PROMISE_OPEN) {
		if (p->due != r->c->today)
			view_text(v, "due_text", how_far(r, p->due));
		open_promise_view(r, v, p);
	}
	record_view(r, v, &promise_kind, p);
	history_view(r, v, &promise_kind, p->r.id);
	page_send(r, "promise", v, 200);
}
