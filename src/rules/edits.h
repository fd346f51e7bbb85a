/* An hour that was corrected, as a record keeps it: a JSON list of what it was, what
 * it is, and when that was said (E11: what was corrected shows). */
#ifndef RULES_EDITS_H
#define RULES_EDITS_H

#include "record/kind.h"

struct hour_edit {
	instant old, new, at;
};
/* The list with one more, said now. */
const char *edits_with(const struct ctx *c, const char *edits, instant old, instant new);
/* The last of them, oldest first. */
int edits_read(const struct ctx *c, const char *edits, struct hour_edit *ret, int max);
void edits_write(const struct ctx *c, const char *edits, struct jw *out);

#endif
