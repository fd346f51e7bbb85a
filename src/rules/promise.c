/* Promise: someone, something, a date (model 2.7, 5.2; P7, R5.1, E13–14).
 *
 *   open → done | dropped, by its receiver          moved: still open
 *
 * A shared promise of ours that passes its date undone, and that nothing to
 * tell names, becomes a problem to tell by itself. */
#include <string.h>

#include "base/text.h"
#include "record/wording.h"
#include "rules/decision.h"
#include "rules/gap.h"
#include "rules/moment.h"
#include "rules/rating.h"
#include "rules/refs.h"
#include "rules/said.h"
#include "rules/term.h"
#include "rules/writing.h"

SQL(named_at, "SELECT min(created_at) FROM matter WHERE promise_id = $1");
SQL(untold_of_client,
    "SELECT m.id FROM matter m JOIN promise p ON p.id = m.promise_id WHERE m.client_id = $1 "
    "AND m.state = 'noticed' AND m.found_by_client_at IS NULL AND p.side = 'us' AND p.shared = 1 "
    "AND p.state = 'open' AND p.due < $2 AND (p.id = $3 OR $3 = 0) ORDER BY m.id");
SQL(due_between,
    "SELECT count(*) FROM promise WHERE person_id = $1 AND state = 'open' AND due BETWEEN $2 AND $3");

SELECT(moved_that_day, promise_kind,
    "WHERE moved_on = $1 AND side = 'us' AND client_id IS NOT NULL ORDER BY id LIMIT $2");

/* ---- moves: [{"old","new","at","agreed","reason"}], instants and days as numbers --- */

static struct promise_move move_at(const json_t *moves, size_t n)
{
	const json_t *m = json_array_get(moves, n);
	return (struct promise_move){.old_due = json_integer_value(json_object_get(m, "old")),
	    .new_due = json_integer_value(json_object_get(m, "new")),
	    .at = json_integer_value(json_object_get(m, "at")),
	    .agreed = json_is_true(json_object_get(m, "agreed")),
	    .reason = text_in(m, "reason")};
}

int promise_move_count(const struct ctx *c, const struct promise *p)
{
	return (int)json_array_size(json_of(c->arena, p->moves));
}

int promise_moves_read(struct ctx *c, const struct promise *p, struct promise_move *ret, int max)
{
	json_t *moves = json_of(c->arena, p->moves);
	int n = (int)json_array_size(moves), from = n > max ? n - max : 0;
	for (int i = from; i < n; i++)
		ret[i - from] = move_at(moves, (size_t)i);
	return n - from;
}

bool promise_first_move(struct ctx *c, const struct promise *p, struct promise_move *ret)
{
	const json_t *moves = json_of(c->arena, p->moves);
	*ret = move_at(moves, 0);
	return json_array_size(moves) > 0;
}

int promise_moves_since(struct ctx *c, const struct promise *p, instant since)
{
	json_t *moves = json_of(c->arena, p->moves);
	int n = 0;
	for (size_t i = 0; i < json_array_size(moves); i++)
		n += move_at(moves, i).at > since;
	return n;
}

static void promise_moves(const struct ctx *c, const void *rec, struct jw *out)
{
	json_t *moves = json_of(c->arena, ((const struct promise *)rec)->moves);
	jw_array(out);
	for (size_t i = 0; i < json_array_size(moves); i++) {
		struct promise_move m = move_at(moves, i);
		jw_object(out);
		date_json(c, m.old_due, jw_key(out, "old_due"));
		date_json(c, m.new_due, jw_key(out, "new_due"));
		instant_json(c, m.at, jw_key(out, "at"));
		jw_bool_of(out, "agreed", m.agreed);
		if (c->who.role != CONTACT) /* said among ourselves */
			jw_text_of(out, "reason", m.reason);
		jw_end_object(out);
	}
	jw_end_array(out);
}

static const struct field promise_fields[] = {PROMISE_FIELDS(FIELD_ROW, struct promise){0}};

static bool was_done_in_time(const struct ctx *c, const struct promise *p)
{
	return p->done_at && day_at(c, p->done_at) <= p->judged_due;
}

/* Noted later than the working day after it was due, it is our word alone. */
bool promise_noted_late(const struct ctx *c, const struct promise *p)
{
	day last = working_days_after(&c->firm->calendar, p->judged_due, 1);
	return was_done_in_time(c, p) && !p->acknowledged_at &&
	       p->done_noted_at > day_end(&c->firm->calendar, last);
}

