/* The arithmetic of "the same treatment" (model 5.4), against its worked examples and
 * against what can be counted exactly. */
#include "base/stats.h"

#include <math.h>
#include <stdlib.h>

#include "tap.h"

static void is_near(double got, double want, double within, const char *what)
{
	if (!ok(fabs(got - want) <= within, what))
		printf("#  got %.9f\n# want %.9f\n", got, want);
}

static void spearman_is(const int64_t *x, const int64_t *y, int n, double rho, double low, double high)
{
	struct arena *a = arena_new();
	double r = 0, from, to;
	ok(spearman(a, x, y, n, &r), "there is one");
	is_near(r, rho, 0.0005, "rho");
	spearman_interval(r, n, &from, &to);
	is_near(from, low, 0.0005, "from");
	is_near(to, high, 0.0005, "to");
	arena_free(a);
}

/* Revenue in thousands, and tenths of an hour waited. */
TEST(examples)
{
	const int64_t v[] = {120, 95, 80, 60, 45, 30, 22, 15, 9, 4};
	spearman_is(v, (const int64_t[]){20, 35, 30, 40, 55, 50, 70, 65, 90, 80}, 10, -0.952, -0.992, -0.742);
	spearman_is(v, (const int64_t[]){40, 55, 30, 60, 45, 50, 35, 65, 42, 52}, 10, -0.200, -0.740, 0.497);
}

/* The example of R's statpsych::ci.spear. */
TEST(fifteen_pairs)
{
	const int64_t y[] = {21, 4, 9, 12, 35, 18, 10, 22, 24, 1, 6, 8, 13, 16, 19},
		      x[] = {67, 28, 30, 28, 52, 40, 25, 37, 44, 10, 14, 20, 28, 40, 51};
	struct arena *a = arena_new();
	double r = 0, low, high;
	ok(spearman(a, x, y, 15, &r), "there is one");
	is_near(r, 0.86996, 0.000005, "rho");
	spearman_interval(r, 15, &low, &high);
	is_near(low, 0.58410, 0.000005, "from");
	is_near(high, 0.96383, 0.000005, "to");
	arena_free(a);
}

TEST(the_same_order_and_the_other_way_round)
{
	struct arena *a = arena_new();
	const int64_t up[] = {1, 2, 2, 3, 5, 8, 13, 21}, down[] = {9, 8, 8, 7, 6, 5, 4, -3};
	double r = 0, low, high;
	for (int n = 2; n <= 8; n++) {
		ok(spearman(a, up, up, n, &r) && r == 1, "1, exactly");
		ok(spearman(a, up, down, n, &r) && r == -1, "-1, exactly");
	}
	for (int n = 7; n <= 8; n++) {
		spearman_interval(1, n, &low, &high);
		ok(low > 0.9 && low < high && high < 1, "an interval with a width");
		spearman_interval(-1, n, &low, &high);
		ok(low > -1 && low < high && high < -0.9, "on the other side too");
	}
	arena_free(a);
}

TEST(nothing_to_compare)
{
	struct arena *a = arena_new();
	const int64_t same[] = {4, 4, 4, 4}, other[] = {1, 2, 3, 4};
	double r = 7;
	ok(!spearman(a, same, other, 4, &r) && !spearman(a, other, same, 4, &r), "all are the same");
	ok(r == 7, "untouched");
	arena_free(a);
}

TEST(medians)
{
	is_int(median_twice((const int64_t[]){7}, 1), 14, "one");
	is_int(median_twice((const int64_t[]){2, 5}, 2), 7, "two: a half");
	is_int(median_twice((const int64_t[]){2, 5, 90}, 3), 10, "three");
	is_int(median_twice((const int64_t[]){1, 2, 4, 90}, 4), 6, "four");
}

static void bounds_are(int64_t n, int64_t low, int64_t high)
{
	int64_t from, to;
	median_bounds(n, &from, &to);
	is_int(from, low, "from");
	is_int(to, high, "to");
}

TEST(bounds_of_medians)
{
	bounds_are(1, 1, 1);
	bounds_are(2, 1, 2);
	bounds_are(10, 1, 10);
	bounds_are(12, 2, 11);
	bounds_are(15, 3, 13);
	bounds_are(18, 4, 15);
	bounds_are(24, 7, 18);
	bounds_are(30, 9, 22);
	bounds_are(2500, 1201, 1300); /* nothing is rounded there: 1250 ∓ 49, and one more */
}

/* The greatest low with 49·√n ≤ 25n − 50·low, and the least high: whole numbers only. */
TEST(bounds_by_counting)
{
	int wrong = 0;
	for (int64_t n = 1; n <= 3000; n++) {
		int64_t from, to, low = 0, high = n / 2;
		median_bounds(n, &from, &to);
		while (25 * n - 50 * (low + 1) >= 0 &&
		       2401 * n <= (25 * n - 50 * (low + 1)) * (25 * n - 50 * (low + 1)))
			low++;
		while (50 * (high - 1) < 25 * n ||
		       (50 * (high - 1) - 25 * n) * (50 * (high - 1) - 25 * n) < 2401 * n)
			high++;
		wrong += from != (low < 1 ? 1 : low) || to != (high > n ? n : high);
	}
	is_int(wrong, 0, "as counted, up to three thousand");
}

