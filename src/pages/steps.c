/* A problem led one step at a time: the step now is open and says exactly what is
 * to be done, those behind hold their facts and dates, the others wait. */
#include "pages/steps.h"

#include <string.h>

#include "base/text.h"
#include "pages/promises.h"
#include "portal/as_read.h"
#include "rules/deliver.h"
#include "rules/hints.h"
#include "rules/options.h"

SELECT(
    decisions_of_matter, decision_kind, "WHERE client_id = $1 AND about_id = $2 ORDER BY id DESC LIMIT 20");
SELECT(reformulation_of_matter, writing_kind,
    "WHERE client_id = $1 AND about = $2 AND kind = 'problem' ORDER BY version DESC, id DESC LIMIT 1");
SELECT(stumble_of_matter, moment_kind,
    "WHERE client_id = $1 AND matter_id = $2 AND kind = 'setback' ORDER BY id DESC LIMIT 1");
SELECT(promises_of_choice, promise_kind, "WHERE client_id = $1 AND source = $2 ORDER BY due, id LIMIT 50");

SELECT(telling_in_writing, writing_kind,
    "WHERE client_id = $1 AND sent_at = $2 AND matter_ids IS NOT NULL ORDER BY id LIMIT 20");

#define CALLS_MAX 3

/* ---- where it stands ---------------------------------------------------------------- */

static const struct decision *decision_in(const struct affair *a, int64_t state)
{
	for (int i = 0; i < a->ndecisions; i++)
		if (a->decision[i]->state == state)
			return a->decision[i];
	return NULL;
}

/* What was decided last, reviewed since or not. */
static const struct decision *last_choice(const struct affair *a)
{
	for (int i = 0; i < a->ndecisions; i++)
		if (a->decision[i]->chosen_at)
			return a->decision[i];
	return NULL;
}

static enum step step_now(const struct affair *a)
{
	const struct matter *m = a->matter;
	switch (m->state) {
	case MATTER_NOTICED:
		return TOLD;
	case MATTER_TOLD:
		if (m->nature != PROBLEM)
			return STEPS;
		return m->voice_owed ? TOLD : UNDERSTOOD;
	case MATTER_UNDERSTOOD:
		return PROPOSED;
	case MATTER_OPTIONS:
		return decision_in(a, DECISION_ASKED) ? DECIDED : PROPOSED;
	case MATTER_DECIDED:
		return APPLIED;
	case MATTER_APPLIED:
		return VERIFIED;
	default:
		return STEPS;
	}
}

const struct affair *affair_read(struct req *r, const struct matter *m)
{
	struct affair *a = ARENA_NEW(r->c->arena, struct affair);
	int64_t link = link_to(&matter_kind, m->r.id);
	a->matter = m;
	a->contacts = contacts_of(r, m->client_id);
	a->rating = rating_latest(r->c, &matter_kind, m->r.id);
	foreach (r->c, decision, d, &decisions_of_matter, "ii", m->client_id, link)
		a->decision[a->ndecisions++] = d;
	a->reformulation = FIRST(r->c, writing, &reformulation_of_matter, "ii", m->client_id, link);
	a->stumble = FIRST(r->c, moment, &stumble_of_matter, "ii", m->client_id, m->r.id);
	a->now = step_now(a);
	return a;
}

/* ---- in words ------------------------------------------------------------------------- */

/* Until when it is to be told; 0: no such clock runs. */
static instant to_tell_before(struct req *r, const struct matter *m)
{
	static const enum clock_name to_tell[] = {CLOCK_A1, CLOCK_A1C, CLOCK_C11};
	const struct clock_row *running = NULL;
	for (int i = 0; i < 3 && !running; i++)
		running = running_clock(r->c, &matter_kind, m->r.id, to_tell[i]);
	return running ? running->due : 0;
}

/* Of the same day the hour alone is enough: "Noted at 11." */
static const char *noted(struct req *r, const struct matter *m)
{
	const char *when = said_near(r, m->noticed_at);
	if (day_at(r->c, m->noticed_at) != r->c->today)
		return phrase(
		    r, m->noticed_by_side == THEIRS ? N_("The client said so %s.") : N_("Noted %s."), when);
	return phrase(r, m->noticed_by_side == THEIRS ? N_("The client said so at %s.") : N_("Noted at %s."),
	    arena_strndup(r->c->arena, when, strcspn(when, " "))); /* without am, pm */
}

