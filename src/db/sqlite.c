/* SQLite as an engine: one file with a write-ahead log, many readers and one
 * writer.  Parameters are found by name once, because SQLite numbers $2 and $1
 * in the order they appear. */
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <sqlite3.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buf.h"
#include "db/engine.h"

enum {
	PAGE = 4096,
	LOG_LARGE = (256 << 20) / PAGE, /* frames from which the log is cut */
	CUT_WAIT_MS = 1000              /* what writers may have to wait for that */
};

struct prepared {
	sqlite3_stmt *statement;
	bool ahead;  /* stepped already, not yet given by next */
	int place[]; /* of $1, $2 … */
};

/* A connection stays in one thread, and nobody asks how much memory is used. */
static void library_configure(void)
{
	sqlite3_config(SQLITE_CONFIG_MULTITHREAD);
	sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}

/* -- connecting */

/* Read by its owner alone; the log takes the same rights.  A file that exists
 * is not touched: closing it here would drop the locks of other connections. */
static bool file_make(struct db *db, const char *path)
{
	int fd = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
	if (fd >= 0)
		close(fd);
	else if (errno != EEXIST)
		return engine_fail(db, "cannot make a database at %s: %s", path, strerror(errno));
	return true;
}

static bool file_check(struct db *db, const char *path)
{
	if (*path && access(path, F_OK) == 0)
		return true;
	if (!*path || errno == ENOENT)
		return engine_fail(db, "there is no database at %s; `entente init` makes one", path);
	return engine_fail(db, "cannot reach the database at %s: %s", path, strerror(errno));
}

static bool settings_apply(sqlite3 *c, enum db_use use)
{
	static const char common[] =
	    "PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA temp_store=MEMORY;"
	    "PRAGMA trusted_schema=OFF; PRAGMA mmap_size=2147418112;";
	static const char reader[] = "PRAGMA cache_size=-3072; SELECT 1 FROM sqlite_schema LIMIT 1;";
	static const char writer[] = "PRAGMA cache_size=-16384; PRAGMA secure_delete=FAST;"
				     "PRAGMA journal_mode=WAL; PRAGMA wal_autocheckpoint=0;";
	sqlite3_busy_timeout(c, ENGINE_WAIT * 1000);
	/* "x" is a name, never a text, as on PostgreSQL. */
	sqlite3_db_config(c, SQLITE_DBCONFIG_DQS_DML, 0, NULL);
	sqlite3_db_config(c, SQLITE_DBCONFIG_DQS_DDL, 0, NULL);
	return sqlite3_exec(c, common, NULL, NULL, NULL) == SQLITE_OK &&
	       sqlite3_exec(c, use == DB_READ ? reader : writer, NULL, NULL, NULL) == SQLITE_OK;
}

/* A log with something in it belongs to the records. */
static bool log_is_empty(struct db *db, const char *path)
{
	struct stat s;
	return stat(arena_printf(db->memory, "%s-wal", path), &s) != 0 || s.st_size == 0;
}

/* A disk that takes no writes has no room for what lies beside a database in use; but
 * nobody writes there either, so the file can be read as it stands. */
static bool rescue(struct db *db, const char *path)
{
	sqlite3 *c = db->connection;
	int why = sqlite3_errcode(c);
	if (db->use != DB_READ || (why != SQLITE_CANTOPEN && why != SQLITE_READONLY) ||
	    !log_is_empty(db, path))
		return false;
	struct buf uri = {.max = 3 * PATH_MAX};
	buf_puts(&uri, "file:");
	for (const char *s = path; *s; s++)
		if (strchr("%?#", *s))
			buf_printf(&uri, "%%%02x", (unsigned char)*s);
		else
			buf_char(&uri, *s);
	buf_puts(&uri, "?immutable=1");
	sqlite3_close(c);
	db->connection = c = NULL;
	int rc = sqlite3_open_v2(buf_take(&uri, db->memory, ""), &c,
	    SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_URI, NULL);
	db->connection = c;
	return rc == SQLITE_OK && settings_apply(c, db->use);
}

static bool lite_open(struct db *db, const char *url)
{
	static pthread_once_t configured = PTHREAD_ONCE_INIT;
	pthread_once(&configured, library_configure);

	const char *path = url + strlen("sqlite:");
	if (!(db->use == DB_CREATE ? file_make(db, path) : file_check(db, path)))
		return false;
	int flags = (db->use == DB_READ ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE) | SQLITE_OPEN_NOMUTEX;
	sqlite3 *c = NULL;
	int rc = sqlite3_open_v2(path, &c, flags, NULL);
	db->connection = c;
	if (rc == SQLITE_OK && db->use != DB_READ && sqlite3_db_readonly(c, "main"))
		return engine_fail(db, "the database at %s cannot be written", path);
	if ((rc == SQLITE_OK && settings_apply(c, db->use)) || rescue(db, path))
		return true;
	c = db->connection;
	if (sqlite3_errcode(c) == SQLITE_NOTADB)
		return engine_fail(db, "%s is not a database", path);
	return engine_fail(db, "cannot open the database at %s: %s", path, sqlite3_errmsg(c));
}

