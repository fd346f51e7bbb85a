/* What a few whole numbers say together: their middle, and whether two orders go
 * together.  Nothing is rounded before the last step, and nothing here knows what
 * the numbers are of. */
#ifndef BASE_STATS_H
#define BASE_STATS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"

/* Ascending, in place. */
void numbers_sort(int64_t *values, int n);

/* k of n > 0 in whole percents, half up. */
int64_t percent_of(int64_t k, int64_t n);

/* Twice the median of n > 0 numbers in ascending order: of an even number of them it is
 * the mean of the two in the middle, which may be a half. */
int64_t median_twice(const int64_t *sorted, int n);

/* The places, from 1 to n, of the two numbers between which the median of all such
 * numbers lies at 95 %: max(1, ⌊n/2 − 0.98·√n⌋) and min(n, ⌈1 + n/2 + 0.98·√n⌉). */
void median_bounds(int64_t n, int64_t *ret_low, int64_t *ret_high);

/* Twice the rank of each, from 1 on; those that are the same share their mean rank. */
void ranks_twice(struct arena *a, const int64_t *values, int n, int64_t *ret);

/* Spearman's rank correlation of n pairs, at most a million; false where it is not
 * defined, because all numbers of one side are the same. */
bool spearman(struct arena *a, const int64_t *x, const int64_t *y, int n, double *ret_rho);

/* Its 95 % interval, after Bonett and Wright, of n > 3 pairs; ρ is taken as at most
 * 0.999999, where the interval would have no width. */
void spearman_interval(double rho, int n, double *ret_low, double *ret_high);

/* Whether a is at least so many hundredths of b, exactly; of nothing only more than
 * nothing is. */
bool at_least_times(int64_t a, int64_t b, int64_t hundredths);

#endif
