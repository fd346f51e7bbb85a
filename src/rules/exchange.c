/* Exchange: one contact, past or future; a future one is an appointment
 * (model 2.5; R1.4, R1.5, E16, E17).
 *
 *   inbound:      awaits a reply → answered | parked on an appointment | waived
 *   appointment:  planned → held (presumed) | moved | cancelled
 *   meeting:      under way → over: a recap is owed (recap.c) */
#include "base/text.h"
#include "rules/care.h"
#include "rules/deliver.h"
#include "rules/drift.h"
#include "rules/edits.h"
#include "rules/hints.h"
#include "rules/rating.h"
#include "rules/refs.h"
#include "rules/repair.h"
#include "rules/said.h"
#include "rules/term.h"
#include "rules/to_us.h"
#include "rules/writing.h"

SQL(points_parked, "SELECT id, subject, text FROM exchange WHERE parked_to_id = $1 ORDER BY at, id");
SQL(answer_named, "SELECT id, at FROM exchange WHERE in_reply_to_id = $1 AND direction <> 'in' "
		  "AND cancelled_at IS NULL AND at <= $2 ORDER BY at, id LIMIT $3");
SQL(answer_next, "SELECT id, at FROM exchange WHERE client_id = $1 AND (at, id) > ($2, $3) AND at <= $4 AND "
		 "direction <> 'in' "
		 "AND cancelled_at IS NULL ORDER BY at, id LIMIT $5");
/* Those that a new exchange at this instant may answer: open, or answered later. */
SQL(answerable, "SELECT id FROM exchange WHERE client_id = $1 AND needs_reply = 1 AND at <= $2 "
		"AND (answered_at IS NULL OR answered_at > $2 OR id = $3) ORDER BY at, id");
SQL(leaning_on, "SELECT id FROM exchange WHERE client_id = $1 AND (answered_by_id = $2 OR parked_to_id = $2) "
		"ORDER BY id");

/* To come, of either of two people, for which a favour of that instant may count. */
SQL(meetings_ahead_of, "SELECT id FROM exchange WHERE planned = 1 AND held = 0 AND our_person_id IN ($1, $2) "
		       "AND at > $3 - 366 * 86400");
/* … for which whoever leaves may have been asked. */
SQL(meetings_of_others, "SELECT id FROM exchange WHERE planned = 1 AND held = 0 AND our_person_id IN "
			"(SELECT id FROM person WHERE client_id IS NULL AND id <> $1)");

SQL(failed_of, "SELECT id FROM exchange WHERE created_by = $1 AND letter_failed_at IS NOT NULL");

SQL(urgencies, "SELECT count(*) FROM exchange WHERE client_id = $1 AND at > $2 AND urgent_said = 1");

int64_t urgencies_of(struct ctx *c, int64_t client)
{
	return db_int(c->db, &urgencies, 0, "ii", client, window_began(c));
}

bool channel_is_voice(int64_t channel)
{
	return channel == IN_PERSON || channel == PHONE || channel == VIDEO;
}

instant exchange_end(const struct exchange *x)
{
	return x->at + (x->minutes != NO_NUMBER ? x->minutes * 60 : 0);
}

instant exchange_latest_hour(const struct ctx *c, const struct exchange *x)
{
	struct hour_edit edits[REFS_MAX];
	instant latest = x->at;
	for (int i = edits_read(c, x->at_edits, edits, REFS_MAX); i > 0; i--)
		latest = edits[i - 1].old > latest ? edits[i - 1].old : latest;
	return latest;
}

HOLDS(exchange_is_past, exchange, x, x->at <= c->now && !x->cancelled_at);

static bool some_contact_lacks_voice(struct ctx *c, const char *ids)
{
	json_t *list = json_of(c->arena, ids);
	bool some = false;
	for (size_t i = 0; i < json_array_size(list); i++) {
		const struct person *p = GET(c, person, json_integer_value(json_array_get(list, i)));
		some = some || (p && !p->voice_ok);
	}
	return some;
}

bool exchange_is_voice(struct ctx *c, const struct exchange *x)
{
	if (channel_is_voice(x->channel))
		return true;
	bool live = x->direction == BOTH_WAYS && (x->channel == SMS || x->channel == PORTAL);
	return live && some_contact_lacks_voice(c, x->contact_ids);
}

bool exchange_awaits_reply(const struct exchange *x)
{
	return x->needs_reply && !x->answered_at && !x->parked_to_id;
}

