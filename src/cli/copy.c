/* entente backup and entente restore: every row of every table, from either
 * engine to one SQLite file and back, so that moving from one engine to the
 * other is a backup and a restore.
 *
 * What is copied is read from the catalogue of the tables just made.  Values
 * travel as text, which both engines turn into the column's type and which tells
 * nothing from zero.  The search index is not copied but made again. */
#include "cli/cli.h"

#include <errno.h>
#include <fcntl.h>
#include <libgen.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/buf.h"
#include "record/schema.h"
#include "record/search.h"

SQL(meta_clear, "DELETE FROM meta");

/* Of SQLite alone, so it is not among the statements that both engines take. */
static const struct sql copy_into = {.name = "copy_into", .text = "VACUUM INTO $1"};

/* Every column of every table, and its place in the primary key. */
SQL2(catalogue,
    "SELECT t.name, c.name, c.pk FROM pragma_table_list t JOIN pragma_table_info(t.name) c "
    "WHERE t.schema = 'main' AND t.strict = 1 AND t.name <> 'search_queue' ORDER BY t.name, c.cid",
    "SELECT c.table_name, c.column_name, k.ordinal_position FROM information_schema.columns c "
    "LEFT JOIN information_schema.key_column_usage k ON k.table_schema = c.table_schema "
    "AND k.table_name = c.table_name AND k.column_name = c.column_name "
    "AND k.constraint_name = c.table_name || '_pkey' WHERE c.table_schema = current_schema() "
    "AND c.table_name NOT LIKE 'search%' ORDER BY c.table_name, c.ordinal_position");

/* Every reference between tables of PostgreSQL, made to be asked at once or later. */
#define EACH_REFERENCE(how) \
	"DO $$DECLARE f record; BEGIN FOR f IN SELECT conrelid::regclass AS of, conname AS name " \
	"FROM pg_constraint WHERE contype = 'f' AND connamespace = current_schema()::regnamespace " \
	"LOOP EXECUTE format('ALTER TABLE %s ALTER CONSTRAINT %I " how "', f.of, f.name); END LOOP; END$$"

#define COLUMNS_MAX 100
#define KEYS_MAX 8
#define PAGE_ROWS 1000

struct table {
	const char *name;
	int columns, keys;
	const char *column[COLUMNS_MAX];
	int key[KEYS_MAX]; /* columns of its primary key, in order */
	struct table *next;
};

struct copy {
	struct db *from, *to;
	const struct firm *firm;
	struct arena *arena; /* for the whole copy */
	struct arena *page;  /* for some rows */
	struct table *tables;
};

/* ---- what there is ------------------------------------------------------ */

static void table_add(struct copy *c, const char *name, const char *column, int64_t key)
{
	struct table *t = c->tables;
	if (!t || strcmp(t->name, name) != 0) {
		t = ARENA_NEW(c->arena, struct table);
		t->name = name;
		t->next = c->tables;
		c->tables = t;
	}
	if (t->columns == COLUMNS_MAX || key > KEYS_MAX)
		abort(); /* the schema has outgrown this program */
	if (key > 0) {
		t->key[key - 1] = t->columns;
		t->keys++;
	}
	t->column[t->columns++] = column;
}

static void tables_read(struct copy *c)
{
	const char *table, *column;
	int64_t key;
	db_set_arena(c->to, c->arena);
	struct db_query *q = db_query(c->to, &catalogue, "");
	while (db_row(q, "tti", &table, &column, &key))
		table_add(c, table, column, key);
}

/* ---- statements --------------------------------------------------------- */

static void add_columns(struct buf *b, const struct table *t)
{
	for (int i = 0; i < t->columns; i++)
		buf_printf(b, "%s%s", i ? ", " : "", t->column[i]);
}

static void add_keys(struct buf *b, const struct table *t)
{
	for (int i = 0; i < t->keys; i++)
		buf_printf(b, "%s%s", i ? ", " : "", t->column[t->key[i]]);
}

static void add_parameters(struct buf *b, int n)
{
	for (int i = 1; i <= n; i++)
		buf_printf(b, "%s$%d", i > 1 ? ", " : "", i);
}

/* Statements stay with their connections, so they stay as long as the copy. */
static const struct sql *statement(struct copy *c, const struct table *t, struct buf *text)
{
	struct sql *s = ARENA_NEW(c->arena, struct sql);
	*s = (struct sql){.name = t->name, .text = arena_strdup(c->arena, text->p)};
	buf_clear(text);
	return s;
}

/* A page of rows by key: the first, or those after the last one seen. */
static const struct sql *page_statement(struct copy *c, const struct table *t, bool first, struct buf *b)
{
	buf_puts(b, "SELECT ");
	add_columns(b, t);
	buf_printf(b, " FROM %s", t->name);
	if (!first) {
		buf_puts(b, " WHERE (");
		add_keys(b, t);
		buf_puts(b, ") > (");
		add_parameters(b, t->keys);
		buf_char(b, ')');
	}
	buf_puts(b, " ORDER BY ");
	add_keys(b, t);
	buf_printf(b, " LIMIT %d", PAGE_ROWS);
	return statement(c, t, b);
}

