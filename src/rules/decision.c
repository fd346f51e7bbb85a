/* How a decision is written, put to the client, chosen and looked back on.  What
 * is chosen becomes promises of both sides; what was conceded, and why, stays
 * with whoever conceded it. */
#include "rules/decision.h"

#include "rules/demand.h"
#include "rules/hints.h"
#include "rules/letters.h"
#include "rules/options.h"
#include "rules/refs.h"
#include "rules/said.h"
#include "rules/to_us.h"
#include "rules/writing.h"

SQL(awaited_about, "SELECT id FROM decision WHERE about_id = $1 AND state = 'asked' LIMIT 1");
SELECT(asked_about, decision_kind,
    "WHERE about_id = $1 AND asked_at IS NOT NULL AND state <> 'cancelled' ORDER BY asked_at DESC, id DESC "
    "LIMIT 1");
SQL(offers_left, "SELECT count(*) FROM promise WHERE source = $1 AND state = 'open'");
SQL(offers_done, "SELECT max(done_at) FROM promise WHERE source = $1");

#define REGRET_WD 10 /* T15 */

/* ---- fields --------------------------------------------------------------------- */

/* A demand may name the message it came in. */
static const struct kind *decision_about_kind(const void *rec)
{
	switch (((const struct decision *)rec)->about) {
	case ABOUT_PROBLEM:
		return &matter_kind;
	case ABOUT_DEMAND:
		return &exchange_kind;
	case ABOUT_TASK:
	case ABOUT_PREFERENCE:
		return &promise_kind;
	default:
		return NULL;
	}
}

static bool decision_about_is_seen(const struct ctx *c, const void *rec)
{
	int64_t link = ((const struct decision *)rec)->about_id;
	const struct kind *k = link_kind(link);
	const void *about = k ? record_get((struct ctx *)c, k, link_id(link)) : NULL;
	return about && record_visible(c, k, about);
}

static HOLDS(decision_is_mine, decision, d, c->who.id && c->who.id == decision_author((struct ctx *)c, d));

/* That we looked back on it is ours. */
static void decision_state(const struct ctx *c, const void *rec, struct jw *out)
{
	int64_t state = ((const struct decision *)rec)->state;
	if (c->who.role == CONTACT && state == DECISION_REVIEWED)
		state = DECISION_CHOSEN;
	jw_text(out, choice_name(choices_of(&decision_kind, "state"), state));
}

static void decision_touches(const struct ctx *c, const void *rec, struct jw *out)
{
	const struct term *touched[TOUCHED_MAX];
	int n = demand_touches((struct ctx *)c, rec, touched);
	jw_array(out);
	for (int i = 0; i < n; i++) {
		jw_object(out);
		jw_int_of(out, "term_id", touched[i]->r.id);
		jw_text_of(out, "text", touched[i]->text);
		date_json(c, day_at(c, touched[i]->agreed_at), jw_key(out, "agreed_on"));
		jw_end_object(out);
	}
	jw_end_array(out);
}

const char *decision_for_client(const struct ctx *c, const void *rec, const char *text)
{
	const struct decision *d = rec;
	return d->about == ABOUT_PROBLEM
		   ? say_we(c, in_charge((struct ctx *)c, d->client_id, d->mandate_id), text)
		   : text;
}

static const struct field decision_fields[] = {DECISION_FIELDS(FIELD_ROW, struct decision){0}};

/* ---- what others ask -------------------------------------------------------------- */

int64_t decision_author(struct ctx *c, const struct decision *d)
{
	return d->choice_recorded_by ? d->choice_recorded_by : in_charge(c, d->client_id, d->mandate_id);
}

instant decision_regret_asked(const struct ctx *c, const struct decision *d)
{
	return hours_after(c, d->chosen_at, REGRET_WD * WORKING_DAY);
}

bool decision_awaits_client(struct ctx *c, const struct kind *k, int64_t id)
{
	return db_int(c->db, &awaited_about, 0, "i", link_to(k, id)) != 0;
}

const struct decision *decision_of_problem(struct ctx *c, int64_t matter)
{
	return FIRST(c, decision, &asked_about, "i", link_to(&matter_kind, matter));
}

static bool is_taken(const struct decision *d)
{
	return d->state == DECISION_CHOSEN || d->state == DECISION_REVIEWED;
}

