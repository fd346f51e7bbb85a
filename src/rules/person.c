/* Person: someone of us, or a client's contact (model 2.1; R5.4, P8).
 *
 *   active ⇄ inactive      present ⇄ away, with a cover while clocks run */
#include <string.h>

#include "base/text.h"
#include "record/letter.h"
#include "rules/letters.h"
#include "rules/rating.h"
#include "rules/staff.h"

SQL(running_clocks_of, "SELECT count(*) FROM clock WHERE for_id = $1 AND stopped_at IS NULL AND rings = 0 "
		       "AND (ends_at IS NULL OR ends_at > $2)");
SQL(clients_of, "SELECT id FROM client WHERE responsible_id = $1 AND state <> 'archived' AND state <> "
		"'ended' ORDER BY id");
SQL(mandates_of, "SELECT id FROM mandate WHERE responsible_id = $1 AND state <> 'closed' ORDER BY id");
SQL(open_promises_of,
    "SELECT id FROM promise WHERE person_id = $1 AND side = 'us' AND state = 'open' ORDER BY id");
/* Ours have no client, which an index knows. */
SQL(other_leads,
    "SELECT count(*) FROM person WHERE client_id IS NULL AND role = 'lead' AND active = 1 AND id <> $1");
SQL(leads_now, "SELECT id FROM person WHERE client_id IS NULL AND role = 'lead' AND active = 1 "
	       "ORDER BY id LIMIT $1");
SQL(email_taken, "SELECT id FROM person WHERE email = $1 AND id <> $2");
SQL(end_tokens, "DELETE FROM token WHERE person_id = $1");
SQL(end_sessions, "DELETE FROM session WHERE person_id = $1");
SQL(rows_go_back, "UPDATE clock SET handed_to = NULL, for_id = owner_id WHERE for_id = $1 AND handed_to = $1 "
		  "AND stopped_at IS NULL AND rings = 0");
SELECT(present_officer, person_kind, "WHERE client_id IS NULL AND privacy_officer = 1 AND id <> $1");

static DERIVED(person_side, person, p, jw_text(out, p->role == ROLE_CONTACT ? "client" : "us"));

static const struct field person_fields[] = {PERSON_FIELDS(FIELD_ROW, struct person){0}};

HOLDS(person_is_staff, person, p, p->active && p->role != ROLE_CONTACT);

const char *person_name(const struct ctx *c, int64_t id)
{
	const struct person *p = GET((struct ctx *)c, person, id);
	return p ? p->name : NULL;
}

bool person_is_away(const struct person *p, day today)
{
	return p->away_from && p->away_from <= today && today <= p->away_to;
}

int leads_read(struct ctx *c, int64_t ret[LEADS_MAX])
{
	int n = 0;
	struct db_query *q = db_query(c->db, &leads_now, "i", (int64_t)LEADS_MAX);
	while (db_row(q, "i", &ret[n]))
		n++;
	return n;
}

const char *first_name(struct arena *a, const char *name)
{
	return arena_strndup(a, name, strcspn(name, " "));
}

/* ---- creation and patch --------------------------------------------------- */

static bool looks_like_address(const char *s)
{
	const char *at = strchr(s, '@');
	return at && at != s && strchr(at, '.') && !strchr(at + 1, '@') && !strpbrk(s, " \t\n,;<>\"") &&
	       s[strlen(s) - 1] != '.';
}

/* A contact's page is any colleague's to change, one's own is one's own; the
 * rest is a lead's. */
static const char *person_may(struct act *a, const json_t *input)
{
	const struct who *w = &a->ctx->who;
	const struct person *p = a->before;
	const char *role = text_in(input, "role");
	if (w->role == LEAD || (p && (p->role == ROLE_CONTACT || p->r.id == w->id)))
		return NULL;
	return p || (role && strcmp(role, "contact") != 0) ? "lead_only" : NULL;
}

static void person_check(struct act *a)
{
	struct person *p = a->rec;
	const struct person *before = a->before;
	if (before && (p->role == ROLE_CONTACT) != (before->role == ROLE_CONTACT))
		field_refuse(a, "role", "bad_value"); /* a contact never becomes a colleague, nor back */
	if (before && before->role == ROLE_LEAD && p->role != ROLE_LEAD &&
	    db_int(a->ctx->db, &other_leads, 0, "i", p->r.id) == 0)
		refuse(a, "last_lead");
	if (p->role == ROLE_CONTACT && !p->client_id)
		field_refuse(a, "client_id", "missing");
	if (p->role != ROLE_CONTACT && p->client_id)
		field_refuse(a, "client_id", "bad_value");
	p->email = text_lower(a->ctx->arena, p->email);
	if (before && strcmp(p->email, before->email) != 0)
		p->mail_failed_at = 0;
	if (!looks_like_address(p->email))
		field_refuse(a, "email", "bad_value");
	else if (db_int(a->ctx->db, &email_taken, 0, "ti", p->email, p->r.id)) {
		field_refuse(a, "email", "bad_value");
		a->refusal.detail = tr(a->ctx->lang, N_("Someone already has this e-mail address."));
	}
	p->name_key = text_fold(a->ctx->arena, p->name);
}

