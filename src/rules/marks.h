/* The notes of a talk: a line that begins with a mark is a promise, a question or
 * something to decide, so that nobody writes it twice.
 *
 *   > Karim : envoyer le plan, 12 mars     we promise (→ and -> too)
 *   < les visuels, vendredi                they promise (← and <- too)
 *   ? combien d'invités                    to be asked
 *   ! salle A ou salle B                   to be decided together */
#ifndef RULES_MARKS_H
#define RULES_MARKS_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/when.h"

enum mark { MARK_OURS, MARK_THEIRS, MARK_QUESTION, MARK_DECISION };

static inline bool mark_is_promise(enum mark mark)
{
	return mark == MARK_OURS || mark == MARK_THEIRS;
}

struct marked {
	enum mark mark;
	const char *said; /* as it was written, after its mark */
	const char *text; /* of a promise: without its date */
	/* A promise that begins with "Somebody:" may name who keeps it; both NULL when
	 * it does not. */
	const char *who, *rest;
	day due; /* of a promise: 0 when its end is no date */
};

#define MARKS_MAX 30

struct marks {
	int n;
	struct marked line[MARKS_MAX];
	/* The notes as they are kept once these lines were taken: each has "✓" for its
	 * mark, and is not taken again. */
	const char *notes;
};

/* Those after the first MARKS_MAX stay marked.  A date without its year is the
 * next one, a weekday alone the next after today. */
void marks_read(struct arena *a, const char *notes, day today, struct marks *ret);

/* The date that a text is, in figures or in the words of either language, as in
 * "12/3", "2027-03-12", "vendredi", "avant le 12 mars", "by March 12"; 0: none. */
day marks_date(struct arena *a, const char *text, day today);

#endif