bool promise_kept(const struct ctx *c, const struct promise *p)
{
	return was_done_in_time(c, p) && !promise_noted_late(c, p);
}

bool promise_is_judged(const struct ctx *c, const struct promise *p)
{
	return p->done_at ? p->judged_due <= c->today : p->judged_due < c->today;
}

int64_t promises_that_week(struct ctx *c, int64_t person, day d)
{
	return db_int(c->db, &due_between, 0, "iii", person, monday_of(d), monday_of(d) + 6);
}

int promises_moved_on(struct ctx *c, day d, const struct promise **ret, int max)
{
	int n = 0;
	foreach (c, promise, p, &moved_that_day, "ii", d, (int64_t)max)
		ret[n++] = p;
	return n;
}

/* ---- creation ------------------------------------------------------------------- */

HOLDS(promise_is_shared, promise, p, p->shared != 0);

/* What it is made for is of its client, or of nobody's. */
static bool source_is_near(struct ctx *c, const struct promise *p)
{
	const struct kind *k = link_kind(p->source);
	int64_t of = k ? record_client(k, record_get(c, k, link_id(p->source))) : 0;
	return !of || !p->client_id || of == p->client_id;
}

static void promise_check(struct act *a)
{
	struct promise *p = a->rec;
	const struct person *who = GET(a->ctx, person, p->person_id);
	bool ours = p->side == OURS;
	if (who && ours != (who->role != ROLE_CONTACT))
		field_refuse(a, "person_id", "bad_ref");
	if (who && !ours && who->client_id != p->client_id)
		field_refuse(a, "person_id", "bad_ref");
	if (p->shared && !p->client_id)
		field_refuse(a, "client_id", "missing");
	if (!a->before && !source_is_near(a->ctx, p))
		field_refuse(a, "source", "bad_ref");
	if (a->before && p->shared && !p->shared_at && !((const struct promise *)a->before)->shared)
		p->shared_at = a->ctx->now;
	if (a->before && ((const struct promise *)a->before)->shared && !p->shared)
		field_refuse(a, "shared", "bad_value"); /* what was shared stays so */
}

static void promise_begin(struct act *a)
{
	struct promise *p = a->rec;
	if (p->side == OURS && !p->person_id)
		p->person_id = a->ctx->who.id;
	if (!given(a, "shared"))
		p->shared = p->client_id != 0;
	p->judged_due = p->due;
}

/* Proposed to somebody whose week is full: said, never held (F4). */
static void hint_load(struct act *a, int64_t person, day due)
{
	struct ctx *c = a->ctx;
	int64_t n = promises_that_week(c, person, due);
	if (n >= LOAD_HINT_FROM)
		hint_add(&a->hints,
		    &(struct hint){.code = "load",
			.field = "due",
			.text = phrased(c, N_("%d promises that week already: realistic?"), (int)n),
			.n = n});
}

static void promise_hints(struct act *a)
{
	const struct promise *p = a->rec;
	if (!a->before && p->side == OURS)
		hint_load(a, p->person_id, p->due);
}

/* What it was made for: an expectation met, a choice carried out, a solution. */
static void tell_source(struct act *a, const struct promise *p, bool is_new)
{
	int64_t term = link_of(p->source, &term_kind), decision = link_of(p->source, &decision_kind),
		moment = link_of(p->source, &moment_kind);
	if (term)
		term_promises_changed(a, term);
	if (decision && p->state == PROMISE_OPEN && !is_new)
		decision_promise_reopened(a, decision);
	if (decision && p->state != PROMISE_OPEN)
		decision_promises_changed(a, decision, p->done_at ? p->done_at : p->dropped_at);
	if (moment && is_new)
		setback_promised(a, moment, p->r.id);
	if (is_new)
		recap_takes(a, p);
}

static void promise_after(struct act *a, const void *before, const void *rec)
{
	const struct promise *was = before, *p = rec;
	if (!was || was->state != p->state)
		tell_source(a, p, !was);
}

/* ---- clocks ---------------------------------------------------------------------- */

static instant ended_at(const struct promise *p)
{
	return sooner(p->done_at, p->dropped_at);
}

