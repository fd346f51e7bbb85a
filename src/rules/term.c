/* Term: one line of an entente, or of the firm's library (model 2.4, 3.4; T4,
 * T5, T7, T8, T10).
 *
 *   noted → proposed → agreed      with the writing that carries it
 *   proposed, agreed → met ⇄ missing      frame: ticked, or its day passes
 *   proposed, agreed ⇄ met                expectation: by the promises made for it
 *   → waived      by a decision whose chosen option breaks it
 *   → dropped     noted: by us; later only by leaving it out of the next version
 *   library: noted, by a member → agreed, by a lead */
#include "rules/term.h"

#include "rules/care.h"
#include "rules/decision.h"
#include "rules/gap.h"

SQL(made_for, "SELECT count(*), count(CASE WHEN state = 'open' THEN 1 END), max(done_at) FROM promise "
	      "WHERE source = $1 AND state <> 'dropped'");

SQL(terms_under, "SELECT id FROM term WHERE mandate_id = $1");
SELECT(live_of_mandate, term_kind, "WHERE mandate_id = $1 AND state <> 'dropped' ORDER BY id LIMIT $2");

bool term_is_frame(const struct term *t)
{
	return t->kind != EXPECTATION;
}

bool term_is_live(const struct term *t)
{
	return !t->library && t->state != TERM_DROPPED;
}

HOLDS(term_is_of_library, term, t, t->library && t->state != TERM_DROPPED);

int terms_of(struct ctx *c, int64_t mandate, const struct term **ret, int max)
{
	int n = 0;
	foreach (c, term, t, &live_of_mandate, "ii", mandate, (int64_t)max)
		ret[n++] = t;
	return n;
}

static DERIVED(term_part, term, t, jw_text(out, term_is_frame(t) ? "frame" : "service"));

static const struct field term_fields[] = {TERM_FIELDS(FIELD_ROW, struct term){0}};

/* ---- creation and change -------------------------------------------------------- */

/* What the library holds is a lead's; everybody may say that it is unclear. */
static const char *term_may(struct act *a, const json_t *input)
{
	const struct term *was = a->before;
	bool only_clarity = json_object_size(input) == 1 && json_object_get(input, "clarity");
	bool settled = was && was->library && was->state != TERM_NOTED;
	return settled && a->ctx->who.role != LEAD && !only_clarity ? "lead_only" : NULL;
}

/* Since when it has been anything but clear (R3.1). */
static void note_clarity(const struct ctx *c, const struct term *was, struct term *t)
{
	if (t->clarity == CLEAR)
		t->unclear_at = 0;
	else if (!was || was->clarity == CLEAR)
		t->unclear_at = c->now;
}

/* Once proposed, other words are another term, in the next version.  What is of the
 * library says why (T4). */
static void term_check(struct act *a)
{
	static const char *const settled[] = {
	    "text", "why", "owed_by", "needed_by", "lead_wd", "quota", NULL};
	const struct term *was = a->before;
	struct term *t = a->rec;
	if (was && was->library && given(a, "why") && !t->why)
		field_refuse(a, "why", "missing");
	note_clarity(a->ctx, was, t);
	if (!was || was->library || was->state == TERM_NOTED)
		return;
	for (int i = 0; settled[i]; i++)
		if (given(a, settled[i]))
			field_refuse(a, settled[i], "not_settable");
}

static void term_begin(struct act *a)
{
	struct term *t = a->rec;
	const struct mandate *m = GET(a->ctx, mandate, t->mandate_id);
	if (m) {
		t->client_id = m->client_id;
		return;
	}
	if (!term_is_frame(t)) /* the library holds the frame of our work */
		field_refuse(a, "mandate_id", "missing");
	if (!t->why)
		field_refuse(a, "why", "missing");
	t->library = 1;
	if (a->ctx->who.role == LEAD) {
		t->state = TERM_AGREED;
		t->agreed_at = a->ctx->now;
	}
}

