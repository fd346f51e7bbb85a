/* The client's space: what one of their people finds there, and nothing that
 * they could not open (model 7, 8.1; api.md 5; P8, P14, E7, E17, E19, R5.3). */
#ifndef RULES_PORTAL_H
#define RULES_PORTAL_H

#include "rules/conversation.h"
#include "rules/derived.h"

#define PORTAL_MAX 100 /* of each list */
#define MEETINGS_SHOWN 5
#define TEXT_SHOWN 160 /* characters of what somebody wrote, where it is only recalled */

/* They wrote, or said that something is wrong, and wait for us. */
struct portal_wait {
	const struct kind *kind; /* exchange or matter */
	int64_t id;
	const char *text;   /* their own words, or which message it was */
	const char *waited; /* "waiting for an answer for 6 h" */
	const char *who;    /* first name of who answers */
	int64_t seconds;    /* of working time so far */
	instant since, before, parked_to;
	const char *why; /* why it takes long, when we said so */
};

/* We ask, and wait for them. */
enum portal_question {
	ASKED_TO_ANSWER,
	ASKED_TO_CHOOSE,
	ASKED_VERIFY,
	ASKED_VALUE,
	ASKED_RESULT,
	ASKED_TRUST,
	ASKED_ECHO
};
struct portal_asked {
	enum portal_question question;
	const struct kind *kind; /* what it is about; of trust: the client */
	int64_t id;
	const char *title; /* what that is called */
	const char *text;  /* the question */
};

/* Something they were told, or given. */
struct portal_known {
	const struct kind *kind; /* matter or writing */
	int64_t id;
	const void *rec;
	instant since; /* the newest comes first */
	const char *text;
	bool gift;
};

struct portal {
	const struct client *client;
	const struct person *person; /* who can be reached now */
	bool cover;                  /* … instead of the person in charge, who is away */
	const struct person *officer;
	struct conversation *talk; /* NULL in a narrow session */
	int nmeetings;             /* the next appointments */
	const struct exchange *meeting[MEETINGS_SHOWN];
	int nwaiting, nasked, nours, ntheirs, nreceived, nknown;
	struct portal_wait waiting[PORTAL_MAX];
	struct portal_asked asked[PORTAL_MAX];
	const struct promise *ours[PORTAL_MAX], *theirs[PORTAL_MAX];
	const struct promise *received[PORTAL_MAX]; /* ours, done lately */
	struct portal_known known[PORTAL_MAX];
	struct say_do *say_do;
};

/* The same moment as somebody of that client lives it, for us to look through
 * their eyes; NULL: there is no such client. */
struct ctx *portal_through_eyes_of(struct ctx *c, int64_t client);

/* For a contact; what a narrow session may not open is not there. */
struct portal *portal_read(struct ctx *c);
/* Why a promise of ours is past its date, as we told them; NULL: not late, or not told. */
const char *portal_why_late(struct ctx *c, const struct portal *p, const struct promise *late);
void portal_json(struct ctx *c, const struct portal *p, struct jw *out);

/* A contact's look at their space that makes something happen: it reminds them of
 * what waits for their answer, and shows them which of our promises are late. */
bool portal_unseen(struct ctx *c);
void portal_seen(struct ctx *c);

#endif
