/* Moment: planned, then marked.  A stumble ends with at least one finding and
 * one solution that somebody promised for a day (R6.2–R6.5). */
#include "rules/moment.h"

#include "rules/hints.h"
#include "rules/refs.h"
#include "rules/writing.h"

SQL(setback_done,
    "SELECT min(done_at) FROM moment WHERE matter_id = $1 AND kind = 'setback' AND done_at IS NOT NULL");
/* The last of those that came after it was closed. */
#define RECURRENCES(of) \
	"WITH RECURSIVE again(id) AS (SELECT id FROM matter WHERE recurs_of_id = " of " UNION SELECT m.id " \
	"FROM matter m JOIN again ON m.recurs_of_id = again.id) "
SQL(last_recurrence, RECURRENCES("$1") "SELECT m.noticed_at, m.created_at FROM matter m JOIN again ON "
				       "again.id = m.id WHERE m.created_at >= $2 "
				       "ORDER BY m.created_at DESC, m.id DESC LIMIT 1");
/* Stumbles that a problem brings back: of those it recurs of, however far. */
SQL(stumbles_before,
    "WITH RECURSIVE before(id) AS (SELECT CAST($1 AS BIGINT) UNION SELECT m.recurs_of_id FROM "
    "matter m JOIN before ON m.id = before.id WHERE m.recurs_of_id IS NOT NULL) SELECT moment.id "
    "FROM moment JOIN before ON before.id = moment.matter_id WHERE kind = 'setback'");
SQL(setback_of,
    "SELECT solution_promise_ids FROM moment WHERE matter_id = $1 AND kind = 'setback' ORDER BY id");
/* With the same client. */
SQL(marked_before, "SELECT form FROM moment WHERE client_id = $1 AND kind = 'win' AND id <> $2 "
		   "AND done_on IS NOT NULL AND form IS NOT NULL ORDER BY done_on DESC, id DESC LIMIT 1");
/* The same again after it, and after that one. */
SQL(happened_again, RECURRENCES("$1") "SELECT count(*) FROM again");

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

const char *moment_last_form_said(struct ctx *c, const struct moment *m)
{
	const char *form =
	    m && m->kind == WIN ? db_text(c->db, &marked_before, "ii", m->client_id, m->r.id) : NULL;
	return form ? phrased(c, N_("Last time: %s. Something else this time?"), form) : NULL;
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

/* ---- clocks ------------------------------------------------------------------------- */

/* When it was noticed that the same has happened since it was closed; 0: it has not. */
static instant came_again_at(struct ctx *c, const struct moment *m, instant *ret_noted)
{
	instant noticed = 0;
	if (m->kind == SETBACK && m->matter_id && m->done_at)
		db_one(db_query(c->db, &last_recurrence, "ii", m->matter_id, m->done_at), "ii", &noticed,
		    ret_noted);
	return noticed;
}

/* d3: it came again, so its solutions come back for review (R6.5). */
static void d3_again(struct ctx *c, const struct moment *m, int64_t owner, struct clocks *out)
{
	instant noted, noticed = came_again_at(c, m, &noted);
	if (!noticed)
		return;
	struct clock *k = clock_add(out, CLOCK_D3_AGAIN, owner, noticed);
	k->due = hours_after(c, noticed, settings_of(c)->retro_wd * WORKING_DAY);
	k->stopped = m->reviewed_at >= noted ? m->reviewed_at : 0;
}

/* e4: good news are worth a moment (R6.2). */
static void e4(struct ctx *c, const struct moment *m, int64_t owner, struct clocks *out)
{
	if (m->kind != WIN)
		return;
	struct clock *k = clock_add(out, CLOCK_E4, owner, day_start(&c->firm->calendar, m->happened_on));
	k->by_day = true;
	k->due = hours_after(c, k->starts, settings_of(c)->win_celebrate_wd * WORKING_DAY);
	k->stopped = m->done_at;
}

static void moment_clocks(struct ctx *c, const void *rec, struct clocks *out)
{
	const struct moment *m = rec;
	int64_t owner = m->client_id ? in_charge(c, m->client_id, m->mandate_id) : m->r.created_by;
	e4(c, m, owner, out);
	d3_again(c, m, owner, out);
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

/* What a look back has found, kept to be compared with at the next. */
static json_t *found_so_far(struct ctx *c, const struct moment *m)
{
	json_t *findings = json_of(c->arena, m->findings),
	       *solutions = json_of(c->arena, m->solution_promise_ids);
	json_t *all = json_array();
	json_array_extend(all, findings);
	json_array_extend(all, solutions);
	return all;
}

static bool is_among(const json_t *list, const json_t *one)
{
	for (size_t i = 0; i < json_array_size(list); i++)
		if (json_equal(json_array_get(list, i), one))
			return true;
	return false;
}

/* A finding or a solution that was not there at the last look back. */
static bool something_was_added(struct ctx *c, const struct moment *m)
{
	json_t *now = found_so_far(c, m), *before = json_of(c->arena, m->reviewed);
	bool added = false;
	for (size_t i = 0; i < json_array_size(now); i++)
		added = added || !is_among(before, json_array_get(now, i));
	json_decref(now);
	return added;
}

static bool is_to_be_reviewed(struct act *a)
{
	const struct moment *m = a->rec;
	return running_clock(a->ctx, &moment_kind, m->r.id, CLOCK_D3_AGAIN) != NULL;
}

static bool has_finding(struct act *a)
{
	const struct moment *m = a->rec;
	return m->kind != SETBACK ||
	       (m->findings && (!is_to_be_reviewed(a) || something_was_added(a->ctx, m)));
}

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
	if (in->form)
		m->form = in->form;
	m->reviewed = json_kept(c->arena, found_so_far(c, m));
	if (is_to_be_reviewed(a)) { /* the day it was first looked back on stays */
		m->reviewed_at = c->now;
		return;
	}
	m->done_on = in->done_on ? in->done_on : c->today;
	m->done_at = m->done_on == c->today ? c->now : day_end(&c->firm->calendar, m->done_on);
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
	"exchange_id WHERE exchange_id IS NOT NULL", "client_id, kind, done_on",
	"done_on WHERE done_on IS NOT NULL", NULL},
    .leans =
	LEANS({&matter_kind, "recurs_of_id noticed_at", .by = "recurs_of_id", .found = &stumbles_before}),
    .client = offsetof(struct moment, client_id),
    .about = offsetof(struct moment, title),
    .check = moment_check,
    .begin = moment_begin,
    .hints = moment_hints,
    .after = moment_after,
    .clocks = moment_clocks,
    .page = "/moment/{id}",
    .ways = "#ways",
};
