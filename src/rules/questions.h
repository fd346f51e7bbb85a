/* "My four questions" (model 5.9; T16–T19): do I give in, do I say what it
 * changes, am I afraid to lose, what do my clients' work and mine rest on.  They
 * are each person's own; a lead reads the first two of the firm as a whole,
 * without a name and without a motive. */
#ifndef RULES_QUESTIONS_H
#define RULES_QUESTIONS_H

#include "rules/term.h"

/* Demands against an agreed term: of one person, those that were answered in a month;
 * of the firm, those of the window. */
struct giving_in {
	int n;         /* all of them */
	int conceded;  /* accepted as asked */
	int by_fear;   /* … by fear of losing the client */
	int regretted; /* … and would not be again */
	int told;      /* of all: the client was told what it changes before the answer */
};

/* … of one client. */
struct giving_in_to {
	int64_t client_id;
	int n, conceded;
};

#define FEAR_MONTHS_MAX 24
#define CLIENTS_OF_MONTH_MAX 200
#define REVIEWS_MAX 100
#define RESTS_ON_MAX 200

/* A condition of one of my running mandates. */
struct rests_on {
	const struct term *term;
	int64_t mandate_id;
};
struct conditions_list {
	int n;
	struct rests_on line[RESTS_ON_MAX];
};

struct my_questions {
	const char *month; /* "2027-03" */
	struct giving_in giving_in;
	int nclients; /* by id */
	struct giving_in_to client[CLIENTS_OF_MONTH_MAX];
	const char *giving_in_text; /* "1 of 1 …" as one sentence */
	int nfear;                  /* my own curve, the oldest month first */
	struct {
		const char *month;
		int64_t fear;
	} fear[FEAR_MONTHS_MAX];
	struct conditions_list in_place, missing, never; /* never spoken of */
	int nreview; /* concessions of mine of which it is time to ask whether I would again */
	int64_t review[REVIEWS_MAX];
};

/* Mine, of that month; NULL: of the present one. */
struct my_questions *my_questions_read(struct ctx *c, const char *month);
const char *questions_month(const struct ctx *c);                /* the present one, "2027-03" */
const char *month_fault(const struct ctx *c, const char *month); /* NULL, or the reason it is refused */
day month_first(const char *month);                              /* of one without fault */
void questions_of_month_json(struct ctx *c, const char *month, struct jw *out);
derived_json questions_json; /* of the present one */
extern const struct field fear_fields[];
/* My fear of losing, of a month; false: refused. */
bool questions_answer(struct ctx *c, json_t *input, bool form, struct refusal *ret);

derived_json firm_questions_json;

#endif
