/* Letters to us (conversation 16.3): what a contact just did, told to whoever of us
 * looks after them, and the day's rows in one letter.  Each of us says which they
 * want: person.notify, person.digest. */
#ifndef RULES_TO_US_H
#define RULES_TO_US_H

#include "rules/letters.h"

enum { NOTIFY_NONE = 1, NOTIFY_URGENT, NOTIFY_MESSAGES }; /* person.notify */

struct heard {
	int64_t client_id, mandate_id;
	const struct kind *kind; /* what it is about: the button leads to its page */
	int64_t id;
	bool urgent; /* said urgent, or something is wrong */
};
/* Tells the person in charge, or their cover; nothing when it was no contact's doing. */
void heard(struct act *a, enum letter_event event, const struct heard *what);

/* Rings as the first working period of each day begins, while the digest is on. */
void digest_clock(struct ctx *c, const struct person *p, struct clocks *out);

#endif