static const char *what_to_do(struct req *r, const struct matter *m)
{
	instant before = m->state == MATTER_NOTICED ? to_tell_before(r, m) : 0;
	if (!before)
		return "";
	bool over = before <= r->c->now;
	const char *when = said_near(r, before);
	if (m->noticed_by_side == THEIRS)
		return over ? tr(r->lang, N_("They are waiting for our call."))
			    : phrase(r, N_("They are waiting for our call before %s."), when);
	if (m->nature == PROBLEM)
		return over ? tr(r->lang,
				  N_("To be told by voice now: a problem heard from us weighs less than one "
				     "found alone."))
			    : phrase(r,
				  N_("To be told by voice before %s: a problem heard from us weighs less "
				     "than one "
				     "found alone."),
				  when);
	if (m->nature == BAD_NEWS)
		return over ? tr(r->lang, N_("To be told now, by us."))
			    : phrase(r, N_("To be told before %s, by us."), when);
	return over ? tr(r->lang, N_("Still worth telling."))
		    : phrase(r, N_("Worth telling before %s."), when);
}

/* What now, in one sentence under the title. */
static const char *lead_text(struct req *r, const struct affair *a)
{
	const struct matter *m = a->matter;
	switch (a->now) {
	case TOLD:
		if (m->voice_owed)
			return tr(r->lang, N_("Told in writing; it is still owed by voice."));
		return arena_printf(r->c->arena, "%s %s", noted(r, m), what_to_do(r, m));
	case UNDERSTOOD:
		return tr(r->lang, N_("Now say back what we understood, and let them confirm it."));
	case PROPOSED:
		return m->loops > 0 && a->rating && a->rating->value < settings_of(r->c)->excellent
			   ? tr(r->lang, N_("Not excellent yet: look for a better way with them."))
			   : tr(r->lang,
				 N_("Now propose at least two possible ways, with what speaks for and "
				    "against each."));
	case DECIDED:
		return tr(
		    r->lang, deliver_readers(r->c, m->client_id, 0)
				 ? N_("The possible ways are on the client’s page; the choice is theirs.")
				 : N_("The possible ways are on the client’s page, and nobody of theirs can "
				      "open it yet."));
	case APPLIED:
		return tr(r->lang, N_("Now do what was chosen."));
	case VERIFIED:
		return tr(r->lang, N_("Is the solution truly right for them? Only they can say."));
	case PERCEIVED:
	case STEPS:
		break;
	}
	return m->state == MATTER_NOTICED ? noted(r, m) : NULL;
}

/* ---- steps ------------------------------------------------------------------------------ */

static const char *const step_verbs[STEPS] = {NULL, N_("Tell them, by voice"), N_("Understand together"),
    N_("Propose possible ways"), N_("Let them choose"), N_("Do what was chosen"), N_("Check with them")};
static const char *const step_titles[STEPS] = {N_("Perceived"), N_("Told"), N_("Understood"), N_("Ways out"),
    N_("Decided"), N_("Applied"), N_("Checked")};

static instant step_at(const struct matter *m, enum step s)
{
	const instant at[STEPS] = {m->noticed_at, m->told_at, m->understood_at, m->options_at, m->decided_at,
	    m->applied_at, m->closed_at};
	return at[s];
}

void fact_view(struct view *list, const char *text, const char *url)
{
	if (!text || !*text)
		return;
	struct view *f = view_add(list);
	view_text(f, "text", text);
	view_text(f, "url", url);
}

