/* How often a door may be tried within a minute, by whom.  What is counted is
 * somebody's tries from one network at one account, and those of the network at
 * all accounts: nobody is shut out by what others try elsewhere. */
#ifndef WEB_ATTEMPTS_H
#define WEB_ATTEMPTS_H

#include <stdbool.h>

#include "web/network.h"

enum door { DOOR_PASSWORD, DOOR_LETTER, DOOR_CODE, DOOR_TOKEN, DOOR_LINK };

struct attempt {
	enum door door;
	uint64_t counts[3]; /* as attempts.c keeps them */
};

/* Counts when it begins, so that many at once are many.  False: too many already.
 * `account`: as it was typed, NULL where the door knows none. */
bool attempt_take(struct attempt *ret, enum door door, network from, const char *account);
/* It was a good one, or could not be tried: it does not count. */
void attempt_give_back(const struct attempt *a);

#endif
