/* SPDX-License-Identifier: MIT */
#include <math.h>

#include "unit.h"

#include "core/contrast.h"

enum { MOST = 8 };

/*
 * Means and intervals as Welch's formulas give them, worked out apart from the
 * program with quantiles of t by numerical integration of its density.
 */
static const struct {
	int n_before, n_now;
	double before[MOST], now[MOST];
	double by, low, high;
	enum contrast_verdict verdict;
} vectors[] = {
    {5, 5, {2, 2.5, 3, 2.5, 2}, {3.5, 4, 3.75, 4.25, 3.5}, 1.40000, 0.84734,
	1.95266, CONTRAST_HIGHER},
    {5, 6, {3, 3.5, 2.5, 4, 3}, {3.5, 3, 4, 3.25, 3.75, 2.75}, 0.17500,
	-0.56305, 0.91305, CONTRAST_NOISE},
    {6, 5, {4, 4.5, 4, 5, 4.25, 4.5}, {2, 3, 2.5, 3.5, 2.25}, -1.72500,
	-2.47071, -0.97929, CONTRAST_LOWER},
    {5, 5, {1, 5, 1, 5, 1}, {3, 3, 3, 3.5, 3}, 0.50000, -2.21261, 3.21261,
	CONTRAST_NOISE},
    {7, 8, {3, 3.2, 3.1, 2.9, 3, 3.1, 2.8},
	{3.3, 3.4, 3.2, 3.5, 3.1, 3.4, 3.3, 3.4}, 0.31071, 0.16302, 0.45840,
	CONTRAST_HIGHER},
};

static struct sample
sample_of(const double *values, int n)
{
	struct sample sample = {0};

	for (int i = 0; i < n; i++)
		sample_add(&sample, values[i]);
	return sample;
}

static void
assert_near(double value, double expected, double within)
{
	if (fabs(value - expected) > within)
		print_error("%.6f is not %.6f\n", value, expected);
	assert_true(fabs(value - expected) <= within);
}

static void
the_quantile_of_t_is_that_of_the_tables(void **state)
{
	(void)state;
	assert_near(contrast_t(4), 2.776, 0.001);
	assert_near(contrast_t(5), 2.571, 0.001);
	assert_near(contrast_t(8), 2.306, 0.001);
	assert_near(contrast_t(10), 2.228, 0.001);
	assert_near(contrast_t(30), 2.042, 0.001);
	assert_near(contrast_t(120), 1.980, 0.001);
}

static void
a_sample_has_its_mean_and_variance(void **state)
{
	const double values[] = {2, 4, 4, 5};
	struct sample sample = sample_of(values, 4);

	(void)state;
	assert_int_equal(sample.n, 4);
	assert_near(sample.mean, 3.75, 1e-12);
	assert_near(sample_variance(&sample), 4.75 / 3, 1e-12);
}

static void
differences_are_those_of_welch(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(vectors) / sizeof(vectors[0]); i++) {
		struct sample before =
		    sample_of(vectors[i].before, vectors[i].n_before);
		struct sample now = sample_of(vectors[i].now, vectors[i].n_now);
		struct contrast contrast = contrast_of(&before, &now, 5);

		assert_near(contrast.by, vectors[i].by, 1e-4);
		assert_near(contrast.low, vectors[i].low, 1e-3);
		assert_near(contrast.high, vectors[i].high, 1e-3);
		assert_int_equal(contrast.verdict, vectors[i].verdict);
	}
}

static void
few_values_tell_nothing(void **state)
{
	const double low[] = {1, 1, 1, 1, 1}, high[] = {5, 5, 5, 5, 5};
	struct sample few = sample_of(low, 4), enough = sample_of(low, 5);
	struct sample now = sample_of(high, 5);

	(void)state;
	assert_int_equal(contrast_of(&few, &now, 5).verdict, CONTRAST_FEW);
	assert_int_equal(contrast_of(&now, &few, 5).verdict, CONTRAST_FEW);
	assert_int_equal(
	    contrast_of(&enough, &now, 5).verdict, CONTRAST_HIGHER);
	assert_int_equal(contrast_of(&now, &enough, 5).verdict, CONTRAST_LOWER);
	assert_near(contrast_of(&few, &now, 5).by, 4, 1e-12);
}

static void
equal_groups_do_not_differ(void **state)
{
	const double same[] = {3, 3, 3, 3, 3};
	struct sample sample = sample_of(same, 5);

	(void)state;
	assert_int_equal(
	    contrast_of(&sample, &sample, 5).verdict, CONTRAST_NOISE);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(the_quantile_of_t_is_that_of_the_tables),
	    cmocka_unit_test(a_sample_has_its_mean_and_variance),
	    cmocka_unit_test(differences_are_those_of_welch),
	    cmocka_unit_test(few_values_tell_nothing),
	    cmocka_unit_test(equal_groups_do_not_differ),
	};

	return cmocka_run_group_tests_name("contrast", tests, NULL, NULL);
}
