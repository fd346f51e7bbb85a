/* The outbox.
 *
 *   queued ──► sent
 *      │ ▲        a mail server took it
 *      │ └── tried again, ever later, for two days
 *      └────► failed: refused for good */
#include "record/letter.h"

SQL(letter_addressee, "SELECT email, lang FROM person WHERE id = $1 AND active = 1 AND email <> ''");
SQL(letter_lang_of, "SELECT lang FROM person WHERE id = $1");
SQL(letter_insert,
    "INSERT INTO letter (id, at, person_id, sender_id, address, lang, subject, text, button, kind, "
    "record_id, "
    "message, state, tries, next_at) VALUES ((SELECT coalesce(max(id), 0) + 1 FROM letter), $1, $2, "
    "nullif($3, CAST(0 AS BIGINT)), $4, $5, $6, $7, $8, nullif($9, CAST(0 AS BIGINT)), $10, $11, 'queued', "
    "0, $1)");
#define LETTER_ROWS \
	"SELECT l.id, l.person_id, l.tries, l.at, p.name, l.address, s.name, s.email, l.lang, l.subject, " \
	"l.text, " \
	"l.button, l.kind, l.record_id, l.message FROM letter l JOIN person p ON p.id = l.person_id " \
	"LEFT JOIN person s ON s.id = l.sender_id WHERE l.state = 'queued' "
SQL(letter_first, "SELECT min(next_at) FROM letter WHERE state = 'queued' AND tries < $1");
SQL(letter_taken, "UPDATE letter SET next_at = $2, tries = tries + 1 WHERE id = $1");
SQL(letter_due, LETTER_ROWS "AND l.next_at <= $1 AND l.tries < $2 ORDER BY l.next_at, l.id LIMIT 1");
SQL(letter_outbox, LETTER_ROWS "ORDER BY l.id");
SQL(letter_over, "UPDATE letter SET state = $2, done_at = $3, error = $4, text = '' WHERE id = $1");
SQL(letter_later, "UPDATE letter SET next_at = $2, error = $3 WHERE id = $1");
SQL(letters_drop_of, "DELETE FROM letter WHERE person_id = $1 AND state = 'queued'");
SQL(letters_forget, "DELETE FROM letter WHERE done_at <= $1");
SQL(letters_in_state, "SELECT count(*) FROM letter WHERE state = $1");

#define KEPT_DAYS 90
#define TRIES_MAX INT64_C(12) /* for two days; also of one whose end cannot be noted */
#define TAKEN_SECONDS 120     /* longer than any mail server is listened to */

enum lang letter_lang(struct ctx *c, int64_t person)
{
	const char *lang = db_text(c->db, &letter_lang_of, "i", person);
	return lang ? lang_of(lang) : c->firm->lang;
}

void letter_add(struct ctx *c, const struct letter *l)
{
	const char *address, *lang;
	if (!db_one(db_query(c->db, &letter_addressee, "i", l->person), "tt", &address, &lang))
		return;
	bool ours = c->who.role == MEMBER || c->who.role == LEAD;
	db_run(c->db, &letter_insert, "iiitttttiit", c->now, l->person, ours ? c->who.id : 0, address, lang,
	    l->subject, l->text, l->button, l->kind ? (int64_t)l->kind->number : 0, l->id,
	    secret_token(c->arena));
}

void letters_drop(struct ctx *c, int64_t person)
{
	db_run(c->db, &letters_drop_of, "i", person);
}

/* ---- as it waits ---------------------------------------------------------------- */

bool letter_row(struct db_query *q, struct posted *ret)
{
	struct posted l;
	const char *lang;
	int64_t kind;
	if (!db_row(q, "iiiittttttttiit", &l.id, &l.person, &l.tries, &l.at, &l.name, &l.address,
		&l.sender_name, &l.sender_address, &lang, &l.subject, &l.text, &l.button, &kind, &l.record,
		&l.message))
		return false;
	l.lang = lang_of(lang);
	l.kind = kind_numbered(kind);
	*ret = l;
	return true;
}

bool letter_is_due(struct ctx *c)
{
	return db_int(c->db, &letter_first, INT64_MAX, "i", TRIES_MAX) <= c->now;
}

bool letter_take(struct ctx *c, struct posted *ret)
{
	struct db_query *q = db_query(c->db, &letter_due, "ii", c->now, TRIES_MAX);
	if (!letter_row(q, ret))
		return false;
	db_done(q);
	return db_run(c->db, &letter_taken, "ii", ret->id, c->now + TAKEN_SECONDS);
}

struct db_query *letters_queued(struct ctx *c)
{
	return db_query(c->db, &letter_outbox, "");
}

static void letter_end(struct ctx *c, int64_t id, const char *state, const char *why)
{
	db_run(c->db, &letters_forget, "i", c->now - KEPT_DAYS * DAY_SECONDS);
	db_run(c->db, &letter_over, "itit", id, state, c->now, why);
}

void letter_left(struct ctx *c, int64_t id)
{
	letter_end(c, id, "sent", NULL);
}

void letter_refused(struct ctx *c, int64_t id, const char *why)
{
	letter_end(c, id, "failed", why);
}

bool letter_wait(struct ctx *c, int64_t id, int64_t tries, const char *why)
{
	static const int minutes[TRIES_MAX - 1] = {1, 5, 30, 120, 360, 360, 360, 360, 360, 360, 360};
	if (tries + 1 >= TRIES_MAX) {
		letter_refused(c, id, why);
		return false;
	}
	db_run(c->db, &letter_later, "iit", id, c->now + minutes[tries] * INT64_C(60), why);
	return true;
}

int64_t letters_waiting(struct ctx *c)
{
	return db_int(c->db, &letters_in_state, 0, "t", "queued");
}

int64_t letters_refused(struct ctx *c)
{
	return db_int(c->db, &letters_in_state, 0, "t", "failed");
}

/* ---- ways in ---------------------------------------------------------------------- */

const char *letter_link(const struct ctx *c, const char *site, const struct posted *l)
{
	if (!l->button)
		return NULL;
	if (!l->kind)
		return arena_printf(c->arena, "%s/p", site);
	struct pass pass = {
	    .person = l->person, .kind = (int64_t)l->kind->number, .id = l->record, .day = day_at(c, l->at)};
	return arena_printf(c->arena, "%s/l/%s", site, pass_name(c->arena, &c->firm->key, &pass));
}

const char *letter_plain(const struct ctx *c, const char *site, const struct posted *l)
{
	const char *link = letter_link(c, site, l);
	return link ? arena_printf(c->arena, "%s\n\n%s\n%s\n", l->text, l->button, link)
		    : arena_printf(c->arena, "%s\n", l->text);
}

bool letter_pass(const struct ctx *c, const char *name, struct pass *ret)
{
	return pass_read(&c->firm->key, name, ret) && ret->day <= c->today &&
	       c->today - ret->day < LETTER_LINK_DAYS;
}
