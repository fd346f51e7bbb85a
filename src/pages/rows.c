/* What waits, as rows: a sentence, the verb that does it, and the other ways. */
#include "pages/rows.h"

#include "base/text.h"

/* Where its sentence leads. */
static const char *row_url(struct req *r, const struct today_row *row)
{
	return row->is->reads ? row_said(r->c, row, row->is->reads) : row->where;
}

/* Some things are due as soon as they show. */
static const char *due_text(struct req *r, const struct today_row *row)
{
	if (!row->due || row->due == row->starts || row->is->due != AT_HOUR)
		return NULL;
	return phrase(r, row->overdue ? N_("expected since %s") : N_("before %s"), said_near(r, row->due));
}

static const char *record_action(struct req *r, const struct today_row *row, const char *action)
{
	return arena_printf(
	    r->c->arena, "/a/%s/%lld/%s", row->kind->plural, (long long)row->record_id, action);
}

static void go_view(struct req *r, struct view *v, const char *label, const char *url)
{
	struct view *go = view_map(v, "go");
	view_text(go, "label", tr(r->lang, label));
	view_text(go, "url", url);
}

static const char *row_action(struct req *r, const struct today_row *row, const char *verb)
{
	return arena_printf(r->c->arena, "/a/today/%s/%s", row->key, verb);
}

static struct view *act_view(struct req *r, struct view *v, const char *label, const char *action)
{
	struct view *act = view_map(v, "act");
	view_text(act, "label", tr(r->lang, label));
	view_text(act, "action", action);
	return act;
}

/* News that somebody else is told are only looked at. */
static void seen_view(struct req *r, struct view *v, const struct today_row *row)
{
	if (today_may_change(r->c, row))
		view_flag(act_view(r, v, row->is->verb, row_action(r, row, "useful")), "seen", true);
	else
		go_view(r, v, N_("See"), row_url(r, row));
}

/* The main thing to do. */
static void verb_view(struct req *r, struct view *v, const struct today_row *row)
{
	const struct row_type *is = row->is;
	if (is->news) {
		seen_view(r, v, row);
		return;
	}
	if (!is->does) {
		go_view(r, v, is->verb, is->goes ? row_said(r->c, row, is->goes) : row_url(r, row));
		return;
	}
	act_view(r, v, is->verb, record_action(r, row, is->does));
}

static void park_view(
    struct req *r, struct view *v, const struct today_row *row, const struct appointment *all)
{
	while (all && all->client_id != row->client_id)
		all = all->next;
	if (!all)
		return;
	struct view *park = view_map(v, "park");
	view_text(park, "action", record_action(r, row, "park"));
	appointments_view(r, park, all, row->client_id);
}

static void snooze_view(struct req *r, struct view *v, const struct today_row *row)
{
	if (row->band <= NOT_KEPT)
		return;
	struct view *snooze = view_map(v, "snooze");
	view_text(snooze, "action", row_action(r, row, "snooze"));
	view_text(snooze, "first", day_text(r->c->arena, r->c->today + 1));
	view_text(snooze, "last", day_text(r->c->arena, snooze_last(r->c)));
}

/* Several things of one client: each is done where it stands alone. */
static void folded_view(struct req *r, struct view *v, const struct today_row *row)
{
	const char *client = path_of(r, &client_kind, row->client_id);
	view_text(v, "url", client);
	go_view(r, v, N_("See"), client);
	struct view *list = view_list(v, "folded");
	for (; row; row = row->folded) {
		struct view *f = view_add(list);
		view_text(f, "text", row->own);
		view_text(f, "url", row_url(r, row));
		view_text(f, "due_text", due_text(r, row));
	}
}

static void ring_view(struct view *v, const struct ring_up *call)
{
	if (!call)
		return;
	struct view *one = view_map(v, "call");
	view_text(one, "name", call->name);
	view_text(one, "phone", call->said);
	view_text(one, "tel", call->rung);
}

static void single_view(
    struct req *r, struct view *v, const struct today_row *row, const struct appointment *appointments)
{
	view_text(v, "url", row_url(r, row));
	view_text(v, "due_text", due_text(r, row));
	if (row->is->quotes && *row->about)
		view_text(v, "about", phrase(r, N_("“%s”"), row->about));
	if (row->is->adds)
		view_text(v, "about", row->is->adds(r->c, row));
	verb_view(r, v, row);
	ring_view(v, row->call);
	if (row->still_useful)
		view_text(view_map(v, "useful"), "action", row_action(r, row, "useful"));
	view_text(view_map(v, "hand_over"), "action", row_action(r, row, "hand_over"));
	if (row->is->beside == OR_LATER)
		park_view(r, v, row, appointments);
	snooze_view(r, v, row);
}

void row_view(
    struct req *r, struct view *v, const struct today_row *row, const struct appointment *appointments)
{
	view_text(v, "key", row->key);
	view_text(v, "text", row->text);
	if (row->folded)
		folded_view(r, v, row);
	else
		single_view(r, v, row, appointments);
}

#define ARRIVED_SHOWN 600 /* letters of each message */

void arrived_view(struct req *r, struct view *v, const struct arrival *first)
{
	if (!first)
		return;
	struct view *list = view_list(view_map(v, "arrived"), "messages");
	for (const struct arrival *a = first; a; a = a->next) {
		struct view *one = view_add(list);
		view_text(one, "from",
		    a->by ? arena_printf(r->c->arena, "%s, %s", a->by, a->client_name) : a->client_name);
		view_text(one, "since", phrase(r, N_("since %s"), said_near(r, a->at)));
		view_text(one, "text", a->text ? text_short(r->c->arena, a->text, ARRIVED_SHOWN) : NULL);
		view_text(one, "url", a->where);
		view_text(one, "answer", reply_url(r, a->exchange_id));
	}
}