bool decision_breaks(const struct ctx *c, const struct decision *d, int64_t term)
{
	const struct option *chosen = option_numbered(options_read(c, d->options), d->chosen_option);
	return is_taken(d) && chosen && option_breaks(chosen, term);
}

instant decision_waits_for_word(struct ctx *c, int64_t matter)
{
	const struct decision *d = decision_of_problem(c, matter);
	const struct option *chosen =
	    d && is_taken(d) ? option_numbered(options_read(c, d->options), d->chosen_option) : NULL;
	return chosen && !option_has(chosen, "promises") ? d->chosen_at : 0;
}

/* Its problem, when this is the decision that holds for it. */
static const struct matter *problem_of(struct ctx *c, const struct decision *d)
{
	int64_t id = link_of(d->about_id, &matter_kind);
	const struct decision *latest = id ? decision_of_problem(c, id) : NULL;
	return latest && latest->r.id == d->r.id ? GET(c, matter, id) : NULL;
}

void decision_promises_changed(struct act *a, int64_t id, instant at)
{
	struct ctx *c = a->ctx;
	const struct decision *d = GET(c, decision, id);
	const struct matter *m = d && is_taken(d) ? problem_of(c, d) : NULL;
	int64_t source = link_to(&decision_kind, id);
	if (!m || db_int(c->db, &offers_left, 0, "i", source) > 0)
		return;
	instant done = db_int(c->db, &offers_done, at, "i", source);
	matter_applied(a, m->r.id, done > d->chosen_at ? done : d->chosen_at);
}

void decision_promise_reopened(struct act *a, int64_t id)
{
	const struct decision *d = GET(a->ctx, decision, id);
	const struct matter *m = d ? problem_of(a->ctx, d) : NULL;
	if (m)
		matter_unapplied(a, m->r.id);
}

/* ---- creation and patch ----------------------------------------------------------- */

static void check_about(struct act *a, const struct decision *d)
{
	const struct matter *m = GET(a->ctx, matter, link_of(d->about_id, &matter_kind));
	if ((d->about == ABOUT_PROBLEM || d->about == ABOUT_TASK) && !d->about_id)
		field_refuse(a, "about_id", "missing");
	if (m && m->nature != PROBLEM)
		field_refuse(a, "about_id", "bad_ref");
	if (d->about == ABOUT_DEMAND && !d->asked_due)
		field_refuse(a, "asked_due", "missing");
}

/* A demand can always be declined, in one way (T13). */
static void check_options(struct act *a, const struct decision *d)
{
	struct options *o = options_read(a->ctx, d->options);
	if (d->about == ABOUT_DEMAND && options_count(o, DECLINE) != 1)
		field_refuse(a, "options", "bad_value");
	if (d->recommended_option != NO_NUMBER && !option_numbered(o, d->recommended_option))
		field_refuse(a, "recommended_option", "bad_value");
}

/* What a demand's date makes of it, unless somebody knows better. */
static void settle_demand(struct act *a, struct decision *d)
{
	const struct decision *was = a->before;
	if (d->about != ABOUT_DEMAND)
		return;
	if (!given(a, "feasible_due") && (!was || was->asked_due != d->asked_due))
		d->feasible_due = demand_feasible(a->ctx, d);
	if (!was && !given(a, "options"))
		d->options = demand_options(a->ctx, d);
	d->options = demand_options_checked(a->ctx, d);
}

static void decision_check(struct act *a)
{
	struct decision *d = a->rec;
	if (a->before && d->state != DECISION_DRAFT) {
		refuse(a, "already_asked");
		return;
	}
	check_about(a, d);
	if (a->before && !refused(a)) {
		settle_demand(a, d);
		check_options(a, d);
	}
}

/* The mandate that what it is about belongs to. */
static int64_t mandate_about(struct ctx *c, const struct decision *d)
{
	const struct matter *m = GET(c, matter, link_of(d->about_id, &matter_kind));
	const struct promise *p = GET(c, promise, link_of(d->about_id, &promise_kind));
	const struct exchange *x = GET(c, exchange, link_of(d->about_id, &exchange_kind));
	return m ? m->mandate_id : p ? p->mandate_id : x ? x->mandate_id : 0;
}

static void decision_begin(struct act *a)
{
	struct decision *d = a->rec;
	if (!d->mandate_id)
		d->mandate_id = mandate_about(a->ctx, d);
	if (d->about == ABOUT_DEMAND && !d->demanded_at)
		d->demanded_at = a->ctx->now;
	settle_demand(a, d);
	check_options(a, d);
}

