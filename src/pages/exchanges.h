/* How exchanges are shown: in words, as lines of a thread, as choices. */
#ifndef PAGES_EXCHANGES_H
#define PAGES_EXCHANGES_H

#include "rules/writing.h"
#include "web/parts.h"

const char *channel_icon(int64_t channel);
const char *exchange_how(struct req *r, const struct exchange *x);   /* "Appel reçu, 18 min" */
const char *exchange_named(struct req *r, const struct exchange *x); /* "mardi 10 h, Appel reçu, 18 min" */
const char *reply_url(struct req *r, int64_t message);               /* where it is answered */
/* "Marie Lune, avec Inès", "Karim à Marie Lune"; contacts of its client, the name of ours. */
const char *exchange_who(
    struct req *r, const struct exchange *x, const struct contact *contacts, const char *ours);
const char *tags_text(struct req *r, const char *tags);   /* of '["thanks","doubt"]': "merci, doute" */
const char *words_text(struct req *r, const char *words); /* the same of any words, as they are */

/* ---- appointments ----------------------------------------------------------- */

struct appointment {
	const struct appointment *next;
	int64_t id, client_id, channel;
	instant at;
};

#define APPOINTMENT_COLUMNS "id, client_id, at, channel"
const struct appointment *appointments_of(struct req *r, struct db_query *q); /* … of these columns */
const struct appointment *appointments_from(struct req *r, const struct exchange *const *x, int n);
const char *appointment_text(struct req *r, instant at, int64_t channel); /* "mardi 10 h, au téléphone" */
/* `appointments` of this client, as a choice. */
void appointments_view(struct req *r, struct view *v, const struct appointment *all, int64_t client);

/* ---- what passes for an answer ------------------------------------------------- */

/* A message that an exchange answered without naming it: said, with the way to say
 * that it did not (conversation 17.3). */
struct unnamed_answer {
	const struct unnamed_answer *next;
	int64_t message, answer;
	const char *text; /* of the message */
};
/* Those of a client whose answer was noted since then; answer 0: all of these. */
const struct unnamed_answer *unnamed_answers_read(
    struct req *r, int64_t client, int64_t answer, instant since);
/* passes_for {text,url,message,answer}, of that answer: templates/passes-for.html. */
void unnamed_answers_view(struct req *r, struct view *v, const struct unnamed_answer *all, int64_t answer);

/* ---- the thread: templates/thread.html ----------------------------------------- */

struct thread {
	struct view *days; /* a list; exchanges are added newest first */
	const struct named *staff, *mandates;
	const struct contact *contacts;
	const struct appointment *appointments;       /* to come */
	const struct unnamed_answer *unnamed_answers; /* lately */
	struct view *entries;                         /* of the last day added */
	day last;
};

void thread_add(struct req *r, struct thread *t, const struct exchange *x);
/* The next entry, under its day. */
struct view *thread_entry(struct req *r, struct thread *t, instant at);

/* What stands beside the exchanges (beside.c): a sent writing, something to tell, a
 * moment, a why. */
struct thread_line {
	instant at;
	const struct kind *kind;
	const void *rec;
};
#define THREAD_LINES_MAX 400
/* Those before an instant, since another or at it, the newest first; how many. */
int thread_lines_read(
    struct req *r, int64_t client, instant before, instant since, struct thread_line ret[THREAD_LINES_MAX]);
void thread_add_line(struct req *r, struct thread *t, const struct thread_line *b);
/* How it stands, "done Tuesday 9 March" (page_moment.c). */
struct moment;
const char *moment_when(struct req *r, const struct moment *m);

/* ---- in forms --------------------------------------------------------------------- */

#define SAID_SINCE_DAYS 60 /* how far back a call is offered in which something was said */

/* Where it was said: choose_exchange with exchanges {value,text,on}; note_url, where
 * one is noted first.  False: there was none since then, and choose_exchange is none. */
bool said_in_view(struct req *r, struct view *v, int64_t client, instant since);
/* … those that count as by voice. */
bool spoken_in_view(struct req *r, struct view *v, int64_t client, instant since);
/* terms {value,text,on}: what may have been spoken of, because it is unclear, missing or
 * still to come; and those of `on`, JSON ids (T5, R3.1). */
void spoken_of_view(struct req *r, struct view *v, int64_t client, const char *on);
/* call_prompt: "Four messages without speaking", and whom to ring (R1.5); or nothing. */
void call_prompt_view(struct req *r, struct view *v, const struct exchange *x);
/* channels, directions, tags, now: templates/exchange-form.html. */
void exchange_form_view(struct req *r, struct view *v, const char *channel, const char *direction);

#endif
