/* /p: what we owe them, what waits for them, what was promised, what is good to
 * know; and who to call. */

#include "base/text.h"
#include "rules/charge.h"
#include "rules/rating.h"
#include "rules/refs.h"
#include "rules/writing.h"
#include "web/parts.h"
#include "portal/space.h"

/* ---- in one breath ---------------------------------------------------------------- */

static const char *hello(struct req *r)
{
	const char *name = r->who.name ? first_name(r->c->arena, r->who.name) : NULL;
	return name ? phrase(r, N_("Hello %s,"), name) : tr(r->lang, N_("Hello,"));
}

/* An answer, or something we wrote of our own accord. */
static const char *wrote_text(struct req *r, const struct message *m)
{
	return phrase(
	    r, m->to ? N_("%s answered you.") : N_("%s wrote to you."), first_name(r->c->arena, m->name));
}

/* The newest that they have not read; NULL: they have read all of them. */
static const struct message *unread(const struct portal *p)
{
	for (int i = p->talk ? p->talk->n - 1 : -1; i >= 0; i--)
		if (p->talk->message[i].unread)
			return &p->talk->message[i];
	return NULL;
}

static const char *in_short(struct req *r, const struct portal *p)
{
	const struct message *m = unread(p);
	const char *said[] = {m ? wrote_text(r, m) : NULL,
	    p->nwaiting ? tr(r->lang, N_("We owe you an answer.")) : NULL,
	    p->nasked == 1 ? tr(r->lang, N_("One thing waits for you."))
	    : p->nasked    ? phrase(r, N_("%d things wait for you."), p->nasked)
			   : NULL};
	const char *all = NULL;
	for (int i = 0; i < 3; i++)
		if (said[i])
			all = all ? arena_printf(r->c->arena, "%s %s", all, said[i]) : said[i];
	if (all || r->who.only_kind)
		return all;
	return tr(r->lang, N_("Nothing waits for you; all is on its way."));
}

/* ---- what waits for us --------------------------------------------------------------- */

/* "Claire will write before Tuesday 3 pm; she waits for a figure." */
static const char *answer_text(struct req *r, const struct portal_wait *w)
{
	if (w->parked_to)
		return phrase(r, N_("We talk about it together: %s."), said_near(r, w->parked_to));
	if (!w->before)
		return phrase(r, N_("%s will come back to you."), w->who);
	const char *when = said_near(r, w->before);
	if (w->before <= r->c->now)
		return phrase(r, N_("It should have left before %s: %s knows."), when, w->who);
	if (w->kind == &matter_kind)
		return phrase(r, N_("%s is calling you before %s."), w->who, when);
	return w->why ? phrase(r, N_("%s will write before %s; %s"), w->who, when, w->why)
		      : phrase(r, N_("%s will write before %s."), w->who, when);
}

static void waiting_view(struct req *r, struct view *v, const struct portal *p)
{
	struct view *list = view_list(v, "waiting");
	for (int i = 0; i < p->nwaiting; i++) {
		const struct portal_wait *w = &p->waiting[i];
		struct view *one = view_add(list);
		view_text(one, "text", w->text);
		view_text(one, "answer", answer_text(r, w));
		view_text(one, "since", phrase(r, N_("Waiting since %s."), said_near(r, w->since)));
	}
	if (p->nwaiting)
		view_text(v, "wait", p->waiting[0].waited);
}

/* ---- what waits for them ---------------------------------------------------------------- */

static const char *rated(enum portal_question q)
{
	return q == ASKED_TRUST ? "trust" : q == ASKED_VALUE ? "mandate" : "matter";
}

static void rating_view(struct req *r, struct view *one, const struct portal_asked *q)
{
	struct view *form = view_map(one, "rate");
	view_text(form, "about", rated(q->question));
	view_text(form, "about_id", q->question == ASKED_TRUST ? NULL : pub_of(r, q->kind, q->id));
	view_flag(form, "verifies", q->question == ASKED_VERIFY);
	struct view *steps = view_list(form, "steps");
	static const char *const low = N_("not at all"), *const high = N_("fully");
	for (int n = 1; n <= 5; n++) {
		struct view *step = view_add(steps);
		view_int(step, "value", n);
		view_text(step, "word", n == 1 ? tr(r->lang, low) : n == 5 ? tr(r->lang, high) : NULL);
	}
}

