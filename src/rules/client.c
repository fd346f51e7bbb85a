/* Client: a firm, a person or a colleague we work for (model 2.2; R0.1, E2/18,
 * E5, E6, P14).  No field tells one client's importance from another's.
 *
 *   prospect → active → transition → ended → archived (→ active) */
#include "base/text.h"
#include "rules/care.h"
#include "rules/charge.h"
#include "rules/said.h"

/* Whom it concerns that the library has a rule, or has none any more: a second one
 * changes nobody's clocks. */
SQL(clients_to_tell,
    "SELECT id FROM client WHERE $1 = 1 AND $2 = 'rule' AND state IN ('active', 'transition') "
    "AND (SELECT count(*) FROM term WHERE library = 1 AND kind = 'rule' AND state = 'agreed') < 2");

static DERIVED(client_responsible, client, k, jw_text(out, person_name(c, k->responsible_id)));

enum lang client_lang(struct ctx *c, int64_t client_id)
{
	const struct client *k = GET(c, client, client_id);
	return lang_chosen(k ? k->lang : IN_FRENCH);
}

static const struct field client_fields[] = {CLIENT_FIELDS(FIELD_ROW, struct client){0}};

static void client_check(struct act *a)
{
	struct client *k = a->rec;
	k->name_key = text_name_folded(a->ctx->arena, k->name);
	if (!k->lang)
		k->lang = a->ctx->firm->lang == LANG_EN ? IN_ENGLISH : IN_FRENCH;
	if (!a->before && k->state > CLIENT_ACTIVE)
		field_refuse(a, "state", "bad_value");
}

static void client_begin(struct act *a)
{
	struct client *k = a->rec;
	struct ctx *c = a->ctx;
	if (!k->responsible_id)
		k->responsible_id = c->who.id;
	if (!k->responsible_id)
		field_refuse(a, "responsible_id", "missing");
	if (k->state == CLIENT_ACTIVE && !k->started_on)
		k->started_on = c->today;
	if (c->takes_over)
		return; /* known for long: nobody is owed a welcome or thanks */
	if (k->state == CLIENT_ACTIVE)
		k->activated_at = c->now;
	if (k->referred_by_client_id || k->referred_by_text)
		k->referred_at = c->now;
}

instant client_began(const struct ctx *c, const struct client *k)
{
	instant from = k->started_on ? zone_instant(&c->firm->calendar.zone, k->started_on, MORNING) : 0;
	return sooner(k->activated_at, from);
}

/* ---- clocks ---------------------------------------------------------------- */

/* c9: once active, a client is welcomed in writing (P14). */
static void c9(struct ctx *c, const struct client *k, struct clocks *out)
{
	if (!k->activated_at)
		return;
	instant from = client_began(c, k);
	if (k->welcomed_at && k->welcomed_at < from)
		return;
	struct clock *clock = clock_add(out, CLOCK_C9, k->responsible_id, from);
	clock->due = hours_after(c, from, settings_of(c)->welcome_wd * WORKING_DAY);
	clock->stopped = k->welcomed_at;
}

/* c6: whoever introduced them is thanked (E6). */
static void c6(struct ctx *c, const struct client *k, struct clocks *out)
{
	if (!k->referred_at)
		return;
	struct clock *clock = clock_add(out, CLOCK_C6, k->responsible_id, k->referred_at);
	clock->due = hours_after(c, k->referred_at, settings_of(c)->referral_thanks_wh);
	clock->stopped = k->referral_thanked_at;
}

static void client_clocks(struct ctx *c, const void *rec, struct clocks *out)
{
	const struct client *k = rec;
	c9(c, k, out);
	c6(c, k, out);
	c17(k->handed_at, k->responsible_id, out);
	client_care(c, k, out);
	e6(c, k, out);
}

static const char *client_withheld(struct ctx *c, const void *rec, int type)
{
	return care_held_back_by(c, ((const struct record *)rec)->id, type);
}

/* ---- actions --------------------------------------------------------------- */

#define ACTIVATE_INPUTS(F, S) F(S, date, started_on, N_("Client since"), .past = true)
INPUTS_OF(activate_in, ACTIVATE_INPUTS);

static GUARD(is_not_active, REC(a, client)->state != CLIENT_ACTIVE);

static void client_activate(struct act *a)
{
	struct client *k = a->rec;
	const struct activate_in *in = a->in;
	k->state = CLIENT_ACTIVE;
	k->started_on = in->started_on ? in->started_on : a->ctx->today;
	k->activated_at = a->ctx->now;
	k->welcomed_at = 0;
	k->ended_on = 0;
}

#define REFERRER_INPUTS(F, S) \
	F(S, ref, client_id, N_("Who introduced us?"), .to = &client_kind) \
	F(S, text, text, N_("Or someone else"))
INPUTS_OF(referrer_in, REFERRER_INPUTS);

static GUARD(is_not_itself, IN(a, referrer_in)->client_id != REC(a, client)->r.id);

/* Introductions are a forest: nobody is introduced by their own descendant. */
SQL(introducers_of,
    "WITH RECURSIVE above(id) AS (SELECT CAST($1 AS BIGINT) UNION SELECT k.referred_by_client_id FROM above "
    "JOIN client k ON k.id = above.id WHERE k.referred_by_client_id IS NOT NULL) "
    "SELECT count(*) FROM above WHERE id = $2");

