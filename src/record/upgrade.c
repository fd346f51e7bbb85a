/* Brings the database of an older version to today's, in one transaction.
 *
 * Nobody writes down what a version changed.  Today's tables are made once more,
 * empty and temporary, and the engine's own catalogue is asked what makes the
 * real ones the same.  Then what is computed from records is computed again by
 * today's rules: clocks, and the words of the search index. */
#include "record/store.h"

#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "record/schema.h"
#include "record/search.h"

SQL2(broken_references, "SELECT count(*) FROM pragma_foreign_key_check", "SELECT 0");
SQL(put_version, "UPDATE meta SET value = $1 WHERE key = 'schema'");

/* A question that is answered by statements to run: of one engine only, so not
 * in the list that both prepare. */
#define STEPS(id, with, select) static const struct sql id = {.name = #id, .text = "WITH " with " " select}

/* ---- SQLite: what stands in its schema is text -------------------------------- */

#define LITE_TODAY "today AS (SELECT rowid AS place, * FROM temp.sqlite_schema WHERE sql IS NOT NULL)"
#define LITE_FOUND "found AS (SELECT * FROM main.sqlite_schema WHERE sql IS NOT NULL)"
#define LITE_BOTH LITE_TODAY ", " LITE_FOUND
#define LITE_MOVED \
	LITE_BOTH ", moved AS (SELECT t.*, (SELECT group_concat(n.name, ', ') " \
		  "FROM pragma_table_info(t.name, 'temp') n " \
		  "JOIN pragma_table_info(t.name, 'main') o ON o.name = n.name) AS columns " \
		  "FROM today t JOIN found f ON f.name = t.name AND f.sql <> t.sql WHERE t.type = 'table')"

STEPS(lite_end_draft, LITE_TODAY, "SELECT 'DROP TABLE temp.' || name FROM today WHERE type = 'table'");
STEPS(lite_drop_parts, LITE_BOTH,
    "SELECT 'DROP ' || type || ' ' || name FROM found WHERE type <> 'table' "
    "AND sql NOT IN (SELECT sql FROM today)");
STEPS(lite_make_tables, LITE_BOTH,
    "SELECT sql FROM today WHERE type = 'table' AND name NOT IN (SELECT name FROM found) ORDER BY place");
/* The rows move into a new table; what they lack is the column's default. */
STEPS(lite_move_tables, LITE_MOVED,
    "SELECT format('ALTER TABLE %s RENAME TO %s_before; %s; INSERT INTO %s (%s) SELECT %s FROM %s_before; "
    "DROP TABLE %s_before', name, name, sql, name, columns, columns, name, name) FROM moved ORDER BY place");
STEPS(lite_make_parts, LITE_MOVED,
    "SELECT sql FROM today WHERE type <> 'table' AND (tbl_name IN (SELECT name FROM moved) "
    "OR sql NOT IN (SELECT sql FROM found)) ORDER BY place");

/* ---- PostgreSQL: a table changes where it stands ------------------------------- */

#define PG_FORMS \
	"form AS (SELECT oid, relname AS name, relnamespace = pg_my_temp_schema() AS today FROM pg_class " \
	"WHERE relkind = 'r' AND relnamespace IN " \
	"(pg_my_temp_schema(), quote_ident(current_schema())::regnamespace))"
#define PG_COLUMNS \
	PG_FORMS \
	", col AS (SELECT today, form.name AS form, attname AS name, attnum AS place, " \
	"format_type(atttypid, atttypmod) || CASE " \
	"WHEN attcollation = 'pg_catalog.\"C\"'::regcollation THEN ' COLLATE \"C\"' ELSE '' END AS " \
	"type, pg_get_expr(adbin, adrelid) AS value, attnotnull AS needed " \
	"FROM form JOIN pg_attribute ON attrelid = oid " \
	"LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum " \
	"WHERE attnum > 0 AND NOT attisdropped)"
/* Constraints, indexes and triggers, in the order in which they can be made; the
 * catalogue writes names with the schema they are of. */
