/* A thread that goes on in writing without anybody speaking (R1.5, R1d): the same
 * chain of replies, or the same engagement and the same subject. */
#include <string.h>

#include "base/text.h"
#include "rules/rules.h"

#define THREAD_WH (5 * WORKING_DAY) /* model 5.1, R1d: five working days are forty hours of work */
#define CHAIN_MAX 50
#define MESSAGES_MAX 500

SELECT_ONLY(latest_of_client, exchange_kind,
    "client_id mandate_id at channel direction contact_ids subject in_reply_to_id cancelled_at",
    "WHERE client_id = $1 AND at <= $2 AND cancelled_at IS NULL ORDER BY at DESC, id DESC LIMIT $3");

/* What the first message of the chain was. */
static int64_t chain_start(struct ctx *c, const struct exchange *x)
{
	for (int n = 0; n < CHAIN_MAX && x->in_reply_to_id; n++) {
		const struct exchange *before = GET(c, exchange, x->in_reply_to_id);
		if (!before)
			break;
		x = before;
	}
	return x->r.id;
}

/* "Re: Fw: Le budget" is about "le budget". */
static const char *plain_subject(struct arena *a, const char *subject)
{
	static const char *const marks[] = {"re ", "fw ", "fwd ", "tr "};
	const char *s = subject ? text_fold(a, subject) : "";
	for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++)
		if (strncmp(s, marks[i], strlen(marks[i])) == 0) {
			s += strlen(marks[i]);
			i = (size_t)-1; /* there may be another */
		}
	return s;
}

static bool same_thread(struct ctx *c, const struct exchange *x, const struct exchange *y)
{
	if (chain_start(c, x) == chain_start(c, y))
		return true;
	const char *subject = plain_subject(c->arena, x->subject);
	return *subject && x->mandate_id == y->mandate_id &&
	       strcmp(subject, plain_subject(c->arena, y->subject)) == 0;
}

int thread_unspoken(struct ctx *c, const struct exchange *x)
{
	int written = 0;
	foreach (c, exchange, y, &latest_of_client, "iii", x->client_id, c->now, (int64_t)MESSAGES_MAX) {
		bool is_recent = worked(&c->firm->calendar, y->at, c->now) <= THREAD_WH * HOUR_SECONDS;
		if (!is_recent || exchange_is_voice(c, y))
			break;
		written += same_thread(c, x, y);
	}
	return written >= settings_of(c)->thread_max ? written : 0;
}
