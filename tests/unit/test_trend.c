/* SPDX-License-Identifier: MIT */
#include <math.h>
#include <stdlib.h>

#include "unit.h"

#include "base/rand.h"
#include "core/trend.h"

enum { MOST = 20 };

/*
 * The slopes and intervals were worked out apart from the program, in exact
 * fractions, by the steps of scipy.stats.theilslopes with alpha 0.95.
 */
static const struct {
	int n;
	double y[MOST];
	double slope, low, high;
} vectors[] = {
    {2, {3, 4}, 1, 1, 1},
    {5, {2, 3, 4, 5, 5}, 1, 0, 1},
    {5, {5, 4, 3, 2, 1}, -1, -1, -1},
    {8, {3, 3, 3, 3, 3, 3, 3, 3}, 0, 0, 0},
    {8, {2.5, 3, 2.75, 3.25, 3.5, 3, 3.75, 4}, 17.0 / 96, 0.1, 0.25},
    {12, {2, 2.25, 2, 2.5, 2.75, 2.5, 3, 3.25, 3, 3.5, 3.25, 3.75}, 5.0 / 32,
	0.125, 5.0 / 28},
    {10, {1, 5, 1, 5, 1, 5, 1, 5, 1, 5}, 0, 0, 4.0 / 7},
    {9, {4, 3.5, 4.5, 3, 5, 2.5, 4, 3.75, 4.25}, 1.0 / 64, -0.25, 0.25},
    {20,
	{2, 2.5, 2.25, 3, 2.75, 3.25, 2.5, 3.5, 3.75, 3.25, 4, 3.75, 4.25, 4.5,
	    4, 4.75, 4.5, 5, 4.75, 5},
	0.15, 0.125, 0.175},
    {6, {10.0 / 3, 11.0 / 3, 3, 13.0 / 3, 4, 8.0 / 3}, -1.0 / 9, -5.0 / 6, 0.5},
};

static void
assert_near(double value, double expected)
{
	assert_true(fabs(value - expected) < 1e-9);
}

static void
slopes_are_those_of_theil_and_sen(void **state)
{
	struct slope slope;

	(void)state;
	for (size_t i = 0; i < sizeof(vectors) / sizeof(vectors[0]); i++) {
		assert_true(trend_slope(vectors[i].y, vectors[i].n, &slope));
		assert_near(slope.per_session, vectors[i].slope);
		assert_near(slope.low, vectors[i].low);
		assert_near(slope.high, vectors[i].high);
	}
}

/* The same once more by sorting everything, on histories of ratings. */

enum { LONG = 60, LONGEST = 700 };

