/* Recap: a meeting is over, and what was said is written while it is fresh
 * (R1.6, R2.1).
 *
 *   under way → over: the recap is owed, a draft is open → sent
 *
 * What an import brings is past, and owes none. */
#include "rules/refs.h"
#include "rules/writing_parts.h"

SQL(recap_first_sent, "SELECT min(sent_at) FROM writing WHERE about = $1 AND kind = 'recap' AND sent_at > 0");
SQL(promised_in,
    "SELECT id FROM promise WHERE source = $1 AND shared = 1 AND state <> 'dropped' ORDER BY id LIMIT 100");

instant recap_sent_at(struct ctx *c, const struct exchange *x)
{
	return db_int(c->db, &recap_first_sent, 0, "i", link_to(&exchange_kind, x->r.id));
}

static const char *promises_made_in(struct ctx *c, const struct exchange *x)
{
	int64_t ids[REFS_MAX];
	int n = refs_found(db_query(c->db, &promised_in, "i", link_to(&exchange_kind, x->r.id)), ids);
	return refs_text(c->arena, ids, n);
}

SQL(meetup_at, "SELECT count(*) FROM moment WHERE client_id = $1 AND exchange_id = $2 AND kind = 'meetup'");

#define CARRIED_MAX 20

/* What was drifting, to be settled, and what is open from before. */
static const char *questions_carried(struct ctx *c, const struct exchange *x)
{
	struct question open[CARRIED_MAX];
	int n = open_questions(c, x->client_id, open, CARRIED_MAX);
	json_t *texts =
	    x->agenda_lines ? json_of(c->arena, x->agenda_lines) : json_lent(c->arena, json_array());
	for (int i = 0; i < n; i++)
		json_array_append_new(texts, json_string(open[i].kept));
	return questions_text(c->arena, texts);
}

void recap_begin(struct act *a)
{
	struct writing *w = a->rec;
	const struct exchange *x = GET(a->ctx, exchange, link_of(w->about, &exchange_kind));
	if (x && !given(a, "promise_ids"))
		w->promise_ids = promises_made_in(a->ctx, x);
	if (x && !given(a, "questions"))
		w->questions = questions_carried(a->ctx, x);
}

static int64_t recap_open(struct act *a, const struct exchange *x)
{
	struct ctx *c = a->ctx;
	struct writing *w = record_new(c, &writing_kind);
	w->kind = RECAP;
	w->client_id = x->client_id;
	w->mandate_id = x->mandate_id;
	w->about = link_to(&exchange_kind, x->r.id);
	w->signed_by_id = writing_signer(c, w);
	w->promise_ids = promises_made_in(c, x);
	w->questions = questions_carried(c, x);
	w->untouched = 1;
	record_insert(a, &writing_kind, w);
	return w->r.id;
}

/* ---- the end of a meeting ------------------------------------------------------------- */

static bool is_meeting(const struct ctx *c, const struct exchange *x)
{
	return channel_is_voice(x->channel) && x->minutes != NO_NUMBER &&
	       x->minutes >= settings_of(c)->recap_min_minutes && !x->cancelled_at;
}

/* A time out of the frame; while nothing is promised there, it is not written up (R7.2). */
static bool is_meetup(struct ctx *c, const struct exchange *x)
{
	return db_int(c->db, &meetup_at, 0, "ii", x->client_id, x->r.id) > 0;
}

static bool is_only_meetup(struct ctx *c, const struct exchange *x)
{
	return is_meetup(c, x) && !promises_made_in(c, x);
}

void meeting_over(struct act *a, struct exchange *x)
{
	x->under_way = 0;
	if (x->recap_owed_at || !is_meeting(a->ctx, x) || is_only_meetup(a->ctx, x))
		return;
	x->recap_owed_at = exchange_end(x);
	if (!x->recap_id)
		x->recap_id = recap_open(a, x);
}

bool recap_is_untouched(const struct writing *w)
{
	return w->untouched && w->state == WRITING_DRAFT;
}

void recap_goes(struct ctx *c, int64_t id)
{
	struct act *a = ARENA_NEW(c->arena, struct act);
	*a = (struct act){.ctx = c, .kind = &writing_kind, .name = "discard"};
	record_remove(a, &writing_kind, id);
}