/* b1: the promise of the day.  An earlier date shows only if it had come. */
static void b1(struct ctx *c, const struct promise *p, day due, instant stopped, struct clocks *out)
{
	const struct calendar *cal = &c->firm->calendar;
	instant starts = day_start(cal, due);
	if (stopped && stopped < starts)
		return;
	struct clock *k = clock_add(out, CLOCK_B1, p->person_id, starts);
	k->by_day = true;
	k->due = day_end(cal, due);
	k->stopped = stopped;
}

/* b2: is it still tenable?  Until the day itself, when b1 takes over. */
static void b2(struct ctx *c, const struct promise *p, day due, instant stopped, struct clocks *out)
{
	const struct calendar *cal = &c->firm->calendar;
	day from = working_days_before(cal, due, (int)settings_of(c)->promise_heads_up_wd);
	if (from >= due)
		return;
	instant starts = day_start(cal, from);
	if (stopped && stopped < starts)
		return;
	struct clock *k = clock_add(out, CLOCK_B2, p->person_id, starts);
	k->by_day = true;
	k->due = day_end(cal, due);
	k->ends = day_start(cal, due);
	k->stopped = stopped < k->ends ? stopped : k->ends;
}

/* Missed and untold: becomes a problem at the first instant after its date. */
static void missed(struct ctx *c, const struct promise *p, instant named, struct clocks *out)
{
	if (p->state != PROMISE_OPEN || named)
		return;
	struct clock *k = clock_add(out, RING_MISSED, p->person_id, p->r.created_at);
	k->due = day_end(&c->firm->calendar, p->due) + 1;
	/* Noted, or open again, after its date had passed: it was late from the first moment. */
	instant open_since = p->reopened_at ? p->reopened_at : p->r.created_at;
	if (k->due < open_since)
		k->due = open_since;
}

static void promise_clocks(struct ctx *c, const void *rec, struct clocks *out)
{
	const struct promise *p = rec;
	if (p->side != OURS)
		return;
	json_t *moves = json_of(c->arena, p->moves);
	for (size_t i = 0; i < json_array_size(moves); i++) {
		struct promise_move m = move_at(moves, i);
		b1(c, p, m.old_due, m.at, out);
		if (p->shared)
			b2(c, p, m.old_due, m.at, out);
	}
	b1(c, p, p->due, ended_at(p), out);
	if (!p->shared)
		return;
	instant named = db_int(c->db, &named_at, 0, "i", p->r.id); /* by a matter; 0 never */
	b2(c, p, p->due, sooner(sooner(p->on_track_at, named), ended_at(p)), out);
	missed(c, p, named, out);
}

/* Something to tell about this promise. */
static struct matter *matter_about(struct ctx *c, const struct promise *p)
{
	struct matter *m = record_new(c, &matter_kind);
	m->client_id = p->client_id;
	m->mandate_id = p->mandate_id;
	m->promise_id = p->r.id;
	return m;
}

/* P7: the problem nobody told, noticed at 23:59:59 of the date. */
void becomes_a_problem(struct act *a)
{
	const struct promise *p = a->rec;
	struct ctx *c = a->ctx;
	struct matter *m = matter_about(c, p);
	m->severity = 1;
	m->cause = CAUSE_US;
	m->noticed_at = day_end(&c->firm->calendar, p->due);
	m->title = worded(c->arena, "late_promise", text_short(c->arena, p->text, 160));
	matter_insert(a, m);
}

/* ---- actions ----------------------------------------------------------------------- */

static GUARD(is_open, REC(a, promise)->state == PROMISE_OPEN);

#define DONE_INPUTS(F, S) F(S, instant, done_at, N_("Done on"), .past = true)
INPUTS_OF(done_in, DONE_INPUTS);

/* A contact speaks for their own side only. */
static GUARD(speaks_for_it, a->ctx->who.role != CONTACT || REC(a, promise)->side == THEIRS);

static void promise_done(struct act *a)
{
	struct promise *p = a->rec;
	const struct done_in *in = a->in;
	p->state = PROMISE_DONE;
	p->done_at = in->done_at ? in->done_at : a->ctx->now;
	p->done_noted_at = a->ctx->takes_over ? p->done_at : a->ctx->now;
	p->done_by = a->ctx->who.id;
}

static GUARD(is_done, REC(a, promise)->state == PROMISE_DONE);

/* ---- marked done by mistake (conversation 17.1) --------------------------------------- */

static bool may_reopen(struct act *a)
{
	const struct promise *p = a->rec;
	int64_t who = a->ctx->who.id;
	return a->ctx->who.role == LEAD || who == p->done_by || who == p->person_id ||
	       (p->client_id && who == in_charge(a->ctx, p->client_id, p->mandate_id));
}

