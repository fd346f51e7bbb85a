/* Private to the picture of a relation: what its checks are given, and how they say what
 * they found.  One function a check, by rule:
 *
 *   portrait_talk.c  R1 communication, R2 listening
 *   portrait_care.c  R3 empathy, R6 sharing, R7 the little extra
 *   portrait_word.c  R4 transparency, R5 rigour */
#ifndef RULES_PORTRAIT_CHECKS_H
#define RULES_PORTRAIT_CHECKS_H

#include "rules/portrait.h"
#include "rules/rhythm.h"

#define MANDATES_SEEN_MAX 100
#define FACTS_MAX INT64_C(500) /* that a check looks at */

/* Whose picture it is, and what several checks look at. */
struct relation {
	struct ctx *c;
	const struct client *client;
	instant since; /* the window is what came after */
	day since_day; /* … of dates, the first one */
	int nmandates; /* under way: running, or delivered and not closed */
	const struct mandate *mandate[MANDATES_SEEN_MAX];
	const struct talk *talk; /* of the window; relation_talk() */
};
const struct talk *relation_talk(struct relation *r);

typedef void look(struct relation *r, struct check *ret);

look ententes_up_to_date, recaps_in_time, voice_lately, threads_that_stretch, both_ways;
look understood_and_validated, full_attention, silences, corrections_followed;
look whys_checked, fuzzy_terms_cleared, initiatives;
look told_in_time, told_first, decided_together, invited;
look word_kept, one_in_charge, within_bounds, warned_before;
look wins_celebrated, setbacks_looked_back_on, solutions_done;
look little_extra, ideas_after_delivery;

/* ---- what they found ---------------------------------------------------------- */

/* A fact of the check; counted: one of its n, and one of its k when it is a hit. */
void fact_add(struct ctx *c, struct check *ret, int64_t id, bool hit);
void fact_count(struct ctx *c, struct check *ret, int64_t id, bool hit);

/* k of n against whole percents, exactly (model 1).  hurting 0: it never does. */
bool at_least(int64_t k, int64_t n, int percent);
enum check_state by_share(const struct check *found, int alive, int care);
/* None is alive, one or two need care, more hurt. */
enum check_state by_number(int64_t n);

/* The day it is `days` later, in the firm's calendar, from its day to today. */
int64_t days_since(const struct relation *r, instant at);
/* "9 of 11 (82%)". */
const char *ratio_said(const struct relation *r, const struct check *found);
/* Not known: why, and what would tell. */
void not_known(struct check *ret, const char *sentence, const char *would_tell);
void not_applicable(struct check *ret, const char *sentence);
/* In this language the number is followed by a singular. */
bool is_singular(const struct relation *r, int64_t n);

#endif
