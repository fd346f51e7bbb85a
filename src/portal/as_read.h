/* What a writing says, line by line, as its client reads it: on their own page,
 * and on ours before and after it leaves. */
#ifndef PORTAL_AS_READ_H
#define PORTAL_AS_READ_H

#include "rules/term.h"
#include "rules/writing.h"
#include "web/parts.h"

struct reading {
	struct req *r;
	const struct writing *w;
	const json_t *said; /* as its reader may read it */
	bool fix;           /* each line may be corrected on its own */
	int lines;          /* so many may by now */
};

/* One of its texts; NULL: hidden from its reader, or empty. */
const char *reading_text(struct reading *l, const char *field);
/* As templates/as-read.html takes it. */
void reading_view(struct reading *l, struct view *v);

/* What an entente fixes beside its terms. */
struct trade {
	const char *need, *how;
	day when;
	int64_t price; /* cents, or NO_NUMBER */
	const char *currency;
};
struct trade trade_now(const struct mandate *m);
/* … as it was when the writing left; false: it fixed nothing, *ret is as it was. */
bool trade_fixed(const json_t *said, struct trade *ret);
void trade_view(struct req *r, struct view *v, const struct trade *t);

/* From whom, in their words, whoever reads over their shoulder. */
const char *owed_of_them(struct req *r, const struct term *t);

/* How it stands, in a few words: "agreed jeudi 13 h". */
const char *writing_state_text(struct req *r, const struct writing *w);

#endif
