/* Letters about what leaves for the client, and the records they are about
 * (conversation 15.1–15.3, 15.6). */
#include "rules/deliver.h"

#include <stdlib.h>

#include "rules/repair.h"
#include "rules/writing_parts.h"

#define REACHED "client_id = $1 AND role = 'contact' AND active = 1 AND email <> ''"
SQL(readers_there, "SELECT count(*) FROM person WHERE " REACHED);
SELECT(readers_of, person_kind, "WHERE " REACHED " ORDER BY id LIMIT 100");

/* ---- who has read it --------------------------------------------------------------- */

static const char *own_key(const struct ctx *c, int64_t person)
{
	return arena_printf(c->arena, "%lld", (long long)person);
}

static instant seen_by(const struct ctx *c, const char *seen, int64_t person)
{
	return json_integer_value(json_object_get(json_of(c->arena, seen), own_key(c, person)));
}

bool seen_by_caller(const struct ctx *c, const char *seen)
{
	return seen_by(c, seen, c->who.id) != 0;
}

const char *seen_with_caller(const struct ctx *c, const char *seen)
{
	json_t *all = seen ? json_of(c->arena, seen) : json_lent(c->arena, json_object());
	json_object_set_new(all, own_key(c, c->who.id), json_integer(c->now));
	return json_text(c->arena, all);
}

static instant seen_first(const struct ctx *c, const char *seen)
{
	const char *key;
	json_t *at, *all = json_of(c->arena, seen);
	instant first = 0;
	json_object_foreach(all, key, at)
	{
		if (!first || json_integer_value(at) < first)
			first = json_integer_value(at);
	}
	return first;
}

bool exchange_read_by(const struct ctx *c, const struct exchange *x)
{
	return x->deliver && c->who.role == CONTACT && refs_have(x->contact_ids, c->who.id);
}

bool exchange_unopened(struct ctx *c, const void *exchange)
{
	const struct exchange *x = exchange;
	return exchange_read_by(c, x) && !seen_by_caller(c, x->seen);
}

void exchange_opened(struct act *a)
{
	struct exchange *x = a->rec;
	x->seen = seen_with_caller(a->ctx, x->seen);
}

struct sending sending_of(const struct ctx *c, const struct kind *k, const void *rec)
{
	const struct exchange *x = rec;
	const struct writing *w = rec;
	if (k == &exchange_kind)
		return (struct sending){x->r.created_by, x->deliver ? x->r.created_at : 0,
		    seen_first(c, x->seen), x->seen, x->letter_failed_at, x->letter_left_at};
	return (struct sending){
	    w->sent_by_id, w->sent_at, w->seen_at, w->seen, w->letter_failed_at, w->letter_left_at};
}

/* ---- whom ------------------------------------------------------------------------- */

static bool has_reader(struct ctx *c, int64_t client_id)
{
	return db_int(c->db, &readers_there, 0, "i", client_id) > 0;
}

const char *deliver_door(struct ctx *c, int64_t client_id)
{
	return arena_printf(c->arena, "/c/%lld?volet=contacts#volet", (long long)client_id);
}

bool deliver_finds_reader(struct act *a, int64_t client_id)
{
	return has_reader(a->ctx, client_id);
}

static const char *all_readers(struct ctx *c, int64_t client_id)
{
	int64_t ids[REFS_MAX];
	int n = 0;
	foreach (c, person, p, &readers_of, "i", client_id)
		if (n < REFS_MAX)
			ids[n++] = p->r.id;
	return refs_text(c->arena, ids, n);
}

static bool can_be_written_to(struct ctx *c, const char *readers)
{
	int64_t ids[REFS_MAX];
	for (int i = refs_read(readers, ids); i > 0; i--) {
		const struct person *p = GET(c, person, ids[i - 1]);
		if (p && p->active && p->email)
			return true;
	}
	return false;
}

const char *deliver_readers(struct ctx *c, int64_t client_id, int64_t in_reply_to_id)
{
	const struct exchange *asked = GET(c, exchange, in_reply_to_id);
	bool theirs = asked && asked->direction != OUTBOUND && asked->contact_ids;
	return theirs ? asked->contact_ids : all_readers(c, client_id);
}