/* ---- what is shown ---------------------------------------------------------- */

/* Words that are a contact's own, or were delivered to them; of others they read none. */
static HOLDS(exchange_words_theirs, exchange, x,
    exchange_read_by(c, x) || (x->channel == PORTAL && x->r.created_by == c->who.id));

static void agenda_point(
    const struct ctx *c, const char *text, const struct kind *from, int64_t id, struct jw *out)
{
	jw_object(out);
	jw_text_of(out, "text", text);
	jw_object(jw_key(out, "from"));
	jw_text_of(out, "kind", from->name);
	id_json(c, from, id, jw_key(out, "id"));
	jw_end_object(out);
	jw_end_object(out);
}

/* What drifted, then what was parked on it. */
static void exchange_agenda_points(const struct ctx *c, const void *rec, struct jw *out)
{
	const struct exchange *x = rec;
	json_t *lines = json_of(c->arena, x->agenda_lines);
	jw_array(out);
	for (size_t i = 0; i < json_array_size(lines); i++)
		agenda_point(c, json_string_value(json_array_get(lines, i)), &client_kind, x->client_id, out);
	int64_t id;
	const char *subject, *text;
	struct db_query *q = x->planned ? db_query(c->db, &points_parked, "i", x->r.id) : NULL;
	while (q && db_row(q, "itt", &id, &subject, &text))
		agenda_point(c,
		    subject ? subject
		    : text  ? text_short(c->arena, text, 120)
			    : "",
		    &exchange_kind, id, out);
	jw_end_array(out);
}

#define DISPLACED_MAX 50

static void exchange_displaced(const struct ctx *c, const void *rec, struct jw *out)
{
	const struct exchange *x = rec;
	const struct promise *moved[DISPLACED_MAX];
	day d = day_at(c, x->at);
	int n = x->urgent_said ? promises_moved_on((struct ctx *)c, d, moved, DISPLACED_MAX) : 0;
	jw_array(out);
	for (int i = 0; i < n; i++)
		id_json(c, &promise_kind, moved[i]->r.id, out);
	jw_end_array(out);
}

static DERIVED(exchange_delivery, exchange, x, delivery_json(c, &exchange_kind, x, out));
static DERIVED(exchange_at_edits, exchange, x, edits_write(c, x->at_edits, out));

static DERIVED(exchange_end_at, exchange, x, instant_json(c, exchange_end(x), out));

static const struct field exchange_fields[] = {EXCHANGE_FIELDS(FIELD_ROW, struct exchange){0}};

/* ---- creation ---------------------------------------------------------------- */

/* What is written to the client now, and nothing else. */
static void delivery_check(struct act *a, const struct exchange *x)
{
	if (given(a, "at"))
		field_refuse(a, "at", "not_settable");
	if (x->direction != OUTBOUND)
		field_refuse(a, "direction", "bad_value");
	if (x->channel != PORTAL && x->channel != EMAIL)
		field_refuse(a, "channel", "bad_value");
	if (x->planned)
		field_refuse(a, "planned", "bad_value");
	if (!x->text)
		field_refuse(a, "text", "missing");
}

static void exchange_check(struct act *a)
{
	struct exchange *x = a->rec;
	if (given(a, "aid_notetaker_id"))
		x->aid_named_at = x->aid_notetaker_id ? a->ctx->now : 0;
	if (x->urgent_said && !x->urgent_reason)
		field_refuse(a, "urgent_reason", "missing");
	if (!a->before && x->place && !x->planned)
		field_refuse(a, "place", "bad_value");
	if (a->before)
		exchange_repaired(a, a->before, x);
	if (!a->before && x->planned && x->direction == INBOUND && x->needs_reply)
		field_refuse(a, "needs_reply", "bad_value");
	if (!a->before && x->deliver)
		delivery_check(a, x);
}

/* A message from the client's own page. */
static void as_portal_message(const struct ctx *c, struct exchange *x)
{
	x->channel = PORTAL;
	x->direction = INBOUND;
	x->contact_ids = arena_printf(c->arena, "[%lld]", (long long)c->who.id);
	x->needs_reply = 1;
}

static void begin_portal_message(struct act *a)
{
	struct exchange *x = a->rec;
	as_portal_message(a->ctx, x);
	if (!x->text)
		field_refuse(a, "text", "missing");
}

