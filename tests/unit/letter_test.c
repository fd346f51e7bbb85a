/* Letters as they wait, the ways in that they carry, and the codes they bring:
 * on a firm of its own, whose transactions are taken back. */
#include "tap.h"

#include <stdlib.h>
#include <unistd.h>

#include "record/desk.h"
#include "record/letter.h"
#include "record/visitor.h"
#include "rules/letters.h"

#define SITE "https://clients.mistral.example"

static char folder[40], file[64];
static struct desk desk;
static struct ctx *c;
static int64_t claire, client, louise, paul;

static int64_t make(const struct kind *k, json_t *input)
{
	struct outcome made;
	bool done = act_as_program(c, &(struct call){.kind = k, .verb = "create", .input = input}, &made);
	json_decref(input);
	return done ? ((const struct record *)made.rec)->id : 0;
}

static int64_t person_new(const char *name, const char *email, const char *role, const char *lang)
{
	json_t *input =
	    json_pack("{s:s, s:s, s:s, s:s}", "name", name, "email", email, "role", role, "lang", lang);
	if (client)
		json_object_set_new(input, "client_id", json_integer(client));
	return make(&person_kind, input);
}

__attribute__((constructor)) static void world_new(void)
{
	char error[256] = "";
	secret_init();
	store_init();
	snprintf(folder, sizeof folder, "/tmp/entente-letters-XXXXXX");
	if (!mkdtemp(folder))
		exit(1);
	snprintf(file, sizeof file, "sqlite:%s/a.db", folder);
	if (!desk_found(file, "Mistral", "America/Montreal", LANG_FR, "CAD", NULL, error) ||
	    !desk_open(&desk, file, DB_WRITE, error)) {
		printf("Bail out! %s\n", error);
		exit(1);
	}
	c = desk_begin(&desk, NULL, LANG_FR);
	bool begun = db_begin(c->db);
	claire = person_new("Claire", "claire@mistral.example", "lead", "fr");
	client =
	    make(&client_kind, json_pack("{s:s, s:I}", "name", "Dubé", "responsible_id", (json_int_t)claire));
	louise = person_new("Louise", "louise@dube.example", "contact", "en");
	paul = person_new("Paul", "paul@dube.example", "contact", "fr");
	if (!begun || !claire || !louise || !paul || !db_commit(c->db))
		exit(1);
}

__attribute__((destructor)) static void world_end(void)
{
	desk_close(&desk);
	unlink(file + strlen("sqlite:"));
	rmdir(folder);
}

static void begin(void)
{
	c = desk_begin(&desk, NULL, LANG_FR);
	if (!db_begin(c->db))
		exit(1);
}

static void end(void)
{
	db_rollback(c->db);
}

static void write_to(int64_t person, const char *text)
{
	letter_add(c, &(struct letter){.person = person,
			  .subject = "Entente: a message from Claire",
			  .text = text,
			  .button = "Read it",
			  .kind = &client_kind,
			  .id = client});
}

static void some_time_later(int64_t seconds)
{
	c->now += seconds;
	c->today = zone_day(&c->firm->calendar.zone, c->now);
}

static void person_act(int64_t person, const char *verb, json_t *input)
{
	struct outcome o;
	char id[24];
	snprintf(id, sizeof id, "%lld", (long long)person);
	act_as_program(c, &(struct call){.kind = &person_kind, .verb = verb, .id = id, .input = input}, &o);
	json_decref(input);
	c->cache = NULL;
}

static void deactivate(int64_t person)
{
	person_act(person, "deactivate", NULL);
}

static void change_email(int64_t person, const char *email)
{
	person_act(person, "patch", json_pack("{s:s}", "email", email));
}

/* How the letters of these tests to that person fared; of person 0: there is none. */
static struct letter_fate fate_of(int64_t person)
{
	struct letter_fate fate[8] = {0};
	for (int n = letters_about(c, &client_kind, client, fate, 8); n > 0; n--)
		if (fate[n - 1].person == person)
			return fate[n - 1];
	return (struct letter_fate){0};
}

