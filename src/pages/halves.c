/* Service and framework, term by term: what it says, how it stands, and the few
 * things that can be done about it now. */
#include "pages/halves.h"

#include "base/text.h"
#include "pages/promises.h"
#include "web/record.h"
#include "rules/refs.h"
#include "rules/today.h"

SELECT(milestones_of, promise_kind,
    "WHERE source = $1 AND shared = 1 AND state <> 'dropped' ORDER BY due, id LIMIT 50");

#define TEXT_SHOWN 80

const char *owed_text(struct req *r, const struct term *t)
{
	static const char *const from[] = {[OWED_BY_US] = N_("on our side"),
	    [OWED_BY_CLIENT] = N_("on the client’s side"),
	    [OWED_BY_BOTH] = N_("on both sides")};
	return tr(r->lang, from[t->owed_by]);
}

const char *measure_text(struct req *r, const struct term *t)
{
	const char *notice = t->lead_wd == NO_NUMBER ? NULL
			     : t->lead_wd == 1       ? tr(r->lang, N_("one working day’s notice"))
					       : phrase(r, N_("%d working days’ notice"), (int)t->lead_wd);
	const char *quota = t->quota == NO_NUMBER ? NULL : phrase(r, N_("%d at most"), (int)t->quota);
	return notice && quota ? arena_printf(r->c->arena, "%s, %s", notice, quota) : notice ? notice : quota;
}

/* ---- one term -------------------------------------------------------------------------- */

static const char *stands_text(struct req *r, const struct term *t)
{
	switch (t->state) {
	case TERM_NOTED:
		return tr(r->lang, N_("noted, not sent yet"));
	case TERM_PROPOSED:
		return tr(r->lang, N_("put to the client"));
	case TERM_AGREED:
		return phrase(r, N_("agreed %s"), said_near(r, t->agreed_at));
	case TERM_MET:
		return tr(r->lang, term_is_frame(t) ? N_("in place") : N_("done"));
	case TERM_MISSING:
		return phrase(r, N_("missing since %s"), said_date(r, t->missing_since));
	case TERM_WAIVED:
		return tr(r->lang, N_("set aside by a decision"));
	default:
		return NULL;
	}
}

static const char *mark_of(const struct term *t)
{
	return t->state == TERM_MISSING ? "missing" : t->state == TERM_MET ? "met" : "open";
}

/* Its own words, as long as they may still be changed. */
static void correct_view(struct req *r, struct view *v, const struct term *t)
{
	struct view *form = view_map(v, "correct");
	record_view(r, form, &term_kind, t);
	view_flag(form, "frame", term_is_frame(t));
}

static void term_view(struct req *r, struct view *v, const struct term *t)
{
	view_int(v, "term_id", t->r.id);
	view_text(v, "text", t->text);
	view_text(v, "why", t->why);
	view_text(v, "stands", stands_text(r, t));
	view_text(v, "mark", mark_of(t));
	view_text(v, "unclear", t->clarity != CLEAR ? choice_text(r, &term_kind, "clarity", t) : NULL);
	if (t->state == TERM_NOTED)
		correct_view(r, v, t);
}

/* ---- the service ----------------------------------------------------------------------------- */

static void milestones_view(struct req *r, struct view *v, const struct term *t)
{
	struct view *list = view_list(v, "milestones");
	foreach (r->c, promise, p, &milestones_of, "i", link_to(&term_kind, t->r.id)) {
		struct view *one = promise_item(r, list, p);
		if (p->state == PROMISE_DONE)
			view_text(one, "due_text", tr(r->lang, N_("done")));
		view_text(one, "load", promise_load_text(r, p));
	}
}

static void expectation_view(struct req *r, struct view *v, const struct term *t)
{
	term_view(r, v, t);
	milestones_view(r, v, t);
}

/* ---- the framework ------------------------------------------------------------------------------ */

static const char *asked_text(struct req *r, const struct missing *m)
{
	if (m->nasked == 0)
		return tr(r->lang, N_("never asked for in writing or by voice"));
	const char *last = said_near(r, m->asked[m->nasked - 1].at);
	return m->nasked == 1 ? phrase(r, N_("asked once, %s"), last)
			      : phrase(r, N_("asked %d times, the last %s"), m->nasked, last);
}

/* T5: the row goes to a lead, who calls. */
static void a_lead_view(struct req *r, struct view *v, const struct term *t)
{
	struct today_row row = {.is = &row_types[CLOCK_B4_INSIST], .kind = &term_kind, .record_id = t->r.id};
	row.owner = today_holder(r->c, &row);
	if (!row.owner || !today_may_change(r->c, &row))
		return;
	struct view *calls = view_map(v, "a_lead"), *list = view_list(calls, "leads");
	int64_t leads[LEADS_MAX];
	int n = leads_read(r->c, leads);
	view_text(calls, "key", today_key(r->c, &row));
	const struct mandate *m = GET(r->c, mandate, t->mandate_id);
	if (row.owner != m->responsible_id)
		view_text(calls, "held",
		    phrase(r, N_("%s lends their voice: they call."), person_name(r->c, row.owner)));
	for (int i = 0; i < n; i++)
		if (leads[i] != row.owner)
			option_view(list, leads[i], person_name(r->c, leads[i]), false);
}

