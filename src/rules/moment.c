/* Moment: planned, then marked.  A stumble ends with at least one finding and
 * one solution that somebody promised for a day (R6.2–R6.5). */
#include "rules/moment.h"

#include "rules/hints.h"
#include "rules/refs.h"
#include "rules/writing.h"

SQL(setback_done,
    "SELECT min(done_at) FROM moment WHERE matter_id = $1 AND kind = 'setback' AND done_at IS NOT NULL");
SQL(setback_of,
    "SELECT solution_promise_ids FROM moment WHERE matter_id = $1 AND kind = 'setback' ORDER BY id");
/* The same again after it, and after that one. */
SQL(happened_again, "WITH RECURSIVE again(id) AS (SELECT id FROM matter WHERE recurs_of_id = $1 UNION SELECT "
		    "m.id FROM matter m "
		    "JOIN again ON m.recurs_of_id = again.id) SELECT count(*) FROM again");

/* ---- solutions: promises, by their ids ------------------------------------------- */

static int promises_among(struct ctx *c, const char *refs, const struct promise **ret, int max)
{
	int64_t ids[REFS_MAX];
	int n = refs_read(refs, ids), kept = 0;
	for (int i = 0; i < n && kept < max; i++)
		if ((ret[kept] = GET(c, promise, ids[i])))
			kept++;
	return kept;
}

int setback_solutions(struct ctx *c, int64_t matter, const struct promise **ret, int max)
{
	const char *ids, *lists[16];
	int n = 0, nlists = 0;
	struct db_query *q = matter ? db_query(c->db, &setback_of, "i", matter) : NULL;
	while (q && db_row(q, "t", &ids))
		if (nlists < 16)
			lists[nlists++] = ids;
	for (int i = 0; i < nlists; i++)
		n += promises_among(c, lists[i], ret + n, max - n);
	return n;
}

void setback_promised(struct act *a, int64_t id, int64_t promise)
{
	struct moment *m = EDIT(a, moment, id);
	if (!m || m->kind != SETBACK)
		return;
	m->solution_promise_ids = refs_with(a->ctx->arena, m->solution_promise_ids, promise);
	record_save(a, &moment_kind, m);
}

instant setback_done_at(struct ctx *c, int64_t matter)
{
	return db_int(c->db, &setback_done, 0, "i", matter);
}

int64_t moment_happened_again(const struct ctx *c, const struct moment *m)
{
	return m->matter_id ? db_int(c->db, &happened_again, 0, "i", m->matter_id) : 0;
}

static DERIVED(moment_recurrences, moment, m,
    number_json(m->kind == SETBACK && m->matter_id ? moment_happened_again(c, m) : NO_NUMBER, out));

static const struct field moment_fields[] = {MOMENT_FIELDS(FIELD_ROW, struct moment){0}};

/* ---- creation ---------------------------------------------------------------------- */

/* Promised to its client, or among ourselves. */
static bool solutions_are_near(struct ctx *c, const struct moment *m)
{
	const struct promise *promised[REFS_MAX];
	for (int i = promises_among(c, m->solution_promise_ids, promised, REFS_MAX); i > 0; i--)
		if (m->client_id && promised[i - 1]->client_id && promised[i - 1]->client_id != m->client_id)
			return false;
	return true;
}

static void moment_check(struct act *a)
{
	const struct moment *m = a->rec;
	if (given(a, "solution_promise_ids") && !solutions_are_near(a->ctx, m))
		field_refuse(a, "solution_promise_ids", "bad_ref");
	const struct exchange *x = GET(a->ctx, exchange, m->exchange_id);
	if (x && (m->kind != MEETUP || !x->planned))
		field_refuse(a, "exchange_id", "bad_ref"); /* the appointment that a meetup is */
}

static void moment_begin(struct act *a)
{
	struct moment *m = a->rec;
	if (!m->happened_on)
		m->happened_on = a->ctx->today;
}

static void hint_findings(struct act *a, const struct moment *m)
{
	json_t *list = json_of(a->ctx->arena, m->findings);
	for (size_t i = 0; i < json_array_size(list); i++) {
		const char *finding = json_string_value(json_array_get(list, i));
		if (m->kind == SETBACK)
			hint_text(a->ctx, HINT_FINDING, "findings", finding, &a->hints);
		hint_text(a->ctx, HINT_PERSON, "findings", finding, &a->hints);
	}
}