/* ---- with its writing ------------------------------------------------------------- */

void term_propose(struct act *a, int64_t id, instant at)
{
	struct term *t = EDIT(a, term, id);
	if (!t || !term_is_live(t))
		return;
	if (!t->told_at)
		t->told_at = at;
	if (t->state == TERM_NOTED)
		t->state = TERM_PROPOSED;
	record_save(a, &term_kind, t);
}

void term_unpropose(struct act *a, int64_t id)
{
	struct term *t = EDIT(a, term, id);
	t->state = TERM_NOTED;
	t->told_at = t->missing_since = 0;
	record_save(a, &term_kind, t);
}

/* Met when something was promised for it and all of that is done. */
static void look_at_promises(struct ctx *c, struct term *t)
{
	int64_t promised = 0, open = 0;
	instant done = 0;
	db_one(db_query(c->db, &made_for, "i", link_to(&term_kind, t->r.id)), "iii", &promised, &open, &done);
	bool met = promised > 0 && open == 0;
	if (met && (t->state == TERM_PROPOSED || t->state == TERM_AGREED)) {
		t->state = TERM_MET;
		t->ended_at = done;
	} else if (!met && t->state == TERM_MET) {
		t->state = t->agreed_at ? TERM_AGREED : TERM_PROPOSED;
		t->ended_at = 0;
	}
}

void term_agree(struct act *a, int64_t id, instant at)
{
	struct term *t = EDIT(a, term, id);
	if (!t || !term_is_live(t))
		return;
	if (!t->agreed_at)
		t->agreed_at = at;
	if (t->state == TERM_NOTED || t->state == TERM_PROPOSED)
		t->state = TERM_AGREED;
	if (!term_is_frame(t))
		look_at_promises(a->ctx, t);
	record_save(a, &term_kind, t);
}

void term_leave_out(struct act *a, int64_t id)
{
	struct term *t = EDIT(a, term, id);
	if (!t || !term_is_live(t))
		return;
	t->state = TERM_DROPPED;
	t->ended_at = a->ctx->now;
	record_save(a, &term_kind, t);
}

void term_not_agreed(struct act *a, int64_t id)
{
	struct term *t = EDIT(a, term, id);
	if (!t)
		return;
	t->agreed_at = 0;
	if (t->state == TERM_AGREED)
		t->state = TERM_PROPOSED;
	record_save(a, &term_kind, t);
}

/* As it was when it was left out. */
void term_take_back(struct act *a, int64_t id)
{
	struct term *t = EDIT(a, term, id);
	if (!t || t->state != TERM_DROPPED)
		return;
	t->state = t->waived_in_id    ? TERM_WAIVED
		   : t->missing_since ? TERM_MISSING
		   : t->checked_at    ? TERM_MET
				      : TERM_AGREED;
	t->ended_at = t->state == TERM_MET ? t->checked_at : t->state == TERM_WAIVED ? a->ctx->now : 0;
	if (!term_is_frame(t))
		look_at_promises(a->ctx, t);
	record_save(a, &term_kind, t);
}

void term_promises_changed(struct act *a, int64_t id)
{
	struct term *t = EDIT(a, term, id);
	if (!t || term_is_frame(t))
		return;
	int64_t state = t->state;
	look_at_promises(a->ctx, t);
	if (t->state != state)
		record_save(a, &term_kind, t);
}

/* ---- clocks -------------------------------------------------------------------------- */

/* When it stopped asking; 0: it still does. */
static instant stopped_at(const struct term *t)
{
	bool over = t->state == TERM_MET || t->state == TERM_WAIVED || t->state == TERM_DROPPED;
	return over ? t->ended_at : 0;
}

