/* The firm: its name, calendar, language and key, and what it has set (api.md 6).
 *
 * Each thread holds its own copy and reads it again when the shared version
 * has moved, so that nobody waits for anybody. */
#ifndef RECORD_FIRM_H
#define RECORD_FIRM_H

#include <jansson.h>

#include "base/calendar.h"
#include "base/json.h"
#include "base/lang.h"
#include "base/secret.h"
#include "db/db.h"

bool is_currency(const char *s); /* "CAD" */
#define FIRM_NAME_MAX 200        /* characters */

/* After a change of settings clocks are made again, some at a time, in the order of their
 * records: those after this one are still as the former settings said. */
struct renewal {
	bool under_way;
	int64_t kind, id;
};

struct firm {
	void *settings; /* the struct whose rows are setting_rows[] */
	const char *name;
	const char *currency;
	enum lang lang;
	struct calendar calendar;
	struct secret_key key;
	bool test;              /* a test database: its clock stands until moved */
	struct renewal renewal; /* as it stood when this was read */
	int64_t version;
	struct arena *arena; /* holds the texts */
};

/* Reads the firm into memory of its own; NULL (and db_failed) when it cannot,
 * or when the database holds no firm. */
struct firm *firm_read(struct db *db);
void firm_free(struct firm *f);

/* How many times what has that name has changed: counted in the database with the
 * change itself, so that nobody reads one without the other. */
int64_t changes_counted(struct db *db, const char *name);
bool changes_count(struct db *db, const char *name);

/* Counts the changes of settings in this process. */
int64_t firm_version(void);
void firm_changed(void);
/* Notices when another process has changed the settings. */
void firm_watch(struct db *db);

struct renewal firm_renewal(struct db *db);
bool firm_set_renewal(struct db *db, const struct renewal *to);

/* The clock: real seconds, or a test database's own. */
instant firm_now(struct db *db, const struct firm *f);
bool firm_set_test_clock(struct db *db, instant now);

/* A machine whose battery is empty may wake up years ahead, and every promise would be
 * overdue, every letter expired.  When its clock stands CLOCK_JUMP_DAYS or more after the
 * firm last saw it: that instant; nothing is to be changed before somebody says that the
 * clock is right.  0: nothing is wrong with it. */
#define CLOCK_JUMP_DAYS 180
instant firm_clock_doubted(struct db *db, const struct firm *f, instant now);
/* It is believed, and kept as what was last seen, once a day. */
bool firm_clock_seen(struct db *db, const struct firm *f, instant now);

/* Every key of api.md 6 as one JSON object; without what only leads read. */
void firm_json(const struct firm *f, bool lead, struct jw *out);

/* What a firm may set beside its name, calendar and languages; the rows are in
 * rules/settings.c. */
enum setting_type {
	SETTING_number,
	SETTING_pair,  /* int64_t[2], the second no less than the first */
	SETTING_ratio, /* in hundredths; in JSON 1.5 */
	SETTING_money, /* in cents of the firm's currency */
	SETTING_flag
};

struct unit {
	const char *many, *one; /* NULL: its numbers need none */
};

struct setting {
	const char *key;
	enum setting_type type;
	size_t offset;                /* of its int64_t in the firm's settings */
	int64_t otherwise, low, high; /* default, bounds */
	int64_t second;               /* default of a pair's second number */
	const char *group;            /* rows of one group stand together */
	const struct unit *unit;
	const char *sentence; /* what it decides, the number to follow */
	const char *below;    /* the code of a number under `low`; NULL: "bad_value" of the field */
	bool leads;           /* nobody else reads it (model 8.1) */
	bool later;           /* no rule reads it yet, which the page says */
};
extern const struct setting setting_rows[]; /* the last has no key */
extern const size_t settings_size;
const struct setting *setting_named(const char *key); /* NULL: there is none */
/* Its number as the firm has it, of a pair both. */
int64_t *setting_numbers(const struct firm *f, const struct setting *s);
/* Its numbers out of JSON; false: it cannot be that. */
bool setting_read(const struct setting *s, const json_t *v, int64_t ret[2]);
/* What the firm's key decides, in English: a row's sentence, or "Time zone"; NULL:
 * it has no such key. */
const char *setting_label(const char *key);

/* Judges one changed setting: NULL when it may be stored (*ret_json is what to
 * store), else the reason of api.md 0 ("unknown", "bad_value"), or the row's code. */
const char *firm_check(struct arena *a, const char *key, const json_t *value, const char **ret_json);
/* Whether a setting of that name, or a day of the working periods, is a list. */
bool firm_is_list(const char *key);
bool firm_store(struct db *db, const char *key, const char *json_value);
/* What is stored now; NULL: its default holds. */
const char *firm_stored(struct db *db, const char *key);

#endif