static void person_begin(struct act *a)
{
	struct person *p = a->rec;
	const struct client *of = GET(a->ctx, client, p->client_id);
	if (!p->lang)
		p->lang = of ? of->lang : a->ctx->firm->lang == LANG_EN ? IN_ENGLISH : IN_FRENCH;
	/* There is always exactly one: the first lead, until another is named. */
	if (p->role == ROLE_LEAD && db_int(a->ctx->db, &other_leads, 0, "i", INT64_C(0)) == 0)
		p->privacy_officer = 1;
}

/* ---- letters ---------------------------------------------------------------- */

/* What still waits goes to the address of now (conversation 15.5). */
static void person_after(struct act *a, const void *before, const void *rec)
{
	const struct person *was = before, *p = rec;
	if (was && strcmp(was->email, p->email) != 0)
		letters_move_to(a->ctx, p->r.id, p->email);
}

static void mail_fails(struct act *a)
{
	REC(a, person)->mail_failed_at = a->ctx->now;
}

static void mail_arrives(struct act *a)
{
	REC(a, person)->mail_failed_at = 0;
}

void person_mail_noted(struct ctx *c, int64_t person, bool arrived)
{
	if (!arrived)
		change(c, &person_kind, person, "mail_failed", mail_fails);
	else if (GET(c, person, person)->mail_failed_at)
		change(c, &person_kind, person, "mail_arrived", mail_arrives);
}

/* ---- actions --------------------------------------------------------------- */

#define AWAY_INPUTS(F, S) \
	F(S, date, from, N_("From"), .required = true) \
	F(S, date, to, N_("Until"), .required = true) \
	F(S, ref, cover_person_id, N_("Cover"), .to = &person_kind, .accepts = person_is_staff)
INPUTS_OF(away_in, AWAY_INPUTS);

static bool away_has_cover(struct act *a)
{
	const struct away_in *in = a->in;
	int64_t id = REC(a, person)->r.id;
	if (in->cover_person_id && in->cover_person_id != id)
		return true;
	return db_int(a->ctx->db, &running_clocks_of, 0, "ii", id, a->ctx->now) == 0;
}

static bool cover_is_there(struct act *a)
{
	const struct away_in *in = a->in;
	const struct person *cover = GET(a->ctx, person, in->cover_person_id);
	return !cover || !cover->away_from || cover->away_to < in->from || in->to < cover->away_from;
}

static void person_away(struct act *a)
{
	struct person *p = a->rec;
	const struct away_in *in = a->in;
	if (in->to < in->from) {
		field_refuse(a, "to", "bad_value");
		return;
	}
	p->away_from = in->from;
	p->away_to = in->to;
	p->cover_person_id = in->cover_person_id;
}

static void person_back(struct act *a)
{
	struct person *p = a->rec;
	p->away_from = p->away_to = p->cover_person_id = 0;
}

static const char *id_list(struct act *a, const struct sql *s, int64_t id)
{
	const char *list = NULL;
	int64_t one;
	struct db_query *q = db_query(a->ctx->db, s, "i", id);
	while (db_row(q, "i", &one))
		list = list ? arena_printf(a->ctx->arena, "%s,%lld", list, (long long)one)
			    : arena_printf(a->ctx->arena, "%lld", (long long)one);
	return list;
}

static bool is_responsible_of_none(struct act *a)
{
	int64_t id = REC(a, person)->r.id;
	const char *clients = id_list(a, &clients_of, id), *mandates = id_list(a, &mandates_of, id);
	if (!clients && !mandates)
		return true;
	a->refusal.list = clients ? "clients" : "mandates";
	a->refusal.list_json = arena_printf(a->ctx->arena, "[%s]", clients ? clients : mandates);
	a->refusal.where =
	    clients ? "/clients"
		    : arena_printf(a->ctx->arena, "/mandat/%.*s", (int)strcspn(mandates, ","), mandates);
	return false;
}