/* Its problem goes on with it (model 3.1). */
static void decision_after(struct act *a, const void *before, const void *rec)
{
	const struct decision *was = before, *is = rec;
	int64_t problem = link_of(is->about_id, &matter_kind);
	if (!was || was->state == is->state || !problem)
		return;
	if (is->state == DECISION_ASKED)
		matter_options_asked(a, problem);
	if (is->state == DECISION_CHOSEN)
		matter_decided(a, problem, is->chosen_at);
}

/* c7: a demand is answered within two days, even by "not this time" (T11). */
static void decision_clocks(struct ctx *c, const void *rec, struct clocks *out)
{
	const struct decision *d = rec;
	if (d->about != ABOUT_DEMAND)
		return;
	struct clock *k = clock_add(out, CLOCK_C7, in_charge(c, d->client_id, d->mandate_id), d->demanded_at);
	k->due = hours_after(c, d->demanded_at, settings_of(c)->demand_answer_wh);
	k->stopped = d->asked_at ? d->asked_at : d->chosen_at ? d->chosen_at : d->cancelled_at;
}

/* ---- ask -------------------------------------------------------------------------------- */

static void ask_hints(struct act *a)
{
	const struct decision *d = a->rec;
	struct options *o = options_read(a->ctx, d->options);
	for (int i = 0; i < o->n; i++)
		option_hints(a, &o->option[i], true);
	if (d->about != ABOUT_PROBLEM)
		return;
	int64_t signer = in_charge(a->ctx, d->client_id, d->mandate_id);
	hint_colleague(a->ctx, "question", d->question, signer, &a->hints);
	for (int i = 0; i < o->n; i++)
		option_names(a, &o->option[i], signer);
	hints_ask(&a->hints, "colleague");
}

static GUARD(is_draft, REC(a, decision)->state == DECISION_DRAFT);
static GUARD(has_question, REC(a, decision)->question != NULL);

static bool offers_a_choice(struct act *a)
{
	const struct decision *d = a->rec;
	bool needed = d->about == ABOUT_PROBLEM || d->about == ABOUT_PREFERENCE || d->about == ABOUT_TASK;
	return !needed || options_read(a->ctx, d->options)->n >= 2;
}

/* Every way out of a problem has something for it and something against it (P11–12). */
static bool has_for_and_against(struct act *a)
{
	const struct decision *d = a->rec;
	int64_t lacking[OPTIONS_MAX];
	int n = 0;
	struct options *o = options_read(a->ctx, d->options);
	for (int i = 0; i < o->n && d->about == ABOUT_PROBLEM; i++)
		if (!option_has(&o->option[i], "pros") || !option_has(&o->option[i], "cons"))
			lacking[n++] = o->option[i].n;
	refuse_naming(a, "options", lacking, n);
	return n == 0;
}

/* Understood and not yet solved: a way that did not help, or can no longer be
 * kept, is replaced by another. */
static bool problem_is_understood(struct act *a)
{
	const struct decision *d = a->rec;
	const struct matter *m = GET(a->ctx, matter, link_of(d->about_id, &matter_kind));
	bool holds = !m || (m->state >= MATTER_UNDERSTOOD && m->state <= MATTER_DECIDED);
	if (!holds)
		mended_at(a, &matter_kind, m->r.id);
	return holds;
}

/* What we recommend serves a goal of theirs, not ours (R3.3). */
static bool recommended_serves(struct act *a)
{
	const struct decision *d = a->rec;
	const struct option *best = option_numbered(options_read(a->ctx, d->options), d->recommended_option);
	return !best || json_is_integer(json_object_get(best->json, "serves"));
}

static void decision_ask(struct act *a)
{
	struct decision *d = a->rec;
	d->state = DECISION_ASKED;
	d->asked_at = a->ctx->now;
	letter_send(a->ctx, LETTER_WRITTEN,
	    &(struct letter_about){.to = d->client_id,
		.from = in_charge(a->ctx, d->client_id, d->mandate_id),
		.kind = &decision_kind,
		.id = d->r.id});
}

/* ---- options, once asked ------------------------------------------------------------------ */

