/* Mandate: one piece of work for a client, from the need in their own words
 * (model 2.3; R1.2, R5.4).  Exactly one person is in charge. */
#include <string.h>

#include "rules/rules.h"

SQL(running_of_mandate,
    "SELECT 1, id FROM exchange WHERE mandate_id = $1 AND needs_reply = 1 AND answered_at IS NULL "
    "UNION ALL SELECT 3, id FROM matter WHERE mandate_id = $1 AND state <> 'dropped'");

static void mandate_responsible(const struct ctx *c, const void *rec, struct jw *out)
{
	const struct person *p = GET((struct ctx *)c, person, ((const struct mandate *)rec)->responsible_id);
	jw_text(out, p ? p->name : NULL);
}

static const struct field mandate_fields[] = {MANDATE_FIELDS(FIELD_ROW, struct mandate){0}};

static bool is_currency(const char *s)
{
	for (int i = 0; i < 3; i++)
		if (s[i] < 'A' || s[i] > 'Z')
			return false;
	return s[3] == 0;
}

static void mandate_check(struct act *a)
{
	struct mandate *m = a->rec;
	if (m->currency && !is_currency(m->currency))
		field_refuse(a, "currency", "bad_value");
	if (m->busy_from && m->busy_to && m->busy_to < m->busy_from)
		field_refuse(a, "busy_to", "bad_value");
	const struct mandate *was = a->before;
	if (was && (!was->need || !m->need || strcmp(was->need, m->need) != 0))
		m->need_confirmed_at = 0; /* other words are another need */
}

static void mandate_begin(struct act *a)
{
	struct mandate *m = a->rec;
	if (!m->responsible_id)
		m->responsible_id = in_charge(a->ctx, m->client_id, 0);
	if (!m->currency)
		m->currency = a->ctx->firm->currency;
}

static void mandate_after(struct act *a, const void *before, const void *rec)
{
	const struct mandate *was = before, *is = rec;
	if (!was || was->responsible_id == is->responsible_id)
		return;
	int64_t kind, id;
	struct db_query *q = db_query(a->ctx->db, &running_of_mandate, "i", is->r.id);
	while (db_row(q, "ii", &kind, &id))
		clocks_refresh(a->ctx, kind == KIND_EXCHANGE ? &exchange_kind : &matter_kind, id);
}

static void mandate_hand_over(struct act *a)
{
	const struct hand_over_in *in = a->in;
	((struct mandate *)a->rec)->responsible_id = in->responsible_id;
	a->reason = in->reason;
}

static const struct action mandate_actions[] = {
    {"hand_over", BY_STAFF, INPUTS(hand_over_in), GUARDS({"person_inactive", next_in_charge_is_active}),
	mandate_hand_over},
    {0},
};

static bool mandate_portal(const struct ctx *c, const void *rec)
{
	(void)c, (void)rec;
	return true;
}

static const char *mandate_page(struct arena *a, const void *rec)
{
	return arena_printf(a, "/mandat/%lld", (long long)((const struct mandate *)rec)->r.id);
}

const struct kind mandate_kind = {
    .name = "mandate",
    .plural = "mandates",
    .number = KIND_MANDATE,
    .size = sizeof(struct mandate),
    .fields = mandate_fields,
    .actions = mandate_actions,
    .create_by = BY_STAFF,
    .indexes = (const char *const[]){"client_id, id", "responsible_id", NULL},
    .client = offsetof(struct mandate, client_id),
    .about = offsetof(struct mandate, title),
    .check = mandate_check,
    .begin = mandate_begin,
    .after = mandate_after,
    .portal = mandate_portal,
    .page = mandate_page,
};
