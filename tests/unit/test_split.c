/* SPDX-License-Identifier: MIT */
#include <locale.h>

#include "core/rules.h"
#include "core/split.h"
#include "unit.h"

enum { KEY_SIZE = 16 };

static char star_keys[][KEY_SIZE] = {"situation", "task", "action", "result"};

static struct rubric
rubric_of(char (*keys)[KEY_SIZE], const int *weights, size_t n)
{
	struct rubric rubric = {.n = n};

	for (size_t i = 0; i < n; i++) {
		rubric.signals[i].key = keys[i];
		rubric.signals[i].weight = (int64_t)weights[i] * SCORE_UNIT;
	}
	return rubric;
}

static void
star_goes_by_its_own_shares(void **state)
{
	const int weights[] = {1, 2, 3, 4};
	struct rubric star = rubric_of(star_keys, weights, 4);

	(void)state;
	assert_float_equal(split_target_s(&star, 0, 180), 36, 1e-9);
	assert_float_equal(split_target_s(&star, 1, 180), 18, 1e-9);
	assert_float_equal(split_target_s(&star, 2, 180), 108, 1e-9);
	assert_float_equal(split_target_s(&star, 3, 180), 18, 1e-9);
}

static void
another_rubric_goes_by_its_weights(void **state)
{
	char keys[][KEY_SIZE] = {"problem", "process", "payoff"};
	const int weights[] = {2, 3, 3};
	struct rubric rubric = rubric_of(keys, weights, 3);

	(void)state;
	assert_float_equal(split_target_s(&rubric, 0, 160), 40, 1e-9);
	assert_float_equal(split_target_s(&rubric, 1, 160), 60, 1e-9);
	assert_float_equal(split_target_s(&rubric, 2, 160), 60, 1e-9);
}

static void
star_in_another_order_is_another_rubric(void **state)
{
	char keys[][KEY_SIZE] = {"task", "situation", "action", "result"};
	const int weights[] = {1, 1, 1, 1};
	struct rubric rubric = rubric_of(keys, weights, 4);

	(void)state;
	assert_float_equal(split_target_s(&rubric, 2, 100), 25, 1e-9);
}

static void
only_the_four_of_a_story_are_one(void **state)
{
	const int weights[] = {1, 1, 1, 1};
	struct rubric star = rubric_of(star_keys, weights, 4);
	struct rubric three = rubric_of(star_keys, weights, 3);

	(void)state;
	assert_true(split_is_star(&star));
	assert_false(split_is_star(&three));
}

static void
the_seconds_of_a_section_are_found_by_its_signal(void **state)
{
	static const char splits[] = "task:8|tasks:9|action:0|result:2.5";

	(void)state;
	assert_float_equal(split_used_s(splits, "task"), 8, 1e-9);
	assert_float_equal(split_used_s(splits, "tasks"), 9, 1e-9);
	assert_float_equal(split_used_s(splits, "action"), 0, 1e-9);
	assert_float_equal(split_used_s(splits, "result"), 2.5, 1e-9);
	assert_true(split_used_s(splits, "tas") < 0);
	assert_true(split_used_s("", "task") < 0);
	assert_true(split_used_s("task:soon", "task") < 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(star_goes_by_its_own_shares),
	    cmocka_unit_test(another_rubric_goes_by_its_weights),
	    cmocka_unit_test(star_in_another_order_is_another_rubric),
	    cmocka_unit_test(only_the_four_of_a_story_are_one),
	    cmocka_unit_test(the_seconds_of_a_section_are_found_by_its_signal),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests_name("split", tests, NULL, NULL);
}
