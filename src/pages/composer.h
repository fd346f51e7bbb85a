/* Composing a writing: which parts its kind has, beside the notes of the talk it
 * comes from. */
#ifndef PAGES_COMPOSER_H
#define PAGES_COMPOSER_H

#include "rules/writing.h"
#include "web/parts.h"

enum {
	PART_NOTES = 1,
	PART_UNDERSTOOD = 2, /* facts and feelings */
	PART_OUR_PART = 4,
	PART_SPOKEN = 8, /* said by voice first */
	PART_WORRY = 16,
	PART_BODY = 32,
	PART_NEXT = 64,
	PART_QUESTIONS = 128,
	PART_PROMISES = 256,
	PART_TERMS = 512,
	PART_MATTERS = 1024
};

unsigned parts_of(const struct writing *w);

/* As templates/writing-compose.html takes it.  While a form is answered, what was
 * typed stands where it was typed. */
void composer_view(struct req *r, struct view *v, const struct writing *w);
/* What its inputs are called (typed.h). */
extern const struct field composed_fields[];
/* What its inputs hold, as they come from the form once unfolded: what it opens on, and
 * what stands there now. */
json_t *composed_inputs(struct req *r, const struct writing *w);
/* … each as one text, to tell whether it was touched; r->input has the same names. */
const char *composed_text(struct req *r, const json_t *inputs, const char *name);
/* lacks: text, url, label: all that the draft still misses, each with its field here or
 * its door elsewhere (templates/lacks.html). */
void lacks_view(struct req *r, struct view *v, const struct writing *w);

/* The page of a draft once more, with what was typed in place of what is kept, which
 * stands beside it when a colleague changed it meanwhile; r->form.now: what the
 * difference of two versions does not show, by input. */
void page_writing_again(
    struct req *r, const struct writing *typed, const struct refusal *why, const char *sentence);

#endif
