/* What waits, as rows: a sentence, the verb that does it, and the other ways. */
#include "pages/rows.h"

#include <string.h>

static bool is(const struct today_row *row, const char *type)
{
	return strcmp(row->type, type) == 0;
}

/* An answer is read where its message is; the rest where it is done. */
static const char *row_url(struct req *r, const struct today_row *row)
{
	return is(row, "a2") ? path_of(r, row->kind, row->record_id) : row->where;
}

/* Only where the hour counts: a promise or a condition says its day itself, and
 * some things are due as soon as they show. */
static const char *due_text(struct req *r, const struct today_row *row)
{
	if (!row->due || row->due == row->starts || (row->type[0] != 'a' && row->type[0] != 'c') ||
	    is(row, "c5"))
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

/* The main thing to do, as a verb, by type and, where it matters, by sub. */
static const struct verb {
	const char *type, *sub, *label, *action; /* action: done on the spot */
	bool by_voice;                           /* whom to ring stands beside it */
} verbs[] = {
    {"a1", NULL, N_("Tell now"), NULL, true},
    {"a1c", NULL, N_("Call back"), NULL, true},
    {"a2", NULL, N_("Answer"), NULL, false},
    {"a3", NULL, N_("Tell now"), NULL, true},
    {"a4", "resend", N_("Correct"), NULL, false},
    {"a4", "adjust", N_("Adjust"), NULL, true},
    {"b1", NULL, N_("Done"), "done", false},
    {"b2", NULL, N_("Yes, on track"), "on_track", false},
    {"b3", NULL, N_("Give news"), NULL, false},
    {"b4", NULL, N_("See the conditions"), NULL, false},
    {"c1", NULL, N_("Write the recap"), NULL, false},
    {"c2", "remind", N_("Remind"), NULL, true},
    {"c2", "call", N_("See it again"), NULL, true},
    {"c5", NULL, N_("Look into it"), NULL, false},
    {"c6", NULL, N_("Thank"), NULL, false},
    {"c7", NULL, N_("Decide"), NULL, false},
    {"c8", "felt", N_("Read their words"), NULL, true},
    {"c8", NULL, N_("Give a date"), NULL, false},
    {"c9", NULL, N_("Write the welcome"), NULL, false},
    {"c10", NULL, N_("Give the reason"), NULL, false},
    {"c11", NULL, N_("Tell now"), NULL, false},
    {"c12", NULL, N_("Propose"), NULL, false},
    {"d1", "mandate", N_("Ask"), NULL, true},
    {"d1", NULL, N_("Check"), NULL, true},
    {"d2", NULL, N_("Check"), NULL, true},
    {"d3", NULL, N_("Look back"), NULL, false},
    {"d4", NULL, N_("Go through it"), NULL, false},
    {"e3", NULL, N_("Ask again"), NULL, false},
    {"e4", NULL, N_("Celebrate"), NULL, false},
    {"e5", NULL, N_("Offer them"), NULL, false},
};

static const struct verb *verb_of(const struct today_row *row)
{
	for (size_t i = 0; i < sizeof verbs / sizeof verbs[0]; i++)
		if (is(row, verbs[i].type) &&
		    (!verbs[i].sub || (row->sub && strcmp(row->sub, verbs[i].sub) == 0)))
			return &verbs[i];
	static const struct verb look = {.label = N_("See")};
	return &look;
}

static void verb_view(struct req *r, struct view *v, const struct today_row *row, const struct verb *verb)
{
	if (verb->action)
		act_view(r, v, verb->label, row, verb->action);
	else
		go_view(r, v, verb->label,
		    is(row, "a2") ? arena_printf(r->c->arena, "/noter?reply=%lld", (long long)row->record_id)
				  : row_url(r, row));
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
	const struct verb *verb = verb_of(row);
	verb_view(r, v, row, verb);
	if (verb->by_voice)
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
