/* Person: someone of us, or a client's contact (model 2.1; R5.4, P8; conversation 17.5, 20).
 *
 *   active ⇄ inactive      present ⇄ away, with a cover while clocks run; several
 *                          absences may be planned, the first to come shows */
#include <string.h>

#include "base/text.h"
#include "record/letter.h"
#include "record/visitor.h"
#include "rules/care.h"
#include "rules/charge.h"
#include "rules/letters.h"
#include "rules/rating.h"
#include "rules/reach.h"
#include "rules/refs.h"
#include "rules/staff.h"
#include "rules/to_us.h"

/* What was put away for good (snoozed to a day nobody sees) waits for nobody, and what is
 * asked of oneself has no cover. */
SQL(running_clocks_of, "SELECT count(*) FROM clock WHERE for_id = $1 AND stopped_at IS NULL AND rings = 0 "
		       "AND (ends_at IS NULL OR ends_at > $2) AND type NOT IN ('e8', 'e9') "
		       "AND (snoozed_until IS NULL OR snoozed_until < 1000000)");
SELECT(
    people_away, person_kind, "WHERE client_id IS NULL AND active = 1 AND away_from IS NOT NULL ORDER BY id");
SQL(clients_of, "SELECT id FROM client WHERE responsible_id = $1 AND state <> 'archived' AND state <> "
		"'ended' ORDER BY id");
SQL(mandates_of, "SELECT id FROM mandate WHERE responsible_id = $1 AND state <> 'closed' ORDER BY id");
SQL(open_promises_of,
    "SELECT id FROM promise WHERE person_id = $1 AND side = 'us' AND state = 'open' ORDER BY id");
/* Ours have no client, which an index knows. */
SQL(other_leads,
    "SELECT count(*) FROM person WHERE client_id IS NULL AND role = 'lead' AND active = 1 AND id <> $1");
/* Or every week and month since they came would be gone through. */
SQL(weeks_begin_now,
    "UPDATE person SET week_at = $1, month_at = $1, questions_at = $1 WHERE week_at IS NULL");
SQL(leads_now, "SELECT id FROM person WHERE client_id IS NULL AND role = 'lead' AND active = 1 "
	       "ORDER BY id LIMIT $1");
SQL(colleague_of,
    "SELECT id FROM person WHERE id IN " PEOPLE_AT " AND active = 1 AND role <> 'contact' LIMIT 1");
SQL(rows_go_back, "UPDATE clock SET handed_to = NULL, for_id = owner_id WHERE for_id = $1 AND handed_to = $1 "
		  "AND stopped_at IS NULL AND rings = 0");
SELECT(present_officer, person_kind, "WHERE client_id IS NULL AND privacy_officer = 1 AND id <> $1");

static DERIVED(person_side, person, p, jw_text(out, p->role == ROLE_CONTACT ? "client" : "us"));

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

const struct person *person_reachable(struct ctx *c, int64_t person, bool *ret_cover)
{
	const struct person *p = GET(c, person, person);
	const struct person *cover =
	    p && person_is_away(p, c->today) ? GET(c, person, p->cover_person_id) : NULL;
	*ret_cover = cover != NULL;
	return cover ? cover : p;
}

static struct absence absence_of(const json_t *kept)
{
	return (struct absence){.from = json_integer_value(json_object_get(kept, "from")),
	    .to = json_integer_value(json_object_get(kept, "to")),
	    .cover = json_integer_value(json_object_get(kept, "cover"))};
}

/* A database of version 3 has one at most, in three fields of its own. */
int absences_read(const struct ctx *c, const struct person *p, struct absence ret[ABSENCES_MAX])
{
	const json_t *kept = json_of(c->arena, p->absences);
	int n = (int)json_array_size(kept);
	for (int i = 0; i < n; i++)
		ret[i] = absence_of(json_array_get(kept, (size_t)i));
	if (!kept && p->away_from)
		ret[n++] = (struct absence){p->away_from, p->away_to, p->cover_person_id};
	return n;
}

