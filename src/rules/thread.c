/* Threads that go on in writing without anybody speaking (R1.5, R1d, R1e): the same
 * chain of replies, or the same engagement and the same subject. */
#include <stdlib.h>
#include <string.h>

#include "base/stats.h"
#include "base/text.h"
#include "rules/rhythm.h"

#define THREAD_WD 5                         /* model 5.1, R1d … */
#define THREAD_WH (THREAD_WD * WORKING_DAY) /* … which are forty hours of work */
#define CALL_WH WORKING_DAY /* whoever speaks that soon after the last message broke the thread */

SELECT_ONLY(said_between, exchange_kind,
    "client_id mandate_id at channel direction contact_ids subject in_reply_to_id",
    "WHERE client_id = $1 AND at > $2 AND at <= $3 AND held = 1 AND cancelled_at IS NULL "
    "ORDER BY at DESC, id DESC LIMIT $4");

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

/* ---- which belong together ---------------------------------------------------------- */

/* What one of them may have in common with others. */
struct tie {
	int64_t number;   /* the exchange that it is or answers; the mandate */
	const char *text; /* the subject; "" */
	int said;
};

static bool is_same(const struct tie *x, const struct tie *y)
{
	return x->number == y->number && strcmp(x->text, y->text) == 0;
}

static int by_tie(const void *a, const void *b)
{
	const struct tie *x = a, *y = b;
	if (x->number != y->number)
		return x->number < y->number ? -1 : 1;
	return strcmp(x->text, y->text);
}

/* The talk as it is read: the last first, so it is filled from its end; threads are
 * places in it. */
struct reading {
	struct ctx *c;
	int first, nreplies, nsubjects;
	struct said said[TALK_MAX + 1];
	struct tie replies[2 * (TALK_MAX + 1)], subjects[TALK_MAX + 1];
};

static void take(struct reading *r, const struct exchange *x)
{
	const char *subject = plain_subject(r->c->arena, x->subject);
	int i = --r->first;
	r->said[i] = (struct said){.id = x->r.id,
	    .at = x->at,
	    .direction = x->direction,
	    .voice = exchange_is_voice(r->c, x),
	    .answers = x->in_reply_to_id != 0,
	    .thread = i};
	r->replies[r->nreplies++] = (struct tie){x->r.id, "", i};
	if (x->in_reply_to_id) /* which tells more than what it is called */
		r->replies[r->nreplies++] = (struct tie){x->in_reply_to_id, "", i};
	else if (*subject)
		r->subjects[r->nsubjects++] = (struct tie){x->mandate_id, subject, i};
}

static int root(struct said *said, int i)
{
	while (said[i].thread != i)
		i = said[i].thread = said[said[i].thread].thread;
	return i;
}

static void join(struct said *said, struct tie *ties, int n)
{
	qsort(ties, (size_t)n, sizeof *ties, by_tie);
	for (int i = 1; i < n; i++)
		if (is_same(&ties[i], &ties[i - 1]))
			said[root(said, ties[i].said)].thread = root(said, ties[i - 1].said);
}

/* `also` belongs to it however old it is; NULL: nothing does. */
static struct talk read_talk(
    struct ctx *c, int64_t client, instant from, instant to, const struct exchange *also)
{
	struct reading *r = ARENA_NEW(c->arena, struct reading);
	r->c = c;
	r->first = TALK_MAX + 1;
	foreach (c, exchange, x, &said_between, "iiii", client, from, to, (int64_t)TALK_MAX) {
		take(r, x);
		if (also && also->r.id == x->r.id)
			also = NULL;
	}
	if (also)
		take(r, also);
	join(r->said, r->replies, r->nreplies);
	join(r->said, r->subjects, r->nsubjects);
	for (int i = r->first; i <= TALK_MAX; i++)
		r->said[i].thread = root(r->said, i);
	return (struct talk){TALK_MAX + 1 - r->first, r->said + r->first};
}