TEST(letter_add)
{
	struct posted l;
	begin();
	ok(!letter_is_due(c, true) && !letter_take(c, true, &l), "nothing waits at first");
	c->who = (struct who){.id = claire, .role = LEAD};
	write_to(louise, "Hello.");
	ok(letter_is_due(c, true) && letter_take(c, true, &l), "a letter waits at once");
	is_text(l.address, "louise@dube.example", "to their address");
	is_text(l.name, "Louise", "by their name");
	is_int(l.lang, LANG_EN, "in their language");
	is_text(l.sender_address, "claire@mistral.example", "from who wrote");
	is_int((int64_t)strlen(l.message), 32, "with a name nobody can guess");
	end();
	begin();
	write_to(paul, "Bonjour.");
	letter_take(c, true, &l);
	ok(!l.sender_address && l.lang == LANG_FR, "a rule of time writes for the firm");
	end();
}

TEST(letter_out)
{
	struct posted l;
	begin();
	write_to(louise, "Hello.");
	ok(!letters_out_about(c, &client_kind, client), "while it waits it can be called back");
	letter_take(c, true, &l);
	ok(letters_out_about(c, &client_kind, client), "not once a mail server is being given it");
	letter_wait(c, &l, "450 not now");
	ok(!letters_out_about(c, &client_kind, client), "again when that one did not take it");
	some_time_later(60);
	letter_take(c, true, &l);
	ok(letters_out_about(c, &client_kind, client), "nor at the second try");
	some_time_later(119);
	ok(letters_out_about(c, &client_kind, client), "for two minutes");
	some_time_later(1);
	ok(!letters_out_about(c, &client_kind, client), "then nobody has it any more");
	letter_left(c, &l);
	ok(letters_out_about(c, &client_kind, client), "and never once it left");
	end();
}

TEST(letter_nobody)
{
	begin();
	deactivate(louise);
	write_to(louise, "Hello.");
	write_to(999, "Hello.");
	is_int(letters_that(c, LETTER_WAITING), 0, "who left, or never was, gets none");
	end();
}

TEST(letter_take)
{
	struct posted first, second, again;
	begin();
	write_to(louise, "One.");
	write_to(paul, "Two.");
	ok(letter_take(c, true, &first) && letter_take(c, true, &second), "both");
	ok(strcmp(first.text, "One.") == 0 && strcmp(second.text, "Two.") == 0, "in their order");
	ok(!letter_take(c, true, &again), "each by one alone");
	letter_left(c, &first);
	some_time_later(121);
	ok(letter_take(c, true, &again) && again.id == second.id, "until whoever took it is given up");
	is_text(again.message, second.message, "under the same name");
	letter_left(c, &second);
	ok(!letter_is_due(c, true) && letters_that(c, LETTER_WAITING) == 0, "and never once it left");
	end();
}

/* Six hours between two tries at most, three days in all. */
TEST(letter_wait)
{
	struct posted l;
	int64_t tries = 0;
	begin();
	write_to(louise, "Hello.");
	instant start = c->now, last = c->now, longest = 0;
	while (letters_that(c, LETTER_WAITING) && c->now - start < 4 * DAY_SECONDS) {
		if (letter_take(c, true, &l)) {
			longest = c->now - last > longest ? c->now - last : longest;
			last = c->now;
			letter_wait(c, &l, "450 busy");
			tries++;
		}
		some_time_later(60);
		time_passes(c);
	}
	ok(tries > 12 && longest == 6 * HOUR_SECONDS, "tried again, ever later");
	is_int(c->now - start, 3 * DAY_SECONDS, "for three days");
	is_int(letters_that(c, LETTER_EXPIRED), 1, "then it expires");
	is_int(fate_of(louise).at - start, 3 * DAY_SECONDS, "at that instant");
	is_text(fate_of(louise).why, "450 busy", "with what was said last");
	ok(!letter_is_due(c, true) && !letter_take(c, true, &l), "and never leaves by itself");
	end();
}