/* What we note of people may be read by them (E3); what they write is theirs. */
static void exchange_hints(struct act *a)
{
	if (a->ctx->who.role != CONTACT)
		hint_text(a->ctx, HINT_PERSON, "text", REC(a, exchange)->text, &a->hints);
}

static void exchange_begin(struct act *a)
{
	struct exchange *x = a->rec;
	const struct ctx *c = a->ctx;
	if (c->who.role == CONTACT)
		begin_portal_message(a);
	else if (!x->our_person_id)
		x->our_person_id = c->who.id;
	if (!x->at)
		x->at = c->now;
	if (x->at > c->now && !x->planned)
		field_refuse(a, "at", "in_future");
	x->reply_said = given(a, "needs_reply");
	if (c->who.role != CONTACT && !x->reply_said)
		x->needs_reply = exchange_asks_reply(x);
	x->held = x->at <= c->now;
	x->under_way = x->held && exchange_end(x) > c->now && !c->takes_over;
	if (x->agenda_from)
		x->agenda_lines = drift_agenda(a->ctx, x->client_id, x->mandate_id);
	if (x->deliver)
		deliver_fix_readers(a, x);
}

/* ---- answers (model 5.4: one definition) -------------------------------------- */

/* The first of these that nobody said is not its answer. */
static void first_answer(struct exchange *e, int64_t gone, struct db_query *q)
{
	int64_t id;
	instant at;
	while (!e->answered_by_id && db_row(q, "ii", &id, &at))
		if (id != gone && !refs_have(e->not_answers, id)) {
			e->answered_by_id = id;
			e->answered_at = at;
		}
	db_done(q);
}

/* The exchange naming it; if none, the first one out or both ways after it; not one
 * that is about to go (0: none is). */
static void find_answer(struct ctx *c, struct exchange *e, int64_t gone)
{
	int64_t passed_over[REFS_MAX], enough = refs_read(e->not_answers, passed_over) + (gone != 0) + 1;
	e->answered_by_id = e->answered_at = 0;
	if (!e->needs_reply && !e->waived_at)
		return;
	first_answer(e, gone, db_query(c->db, &answer_named, "iii", e->r.id, c->now, enough));
	if (!e->answered_by_id)
		first_answer(e, gone,
		    db_query(c->db, &answer_next, "iiiii", e->client_id, e->at, e->r.id, c->now, enough));
}

void exchange_answer_again(struct act *a, int64_t id, int64_t gone)
{
	struct exchange *e = EDIT(a, exchange, id);
	int64_t by = e->answered_by_id;
	instant at = e->answered_at;
	bool passed_over = gone && refs_have(e->not_answers, gone);
	if (passed_over)
		e->not_answers = refs_without(a->ctx->arena, e->not_answers, gone);
	find_answer(a->ctx, e, gone);
	if (e->answered_by_id != by || e->answered_at != at || passed_over)
		record_save(a, &exchange_kind, e);
}

static void answer_others(struct act *a, const struct exchange *x)
{
	const int64_t *ids;
	int n = ids_found(
	    a->ctx, db_query(a->ctx->db, &answerable, "iii", x->client_id, x->at, x->in_reply_to_id), &ids);
	for (int i = 0; i < n; i++)
		exchange_answer_again(a, ids[i], 0);
}

static bool can_answer(const struct ctx *c, const struct exchange *x)
{
	return x->direction != INBOUND && !x->cancelled_at && x->at <= c->now;
}

/* Moved, cancelled, or it went the other way: what leaned on it stands alone again. */
static void let_go(struct act *a, const struct exchange *x)
{
	const int64_t *ids;
	int n = ids_found(a->ctx, db_query(a->ctx->db, &leaning_on, "ii", x->client_id, x->r.id), &ids);
	for (int i = 0; i < n; i++) {
		struct exchange *e = EDIT(a, exchange, ids[i]);
		if (x->cancelled_at && e->parked_to_id == x->r.id)
			e->parked_to_id = e->parked_at = 0;
		find_answer(a->ctx, e, 0);
		record_save(a, &exchange_kind, e);
	}
}

void exchange_answers_none(struct act *a, const struct exchange *x)
{
	const int64_t *ids;
	int n = ids_found(a->ctx, db_query(a->ctx->db, &leaning_on, "ii", x->client_id, x->r.id), &ids);
	for (int i = 0; i < n; i++) {
		struct exchange *e = EDIT(a, exchange, ids[i]);
		e->not_answers = refs_with(a->ctx->arena, e->not_answers, x->r.id);
		find_answer(a->ctx, e, 0);
		record_save(a, &exchange_kind, e);
	}
}

