/* The letters that leave: one row each (letters.c).  A row says to whom and in
 * which words; what happened says about what. */
#ifndef RULES_LETTERS_H
#define RULES_LETTERS_H

#include "rules/rules.h"

enum letter_event {
	LETTER_WRITTEN, /* what is none of these */
	LETTER_RECAP,
	LETTER_AGREEMENT,
	LETTER_ANSWER, /* to a message of theirs */
	LETTER_REMINDER,
	LETTER_CODE,
	LETTER_PASSWORD,
	LETTER_INVITE,
	LETTER_RESET,
	LETTER_HEARD, /* to us, of what a contact did (to_us.h) */
	LETTER_HEARD_URGENT,
	LETTER_HEARD_WRONG,
	LETTER_HEARD_CORRECTED,
	LETTER_HEARD_CONFIRMED,
	LETTER_HEARD_CHOSEN,
	LETTER_DIGEST,
	LETTERS
};

enum addressee { TO_CONTACTS, TO_PERSON }; /* people of a client; one person */

/* Words are English sentences with places: {who} writes, {first} is their first
 * name, {firm}, {what} is told beside.  French may need "de" before one: {de firm}.
 * Nothing of what a record holds stands in them (conversation 15.7). */
struct letter_row {
	enum addressee to;
	bool at_once; /* no act of somebody's that can be taken back (15.6) */
	const char *subject;
	const char *text;   /* paragraphs, an empty line between two */
	const char *button; /* what the way to the record is called; NULL: none */
};
extern const struct letter_row letter_rows[LETTERS];

struct letter_about {
	int64_t to;          /* the client, or the person */
	const char *readers; /* of the client, JSON ids; NULL: every active contact */
	int64_t from;        /* who of us writes; 0: the firm itself */
	const char *what;    /* NULL: the row has no such place */
	const struct kind *kind;
	int64_t id;          /* what the button leads to */
	const char *path;    /* … or where; beside a record, a secret (record/letter.h); NULL: there */
	instant good_until;  /* dropped then, if it has not left; 0: it has no such end */
	const char *address; /* another one of theirs; NULL: the first */
};
/* Leaves with the transaction that causes it, to each in their language. */
void letter_send(struct ctx *c, enum letter_event event, const struct letter_about *about);

#endif
