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

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(star_goes_by_its_own_shares),
	    cmocka_unit_test(another_rubric_goes_by_its_weights),
	    cmocka_unit_test(star_in_another_order_is_another_rubric),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests_name("split", tests, NULL, NULL);
}
