/* What letters say, and to whom they go. */
#include "rules/letters.h"

#include "base/text.h"
#include "record/letter.h"

SQL(contacts_of, "SELECT id FROM person WHERE client_id = $1 AND active = 1 ORDER BY id");

const struct letter_row letter_rows[LETTERS] = {
    [LETTER_WRITTEN] = {TO_CONTACTS, N_("Entente: a message from {first}"),
	N_("{who}, of {firm}, has written to you.\n\nYou can read it, and answer, in your space."),
	N_("Read and answer")},
    [LETTER_REMINDER] = {TO_CONTACTS, N_("Entente: a message from {first}"),
	N_("{who}, of {firm}, is waiting for your answer.\n\nYou can read it, and answer, in your space."),
	N_("Read and answer")},
    [LETTER_CODE] = {TO_PERSON, N_("Entente: your code"),
	N_("Here is the code you asked for: {what}\n\n"
	   "It is good for fifteen minutes. If you did not ask for it, there is nothing to do."),
	NULL},
    [LETTER_PASSWORD] = {TO_PERSON, N_("Entente: your password was changed"),
	N_("The password you log in with at {firm} was changed.\n\n"
	   "If it was you, there is nothing to do. If not, tell your colleagues at once."),
	NULL},
};

/* ---- what its {places} are filled with -------------------------------------------- */

struct telling {
	struct ctx *c;
	const struct letter_about *about;
};

static const char *who(const void *from)
{
	const struct telling *t = from;
	const struct person *p = GET(t->c, person, t->about->from);
	return p ? p->name : t->c->firm->name;
}

static const char *firm(const void *from)
{
	return ((const struct telling *)from)->c->firm->name;
}

static const char *what(const void *from)
{
	return ((const struct telling *)from)->about->what;
}

static const char *first(const void *from)
{
	const struct telling *t = from;
	return t->about->from ? first_name(t->c->arena, who(from)) : firm(from);
}

static const char *de_first(const void *from)
{
	return say_of(((const struct telling *)from)->c->arena, LANG_FR, first(from));
}

static const char *de_firm(const void *from)
{
	return say_of(((const struct telling *)from)->c->arena, LANG_FR, firm(from));
}

static const struct place places[] = {{"who", who}, {"first", first}, {"firm", firm}, {"what", what},
    {"de first", de_first}, {"de firm", de_firm}, {0}};

static void send_to(
    struct ctx *c, int64_t person, const struct letter_row *row, const struct letter_about *about)
{
	enum lang lang = letter_lang(c, person);
	struct telling from = {c, about};
	letter_add(c, &(struct letter){.person = person,
			  .subject = text_fill(c->arena, tr(lang, row->subject), places, &from),
			  .text = text_fill(c->arena, tr(lang, row->text), places, &from),
			  .button = row->button ? tr(lang, row->button) : NULL,
			  .kind = about->kind,
			  .id = about->id});
}

void letter_send(struct ctx *c, enum letter_event event, const struct letter_about *about)
{
	const struct letter_row *row = &letter_rows[event];
	const int64_t *to = &about->to;
	int n = 1;
	if (row->to == TO_CONTACTS)
		n = ids_found(c, db_query(c->db, &contacts_of, "i", about->to), &to);
	for (int i = 0; i < n; i++)
		send_to(c, to[i], row, about);
}
