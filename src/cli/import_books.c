/* A line of a ledger, a call of a log: whose client it is, and whether it stands in the
 * records already.  Two lines that are the same word for word may both be true, so what
 * counts is how many there are: the file's third such line is new when the records had
 * two before it. */
#include "cli/import.h"

#include <inttypes.h>
#include <search.h>
#include <string.h>

#include "base/phone.h"
#include "base/text.h"
#include "feed/books.h"
#include "record/visitor.h"
#include "rules/reach.h"

SQL(same_lines, "SELECT count(*) FROM entry WHERE client_id = $1 AND on_day = $2 AND kind = $3 AND "
		"coalesce(cents, -1) = $4 AND coalesce(minutes, -1) = $5 AND coalesce(note, '') = $6");
SQL(same_calls, "SELECT count(*) FROM exchange WHERE client_id = $1 AND at = $2 AND channel = 'phone'");
SELECT_ONLY(contacts_rung, person_kind, "client_id phone phones",
    "WHERE role = 'contact' AND phone IS NOT NULL ORDER BY id");
SQL(contact_of_address,
    "SELECT id, client_id FROM person WHERE role = 'contact' AND id IN " PEOPLE_AT " ORDER BY id LIMIT 1");
SQL(mandate_titled, "SELECT id FROM mandate WHERE client_id = $1 AND title = $2 ORDER BY id LIMIT 1");

#define NOTE_MAX 1000
#define SUBJECT_MAX 200
#define SAME_NUMBER 9 /* last figures: with and without what a country puts before them */

/* A contact found by how they are rung, or a line that was seen before. */
struct known {
	const char *key;
	int64_t id, client;
	int64_t seen, made; /* of lines: in this file, and of these, made */
};

struct books {
	struct ctx *c;
	struct arena *arena;   /* lives as long as the import */
	void *numbers, *lines; /* trees of struct known */
};

static int compare(const void *a, const void *b)
{
	return strcmp(((const struct known *)a)->key, ((const struct known *)b)->key);
}

/* The one of that key; the first time it is asked for, a new one. */
static struct known *known_at(struct books *b, void **tree, const char *key)
{
	struct known **found = tfind(&(struct known){.key = key}, tree, compare);
	if (found)
		return *found;
	struct known *new = ARENA_NEW(b->arena, struct known);
	new->key = arena_strdup(b->arena, key);
	tsearch(new, tree, compare);
	return new;
}

/* ---- whose it is ------------------------------------------------------------------- */

static const char *last_figures(struct arena *a, const char *phone)
{
	const char *dialled = phone_dialled(a, phone);
	size_t n = dialled ? strcspn(dialled, ",") : 0;
	return n < SAME_NUMBER ? NULL : arena_strndup(a, dialled + n - SAME_NUMBER, SAME_NUMBER);
}

/* Of several who have it, the first. */
static void keep_number(struct books *b, const struct person *p, const char *number)
{
	const char *key = last_figures(b->c->arena, number);
	struct known *one = key ? known_at(b, &b->numbers, key) : NULL;
	if (one && !one->id) {
		one->id = p->r.id;
		one->client = p->client_id;
	}
}

struct books *books_begin(struct ctx *c, struct arena *a)
{
	struct books *b = ARENA_NEW(a, struct books);
	*b = (struct books){.c = c, .arena = a};
	foreach (c, person, p, &contacts_rung, "") {
		struct ways numbers = ways_read(c, p, &by_phone);
		for (int i = 0; i < numbers.n; i++)
			keep_number(b, p, numbers.way[i].text);
	}
	return b;
}

static void keep_known(void *known)
{
	(void)known; /* it is the arena's */
}

void books_end(struct books *b)
{
	tdestroy(b->numbers, keep_known);
	tdestroy(b->lines, keep_known);
}

/* Of a call: whoever has that address, else one of these numbers. */
static struct known contact_of(struct books *b, const struct told *row)
{
	struct known found = {0};
	const char *address = row->emails.n ? row->emails.at[0].text : NULL;
	if (address)
		db_one(db_query(b->c->db, &contact_of_address, "tt", address,
			   address_inside(b->c->arena, address)),
		    "ii", &found.id, &found.client);
	for (int i = 0; i < row->booked->nnumbers && !found.id; i++) {
		const char *key = last_figures(b->c->arena, row->booked->number[i]);
		struct known **rung = key ? tfind(&(struct known){.key = key}, &b->numbers, compare) : NULL;
		found = rung ? **rung : found;
	}
	return found;
}

/* Whose contacts all are is believed before what the row says. */
static int64_t client_of(struct books *b, const struct import *im, struct told *row, client_by_name *find,
    const struct known *contact)
{
	const struct client *k = im->client ? record_find(b->c, &client_kind, im->client) : NULL;
	if (k)
		return k->r.id;
	int64_t id = row->company ? find(b->c, row->company) : contact->client;
	if (!id && row->company)
		row->why_not = arena_printf(im->arena, tr(b->c->lang, N_("There is no client called “%s”.")),
		    text_short(im->arena, row->company, 80));
	else if (!id && row->phones.n)
		row->why_not = arena_printf(im->arena, tr(b->c->lang, N_("No contact has the number “%s”.")),
		    text_short(im->arena, row->phones.at[0].text, 80));
	else if (!id)
		row->why_not = tr(b->c->lang, N_("This row names no client."));
	return id;
}

