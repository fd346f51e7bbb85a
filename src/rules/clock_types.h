/* Every type of clock, one row each, in the order of api.md 4: what its row of
 * Today says, where that stands, what its button does; then the rules of time.
 * A new type is a row here, the function that adds it in its kind's file, its
 * French and a story. */
#ifndef RULES_CLOCK_TYPES_H
#define RULES_CLOCK_TYPES_H

#include "record/kind.h"

struct today_row;

/* Where a row stands on the list (model 5.7), the first first. */
enum band {
	AS_BEFORE, /* once overdue: where it stood */
	SOMEONE_WAITS,
	NOT_KEPT,
	TO_TELL,
	TO_KEEP,
	TO_FOLLOW_UP,
	TO_CHECK,
	TO_LOOK_AFTER /* their types begin with e: the index clock_care knows them by that */
};

/* Whether its hour stands beside it: a promise or a condition says its day itself. */
enum due_shown { ON_DAY, AT_HOUR };

/* What helps to do it: nothing, whom to ring, the meetings it can be put off to. */
enum beside { ALONE, BY_VOICE, OR_LATER };

struct row_type {
	enum band band, late; /* late: once it is overdue */
	enum due_shown due;
	enum beside beside;
	const char *where; /* path of the page where it is done */
	const char *verb;  /* on its button */
	/* As one sentence; of several, `which` tells the one that is true.  Texts and
	 * paths name their {places}: row_places, today.h. */
	const char *const *says;
	const struct clock_type *clock; /* from here on, what most rows do not need is left out */
	int (*which)(struct ctx *, const struct today_row *);
	const char *several; /* of as many in one, when all are of this type */
	const char *does;    /* an action: the button does it on the spot */
	const char *goes;    /* the button leads there instead */
	const char *reads;   /* the sentence leads there instead */
	bool quotes;         /* what the record is called stands below */
	bool yields;         /* not beside a more pressing row of the same record */
	bool news;           /* its button says "seen", and that is all there is to do */
	bool personal;       /* for its owner's eyes: no cover and no colleague has it */
	/* What stands below it, in words; and as members of its JSON. */
	const char *(*adds)(struct ctx *, const struct today_row *);
	void (*tells)(struct ctx *, const struct today_row *, struct jw *out);
};

