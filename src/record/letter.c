/* The outbox (conversation 15.2).
 *
 *   queued ──► sent      a mail server took it
 *      │ ▲
 *      │ └── tried again, ever later
 *      ├────► failed     refused for good, at once or by a report that comes back later
 *      ├────► expired    three days after it was written it had still not left
 *      └────► gone       past its use, taken back, or nobody is left to read it
 *
 * What time alone does to one is done at its own instant, among the rules of time
 * (clock.c); a mail server is asked by src/mail/.  Where c->plays_post, nobody is:
 * letters leave by the clock, and what is answered stands in the table meta. */
#include "record/letter.h"
#include "record/store.h"

#include "base/text.h"

#include <string.h>

SQL(letter_addressee, "SELECT email, lang FROM person WHERE id = $1 AND active = 1 AND email <> ''");
SQL(letter_lang_of, "SELECT lang FROM person WHERE id = $1");
SQL(letter_insert,
    "INSERT INTO letter (id, at, person_id, sender_id, address, lang, subject, text, button, path, kind, "
    "record_id, message, state, tries, next_at, good_until) "
    "VALUES ((SELECT coalesce(max(id), 0) + 1 FROM letter), $1, $2, nullif($3, CAST(0 AS BIGINT)), $4, $5, "
    "$6, $7, $8, $9, nullif($10, CAST(0 AS BIGINT)), $11, $12, 'queued', 0, $13, "
    "nullif($14, CAST(0 AS BIGINT)))");
#define LETTER_ROWS \
	"SELECT l.id, l.person_id, l.tries, l.at, l.done_at, l.good_until, p.name, l.address, " \
	"s.name, s.email, l.lang, l.subject, l.text, l.button, l.path, l.kind, l.record_id, l.message " \
	"FROM letter l JOIN person p ON p.id = l.person_id LEFT JOIN person s ON s.id = l.sender_id WHERE "
/* Those that may leave: fewer than $1 tries, and with a link only where $2 says so. */
#define LETTER_MAY_LEAVE \
	"l.state = 'queued' AND l.tries < $1 AND (l.button IS NULL OR $2 = CAST(1 AS BIGINT)) AND NOT " \
	"EXISTS " \
	"(SELECT 1 FROM meta WHERE key = 'mail ' || l.address AND value = 'none') "
SQL(letter_first, "SELECT min(l.next_at) FROM letter l WHERE " LETTER_MAY_LEAVE);
SQL(letter_due, LETTER_ROWS LETTER_MAY_LEAVE "AND l.next_at <= $3 ORDER BY l.next_at, l.id LIMIT 1");
SQL(letter_taken, "UPDATE letter SET next_at = $2, tries = tries + 1, error = NULL WHERE id = $1");
SQL(letter_later, "UPDATE letter SET next_at = $2, error = $3 WHERE id = $1");
SQL(letter_over, "UPDATE letter SET state = $2, done_at = $3, text = $5, address = $6, "
		 "error = CASE WHEN $2 = 'sent' THEN NULL ELSE coalesce($4, error) END, "
		 "path = CASE WHEN path IS NULL THEN NULL ELSE $7 END "
		 "WHERE id = $1");
SQL(letter_oldest, "SELECT min(at) FROM letter WHERE state = 'queued'");
SQL(letter_soonest, "SELECT min(good_until) FROM letter WHERE state = 'queued'");
SQL(letter_expiring, LETTER_ROWS "l.state = 'queued' AND l.at <= $1 ORDER BY l.at, l.id LIMIT 1");
SQL(letters_past_use, "DELETE FROM letter WHERE state = 'queued' AND good_until <= $1");
SQL(letter_named, LETTER_ROWS "l.message = $1 AND l.state IN ('queued', 'sent')");
SQL(letter_that_reached,
    LETTER_ROWS "l.address = $1 AND l.state = 'sent' AND l.done_at >= $2 ORDER BY l.done_at DESC, l.id DESC "
		"LIMIT 1");
SQL(reminders_left, "SELECT count(*) FROM letter WHERE kind = $1 AND record_id = $2 AND good_until > 0 AND "
		    "state = 'sent'");
SQL(letters_outbox, LETTER_ROWS "l.state = 'sent' ORDER BY l.done_at, l.id");
SQL(letters_drop_of, "DELETE FROM letter WHERE person_id = $1 AND state = 'queued'");
SQL(letter_last, "SELECT person_id, state, at, next_at, done_at, error FROM letter "
		 "WHERE kind = $1 AND record_id = $2 ORDER BY id DESC LIMIT 1");
/* A path beside a record is a secret way in; alone it is only where something stands.  What
 * is good for a while and about nothing is a code. */
