/* SPDX-License-Identifier: MIT */
#include "unit.h"

#include "base/rand.h"

/* The first numbers of the reference implementation for this seed. */
static void
it_is_splitmix64(void **state)
{
	struct rand rand = {1234567};

	(void)state;
	assert_true(rand_next(&rand) == UINT64_C(6457827717110365317));
	assert_true(rand_next(&rand) == UINT64_C(3203168211198807973));
	assert_true(rand_next(&rand) == UINT64_C(9817491932198370423));
	assert_true(rand_next(&rand) == UINT64_C(4593380528125082431));
	assert_true(rand_next(&rand) == UINT64_C(16408922859458223821));
}

static void
below_stays_below_and_favours_none(void **state)
{
	enum { SIDES = 6, THROWS = 60000 };
	struct rand rand = {1};
	int seen[SIDES] = {0};

	(void)state;
	for (int i = 0; i < THROWS; i++) {
		uint32_t side = rand_below(&rand, SIDES);

		assert_in_range(side, 0, SIDES - 1);
		seen[side]++;
	}
	for (int i = 0; i < SIDES; i++)
		assert_in_range(seen[i], THROWS / SIDES * 95 / 100,
		    THROWS / SIDES * 105 / 100);
}

static void
below_one_is_zero_and_the_largest_bound_works(void **state)
{
	struct rand rand = {2};
	uint32_t most = 0;

	(void)state;
	for (int i = 0; i < 1000; i++) {
		assert_int_equal(rand_below(&rand, 1), 0);
		uint32_t number = rand_below(&rand, UINT32_MAX);

		assert_true(number < UINT32_MAX);
		most = number > most ? number : most;
	}
	assert_true(most > UINT32_MAX / 10 * 9);
}

static void
units_lie_between_0_and_1(void **state)
{
	struct rand rand = {3};
	double sum = 0;

	(void)state;
	for (int i = 0; i < 10000; i++) {
		double x = rand_unit(&rand);

		assert_true(x >= 0 && x < 1);
		sum += x;
	}
	assert_true(sum > 4800 && sum < 5200);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(it_is_splitmix64),
	    cmocka_unit_test(below_stays_below_and_favours_none),
	    cmocka_unit_test(below_one_is_zero_and_the_largest_bound_works),
	    cmocka_unit_test(units_lie_between_0_and_1),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests_name("rand", tests, NULL, NULL);
}
