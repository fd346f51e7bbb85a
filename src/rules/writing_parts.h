/* Private to what makes up a writing: what it is (writing.c), what it says
 * (writing_words.c), how it leaves (writing_send.c) and is answered
 * (writing_actions.c), what is agreed by it (agreement.c), what silence means
 * (silence.c). */
#ifndef RULES_WRITING_PARTS_H
#define RULES_WRITING_PARTS_H

#include "rules/letters.h"
#include "rules/said.h"
#include "rules/writing.h"

/* The mandate's, else the client's person in charge: who signs. */
int64_t writing_signer(struct ctx *c, const struct writing *w);

/* Its signer tells their people of it, or that it waits for them; some of them only,
 * JSON ids; `good_until` as a letter has it. */
void writing_letter(
    struct act *a, const struct writing *w, enum letter_event event, const char *readers, instant good_until);

/* ---- writing_words.c ------------------------------------------------------------ */

#define FACT_MAX 2000
#define EMOTION_MAX 100
#define UNDERSTOOD_PARTS(F, S) \
	F(S, words, facts, N_("What we understood"), .max = FACT_MAX) \
	F(S, words, emotions, N_("What the person feels, in a few words"), .max = EMOTION_MAX, \
	    .example = N_("worried, relieved"))
INPUTS_OF(understood, UNDERSTOOD_PARTS);
const char *understood_read(struct act *a, const json_t *v, const char **ret);
int understood_count(
    const struct ctx *c, const struct writing *w, const char *part); /* "facts", "emotions" */

#define QUESTION_MAX 500
#define QUESTION_PARTS(F, S) F(S, longtext, text, N_("What we still ask ourselves"), .max = QUESTION_MAX)
INPUTS_OF(question_part, QUESTION_PARTS);
const char *questions_read(struct act *a, const json_t *v, const char **ret);
void questions_write(const struct ctx *c, const void *rec, struct jw *out);
int questions_count(const struct ctx *c, const struct writing *w);
/* The same, the nth of them answered. */
const char *questions_with_answer(
    struct arena *a, const struct writing *w, int64_t n, const char *answer, instant at);

const char *writing_for_client(const struct ctx *c, const void *rec, const char *text);
/* What its words call for: more general, "we" rather than somebody. */
void writing_hints(struct act *a);

/* ---- announce.c ----------------------------------------------------------------- */

void announces_write(const struct ctx *c, const void *rec, struct jw *out);

/* ---- writing_send.c --------------------------------------------------------------- */

#define SEND_INPUTS(F, S) \
	F(S, flag, worry_unknown, N_("We do not know what worries them: it will be asked in the call.")) \
	F(S, flag, by_hand, N_("We give it or read it to them ourselves: no letter leaves."))
INPUTS_OF(send_in, SEND_INPUTS);
extern const struct guard send_guards[];
void send_hints(struct act *a);
void writing_send(struct act *a);
/* The letters that it leaves by: to all of their people, or to these, JSON ids. */
void writing_leaves(struct act *a, const struct writing *w, const char *readers);

bool writing_tells_matters(const struct writing *w); /* those it lists are told when it leaves */

bool was_heard_first(struct act *a);     /* not_heard_first */
bool feedback_has_rested(struct act *a); /* feedback_recent */

/* Writings about the same thing follow each other: the next version of the last
 * one that was sent. */
void writing_follow(struct ctx *c, struct writing *w);

/* ---- writing_actions.c -------------------------------------------------------------- */

/* One of their people answered it: whoever is in charge hears of it (conversation 16.3). */
void writing_heard(struct act *a, enum letter_event event);

bool writing_is_draft(struct act *a);               /* writing_sent */
void note_answer(struct act *a, struct writing *w); /* never before it was sent */
extern const struct action writing_actions[];

/* ---- correction.c --------------------------------------------------------------------------- */

/* One line, as its reader read it, and what is right instead. */
#define CORRECTION_PARTS(F, S) \
	F(S, longtext, was, N_("Instead of:"), .max = 4000, .required = true) \
	F(S, longtext, now, N_("What is right"), .max = 4000, .required = true)
INPUTS_OF(correction, CORRECTION_PARTS);
const char *corrections_read(struct act *a, const json_t *v, const char **ret);

#define CORRECT_INPUTS(F, S) \
	SAID_INPUTS(F, S) \
	F(S, json, corrections, N_("Line by line"), .read = corrections_read, .parts = correction_fields) \
	F(S, longtext, text, N_("In their words"), .max = 4000)
INPUTS_OF(correct_in, CORRECT_INPUTS);
BEGINS_AS_SAID(correct_in);
bool correction_says_something(struct act *a); /* invalid */
bool may_still_be_corrected(struct act *a);    /* writing_closed */
bool may_still_be_reopened(struct act *a);     /* reopen_closed */
void writing_correct(struct act *a);

/* ---- recap.c --------------------------------------------------------------------------- */

/* What a new one holds unless told otherwise. */
void recap_begin(struct act *a);
/* When the first recap about it was sent; 0: none was. */
instant recap_sent_at(struct ctx *c, const struct exchange *x);
/* The exchange it is about knows its recap. */
void recap_named(struct act *a, const struct writing *w);

/* ---- agreement.c ---------------------------------------------------------------------- */

/* The terms and promises that a new entente lists unless told otherwise. */
void entente_begin(struct act *a);
/* What the mandate, its terms and promises are now, as an entente fixes them. */
const char *snapshot_text(struct ctx *c, const struct writing *w);
void snapshot_write(const struct ctx *c, const void *rec, struct jw *out);
/* What follows elsewhere once it is confirmed or tacit, and when that is undone. */
void agreement_holds(struct act *a);
void agreement_undone(struct act *a);

/* ---- silence.c -------------------------------------------------------------------------- */

instant silence_remind_due(const struct ctx *c, const struct writing *w);
instant silence_tacit_due(const struct ctx *c, const struct writing *w); /* as if seen in time */
bool silence_may_agree(const struct writing *w); /* the rule was accepted before, and a yes is not needed */

/* When silence ends the waiting, and whether as an agreement. */
struct silence {
	instant at;
	bool agrees;
};
struct silence silence_end(const struct ctx *c, const struct writing *w);

void writing_clocks(struct ctx *c, const void *rec, struct clocks *out);

#endif
