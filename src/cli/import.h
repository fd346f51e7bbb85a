/* What an import is, between the file it comes from and the records it makes. */
#ifndef CLI_IMPORT_H
#define CLI_IMPORT_H

#include "cli/cli.h"
#include "feed/people.h"

struct import {
	struct arena *arena; /* lives as long as the rows */
	const char *what;    /* "contacts", "clients" */
	bool of_clients;
	const char *file;
	const char *encoding;  /* of what in it is not UTF-8; NULL: it is guessed */
	const struct csv *csv; /* NULL: the file holds cards */
	struct told_rows rows;
	const char *client;      /* id: all contacts are of this client; NULL: of their company */
	const char *responsible; /* e-mail of who is in charge of new clients; NULL: the first lead */
	bool dry_run;            /* does it all, then takes it back */

	/* what came of it */
	int64_t id; /* number of this import, 0: nothing was made */
	int made, skipped;
};

/* Makes the records, all or nothing; false with one sentence. */
bool import_run(struct import *im, struct desk *desk, char error[256]);

#endif
