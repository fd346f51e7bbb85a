/* The page of one exchange: what was said, who waits, and what can be done. */
#include "base/text.h"
#include "pages/delivery.h"
#include "pages/exchanges.h"
#include "pages/pages.h"
#include "portal/as_read.h"
#include "rules/edits.h"
#include "rules/moment.h"
#include "rules/refs.h"
#include "web/record.h"
#include "rules/today.h"

SELECT(meetup_of, moment_kind, "WHERE client_id = $1 AND exchange_id = $2 AND kind = 'meetup' LIMIT 1");
SQL(points_of_agenda,
    "SELECT id, subject, text FROM exchange WHERE parked_to_id = $1 ORDER BY at, id LIMIT 100");
SQL(appointments_ahead,
    "SELECT " APPOINTMENT_COLUMNS " FROM exchange WHERE client_id = $1 AND at > $2 AND planned = 1 "
    "AND cancelled_at IS NULL ORDER BY at, id LIMIT 20");

static const char *person_names(struct req *r, const struct exchange *x)
{
	return exchange_who(r, x, contacts_of(r, x->client_id), person_name(r->c, x->our_person_id));
}

static void waits_view(struct req *r, struct view *v, const struct exchange *x, const struct client *k)
{
	if (!exchange_awaits_reply(x))
		return;
	const struct clock_row *owed = running_clock(r->c, &exchange_kind, x->r.id, CLOCK_A2);
	view_text(v, "waits_text",
	    row_said(r->c, &(struct today_row){.client_name = k->name, .starts = x->at},
		tr(r->lang, row_types[CLOCK_A2].says[0])));
	if (owed)
		view_text(v, "before", phrase(r, N_("It is owed before %s."), said_near(r, owed->due)));
}

/* A link to another exchange: "Répondu vendredi 9 h, Courriel envoyé". */
static void exchange_link(struct req *r, struct view *v, const char *key, const char *sentence, int64_t id)
{
	const struct exchange *x = GET(r->c, exchange, id);
	if (!x)
		return;
	const char *what = arena_printf(r->c->arena, "%s, %s", said_near(r, x->at), exchange_how(r, x));
	link_view(v, key, arena_printf(r->c->arena, "%s %s", tr(r->lang, sentence), what),
	    path_of(r, &exchange_kind, id));
}

#define DISPLACED_SHOWN 10

/* An urgency and what it pushed aside that day (E16). */
static void urgency_view(struct req *r, struct view *v, const struct exchange *x)
{
	if (!x->urgent_said)
		return;
	view_text(v, "urgent_text", phrase(r, N_("Said to be urgent: %s"), x->urgent_reason));
	const struct promise *moved[DISPLACED_SHOWN];
	int n = promises_moved_on(r->c, day_at(r->c, x->at), moved, DISPLACED_SHOWN);
	struct view *list = view_list(v, "displaced");
	for (int i = 0; i < n; i++)
		item_view(
		    r, list, text_short(r->c->arena, moved[i]->text, 80), &promise_kind, moved[i]->r.id);
}

static void links_view(struct req *r, struct view *v, const struct exchange *x)
{
	exchange_link(r, v, "answers", N_("Answers:"), x->in_reply_to_id);
	exchange_link(r, v, "answered", N_("Answered:"), x->answered_by_id);
	view_int(v, "answered_by", x->answered_by_id);
	unnamed_answers_view(r, v, unnamed_answers_read(r, x->client_id, x->r.id, 0), x->r.id);
	exchange_link(r, v, "parked", N_("On the agenda:"), x->parked_to_id);
	if (x->reply_by && exchange_awaits_reply(x))
		view_text(v, "given_date",
		    phrase(r, N_("An answer is announced before %s."), said_near(r, x->reply_by)));
	urgency_view(r, v, x);
	const struct mandate *m = GET(r->c, mandate, x->mandate_id);
	if (m)
		named_link(r, v, "mandate", m->title, &mandate_kind, m->r.id);
}

/* What was said in it, in writing; or the way to write it. */
static void recap_view(struct req *r, struct view *v, const struct exchange *x)
{
	const struct writing *w = GET(r->c, writing, x->recap_id);
	if (w)
		link_view(v, "recap",
		    w->state == WRITING_DRAFT ? tr(r->lang, N_("Write the recap"))
					      : arena_printf(r->c->arena, "%s, %s", writing_title(r->c, w),
						    writing_state_text(r, w)),
		    path_of(r, &writing_kind, w->r.id));
	view_flag(v, "recap_draft", w && w->state == WRITING_DRAFT);
	view_flag(v, "can_recap", !w && channel_is_voice(x->channel) && exchange_is_past(r->c, x));
}

/* R7.2: no agenda, and no recap unless something is promised there. */
static const struct moment *meetup_that_is(struct req *r, const struct exchange *x)
{
	return x->planned ? FIRST(r->c, moment, &meetup_of, "ii", x->client_id, x->r.id) : NULL;
}

static void meetup_view(struct req *r, struct view *v, const struct exchange *x)
{
	const struct moment *m = meetup_that_is(r, x);
	if (m)
		link_view(v, "meetup", m->title, path_of(r, &moment_kind, m->r.id));
}

