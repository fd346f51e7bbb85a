/* What letters say, to whom they go, and what follows once they have. */
#include "rules/letters.h"

#include <string.h>

#include "base/text.h"
#include "record/letter.h"
#include "rules/deliver.h"
#include "rules/refs.h"
#include "rules/settings.h"
#include "rules/writing.h"

SQL(contacts_of, "SELECT id FROM person WHERE client_id = $1 AND active = 1 ORDER BY id");

/* What a client reads below the first line, whatever came. */
#define NOTHING_TO_LEARN \
	N_("There is nothing to install, and nothing to remember: the button below is your way in.")

const struct letter_row letter_rows[LETTERS] = {
    [LETTER_WRITTEN] = {TO_CONTACTS, false, N_("{firm}: a message from {first}"),
	N_("{who}, of {firm}, has sent you a message."), N_("Read and answer")},
    [LETTER_RECAP] = {TO_CONTACTS, false, N_("{firm}: a recap from {first}"),
	N_("{who}, of {firm}, has sent you a recap."), N_("Read and answer")},
    [LETTER_AGREEMENT] = {TO_CONTACTS, false, N_("{firm}: an agreement to read, from {first}"),
	N_("{who}, of {firm}, has sent you an agreement to read."), N_("Read and answer")},
    [LETTER_ANSWER] = {TO_CONTACTS, false, N_("{firm}: an answer from {first}"),
	N_("{who}, of {firm}, has answered you."), N_("Read and answer")},
    [LETTER_REMINDER] = {TO_CONTACTS, true, N_("{firm}: a message from {first}"),
	N_("{who}, of {firm}, is waiting for your answer."), N_("Read and answer")},
    [LETTER_CODE] = {TO_PERSON, true, N_("{firm}: your code"),
	N_("Here is the code you asked for: {what}\n\n"
	   "It is good for fifteen minutes. If you did not ask for it, there is nothing to do."),
	NULL},
    [LETTER_PASSWORD] = {TO_PERSON, true, N_("{firm}: your password was changed"),
	N_("The password you log in with at {firm} was changed.\n\n"
	   "If it was you, there is nothing to do. If not, tell your colleagues at once."),
	NULL},
    [LETTER_INVITE] = {TO_PERSON, true, N_("{firm}: {first} invites you to Entente"),
	N_("{who} has added you to the team of {firm} in Entente.\n\n"
	   "The button below lets you choose your password. It is good once, for seven days."),
	N_("Choose my password")},
    [LETTER_RESET] = {TO_PERSON, true, N_("{firm}: a new password"),
	N_("Somebody asked for a new password at {firm} for this address.\n\n"
	   "If it was you, the button below lets you choose it. It is good once, for one hour. If not, there "
	   "is nothing to do: the one you have still opens."),
	N_("Choose a new password")},
    [LETTER_HEARD] = {TO_PERSON, true, N_("{what}: a message from {first}"),
	N_("{who}, of {what}, has written to you."), N_("Read and answer")},
    [LETTER_HEARD_URGENT] = {TO_PERSON, true, N_("{what}: an urgent message from {first}"),
	N_("{who}, of {what}, has written to you and says that it is urgent."), N_("Read and answer")},
    [LETTER_HEARD_WRONG] = {TO_PERSON, true, N_("{what}: something is wrong, says {first}"),
	N_("{who}, of {what}, says that something is wrong."), N_("Read it, then call")},
    [LETTER_HEARD_CORRECTED] = {TO_PERSON, true, N_("{what}: a correction from {first}"),
	N_("{who}, of {what}, corrects what you wrote to them."), N_("Read and correct")},
    [LETTER_HEARD_CONFIRMED] = {TO_PERSON, true, N_("{what}: a yes from {first}"),
	N_("{who}, of {what}, confirms what you wrote to them."), N_("See it")},
    [LETTER_HEARD_CHOSEN] = {TO_PERSON, true, N_("{what}: {first} has chosen"),
	N_("{who}, of {what}, has chosen among the possible ways you proposed."), N_("See it")},
    [LETTER_DIGEST] = {TO_PERSON, true, N_("{firm}: your day"),
	N_("Here is what waits for you today.\n\n{what}"), N_("Open the day")},
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

static const char *text_of(struct ctx *c, enum lang lang, const struct letter_row *row, struct telling *from)
{
	const char *text = text_fill(c->arena, tr(lang, row->text), places, from);
	return row->to != TO_CONTACTS ? text
				      : arena_printf(c->arena, "%s\n\n%s", text, tr(lang, NOTHING_TO_LEARN));
}

static void send_to(
    struct ctx *c, int64_t person, const struct letter_row *row, const struct letter_about *about)
{
	enum lang lang = letter_lang(c, person);
	struct telling from = {c, about};
	letter_add(c, &(struct letter){.person = person,
			  .subject = text_fill(c->arena, tr(lang, row->subject), places, &from),
			  .text = text_of(c, lang, row, &from),
			  .button = row->button ? tr(lang, row->button) : NULL,
			  .kind = about->kind,
			  .id = about->id,
			  .path = about->path,
			  .delay = row->at_once ? 0 : settings_of(c)->undo_s,
			  .good_until = about->good_until});
}

void letter_send(struct ctx *c, enum letter_event event, const struct letter_about *about)
{
	const struct letter_row *row = &letter_rows[event];
	int64_t named[REFS_MAX];
	const int64_t *to = &about->to;
	int n = 1;
	if (row->to == TO_CONTACTS && about->readers) {
		n = refs_read(about->readers, named);
		to = named;
	} else if (row->to == TO_CONTACTS) {
		n = ids_found(c, db_query(c->db, &contacts_of, "i", about->to), &to);
	}
	for (int i = 0; i < n; i++)
		send_to(c, to[i], row, about);
}

/* ---- once they have ended ------------------------------------------------------------ */

static void reminded(struct act *a)
{
	REC(a, writing)->reminded_at = a->ctx->now;
}

static void not_reminded(struct act *a)
{
	REC(a, writing)->reminded_at = 0;
}

/* A reminder reminds when it leaves (api.md 3.6); one that came back did not. */
static void reminder_ended(struct ctx *c, const struct posted *l, enum letter_state how)
{
	const struct writing *w = l->kind == &writing_kind ? GET(c, writing, l->record) : NULL;
	if (!w || !l->good_until)
		return;
	if (how == LETTER_LEFT && !w->reminded_at)
		change(c, &writing_kind, w->r.id, "reminded_by_mail", reminded);
	else if (l->left_at && l->left_at == w->reminded_at && !reminders_left_about(c, l->kind, l->record))
		change(c, &writing_kind, w->r.id, "reminder_came_back", not_reminded);
}

/* An address that is another meanwhile has refused nothing. */
static void address_noted(struct ctx *c, const struct posted *l, bool arrived)
{
	const struct person *p = GET(c, person, l->person);
	if (p->email && strcmp(p->email, l->address) == 0)
		person_mail_noted(c, l->person, arrived);
}

void letter_ended(struct ctx *c, const struct posted *l, enum letter_state how)
{
	if (how != LETTER_EXPIRED)
		address_noted(c, l, how == LETTER_LEFT);
	if (!l->good_until) /* a reminder is none of what was sent */
		deliver_noted(c, l->kind, l->record, how);
	reminder_ended(c, l, how);
}