static GUARD(closes_no_circle,
    !IN(a, referrer_in)->client_id || db_int(a->ctx->db, &introducers_of, 0, "ii",
					  IN(a, referrer_in)->client_id, REC(a, client)->r.id) == 0);

static void client_set_referrer(struct act *a)
{
	struct client *k = a->rec;
	const struct referrer_in *in = a->in;
	k->referred_by_client_id = in->client_id;
	k->referred_by_text = in->text;
	k->referred_at = in->client_id || in->text ? a->ctx->now : 0;
	k->referral_thanked_at = 0;
}

#define THANKED_INPUTS(F, S) \
	F(S, ref, exchange_id, N_("In which exchange"), .to = &exchange_kind, .accepts = exchange_is_past) \
	F(S, text, text, N_("How it was said, in a few words"))
INPUTS_OF(thanked_in, THANKED_INPUTS);

static GUARD(was_introduced, REC(a, client)->referred_by_client_id || REC(a, client)->referred_by_text);
static GUARD(is_not_thanked, !REC(a, client)->referral_thanked_at);

/* Thanked in an exchange, or in a way that the text tells. */
static void client_thank_referrer(struct act *a)
{
	const struct thanked_in *in = a->in;
	const struct exchange *x = GET(a->ctx, exchange, in->exchange_id);
	if (!x && !in->text)
		field_refuse(a, "exchange_id", "missing");
	REC(a, client)->referral_thanked_at = x ? x->at : a->ctx->now;
	a->reason = in->text;
}

#define WITHDRAW_INPUTS(F, S) IN_EXCHANGE(F, S, .create = BY_STAFF, .required = true)
INPUTS_OF(withdraw_in, WITHDRAW_INPUTS);

static GUARD(silence_counts, REC(a, client)->silence_rule == SILENCE_RULE_ACCEPTED);

/* What was sent before keeps what it said (model 8.2). */
static void client_withdraw_silence_rule(struct act *a)
{
	struct client *k = a->rec;
	k->silence_rule = SILENCE_RULE_WITHDRAWN;
	k->silence_rule_at = a->ctx->now;
	k->silence_rule_by = a->ctx->who.id;
}

static const struct field hand_over_in_fields[] = {
    HAND_OVER_CLIENT_INPUTS(FIELD_ROW, struct hand_over_in){0}};

static void client_hand_over(struct act *a)
{
	struct client *k = a->rec;
	hand_over(a, &CHARGE_OF(k, k->r.id, 0));
}

static const struct action client_actions[] = {
    {"activate", N_("Active"), N_("We are working together"), BY_STAFF, INPUTS(activate_in),
	GUARDS({"already_active", is_not_active}), client_activate},
    {"set_referrer", N_("Introduced by"), N_("Keep"), BY_STAFF, INPUTS(referrer_in),
	GUARDS({"referral_self", is_not_itself}, {"referral_cycle", closes_no_circle}), client_set_referrer},
    {"thank_referrer", N_("Thanked"), N_("Thank"), BY_STAFF, INPUTS(thanked_in),
	GUARDS({"no_referrer", was_introduced}, {"already_thanked", is_not_thanked}), client_thank_referrer,
	.way = N_("They were introduced to us: thank for it")},
    {"hand_over", N_("Handed over"), N_("Hand over"), BY_STAFF, INPUTS(hand_over_in),
	GUARDS({"person_inactive", next_in_charge_is_active}, {"no_reader", somebody_can_be_told}),
	client_hand_over},
    {"withdraw_silence_rule", N_("The silence rule was withdrawn"), N_("Keep"), BY_STAFF | BY_AGREEING,
	INPUTS(withdraw_in), GUARDS({"no_silence_rule", silence_counts}), client_withdraw_silence_rule,
	.way = N_("They take the silence rule back"),
	.noted = N_("Noted: from now on, only what you say counts.")},
    {0},
};

static bool client_portal(const struct ctx *c, const void *rec)
{
	(void)c, (void)rec;
	return true; /* their own */
}

const struct kind client_kind = {
    KIND(client, "clients", KIND_CLIENT),
    .title = N_("Clients"),
    .actions = client_actions,
    .create_by = BY_STAFF,
    .indexes = (const char *const[]){"name_key, id", "responsible_id",
	"referred_by_client_id, id WHERE referred_by_client_id IS NOT NULL", NULL},
    /* When they were heard and spoken with, whether work goes on, the last extra; what they
     * were told is usual, and what they asked for without knowing it. */
    .leans = LEANS({&exchange_kind,
		       "at held cancelled_at channel direction contact_ids subject mandate_id in_reply_to_id",
		       .by = "client_id"},
	{&mandate_kind, "state started_on", .by = "client_id"},
	{&moment_kind, "kind done_on", .by = "client_id"}, {&person_kind, "voice_ok", .by = "client_id"},
	{&matter_kind, "told_at nature", .by = "client_id"},
	{&decision_kind, "demanded_at asked_due state options", .by = "client_id"},
	{&term_kind, "library state", .by = "library kind", .found = &clients_to_tell}),
    .in_charge = offsetof(struct client, responsible_id),
    .is_client = true,
    .is_named = true,
    .about = offsetof(struct client, name),
    .check = client_check,
    .begin = client_begin,
    .clocks = client_clocks,
    .withheld = client_withheld,
    .portal = client_portal,
    .page = "/c/{id}",
    .ways = "#volet",
};
