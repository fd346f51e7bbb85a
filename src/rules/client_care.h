/* What a client's relation asks for by itself: after an unusual silence, after long
 * without a voice or in a thread that only goes on in writing, and now and then, a
 * little extra (model 5.7: e1, e2, e5; R2.2, R1.4, R1.5, R7.1). */
#ifndef RULES_CLIENT_CARE_H
#define RULES_CLIENT_CARE_H

#include "rules/rules.h"

#define NEW_CLIENT_D 60 /* nothing extra is missed before (model 5.1, R3c, R7a) */

/* Its running clocks, and the last one of each that was stopped: once it is done no
 * other care asks that day. */
void client_care(struct ctx *c, const struct client *k, struct clocks *out);

/* The last extra or meetup that was done; false: none ever was. */
struct extra {
	int64_t id;
	day done_on;
	instant done_at;
};
bool extra_last(struct ctx *c, int64_t client, struct extra *ret);
/* The first day on which one is missed, the last one done then (0: never). */
day extra_missed_from(const struct ctx *c, const struct client *k, day done_on);

/* The rule, "R4" or "R5", that holds back a clock of this type: while their word or
 * ours hurts no surprise is proposed (R7.1).  NULL: none. */
const char *care_withheld(struct ctx *c, int64_t client, int type);

#endif
