/* SPDX-License-Identifier: MIT */
#include <math.h>

#include "unit.h"

#include "base/rand.h"
#include "core/drift.h"

static void
assert_near(double value, double expected)
{
	assert_true(fabs(value - expected) < 1e-12);
}

static void
nothing_rated_twice_is_no_drift(void **state)
{
	struct drift none = {0};
	struct rules rules = rules_built_in();

	(void)state;
	assert_near(drift_mean(&none), 0);
	assert_near(drift_spread(&none), 0);
	assert_false(drift_shown(&rules, &none));
}

/* −1, −1, +2, 0: the mean is 0, and yet they are 1 apart. */
static void
drift_has_a_sign_and_spread_has_none(void **state)
{
	struct drift drift = {0};

	(void)state;
	drift_add(&drift, 5, 4);
	drift_add(&drift, 3, 2);
	assert_near(drift_mean(&drift), -1);
	assert_near(drift_spread(&drift), 1);
	drift_add(&drift, 2, 4);
	drift_add(&drift, 4, 4);
	assert_int_equal(drift.n, 4);
	assert_near(drift_mean(&drift), 0);
	assert_near(drift_spread(&drift), 1);
}

/* Again from all pairs at once, as the formula in the header stands. */
static void
it_is_the_formula(void **state)
{
	enum { ROUNDS = 200, MOST = 30 };
	struct rand rand = {7};

	(void)state;
	for (int i = 0; i < ROUNDS; i++) {
		struct drift drift = {0}, one = {0}, two = {0};
		int n = 1 + (int)rand_below(&rand, MOST);
		double mean = 0, spread = 0;

		for (int p = 0; p < n; p++) {
			int from = 1 + (int)rand_below(&rand, 5);
			int to = 1 + (int)rand_below(&rand, 5);

			mean += (double)(to - from) / n;
			spread += fabs((double)(to - from)) / n;
			drift_add(&drift, from, to);
			drift_add(p % 3 == 0 ? &one : &two, from, to);
		}
		assert_near(drift_mean(&drift), mean);
		assert_near(drift_spread(&drift), spread);
		drift_join(&one, &two);
		assert_memory_equal(&one, &drift, sizeof(drift));
	}
}

static void
the_rule_says_from_how_many_it_is_shown(void **state)
{
	struct rules rules = rules_built_in();
	struct drift drift = {.n = 4};

	(void)state;
	assert_false(drift_shown(&rules, &drift));
	drift.n = 5;
	assert_true(drift_shown(&rules, &drift));
	assert_true(rules_set(&rules, "drift_answers", 6));
	assert_false(drift_shown(&rules, &drift));
}

static void
assert_pair(enum drift_of of, int from, int to, const char *expected)
{
	char text[DRIFT_WORDS];

	drift_pair_text(text, of, from, to);
	assert_string_equal(text, expected);
}

static void
a_pair_is_told_in_words(void **state)
{
	(void)state;
	assert_pair(DRIFT_COLD, 5, 4, "1 higher when it was fresh");
	assert_pair(DRIFT_COLD, 1, 4, "3 lower when it was fresh");
	assert_pair(DRIFT_COLD, 3, 3, "the same both times");
	assert_pair(DRIFT_REFERENCE, 2, 4, "2 above the reference");
	assert_pair(DRIFT_REFERENCE, 4, 3, "1 under the reference");
	assert_pair(DRIFT_REFERENCE, 4, 4, "as the reference");
	assert_pair(DRIFT_PEER, 4, 3, "1 lower than you");
	assert_pair(DRIFT_PEER, 1, 3, "2 higher than you");
	assert_pair(DRIFT_PEER, 3, 3, "as you");
}

static void
assert_mean(enum drift_of of, struct drift drift, const char *expected)
{
	char text[DRIFT_WORDS];

	drift_mean_text(text, of, &drift);
	assert_string_equal(text, expected);
}

static void
so_are_many(void **state)
{
	(void)state;
	assert_mean(
	    DRIFT_COLD, (struct drift){4, -1, 1}, "0.25 higher when fresh");
	assert_mean(
	    DRIFT_COLD, (struct drift){3, 2, 2}, "0.67 lower when fresh");
	assert_mean(
	    DRIFT_COLD, (struct drift){6, 0, 6}, "no higher when fresh");
	assert_mean(DRIFT_REFERENCE, (struct drift){4, 6, 6},
	    "1.50 above the reference");
	assert_mean(DRIFT_REFERENCE, (struct drift){4, -6, 6},
	    "1.50 under the reference");
	assert_mean(
	    DRIFT_REFERENCE, (struct drift){0}, "level with the reference");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(nothing_rated_twice_is_no_drift),
	    cmocka_unit_test(drift_has_a_sign_and_spread_has_none),
	    cmocka_unit_test(it_is_the_formula),
	    cmocka_unit_test(the_rule_says_from_how_many_it_is_shown),
	    cmocka_unit_test(a_pair_is_told_in_words),
	    cmocka_unit_test(so_are_many),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests_name("drift", tests, NULL, NULL);
}
