/* Writing: what is sent to the client, who confirms, corrects, or stays silent
 * (model 2.6, 3.2, 3.3, 8.2; R1.3, R1.6, R1.7, R2.1, P5, P6, P14, P15, F5–6, T20).
 *
 *   draft → sent → confirmed | corrected (a draft of the next version opens)
 *                | tacit, when all five conditions hold | unanswered → confirmed | corrected */
#ifndef RULES_WRITING_H
#define RULES_WRITING_H

#include "rules/rules.h"

enum { WELCOME = 1, SILENCE_RULE, RECAP, ENTENTE, REFORMULATION, IMPACT, FEEDBACK, IDEAS, TRANSITION };
enum {
	WRITING_DRAFT = 1,
	WRITING_SENT,
	WRITING_CONFIRMED,
	WRITING_CORRECTED,
	WRITING_TACIT,
	WRITING_UNANSWERED
};

#define WRITING_FIELDS(F, S) \
	F(S, ref, client_id, N_("Client"), .to = &client_kind, .create = BY_STAFF, .required = true, \
	    .filter = true) \
	F(S, ref, mandate_id, N_("Engagement"), .to = &mandate_kind, .same_client = true, \
	    .create = BY_STAFF, .portal = true, .filter = true) \
	F(S, choice, kind, N_("Kind"), \
	    .choices = CHOICES(CHOICE("welcome", N_("Welcome")), CHOICE("silence_rule", N_("Silence rule")), \
		CHOICE("recap", N_("Recap")), CHOICE("entente", N_("Agreement")), \
		CHOICE("problem", N_("What we understood")), \
		CHOICE("impact", N_("What this request changes")), CHOICE("feedback", N_("In our turn")), \
		CHOICE("ideas", N_("Ideas for you")), CHOICE("transition", N_("What comes next"))), \
	    .create = BY_STAFF, .required = true, .portal = true, .filter = true) \
	F(S, link, about, N_("About"), .kinds = "exchange matter decision", .same_client = true, \
	    .create = BY_STAFF) \
	F(S, number, version, N_("Version"), .otherwise = "1", .low = 1, .high = 10000, .portal = true) \
	F(S, ref, parent_id, N_("Earlier version"), .to = &writing_kind, .portal = true) \
	F(S, json, understood, N_("What we understood"), .create = BY_STAFF, .patch = BY_STAFF, \
	    .read = understood_read, .parts = understood_fields, .write = understood_write, \
	    .schema = "object", .portal = true, .opened = true) \
	F(S, longtext, body, N_("In words"), .create = BY_STAFF, .patch = BY_STAFF, .portal = true, \
	    .opened = true, .portal_text = writing_for_client, .search = true) \
	F(S, longtext, next, N_("What happens now"), .create = BY_STAFF, .patch = BY_STAFF, .max = 4000, \
	    .portal = true, .opened = true, .portal_text = writing_for_client) \
	F(S, json, questions, N_("Questions"), .create = BY_STAFF, .patch = BY_STAFF, \
	    .read = questions_read, .parts = question_part_fields, .write = questions_write, \
	    .schema = "array", .portal = true, .opened = true) \
	F(S, longtext, notes, N_("Notes of the talk"), .patch = BY_STAFF, .search = true) \
	F(S, json, announces, N_("What its notes announce"), .write = announces_write, .schema = "array") \
	F(S, longtext, beside, N_("Their words, still to be taken in"), .patch = BY_STAFF) \
	F(S, refs, term_ids, N_("Expectations and conditions"), .to = &term_kind, .same_client = true, \
	    .create = BY_STAFF, .patch = BY_STAFF, .portal = true) \
	F(S, refs, promise_ids, N_("Promises in it"), .to = &promise_kind, .accepts = promise_is_shared, \
	    .same_client = true, .create = BY_STAFF, .patch = BY_STAFF, .portal = true) \
	F(S, refs, matter_ids, N_("What it tells"), .to = &matter_kind, .same_client = true, \
	    .create = BY_STAFF, .patch = BY_STAFF) \
	F(S, refs, to_clarify_ids, N_("To clarify together"), .to = &term_kind, .same_client = true, \
	    .create = BY_STAFF, .patch = BY_STAFF, .portal = true) \
	F(S, ref, signed_by_id, N_("Signed by"), .to = &person_kind, .accepts = person_is_staff, \
	    .create = BY_STAFF, .patch = BY_STAFF) \
	F(S, derived, signed_by, NULL, .write = writing_signed_by, .portal = true) \
	F(S, choice, state, N_("Where we are"), \
	    .choices = CHOICES(CHOICE("draft", N_("draft")), CHOICE("sent", N_("sent")), \
		CHOICE("confirmed", N_("agreed")), CHOICE("corrected", N_("corrected")), \
		CHOICE("tacit", N_("agreed by silence")), \
		CHOICE("unanswered", N_("left without an answer"))), \
	    .otherwise = "draft", .portal = true, .filter = true) \
	F(S, ref, spoken_in_id, N_("Said by voice first"), .to = &exchange_kind, \
	    .accepts = exchange_is_past, .same_client = true, .create = BY_STAFF, .patch = BY_STAFF) \
	F(S, instant, sent_at, N_("Sent"), .portal = true, .implied = true) \
	F(S, ref, sent_by_id, NULL, .to = &person_kind, .secret = true) \
	F(S, flag, by_hand, N_("Given by hand")) \
	F(S, derived, delivery, NULL, .write = writing_delivery, .schema = "array") \
	F(S, json, seen, NULL, .secret = true) \
	F(S, instant, letter_failed_at, NULL, .secret = true) \
	F(S, instant, letter_left_at, NULL, .secret = true) \
	F(S, instant, seen_at, N_("Seen by the client"), .portal = true, .implied = true) \
	F(S, instant, reminded_at, N_("Reminded"), .implied = true) \
	F(S, instant, reminder_at, NULL, .secret = true) /* a letter was written that reminds */ \
	F(S, instant, answered_at, N_("Answered"), .portal = true, .implied = true) \
	F(S, ref, answered_by, N_("Answered by"), .to = &person_kind, .implied = true) \
	F(S, ref, answered_in_id, NULL, .to = &exchange_kind, .secret = true) \
	F(S, longtext, answer_text, N_("What they wrote"), .max = 4000, .portal = true, .implied = true) \
	F(S, flag, explicit_only, N_("Only a yes counts"), .portal = true, .implied = true) \
	F(S, words, explicit_why, N_("Why only a yes counts"), .implied = true) \
	F(S, flag, silence_counts, NULL, .secret = true) \
	F(S, number, silent_wd, NULL, .secret = true) \
	F(S, number, read_wd, NULL, .secret = true) \
	F(S, instant, unanswered_at, NULL, .secret = true) \
	F(S, flag, untouched, NULL, .secret = true) /* it opened by itself, and nobody wrote in it */ \
	F(S, instant, superseded_at, NULL, .secret = true) \
	F(S, longtext, our_part, N_("Our part"), .max = 4000, .portal = true, .opened = true, \
	    .portal_text = writing_for_client, .implied = true) \
	F(S, json, snapshot, N_("What was sent"), .write = snapshot_write, .schema = "object", \
	    .portal = true, .opened = true, .implied = true) \
	F(S, derived, remind_due, NULL, .write = writing_remind_due) \
	F(S, derived, tacit_due, NULL, .write = writing_tacit_due) \
	F(S, derived, reopen_until, NULL, .write = writing_reopen_until, .portal = true) \
	F(S, derived, first_line, NULL, .write = writing_first_line, .portal = true) \
	F(S, derived, last_line, NULL, .write = writing_last_line, .portal = true, .opened = true)
