/* Contacts and clients out of a CSV, whichever program it was exported from. */
#ifndef FEED_PEOPLE_H
#define FEED_PEOPLE_H

#include "base/arena.h"
#include "base/lang.h"
#include "feed/csv.h"
#include "feed/reading.h"

struct booked; /* feed/books.h */

/* One contact or client as a file tells of it; a text is NULL when it does not. */
struct told {
	int line;
	const char *name;
	struct reached emails, phones; /* of a contact */
	const char *note;              /* of a contact */
	const char *company;           /* of a contact: the name of the client */
	const char *referred_by;       /* of a client: a name */
	const char *kind;              /* of a client: "internal", "external" */
	const char *lang;              /* "fr", "en" */
	const char *owner_email;       /* in charge; NULL too where the file names them otherwise */
	struct booked *booked;         /* of a line of a ledger or a log of calls; else NULL */
	const char *raw;               /* as it stood in the file */
	const char *why_not;           /* set: it cannot be taken, one sentence in the reader's language */
	const char *left_out;          /* set: what of it was not taken, and why, the same way */
};

struct told_rows {
	int n;
	struct told *row;
};

#define PEOPLE_ERROR 512 /* bytes: it says what stood in the heading */

/* How many of what we know of people and companies a row names: what csv_read asks. */
int people_heads(const char *const *folded, int columns);

/* What is no address keeps a contact out, so that none is lost. */
const char *email_not_read(struct arena *a, enum lang lang, const char *written);
/* What could not be rung is left out, and said. */
const char *phone_left_out(struct arena *a, enum lang lang, const char *written);

/* False with one sentence in that language when the columns needed are not there: a
 * name, and for contacts a heading above their addresses, where there are any. */
bool people_contacts(
    struct arena *a, const struct csv *c, enum lang lang, struct told_rows *ret, char error[PEOPLE_ERROR]);
bool people_clients(
    struct arena *a, const struct csv *c, enum lang lang, struct told_rows *ret, char error[PEOPLE_ERROR]);

#endif
