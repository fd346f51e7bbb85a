/* Tokens, sessions, passwords and codes: from a secret to a person.  Of every
 * secret only its hash is kept. */
#include "record/visitor.h"

#include <string.h>

#include "base/text.h"

#define WHO_COLUMNS "SELECT p.id, p.role, p.client_id, p.can_agree, p.name, p.lang, "
SQL(token_person,
    WHO_COLUMNS "'', 0, 0 FROM token t JOIN person p ON p.id = t.person_id "
		"WHERE t.hash = $1 AND p.active = 1 AND (t.expires_at IS NULL OR t.expires_at > $2)");
SQL(session_person,
    WHO_COLUMNS "s.csrf, s.only_kind, s.only_id FROM session s JOIN person p ON p.id = s.person_id "
		"WHERE s.hash = $1 AND p.active = 1 AND s.expires_at > $2 "
		"AND (s.address IS NULL OR s.address = p.email)");
SQL(contact_by_id,
    WHO_COLUMNS "p.email, 0, 0 FROM person p WHERE p.id = $1 AND p.active = 1 AND p.role = 'contact'");
SQL(token_add, "INSERT INTO token (hash, person_id, created_at, expires_at) "
	       "VALUES ($1, $2, $3, nullif($4, CAST(0 AS BIGINT)))");
SQL(tokens_good, "SELECT substr(hash, 1, 8), created_at, expires_at FROM token WHERE person_id = $1 "
		 "AND (expires_at IS NULL OR expires_at > $2) ORDER BY created_at, hash");
SQL(token_named, "SELECT count(*) FROM token WHERE person_id = $1 AND substr(hash, 1, 8) = $2");
SQL(token_remove, "DELETE FROM token WHERE person_id = $1 AND substr(hash, 1, 8) = $2");
SQL(tokens_remove, "DELETE FROM token WHERE person_id = $1");
SQL(session_add,
    "INSERT INTO session (hash, person_id, csrf, created_at, expires_at, only_kind, only_id, address) "
    "VALUES ($1, $2, $3, $4, $5, nullif($6, CAST(0 AS BIGINT)), nullif($7, CAST(0 AS BIGINT)), "
    "(SELECT email FROM person WHERE id = $2 AND $6 > CAST(0 AS BIGINT)))");
SQL(session_remove, "DELETE FROM session WHERE hash = $1");
SQL(sessions_remove, "DELETE FROM session WHERE person_id = $1");
SQL(sessions_over, "DELETE FROM session WHERE expires_at <= $1");
SQL(login_person,
    "SELECT id, password FROM person WHERE id IN " PEOPLE_AT " AND active = 1 AND password IS NOT NULL");
SQL(contacts_at,
    "SELECT id FROM person WHERE id IN " PEOPLE_AT " AND active = 1 AND role = 'contact' ORDER BY id");
SQL(codes_over, "DELETE FROM code WHERE expires_at <= $1");
SQL(codes_of, "SELECT count(*) FROM code WHERE person_id = $1");
SQL(code_add, "INSERT INTO code (person_id, hash, expires_at, tries) VALUES ($1, $2, $3, 0) "
	      "ON CONFLICT (person_id, hash) DO NOTHING");
SQL(codes_tried, "UPDATE code SET tries = tries + 1 WHERE person_id = $1");
SQL(code_fits,
    "SELECT count(*) FROM code WHERE person_id = $1 AND hash = $2 AND expires_at > $3 AND tries < $4");
SQL(codes_used, "DELETE FROM code WHERE person_id = $1");

#define RENEWALS_GOOD \
	"FROM renewal r JOIN person p ON p.id = r.person_id WHERE p.active = 1 AND p.role <> 'contact' " \
	"AND r.address = p.email AND r.expires_at > $2 AND "
SQL(renewal_add, "INSERT INTO renewal (hash, person_id, address, expires_at) "
		 "SELECT CAST($2 AS TEXT), id, email, CAST($3 AS BIGINT) FROM person WHERE id = $1");
