/* Matter: something to tell, from noticing to telling (model 2.8, 3.1, 5.3;
 * P1, P2, R3.4, R4.1, R4.3, R4.4, E11).
 *
 *   noticed → told        by voice; a problem told in writing owes the voice
 *   noticed → dropped     never a problem: a problem must be told
 *
 * What follows of a problem is in problem.c.  The hour of noticing can only move
 * earlier, the hour of telling comes from an exchange: what makes us look good
 * cannot be polished. */
#include <math.h>

#include "record/wording.h"
#include "rules/decision.h"
#include "rules/edits.h"
#include "rules/hints.h"
#include "rules/matter.h"
#include "rules/rating.h"
#include "rules/refs.h"
#include "rules/said.h"
#include "rules/to_us.h"
#include "rules/writing.h"

SQL(told_in, "SELECT id FROM matter WHERE client_id = $1 AND told_in_id = $2 ORDER BY id");

bool matter_is_negative(const struct matter *m)
{
	return m->nature == PROBLEM || m->nature == BAD_NEWS;
}

bool matter_is_open_problem(const struct matter *m)
{
	return m->nature == PROBLEM && m->told_at && m->state != MATTER_CLOSED;
}

/* By the hour that it had at the latest; the same second is not before.  What was
 * found out before this was kept is judged by its hours alone. */
static bool recorded_before_found(struct ctx *c, const struct matter *m)
{
	const struct exchange *x = GET(c, exchange, m->told_in_id);
	return !x || !m->found_noted_at ||
	       (x->r.created_at < m->found_noted_at && exchange_latest_hour(c, x) <= m->found_by_client_at);
}

bool matter_told_before_found(struct ctx *c, const struct matter *m)
{
	if (m->noticed_by_side != OURS || !m->told_at)
		return false;
	return !m->found_by_client_at || (m->told_at <= m->found_by_client_at && recorded_before_found(c, m));
}

int64_t matter_latency_seconds(const struct ctx *c, const struct matter *m)
{
	return worked(&c->firm->calendar, m->noticed_at, m->told_at ? m->told_at : c->now);
}

/* ---- what is derived ------------------------------------------------------------- */

const char *matter_quiet_text(const struct ctx *c, const struct matter *m)
{
	return m->kept_quiet_at ? phrased(c, N_("kept quiet for %d days"), QUIET_WD) : NULL;
}

static DERIVED(matter_kept_quiet, matter, m, jw_text(out, matter_quiet_text(c, m)));

static bool has_latency(const struct matter *m)
{
	return matter_is_negative(m) && m->noticed_by_side == OURS;
}

static DERIVED(matter_latency, matter, m,
    jw_number(out, has_latency(m) ? (double)matter_latency_seconds(c, m) / HOUR_SECONDS : NAN, 4));
static DERIVED(matter_at_least, matter, m, jw_bool(out, has_latency(m) && !m->told_at));
static DERIVED(matter_told_first, matter, m, jw_bool(out, matter_told_before_found((struct ctx *)c, m)));

static void matter_decide_zone_end(const struct ctx *c, const void *rec, struct jw *out)
{
	const struct matter *m = rec;
	bool zone = m->nature == PROBLEM && m->told_at;
	instant_json(
	    c, zone ? hours_after(c, m->told_at, settings_of(c)->decide_zone_wd * WORKING_DAY) : 0, out);
}

static DERIVED(matter_verify_due, matter, m, instant_json(c, problem_verify_at(c, m), out));
static DERIVED(matter_verify2_due, matter, m, instant_json(c, problem_verify2_at(c, m), out));

/* Reopened, it is closed no more; when it was is kept for its clocks. */
static DERIVED(
    matter_closed_at, matter, m, instant_json(c, m->state == MATTER_CLOSED ? m->closed_at : 0, out));

/* One of their people wrote it, and none of us put it otherwise. */
static bool is_in_their_words(const struct ctx *c, const struct matter *m)
{
	return contact_who_made(c, m) && !m->reworded;
}

const char *matter_title(const struct ctx *c, const struct matter *m)
{
	return text_said(c, m->title);
}

