/* The rhythm of a relation: when they were last heard, when somebody last spoke with
 * them, threads that go on in writing (model 5.1, R1c, R1d, R1e, R2c; R1.5, R2.2).
 *
 * The picture of a relation and the clocks e1 and e2 say the same because both ask
 * here.  Clocks are facts of the records, so nothing here looks at the present: a
 * usual pace is that of the days before they were last heard, and what was held
 * counts, not what is past.  Days are those of the firm's calendar. */
#ifndef RULES_RHYTHM_H
#define RULES_RHYTHM_H

#include "rules/rules.h"

#define BEFORE_NOTHING INT64_MAX /* as `before`: the last one there is */

struct last_time { /* an exchange; id 0: there is none */
	int64_t id;
	instant at;
};

/* ---- silences (R2c, e1) ---------------------------------------------------- */

#define PACE_FROM 6 /* times they reached out, and so five gaps, tell their usual pace */

struct quiet {
	struct last_time heard; /* they reached out, or both talked */
	int64_t times;          /* that they reached out, among those that tell the pace */
	int64_t gap2;           /* twice the usual gap, in days: a median may end in a half */
	int64_t limit2;         /* twice the days that are no unusual silence; 0: no pace is known */
};

/* The silence that follows the last time they were heard before that instant. */
struct quiet quiet_read(struct ctx *c, int64_t client, instant before);
/* "Last heard 22 days ago; usually every 5 days", where a pace is known. */
const char *quiet_said(struct ctx *c, const struct quiet *s);
/* Its first day that is unusual; 0: never, no pace is known. */
day quiet_unusual_from(const struct ctx *c, const struct quiet *s);

/* ---- the voice (R1c, e2) --------------------------------------------------- */

/* The last time somebody spoke with them before that instant, by voice or as live as
 * they can. */
struct last_time voice_before(struct ctx *c, int64_t client, instant before);
/* The day on which the oldest of its mandates that run began; 0: none runs. */
day works_since(struct ctx *c, int64_t client);
/* The first day that is too long without a voice, where work goes on since then;
 * spoke 0: nobody ever has. */
day voice_missed_from(const struct ctx *c, instant spoke, day works);

/* ---- threads (R1.5, R1d, R1e, e2) -------------------------------------------- */

#define TALK_MAX 1000 /* of a client who writes more, the last ones */

struct said {
	int64_t id;
	instant at;
	int64_t direction;
	bool voice, answers; /* answers: it names what it answers */
	int thread;          /* the same chain of replies, or the same mandate and subject */
};

struct talk { /* what was said with a client, the first first */
	int n;
	struct said *said;
};

/* After `from`, up to `to`. */
struct talk talk_read(struct ctx *c, int64_t client, instant from, instant to);

/* A thread in which thread_max messages were written in five working days. */
struct long_thread {
	int64_t message;     /* the one too many */
	instant at;          /* … when it came */
	instant unspoken_at; /* when eight hours of work were over in which nobody spoke after it, nor
				had since the first of them; 0: somebody did */
};
/* One a thread: the first stretch that nobody broke, else its first.  How many. */
int long_threads(struct ctx *c, const struct talk *t, const struct long_thread **ret);

#endif
