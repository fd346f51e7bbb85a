/* Insight: a guess becomes a why once they were asked; a worry is asked by voice
 * (R3.2, E4, T6).  A checked one grows stale, and is proposed to be asked again. */
#include "rules/insight.h"

#include "rules/hints.h"
#include "rules/said.h"

SELECT(insight_newest, insight_kind,
    "WHERE client_id = $1 AND question = $2 AND state <> 'refuted' ORDER BY id DESC LIMIT 1");
/* Checked after that one, the earliest first: it takes its place. */
SQL(checked_after,
    "SELECT verified_at FROM insight WHERE client_id = $1 AND question = $2 AND state = 'verified' "
    "AND id <> $3 AND (verified_at > $4 OR (verified_at = $4 AND id > $3)) ORDER BY verified_at LIMIT 1");
SQL(checked_alike, "SELECT id FROM insight WHERE client_id = $1 AND question = $2 AND state = 'verified'");

static const struct field insight_fields[] = {INSIGHT_FIELDS(FIELD_ROW, struct insight){0}};

const struct insight *insight_on(struct ctx *c, int64_t client, int64_t question)
{
	return FIRST(c, insight, &insight_newest, "it", client,
	    choice_name(choices_of(&insight_kind, "question"), question));
}

/* What was checked stays as it was said. */
static void insight_check(struct act *a)
{
	const struct insight *was = a->before;
	if (was && was->state != INSIGHT_GUESS)
		refuse(a, "not_a_guess");
}

static void insight_hints(struct act *a)
{
	hint_text(a->ctx, HINT_PERSON, "text", REC(a, insight)->text, &a->hints);
}

/* e3: asked so long ago that it may be true no more. */
static void insight_clocks(struct ctx *c, const void *rec, struct clocks *out)
{
	const struct insight *i = rec;
	if (i->state != INSIGHT_VERIFIED)
		return;
	instant stale = i->verified_at + settings_of(c)->insight_stale_d * DAY_SECONDS;
	instant replaced = db_int(c->db, &checked_after, 0, "itii", i->client_id,
	    choice_name(choices_of(&insight_kind, "question"), i->question), i->r.id, i->verified_at);
	if (replaced && replaced < stale)
		return;
	struct clock *k = clock_add(out, CLOCK_E3, in_charge(c, i->client_id, 0), stale);
	k->stopped = replaced;
}

/* ---- actions ---------------------------------------------------------------------- */

#define VERIFY_INPUTS(F, S) \
	IN_EXCHANGE(F, S, .required = true) \
	F(S, longtext, text, N_("In their words, if they said it otherwise"), .max = 2000)
INPUTS_OF(verify_in, VERIFY_INPUTS);
BEGINS_AS_NAMED(verify_in);

static GUARD(is_guess, REC(a, insight)->state == INSIGHT_GUESS);

static GUARD(worry_is_by_voice, REC(a, insight)->question != WHY_WORRY || named_is_voice(a));

static void insight_verify(struct act *a)
{
	struct insight *i = a->rec;
	const struct verify_in *in = a->in;
	i->state = INSIGHT_VERIFIED;
	i->verified_in_id = in->exchange_id;
	i->verified_at = GET(a->ctx, exchange, in->exchange_id)->at;
	if (in->text)
		i->text = in->text;
}

static void verify_hints(struct act *a)
{
	hint_text(a->ctx, HINT_PERSON, "text", IN(a, verify_in)->text, &a->hints);
}

static void insight_refute(struct act *a)
{
	struct insight *i = a->rec;
	i->state = INSIGHT_REFUTED;
	i->refuted_at = said_at(a);
}

static const struct action insight_actions[] = {
    {"verify", N_("Asked, and so it is"), N_("That’s right"), BY_STAFF, INPUTS(verify_in),
	GUARDS({"not_a_guess", is_guess}, {"not_voice", worry_is_by_voice}), insight_verify,
	.hints = verify_hints, .way = N_("Was it asked?")},
    {"refute", N_("Asked, and it is not so"), N_("It is not so"), BY_STAFF, INPUTS(perhaps_named_in),
	GUARDS({"not_a_guess", is_guess}), insight_refute},
    {0},
};

/* What they told us themselves. */
static HOLDS(insight_portal, insight, i, i->state == INSIGHT_VERIFIED);

const struct kind insight_kind = {
    KIND(insight, "insights", KIND_INSIGHT),
    .title = N_("Whys"),
    .actions = insight_actions,
    .create_by = BY_STAFF,
    .indexes = (const char *const[]){"client_id, question, id", "client_id, id", NULL},
    /* Newly checked, it takes the place of those that said the same. */
    .leans = LEANS({&insight_kind, "state verified_at", .by = "client_id question", .found = &checked_alike}),
    .client = offsetof(struct insight, client_id),
    .about = offsetof(struct insight, text),
    .check = insight_check,
    .hints = insight_hints,
    .clocks = insight_clocks,
    .portal = insight_portal,
    .portal_rows = "state = 'verified'",
    .page = "/pourquoi/{id}",
};