const char *matter_for_client(const struct ctx *c, const void *rec, const char *text)
{
	const struct matter *m = rec;
	if (is_in_their_words(c, m) && text != m->our_part)
		return text;
	return say_we(c, in_charge((struct ctx *)c, m->client_id, m->mandate_id), text);
}

static DERIVED(matter_noticed_edits, matter, m, edits_write(c, m->noticed_edits, out));

static const struct field matter_fields[] = {MATTER_FIELDS(FIELD_ROW, struct matter){0}};

/* ---- creation ---------------------------------------------------------------------- */

/* Known, the reason is asked of the leads no more. */
static void note_reason(const struct ctx *c, struct matter *m)
{
	if (m->superior_reason && m->reason_asked_at && !m->reason_given_at)
		m->reason_given_at = c->now;
}

static void matter_check(struct act *a)
{
	struct matter *m = a->rec;
	if (m->noticed_by_side == THEIRS && m->nature != PROBLEM)
		field_refuse(a, "noticed_by_side", "bad_value");
	if (m->term_id && m->nature != STANDARD)
		field_refuse(a, "term_id", "bad_value"); /* what is usual is a rule that we have */
	const struct matter *was = a->before;
	if (a->ctx->who.role != CONTACT && given(a, "title"))
		m->title = text_kept(a->ctx->arena, m->title);
	if (was && (given(a, "title") || given(a, "body")))
		m->reworded = 1;
	if (a->before && given(a, "category"))
		m->recurs_of_id = problem_like(a->ctx, m);
	if (a->before)
		note_reason(a->ctx, m);
}

/* Of what was just written; a client in trouble says it as they like. */
static void matter_hints(struct act *a)
{
	const struct matter *m = a->rec;
	const struct {
		const char *field, *text;
	} written[] = {{"title", matter_title(a->ctx, m)}, {"body", m->body}, {"our_part", m->our_part},
	    {"superior_reason", m->superior_reason}};
	for (size_t i = 0; i < sizeof written / sizeof written[0] && a->ctx->who.role != CONTACT; i++) {
		if (!given(a, written[i].field))
			continue;
		hint_text(a->ctx, HINT_PROBLEM, written[i].field, written[i].text, &a->hints);
		hint_text(a->ctx, HINT_PERSON, written[i].field, written[i].text, &a->hints);
	}
}

static void matter_begin(struct act *a)
{
	struct matter *m = a->rec;
	struct ctx *c = a->ctx;
	if (c->who.role == CONTACT)
		m->noticed_by_side = THEIRS;
	if (!m->noticed_at)
		m->noticed_at = c->now;
	if (m->noticed_by_side == THEIRS)
		m->found_by_client_at = m->noticed_at;
	problem_connect(c, m);
}

void worry_rises(struct act *a)
{
	struct matter *m = a->rec;
	m->severity = 2;
	m->kept_quiet_at = a->ctx->now;
}

static void heard_wrong(struct act *a, const struct matter *m)
{
	heard(a, LETTER_HEARD_WRONG,
	    &(struct heard){.client_id = m->client_id,
		.mandate_id = m->mandate_id,
		.kind = &matter_kind,
		.id = m->r.id,
		.urgent = true});
}

static void matter_after(struct act *a, const void *before, const void *rec)
{
	const struct matter *was = before, *m = rec;
	if (!was || (was->state == MATTER_CLOSED && m->state != MATTER_CLOSED))
		heard_wrong(a, m); /* raised, or taken up again */
}

/* ---- actions --------------------------------------------------------------------------- */

static GUARD(is_untold, REC(a, matter)->state == MATTER_NOTICED);
static GUARD(is_told, REC(a, matter)->told_at != 0);
static GUARD(is_told_problem, is_told(a) && REC(a, matter)->nature == PROBLEM);

static bool told_after_noticing(struct act *a)
{
	const struct exchange *x = named_exchange(a);
	return !x || x->at >= REC(a, matter)->noticed_at;
}

static void matter_tell(struct act *a)
{
	struct matter *m = a->rec;
	const struct exchange *x = named_exchange(a);
	m->state = MATTER_TOLD;
	m->told_at = x->at;
	m->told_in_id = x->r.id;
	m->voice_owed = m->nature == PROBLEM && !exchange_is_voice(a->ctx, x);
}

