/* The tables: those of the kinds, made from their fields, and the few the
 * engine itself needs.  How an older database comes to them is in upgrade.c. */
#include "record/store.h"
#include "record/schema.h"

#include <string.h>

SQL(read_version, "SELECT CAST(value AS BIGINT) FROM meta WHERE key = 'schema'");
SQL2(has_meta, "SELECT count(*) FROM sqlite_master WHERE name = 'meta'",
    "SELECT count(*) FROM information_schema.tables WHERE table_schema = current_schema() AND table_name = "
    "'meta'");

/* $I and $T stand for the engine's whole numbers and text. */
static const char engine_tables[] =
    "CREATE TABLE meta (key $T PRIMARY KEY, value $T NOT NULL)$S;\n"
    "CREATE TABLE setting (key $T PRIMARY KEY, value $T NOT NULL)$S;\n"
    "CREATE TABLE token (hash $T PRIMARY KEY, person_id $I NOT NULL REFERENCES person (id), created_at $I "
    "NOT NULL, "
    "expires_at $I)$S;\n"
    "CREATE TABLE session (hash $T PRIMARY KEY, person_id $I NOT NULL REFERENCES person (id), csrf $T NOT "
    "NULL, "
    "created_at $I NOT NULL, expires_at $I NOT NULL, only_kind $I, only_id $I, address $T)$S;\n"
    "CREATE TABLE code (person_id $I NOT NULL REFERENCES person (id), hash $T NOT NULL, "
    "expires_at $I NOT NULL, tries $I NOT NULL, PRIMARY KEY (person_id, hash))$S$W;\n"
    "CREATE INDEX code_over ON code (expires_at);\n"
    "CREATE TABLE renewal (hash $T PRIMARY KEY, person_id $I NOT NULL REFERENCES person (id), "
    "address $T NOT NULL, expires_at $I NOT NULL)$S;\n"
    "CREATE INDEX renewal_of ON renewal (person_id);\n"
    "CREATE TABLE letter (id $I PRIMARY KEY, at $I NOT NULL, person_id $I NOT NULL REFERENCES person (id), "
    "sender_id $I REFERENCES person (id), address $T NOT NULL, lang $T NOT NULL, subject $T NOT NULL, "
    "text $T NOT NULL, button $T, path $T, kind $I, record_id $I, message $T NOT NULL, state $T NOT NULL, "
    "tries $I NOT NULL, next_at $I NOT NULL, done_at $I, error $T, good_until $I)$S;\n"
    "CREATE INDEX letter_queued ON letter (next_at, id) WHERE state = 'queued';\n"
    "CREATE INDEX letter_oldest ON letter (at) WHERE state = 'queued';\n"
    "CREATE INDEX letter_useful ON letter (good_until) WHERE state = 'queued';\n"
    "CREATE INDEX letter_done ON letter (done_at) WHERE kind IS NULL OR path IS NOT NULL;\n"
    "CREATE INDEX letter_about ON letter (kind, record_id) WHERE kind IS NOT NULL;\n"
    "CREATE TABLE answered (key $T NOT NULL, person_id $I NOT NULL, body_hash $T NOT NULL, at $I NOT NULL, "
    "status $I NOT NULL, location $T, body $T NOT NULL, PRIMARY KEY (person_id, key))$S;\n"
    "CREATE INDEX answered_at ON answered (at);\n"
    "CREATE TABLE audit (id $I PRIMARY KEY, at $I NOT NULL, who_id $I, rule $T, action $T NOT NULL, kind $T, "
    "record_id $I, field $T, old $T, new $T, reason $T, prev_hash $T NOT NULL, hash $T NOT NULL)$S;\n"
    "CREATE INDEX audit_record ON audit (kind, record_id);\n"
    "CREATE INDEX audit_who ON audit (who_id, id);\n"
    "CREATE INDEX audit_put_off ON audit (at, kind, record_id, action) WHERE action = 'snooze';\n"
    "CREATE TABLE clock (kind $I NOT NULL, record_id $I NOT NULL, type $T NOT NULL, sub $T NOT NULL, n $I "
    "NOT NULL, "
    "client_id $I NOT NULL, owner_id $I NOT NULL, for_id $I NOT NULL, starts_at $I NOT NULL, shows_at $I NOT "
    "NULL, "
    "due $I NOT NULL, stopped_at $I, ends_at $I, rings $I NOT NULL, about $T NOT NULL, snoozed_until $I, "
    "snooze_reason $T, "
    "handed_to $I, PRIMARY KEY (kind, record_id, type, sub, n))$S$W;\n"
    "CREATE INDEX clock_today ON clock (for_id, shows_at) WHERE stopped_at IS NULL AND rings = 0;\n"
    "CREATE INDEX clock_running ON clock (kind, record_id) WHERE stopped_at IS NULL;\n"
    "CREATE INDEX clock_client ON clock (client_id) WHERE stopped_at IS NULL;\n"
    /* What was just received, past everything that somebody's calendar holds for years. */
    "CREATE INDEX clock_received ON clock (for_id, shows_at) WHERE type = 'a2' AND stopped_at IS NULL;\n"
    "CREATE INDEX clock_rings ON clock (due, kind, record_id, type) WHERE stopped_at IS NULL AND rings = 1;\n"
    "CREATE INDEX clock_leisurely ON clock (due, kind, record_id, type) "
    "WHERE stopped_at IS NULL AND rings = 2;\n"
    "CREATE INDEX clock_care ON clock (for_id, stopped_at) WHERE type >= 'e' AND type < 'f' "
    "AND stopped_at IS NOT NULL;\n"
    "CREATE TABLE quiet (person_id $I NOT NULL, type $T NOT NULL, refused $I NOT NULL, until $I, "
    "PRIMARY KEY (person_id, type))$S;\n"
    "CREATE TABLE fear (person_id $I NOT NULL REFERENCES person (id), month $T NOT NULL, fear $I NOT NULL, "
    "PRIMARY KEY (person_id, month))$S;\n"
    "CREATE TABLE import (id $I PRIMARY KEY, at $I NOT NULL, what $T NOT NULL, file $T NOT NULL, undone_at "
    "$I)$S;\n"
    "CREATE TABLE import_row (import_id $I NOT NULL REFERENCES import (id), kind $I NOT NULL, record_id $I "
    "NOT NULL, "
    "PRIMARY KEY (import_id, kind, record_id))$S$W;\n"
    "CREATE TABLE removed (kind $I PRIMARY KEY, last_id $I NOT NULL)$S;\n"
    "CREATE TABLE search_queue (seq $I PRIMARY KEY, doc $I NOT NULL, old $T, new $T)$S;\n";