SQL(letters_drop_ways,
    "DELETE FROM letter WHERE person_id = $1 AND state = 'queued' AND ((path IS NOT NULL AND kind IS NOT "
    "NULL) OR (path IS NULL AND kind IS NULL AND good_until > 0))");
SQL(letters_out, "SELECT count(*) FROM letter WHERE kind = $1 AND record_id = $2 AND good_until IS NULL AND "
		 "(state = 'sent' OR (state = 'queued' AND tries > 0 AND error IS NULL AND next_at > $3))");
SQL(letters_move, "UPDATE letter SET address = $2 WHERE person_id = $1 AND state = 'queued'");
SQL(letters_take_back, "DELETE FROM letter WHERE kind = $1 AND record_id = $2 AND state <> 'sent'");
SQL(letters_of_no_use,
    "DELETE FROM letter WHERE kind = $1 AND record_id = $2 AND state = 'queued' AND good_until > 0");
SQL(letters_forget, "DELETE FROM letter WHERE (kind IS NULL OR path IS NOT NULL) AND done_at <= $1");
SQL(letters_in_state, "SELECT count(*) FROM letter WHERE state = $1");
/* Its letters to the client's people; what only reminds is no letter of it. */
#define LETTERS_ABOUT \
	"FROM letter l JOIN person p ON p.id = l.person_id WHERE l.kind = $1 AND l.record_id = $2 " \
	"AND l.good_until IS NULL AND p.client_id > 0 AND p.active = 1 "
SQL(letter_fates, "SELECT l.person_id, l.state, l.at, l.next_at, l.done_at, l.error " LETTERS_ABOUT
		  "ORDER BY l.person_id, l.id DESC");
SQL(letters_left, "SELECT count(*) " LETTERS_ABOUT "AND l.state = 'sent'");
SQL(letters_overdue,
    "SELECT l.kind, l.record_id, l.person_id, l.state, l.at, l.next_at, l.done_at, l.error FROM letter l "
    "JOIN person p ON p.id = l.person_id WHERE l.state = 'queued' AND l.kind IS NOT NULL AND "
    "(l.error IS NOT NULL OR l.next_at < $1) AND (p.client_id = $2 OR $2 = 0) AND (l.sender_id = $3 OR $3 = "
    "0) ORDER BY l.at, l.id");
SQL(played_answer, "SELECT value FROM meta WHERE key = 'mail ' || $1");
SQL(played_answer_put, "INSERT INTO meta (key, value) VALUES ('mail ' || $1, $2) "
		       "ON CONFLICT (key) DO UPDATE SET value = excluded.value");
SQL(played_answer_holds,
    "UPDATE letter SET next_at = $2 WHERE address = $1 AND state = 'queued' AND next_at < $2");

#define KEPT_DAYS 90
#define WAIT_SECONDS (3 * DAY_SECONDS)
#define LATE_SECONDS 60                /* "leaves in a moment" is said no longer */
#define TRIES_MAX INT64_C(24)          /* more than three days allow: of one whose end cannot be noted */
#define TAKEN_SECONDS 120              /* longer than any mail server is listened to */
#define BACK_SECONDS (5 * DAY_SECONDS) /* as long as mail servers try before they report */

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
	db_run(c->db, &letter_insert, "iiittttttiitii", c->now, l->person, ours ? c->who.id : 0,
	    l->address ? l->address : address, lang, l->subject, l->text, l->button, l->path,
	    l->kind ? (int64_t)l->kind->number : 0, l->id, secret_token(c->arena), c->now + l->delay,
	    l->good_until);
}

/* ---- whom and what they are about ------------------------------------------------ */

void letters_drop(struct ctx *c, int64_t person)
{
	db_run(c->db, &letters_drop_of, "i", person);
}

void letters_move_to(struct ctx *c, int64_t person, const char *address)
{
	db_run(c->db, &letters_drop_ways, "i", person);
	if (address && *address)
		db_run(c->db, &letters_move, "it", person, address);
	else
		letters_drop(c, person);
}

void letters_drop_about(struct ctx *c, const struct kind *k, int64_t id)
{
	db_run(c->db, &letters_take_back, "ii", (int64_t)k->number, id);
}

void letters_drop_reminders(struct ctx *c, const struct kind *k, int64_t id)
{
	db_run(c->db, &letters_of_no_use, "ii", (int64_t)k->number, id);
}

static const char *const state_names[] = {[LETTER_WAITING] = "queued",
    [LETTER_LEFT] = "sent",
    [LETTER_REFUSED] = "failed",
    [LETTER_EXPIRED] = "expired"};

static enum letter_state state_named(const char *name)
{
	enum letter_state state = LETTER_WAITING;
	while (state < LETTER_EXPIRED && strcmp(state_names[state], name) != 0)
		state++;
	return state;
}