static GUARD(is_not_acknowledged, !REC(a, promise)->acknowledged_at);

/* What it carried out was rated meanwhile. */
static bool is_not_rated(struct act *a)
{
	const struct promise *p = a->rec;
	const struct decision *d = GET(a->ctx, decision, link_of(p->source, &decision_kind));
	int64_t matter = d ? link_of(d->about_id, &matter_kind) : 0;
	const struct rating *r = matter ? rating_latest(a->ctx, &matter_kind, matter) : NULL;
	if (!r || r->r.created_at < p->done_noted_at)
		return true;
	refuse_leaned_on(a, &(struct naming){&rating_kind, r->r.id, NULL}, 1);
	return false;
}

static bool is_just_marked(struct act *a)
{
	const struct promise *p = a->rec;
	instant marked = p->done_noted_at ? p->done_noted_at : p->done_at;
	return a->ctx->now <= hours_after(a->ctx, marked, WORKING_DAY);
}

static void promise_reopen(struct act *a)
{
	struct promise *p = a->rec;
	p->state = PROMISE_OPEN;
	p->done_at = p->done_noted_at = p->done_by = 0;
	p->reopened_at = a->ctx->now;
}

static bool is_reopenable(struct act *a)
{
	return is_done(a) && may_reopen(a) && is_not_acknowledged(a) && is_just_marked(a);
}

/* The receiver of ours is the client; of theirs, we are. */
static bool receives_it(struct act *a)
{
	bool ours = REC(a, promise)->side == OURS;
	return ours == (a->ctx->who.role == CONTACT);
}

/* To a contact, acknowledging their own promise is nothing that exists. */
static GUARD(may_receive, a->ctx->who.role != CONTACT || receives_it(a));

static void promise_acknowledge(struct act *a)
{
	REC(a, promise)->acknowledged_at = a->ctx->now;
}

#define PROMISE_MOVE_INPUTS(F, S) \
	F(S, date, due, N_("New date"), .required = true) \
	REASON_INPUTS(F, S) \
	F(S, flag, agreed, N_("The other side agreed"), .create = BY_STAFF)
INPUTS_OF(promise_move_in, PROMISE_MOVE_INPUTS);

static GUARD(is_another_date, IN(a, promise_move_in)->due != REC(a, promise)->due);

/* Valid for the say/do: the first move, agreed, made on or before the old date. */
static void promise_move(struct act *a)
{
	struct promise *p = a->rec;
	const struct promise_move_in *in = a->in;
	struct ctx *c = a->ctx;
	if (promise_move_count(c, p) == 0 && in->agreed && c->today <= p->due)
		p->judged_due = in->due;
	p->moves = list_with(c->arena, p->moves,
	    json_pack("{s:I, s:I, s:I, s:b, s:s}", "old", (json_int_t)p->due, "new", (json_int_t)in->due,
		"at", (json_int_t)c->now, "agreed", (int)in->agreed, "reason", in->reason));
	p->due = in->due;
	p->moved_on = c->today;
	p->on_track_at = 0; /* asked again before the new date */
	a->reason = in->reason;
}

#define DROP_INPUTS(F, S) \
	REASON_INPUTS(F, S) \
	IN_EXCHANGE(F, S, .create = BY_STAFF)
INPUTS_OF(drop_in, DROP_INPUTS);

/* Ours is dropped by the client, or by us naming the exchange where they said
 * so; theirs and internal ones by us. */
static bool receiver_drops(struct act *a)
{
	const struct promise *p = a->rec;
	if (p->side == THEIRS || !p->shared)
		return a->ctx->who.role != CONTACT;
	return a->ctx->who.role == CONTACT || IN(a, drop_in)->exchange_id;
}

static void promise_drop(struct act *a)
{
	struct promise *p = a->rec;
	p->state = PROMISE_DROPPED;
	p->dropped_at = a->ctx->now;
	a->reason = IN(a, drop_in)->reason;
}

#define START_INPUTS(F, S) F(S, instant, at, N_("Begun"), .past = true)
INPUTS_OF(start_in, START_INPUTS);

static GUARD(is_not_started, !REC(a, promise)->task_started_at);

static void promise_start(struct act *a)
{
	instant at = IN(a, start_in)->at;
	REC(a, promise)->task_started_at = at ? at : a->ctx->now;
}

