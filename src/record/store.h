/* Private to record/: rows and structs. */
#ifndef RECORD_STORE_H
#define RECORD_STORE_H

#include "record/kind.h"

#define STORE_COLUMNS_MAX 64

/* The columns of a statement that reads records: the four of every record,
 * then these fields. */
struct columns {
	int n;
	const struct field *field[STORE_COLUMNS_MAX];
	char types[STORE_COLUMNS_MAX + 1]; /* of all of them, as db_row wants it */
};

struct store {
	const struct kind *kind;
	const char *select; /* "SELECT columns FROM table " */
	struct columns columns;
	struct sql load, insert, update, remove, last_id, walk;
	struct sql near; /* those of one client and of nobody's, or all of a kind that has no client */
};

const struct store *store_of(const struct kind *k);

bool field_is_stored(const struct field *f);
const char *column_of(const struct field *f);
/* Whether it is one of these, "at subject" or "at, subject"; "at" is, "that" is not. */
bool is_among(const char *names, const char *name);
void field_set_int(const struct field *f, void *rec, int64_t v);
void field_set_text(const struct field *f, void *rec, const char *v);

bool field_same(const struct field *f, const void *a, const void *b);
bool record_same(
    const struct kind *k, const void *a, const void *b); /* in what they say, not where it stands */

bool store_insert(struct ctx *c, const struct kind *k, const void *rec);
bool store_update(struct ctx *c, const struct kind *k, const void *rec);
bool store_remove(struct ctx *c, const struct kind *k, int64_t id);
int64_t store_next_id(struct ctx *c, const struct kind *k);

/* The newest copy is the one that record_get gives. */
void cache_put(struct ctx *c, const struct kind *k, const void *rec);

/* ---- input.c ---- */

/* Said again with it, what asked to be looked at twice passes. */
#define HINTS_OK "hints_ok"

/* Reads an object into the struct of these fields.  `who`: what the caller may
 * set; `creating` decides between .create and .patch. */
struct input_rules {
	const struct field *fields;
	bool creating, patching, form;
	const struct kind *kind;     /* NULL: an action's inputs */
	void (*hints)(struct act *); /* NULL: nothing of it is ever looked at twice */
};
/* Whether one of us gives what leads alone may: their role is missing, whatever else is. */
bool input_is_for_leads(struct act *a, const struct input_rules *rules, const json_t *object);
void input_read(struct act *a, const struct input_rules *rules, json_t *object, void *into);
unsigned caller_bits(const struct ctx *c, const struct kind *k, const void *rec);

/* ---- history.c ---- */

/* What changed between two states of a record, one line a field. */
void audit_changes(
    struct ctx *c, const struct act *a, const struct kind *k, const void *before, const void *after);

/* ---- clock.c ---- */
/* `fresh`: the record is new, so it has no stored clocks. */
void clocks_write(struct ctx *c, const struct kind *k, const void *rec, bool fresh);
void clocks_remove(struct ctx *c, const struct kind *k, int64_t id);
/* Lets what lags of this record act, before anything else befalls it. */
void time_catches_up(struct ctx *c, const struct kind *k, int64_t id);

/* ---- lean.c ---- */
/* What changed (before NULL: made; rec NULL: removed) and whoever leans on it wait
 * for their clocks. */
void clocks_concern(struct ctx *c, const struct kind *k, const void *before, const void *rec);
void clocks_wait(struct ctx *c, const struct kind *k, int64_t id); /* … this one record */
void clocks_settle(struct ctx *c);                                 /* … and get them */

/* ---- act.c ---- */
/* change() by the rule that lags itself. */
void change_now(
    struct ctx *c, const struct kind *k, int64_t id, const char *name, void (*effect)(struct act *));

#endif
