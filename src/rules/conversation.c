/* The conversation with one of a client's people.  A message of theirs stays here
 * whatever became of it, and says what that is: it waits, until when; it is for our
 * next meeting; it was answered, and how.  Of an answer that was only noted its
 * reader learns that it was given, never our words for it. */
#include "rules/conversation.h"

#include "base/text.h"
#include "rules/deliver.h"
#include "rules/portal.h"
#include "rules/refs.h"

SELECT(written_between, exchange_kind,
    "WHERE client_id = $1 AND ((channel = 'portal' AND created_by = $2) OR (deliver = 1 AND contact_ids LIKE "
    "$3)) "
    "ORDER BY at DESC, id DESC");

/* ---- how it stands ------------------------------------------------------------------ */

static const char *of_us(struct ctx *c, int64_t person)
{
	const char *name = person_name(c, person);
	return name ? first_name(c->arena, name) : c->firm->name;
}

/* Who answers now, whoever is away. */
static const char *who_answers(struct ctx *c, const struct exchange *x)
{
	bool cover;
	const struct person *p = person_reachable(c, in_charge(c, x->client_id, x->mandate_id), &cover);
	return of_us(c, p ? p->r.id : 0);
}

static const char *waits_text(struct ctx *c, const struct exchange *x, instant until)
{
	if (!until)
		return phrased(c, N_("%s will come back to you."), who_answers(c, x));
	if (until < c->now)
		return phrased(c, N_("The answer was expected before %s: %s knows."), instant_near(c, until),
		    who_answers(c, x));
	return x->reply_why ? phrased(c, N_("An answer by %s; %s"), instant_near(c, until), x->reply_why)
			    : phrased(c, N_("An answer by %s."), instant_near(c, until));
}

static bool was_there(const struct exchange *x, int64_t person)
{
	return !x->contact_ids || refs_have(x->contact_ids, person);
}

/* As we know it, and no better: one that was given to somebody else of theirs is not
 * said to have been given to this reader. */
static const char *answered_text(struct ctx *c, const struct exchange *by)
{
	const char *who = of_us(c, by->our_person_id), *when = date_said(c, day_at(c, by->at));
	if (!was_there(by, c->who.id))
		return phrased(c, N_("%s answered somebody of yours on %s."), who, when);
	if (channel_is_voice(by->channel))
		return phrased(c, N_("%s answered you by voice on %s."), who, when);
	if (by->deliver)
		return phrased(c, N_("%s answered you on %s."), who, when);
	if (by->channel == PORTAL) /* noted as given there, and never sent */
		return phrased(c, N_("%s noted an answer on %s."), who, when);
	return phrased(c, N_("%s answered you %s on %s."), who,
	    tr(c->lang, choices_of(&exchange_kind, "channel")[by->channel - 1].theirs), when);
}

/* What was kept for a meeting to come is answered before only by an answer to it. */
static bool is_answer(
    struct ctx *c, const struct exchange *x, const struct exchange *by, const struct exchange *meeting)
{
	return by && (!meeting || meeting->at <= c->now || by->in_reply_to_id == x->r.id);
}

static void state_read(struct ctx *c, struct message *m)
{
	const struct exchange *x = m->exchange, *by = GET(c, exchange, x->answered_by_id),
			      *meeting = GET(c, exchange, x->parked_to_id);
	if (is_answer(c, x, by, meeting)) {
		m->state = channel_is_voice(by->channel) ? MESSAGE_BY_VOICE : MESSAGE_ANSWERED;
		m->text = answered_text(c, by);
	} else if (meeting) {
		m->state = MESSAGE_PARKED;
		m->meeting = meeting;
		m->text = phrased(c, N_("We talk about it together: %s."), instant_near(c, meeting->at));
	} else if (exchange_awaits_reply(x)) {
		const struct clock_row *a2 = running_clock(c, &exchange_kind, x->r.id, CLOCK_A2);
		m->state = MESSAGE_WAITS;
		m->until = x->reply_by ? x->reply_by : a2 ? a2->due : 0;
		m->text = waits_text(c, x, m->until);
	} else {
		m->text = tr(c->lang, N_("Well received."));
	}
}

/* ---- the whole ------------------------------------------------------------------------ */

