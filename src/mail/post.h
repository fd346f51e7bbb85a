/* The thread that takes letters out, one after the other. */
#ifndef MAIL_POST_H
#define MAIL_POST_H

#include <stdbool.h>

/* How letters leave this server. */
enum post_way {
	POST_NONE,   /* they do not */
	POST_SERVER, /* by the firm's mail server */
	POST_FOLDER, /* as files */
	POST_PLAYED  /* on a test's database: by the clock */
};

struct post_config {
	const char *db_url;
	const char *from;
	const char *site;            /* what links begin with; NULL: letters with a link wait */
	const char *smtp, *password; /* the mail server; NULL: none */
	const char *folder;          /* or where each letter becomes a file */
};

struct post;

/* NULL with one sentence. */
struct post *post_start(const struct post_config *c, char error[256]);
void post_stop(struct post *p); /* NULL is accepted */

#endif
