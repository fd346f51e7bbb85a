/* Mandate: one piece of work for a client, from the need in their own words to
 * what it was worth to them (model 2.3, 3.3; R1.2, R5.3, R5.4, T2, T3, T9, E19).
 * Exactly one person is in charge.
 *
 *   draft → running      the need is confirmed, the entente agreed; or a lead says why not
 *   running → delivered  nothing promised to be delivered is open
 *   delivered → closed   the client has said its value and the result, or nothing for long */
#include <string.h>

#include "rules/care.h"
#include "rules/charge.h"
#include "rules/rating.h"
#include "rules/refs.h"
#include "rules/said.h"
#include "rules/term.h"
#include "rules/to_us.h"
#include "rules/writing.h"

SQL(last_kept, "SELECT max(done_at) FROM promise WHERE mandate_id = $1 AND side = 'us' AND shared = 1 "
	       "AND state = 'done'");
SQL(missing_of,
    "SELECT count(*) FROM term WHERE mandate_id = $1 AND state = 'missing' AND kind <> 'expectation'");
SQL(ideas_sent, "SELECT min(sent_at) FROM writing WHERE client_id = $1 AND kind = 'ideas' AND sent_at >= $2 "
		"AND (mandate_id = $3 OR mandate_id IS NULL)");
/* Ideas that are offered to the client, whatever was delivered. */
SQL(delivered_before,
    "SELECT id FROM mandate WHERE client_id = $1 AND $2 = 'ideas' AND delivered_at IS NOT NULL");
SQL(open_deliverables, "SELECT id FROM promise WHERE mandate_id = $1 AND side = 'us' AND deliverable = 1 "
		       "AND state = 'open' ORDER BY id");

static DERIVED(mandate_responsible, mandate, m, jw_text(out, person_name(c, m->responsible_id)));

static const struct field mandate_fields[] = {MANDATE_FIELDS(FIELD_ROW, struct mandate){0}};

static void mandate_check(struct act *a)
{
	struct mandate *m = a->rec;
	if (m->currency && !is_currency(m->currency))
		field_refuse(a, "currency", "bad_value");
	if (m->busy_from && m->busy_to && m->busy_to < m->busy_from)
		field_refuse(a, "busy_to", "bad_value");
	const struct mandate *was = a->before;
	if (was && (!was->need || !m->need || strcmp(was->need, m->need) != 0))
		m->need_confirmed_at = 0; /* other words are another need */
}

static void mandate_begin(struct act *a)
{
	struct mandate *m = a->rec;
	if (!m->responsible_id)
		m->responsible_id = in_charge(a->ctx, m->client_id, 0);
	if (!m->currency)
		m->currency = a->ctx->firm->currency;
}

/* ---- clocks --------------------------------------------------------------------- */

#define ASK_WD 5     /* R5.3: unanswered that long after delivery, ask by voice */
#define CLOSES_WD 20 /* E19: … that long, it closes without an answer */

/* Kept late or in time, something moved. */
instant mandate_stalls_at(struct ctx *c, const struct mandate *m)
{
	if (m->state != MANDATE_RUNNING)
		return 0;
	instant started = zone_instant(&c->firm->calendar.zone, m->started_on, MORNING);
	instant moved = db_int(c->db, &last_kept, 0, "i", m->r.id);
	return hours_after(c, moved > started ? moved : started, settings_of(c)->stall_wd * WORKING_DAY);
}

/* b4: it does not move, and a condition is missing (T2, T3). */
static void b4_stall(struct ctx *c, const struct mandate *m, struct clocks *out)
{
	instant at = mandate_stalls_at(c, m);
	if (!at || db_int(c->db, &missing_of, 0, "i", m->r.id) == 0)
		return;
	clock_add(out, CLOCK_B4_STALL, m->responsible_id, at)->due = at;
}

/* d4: what was agreed is looked at again. */
static void d4(struct ctx *c, const struct mandate *m, struct clocks *out)
{
	const struct writing *agreed = GET(c, writing, m->entente_id);
	if (m->state != MANDATE_RUNNING || !agreed)
		return;
	instant from = m->reviewed_at > agreed->answered_at ? m->reviewed_at : agreed->answered_at;
	struct clock *k = clock_add(
	    out, CLOCK_D4, m->responsible_id, from + settings_of(c)->entente_review_d * DAY_SECONDS);
	k->due = k->starts;
}

