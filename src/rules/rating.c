/* Rating: what it moves.  A problem is closed by it or loops back; a low one
 * about a mandate or about trust is a problem that the client raises; a "no" to
 * one of the four ticks is answered by voice. */
#include "rules/rating.h"

#include <string.h>

#include "record/wording.h"
#include "base/text.h"
#include "rules/hints.h"
#include "rules/matter.h"

SELECT(rating_last, rating_kind, "WHERE about_id = $1 ORDER BY id DESC LIMIT 1");
SELECT(trust_last, rating_kind, "WHERE client_id = $1 AND about = 'trust' ORDER BY id DESC LIMIT 1");
SQL(felt_ratings, "SELECT id FROM rating WHERE client_id = $1 AND felt IS NOT NULL");
SQL(ratings_about, "SELECT id FROM rating WHERE about_id = $1 AND felt IS NOT NULL");
SELECT(
    felt_lately, rating_kind, "WHERE client_id = $1 AND felt IS NOT NULL ORDER BY at DESC, id DESC LIMIT $2");
SQL(felt_of_client, "SELECT felt FROM rating WHERE client_id = $1 AND felt IS NOT NULL");
SELECT(spoken_after, exchange_kind,
    "WHERE client_id = $1 AND at >= $2 AND id <> $3 AND held = 1 AND cancelled_at IS NULL AND (channel IN "
    "('in_person', "
    "'phone', 'video') OR (direction = 'both' AND channel IN ('sms', 'portal'))) ORDER BY at, id");
_Static_assert(KIND_RATING == 12, "as it stands here");
SQL(let_down_before,
    "SELECT id FROM rating WHERE client_id = $1 AND at <= $2 AND felt IS NOT NULL AND EXISTS (SELECT 1 FROM "
    "clock k WHERE k.kind = 12 AND k.record_id = rating.id AND k.type = 'c8' AND (k.stopped_at IS NULL OR "
    "k.stopped_at >= $2))");

#define RAISES_A_PROBLEM 2 /* a rating that low, about a mandate or trust */
#define FELT_WH 8

static const char *const ticks[FELT_TICKS] = {"respected", "understood", "valued", "wants_me_to_succeed"};

/* ---- what is read and shown --------------------------------------------------- */

static const struct kind *rating_about_kind(const void *rec)
{
	int64_t about = ((const struct rating *)rec)->about;
	return about == RATED_MATTER ? &matter_kind : about == RATED_MANDATE ? &mandate_kind : NULL;
}

bool rating_by_voice(const struct rating *r)
{
	return r->exchange_id != 0;
}

static DERIVED(rating_via, rating, r, jw_text(out, rating_by_voice(r) ? "voice" : "portal"));

static bool is_tick(const char *name)
{
	for (int i = 0; i < FELT_TICKS; i++)
		if (strcmp(name, ticks[i]) == 0)
			return true;
	return false;
}

/* {"understood": "no"}; null and "" are left unset. */
static const char *read_felt(struct act *a, const json_t *v, const char **ret)
{
	const char *name, *why = json_is_object(v) ? NULL : "bad_value";
	json_t *said, *kept = json_lent(a->ctx->arena, json_object());
	json_object_foreach((json_t *)v, name, said)
	{
		const char *word = json_string_value(said);
		bool set = word && *word;
		if (!is_tick(name) || (!word && !json_is_null(said)) ||
		    (set && strcmp(word, "yes") != 0 && strcmp(word, "no") != 0))
			why = "bad_value";
		else if (set)
			json_object_set(kept, name, said);
	}
	if (!why && json_object_size(kept))
		*ret = json_text(a->ctx->arena, kept);
	return why;
}

static const struct field rating_fields[] = {RATING_FIELDS(FIELD_ROW, struct rating){0}};

const struct rating *rating_latest(struct ctx *c, const struct kind *k, int64_t id)
{
	return FIRST(c, rating, k ? &rating_last : &trust_last, "i", k ? link_to(k, id) : id);
}

int felt_first_no(const struct ctx *c, const struct rating *r)
{
	json_t *felt = json_of(c->arena, r->felt);
	int first = 0;
	for (; first < FELT_TICKS - 1; first++) {
		const char *said = text_in(felt, ticks[first]);
		if (said && strcmp(said, "no") == 0)
			break;
	}
	return first;
}

