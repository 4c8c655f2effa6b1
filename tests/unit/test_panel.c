/* SPDX-License-Identifier: MIT */
/* One answer judged by several raters together. */
#include <stdlib.h>

#include "unit.h"

#include "base/rand.h"
#include "core/verdict.h"

enum { SIGNALS = 3 };

static char key_a[] = "a", key_b[] = "b", key_c[] = "c";

static const struct rubric rubric = {
    .metric = true,
    .n = SIGNALS,
    .signals =
	{
	    {.key = key_a, .weight = 10000},
	    {.key = key_b, .weight = 10000},
	    {.key = key_c, .weight = 20000},
	},
};

static struct judged
judge(const int (*ratings)[RUBRIC_SIGNALS], int n, bool metric_given)
{
	struct rules rules = rules_built_in();

	return verdict_panel(&rules, &rubric, ratings, n, metric_given);
}

static void
the_overall_is_the_mean_of_the_raters(void **state)
{
	/* 5 and 2: exactly the bar. */
	const int ratings[][RUBRIC_SIGNALS] = {{5, 5, 5}, {2, 2, 2}};
	struct judged judged = judge(ratings, 2, true);

	(void)state;
	assert_int_equal(judged.overall.num, 7);
	assert_int_equal(judged.overall.den, 2);
	assert_int_equal(judged.verdict, VERDICT_HIRE);
	assert_int_equal(judged.caps, 0);
}

static void
a_single_1_of_anyone_caps(void **state)
{
	const int ratings[][RUBRIC_SIGNALS] = {{5, 5, 5}, {1, 5, 5}, {5, 5, 5}};
	struct judged judged = judge(ratings, 3, true);

	(void)state;
	assert_int_equal(judged.verdict, VERDICT_REINTERVIEW);
	assert_int_equal(judged.caps, CAP_SINGLE_ONE);
	assert_int_equal(judged.limiting, 0);
}

static void
a_missing_metric_caps(void **state)
{
	const int ratings[][RUBRIC_SIGNALS] = {{5, 5, 5}};
	struct judged judged = judge(ratings, 1, false);

	(void)state;
	assert_int_equal(judged.verdict, VERDICT_REINTERVIEW);
	assert_int_equal(judged.caps, CAP_NO_METRIC);
}

static void
whoever_left_something_out_is_left_out(void **state)
{
	const int ratings[][RUBRIC_SIGNALS] = {{1, 1, 0}, {4, 4, 4}, {0, 0, 0}};
	struct judged judged = judge(ratings, 3, true);

	(void)state;
	assert_int_equal(judged.verdict, VERDICT_HIRE);
	assert_int_equal(judged.overall.num, 4);
	assert_int_equal(judged.overall.den, 1);
	judged = judge(ratings, 1, true);
	assert_int_equal(judged.verdict, VERDICT_NONE);
	assert_int_equal(judged.limiting, -1);
	assert_int_equal(judge(ratings, 0, true).verdict, VERDICT_NONE);
}

/* b is rated lowest by most, but a has the lowest mean. */
static void
the_lowest_mean_limits(void **state)
{
	const int ratings[][RUBRIC_SIGNALS] = {{4, 3, 5}, {4, 3, 5}, {2, 5, 5}};

	(void)state;
	assert_int_equal(judge(ratings, 3, true).limiting, 0);
}

static void
one_rater_judges_as_alone(void **state)
{
	struct rules rules = rules_built_in();
	struct rand rand = {11};

	(void)state;
	for (int i = 0; i < 3000; i++) {
		int ratings[1][RUBRIC_SIGNALS] = {0};
		bool given = rand_below(&rand, 2) == 0;
		struct judged alone, panel;

		for (int s = 0; s < SIGNALS; s++)
			ratings[0][s] = (int)rand_below(&rand, 6);
		alone = verdict_answer(&rules, &rubric, ratings[0], given);
		panel = judge((const int(*)[RUBRIC_SIGNALS])ratings, 1, given);
		assert_int_equal(panel.verdict, alone.verdict);
		assert_int_equal(panel.caps, alone.caps);
		assert_int_equal(panel.limiting, alone.limiting);
		assert_int_equal(panel.overall.num, alone.overall.num);
		assert_int_equal(panel.overall.den, alone.overall.den);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(the_overall_is_the_mean_of_the_raters),
	    cmocka_unit_test(a_single_1_of_anyone_caps),
	    cmocka_unit_test(a_missing_metric_caps),
	    cmocka_unit_test(whoever_left_something_out_is_left_out),
	    cmocka_unit_test(the_lowest_mean_limits),
	    cmocka_unit_test(one_rater_judges_as_alone),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests_name("panel", tests, NULL, NULL);
}