struct talk talk_read(struct ctx *c, int64_t client, instant from, instant to)
{
	return read_talk(c, client, from, to, NULL);
}

/* ---- those that are long (R1d) ---------------------------------------------------------- */

/* The written messages by thread, each as its place in the talk; and how often somebody
 * had spoken by then. */
struct written {
	int n, *place, *spoken;
};

static struct written by_thread(struct ctx *c, const struct talk *t)
{
	struct written w = {0, ARENA_ARRAY(c->arena, int, t->n + 1), ARENA_ARRAY(c->arena, int, t->n + 1)};
	int64_t *key = ARENA_ARRAY(c->arena, int64_t, t->n + 1);
	for (int i = 0, voices = 0; i < t->n; i++) {
		voices += t->said[i].voice;
		w.spoken[i] = voices;
		if (!t->said[i].voice)
			key[w.n++] = (int64_t)t->said[i].thread * (TALK_MAX + 1) + i;
	}
	numbers_sort(key, w.n);
	for (int i = 0; i < w.n; i++)
		w.place[i] = (int)(key[i] % (TALK_MAX + 1));
	return w;
}

/* Somebody spoke soon enough after it. */
static bool was_called(const struct ctx *c, const struct talk *t, int place)
{
	const struct said *voice = NULL;
	for (int i = place + 1; i < t->n && !voice; i++)
		voice = t->said[i].voice ? &t->said[i] : NULL;
	return voice && worked(&c->firm->calendar, t->said[place].at, voice->at) <= CALL_WH * HOUR_SECONDS;
}

/* Of the messages of one thread; message 0: it never was long. */
static struct long_thread look_at(
    struct ctx *c, const struct talk *t, const struct written *w, int first, int end)
{
	struct long_thread ret = {0};
	int many = (int)settings_of(c)->thread_max;
	for (int i = first + many - 1; i < end && !ret.unspoken_at; i++) {
		int from = w->place[i - many + 1], to = w->place[i];
		const struct said *last = &t->said[to];
		if (worked(&c->firm->calendar, t->said[from].at, last->at) > THREAD_WH * HOUR_SECONDS)
			continue;
		bool broken = w->spoken[from] != w->spoken[to] || was_called(c, t, to);
		if (!broken || !ret.message)
			ret = (struct long_thread){
			    last->id, last->at, broken ? 0 : hours_after(c, last->at, CALL_WH)};
	}
	return ret;
}

int long_threads(struct ctx *c, const struct talk *t, const struct long_thread **ret)
{
	struct written w = by_thread(c, t);
	struct long_thread *found = ARENA_ARRAY(c->arena, struct long_thread, w.n + 1);
	int n = 0;
	for (int first = 0, end; first < w.n; first = end) {
		int thread = t->said[w.place[first]].thread;
		for (end = first; end < w.n && t->said[w.place[end]].thread == thread; end++)
			;
		found[n] = look_at(c, t, &w, first, end);
		n += found[n].message != 0;
	}
	*ret = found;
	return n;
}

/* ---- the prompt to call (R1.5) ------------------------------------------------------------ */

int thread_unspoken(struct ctx *c, const struct exchange *x)
{
	const struct calendar *cal = &c->firm->calendar;
	instant from = day_start(cal, working_days_before(cal, c->today, THREAD_WD + 1));
	struct talk t = read_talk(c, x->client_id, from, c->now, x);
	int written = 0, thread = -1;
	for (int i = 0; i < t.n; i++)
		if (t.said[i].id == x->r.id)
			thread = t.said[i].thread;
	for (int i = t.n - 1; i >= 0 && !t.said[i].voice; i--)
		written += t.said[i].thread == thread &&
			   worked(cal, t.said[i].at, c->now) <= THREAD_WH * HOUR_SECONDS;
	return written >= settings_of(c)->thread_max ? written : 0;
}