TEST(letter_late_end)
{
	struct posted l;
	begin();
	write_to(louise, "Hello.");
	letter_take(c, true, &l);
	instant start = c->now;
	some_time_later(10 * DAY_SECONDS);
	time_passes(c);
	is_int(fate_of(louise).at - start, 3 * DAY_SECONDS, "expired when it did, whenever that is noticed");
	letter_left(c, &l);
	is_int(fate_of(louise).state, LETTER_LEFT, "one that was on its way has left all the same");
	end();
}

TEST(letter_forgotten)
{
	struct posted l;
	begin();
	write_to(louise, "Hello.");
	letter_add(c, &(struct letter){.person = paul, .subject = "A code", .text = "1"});
	letter_add(c, &(struct letter){.person = paul,
			  .subject = "A way in",
			  .text = "1",
			  .button = "Open",
			  .kind = &person_kind,
			  .id = paul,
			  .path = "/motdepasse/x"});
	while (letter_take(c, true, &l))
		letter_refused(c, &l, "550 gone");
	is_int(letters_that(c, LETTER_REFUSED), 3, "all are kept");
	some_time_later(91 * DAY_SECONDS);
	letter_add(c, &(struct letter){.person = paul, .subject = "A code", .text = "2"});
	letter_take(c, true, &l);
	letter_left(c, &l);
	is_int(letters_that(c, LETTER_REFUSED), 1, "for three months what is about no record, or a way in");
	is_int(fate_of(louise).state, LETTER_REFUSED, "and the other with its record");
	end();
}

TEST(letter_delay)
{
	struct posted l;
	begin();
	letter_add(c, &(struct letter){.person = louise,
			  .subject = "s",
			  .text = "t",
			  .kind = &client_kind,
			  .id = client,
			  .delay = 20});
	is_int(fate_of(louise).state, LETTER_WAITING, "it waits");
	is_int(fate_of(louise).at - c->now, 20, "and says until when");
	some_time_later(19);
	ok(!letter_is_due(c, true), "nineteen seconds later still");
	some_time_later(1);
	ok(letter_is_due(c, true), "not twenty");
	some_time_later(60);
	is_int(fate_of(louise).at, c->now, "what should have left is about to");
	ok(!fate_of(louise).late, "for a minute");
	is_int(fate_of(louise).until - c->now, 3 * DAY_SECONDS - 80, "and is tried for three days");
	some_time_later(1);
	ok(fate_of(louise).late, "then it is late");
	letter_take(c, true, &l);
	ok(!fate_of(louise).late, "but while it is handed over");
	letter_wait(c, &l, "450 busy");
	ok(fate_of(louise).late, "or once that was in vain");
	some_time_later(60);
	letter_take(c, true, &l);
	letter_left(c, &l);
	ok(fate_of(louise).state == LETTER_LEFT && fate_of(louise).at == c->now, "it left, then");
	ok(!fate_of(louise).why && !fate_of(louise).late && !fate_of(louise).until,
	    "whatever was said before");
	end();
}

TEST(letter_good_until)
{
	struct posted l;
	begin();
	for (int i = 0; i < 2; i++)
		letter_add(c, &(struct letter){.person = louise,
				  .subject = "s",
				  .text = "t",
				  .kind = &client_kind,
				  .id = client,
				  .good_until = c->now + 900});
	some_time_later(899);
	time_passes(c);
	is_int(letters_that(c, LETTER_WAITING), 2, "of use for a quarter of an hour");
	ok(fate_of(louise).person == 0, "a reminder is no letter of its record");
	letters_drop_reminders(c, &client_kind, client + 1);
	is_int(letters_that(c, LETTER_WAITING), 2, "another was answered");
	some_time_later(1);
	time_passes(c);
	is_int(letters_that(c, LETTER_WAITING) + letters_that(c, LETTER_EXPIRED), 0,
	    "then nothing is left of them");
	letter_add(c, &(struct letter){.person = louise,
			  .subject = "s",
			  .text = "t",
			  .kind = &client_kind,
			  .id = client,
			  .good_until = c->now + 900});
	write_to(louise, "Itself.");
	letters_drop_reminders(c, &client_kind, client);
	ok(letter_take(c, true, &l) && strcmp(l.text, "Itself.") == 0 && !letter_take(c, true, &l),
	    "answered: the reminder goes, the letter stays");
	end();
}