/* b4: needed soon, or missing. */
static void b4_condition(struct ctx *c, const struct term *t, int64_t owner, struct clocks *out)
{
	const struct calendar *cal = &c->firm->calendar;
	instant stopped = stopped_at(t);
	instant starts = day_start(
	    cal, working_days_before(cal, t->needed_by, (int)settings_of(c)->condition_heads_up_wd));
	if (stopped && stopped < starts)
		return;
	struct clock *k = clock_add(out, CLOCK_B4_CONDITION, owner, starts);
	k->by_day = true;
	k->due = day_end(cal, t->needed_by);
	k->stopped = stopped;
}

/* b4: asked for twice, and still not there (T5). */
static void b4_insist(struct ctx *c, const struct term *t, int64_t owner, struct clocks *out)
{
	instant again = term_asked_twice(c, t), stopped = stopped_at(t);
	if (!again || (stopped && stopped < again))
		return;
	struct clock *k = clock_add(out, CLOCK_B4_INSIST, owner, again);
	k->due = again;
	k->stopped = stopped;
}

/* Its day ends without it. */
static void missing(struct ctx *c, const struct term *t, struct clocks *out)
{
	if (t->state != TERM_PROPOSED && t->state != TERM_AGREED)
		return;
	struct clock *k = clock_add(out, RING_MISSING, 0, t->told_at);
	k->due = day_end(&c->firm->calendar, t->needed_by);
	if (k->due < t->told_at) /* its day had passed when it was first told */
		k->due = t->told_at;
}

static void term_clocks(struct ctx *c, const void *rec, struct clocks *out)
{
	const struct term *t = rec;
	const struct mandate *m = GET(c, mandate, t->mandate_id);
	gap_clock(c, t, out);
	if (!m || !t->told_at || !term_is_frame(t))
		return;
	if (m->state == MANDATE_CLOSED && !stopped_at(t))
		return;
	if (t->needed_by) {
		b4_condition(c, t, m->responsible_id, out);
		missing(c, t, out);
	}
	b4_insist(c, t, m->responsible_id, out);
}

void turns_missing(struct act *a)
{
	struct term *t = a->rec;
	t->state = TERM_MISSING;
	t->missing_since = t->needed_by;
}

/* ---- actions --------------------------------------------------------------------------- */

#define TICK_INPUTS(F, S) \
	F(S, flag, in_place, N_("It is in place"), .required = true) \
	F(S, date, on, N_("On"), .past = true)
INPUTS_OF(tick_in, TICK_INPUTS);

static GUARD(is_frame, term_is_frame(a->rec));

static bool was_put_to_client(struct act *a)
{
	const struct term *t = a->rec;
	return term_is_live(t) && t->state != TERM_NOTED && t->state != TERM_WAIVED;
}

static void term_tick(struct act *a)
{
	struct term *t = a->rec;
	const struct tick_in *in = a->in;
	struct ctx *c = a->ctx;
	bool earlier = in->on && in->on < c->today;
	t->checked_at = earlier ? day_end(&c->firm->calendar, in->on) : c->now;
	t->unneeded_at = 0;
	if (in->in_place) {
		t->state = TERM_MET;
		t->ended_at = t->checked_at;
		t->missing_since = 0;
	} else if (t->state != TERM_MISSING) {
		t->state = TERM_MISSING;
		t->ended_at = 0;
		t->missing_since = earlier ? in->on : c->today;
	}
}

/* Looked at, and not needed any more: it holds until a version without it is agreed. */
static void term_not_needed(struct act *a)
{
	struct term *t = a->rec;
	t->checked_at = t->unneeded_at = a->ctx->now;
}

#define WAIVE_INPUTS(F, S) \
	F(S, ref, decision_id, N_("The decision that sets it aside"), .to = &decision_kind, \
	    .same_client = true, .required = true)
INPUTS_OF(waive_in, WAIVE_INPUTS);

/* A decision was taken, and what was chosen sets this term aside. */
static bool is_set_aside(struct act *a)
{
	const struct decision *d = GET(a->ctx, decision, IN(a, waive_in)->decision_id);
	return d && decision_breaks(a->ctx, d, REC(a, term)->r.id);
}