SQL(renewal_person, "SELECT p.id " RENEWALS_GOOD "r.hash = $1");
SQL(renewal_last, "SELECT max(r.expires_at) " RENEWALS_GOOD "r.person_id = $1");
SQL(renewals_number, "SELECT count(*) " RENEWALS_GOOD "r.person_id = $1");
SQL(renewals_remove, "DELETE FROM renewal WHERE person_id = $1");
SQL(renewals_over, "DELETE FROM renewal WHERE expires_at <= $1");

#define SESSION_DAYS 30
#define NARROW_DAYS 1
#define CODE_DIGITS 8 /* few enough to type, too many to guess at the pace allowed */
#define CODES_MAX 3   /* at a time */
#define RENEWALS_MAX 3
#define CODE_TRIES INT64_C(5)

static enum role role_of(const char *name)
{
	return strcmp(name, "lead") == 0 ? LEAD : strcmp(name, "member") == 0 ? MEMBER : CONTACT;
}

static const char *hash_of(struct ctx *c, const char *secret)
{
	return secret_sha256(c->arena, secret, strlen(secret));
}

/* The one row of a query that begins with WHO_COLUMNS. */
static bool who_read(struct db_query *q, struct who *ret, enum lang *ret_lang, const char **ret_more)
{
	struct who w = {0};
	int64_t agrees, only;
	const char *role, *lang;
	if (!db_one(q, "itiitttii", &w.id, &role, &w.client_id, &agrees, &w.name, &lang, ret_more, &only,
		&w.only_id))
		return false;
	w.role = role_of(role);
	w.can_agree = agrees;
	w.only_kind = kind_numbered(only);
	if (only && !w.only_kind)
		return false; /* to a kind that is not known here: to nothing */
	*ret = w;
	*ret_lang = lang_of(lang);
	return true;
}

bool who_by_token(struct ctx *c, const char *token, struct who *ret, enum lang *ret_lang)
{
	const char *none;
	return who_read(
	    db_query(c->db, &token_person, "ti", hash_of(c, token), c->now), ret, ret_lang, &none);
}

bool who_by_session(
    struct ctx *c, const char *secret, struct who *ret, enum lang *ret_lang, const char **ret_csrf)
{
	return who_read(
	    db_query(c->db, &session_person, "ti", hash_of(c, secret), c->now), ret, ret_lang, ret_csrf);
}

bool who_by_contact(
    struct ctx *c, int64_t person, struct who *ret, enum lang *ret_lang, const char **ret_email)
{
	return who_read(db_query(c->db, &contact_by_id, "i", person), ret, ret_lang, ret_email);
}

const char *token_create(struct ctx *c, int64_t person, int64_t days)
{
	const char *token = secret_token(c->arena);
	db_run(c->db, &token_add, "tiii", hash_of(c, token), person, c->now,
	    days ? c->now + days * DAY_SECONDS : 0);
	return token;
}

struct db_query *tokens_of(struct ctx *c, int64_t person)
{
	return db_query(c->db, &tokens_good, "ii", person, c->now);
}

bool token_row(struct db_query *q, struct token *ret)
{
	return db_row(q, "tii", &ret->name, &ret->created_at, &ret->expires_at);
}

bool token_end(struct ctx *c, int64_t person, const char *name)
{
	if (!db_int(c->db, &token_named, 0, "it", person, name))
		return false;
	audit_add(c, &(struct audit_line){.action = "token_ended"});
	return db_run(c->db, &token_remove, "it", person, name);
}

void tokens_end(struct ctx *c, int64_t person)
{
	db_run(c->db, &tokens_remove, "i", person);
}

const char *session_create(struct ctx *c, const struct who *who)
{
	const char *secret = secret_token(c->arena);
	int64_t only = who->only_kind ? (int64_t)who->only_kind->number : 0;
	int64_t days = only ? NARROW_DAYS : SESSION_DAYS;
	db_run(c->db, &sessions_over, "i", c->now);
	db_run(c->db, &session_add, "titiiii", hash_of(c, secret), who->id, secret_token(c->arena), c->now,
	    c->now + days * DAY_SECONDS, only, who->only_id);
	return secret;
}

