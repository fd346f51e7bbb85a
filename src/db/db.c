/* What is the same on every database: the statements kept prepared, letters
 * and values, the failure that sticks, and transactions.  What differs is in
 * sqlite.c and postgres.c, behind engine.h. */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "db/db.h"
#include "db/engine.h"

/* Made by the linker from the entries of SQL(); weak, for a program without any. */
extern struct sql *const __start_entente_sql[] __attribute__((weak));
extern struct sql *const __stop_entente_sql[] __attribute__((weak));

struct sql *db_statement(int n)
{
	return n >= 0 && n < __stop_entente_sql - __start_entente_sql ? __start_entente_sql[n] : NULL;
}

/* -- failures */

bool engine_fail(struct db *db, const char *format, ...)
{
	if (db->failed)
		return false;
	db->failed = true;
	va_list args;
	va_start(args, format);
	vsnprintf(db->error, sizeof db->error, format, args);
	va_end(args);
	return false;
}

bool db_failed(const struct db *db)
{
	return db->failed;
}

const char *db_error(const struct db *db)
{
	return db->error;
}

bool db_disk_full(const struct db *db)
{
	return db->disk_full;
}

/* A mistake in the program, not in what it was given. */
static _Noreturn void misused(const struct sql *s, const char *how)
{
	fprintf(stderr, "entente: statement %s: %s\n", s->name, how);
	abort();
}

static void letters_check(const struct sql *s, const char *types, int expected)
{
	size_t n = strspn(types, "it");
	if (types[n])
		misused(s, "a letter other than i and t");
	if (n != (size_t)expected)
		misused(s, "wrong number of letters");
}

/* -- opening and closing */

static const struct engine *engine_for(const char *url)
{
	static const struct {
		const char *prefix;
		const struct engine *engine;
	} known[] = {
	    {"sqlite:", &engine_sqlite},
	    {"postgresql://", &engine_postgres},
	    {"postgres://", &engine_postgres},
	};
	for (size_t i = 0; i < sizeof known / sizeof *known; i++)
		if (strncmp(url, known[i].prefix, strlen(known[i].prefix)) == 0)
			return known[i].engine;
	return NULL;
}

struct db *db_open(const char *url, enum db_use use, char error[256])
{
	const struct engine *engine = engine_for(url);
	if (!engine) {
		snprintf(error, 256, "a database is written sqlite:PATH or postgresql://USER@HOST/NAME");
		return NULL;
	}
	struct arena *memory = arena_new();
	struct db *db = ARENA_NEW(memory, struct db);
	*db = (struct db){.engine = engine, .use = use, .memory = memory};
	if (engine->open(db, url))
		return db;
	memcpy(error, db->error, sizeof db->error);
	db_close(db);
	return NULL;
}

enum db_engine db_engine_of(const char *url)
{
	return engine_for(url)->id;
}

static void statements_forget(struct db *db)
{
	for (int i = 0; i < ENGINE_BUCKETS; i++) {
		for (struct db_query *q = db->statements[i]; q; q = q->next)
			db->engine->forget(q);
		db->statements[i] = NULL;
	}
	db->reading = 0;
}

void db_close(struct db *db)
{
	if (!db)
		return;
	db_rollback(db);
	statements_forget(db);
	db->engine->close(db);
	arena_free(db->memory);
}

enum db_engine db_engine(const struct db *db)
{
	return db->engine->id;
}

void db_set_arena(struct db *db, struct arena *a)
{
	db->rows = a;
}

void db_checkpoint(struct db *db)
{
	if (db->engine->checkpoint)
		db->engine->checkpoint(db);
}

/* -- statements */

static const char *text_for(const struct sql *s, enum db_engine engine)
{
	if (s->full[engine])
		return s->full[engine];
	return engine == DB_POSTGRES && s->pg ? s->pg : s->text;
}

/* The n of the highest $n. */
static int parameters_count(const struct sql *s, const char *text)
{
	long highest = 0;
	while ((text = strchr(text, '$'))) {
		char *end;
		long n = strtol(++text, &end, 10);
		highest = n > highest ? n : highest;
	}
	if (highest > ENGINE_VALUES)
		misused(s, "too many parameters");
	return (int)highest;
}