void matters_told_again(struct act *a, const struct exchange *was, const struct exchange *x)
{
	bool voice = exchange_is_voice(a->ctx, x), changed = voice != exchange_is_voice(a->ctx, was);
	const int64_t *ids;
	int n = was->at != x->at || changed
		    ? ids_found(a->ctx, db_query(a->ctx->db, &told_in, "ii", x->client_id, x->r.id), &ids)
		    : 0;
	for (int i = 0; i < n; i++) {
		struct matter *m = EDIT(a, matter, ids[i]);
		m->told_at = x->at;
		if (changed && !m->spoken_at)
			m->voice_owed = !voice && m->nature == PROBLEM;
		record_save(a, &matter_kind, m);
	}
}

static GUARD(owes_the_voice, REC(a, matter)->voice_owed != 0);

static void matter_speak(struct act *a)
{
	struct matter *m = a->rec;
	m->voice_owed = 0;
	m->spoken_at = named_exchange(a)->at;
	if (m->spoken_at < m->told_at)
		m->spoken_at = m->told_at; /* spoken before it was written down */
}

#define FOUND_INPUTS(F, S) \
	F(S, instant, at, N_("When"), .past = true) \
	IN_EXCHANGE(F, S)
INPUTS_OF(found_in, FOUND_INPUTS);

static GUARD(is_not_found, !REC(a, matter)->found_by_client_at);

static void matter_found(struct act *a)
{
	const struct found_in *in = a->in;
	const struct exchange *x = GET(a->ctx, exchange, in->exchange_id);
	REC(a, matter)->found_by_client_at = in->at ? in->at : x ? x->at : a->ctx->now;
	REC(a, matter)->found_noted_at = a->ctx->now;
}

#define NEWS_INPUTS(F, S) \
	NAMED_INPUTS(F, S) \
	F(S, date, update_due, N_("Next news on"))
INPUTS_OF(news_in, NEWS_INPUTS);

static void matter_news(struct act *a)
{
	struct matter *m = a->rec;
	const struct news_in *in = a->in;
	instant at = GET(a->ctx, exchange, in->exchange_id)->at;
	m->news = list_with(a->ctx->arena, m->news,
	    json_pack("{s:I, s:I}", "due", (json_int_t)m->update_due, "at", (json_int_t)at));
	m->update_due = in->update_due;
}

#define NOTICED_INPUTS(F, S) \
	F(S, instant, noticed_at, N_("Noticed"), .required = true, .past = true) \
	REASON_INPUTS(F, S)
INPUTS_OF(noticed_in, NOTICED_INPUTS);

static GUARD(is_earlier, IN(a, noticed_in)->noticed_at <= REC(a, matter)->noticed_at);

static void matter_set_noticed_at(struct act *a)
{
	struct matter *m = a->rec;
	const struct noticed_in *in = a->in;
	m->noticed_edits = edits_with(a->ctx, m->noticed_edits, m->noticed_at, in->noticed_at);
	if (m->noticed_by_side == THEIRS && m->found_by_client_at == m->noticed_at)
		m->found_by_client_at = in->noticed_at;
	m->noticed_at = in->noticed_at;
	a->reason = in->reason;
}

static GUARD(may_go_untold, REC(a, matter)->nature != PROBLEM);

static void matter_drop(struct act *a)
{
	struct matter *m = a->rec;
	m->state = MATTER_DROPPED;
	m->dropped_at = a->ctx->now;
	a->reason = IN(a, reason_in)->reason;
}

/* ---- why our superiors decided so (P17) ------------------------------------------------ */

static GUARD(reason_is_unknown, !REC(a, matter)->superior_reason);

static void matter_ask_reason(struct act *a)
{
	struct matter *m = a->rec;
	m->superior_decision = 1;
	if (!m->reason_asked_at || m->reason_given_at)
		m->reason_asked_at = a->ctx->now;
	m->reason_given_at = 0;
}

#define WHY_INPUTS(F, S) \
	F(S, longtext, superior_reason, N_("The reason, so that it can be explained to the client"), \
	    .max = 4000, .required = true)
