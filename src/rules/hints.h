/* What in a text is worth a second look before it is read by others (api.md 0;
 * E3, F8, P15, R6.3).  A hint shows the words and offers others; it never
 * changes anything. */
#ifndef RULES_HINTS_H
#define RULES_HINTS_H

#include "record/kind.h"

enum hint_context {
	HINT_FEEDBACK, /* said to the client about what they do: more general? */
	HINT_PROBLEM,  /* about a problem, to the client: "we" rather than somebody */
	HINT_FINDING,  /* what was found after a stumble: no culprit */
	HINT_PERSON,   /* about people: what could be read aloud */
	HINT_PROMISE   /* nothing in the words; its date may (promise.c) */
};

#define HINT_CONTEXTS \
	CHOICES(CHOICE("feedback", N_("feedback to the client")), CHOICE("problem", N_("a problem")), \
	    CHOICE("finding", N_("a finding")), CHOICE("person", N_("a person")), \
	    CHOICE("promise", N_("a promise"))) /* in the order of enum hint_context, from 1 */

/* A text that is tried before anything is saved (POST /hints). */
#define HINT_INPUTS(F, S) \
	F(S, longtext, text, N_("In words"), .required = true) \
	F(S, choice, context, N_("What it is about"), .choices = HINT_CONTEXTS, .required = true)
struct hint_in {
	HINT_INPUTS(FIELD_MEMBER, _)
};
extern const struct field hint_fields[];

/* Adds what this text calls for; NULL text: nothing.  `culprit` and `insult`
 * ask once, the others only show. */
void hint_text(struct ctx *c, enum hint_context what, const char *field, const char *text, struct hints *out);

/* A colleague other than the signer may be named in what a client will read about a
 * problem, and it may be another word: it stays as it is (P15). */
void hint_colleague(struct ctx *c, const char *field, const char *text, int64_t signer, struct hints *out);

/* From now on, those of this code ask once. */
void hints_ask(struct hints *h, const char *code);

#endif
