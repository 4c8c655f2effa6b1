/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "unit.h"

#include "base/rand.h"
#include "core/mastery.h"

static void
another_question_must_have_gone_well_since(void **state)
{
	struct mastery mastery = {0};
	int star = mastery_kin(&mastery, "behavioural", "star");

	(void)state;
	assert_false(mastery_since(&mastery, star, "q-1", 100));
	mastery_add(&mastery, star, "q-1", 200);
	assert_false(mastery_since(&mastery, star, "q-1", 100));
	assert_true(mastery_since(&mastery, star, "q-2", 100));
	mastery_add(&mastery, star, "q-2", 150);
	assert_true(mastery_since(&mastery, star, "q-1", 100));
	assert_false(mastery_since(&mastery, star, "q-1", 150));
	mastery_release(&mastery);
}

static void
another_round_or_rubric_says_nothing(void **state)
{
	struct mastery mastery = {0};
	int star = mastery_kin(&mastery, "behavioural", "star");
	int plain = mastery_kin(&mastery, "behavioural", "plain");
	int screen = mastery_kin(&mastery, "screen", "star");

	(void)state;
	assert_int_equal(mastery_kin(&mastery, "behavioural", "star"), star);
	mastery_add(&mastery, plain, "q-2", 200);
	mastery_add(&mastery, screen, "q-3", 200);
	assert_false(mastery_since(&mastery, star, "q-1", 100));
	assert_true(mastery_since(&mastery, plain, "q-1", 100));
	assert_false(mastery_since(&mastery, screen, "q-3", 100));
	mastery_release(&mastery);
}

/* Against a look at every answer, in random order and with equal times. */
static void
no_order_of_answers_changes_it(void **state)
{
	enum { ANSWERS = 24, QUESTIONS = 4, TIMES = 12, ROUNDS = 2000 };
	static const char *const questions[QUESTIONS] = {"a", "b", "c", "d"};
	struct rand rand = {3};

	(void)state;
	for (int round = 0; round < ROUNDS; round++) {
		struct mastery mastery = {0};
		int kin = mastery_kin(&mastery, "r", "s");
		uint32_t asked[ANSWERS], times[ANSWERS];
		uint32_t n = 1 + rand_below(&rand, ANSWERS);
		uint32_t question = rand_below(&rand, QUESTIONS);
		uint32_t since = rand_below(&rand, TIMES);
		bool expected = false;

		for (uint32_t i = 0; i < n; i++) {
			asked[i] = rand_below(&rand, QUESTIONS);
			times[i] = rand_below(&rand, TIMES);
			mastery_add(
			    &mastery, kin, questions[asked[i]], times[i]);
			expected = expected ||
				   (asked[i] != question && times[i] > since);
		}
		assert_int_equal(
		    mastery_since(&mastery, kin, questions[question], since),
		    expected);
		mastery_release(&mastery);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(another_question_must_have_gone_well_since),
	    cmocka_unit_test(another_round_or_rubric_says_nothing),
	    cmocka_unit_test(no_order_of_answers_changes_it),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests_name("mastery", tests, NULL, NULL);
}
