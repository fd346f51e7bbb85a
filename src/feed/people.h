/* Contacts and clients out of a CSV, whichever program it was exported from. */
#ifndef FEED_PEOPLE_H
#define FEED_PEOPLE_H

#include "base/arena.h"
#include "base/lang.h"
#include "feed/csv.h"

/* One contact or client as a file tells of it; a text is NULL when it does not. */
struct told {
	int line;
	const char *name;
	const char *email, *phone, *note; /* of a contact */
	const char *company;              /* of a contact: the name of the client */
	const char *referred_by;          /* of a client: a name */
	const char *kind;                 /* of a client: "internal", "external" */
	const char *lang;                 /* "fr", "en" */
	const char *owner_email;          /* in charge; NULL too where the file names them otherwise */
	const char *raw;                  /* as it stood in the file */
	const char *why_not;              /* set: it cannot be taken, one sentence in the reader's language */
};

struct told_rows {
	int n;
	struct told *row;
};

/* False with one sentence in that language when the columns needed are not
 * there: for contacts a name and an e-mail address, for clients a name. */
bool people_contacts(
    struct arena *a, const struct csv *c, enum lang lang, struct told_rows *ret, char error[256]);
bool people_clients(
    struct arena *a, const struct csv *c, enum lang lang, struct told_rows *ret, char error[256]);

#endif