static const struct exchange *answered_to(struct ctx *c, const struct exchange *x)
{
	const struct exchange *to = GET(c, exchange, x->in_reply_to_id);
	return to && record_visible(c, &exchange_kind, to) ? to : NULL;
}

struct message message_of(struct ctx *c, const struct exchange *x)
{
	struct message m = {.exchange = x, .ours = x->deliver, .to = answered_to(c, x)};
	const char *name = person_name(c, m.ours ? x->our_person_id : c->who.id);
	m.name = name ? name : c->firm->name;
	if (m.ours)
		m.unread = exchange_unopened(c, x);
	else
		state_read(c, &m);
	return m;
}

/* The last ones, the newest first. */
static int newest(struct ctx *c, const struct exchange *ret[MESSAGES_SHOWN])
{
	/* Lists of ids that may hold the reader's: record_visible tells which do. */
	const char *named = arena_printf(c->arena, "%%%lld%%", (long long)c->who.id);
	int n = 0;
	foreach (c, exchange, x, &written_between, "iit", c->who.client_id, c->who.id, named) {
		if (n == MESSAGES_SHOWN)
			break;
		if (!x->planned && record_visible(c, &exchange_kind, x))
			ret[n++] = x;
	}
	return n;
}

struct conversation *conversation_read(struct ctx *c)
{
	struct conversation *t = ARENA_NEW(c->arena, struct conversation);
	const struct exchange *all[MESSAGES_SHOWN];
	for (int n = newest(c, all); n > 0; n--)
		t->message[t->n++] = message_of(c, all[n - 1]);
	return t;
}

/* ---- what their look does ---------------------------------------------------------------- */

/* Those that they have before them for the first time; of a narrow session, none. */
static int unseen(struct ctx *c, const struct exchange *ret[MESSAGES_SHOWN])
{
	bool reads_it = c->who.role == CONTACT && !c->who.only_kind;
	int n = reads_it ? newest(c, ret) : 0, kept = 0;
	for (int i = 0; i < n; i++)
		if (exchange_unopened(c, ret[i]))
			ret[kept++] = ret[i];
	return kept;
}

bool conversation_unseen(struct ctx *c)
{
	const struct exchange *all[MESSAGES_SHOWN];
	return unseen(c, all) > 0;
}

void conversation_seen(struct ctx *c)
{
	const struct exchange *all[MESSAGES_SHOWN];
	for (int n = unseen(c, all); n > 0; n--) /* the oldest first */
		record_open(c, &exchange_kind, all[n - 1]);
}

/* ---- as JSON ------------------------------------------------------------------------------ */

static const char *const states[] = {[MESSAGE_WAITS] = "waiting",
    [MESSAGE_ANSWERED] = "answered",
    [MESSAGE_PARKED] = "parked",
    [MESSAGE_BY_VOICE] = "by_voice"};

static void state_json(struct ctx *c, const struct message *m, struct jw *out)
{
	jw_text_of(out, "state", states[m->state]);
	instant_json(c, m->until, jw_key(out, "until"));
	jw_key(out, "parked_to");
	if (m->meeting) {
		jw_object(out);
		id_json(c, &exchange_kind, m->meeting->r.id, jw_key(out, "id"));
		instant_json(c, m->meeting->at, jw_key(out, "at"));
		jw_end_object(out);
	} else {
		jw_null(out);
	}
	jw_text_of(out, "text_state", text_plain_spaces(c->arena, m->text));
}

void conversation_json(struct ctx *c, const struct conversation *t, struct jw *out)
{
	jw_array(out);
	for (int i = 0; i < t->n; i++) {
		const struct message *m = &t->message[i];
		jw_object(out);
		id_json(c, &exchange_kind, m->exchange->r.id, jw_key(out, "id"));
		instant_json(c, m->exchange->at, jw_key(out, "at"));
		jw_text_of(out, "from", m->ours ? "us" : "client");
		jw_text_of(out, "name", m->name);
		jw_text_of(out, "text", m->exchange->text);
		id_json(c, &exchange_kind, m->to ? m->to->r.id : 0, jw_key(out, "in_reply_to"));
		if (!m->ours)
			state_json(c, m, out);
		jw_end_object(out);
	}
	jw_end_array(out);
}