void deliver_fix_readers(struct act *a, struct exchange *x)
{
	if (!x->contact_ids)
		x->contact_ids = deliver_readers(a->ctx, x->client_id, x->in_reply_to_id);
	if (!can_be_written_to(a->ctx, x->contact_ids))
		refuse(a, "no_reader");
}

int64_t deliver_message(struct act *a, int64_t client_id, int64_t mandate_id, int64_t from, const char *text)
{
	struct exchange *x = record_new(a->ctx, &exchange_kind);
	x->client_id = client_id;
	x->mandate_id = mandate_id;
	x->our_person_id = from;
	x->channel = PORTAL;
	x->direction = OUTBOUND;
	x->at = a->ctx->now;
	x->held = x->deliver = 1;
	x->contact_ids = all_readers(a->ctx, client_id);
	x->text = text;
	record_insert(a, &exchange_kind, x);
	exchange_answers_none(a, x);
	return x->r.id;
}

void deliver_letter(struct ctx *c, const struct exchange *x, const char *readers)
{
	letter_send(c, x->in_reply_to_id ? LETTER_ANSWER : LETTER_WRITTEN,
	    &(struct letter_about){.to = x->client_id,
		.from = x->our_person_id,
		.kind = &exchange_kind,
		.id = x->r.id,
		.readers = readers});
}

/* ---- what became of it ------------------------------------------------------------ */

int delivery_read(struct ctx *c, const struct kind *k, const void *rec, struct delivery ret[REFS_MAX])
{
	struct letter_fate fate[REFS_MAX];
	struct sending s = sending_of(c, k, rec);
	int n = s.at ? letters_about(c, k, ((const struct record *)rec)->id, fate, REFS_MAX) : 0;
	for (int i = 0; i < n; i++)
		ret[i] = (struct delivery){fate[i], seen_by(c, s.seen, fate[i].person)};
	return n;
}

void delivery_json(const struct ctx *c, const struct kind *k, const void *rec, struct jw *out)
{
	static const char *const states[] = {[LETTER_WAITING] = "waiting",
	    [LETTER_LEFT] = "left",
	    [LETTER_REFUSED] = "refused",
	    [LETTER_EXPIRED] = "expired"};
	struct delivery one[REFS_MAX];
	if (!sending_of(c, k, rec).at) {
		jw_null(out);
		return;
	}
	int n = delivery_read((struct ctx *)c, k, rec, one);
	jw_array(out);
	for (int i = 0; i < n; i++) {
		jw_object(out);
		id_json(c, &person_kind, one[i].letter.person, jw_key(out, "contact_id"));
		jw_text_of(out, "state", states[one[i].letter.state]);
		instant_json(c, one[i].letter.at, jw_key(out, "at"));
		jw_text_of(out, "why", one[i].letter.why);
		instant_json(c, one[i].seen, jw_key(out, "seen_at"));
		jw_end_object(out);
	}
	jw_end_array(out);
}

/* ---- an address that refuses ---------------------------------------------------------- */

static void letter_arrives(struct act *a)
{
	struct exchange *x = a->rec;
	struct writing *w = a->rec;
	*(a->kind == &exchange_kind ? &x->letter_left_at : &w->letter_left_at) = a->ctx->now;
}

static void letter_fails(struct act *a)
{
	struct exchange *x = a->rec;
	struct writing *w = a->rec;
	bool answer = a->kind == &exchange_kind;
	*(answer ? &x->letter_failed_at : &w->letter_failed_at) = a->ctx->now;
	*(answer ? &x->letter_left_at : &w->letter_left_at) = 0;
}

/* The first failure counts, until one leaves; one that left may still come back, and
 * then it begins anew. */
void deliver_noted(struct ctx *c, const struct kind *k, int64_t id, enum letter_state how)
{
	const void *rec = k == &exchange_kind || k == &writing_kind ? record_get(c, k, id) : NULL;
	if (!rec)
		return;
	const struct sending s = sending_of(c, k, rec);
	bool left = letters_left_about(c, k, id), fails = s.failed && !s.left;
	if (how == LETTER_LEFT && left && fails)
		change(c, k, id, "letter_left", letter_arrives);
	else if (how != LETTER_LEFT && !left && !fails)
		change(c, k, id, "letter_failed", letter_fails);
}