#define ADD_OPTION_INPUTS(F, S) \
	F(S, text, label, N_("In a few words"), .required = true) \
	F(S, words, pros, N_("What speaks for it, one a line"), .max = 500, .create = BY_STAFF) \
	F(S, words, cons, N_("What speaks against it, one a line"), .max = 500, .create = BY_STAFF) \
	F(S, longtext, text, N_("A few more words, if you like"), .max = 500, .create = BY_CONTACT)
INPUTS_OF(add_option_in, ADD_OPTION_INPUTS);

static GUARD(is_asked, REC(a, decision)->state != DECISION_DRAFT);

static bool is_undecided(struct act *a)
{
	const struct decision *d = a->rec;
	return d->state == DECISION_DRAFT || d->state == DECISION_ASKED;
}

/* What a client says of their own way out speaks for it. */
static void decision_add_option(struct act *a)
{
	struct decision *d = a->rec;
	const struct add_option_in *in = a->in;
	struct option_in one = OPTION_EMPTY;
	one.label = in->label;
	one.pros = in->pros;
	one.cons = in->cons;
	struct options *o = options_read(a->ctx, d->options);
	struct option *added = options_add(a->ctx, o, &one);
	if (added && in->text)
		json_array_append_new(json_object_get(added->json, "pros"), json_string(in->text));
	if (added && a->ctx->who.role == CONTACT)
		option_is_theirs(added);
	if (added)
		d->options = options_text(a->ctx->arena, o);
	else
		field_refuse(a, "label", "bad_value"); /* there are twelve already */
}

static void decision_edit_option(struct act *a)
{
	struct decision *d = a->rec;
	struct options *o = options_read(a->ctx, d->options);
	struct option *one = option_numbered(o, IN(a, option_edit_in)->n);
	if (one) {
		option_edit(a, one);
		d->options = options_text(a->ctx->arena, o);
		settle_demand(a, d);
	} else {
		field_refuse(a, "n", "bad_value");
	}
}

/* ---- choose ---------------------------------------------------------------------------------- */

#define CHOOSE_INPUTS(F, S) \
	F(S, ref, exchange_id, N_("In which call or meeting"), .to = &exchange_kind, \
	    .accepts = exchange_is_past, .same_client = true, .create = BY_STAFF) \
	F(S, ref, contact_id, N_("Who said it"), .to = &person_kind, .same_client = true, \
	    .create = BY_STAFF) \
	F(S, number, n, N_("What is chosen"), .low = 0, .high = OPTION_NUMBER_MAX, .required = true) \
	F(S, choice, chosen_by, N_("Who chose"), .choices = CHOOSERS, .create = BY_STAFF, .required = true) \
	F(S, longtext, reason, N_("If we chose: why"), .max = 1000, .create = BY_STAFF) \
	F(S, choice, override, N_("It is a vital urgency, and it cannot wait for the note"), \
	    .choices = CHOICES(CHOICE("vital_urgency", N_("a vital urgency"))), .create = BY_STAFF)
INPUTS_OF(choose_in, CHOOSE_INPUTS);
BEGINS_AS_SAID(choose_in);

/* We chose: alone, without the client's word. */
static bool is_our_choice(const struct act *a)
{
	return a->ctx->who.role != CONTACT && IN(a, choose_in)->chosen_by == CHOSEN_BY_US;
}

/* The one chosen now; NULL: there is none of that number. */
static struct option *chosen_now(const struct act *a)
{
	return option_numbered(options_read(a->ctx, REC(a, decision)->options), IN(a, choose_in)->n);
}

/* The inputs together: an option there is, and where the client said so. */
static bool choice_is_whole(struct act *a)
{
	const struct choose_in *in = a->in;
	if (!chosen_now(a))
		field_refuse(a, "n", "bad_value");
	if (a->ctx->who.role == CONTACT || is_our_choice(a))
		return true;
	if (!in->exchange_id)
		field_refuse(a, "exchange_id", "missing");
	if (!in->contact_id)
		field_refuse(a, "contact_id", "missing");
	return true;
}

static bool may_be_chosen(struct act *a)
{
	const struct decision *d = a->rec;
	return d->about != ABOUT_PROBLEM || d->state != DECISION_DRAFT;
}

static GUARD(chooser_may_agree, is_our_choice(a) || said_by_one_who_may_agree(a));
static GUARD(chosen_by_voice, is_our_choice(a) || said_by_voice(a));

/* For the client about their own problem, or past what the client had to know. */
static bool says_why(struct act *a)
{
	const struct choose_in *in = a->in;
	bool asked = in->override || (is_our_choice(a) && REC(a, decision)->about == ABOUT_PROBLEM);
	return !asked || in->reason;
}