/* R(name, type, sub, band, late, due, beside, where, verb, says, more of row_type) */
#define SAYS(...) ((const char *const[]){__VA_ARGS__, NULL})
#define CLOCK_ROWS(R) \
	R(A1, "a1", NULL, TO_TELL, SOMEONE_WAITS, AT_HOUR, BY_VOICE, "{page}", N_("Tell now"), \
	    SAYS(N_("{who}: to be told by voice, “{what}”."))) \
	R(A1C, "a1c", NULL, TO_TELL, SOMEONE_WAITS, AT_HOUR, BY_VOICE, "{page}", N_("Call back"), \
	    SAYS(N_("{who} says something is wrong, call back: “{what}”."))) \
	R(A2, "a2", NULL, TO_TELL, SOMEONE_WAITS, AT_HOUR, OR_LATER, "/c/{client}", N_("Answer"), \
	    SAYS(N_("{who} has been waiting for an answer since {since}.")), \
	    .several = N_("{who}: {n} answers awaited."), .goes = "/noter?reply={id}", .reads = "{page}", \
	    .quotes = true) \
	R(A3, "a3", NULL, TO_TELL, SOMEONE_WAITS, AT_HOUR, BY_VOICE, "{page}", N_("Tell now"), \
	    SAYS(N_("{who} was told in writing; now say it by voice: “{what}”."))) \
	R(A4_RESEND, "a4", "resend", TO_TELL, SOMEONE_WAITS, AT_HOUR, ALONE, "{page}", N_("Correct"), \
	    SAYS(N_("{who} corrected us, “{what}”: correct it and send it again."))) \
	R(A4_ADJUST, "a4", "adjust", TO_TELL, SOMEONE_WAITS, AT_HOUR, BY_VOICE, "{page}", N_("Adjust"), \
	    SAYS(N_("For {who} it is not excellent yet, “{what}”: adjust."))) \
	R(B1, "b1", NULL, TO_KEEP, NOT_KEPT, ON_DAY, ALONE, "{page}", N_("Done"), \
	    SAYS(N_("{who}: promised for today, “{what}”."), \
		N_("{who} is waiting for what we promised for {due}: “{what}”."), \
		N_("Between us, due {due}: “{what}”."), N_("{who}: promised for {due}, “{what}”.")), \
	    .which = whose_promise, .does = "done") \
	R(B2, "b2", NULL, TO_KEEP, AS_BEFORE, ON_DAY, ALONE, "{page}", N_("Yes, on track"), \
	    SAYS(N_("{who}: still on track for {due}? “{what}”.")), .does = "on_track") \
	R(B3, "b3", NULL, TO_KEEP, NOT_KEPT, ON_DAY, ALONE, "{page}", N_("Give news"), \
	    SAYS(N_("{who} is waiting for the news we announced: “{what}”."))) \
	R(B4_CONDITION, "b4", "condition", TO_KEEP, AS_BEFORE, ON_DAY, ALONE, "{page}", \
	    N_("See the conditions"), \
	    SAYS(N_("{who}: condition needed by {due}, “{what}”."), \
		N_("{who}: condition missing since {due}, “{what}”.")), \
	    .which = whether_overdue) \
	R(B4_STALL, "b4", "stall", TO_KEEP, AS_BEFORE, ON_DAY, ALONE, "{page}#conditions", \
	    N_("See the conditions"), SAYS(N_("{who}, {what}. {stall}"))) \
	R(B4_INSIST, "b4", "insist", TO_KEEP, AS_BEFORE, ON_DAY, ALONE, "{page}", N_("See the conditions"), \
	    SAYS(N_("{who}: insist, with respect, on “{what}”.")), .adds = why_it_matters) \
	R(C1, "c1", NULL, TO_FOLLOW_UP, AS_BEFORE, AT_HOUR, ALONE, "{draft}", N_("Write the recap"), \
	    SAYS(N_("{who}: send the recap of {since}."))) \
	R(C2_REMIND, "c2", "remind", TO_FOLLOW_UP, AS_BEFORE, AT_HOUR, BY_VOICE, "{page}", N_("Remind"), \
	    SAYS(N_("{who} has not answered yet, “{what}”: remind them."))) \
	R(C2_CALL, "c2", "call", TO_FOLLOW_UP, AS_BEFORE, AT_HOUR, BY_VOICE, "{page}", N_("See it again"), \
	    SAYS(N_("{who}, “{what}”. Call: we do not know whether they agree."))) \
	R(C5, "c5", NULL, TO_FOLLOW_UP, AS_BEFORE, ON_DAY, ALONE, "{page}", N_("Look into it"), \
	    SAYS(N_("{asker} asks what we hold about them: answer by {due}."), \
		N_("{asker} asks to have their data corrected: answer by {due}."), \
		N_("{asker} asks to have their data erased: answer by {due}."), \
		N_("{asker} takes a consent back: answer by {due}."), \
		N_("A privacy incident, to be dealt with by {due}: “{what}”.")), \
	    .which = which_privacy_case) \
	R(C6, "c6", NULL, TO_FOLLOW_UP, AS_BEFORE, AT_HOUR, ALONE, "/c/{client}#merci", N_("Thank"), \
	    SAYS(N_("Thank {introducer}, who introduced {who} to us."))) \
	R(C7, "c7", NULL, TO_FOLLOW_UP, AS_BEFORE, AT_HOUR, ALONE, "{page}", N_("Decide"), \
	    SAYS(N_("{who} asks: “{what}”. To be decided."))) \
	R(C8_NEXT, "c8", "next", TO_FOLLOW_UP, AS_BEFORE, AT_HOUR, ALONE, "{page}", N_("Give a date"), \
	    SAYS(N_("{who}: what next? Nothing has a date after “{what}”.")), .yields = true) \
	R(C8_DATE, "c8", "date", TO_FOLLOW_UP, AS_BEFORE, AT_HOUR, ALONE, "{page}", N_("Give a date"), \
	    SAYS(N_("{who}: say when they will hear from us, “{what}”.")), .yields = true) \
	R(C8_FELT, "c8", "felt", TO_FOLLOW_UP, AS_BEFORE, AT_HOUR, BY_VOICE, "/c/{client}", \
	    N_("Read their words"), \
	    SAYS(N_("{who}: somebody did not feel respected. Call them."), \
		N_("{who}: somebody did not feel understood. Call them."), \
		N_("{who}: somebody did not feel valued. Call them."), \
		N_("{who}: somebody did not feel that we want them to succeed. Call them.")), \
	    .which = what_was_not_felt, .yields = true) \
	R(C9, "c9", NULL, TO_FOLLOW_UP, AS_BEFORE, AT_HOUR, ALONE, "/c/{client}?volet=entente#volet", \
	    N_("Write the welcome"), SAYS(N_("Welcome {who}, in writing."))) \
	R(C10, "c10", NULL, TO_FOLLOW_UP, AS_BEFORE, AT_HOUR, ALONE, "{page}", N_("Give the reason"), \
	    SAYS(N_("{who}: say why it was decided so, “{what}”."))) \
	R(C11, "c11", NULL, TO_FOLLOW_UP, AS_BEFORE, AT_HOUR, ALONE, "{page}", N_("Tell now"), \
	    SAYS(N_("{who}: worth telling, “{what}”."))) \
	R(C12, "c12", NULL, TO_FOLLOW_UP, AS_BEFORE, AT_HOUR, ALONE, "{page}", N_("Propose"), \
	    SAYS(N_("{who}: propose possible ways for “{what}”."))) \
	R(C15, "c15", NULL, TO_FOLLOW_UP, AS_BEFORE, ON_DAY, ALONE, "{page}", N_("Seen"), \
	    SAYS(N_("{who}: their first problem with us, “{what}”.")), .news = true, .personal = true) \
	R(C16, "c16", NULL, TO_KEEP, AS_BEFORE, AT_HOUR, ALONE, "{page}", N_("Send it again"), \
	    SAYS(N_("{whose} address refused {letter}."), N_("{whose} addresses refused {letter}."), \
		N_("For {reader}, {letter} could not leave.")), \
	    .which = how_it_failed) \
	R(C17, "c17", NULL, TO_FOLLOW_UP, AS_BEFORE, ON_DAY, ALONE, "{page}#passage", N_("Seen"), \
	    SAYS(N_("{who} is entrusted to you."), N_("{who}, “{what}”: it is entrusted to you.")), \
	    .which = client_or_mandate, .news = true, .adds = passed_in_words, .tells = what_passed) \
	R(C18, "c18", NULL, TO_FOLLOW_UP, AS_BEFORE, ON_DAY, ALONE, "{page}", N_("Seen"), \
	    SAYS(N_("{who} confirmed the agreement: we can begin."), \
		N_("{who} let the agreement stand: we can begin.")), \
	    .which = whether_tacit, .news = true, .quotes = true) \
	R(C19, "c19", NULL, TO_FOLLOW_UP, AS_BEFORE, ON_DAY, ALONE, "{page}", N_("Say it"), \
	    SAYS(N_("Say that it is applied, for {who}: “{what}”."))) \
	R(D1, "d1", NULL, TO_CHECK, AS_BEFORE, ON_DAY, BY_VOICE, "{page}", N_("Check"), \
	    SAYS(N_("{who}: is the solution truly right for them? “{what}”."))) \
	R(D1_CALL, "d1", "call", TO_CHECK, AS_BEFORE, ON_DAY, BY_VOICE, "{page}", N_("Check"), \
	    SAYS(N_("{who} has not said whether it suits them, “{what}”: call to check."))) \
	R(D1_MANDATE, "d1", "mandate", TO_CHECK, AS_BEFORE, ON_DAY, BY_VOICE, "{page}", N_("Ask"), \
	    SAYS(N_("{who}: ask what it brought them, “{what}”."))) \
	R(D2, "d2", NULL, TO_CHECK, AS_BEFORE, ON_DAY, BY_VOICE, "{page}", N_("Check"), \
	    SAYS(N_("{who}: does it still hold? “{what}”."))) \
	R(D2_CALL, "d2", "call", TO_CHECK, AS_BEFORE, ON_DAY, BY_VOICE, "{page}", N_("Check"), \
	    SAYS(N_("{who} has not said whether it still holds, “{what}”: call to check."))) \
	R(D3, "d3", NULL, TO_CHECK, AS_BEFORE, ON_DAY, ALONE, "{page}", N_("Look back"), \
	    SAYS(N_("{who}: look for what was missing, “{what}”."))) \
	R(D3_AGAIN, "d3", "again", TO_CHECK, AS_BEFORE, ON_DAY, ALONE, "{page}", N_("Look back"), \
	    SAYS(N_("{who}: it happened again, look for what is still missing, “{what}”."))) \
	R(D4, "d4", NULL, TO_CHECK, AS_BEFORE, ON_DAY, ALONE, "{page}", N_("Go through it"), \
	    SAYS(N_("{who}: go through the agreement again, “{what}”."))) \
	R(E1, "e1", NULL, TO_LOOK_AFTER, AS_BEFORE, ON_DAY, BY_VOICE, "/c/{client}", N_("Call"), \
	    SAYS(N_("{who}: an unusual silence. How about a call?")), .adds = quiet_in_words) \
	R(E2, "e2", NULL, TO_LOOK_AFTER, AS_BEFORE, ON_DAY, BY_VOICE, "/c/{client}", N_("Call"), \
	    SAYS(N_("{who}: nobody has spoken with them for long. How about a call?"), \
		N_("{who}: message upon message, and nobody has spoken. How about a call?")), \
	    .which = voice_or_thread) \
	R(E3, "e3", NULL, TO_LOOK_AFTER, AS_BEFORE, ON_DAY, ALONE, "{page}", N_("Ask again"), \
	    SAYS(N_("{who}: ask again about the goal, “{what}”."), \
		N_("{who}: ask again about the pressure, “{what}”."), \
		N_("{who}: ask again about the criterion, “{what}”."), \
		N_("{who}: ask again about the worry, “{what}”."), \
		N_("{who}: ask again who must be convinced, “{what}”.")), \
	    .which = which_why) \
	R(E4, "e4", NULL, TO_LOOK_AFTER, AS_BEFORE, ON_DAY, ALONE, "{page}", N_("Celebrate"), \
	    SAYS(N_("Celebrate: “{what}”."), N_("Celebrate: “{what}”, with {who}.")), \
	    .which = whether_theirs, .adds = marked_last_time) \
	R(E5_EXTRA, "e5", "extra", TO_LOOK_AFTER, AS_BEFORE, ON_DAY, ALONE, \
	    "/c/{client}?volet=moments#volet", N_("Note it"), \
	    SAYS(N_("{who}: a little extra, or time out of the frame?"))) \
	R(E5_IDEAS, "e5", "ideas", TO_LOOK_AFTER, AS_BEFORE, ON_DAY, ALONE, "{page}", N_("Offer them"), \
	    SAYS(N_("{who}: offer the ideas gathered on the way, “{what}”."))) \
	R(E6, "e6", NULL, TO_LOOK_AFTER, AS_BEFORE, ON_DAY, ALONE, "/bibliotheque?client={client}#usages", \
	    N_("Share it"), \
	    SAYS(N_("{who}: say what is usual in our trade, {standards}."), \
		N_("{who}: say again what is usual in our trade, and what changes there.")), \
	    .which = whether_all_told) \
	R(E7, "e7", NULL, TO_LOOK_AFTER, AS_BEFORE, ON_DAY, ALONE, "{page}#conditions", \
	    N_("See the conditions"), SAYS(N_("The conditions of the week: {who}, “{what}”, {in_place}."))) \
	R(E8, "e8", NULL, TO_LOOK_AFTER, AS_BEFORE, ON_DAY, ALONE, "/point", N_("Answer"), \
	    SAYS(N_("Your four questions of the month: nobody else reads the answers.")), .personal = true) \
	R(E9, "e9", NULL, TO_LOOK_AFTER, AS_BEFORE, ON_DAY, ALONE, "{page}#notes", N_("Offer it"), \
	    SAYS(N_("A favour in return: {helper} has nobody to take notes, {when}, with {who}.")), \
	    .personal = true)

