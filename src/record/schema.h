/* The tables of a database: made from the kinds' fields, and what an older database
 * becomes (schema.c, upgrade.c). */
#ifndef RECORD_SCHEMA_H
#define RECORD_SCHEMA_H

#include "db/db.h"

#define SCHEMA_VERSION 5
/* What creates an empty database on this engine, as SQL text. */
const char *schema_text(struct arena *a, enum db_engine e);
/* Its parts: what holds the records, and the search index. */
const char *schema_tables(struct arena *a, enum db_engine e);
const char *schema_index(enum db_engine e);
/* Makes the tables of an empty database; false: db_error says why. */
bool schema_prepare(struct db *db, struct arena *a);
int64_t schema_version(struct db *db); /* 0: it is empty */
/* Brings an older database to today's version, all or nothing; false with one sentence. */
bool schema_upgrade(struct db *db, struct arena *a, char error[256]);
/* Whether every row that is named is there, after work done with references put aside. */
bool schema_references_hold(struct db *db);

#endif
