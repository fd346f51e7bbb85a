/* What a form's flat names mean, so that one form can hold a list of things
 * (the ways out of a problem, each with its promises):
 *
 *   options.0.label          input["options"][0]["label"]
 *   options.0.pros:lines     a list, one text a line
 *   options.0.n:number       a number; options.0.breaks_term_ids:numbers a list of them
 *   options.0.price:cents    "1 200,50" as 120050
 *   options.0.done:flag      true when the text is "true"
 *
 * An empty text says nothing; neither does an element of a list whose first
 * text is empty: such a row of the form was not filled in. */
#ifndef WEB_FORM_NAMES_H
#define WEB_FORM_NAMES_H

#include <jansson.h>

/* Names without a point or a type are left as they are. */
void form_unfold(json_t *input);

/* "worried, relieved" as a list; NULL text: an empty one. */
json_t *form_words(const char *text);

#endif
