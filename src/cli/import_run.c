/* Takes rows in through the door, all in one transaction.  A row whose values
 * the door refuses is skipped and leaves nothing behind; any other failure ends
 * the import and nothing of it stays. */
#include "cli/import.h"

#include <string.h>
#include <unistd.h>

#include "base/text.h"
#include "rules/reach.h"

SQL(import_last, "SELECT coalesce(max(id), 0) FROM import");
SQL(import_begin, "INSERT INTO import (id, at, what, file) VALUES ($1, $2, $3, $4)");
SQL(import_made, "INSERT INTO import_row (import_id, kind, record_id) VALUES ($1, $2, $3)");
SQL(clients_folded, "SELECT id, name FROM client WHERE name_key = $1 ORDER BY id");
SELECT(contacts_named, person_kind, "WHERE name_key = $1 AND role = 'contact' ORDER BY id");
SQL(first_lead, "SELECT id FROM person WHERE role = 'lead' AND active = 1 ORDER BY id LIMIT 1");

#define ROUNDS_MAX 20 /* of clients waiting for who introduced them */
#define FILE_NAME_MAX 200

struct job {
	struct import *im;
	struct ctx *c;
	int64_t responsible;
	struct books *books; /* of a ledger or a log of calls */
	bool *over;          /* of each row: made or skipped */
	int done;            /* how many are */
	const char *broken;  /* set: the whole import fails, for this reason */
};

/* ---- records ------------------------------------------------------------ */

/* The new record's id; 0: refused, and the row says why. */
static int64_t make(struct job *j, struct told *row, const struct kind *k, json_t *input)
{
	struct outcome done;
	bool made = act_as_program(j->c, &(struct call){.kind = k, .verb = "create", .input = input}, &done);
	json_decref(input);
	if (!made) {
		row->why_not = arena_strdup(j->im->arena, refusal_sentence(j->c, &done.refusal, true));
		if (strcmp(done.refusal.code->code, "invalid") != 0)
			j->broken = row->why_not; /* no fault of the row's values */
		return 0;
	}
	int64_t id = ((const struct record *)done.rec)->id;
	db_run(j->c->db, &import_made, "iii", j->im->id, (int64_t)k->number, id);
	return id;
}

/* "Müller" and "Muller" are two firms: who reads the one's prices must not be of the
 * other. */
static int64_t client_named(struct ctx *c, const char *name)
{
	struct arena *a = c->arena;
	const char *key = text_name_key(a, name), *other;
	int64_t id, found = 0;
	struct db_query *q = db_query(c->db, &clients_folded, "t", text_name_folded(a, name));
	while (db_row(q, "it", &id, &other))
		if (!found && strcmp(text_name_key(a, other), key) == 0)
			found = id;
	return found;
}

static int64_t find_client(struct job *j, const char *name)
{
	return client_named(j->c, name);
}

static int64_t in_charge_of(struct job *j, const struct told *row)
{
	int64_t owner = row->owner_email ? colleague_meant(j->c, row->owner_email) : 0;
	return owner ? owner : j->responsible;
}

static json_t *new_client(struct job *j, const struct told *row, const char *name)
{
	json_t *input = json_object();
	input_text(input, "name", name);
	input_text(input, "state", "active");
	input_text(input, "lang", row->lang);
	json_object_set_new(input, "responsible_id", json_integer(in_charge_of(j, row)));
	return input;
}

static void make_client(struct job *j, struct told *row)
{
	if (find_client(j, row->name)) {
		row->why_not = tr(j->c->lang, N_("There is a client of this name already."));
		return;
	}
	json_t *input = new_client(j, row, row->name);
	input_text(input, "kind", row->kind);
	int64_t referrer = row->referred_by ? find_client(j, row->referred_by) : 0;
	if (referrer)
		json_object_set_new(input, "referred_by_client_id", json_integer(referrer));
	else
		input_text(input, "referred_by_text", row->referred_by);
	make(j, row, &client_kind, input);
}