struct felt felt_read(struct ctx *c, int64_t client)
{
	struct felt all = {0};
	const char *text;
	struct db_query *q = db_query(c->db, &felt_of_client, "i", client);
	while (db_row(q, "t", &text)) {
		json_t *felt = json_of(c->arena, text);
		for (int i = 0; i < FELT_TICKS; i++) {
			const char *said = text_in(felt, ticks[i]);
			all.n[i] += said != NULL;
			all.yes[i] += said && strcmp(said, "yes") == 0;
		}
	}
	return all;
}

/* The last words behind one of the four, the newest first. */
static void felt_ratings_json(struct ctx *c, int tick, const struct rating *const *all, int n, struct jw *out)
{
	jw_array(jw_key(out, "ratings"));
	for (int i = 0; i < n; i++) {
		const char *said = text_in(json_of(c->arena, all[i]->felt), ticks[tick]);
		if (!said)
			continue;
		jw_object(out);
		jw_text_of(out, "kind", "rating");
		jw_int_of(out, "id", all[i]->r.id);
		jw_text_of(out, "said", tr(c->lang, strcmp(said, "yes") == 0 ? N_("yes") : N_("no")));
		instant_json(c, all[i]->at, jw_key(out, "at"));
		jw_text_of(out, "by", person_name(c, all[i]->by));
		jw_text_of(out, "words", all[i]->text);
		jw_end_object(out);
	}
	jw_end_array(out);
}

#define FELT_SHOWN_MAX 50

void felt_json(struct ctx *c, const void *rec, struct jw *out)
{
	const struct client *of = rec;
	const struct felt felt = felt_read(c, of->r.id);
	const struct rating *lately[FELT_SHOWN_MAX];
	int n = 0;
	foreach (c, rating, g, &felt_lately, "ii", of->r.id, (int64_t)FELT_SHOWN_MAX)
		lately[n++] = g;
	jw_object(out);
	for (int i = 0; i < FELT_TICKS; i++) {
		jw_object(jw_key(out, ticks[i]));
		jw_int_of(out, "yes", felt.yes[i]);
		jw_int_of(out, "n", felt.n[i]);
		jw_end_object(out);
	}
	jw_object(jw_key(out, "answers"));
	for (int i = 0; i < FELT_TICKS; i++) {
		jw_object(jw_key(out, ticks[i]));
		jw_text_of(
		    out, "text", felt.n[i] ? say_ratio(c->arena, c->lang, felt.yes[i], felt.n[i]) : NULL);
		felt_ratings_json(c, i, lately, n, out);
		jw_end_object(out);
	}
	jw_end_object(out);
	jw_end_object(out);
}

/* ---- creation -------------------------------------------------------------------- */

/* Said by one of their contacts, about something of theirs, in a call with them. */
static void check_client(struct act *a, const struct rating *r)
{
	struct ctx *c = a->ctx;
	const struct person *by = GET(c, person, r->by);
	const struct exchange *x = GET(c, exchange, r->exchange_id);
	const struct kind *k = rating_about_kind(r);
	if (by && (by->role != ROLE_CONTACT || by->client_id != r->client_id))
		field_refuse(a, "by", "bad_ref");
	if (x && x->client_id != r->client_id)
		field_refuse(a, "exchange_id", "bad_ref");
	if (k && record_client(k, record_get(c, k, link_id(r->about_id))) != r->client_id)
		field_refuse(a, "about_id", "bad_ref");
}

static void rating_check(struct act *a)
{
	struct rating *r = a->rec;
	struct ctx *c = a->ctx;
	const struct person *by = GET(c, person, r->by);
	if (c->who.role != CONTACT)
		r->client_id = by ? by->client_id : 0;
	if (!r->exchange_id && c->who.role != CONTACT)
		field_refuse(a, "exchange_id", "missing"); /* we only note what was said by voice */
	if (!r->about_id && r->about != RATED_TRUST)
		field_refuse(a, "about_id", "missing");
	else
		check_client(a, r);
}

