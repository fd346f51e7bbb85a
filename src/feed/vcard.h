/* vCard 2.1 (quoted-printable, charsets), 3.0 and 4.0: people out of an address
 * book export.  Pictures, keys and addresses are passed over. */
#ifndef FEED_VCARD_H
#define FEED_VCARD_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

#define VCARD_CARDS_MAX 20000

struct card {
	int line;         /* of its BEGIN */
	const char *name; /* of the person: FN, unless that is the company's; else N, else ORG; NULL: none */
	const char *org;  /* NULL: none, or a placeholder */
	const char *title;
	const char *email;    /* the preferred one, else the first; lower case */
	const char *phone;    /* preferred voice number, never a fax, nor a pager while another exists */
	const char *no_phone; /* without a phone: what stood there and cannot be rung, or NULL */
	const char *lang;     /* "fr", "en" or NULL */
	const char *raw;      /* the card as it was, for the file of skipped ones */
	const char *why_not;  /* set: it cannot be used, one sentence in English for tr() */
};

struct cards {
	int n;
	struct card *card;
};

/* Reads every card; text that is neither UTF-8 nor says what it is written in is read in
 * `encoding`, NULL: what it looks like.  A broken one is in the result with why_not.  False with one
 * sentence in English for tr() only when the file is no vCard at all or has too
 * many. */
bool vcard_read(
    struct arena *a, const char *bytes, size_t n, const char *encoding, struct cards *ret, char error[256]);

#endif
