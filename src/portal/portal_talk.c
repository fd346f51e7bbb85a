/* /p/echanges: what they and we wrote to each other, as letters are kept: those
 * that answer each other together, the newest word last; /p/r/…: one answer of ours,
 * for whom its letter let in. */
#include "portal/space.h"

#include "base/text.h"
#include "rules/conversation.h"
#include "web/parts.h"

/* ---- one message --------------------------------------------------------------------- */

static const char *const looks[] = {[MESSAGE_HEARD] = "heard",
    [MESSAGE_WAITS] = "waits",
    [MESSAGE_ANSWERED] = "answered",
    [MESSAGE_PARKED] = "parked",
    [MESSAGE_BY_VOICE] = "by_voice"};

/* What it is about, when that does not stand above it. */
static const char *about_text(struct req *r, const struct exchange *to)
{
	if (!to)
		return NULL;
	const char *when = date_said(r->c, day_at(r->c, to->at));
	if (to->planned)
		return phrase(r, N_("About our meeting of %s"), when);
	return to->direction == INBOUND ? phrase(r, N_("In answer to your message of %s"), when)
					: phrase(r, N_("In answer to our message of %s"), when);
}

static void message_view(struct req *r, struct view *v, const struct message *m, const struct exchange *about)
{
	const struct exchange *x = m->exchange;
	view_text(v, "id", pub_of(r, &exchange_kind, x->r.id));
	view_flag(v, "ours", m->ours);
	view_text(v, "by", m->ours ? m->name : tr(r->lang, N_("You")));
	view_text(v, "letter", name_initial(r, m->name));
	view_text(v, "when", said_fully(r, x->at));
	view_text(v, "about", about_text(r, about));
	view_text(v, "subject", x->subject);
	view_text(v, "urgent", x->urgent_said ? x->urgent_reason : NULL);
	pieces_view(r, v, x->text);
	view_text(v, "state", m->text);
	view_flag(view_map(v, "looks"), looks[m->state], !m->ours);
}

/* ---- all of them ----------------------------------------------------------------------- */

/* The first message of the thread that each belongs to, by its place. */
static void threads_find(const struct conversation *t, int ret[MESSAGES_SHOWN])
{
	for (int i = 0; i < t->n; i++) {
		ret[i] = i;
		for (int j = 0; j < i; j++)
			if (t->message[i].to && t->message[j].exchange->r.id == t->message[i].to->r.id)
				ret[i] = ret[j];
	}
}

static void thread_view(
    struct req *r, struct view *v, const struct conversation *t, const int thread[MESSAGES_SHOWN], int last)
{
	struct view *list = view_list(v, "messages");
	for (int i = thread[last]; i <= last; i++)
		if (thread[i] == thread[last])
			message_view(
			    r, view_add(list), &t->message[i], i == thread[last] ? t->message[i].to : NULL);
}

static bool goes_on(const struct conversation *t, const int thread[MESSAGES_SHOWN], int i)
{
	for (int j = i + 1; j < t->n; j++)
		if (thread[j] == thread[i])
			return true;
	return false;
}

#define LONG_FROM 6 /* messages: from here on the way to the last one is shown */

void page_portal_talk(struct req *r)
{
	struct view *v = portal_begin(r, N_("Our messages"), "talk");
	if (!v)
		return;
	int thread[MESSAGES_SHOWN];
	const struct conversation *t = conversation_read(r->c);
	threads_find(t, thread);
	struct view *list = view_list(v, "threads");
	for (int i = 0; i < t->n; i++)
		if (!goes_on(t, thread, i))
			thread_view(r, view_add(list), t, thread, i);
	if (t->n >= LONG_FROM)
		view_text(v, "newest", pub_of(r, &exchange_kind, t->message[t->n - 1].exchange->r.id));
	page_send(r, "portal-talk", v, 200);
}

/* ---- one answer --------------------------------------------------------------------------- */

void page_portal_answer(struct req *r)
{
	bool theirs = r->who.role == CONTACT;
	const struct exchange *x = theirs ? record_find(r->c, &exchange_kind, r->arg[0]) : NULL;
	if (!x || x->planned) {
		answer_code(r, "not_found");
		return;
	}
	if (!r->who.only_kind) {
		answer_redirect(r, arena_printf(r->c->arena, "/p/echanges#%s", r->arg[0]));
		return;
	}
	struct view *v = portal_begin_narrow(r, N_("A message for you"), "talk");
	/* Of what it answers only the day: the letter that let them in is about this one. */
	const struct exchange *to = GET(r->c, exchange, x->in_reply_to_id);
	struct message m = message_of(r->c, x);
	message_view(r, v, &m, to && to->r.created_by == r->who.id ? to : NULL);
	view_text(v, "heading",
	    phrase(
		r, to ? N_("An answer from %s") : N_("A message from %s"), first_name(r->c->arena, m.name)));
	page_send(r, "portal-answer", v, 200);
}
