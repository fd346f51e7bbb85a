/* Privacy case: somebody asks for their data, or something leaked (model 2.16,
 * 8.4).  Thirty days to answer, a warning half-way; the privacy officer sees to it.
 *
 *   open → closed */
#include "rules/privacy_case.h"

#define DAYS_TO_ANSWER 30
#define DAYS_TO_WARN 15

/* Ours have no client, which an index knows. */
SELECT(officers, person_kind, "WHERE client_id IS NULL AND privacy_officer = 1 LIMIT 1");

SQL(cases_open, "SELECT id FROM privacy_case WHERE done_at IS NULL");

static day received_on(const struct ctx *c, const struct privacy_case *p)
{
	return day_at(c, p->received_at);
}

static DERIVED(privacy_warning_on, privacy_case, p, date_json(c, received_on(c, p) + DAYS_TO_WARN, out));

static const struct field privacy_case_fields[] = {PRIVACY_CASE_FIELDS(FIELD_ROW, struct privacy_case){0}};

static bool is_officer(struct act *a)
{
	const struct person *who = GET(a->ctx, person, a->ctx->who.id);
	return who && who->privacy_officer;
}

static const char *privacy_may(struct act *a, const json_t *input)
{
	(void)input;
	return a->before && !is_officer(a) ? "officer_only" : NULL;
}

static void privacy_check(struct act *a)
{
	const struct privacy_case *p = a->rec;
	bool contact = a->ctx->who.role == CONTACT;
	if (contact && p->kind == INCIDENT)
		field_refuse(a, "kind", "bad_value");
	if (!contact && !a->before && p->kind != INCIDENT && !p->person_id)
		field_refuse(a, "person_id", "missing");
	if (p->serious_harm && p->kind != INCIDENT)
		field_refuse(a, "serious_harm", "bad_value");
}

static void privacy_begin(struct act *a)
{
	struct privacy_case *p = a->rec;
	struct ctx *c = a->ctx;
	if (c->who.role == CONTACT)
		p->person_id = c->who.id;
	const struct person *who = GET(c, person, p->person_id);
	p->client_id = who ? who->client_id : 0;
	if (!p->received_at)
		p->received_at = c->now;
	p->due = received_on(c, p) + DAYS_TO_ANSWER;
}

const struct person *privacy_officer(struct ctx *c)
{
	return FIRST(c, person, &officers, "");
}

/* c5: whoever looks after privacy answers in time. */
static void privacy_clocks(struct ctx *c, const void *rec, struct clocks *out)
{
	const struct privacy_case *p = rec;
	const struct person *who = privacy_officer(c);
	struct clock *k = clock_add(out, CLOCK_C5, who ? who->r.id : 0, p->received_at);
	k->due = day_end(&c->firm->calendar, p->due);
	k->stopped = p->done_at;
}

#define CLOSE_INPUTS(F, S) F(S, longtext, text, N_("What was answered, and done"), .max = 4000)
INPUTS_OF(close_in, CLOSE_INPUTS);

static GUARD(is_open, !REC(a, privacy_case)->done_at);

static void privacy_close(struct act *a)
{
	REC(a, privacy_case)->done_at = a->ctx->now;
	a->reason = IN(a, close_in)->text;
}

static const struct action privacy_case_actions[] = {
    {"close", N_("Closed"), N_("Close"), BY_STAFF, INPUTS(close_in),
	GUARDS({"officer_only", is_officer}, {"wrong_state", is_open}), privacy_close},
    {0},
};

/* One's own. */
static HOLDS(privacy_portal, privacy_case, p, p->person_id == c->who.id);

const struct kind privacy_case_kind = {
    KIND(privacy_case, "privacy_cases", KIND_PRIVACY_CASE),
    .title = N_("Privacy"),
    .actions = privacy_case_actions,
    .noted = N_("Your request is noted. You will have an answer within thirty days."),
    .create_by = BY_STAFF | BY_CONTACT,
    .indexes = (const char *const[]){"client_id", "person_id", NULL},
    .leans = LEANS({&person_kind, "privacy_officer", .found = &cases_open}),
    .client = offsetof(struct privacy_case, client_id),
    .about = offsetof(struct privacy_case, text),
    .may = privacy_may,
    .check = privacy_check,
    .begin = privacy_begin,
    .clocks = privacy_clocks,
    .portal = privacy_portal,
    .page = "/vieprivee#p{id}",
};
