/* Writing: what it is and how it begins; its words, its sending, its answers, what
 * is agreed by it and what silence means each have a file (writing_parts.h). */
#include "record/letter.h"
#include "rules/announce.h"
#include "rules/decision.h"
#include "rules/deliver.h"
#include "rules/refs.h"
#include "rules/term.h"
#include "rules/writing_parts.h"

SQL(writings_awaited, "SELECT count(*) FROM writing WHERE about = $1 AND state IN ('sent', 'unanswered')");
SELECT(impacts_about, writing_kind, "WHERE about = $1 AND kind = 'impact' ORDER BY id");
SQL(failed_by, "SELECT id FROM writing WHERE sent_by_id = $1 AND letter_failed_at IS NOT NULL");
SELECT(problem_draft, writing_kind,
    "WHERE about = $1 AND kind = 'problem' AND state = 'draft' ORDER BY id DESC LIMIT 1");

SQL(ideas_untold, "SELECT id FROM matter WHERE client_id = $1 AND nature = 'idea' AND state = 'noticed' "
		  "AND ($2 = 0 OR mandate_id IS NULL OR mandate_id = $2) ORDER BY id LIMIT 100");

/* ---- what is derived ------------------------------------------------------------------ */

static DERIVED(writing_signed_by, writing, w, jw_text(out, person_name(c, w->signed_by_id)));

static DERIVED(writing_delivery, writing, w, delivery_json(c, &writing_kind, w, out));

static bool runs(const struct writing *w)
{
	return w->sent_at && writing_asks_answer(w);
}

static DERIVED(writing_remind_due, writing, w, instant_json(c, runs(w) ? silence_remind_due(c, w) : 0, out));
static DERIVED(writing_tacit_due, writing, w,
    instant_json(c, runs(w) && silence_may_agree(w) ? silence_tacit_due(c, w) : 0, out));
static DERIVED(writing_reopen_until, writing, w, instant_json(c, silence_reopen_until(c, w), out));
static DERIVED(writing_first_line, writing, w, jw_text(out, writing_first_line_text(c, w)));
static DERIVED(
    writing_last_line, writing, w, jw_text(out, w->kind == ENTENTE ? entente_last_line(c->lang) : NULL));

static const struct field writing_fields[] = {WRITING_FIELDS(FIELD_ROW, struct writing){0}};

const char *writing_title(struct ctx *c, const struct writing *w)
{
	const struct exchange *x = GET(c, exchange, link_of(w->about, &exchange_kind));
	const struct mandate *m = GET(c, mandate, w->mandate_id);
	if (w->kind == RECAP && x)
		return phrased(c, N_("Recap of %s"), short_date_said(c, day_at(c, x->at)));
	if (w->kind == ENTENTE && m)
		return phrased(c, N_("Agreement: %s"), m->title);
	return tr(c->lang, choices_of(&writing_kind, "kind")[w->kind - 1].text);
}

const char *entente_last_line(enum lang lang)
{
	return tr(lang, N_("These conditions are part of the value of what we offer you."));
}

/* ---- creation and patch ---------------------------------------------------------------- */

/* What a kind may be about. */
static const struct kind *about_kind(int64_t kind)
{
	return kind == RECAP           ? &exchange_kind
	       : kind == REFORMULATION ? &matter_kind
	       : kind == IMPACT        ? &decision_kind
				       : NULL;
}

static bool terms_are_of(struct ctx *c, int64_t mandate, const char *term_ids)
{
	int64_t ids[REFS_MAX];
	for (int i = refs_read(term_ids, ids); i > 0; i--) {
		const struct term *t = GET(c, term, ids[i - 1]);
		if (!t || t->mandate_id != mandate)
			return false;
	}
	return true;
}

static void writing_check(struct act *a)
{
	struct writing *w = a->rec;
	w->untouched = 0;
	if (w->kind == ENTENTE && !terms_are_of(a->ctx, w->mandate_id, w->term_ids))
		field_refuse(a, "term_ids", "bad_ref");
	if (a->before && !writing_is_draft(a))
		refuse(a, "writing_sent");
	if (a->before && given(a, "notes"))
		announces_note(a);
	if (a->before)
		return;
	if (w->kind == TRANSITION) /* it tells of a plan, and there are none yet */
		field_refuse(a, "kind", "bad_value");
	if (w->about && link_kind(w->about) != about_kind(w->kind))
		field_refuse(a, "about", "bad_ref");
	if (w->kind == ENTENTE && !w->mandate_id)
		field_refuse(a, "mandate_id", "missing");
}

/* The engagement of what it is about. */
static int64_t mandate_about(struct ctx *c, const struct writing *w)
{
	const struct exchange *x = GET(c, exchange, link_of(w->about, &exchange_kind));
	const struct matter *m = GET(c, matter, link_of(w->about, &matter_kind));
	const struct decision *d = GET(c, decision, link_of(w->about, &decision_kind));
	return x ? x->mandate_id : m ? m->mandate_id : d ? d->mandate_id : 0;
}

static bool is_only_draft_about_it(struct act *a)
{
	const struct writing *w = a->rec;
	const struct exchange *x = GET(a->ctx, exchange, link_of(w->about, &exchange_kind));
	const struct writing *recap = x ? GET(a->ctx, writing, x->recap_id) : NULL;
	if (!recap || recap->state != WRITING_DRAFT)
		return true;
	mended_at(a, &writing_kind, recap->r.id);
	return false;
}

