/* The API of the firm itself: its settings, its journal, what the API is, and
 * the clock and the outbox of a test. */
#include <string.h>

#include "base/text.h"
#include "mail/compose.h"
#include "record/describe.h"
#include "record/visitor.h"
#include "web/api.h"

/* The journal by what narrows it most, so that an index carries each. */
#define JOURNAL \
	"SELECT a.id, a.at, a.who_id, p.name, a.rule, a.action, a.kind, a.record_id, a.field, a.old, " \
	"a.new, a.reason, " \
	"a.prev_hash, a.hash FROM audit a LEFT JOIN person p ON p.id = a.who_id WHERE "
#define JOURNAL_REST " AND a.id > $1 AND (a.action = $4 OR $4 = '') AND a.at >= $5 ORDER BY a.id LIMIT $6"
SQL(journal_of_record, JOURNAL "a.kind = $2 AND a.record_id = $3 AND (a.who_id = $7 OR $7 = 0)" JOURNAL_REST);
SQL(journal_of_person, JOURNAL "a.who_id = $7 AND $2 = '' AND $3 = 0" JOURNAL_REST);
SQL(journal_of_all, JOURNAL "$7 = 0 AND $2 = '' AND $3 = 0" JOURNAL_REST);

/* What a contact sees of it: their own comings and answers. */
#define OWN_MAX 1000
SQL(journal_own, "SELECT min(id), at, action, kind, record_id FROM audit WHERE who_id = $1 AND action IN "
		 "('login', 'logout', 'confirm', 'correct', 'choose', 'withdraw_silence_rule') "
		 "GROUP BY at, action, kind, record_id ORDER BY min(id) DESC LIMIT $2");

/* ---- settings --------------------------------------------------------------------------------------- */

void api_settings(struct req *r)
{
	struct jw j = jw_to(r->out);
	firm_json(r->c->firm, r->who.role == LEAD, &j);
	answer_json(r, 200);
}

bool change_settings(struct req *r, json_t *values, struct refusal *ret)
{
	*ret = (struct refusal){0};
	const char *key;
	json_t *v;
	json_object_foreach(values, key, v)
	{
		const char *stored, *why = firm_check(r->c->arena, key, v, &stored);
		if (why && ret->nfields < REFUSAL_FIELDS_MAX) {
			const struct setting *s = setting_named(key);
			bool below = s && why == s->below; /* its own code */
			if (!ret->code)
				ret->code = code_find(below ? why : "invalid");
			ret->field[ret->nfields].field = key;
			ret->field[ret->nfields].label = setting_label(key);
			ret->field[ret->nfields++].reason = below ? "bad_value" : why;
		} else if (!why) {
			const char *old = firm_stored(r->c->db, key);
			firm_store(r->c->db, key, stored);
			audit_add(r->c, &(struct audit_line){.action = "settings",
					    .field = arena_strdup(r->c->arena, key),
					    .old_value = old,
					    .new_value = stored});
		}
	}
	if (ret->code)
		return false;
	/* Every due again, by the settings that will hold once this is kept. */
	struct firm *fresh = firm_read(r->c->db);
	db_set_arena(r->c->db, r->c->arena);
	if (fresh) {
		const struct firm *old = r->c->firm;
		r->c->firm = fresh;
		clocks_renew(r->c);
		r->c->firm = old;
		firm_free(fresh);
	}
	r->keep = r->changes_settings = true;
	return true;
}

void api_change_settings(struct req *r)
{
	struct refusal why;
	if (!change_settings(r, r->input, &why)) {
		answer_refusal(r, &why);
		return;
	}
	struct firm *fresh = firm_read(r->c->db);
	db_set_arena(r->c->db, r->c->arena);
	struct jw j = jw_to(r->out);
	if (fresh)
		firm_json(fresh, true, &j);
	firm_free(fresh);
	answer_json(r, 200);
}

/* ---- the journal -------------------------------------------------------------------------------------- */

struct journal_filter {
	int64_t who, record_id, since;
	const char *action, *kind;
};

static bool read_journal_filter(struct req *r, struct journal_filter *f)
{
	const char *record = query_value(r, "record"), *since = query_value(r, "since"),
		   *action = query_value(r, "action");
	*f = (struct journal_filter){.action = action ? action : "", .kind = ""};
	f->who = r->who.role == LEAD ? 0 : r->who.id;
	if (since && !instant_parse(&r->c->firm->calendar.zone, since, &f->since)) {
		parameter_refuse(r, "since", "bad_date");
		return false;
	}
	if (record) {
		const char *colon = strchr(record, ':');
		if (!colon || !parameter_number(colon + 1, 1, INT64_MAX, &f->record_id)) {
			parameter_refuse(r, "record", "bad_value");
			return false;
		}
		f->kind = arena_strndup(r->c->arena, record, (size_t)(colon - record));
	}
	return true;
}

