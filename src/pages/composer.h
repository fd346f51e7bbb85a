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
/* The talk it comes from, whose notes are written beside it; NULL: none. */
const struct exchange *talk_of(struct ctx *c, const struct writing *w);

/* As templates/writing-compose.html takes it. */
void composer_view(struct req *r, struct view *v, const struct writing *w);
/* What its inputs are called, and what stands in them: by their names (typed.h). */
extern const struct field composed_fields[];
json_t *composed_kept(struct req *r, const struct writing *w);

#endif
