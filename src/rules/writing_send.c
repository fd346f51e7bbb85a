/* How a writing leaves: what each kind needs before it goes, in the order a
 * person mends it, and what its sending begins elsewhere (api.md 3.6; R1.3, P5,
 * P6, P15, T6, T7, T8, T9, F4, F7). */

#include "rules/announce.h"
#include "rules/deliver.h"
#include "rules/demand.h"
#include "rules/hints.h"
#include "rules/insight.h"
#include "rules/refs.h"
#include "rules/term.h"
#include "rules/writing_parts.h"

SELECT(heard_lately, writing_kind,
    "WHERE client_id = $1 AND kind IN ('recap', 'problem') AND state = 'confirmed' AND answered_at > $2");
SQL(feedback_lately,
    "SELECT count(*) FROM writing WHERE client_id = $1 AND kind = 'feedback' AND sent_at > $2");
SELECT(last_about, writing_kind,
    "WHERE about = $1 AND kind = $2 AND state <> 'draft' ORDER BY version DESC, id DESC LIMIT 1");
SELECT(last_entente, writing_kind,
    "WHERE mandate_id = $1 AND kind = 'entente' AND state <> 'draft' ORDER BY version DESC, id DESC LIMIT 1");
SQL(milestones, "SELECT count(*) FROM promise WHERE source = $1 AND shared = 1 AND state <> 'dropped'");
SQL(open_milestones,
    "SELECT id FROM promise WHERE source = $1 AND shared = 1 AND state = 'open' ORDER BY id");

#define HEARD_DAYS 30

/* ---- every kind ------------------------------------------------------------------------- */

int64_t writing_signer(struct ctx *c, const struct writing *w)
{
	return in_charge(c, w->client_id, w->mandate_id);
}

static GUARD(signed_by_who_is_in_charge, REC(a, writing)->signed_by_id == writing_signer(a->ctx, a->rec));

static bool says_something(struct act *a)
{
	const struct writing *w = a->rec;
	return w->understood || w->body || w->next || (w->kind == ENTENTE && w->term_ids) ||
	       (w->kind == IDEAS && w->matter_ids);
}

/* ---- entente ------------------------------------------------------------------------------ */

/* The mandate of an entente; NULL: it is another kind, and nothing is asked. */
static const struct mandate *mandate_of(struct act *a)
{
	const struct writing *w = a->rec;
	return w->kind == ENTENTE ? GET(a->ctx, mandate, w->mandate_id) : NULL;
}

static bool on_mandate(struct act *a, bool holds)
{
	if (!holds)
		mended_at(a, &mandate_kind, REC(a, writing)->mandate_id);
	return holds;
}

static bool need_is_said(struct act *a)
{
	const struct mandate *m = mandate_of(a);
	return on_mandate(a, !m || m->need);
}

static bool how_is_said(struct act *a)
{
	const struct mandate *m = mandate_of(a);
	return on_mandate(a, !m || m->how);
}

/* By when, of the engagement and of each promise that its notes announce. */
static bool when_is_said(struct act *a)
{
	const struct mandate *m = mandate_of(a);
	return on_mandate(a, !m || m->when_due) && announces_have_days(a);
}

static bool price_is_said(struct act *a)
{
	const struct mandate *m = mandate_of(a);
	return on_mandate(a, !m || m->price_cents != NO_NUMBER);
}

/* Those of its terms for which this is so; how many. */
static int terms_which(struct act *a, bool (*so)(struct act *, const struct term *), int64_t ret[REFS_MAX])
{
	int64_t ids[REFS_MAX];
	int n = mandate_of(a) ? refs_read(REC(a, writing)->term_ids, ids) : 0, found = 0;
	for (int i = 0; i < n; i++) {
		const struct term *t = GET(a->ctx, term, ids[i]);
		if (t && term_is_live(t) && so(a, t))
			ret[found++] = ids[i];
	}
	return found;
}

static bool is_expectation(struct act *a, const struct term *t)
{
	(void)a;
	return t->kind == EXPECTATION;
}

static bool is_frame(struct act *a, const struct term *t)
{
	(void)a;
	return term_is_frame(t);
}

static bool has_service(struct act *a)
{
	int64_t ids[REFS_MAX];
	return on_mandate(a, !mandate_of(a) || terms_which(a, is_expectation, ids) > 0);
}

