/* Forms from rows.  In a template
 *
 *   {{input promise.move.due}}      is the input of a field: its label, name, bounds and
 *                                   choices are those of the row, by which the door judges
 *                                   too; the verb is create, patch or an action
 *   {{bounds promise.move.due}}     only its attributes, for an input drawn by hand
 *   {{label promise.move.due}}      only what it is called
 *   {{button promise.move}}         what its button says
 *   {{summary promise.move}}        what its form is folded under
 *   {{help promise.move}}           the paragraph in its form
 *   {{act promise.move}}            the whole form of an action; {{way promise.move}} folds it
 *
 * all of it settled when templates are loaded: what no row knows is refused there.
 * After the name may stand, in any order:
 *
 *   as=chips            drawn by templates/input/chips.html instead of its type's own
 *   "Another label"     where the same thing is asked in other words
 *   value=due_date      the name in the view of what stands in it at first; a patch has the
 *                       record's own, kept.due (web/record.h)
 *   on=phone            the choice that is on at first; a creation has the row's default
 *   from=people         the list of {value, text, on} to choose from; of a reference it is
 *                       called as several of its kind are
 *   only=phone,video    of the choices, these, in this order
 *   empty="Choose"      what a choice says while nothing is chosen
 *   in=prefix           the name in the view of what comes before the input's own name
 *   min=first max=last  names in the view of the first and the last day
 *   attr="autocomplete=off"   another attribute
 *   lines               of bounds: several of them, one a line
 *   rows=3 required optional, settled (something is always chosen), blank (nothing is, at first) */
#ifndef WEB_INPUTS_H
#define WEB_INPUTS_H

#include "base/buf.h"
#include "base/lang.h"

struct field;

/* The rows of "promise" or "promises", "move"; of "today", "snooze": ends with an empty
 * one.  NULL: there are none. */
const struct field *input_rows(const char *what, const char *verb);
/* What {{word …}} stands for, as template text, when a template is loaded; false
 * with a sentence. */
bool template_word(const char *word, const char *rest, enum lang lang, struct buf *out, char error[256]);
/* The files under templates/ that only such words use. */
#define TEMPLATE_WORDS "input/"

#endif
