/* What an engine, SQLite or PostgreSQL, does for db.c, and what the two share.
 *
 * db.c keeps the statements, checks the letters and remembers the failure; an
 * engine only connects, prepares, runs and reads.  Private to src/db. */
#ifndef DB_ENGINE_H
#define DB_ENGINE_H

#include <stddef.h>

#include "db/db.h"

enum {
	ENGINE_VALUES = 128,  /* the most parameters one statement may have */
	ENGINE_BUCKETS = 256, /* of the table of statements */
	ENGINE_WAIT = 10      /* seconds a writer waits for the one before it */
};

struct db {
	const struct engine *engine;
	void *connection; /* the engine's own */
	enum db_use use;
	struct arena *memory; /* lives as long as the connection */
	struct arena *rows;   /* the caller's, for texts that were read */
	struct db_query *statements[ENGINE_BUCKETS];
	int reading; /* queries not yet over */
	bool in_transaction;
	bool failed;
	bool disk_full; /* the engine says so with the failure */
	char error[256];
};

/* A prepared statement and how far it has been read.  It stays for the next
 * run; a statement run inside its own loop has two of them. */
struct db_query {
	struct db *db;
	const struct sql *sql;
	struct db_query *next; /* in the same bucket */
	void *prepared;        /* the engine's own, in db->memory */
	int parameters;
	int columns; /* told by prepare or by start */
	bool open;
};

/* Functions that can fail call engine_fail and return false. */
struct engine {
	enum db_engine id;
	const char *begin;      /* one writer at a time */
	const char *read_begin; /* one state of the records */

	bool (*open)(struct db *db, const char *url);
	void (*close)(struct db *db);  /* also after a failed open; statements are forgotten already */
	bool (*revive)(struct db *db); /* a lost connection is made again; NULL: it cannot be lost */
	bool (*exec)(struct db *db, const char *script);
	void (*checkpoint)(struct db *db); /* NULL: nothing to do */

	bool (*prepare)(struct db_query *q, const char *text);
	void (*forget)(struct db_query *q);
	bool (*start)(struct db_query *q, const char *types, const union db_value *v);
	bool (*next)(struct db_query *q);
	bool (*get)(struct db_query *q, int column, char type,
	    union db_value *ret); /* false: null, ret is 0 or NULL */
	void (*stop)(struct db_query *q);
};

extern const struct engine engine_sqlite, engine_postgres;

/* Remembers the first failure, as a sentence; always false. */
bool engine_fail(struct db *db, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* A text that was read, kept for the caller. */
const char *engine_keep(struct db_query *q, const char *text, size_t n);

#endif