#define PG_PARTS \
	PG_FORMS \
	", raw AS (" \
	"SELECT today, name AS form, CASE contype WHEN 'f' THEN 2 ELSE 1 END AS place, " \
	"format('ALTER TABLE %I ADD CONSTRAINT %I %s', name, conname, " \
	"pg_get_constraintdef(c.oid)) AS make, " \
	"format('ALTER TABLE %I DROP CONSTRAINT %I', name, conname) AS drop " \
	"FROM form JOIN pg_constraint c ON conrelid = form.oid AND contype IN ('c', 'f', 'p', 'u') " \
	"UNION ALL SELECT today, name, 3, pg_get_indexdef(indexrelid), " \
	"format('DROP INDEX %I', relname) FROM form JOIN pg_index ON indrelid = form.oid " \
	"JOIN pg_class c ON c.oid = indexrelid WHERE indexrelid NOT IN " \
	"(SELECT conindid FROM pg_constraint WHERE contype IN ('p', 'u')) " \
	"UNION ALL SELECT today, name, 4, pg_get_triggerdef(t.oid), " \
	"format('DROP TRIGGER %I ON %I', tgname, name) " \
	"FROM form JOIN pg_trigger t ON tgrelid = form.oid WHERE NOT tgisinternal), " \
	"part AS (SELECT today, form, place, replace(regexp_replace(make, " \
	"'pg_temp(_[0-9]+)?[.]', '', 'g'), quote_ident(current_schema()) || '.', '') AS make, drop " \
	"FROM raw)"

static const struct sql pg_end_draft = {.name = "pg_end_draft", .text = "SELECT 'DISCARD TEMP'"};
/* Without any column: those are what it lacks. */
STEPS(pg_make_tables, PG_FORMS,
    "SELECT format('CREATE TABLE %I ()', name) FROM form WHERE today "
    "AND name NOT IN (SELECT name FROM form WHERE NOT today)");
STEPS(pg_drop_parts, PG_PARTS,
    "SELECT drop FROM part WHERE NOT today AND form IN (SELECT name FROM form WHERE today) "
    "AND make NOT IN (SELECT make FROM part WHERE today) ORDER BY place DESC");
STEPS(pg_drop_columns, PG_COLUMNS,
    "SELECT format('ALTER TABLE %I DROP COLUMN %I', form, name) FROM col "
    "WHERE NOT today AND form IN (SELECT name FROM form WHERE today) "
    "AND (form, name) NOT IN (SELECT form, name FROM col WHERE today)");
STEPS(pg_add_columns, PG_COLUMNS,
    "SELECT format('ALTER TABLE %I ADD COLUMN %I %s%s%s', form, name, type, ' DEFAULT ' || value, "
    "CASE WHEN needed THEN ' NOT NULL' END) FROM col "
    "WHERE today AND (form, name) NOT IN (SELECT form, name FROM col WHERE NOT today) ORDER BY place");
STEPS(pg_change_columns, PG_COLUMNS,
    "SELECT format('ALTER TABLE %I ALTER COLUMN %I %s, ALTER COLUMN %I %s NOT NULL', n.form, n.name, "
    "coalesce('SET DEFAULT ' || n.value, 'DROP DEFAULT'), n.name, "
    "CASE WHEN n.needed THEN 'SET' ELSE 'DROP' END) "
    "FROM col n JOIN col o ON o.form = n.form AND o.name = n.name WHERE n.today AND NOT o.today "
    "AND (o.value, o.needed) IS DISTINCT FROM (n.value, n.needed)");
STEPS(pg_make_parts, PG_PARTS,
    "SELECT make FROM part WHERE today AND make NOT IN (SELECT make FROM part WHERE NOT today) "
    "ORDER BY place");

