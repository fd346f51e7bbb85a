/* PostgreSQL as an engine, for several machines on one database.  Values go and
 * come as text, the server infers their types, and a result arrives whole. */
#include <errno.h>
#include <inttypes.h>
#include <libpq-fe.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "db/engine.h"

enum { BOOL_TYPE = 16 }; /* the object id of boolean, fixed since ever */

struct connection {
	PGconn *pg;
	unsigned statements; /* prepared so far; the next one's name */
};

struct prepared {
	char name[16];
	PGresult *result;
	int row; /* the one being read */
};

static PGconn *pg_of(const struct db *db)
{
	return ((struct connection *)db->connection)->pg;
}

/* The server's first line: the sentence, without the data in its details. */
static bool pg_fail(struct db *db, const char *what, const PGresult *result)
{
	const char *primary = result ? PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY) : NULL;
	const char *message = primary ? primary : PQerrorMessage(pg_of(db));
	return engine_fail(db, "%s: %.*s", what, (int)strcspn(message, "\n"), message);
}

static bool succeeded(const PGresult *result)
{
	ExecStatusType status = PQresultStatus(result);
	return status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK;
}

static bool pg_exec(struct db *db, const char *script)
{
	PGresult *result = PQexec(pg_of(db), script);
	bool ok = succeeded(result) || pg_fail(db, "PostgreSQL", result);
	PQclear(result);
	return ok;
}

/* -- connecting */

static bool session_prepare(struct db *db)
{
	char settings[128];
	snprintf(settings, sizeof settings,
	    "SET client_min_messages = error; SET lock_timeout = '%ds'; SET default_transaction_read_only = "
	    "%s",
	    ENGINE_WAIT, db->use == DB_READ ? "on" : "off");
	return pg_exec(db, settings);
}

static bool pg_open(struct db *db, const char *url)
{
	static const char *const names[] = {
	    "connect_timeout", "fallback_application_name", "dbname", "client_encoding", NULL};
	const char *const values[] = {"10", "entente", url, "UTF8", NULL};
	struct connection *c = ARENA_NEW(db->memory, struct connection);
	db->connection = c;
	c->pg = PQconnectdbParams(names, values, true);
	if (PQstatus(c->pg) != CONNECTION_OK)
		return pg_fail(db, "cannot reach the PostgreSQL database", NULL);
	const char *encoding = PQparameterStatus(c->pg, "server_encoding");
	if (!encoding || strcmp(encoding, "UTF8") != 0)
		return engine_fail(db, "the PostgreSQL database must be made with the encoding UTF8");
	return session_prepare(db);
}

static void pg_close(struct db *db)
{
	PQfinish(pg_of(db));
}

static bool pg_revive(struct db *db)
{
	PGconn *pg = pg_of(db);
	if (PQstatus(pg) == CONNECTION_OK)
		return false;
	PQreset(pg);
	return PQstatus(pg) == CONNECTION_OK && session_prepare(db);
}

/* -- statements */

static bool pg_prepare(struct db_query *q, const char *text)
{
	struct connection *c = q->db->connection;
	struct prepared *p = ARENA_NEW(q->db->memory, struct prepared);
	q->prepared = p;
	snprintf(p->name, sizeof p->name, "s%u", ++c->statements);
	PGresult *result = PQprepare(c->pg, p->name, text, 0, NULL);
	bool ok = succeeded(result) || pg_fail(q->db, q->sql->name, result);
	PQclear(result);
	return ok;
}

static void pg_stop(struct db_query *q)
{
	struct prepared *p = q->prepared;
	PQclear(p->result);
	p->result = NULL;
}

static bool pg_start(struct db_query *q, const char *types, const union db_value *v)
{
	struct prepared *p = q->prepared;
	const char *texts[ENGINE_VALUES];
	char numbers[ENGINE_VALUES][24];
	for (int i = 0; types[i]; i++) {
		texts[i] = types[i] == 'i' ? numbers[i] : v[i].t;
		if (types[i] == 'i')
			snprintf(numbers[i], sizeof numbers[i], "%" PRId64, v[i].i);
	}
	p->result = PQexecPrepared(pg_of(q->db), p->name, q->parameters, texts, NULL, NULL, 0);
	p->row = -1;
	q->columns = PQnfields(p->result);
	return succeeded(p->result) || pg_fail(q->db, q->sql->name, p->result);
}

static bool pg_next(struct db_query *q)
{
	struct prepared *p = q->prepared;
	return ++p->row < PQntuples(p->result);
}

static int64_t number_read(struct db_query *q, const PGresult *result, int column, const char *text)
{
	if (PQftype(result, column) == BOOL_TYPE)
		return *text == 't';
	char *end;
	errno = 0;
	int64_t n = strtoll(text, &end, 10);
	if (end == text || *end || errno)
		engine_fail(q->db, "%s: column %d is not a number", q->sql->name, column + 1);
	return n;
}

static bool pg_get(struct db_query *q, int column, char type, union db_value *ret)
{
	const struct prepared *p = q->prepared;
	bool null = PQgetisnull(p->result, p->row, column);
	const char *text = PQgetvalue(p->result, p->row, column);
	if (type == 'i')
		ret->i = null ? 0 : number_read(q, p->result, column, text);
	else
		ret->t = null ? NULL : engine_keep(q, text, (size_t)PQgetlength(p->result, p->row, column));
	return !null;
}

const struct engine engine_postgres = {
    .id = DB_POSTGRES,
    /* The lock makes one writer of all processes; its number only has to be the same everywhere. */
    .begin = "BEGIN; SELECT pg_advisory_xact_lock(732164051)",
    .read_begin = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY",
    .open = pg_open,
    .close = pg_close,
    .revive = pg_revive,
    .exec = pg_exec,
    .prepare = pg_prepare,
    .forget = pg_stop, /* the server forgets with the connection */
    .start = pg_start,
    .next = pg_next,
    .get = pg_get,
    .stop = pg_stop,
};
