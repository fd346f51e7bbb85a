/* "What is missing, in your eyes?" (F3).  The answer is an expectation in the
 * client's words and a message of theirs; once the message is answered, the
 * expectation still asks for a date (E17). */
#include "rules/gap.h"

#include "base/text.h"

SQL(promised_until, "SELECT max(CASE WHEN state = 'open' THEN due END), max(done_at), max(dropped_at) "
		    "FROM promise WHERE source = $1");

static int64_t note_expectation(struct act *a, const struct promise *p, const char *words)
{
	struct term *t = record_new(a->ctx, &term_kind);
	t->client_id = p->client_id;
	t->mandate_id = p->mandate_id;
	t->kind = EXPECTATION;
	t->owed_by = OWED_BY_US;
	t->text = words;
	record_insert(a, &term_kind, t);
	return t->r.id;
}

static void raise_problem(struct act *a, const struct promise *p, const char *words)
{
	struct matter *m = record_new(a->ctx, &matter_kind);
	m->client_id = p->client_id;
	m->mandate_id = p->mandate_id;
	m->promise_id = p->r.id;
	m->noticed_by_side = THEIRS;
	m->noticed_at = m->found_by_client_at = a->ctx->now;
	m->title = text_short(a->ctx->arena, words, 160);
	m->body = words;
	matter_insert(a, m);
}

void promise_gap(struct act *a)
{
	const struct promise *p = a->rec;
	struct ctx *c = a->ctx;
	const char *words = IN(a, gap_in)->text;
	if (IN(a, gap_in)->wrong) {
		raise_problem(a, p, words);
		return;
	}
	int64_t term = note_expectation(a, p, words);
	struct exchange *x = record_new(c, &exchange_kind);
	x->client_id = p->client_id;
	x->mandate_id = p->mandate_id;
	x->at = c->now;
	x->channel = PORTAL;
	x->direction = INBOUND;
	x->contact_ids = arena_printf(c->arena, "[%lld]", (long long)c->who.id);
	x->term_ids = arena_printf(c->arena, "[%lld]", (long long)term);
	x->subject = text_short(c->arena, p->text, 160);
	x->text = words;
	x->needs_reply = x->held = 1;
	record_insert(a, &exchange_kind, x);
}

/* A milestone lasts to the end of its day, or until it was done or dropped. */
static instant last_date_ended(struct ctx *c, const struct term *t)
{
	day open = 0;
	instant done = 0, dropped = 0, last = t->r.created_at;
	db_one(db_query(c->db, &promised_until, "i", link_to(&term_kind, t->r.id)), "iii", &open, &done,
	    &dropped);
	instant ends[] = {open ? day_end(&c->firm->calendar, open) : 0, done, dropped};
	for (int i = 0; i < 3; i++)
		last = ends[i] > last ? ends[i] : last;
	return last;
}

/* c8: give it a date; as soon as it is put into an entente, that has its dates. */
void gap_clock(struct ctx *c, const struct term *t, struct clocks *out)
{
	if (t->state != TERM_NOTED || t->kind != EXPECTATION || t->needed_by || !contact_who_made(c, t))
		return;
	struct clock *k =
	    clock_add(out, CLOCK_C8_DATE, in_charge(c, t->client_id, t->mandate_id), last_date_ended(c, t));
	k->shows = k->due = hours_after(c, k->starts, settings_of(c)->next_wh);
}