TEST(letters_about)
{
	struct posted l;
	struct letter_fate fate[4];
	begin();
	c->who = (struct who){.id = claire, .role = LEAD};
	write_to(louise, "One.");
	write_to(paul, "Two.");
	write_to(claire, "To one of us.");
	ok(!letters_left_about(c, &client_kind, client), "none has left");
	ok(!letters_out_about(c, &client_kind, client), "nor is on its way");
	letter_take(c, true, &l);
	ok(letters_out_about(c, &client_kind, client), "being handed over it is");
	letter_refused(c, &l, "550 gone");
	ok(!letters_out_about(c, &client_kind, client), "refused, it is not");
	is_int(letters_about(c, &client_kind, client, fate, 4), 2, "its client's people");
	ok(fate[0].person == louise && fate[0].state == LETTER_REFUSED && fate[1].state == LETTER_WAITING,
	    "each with a fate");
	is_text(fate[0].why, "550 gone", "and why");
	is_int(letters_about(c, &client_kind, client, fate, 1), 1, "no more than asked for");
	is_int(letters_about(c, &client_kind, client + 1, fate, 4), 0, "about that record");
	write_to(louise, "Again.");
	is_int(fate_of(louise).state, LETTER_WAITING, "the newest counts");
	letters_drop_about(c, &client_kind, client);
	is_int(letters_about(c, &client_kind, client, fate, 4), 0, "taken back, it is as if none had been");
	is_int(letters_that(c, LETTER_WAITING), 0, "and none leaves");
	write_to(paul, "Three.");
	letter_take(c, true, &l);
	letter_left(c, &l);
	ok(letters_left_about(c, &client_kind, client), "one has");
	c->who = (struct who){.role = LEAD};
	deactivate(paul);
	is_int(letters_about(c, &client_kind, client, fate, 4), 0, "who left is none of them");
	ok(letters_out_about(c, &client_kind, client), "but what they got is gone");
	end();
}

/* It had left; days later a mail server reports that it never arrived. */
TEST(letter_came_back)
{
	struct posted l, other;
	begin();
	write_to(louise, "Hello.");
	write_to(paul, "Hello.");
	letter_take(c, true, &l);
	letter_left(c, &l);
	letter_take(c, true, &other);
	letter_left(c, &other);
	some_time_later(DAY_SECONDS);
	ok(!letter_came_back(c, "another", "louise@dube.example", "5.1.1"), "a letter that is none of ours");
	is_int(fate_of(louise).state, LETTER_LEFT, "says nothing of those to that address");
	ok(letter_came_back(c, l.message, "lou@elsewhere.example", "550 nobody"), "by its name");
	ok(fate_of(louise).state == LETTER_REFUSED && fate_of(louise).at == c->now, "it is refused, now");
	is_text(fate_of(louise).why, "550 nobody", "with why");
	is_int(GET(c, person, louise)->mail_failed_at, c->now, "which is noted on the person");
	is_int(fate_of(paul).state, LETTER_LEFT, "the other has left");
	ok(!letter_came_back(c, l.message, NULL, "550 nobody"), "once");
	some_time_later(4 * DAY_SECONDS);
	ok(letter_came_back(c, NULL, "Paul@Dube.example", "550 nobody"),
	    "or by its address, five days at most");
	is_int(fate_of(paul).state, LETTER_REFUSED, "the last one to it");
	end();
	begin();
	write_to(paul, "Hello.");
	letter_take(c, true, &l);
	letter_left(c, &l);
	some_time_later(5 * DAY_SECONDS + 1);
	ok(!letter_came_back(c, NULL, "paul@dube.example", "550"), "not a second more");
	change_email(paul, "p@dube.example");
	ok(letter_came_back(c, l.message, NULL, NULL) && !GET(c, person, paul)->mail_failed_at,
	    "an address that is another by now has refused nothing");
	write_to(louise, "Hello.");
	letter_take(c, true, &l);
	ok(letter_came_back(c, l.message, NULL, NULL) && fate_of(louise).state == LETTER_REFUSED,
	    "one that could not be marked either");
	end();
}