static void rating_begin(struct act *a)
{
	struct rating *r = a->rec;
	struct ctx *c = a->ctx;
	const struct exchange *x = GET(c, exchange, r->exchange_id);
	const struct matter *m = GET(c, matter, link_of(r->about_id, &matter_kind));
	r->at = x ? x->at : c->now;
	if (c->who.role == CONTACT)
		r->by = c->who.id;
	const struct mandate *of = GET(c, mandate, link_of(r->about_id, &mandate_kind));
	if (rating_about_kind(r)) /* a word on something stands on its page */
		mended_at(a, rating_about_kind(r), link_id(r->about_id));
	if (x && !exchange_is_voice(c, x))
		refuse(a, "not_voice");
	if (of && of->state != MANDATE_DELIVERED && of->state != MANDATE_CLOSED)
		refuse(a, "not_delivered");
	if (m && (!problem_takes_rating(c, m) || r->at < m->applied_at))
		refuse(a, "not_applied");
}

/* Ours to write down as it was said; their own words are theirs. */
static void rating_hints(struct act *a)
{
	if (a->ctx->who.role != CONTACT)
		hint_text(a->ctx, HINT_PERSON, "text", REC(a, rating)->text, &a->hints);
}

/* ---- what follows ------------------------------------------------------------------ */

static void raise_problem(struct act *a, const struct rating *r)
{
	struct ctx *c = a->ctx;
	struct matter *m = record_new(c, &matter_kind);
	m->client_id = r->client_id;
	m->mandate_id = link_of(r->about_id, &mandate_kind);
	m->noticed_by_side = THEIRS;
	m->noticed_at = m->found_by_client_at = r->at;
	m->title = r->text ? text_short(c->arena, r->text, 160) : worded(c->arena, "something_wrong", NULL);
	m->body = r->text;
	matter_insert(a, m);
}

static void rating_after(struct act *a, const void *before, const void *rec)
{
	const struct rating *r = rec;
	if (before)
		return;
	if (r->about == RATED_MATTER)
		problem_rated(a->ctx, link_id(r->about_id));
	else if (r->value <= RAISES_A_PROBLEM)
		raise_problem(a, r);
	if (r->about == RATED_MANDATE)
		mandate_rated(a, link_id(r->about_id));
}

/* ---- clocks ---------------------------------------------------------------------------- */

static bool says_no(const struct rating *r)
{
	return r->felt && strstr(r->felt, "\"no\"");
}

/* The first time somebody spoke with them since, but for the call where it was said. */
static instant spoken_since(struct ctx *c, const struct rating *r)
{
	instant spoken = 0;
	foreach (c, exchange, x, &spoken_after, "iii", r->client_id, r->at, r->exchange_id)
		if (exchange_is_voice(c, x)) {
			spoken = x->at;
			break;
		}
	return spoken;
}

static int64_t mandate_of(struct ctx *c, const struct rating *r)
{
	const struct matter *m = GET(c, matter, link_of(r->about_id, &matter_kind));
	return m ? m->mandate_id : link_of(r->about_id, &mandate_kind);
}

/* c8: somebody did not feel respected, understood, valued, or wished well (P4). */
static void rating_clocks(struct ctx *c, const void *rec, struct clocks *out)
{
	const struct rating *r = rec;
	if (!says_no(r))
		return;
	struct clock *k = clock_add(out, CLOCK_C8_FELT, in_charge(c, r->client_id, mandate_of(c, r)), r->at);
	k->due = hours_after(c, r->at, FELT_WH);
	k->stopped = spoken_since(c, r);
}

static HOLDS(rating_portal, rating, r, r->by == c->who.id);

const struct kind rating_kind = {
    KIND(rating, "ratings", KIND_RATING),
    .title = N_("What clients said"),
    .noted = N_("Noted. Thank you for saying so."),
    .create_by = BY_STAFF | BY_CONTACT,
    .indexes = (const char *const[]){"client_id, id", "about_id WHERE about_id IS NOT NULL", NULL},
    /* A voice answers a "no"; who is in charge of what was rated; whom of theirs we
     * hear only in writing. */
    .leans = LEANS({&exchange_kind, "at held cancelled_at channel direction contact_ids",
		       .by = "client_id at", .found = &let_down_before},
	{&matter_kind, "mandate_id", .by = "link", .found = &ratings_about},
	{&person_kind, "voice_ok", .by = "client_id", .found = &felt_ratings}),
    .client = offsetof(struct rating, client_id),
    .about = offsetof(struct rating, text),
    .check = rating_check,
    .begin = rating_begin,
    .hints = rating_hints,
    .after = rating_after,
    .clocks = rating_clocks,
    .portal = rating_portal,
    .page = "/avis/{id}",
};