static void asked_view(struct req *r, struct view *one, const struct portal_asked *q)
{
	bool to_answer = q->question == ASKED_TO_ANSWER; /* … and what silence means there */
	view_text(one, "title", q->title);
	view_text(
	    one, "text", to_answer ? writing_first_line_text(r->c, GET(r->c, writing, q->id)) : q->text);
	switch (q->question) {
	case ASKED_TO_ANSWER:
	case ASKED_TO_CHOOSE:
		view_text(one, "url", record_portal_page(r->c, q->kind, q->id));
		view_flag(one, "choose", q->question == ASKED_TO_CHOOSE);
		break;
	case ASKED_RESULT:
		view_text(view_map(one, "result"), "id", pub_of(r, q->kind, q->id));
		view_text(one, "need", record_text(r->c, &mandate_kind, GET(r->c, mandate, q->id), "need"));
		break;
	case ASKED_ECHO:
		view_text(view_map(one, "echo"), "id", pub_of(r, q->kind, q->id));
		break;
	case ASKED_VERIFY:
	case ASKED_VALUE:
	case ASKED_TRUST:
		rating_view(r, one, q);
		break;
	}
}

static void asks_view(struct req *r, struct view *v, const struct portal *p)
{
	struct view *list = view_list(v, "asked");
	for (int i = 0; i < p->nasked; i++)
		asked_view(r, view_add(list), &p->asked[i]);
}

/* ---- promises ------------------------------------------------------------------------------ */

static void promises_view(struct req *r, struct view *v, const char *key, const struct portal *p,
    const struct promise *const *promises, int n)
{
	struct view *list = view_list(v, key);
	for (int i = 0; i < n; i++) {
		struct view *one = view_add(list);
		promise_view(r, one, promises[i]);
		view_text(one, "why", portal_why_late(r->c, p, promises[i]));
	}
}

static void say_do_view(struct req *r, struct view *v, const struct portal *p)
{
	if (p->say_do && p->say_do->n)
		view_text(v, "say_do",
		    phrase(r, N_("Promises kept on their date in the last %d days: %s."),
			(int)settings_of(r->c)->window_d,
			say_ratio(r->c->arena, r->lang, p->say_do->k, p->say_do->n)));
}

/* ---- good to know ---------------------------------------------------------------------------- */

/* How far a problem has come, in the order of matter.state. */
static const char *const problem_states[] = {[MATTER_TOLD] = N_("We are looking into it with you."),
    [MATTER_UNDERSTOOD] = N_("We understand each other; possible ways are coming."),
    [MATTER_OPTIONS] = N_("Ways out are on the table."),
    [MATTER_DECIDED] = N_("The way out is chosen; we are at it."),
    [MATTER_APPLIED] = N_("It is done; we check with you."),
    [MATTER_CLOSED] = N_("Settled.")};

static void matter_view(struct req *r, struct view *one, const struct matter *m)
{
	view_text(one, "nature", choice_text(r, &matter_kind, "nature", m));
	view_text(one, "title", record_text(r->c, &matter_kind, m, "title"));
	view_text(one, "body", record_text(r->c, &matter_kind, m, "body"));
	view_text(one, "our_part", record_text(r->c, &matter_kind, m, "our_part"));
	view_text(one, "when", said_date(r, day_at(r->c, m->told_at)));
	if (m->nature != PROBLEM)
		return;
	view_text(one, "state", problem_states[m->state] ? tr(r->lang, problem_states[m->state]) : NULL);
	if (m->update_due && m->state != MATTER_CLOSED)
		view_text(one, "next_news", phrase(r, N_("Next news: %s."), said_date(r, m->update_due)));
	if (m->state == MATTER_CLOSED)
		view_text(view_map(one, "reopen"), "id", pub_of(r, &matter_kind, m->r.id));
}

static void known_view(struct req *r, struct view *v, const struct portal *p)
{
	struct view *list = view_list(v, "known");
	for (int i = 0; i < p->nknown; i++) {
		const struct portal_known *k = &p->known[i];
		struct view *one = view_add(list);
		view_flag(one, "gift", k->gift);
		if (k->kind == &matter_kind) {
			matter_view(r, view_map(one, "matter"), k->rec);
		} else {
			view_text(one, "title", k->text);
			view_text(one, "url", record_portal_page(r->c, k->kind, k->id));
		}
	}
}

/* ---- when we meet ----------------------------------------------------------------------------------- */

/* Who will be there: one of us, those of theirs who are named. */
static void people_view(struct req *r, struct view *v, const struct exchange *x)
{
	int64_t ids[REFS_MAX];
	int n = refs_read(x->contact_ids, ids);
	struct view *list = view_list(v, "people");
	view_add_text(list, person_name(r->c, x->our_person_id));
	for (int i = 0; i < n; i++)
		view_add_text(list, person_name(r->c, ids[i]));
}

