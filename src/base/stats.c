/* Whole numbers as long as it goes: sums of ranks are exact, and one division and
 * one square root come last. */
#include "base/stats.h"

#include <math.h>
#include <stdlib.h>

#include "base/when.h"

#define Z_95 1.959964 /* of a normal distribution, both sides together */
#define RHO_MOST 0.999999

static int by_size(const void *a, const void *b)
{
	int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;
	return (x > y) - (x < y);
}

void numbers_sort(int64_t *values, int n)
{
	if (n > 1)
		qsort(values, (size_t)n, sizeof values[0], by_size);
}

int64_t percent_of(int64_t k, int64_t n)
{
	return floor_div(200 * k + n, 2 * n);
}

int64_t median_twice(const int64_t *sorted, int n)
{
	return sorted[(n - 1) / 2] + sorted[n / 2];
}

/* The least whole number whose square is not below n. */
static int64_t root_up(int64_t n)
{
	int64_t r = (int64_t)sqrt((double)n);
	while (r > 0 && (r - 1) * (r - 1) >= n)
		r--;
	while (r * r < n)
		r++;
	return r;
}

/* 0.98·√n is √(49²·n) / 50. */
void median_bounds(int64_t n, int64_t *ret_low, int64_t *ret_high)
{
	int64_t away = root_up(49 * 49 * n), low = floor_div(25 * n - away, 50),
		high = 1 - floor_div(-(25 * n + away), 50);
	*ret_low = low < 1 ? 1 : low;
	*ret_high = high > n ? n : high;
}

struct placed {
	int64_t value;
	int at;
};

static int by_value(const void *a, const void *b)
{
	const struct placed *x = a, *y = b;
	return (x->value > y->value) - (x->value < y->value);
}

void ranks_twice(struct arena *a, const int64_t *values, int n, int64_t *ret)
{
	struct placed *p = ARENA_ARRAY(a, struct placed, n);
	for (int i = 0; i < n; i++)
		p[i] = (struct placed){values[i], i};
	if (n > 1)
		qsort(p, (size_t)n, sizeof p[0], by_value);
	for (int first = 0, after; first < n; first = after) {
		for (after = first + 1; after < n && p[after].value == p[first].value;)
			after++;
		for (int i = first; i < after; i++)
			ret[p[i].at] = first + 1 + after;
	}
}

/* Around their mean, which is n + 1 for twice the ranks, products of ranks sum up to
 * less than n³. */
bool spearman(struct arena *a, const int64_t *x, const int64_t *y, int n, double *ret_rho)
{
	int64_t *rx = ARENA_ARRAY(a, int64_t, n), *ry = ARENA_ARRAY(a, int64_t, n);
	int64_t xy = 0, xx = 0, yy = 0;
	ranks_twice(a, x, n, rx);
	ranks_twice(a, y, n, ry);
	for (int i = 0; i < n; i++) {
		int64_t dx = rx[i] - (n + 1), dy = ry[i] - (n + 1);
		xy += dx * dy;
		xx += dx * dx;
		yy += dy * dy;
	}
	if (xx == 0 || yy == 0)
		return false;
	*ret_rho = (double)xy / sqrt((double)xx * (double)yy);
	return true;
}

void spearman_interval(double rho, int n, double *ret_low, double *ret_high)
{
	double r = fmax(-RHO_MOST, fmin(RHO_MOST, rho));
	double half = Z_95 * sqrt((1 + r * r / 2) / (n - 3));
	*ret_low = tanh(atanh(r) - half);
	*ret_high = tanh(atanh(r) + half);
}

bool at_least_times(int64_t a, int64_t b, int64_t hundredths)
{
	return b > 0 ? 100 * a >= hundredths * b : a > 0;
}