/* A prepared statement that nobody is reading: one of before, or a new one. */
static struct db_query *statement_find(struct db *db, const struct sql *s)
{
	struct db_query **bucket = &db->statements[(uintptr_t)s / sizeof *s % ENGINE_BUCKETS];
	for (struct db_query *q = *bucket; q; q = q->next)
		if (q->sql == s && !q->open)
			return q;

	const char *text = text_for(s, db->engine->id);
	struct db_query *q = ARENA_NEW(db->memory, struct db_query);
	*q = (struct db_query){.db = db, .sql = s, .parameters = parameters_count(s, text)};
	if (!db->engine->prepare(q, text))
		return NULL;
	q->next = *bucket;
	*bucket = q;
	return q;
}

bool db_prepares(struct db *db, const struct sql *s)
{
	bool ok = !db->failed && statement_find(db, s);
	db->failed = false;
	return ok;
}

static void values_read(const struct sql *s, const char *types, va_list args, union db_value v[ENGINE_VALUES])
{
	if (strlen(types) > ENGINE_VALUES)
		misused(s, "too many letters");
	for (int i = 0; types[i]; i++)
		if (types[i] == 'i')
			v[i].i = va_arg(args, int64_t);
		else
			v[i].t = va_arg(args, const char *);
}

/* -- reading */

struct db_query *db_query_values(
    struct db *db, const struct sql *s, const char *types, const union db_value *v)
{
	if (db->failed)
		return NULL;
	struct db_query *q = statement_find(db, s);
	if (!q)
		return NULL;
	letters_check(s, types, q->parameters);
	q->open = true;
	db->reading++;
	if (db->engine->start(q, types, v))
		return q;
	db_done(q);
	return NULL;
}

struct db_query *db_query(struct db *db, const struct sql *s, const char *types, ...)
{
	union db_value v[ENGINE_VALUES];
	va_list args;
	va_start(args, types);
	values_read(s, types, args, v);
	va_end(args);
	return db_query_values(db, s, types, v);
}

void db_done(struct db_query *q)
{
	if (!q || !q->open)
		return;
	q->db->engine->stop(q);
	q->db->reading--;
	q->open = false;
}

static bool row_next(struct db_query *q)
{
	if (!q->db->failed && q->db->engine->next(q))
		return true;
	db_done(q);
	return false;
}

bool db_row_values(struct db_query *q, const char *types, union db_value *ret)
{
	if (!q || !q->open)
		return false;
	letters_check(q->sql, types, q->columns);
	if (!row_next(q))
		return false;
	for (int i = 0; types[i]; i++)
		q->db->engine->get(q, i, types[i], &ret[i]);
	if (q->db->failed)
		db_done(q);
	return !q->db->failed;
}

static bool row_read(struct db_query *q, const char *types, va_list args)
{
	union db_value v[ENGINE_VALUES];
	if (q && strlen(types) > ENGINE_VALUES)
		misused(q->sql, "too many letters");
	if (!db_row_values(q, types, v))
		return false;
	for (int i = 0; types[i]; i++)
		if (types[i] == 'i')
			*va_arg(args, int64_t *) = v[i].i;
		else
			*va_arg(args, const char **) = v[i].t;
	return true;
}

bool db_row(struct db_query *q, const char *types, ...)
{
	va_list args;
	va_start(args, types);
	bool found = row_read(q, types, args);
	va_end(args);
	return found;
}

bool db_one(struct db_query *q, const char *types, ...)
{
	va_list args;
	va_start(args, types);
	bool found = row_read(q, types, args);
	va_end(args);
	db_done(q);
	return found;
}

/* False: there is none. */
static bool first_value(
    struct db *db, const struct sql *s, char type, union db_value *ret, const char *types, va_list args)
{
	union db_value v[ENGINE_VALUES];
	values_read(s, types, args, v);
	struct db_query *q = db_query_values(db, s, types, v);
	bool found = q && row_next(q) && db->engine->get(q, 0, type, ret) && !db->failed;
	db_done(q);
	return found;
}