TEST(letters_move)
{
	struct posted l;
	begin();
	write_to(louise, "Hello.");
	change_email(louise, "lou@dube.example");
	letter_take(c, true, &l);
	is_text(l.address, "lou@dube.example", "what waits goes to the new address");
	end();
}

/* Without --site, what has a link waits. */
TEST(letter_links)
{
	struct posted l;
	begin();
	write_to(louise, "With a link.");
	ok(!letter_is_due(c, false), "it waits");
	letter_add(c, &(struct letter){.person = paul, .subject = "s", .text = "Without."});
	ok(letter_is_due(c, false) && letter_take(c, false, &l) && l.person == paul, "the other does not");
	ok(!letter_take(c, false, &l), "nor keeps it company");
	end();
}

/* By the clock, as a test's mail server answers. */
TEST(plays_post)
{
	begin();
	c->plays_post = true;
	instant start = c->now;
	letters_answer(c, "paul@dube.example", "550");
	letter_add(c, &(struct letter){.person = louise,
			  .subject = "s",
			  .text = "t",
			  .kind = &client_kind,
			  .id = client,
			  .delay = 20});
	write_to(paul, "Hello.");
	is_int(letters_ahead(c->db, true), start, "the first");
	some_time_later(HOUR_SECONDS);
	time_passes(c);
	is_int(fate_of(louise).at - start, 20, "each leaves at its own instant");
	ok(fate_of(paul).state == LETTER_REFUSED && fate_of(paul).at == start, "or is refused then");
	is_int(GET(c, person, paul)->mail_failed_at, start, "which is noted at that instant too");
	is_int(letters_ahead(c->db, true), 0, "and nothing is ahead");
	letters_answer(c, "paul@dube.example", "none");
	write_to(paul, "Hello.");
	some_time_later(60);
	time_passes(c);
	is_int(fate_of(paul).state, LETTER_WAITING, "no mail server: it waits");
	letters_answer(c, "paul@dube.example", "250");
	time_passes(c);
	ok(fate_of(paul).state == LETTER_LEFT && fate_of(paul).at == c->now, "until there is one");
	ok(!letters_answer(c, "paul@dube.example", "251"), "no such answer");
	end();
}

/* ---- ways in ---------------------------------------------------------------------- */

TEST(letter_plain)
{
	struct posted l;
	begin();
	write_to(louise, "Hello.\n\nA recap waits for you.");
	letter_take(c, true, &l);
	const char *link = letter_link(c, SITE, &l);
	ok(strncmp(link, SITE "/l/", strlen(SITE) + 3) == 0 && strlen(link) == strlen(SITE) + 3 + 64,
	    "a link");
	is_text(letter_plain(c, SITE, &l),
	    arena_printf(c->arena, "Hello.\n\nA recap waits for you.\n\nRead it\n%s\n", link),
	    "below the text");
	is_text(letter_link(c, SITE, &l), link, "always the same");
	l.kind = NULL;
	is_text(letter_link(c, SITE, &l), SITE "/p", "about no record: the door");
	l.button = NULL;
	is_text(letter_plain(c, SITE, &l), "Hello.\n\nA recap waits for you.\n", "no button, no link");
	end();
}

TEST(letter_pass)
{
	struct posted l;
	struct pass pass = {0};
	begin();
	write_to(louise, "Hello.");
	letter_take(c, true, &l);
	const char *name = letter_link(c, "", &l) + strlen("/l/");
	ok(letter_pass(c, name, &pass) && pass.person == louise && pass.kind == KIND_CLIENT &&
		pass.id == client,
	    "says whom it lets in, and where");
	some_time_later(89 * DAY_SECONDS);
	ok(letter_pass(c, name, &pass), "for ninety days");
	change_email(louise, "lou@dube.example");
	ok(!letter_pass(c, name, &pass), "while the address it went to is theirs");
	change_email(louise, "louise@dube.example");
	ok(letter_pass(c, name, &pass), "and again when it is");
	struct pass open = {.person = louise, .kind = KIND_CLIENT, .id = client, .day = pass.day};
	ok(letter_pass(c, pass_name(c->arena, &c->firm->key, &open), &pass), "one of former days names none");
	some_time_later(DAY_SECONDS);
	ok(!letter_pass(c, name, &pass), "and no longer");
	some_time_later(-91 * DAY_SECONDS);
	ok(!letter_pass(c, name, &pass), "nor before it was written");
	end();
}