static bool has_frame(struct act *a)
{
	int64_t ids[REFS_MAX];
	return on_mandate(a, !mandate_of(a) || terms_which(a, is_frame, ids) > 0);
}

/* None of its terms lacks something; those that do are named. */
static bool no_term(struct act *a, bool (*lacks)(struct act *, const struct term *))
{
	int64_t ids[REFS_MAX];
	int n = terms_which(a, lacks, ids);
	refuse_naming(a, "terms", ids, n);
	return n == 0;
}

static bool lacks_milestone(struct act *a, const struct term *t)
{
	return t->kind == EXPECTATION &&
	       db_int(a->ctx->db, &milestones, 0, "i", link_to(&term_kind, t->r.id)) == 0;
}

static bool lacks_why(struct act *a, const struct term *t)
{
	(void)a;
	return term_is_frame(t) && !t->why;
}

static bool is_unclear(struct act *a, const struct term *t)
{
	return t->clarity != CLEAR && !refs_have(REC(a, writing)->to_clarify_ids, t->r.id);
}

static GUARD(has_milestones, on_mandate(a, no_term(a, lacks_milestone)));
static GUARD(has_whys, on_mandate(a, no_term(a, lacks_why)));
static GUARD(is_clear, no_term(a, is_unclear));

/* T9: each condition of the library was added, or it was said why not. */
static bool library_was_considered(struct act *a)
{
	int64_t ids[REFS_MAX];
	const struct mandate *m = mandate_of(a);
	if (!m)
		return true;
	int n = library_unconsidered(a->ctx, m->r.id, ids, REFS_MAX);
	refuse_naming(a, "terms", ids, n);
	return on_mandate(a, n == 0);
}

/* ---- problem -------------------------------------------------------------------------------- */

static GUARD(is_about_problem, REC(a, writing)->kind == REFORMULATION);

static const struct matter *matter_of(struct act *a)
{
	const struct writing *w = a->rec;
	return w->kind == REFORMULATION ? GET(a->ctx, matter, link_of(w->about, &matter_kind)) : NULL;
}

static bool on_matter(struct act *a, bool holds)
{
	const struct matter *m = matter_of(a);
	if (!holds && m)
		mended_at(a, &matter_kind, m->r.id);
	return holds;
}

static bool problem_was_told(struct act *a)
{
	const struct matter *m = matter_of(a);
	return on_matter(a, !is_about_problem(a) || (m && m->told_at));
}

static bool voice_is_not_owed(struct act *a)
{
	const struct matter *m = matter_of(a);
	return on_matter(a, !m || !m->voice_owed);
}

static GUARD(has_fact, !is_about_problem(a) || understood_count(a->ctx, a->rec, "facts") > 0);
static GUARD(has_emotion, !is_about_problem(a) || understood_count(a->ctx, a->rec, "emotions") > 0);

/* P6: whatever we may have caused is said. */
static bool says_our_part(struct act *a)
{
	const struct matter *m = matter_of(a);
	bool may_be_ours = m && (m->cause == CAUSE_US || m->cause == CAUSE_BOTH || m->cause == CAUSE_UNKNOWN);
	return !may_be_ours || m->our_part;
}

/* P17 */
static bool knows_reason(struct act *a)
{
	const struct matter *m = matter_of(a);
	if (!m || !m->superior_decision || m->superior_reason)
		return true;
	int64_t leads[LEADS_MAX];
	if (leads_read(a->ctx, leads) > 0 && !a->refusal.code)
		a->refusal.detail =
		    phrased(a->ctx, N_("Ask %s for the reason."), GET(a->ctx, person, leads[0])->name);
	return on_matter(a, false);
}

/* ---- impact, feedback --------------------------------------------------------------------------- */

/* What was corrected and leaves again is the same one. */
static bool is_new_feedback(const struct writing *w)
{
	return w->kind == FEEDBACK && !w->parent_id;
}

bool was_heard_first(struct act *a)
{
	const struct writing *w = a->rec;
	if (!is_new_feedback(w))
		return true;
	bool heard = false;
	struct ctx *c = a->ctx;
	foreach (c, writing, one, &heard_lately, "ii", w->client_id, c->now - HEARD_DAYS * DAY_SECONDS)
		heard = heard || understood_count(c, one, "emotions") > 0;
	return heard;
}

