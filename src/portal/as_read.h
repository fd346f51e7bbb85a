/* What a writing says, line by line, as its client reads it: on their own page,
 * and on ours before and after it leaves. */
#ifndef PORTAL_AS_READ_H
#define PORTAL_AS_READ_H

#include "rules/announce.h"
#include "rules/refs.h"
#include "rules/term.h"
#include "rules/writing.h"
#include "web/parts.h"

struct reading {
	struct req *r;
	const struct writing *w;
	const json_t *said; /* as its reader may read it */
	bool ahead;         /* it is a draft, as it would be once it left */
	bool fix;           /* each line may be corrected on its own */
	int lines;          /* so many may by now */
};

/* One of its texts; NULL: hidden from its reader, or empty. */
const char *reading_text(struct reading *l, const char *field);
/* Its reader finds this record of another kind in it. */
bool reading_shows(const struct reading *l, const struct kind *k, const void *rec);
/* What is promised in it; of a draft, what its notes announce too. */
struct promised {
	bool ours;
	const char *text;
	day due; /* 0: not said yet */
};
#define PROMISED_MAX (REFS_MAX + MARKS_MAX)
int reading_promises(struct reading *l, struct promised ret[PROMISED_MAX]);
/* As templates/as-read.html takes it. */
void reading_view(struct reading *l, struct view *v);

/* The letter itself, of a sent one or of a draft that would leave now, as HTML: through
 * the client's eyes and in their language (*ret_lang), whoever of us asks.  Their own
 * page is made of the same template and the same words. */
const char *letter_of(struct req *r, const struct writing *w, enum lang *ret_lang);

/* ---- what a version changes (difference.c) -------------------------------------------- */

/* `key` {changes: part, gone, come (texts)}, as templates/difference.html takes it;
 * nothing when both say the same.  Of us, too, it is asked what the client reads. */
void difference_view(
    struct req *r, struct view *v, const char *key, const struct writing *old, const struct writing *now);

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

/* How a sent one went to its readers: "envoyé" is what left, or (of a time of which nothing
 * is known) what is said to have. */
enum went { WENT_BY_LETTER, WENT_BY_HAND, WENT_NOT };
enum went writing_went(struct req *r, const struct writing *w);
/* … in a few words: "sent Monday 3 pm", "given by hand …", "read …", "has not left yet: …". */
const char *writing_went_text(struct req *r, const struct writing *w);
/* How it stands, in a few words: "agreed jeudi 13 h". */
const char *writing_state_text(struct req *r, const struct writing *w);

#endif