static void moment_hints(struct act *a)
{
	const struct moment *m = a->rec;
	if (given(a, "findings"))
		hint_findings(a, m);
	if (given(a, "title"))
		hint_text(a->ctx, HINT_PERSON, "title", m->title, &a->hints);
	if (given(a, "client_reaction"))
		hint_text(a->ctx, HINT_PERSON, "client_reaction", m->client_reaction, &a->hints);
}

/* The appointment that it is asks for no recap. */
static void moment_after(struct act *a, const void *before, const void *rec)
{
	if (!before)
		meetup_noted(a, ((const struct moment *)rec)->exchange_id);
}

/* e4: good news are worth a moment (R6.2). */
static void moment_clocks(struct ctx *c, const void *rec, struct clocks *out)
{
	const struct moment *m = rec;
	if (m->kind != WIN)
		return;
	int64_t owner = m->client_id ? in_charge(c, m->client_id, m->mandate_id) : m->r.created_by;
	struct clock *k = clock_add(out, CLOCK_E4, owner, day_start(&c->firm->calendar, m->happened_on));
	k->by_day = true;
	k->due = hours_after(c, k->starts, settings_of(c)->win_celebrate_wd * WORKING_DAY);
	k->stopped = m->done_at;
}

/* ---- actions ------------------------------------------------------------------------- */

#define PLAN_INPUTS(F, S) \
	F(S, date, planned_on, N_("By when"), .required = true) \
	F(S, text, form, N_("How"))
INPUTS_OF(plan_in, PLAN_INPUTS);

static void moment_plan(struct act *a)
{
	struct moment *m = a->rec;
	const struct plan_in *in = a->in;
	m->planned_on = in->planned_on;
	if (in->form)
		m->form = in->form;
}

#define DONE_INPUTS(F, S) \
	F(S, date, done_on, N_("On"), .past = true) \
	F(S, text, form, N_("How"))
INPUTS_OF(done_in, DONE_INPUTS);

static GUARD(has_finding, REC(a, moment)->kind != SETBACK || REC(a, moment)->findings);

/* A promise that somebody holds, for a day. */
static bool has_solution(struct act *a)
{
	const struct moment *m = a->rec;
	const struct promise *promised[REFS_MAX];
	int n = m->kind == SETBACK ? promises_among(a->ctx, m->solution_promise_ids, promised, REFS_MAX) : 0;
	bool some = m->kind != SETBACK;
	for (int i = 0; i < n; i++)
		some = some || (promised[i]->person_id && promised[i]->state != PROMISE_DROPPED);
	return some;
}

static void moment_done(struct act *a)
{
	struct moment *m = a->rec;
	const struct done_in *in = a->in;
	struct ctx *c = a->ctx;
	m->done_on = in->done_on ? in->done_on : c->today;
	m->done_at = m->done_on == c->today ? c->now : day_end(&c->firm->calendar, m->done_on);
	if (in->form)
		m->form = in->form;
}

static const struct action moment_actions[] = {
    {"plan", N_("Planned"), N_("Plan it"), BY_STAFF, INPUTS(plan_in), .effect = moment_plan},
    {"done", N_("Done"), N_("Done"), BY_STAFF, INPUTS(done_in),
	GUARDS({"finding_missing", has_finding}, {"solution_missing", has_solution}), moment_done},
    {0},
};

const struct kind moment_kind = {
    KIND(moment, "moments", KIND_MOMENT),
    .title = N_("Moments"),
    .actions = moment_actions,
    .create_by = BY_STAFF,
    .indexes = (const char *const[]){"client_id, id", "matter_id WHERE matter_id IS NOT NULL",
	"exchange_id WHERE exchange_id IS NOT NULL", NULL},
    .client = offsetof(struct moment, client_id),
    .about = offsetof(struct moment, title),
    .check = moment_check,
    .begin = moment_begin,
    .hints = moment_hints,
    .after = moment_after,
    .clocks = moment_clocks,
    .page = "/moment/{id}",
};