bool feedback_has_rested(struct act *a)
{
	const struct writing *w = a->rec;
	return !is_new_feedback(w) || db_int(a->ctx->db, &feedback_lately, 0, "ii", w->client_id,
					  a->ctx->now - HEARD_DAYS * DAY_SECONDS) == 0;
}

static bool was_said_by_voice(struct act *a)
{
	const struct writing *w = a->rec;
	const struct exchange *x = GET(a->ctx, exchange, w->spoken_in_id);
	return (w->kind != IMPACT && w->kind != FEEDBACK) || (x && exchange_is_voice(a->ctx, x));
}

/* T6: what worries them about this, guessed or asked; "I don't know" will do. */
static bool worry_was_asked(struct act *a)
{
	const struct writing *w = a->rec;
	if (w->kind != IMPACT || IN(a, send_in)->worry_unknown)
		return true;
	const struct decision *d = GET(a->ctx, decision, link_of(w->about, &decision_kind));
	return d ? demand_worry_is_known(a->ctx, d) : insight_on(a->ctx, w->client_id, WHY_WORRY) != NULL;
}

static GUARD(
    somebody_reads_it, IN(a, send_in)->by_hand || deliver_finds_reader(a, REC(a, writing)->client_id));

const struct guard send_guards[] = {
    {"writing_sent", writing_is_draft},
    {"signed_by_other", signed_by_who_is_in_charge},
    {"empty_writing", says_something},
    {"need_missing", need_is_said},
    {"how_missing", how_is_said},
    {"when_missing", when_is_said},
    {"price_missing", price_is_said},
    {"expectation_missing", has_service},
    {"milestone_missing", has_milestones},
    {"frame_missing", has_frame},
    {"why_missing", has_whys},
    {"unclear_terms", is_clear},
    {"library_not_considered", library_was_considered},
    {"not_told", problem_was_told},
    {"voice_owed", voice_is_not_owed},
    {"fact_missing", has_fact},
    {"emotion_missing", has_emotion},
    {"our_part_missing", says_our_part},
    {"superior_reason_missing", knows_reason},
    {"not_heard_first", was_heard_first},
    {"feedback_recent", feedback_has_rested},
    {"voice_first", was_said_by_voice},
    {"worry_not_asked", worry_was_asked},
    {"no_reader", somebody_reads_it},
    {0},
};

/* Pointing at somebody is asked about once more before it leaves (P15). */
void send_hints(struct act *a)
{
	const struct matter *m = matter_of(a);
	writing_hints(a);
	if (m) {
		hint_text(a->ctx, HINT_PROBLEM, "our_part", m->our_part, &a->hints);
		hint_colleague(a->ctx, "our_part", m->our_part, REC(a, writing)->signed_by_id, &a->hints);
	}
	hints_ask(&a->hints, "blame");
	hints_ask(&a->hints, "colleague");
}

/* ---- versions -------------------------------------------------------------------------------------- */

static const struct writing *last_sent(struct ctx *c, const struct writing *w)
{
	if (w->kind == ENTENTE)
		return FIRST(c, writing, &last_entente, "i", w->mandate_id);
	const char *kind = record_choice(&writing_kind, "kind", w);
	return w->about ? FIRST(c, writing, &last_about, "it", w->about, kind) : NULL;
}

void writing_follow(struct ctx *c, struct writing *w)
{
	const struct writing *last = last_sent(c, w);
	if (!last)
		return;
	w->parent_id = last->r.id;
	w->version = last->version + 1;
}

/* A newer version closes the one that still waited. */
static void close_older(struct act *a, const struct writing *w)
{
	const struct writing *older = GET(a->ctx, writing, w->parent_id);
	if (!older || !writing_is_open(older))
		return;
	struct writing *copy = EDIT(a, writing, older->r.id);
	copy->state = WRITING_CORRECTED;
	copy->superseded_at = a->ctx->now;
	record_save(a, &writing_kind, copy);
}

/* ---- sending ------------------------------------------------------------------------------------------ */

static bool is_any(struct act *a, const struct term *t)
{
	(void)a, (void)t;
	return true;
}

/* What was dropped since it was drafted is no part of it. */
static void list_live_terms(struct act *a, struct writing *w)
{
	int64_t live[REFS_MAX];
	int n = terms_which(a, is_any, live);
	w->term_ids = refs_text(a->ctx->arena, live, n);
}

