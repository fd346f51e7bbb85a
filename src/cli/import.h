/* What an import is, between the file it comes from and the records it makes. */
#ifndef CLI_IMPORT_H
#define CLI_IMPORT_H

#include "cli/cli.h"
#include "feed/people.h"

enum imported { OF_CONTACTS, OF_CLIENTS, OF_LEDGER, OF_CALLS };

struct import {
	struct arena *arena; /* lives as long as the rows */
	const char *what;    /* "contacts", "clients", "ledger", "calls" */
	enum imported of;
	const char *file;
	const char *encoding;  /* of what in it is not UTF-8; NULL: it is guessed */
	const struct csv *csv; /* NULL: the file holds cards */
	struct told_rows rows;
	const char *client;      /* number: all rows are of this client; NULL: of the one they name */
	int64_t client_id;       /* … once it was found; 0: of the one they name */
	const char *responsible; /* e-mail of who is in charge of new clients; NULL: the first lead */
	bool dry_run;            /* does it all, then takes it back */

	/* what came of it */
	int64_t id; /* number of this import, 0: nothing was made */
	int made, skipped;
};

/* What makes the records of one row of a ledger or a log of calls; once a whole import. */
struct books;
struct books *books_begin(struct ctx *c, struct arena *a);
void books_end(struct books *b);
/* Whose client it is, looked up by name; 0: row->why_not says why it is nobody's. */
typedef int64_t client_by_name(struct ctx *c, const char *name);
/* What the door is asked for, NULL: row->why_not says why not; the kind it is of. */
json_t *books_input(struct books *b, const struct import *im, struct told *row, client_by_name *find,
    const struct kind **ret_kind);

/* Makes the records, all or nothing; false with one sentence. */
bool import_run(struct import *im, struct desk *desk, char error[256]);

#endif