/* c18: agreed, and not begun (conversation 16.4). */
static void c18(struct ctx *c, const struct mandate *m, struct clocks *out)
{
	const struct writing *agreed = GET(c, writing, m->entente_id);
	if (m->state == MANDATE_DRAFT && agreed)
		clock_add(out, CLOCK_C18, m->responsible_id, agreed->answered_at);
}

/* d1: delivered, and the client has not said what it was worth (R5.3); in the
 * end it closes without an answer (E19). */
static void d1_and_closing(struct ctx *c, const struct mandate *m, struct clocks *out)
{
	if (m->state != MANDATE_DELIVERED)
		return;
	struct clock *k = clock_add(
	    out, CLOCK_D1_MANDATE, m->responsible_id, hours_after(c, m->delivered_at, ASK_WD * WORKING_DAY));
	k->due = k->starts;
	k = clock_add(out, RING_CLOSES, 0, m->delivered_at);
	k->due = hours_after(c, m->delivered_at, CLOSES_WD * WORKING_DAY);
}

/* e5: the ideas that came along the way are offered as a list (R7.3). */
static void e5_ideas(struct ctx *c, const struct mandate *m, struct clocks *out)
{
	if (!m->delivered_at)
		return;
	const struct calendar *cal = &c->firm->calendar;
	struct clock *k = clock_add(out, CLOCK_E5_IDEAS, m->responsible_id, m->delivered_at);
	k->due = day_end(
	    cal, working_days_after(cal, m->delivered_on, (int)settings_of(c)->idea_after_delivery_wd));
	k->stopped = db_int(c->db, &ideas_sent, 0, "iii", m->client_id, m->delivered_at, m->r.id);
}

static void mandate_clocks(struct ctx *c, const void *rec, struct clocks *out)
{
	b4_stall(c, rec, out);
	c18(c, rec, out);
	d4(c, rec, out);
	d1_and_closing(c, rec, out);
	e5_ideas(c, rec, out);
	e7(c, rec, out);
	const struct mandate *m = rec;
	c17(m->handed_at, m->responsible_id, out);
}

static const char *mandate_withheld(struct ctx *c, const void *rec, int type)
{
	return care_held_back_by(c, ((const struct mandate *)rec)->client_id, type);
}

void closes_without_answer(struct act *a)
{
	struct mandate *m = a->rec;
	m->state = MANDATE_CLOSED;
	m->closed_on = a->ctx->today;
	m->closed_without_answer = 1;
}

/* ---- need and start ---------------------------------------------------------------- */

static GUARD(has_need, REC(a, mandate)->need != NULL);

static void mandate_confirm_need(struct act *a)
{
	struct mandate *m = a->rec;
	m->need_confirmed_at = said_at(a);
	heard(a, LETTER_HEARD_CONFIRMED,
	    &(struct heard){
		.client_id = m->client_id, .mandate_id = m->r.id, .kind = &mandate_kind, .id = m->r.id});
}

#define BEGIN_INPUTS(F, S) F(S, text, override_reason, N_("Why"), .create = BY_LEAD)
INPUTS_OF(begin_in, BEGIN_INPUTS);

static const char *override_reason(struct act *a)
{
	return IN(a, begin_in)->override_reason;
}

static GUARD(is_draft, REC(a, mandate)->state == MANDATE_DRAFT);
static GUARD(need_is_confirmed, REC(a, mandate)->need_confirmed_at || override_reason(a));
static GUARD(is_agreed, REC(a, mandate)->entente_id != 0);
static GUARD(is_agreed_or_overridden, is_agreed(a) || override_reason(a));

static void mandate_start(struct act *a)
{
	struct mandate *m = a->rec;
	m->state = MANDATE_RUNNING;
	m->started_on = a->ctx->today;
	a->reason = override_reason(a);
}

/* ---- what the library has and this mandate lacks (T9) -------------------------------- */

#define CONSIDER_INPUTS(F, S) \
	F(S, ref, library_id, N_("From the library"), .to = &term_kind, .accepts = term_is_of_library, \
	    .required = true) \
	F(S, choice, answer, N_("What becomes of it"), .choices = OMITTED_OR_ADDED, .required = true) \
	F(S, choice, owed_by, N_("From whom"), .choices = OWED_BY) \
	F(S, date, needed_by, N_("Needed by"))
INPUTS_OF(consider_in, CONSIDER_INPUTS);
#define CONSIDER_ADD (OMITTED_NOT_NEEDED + 1)

