/* The database on each engine: SQLite in a temporary file, and PostgreSQL at
 * $ENTENTE_TEST_PG where that is set.  Every promise of db.h is tried on both. */
#include <signal.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "db/db.h"
#include "tap.h"

SQL(item_add,
    "INSERT INTO db_item (id, name, note) VALUES ($2, $1, $3)"); /* $2 after $1: places are by name */
SQL(item_add_back, "INSERT INTO db_item (name, id) VALUES ($2, $1) RETURNING id");
SQL(item_swap, "SELECT $2 || name || $1 FROM db_item WHERE id = 1");
SQL(item_rename, "UPDATE db_item SET name = $2 WHERE id >= $1");
SQL(item_name, "SELECT name FROM db_item WHERE id = $1");
SQL(item_all, "SELECT id, name, note FROM db_item ORDER BY id");
SQL(item_after, "SELECT id, name FROM db_item WHERE id > $1 ORDER BY id");
SQL(item_count, "SELECT count(*) FROM db_item");
SQL(item_largest, "SELECT max(id) FROM db_item");
SQL(item_exists, "SELECT EXISTS (SELECT 1 FROM db_item WHERE id = $1)");
SQL(item_null_id, "INSERT INTO db_item (id, name) VALUES ($1, 'x')");
SQL2(engine_word, "SELECT 'lite'", "SELECT 'large'");
SQL2(session_number, "SELECT 0", "SELECT pg_backend_pid()");
SQL2(session_end, "SELECT $1", "SELECT pg_terminate_backend($1)");

/* Wrong on purpose, so not in the list of statements. */
static struct sql wrong_table = {.name = "wrong_table", .text = "SELECT 1 FROM db_nowhere"};
static struct sql wrong_gap = {.name = "wrong_gap", .text = "SELECT id FROM db_item WHERE id = $2"};
static struct sql wrong_two = {.name = "wrong_two", .text = "SELECT 1; SELECT 2"};

static struct arena *arena;
static char folder[] = "/tmp/entente-db-XXXXXX";
static char file[64], file_url[80];
static const char *urls[2];

static void file_remove(void)
{
	static const char *const ends[] = {"", "-wal", "-shm"};
	for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
		char path[80];
		snprintf(path, sizeof path, "%s%s", file, ends[i]);
		unlink(path);
	}
}

__attribute__((constructor)) static void urls_find(void)
{
	if (!mkdtemp(folder))
		exit(1);
	snprintf(file, sizeof file, "%s/a.db", folder);
	snprintf(file_url, sizeof file_url, "sqlite:%s", file);
	urls[0] = file_url;
	urls[1] = getenv("ENTENTE_TEST_PG");
	arena = arena_new();
}

__attribute__((destructor)) static void urls_forget(void)
{
	file_remove();
	rmdir(folder);
	arena_free(arena);
}

static struct db *opened(const char *url, enum db_use use)
{
	char error[256];
	struct db *db = db_open(url, use, error);
	if (!db) {
		printf("Bail out! %s\n", error);
		exit(1);
	}
	db_set_arena(db, arena);
	return db;
}

/* A database with the items 1 one, 2 two, 3 three. */
static struct db *filled(const char *url)
{
	static const char *const names[] = {"one", "two", "three"};
	struct db *db = opened(url, DB_CREATE);
	db_script(db,
	    "DROP TABLE IF EXISTS db_item;"
	    "CREATE TABLE db_item (id BIGINT NOT NULL PRIMARY KEY, name TEXT NOT NULL, note TEXT);");
	for (int i = 0; i < 3; i++)
		db_run(db, &item_add, "tit", names[i], (int64_t)i + 1, NULL);
	if (db_failed(db)) {
		printf("Bail out! %s\n", db_error(db));
		exit(1);
	}
	return db;
}

static const char *name_of(struct db *db, int64_t id)
{
	const char *name = NULL;
	struct db_query *q = db_query(db, &item_name, "i", id);
	db_row(q, "t", &name);
	db_done(q);
	return name;
}