/* A late entry may itself already have been answered by what is on record. */
static void find_own_answer(struct act *a, const struct exchange *x)
{
	struct exchange copy = *x;
	find_answer(a->ctx, &copy, 0);
	if (copy.answered_at)
		exchange_answer_again(a, x->r.id, 0);
}

static void exchange_after(struct act *a, const void *before, const void *rec)
{
	const struct exchange *was = before, *x = rec;
	if (!was && x->deliver)
		deliver_letter(a->ctx, x, x->contact_ids);
	bool turned = was && (was->at != x->at || was->direction != x->direction);
	if (was && (turned || was->cancelled_at != x->cancelled_at))
		let_go(a, x);
	if (!was && x->needs_reply)
		find_own_answer(a, x);
	if ((!was || turned || (x->held && !was->held)) && can_answer(a->ctx, x))
		answer_others(a, x);
	if (turned)
		exchange_answer_again(a, x->r.id, 0);
	if (was)
		matters_told_again(a, was, x);
	meeting_noted(a, was, x);
	if (!was && x->needs_reply)
		heard(a, x->urgent_said ? LETTER_HEARD_URGENT : LETTER_HEARD,
		    &(struct heard){.client_id = x->client_id,
			.mandate_id = x->mandate_id,
			.kind = &exchange_kind,
			.id = x->r.id,
			.urgent = x->urgent_said});
}

/* ---- clocks --------------------------------------------------------------------- */

/* a2: someone wrote and waits; the same hours for every client (R1.4, E16). */
static void a2(struct ctx *c, const struct exchange *x, struct clocks *out)
{
	if (!x->needs_reply && !x->waived_at)
		return;
	struct clock *k = clock_add(out, CLOCK_A2, in_charge(c, x->client_id, x->mandate_id), x->at);
	if (!x->urgent_said)
		k->shows = hours_after(c, x->at, settings_of(c)->reply_show_wh);
	k->due =
	    hours_after(c, x->at, x->urgent_said ? settings_of(c)->urgent_wh : settings_of(c)->reply_due_wh);
	k->stopped = x->waived_at;
	if (x->parked_to_id && (!k->stopped || x->parked_at < k->stopped))
		k->stopped = x->parked_at;
	if (x->answered_at && (!k->stopped || x->answered_at < k->stopped))
		k->stopped = x->answered_at;
}

/* An appointment that comes is presumed held, and then answers what waited. */
static void held(const struct exchange *x, struct clocks *out)
{
	if (!x->planned || x->held || x->cancelled_at)
		return;
	struct clock *k = clock_add(out, RING_HELD, 0, x->at);
	k->due = x->at;
}

static void exchange_clocks(struct ctx *c, const void *rec, struct clocks *out)
{
	a2(c, rec, out);
	held(rec, out);
	meeting_clocks(c, rec, out);
	e9(c, rec, out);
	deliver_clock(c, &exchange_kind, rec, out);
}

void appointment_comes(struct act *a)
{
	struct exchange *x = a->rec;
	x->held = 1;
	x->under_way = exchange_end(x) > a->ctx->now;
}

void meeting_ends(struct act *a)
{
	meeting_over(a, a->rec);
}

/* ---- actions ---------------------------------------------------------------------- */

static GUARD(reply_is_owed, exchange_awaits_reply(a->rec));

#define PARK_INPUTS(F, S) \
	F(S, ref, appointment_id, N_("Which appointment"), .to = &exchange_kind, .required = true)
INPUTS_OF(park_in, PARK_INPUTS);

static bool is_their_next_appointment(struct act *a)
{
	const struct exchange *x = GET(a->ctx, exchange, IN(a, park_in)->appointment_id);
	return x && x->planned && !x->cancelled_at && x->at > a->ctx->now &&
	       x->client_id == REC(a, exchange)->client_id;
}

static void exchange_park(struct act *a)
{
	struct exchange *x = a->rec;
	x->parked_to_id = IN(a, park_in)->appointment_id;
	x->parked_at = a->ctx->now;
}

static void exchange_waive_reply(struct act *a)
{
	struct exchange *x = a->rec;
	x->needs_reply = 0;
	x->waived_at = a->ctx->now;
	a->reason = IN(a, reason_in)->reason;
}

