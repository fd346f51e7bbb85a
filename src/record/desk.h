/* A place to work at: one connection, the firm as it stands, memory and time.
 * The command line has one, every loop has one to read, the writer has one. */
#ifndef RECORD_DESK_H
#define RECORD_DESK_H

#include "record/kind.h"

struct desk {
	struct db *db;
	struct firm *firm;
	struct arena *arena; /* emptied by every desk_begin */
	struct ctx ctx;
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

/* A new database becomes a firm: schema, settings, key.  `clock`: a test
 * database standing at that instant (text as in instant_parse), or NULL. */
bool desk_found(const char *url, const char *firm_name, const char *tz, enum lang lang, const char *currency,
    const char *clock, char error[256]);

/* Sessions and tokens: the person behind a secret, or false. */
bool who_by_token(struct ctx *c, const char *token, struct who *ret, enum lang *ret_lang);
bool who_by_session(
    struct ctx *c, const char *secret, struct who *ret, enum lang *ret_lang, const char **ret_csrf);
/* A token for somebody; days 0: it does not end. */
const char *token_create(struct ctx *c, int64_t person, int64_t days);
/* A session; *ret_csrf is what forms carry. */
const char *session_create(struct ctx *c, int64_t person, const char **ret_csrf);
void session_end(struct ctx *c, const char *secret);
/* Who may log in with this address, and the password's hash; 0: nobody. */
int64_t person_by_email(struct ctx *c, const char *email, const char **ret_hash);

#endif