/* The client of this contact: found, or made; 0: the row says why not. */
static int64_t client_for(struct job *j, struct told *row)
{
	if (!row->company) {
		row->why_not =
		    tr(j->c->lang, N_("This row names no company; --client says whose contacts all are."));
		return 0;
	}
	int64_t id = find_client(j, row->company);
	return id ? id : make(j, row, &client_kind, new_client(j, row, row->company));
}

/* --client is believed, and what the row says is said: people of another firm would read
 * what is this client's. */
static void say_other_company(struct job *j, struct told *row)
{
	struct arena *a = j->im->arena;
	const struct client *k = GET(j->c, client, j->im->client_id);
	if (!row->company || row->left_out ||
	    strcmp(text_name_key(a, row->company), text_name_key(a, k->name)) == 0)
		return;
	row->left_out =
	    arena_printf(a, tr(j->c->lang, N_("Its company is “%s”: taken as a contact of “%s”.")),
		text_short(a, row->company, 80), text_short(a, k->name, 80));
}

static bool has_way(struct job *j, const struct person *p, const struct reach *by, const char *text)
{
	struct ways all = ways_read(j->c, p, by);
	const struct way one = {.text = text};
	for (int i = 0; i < all.n; i++)
		if (way_is_same(j->c->arena, by, &all.way[i], &one))
			return true;
	return false;
}

/* By an address; who has none in the file, by there being nothing new about them. */
static bool is_them(struct job *j, const struct person *p, const struct told *row)
{
	for (int i = 0; i < row->emails.n; i++)
		if (has_way(j, p, &by_mail, row->emails.at[i].text))
			return true;
	for (int i = 0; i < row->phones.n; i++)
		if (!has_way(j, p, &by_phone, row->phones.at[i].text))
			return false;
	return row->emails.n == 0;
}

static bool is_known(struct job *j, const struct told *row, int64_t client)
{
	bool known = false;
	foreach (j->c, person, p, &contacts_named, "t", text_name_folded(j->c->arena, row->name))
		known = known || (p->client_id == client && is_them(j, p, row));
	return known;
}

static json_t *list_of(const struct reached *all, const char *key)
{
	json_t *list = json_array();
	for (int i = 0; i < all->n; i++) {
		json_t *one = json_object();
		input_text(one, key, all->at[i].text);
		input_text(one, "label", all->at[i].label);
		json_array_append_new(list, one);
	}
	return list;
}

static void make_contact(struct job *j, struct told *row)
{
	int64_t client = j->im->client_id ? j->im->client_id : client_for(j, row);
	if (row->why_not)
		return;
	if (is_known(j, row, client)) {
		row->why_not = phrased(j->c, N_("%s is a contact of this client already."), row->name);
		row->why_not = arena_strdup(j->im->arena, row->why_not);
		return;
	}
	json_t *input = json_object();
	input_text(input, "name", row->name);
	json_object_set_new(input, "emails", list_of(&row->emails, "address"));
	json_object_set_new(input, "phones", list_of(&row->phones, "number"));
	input_text(input, "lang", row->lang);
	input_text(input, "role", "contact");
	json_object_set_new(input, "client_id", json_integer(client));
	if (make(j, row, &person_kind, input) && j->im->client_id)
		say_other_company(j, row);
}

static void make_booked(struct job *j, struct told *row)
{
	const struct kind *k;
	json_t *input = books_input(j->books, j->im, row, client_named, &k);
	if (input)
		make(j, row, k, input);
}

/* ---- rows --------------------------------------------------------------- */

static void progress_print(const struct job *j)
{
	static const char bar[] = "##############################";
	int n = j->im->rows.n, width = (int)sizeof bar - 1, full = (int)((int64_t)width * j->done / n);
	if (!isatty(STDERR_FILENO))
		return;
	if (j->done == n)
		fputs("\r\033[K", stderr);
	else if (j->done % (n / 50 + 1) == 0)
		fprintf(stderr, "\r[%.*s%*s] %d of %d", full, bar, width - full, "", j->done, n);
}