static void exchange_mark_urgent(struct act *a)
{
	struct exchange *x = a->rec;
	x->urgent_said = 1;
	x->urgent_reason = IN(a, reason_in)->reason;
}

#define GIVE_DATE_INPUTS(F, S) \
	F(S, instant, reply_by, N_("They will have an answer by"), .required = true, .ahead = true) \
	F(S, text, why, N_("What we are waiting for"))
INPUTS_OF(give_date_in, GIVE_DATE_INPUTS);

static void exchange_give_date(struct act *a)
{
	struct exchange *x = a->rec;
	const struct give_date_in *in = a->in;
	x->reply_by = in->reply_by;
	x->reply_why = in->why;
}

static GUARD(is_appointment, REC(a, exchange)->planned && !REC(a, exchange)->cancelled_at);
static GUARD(is_still_to_come, REC(a, exchange)->at > a->ctx->now);

#define MOVE_INPUTS(F, S) F(S, instant, at, N_("When"), .required = true, .ahead = true)
INPUTS_OF(move_in, MOVE_INPUTS);

static void exchange_move(struct act *a)
{
	REC(a, exchange)->at = IN(a, move_in)->at;
}

#define CANCEL_INPUTS(F, S) F(S, text, reason, N_("Why"))
INPUTS_OF(cancel_in, CANCEL_INPUTS);

static void exchange_cancel(struct act *a)
{
	REC(a, exchange)->cancelled_at = a->ctx->now;
	a->reason = IN(a, cancel_in)->reason;
}

#define PROPOSE_INPUTS(F, S) \
	F(S, longtext, text, N_("What would suit you better"), .max = 2000, .required = true)
INPUTS_OF(propose_in, PROPOSE_INPUTS);

/* A message about the appointment, which stays where it is until one of us moves it. */
static void exchange_propose(struct act *a)
{
	const struct exchange *appointment = a->rec;
	struct exchange *x = record_new(a->ctx, &exchange_kind);
	x->client_id = appointment->client_id;
	x->mandate_id = appointment->mandate_id;
	x->in_reply_to_id = appointment->r.id;
	x->text = IN(a, propose_in)->text;
	x->at = a->ctx->now;
	x->held = 1;
	as_portal_message(a->ctx, x);
	record_insert(a, &exchange_kind, x);
}

static const struct action exchange_actions[] = {
    {"resend", N_("A new letter leaves"), N_("Send it again"), BY_STAFF, .guards = resend_guards,
	.told = N_("Done: what becomes of it is said below"), .effect = deliver_again,
	.offered = guards_agree},
    {"take_back", N_("Taken back"), N_("Take it back"), BY_STAFF, .guards = take_back_guards,
	.effect = exchange_take_back, .offered = guards_agree},
    {"correct_at", N_("Its hour was corrected"), N_("Correct the hour"), BY_STAFF, INPUTS(correct_at_in),
	GUARDS({"author_only", exchange_is_ours}, {"wrong_state", exchange_was_noted},
	    {"invalid", hour_is_no_later}, {"told_before_noticed", hour_is_after_noticing}),
	exchange_correct_at, .way = N_("It was at another hour"),
	.help = N_("What was told in it follows; who knew first does not change in our favour."),
	.offered = exchange_is_mendable},
    {"erase", N_("Erased: noted by mistake"), N_("Erase it"), BY_STAFF,
	.guards = GUARDS({"author_only", exchange_is_mine}, {"reopen_closed", exchange_is_fresh},
	    {"already_left", exchange_was_not_delivered}, {"leaned_on", nothing_leans_on_it}),
	.effect = exchange_erase, .way = N_("It was noted by mistake"),
	.help = N_("It goes, as if it had not been noted; the journal keeps that it did."),
	.offered = exchange_is_erasable},
    {"not_an_answer", N_("That was not the answer"), N_("That was not the answer"), BY_STAFF,
	INPUTS(not_an_answer_in), GUARDS({"invalid", is_its_answer}), exchange_not_an_answer},
    {"park", N_("Put on an agenda"), N_("Put it on the agenda"), BY_STAFF, INPUTS(park_in),
	GUARDS({"no_reply_owed", reply_is_owed}, {"appointment_required", is_their_next_appointment}),
	exchange_park, .way = N_("Take it to our meeting")},
    {"waive_reply", N_("No answer is needed"), N_("Keep"), BY_STAFF, INPUTS(reason_in),
	GUARDS({"no_reply_owed", reply_is_owed}), exchange_waive_reply, .way = N_("No answer is needed")},
    {"give_date", N_("A date was given"), N_("Keep"), BY_STAFF, INPUTS(give_date_in),
	GUARDS({"no_reply_owed", reply_is_owed}), exchange_give_date, .way = N_("Give a date")},
    {"mark_urgent", N_("Said to be urgent"), N_("Keep"), BY_STAFF, INPUTS(reason_in),
	GUARDS({"no_reply_owed", reply_is_owed}), exchange_mark_urgent, .way = N_("It is urgent")},
    {"move", N_("Moved"), N_("Move"), BY_STAFF, INPUTS(move_in),
	GUARDS({"not_planned", is_appointment}, {"already_past", is_still_to_come}), exchange_move,
	.way = N_("Move the appointment")},
    {"cancel", N_("Cancelled"), N_("Cancel the appointment"), BY_STAFF, INPUTS(cancel_in),
	GUARDS({"not_planned", is_appointment}), exchange_cancel, .way = N_("It will not take place")},
    {"propose", N_("Another time was proposed"), N_("Propose it"), BY_CONTACT, INPUTS(propose_in),
	GUARDS({"not_planned", is_appointment}, {"already_past", is_still_to_come}), exchange_propose,
	.way = N_("Propose another time"),
	.noted = N_("Your proposal has arrived. The appointment stands until we agree on another one.")},
    {0},
};

