/* Today: whom to call first and why (model 5.7; R1.4, E2/18).  Order is band,
 * due, id; revenue, price and size are not inputs. */
#ifndef RULES_TODAY_H
#define RULES_TODAY_H

#include "base/text.h"
#include "rules/rules.h"

#define TODAY_ROWS_MAX 2000

/* Whom to ring: who raised it, else who may agree (P2); the number as it was written. */
struct ring_up {
	const char *name, *phone;
	const char *said, *rung; /* with its extension; as a telephone takes it */
};

struct today_row {
	const char *key; /* "a2:exchange:5" */
	const struct row_type *is;
	enum band band; /* now */
	instant starts, shows, due;
	bool overdue, still_useful;
	int64_t client_id;
	const char *client_name;
	const struct kind *kind;
	int64_t record_id;
	const char *about; /* what the record is called */
	const char *own;   /* itself as one sentence */
	const char *text;  /* the row as one sentence: its own, or that of all that is folded into it */
	const char *where; /* page where it is done */
	const struct ring_up *call; /* of what is done by voice; NULL: nobody has a number */
	int64_t owner;
	int count;                /* itself and what is folded into it */
	struct today_row *folded; /* the next of the same client and band */
};

/* A message that waits and does not show as a row yet (conversation 16.2): no band,
 * not in the cap. */
struct arrival {
	int64_t exchange_id, client_id;
	const char *client_name, *by; /* who of theirs wrote; NULL: we noted it */
	instant at;
	const char *text; /* NULL: of a call, say */
	const char *where;
	struct arrival *next; /* the next to come */
};

struct today {
	int64_t person_id;
	const struct arrival *arrived; /* the oldest first */
	int n, more;
	struct today_row *row;
	bool care_withheld;             /* someone waits too long: no nudge now */
	const struct exchange *meeting; /* the next one today; NULL none */
	bool sheet;                     /* five minutes before it */
	int64_t empty_client;           /* when nothing waits: whom to call */
	const char *empty_text;
};

/* The list of this person, or (person 0) of the caller; whole: past the cap too. */
struct today *today_read(struct ctx *c, int64_t person, bool whole);
void today_json(struct ctx *c, const struct today *t, struct jw *out);

/* Running clocks of one client, as rows, for its page. */
struct today_row *today_of_client(struct ctx *c, int64_t client, int *ret_n);

const struct arrival *arrived_at_client(struct ctx *c, int64_t client);
/* At whoever's list $1 is on the day $2: their own, and those of whom they cover. */
#define LISTS_OF_PERSON \
	"(SELECT CAST($1 AS BIGINT) UNION ALL SELECT id FROM person WHERE cover_person_id = $1 " \
	"AND away_from <= $2 AND away_to >= $2) "
const struct arrival *arrived_at_person(struct ctx *c, int64_t person);
void arrived_json(struct ctx *c, const struct arrival *first, struct jw *out);

/* "a2:exchange:5", of its type and record; and on whose list it runs now, 0: on nobody's. */
const char *today_key(struct ctx *c, const struct today_row *r);
int64_t today_holder(struct ctx *c, const struct today_row *r);

/* Whether this caller may put it off, hand it over, say that it was seen. */
bool today_may_change(struct ctx *c, const struct today_row *r);

/* Gives a row, and those folded into it, key, sentences and place. */
void today_say(struct ctx *c, struct today_row *r);
/* What the texts and paths of its type may name; and one of them, filled in. */
extern const struct place row_places[];
const char *row_said(struct ctx *c, const struct today_row *r, const char *text);

/* What waiting and handing over ask for. */
extern const struct field snooze_fields[], give_fields[], useful_fields[];

/* The last day until which a row may wait. */
day snooze_last(const struct ctx *c);

/* verb: snooze, hand_over, useful.  False: refused. */
bool today_change(
    struct ctx *c, const char *key, const char *verb, json_t *input, bool form, struct refusal *ret);

#endif