static void told_facts(struct req *r, struct view *facts, const struct matter *m)
{
	const struct exchange *x = GET(r->c, exchange, m->told_in_id);
	const char *text = phrase(r, N_("Told: %s, %s of working time after it was noticed."),
	    said_near(r, m->told_at), say_hours(r->c->arena, r->lang, matter_latency_seconds(r->c, m)));
	fact_view(facts, text, x ? path_of(r, &exchange_kind, x->r.id) : NULL);
	if (m->found_by_client_at && m->noticed_by_side == OURS && m->found_by_client_at < m->told_at)
		fact_view(facts,
		    phrase(r, N_("The client found out before hearing it from us: %s."),
			said_near(r, m->found_by_client_at)),
		    NULL);
	foreach (r->c, writing, w, &telling_in_writing, "ii", m->client_id, m->told_at)
		if (refs_have(w->matter_ids, m->r.id))
			fact_view(facts,
			    arena_printf(
				r->c->arena, "%s · %s", writing_title(r->c, w), writing_went_text(r, w)),
			    path_of(r, &writing_kind, w->r.id));
	if (m->spoken_at)
		fact_view(facts, phrase(r, N_("Said by voice %s."), said_near(r, m->spoken_at)), NULL);
}

const char *loops_text(struct req *r, const struct matter *m)
{
	if (m->loops == 0)
		return NULL;
	return m->loops == 1 ? tr(r->lang, N_("We came back to it once."))
			     : phrase(r, N_("We came back to it %d times."), (int)m->loops);
}

static const char *chosen_label(struct req *r, const struct decision *d)
{
	const struct option *chosen = option_numbered(options_read(r->c, d->options), d->chosen_option);
	return chosen ? chosen->label : NULL;
}

static const char *rating_text(struct req *r, const struct rating *g)
{
	const struct person *by = GET(r->c, person, g->by);
	return phrase(r,
	    rating_by_voice(g) ? N_("%s said %d of 5 by voice, %s.")
			       : N_("%s answered %d of 5 on their page, %s."),
	    by ? by->name : "", (int)g->value, said_near(r, g->at));
}

/* Said by somebody, when no promise told. */
static void applied_facts(struct req *r, struct view *facts, const struct matter *m)
{
	const struct exchange *x = GET(r->c, exchange, m->applied_in_id);
	if (x)
		fact_view(facts, exchange_named(r, x), path_of(r, &exchange_kind, x->r.id));
	fact_view(facts, m->applied_text, NULL);
}

/* What a step that is done leaves to read. */
static void step_facts(struct req *r, struct view *facts, const struct affair *a, enum step s)
{
	const struct matter *m = a->matter;
	const struct decision *d = last_choice(a);
	if (s == PERCEIVED) {
		fact_view(facts, noted(r, m), NULL);
		fact_view(facts, m->body, NULL);
	} else if (s == TOLD) {
		told_facts(r, facts, m);
	} else if (s == UNDERSTOOD && a->reformulation) {
		fact_view(facts, writing_title(r->c, a->reformulation),
		    path_of(r, &writing_kind, a->reformulation->r.id));
		fact_view(facts, loops_text(r, m), NULL);
	} else if (s == PROPOSED || s == DECIDED) {
		if (d)
			fact_view(facts, s == DECIDED ? chosen_label(r, d) : d->question,
			    path_of(r, &decision_kind, d->r.id));
	} else if (s == APPLIED) {
		applied_facts(r, facts, m);
	} else if (s == VERIFIED) {
		fact_view(facts, choice_text(r, &matter_kind, "closed_as", m), NULL);
		if (a->rating)
			fact_view(facts, rating_text(r, a->rating), NULL);
		if (a->rating)
			fact_view(facts, a->rating->text, NULL);
	}
}

/* ---- the step now --------------------------------------------------------------------------- */

void in_exchange_view(
    struct req *r, struct view *v, const char *key, const struct matter *m, const char *verb)
{
	struct view *way = view_map(v, key);
	if (strcmp(verb, "speak") == 0)
		spoken_in_view(r, way, m->client_id, m->noticed_at);
	else
		said_in_view(r, way, m->client_id, m->noticed_at);
	view_text(way, "note_url",
	    arena_printf(r->c->arena, "/noter?client_id=%lld&then=matters/%lld/%s", (long long)m->client_id,
		(long long)m->r.id, verb));
	const struct action *action = action_named(&matter_kind, verb);
	view_text(way, "verb", action->name);
	view_text(way, "summary", tr(r->lang, action->way));
	view_text(way, "button", tr(r->lang, action->button));
}