/* R7.3: those that came along the way are offered as one list. */
static void ideas_begin(struct act *a)
{
	struct writing *w = a->rec;
	int64_t ids[REFS_MAX];
	int n = refs_found(db_query(a->ctx->db, &ideas_untold, "ii", w->client_id, w->mandate_id), ids);
	if (!given(a, "matter_ids"))
		w->matter_ids = refs_text(a->ctx->arena, ids, n);
}

static void writing_begin(struct act *a)
{
	struct writing *w = a->rec;
	if (!w->mandate_id)
		w->mandate_id = mandate_about(a->ctx, w);
	if (!w->signed_by_id)
		w->signed_by_id = writing_signer(a->ctx, w);
	if (w->kind == ENTENTE)
		entente_begin(a);
	if (w->kind == RECAP)
		recap_begin(a);
	if (w->kind == IDEAS)
		ideas_begin(a);
	writing_follow(a->ctx, w);
	if (!was_heard_first(a))
		refuse(a, "not_heard_first");
	if (!feedback_has_rested(a))
		refuse(a, "feedback_recent");
	if (!is_only_draft_about_it(a))
		refuse(a, "draft_exists");
}

static void writing_after(struct act *a, const void *before, const void *rec)
{
	const struct writing *was = before, *w = rec;
	if (!before && a->kind == &writing_kind)
		recap_named(a, rec);
	if (was && was->state == WRITING_SENT && w->state != WRITING_SENT)
		letters_drop_reminders(a->ctx, &writing_kind, w->r.id);
}

void writing_letter(
    struct act *a, const struct writing *w, enum letter_event event, const char *readers, instant good_until)
{
	letter_send(a->ctx, event,
	    &(struct letter_about){.to = w->client_id,
		.readers = readers,
		.from = w->signed_by_id,
		.kind = &writing_kind,
		.id = w->r.id,
		.good_until = good_until});
}

/* ---- what neighbours ask ------------------------------------------------------------------ */

bool writing_awaits_client(struct ctx *c, const struct kind *k, int64_t id)
{
	return db_int(c->db, &writings_awaited, 0, "i", link_to(k, id)) > 0;
}

enum impact impact_stage(struct ctx *c, int64_t decision)
{
	enum impact stage = IMPACT_NOT_SAID;
	foreach (c, writing, w, &impacts_about, "i", link_to(&decision_kind, decision)) {
		enum impact one = w->seen_at        ? IMPACT_SEEN
				  : w->sent_at      ? IMPACT_NOT_SEEN
				  : w->spoken_in_id ? IMPACT_NOT_SENT
						    : IMPACT_NOT_SAID;
		if (one > stage)
			stage = one;
	}
	return stage;
}

instant impact_sent_at(struct ctx *c, int64_t decision)
{
	instant first = 0;
	foreach (c, writing, w, &impacts_about, "i", link_to(&decision_kind, decision))
		if (w->sent_at && (!first || w->sent_at < first))
			first = w->sent_at;
	return first;
}

struct writing *reformulation_draft(struct act *a, const struct matter *m)
{
	struct ctx *c = a->ctx;
	int64_t about = link_to(&matter_kind, m->r.id);
	const struct writing *known = FIRST(c, writing, &problem_draft, "i", about);
	if (known)
		return EDIT(a, writing, known->r.id);
	struct writing *w = record_new(c, &writing_kind);
	w->kind = REFORMULATION;
	w->client_id = m->client_id;
	w->mandate_id = m->mandate_id;
	w->about = about;
	w->signed_by_id = writing_signer(c, w);
	writing_follow(c, w);
	record_insert(a, &writing_kind, w);
	return EDIT(a, writing, w->r.id);
}

/* ---- what a contact sees ---------------------------------------------------------------------- */

static HOLDS(writing_portal, writing, w, w->state != WRITING_DRAFT);

static bool writing_unopened(struct ctx *c, const void *rec)
{
	return c->who.role == CONTACT && !seen_by_caller(c, ((const struct writing *)rec)->seen);
}

static void writing_opened(struct act *a)
{
	struct writing *w = a->rec;
	w->seen = seen_with_caller(a->ctx, w->seen);
	if (!w->seen_at)
		w->seen_at = a->ctx->now;
}

const struct kind writing_kind = {
    KIND(writing, "writings", KIND_WRITING),
    .title = N_("Written notes"),
    .actions = writing_actions,
    .create_by = BY_STAFF,
    .indexes =
	(const char *const[]){"client_id, id", "client_id, state", "mandate_id WHERE mandate_id IS NOT NULL",
	    "about WHERE about IS NOT NULL", "parent_id WHERE parent_id IS NOT NULL",
	    "client_id, sent_at WHERE term_ids IS NOT NULL", "client_id, sent_at WHERE kind = 'ideas'",
	    "sent_by_id WHERE letter_failed_at IS NOT NULL", "client_id, kind, sent_at", NULL},
    /* Its next version was sent; who sent it has left. */
    .leans = LEANS({&writing_kind, "sent_at", .by = "parent_id"},
	{&person_kind, "active", .by = "id", .found = &failed_by}),
    .client = offsetof(struct writing, client_id),
    .about = offsetof(struct writing, body),
    .about_else = offsetof(struct writing, next),
    .check = writing_check,
    .begin = writing_begin,
    .hints = writing_hints,
    .after = writing_after,
    .clocks = writing_clocks,
    .portal = writing_portal,
    .portal_rows = "state <> 'draft'",
    .unopened = writing_unopened,
    .opened = writing_opened,
    .page = "/ecrit/{id}",
    .ways = "#ways",
    .portal_page = "/p/e/{pub}",
};