INPUTS_OF(why_in, WHY_INPUTS);

static void matter_give_reason(struct act *a)
{
	struct matter *m = a->rec;
	m->superior_decision = 1;
	m->superior_reason = IN(a, why_in)->superior_reason;
	note_reason(a->ctx, m);
}

/* ---- applied, when no promise tells ------------------------------------------------------- */

#define APPLY_INPUTS(F, S) \
	IN_EXCHANGE(F, S) \
	F(S, longtext, text, N_("What was done"), .max = 2000)
INPUTS_OF(apply_in, APPLY_INPUTS);
BEGINS_AS_NAMED(apply_in);

static GUARD(waits_for_word,
    REC(a, matter)->state == MATTER_DECIDED && decision_waits_for_word(a->ctx, REC(a, matter)->r.id));

static bool says_how_it_was_done(struct act *a)
{
	const struct apply_in *in = a->in;
	if (!refused(a) && !in->exchange_id && !in->text)
		field_refuse(a, "text", "missing");
	return true;
}

static void matter_apply(struct act *a)
{
	struct matter *m = a->rec;
	const struct apply_in *in = a->in;
	const struct exchange *x = named_exchange(a);
	m->applied_in_id = in->exchange_id;
	m->applied_text = in->text;
	problem_applied(m, x ? x->at : a->ctx->now);
}

/* ---- verified, or not yet ---------------------------------------------------------------- */

static GUARD(is_applied, REC(a, matter)->state == MATTER_APPLIED);
static GUARD(is_rated_well, problem_lacks_voice(a->ctx, a->rec));

static void matter_verify(struct act *a)
{
	struct matter *m = a->rec;
	const struct exchange *x = named_exchange(a);
	m->verified_in_id = x->r.id;
	problem_verified(a->ctx, m, x->at);
}

static GUARD(is_closed, REC(a, matter)->state == MATTER_CLOSED);

#define REOPEN_INPUTS(F, S) \
	F(S, longtext, text, N_("What is still not right?"), .max = 2000, .required = true)
INPUTS_OF(reopen_in, REOPEN_INPUTS);

static void matter_reopen(struct act *a)
{
	struct matter *m = a->rec;
	m->reopened_why = IN(a, reopen_in)->text;
	problem_reopened(m, a->ctx->now);
}

/* ---- an idea's echo (R3.4) ----------------------------------------------------------------- */

#define ECHO_INPUTS(F, S) \
	F(S, flag, eased, N_("It eased my work")) \
	F(S, flag, stood_out, N_("It helped me stand out")) \
	F(S, longtext, text, N_("A word, if you like"), .max = 2000)
INPUTS_OF(echo_in, ECHO_INPUTS);

static GUARD(is_our_idea, REC(a, matter)->nature == IDEA && REC(a, matter)->told_at);

enum { SAID_YES = 1, SAID_NO };

static void matter_echo(struct act *a)
{
	struct matter *m = a->rec;
	const struct echo_in *in = a->in;
	if (given(a, "eased"))
		m->eased = in->eased ? SAID_YES : SAID_NO;
	if (given(a, "stood_out"))
		m->stood_out = in->stood_out ? SAID_YES : SAID_NO;
	if (in->text)
		m->echo_text = in->text;
	m->echoed_at = a->ctx->now;
}

