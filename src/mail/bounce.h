/* A letter that came back: what a mail server reports of it (arrivals 11.3). */
#ifndef MAIL_BOUNCE_H
#define MAIL_BOUNCE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

struct bounce {
	bool failed;         /* for good; false: it is late, or nothing is said that a program can read */
	const char *message; /* what named the letter that came back, "abc" of "<abc@host>"; NULL: not said */
	const char *address; /* whom it did not reach; NULL: not said */
	const char *why;     /* in the words of the server, on one line of plain letters; NULL: none */
};

/* Any bytes, as one message; compose_init comes first.  False: no letter came back. */
bool bounce_read(struct arena *a, const char *mail, size_t n, struct bounce *ret);

#endif