static void absences_keep(struct act *a, const struct absence *all, int n)
{
	struct person *p = a->rec;
	json_t *list = json_array();
	for (int i = 0; i < n; i++)
		json_array_append_new(
		    list, json_pack("{s:I, s:I, s:I}", "from", (json_int_t)all[i].from, "to",
			      (json_int_t)all[i].to, "cover", (json_int_t)all[i].cover));
	const char *text = json_kept(a->ctx->arena, list);
	const struct absence first = n ? all[0] : (struct absence){0};
	p->absences = n ? text : NULL;
	p->away_from = first.from;
	p->away_to = first.to;
	p->cover_person_id = first.cover;
}

static void person_absences(const struct ctx *c, const void *rec, struct jw *out)
{
	struct absence all[ABSENCES_MAX];
	int n = absences_read(c, rec, all);
	jw_array(out);
	for (int i = 0; i < n; i++) {
		jw_object(out);
		date_json(c, all[i].from, jw_key(out, "from"));
		date_json(c, all[i].to, jw_key(out, "to"));
		id_json(c, &person_kind, all[i].cover, jw_key(out, "cover_person_id"));
		jw_end_object(out);
	}
	jw_end_array(out);
}

static const struct field person_fields[] = {PERSON_FIELDS(FIELD_ROW, struct person){0}};

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

const char *first_names(const struct ctx *c, const int64_t *ids, int n)
{
	const char *all = "";
	for (int i = 0; i < n; i++) {
		const char *name = first_name(c->arena, person_name(c, ids[i]));
		all = i == 0      ? name
		      : i < n - 1 ? arena_printf(c->arena, "%s, %s", all, name)
				  : phrased(c, N_("%s and %s"), all, name);
	}
	return all;
}

const struct person *contact_who_made(const struct ctx *c, const void *rec)
{
	const struct person *by = GET((struct ctx *)c, person, ((const struct record *)rec)->created_by);
	return by && by->role == ROLE_CONTACT ? by : NULL;
}

/* ---- creation and patch --------------------------------------------------- */

/* A contact's page is any colleague's to change, one's own is one's own; the
 * rest is a lead's. */