static void promise_on_track(struct act *a)
{
	REC(a, promise)->on_track_at = a->ctx->now;
}

#define STUCK_INPUTS(F, S) F(S, longtext, text, N_("A word, if you like"), .max = 2000)
INPUTS_OF(stuck_in, STUCK_INPUTS);

/* What is promised among ourselves is no client's to read, not even in a title. */
static const char *stuck_title(struct ctx *c, const struct promise *p, const char *said)
{
	const char *about = p->shared ? p->text : said;
	return about ? worded(c->arena, "stuck_on", text_short(c->arena, about, 160))
		     : worded(c->arena, "stuck", NULL);
}

/* Tapped before, and still open: it is that one, with what more is said. */
static bool is_stuck_already(struct act *a)
{
	const struct promise *p = a->rec;
	const struct matter *m = GET(a->ctx, matter, p->stuck_id);
	if (!m || m->state == MATTER_CLOSED || m->state == MATTER_DROPPED)
		return false;
	const char *said = IN(a, stuck_in)->text;
	if (said && m->state == MATTER_NOTICED && !(m->body && strstr(m->body, said))) {
		struct matter *more = EDIT(a, matter, m->r.id);
		more->body = m->body ? arena_printf(a->ctx->arena, "%s\n%s", m->body, said) : said;
		record_save(a, &matter_kind, more);
	}
	a->made[a->nmade].kind = &matter_kind;
	a->made[a->nmade++].id = m->r.id;
	return true;
}

/* "Je bloque": one tap, no justification (E13–14). */
static void promise_stuck(struct act *a)
{
	struct promise *p = a->rec;
	struct ctx *c = a->ctx;
	if (is_stuck_already(a))
		return;
	struct matter *m = matter_about(c, p);
	m->noticed_at = c->now;
	m->title = stuck_title(c, p, IN(a, stuck_in)->text);
	m->body = IN(a, stuck_in)->text;
	matter_insert(a, m);
	p->stuck_id = m->r.id;
}

static GUARD(delivers, REC(a, promise)->deliverable && (REC(a, promise)->side == OURS));

static void move_hints(struct act *a)
{
	const struct promise *p = a->rec;
	if (p->side == OURS)
		hint_load(a, p->person_id, IN(a, promise_move_in)->due);
}

static GUARD(is_for_a_client, REC(a, promise)->client_id != 0);

#define TO_PERSON_INPUTS(F, S) F(S, ref, person_id, N_("To"), .to = &person_kind, .required = true)
INPUTS_OF(to_person_in, TO_PERSON_INPUTS);

/* Ours goes to a colleague, theirs to another of their people. */
static bool next_person_is_active(struct act *a)
{
	const struct promise *p = a->rec;
	const struct person *who = GET(a->ctx, person, IN(a, to_person_in)->person_id);
	if (p->side == OURS)
		return who && person_is_staff(a->ctx, who);
	return who && who->active && who->role == ROLE_CONTACT && who->client_id == p->client_id;
}

static void promise_hand_over(struct act *a)
{
	REC(a, promise)->person_id = IN(a, to_person_in)->person_id;
}