static int64_t count(struct db *db)
{
	return db_int(db, &item_count, -1, "");
}

/* A test that runs once an engine. */
#define EACH(test) \
	static void each_##test(const char *url); \
	TEST(test) \
	{ \
		for (int i = 0; i < 2; i++) \
			if (urls[i]) \
				each_##test(urls[i]); \
	} \
	static void each_##test(const char *url)

EACH(values)
{
	struct db *db = filled(url);
	const int64_t ids[] = {INT64_MIN, INT64_MAX};
	const char text[] = "d'été \"à\" \\ %s ☀";
	db_run(db, &item_add, "tit", "least", ids[0], text);
	db_run(db, &item_add, "tit", "most", ids[1], "");
	ok(!db_failed(db), "the largest numbers and odd texts are taken");

	int64_t id;
	const char *name, *note;
	struct db_query *q = db_query(db, &item_all, "");
	ok(db_row(q, "itt", &id, &name, &note), "a row");
	is_int(id, ids[0], "the least number");
	is_text(note, text, "the text unchanged");
	ok(db_row(q, "itt", &id, &name, &note), "another row");
	is_text(note, NULL, "null is NULL");
	int more = 0;
	while (db_row(q, "itt", &id, &name, &note))
		more++;
	is_int(more, 3, "three more");
	is_int(id, ids[1], "the largest number");
	is_text(note, "", "an empty text is not null");
	ok(!db_row(q, "itt", &id, &name, &note), "after the last row there is none");
	db_done(q);
	db_close(db);
}

EACH(values_by_array)
{
	struct db *db = filled(url);
	union db_value v[3] = {{.t = "four"}, {.i = 4}, {.t = "note"}};
	ok(db_run_values(db, &item_add, "tit", v), "written");
	v[0].i = 3;
	struct db_query *q = db_query_values(db, &item_after, "i", v);
	ok(db_row_values(q, "it", v), "read");
	is_int(v[0].i, 4, "the number");
	is_text(v[1].t, "four", "the text");
	db_done(q);
	db_close(db);
}

EACH(parameters_by_name)
{
	struct db *db = filled(url);
	const char *text = NULL;
	struct db_query *q = db_query(db, &item_swap, "tt", "-after", "before-");
	db_row(q, "t", &text);
	db_done(q);
	is_text(text, "before-one-after", "$2 stands before $1");
	is_int(db_int(db, &item_add_back, 0, "it", (int64_t)9, "nine"), 9, "a writing statement gives rows");
	is_text(name_of(db, 9), "nine", "and has written");
	db_close(db);
}

EACH(numbers)
{
	struct db *db = filled(url);
	is_int(db_int(db, &item_largest, -1, ""), 3, "the first column of the first row");
	is_int(db_int(db, &item_add_back, -1, "it", (int64_t)7, "seven"), 7, "also of a writing statement");
	is_int(db_int(db, &item_exists, -1, "i", (int64_t)7), 1, "a truth is 1");
	is_int(db_int(db, &item_exists, -1, "i", (int64_t)8), 0, "or 0");
	db_script(db, "DELETE FROM db_item");
	is_int(db_int(db, &item_largest, -1, ""), -1, "otherwise when null");
	is_int(db_int(db, &item_name, -2, "i", (int64_t)1), -2, "otherwise without a row");
	ok(!db_failed(db), "none of it a failure");

	db_run(db, &item_add, "tit", "word", (int64_t)1, NULL);
	is_int(db_int(db, &item_name, -3, "i", (int64_t)1), -3, "a word is no number");
	is_text(db_error(db), "item_name: column 1 is not a number", "and says so");
	db_close(db);
}