static const char *person_may(struct act *a, const json_t *input)
{
	const struct who *w = &a->ctx->who;
	const struct person *p = a->before;
	const char *role = text_in(input, "role");
	bool letters = json_object_get(input, "notify") || json_object_get(input, "digest");
	if (letters && p && p->r.id != w->id)
		return "author_only"; /* which letters somebody wants is theirs to say */
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
	ways_check(a);
	if (p->role != ROLE_CONTACT && !p->email && !refused(a)) /* they log in with it */
		field_refuse(a, "email", "missing");
	if (before && !text_same(p->email, before->email))
		p->mail_failed_at = 0;
	if (p->digest && !(before && before->digest))
		p->digest_at = a->ctx->now;
	p->name_key = text_name_folded(a->ctx->arena, p->name);
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

/* What still waits goes to the address of now (conversation 15.5).  Whoever came in by
 * what was sent to an address that is a contact's no more may be another, who reads there. */
static void person_after(struct act *a, const void *before, const void *rec)
{
	const struct person *was = before, *p = rec;
	if (was && p->role == ROLE_CONTACT && addresses_left(a->ctx, was, p))
		visits_end(a->ctx, p->r.id);
	if (was && !text_same(was->email, p->email))
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
	F(S, date, to, N_("Until"), .required = true, .ahead = true) \
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

/* Days are included; `of` who stands in (0: whoever). */
static bool is_away_then(const struct ctx *c, const struct person *p, day from, day to, int64_t of)
{
	struct absence all[ABSENCES_MAX];
	int n = p ? absences_read(c, p, all) : 0;
	for (int i = 0; i < n; i++)
		if (all[i].from <= to && from <= all[i].to && (!of || all[i].cover == of))
			return true;
	return false;
}

/* Nor does one leave while one stands in for somebody. */
static bool cover_is_there(struct act *a)
{
	const struct away_in *in = a->in;
	if (is_away_then(a->ctx, GET(a->ctx, person, in->cover_person_id), in->from, in->to, 0))
		return false;
	bool covers = false;
	foreach (a->ctx, person, p, &people_away, "")
		covers = covers || is_away_then(a->ctx, p, in->from, in->to, REC(a, person)->r.id);
	return !covers;
}

static bool is_there_till_then(struct act *a)
{
	const struct away_in *in = a->in;
	return in->to < in->from || !is_away_then(a->ctx, a->rec, in->from, in->to, 0);
}

static void person_away(struct act *a)
{
	const struct away_in *in = a->in;
	struct absence all[ABSENCES_MAX + 1];
	int n = absences_read(a->ctx, a->rec, all), at = n;
	if (in->to < in->from || n == ABSENCES_MAX) {
		field_refuse(a, "to", "bad_value");
		return;
	}
	for (; at > 0 && all[at - 1].from > in->from; at--)
		all[at] = all[at - 1];
	all[at] = (struct absence){in->from, in->to, in->cover_person_id};
	absences_keep(a, all, n + 1);
}

/* Those of them that `keeps` says, in the order they had. */
static int absences_filter(struct act *a, bool (*keeps)(const struct absence *, day), day d)
{
	struct absence all[ABSENCES_MAX];
	int n = absences_read(a->ctx, a->rec, all), kept = 0;
	for (int i = 0; i < n; i++)
		if (keeps(&all[i], d))
			all[kept++] = all[i];
	absences_keep(a, all, kept);
	return n - kept;
}

static bool lies_ahead(const struct absence *one, day today)
{
	return one->from > today;
}

static bool begins_another_day(const struct absence *one, day from)
{
	return one->from != from;
}

static bool is_not_over(const struct absence *one, day today)
{
	return one->to >= today;
}

static void person_back(struct act *a)
{
	absences_filter(a, lies_ahead, a->ctx->today);
}

void absence_ends(struct act *a)
{
	absences_filter(a, is_not_over, a->ctx->today);
}

#define CANCEL_INPUTS(F, S) F(S, date, from, N_("The one that begins on"), .required = true)
INPUTS_OF(cancel_in, CANCEL_INPUTS);

/* One that has begun is ended by coming back. */
static void person_cancel_absence(struct act *a)
{
	day from = IN(a, cancel_in)->from;
	if (from <= a->ctx->today || absences_filter(a, begins_another_day, from) == 0)
		field_refuse(a, "from", "bad_ref");
}

static void person_clocks(struct ctx *c, const void *rec, struct clocks *out)
{
	const struct person *p = rec;
	if (p->away_to)
		clock_add(out, RING_ABSENCE, 0, day_start(&c->firm->calendar, p->away_from))->due =
		    day_start(&c->firm->calendar, p->away_to + 1);
	digest_clock(c, p, out);
	week_clock(c, p, out);
	e8(c, p, out);
}

/* Names what a statement finds of this person; how many. */
static int list_of(struct act *a, const struct sql *s, const char *name, const int64_t **ret)
{
	int n = ids_found(a->ctx, db_query(a->ctx->db, s, "i", REC(a, person)->r.id), ret);
	refuse_naming(a, name, *ret, n);
	return n;
}

static bool is_responsible_of_none(struct act *a)
{
	const int64_t *clients, *mandates;
	int nclients = list_of(a, &clients_of, "clients", &clients),
	    nmandates = list_of(a, &mandates_of, "mandates", &mandates);
	if (nclients || nmandates)
		a->refusal.where = nclients ? passing_page(a->ctx, &client_kind, clients[0])
					    : passing_page(a->ctx, &mandate_kind, mandates[0]);
	return !nclients && !nmandates;
}

static bool has_no_open_promise(struct act *a)
{
	const int64_t *promises;
	int n = list_of(a, &open_promises_of, "promises", &promises);
	if (n > 0)
		mended_at(a, &promise_kind, promises[0]);
	return n == 0;
}

/* Who is away, or about to be, and counts on this person. */
static bool covers_nobody(struct act *a)
{
	int64_t ids[REFS_MAX];
	int n = 0;
	foreach (a->ctx, person, p, &people_away, "")
		if (n < REFS_MAX && is_away_then(a->ctx, p, a->ctx->today, INT64_MAX, REC(a, person)->r.id))
			ids[n++] = p->r.id;
	refuse_naming(a, "people", ids, n);
	if (n > 0)
		mended_at(a, &person_kind, ids[0]);
	return n == 0;
}

static bool is_not_last_lead(struct act *a)
{
	const struct person *p = a->rec;
	return p->role != ROLE_LEAD || db_int(a->ctx->db, &other_leads, 0, "i", p->r.id) > 0;
}

static GUARD(is_not_officer, !REC(a, person)->privacy_officer);
static GUARD(is_of_us, REC(a, person)->role != ROLE_CONTACT);

static void person_leaves(struct act *a)
{
	struct person *p = a->rec;
	p->active = 0;
	absences_keep(a, NULL, 0);
	tokens_end(a->ctx, p->r.id);
	visits_end(a->ctx, p->r.id);
	renewals_end(a->ctx, p->r.id);
	letters_drop(a->ctx, p->r.id);
	db_run(a->ctx->db, &rows_go_back, "i", p->r.id); /* or nobody would see them */
}

static void person_activate(struct act *a)
{
	struct person *p = a->rec;
	p->active = 1;
	p->digest_at = p->week_at = p->month_at = p->questions_at = a->ctx->now; /* what passed is past */
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

/* A new password ends every open session, wherever it was, and one that takes the place
 * of another the tokens too; whose it is hears of it. */
static void person_set_password(struct act *a)
{
	struct person *p = a->rec;
	if (p->password) {
		letter_send(a->ctx, LETTER_PASSWORD, &(struct letter_about){.to = p->r.id});
		tokens_end(a->ctx, p->r.id);
	}
	p->password = secret_password_hash(a->ctx->arena, IN(a, password_in)->password);
	visits_end(a->ctx, p->r.id);
	renewals_end(a->ctx, p->r.id);
}

/* ---- a password chosen by letter ---------------------------------------------- */

#define INVITED_SECONDS (7 * DAY_SECONDS)
#define RENEWED_SECONDS HOUR_SECONDS

static void way_in_leaves(struct ctx *c, enum letter_event event, int64_t person, int64_t seconds)
{
	const char *secret = renewal_give(c, person, seconds);
	if (secret)
		letter_send(c, event,
		    &(struct letter_about){.to = person,
			.from = c->who.id,
			.kind = &person_kind,
			.id = person,
			.path = arena_printf(c->arena, "/motdepasse/%s", secret),
			.good_until = c->now + seconds});
}

static GUARD(is_here, REC(a, person)->active != 0);
static GUARD(lacks_a_password, is_of_us(a) && is_here(a) && !REC(a, person)->password);

/* An earlier letter opens nothing any more. */
static void person_invite(struct act *a)
{
	int64_t id = REC(a, person)->r.id;
	renewals_end(a->ctx, id);
	way_in_leaves(a->ctx, LETTER_INVITE, id, INVITED_SECONDS);
}

void person_forgot_password(struct ctx *c, const char *email)
{
	/* One line is written whoever asks, so that asking takes as long. */
	audit_add(c, &(struct audit_line){.action = "password_asked"});
	const char *address = text_lower(c->arena, email);
	int64_t id = db_int(c->db, &colleague_of, 0, "tt", address, address_inside(c->arena, address));
	if (id)
		way_in_leaves(c, LETTER_RESET, id, RENEWED_SECONDS);
}

/* ---- gone to another client (conversation 20.3) -------------------------------- */

#define PASS_INPUTS(F, S) \
	F(S, ref, client_id, N_("The client they work for now"), .to = &client_kind, .required = true) \
	F(S, text, email, N_("Their address there"), .look = "email", .max = 254)
INPUTS_OF(pass_in, PASS_INPUTS);

static bool is_still_contact(struct act *a)
{
	if (is_here(a))
		return true;
	a->refusal.detail = tr(a->ctx->lang, N_("This person is no longer a contact."));
	return false;
}

static GUARD(is_of_client, !is_of_us(a) && is_here(a));

/* What reaches them at work stays where they worked: nothing of the new client's is
 * for those who read there. */
static struct ways ways_that_follow(const struct ctx *c, const struct person *p, const struct reach *by)
{
	struct ways all = ways_read(c, p, by), own = {0};
	for (int i = 0; i < all.n; i++)
		if (all.way[i].label != AT_WORK)
			own.way[own.n++] = all.way[i];
	return own;
}

static void person_pass(struct act *a)
{
	const struct pass_in *in = a->in;
	struct person *p = a->rec, *now = record_new(a->ctx, &person_kind);
	if (is_of_us(a) || in->client_id == p->client_id) {
		field_refuse(a, "client_id", is_of_us(a) ? "bad_value" : "bad_ref");
		return;
	}
	now->name = p->name;
	now->name_key = p->name_key;
	now->role = ROLE_CONTACT;
	now->client_id = in->client_id;
	now->lang = p->lang;
	now->voice_ok = p->voice_ok;
	struct ways own = ways_that_follow(a->ctx, p, &by_mail),
		    mail = address_before(a, now, in->email, &own),
		    phone = ways_that_follow(a->ctx, p, &by_phone);
	ways_keep(a->ctx, now, &by_mail, &mail);
	ways_keep(a->ctx, now, &by_phone, &phone);
	if (refused(a))
		return;
	record_insert(a, &person_kind, now);
	person_leaves(a);
}

static const struct action person_actions[] = {
    {"away", N_("Away"), N_("Keep"), BY_SELF | BY_LEAD, INPUTS(away_in),
	GUARDS({"cover_missing", away_has_cover}, {"cover_away", cover_is_there},
	    {"absence_overlaps", is_there_till_then}),
	person_away, .way = N_("An absence")},
    {"back", N_("Back"), N_("Back already"), BY_SELF | BY_LEAD, .effect = person_back},
    {"cancel_absence", N_("An absence was called off"), N_("Call it off"), BY_SELF | BY_LEAD,
	INPUTS(cancel_in), .effect = person_cancel_absence},
    {"deactivate", N_("Left the team"), N_("Close the access"), BY_LEAD,
	.guards = GUARDS({"still_responsible", is_responsible_of_none},
	    {"open_promises", has_no_open_promise}, {"still_cover", covers_nobody},
	    {"last_lead", is_not_last_lead}, {"officer_needed", is_not_officer}),
	.effect = person_leaves},
    {"activate", N_("Active"), N_("Open the access again"), BY_LEAD, .effect = person_activate},
    {"make_officer", N_("Looks after privacy"), N_("Hand it to this person"), BY_LEAD,
	.guards = GUARDS({"staff_only_role", is_of_us}), .effect = person_make_officer,
	.way = N_("Looks after privacy"),
	.help = N_("One person at a time answers for personal information.")},
    {"set_password", N_("New password"), N_("Keep"), BY_SELF | BY_LEAD, INPUTS(password_in),
	GUARDS({"staff_only_role", is_of_us}, {"password_unknown", knows_it}), person_set_password,
	.way = N_("Password")},
    {"invite", N_("A letter was written that invites them"), N_("Send the letter"), BY_LEAD,
	.guards = GUARDS({"staff_only_role", is_of_us}, {"person_inactive", is_here}),
	.effect = person_invite, .way = N_("Invite by letter"),
	.help = N_("A letter with a way to choose their own password: good once, for seven days."),
	.offered = lacks_a_password},
    {"pass", N_("Works for another client now"), N_("Move on with them"), BY_STAFF, INPUTS(pass_in),
	GUARDS({"person_inactive", is_still_contact}), person_pass, .way = N_("Works for another client"),
	.offered = is_of_client},
    {0},
};

const struct kind person_kind = {
    KIND(person, "people", KIND_PERSON),
    .title = N_("People"),
    .actions = person_actions,
    .is_person = true,
    .create_by = BY_STAFF,
    .indexes = (const char *const[]){"client_id", "email", "id WHERE emails IS NOT NULL", "name_key",
	"cover_person_id WHERE cover_person_id IS NOT NULL", NULL},
    .client = offsetof(struct person, client_id),
    .is_named = true,
    .kept = staff_read,
    .about = offsetof(struct person, name),
    .may = person_may,
    .check = person_check,
    .begin = person_begin,
    .after = person_after,
    .clocks = person_clocks,
    .from_older = &weeks_begin_now,
    .page = "/personne/{id}",
    .ways = "#ways",
};