static const struct sql *insert_statement(struct copy *c, const struct table *t, struct buf *b)
{
	buf_printf(b, "INSERT INTO %s (", t->name);
	add_columns(b, t);
	buf_puts(b, ") VALUES (");
	add_parameters(b, t->columns);
	buf_char(b, ')');
	return statement(c, t, b);
}

/* ---- copying ------------------------------------------------------------ */

/* So many letters t: every value is a text. */
static const char *texts(int n)
{
	static const char all[] = "tttttttttttttttttttttttttttttttttttttttttttttttttt"
				  "tttttttttttttttttttttttttttttttttttttttttttttttttt";
	_Static_assert(sizeof all - 1 == COLUMNS_MAX, "a letter for each column");
	return all + COLUMNS_MAX - n;
}

/* Copies one page; how many rows it had.  `last` becomes the key of its last. */
static int page_copy(struct copy *c, const struct table *t, struct db_query *q, const struct sql *insert,
    union db_value last[KEYS_MAX])
{
	union db_value row[COLUMNS_MAX];
	int rows = 0;
	while (db_row_values(q, texts(t->columns), row)) {
		db_run_values(c->to, insert, texts(t->columns), row);
		for (int i = 0; i < t->keys; i++)
			last[i] = row[t->key[i]];
		rows++;
	}
	return rows;
}

static void table_copy(struct copy *c, const struct table *t)
{
	struct buf b = {.max = 1 << 16};
	const struct sql *first = page_statement(c, t, true, &b), *next = page_statement(c, t, false, &b);
	const struct sql *insert = insert_statement(c, t, &b);
	buf_free(&b);

	union db_value last[KEYS_MAX];
	struct arena *page[2] = {c->page, arena_new()}; /* the last key is of the page before */
	db_set_arena(c->from, page[0]);
	int rows = page_copy(c, t, db_query(c->from, first, ""), insert, last);
	for (int i = 1; rows == PAGE_ROWS; i = !i) {
		arena_reset(page[i]);
		db_set_arena(c->from, page[i]);
		rows = page_copy(c, t, db_query_values(c->from, next, texts(t->keys), last), insert, last);
	}
	db_set_arena(c->from, c->arena);
	arena_reset(c->page);
	arena_free(page[1]);
}

/* ---- the search index, made again --------------------------------------- */

static void record_note(struct ctx *c, const struct kind *k, const void *rec, void *user)
{
	(void)user;
	search_note(c, k, NULL, rec);
}

/* Queues the words of every record, as if it were new. */
static void words_note(struct copy *c)
{
	struct ctx ctx = {.arena = c->page, .db = c->to, .firm = c->firm};
	record_each(&ctx, record_note, NULL);
}

/* In transactions of its own: PostgreSQL would walk over every entry that left
 * the queue in the same one. */
static bool words_index(struct copy *c)
{
	db_set_arena(c->to, c->page);
	for (bool more = true; more;) {
		if (!db_begin(c->to))
			return false;
		more = search_catch_up(c->to, c->page, PAGE_ROWS);
		if (!db_commit(c->to))
			return false;
		arena_reset(c->page);
	}
	return true;
}

/* ---- everything --------------------------------------------------------- */

/* People name clients and clients name people, so references are put aside and
 * asked once all rows are there: on SQLite only outside a transaction. */
static bool target_begin(struct db *to, struct arena *a)
{
	bool lite = db_engine(to) == DB_SQLITE;
	if (lite && !db_script(to, "PRAGMA foreign_keys = OFF"))
		return false;
	if (!db_begin(to) || !db_script(to, schema_text(a, db_engine(to))) || !db_run(to, &meta_clear, ""))
		return false;
	return lite || db_script(to, EACH_REFERENCE("DEFERRABLE INITIALLY DEFERRED"));
}

static bool references_hold(struct db *to)
{
	if (db_engine(to) == DB_POSTGRES && (!db_script(to, "SET CONSTRAINTS ALL IMMEDIATE") ||
						!db_script(to, EACH_REFERENCE("NOT DEFERRABLE"))))
		return false;
	return schema_references_hold(to);
}

static bool rows_copy(struct copy *c)
{
	tables_read(c);
	for (const struct table *t = c->tables; t; t = t->next)
		table_copy(c, t);
	words_note(c);
	return references_hold(c->to) && !db_failed(c->from);
}

static const char *why_not(const struct copy *c)
{
	if (db_failed(c->from))
		return db_error(c->from);
	return *db_error(c->to) ? db_error(c->to) : "a record names another one that is not there";
}