static const char sqlite_journal[] =
    "CREATE TRIGGER audit_is_append_only BEFORE UPDATE ON audit BEGIN SELECT "
    "raise(ABORT, 'the journal is append-only'); END;\n"
    "CREATE TRIGGER audit_is_kept BEFORE DELETE ON audit BEGIN SELECT "
    "raise(ABORT, 'the journal is append-only'); END;\n";

static const char postgres_journal[] =
    "CREATE OR REPLACE FUNCTION audit_refuses() RETURNS trigger LANGUAGE plpgsql AS "
    "$$BEGIN RAISE EXCEPTION 'the journal is append-only'; END$$;\n"
    "CREATE TRIGGER audit_is_append_only BEFORE UPDATE OR DELETE ON audit FOR EACH ROW EXECUTE FUNCTION "
    "audit_refuses();\n";

static const char sqlite_index[] =
    "CREATE VIRTUAL TABLE search_name USING fts5 (words, content='', prefix='2 "
    "3', tokenize='unicode61 remove_diacritics 0');\n"
    "CREATE VIRTUAL TABLE search_text USING fts5 (words, content='', "
    "tokenize='unicode61 remove_diacritics 0');\n";

static const char postgres_index[] =
    "CREATE TABLE search_name (doc BIGINT PRIMARY KEY, words tsvector NOT NULL);\n"
    "CREATE INDEX search_name_words ON search_name USING gin (words);\n"
    "CREATE TABLE search_text (doc BIGINT PRIMARY KEY, words tsvector NOT NULL);\n"
    "CREATE INDEX search_text_words ON search_text USING gin (words) WITH (fastupdate = off);\n";

static void add_engine_tables(struct buf *b, bool pg)
{
	for (const char *s = engine_tables; *s; s++) {
		if (*s != '$') {
			buf_char(b, *s);
			continue;
		}
		switch (*++s) {
		case 'I':
			buf_puts(b, pg ? "BIGINT" : "INTEGER");
			break;
		case 'T':
			buf_puts(b, pg ? "TEXT COLLATE \"C\"" : "TEXT");
			break;
		case 'S':
			buf_puts(b, pg ? "" : " STRICT");
			break;
		case 'W':
			buf_puts(b, pg ? "" : ", WITHOUT ROWID");
			break;
		}
	}
}

static void add_choices(struct buf *b, const struct field *f)
{
	buf_printf(b, " CHECK (%s IN (", column_of(f));
	for (const struct choice *one = f->choices; one->name; one++)
		buf_printf(b, "%s'%s'", one == f->choices ? "" : ", ", one->name);
	buf_puts(b, "))");
}

