/* The page of an engagement: the need in the client's words, the entente in its two
 * halves, how far things have drifted from it, and the one thing to do now. */
#include "pages/pages.h"
#include "pages/promises.h"
#include "rules/drift.h"
#include "rules/rating.h"
#include "rules/writing.h"
#include "pages/halves.h"
#include "pages/passing.h"
#include "portal/as_read.h"
#include "pages/exchanges.h"
#include "web/record.h"

SELECT(open_promises_of_mandate, promise_kind,
    "WHERE client_id = $1 AND mandate_id = $2 AND state = 'open' ORDER BY due, id LIMIT 200");
SQL(minutes_of_mandate,
    "SELECT sum(minutes) FROM exchange WHERE mandate_id = $1 AND cancelled_at IS NULL AND at <= $2");
SELECT(ententes_of, writing_kind,
    "WHERE mandate_id = $1 AND kind = 'entente' ORDER BY version DESC, id DESC LIMIT 20");

#define VERSIONS_MAX 20

/* What the page is about, read once. */
struct engagement {
	const struct mandate *mandate;
	const struct conditions *conditions;
	int nversions;
	const struct writing *version[VERSIONS_MAX]; /* the newest first */
	const struct writing *draft, *sent;          /* the newest of each; NULL none */
};

static const struct engagement *engagement_read(struct req *r, const struct mandate *m)
{
	struct engagement *e = ARENA_NEW(r->c->arena, struct engagement);
	e->mandate = m;
	e->conditions = conditions_read(r->c, m);
	foreach (r->c, writing, w, &ententes_of, "i", m->r.id) {
		e->version[e->nversions++] = w;
		if (w->state == WRITING_DRAFT && !e->draft)
			e->draft = w;
		if (writing_is_open(w) && !e->sent)
			e->sent = w;
	}
	return e;
}

/* ---- where it stands ------------------------------------------------------------------ */

static const char *before_start(struct req *r, const struct engagement *e)
{
	const struct mandate *m = e->mandate;
	if (!m->need)
		return tr(r->lang, N_("Begin with the need, in the client’s own words."));
	if (m->entente_id && m->need_confirmed_at)
		return tr(r->lang, N_("Agreed, the need and the way: it can begin."));
	if (m->entente_id)
		return tr(
		    r->lang, N_("A tacit agreement; the need itself still waits for the client’s own yes."));
	if (e->sent)
		return phrase(r, N_("The client has not answered the agreement yet. In writing: %s."),
		    writing_went_text(r, e->sent));
	if (e->draft && e->draft->parent_id)
		return tr(r->lang, N_("They corrected the agreement: mend it and send it again."));
	return tr(r->lang, N_("Put the service and the framework on the table, then send the agreement."));
}

static const char *after_delivery(struct req *r, const struct mandate *m)
{
	if (!m->result)
		return tr(r->lang, N_("Delivered. Was the need met? Ask them by voice."));
	if (!mandate_is_valued(r->c, m))
		return tr(r->lang, N_("Delivered. What was it worth to them, from 1 to 5?"));
	return NULL;
}

static const char *lead_text(struct req *r, const struct engagement *e)
{
	const struct mandate *m = e->mandate;
	switch (m->state) {
	case MANDATE_DRAFT:
		return before_start(r, e);
	case MANDATE_RUNNING:
		return m->entente_id ? NULL : tr(r->lang, N_("It runs without an agreement yet."));
	case MANDATE_DELIVERED:
		return after_delivery(r, m);
	default:
		return m->closed_without_answer
			   ? tr(r->lang, N_("Closed without their answer: we do not know what it was worth."))
			   : NULL;
	}
}