struct journal_line {
	int64_t id, at, who, record_id;
	const char *name, *rule, *action, *kind, *field, *old, *new, *reason, *prev_hash, *hash;
};

static bool journal_row(struct db_query *q, struct journal_line *l)
{
	return db_row(q, "iiittttitttttt", &l->id, &l->at, &l->who, &l->name, &l->rule, &l->action, &l->kind,
	    &l->record_id, &l->field, &l->old, &l->new, &l->reason, &l->prev_hash, &l->hash);
}

/* Somebody or something: its number, and what it is called. */
static void named_json(struct jw *j, int64_t id, const char *key, const char *name)
{
	if (!id && !name) {
		jw_null(j);
		return;
	}
	jw_object(j);
	jw_int_of(j, "id", id);
	jw_text_of(j, key, name);
	jw_end_object(j);
}

static void line_json(struct req *r, const struct journal_line *l, struct jw *j)
{
	jw_object(j);
	jw_int_of(j, "id", l->id);
	instant_json(r->c, l->at, jw_key(j, "at"));
	named_json(jw_key(j, "who"), l->who, "name", l->name);
	jw_text_of(j, "rule", l->rule);
	jw_text_of(j, "action", l->action);
	named_json(jw_key(j, "record"), l->record_id, "kind", l->kind);
	jw_text_of(j, "field", l->field);
	jw_text_of(j, "old", l->old);
	jw_text_of(j, "new", l->new);
	jw_text_of(j, "reason", l->reason);
	jw_text_of(j, "prev_hash", l->prev_hash);
	jw_text_of(j, "hash", l->hash);
	jw_end_object(j);
}

static void own_lines_json(struct req *r, struct db_query *q, struct jw *j)
{
	int64_t first, at, id;
	const char *action, *kind;
	while (db_row(q, "iitti", &first, &at, &action, &kind, &id)) {
		const struct kind *k = kind ? kind_named(kind) : NULL;
		const void *rec = k ? record_get(r->c, k, id) : NULL;
		jw_object(j);
		instant_json(r->c, at, jw_key(j, "at"));
		jw_text_of(j, "action", action);
		jw_key(j, "record");
		if (rec && record_visible(r->c, k, rec)) {
			jw_object(j);
			jw_text_of(j, "kind", k->name);
			id_json(r->c, k, id, jw_key(j, "id"));
			jw_end_object(j);
		} else {
			jw_null(j);
		}
		jw_end_object(j);
	}
}

static void answer_own_audit(struct req *r)
{
	struct jw j = jw_to(r->out);
	jw_object(&j);
	jw_array(jw_key(&j, "items"));
	own_lines_json(r, db_query(r->c->db, &journal_own, "ii", r->who.id, (int64_t)OWN_MAX), &j);
	jw_end_array(&j);
	next_json(r, &j, 0);
	jw_end_object(&j);
	answer_json(r, 200);
}

void api_audit(struct req *r)
{
	if (r->who.role == CONTACT) {
		answer_own_audit(r);
		return;
	}
	struct journal_filter f;
	int64_t after = 0, n = LIMIT_DEFAULT, shown = 0;
	if (!read_journal_filter(r, &f) || !part_asked(r, &after, &n))
		return;
	struct journal_line line;
	int64_t last = after;
	struct jw j = jw_to(r->out);
	jw_object(&j);
	jw_array(jw_key(&j, "items"));
	const struct sql *narrowed = f.record_id ? &journal_of_record
				     : f.who     ? &journal_of_person
						 : &journal_of_all;
	struct db_query *q = db_query(
	    r->c->db, narrowed, "ititiii", after, f.kind, f.record_id, f.action, f.since, n + 1, f.who);
	while (journal_row(q, &line)) {
		if (shown++ == n)
			continue;
		last = line.id;
		line_json(r, &line, &j);
	}
	jw_end_array(&j);
	next_json(r, &j, shown > n ? last : 0);
	jw_end_object(&j);
	answer_json(r, 200);
}

void api_audit_verify(struct req *r)
{
	int64_t lines;
	const char *head = "";
	int64_t bad = audit_verify(r->c->db, r->c->arena, &lines, &head);
	struct jw j = jw_to(r->out);
	jw_object(&j);
	jw_bool_of(&j, "ok", bad == 0);
	jw_int_of(&j, "lines", lines);
	if (bad)
		jw_int_of(&j, "first_bad", bad);
	else
		jw_text_of(&j, "head", head);
	jw_end_object(&j);
	answer_json(r, 200);
}

/* ---- one's own tokens ----------------------------------------------------------------------- */

