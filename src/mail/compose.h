/* A letter as mail servers carry it. */
#ifndef MAIL_COMPOSE_H
#define MAIL_COMPOSE_H

#include "record/letter.h"

struct letterhead {
	const char *from; /* the firm's address */
	const char *site; /* what links begin with */
};

void compose_init(void); /* once, before any thread */

/* Plain text and HTML side by side, lines ended as mail ends them; the same
 * bytes each time.  In the arena of c. */
const char *compose(struct ctx *c, const struct letterhead *head, const struct posted *l);

#endif
