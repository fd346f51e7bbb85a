/* Taken back: what was sent by mistake, while its letters wait and nobody has relied on
 * it (conversation 15.6).  An answer is removed (exchange.c); a writing is a draft
 * again, and what its sending began elsewhere is as it was. */
#include <string.h>

#include "rules/announce.h"
#include "rules/deliver.h"
#include "rules/repair.h"
#include "rules/term.h"
#include "rules/writing_parts.h"

SELECT(carrying, writing_kind,
    "WHERE client_id = $1 AND id <> $2 AND sent_at > 0 AND (term_ids IS NOT NULL OR to_clarify_ids IS NOT "
    "NULL)");
SQL(welcomed_before, "SELECT min(sent_at) FROM writing WHERE client_id = $1 AND id <> $2 AND kind = "
		     "'welcome' AND sent_at > 0");
SQL(rule_offered, "SELECT count(*) FROM writing WHERE client_id = $1 AND id <> $2 AND kind = 'silence_rule' "
		  "AND state IN ('sent', 'unanswered')");

#define WITHIN 60 /* seconds */

/* ---- what its sending told for the first time ------------------------------------------- */

static bool carries(const struct writing *w, int64_t term)
{
	return refs_have(w->term_ids, term) || refs_have(w->to_clarify_ids, term);
}

static bool told_elsewhere(struct ctx *c, const struct writing *w, int64_t term)
{
	bool told = false;
	foreach (c, writing, other, &carrying, "ii", w->client_id, w->r.id)
		told = told || carries(other, term);
	return told;
}

static int terms_told(struct ctx *c, const struct writing *w, int64_t ret[2 * REFS_MAX])
{
	int n = refs_read(w->term_ids, ret), told = 0;
	n += refs_read(w->to_clarify_ids, ret + n);
	for (int i = 0; i < n; i++) {
		const struct term *t = GET(c, term, ret[i]);
		if (t && t->told_at == w->sent_at && !told_elsewhere(c, w, t->r.id))
			ret[told++] = t->r.id;
	}
	return told;
}

static int matters_told(struct ctx *c, const struct writing *w, int64_t ret[REFS_MAX])
{
	int n = writing_tells_matters(w) ? refs_read(w->matter_ids, ret) : 0, told = 0;
	for (int i = 0; i < n; i++) {
		const struct matter *m = GET(c, matter, ret[i]);
		if (m && m->told_at == w->sent_at && !m->told_in_id) /* not in a talk */
			ret[told++] = m->r.id;
	}
	return told;
}

/* ---- guards --------------------------------------------------------------------------------- */

static bool is_senders(struct act *a)
{
	const struct sending s = sending_of(a->ctx, a->kind, a->rec);
	return !s.at || s.by == a->ctx->who.id;
}

static bool nobody_has_it(struct act *a)
{
	const struct sending s = sending_of(a->ctx, a->kind, a->rec);
	return !s.at || (a->ctx->now - s.at <= WITHIN && !s.read &&
			    !letters_out_about(a->ctx, a->kind, REC(a, record)->id));
}

/* An exchange knows its own recap. */
static bool something_names_it(struct act *a)
{
	const struct naming *one;
	for (int n = records_naming(a->ctx, a->kind, REC(a, record)->id, &one); n > 0; n--, one++)
		if (!leans_on_nothing(one) && strcmp(one->field->name, "recap_id") != 0)
			return true;
	return false;
}

/* What it told went on from there: agreed, looked at, answered. */
static bool went_on(struct act *a, const struct writing *w)
{
	int64_t ids[2 * REFS_MAX];
	bool on = w->state != WRITING_SENT || !announces_stand(a, w);
	for (int n = terms_told(a->ctx, w, ids); n > 0; n--) {
		const struct term *t = GET(a->ctx, term, ids[n - 1]);
		on = on || t->checked_at || (t->state != TERM_PROPOSED && t->state != TERM_MISSING);
	}
	for (int n = matters_told(a->ctx, w, ids); n > 0; n--)
		on = on || GET(a->ctx, matter, ids[n - 1])->state != MATTER_TOLD;
	return on;
}

static bool nobody_used_it(struct act *a)
{
	return !deliver_was_sent(a) ||
	       (!something_names_it(a) && (a->kind == &exchange_kind || !went_on(a, a->rec)));
}

const struct guard take_back_guards[] = {{"not_sent", deliver_was_sent}, {"author_only", is_senders},
    {"already_left", nobody_has_it}, {"leaned_on", nobody_used_it}, {0}};

/* ---- as before ------------------------------------------------------------------------------- */

static void stands_again(struct act *a, const struct writing *w)
{
	struct writing *older = EDIT(a, writing, w->parent_id);
	if (!older || older->state != WRITING_CORRECTED || older->superseded_at != w->sent_at)
		return;
	older->state = older->unanswered_at ? WRITING_UNANSWERED : WRITING_SENT;
	older->superseded_at = 0;
	record_save(a, &writing_kind, older);
}

static void client_as_before(struct act *a, const struct writing *w)
{
	struct db *db = a->ctx->db;
	struct client *of = EDIT(a, client, w->client_id);
	if (w->kind == WELCOME && of->welcomed_at == w->sent_at)
		of->welcomed_at = db_int(db, &welcomed_before, 0, "ii", of->r.id, w->r.id);
	if (w->kind == SILENCE_RULE && of->silence_rule == SILENCE_RULE_OFFERED &&
	    db_int(db, &rule_offered, 0, "ii", of->r.id, w->r.id) == 0)
		of->silence_rule = of->silence_rule_at ? SILENCE_RULE_WITHDRAWN : NO_SILENCE_RULE;
	record_save(a, &client_kind, of);
}

/* What it answered waits as before, unless somebody else answered it. */
void exchange_take_back(struct act *a)
{
	letters_drop_about(a->ctx, &exchange_kind, REC(a, exchange)->r.id);
	exchange_answers_nothing(a);
	a->removes = true;
}

void writing_take_back(struct act *a)
{
	struct ctx *c = a->ctx;
	struct writing *w = a->rec;
	int64_t ids[2 * REFS_MAX];
	for (int n = terms_told(c, w, ids); n > 0; n--)
		term_unpropose(a, ids[n - 1]);
	for (int n = matters_told(c, w, ids); n > 0; n--)
		matter_untold(a, ids[n - 1]);
	announces_undo(a, w);
	stands_again(a, w);
	client_as_before(a, w);
	letters_drop_about(c, &writing_kind, w->r.id);
	w->state = WRITING_DRAFT;
	w->sent_at = w->sent_by_id = w->by_hand = w->letter_failed_at = 0;
	w->silence_counts = w->explicit_only = 0;
	w->silent_wd = w->read_wd = NO_NUMBER;
	w->explicit_why = w->snapshot = w->our_part = NULL;
}
