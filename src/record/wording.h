/* A text that a rule writes is kept as what it says, a code and its part, so that each
 * reader has it in their own language. */
#ifndef RECORD_WORDING_H
#define RECORD_WORDING_H

#include "record/kind.h"

/* One sentence that a rule may write, with at most one place, "%s", for its part. */
struct wording {
	const char *code;     /* never another sentence's */
	const char *sentence; /* English, N_() */
};
extern const struct wording wordings[]; /* rules/wordings.c; the last has no code */

/* As it is kept; part: NULL, or what the sentence has a place for. */
const char *worded(struct arena *a, const char *code, const char *part);
bool is_worded(const char *text, const char *code);

/* A kept text as it is read: what people wrote as it is, NULL for NULL. */
const char *text_said(const struct ctx *c, const char *text);
const char *text_said_in(struct arena *a, enum lang lang, const char *text);
/* The same of a list of them. */
json_t *texts_said(const struct ctx *c, const json_t *texts);
/* What somebody sends back of it, unchanged, is kept as it was: whatever one of the
 * sentences says, in either language. */
const char *text_kept(struct arena *a, const char *text);

#endif