static bool is_not_there_yet(struct act *a)
{
	const struct term **there = ARENA_ARRAY(a->ctx->arena, const struct term *, TERMS_MAX);
	int n = terms_of(a->ctx, REC(a, mandate)->r.id, there, TERMS_MAX);
	for (int i = 0; i < n; i++)
		if (there[i]->library_id == IN(a, consider_in)->library_id)
			return false;
	return true;
}

/* Added, "we forgot it" included; or left out, which is kept with its reason. */
static void take_or_leave(struct act *a, const struct consider_in *in)
{
	const struct mandate *m = a->rec;
	const struct term *model = GET(a->ctx, term, in->library_id);
	struct term *t = record_new(a->ctx, &term_kind);
	t->client_id = m->client_id;
	t->mandate_id = m->r.id;
	t->library_id = in->library_id;
	t->kind = model->kind;
	t->owed_by = in->owed_by ? in->owed_by : model->owed_by;
	t->text = model->text;
	t->why = model->why;
	t->clarity = model->clarity;
	t->needed_by = in->needed_by;
	t->lead_wd = model->lead_wd;
	t->quota = model->quota;
	if (in->answer != CONSIDER_ADD)
		t->omitted_reason = in->answer;
	if (in->answer != CONSIDER_ADD && in->answer != OMITTED_FORGOT) {
		t->state = TERM_DROPPED;
		t->ended_at = a->ctx->now;
	}
	record_insert(a, &term_kind, t);
}

static void mandate_consider(struct act *a)
{
	take_or_leave(a, a->in);
}

/* One answer for all that nobody looked at one by one. */
#define REST_INPUTS(F, S) \
	F(S, choice, answer, N_("Why they are not here"), .choices = CHOICES(WHY_LEFT_OUT), .look = "chips", \
	    .required = true)
INPUTS_OF(rest_in, REST_INPUTS);

static bool some_are_left(struct act *a)
{
	int64_t id;
	return library_unconsidered(a->ctx, REC(a, mandate)->r.id, &id, 1) > 0;
}

static void mandate_consider_rest(struct act *a)
{
	int64_t ids[TERMS_MAX];
	int n = library_unconsidered(a->ctx, REC(a, mandate)->r.id, ids, TERMS_MAX);
	int64_t reason = OMITTED_FORGOT + IN(a, rest_in)->answer;
	for (int i = 0; i < n; i++)
		take_or_leave(a, &(struct consider_in){.library_id = ids[i], .answer = reason});
}

static void mandate_review_entente(struct act *a)
{
	REC(a, mandate)->reviewed_at = said_at(a);
}

/* ---- delivery, and what it was worth ---------------------------------------------------- */

static GUARD(is_running, REC(a, mandate)->state == MANDATE_RUNNING);

static bool all_is_delivered(struct act *a)
{
	int64_t ids[REFS_MAX];
	int n = refs_found(db_query(a->ctx->db, &open_deliverables, "i", REC(a, mandate)->r.id), ids);
	refuse_naming(a, "promises", ids, n);
	if (n > 0)
		mended_at(a, &promise_kind, ids[0]);
	return n == 0;
}

static void mandate_deliver(struct act *a)
{
	struct mandate *m = a->rec;
	m->state = MANDATE_DELIVERED;
	m->delivered_on = a->ctx->today;
	m->delivered_at = a->ctx->now;
}

bool mandate_is_valued(struct ctx *c, const struct mandate *m)
{
	const struct rating *value = rating_latest(c, &mandate_kind, m->r.id);
	return value && value->at >= m->delivered_at;
}

/* Closed by two facts: what it was worth to them, and whether the need was met. */
static bool closes_if_answered(struct ctx *c, struct mandate *m)
{
	bool was_open = m->state == MANDATE_DELIVERED || m->closed_without_answer;
	if (!was_open || !m->result || !mandate_is_valued(c, m))
		return false;
	m->state = MANDATE_CLOSED;
	if (!m->closed_on)
		m->closed_on = c->today;
	m->closed_without_answer = 0;
	return true;
}

void mandate_rated(struct act *a, int64_t id)
{
	struct mandate *m = EDIT(a, mandate, id);
	if (m && closes_if_answered(a->ctx, m))
		record_save(a, &mandate_kind, m);
}

#define RESULT_INPUTS(F, S) \
	IN_EXCHANGE(F, S, .create = BY_STAFF, .required = true) \
	F(S, choice, result, N_("Result"), .choices = RESULTS, .required = true)