/* Whether the records had it before this file came to it. */
static bool stands_already(struct books *b, const char *key, int64_t there)
{
	struct known *line = known_at(b, &b->lines, key);
	bool stands = line->seen < there - line->made;
	line->seen++;
	line->made += !stands;
	return stands;
}

/* ---- what the door is asked for ------------------------------------------------------ */

static void input_number(json_t *input, const char *key, int64_t n)
{
	if (n != NOT_SAID)
		json_object_set_new(input, key, json_integer(n));
}

/* A title that no engagement has is kept in the note. */
static int64_t mandate_of(struct books *b, int64_t client, const struct booked *line)
{
	return line->mandate ? db_int(b->c->db, &mandate_titled, 0, "it", client, line->mandate) : 0;
}

static const char *note_of(struct books *b, const struct told *row, int64_t mandate)
{
	struct arena *a = b->c->arena;
	const char *title = mandate ? NULL : row->booked->mandate;
	const char *both = title && row->note ? arena_printf(a, "%s: %s", title, row->note)
			   : title            ? title
					      : row->note;
	return both ? text_short(a, both, NOTE_MAX) : "";
}

static const char *line_key(struct arena *a, int64_t client, const struct booked *l, const char *note)
{
	return arena_printf(a, "%" PRId64 " %s %s %" PRId64 " %" PRId64 " %s", client, l->on, l->kind,
	    l->cents, l->minutes, note);
}

static json_t *line_input(struct books *b, struct told *row, int64_t client)
{
	struct ctx *c = b->c;
	const struct booked *l = row->booked;
	int64_t mandate = mandate_of(b, client, l);
	const char *note = note_of(b, row, mandate);
	day on = 0;
	day_parse(l->on, &on);
	int64_t there =
	    db_int(c->db, &same_lines, 0, "iitiit", client, on, l->kind, l->cents, l->minutes, note);
	if (stands_already(b, line_key(c->arena, client, l, note), there)) {
		row->why_not = tr(c->lang, N_("This line stands in the ledger already."));
		return NULL;
	}
	json_t *input = json_object();
	input_number(input, "client_id", client);
	input_text(input, "kind", l->kind);
	input_text(input, "on", l->on);
	input_number(input, "cents", l->cents);
	input_number(input, "minutes", l->minutes);
	input_text(input, "note", *note ? note : NULL);
	input_number(input, "mandate_id", mandate ? mandate : NOT_SAID);
	return input;
}

/* Of two calls with one client in the same second, one is not known from the other. */
static json_t *call_input(
    struct books *b, const struct import *im, struct told *row, int64_t client, const struct known *contact)
{
	struct ctx *c = b->c;
	const struct booked *l = row->booked;
	const struct client *k = GET(c, client, client);
	int64_t owner = im->responsible ? colleague_meant(c, im->responsible) : k->responsible_id;
	instant at = 0;
	if (!instant_parse(&c->firm->calendar.zone, l->at, &at)) {
		row->why_not = arena_printf(im->arena, tr(c->lang, N_("“%s” is not a date.")), l->at);
		return NULL;
	}
	int64_t there = db_int(c->db, &same_calls, 0, "ii", client, at);
	if (stands_already(b, arena_printf(c->arena, "%" PRId64 " %" PRId64, client, at), there)) {
		row->why_not = tr(c->lang, N_("This call is noted already."));
		return NULL;
	}
	json_t *input = json_object();
	input_number(input, "client_id", client);
	input_text(input, "channel", "phone");
	input_text(input, "direction", l->direction);
	input_text(input, "at", l->at);
	input_number(input, "minutes", l->minutes);
	input_text(input, "subject", row->note ? text_short(c->arena, row->note, SUBJECT_MAX) : NULL);
	input_number(input, "our_person_id", owner);
	json_object_set_new(input, "needs_reply", json_false()); /* it was spoken, and is past */
	if (contact->id && contact->client == client)
		json_object_set_new(input, "contact_ids", json_pack("[I]", (json_int_t)contact->id));
	return input;
}

json_t *books_input(struct books *b, const struct import *im, struct told *row, client_by_name *find,
    const struct kind **ret_kind)
{
	bool call = im->of == OF_CALLS;
	const struct known contact = call ? contact_of(b, row) : (struct known){0};
	int64_t client = client_of(b, im, row, find, &contact);
	*ret_kind = call ? &exchange_kind : &entry_kind;
	if (!client)
		return NULL;
	return call ? call_input(b, im, row, client, &contact) : line_input(b, row, client);
}