/* Of a row: when it was written, when it may leave, when it ended. */
static void fate_fill(
    struct ctx *c, struct letter_fate *f, const char *state, instant at, instant next, instant done)
{
	f->state = state_named(state);
	bool waits = f->state == LETTER_WAITING;
	f->at = !waits ? done : next > c->now ? next : c->now;
	f->late = waits && (f->why || c->now - next > LATE_SECONDS);
	f->until = waits ? at + WAIT_SECONDS : 0;
}

static bool fate_row(struct ctx *c, struct db_query *q, struct letter_fate *ret)
{
	struct letter_fate f;
	instant at, next, done;
	const char *state;
	if (!db_row(q, "itiiit", &f.person, &state, &at, &next, &done, &f.why))
		return false;
	fate_fill(c, &f, state, at, next, done);
	*ret = f;
	return true;
}

struct letters_late letters_late(struct ctx *c, int64_t client, int64_t sender)
{
	struct letters_late all = {0};
	struct letter_fate f;
	int64_t kind, record;
	instant at, next, done;
	const char *state;
	struct db_query *q = db_query(c->db, &letters_overdue, "iii", c->now - LATE_SECONDS, client, sender);
	while (db_row(q, "iiitiiit", &kind, &record, &f.person, &state, &at, &next, &done, &f.why)) {
		if (all.n++)
			continue;
		fate_fill(c, &f, state, at, next, done);
		all.oldest = f;
		all.kind = kind_numbered(kind);
		all.record = record;
	}
	return all;
}

int letters_about(struct ctx *c, const struct kind *k, int64_t id, struct letter_fate *ret, int max)
{
	int n = 0;
	struct letter_fate f;
	struct db_query *q = db_query(c->db, &letter_fates, "ii", (int64_t)k->number, id);
	while (fate_row(c, q, &f))
		if (n < max && (n == 0 || ret[n - 1].person != f.person)) /* else an older one of theirs */
			ret[n++] = f;
	return n;
}

bool letter_last_about(struct ctx *c, const struct kind *k, int64_t id, struct letter_fate *ret)
{
	struct db_query *q = db_query(c->db, &letter_last, "ii", (int64_t)k->number, id);
	bool some = fate_row(c, q, ret);
	if (some)
		db_done(q);
	return some;
}

bool reminders_left_about(struct ctx *c, const struct kind *k, int64_t id)
{
	return db_int(c->db, &reminders_left, 0, "ii", (int64_t)k->number, id) > 0;
}

bool letters_left_about(struct ctx *c, const struct kind *k, int64_t id)
{
	return db_int(c->db, &letters_left, 0, "ii", (int64_t)k->number, id) > 0;
}

bool letters_out_about(struct ctx *c, const struct kind *k, int64_t id)
{
	return db_int(c->db, &letters_out, 0, "iii", (int64_t)k->number, id, c->now) > 0;
}

/* ---- as it waits ---------------------------------------------------------------- */

bool letter_row(struct db_query *q, struct posted *ret)
{
	struct posted l;
	const char *lang;
	int64_t kind;
	if (!db_row(q, "iiiiiitttttttttiit", &l.id, &l.person, &l.tries, &l.at, &l.left_at, &l.good_until,
		&l.name, &l.address, &l.sender_name, &l.sender_address, &lang, &l.subject, &l.text, &l.button,
		&l.path, &kind, &l.record, &l.message))
		return false;
	l.lang = lang_of(lang);
	l.kind = kind_numbered(kind);
	*ret = l;
	return true;
}

static bool first_row(struct db_query *q, struct posted *ret)
{
	bool some = letter_row(q, ret);
	if (some)
		db_done(q);
	return some;
}

static instant first_that_leaves(struct db *db, bool links)
{
	return db_int(db, &letter_first, 0, "ii", TRIES_MAX, (int64_t)links);
}

bool letter_is_due(struct ctx *c, bool links)
{
	instant first = first_that_leaves(c->db, links);
	return first && first <= c->now;
}

bool letter_take(struct ctx *c, bool links, struct posted *ret)
{
	return first_row(db_query(c->db, &letter_due, "iii", TRIES_MAX, (int64_t)links, c->now), ret) &&
	       db_run(c->db, &letter_taken, "ii", ret->id, c->now + TAKEN_SECONDS);
}

struct db_query *letters_that_left(struct ctx *c)
{
	return db_query(c->db, &letters_outbox, "");
}

int64_t letters_that(struct ctx *c, enum letter_state state)
{
	return db_int(c->db, &letters_in_state, 0, "t", state_names[state]);
}

/* ---- what becomes of it ------------------------------------------------------------ */