/* What records get that are older than the column: as if they were new. */
static void add_default(struct buf *b, const struct field *f)
{
	if (f->type == FT_flag)
		buf_printf(b, " DEFAULT %d", f->otherwise && strcmp(f->otherwise, "true") == 0);
	else if (f->otherwise)
		buf_printf(b, f->type == FT_choice ? " DEFAULT '%s'" : " DEFAULT %s", f->otherwise);
}

static void add_kind(struct buf *b, const struct kind *k, bool pg)
{
	const char *integer = pg ? "BIGINT" : "INTEGER", *text = pg ? "TEXT COLLATE \"C\"" : "TEXT";
	buf_printf(b, "CREATE TABLE %s (\n", k->name);
	buf_printf(b, "  id %s %s,\n", integer, k->cluster && !pg ? "NOT NULL UNIQUE" : "PRIMARY KEY");
	buf_printf(
	    b, "  rev %s NOT NULL,\n  created_at %s NOT NULL,\n  created_by %s", integer, integer, integer);
	for (const struct field *f = k->fields; f->name; f++) {
		if (!field_is_stored(f))
			continue;
		bool is_text = field_is_text(f) || f->type == FT_choice;
		buf_printf(b, ",\n  %s %s", column_of(f), is_text ? text : integer);
		bool clusters = k->cluster && is_among(k->cluster, column_of(f));
		if (f->required || f->type == FT_flag || clusters)
			buf_puts(b, " NOT NULL");
		add_default(b, f);
		if (f->type == FT_choice)
			add_choices(b, f);
		if (f->type == FT_ref && !pg)
			buf_printf(b, " REFERENCES %s (id)", f->to->name);
	}
	if (k->cluster && !pg)
		buf_printf(b, ",\n  PRIMARY KEY (%s)", k->cluster);
	buf_printf(b, "\n)%s%s;\n", pg ? "" : " STRICT", k->cluster && !pg ? ", WITHOUT ROWID" : "");
	if (k->cluster && pg)
		buf_printf(b, "CREATE INDEX %s_cluster ON %s (%s);\n", k->name, k->name, k->cluster);
	for (int i = 0; k->indexes && k->indexes[i]; i++) {
		const char *where = strstr(k->indexes[i], " WHERE ");
		int columns = where ? (int)(where - k->indexes[i]) : (int)strlen(k->indexes[i]);
		buf_printf(b, "CREATE INDEX %s_%d ON %s (%.*s)%s;\n", k->name, i + 1, k->name, columns,
		    k->indexes[i], where ? where : "");
	}
	if (k->portal_rows)
		buf_printf(b, "CREATE INDEX %s_portal ON %s (client_id, id) WHERE %s;\n", k->name, k->name,
		    k->portal_rows);
}

/* PostgreSQL wants both tables to stand before one refers to the other. */
static void add_references(struct buf *b, const struct kind *k)
{
	for (const struct field *f = k->fields; f->name; f++)
		if (f->type == FT_ref)
			buf_printf(b, "ALTER TABLE %s ADD FOREIGN KEY (%s) REFERENCES %s (id);\n", k->name,
			    column_of(f), f->to->name);
}

const char *schema_tables(struct arena *a, enum db_engine e)
{
	bool pg = e == DB_POSTGRES;
	struct buf b = {.max = 1 << 20};
	for (int i = 0; kinds[i]; i++)
		add_kind(&b, kinds[i], pg);
	for (int i = 0; kinds[i] && pg; i++)
		add_references(&b, kinds[i]);
	add_engine_tables(&b, pg);
	buf_puts(&b, pg ? postgres_journal : sqlite_journal);
	return buf_take(&b, a, "");
}

const char *schema_index(enum db_engine e)
{
	return e == DB_POSTGRES ? postgres_index : sqlite_index;
}

const char *schema_text(struct arena *a, enum db_engine e)
{
	return arena_printf(a, "%s%sINSERT INTO meta (key, value) VALUES ('schema', '%d');\n",
	    schema_tables(a, e), schema_index(e), SCHEMA_VERSION);
}

int64_t schema_version(struct db *db)
{
	return db_int(db, &has_meta, 0, "") ? db_int(db, &read_version, 0, "") : 0;
}

bool schema_prepare(struct db *db, struct arena *a)
{
	if (!db_begin(db))
		return false;
	if (db_script(db, schema_text(a, db_engine(db))))
		return db_commit(db);
	db_rollback(db);
	return false;
}