TEST(narrow_session)
{
	struct who who, seen;
	enum lang lang;
	const char *text;
	begin();
	ok(who_by_contact(c, louise, &who, &lang, &text) && who.client_id == client, "a contact");
	is_text(text, "louise@dube.example", "with their address");
	ok(!who_by_contact(c, claire, &who, &lang, &text), "nobody of us is one");
	who_by_contact(c, louise, &who, &lang, &text);
	const void *dube = record_get(c, &client_kind, client);
	const char *wide = session_create(c, &who);
	who.only_kind = &promise_kind;
	who.only_id = client;
	const char *narrow = session_create(c, &who);
	ok(who_by_session(c, wide, &seen, &lang, &text) && !seen.only_kind, "a wide session");
	c->who = seen;
	ok(record_visible(c, &client_kind, dube), "sees their firm");
	ok(who_by_session(c, narrow, &seen, &lang, &text) && seen.only_kind == &promise_kind, "a narrow one");
	c->who = seen;
	ok(!record_visible(c, &client_kind, dube), "does not: another kind has the same number");
	c->who.only_kind = &client_kind;
	ok(record_visible(c, &client_kind, dube), "unless it is about that");
	some_time_later(DAY_SECONDS);
	ok(!who_by_session(c, narrow, &seen, &lang, &text), "a day is all it lasts");
	ok(who_by_session(c, wide, &seen, &lang, &text), "the wide one stays");
	c->who = (struct who){.role = LEAD};
	some_time_later(-DAY_SECONDS);
	change_email(louise, "lou@dube.example");
	ok(!who_by_session(c, narrow, &seen, &lang, &text), "as long as the address is theirs");
	ok(!who_by_session(c, wide, &seen, &lang, &text),
	    "nor the wide one, let in by a code that was sent there");
	who_by_contact(c, louise, &who, &lang, &text);
	wide = session_create(c, &who);
	ok(who_by_session(c, wide, &seen, &lang, &text), "a new one lasts");
	deactivate(louise);
	ok(!who_by_session(c, wide, &seen, &lang, &text) && !who_by_contact(c, louise, &seen, &lang, &text),
	    "until they leave");
	end();
}

/* ---- what they say ------------------------------------------------------------------ */

/* One to whom the row names, Paul in French and Louise in English. */
static void row_written(enum letter_event event, struct posted *ret_fr, struct posted *ret_en)
{
	bool all = letter_rows[event].to == TO_CONTACTS;
	c->now -= 60; /* what waits for a moment has waited */
	struct letter_about about = {.to = all ? client : paul, .from = claire, .what = "12345678"};
	letter_send(c, event, &about);
	about.to = louise;
	if (!all)
		letter_send(c, event, &about);
	struct posted l;
	c->now += 60;
	while (letter_take(c, true, &l))
		*(l.lang == LANG_FR ? ret_fr : ret_en) = l;
}

static bool both_say(const struct posted *fr, const struct posted *en, const char *what)
{
	return !strstr(fr->text, what) == !strstr(en->text, what);
}

static bool is_filled(const struct posted *l)
{
	return !strpbrk(l->subject, "{}") && !strpbrk(l->text, "{}");
}

TEST(a_large_client)
{
	begin();
	for (int i = 0; i < 150; i++)
		person_new("Un", arena_printf(c->arena, "n%d@dube.example", i), "contact", "fr");
	int64_t before = letters_that(c, LETTER_WAITING);
	letter_send(c, LETTER_WRITTEN, &(struct letter_about){.to = client, .from = claire});
	is_int(letters_that(c, LETTER_WAITING) - before, 152, "nobody of them is left out");
	end();
}