static void lite_checkpoint(struct db *db)
{
	int frames = 0;
	sqlite3 *c = db->connection;
	sqlite3_wal_checkpoint_v2(c, NULL, SQLITE_CHECKPOINT_PASSIVE, &frames, NULL);
	if (frames < LOG_LARGE)
		return;
	sqlite3_busy_timeout(c, CUT_WAIT_MS);
	sqlite3_wal_checkpoint_v2(c, NULL, SQLITE_CHECKPOINT_TRUNCATE, NULL, NULL);
	sqlite3_busy_timeout(c, ENGINE_WAIT * 1000);
}

/* A command that never thought of checkpoints leaves a short log all the same. */
static void lite_close(struct db *db)
{
	if (db->connection && db->use != DB_READ)
		lite_checkpoint(db);
	sqlite3_close(db->connection);
}

static void notice_full_disk(struct db *db)
{
	db->disk_full = db->disk_full || sqlite3_errcode(db->connection) == SQLITE_FULL;
}

static bool lite_exec(struct db *db, const char *script)
{
	if (sqlite3_exec(db->connection, script, NULL, NULL, NULL) == SQLITE_OK)
		return true;
	notice_full_disk(db);
	return engine_fail(db, "%s", sqlite3_errmsg(db->connection));
}

/* -- statements */

static bool lite_fail(struct db_query *q)
{
	notice_full_disk(q->db);
	return engine_fail(q->db, "%s: %s", q->sql->name, sqlite3_errmsg(q->db->connection));
}

static bool places_find(struct db_query *q)
{
	struct prepared *p = q->prepared;
	for (int i = 0; i < q->parameters; i++) {
		char name[16];
		snprintf(name, sizeof name, "$%d", i + 1);
		p->place[i] = sqlite3_bind_parameter_index(p->statement, name);
		if (!p->place[i])
			return engine_fail(q->db, "%s: %s is not used", q->sql->name, name);
	}
	if (sqlite3_bind_parameter_count(p->statement) != q->parameters)
		return engine_fail(q->db, "%s: a parameter is not written $1, $2 …", q->sql->name);
	return true;
}

static void lite_forget(struct db_query *q)
{
	struct prepared *p = q->prepared;
	sqlite3_finalize(p->statement);
}

static bool lite_prepare(struct db_query *q, const char *text)
{
	struct prepared *p = arena_alloc(q->db->memory, sizeof *p + sizeof *p->place * (size_t)q->parameters);
	q->prepared = p;
	const char *rest;
	if (sqlite3_prepare_v3(
		q->db->connection, text, -1, SQLITE_PREPARE_PERSISTENT, &p->statement, &rest) != SQLITE_OK)
		return lite_fail(q);
	q->columns = sqlite3_column_count(p->statement);
	if (rest[strspn(rest, " \t\n;")])
		engine_fail(q->db, "%s: more than one statement", q->sql->name);
	else if (places_find(q))
		return true;
	lite_forget(q);
	return false;
}

/* Runs the statement up to its first row, so that it sees the records of now
 * and not of the first db_row. */
static bool lite_start(struct db_query *q, const char *types, const union db_value *v)
{
	struct prepared *p = q->prepared;
	for (int i = 0; types[i]; i++) {
		int rc = types[i] == 'i'
			     ? sqlite3_bind_int64(p->statement, p->place[i], v[i].i)
			     : sqlite3_bind_text(p->statement, p->place[i], v[i].t, -1, SQLITE_TRANSIENT);
		if (rc != SQLITE_OK)
			return lite_fail(q);
	}
	int rc = sqlite3_step(p->statement);
	p->ahead = true;
	return rc == SQLITE_ROW || rc == SQLITE_DONE || lite_fail(q);
}

static bool lite_next(struct db_query *q)
{
	struct prepared *p = q->prepared;
	if (p->ahead) {
		p->ahead = false;
		return sqlite3_data_count(p->statement) > 0;
	}
	int rc = sqlite3_step(p->statement);
	return rc == SQLITE_ROW || (rc != SQLITE_DONE && lite_fail(q));
}

static bool lite_get(struct db_query *q, int column, char type, union db_value *ret)
{
	sqlite3_stmt *s = ((struct prepared *)q->prepared)->statement;
	int kind = sqlite3_column_type(s, column);
	*ret = (union db_value){0};
	if (kind == SQLITE_NULL)
		return false;
	if (type == 'i') {
		ret->i = sqlite3_column_int64(s, column);
		if (kind != SQLITE_INTEGER)
			engine_fail(q->db, "%s: column %d is not a number", q->sql->name, column + 1);
	} else {
		const char *text = (const char *)sqlite3_column_text(s, column);
		ret->t = text ? engine_keep(q, text, (size_t)sqlite3_column_bytes(s, column)) : NULL;
	}
	return true;
}

static void lite_stop(struct db_query *q)
{
	struct prepared *p = q->prepared;
	sqlite3_reset(p->statement);
	sqlite3_clear_bindings(p->statement);
}

const struct engine engine_sqlite = {
    .id = DB_SQLITE,
    .begin = "BEGIN IMMEDIATE",
    .read_begin = "BEGIN",
    .open = lite_open,
    .close = lite_close,
    .exec = lite_exec,
    .checkpoint = lite_checkpoint,
    .prepare = lite_prepare,
    .forget = lite_forget,
    .start = lite_start,
    .next = lite_next,
    .get = lite_get,
    .stop = lite_stop,
};