static bool concedes(const struct act *a)
{
	const struct option *chosen = chosen_now(a);
	return chosen && demand_concedes(a->rec, chosen);
}

/* Before a demand that breaks a term is accepted as asked, its impacts were said,
 * sent and seen, and the client chose (T12); or it is vitally urgent. */
static bool knows_impacts(struct act *a, enum impact stage)
{
	struct ctx *c = a->ctx;
	if (IN(a, choose_in)->override || !concedes(a) || impact_stage(c, REC(a, decision)->r.id) >= stage)
		return true;
	if (c->who.role == CONTACT && !refused(a))
		a->refusal.detail = tr(c->lang, N_("Before this one, we want to tell you what it changes: we "
						   "call you, then you choose."));
	return false;
}

static GUARD(impact_was_said, knows_impacts(a, IMPACT_NOT_SENT));
static GUARD(impact_was_sent, knows_impacts(a, IMPACT_NOT_SEEN));
static GUARD(impact_was_seen, knows_impacts(a, IMPACT_SEEN));

static bool client_chose(struct act *a)
{
	bool ours = is_our_choice(a) && !IN(a, choose_in)->override && concedes(a);
	return !ours;
}

/* Its promises, of both sides, become real. */
static void make_promises(struct act *a, const struct decision *d, const struct option *chosen)
{
	struct ctx *c = a->ctx;
	struct offer offers[OFFERS_MAX];
	int n = option_offers(c, chosen, offers);
	for (int i = 0; i < n; i++) {
		struct promise *p = record_new(c, &promise_kind);
		p->client_id = d->client_id;
		p->mandate_id = d->mandate_id;
		p->side = offers[i].side;
		p->person_id = offers[i].person_id;
		if (p->side == OURS && !p->person_id)
			p->person_id = in_charge(c, d->client_id, d->mandate_id);
		p->text = offers[i].text;
		p->due = p->judged_due = offers[i].due;
		p->deliverable = offers[i].deliverable;
		p->shared = 1;
		p->source = link_to(&decision_kind, d->r.id);
		record_insert(a, &promise_kind, p);
	}
}

static void decision_choose(struct act *a)
{
	struct decision *d = a->rec;
	const struct choose_in *in = a->in;
	bool contact = a->ctx->who.role == CONTACT;
	d->concession = concedes(a);
	d->state = DECISION_CHOSEN;
	d->chosen_option = in->n;
	d->chosen_by = contact ? CHOSEN_BY_CLIENT : in->chosen_by;
	d->chosen_at = a->ctx->now;
	d->chosen_by_id = is_our_choice(a) ? 0 : said_by(a);
	d->chosen_in_id = in->exchange_id;
	d->choice_recorded_by = contact ? in_charge(a->ctx, d->client_id, d->mandate_id) : a->ctx->who.id;
	d->override = in->override;
	a->reason = in->reason;
	make_promises(a, d, chosen_now(a));
	heard(a, LETTER_HEARD_CHOSEN,
	    &(struct heard){.client_id = d->client_id,
		.mandate_id = d->mandate_id,
		.kind = &decision_kind,
		.id = d->r.id});
}

static void choose_hints(struct act *a)
{
	if (a->ctx->who.role != CONTACT)
		option_hints(a, chosen_now(a), false);
}

/* ---- afterwards --------------------------------------------------------------------------------- */

#define REVIEW_INPUTS(F, S) \
	F(S, choice, review, N_("With what we know now"), \
	    .choices = CHOICES(CHOICE("ours_right", N_("we saw it right")), \
		CHOICE("theirs_right", N_("they saw it right")), CHOICE("both", N_("both of us")), \
		CHOICE("unclear", N_("one cannot say"))), \
	    .required = true)
INPUTS_OF(review_in, REVIEW_INPUTS);

static GUARD(is_chosen, is_taken(a->rec));

static void decision_review(struct act *a)
{
	struct decision *d = a->rec;
	d->state = DECISION_REVIEWED;
	d->review = IN(a, review_in)->review;
}

#define REFLECT_INPUTS(F, S) \
	F(S, choice, motive, N_("What made us accept"), .choices = MOTIVES) \
	F(S, choice, regret, N_("Would you make this choice again?"), .choices = REGRETS)
INPUTS_OF(reflect_in, REFLECT_INPUTS);