/* What can be done next, on one line under that sentence. */
static void next_view(struct req *r, struct view *v, const struct engagement *e)
{
	const struct mandate *m = e->mandate;
	bool agreed = m->entente_id && m->need_confirmed_at, draft = m->state == MANDATE_DRAFT;
	struct view *next = view_map(v, "next");
	if (e->draft)
		link_view(next, "compose",
		    tr(r->lang, e->draft->version > 1 ? N_("Go on with the new version")
						      : N_("Go on with the agreement")),
		    path_of(r, &writing_kind, e->draft->r.id));
	else if (draft && !e->sent && !agreed)
		view_flag(next, "open", true);
	if (e->sent)
		link_view(next, "sent", tr(r->lang, N_("See what was written")),
		    path_of(r, &writing_kind, e->sent->r.id));
	view_flag(next, "can_start", draft && agreed);
	view_flag(next, "can_deliver", m->state == MANDATE_RUNNING);
	view_flag(v, "can_override", draft && !agreed && r->who.role == LEAD);
	view_flag(v, "can_review", m->entente_id && m->state == MANDATE_RUNNING);
}

/* T2: it does not move, so look at what it stands on. */
static void stall_view(struct req *r, struct view *v, const struct conditions *c)
{
	if (c->stalled_at)
		view_text(v, "stalled", stall_text(r->c));
	else if (c->question)
		view_text(v, "stalled", tr(r->lang, N_("Which condition did we forget?")));
}

/* ---- need, price, dates --------------------------------------------------------------------- */

static const char *minutes_text(struct req *r, const struct mandate *m)
{
	int64_t spent = db_int(r->c->db, &minutes_of_mandate, 0, "ii", m->r.id, r->c->now);
	const char *said_spent = say_hours(r->c->arena, r->lang, spent * 60);
	if (m->budget_minutes != NO_NUMBER)
		return phrase(r, N_("%s of exchanges, of %s planned"), said_spent,
		    say_hours(r->c->arena, r->lang, m->budget_minutes * 60));
	return spent ? phrase(r, N_("%s of exchanges"), said_spent) : NULL;
}

static const char *busy_text(struct req *r, const struct mandate *m)
{
	if (!m->busy_from)
		return m->busy_to ? phrase(r, N_("until %s"), said_date(r, m->busy_to)) : NULL;
	if (!m->busy_to)
		return phrase(r, N_("starting %s"), said_date(r, m->busy_from));
	return phrase(r, N_("from %s to %s"), said_date(r, m->busy_from), said_date(r, m->busy_to));
}

/* Where a client said something by voice: templates/said-where.html. */
static void by_voice_view(struct req *r, struct view *v, const char *key, const struct mandate *m)
{
	struct view *way = view_map(v, key);
	spoken_in_view(r, way, m->client_id, r->c->now - SAID_SINCE_DAYS * DAY_SECONDS);
	client_choices_view(way, NULL, contacts_of(r, m->client_id));
}

static void need_view(struct req *r, struct view *v, const struct mandate *m)
{
	view_text(v, "need", m->need);
	view_text(v, "need_said_by", m->need_said_by);
	view_text(v, "need_text",
	    m->need_confirmed_at ? phrase(r, N_("confirmed, %s"), said_near(r, m->need_confirmed_at))
				 : tr(r->lang, N_("not confirmed yet")));
	if (m->need && !m->need_confirmed_at)
		by_voice_view(r, v, "confirm_need", m);
	view_text(v, "how", m->how);
	view_text(v, "when_due_text", m->when_due ? said_date(r, m->when_due) : NULL);
	view_text(v, "price_text",
	    m->price_cents != NO_NUMBER ? say_money(r->c->arena, r->lang, m->price_cents, m->currency)
					: NULL);
	view_text(v, "strategy", m->strategy);
	view_text(v, "busy_text", busy_text(r, m));
	view_text(v, "minutes_text", minutes_text(r, m));
}

/* ---- promises, versions ----------------------------------------------------------------------- */

/* Those that no half shows already. */
static void promises_view(struct req *r, struct view *v, const struct mandate *m)
{
	struct view *list = view_list(v, "promises");
	foreach (r->c, promise, p, &open_promises_of_mandate, "ii", m->client_id, m->r.id) {
		if (link_of(p->source, &term_kind) && p->side == OURS)
			continue;
		promise_item(r, list, p);
	}
}

