/* The only face of the database: SQLite and PostgreSQL behind one SQL text.
 *
 * A statement is declared once, beside the code that needs it, with $1, $2 …;
 * times, flags and ids are BIGINT, everything else TEXT.  Every declared
 * statement can be listed and prepared on both engines by a test.
 *
 * Errors are sticky: after the first failure every call is a quiet no-op
 * (no rows, false) until the transaction is rolled back, or until the next one
 * begins; look at db_failed() once, at the end.  A connection belongs to one
 * thread. */
#ifndef DB_DB_H
#define DB_DB_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"

enum db_engine { DB_SQLITE, DB_POSTGRES };
enum db_use { DB_READ, DB_WRITE, DB_CREATE }; /* CREATE: makes a missing SQLite file */

struct db;
struct db_query;

/* One statement, which outlives the connections that ran it.  `pg` only where
 * the engines really differ. */
struct sql {
	const char *name;
	const char *text;
	const char *pg;
	const void *of;      /* a record kind: text is the tail after "SELECT its columns FROM its table" */
	const char *only;    /* … of these columns alone, spelled "at subject"; NULL: all of them */
	const void *columns; /* … which record/store.c keeps here */
	const char *full[2]; /* what is sent, by engine; NULL: text (or pg) as it is */
};

/* Declares a statement and enters it in the list that the tests prepare. */
#define SQL_ENTRY(id) \
	static struct sql id; \
	static struct sql *const id##_entry __attribute__((section("entente_sql"), used)) = &id; \
	static struct sql id
#define SQL(id, text_) SQL_ENTRY(id) = {.name = #id, .text = text_}
#define SQL2(id, sqlite_, pg_) SQL_ENTRY(id) = {.name = #id, .text = sqlite_, .pg = pg_}

/* All declared statements: db_statement(0), (1) … NULL. */
struct sql *db_statement(int n);

/* `url`: "sqlite:PATH" or "postgresql://…".  NULL on failure, with one sentence
 * in error.  A reader refuses writes. */
struct db *db_open(const char *url, enum db_use use, char error[256]);
void db_close(struct db *db); /* NULL is accepted */
enum db_engine db_engine(const struct db *db);
enum db_engine db_engine_of(const char *url); /* of one that could be opened */

/* For a server that must go on: no statement waits longer than this for a database on
 * another machine, which then counts as away.  Until it is called, all wait. */
void db_set_patience(int64_t ms);
/* All that waits for such a database, on any thread, gives up so soon: the process ends. */
void db_hurry(int64_t ms);

/* Texts read from rows are copied into this arena. */
void db_set_arena(struct db *db, struct arena *a);

/* types: one letter a value: i int64_t, t const char * (NULL is SQL null, for
 * columns of either type).  The number of letters must be the highest $n:
 * anything else ends the process.  The statement runs at once, so it sees the
 * records of now.  A second run of a statement still being read gets a copy of
 * its own.  NULL on failure; the end of a transaction ends its queries. */
struct db_query *db_query(struct db *db, const struct sql *s, const char *types, ...);
/* The same with the values in an array, for statements made from tables. */
union db_value {
	int64_t i;
	const char *t;
};
struct db_query *db_query_values(
    struct db *db, const struct sql *s, const char *types, const union db_value *v);

const struct sql *db_query_sql(const struct db_query *q);

/* The next row into int64_t *, const char ** (null becomes 0, NULL; a truth 1
 * or 0); false after the last one or on failure, and the query is over.  The
 * number of letters must be the number of columns: anything else ends the
 * process. */
bool db_row(struct db_query *q, const char *types, ...);
bool db_row_values(struct db_query *q, const char *types, union db_value *ret);
bool db_one(struct db_query *q, const char *types, ...); /* its first row alone; then it is over */
void db_done(struct db_query *q);                        /* stop before the last row; NULL is accepted */

/* A statement without rows.  False when it failed. */
bool db_run(struct db *db, const struct sql *s, const char *types, ...);
bool db_run_values(struct db *db, const struct sql *s, const char *types, const union db_value *v);

/* First column of the first row; otherwise where there is none or it is null. */
int64_t db_int(struct db *db, const struct sql *s, int64_t otherwise, const char *types, ...);
/* The same of a text; NULL where there is none. */
const char *db_text(struct db *db, const struct sql *s, const char *types, ...);

/* One or several statements as text, for the schema only. */
bool db_script(struct db *db, const char *text);
/* Whether it can be prepared; the reason in db_error. Used by tests. */
bool db_prepares(struct db *db, const struct sql *s);

/* A writing transaction: one at a time, across processes too.  No query may be
 * open where it begins.  After a commit or a rollback the failure is forgotten
 * and only db_error still tells it. */
bool db_begin(struct db *db);
bool db_commit(struct db *db) __attribute__((warn_unused_result)); /* false: rolled back */
void db_rollback(struct db *db);

/* Part of a transaction; they nest.  Each savepoint ends by one of the two. */
bool db_savepoint(struct db *db);
bool db_release(struct db *db);
void db_rollback_to(struct db *db); /* clears the failure */

/* A reading transaction: one state of the records for several reads. */
void db_read_begin(struct db *db);
void db_read_end(struct db *db);

bool db_failed(const struct db *db);
const char *db_error(const struct db *db);
bool db_disk_full(const struct db *db); /* that was why, until the next transaction begins */

/* SQLite: moves the write-ahead log into the file; elsewhere nothing. */
void db_checkpoint(struct db *db);

#endif
