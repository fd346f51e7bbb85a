/* A thread that goes on in writing without anybody speaking (R1.5, R1d): the same
 * chain of replies, or the same engagement and the same subject. */
#include <string.h>

#include "base/text.h"
#include "rules/rules.h"

#define THREAD_WD 5 /* model 5.1, R1d */
#define CHAIN_MAX 50
#define MESSAGES_MAX 500

SELECT_ONLY(recent_of_client, exchange_kind,
    "client_id mandate_id at channel subject in_reply_to_id cancelled_at",
    "WHERE client_id = $1 AND at >= $2 AND at <= $3 AND cancelled_at IS NULL ORDER BY at, id LIMIT $4");

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
	instant since =
	    day_start(&c->firm->calendar, working_days_before(&c->firm->calendar, c->today, THREAD_WD));
	int written = 0;
	bool spoke = false;
	foreach (
	    c, exchange, y, &recent_of_client, "iiii", x->client_id, since, c->now, (int64_t)MESSAGES_MAX) {
		if (!channel_is_voice(y->channel))
			written += same_thread(c, x, y);
		else if (written >= settings_of(c)->thread_max)
			spoke = true;
	}
	return written >= settings_of(c)->thread_max && !spoke ? written : 0;
}