/* The last time that this reader proposed instead, and what became of it. */
static const struct message *proposed_instead(const struct portal *p, const struct exchange *meeting)
{
	const struct message *last = NULL;
	for (int i = 0; i < p->talk->n; i++) {
		const struct message *m = &p->talk->message[i];
		if (!m->ours && m->to && m->to->r.id == meeting->r.id)
			last = m;
	}
	return last;
}

static void meeting_view(struct req *r, struct view *m, const struct portal *p, const struct exchange *x)
{
	const struct message *other = proposed_instead(p, x);
	const char *channel = choice_text(r, &exchange_kind, "channel", x);
	view_text(m, "id", pub_of(r, &exchange_kind, x->r.id));
	view_text(m, "when", say_instant(r->c->arena, r->lang, &r->c->firm->calendar.zone, x->at, r->c->now));
	view_text(m, "how",
	    x->minutes > 0
		? phrase(r, N_("%s, %s"), channel, say_hours(r->c->arena, r->lang, x->minutes * 60))
		: channel);
	view_text(m, "subject", x->subject);
	people_view(r, m, x);
	place_view(r, m, "place", x->place);
	if (other) {
		struct view *instead = view_map(m, "instead");
		view_text(instead, "text", text_short(r->c->arena, other->exchange->text, TEXT_SHOWN));
		view_text(instead, "state", other->text);
	}
}

static void meetings_view(struct req *r, struct view *v, const struct portal *p)
{
	struct view *list = view_list(v, "meetings");
	for (int i = 0; i < p->nmeetings; i++)
		meeting_view(r, view_add(list), p, p->meeting[i]);
}

/* ---- what was written -------------------------------------------------------------------------------- */

#define MESSAGES_AT_HOME 3

/* What came and was not read: by whom and when; the words are on its page, where
 * they are read. */
static void unread_view(struct req *r, struct view *v, const struct portal *p)
{
	struct view *list = view_list(v, "unread");
	for (int i = p->talk->n - 1; i >= 0; i--) {
		const struct message *m = &p->talk->message[i];
		if (!m->unread)
			continue;
		struct view *one = view_add(list);
		view_text(one, "text", wrote_text(r, m));
		view_text(one, "when", said_fully(r, m->exchange->at));
		view_text(one, "id", pub_of(r, &exchange_kind, m->exchange->r.id));
		if (m->to && m->to->text && !m->to->planned)
			view_text(one, "to", text_short(r->c->arena, m->to->text, TEXT_SHOWN));
	}
}

/* The last messages, whatever became of them; what waits, or was not read, is said
 * above. */
static void talk_view(struct req *r, struct view *v, const struct portal *p)
{
	struct view *list = view_list(v, "messages");
	for (int i = p->talk->n - 1, n = 0; i >= 0 && n < MESSAGES_AT_HOME; i--) {
		const struct message *m = &p->talk->message[i];
		if (m->unread || m->state == MESSAGE_WAITS || m->state == MESSAGE_PARKED)
			continue;
		struct view *one = view_add(list);
		view_text(one, "by", m->ours ? m->name : tr(r->lang, N_("You")));
		view_text(one, "text", text_short(r->c->arena, m->exchange->text, TEXT_SHOWN));
		view_text(one, "state", m->ours ? said_fully(r, m->exchange->at) : m->text);
		view_text(one, "id", pub_of(r, &exchange_kind, m->exchange->r.id));
		n++;
	}
}

/* ---- the page ----------------------------------------------------------------------------------------- */

/* Who is in charge since lately, and whom they follow. */
static void successions_view(struct req *r, struct view *v, const struct portal *p)
{
	const char *said[SUCCESSIONS_MAX];
	int n = successions_said(r->c, p->client, said);
	struct view *list = view_list(v, "successions");
	for (int i = 0; i < n; i++)
		view_add_text(list, said[i]);
}

void page_portal(struct req *r)
{
	struct view *v = portal_begin_narrow(r, N_("Your space"), "home");
	if (!v)
		return;
	const struct portal *p = portal_read(r->c);
	view_text(v, "hello", hello(r));
	view_text(v, "in_short", in_short(r, p));
	view_flag(v, "narrow", r->who.only_kind != NULL);
	person_view(r, v, p->person, p->cover);
	meetings_view(r, v, p);
	successions_view(r, v, p);
	waiting_view(r, v, p);
	asks_view(r, v, p);
	promises_view(r, v, "ours", p, p->ours, p->nours);
	promises_view(r, v, "theirs", p, p->theirs, p->ntheirs);
	promises_view(r, v, "received", p, p->received, p->nreceived);
	say_do_view(r, v, p);
	known_view(r, v, p);
	if (p->talk) {
		unread_view(r, v, p);
		talk_view(r, v, p);
	}
	page_send(r, "portal", v, 200);
}