INPUTS_OF(result_in, RESULT_INPUTS);
BEGINS_AS_NAMED(result_in);

static GUARD(is_delivered, REC(a, mandate)->delivered_at != 0);

static void mandate_set_result(struct act *a)
{
	struct mandate *m = a->rec;
	m->result = IN(a, result_in)->result;
	closes_if_answered(a->ctx, m);
}

static const struct field hand_over_in_fields[] = {HAND_OVER_INPUTS(FIELD_ROW, struct hand_over_in){0}};

static void mandate_hand_over(struct act *a)
{
	struct mandate *m = a->rec;
	hand_over(a, &CHARGE_OF(m, m->client_id, m->r.id));
}

static const struct action mandate_actions[] = {
    {"confirm_need", N_("The need was confirmed"), N_("These are their words"), BY_STAFF | BY_CONTACT,
	INPUTS(said_in),
	GUARDS({"need_missing", has_need}, {"cannot_agree", said_by_one_who_may_agree},
	    {"not_voice", said_by_voice}),
	mandate_confirm_need, .way = N_("They confirmed it by voice"), .noted = N_("Noted: we agree.")},
    {"start", N_("Begun"), N_("Begin"), BY_STAFF, INPUTS(begin_in),
	GUARDS({"wrong_state", is_draft}, {"need_not_confirmed", need_is_confirmed},
	    {"entente_not_agreed", is_agreed_or_overridden}),
	mandate_start},
    {"consider", N_("A condition was looked at"), N_("Add"), BY_STAFF, INPUTS(consider_in),
	GUARDS({"already_considered", is_not_there_yet}), mandate_consider},
    {"consider_rest", N_("The other conditions were answered for"), N_("Answer for all"), BY_STAFF,
	INPUTS(rest_in), GUARDS({"already_considered", some_are_left}), mandate_consider_rest,
	.way = N_("The same answer for all the others"), .offered = some_are_left},
    {"review_entente", N_("The agreement was gone through"), N_("We went through it"), BY_STAFF,
	INPUTS(perhaps_named_in), GUARDS({"entente_not_agreed", is_agreed}), mandate_review_entente,
	.way = N_("Go through the agreement again")},
    {"deliver", N_("All handed over"), N_("All is delivered"), BY_STAFF,
	.guards = GUARDS({"wrong_state", is_running}, {"deliverables_open", all_is_delivered}),
	.effect = mandate_deliver},
    {"set_result", N_("The client said how it went"), N_("Keep"), BY_STAFF | BY_CONTACT, INPUTS(result_in),
	GUARDS({"not_delivered", is_delivered}, {"not_voice", said_by_voice}), mandate_set_result,
	.noted = N_("Noted. Thank you for saying so.")},
    {"hand_over", N_("Handed over"), N_("Hand over"), BY_STAFF, INPUTS(hand_over_in),
	GUARDS({"person_inactive", next_in_charge_is_active}, {"no_reader", somebody_can_be_told}),
	mandate_hand_over},
    {0},
};

static bool mandate_portal(const struct ctx *c, const void *rec)
{
	(void)c, (void)rec;
	return true;
}

const struct kind mandate_kind = {
    KIND(mandate, "mandates", KIND_MANDATE),
    .title = N_("Engagements"),
    .actions = mandate_actions,
    .create_by = BY_STAFF,
    .indexes = (const char *const[]){"client_id, id", "responsible_id",
	"closed_on WHERE closed_on IS NOT NULL", NULL},
    /* Something was kept, a condition is missing or was looked at, a version agreed,
     * ideas sent. */
    .leans = LEANS({&promise_kind, "state shared_at", .by = "mandate_id"},
	{&term_kind, "state checked_at", .by = "mandate_id"},
	{&writing_kind, "sent_at answered_at", .by = "mandate_id"},
	{&writing_kind, "sent_at", .by = "client_id kind", .found = &delivered_before}),
    .client = offsetof(struct mandate, client_id),
    .in_charge = offsetof(struct mandate, responsible_id),
    .is_named = true,
    .about = offsetof(struct mandate, title),
    .check = mandate_check,
    .begin = mandate_begin,
    .clocks = mandate_clocks,
    .withheld = mandate_withheld,
    .portal = mandate_portal,
    .page = "/mandat/{id}",
    .ways = "#ways",
};
