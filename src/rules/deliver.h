/* What leaves for the client: a writing that was sent, an answer that was delivered
 * (conversation 15).  Who reads it, what became of its letters, sending it again,
 * taking it back while nobody has relied on it.
 *
 *   sent ──► its letters wait, undo_s long ──► left | refused | expired
 *     │                                          ▲        │
 *     └──► taken back: within the minute,        └────────┘ sent again
 *          none left and nobody read it */
#ifndef RULES_DELIVER_H
#define RULES_DELIVER_H

#include "record/letter.h"
#include "rules/refs.h"
#include "rules/writing.h"

/* How a record stands that was sent, of either kind. */
struct sending {
	int64_t by;       /* who of us sent it */
	instant at;       /* 0: it was not sent */
	instant read;     /* by the first of its readers, or aloud; 0: not yet */
	const char *seen; /* by each: {"12": instant} */
	instant failed;   /* when an address refused it; 0: none did */
	instant left;     /* … and then a letter of it left all the same; 0: not yet */
};
struct sending sending_of(const struct ctx *c, const struct kind *k, const void *rec);

/* ---- whom ------------------------------------------------------------------------- */

/* The guard no_reader: somebody of theirs is here and has an address; its door is the
 * client's contacts. */
bool deliver_finds_reader(struct act *a, int64_t client_id);
const char *deliver_door(struct ctx *c, int64_t client_id);
/* Who reads an answer unless it is said: who wrote that message (0: it answers none),
 * else everybody.  JSON ids; NULL: nobody. */
const char *deliver_readers(struct ctx *c, int64_t client_id, int64_t in_reply_to_id);
/* Those of an answer under way, in contact_ids, for good.  Refuses when nobody of them
 * can be written to. */
void deliver_fix_readers(struct act *a, struct exchange *x);

/* A message of ours to all of their people, from one of us; it answers none of theirs,
 * so what waits goes on waiting.  deliver_finds_reader.  Gives its id. */
int64_t deliver_message(struct act *a, int64_t client_id, int64_t mandate_id, int64_t from, const char *text);
/* Its readers hear of an answer by letter; some of them only, as JSON ids. */
void deliver_letter(struct ctx *c, const struct exchange *x, const char *readers);

/* ---- who has read it --------------------------------------------------------------- */

/* The caller, a contact, is one of its readers. */
bool exchange_read_by(const struct ctx *c, const struct exchange *x);
/* They have its text before them for the first time. */
bool exchange_unopened(struct ctx *c, const void *exchange);
void exchange_opened(struct act *a);

/* A record's `seen`: when each reader first had its text before them. */
bool seen_by_caller(const struct ctx *c, const char *seen);
const char *seen_with_caller(const struct ctx *c, const char *seen);

/* ---- what became of it ------------------------------------------------------------ */

/* How it fared with one of its readers. */
struct delivery {
	struct letter_fate letter;
	instant seen; /* 0: not yet */
};
/* … with each who is still there, by person. */
int delivery_read(struct ctx *c, const struct kind *k, const void *rec, struct delivery ret[REFS_MAX]);
void delivery_json(const struct ctx *c, const struct kind *k, const void *rec, struct jw *out);

/* A letter about this record left now, or never will: while none of them leaves, whoever
 * sent it is told (c16).  Other kinds do not ask. */
void deliver_noted(struct ctx *c, const struct kind *k, int64_t id, enum letter_state how);
/* In which way they failed, as c16 has its sentences: one address refused it, several
 * did, it expired; and whose, by first name. */
enum failure { ONE_REFUSED, SEVERAL_REFUSED, EXPIRED };
enum failure deliver_failure(struct ctx *c, const struct kind *k, int64_t id, const char **ret_names);
/* c16: whoever sent it mends that. */
void deliver_clock(struct ctx *c, const struct kind *k, const void *rec, struct clocks *out);

/* ---- sent again ---------------------------------------------------------------------- */

bool deliver_was_sent(struct act *a); /* guard: not_sent */
extern const struct guard resend_guards[];
/* To whom it would go: those whose letter failed, and whoever came since. */
int deliver_again_to(struct ctx *c, const struct kind *k, const void *rec, int64_t ret[REFS_MAX]);
void deliver_again(struct act *a);

/* ---- taken back (take_back.c) ---------------------------------------------------------- */

extern const struct guard take_back_guards[];
/* It is removed, and what it answered waits again. */
void exchange_take_back(struct act *a);
/* The writing is a draft again, and all that its sending began is as before. */
void writing_take_back(struct act *a);

#endif
