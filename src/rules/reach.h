/* How somebody is reached: their e-mail addresses and telephone numbers, the first of
 * which letters go to and calls dial (conversation 20.1). */
#ifndef RULES_REACH_H
#define RULES_REACH_H

#include "rules/rules.h"

#define WAYS_MAX 8

enum { AT_WORK = 1, AT_HOME, MOBILE, ELSEWHERE };
#define WAY_LABELS \
	CHOICES(CHOICE("work", N_("work")), CHOICE("home", N_("home")), CHOICE("mobile", N_("mobile")), \
	    CHOICE("other", N_("other")))
/* What one of either list is made of. */
#define ADDRESS_INPUTS(F, S) \
	F(S, text, address, N_("E-mail"), .look = "email", .required = true, .max = 254, .search = true) \
	F(S, choice, label, N_("Which"), .choices = WAY_LABELS, .otherwise = "work")
#define NUMBER_INPUTS(F, S) \
	F(S, text, number, N_("Phone"), .look = "tel", .required = true, .max = 60, .search = true) \
	F(S, text, extension, N_("Extension"), .max = 6, .pattern = "[0-9]+") \
	F(S, choice, label, N_("Which"), .choices = WAY_LABELS, .otherwise = "work")
extern const struct field address_fields[], number_fields[];

/* One of them. */
struct way {
	const char *text;      /* the address; the number as it was written */
	const char *extension; /* said apart from the number, NULL: none, or in it */
	int64_t label;
};
struct ways {
	int n;
	struct way way[WAYS_MAX];
};

/* By which of both: what a person keeps of it. */
struct reach;
extern const struct reach by_mail, by_phone;

struct ways ways_read(const struct ctx *c, const struct person *p, const struct reach *by);
/* Theirs are these from now on, the first of them in its own field too; of none, neither. */
void ways_keep(const struct ctx *c, struct person *p, const struct reach *by, const struct ways *all);
/* Creation and patch of a person: both fields of each say the same, and nothing that
 * reaches nobody. */
void ways_check(struct act *a);
/* Those others after an address given in an action's `email` (NULL: none was), for that
 * contact; refused when it is none, or one of ours. */
struct ways address_before(
    struct act *a, const struct person *p, const char *address, const struct ways *others);
/* The same address, or a number that dials the same. */
bool way_is_same(struct arena *a, const struct reach *by, const struct way *one, const struct way *other);

/* Whether one of the addresses that were theirs is no more. */
bool addresses_left(const struct ctx *c, const struct person *was, const struct person *p);

/* Of the first number: as people say it, with its extension, and as a telephone takes
 * it (NULL: nothing of it can be dialled). */
const char *phone_said(const struct ctx *c, const struct person *p);
const char *phone_rung(const struct ctx *c, const struct person *p);
/* … of any. */
const char *number_said(const struct ctx *c, const struct way *number);
const char *number_rung(struct arena *a, const struct way *number);

/* person.emails and .phones, from a caller and to one (kind.h). */
const char *read_addresses(struct act *a, const json_t *v, const char **ret);
const char *read_numbers(struct act *a, const json_t *v, const char **ret);
void write_addresses(const struct ctx *c, const void *person, struct jw *out);
void write_numbers(const struct ctx *c, const void *person, struct jw *out);

#endif
