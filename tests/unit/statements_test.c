/* Every SQL statement of the program, prepared on a fresh database of each
 * engine; and what SQLite says it would do: none reads a growing table from
 * end to end, but the few that mean to. */
#include <stdlib.h>
#include <unistd.h>

#include "base/buf.h"
#include "record/schema.h"
#include "record/store.h"
#include "tap.h"

#define STATEMENTS_MAX 1000
#define PARAMETERS_MAX 100

static const char *const growing[] = {"exchange", "promise", "matter", "clock", "audit", "mandate", "term",
    "writing", "decision", "insight", "moment", "rating", "entry", NULL};

/* The doctor counts; changed settings move every running clock; the end of the
 * journal is the end of its key; the library is read by an index of its own; the
 * last exchanges noted are the end of theirs; what is planned is few; what each client ever paid is read off
 * an index of nothing else. */
static const char *const meant[] = {"clock_count", "last_audit", "of_library", "whole_library",
    "untold_rules", "clients_to_tell", "library_has_rules", "clients_lately", "revenues",
    "meetings_of_others", NULL};

static struct arena *arena;
static struct sql *all[STATEMENTS_MAX];
static int count;

static void add(const struct sql *s)
{
	if (count < STATEMENTS_MAX)
		all[count++] = (struct sql *)s;
}

__attribute__((constructor)) static void statements_find(void)
{
	arena = arena_new();
	store_init();
	struct sql *s;
	for (int i = 0; (s = db_statement(i)); i++)
		add(s);
	for (int i = 0; kinds[i]; i++) {
		const struct store *of = store_of(kinds[i]);
		add(&of->load), add(&of->insert), add(&of->update), add(&of->remove), add(&of->last_id),
		    add(&of->walk);
	}
}

__attribute__((destructor)) static void statements_forget(void)
{
	arena_free(arena);
}

/* ---- a fresh database ---------------------------------------------------- */

static char folder[40], file[64];

static struct db *fresh(const char *url)
{
	char error[256];
	struct db *db = db_open(url, DB_CREATE, error);
	if (!db) {
		printf("Bail out! %s\n", error);
		exit(1);
	}
	db_set_arena(db, arena);
	ok(schema_prepare(db, arena), url);
	return db;
}

static struct db *fresh_sqlite(void)
{
	snprintf(folder, sizeof folder, "/tmp/entente-statements-XXXXXX");
	if (!mkdtemp(folder))
		exit(1);
	snprintf(file, sizeof file, "%s/a.db", folder);
	return fresh(arena_printf(arena, "sqlite:%s", file));
}

static void sqlite_remove(struct db *db)
{
	db_close(db);
	unlink(file);
	rmdir(folder);
}

/* ---- both engines take them ------------------------------------------------ */

static void prepare_all(struct db *db)
{
	for (int i = 0; i < count; i++)
		if (!ok(db_prepares(db, all[i]), all[i]->name))
			printf("# %s\n# %s\n", db_error(db), all[i]->text);
}

TEST(sqlite_prepares)
{
	struct db *db = fresh_sqlite();
	prepare_all(db);
	sqlite_remove(db);
}

TEST(postgres_prepares)
{
	const char *base = getenv("ENTENTE_TEST_PG");
	if (!base) {
		ok(true, "# SKIP no PostgreSQL at $ENTENTE_TEST_PG");
		return;
	}
	char error[256];
	const char *name = arena_printf(arena, "entente_statements_%d", (int)getpid());
	struct db *outside = db_open(base, DB_WRITE, error);
	ok(outside && db_script(outside, arena_printf(arena, "CREATE DATABASE %s", name)),
	    "a database of its own");
	int server = (int)(strrchr(base, '/') - base);
	struct db *db = fresh(arena_printf(arena, "%.*s/%s", server, base, name));
	prepare_all(db);
	db_close(db);
	ok(db_script(outside, arena_printf(arena, "DROP DATABASE %s", name)), "and gone again");
	db_close(outside);
}

/* ---- none scans what grows --------------------------------------------------- */

static bool is_listed(const char *const *list, const char *word, size_t n)
{
	for (; *list; list++)
		if (strlen(*list) == n && strncmp(*list, word, n) == 0)
			return true;
	return false;
}

/* Whether the name of a plan stands for a growing table: itself, or "table name"
 * in the statement. */
static bool is_growing(const char *text, const char *name, size_t n)
{
	if (is_listed(growing, name, n))
		return true;
	for (const char *const *table = growing; *table; table++) {
		const char *alias = arena_printf(arena, "%s %.*s", *table, (int)n, name);
		const char *at = strstr(text, alias);
		if (at && strchr(" ,)", at[strlen(alias)]))
			return true;
	}
	return false;
}

/* "SCAN x …" walks a table or the whole of one index of it. */
static bool scans(struct db *db, const char *text)
{
	struct sql *plan = ARENA_NEW(arena, struct sql); /* it outlives the connection */
	*plan = (struct sql){.name = "plan", .text = arena_printf(arena, "EXPLAIN QUERY PLAN %s", text)};
	char types[PARAMETERS_MAX + 1] = "";
	static const union db_value nothing[PARAMETERS_MAX];
	size_t most = 0;
	for (const char *s = strchr(text, '$'); s; s = strchr(s + 1, '$')) {
		size_t n = strtoul(s + 1, NULL, 10);
		most = n > most ? n : most;
	}
	if (most > PARAMETERS_MAX)
		return true;
	memset(types, 't', most);
	int64_t id, parent, unused;
	const char *step;
	bool some = false;
	struct db_query *q = db_query_values(db, plan, types, nothing);
	while (q && db_row(q, "iiit", &id, &parent, &unused, &step))
		if (strncmp(step, "SCAN ", 5) == 0 && is_growing(text, step + 5, strcspn(step + 5, " "))) {
			printf("# %s\n", step);
			some = true;
		}
	return some || db_failed(db);
}

/* What refers to a removed record is looked for everywhere; only undoing an
 * import removes. */
static bool is_removal(const struct sql *s)
{
	for (int i = 0; kinds[i]; i++)
		if (s == &store_of(kinds[i])->remove)
			return true;
	return false;
}

TEST(no_scan)
{
	struct db *db = fresh_sqlite();
	for (int i = 0; i < count; i++) {
		const char *text = all[i]->full[DB_SQLITE] ? all[i]->full[DB_SQLITE] : all[i]->text;
		if (!is_removal(all[i]) && !is_listed(meant, all[i]->name, strlen(all[i]->name)))
			ok(!scans(db, text), all[i]->name);
	}
	sqlite_remove(db);
}

TEST_MAIN()