static void term_waive(struct act *a)
{
	struct term *t = a->rec;
	t->state = TERM_WAIVED;
	t->waived_in_id = IN(a, waive_in)->decision_id;
	t->ended_at = a->ctx->now;
}

static GUARD(may_drop, !REC(a, term)->library || a->ctx->who.role == LEAD);
static GUARD(is_ours_to_drop, REC(a, term)->library || REC(a, term)->state == TERM_NOTED);

static void term_drop(struct act *a)
{
	struct term *t = a->rec;
	t->state = TERM_DROPPED;
	t->ended_at = a->ctx->now;
}

static GUARD(is_proposed_for_library, REC(a, term)->library && (REC(a, term)->state == TERM_NOTED));

static bool says_why(struct act *a)
{
	const struct term *t = a->rec;
	if (!t->why && !refused(a))
		a->refusal.where =
		    arena_printf(a->ctx->arena, "%s#t%lld", term_kind.page_else, (long long)t->r.id);
	return t->why != NULL;
}

static void term_adopt(struct act *a)
{
	struct term *t = a->rec;
	t->state = TERM_AGREED;
	t->agreed_at = a->ctx->now;
}

static const struct action term_actions[] = {
    {"tick", N_("Looked at on the spot"), N_("In place"), BY_STAFF, INPUTS(tick_in),
	GUARDS({"not_a_condition", is_frame}, {"term_not_agreed", was_put_to_client}), term_tick},
    {"not_needed", N_("Not needed any more"), N_("Not needed any more"), BY_STAFF,
	.guards = GUARDS({"not_a_condition", is_frame}, {"term_not_agreed", was_put_to_client}),
	.effect = term_not_needed},
    {"share", N_("Told as usual in our trade"), N_("Tell them"), BY_STAFF, INPUTS(share_in),
	.guards = share_guards, .effect = standard_share, .way = N_("Tell it to clients")},
    {"waive", N_("Set aside by a decision"), N_("Keep"), BY_STAFF, INPUTS(waive_in),
	GUARDS({"decision_required", is_set_aside}), term_waive},
    {"drop", N_("Let go"), N_("Take it away"), BY_STAFF,
	.guards = GUARDS({"lead_only", may_drop}, {"agreement_required", is_ours_to_drop}),
	.effect = term_drop, .offered = may_drop},
    {"adopt", N_("Taken into the library"), N_("Adopt it"), BY_LEAD,
	.guards = GUARDS({"not_library", is_proposed_for_library}, {"why_missing", says_why}),
	.effect = term_adopt},
    {0},
};

/* What a sent writing carried. */
static HOLDS(term_portal, term, t, t->told_at != 0);

/* Its place is on the page of its mandate, or of the library. */
const struct kind term_kind = {
    KIND(term, "terms", KIND_TERM),
    .title = N_("Expectations and conditions"),
    .actions = term_actions,
    .create_by = BY_STAFF,
    .indexes = (const char *const[]){"client_id, id", "mandate_id WHERE mandate_id IS NOT NULL",
	"id WHERE library = 1", "library_id, client_id WHERE library_id IS NOT NULL",
	"created_at WHERE omitted_reason IS NOT NULL", NULL},
    /* How often it was asked for; what is promised for it; whether the work goes on. */
    .leans = LEANS({&writing_kind, "sent_at", .by = "term_ids"},
	{&exchange_kind, "at held cancelled_at direction", .by = "term_ids"},
	{&promise_kind, "due state done_at dropped_at", .by = "source"},
	{&mandate_kind, "state", .by = "id", .found = &terms_under}),
    .client = offsetof(struct term, client_id),
    .about = offsetof(struct term, text),
    .may = term_may,
    .check = term_check,
    .begin = term_begin,
    .clocks = term_clocks,
    .portal = term_portal,
    .portal_rows = "told_at IS NOT NULL",
    .page = "/mandat/{mandate_id}#conditions",
    .page_else = "/bibliotheque",
};