enum failure deliver_failure(struct ctx *c, const struct kind *k, int64_t id, const char **ret_names)
{
	struct delivery one[REFS_MAX];
	int64_t missed[REFS_MAX];
	bool expired = false;
	int failed = 0, n = delivery_read(c, k, record_get(c, k, id), one);
	for (int i = 0; i < n; i++) {
		if (one[i].letter.state == LETTER_LEFT)
			continue;
		missed[failed++] = one[i].letter.person;
		expired = expired || one[i].letter.state == LETTER_EXPIRED;
	}
	*ret_names = first_names(c, missed, failed);
	return expired ? EXPIRED : failed > 1 ? SEVERAL_REFUSED : ONE_REFUSED;
}

static int64_t sender(struct ctx *c, const struct kind *k, const void *rec, int64_t by)
{
	const struct exchange *x = k == &exchange_kind ? rec : NULL;
	const struct writing *w = x ? NULL : rec;
	const struct person *p = GET(c, person, by);
	if (p && person_is_staff(c, p))
		return by;
	return in_charge(c, record_client(k, rec), x ? x->mandate_id : w->mandate_id);
}

void deliver_clock(struct ctx *c, const struct kind *k, const void *rec, struct clocks *out)
{
	const struct sending s = sending_of(c, k, rec);
	instant stopped = s.left && (!s.read || s.left < s.read) ? s.left : s.read;
	if (!s.failed || (stopped && stopped < s.failed))
		return;
	struct clock *one = clock_add(out, CLOCK_C16, sender(c, k, rec, s.by), s.failed);
	one->due = hours_after(c, s.failed, WORKING_DAY);
	one->stopped = stopped;
}

/* ---- sent again ------------------------------------------------------------------------ */

bool deliver_was_sent(struct act *a)
{
	return sending_of(a->ctx, a->kind, a->rec).at != 0;
}

static const struct letter_fate *fate_with(const struct letter_fate *all, int n, int64_t person)
{
	for (int i = 0; i < n; i++)
		if (all[i].person == person)
			return &all[i];
	return NULL;
}

/* Of an answer, the readers it had and those who came since; what is in writing is for
 * all of them. */
static bool is_for(const struct kind *k, const void *rec, const struct person *p)
{
	const struct exchange *x = k == &exchange_kind ? rec : NULL;
	return !x || refs_have(x->contact_ids, p->r.id) || p->r.created_at > x->r.created_at;
}

int deliver_again_to(struct ctx *c, const struct kind *k, const void *rec, int64_t ret[REFS_MAX])
{
	struct letter_fate all[REFS_MAX];
	int n = 0, letters = letters_about(c, k, ((const struct record *)rec)->id, all, REFS_MAX);
	foreach (c, person, p, &readers_of, "i", record_client(k, rec)) {
		const struct letter_fate *fate = fate_with(all, letters, p->r.id);
		bool failed = fate && (fate->state == LETTER_REFUSED || fate->state == LETTER_EXPIRED);
		if (n < REFS_MAX && (failed || !fate) && is_for(k, rec, p))
			ret[n++] = p->r.id;
	}
	return n;
}

static bool none_waits(struct act *a)
{
	struct letter_fate all[REFS_MAX];
	int n = letters_about(a->ctx, a->kind, REC(a, record)->id, all, REFS_MAX);
	while (n > 0 && all[n - 1].state != LETTER_WAITING)
		n--;
	return n == 0;
}

/* While one waits, that is what is said. */
static bool has_whom(struct act *a)
{
	int64_t ids[REFS_MAX];
	return deliver_again_to(a->ctx, a->kind, a->rec, ids) > 0 || !none_waits(a);
}

const struct guard resend_guards[] = {
    {"not_sent", deliver_was_sent}, {"no_reader", has_whom}, {"still_waiting", none_waits}, {0}};

void deliver_again(struct act *a)
{
	struct ctx *c = a->ctx;
	int64_t ids[REFS_MAX];
	int n = deliver_again_to(c, a->kind, a->rec, ids);
	const char *readers = refs_text(c->arena, ids, n);
	struct exchange *x = a->kind == &exchange_kind ? a->rec : NULL;
	for (int i = 0; x && i < n; i++)
		x->contact_ids = refs_with(c->arena, x->contact_ids, ids[i]);
	if (x)
		deliver_letter(c, x, readers);
	else
		writing_leaves(a, a->rec, readers);
}