static void versions_view(struct req *r, struct view *v, const struct engagement *e)
{
	struct view *list = view_list(v, "versions");
	for (int i = 0; i < e->nversions; i++) {
		const struct writing *w = e->version[i];
		struct view *one =
		    item_view(r, list, phrase(r, N_("version %d"), (int)w->version), &writing_kind, w->r.id);
		view_text(one, "stands", writing_state_text(r, w));
		view_flag(one, "holds", w->r.id == e->mandate->entente_id);
	}
}

/* ---- drift ------------------------------------------------------------------------------------- */

static void sides_view(struct req *r, struct view *v, const struct drift *d)
{
	const struct {
		const char *what;
		int64_t ours, theirs;
	} rows[] = {
	    {N_("dates moved"), d->ours.moves, d->theirs.moves},
	    {N_("promises past their date"), d->ours.missed, d->theirs.missed},
	    {N_("expectations added"), d->ours.expectations_added, d->theirs.expectations_added},
	    {N_("conditions missing"), d->ours.conditions_missing, d->theirs.conditions_missing},
	};
	struct view *ours = view_list(v, "ours"), *theirs = view_list(v, "theirs");
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct view *us = view_add(ours), *they = view_add(theirs);
		view_text(us, "what", tr(r->lang, rows[i].what));
		view_int(us, "n", rows[i].ours);
		view_text(they, "what", tr(r->lang, rows[i].what));
		view_int(they, "n", rows[i].theirs);
	}
}

static void drift_view(struct req *r, struct view *v, const struct mandate *m)
{
	struct drift *d = ARENA_ARRAY(r->c->arena, struct drift, DRIFTS_MAX);
	if (drift_read(r->c, m->client_id, m->r.id, d) == 0 || d->nlines == 0)
		return;
	struct view *drift = view_map(v, "drift");
	sides_view(r, drift, d);
	if (d->agreed_due && d->agreed_due != m->when_due)
		view_text(drift, "dates",
		    phrase(r, N_("Agreed for %s, now for %s."), said_date(r, d->agreed_due),
			m->when_due ? said_date(r, m->when_due) : "…"));
	if (d->agreed_price != NO_NUMBER && m->price_cents != NO_NUMBER && d->agreed_price != m->price_cents)
		view_text(drift, "prices",
		    phrase(r, N_("Agreed at %s, now at %s."),
			say_money(r->c->arena, r->lang, d->agreed_price, m->currency),
			say_money(r->c->arena, r->lang, m->price_cents, m->currency)));
	view_text(
	    drift, "subject", tr(client_lang(r->c, m->client_id), N_("Look at where we stand, together")));
}

/* ---- once delivered ------------------------------------------------------------------------------- */

/* Two questions close it; asked by voice when their own page did not answer them. */
static void delivered_view(struct req *r, struct view *v, const struct mandate *m)
{
	if (!m->delivered_at)
		return;
	if (!m->result)
		by_voice_view(r, v, "ask_result", m);
	if (!mandate_is_valued(r->c, m))
		by_voice_view(r, v, "ask_value", m);
	view_flag(v, "can_offer_ideas", true);
}

/* ---- the page ------------------------------------------------------------------------------------ */

void page_mandate(struct req *r)
{
	const struct mandate *m = r->rec;
	const struct engagement *e = engagement_read(r, m);
	struct view *v = page_begin(r, m->title, "clients");
	view_int(v, "id", m->r.id);
	view_text(v, "name", m->title);
	around_view(r, v, m->client_id, 0, m->responsible_id);
	view_text(v, "state_text", choice_text(r, &mandate_kind, "state", m));
	view_text(v, "lead", lead_text(r, e));
	view_text(v, "result_text", choice_text(r, &mandate_kind, "result", m));
	next_view(r, v, e);
	stall_view(r, v, e->conditions);
	need_view(r, v, m);
	halves_view(r, v, m, e->conditions);
	versions_view(r, v, e);
	drift_view(r, v, m);
	promises_view(r, v, m);
	delivered_view(r, v, m);
	passage_view(r, v, &mandate_kind, m);
	record_view(r, v, &mandate_kind, m);
	view_flag(v, "can_write_down", m->state == MANDATE_DRAFT && !e->nversions && !m->entente_id);
	history_view(r, v, &mandate_kind, m->r.id);
	page_send(r, "mandate", v, 200);
}