static const char *sheet_url(struct req *r, const struct matter *m)
{
	return arena_printf(r->c->arena, "/probleme/%lld/appel", (long long)m->r.id);
}

static void ring_view(struct req *r, struct view *v, const struct affair *a)
{
	reach_view(r, view_list(view_map(v, "call"), "people"), a->contacts, CALLS_MAX);
}

static void tell_step(struct req *r, struct view *v, const struct affair *a)
{
	const struct matter *m = a->matter;
	ring_view(r, v, a);
	view_text(v, "sheet_url", m->nature == PROBLEM ? sheet_url(r, m) : NULL);
	in_exchange_view(r, v, "in_exchange", m, m->voice_owed ? "speak" : "tell");
	view_flag(v, "can_found",
	    m->state == MATTER_NOTICED && m->noticed_by_side == OURS && !m->found_by_client_at);
}

static bool is_our_part_owed(const struct matter *m)
{
	return m->cause == CAUSE_US || m->cause == CAUSE_BOTH || m->cause == CAUSE_UNKNOWN;
}

/* Our part, as the client will read it; and the reason of those above us. */
static void our_side_view(struct req *r, struct view *v, const struct matter *m)
{
	struct view *side = view_map(v, "our_side");
	struct hints hints = {0};
	hint_text(r->c, HINT_PROBLEM, "our_part", m->our_part, &hints);
	view_flag(side, "owed", is_our_part_owed(m) && !m->our_part);
	hints_view(side, &hints);
	if (!m->superior_decision || m->superior_reason)
		return;
	struct view *reason = view_map(v, "reason_missing");
	view_text(reason, "asked",
	    m->reason_asked_at
		? phrase(r, N_("Asked of those who decided, %s."), said_near(r, m->reason_asked_at))
		: NULL);
}

static void understand_step(struct req *r, struct view *v, const struct affair *a)
{
	const struct writing *w = a->reformulation;
	view_text(v, "sheet_url", sheet_url(r, a->matter));
	our_side_view(r, v, a->matter);
	if (!w || w->state == WRITING_CORRECTED) {
		view_flag(v, "write", true);
		return;
	}
	const char *url = path_of(r, &writing_kind, w->r.id);
	if (w->state == WRITING_DRAFT)
		link_view(v, "draft", tr(r->lang, N_("Go on with what we understood")), url);
	else
		link_view(v, "waits",
		    phrase(r, N_("The client has not confirmed yet what we understood. In writing: %s."),
			writing_went_text(r, w)),
		    url);
}

static void zone_view(struct req *r, struct view *v, const struct matter *m)
{
	instant end = hours_after(r->c, m->told_at, settings_of(r->c)->decide_zone_wd * WORKING_DAY);
	view_text(v, "zone",
	    end > r->c->now ? phrase(r, N_("Best decided before %s."), said_near(r, end))
			    : phrase(r, N_("It was best decided before %s."), said_near(r, end)));
}

static void propose_step(struct req *r, struct view *v, const struct affair *a)
{
	const struct decision *draft = decision_in(a, DECISION_DRAFT);
	if (a->rating && a->rating->value < settings_of(r->c)->excellent)
		view_text(v, "their_words", rating_text(r, a->rating));
	if (draft)
		link_view(v, "draft",
		    draft->question ? draft->question : tr(r->lang, N_("Go on with the possible ways")),
		    path_of(r, &decision_kind, draft->r.id));
	else
		view_text(v, "propose_url",
		    arena_printf(
			r->c->arena, "/decision?about=problem&about_id=%lld", (long long)a->matter->r.id));
	zone_view(r, v, a->matter);
}

static void decide_step(struct req *r, struct view *v, const struct affair *a)
{
	const struct decision *d = decision_in(a, DECISION_ASKED);
	link_view(v, "asked", d->question, path_of(r, &decision_kind, d->r.id));
	struct view *list = view_list(v, "ways");
	struct options *options = options_read(r->c, d->options);
	for (int i = 0; i < options->n; i++)
		view_add_text(list, options->option[i].label);
	zone_view(r, v, a->matter);
}