static bool has_no_open_promise(struct act *a)
{
	const char *promises = id_list(a, &open_promises_of, REC(a, person)->r.id);
	if (promises && !a->refusal.list) {
		a->refusal.list = "promises";
		a->refusal.list_json = arena_printf(a->ctx->arena, "[%s]", promises);
	}
	return !promises;
}

static bool is_not_last_lead(struct act *a)
{
	const struct person *p = a->rec;
	return p->role != ROLE_LEAD || db_int(a->ctx->db, &other_leads, 0, "i", p->r.id) > 0;
}

static GUARD(is_not_officer, !REC(a, person)->privacy_officer);
static GUARD(is_of_us, REC(a, person)->role != ROLE_CONTACT);

static void end_access(struct act *a, int64_t id)
{
	db_run(a->ctx->db, &end_tokens, "i", id);
	db_run(a->ctx->db, &end_sessions, "i", id);
}

static void person_deactivate(struct act *a)
{
	struct person *p = a->rec;
	p->active = 0;
	end_access(a, p->r.id);
	letters_drop(a->ctx, p->r.id);
	db_run(a->ctx->db, &rows_go_back, "i", p->r.id); /* or nobody would see them */
}

static void person_activate(struct act *a)
{
	REC(a, person)->active = 1;
}

static void person_make_officer(struct act *a)
{
	struct person *p = a->rec;
	const struct person *other = FIRST(a->ctx, person, &present_officer, "i", p->r.id);
	if (other) {
		struct person *before = EDIT(a, person, other->r.id);
		before->privacy_officer = 0;
		record_save(a, &person_kind, before);
	}
	p->privacy_officer = 1;
}

#define PASSWORD_INPUTS(F, S) \
	F(S, text, password, N_("New password"), .look = "password", .required = true, .min = 10) \
	F(S, text, current, N_("The one you use now"), .look = "password")
INPUTS_OF(password_in, PASSWORD_INPUTS);

/* One's own password is changed by whoever knows it, not by whoever finds the
 * screen open. */
static bool knows_it(struct act *a)
{
	const struct person *p = a->rec;
	const char *current = IN(a, password_in)->current;
	if (p->r.id != a->ctx->who.id || !p->password)
		return true;
	return current && secret_password_ok(p->password, current);
}

/* A new password ends every open session, wherever it was; whose it is hears of it. */
static void person_set_password(struct act *a)
{
	struct person *p = a->rec;
	if (p->password)
		letter_send(a->ctx, LETTER_PASSWORD, &(struct letter_about){.to = p->r.id});
	p->password = secret_password_hash(a->ctx->arena, IN(a, password_in)->password);
	db_run(a->ctx->db, &end_sessions, "i", p->r.id);
}

static const struct action person_actions[] = {
    {"away", N_("Away"), N_("Keep"), BY_SELF | BY_LEAD, INPUTS(away_in),
	GUARDS({"cover_missing", away_has_cover}, {"cover_away", cover_is_there}), person_away,
	.way = N_("An absence")},
    {"back", N_("Back"), N_("Back already"), BY_SELF | BY_LEAD, .effect = person_back},
    {"deactivate", N_("Left the team"), N_("Close the access"), BY_LEAD,
	.guards =
	    GUARDS({"still_responsible", is_responsible_of_none}, {"open_promises", has_no_open_promise},
		{"last_lead", is_not_last_lead}, {"officer_needed", is_not_officer}),
	.effect = person_deactivate},
    {"activate", N_("Active"), N_("Open the access again"), BY_LEAD, .effect = person_activate},
    {"make_officer", N_("Looks after privacy"), N_("Hand it to this person"), BY_LEAD,
	.guards = GUARDS({"staff_only_role", is_of_us}), .effect = person_make_officer,
	.way = N_("Looks after privacy"),
	.help = N_("One person at a time answers for personal information.")},
    {"set_password", N_("New password"), N_("Keep"), BY_SELF | BY_LEAD, INPUTS(password_in),
	GUARDS({"staff_only_role", is_of_us}, {"password_unknown", knows_it}), person_set_password,
	.way = N_("Password")},
    {0},
};

const struct kind person_kind = {
    KIND(person, "people", KIND_PERSON),
    .title = N_("People"),
    .actions = person_actions,
    .is_person = true,
    .create_by = BY_STAFF,
    .indexes = (const char *const[]){"client_id", "email",
	"cover_person_id WHERE cover_person_id IS NOT NULL", NULL},
    .client = offsetof(struct person, client_id),
    .is_named = true,
    .kept = staff_read,
    .about = offsetof(struct person, name),
    .may = person_may,
    .check = person_check,
    .begin = person_begin,
    .after = person_after,
    .page = "/personne/{id}",
};