void api_my_tokens(struct req *r)
{
	struct token t;
	struct jw j = jw_to(r->out);
	jw_object(&j);
	jw_array(jw_key(&j, "items"));
	struct db_query *q = tokens_of(r->c, r->who.id);
	while (token_row(q, &t)) {
		jw_object(&j);
		jw_text_of(&j, "id", t.name);
		instant_json(r->c, t.created_at, jw_key(&j, "created_at"));
		instant_json(r->c, t.expires_at, jw_key(&j, "expires_at"));
		jw_end_object(&j);
	}
	jw_end_array(&j);
	jw_end_object(&j);
	answer_json(r, 200);
}

void api_end_token(struct req *r)
{
	r->keep = token_end(r->c, r->who.id, r->arg[0]);
	if (r->keep)
		api_my_tokens(r);
	else
		answer_code(r, "not_found");
}

/* ---- the API about itself, and test mode -------------------------------------------------- */

void api_actions(struct req *r)
{
	struct jw j = jw_to(r->out);
	actions_json(http_arena(r->x), &j);
	answer_json(r, 200);
}

void api_openapi(struct req *r)
{
	static const struct road others[] = {{.path = "/today", .name = "today", .query = "person_id"},
	    {.path = "/portal", .name = "portal", .query = "client_id"},
	    {.path = "/clients/{id}/timeline", .name = "timeline", .query = "matter_id limit cursor"},
	    {.path = "/search", .name = "search", .query = "q limit cursor"},
	    {.path = "/settings", .name = "settings", .patched = true},
	    {.path = "/audit", .name = "audit", .query = "record action since limit cursor"},
	    {.path = "/audit/verify", .name = "audit_verify"}, {.path = "/actions", .name = "actions"},
	    {.path = "/calendar.ics", .name = "calendar", .answers = "text/calendar"},
	    {.path = "/me/questions", .name = "my_questions", .query = "month"},
	    {.path = "/me/tokens", .name = "my_tokens"}, {0}};
	struct jw j = jw_to(r->out);
	openapi_json(http_arena(r->x), others, &j);
	answer_json(r, 200);
}

void api_health(struct req *r)
{
	buf_puts(r->out, "{\"ok\":true}");
	answer_json(r, 200);
}

/* Of a test database alone, and for leads; false: answered. */
static bool is_for_tests(struct req *r)
{
	bool may = r->c->firm->test && r->who.role == LEAD;
	if (!may)
		answer_code(r, r->c->firm->test ? "lead_only" : "not_found");
	return may;
}

void test_clock(struct req *r)
{
	const char *text = input_value(r, "now");
	instant now;
	if (!is_for_tests(r))
		return;
	if (!text || !instant_parse(&r->c->firm->calendar.zone, text, &now)) {
		parameter_refuse(r, "now", text ? "bad_date" : "missing");
	} else if (now < r->c->now) {
		answer_code(r, "clock_backwards");
	} else {
		firm_set_test_clock(r->c->db, now);
		r->c->now = now;
		r->c->today = day_at(r->c, now);
		time_passes(r->c);
		r->keep = true;
		struct jw j = jw_to(r->out);
		jw_object(&j);
		instant_json(r->c, now, jw_key(&j, "now"));
		jw_end_object(&j);
		answer_json(r, 200);
	}
}

static void letter_json(struct req *r, const struct posted *l, struct jw *j)
{
	const struct letterhead head = {app_mail_from(r->app), app_site(r->app)};
	jw_object(j);
	instant_json(r->c, l->left_at, jw_key(j, "at"));
	jw_text_of(j, "to", l->address);
	jw_text_of(j, "subject", l->subject);
	jw_text_of(j, "text", letter_plain(r->c, head.site, l));
	jw_text_of(j, "raw", compose(r->c, &head, l));
	jw_end_object(j);
}

/* The letters that have left, by the test's clock. */
void test_outbox(struct req *r)
{
	if (!is_for_tests(r))
		return;
	struct posted l;
	struct jw j = jw_to(r->out);
	jw_object(&j);
	jw_array(jw_key(&j, "items"));
	struct db_query *q = letters_that_left(r->c);
	while (letter_row(q, &l))
		letter_json(r, &l, &j);
	jw_end_array(&j);
	jw_end_object(&j);
	answer_json(r, 200);
}

/* What the mail server answers for an address from now on. */
void test_letter(struct req *r)
{
	if (!is_for_tests(r))
		return;
	const char *to = input_value(r, "to"), *answer = input_value(r, "answer");
	if (!to || !*to) {
		parameter_refuse(r, "to", "missing");
	} else if (!answer || !letters_answer(r->c, text_lower(r->c->arena, to), answer)) {
		parameter_refuse(r, "answer", answer ? "bad_value" : "missing");
	} else {
		time_passes(r->c); /* what waited for a mail server leaves */
		r->keep = true;
		buf_puts(r->out, "{\"ok\":true}");
		answer_json(r, 200);
	}
}