struct writing {
	struct record r;
	WRITING_FIELDS(FIELD_MEMBER, _)
};

bool writing_asks_answer(const struct writing *w); /* welcome and ideas ask none */
bool writing_is_open(const struct writing *w);     /* sent or unanswered: an answer may still come */
/* Until when a tacit agreement may be reopened; 0 for any other. */
instant silence_reopen_until(const struct ctx *c, const struct writing *w);
/* What silence will mean and until when, in the reader's language (words.md 4 #9, #10). */
const char *writing_first_line_text(const struct ctx *c, const struct writing *w);
/* Why only a yes will do, as words; NULL when silence may count (model 3.2). */
const char *explicit_words(struct ctx *c, const struct writing *w);
/* "Recap of 2 March", "What we understood", …: what it is called on a page. */
const char *writing_title(struct ctx *c, const struct writing *w);

/* A draft as it would be if it left now: what its client would read, word for word.
 * Any other is as it is. */
const struct writing *writing_leaving(struct ctx *c, const struct writing *w);
/* It tells the client of this one, that nobody has told them yet. */
bool writing_tells(const struct writing *w, const struct matter *m);

/* Past the day of the reminder, and nobody reminded them yet. */
bool writing_is_to_remind(const struct ctx *c, const struct writing *w);

/* The last line of every entente (T20). */
const char *entente_last_line(enum lang lang);