void session_end(struct ctx *c, const char *secret)
{
	db_run(c->db, &session_remove, "t", hash_of(c, secret));
}

void visits_end(struct ctx *c, int64_t person)
{
	db_run(c->db, &sessions_remove, "i", person);
	db_run(c->db, &codes_used, "i", person);
}

const char *address_inside(struct arena *a, const char *address)
{
	const char *object = json_kept(a, json_pack("{s:s}", "address", address));
	return arena_strndup(a, object + 1, strlen(object) - 2);
}

static struct db_query *at_address(struct ctx *c, const struct sql *s, const char *email)
{
	const char *address = text_lower(c->arena, email);
	return db_query(c->db, s, "tt", address, address_inside(c->arena, address));
}

int64_t person_by_email(struct ctx *c, const char *email, const char **ret_hash)
{
	int64_t id;
	struct db_query *q = at_address(c, &login_person, email);
	return db_one(q, "it", &id, ret_hash) ? id : 0;
}

/* ---- codes --------------------------------------------------------------------- */

static int contacts_of_address(struct ctx *c, const char *email, const int64_t **ret)
{
	return ids_found(c, at_address(c, &contacts_at, email), ret);
}

/* Who shares an address is told apart afterwards: the code is of each of them. */
const char *code_give(struct ctx *c, const char *email, int64_t *ret_person)
{
	/* One line is written whoever asks, so that asking takes as long. */
	audit_add(c, &(struct audit_line){.action = "code_asked"});
	db_run(c->db, &codes_over, "i", c->now);
	const int64_t *people;
	int n = contacts_of_address(c, email, &people);
	*ret_person = n ? people[0] : 0;
	for (int i = 0; i < n; i++)
		if (db_int(c->db, &codes_of, 0, "i", people[i]) >= CODES_MAX)
			return NULL;
	if (n == 0)
		return NULL;
	const char *digits = secret_digits(c->arena, CODE_DIGITS);
	for (int i = 0; i < n; i++)
		db_run(c->db, &code_add, "iti", people[i], hash_of(c, digits), c->now + CODE_SECONDS);
	return digits;
}

/* A wrong try counts against every code of whoever has the address. */
int code_opens(struct ctx *c, const char *email, const char *digits, const int64_t **ret)
{
	const int64_t *people;
	int n = contacts_of_address(c, email, &people), fit = 0;
	int64_t *opened = ARENA_ARRAY(c->arena, int64_t, n + 1);
	for (int i = 0; i < n; i++)
		if (db_int(c->db, &code_fits, 0, "itii", people[i], hash_of(c, digits), c->now, CODE_TRIES))
			opened[fit++] = people[i];
	for (int i = 0; i < n && fit == 0; i++)
		db_run(c->db, &codes_tried, "i", people[i]);
	*ret = opened;
	return fit;
}

void code_use(struct ctx *c, const int64_t *people, int n)
{
	for (int i = 0; i < n; i++)
		db_run(c->db, &codes_used, "i", people[i]);
}

/* ---- a password chosen by letter ------------------------------------------------ */

const char *renewal_give(struct ctx *c, int64_t person, int64_t seconds)
{
	db_run(c->db, &renewals_over, "i", c->now);
	if (db_int(c->db, &renewals_number, 0, "ii", person, c->now) >= RENEWALS_MAX)
		return NULL;
	const char *secret = secret_token(c->arena);
	db_run(c->db, &renewal_add, "iti", person, hash_of(c, secret), c->now + seconds);
	return secret;
}

int64_t renewal_of(struct ctx *c, const char *secret)
{
	return db_int(c->db, &renewal_person, 0, "ti", hash_of(c, secret), c->now);
}

void renewals_end(struct ctx *c, int64_t person)
{
	db_run(c->db, &renewals_remove, "i", person);
}

instant renewal_until(struct ctx *c, int64_t person)
{
	return db_int(c->db, &renewal_last, 0, "ii", person, c->now);
}
