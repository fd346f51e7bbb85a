/* /p/entente: what is agreed, engagement by engagement (the need in their words,
 * the service and the frame, what each side promised), and all that was written. */

#include "portal/as_read.h"
#include "portal/space.h"

SELECT(mandates_all, mandate_kind, "WHERE client_id = $1 ORDER BY id DESC LIMIT 50");
SELECT(mandate_promises, promise_kind,
    "WHERE client_id = $1 AND mandate_id = $2 AND shared = 1 AND state <> 'dropped' ORDER BY due, id LIMIT "
    "200");
SELECT(writings_sent, writing_kind,
    "WHERE client_id = $1 AND state <> 'draft' ORDER BY sent_at DESC, id DESC LIMIT 200");

/* ---- one engagement ------------------------------------------------------------------ */

/* What was agreed stands; until then, what is proposed. */
static struct trade trade_of(struct req *r, const struct mandate *m)
{
	struct trade t = trade_now(m);
	const struct writing *w = GET(r->c, writing, m->entente_id);
	if (!w || !record_visible(r->c, &writing_kind, w))
		return t;
	trade_fixed(as_read(r, &writing_kind, w), &t);
	return t;
}

static const char *term_state(struct req *r, const struct term *t)
{
	if (t->state == TERM_MET)
		return tr(r->lang, term_is_frame(t) ? N_("in place") : N_("done"));
	if (t->state == TERM_MISSING)
		return tr(r->lang, N_("not in place yet"));
	if (t->state == TERM_WAIVED)
		return tr(r->lang, N_("set aside together"));
	return t->state == TERM_PROPOSED ? tr(r->lang, N_("proposed")) : NULL;
}

static void term_line(struct req *r, struct view *v, const struct term *t)
{
	view_text(v, "text", t->text);
	view_text(v, "why", t->why);
	view_text(v, "owed", term_is_frame(t) ? owed_of_them(r, t) : NULL);
	view_text(v, "state", term_state(r, t));
}

static void halves_view(struct req *r, struct view *v, const struct mandate *m)
{
	const struct term *terms[TERMS_MAX];
	int n = terms_of(r->c, m->r.id, terms, TERMS_MAX);
	struct view *service = view_list(v, "service"), *frame = view_list(v, "frame");
	for (int i = 0; i < n; i++)
		if (record_visible(r->c, &term_kind, terms[i]))
			term_line(r, view_add(term_is_frame(terms[i]) ? frame : service), terms[i]);
}

static void sides_view(struct req *r, struct view *v, const struct mandate *m)
{
	struct view *ours = view_list(v, "ours"), *theirs = view_list(v, "theirs");
	foreach (r->c, promise, p, &mandate_promises, "ii", m->client_id, m->r.id)
		if (record_visible(r->c, &promise_kind, p))
			promise_view(r, view_add(p->side == OURS ? ours : theirs), p);
}

static const char *const stages[] = {[MANDATE_DRAFT] = N_("not agreed yet"),
    [MANDATE_RUNNING] = N_("under way"),
    [MANDATE_DELIVERED] = N_("all is in your hands"),
    [MANDATE_CLOSED] = N_("closed")};

static void mandate_view(struct req *r, struct view *v, const struct mandate *m)
{
	struct trade t = trade_of(r, m);
	bool cover;
	const struct person *who = person_reachable(r->c, m->responsible_id, &cover);
	view_text(v, "id", pub_of(r, &mandate_kind, m->r.id));
	view_text(v, "title", m->title);
	view_text(v, "stage", tr(r->lang, stages[m->state]));
	view_text(v, "who", who ? who->name : NULL);
	view_flag(v, "ask_need",
	    m->need && !m->need_confirmed_at && m->state != MANDATE_CLOSED && r->who.can_agree);
	trade_view(r, v, &t);
	halves_view(r, v, m);
	sides_view(r, v, m);
	if (m->entente_id)
		view_text(v, "last_line", entente_last_line(r->lang));
}

/* ---- all that was written -------------------------------------------------------------- */

static const char *const standings[] = {[WRITING_SENT] = N_("waiting for your answer"),
    [WRITING_CONFIRMED] = N_("agreed"),
    [WRITING_CORRECTED] = N_("corrected"),
    [WRITING_UNANSWERED] = N_("waiting for your answer")};

/* A tacit agreement is never said without its date. */
static const char *standing(struct req *r, const struct writing *w)
{
	if (w->state == WRITING_TACIT)
		return phrase(r, N_("tacit agreement, %s"), said_near(r, w->answered_at));
	return writing_asks_answer(w) || w->state != WRITING_SENT ? tr(r->lang, standings[w->state]) : NULL;
}

static void written_view(struct req *r, struct view *v)
{
	struct view *list = view_list(v, "writings");
	foreach (r->c, writing, w, &writings_sent, "i", r->who.client_id) {
		if (!record_visible(r->c, &writing_kind, w))
			continue;
		struct view *one = view_add(list);
		view_text(one, "title", writing_title(r->c, w));
		view_text(one, "url", record_portal_page(r->c, &writing_kind, w->r.id));
		view_text(one, "when", said_date(r, day_at(r->c, w->sent_at)));
		view_text(one, "state", standing(r, w));
	}
}

void page_portal_entente(struct req *r)
{
	struct view *v = portal_begin(r, N_("Our agreement"), "entente");
	if (!v)
		return;
	struct view *list = view_list(v, "mandates");
	foreach (r->c, mandate, m, &mandates_all, "i", r->who.client_id)
		if (record_visible(r->c, &mandate_kind, m))
			mandate_view(r, view_add(list), m);
	written_view(r, v);
	page_send(r, "portal-entente", v, 200);
}