/* ---- recap (R1.6, R2.1) --------------------------------------------------- */

/* A meeting that is over owes its recap, and the draft opens with what was
 * promised in it and the questions that are still open. */
void meeting_over(struct act *a, struct exchange *x);
/* A recap that opened by itself and in which nobody wrote; it goes as one that was
 * thrown away. */
bool recap_is_untouched(const struct writing *w);
void recap_goes(struct ctx *c, int64_t id);
/* After it was noted or changed (was NULL: new): it may already be over. */
void meeting_noted(struct act *a, const struct exchange *was, const struct exchange *x);
/* It was only a meetup: nothing is owed for it, as long as nothing was promised. */
void meetup_noted(struct act *a, int64_t exchange);
void meeting_clocks(struct ctx *c, const struct exchange *x, struct clocks *out);
/* A promise made in a meeting goes into its recap while that is a draft; made in a
 * meetup, it asks for one. */
void recap_takes(struct act *a, const struct promise *p);

struct question {
	int64_t writing_id;
	int n;                   /* its place there */
	const char *kept, *text; /* text: as it is read (record/wording.h) */
};
/* What was understood, as its reader has it: {"facts", "emotions"}. */
void understood_write(const struct ctx *c, const void *rec, struct jw *out);
/* What this client was asked and has not answered, the newest first. */
int open_questions(struct ctx *c, int64_t client, struct question *ret, int max);

/* ---- what neighbours ask --------------------------------------------------- */

/* How far the impact notice about a decision has come (T12). */
enum impact { IMPACT_NOT_SAID, IMPACT_NOT_SENT, IMPACT_NOT_SEEN, IMPACT_SEEN };
enum impact impact_stage(struct ctx *c, int64_t decision);
/* When it was sent; 0 not yet. */
instant impact_sent_at(struct ctx *c, int64_t decision);

/* A sent, unanswered writing about this record waits for the client. */
bool writing_awaits_client(struct ctx *c, const struct kind *k, int64_t id);
/* The problem's reformulation draft, opened when there is none (P3). */
struct writing *reformulation_draft(struct act *a, const struct matter *m);
/* Facts and questions as a caller writes them, made into what is stored. */
const char *understood_text(struct arena *a, const json_t *facts, const json_t *emotions);
const char *questions_text(struct arena *a, const json_t *texts);

/* First names of staff other than `signer` become "we" (P15): for a text about a
 * problem as the client reads it. */
const char *say_we(const struct ctx *c, int64_t signer, const char *text);

#endif
