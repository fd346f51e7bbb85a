/* Letters out (conversation 15): what an action writes to a person, kept in the same
 * transaction until a thread of src/mail/ has handed it to a mail server, and how it
 * fared. */
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
	/* Where the button leads instead of that record; beside one it is a secret, a way in
	 * for this address alone, "/motdepasse/…".  NULL: to the record. */
	const char *path;
	int64_t delay; /* seconds until it may leave: what an act sends can be taken back */
	instant
	    good_until; /* past its use from then on, and dropped; 0: it has none (a code, a reminder do) */
};

/* The language to write to this person in. */
enum lang letter_lang(struct ctx *c, int64_t person);
/* Queues it, as a part of the transaction that causes it.  Who left, or has no
 * address, gets none. */
void letter_add(struct ctx *c, const struct letter *l);
/* Those that still wait for somebody who left do not leave any more. */
void letters_drop(struct ctx *c, int64_t person);
/* … for somebody whose address is another now go there; to none (NULL, ""), nowhere.  A
 * way in that was made for the former address (its path) goes nowhere either. */
void letters_move_to(struct ctx *c, int64_t person, const char *address);

/* ---- how they fared (conversation 15.2) --------------------------------------------- */

enum letter_state { LETTER_WAITING, LETTER_LEFT, LETTER_REFUSED, LETTER_EXPIRED };

struct letter_fate {
	int64_t person;
	enum letter_state state;
	instant at;      /* waiting: when it will leave; else when it left, was refused, expired */
	const char *why; /* what the mail server said last; NULL: nothing */
	bool late;       /* waiting: it was tried in vain, or should have left a minute ago */
	instant until;   /* waiting: when it is given up */
};

#define LETTERS_ABOUT_MAX 500

/* How the letters about a record fared with its client's people who are there: by
 * person, the newest of each; reminders left out.  How many, `max` at most. */
int letters_about(struct ctx *c, const struct kind *k, int64_t id, struct letter_fate *ret, int max);
bool letters_left_about(struct ctx *c, const struct kind *k, int64_t id); /* one of them left */
/* … of those that only remind. */
bool reminders_left_about(struct ctx *c, const struct kind *k, int64_t id);
/* How the very last one about it fared, whoever it was for; false: there was none. */
bool letter_last_about(struct ctx *c, const struct kind *k, int64_t id, struct letter_fate *ret);
/* One of them left, or is in the hands of a mail server this moment: nobody calls it
 * back. */
bool letters_out_about(struct ctx *c, const struct kind *k, int64_t id);
/* Those of one sender, or to one client's people (0: whoever), that should have left:
 * how many, and of the oldest how it stands and what it is about. */
struct letters_late {
	int64_t n;
	struct letter_fate oldest;
	const struct kind *kind;
	int64_t record;
};
struct letters_late letters_late(struct ctx *c, int64_t client, int64_t sender);
/* The record is taken back: those that wait never leave, and it is as if none had been
 * refused. */
void letters_drop_about(struct ctx *c, const struct kind *k, int64_t id);
/* It was answered: a reminder that still waits is of no use any more. */
void letters_drop_reminders(struct ctx *c, const struct kind *k, int64_t id);

/* ---- as it waits ---------------------------------------------------------------- */

struct posted {
	int64_t id, person, tries; /* tries before this one */
	instant at;                /* when it was written */
	instant left_at;           /* 0: it did not */
	instant good_until;
	const char *name, *address;
	const char *sender_name, *sender_address; /* of us; NULL: the firm itself wrote */
	enum lang lang;
	const char *subject, *text, *button, *path;
	const struct kind *kind;
	int64_t record;
	const char *message; /* names it among all letters, however often it leaves */
};

/* Whether one is due; `links`: one with a link may leave too. */
bool letter_is_due(struct ctx *c, bool links);
/* Takes the one that has been due longest, so that nobody else does in the next
 * two minutes; false: none.  In a writing transaction of its own. */
bool letter_take(struct ctx *c, bool links, struct posted *ret);
bool letter_row(struct db_query *q, struct posted *ret);

/* What became of it, now.  A letter that left, or never will, keeps its address and
 * its hour, its words not at all; one about no record, or with a way in, is forgotten
 * after three months. */
void letter_left(struct ctx *c, const struct posted *l);
void letter_refused(struct ctx *c, const struct posted *l, const char *why);
/* It could not leave now: later again, until three days after it was written. */
void letter_wait(struct ctx *c, const struct posted *l, const char *why);
/* It had left, and a mail server reports that it never arrived: the letter of that name
 * (NULL: the report names none; then the last one to that address, of the last days).
 * False: it is none of ours, or was refused before. */
bool letter_came_back(struct ctx *c, const char *message, const char *address, const char *why);
/* What follows elsewhere from its end: rules/letters.c. */
void letter_ended(struct ctx *c, const struct posted *l, enum letter_state how);

int64_t letters_that(struct ctx *c, enum letter_state state); /* how many */

/* ---- as time passes (clock.c) ------------------------------------------------------ */

/* When time next does something to one: it expires, is past its use or, where
 * letters leave by the clock, leaves; 0: never. */
instant letters_ahead(struct db *db, bool plays_post);
/* Does to one what c->now is the instant of. */
void letters_go_on(struct ctx *c);

/* A test's mail server: what it answers for that address from now on, "250", "450",
 * "550", or "none": it is not there.  False: no such answer. */
bool letters_answer(struct ctx *c, const char *address, const char *answer);
/* All that left, in that order. */
struct db_query *letters_that_left(struct ctx *c);

/* ---- ways in ---------------------------------------------------------------------- */

#define LETTER_LINK_DAYS 90

/* The address behind the button, NULL when it has none; `site` is the address of
 * this server for its readers, "https://clients.mistral.example". */
const char *letter_link(const struct ctx *c, const char *site, const struct posted *l);
/* The letter as plain text. */
const char *letter_plain(const struct ctx *c, const char *site, const struct posted *l);
/* Reads what stands in such an address after "/l/"; false: none of ours, too old, or
 * mailed to an address that is not theirs now (conversation 15.5). */
bool letter_pass(struct ctx *c, const char *name, struct pass *ret);

#endif