static const struct action promise_actions[] = {
    {"done", N_("Done"), N_("Done"), BY_STAFF | BY_CONTACT, INPUTS(done_in),
	GUARDS({"not_found", speaks_for_it}, {"not_open", is_open}), promise_done,
	.noted = N_("Noted. Thank you."), .undo = "reopen"},
    {"reopen", N_("Open again: it was not done"), N_("It is not done after all"), BY_STAFF,
	.guards = GUARDS({"responsible_only", may_reopen}, {"not_done", is_done},
	    {"acknowledged", is_not_acknowledged}, {"leaned_on", is_not_rated},
	    {"reopen_closed", is_just_marked}),
	.effect = promise_reopen, .offered = is_reopenable},
    {"acknowledge", N_("Received"), N_("Received"), BY_STAFF | BY_CONTACT,
	.guards = GUARDS({"not_found", may_receive}, {"not_done", is_done}, {"author_only", receives_it}),
	.effect = promise_acknowledge, .noted = N_("Noted: you have received it.")},
    {"move", N_("Moved"), N_("Move the date"), BY_STAFF | BY_CONTACT, INPUTS(promise_move_in),
	GUARDS({"not_found", speaks_for_it}, {"not_open", is_open}, {"same_date", is_another_date}),
	promise_move, .hints = move_hints, .way = N_("It won’t be ready in time"),
	.help = N_("Said before the date and agreed, one move keeps the promise whole."),
	.noted = N_("The new date is noted.")},
    {"drop", N_("Let go"), N_("Let it go"), BY_STAFF | BY_CONTACT, INPUTS(drop_in),
	GUARDS({"only_receiver_drops", receiver_drops}, {"not_open", is_open}), promise_drop,
	.way = N_("It is no longer needed"),
	.help = N_("Only the one who was to receive can let a promise go."),
	.noted = N_("Noted: it is no longer needed.")},
    {"start", N_("Begun"), N_("I am starting"), BY_STAFF, INPUTS(start_in),
	GUARDS({"already_started", is_not_started}), promise_start},
    {"on_track", N_("On track"), N_("Yes, on track"), BY_STAFF, .guards = GUARDS({"not_open", is_open}),
	.effect = promise_on_track},
    {"stuck", N_("Stuck"), N_("I’m stuck"), BY_STAFF, INPUTS(stuck_in),
	GUARDS({"not_open", is_open}, {"no_client", is_for_a_client}), promise_stuck,
	.help = N_("No need to explain. The person in charge is told at once, so that the client hears it "
		   "from us.")},
    {"gap", N_("The client says what is missing"), N_("Say it"), BY_CONTACT, INPUTS(gap_in),
	GUARDS({"not_a_deliverable", delivers}), promise_gap, .way = N_("What is missing, in your eyes?"),
	.noted = N_("Noted, in your words. We will answer you.")},
    {"hand_over", N_("Handed over"), N_("Hand over"), BY_STAFF, INPUTS(to_person_in),
	GUARDS({"not_open", is_open}, {"person_inactive", next_person_is_active}), promise_hand_over},
    {0},
};

/* ---- found out by opening a page (model 3.1) ------------------------------------------ */

bool late_promises_unseen(struct ctx *c)
{
	bool sees_them = !c->who.only_kind;
	return sees_them &&
	       db_int(c->db, &untold_of_client, 0, "iii", c->who.client_id, c->today, INT64_C(0)) != 0;
}

static void client_found_out(struct act *a)
{
	REC(a, matter)->found_by_client_at = a->ctx->now;
}

/* Of one promise, or (0) of all that a page shows. */
static void found_out(struct ctx *c, int64_t promise)
{
	const int64_t *ids;
	int n = ids_found(
	    c, db_query(c->db, &untold_of_client, "iii", c->who.client_id, c->today, promise), &ids);
	for (int i = 0; i < n; i++)
		change(c, &matter_kind, ids[i], "open", client_found_out);
}

void late_promises_seen(struct ctx *c)
{
	if (late_promises_unseen(c))
		found_out(c, 0);
}

static bool promise_unopened(struct ctx *c, const void *rec)
{
	const struct promise *p = rec;
	bool is_late = p->state == PROMISE_OPEN && p->due < c->today;
	return is_late && c->who.role == CONTACT &&
	       db_int(c->db, &untold_of_client, 0, "iii", c->who.client_id, c->today, p->r.id) != 0;
}

static void promise_opened(struct act *a)
{
	found_out(a->ctx, REC(a, promise)->r.id);
}

const struct kind promise_kind = {
    KIND(promise, "promises", KIND_PROMISE),
    .title = N_("Promises"),
    .actions = promise_actions,
    .create_by = BY_STAFF,
    .indexes = (const char *const[]){"client_id, due", "person_id, due WHERE state = 'open'",
	"moved_on WHERE moved_on IS NOT NULL", "source WHERE source IS NOT NULL",
	"mandate_id WHERE mandate_id IS NOT NULL", "client_id, judged_due",
	"judged_due WHERE side = 'us' AND shared = 1", NULL},
    /* It stops asking once something to tell names it. */
    .leans = LEANS({&matter_kind, "promise_id", .by = "promise_id"}),
    .client = offsetof(struct promise, client_id),
    .about = offsetof(struct promise, text),
    .check = promise_check,
    .begin = promise_begin,
    .hints = promise_hints,
    .after = promise_after,
    .clocks = promise_clocks,
    .portal = promise_is_shared,
    .portal_rows = "shared = 1",
    .unopened = promise_unopened,
    .opened = promise_opened,
    .lists_open = true,
    .page = "/promesse/{id}",
    .ways = "#ways",
};