EACH(nested)
{
	struct db *db = filled(url);
	int64_t outer, inner, pairs = 0;
	const char *name;
	struct db_query *q = db_query(db, &item_after, "i", (int64_t)0);
	while (db_row(q, "it", &outer, &name)) {
		struct db_query *p = db_query(db, &item_after, "i", outer);
		while (db_row(p, "it", &inner, &name))
			pairs += inner > outer;
	}
	is_int(pairs, 3, "a statement runs inside its own loop");

	q = db_query(db, &item_after, "i", (int64_t)0);
	db_row(q, "it", &outer, &name);
	is_text(name_of(db, 3), "three", "another statement runs inside a loop");
	db_run(db, &item_rename, "it", (int64_t)3, "changed");
	ok(db_row(q, "it", &outer, &name), "and the loop goes on");
	is_int(outer, 2, "with its next row");
	db_done(q);
	db_done(q);
	db_done(NULL);
	ok(!db_failed(db), "stopping twice, or nothing, is harmless");
	db_close(db);
}

EACH(sticky_failure)
{
	struct db *db = filled(url);
	ok(db_begin(db), "begun");
	db_run(db, &item_add, "tit", "four", (int64_t)4, NULL);
	ok(!db_run(db, &item_add, "tit", "again", (int64_t)1, NULL), "a second item 1 is refused");
	ok(db_failed(db), "it failed");
	ok(strstr(db_error(db), "item_add: ") == db_error(db), "the error names the statement");
	char first[256];
	snprintf(first, sizeof first, "%s", db_error(db));

	ok(!db_run(db, &item_add, "tit", "five", (int64_t)5, NULL), "then nothing is written");
	is_int(count(db), -1, "nothing is read");
	ok(!db_query(db, &item_all, ""), "no query is made");
	ok(!db_script(db, "nonsense"), "no script is run");
	is_text(db_error(db), first, "the first error stays");
	ok(!db_commit(db), "and the commit is refused");
	is_text(db_error(db), first, "with the error still told");
	ok(!db_failed(db), "but over");
	is_int(count(db), 3, "nothing of the transaction is there");
	db_close(db);
}

EACH(rollback)
{
	struct db *db = filled(url);
	ok(db_begin(db), "begun");
	db_run(db, &item_add, "tit", "four", (int64_t)4, NULL);
	is_int(count(db), 4, "seen inside");
	ok(!db_prepares(db, &wrong_table), "a statement on no table");
	db_rollback(db);
	is_int(count(db), 3, "gone after");

	ok(db_begin(db), "begun again");
	db_query(db, &wrong_table, "");
	db_rollback(db);
	ok(!db_failed(db), "a rollback clears the failure");
	ok(db_begin(db), "begun a third time");
	ok(!db_begin(db), "not twice at once");
	db_rollback(db);
	db_rollback(db);
	ok(!db_commit(db), "nothing to commit");
	ok(!db_savepoint(db), "nothing to save in");
	db_close(db);
}

EACH(transaction_ends_queries)
{
	struct db *db = filled(url);
	int64_t id;
	const char *name;
	ok(db_begin(db), "begun");
	struct db_query *q = db_query(db, &item_after, "i", (int64_t)0);
	ok(db_row(q, "it", &id, &name), "one row read");
	ok(db_commit(db), "committed");
	ok(!db_row(q, "it", &id, &name), "no row after");

	q = db_query(db, &item_after, "i", (int64_t)0);
	ok(!db_begin(db), "no beginning inside a loop");
	ok(!db_row(q, "it", &id, &name), "and the loop is over");
	ok(db_begin(db), "the next beginning works");
	db_close(db);
}

