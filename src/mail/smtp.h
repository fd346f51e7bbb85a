/* Handing a mail to a mail server, by libcurl. */
#ifndef MAIL_SMTP_H
#define MAIL_SMTP_H

#include <stdatomic.h>
#include <stdbool.h>

enum delivery {
	DELIVERED,      /* the server took it */
	NOT_NOW,        /* it may later */
	NOT_DELIVERABLE /* it refused this letter for good */
};

#define SMTP_WHY 200

struct smtp;

/* `url`: smtp://[USER@]HOST[:PORT] (with TLS when the server offers it; with a
 * user, only with TLS) or smtps://…; NULL when it is none. */
struct smtp *smtp_new(const char *url, const char *password, const atomic_bool *stopping);
void smtp_free(struct smtp *s); /* NULL is accepted */

/* `why` is what the server said, "" when it took the mail. */
enum delivery smtp_send(
    struct smtp *s, const char *from, const char *to, const char *mail, char why[SMTP_WHY]);
/* Ends the connection; the next letter opens another. */
void smtp_rest(struct smtp *s);

#endif