int64_t db_int(struct db *db, const struct sql *s, int64_t otherwise, const char *types, ...)
{
	union db_value first;
	va_list args;
	va_start(args, types);
	bool found = first_value(db, s, 'i', &first, types, args);
	va_end(args);
	return found ? first.i : otherwise;
}

const char *db_text(struct db *db, const struct sql *s, const char *types, ...)
{
	union db_value first;
	va_list args;
	va_start(args, types);
	bool found = first_value(db, s, 't', &first, types, args);
	va_end(args);
	return found ? first.t : NULL;
}

const char *engine_keep(struct db_query *q, const char *text, size_t n)
{
	if (!q->db->rows)
		misused(q->sql, "a text is read and no arena is set for it");
	return arena_strndup(q->db->rows, text, n);
}

/* -- writing */

bool db_run_values(struct db *db, const struct sql *s, const char *types, const union db_value *v)
{
	struct db_query *q = db_query_values(db, s, types, v);
	if (!q)
		return false;
	while (db->engine->next(q))
		;
	db_done(q);
	return !db->failed;
}

bool db_run(struct db *db, const struct sql *s, const char *types, ...)
{
	union db_value v[ENGINE_VALUES];
	va_list args;
	va_start(args, types);
	values_read(s, types, args, v);
	va_end(args);
	return db_run_values(db, s, types, v);
}

bool db_script(struct db *db, const char *text)
{
	return !db->failed && db->engine->exec(db, text);
}

/* -- transactions */

static void queries_end(struct db *db)
{
	for (int i = 0; db->reading > 0 && i < ENGINE_BUCKETS; i++)
		for (struct db_query *q = db->statements[i]; q; q = q->next)
			db_done(q);
}

static bool revive(struct db *db)
{
	if (!db->engine->revive || !db->engine->revive(db))
		return false;
	statements_forget(db);
	db->failed = false;
	return true;
}

static bool begin(struct db *db, const char *how)
{
	if (db->in_transaction)
		return engine_fail(db, "a transaction is open already");
	db->failed = db->disk_full = false;
	db->error[0] = '\0';
	if (db->reading > 0) {
		queries_end(db); /* or it would end by surprise at the commit */
		return engine_fail(db, "a query is still being read where a transaction begins");
	}
	if (db->engine->exec(db, how) || (revive(db) && db->engine->exec(db, how)))
		return db->in_transaction = true;
	db->engine->exec(db, "ROLLBACK"); /* where it began but waited in vain for the lock */
	return false;
}

bool db_begin(struct db *db)
{
	if (db->use == DB_READ)
		return engine_fail(db, "this connection only reads");
	return begin(db, db->engine->begin);
}

bool db_commit(struct db *db)
{
	queries_end(db);
	if (!db->in_transaction)
		engine_fail(db, "there is no transaction to commit");
	if (!db->failed && db->engine->exec(db, "COMMIT"))
		db->in_transaction = false;
	bool ok = !db->failed;
	db_rollback(db);
	return ok;
}

void db_rollback(struct db *db)
{
	queries_end(db);
	if (db->in_transaction)
		db->engine->exec(db, "ROLLBACK"); /* fails only when there is nothing left to roll back */
	db->in_transaction = false;
	db->failed = false;
}

void db_read_begin(struct db *db)
{
	begin(db, db->engine->read_begin);
}

void db_read_end(struct db *db)
{
	db_rollback(db);
}

/* Savepoints of one name nest: each word means the innermost. */
bool db_savepoint(struct db *db)
{
	if (!db->in_transaction)
		return engine_fail(db, "there is no transaction for a savepoint");
	return db_script(db, "SAVEPOINT inner_work");
}

bool db_release(struct db *db)
{
	return db_script(db, "RELEASE SAVEPOINT inner_work");
}

void db_rollback_to(struct db *db)
{
	/* Where the engine gave up the whole transaction, this fails too, and the first failure stays. */
	if (db->engine->exec(db, "ROLLBACK TO SAVEPOINT inner_work; RELEASE SAVEPOINT inner_work"))
		db->failed = false;
}

const struct sql *db_query_sql(const struct db_query *q)
{
	return q->sql;
}