/* The milestones of its expectations are part of an entente, listed or not. */
static void list_milestones(struct act *a, struct writing *w)
{
	int64_t terms[REFS_MAX], open[REFS_MAX];
	struct ctx *c = a->ctx;
	int n = terms_which(a, is_expectation, terms);
	for (int i = 0; i < n; i++) {
		int m =
		    refs_found(db_query(c->db, &open_milestones, "i", link_to(&term_kind, terms[i])), open);
		for (int j = 0; j < m; j++)
			w->promise_ids = refs_with(c->arena, w->promise_ids, open[j]);
	}
}

static void propose_terms(struct act *a, const char *term_ids)
{
	int64_t ids[REFS_MAX];
	int n = refs_read(term_ids, ids);
	for (int i = 0; i < n; i++)
		term_propose(a, ids[i], a->ctx->now);
}

bool writing_tells_matters(const struct writing *w)
{
	return w->kind == IDEAS || w->kind == WELCOME || w->kind == ENTENTE;
}

bool writing_tells(const struct writing *w, const struct matter *m)
{
	return writing_tells_matters(w) && m->state == MATTER_NOTICED &&
	       (m->nature == IDEA || m->nature == STANDARD);
}

static void tell_matters(struct act *a, const struct writing *w)
{
	int64_t ids[REFS_MAX];
	int n = writing_tells_matters(w) ? refs_read(w->matter_ids, ids) : 0;
	for (int i = 0; i < n; i++)
		matter_told_by_writing(a, ids[i], a->ctx->now);
}

static void tell_client(struct act *a, const struct writing *w)
{
	struct client *of = EDIT(a, client, w->client_id);
	if (w->kind == WELCOME && !of->welcomed_at)
		of->welcomed_at = a->ctx->now;
	else if (w->kind == SILENCE_RULE && of->silence_rule != SILENCE_RULE_ACCEPTED)
		of->silence_rule = SILENCE_RULE_OFFERED;
	else
		return;
	record_save(a, &client_kind, of);
}

void writing_leaves(struct act *a, const struct writing *w, const char *readers)
{
	enum letter_event event = w->kind == RECAP     ? LETTER_RECAP
				  : w->kind == ENTENTE ? LETTER_AGREEMENT
						       : LETTER_WRITTEN;
	writing_letter(a, w, event, readers, 0);
}

/* What it is once it left: all that its reader finds in it. */
static void become_sent(struct act *a, void (*take_notes)(struct act *, struct writing *))
{
	struct writing *w = a->rec;
	struct ctx *c = a->ctx;
	const struct matter *m = matter_of(a);
	writing_follow(c, w);
	if (w->kind == ENTENTE) {
		list_live_terms(a, w);
		list_milestones(a, w);
	}
	take_notes(a, w);
	w->state = WRITING_SENT;
	w->sent_at = c->now;
	w->silence_counts = GET(c, client, w->client_id)->silence_rule == SILENCE_RULE_ACCEPTED;
	w->silent_wd = settings_of(c)->tacit_wd;
	w->read_wd = settings_of(c)->tacit_min_seen_wd;
	w->explicit_why = explicit_words(c, w);
	w->explicit_only = w->explicit_why != NULL;
	w->snapshot = snapshot_text(c, w);
	w->our_part = m ? m->our_part : NULL;
}

static void ask_what_is_announced(struct act *a, struct writing *w)
{
	w->questions = announces_questions(a->ctx, w);
}

const struct writing *writing_leaving(struct ctx *c, const struct writing *w)
{
	if (w->state != WRITING_DRAFT)
		return w;
	struct writing *copy = ARENA_NEW(c->arena, struct writing);
	*copy = *w;
	become_sent(&(struct act){.ctx = c, .kind = &writing_kind, .name = "send", .rec = copy},
	    ask_what_is_announced);
	return copy;
}

void writing_send(struct act *a)
{
	struct writing *w = a->rec;
	become_sent(a, announces_make);
	w->sent_by_id = a->ctx->who.id;
	w->by_hand = IN(a, send_in)->by_hand;
	close_older(a, w);
	propose_terms(a, w->term_ids);
	propose_terms(a, w->to_clarify_ids);
	tell_matters(a, w);
	tell_client(a, w);
	if (!w->by_hand)
		writing_leaves(a, w, NULL);
}
