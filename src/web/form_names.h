/* What a form's flat names mean, so that one form can hold a list of things
 * (the ways out of a problem, each with its promises):
 *
 *   options.0.label          input["options"][0]["label"]
 *   options.0.pros:lines     a list, one text a line
 *   options.0.n:number       a number; options.0.breaks_term_ids:numbers a list of them
 *   options.0.price:cents    "1 200,50" as 120050
 *   options.0.done:flag      true when the text is "true"
 *
 * A name that comes several times is a list where it is called so, or where the
 * door or the settings have a list of that name; of any other the last counts (a
 * tick comes after a hidden "false").
 *
 * An empty text says nothing; neither does an element of a list whose first
 * text is empty: such a row of the form was not filled in. */
#ifndef WEB_FORM_NAMES_H
#define WEB_FORM_NAMES_H

#include <jansson.h>
#include <stdbool.h>

bool form_is_list(const char *name);

/* Names without a point or a type are left as they are. */
void form_unfold(json_t *input);

/* "worried, relieved" as a list, whether in one text or several; NULL: an empty one. */
json_t *form_words(const json_t *sent);

#endif