static const struct action matter_actions[] = {
    {"tell", N_("Told"), N_("Said then"), BY_STAFF, INPUTS(named_in),
	GUARDS({"already_told", is_untold}, {"told_before_noticed", told_after_noticing}), matter_tell,
	.way = N_("It is already noted")},
    {"speak", N_("Said by voice"), N_("Said then"), BY_STAFF, INPUTS(named_in),
	GUARDS({"voice_not_owed", owes_the_voice}, {"not_voice", named_is_voice}), matter_speak,
	.way = N_("It is already noted")},
    {"found", N_("The client found out"), N_("Note it"), BY_STAFF, INPUTS(found_in),
	GUARDS({"already_told", is_untold}, {"already_found", is_not_found}), matter_found,
	.way = N_("The client found out")},
    {"call_sheet", N_("Heard in a call"), N_("Keep the call"), BY_STAFF, INPUTS(call_sheet_in),
	GUARDS({"not_told", is_told_problem}), matter_call_sheet},
    {"news", N_("News given"), N_("News given"), BY_STAFF, INPUTS(news_in), GUARDS({"not_told", is_told}),
	matter_news, .way = N_("Give news")},
    {"ask_reason", N_("The reason was asked for"), N_("Ask for the reason"), BY_STAFF,
	.guards = GUARDS({"reason_known", reason_is_unknown}), .effect = matter_ask_reason,
	.way = N_("It follows a decision made above us"),
	.help = N_("Whoever leads is asked for the reason, so that we can explain it ourselves.")},
    {"give_reason", N_("The reason was given"), N_("Give the reason"), BY_LEAD, INPUTS(why_in),
	.effect = matter_give_reason, .way = N_("Say why it was decided so")},
    {"set_noticed_at", N_("Noticed earlier"), N_("Correct"), BY_STAFF, INPUTS(noticed_in),
	GUARDS({"noticed_later", is_earlier}), matter_set_noticed_at, .way = N_("We noticed it earlier")},
    {"apply", N_("Applied"), N_("It is applied"), BY_STAFF, INPUTS(apply_in),
	GUARDS({"wrong_state", waits_for_word}, {"invalid", says_how_it_was_done}), matter_apply,
	.way = N_("Say that it is applied")},
    {"verify", N_("Asked, and so it is"), N_("Said then"), BY_STAFF, INPUTS(named_in),
	GUARDS({"not_applied", is_applied}, {"not_voice", named_is_voice}, {"no_rating", is_rated_well}),
	matter_verify, .way = N_("It is already noted")},
    {"drop", N_("Let go"), N_("Let it go"), BY_STAFF, INPUTS(reason_in),
	GUARDS({"problem_must_be_told", may_go_untold}, {"already_told", is_untold}), matter_drop,
	.way = N_("Not worth telling")},
    {"reopen", N_("Taken up again"), N_("Take it up again"), BY_STAFF | BY_CONTACT, INPUTS(reopen_in),
	GUARDS({"not_closed", is_closed}), matter_reopen, .way = N_("The client says it is not over"),
	.noted = N_("Noted. We take it up again with you.")},
    {"echo", N_("The client said what it did for them"), N_("Answer"), BY_CONTACT, INPUTS(echo_in),
	GUARDS({"not_an_idea", is_our_idea}), matter_echo, .noted = N_("Noted. Thank you for saying so.")},
    {0},
};

/* Told, or raised by themselves; before telling, nothing. */
static HOLDS(matter_portal, matter, m, m->told_at || m->noticed_by_side == THEIRS);

const struct kind matter_kind = {
    KIND(matter, "matters", KIND_MATTER),
    .title = N_("To tell"),
    .actions = matter_actions,
    .noted = N_("Noted. We are calling you."),
    .create_by = BY_STAFF | BY_CONTACT,
    .by_letter = true, /* "Something is wrong" stands on every page of theirs */
    .indexes = (const char *const[]){"client_id, noticed_at", "promise_id WHERE promise_id IS NOT NULL",
	"term_id, client_id WHERE term_id IS NOT NULL", "mandate_id WHERE mandate_id IS NOT NULL",
	"noticed_at", "closed_at WHERE closed_at IS NOT NULL", "recurs_of_id WHERE recurs_of_id IS NOT NULL",
	"reason_given_at WHERE reason_asked_at IS NOT NULL", "double_deviation WHERE double_deviation = 1",
	"first_ever WHERE first_ever = 1", "client_id, told_at WHERE nature = 'idea'",
	"client_id, closed_at WHERE closed_at IS NOT NULL", NULL},
    .leans = matter_leans,
    .client = offsetof(struct matter, client_id),
    .about = offsetof(struct matter, title),
    .lags = true,
    .check = matter_check,
    .begin = matter_begin,
    .hints = matter_hints,
    .after = matter_after,
    .clocks = matter_clocks,
    .portal = matter_portal,
    .portal_rows = "told_at IS NOT NULL OR noticed_by_side = 'client'",
    .page = "/probleme/{id}",
    .ways = "#steps",
};