/* R(name, type, its name in the journal, what that says, the row of rules.md it
 * keeps, effect, more of clock_type) */
#define CLOCK_RINGS(R) \
	R(HELD, "held", "held", N_("Took place"), "model 2.5", appointment_comes) \
	R(OVER, "over", "over", N_("The meeting ended"), "R1.6", meeting_ends) \
	R(TACIT, "tacit", "tacit", N_("Tacit agreement"), "F5-6", becomes_tacit) \
	R(UNANSWERED, "unanswered", "unanswered", N_("Left without an answer"), "3.2", goes_unanswered) \
	R(REMIND, "remind", "reminder", N_("A reminder was written"), "3.2", reminder_is_written) \
	R(MISSED, "missed", "missed", N_("The date passed"), "P7", becomes_a_problem) \
	R(QUIET, "quiet", "kept_quiet", N_("Rose by itself"), "R4.4", worry_rises, .leisurely = true) \
	R(MISSING, "missing", "missing", N_("Was not there on its day"), "model 3.4", turns_missing) \
	R(DIGEST, "digest", "digest", N_("The day’s letter"), "conversation 16.3", digest_leaves) \
	R(ABSENCE, "absence", "absence_over", N_("Back"), "P8", absence_ends) \
	R(CLOSES, "closes", "closed_without_answer", N_("Closed without an answer"), "E19", \
	    closes_without_answer) \
	R(WEEK, "week", "week", N_("A week began"), "T21", week_begins) \
	R(MONTH, "month", "month", N_("A month began"), "T18", month_begins)

#define CLOCK_NAME(name, ...) CLOCK_##name,
#define RING_NAME(name, ...) RING_##name,
enum clock_name { CLOCK_ROWS(CLOCK_NAME) CLOCK_RINGS(RING_NAME) };

#define RING_EFFECT(name, type, action, said, rule, effect, ...) void effect(struct act *a);
CLOCK_RINGS(RING_EFFECT)

extern const struct row_type row_types[]; /* by enum clock_name, of those that do not ring */

#endif