/* A contact that is refused takes the client made for it back with it. */
static void make_row(struct job *j, struct told *row)
{
	struct db *db = j->c->db;
	db_savepoint(db);
	if (j->im->of == OF_CLIENTS)
		make_client(j, row);
	else if (j->im->of == OF_CONTACTS)
		make_contact(j, row);
	else
		make_booked(j, row);
	if (db_failed(db))
		j->broken = db_error(db);
	else if (row->why_not)
		db_rollback_to(db);
	else
		db_release(db);
}

static void do_row(struct job *j, int i)
{
	struct told *row = &j->im->rows.row[i];
	if (!row->why_not)
		make_row(j, row);
	j->over[i] = true;
	j->im->skipped += row->why_not != NULL;
	j->im->made += !row->why_not;
	j->done++;
	progress_print(j);
}

/* Whoever introduced this client may come further down in the file. */
static bool waits_for_another(struct job *j, const struct told *row)
{
	return !row->why_not && row->referred_by && !find_client(j, row->referred_by);
}

/* How many rows were done. */
static int do_round(struct job *j, bool patient, struct arena *page)
{
	int before = j->done;
	for (int i = 0; i < j->im->rows.n && !j->broken; i++) {
		if (!j->over[i] && !(patient && waits_for_another(j, &j->im->rows.row[i])))
			do_row(j, i);
		j->c->cache = NULL; /* what was read lies in there */
		arena_reset(page);
	}
	return j->done - before;
}

static void do_rows(struct job *j)
{
	struct ctx *c = j->c;
	struct arena *own = c->arena, *page = arena_new();
	c->arena = page;
	db_set_arena(c->db, page);
	for (int i = 0; i < ROUNDS_MAX && do_round(j, true, page) > 0; i++)
		;
	do_round(j, false, page);
	c->arena = own;
	c->cache = NULL;
	db_set_arena(c->db, own);
	arena_free(page);
}

/* ---- the whole ---------------------------------------------------------- */

static const char *file_name(struct ctx *c, const char *path)
{
	const char *slash = strrchr(path, '/'), *name = slash ? slash + 1 : path;
	return text_short(c->arena, text_to_utf8(c->arena, name, strlen(name), NULL), FILE_NAME_MAX);
}

/* NULL, or what must be there before any row. */
static const char *what_is_missing(struct job *j)
{
	struct import *im = j->im;
	j->responsible =
	    im->responsible ? colleague_meant(j->c, im->responsible) : db_int(j->c->db, &first_lead, 0, "");
	if (!j->responsible)
		return im->responsible ? "nobody of us has the e-mail address after --responsible"
				       : "there is no lead";
	const struct client *k = im->client ? record_find(j->c, &client_kind, im->client) : NULL;
	if (im->client && !k)
		return "there is no client of the number after --client";
	im->client_id = k ? k->r.id : 0;
	return NULL;
}

static bool work(struct ctx *c, void *user)
{
	struct job *j = user;
	j->c = c;
	c->takes_over = true;
	j->broken = what_is_missing(j);
	if (j->broken)
		return false;
	j->im->id = db_int(c->db, &import_last, 0, "") + 1;
	db_run(c->db, &import_begin, "iitt", j->im->id, c->now, j->im->what, file_name(c, j->im->file));
	j->books = j->im->of == OF_LEDGER || j->im->of == OF_CALLS ? books_begin(c, j->im->arena) : NULL;
	do_rows(j);
	if (j->books)
		books_end(j->books);
	return !j->broken && j->im->made > 0 && !j->im->dry_run;
}

bool import_run(struct import *im, struct desk *desk, char error[256])
{
	struct job j = {.im = im, .over = ARENA_ARRAY(im->arena, bool, im->rows.n + 1)};
	if (desk_write(desk, NULL, desk->firm->lang, work, &j, error))
		return true;
	im->id = 0;
	if (j.broken && !error[0])
		snprintf(error, 256, "nothing was imported: %s", j.broken);
	return !error[0];
}
