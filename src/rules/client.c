/* Client: a firm, a person or a colleague we work for (model 2.2; R0.1, E2/18,
 * E5).  No field tells one client's importance from another's.
 *
 *   prospect → active → transition → ended → archived (→ active) */
#include <string.h>

#include "base/text.h"
#include "rules/rules.h"

static void client_responsible(const struct ctx *c, const void *rec, struct jw *out)
{
	const struct person *p = GET((struct ctx *)c, person, ((const struct client *)rec)->responsible_id);
	jw_text(out, p ? p->name : NULL);
}

static const struct field client_fields[] = {CLIENT_FIELDS(FIELD_ROW, struct client){0}};

static void client_check(struct act *a)
{
	struct client *k = a->rec;
	k->name_key = text_fold(a->ctx->arena, k->name);
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
}

/* Every running clock follows the person in charge. */
static void client_after(struct act *a, const void *before, const void *rec)
{
	const struct client *was = before, *is = rec;
	if (was && was->responsible_id != is->responsible_id)
		clocks_refresh_running(a->ctx, is->r.id);
}

/* ---- actions --------------------------------------------------------------- */

#define ACTIVATE_INPUTS(F, S) F(S, date, started_on, .past = true)
struct activate_in {
	ACTIVATE_INPUTS(FIELD_MEMBER, _)
};
static const struct field activate_in_fields[] = {ACTIVATE_INPUTS(FIELD_ROW, struct activate_in){0}};

static bool is_not_active(struct act *a)
{
	return ((const struct client *)a->rec)->state != CLIENT_ACTIVE;
}

static void client_activate(struct act *a)
{
	struct client *k = a->rec;
	const struct activate_in *in = a->in;
	k->state = CLIENT_ACTIVE;
	k->started_on = in->started_on ? in->started_on : a->ctx->today;
	k->ended_on = 0;
}

#define REFERRER_INPUTS(F, S) \
	F(S, ref, client_id, .to = &client_kind) \
	F(S, text, text)
struct referrer_in {
	REFERRER_INPUTS(FIELD_MEMBER, _)
};
static const struct field referrer_in_fields[] = {REFERRER_INPUTS(FIELD_ROW, struct referrer_in){0}};

static bool is_not_itself(struct act *a)
{
	return ((const struct referrer_in *)a->in)->client_id != ((const struct client *)a->rec)->r.id;
}

#define TREE_DEPTH_MAX 1000

/* Introductions are a forest: nobody is introduced by their own descendant. */
static bool closes_no_circle(struct act *a)
{
	int64_t self = ((const struct client *)a->rec)->r.id,
		id = ((const struct referrer_in *)a->in)->client_id;
	for (int depth = 0; id && depth < TREE_DEPTH_MAX; depth++) {
		if (id == self)
			return false;
		const struct client *k = GET(a->ctx, client, id);
		id = k ? k->referred_by_client_id : 0;
	}
	return id == 0;
}

static void client_set_referrer(struct act *a)
{
	struct client *k = a->rec;
	const struct referrer_in *in = a->in;
	k->referred_by_client_id = in->client_id;
	k->referred_by_text = in->text;
}

/* Replaced, never joined (R5.4). */
static void client_hand_over(struct act *a)
{
	const struct hand_over_in *in = a->in;
	((struct client *)a->rec)->responsible_id = in->responsible_id;
	a->reason = in->reason;
}

static const struct action client_actions[] = {
    {"activate", BY_STAFF, INPUTS(activate_in), GUARDS({"already_active", is_not_active}), client_activate},
    {"set_referrer", BY_STAFF, INPUTS(referrer_in),
	GUARDS({"referral_self", is_not_itself}, {"referral_cycle", closes_no_circle}), client_set_referrer},
    {"hand_over", BY_STAFF, INPUTS(hand_over_in), GUARDS({"person_inactive", next_in_charge_is_active}),
	client_hand_over},
    {0},
};

static bool client_portal(const struct ctx *c, const void *rec)
{
	(void)c, (void)rec;
	return true; /* their own */
}

static const char *client_page(struct arena *a, const void *rec)
{
	return arena_printf(a, "/c/%lld", (long long)((const struct client *)rec)->r.id);
}

const struct kind client_kind = {
    .name = "client",
    .plural = "clients",
    .number = KIND_CLIENT,
    .size = sizeof(struct client),
    .fields = client_fields,
    .actions = client_actions,
    .create_by = BY_STAFF,
    .indexes = (const char *const[]){"name_key, id", "responsible_id", NULL},
    .is_client = true,
    .about = offsetof(struct client, name),
    .check = client_check,
    .begin = client_begin,
    .after = client_after,
    .portal = client_portal,
    .page = client_page,
};
