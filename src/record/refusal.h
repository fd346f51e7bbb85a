/* What stands in the way of something asked, and what is worth a second look: in one
 * sentence, with the place where it is mended (api.md 0, 9). */
#ifndef RECORD_REFUSAL_H
#define RECORD_REFUSAL_H

#include <stdbool.h>
#include <stdint.h>

#include "base/lang.h"

struct kind;

/* A code of api.md 9: stable, with one sentence (English; French in po/). */
struct code {
	const char *code;
	int status;
	const char *sentence;
	/* Where it is mended, unless the guard knows better: "#facts" on the page of its record,
	 * "" where that page has its ways, or a path, "/c/{client_id}#plan".  NULL: nothing
	 * mends it. */
	const char *where;
};
extern const struct code codes[]; /* rules/codes.c; the last has no code */
const struct code *code_find(const char *code);

/* Why a field is refused (api.md 0), to stand after what it is called. */
struct reason {
	const char *reason, *sentence;
};
extern const struct reason reasons[]; /* rules/codes.c; the last has no reason */
const char *reason_said(enum lang lang, const char *reason);

#define REFUSAL_FIELDS_MAX 24
#define REFUSAL_ALSO_MAX 12
#define REFUSAL_LISTS_MAX 4

/* Something worth a second look in what somebody wrote; it never changes data
 * (api.md 0).  One that asks holds the request once: said again with hints_ok,
 * it passes. */
struct hint {
	const char *code, *field;
	const char *text;  /* one sentence in the reader's language */
	const char *match; /* the words it is about; NULL: none */
	int64_t n;         /* NO_NUMBER: none */
	bool asks;
};

#define HINTS_MAX 16
struct hints {
	int n;
	struct hint hint[HINTS_MAX];
};
void hint_add(struct hints *h, const struct hint *one); /* what does not fit is left out */

struct refusal {
	const struct code *code; /* NULL: not refused */
	const char *detail;      /* instead of the code's sentence, already in the reader's language */
	const char *where;       /* path where it is mended; NULL: where its code says … */
	struct {
		const struct kind *kind;
		int64_t id;
	} at; /* … on the page of that record; kind NULL: of its own */
	int nfields;
	struct {
		const char *field, *reason;
		const char *label; /* of its row, in English; NULL: no row has that name */
	} field[REFUSAL_FIELDS_MAX];
	int nalso;
	const char *also[REFUSAL_ALSO_MAX];
	int nlists;
	struct {
		const char *name, *json; /* "promises", with their ids */
	} list[REFUSAL_LISTS_MAX];
	const struct hints *hints; /* of confirm_hints */
};

#endif
