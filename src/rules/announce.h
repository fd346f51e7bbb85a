/* What the notes beside a writing announce (conversation 18.1): each marked line is a
 * promise, a question or something to decide, and none of them exists before the
 * writing leaves.  Thrown away with the draft, they were never there. */
#ifndef RULES_ANNOUNCE_H
#define RULES_ANNOUNCE_H

#include "rules/marks.h"
#include "rules/writing.h"

struct announce {
	enum mark mark;
	const char *text;
	day due;        /* of a promise; 0 while its line ends with no date */
	int64_t person; /* who keeps it; 0: whoever is in charge, or nobody of theirs by name */
};

/* Those of a draft, in the order of its notes; none once it left. */
int announces_read(const struct ctx *c, const struct writing *w, struct announce ret[MARKS_MAX]);
/* PATCH: its notes were written.  A line that stays as it was keeps its day and its
 * person: "Friday" is the one that was meant when it was noted. */
void announces_note(struct act *a);
/* Guard: a promise is for a day. */
bool announces_have_days(struct act *a); /* when_missing */
/* One of them is a promise of the client's. */
bool announces_duty(const struct ctx *c, const struct writing *w);
/* Its questions, and those its notes add. */
const char *announces_questions(const struct ctx *c, const struct writing *w);

/* Sending: each line becomes what it announced. */
void announces_make(struct act *a, struct writing *w);

/* ---- taking the sending back (conversation 15.6) ---------------------------------------- */

/* Guard: nobody has touched, named or answered what this sending made. */
bool announces_stand(struct act *a, const struct writing *w); /* leaned_on */
/* What it made goes, and is announced again. */
void announces_undo(struct act *a, struct writing *w);

/* ---- the notes -------------------------------------------------------------------------- */

/* The talk it comes from, whose notes are written beside it; NULL: none. */
const struct exchange *writing_talk(struct ctx *c, const struct writing *w);
/* What is said of a line that promises for no day; and how a line is quoted. */
const char *line_lacks_day(const struct ctx *c, const char *line);
const char *line_quoted(const struct ctx *c, const char *line);
/* As they go on once these lines were taken: each has "✓" for its mark. */
const char *notes_once_taken(const struct ctx *c, const char *notes);

#endif