/* A test reads again what has left. */
static void letter_end(struct ctx *c, const struct posted *l, enum letter_state how, const char *why)
{
	bool test = c->firm->test;
	if (!test)
		db_run(c->db, &letters_forget, "i", c->now - KEPT_DAYS * DAY_SECONDS);
	db_run(c->db, &letter_over, "ititttt", l->id, state_names[how], c->now, why, test ? l->text : "",
	    l->address, test && l->path ? l->path : "");
	letter_ended(c, l, how);
	if (l->kind) {
		clocks_wait(c, l->kind, l->record); /* they may lean on how it fared */
		if (!c->acting)
			clocks_settle(c);
	}
}

void letter_left(struct ctx *c, const struct posted *l)
{
	letter_end(c, l, LETTER_LEFT, NULL);
}

void letter_refused(struct ctx *c, const struct posted *l, const char *why)
{
	letter_end(c, l, LETTER_REFUSED, why);
}

void letter_wait(struct ctx *c, const struct posted *l, const char *why)
{
	static const int minutes[] = {1, 5, 30, 120, 360};
	size_t last = sizeof minutes / sizeof *minutes - 1, n = (size_t)l->tries;
	db_run(c->db, &letter_later, "iit", l->id, c->now + minutes[n < last ? n : last] * INT64_C(60), why);
}

bool letter_came_back(struct ctx *c, const char *message, const char *address, const char *why)
{
	struct posted l;
	bool ours = message ? first_row(db_query(c->db, &letter_named, "t", message), &l)
			    : address && first_row(db_query(c->db, &letter_that_reached, "ti",
						       text_lower(c->arena, address), c->now - BACK_SECONDS),
					     &l);
	if (ours)
		letter_refused(c, &l, why);
	return ours;
}

/* ---- as time passes ------------------------------------------------------------------ */

instant letters_ahead(struct db *db, bool plays_post)
{
	instant oldest = db_int(db, &letter_oldest, 0, "");
	if (!oldest)
		return 0;
	instant ends = sooner(oldest + WAIT_SECONDS, db_int(db, &letter_soonest, 0, ""));
	return plays_post ? sooner(ends, first_that_leaves(db, true)) : ends;
}

/* The part of the mail server. */
static void play_post(struct ctx *c)
{
	struct posted l;
	if (!letter_take(c, true, &l))
		return;
	const char *answer = db_text(c->db, &played_answer, "t", l.address);
	if (!answer || *answer == '2')
		letter_left(c, &l);
	else if (*answer == '5')
		letter_refused(c, &l, answer);
	else
		letter_wait(c, &l, answer);
}

void letters_go_on(struct ctx *c)
{
	struct posted l;
	db_run(c->db, &letters_past_use, "i", c->now);
	if (first_row(db_query(c->db, &letter_expiring, "i", c->now - WAIT_SECONDS), &l))
		letter_end(c, &l, LETTER_EXPIRED, NULL);
	else if (c->plays_post)
		play_post(c);
}

bool letters_answer(struct ctx *c, const char *address, const char *answer)
{
	static const char *const known[][2] = {{"250", "250 2.0.0 taken"}, {"450", "450 4.2.0 not now"},
	    {"550", "550 5.1.1 nobody here"}, {"none", "none"}};
	for (size_t i = 0; i < sizeof known / sizeof *known; i++)
		if (strcmp(answer, known[i][0]) == 0)
			return db_run(c->db, &played_answer_put, "tt", address, known[i][1]) &&
			       db_run(c->db, &played_answer_holds, "ti", address, c->now);
	return false;
}

/* ---- ways in ---------------------------------------------------------------------- */

const char *letter_link(const struct ctx *c, const char *site, const struct posted *l)
{
	if (!l->button)
		return NULL;
	if (l->path || !l->kind)
		return arena_printf(c->arena, "%s%s", site, l->path ? l->path : "/p");
	struct pass pass = {.person = l->person,
	    .kind = (int64_t)l->kind->number,
	    .id = l->record,
	    .day = day_at(c, l->at),
	    .address = secret_mark(&c->firm->key, l->address)};
	return arena_printf(c->arena, "%s/l/%s", site, pass_name(c->arena, &c->firm->key, &pass));
}

const char *letter_plain(const struct ctx *c, const char *site, const struct posted *l)
{
	const char *link = letter_link(c, site, l);
	return link ? arena_printf(c->arena, "%s\n\n%s\n%s\n", l->text, l->button, link)
		    : arena_printf(c->arena, "%s\n", l->text);
}

bool letter_pass(struct ctx *c, const char *name, struct pass *ret)
{
	if (!pass_read(&c->firm->key, name, ret) || ret->day > c->today ||
	    c->today - ret->day >= LETTER_LINK_DAYS)
		return false;
	const char *address = db_text(c->db, &letter_addressee, "i", ret->person);
	return address && (!ret->address || ret->address == secret_mark(&c->firm->key, address));
}