/* ---- any numbers, many of them the same ------------------------------------------ */

#define PAIRS 40
#define ROUNDS 3000

static unsigned seed = 4;

static int some_pairs(int64_t *x, int64_t *y)
{
	int n = 2 + rand_r(&seed) % (PAIRS - 1), kinds = 1 + rand_r(&seed) % 50;
	for (int i = 0; i < n; i++) {
		x[i] = rand_r(&seed) % kinds - kinds / 2;
		y[i] = rand_r(&seed) % kinds * (rand_r(&seed) % 3 ? 1 : x[i]);
	}
	return n;
}

/* Twice the rank: of those below each counts twice, of those alike once, and one. */
static int64_t rank_by_counting(const int64_t *v, int n, int i)
{
	int64_t twice = 1;
	for (int k = 0; k < n; k++)
		twice += v[k] < v[i] ? 2 : v[k] == v[i];
	return twice;
}

TEST(ranks_by_counting)
{
	struct arena *a = arena_new();
	int64_t x[PAIRS], y[PAIRS], r[PAIRS], wrong = 0;
	for (int round = 0; round < ROUNDS; round++) {
		int n = some_pairs(x, y);
		ranks_twice(a, y, n, r);
		for (int i = 0; i < n; i++)
			wrong += r[i] != rank_by_counting(y, n, i);
		arena_reset(a);
	}
	is_int(wrong, 0, "each is its rank");
	arena_free(a);
}

/* ρ from its definition in whole numbers: n·Σxy − Σx·Σy over the root of the product of
 * n·Σx² − (Σx)² and the same of y.  ρ² is compared as a fraction. */
TEST(rho_by_whole_numbers)
{
	struct arena *a = arena_new();
	int64_t x[PAIRS], y[PAIRS], wrong = 0, undefined = 0;
	for (int round = 0; round < ROUNDS; round++) {
		int n = some_pairs(x, y);
		int64_t sx = 0, sy = 0, sxx = 0, syy = 0, sxy = 0;
		for (int i = 0; i < n; i++) {
			int64_t rx = rank_by_counting(x, n, i), ry = rank_by_counting(y, n, i);
			sx += rx, sy += ry, sxx += rx * rx, syy += ry * ry, sxy += rx * ry;
		}
		int64_t top = n * sxy - sx * sy, left = n * sxx - sx * sx, right = n * syy - sy * sy;
		double rho = 0;
		bool defined = spearman(a, x, y, n, &rho);
		undefined += !defined;
		wrong += defined != (left > 0 && right > 0);
		if (defined) {
			long double square = (long double)top * (long double)top / left / right;
			wrong += fabsl(square - (long double)rho * (long double)rho) > 1e-15L;
			wrong += (top > 0) != (rho > 0) || (top < 0) != (rho < 0) || fabs(rho) > 1;
			wrong += (square == 1) != (fabs(rho) == 1);
		}
		arena_reset(a);
	}
	is_int(wrong, 0, "as the whole numbers say");
	ok(undefined > 0 && undefined < ROUNDS / 2, "of some there is none");
	arena_free(a);
}

/* Without any alike it is 1 − 6·Σd² / (n³ − n). */
TEST(rho_by_differences)
{
	struct arena *a = arena_new();
	int64_t x[PAIRS], y[PAIRS], wrong = 0;
	for (int round = 0; round < ROUNDS; round++) {
		int n = 2 + rand_r(&seed) % (PAIRS - 1);
		int64_t squares = 0;
		for (int i = 0; i < n; i++) {
			int k = rand_r(&seed) % (i + 1); /* a shuffle */
			x[i] = i + 1;
			y[i] = y[k];
			y[k] = i + 1;
		}
		for (int i = 0; i < n; i++)
			squares += (x[i] - y[i]) * (x[i] - y[i]);
		double rho = 0, all = (double)n * n * n - n;
		wrong += !spearman(a, x, y, n, &rho) || fabs(rho - (1 - 6 * (double)squares / all)) > 1e-12;
		arena_reset(a);
	}
	is_int(wrong, 0, "as the differences say");
	arena_free(a);
}

TEST(medians_by_counting)
{
	int64_t v[PAIRS], y[PAIRS], wrong = 0;
	for (int round = 0; round < ROUNDS; round++) {
		int n = some_pairs(v, y), below = 0, above = 0;
		numbers_sort(v, n);
		int64_t twice = median_twice(v, n);
		for (int i = 0; i < n; i++) {
			wrong += i > 0 && v[i - 1] > v[i];
			below += 2 * v[i] < twice;
			above += 2 * v[i] > twice;
		}
		wrong += below > n / 2 || above > n / 2;
	}
	is_int(wrong, 0, "no more than half on either side");
}

TEST(times)
{
	ok(at_least_times(150, 100, 150), "one and a half times");
	ok(!at_least_times(149, 100, 150), "not quite");
	ok(at_least_times(61, 39, 150), "6.1 h against 3.9 h");
	ok(at_least_times(1, 0, 150) && !at_least_times(0, 0, 150), "of nothing, only something");
}

TEST_MAIN()