static int
ascending(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

/* Σ k(k−1)(2k+5) over the groups of equal values: each value of a group of k
 * gives (k−1)(2k+5). */
static double
naive_ties(const double *y, int n)
{
	double sum = 0;

	for (int i = 0; i < n; i++) {
		int k = 0;

		for (int j = 0; j < n; j++)
			k += y[j] <= y[i] && y[j] >= y[i];
		sum += (k - 1) * (2 * k + 5);
	}
	return sum;
}

static void
check_slope(const double *y, int n)
{
	static double slopes[LONGEST * LONGEST / 2];
	int pairs = 0, low, high;
	struct slope slope;
	double reach;

	for (int j = 0; j < n; j++)
		for (int i = 0; i < j; i++)
			slopes[pairs++] = (y[j] - y[i]) / (j - i);
	qsort(slopes, (size_t)pairs, sizeof(slopes[0]), ascending);
	reach = 1.959963984540054 *
		sqrt((n * (n - 1.0) * (2 * n + 5) - naive_ties(y, n)) / 18);
	low = (int)nearbyint((pairs - reach) / 2) - 1;
	high = (int)nearbyint((pairs + reach) / 2);
	assert_true(trend_slope(y, n, &slope));
	assert_near(slope.per_session,
	    (slopes[(pairs - 1) / 2] + slopes[pairs / 2]) / 2);
	assert_near(slope.low, slopes[low > 0 ? low : 0]);
	assert_near(slope.high, slopes[high < pairs ? high : pairs - 1]);
}

static void
long_histories_have_the_same_slopes_as_sorting_gives(void **state)
{
	struct rand rand = {3};
	double y[LONG];

	(void)state;
	for (int n = 2; n <= LONG; n++) {
		for (int i = 0; i < n; i++)
			y[i] = 1 + rand_below(&rand, 13) / 3.0;
		check_slope(y, n);
		for (int i = 0; i < n; i++)
			y[i] = 1 + 4 * rand_unit(&rand);
		check_slope(y, n);
		for (int i = 0; i < n; i++)
			y[i] = i < n / 2 ? 2 : 3 - i / 100.0;
		check_slope(y, n);
	}
}

/* Of which only a part is looked at: the means of a few ratings, which tie
 * often, any values, and a history that turned round. */
static void
very_long_histories_too(void **state)
{
	struct rand rand = {4};
	double y[LONGEST];

	(void)state;
	for (int n = 290; n <= LONGEST; n += 41) {
		for (int i = 0; i < n; i++)
			y[i] = 1 + rand_below(&rand, 9) / 2.0;
		check_slope(y, n);
		for (int i = 0; i < n; i++)
			y[i] = 3 + i / 1000.0 + rand_unit(&rand);
		check_slope(y, n);
		for (int i = 0; i < n; i++)
			y[i] = i < n / 2 ? 1 : 5;
		check_slope(y, n);
		for (int i = 0; i < n; i++)
			y[i] = 4;
		check_slope(y, n);
	}
}

/* Of thousands of ratings most slopes are 0: exactly, as a word hangs on it. */
static void
no_slope_is_exactly_none(void **state)
{
	enum { SESSIONS = 4000 };
	struct rand rand = {5};
	struct slope slope;
	double y[SESSIONS];

	(void)state;
	for (int i = 0; i < SESSIONS; i++)
		y[i] = 1 + rand_below(&rand, 5);
	assert_true(trend_slope(y, SESSIONS, &slope));
	assert_true(slope.per_session == 0 && !signbit(slope.per_session));
	assert_true(slope.low == 0 && slope.high == 0);
	assert_string_equal(slope_word(&slope), "no clear trend");
	for (int i = 0; i < SESSIONS; i++)
		y[i] = 1 + i / 1000.0;
	assert_true(trend_slope(y, SESSIONS, &slope));
	assert_near(slope.per_session, 0.001);
	assert_near(slope.low, 0.001);
	assert_string_equal(slope_word(&slope), "rising");
}

static void
one_value_has_no_slope(void **state)
{
	const double y[] = {3};
	struct slope slope;

	(void)state;
	assert_false(trend_slope(y, 1, &slope));
	assert_false(trend_slope(y, 0, &slope));
}

/* Turned round, a rise is a fall of the same size. */
static void
slopes_mirror(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(vectors) / sizeof(vectors[0]); i++) {
		double turned[MOST];
		struct slope slope;

		for (int k = 0; k < vectors[i].n; k++)
			turned[k] = 6 - vectors[i].y[k];
		assert_true(trend_slope(turned, vectors[i].n, &slope));
		assert_near(slope.per_session, -vectors[i].slope);
	}
}

/* 0.3 of the new value and 0.7 of what was, by hand. */
static void
the_smoothed_line_starts_at_the_first_value(void **state)
{
	const double y[] = {2, 3, 4, 5, 5};
	const double expected[] = {2, 2.3, 2.81, 3.467, 3.9269};
	double out[5];

	(void)state;
	trend_ewma(y, 5, 0.3, out);
	for (int i = 0; i < 5; i++)
		assert_near(out[i], expected[i]);
}

static void
the_smoothed_line_of_one_value_is_that_value(void **state)
{
	const double y[] = {4};
	double out = 0;

	(void)state;
	trend_ewma(y, 1, 0.3, &out);
	assert_near(out, 4);
}

static void
means_are_means(void **state)
{
	const double y[] = {1, 2, 3, 5};

	(void)state;
	assert_near(trend_mean(y, 4), 2.75);
	assert_near(trend_mean(y, 1), 1);
	assert_near(trend_mean(y, 0), 0);
}

static void
the_change_is_against_the_values_before(void **state)
{
	const double y[] = {1, 2, 3, 4, 5, 4};

	(void)state;
	assert_near(trend_change(y, 1, 5), 0);
	assert_near(trend_change(y, 2, 5), 1);
	assert_near(trend_change(y, 6, 5), 4 - 3.0);
	assert_near(trend_change(y, 6, 2), 4 - 4.5);
	assert_near(trend_change(y, 6, 1), -1);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(slopes_are_those_of_theil_and_sen),
	    cmocka_unit_test(
		long_histories_have_the_same_slopes_as_sorting_gives),
	    cmocka_unit_test(very_long_histories_too),
	    cmocka_unit_test(no_slope_is_exactly_none),
	    cmocka_unit_test(one_value_has_no_slope),
	    cmocka_unit_test(slopes_mirror),
	    cmocka_unit_test(the_smoothed_line_starts_at_the_first_value),
	    cmocka_unit_test(the_smoothed_line_of_one_value_is_that_value),
	    cmocka_unit_test(means_are_means),
	    cmocka_unit_test(the_change_is_against_the_values_before),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests_name("trend", tests, NULL, NULL);
}
