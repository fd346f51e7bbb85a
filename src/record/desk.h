/* A place to work at: one connection, the firm as it stands, memory and time.
 * The command line has one, every loop has one to read, the writer has one. */
#ifndef RECORD_DESK_H
#define RECORD_DESK_H

#include "record/kind.h"

/* What a kind keeps, made when its records had changed so many times. */
struct kept {
	struct arena *arena;
	const void *what;
	int64_t changes;
	bool checked; /* in this request */
};

struct desk {
	struct db *db;
	struct firm *firm;
	struct arena *arena; /* emptied by every desk_begin */
	struct ctx ctx;
	bool keeps; /* it only reads, so what it kept was true outside of it too */
	struct kept kept[LINK_KINDS];
};

/* Opens a database that holds a firm, its schema brought up to date when it
 * may write; false with one sentence. */
bool desk_open(struct desk *d, const char *url, enum db_use use, char error[256]);
void desk_close(struct desk *d);

/* Fresh memory, the firm's settings of now, the clock.  who NULL: the program. */
struct ctx *desk_begin(struct desk *d, const struct who *who, enum lang lang);

/* The same with memory of the caller's, who lets go of it. */
struct ctx *desk_begin_in(struct desk *d, struct arena *a, const struct who *who, enum lang lang);

/* One writing transaction around work: time passes first; kept when work says
 * true.  False: refused, or the database failed (then a sentence in error). */
bool desk_write(struct desk *d, const struct who *who, enum lang lang,
    bool (*work)(struct ctx *c, void *user), void *user, char error[256]);

/* Nothing is to be changed by a clock that has jumped far ahead (firm.h): false, with one
 * sentence for whoever looks after the machine. */
bool clock_is_believed(const struct ctx *c, char error[256]);

/* A new database becomes a firm: schema, settings, key.  `clock`: a test
 * database standing at that instant (text as in instant_parse), or NULL. */
bool desk_found(const char *url, const char *firm_name, const char *tz, enum lang lang, const char *currency,
    const char *clock, char error[256]);

#endif