static void apply_step(struct req *r, struct view *v, const struct affair *a)
{
	const struct decision *d = last_choice(a);
	if (!d)
		return;
	link_view(v, "chosen", chosen_label(r, d), path_of(r, &decision_kind, d->r.id));
	struct view *list = view_list(v, "promises");
	foreach (r->c, promise, p, &promises_of_choice, "ii", a->matter->client_id,
	    link_to(&decision_kind, d->r.id))
		view_int(promise_item(r, list, p), "promise_id", p->r.id);
	instant chosen = decision_waits_for_word(r->c, a->matter->r.id);
	if (chosen)
		said_in_view(r, view_map(v, "say"), a->matter->client_id, chosen);
}

/* The client's word, given by voice and noted by us. */
static void rate_view(struct req *r, struct view *v, const struct affair *a)
{
	struct view *rate = view_map(v, "rate");
	client_choices_view(rate, NULL, a->contacts);
	spoken_in_view(r, rate, a->matter->client_id, a->matter->applied_at);
}

static void check_step(struct req *r, struct view *v, const struct affair *a)
{
	const struct matter *m = a->matter;
	instant due = problem_verify_at(r->c, m);
	ring_view(r, v, a);
	view_text(v, "when",
	    due > r->c->now ? phrase(r, N_("To be asked %s."), said_near(r, due))
			    : phrase(r, N_("Asked since %s."), said_near(r, due)));
	view_text(v, "first",
	    m->first_ever ? tr(r->lang, N_("It is their first problem with us: check it by voice.")) : NULL);
	rate_view(r, v, a);
	if (problem_lacks_voice(r->c, m))
		in_exchange_view(r, v, "verify", m, "verify");
}

static void (*const step_views[STEPS])(struct req *, struct view *, const struct affair *) = {
    NULL, tell_step, understand_step, propose_step, decide_step, apply_step, check_step};
static const char *const step_keys[STEPS] = {
    "perceive", "tell", "understand", "propose", "decide", "apply", "check"};

static void steps_list_view(struct req *r, struct view *v, const struct affair *a)
{
	bool is_problem = a->matter->nature == PROBLEM;
	enum step last = is_problem ? VERIFIED : TOLD;
	struct view *steps = view_list(v, "steps");
	for (enum step s = PERCEIVED; s <= last; s++) {
		struct view *one = view_add(steps);
		instant at = step_at(a->matter, s);
		bool done = s < a->now && a->matter->state != MATTER_DROPPED;
		view_text(
		    one, "title", tr(r->lang, s == a->now && is_problem ? step_verbs[s] : step_titles[s]));
		view_text(one, "mark", s == a->now ? "now" : done ? "done" : "later");
		view_flag(one, "is_now", s == a->now);
		view_text(one, "when", done && at ? said_near(r, at) : NULL);
		struct view *facts = view_list(one, "facts");
		if (done)
			step_facts(r, facts, a, s);
		view_flag(one, "folded", view_is_true(facts));
		if (s == a->now && step_views[s])
			step_views[s](r, view_map(one, step_keys[s]), a);
	}
}

/* ---- once it is closed ------------------------------------------------------------------------ */

static void closed_view(struct req *r, struct view *v, const struct affair *a)
{
	const struct matter *m = a->matter;
	if (m->state != MATTER_CLOSED)
		return;
	struct view *closed = view_map(v, "closed");
	instant again = problem_verify2_at(r->c, m);
	view_text(closed, "how", choice_text(r, &matter_kind, "closed_as", m));
	if (problem_takes_rating(r->c, m) && !m->rechecked_at)
		rate_view(r, closed, a);
	else if (again > r->c->now)
		view_text(closed, "again", phrase(r, N_("To be checked once more %s."), said_near(r, again)));
	if (a->stumble)
		link_view(closed, "stumble", a->stumble->title, path_of(r, &moment_kind, a->stumble->r.id));
	view_flag(closed, "can_look_back", !a->stumble);
}

void steps_view(struct req *r, struct view *v, const struct affair *a)
{
	view_text(v, "lead", lead_text(r, a));
	steps_list_view(r, v, a);
	closed_view(r, v, a);
}
