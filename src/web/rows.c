/* What waits, as rows: a sentence, the verb that does it, and the other ways. */
#include "web/rows.h"

#include <string.h>

/* An answer is read where its message is; the rest on its own page. */
static const char *row_url(struct req *r, const struct today_row *row)
{
	return path_of(r, row->kind, row->record_id);
}

static bool is(const struct today_row *row, const char *type)
{
	return strcmp(row->type, type) == 0;
}

/* Only where the hour counts: a promise says its day itself. */
static const char *due_text(struct req *r, const struct today_row *row)
{
	if (!row->due || (row->type[0] != 'a' && !is(row, "c11")))
		return NULL;
	if (row->overdue)
		return arena_printf(
		    r->c->arena, tr(r->lang, N_("expected since %s")), said_near(r, row->due));
	return arena_printf(r->c->arena, tr(r->lang, N_("before %s")), said_near(r, row->due));
}

/* The words of a message; the other sentences hold theirs. */
static const char *about(struct req *r, const struct today_row *row)
{
	if (!is(row, "a2") || !*row->about)
		return NULL;
	return arena_printf(r->c->arena, tr(r->lang, N_("“%s”")), row->about);
}

static void go_view(struct req *r, struct view *v, const char *label, const char *url)
{
	struct view *go = view_map(v, "go");
	view_text(go, "label", tr(r->lang, label));
	view_text(go, "url", url);
}

static void act_view(
    struct req *r, struct view *v, const char *label, const struct today_row *row, const char *verb)
{
	struct view *act = view_map(v, "act");
	view_text(act, "label", tr(r->lang, label));
	view_text(act, "action",
	    arena_printf(r->c->arena, "/a/%s/%lld/%s", row->kind->plural, (long long)row->record_id, verb));
}

/* The main thing to do, as a verb. */
static void verb_view(struct req *r, struct view *v, const struct today_row *row)
{
	if (is(row, "a2"))
		go_view(r, v, N_("Answer"),
		    arena_printf(r->c->arena, "/noter?reply=%lld", (long long)row->record_id));
	else if (is(row, "b1"))
		act_view(r, v, N_("Done"), row, "done");
	else if (is(row, "b2"))
		act_view(r, v, N_("Yes, on track"), row, "on_track");
	else if (is(row, "b3"))
		go_view(r, v, N_("Give news"), row_url(r, row));
	else if (is(row, "c8"))
		go_view(r, v, N_("Give a date"), row_url(r, row));
	else
		go_view(r, v, is(row, "a1c") ? N_("Call back") : N_("Tell now"), row_url(r, row));
}

static bool is_done_by_voice(const struct today_row *row)
{
	return row->type[0] == 'a' && !is(row, "a2");
}

static const char *row_action(struct req *r, const struct today_row *row, const char *verb)
{
	return arena_printf(r->c->arena, "/a/today/%s/%s", row->key, verb);
}

static void park_view(
    struct req *r, struct view *v, const struct today_row *row, const struct appointment *all)
{
	while (all && all->client_id != row->client_id)
		all = all->next;
	if (!all || !is(row, "a2"))
		return;
	struct view *park = view_map(v, "park");
	view_text(
	    park, "action", arena_printf(r->c->arena, "/a/exchanges/%lld/park", (long long)row->record_id));
	appointments_view(r, park, all, row->client_id);
}

static void snooze_view(struct req *r, struct view *v, const struct today_row *row)
{
	if (row->band <= 2)
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

static void single_view(struct req *r, struct view *v, const struct today_row *row, const struct help *help)
{
	view_text(v, "url", row_url(r, row));
	view_text(v, "due_text", due_text(r, row));
	view_text(v, "about", about(r, row));
	verb_view(r, v, row);
	if (is_done_by_voice(row))
		call_view(r, v, help->contacts, row->client_id);
	if (row->still_useful)
		view_text(view_map(v, "useful"), "action", row_action(r, row, "useful"));
	view_text(view_map(v, "hand_over"), "action", row_action(r, row, "hand_over"));
	park_view(r, v, row, help->appointments);
	snooze_view(r, v, row);
}

void row_view(struct req *r, struct view *v, const struct today_row *row, const struct help *help)
{
	view_text(v, "key", row->key);
	view_text(v, "text", row->text);
	if (row->folded)
		folded_view(r, v, row);
	else
		single_view(r, v, row, help);
}