static GUARD(is_by_author, decision_is_mine(a->ctx, a->rec));
static GUARD(is_concession, REC(a, decision)->concession != 0);

static bool time_has_told(struct act *a)
{
	const struct decision *d = a->rec;
	return !IN(a, reflect_in)->regret || !d->chosen_at || a->ctx->now >= decision_regret_asked(a->ctx, d);
}

static void decision_reflect(struct act *a)
{
	struct decision *d = a->rec;
	const struct reflect_in *in = a->in;
	if (in->motive)
		d->motive = in->motive;
	if (in->regret)
		d->regret = in->regret;
}

static void decision_cancel(struct act *a)
{
	struct decision *d = a->rec;
	d->state = DECISION_CANCELLED;
	d->cancelled_at = a->ctx->now;
	a->reason = IN(a, reason_in)->reason;
}

static const struct action decision_actions[] = {
    {"ask", N_("Put on the client’s page"), N_("Put it to the client"), BY_STAFF,
	.guards = GUARDS({"already_asked", is_draft}, {"question_missing", has_question},
	    {"two_options_needed", offers_a_choice}, {"pros_cons_missing", has_for_and_against},
	    {"matter_not_understood", problem_is_understood}, {"serves_missing", recommended_serves}),
	.effect = decision_ask, .hints = ask_hints},
    {"add_option", N_("A possible way was added"), N_("Add"), BY_STAFF | BY_CONTACT, INPUTS(add_option_in),
	GUARDS({"not_asked", is_asked}, {"already_chosen", is_undecided}), decision_add_option,
	.way = N_("Add a way"), .noted = N_("Your proposal is there, beside the others.")},
    {"edit_option", N_("A possible way was corrected"), N_("Keep"), BY_STAFF, INPUTS(option_edit_in),
	GUARDS({"already_chosen", is_undecided}), decision_edit_option, .way = N_("Correct")},
    {"choose", N_("Chosen"), N_("Choose"), BY_STAFF | BY_CONTACT, INPUTS(choose_in),
	GUARDS({"invalid", choice_is_whole}, {"already_chosen", is_undecided}, {"not_asked", may_be_chosen},
	    {"cannot_agree", chooser_may_agree}, {"not_voice", chosen_by_voice}, {"reason_missing", says_why},
	    {"impact_not_said", impact_was_said}, {"impact_not_sent", impact_was_sent},
	    {"impact_not_seen", impact_was_seen}, {"client_must_choose", client_chose}),
	decision_choose, .hints = choose_hints, .way = N_("Note the choice"),
	.noted = N_("Your choice is noted, and what it promises on both sides.")},
    {"review", N_("Looked back on"), N_("Keep"), BY_STAFF, INPUTS(review_in),
	GUARDS({"not_chosen", is_chosen}), decision_review, .way = N_("Who saw it right?")},
    {"reflect", N_("Thought over"), N_("Keep for me"), BY_STAFF, INPUTS(reflect_in),
	GUARDS(
	    {"author_only", is_by_author}, {"not_a_concession", is_concession}, {"too_early", time_has_told}),
	decision_reflect},
    {"cancel", N_("Cancelled"), N_("Let it go"), BY_STAFF, INPUTS(reason_in),
	GUARDS({"already_chosen", is_undecided}), decision_cancel,
	.way = N_("It need not be decided any more")},
    {0},
};

/* What was put to them. */
static HOLDS(decision_portal, decision, d, d->asked_at != 0);

const struct kind decision_kind = {
    KIND(decision, "decisions", KIND_DECISION),
    .title = N_("Decisions"),
    .actions = decision_actions,
    .create_by = BY_STAFF,
    .indexes = (const char *const[]){"client_id, id", "about_id WHERE about_id IS NOT NULL",
	"demanded_at WHERE about = 'demand'", "chosen_at WHERE concession = 1",
	"chosen_at WHERE about = 'demand'", "client_id, chosen_at WHERE about = 'problem'", NULL},
    .client = offsetof(struct decision, client_id),
    .about = offsetof(struct decision, question),
    .check = decision_check,
    .begin = decision_begin,
    .after = decision_after,
    .clocks = decision_clocks,
    .portal = decision_portal,
    .portal_rows = "asked_at IS NOT NULL",
    .page = "/decision/{id}",
    .ways = "#ways",
    .portal_page = "/p/d/{pub}",
};