/* What waits for it, and how it was asked for. */
static void missing_view(struct req *r, struct view *v, const struct missing *m)
{
	struct view *gone = view_map(v, "missing"), *list = view_list(gone, "blocks");
	view_text(gone, "asked", asked_text(r, m));
	struct view *askings = view_list(gone, "askings");
	for (int i = 0; i < m->nasked; i++)
		item_view(r, askings, said_near(r, m->asked[i].at), m->asked[i].kind, m->asked[i].id);
	view_flag(gone, "insist", m->insist);
	view_flag(gone, "theirs", m->term->owed_by != OWED_BY_US);
	view_flag(gone, "ours", m->term->owed_by != OWED_BY_CLIENT);
	a_lead_view(r, gone, m->term);
	for (int i = 0; i < m->nblocks; i++) {
		const struct promise *p = GET(r->c, promise, m->blocks[i]);
		item_view(r, list, text_short(r->c->arena, p->text, TEXT_SHOWN), &promise_kind, p->r.id);
	}
}

static const struct missing *missing_of(const struct conditions *c, const struct term *t)
{
	for (int i = 0; i < c->nmissing; i++)
		if (c->missing[i].term->r.id == t->r.id)
			return &c->missing[i];
	return NULL;
}

static void frame_view(struct req *r, struct view *v, const struct term *t, const struct conditions *c)
{
	const struct missing *m = missing_of(c, t);
	bool put = t->state != TERM_NOTED && t->state != TERM_WAIVED;
	term_view(r, v, t);
	view_text(v, "owed", owed_text(r, t));
	view_text(v, "by",
	    t->needed_by && t->state != TERM_MISSING
		? phrase(r, N_("needed by %s"), said_date(r, t->needed_by))
		: NULL);
	view_text(v, "measure", measure_text(r, t));
	view_flag(v, "lacks_why", !t->why);
	view_flag(v, "can_be_in_place", put);
	view_flag(v, "is_in_place", t->state == TERM_MET);
	view_flag(v, "can_be_missing", put && t->state != TERM_MISSING);
	view_flag(v, "can_be_unneeded", put && !t->unneeded_at);
	if (t->unneeded_at)
		view_text(
		    v, "unneeded", tr(r->lang, N_("Not needed any more: the next version leaves it out.")));
	if (m)
		missing_view(r, v, m);
}

/* ---- what the library has beside ------------------------------------------------------------------ */

static void absent_view(struct req *r, struct view *v, const struct mandate *m, const struct conditions *c)
{
	struct view *open = view_list(v, "absent"), *settled = view_list(v, "left_out");
	for (int i = 0; i < c->nabsent; i++) {
		const struct term *t = c->absent[i];
		const char *last = library_last_answer(r->c, m->r.id, t->r.id);
		if (t->state != TERM_AGREED)
			continue; /* somebody's proposal so far */
		struct view *one = view_add(last ? settled : open);
		view_int(one, "library_id", t->r.id);
		view_text(one, "text", t->text);
		view_text(one, "why", t->why);
		int64_t why = choice_number(choices_of(&term_kind, "omitted_reason"), last);
		if (why)
			view_text(
			    one, "said", tr(r->lang, choices_of(&term_kind, "omitted_reason")[why - 1].text));
	}
}

void halves_view(struct req *r, struct view *v, const struct mandate *m, const struct conditions *c)
{
	const struct term **terms = ARENA_ARRAY(r->c->arena, const struct term *, TERMS_MAX);
	int n = terms_of(r->c, m->r.id, terms, TERMS_MAX);
	const struct named *team = staff_named(r->c);
	struct view *halves = view_map(v, "halves"), *service = view_list(halves, "service"),
		    *frame = view_list(halves, "frame");
	for (int i = 0; i < n; i++)
		if (term_is_frame(terms[i]))
			frame_view(r, view_add(frame), terms[i], c);
		else
			expectation_view(r, view_add(service), terms[i]);
	view_text(halves, "first", day_text(r->c->arena, r->c->today));
	names_view(halves, "owners_of_ours", team, m->responsible_id);
	absent_view(r, halves, m, c);
	if (running_clock(r->c, &mandate_kind, m->r.id, CLOCK_E7))
		view_text(halves, "of_the_week",
		    tr(r->lang, N_("The look of the week: one tap for each is enough.")));
}