static bool begins_with(const struct posted *fr, const struct posted *en, const char *whose)
{
	size_t n = strlen(whose);
	return strncmp(fr->subject, whose, n) == 0 && strncmp(fr->subject + n, "\u00a0: ", 4) == 0 &&
	       strncmp(en->subject, whose, n) == 0 && strncmp(en->subject + n, ": ", 2) == 0;
}

TEST(letter_rows)
{
	for (enum letter_event event = 0; event < LETTERS; event++) {
		struct posted fr = {0}, en = {0};
		begin();
		row_written(event, &fr, &en);
		ok(fr.person == paul && en.person == louise, letter_rows[event].subject);
		ok(strcmp(fr.subject, en.subject) != 0 && strcmp(fr.text, en.text) != 0,
		    "in either language");
		ok(!fr.button == !en.button && (!fr.button || strcmp(fr.button, en.button) != 0),
		    "its button");
		ok(is_filled(&fr) && is_filled(&en), "its places are known");
		ok(both_say(&fr, &en, "Claire") && both_say(&fr, &en, "Mistral") &&
			both_say(&fr, &en, "12345678"),
		    "the same ones");
		bool to_us = event >= LETTER_HEARD && event <= LETTER_HEARD_CHOSEN;
		ok(begins_with(&fr, &en, to_us ? "12345678" : "Mistral"),
		    to_us ? "begins with the client" : "begins with the firm");
		end();
	}
}

/* ---- codes ------------------------------------------------------------------------ */

/* The digits of the last letter. */
static const char *code_of(const char *email)
{
	struct posted l;
	int64_t person;
	const char *digits = code_give(c, email, &person);
	if (digits)
		letter_send(c, LETTER_CODE, &(struct letter_about){.to = person, .what = digits});
	if (!letter_take(c, true, &l))
		return NULL;
	size_t n = strcspn(l.text, "0123456789");
	return arena_strndup(c->arena, l.text + n, strspn(l.text + n, "0123456789"));
}

static const char *another(const char *digits)
{
	char *wrong = arena_strdup(c->arena, digits);
	wrong[0] = wrong[0] == '9' ? '0' : (char)(wrong[0] + 1);
	return wrong;
}

/* Whom it lets in, once; 0: nobody. */
static int64_t code_take(struct ctx *ctx, const char *email, const char *digits)
{
	const int64_t *people;
	int n = code_opens(ctx, email, digits, &people);
	code_use(ctx, people, n);
	return n ? people[0] : 0;
}

TEST(code_take)
{
	begin();
	const char *code = code_of("LOUISE@dube.example");
	is_int((int64_t)strlen(code), 8, "eight digits");
	is_int(code_take(c, "paul@dube.example", code), 0, "nobody else's");
	is_int(code_take(c, "louise@dube.example", another(code)), 0, "not these");
	is_int(code_take(c, "louise@dube.example", code), louise, "these");
	is_int(code_take(c, "louise@dube.example", code), 0, "once");
	end();
}

TEST(code_over)
{
	begin();
	const char *code = code_of("louise@dube.example");
	some_time_later(15 * 60);
	is_int(code_take(c, "louise@dube.example", code), 0, "not after a quarter of an hour");
	code = code_of("louise@dube.example");
	for (int i = 0; i < 5; i++)
		code_take(c, "louise@dube.example", another(code));
	is_int(code_take(c, "louise@dube.example", code), 0, "nor after five tries");
	end();
}

TEST(code_give)
{
	begin();
	ok(!code_of("claire@mistral.example"), "none for us, who have passwords");
	ok(!code_of("nobody@dube.example"), "none for who is unknown");
	const char *first = code_of("louise@dube.example"), *second = code_of("louise@dube.example");
	ok(first && second && code_of("louise@dube.example"), "three at a time");
	ok(!code_of("louise@dube.example"), "no more");
	is_int(code_take(c, "louise@dube.example", first), louise, "the first is as good as the last");
	end();
}

TEST_MAIN()