static void owed_view(struct req *r, struct view *v, const struct exchange *x)
{
	if (!exchange_awaits_reply(x))
		return;
	struct view *owed = view_map(v, "owed");
	view_text(owed, "reply_url", reply_url(r, x->r.id));
	view_flag(owed, "can_mark_urgent", !x->urgent_said);
	const struct appointment *ahead =
	    appointments_of(r, db_query(r->c->db, &appointments_ahead, "ii", x->client_id, r->c->now));
	if (ahead)
		appointments_view(r, view_map(owed, "park"), ahead, x->client_id);
}

static void ahead_view(struct req *r, struct view *v, const struct exchange *x)
{
	if (!x->planned || x->cancelled_at || x->at <= r->c->now)
		return;
	struct view *ahead = view_map(v, "ahead"), *points = view_list(ahead, "points");
	view_text(ahead, "agenda", x->agenda);
	view_text(ahead, "at", as_minute(r, x->at));
	json_t *lines = json_of(r->c->arena, x->agenda_lines);
	for (size_t i = 0; i < json_array_size(lines); i++)
		view_text(view_add(points), "text", json_string_value(json_array_get(lines, i)));
	struct db_query *q = db_query(r->c->db, &points_of_agenda, "i", x->r.id);
	int64_t id;
	const char *subject, *text;
	while (db_row(q, "itt", &id, &subject, &text))
		item_view(r, points,
		    subject ? subject
		    : text  ? text_short(r->c->arena, text, 120)
			    : "…",
		    &exchange_kind, id);
}

#define EDITS_SHOWN 20

/* An hour that was corrected says so, and what it was (17.2). */
static void hours_view(struct req *r, struct view *v, const struct exchange *x)
{
	struct hour_edit edits[EDITS_SHOWN];
	int n = edits_read(r->c, x->at_edits, edits, EDITS_SHOWN);
	struct view *list = view_list(v, "edits");
	for (int i = 0; i < n; i++)
		view_text(view_add(list), "text",
		    phrase(r, N_("hour corrected, %s: first noted for %s"), said_near(r, edits[i].at),
			said_near(r, edits[i].old)));
}

/* What can be put right; what a client wrote is theirs, word for word, and what was
 * delivered stays as it left. */
static void repair_view(struct req *r, struct view *v, const struct exchange *x)
{
	view_flag(v, "ours", !contact_who_made(r->c, x) && !x->deliver);
	view_text(v, "at_minute", as_minute(r, x->at));
	names_view(v, "mandates", mandates_named(r, x->client_id), x->mandate_id);
	struct view *contacts = view_list(v, "contacts");
	for (const struct contact *one = contacts_of(r, x->client_id); one; one = one->next)
		if (!one->over || refs_have(x->contact_ids, one->id))
			option_view(contacts, one->id, one->name, refs_have(x->contact_ids, one->id));
	spoken_of_view(r, v, x->client_id, x->term_ids);
	hours_view(r, v, x);
}

/* R2.4: who takes notes, or the way to offer and to ask. */
static void notes_view(struct req *r, struct view *v, const struct exchange *x)
{
	const char *taker = person_name(r->c, x->aid_notetaker_id);
	bool ahead = x->planned && !x->cancelled_at && x->at > r->c->now;
	if (!taker && !(ahead && channel_is_voice(x->channel) && !meetup_that_is(r, x)))
		return;
	struct view *notes = view_map(v, "notes");
	view_text(notes, "taker",
	    !taker                             ? tr(r->lang, N_("Nobody takes notes yet."))
	    : x->aid_notetaker_id == r->who.id ? tr(r->lang, N_("You take the notes."))
					       : phrase(r, N_("%s takes the notes."), taker));
	if (!ahead)
		return;
	struct view *ask = view_map(notes, "ask");
	if (x->aid_notetaker_id != r->who.id && x->our_person_id != r->who.id)
		view_int(ask, "me", r->who.id);
	struct view *people = view_list(ask, "people");
	for (const struct named *one = staff_named(r->c); one; one = one->next)
		if (!one->over && one->id != x->our_person_id)
			option_view(people, one->id, one->name, one->id == x->aid_notetaker_id);
}

void page_exchange(struct req *r)
{
	const struct exchange *x = r->rec;
	const struct client *k = GET(r->c, client, x->client_id);
	struct view *v = page_begin(r, x->subject ? x->subject : exchange_how(r, x), "clients");
	view_int(v, "id", x->r.id);
	view_int(v, "client_id", k->r.id);
	view_text(v, "client_name", k->name);
	view_text(v, "how", exchange_how(r, x));
	view_text(v, "icon", channel_icon(x->channel));
	view_text(v, "when", said_fully(r, x->at));
	view_text(v, "who", person_names(r, x));
	view_text(v, "subject", x->subject);
	place_view(r, v, "place", x->place);
	view_text(v, "text", x->text);
	view_text(v, "tags", tags_text(r, x->tags));
	view_text(v, "emotions", words_text(r, x->emotions));
	waits_view(r, v, x, k);
	if (!channel_is_voice(x->channel))
		call_prompt_view(r, v, x);
	links_view(r, v, x);
	recap_view(r, v, x);
	meetup_view(r, v, x);
	owed_view(r, v, x);
	ahead_view(r, v, x);
	notes_view(r, v, x);
	delivery_view(r, v, &exchange_kind, x);
	repair_view(r, v, x);
	record_view(r, v, &exchange_kind, x);
	history_view(r, v, &exchange_kind, x->r.id);
	page_send(r, "exchange", v, 200);
}
