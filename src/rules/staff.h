/* Names of the people of the firm inside a text. */
#ifndef RULES_STAFF_H
#define RULES_STAFF_H

#include "record/kind.h"

/* First names of everybody who is or was on the team, but this person; the list
 * ends with NULL. */
const char *const *staff_first_names(struct ctx *c, int64_t but);

/* Where a name stands in a text as a word of its own, with its capital letter; NULL. */
const char *name_in(const char *text, const char *name);

#endif
