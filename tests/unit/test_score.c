/* SPDX-License-Identifier: MIT */
#include <math.h>

#include "unit.h"

#include "core/rules.h"
#include "core/score.h"

static void
assert_score(struct score score, int64_t num, int64_t den)
{
	assert_int_equal(score.num, num);
	assert_int_equal(score.den, den);
}

static void
scores_are_in_lowest_terms(void **state)
{
	(void)state;
	assert_score(score_of(35, 10), 7, 2);
	assert_score(score_of(4, 1), 4, 1);
	assert_score(score_of(10, 5), 2, 1);
	assert_score(score_of(0, 5), 0, 1);
	assert_score(score_of(INT64_MAX, INT64_MAX), 1, 1);
}

static void
no_score_is_no_score(void **state)
{
	(void)state;
	assert_false(score_exists(SCORE_NONE));
	assert_true(score_exists(score_of(0, 1)));
}

static int
sign(int64_t value)
{
	return (value > 0) - (value < 0);
}

static void
small_fractions_compare_as_cross_products(void **state)
{
	enum { MOST = 13 };

	(void)state;
	for (int a = 0; a <= MOST; a++)
		for (int b = 1; b <= MOST; b++)
			for (int c = 0; c <= MOST; c++)
				for (int d = 1; d <= MOST; d++)
					assert_int_equal(
					    sign(score_compare(score_of(a, b),
						score_of(c, d))),
					    sign(a * d - c * b));
}

/* 1 − 1/m is more than 1 − 1/(m − 1); their cross products do not fit. */
static void
huge_fractions_compare_exactly(void **state)
{
	const int64_t m = INT64_MAX;
	struct score a = {m - 1, m}, b = {m - 2, m - 1};

	(void)state;
	assert_true(score_compare(a, b) > 0);
	assert_true(score_compare(b, a) < 0);
	assert_int_equal(score_compare(a, a), 0);
}

static void
the_bar_itself_is_met(void **state)
{
	(void)state;
	assert_int_equal(score_compare_units(score_of(7, 2), 35000), 0);
	assert_int_equal(score_compare_units(score_of(35, 10), 35000), 0);
	assert_true(score_compare_units(score_of(34999, 10000), 35000) < 0);
	assert_true(
	    score_compare_units(score_of(3499999999, 1000000000), 35000) < 0);
	assert_true(
	    score_compare_units(score_of(3500000001, 1000000000), 35000) > 0);
}

static struct score
mean_of(const struct score *scores, int n)
{
	struct score_sum sum = {0};

	for (int i = 0; i < n; i++)
		score_add(&sum, scores[i]);
	return score_mean(&sum);
}

static void
means_are_exact(void **state)
{
	/* (10/3 + 11/3) / 2 and (23/7 + 26/7 + 7/2) / 3 are both 3.5. */
	const struct score thirds[] = {{10, 3}, {11, 3}};
	const struct score sevenths[] = {{23, 7}, {26, 7}, {7, 2}};
	const struct score below[] = {{10, 3}, {11, 3}, {34999, 10000}};

	(void)state;
	assert_score(mean_of(thirds, 2), 7, 2);
	assert_score(mean_of(sevenths, 3), 7, 2);
	assert_true(score_compare_units(mean_of(below, 3), 35000) < 0);
}

static void
a_mean_of_many_stays_exact(void **state)
{
	struct score_sum sum = {0};

	(void)state;
	for (int i = 0; i < 100000; i++)
		score_add(&sum, score_of(i % 2 == 0 ? 10 : 11, 3));
	assert_score(score_mean(&sum), 7, 2);
}

static void
nothing_has_no_mean(void **state)
{
	struct score_sum sum = {0};

	(void)state;
	assert_false(score_exists(score_mean(&sum)));
}

/* The product of these primes needs more than 63 bits. */
static void
a_mean_beyond_63_bits_is_rounded(void **state)
{
	static const int64_t primes[] = {
	    9973, 9967, 9949, 9941, 9931, 9929, 9923};
	enum { N = sizeof(primes) / sizeof(primes[0]) };
	struct score_sum sum = {0};
	double naive = 0;
	struct score mean;

	(void)state;
	for (int i = 0; i < N; i++) {
		score_add(&sum, score_of(3 * primes[i] + i, primes[i]));
		naive += 3 + (double)i / (double)primes[i];
	}
	mean = score_mean(&sum);
	assert_true(mean.den > 0);
	assert_true(fabs(score_value(mean) - naive / N) < 1e-9);
}

static void
values_are_for_display(void **state)
{
	(void)state;
	assert_true(fabs(score_value(score_of(10, 3)) - 10.0 / 3) < 1e-15);
	assert_true(fabs(score_value(score_of(7, 2)) - 3.5) < 1e-15);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(scores_are_in_lowest_terms),
	    cmocka_unit_test(no_score_is_no_score),
	    cmocka_unit_test(small_fractions_compare_as_cross_products),
	    cmocka_unit_test(huge_fractions_compare_exactly),
	    cmocka_unit_test(the_bar_itself_is_met),
	    cmocka_unit_test(means_are_exact),
	    cmocka_unit_test(a_mean_of_many_stays_exact),
	    cmocka_unit_test(nothing_has_no_mean),
	    cmocka_unit_test(a_mean_beyond_63_bits_is_rounded),
	    cmocka_unit_test(values_are_for_display),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests_name("score", tests, NULL, NULL);
}