EACH(savepoints)
{
	struct db *db = filled(url);
	ok(db_begin(db), "begun");
	db_savepoint(db);
	db_run(db, &item_add, "tit", "four", (int64_t)4, NULL);
	ok(db_release(db), "the first is kept");

	db_savepoint(db);
	db_run(db, &item_add, "tit", "five", (int64_t)5, NULL);
	db_run(db, &item_add, "tit", "again", (int64_t)1, NULL);
	ok(!db_release(db), "the second fails");
	db_rollback_to(db);
	ok(!db_failed(db), "and is forgotten");

	db_savepoint(db);
	db_run(db, &item_add, "tit", "six", (int64_t)6, NULL);
	db_savepoint(db);
	db_run(db, &item_add, "tit", "seven", (int64_t)7, NULL);
	db_rollback_to(db);
	ok(db_release(db), "the third is kept, without what was inside it");
	ok(db_commit(db), "committed");
	is_int(count(db), 5, "four and six are there");
	is_text(name_of(db, 5), NULL, "five is not");
	is_text(name_of(db, 6), "six", "six is");

	ok(db_begin(db), "begun again");
	db_rollback_to(db);
	ok(db_failed(db), "a rollback to no savepoint fails");
	db_close(db);
}

EACH(two_connections)
{
	struct db *writer = filled(url), *reader = opened(url, DB_READ);
	is_int(count(reader), 3, "the reader reads");
	db_read_begin(reader);
	is_int(count(reader), 3, "one state begins");
	ok(db_begin(writer), "the writer begins");
	db_run(writer, &item_add, "tit", "four", (int64_t)4, NULL);
	is_int(count(reader), 3, "not seen before the commit");
	ok(db_commit(writer), "the writer commits");
	is_int(count(reader), 3, "not seen in the same state");
	db_read_end(reader);
	is_int(count(reader), 4, "seen after");
	db_checkpoint(writer);
	is_int(count(reader), 4, "and after a checkpoint");

	ok(!db_run(reader, &item_add, "tit", "five", (int64_t)5, NULL), "a reader refuses a write");
	db_read_end(reader);
	db_read_begin(reader);
	ok(!db_run(reader, &item_rename, "it", (int64_t)1, "x"), "also in a transaction");
	db_read_end(reader);
	ok(!db_begin(reader), "and does not begin one of writing");
	is_int(count(writer), 4, "nothing was written");
	db_close(reader);
	db_close(writer);
}

EACH(wrong_statements)
{
	struct db *db = filled(url);
	ok(!db_prepares(db, &wrong_table), "no such table");
	ok(strstr(db_error(db), "db_nowhere"), "is named");
	ok(!db_prepares(db, &wrong_gap), "$2 without $1");
	ok(!db_prepares(db, &wrong_two), "two statements in one");
	ok(!db_failed(db), "no failure is left");
	ok(!db_run(db, &item_null_id, "t", NULL), "a null is refused where there must be a value");
	db_close(db);
}

EACH(declared_statements)
{
	struct db *db = filled(url);
	const struct sql *s;
	int listed = 0, prepared = 0;
	for (int i = 0; (s = db_statement(i)); i++)
		if (strncmp(s->name, "item_", 5) == 0) {
			listed++;
			prepared += db_prepares(db, s);
		}
	is_int(listed, 11, "all declared statements are listed");
	is_int(prepared, 11, "and can be prepared");
	ok(!db_statement(-1), "none before the first");

	const char *word = NULL;
	struct db_query *q = db_query(db, &engine_word, "");
	db_row(q, "t", &word);
	is_text(word, db_engine(db) == DB_SQLITE ? "lite" : "large", "each engine has its own text");
	db_close(db);
}

/* Whether `misuse` ends the process. */
static bool aborts(const char *url, void (*misuse)(struct db *db))
{
	fflush(stdout);
	pid_t child = fork();
	if (child == 0) {
		if (!freopen("/dev/null", "w", stderr))
			_exit(1);
		misuse(opened(url, DB_WRITE));
		_exit(0);
	}
	int status;
	waitpid(child, &status, 0);
	return WIFSIGNALED(status) && WTERMSIG(status) == SIGABRT;
}

static void too_few_columns(struct db *db)
{
	int64_t id;
	db_row(db_query(db, &item_all, ""), "i", &id);
}

static void unknown_letter(struct db *db)
{
	int64_t id;
	db_row(db_query(db, &item_count, ""), "x", &id);
}