/* Their own messages, what was delivered to them, and the appointments. */
static HOLDS(exchange_portal, exchange, x, x->planned || exchange_words_theirs(c, x));

const struct kind exchange_kind = {
    KIND(exchange, "exchanges", KIND_EXCHANGE),
    .title = N_("Exchanges"),
    .actions = exchange_actions,
    .noted = N_("Your message has arrived."),
    .undo = "take_back",
    .create_by = BY_STAFF | BY_CONTACT,
    .by_letter = true,
    .cluster = "client_id, at, id",
    .indexes = (const char *const[]){"client_id, at WHERE needs_reply = 1",
	"client_id, at, id, held, cancelled_at, direction, term_ids WHERE term_ids IS NOT NULL",
	"in_reply_to_id WHERE in_reply_to_id IS NOT NULL", "parked_to_id WHERE parked_to_id IS NOT NULL",
	"at, our_person_id WHERE planned = 1", "mandate_id WHERE mandate_id IS NOT NULL",
	"created_by WHERE letter_failed_at IS NOT NULL",
	"client_id, at, id, held, cancelled_at WHERE direction = 'in'",
	"client_id, at WHERE (channel IN ('in_person', 'phone', 'video') OR direction = 'both')",
	"client_id, at WHERE recap_owed_at IS NOT NULL",
	"aid_notetaker_id, at WHERE aid_notetaker_id IS NOT NULL",
	"our_person_id WHERE planned = 1 AND held = 0",
	/* Whole, for who waits how long in the firm: nothing else is read of a hundred thousand. */
	"at, client_id, needs_reply, answered_at, parked_at, answered_by_id, urgent_said, planned, "
	"in_reply_to_id, direction WHERE direction = 'in'",
	"our_person_id, at, direction WHERE direction <> 'in'",
	"recap_owed_at WHERE recap_owed_at IS NOT NULL", "client_id, at, channel, cancelled_at", NULL},
    /* Its recap was sent; who sent it has left; who took notes for whom. */
    .leans = LEANS({&writing_kind, "sent_at", .by = "about"},
	{&person_kind, "active", .by = "id", .found = &failed_of},
	{&person_kind, "active", .by = "id", .found = &meetings_of_others},
	{&exchange_kind, "aid_notetaker_id cancelled_at planned", .by = "aid_notetaker_id our_person_id at",
	    .found = &meetings_ahead_of}),
    .client = offsetof(struct exchange, client_id),
    .about = offsetof(struct exchange, subject),
    .about_else = offsetof(struct exchange, text),
    .may = exchange_may,
    .check = exchange_check,
    .begin = exchange_begin,
    .hints = exchange_hints,
    .after = exchange_after,
    .clocks = exchange_clocks,
    .portal = exchange_portal,
    .portal_rows = "planned = 1 OR channel = 'portal' OR deliver = 1",
    .unopened = exchange_unopened,
    .opened = exchange_opened,
    .lists_open = true,
    .page = "/echange/{id}",
    .ways = "#ways",
    .portal_page = "/p/r/{pub}",
};
