/* What letters say, and to whom they go. */
#include "rules/letters.h"

#include <string.h>

#include "record/letter.h"
#include "rules/refs.h"

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

#define WORDS_MAX 10000

/* What a place is filled with; NULL: it is none. */
static const char *value_of(struct ctx *c, const struct letter_about *about, const char *place)
{
	const struct person *from = GET(c, person, about->from);
	const char *who = from ? from->name : c->firm->name;
	if (strcmp(place, "who") == 0)
		return who;
	if (strcmp(place, "first") == 0)
		return from ? first_name(c->arena, who) : who;
	if (strcmp(place, "firm") == 0)
		return c->firm->name;
	return strcmp(place, "what") == 0 ? about->what : NULL;
}

/* … where French says "de" before it: {de firm}. */
static const char *placed(struct ctx *c, const struct letter_about *about, const char *place)
{
	bool de = strncmp(place, "de ", strlen("de ")) == 0;
	const char *value = value_of(c, about, de ? place + strlen("de ") : place);
	return de && value ? say_of(c->arena, LANG_FR, value) : value;
}

/* What is no place stays as it is written. */
static const char *filled(struct ctx *c, const struct letter_about *about, const char *words)
{
	struct buf b = {.max = WORDS_MAX};
	while (*words) {
		const char *close = *words == '{' ? strchr(words, '}') : NULL, *value = NULL;
		if (close)
			value =
			    placed(c, about, arena_strndup(c->arena, words + 1, (size_t)(close - words - 1)));
		size_t n = 1 + strcspn(words + 1, "{");
		if (value)
			buf_puts(&b, value);
		else
			buf_add(&b, words, n);
		words = value ? close + 1 : words + n;
	}
	return buf_take(&b, c->arena, "");
}

static void send_to(
    struct ctx *c, int64_t person, const struct letter_row *row, const struct letter_about *about)
{
	enum lang lang = letter_lang(c, person);
	letter_add(c, &(struct letter){.person = person,
			  .subject = filled(c, about, tr(lang, row->subject)),
			  .text = filled(c, about, tr(lang, row->text)),
			  .button = row->button ? tr(lang, row->button) : NULL,
			  .kind = about->kind,
			  .id = about->id});
}

void letter_send(struct ctx *c, enum letter_event event, const struct letter_about *about)
{
	const struct letter_row *row = &letter_rows[event];
	int64_t to[REFS_MAX] = {about->to};
	int n = 1;
	if (row->to == TO_CONTACTS)
		n = refs_found(db_query(c->db, &contacts_of, "i", about->to), to);
	for (int i = 0; i < n; i++)
		send_to(c, to[i], row, about);
}