static void too_few_values(struct db *db)
{
	db_run(db, &item_rename, "i", (int64_t)1);
}

static void no_arena(struct db *db)
{
	db_set_arena(db, NULL);
	name_of(db, 1);
}

EACH(misuse_ends_the_process)
{
	db_close(filled(url));
	ok(aborts(url, too_few_columns), "fewer letters than columns");
	ok(aborts(url, unknown_letter), "an unknown letter");
	ok(aborts(url, too_few_values), "fewer values than parameters");
	ok(aborts(url, no_arena), "a text without an arena");
}

TEST(lost_connection)
{
	if (!urls[1])
		return;
	struct db *db = filled(urls[1]), *other = opened(urls[1], DB_WRITE);
	int64_t session = db_int(db, &session_number, 0, "");
	ok(db_begin(db), "begun");
	db_int(other, &session_end, 0, "i", session);
	ok(!db_run(db, &item_add, "tit", "four", (int64_t)4, NULL), "the connection is lost");
	ok(!db_commit(db), "and the transaction with it");
	ok(db_begin(db), "the next one connects again");
	ok(db_run(db, &item_add, "tit", "five", (int64_t)5, NULL), "and writes");
	ok(db_commit(db), "and commits");
	is_int(count(other), 4, "once");
	db_close(other);
	db_close(db);
}

TEST(full_disk)
{
	struct db *db = filled(urls[0]);
	ok(db_script(db, "PRAGMA max_page_count = 1"), "no page more");
	ok(db_begin(db), "begun");
	for (int64_t i = 10; i < 2000 && !db_failed(db); i++)
		db_run(db, &item_add, "tit", "one more", i, NULL);
	ok(db_failed(db) && db_disk_full(db), "a disk that is full is told from other failures");
	db_rollback(db);
	ok(db_disk_full(db), "after it was rolled back, too");
	ok(db_begin(db) && !db_disk_full(db), "until the next one begins");
	db_rollback(db);
	db_close(db);
}

static const char *refusal(const char *url, enum db_use use)
{
	static char error[256];
	error[0] = '\0';
	db_close(db_open(url, use, error));
	return error;
}

TEST(refused)
{
	const char *form = "a database is written sqlite:PATH or postgresql://USER@HOST/NAME";
	is_text(refusal("", DB_READ), form, "no address");
	is_text(refusal("mysql://x", DB_READ), form, "an unknown engine");
	is_text(refusal("sqlite:/nowhere/a.db", DB_READ),
	    "there is no database at /nowhere/a.db; `entente init` makes one", "no file");
	is_text(refusal("sqlite:/nowhere/a.db", DB_CREATE),
	    "cannot make a database at /nowhere/a.db: No such file or directory", "no folder");
	ok(strstr(refusal("postgresql://127.0.0.1:1/x", DB_READ), "cannot reach the PostgreSQL database: "),
	    "no server");
	ok(!strchr(refusal("postgresql://127.0.0.1:1/x", DB_READ), '\n'), "in one line");

	char path[80], url[100], said[128];
	snprintf(path, sizeof path, "%s/other", folder);
	snprintf(url, sizeof url, "sqlite:%s", path);
	snprintf(said, sizeof said, "%s is not a database", path);
	FILE *f = fopen(path, "w");
	for (int i = 0; f && i < 1000; i++)
		fputs("Not a database. ", f);
	if (f)
		fclose(f);
	is_text(refusal(url, DB_READ), said, "another kind of file, to read");
	is_text(refusal(url, DB_WRITE), said, "and to write");
	unlink(path);
}

TEST(private_file)
{
	file_remove();
	struct db *db = filled(file_url);
	struct stat st = {0};
	stat(file, &st);
	is_int(st.st_mode & 0777, 0600, "its owner alone reads the file");
	db_close(db);
	db = opened(file_url, DB_CREATE);
	is_int(count(db), 3, "making it again keeps what is there");
	db_close(db);
}

TEST_MAIN()
