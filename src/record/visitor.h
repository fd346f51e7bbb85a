/* Who stands there: the person behind a token, a browser's session, a password
 * or a code sent by mail. */
#ifndef RECORD_VISITOR_H
#define RECORD_VISITOR_H

#include "record/kind.h"

#define CODE_SECONDS (15 * 60) /* so long a code is good */

/* Inside a statement: the ids of who has that address, in lower case, $1, as their first
 * or as another one, where it stands in a list as address_inside() writes it, $2. */
#define PEOPLE_AT \
	"(SELECT id FROM person WHERE email = $1 UNION SELECT id FROM person WHERE emails IS NOT NULL AND " \
	"replace(emails, $2, '') <> emails)"
const char *address_inside(struct arena *a, const char *address);

bool who_by_token(struct ctx *c, const char *token, struct who *ret, enum lang *ret_lang);
/* *ret_csrf is what the session's forms carry. */
bool who_by_session(
    struct ctx *c, const char *secret, struct who *ret, enum lang *ret_lang, const char **ret_csrf);
/* An active contact, by id. */
bool who_by_contact(
    struct ctx *c, int64_t person, struct who *ret, enum lang *ret_lang, const char **ret_email);

/* A token for somebody; days 0: it does not end. */
const char *token_create(struct ctx *c, int64_t person, int64_t days);
/* What stands for a token where it cannot be read any more: the beginning of its hash. */
#define TOKEN_NAME_CHARS 8
struct token {
	const char *name;
	instant created_at, expires_at; /* 0: never */
};
/* Those of a person that are good, in the order they were made. */
struct db_query *tokens_of(struct ctx *c, int64_t person);
bool token_row(struct db_query *q, struct token *ret);
bool token_end(struct ctx *c, int64_t person, const char *name); /* false: they have none of that name */
void tokens_end(struct ctx *c, int64_t person);

/* A session of thirty days; of one day when who.only_kind narrows it, and then only as
 * long as the address that the letter went to is theirs. */
const char *session_create(struct ctx *c, const struct who *who);
void session_end(struct ctx *c, const char *secret);
/* Their sessions, and the codes that would open others. */
void visits_end(struct ctx *c, int64_t person);

/* Who may log in with this address, and the password's hash; 0: nobody. */
int64_t person_by_email(struct ctx *c, const char *email, const char **ret_hash);

/* Digits to be mailed to that address, good for fifteen minutes and five tries, for
 * whichever contacts have it; *ret_person is the first of them.  NULL: for nobody, and
 * nothing may tell who asked. */
const char *code_give(struct ctx *c, const char *email, int64_t *ret_person);
/* The contacts of that address whose code they are, by id, how many; each code serves
 * once, and then is used. */
int code_opens(struct ctx *c, const char *email, const char *digits, const int64_t **ret);
void code_use(struct ctx *c, const int64_t *people, int n);

/* A secret that lets one of us choose a password, mailed to the address they have now
 * and good for that one alone: once, for so long.  NULL: they have several already. */
const char *renewal_give(struct ctx *c, int64_t person, int64_t seconds);
/* Whose it is, 0: nobody's any more. */
int64_t renewal_of(struct ctx *c, const char *secret);
/* None of theirs opens any more. */
void renewals_end(struct ctx *c, int64_t person);
/* Until when one of theirs is good; 0: none is. */
instant renewal_until(struct ctx *c, int64_t person);

#endif