/* Makes the tables and fills them, all or nothing; then the index. */
static bool copy_all(struct desk *from, struct db *to, char error[256])
{
	struct copy c = {
	    .from = from->db, .to = to, .firm = from->firm, .arena = from->arena, .page = arena_new()};
	db_read_begin(c.from); /* one state of the records, whatever the server does meanwhile */
	bool copied = target_begin(to, c.arena) && rows_copy(&c) && db_commit(to);
	if (!copied)
		snprintf(error, 256, "nothing was copied: %s", why_not(&c));
	db_rollback(to);
	db_read_end(c.from);
	bool indexed = copied && words_index(&c);
	if (copied && !indexed)
		snprintf(
		    error, 256, "all is copied, but the search index could not be made: %s", db_error(to));
	arena_free(c.page);
	return indexed;
}

/* ---- backup ------------------------------------------------------------- */

static bool part_write(struct desk *from, const char *part, char error[256])
{
	struct db *to = db_open(arena_printf(from->arena, "sqlite:%s", part), DB_CREATE, error);
	if (!to)
		return false;
	/* Without a log beside it, it is one file that can be read anywhere. */
	bool written = copy_all(from, to, error);
	if (written && !db_script(to, "PRAGMA journal_mode = DELETE")) {
		snprintf(error, 256, "%s", db_error(to));
		written = false;
	}
	db_close(to);
	return written;
}

/* SQLite has brought the file to the disk; its new name must go there too. */
static bool part_finish(struct arena *a, const char *part, const char *path, char error[256])
{
	int folder = -1;
	bool named = rename(part, path) == 0;
	if (named)
		folder = open(dirname(arena_strdup(a, path)), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	bool kept = folder >= 0 && fsync(folder) == 0;
	if (!kept)
		snprintf(error, 256, "%.150s could not be written: %s", path, strerror(errno));
	if (folder >= 0)
		close(folder);
	return kept;
}

static bool backup(struct desk *from, const char *path, char error[256])
{
	const char *part = arena_printf(from->arena, "%s.part", path);
	database_remove(from->arena, part); /* of a backup that was cut short */
	bool done = part_write(from, part, error) && part_finish(from->arena, part, path, error);
	if (!done)
		database_remove(from->arena, part);
	return done;
}

int backup_command(const struct args *args)
{
	char error[256];
	const char *path = args_text(args, "out");
	if (access(path, F_OK) == 0)
		return fail("%s exists already: nothing was written", path);
	return backup(args->desk, path, error) ? DONE : fail("%s", error);
}

/* ---- restore ------------------------------------------------------------ */

static bool restore(struct desk *from, const char *url, char error[256])
{
	struct db *to = db_open(url, DB_CREATE, error);
	if (!to)
		return false;
	bool done = false;
	db_set_arena(to, from->arena);
	if (schema_version(to) != 0)
		snprintf(error, 256, "this database is already in use: nothing was changed");
	else
		done = copy_all(from, to, error);
	db_close(to);
	return done;
}

static bool restore_file(struct arena *a, const char *path, enum db_use use, const char *url, char error[256])
{
	struct desk desk;
	if (!desk_open(&desk, arena_printf(a, "sqlite:%s", path), use, error))
		return false;
	bool done = restore(&desk, url, error);
	desk_close(&desk);
	return done;
}

static bool file_copy(struct arena *a, const char *path, const char *copy, char error[256])
{
	struct db *db = db_open(arena_printf(a, "sqlite:%s", path), DB_READ, error);
	bool copied = db && db_run(db, &copy_into, "t", copy);
	if (db && !copied)
		snprintf(error, 256, "%s", db_error(db));
	db_close(db);
	return copied;
}

/* What an older Entente wrote is brought up to date in a copy: a backup stays
 * what it was. */
static bool restore_older(struct arena *a, const char *path, const char *url, char error[256])
{
	const char *copy = scratch_make(a, error);
	if (!copy)
		return false;
	bool done = file_copy(a, path, copy, error) && restore_file(a, copy, DB_WRITE, url, error);
	scratch_remove(a, copy);
	return done;
}

static bool is_older(struct arena *a, const char *path)
{
	char error[256];
	struct db *db = db_open(arena_printf(a, "sqlite:%s", path), DB_READ, error);
	if (!db)
		return false; /* opened again, it says why */
	db_set_arena(db, a);
	int64_t version = schema_version(db);
	db_close(db);
	return version > 0 && version < SCHEMA_VERSION;
}

int restore_command(const struct args *args)
{
	char error[256];
	const char *path = args_text(args, "in"), *url = args_text(args, "db");
	if (access(path, R_OK) != 0)
		return fail("%s cannot be read: %s", path, strerror(errno));
	struct arena *a = arena_new();
	bool done = is_older(a, path) ? restore_older(a, path, url, error)
				      : restore_file(a, path, DB_READ, url, error);
	arena_free(a);
	return done ? DONE : fail("%s", error);
}