/* In the order in which they can run. */
static const struct sql *const steps[][8] = {
    [DB_SQLITE] = {&lite_end_draft, &lite_drop_parts, &lite_make_tables, &lite_move_tables, &lite_make_parts,
	NULL},
    [DB_POSTGRES] = {&pg_end_draft, &pg_make_tables, &pg_drop_parts, &pg_drop_columns, &pg_add_columns,
	&pg_change_columns, &pg_make_parts, NULL},
};

/* On SQLite a table is replaced behind the back of those that name it; asked
 * for before the transaction, or it is not heard. */
static const char lite_aside[] = "PRAGMA foreign_keys = OFF; PRAGMA legacy_alter_table = ON";
static const char lite_again[] = "PRAGMA foreign_keys = ON; PRAGMA legacy_alter_table = OFF";

/* ---- the tables ----------------------------------------------------------- */

static const char *as_temporary(struct arena *a, const char *tables)
{
	static const char create[] = "CREATE TABLE ";
	struct buf b = {.max = 1 << 20};
	for (const char *next; (next = strstr(tables, create)); tables = next + strlen(create)) {
		buf_add(&b, tables, (size_t)(next - tables));
		buf_puts(&b, "CREATE TEMP TABLE ");
	}
	buf_puts(&b, tables);
	return buf_take(&b, a, "");
}

/* All of them are read before the first is taken: they change what is asked. */
static const char *steps_read(struct db *db, struct arena *a)
{
	struct buf b = {.max = 1 << 20};
	for (const struct sql *const *s = steps[db_engine(db)]; *s; s++) {
		const char *step;
		struct db_query *q = db_query(db, *s, "");
		while (db_row(q, "t", &step))
			buf_printf(&b, "%s;\n", step);
	}
	return buf_take(&b, a, "");
}

/* The index is made from the records, so it is no older than today. */
static bool tables_move(struct db *db, struct arena *a)
{
	enum db_engine e = db_engine(db);
	return db_script(db, as_temporary(a, schema_tables(a, e))) && db_script(db, steps_read(db, a)) &&
	       db_script(db, "DROP TABLE search_name; DROP TABLE search_text; DELETE FROM search_queue") &&
	       db_script(db, schema_index(e));
}

/* ---- what follows from the records ------------------------------------------ */

static void follow(struct ctx *c, const struct kind *k, const void *rec, void *user)
{
	(void)user;
	clocks_write(c, k, rec, false);
	search_note(c, k, NULL, rec);
}

static bool records_follow(struct db *db, struct arena *a)
{
	struct firm *firm = firm_read(db);
	if (!firm)
		return false;
	struct ctx c = {.arena = a, .db = db, .firm = firm, .who = {.role = LEAD}, .lang = firm->lang};
	c.now = firm_now(db, firm);
	c.today = zone_day(&firm->calendar.zone, c.now);
	for (const struct kind *const *k = kinds; *k; k++)
		if ((*k)->from_older)
			db_run(db, (*k)->from_older, "i", c.now);
	record_each(&c, follow, NULL);
	firm_free(firm);
	return !db_failed(db);
}

/* ---- all of it ---------------------------------------------------------------- */

bool schema_references_hold(struct db *db)
{
	return db_int(db, &broken_references, 1, "") == 0;
}

/* Another process may have been faster. */
static bool upgrade(struct db *db, struct arena *a)
{
	if (!db_begin(db))
		return false;
	if (schema_version(db) < SCHEMA_VERSION)
		return tables_move(db, a) && records_follow(db, a) && schema_references_hold(db) &&
		       db_run(db, &put_version, "t", arena_printf(a, "%d", SCHEMA_VERSION)) && db_commit(db);
	db_rollback(db);
	return true;
}

bool schema_upgrade(struct db *db, struct arena *a, char error[256])
{
	bool lite = db_engine(db) == DB_SQLITE;
	bool done = (!lite || db_script(db, lite_aside)) && upgrade(db, a);
	db_rollback(db);
	if (lite)
		db_script(db, lite_again);
	if (!done)
		snprintf(error, 256, "the tables of this database could not be brought up to date: %s",
		    *db_error(db) ? db_error(db) : "a record names another one that is not there");
	return done;
}
