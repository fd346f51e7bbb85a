/* Contacts and clients out of a CSV, whichever program it was exported from. */
#ifndef FEED_PEOPLE_H
#define FEED_PEOPLE_H

#include "base/arena.h"
#include "base/lang.h"
#include "feed/csv.h"

/* Texts are NULL when the file does not say.  `why_not` is set for a row that
 * cannot be imported: one sentence in the reader's language. */
struct person_row {
	int line;
	const char *name, *email, *phone, *company;
	const char *lang;        /* "fr", "en" */
	const char *owner_email; /* NULL too where the file names the owner otherwise */
	const char *note;
	const char *raw;
	const char *why_not;
};

struct client_row {
	int line;
	const char *name;
	const char *lang;
	const char *referred_by; /* a name */
	const char *owner_email;
	const char *kind; /* "internal", "external" */
	const char *raw;
	const char *why_not;
};

struct person_rows {
	int n;
	struct person_row *row;
};

struct client_rows {
	int n;
	struct client_row *row;
};

/* False with one sentence in that language when the columns needed are not
 * there: for contacts a name and an e-mail address, for clients a name. */
bool people_contacts(
    struct arena *a, const struct csv *c, enum lang lang, struct person_rows *ret, char error[256]);
bool people_clients(
    struct arena *a, const struct csv *c, enum lang lang, struct client_rows *ret, char error[256]);

#endif
