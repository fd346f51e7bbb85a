/* Letters out: what an action writes to a person, kept in the same transaction
 * until a thread of src/mail/ has handed it to a mail server. */
#ifndef RECORD_LETTER_H
#define RECORD_LETTER_H

#include "record/kind.h"

struct letter {
	int64_t person;      /* to whom */
	const char *subject; /* says nothing of what a record holds */
	const char *text;    /* paragraphs, an empty line between two */
	const char *button;  /* what the way to the record is called; NULL: there is none */
	const struct kind *kind;
	int64_t id;
};

/* The language to write to this person in. */
enum lang letter_lang(struct ctx *c, int64_t person);
/* Queues it, as a part of the transaction that causes it.  Who left, or has no
 * address, gets none. */
void letter_add(struct ctx *c, const struct letter *l);
/* Those that still wait for somebody who left do not leave any more. */
void letters_drop(struct ctx *c, int64_t person);

/* ---- as it waits ---------------------------------------------------------------- */

struct posted {
	int64_t id, person, tries; /* tries before this one */
	instant at;                /* when it was written */
	const char *name, *address;
	const char *sender_name, *sender_address; /* of us; NULL: the firm itself wrote */
	enum lang lang;
	const char *subject, *text, *button;
	const struct kind *kind;
	int64_t record;
	const char *message; /* names it among all letters, however often it leaves */
};

/* Whether one is due. */
bool letter_is_due(struct ctx *c);
/* Takes the one that has been due longest, so that nobody else does in the next
 * two minutes; false: none.  In a writing transaction of its own. */
bool letter_take(struct ctx *c, struct posted *ret);
/* All that are queued, the oldest first (a test's outbox). */
struct db_query *letters_queued(struct ctx *c);
bool letter_row(struct db_query *q, struct posted *ret);

/* What became of it.  A letter that left, or never will, keeps its address and
 * its hour for three months, its words not at all. */
void letter_left(struct ctx *c, int64_t id);
void letter_refused(struct ctx *c, int64_t id, const char *why);
/* It could not leave now: later again.  False: it has been tried for two days,
 * and is refused. */
bool letter_wait(struct ctx *c, int64_t id, int64_t tries, const char *why);

int64_t letters_waiting(struct ctx *c);
int64_t letters_refused(struct ctx *c);

/* ---- ways in ---------------------------------------------------------------------- */

#define LETTER_LINK_DAYS 90

/* The address behind the button, NULL when it has none; `site` is the address of
 * this server for its readers, "https://clients.mistral.example". */
const char *letter_link(const struct ctx *c, const char *site, const struct posted *l);
/* The letter as plain text. */
const char *letter_plain(const struct ctx *c, const char *site, const struct posted *l);
/* Reads what stands in such an address after "/l/"; false: none of ours, or too
 * old. */
bool letter_pass(const struct ctx *c, const char *name, struct pass *ret);

#endif
