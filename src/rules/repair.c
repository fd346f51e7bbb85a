/* What was noted wrongly is put right, and whatever follows from it follows again;
 * what somebody relied on stays (conversation 17.2, 17.3). */
#include "rules/repair.h"

#include <string.h>

#include "rules/edits.h"
#include "rules/refs.h"
#include "rules/writing.h"

SQL(first_noticed, "SELECT max(noticed_at) FROM matter WHERE client_id = $1 AND told_in_id = $2");

/* ---- whose it is ------------------------------------------------------------------- */

/* A message from their own page is theirs, word for word. */
const char *exchange_may(struct act *a, const json_t *input)
{
	static const char *const theirs[] = {"channel", "direction", "contact_ids", "text"};
	bool own = a->before && contact_who_made(a->ctx, a->before), touched = false;
	for (size_t i = 0; own && i < sizeof theirs / sizeof theirs[0]; i++)
		touched = touched || json_object_get(input, theirs[i]);
	return touched ? "author_only" : NULL;
}

/* ---- a part of it -------------------------------------------------------------------- */

bool exchange_asks_reply(const struct exchange *x)
{
	return x->direction == INBOUND && !x->planned;
}

/* Said in a voice that it was not: a yes, a choice, a rating heard there. */
static bool was_heard_in(const struct naming *one)
{
	return one->field->type == FT_ref && one->kind != &exchange_kind && one->kind != &moment_kind &&
	       strcmp(one->field->name, "told_in_id") != 0;
}

static void keep_the_voice(struct act *a, const struct exchange *x)
{
	const struct naming *all;
	int n = records_naming(a->ctx, &exchange_kind, x->r.id, &all), heard = 0;
	struct naming *by = ARENA_ARRAY(a->ctx->arena, struct naming, n + 1);
	for (int i = 0; i < n; i++)
		if (was_heard_in(&all[i]))
			by[heard++] = all[i];
	if (heard == 0)
		return;
	refuse_leaned_on(a, by, heard);
	refuse(a, "leaned_on");
}

static bool same_text(const char *one, const char *other)
{
	return strcmp(one ? one : "", other ? other : "") == 0;
}

/* What was delivered stays as it left. */
static void keep_what_left(struct act *a, const struct exchange *was, const struct exchange *x)
{
	bool stays = same_text(x->text, was->text) && same_text(x->contact_ids, was->contact_ids) &&
		     x->channel == was->channel && x->direction == was->direction;
	if (was->deliver && !stays)
		refuse(a, "already_left");
}

void exchange_repaired(struct act *a, const struct exchange *was, struct exchange *x)
{
	struct ctx *c = a->ctx;
	keep_what_left(a, was, x);
	bool said = was->reply_said || was->waived_at || was->needs_reply != exchange_asks_reply(was);
	if (x->direction != was->direction && !said)
		x->needs_reply = exchange_asks_reply(x);
	if (x->minutes != was->minutes && x->held && !x->recap_owed_at)
		x->under_way = exchange_end(x) > c->now;
	if (exchange_is_voice(c, was) && !exchange_is_voice(c, x))
		keep_the_voice(a, x);
}

/* ---- its hour -------------------------------------------------------------------------- */

bool exchange_is_ours(struct act *a)
{
	return !contact_who_made(a->ctx, a->rec);
}

bool exchange_was_noted(struct act *a)
{
	return exchange_is_past(a->ctx, a->rec) && !REC(a, exchange)->deliver;
}

/* An appointment was recorded before it was held. */
bool hour_is_no_later(struct act *a)
{
	const struct exchange *x = a->rec;
	if (!x->planned && IN(a, correct_at_in)->at > x->r.created_at)
		field_refuse(a, "at", "in_future");
	return true;
}

bool hour_is_after_noticing(struct act *a)
{
	const struct exchange *x = a->rec;
	return IN(a, correct_at_in)->at >= db_int(a->ctx->db, &first_noticed, 0, "ii", x->client_id, x->r.id);
}

void exchange_correct_at(struct act *a)
{
	struct exchange *x = a->rec;
	const struct correct_at_in *in = a->in;
	if (in->at != x->at)
		x->at_edits = edits_with(a->ctx, x->at_edits, x->at, in->at);
	x->at = in->at;
	a->reason = in->reason;
}

bool exchange_is_mendable(struct act *a)
{
	return exchange_is_ours(a) && exchange_was_noted(a);
}

/* ---- that it was ------------------------------------------------------------------------ */

bool exchange_is_mine(struct act *a)
{
	return REC(a, exchange)->r.created_by == a->ctx->who.id;
}

bool exchange_is_fresh(struct act *a)
{
	return a->ctx->now <= hours_after(a->ctx, REC(a, exchange)->r.created_at, WORKING_DAY);
}

/* It opened by itself, and nobody wrote in it. */
static const struct writing *own_recap(struct ctx *c, const struct exchange *x)
{
	const struct writing *w = GET(c, writing, x->recap_id);
	return w && recap_is_untouched(w) ? w : NULL;
}

bool leans_on_nothing(const struct naming *one)
{
	return strcmp(one->field->name, "answered_by_id") == 0 ||
	       strcmp(one->field->name, "not_answers") == 0;
}

static bool is_of_recap(const struct naming *one, const struct writing *recap)
{
	return recap && one->kind == &writing_kind && one->id == recap->r.id;
}

bool exchange_was_not_delivered(struct act *a)
{
	return !REC(a, exchange)->deliver;
}

bool nothing_leans_on_it(struct act *a)
{
	const struct exchange *x = a->rec;
	const struct writing *recap = own_recap(a->ctx, x);
	const struct naming *all;
	int n = records_naming(a->ctx, &exchange_kind, x->r.id, &all), leaning = 0;
	struct naming *by = ARENA_ARRAY(a->ctx->arena, struct naming, n + 1);
	for (int i = 0; i < n; i++)
		if (!leans_on_nothing(&all[i]) && !is_of_recap(&all[i], recap))
			by[leaning++] = all[i];
	refuse_leaned_on(a, by, leaning);
	return leaning == 0;
}

void exchange_answers_nothing(struct act *a)
{
	int64_t id = REC(a, exchange)->r.id;
	const struct naming *all;
	for (int i = records_naming(a->ctx, &exchange_kind, id, &all); i > 0; i--)
		if (all[i - 1].kind == &exchange_kind)
			exchange_answer_again(a, all[i - 1].id, id);
}

void exchange_erase(struct act *a)
{
	struct exchange *x = a->rec;
	const struct writing *recap = own_recap(a->ctx, x);
	exchange_answers_nothing(a);
	if (recap) {
		x->recap_id = x->recap_owed_at = 0;
		record_save(a, &exchange_kind, x);
		recap_goes(a->ctx, recap->r.id);
	}
	a->removes = true;
}

bool exchange_is_erasable(struct act *a)
{
	return exchange_is_mine(a) && exchange_is_fresh(a) && exchange_was_not_delivered(a);
}

/* ---- that it answered --------------------------------------------------------------------- */

/* Said again, it is still so. */
bool is_its_answer(struct act *a)
{
	const struct exchange *x = a->rec;
	int64_t id = IN(a, not_an_answer_in)->exchange_id;
	if (id && id != x->answered_by_id && !refs_have(x->not_answers, id))
		field_refuse(a, "exchange_id", "bad_ref");
	return true;
}

void exchange_not_an_answer(struct act *a)
{
	struct exchange *x = a->rec;
	x->not_answers = refs_with(a->ctx->arena, x->not_answers, IN(a, not_an_answer_in)->exchange_id);
	exchange_answer_again(a, x->r.id, 0);
}
