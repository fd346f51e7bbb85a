/* PostgreSQL as an engine, for several machines on one database.  Values go and
 * come as text, the server infers their types, and a result arrives whole.
 *
 * A machine that stops, or a server that is stopped, leaves its connections open and
 * silent: the system's own limits notice the first, only a clock of ours the second. */
#include <errno.h>
#include <inttypes.h>
#include <libpq-fe.h>
#include <poll.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/when.h"
#include "db/engine.h"

enum {
	BOOL_TYPE = 16,    /* the object id of boolean, fixed since ever */
	CONNECT_MS = 5000, /* to be let in */
	RETRY_MS = 1000,   /* between two tries at a server that did not answer */
	LOOK_MS = 100,     /* so often a wait looks whether it is over */
	EARLIER_MS = 1000  /* the server itself gives up so much before we do */
};

#define DISK_FULL "53100"

static atomic_llong patience;   /* ms; 0: none is set */
static atomic_llong ends_at;    /* on the clock of now_ms; 0: not yet */
static atomic_llong not_before; /* … no new try to reach the server */

struct connection {
	PGconn *pg;
	bool silent;         /* it did not answer in time, and is of no more use */
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
	const struct connection *c = db->connection;
	const char *state = result ? PQresultErrorField(result, PG_DIAG_SQLSTATE) : NULL;
	db->disk_full = db->disk_full || (state && strcmp(state, DISK_FULL) == 0);
	const char *message = c->silent ? "it does not answer" : primary ? primary : PQerrorMessage(c->pg);
	return engine_fail(db, "%s: %.*s", what, (int)strcspn(message, "\n"), message);
}

static bool succeeded(const PGresult *result)
{
	ExecStatusType status = PQresultStatus(result);
	return status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK;
}

/* -- waiting */

void db_set_patience(int64_t ms)
{
	atomic_store(&patience, ms);
}

void db_hurry(int64_t ms)
{
	atomic_store(&ends_at, now_ms() + ms);
}

static bool is_past(int64_t until)
{
	int64_t now = now_ms(), end = atomic_load(&ends_at);
	return (until && now >= until) || (end && now >= end);
}

/* False: nothing came, or could go out, until then; until 0: for ever. */
static bool wait_for(const PGconn *pg, short what, int64_t until)
{
	struct pollfd p = {.fd = PQsocket(pg), .events = what};
	for (;;) {
		int n = poll(&p, 1, LOOK_MS);
		if (n > 0 || (n < 0 && errno != EINTR))
			return true; /* libpq says what is wrong with it */
		if (is_past(until))
			return false;
	}
}

static int64_t patience_ends(void)
{
	int64_t ms = atomic_load(&patience);
	return ms ? now_ms() + ms : 0;
}

/* Sends what waits to go out, while it takes what comes in. */
static bool flushed(PGconn *pg)
{
	int64_t until = patience_ends();
	int left;
	while ((left = PQflush(pg)) > 0)
		if (!wait_for(pg, POLLIN | POLLOUT, until) || !PQconsumeInput(pg))
			return false;
	return left == 0;
}

/* The next result; false: nobody answered in time. */
static bool next_result(PGconn *pg, PGresult **ret)
{
	int64_t until = patience_ends();
	while (PQisBusy(pg))
		if (!wait_for(pg, POLLIN, until))
			return false;
		else if (!PQconsumeInput(pg))
			break;
	*ret = PQgetResult(pg);
	return true;
}

/* The last result of what was sent; NULL: none, and pg_fail says why. */
static PGresult *result_of(struct connection *c, int sent)
{
	PGresult *last = NULL, *result = NULL;
	if (c->silent || !sent)
		return NULL;
	bool answers = flushed(c->pg) || PQstatus(c->pg) != CONNECTION_OK;
	while (answers && (answers = next_result(c->pg, &result)) && result) {
		PQclear(last);
		last = result;
	}
	if (answers)
		return last;
	c->silent = true;
	PQclear(last);
	return NULL;
}

static bool pg_exec(struct db *db, const char *script)
{
	struct connection *c = db->connection;
	PGresult *result = result_of(c, c->silent || PQsendQuery(c->pg, script));
	bool ok = succeeded(result) || pg_fail(db, "PostgreSQL", result);
	PQclear(result);
	return ok;
}

/* -- connecting */

static bool session_prepare(struct db *db)
{
	char settings[256];
	int64_t ms = atomic_load(&patience);
	PQsetnonblocking(pg_of(db), 1);
	snprintf(settings, sizeof settings,
	    "SET client_min_messages = error; SET lock_timeout = '%ds'; SET statement_timeout = %lld; "
	    "SET default_transaction_read_only = %s",
	    ENGINE_WAIT, (long long)(ms ? ms - EARLIER_MS : 0), db->use == DB_READ ? "on" : "off");
	return pg_exec(db, settings);
}

/* Whoever has begun to connect is let in, or not, in time. */
static bool let_in(struct connection *c, PostgresPollingStatusType (*poll_on)(PGconn *))
{
	int64_t until = now_ms() + CONNECT_MS;
	PostgresPollingStatusType next = PGRES_POLLING_WRITING;
	c->silent = false;
	while (!c->silent && (next == PGRES_POLLING_WRITING || next == PGRES_POLLING_READING))
		if (wait_for(c->pg, next == PGRES_POLLING_WRITING ? POLLOUT : POLLIN, until))
			next = poll_on(c->pg);
		else
			c->silent = true;
	return next == PGRES_POLLING_OK && !c->silent;
}

static bool pg_open(struct db *db, const char *url)
{
	static const char *const names[] = {"keepalives_idle", "keepalives_interval", "keepalives_count",
	    "tcp_user_timeout", "fallback_application_name", "dbname", "client_encoding", NULL};
	const char *const values[] = {"10", "5", "3", "15000", "entente", url, "UTF8", NULL};
	struct connection *c = ARENA_NEW(db->memory, struct connection);
	db->connection = c;
	c->pg = PQconnectStartParams(names, values, true);
	if (PQstatus(c->pg) == CONNECTION_BAD || !let_in(c, PQconnectPoll))
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

/* A server that does not answer is not asked by everybody at once, who would all wait. */
static bool pg_revive(struct db *db)
{
	struct connection *c = db->connection;
	if ((PQstatus(c->pg) == CONNECTION_OK && !c->silent) || now_ms() < atomic_load(&not_before))
		return false;
	bool back = PQresetStart(c->pg) && let_in(c, PQresetPoll);
	c->silent = !back;
	if (!back)
		atomic_store(&not_before, now_ms() + RETRY_MS);
	return back && session_prepare(db);
}

/* -- statements */

static bool pg_prepare(struct db_query *q, const char *text)
{
	struct connection *c = q->db->connection;
	struct prepared *p = ARENA_NEW(q->db->memory, struct prepared);
	q->prepared = p;
	snprintf(p->name, sizeof p->name, "s%u", ++c->statements);
	PGresult *result = result_of(c, c->silent || PQsendPrepare(c->pg, p->name, text, 0, NULL));
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
	struct connection *c = q->db->connection;
	p->result = result_of(
	    c, c->silent || PQsendQueryPrepared(c->pg, p->name, q->parameters, texts, NULL, NULL, 0));
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
