/* What one of a client's people and we wrote to each other (conversation 16.1):
 * their own messages, and the answers that were delivered to them. */
#ifndef RULES_CONVERSATION_H
#define RULES_CONVERSATION_H

#include "rules/rules.h"

#define MESSAGES_SHOWN 50

/* How one of theirs stands. */
enum message_state {
	MESSAGE_HEARD, /* nothing is owed for it: of ours, and where no answer was needed */
	MESSAGE_WAITS,
	MESSAGE_ANSWERED,
	MESSAGE_PARKED,
	MESSAGE_BY_VOICE
};

struct message {
	const struct exchange *exchange;
	bool ours;
	bool unread;                    /* of ours: they have not had it before them */
	const char *name;               /* who wrote it */
	const struct exchange *to;      /* what it answers, or is about; NULL: nothing that they may read */
	enum message_state state;       /* of theirs; so is all below */
	instant until;                  /* it waits: when we said it would be answered; 0: nothing was said */
	const struct exchange *meeting; /* it is parked on this appointment */
	const char *text;               /* the same in a sentence; NULL: of ours */
};

struct conversation {
	int n;
	struct message message[MESSAGES_SHOWN]; /* the last ones, the oldest first */
};

/* One message, as this contact may read it. */
struct message message_of(struct ctx *c, const struct exchange *x);

/* For a contact; what a narrow session may not open is not there. */
struct conversation *conversation_read(struct ctx *c);
/* A look at all of it has them read what they had not. */
bool conversation_unseen(struct ctx *c);
void conversation_seen(struct ctx *c);
void conversation_json(struct ctx *c, const struct conversation *t, struct jw *out);

#endif