/* Or, after all, not. */
static void owe_recap(struct act *a, const struct exchange *x, bool owed)
{
	struct exchange *copy = EDIT(a, exchange, x->r.id);
	const struct writing *draft = GET(a->ctx, writing, x->recap_id);
	bool goes = !owed && draft && recap_is_untouched(draft);
	if (owed)
		meeting_over(a, copy);
	else
		copy->recap_owed_at = 0;
	if (goes)
		copy->recap_id = 0;
	record_save(a, &exchange_kind, copy);
	if (goes)
		recap_goes(a->ctx, draft->r.id);
}

/* Its hour or its length was corrected: so is when the recap is owed. */
static void owe_since(struct act *a, const struct exchange *x)
{
	struct exchange *copy = EDIT(a, exchange, x->r.id);
	copy->recap_owed_at = exchange_end(x);
	record_save(a, &exchange_kind, copy);
}

/* Noted afterwards, or found to have been longer than it was said. */
static bool is_over_unnoticed(const struct ctx *c, const struct exchange *was, const struct exchange *x)
{
	if (!x->held || exchange_end(x) > c->now)
		return false;
	if (!was)
		return is_meeting(c, x) && !c->takes_over;
	return x->under_way || (is_meeting(c, x) && !is_meeting(c, was));
}

void meeting_noted(struct act *a, const struct exchange *was, const struct exchange *x)
{
	struct ctx *c = a->ctx;
	if (was && was->minutes == x->minutes && was->channel == x->channel && was->at == x->at)
		return;
	if (is_over_unnoticed(c, was, x))
		owe_recap(a, x, true);
	else if (x->recap_owed_at && !is_meeting(c, x))
		owe_recap(a, x, false); /* it was shorter, or no meeting */
	else if (x->recap_owed_at && x->recap_owed_at != exchange_end(x) && exchange_end(x) <= c->now)
		owe_since(a, x);
}

void meetup_noted(struct act *a, int64_t exchange)
{
	const struct exchange *x = GET(a->ctx, exchange, exchange);
	if (x && x->recap_owed_at && is_only_meetup(a->ctx, x))
		owe_recap(a, x, false);
}

/* c1: its recap, until it is sent. */
void meeting_clocks(struct ctx *c, const struct exchange *x, struct clocks *out)
{
	if (x->cancelled_at)
		return;
	if (x->under_way) {
		struct clock *k = clock_add(out, RING_OVER, 0, x->at);
		k->due = exchange_end(x);
	}
	if (!x->recap_owed_at)
		return;
	struct clock *k =
	    clock_add(out, CLOCK_C1, in_charge(c, x->client_id, x->mandate_id), x->recap_owed_at);
	k->due = hours_after(c, x->recap_owed_at, settings_of(c)->recap_wh);
	k->stopped = recap_sent_at(c, x);
}

/* ---- the draft, from outside ------------------------------------------------------------ */

/* An exchange knows the newest of its recaps. */
void recap_named(struct act *a, const struct writing *w)
{
	struct exchange *x = w->kind == RECAP ? EDIT(a, exchange, link_of(w->about, &exchange_kind)) : NULL;
	if (!x)
		return;
	x->recap_id = w->r.id;
	record_save(a, &exchange_kind, x);
}

void recap_takes(struct act *a, const struct promise *p)
{
	struct ctx *c = a->ctx;
	const struct exchange *x = GET(c, exchange, link_of(p->source, &exchange_kind));
	if (!x || !p->shared)
		return;
	if (!x->recap_owed_at && x->held && !x->under_way && is_meetup(c, x))
		owe_recap(a, x, true);
	const struct writing *recap = GET(c, writing, GET(c, exchange, x->r.id)->recap_id);
	bool announced = a->kind == &writing_kind; /* it leaves now, and has it already */
	if (!recap || recap->state != WRITING_DRAFT || refs_have(recap->promise_ids, p->r.id) || announced)
		return;
	struct writing *draft = EDIT(a, writing, recap->r.id);
	draft->promise_ids = refs_with(c->arena, draft->promise_ids, p->r.id);
	record_save(a, &writing_kind, draft);
}
