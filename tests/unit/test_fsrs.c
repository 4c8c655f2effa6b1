/* SPDX-License-Identifier: MIT */
#include <math.h>
#include <stdlib.h>

#include "unit.h"

#include "base/rand.h"
#include "core/fsrs.h"

/*
 * Reviews as `grade+days`, the days since the one before; then stability,
 * difficulty, the chance of recall so many days later, and the interval.
 * Worked out apart from the program, in Python, from the published formulas.
 */
static const struct {
	const char *reviews;
	double stability, difficulty;
	int64_t later;
	double recall;
	int interval;
} vectors[] = {
    {"1 3+0 3+0", 0.284206359, 6.390941324, 365, 0.332598945, 1},
    {"4", 8.295600000, 1.000000000, 40, 0.764058904, 8},
    {"2 1+1 1+1 1+1 1+1 1+1 1+1", 0.018585243, 9.971859490, 3, 0.457552626, 1},
    {"4 4+0 4+0 4+0", 29.565090954, 1.000000000, 3, 0.985482940, 30},
    {"1 1+0 1+0 1+0 1+0 1+0 1+0 1+0 1+0 1+0 1+0 1+0", 0.001000000, 9.977978461,
	10, 0.242394318, 1},
    {"4 4+400 4+4000 4+20000", 32087.228450421, 1.000000000, 0, 1.000000000,
	32087},
    {"4 4+400 4+4000 4+36500 4+36500", 104795.326255252, 1.000000000, 40,
	0.999942312, 36500},
    {"4 3+60 2+60 2+5 1+5", 4.124037493, 8.673476752, 365, 0.501578648, 4},
    {"2 3+1 4+3", 19.950595988, 3.450927790, 10, 0.940226233, 20},
    {"2 3+0 3+0 1+60", 0.710500573, 8.372137890, 10, 0.660016562, 1},
    {"4 3+3 4+60 3+3", 281.926769460, 1.000000000, 3, 0.998401009, 282},
    {"2 3+1", 4.546029441, 5.102286904, 365, 0.509078968, 5},
    {"4 1+60 4+3 1+21 3+8", 6.242943716, 8.663178985, 10, 0.864529435, 6},
    {"4 4+2 4+34 3+0 4+0", 268.319892110, 1.000000000, 1, 0.999437792, 268},
    {"3 1+1 2+200 1+1 3+2 3+5", 5.039693728, 9.383495903, 1, 0.972963375, 5},
    {"1 1+200 4+2", 2.139359444, 8.392655418, 3, 0.875145598, 2},
    {"3 1+1", 0.571299179, 7.394502741, 365, 0.370360992, 1},
    {"1 1+0 3+5 2+60 3+0 3+13 1+1", 1.232119635, 9.707774202, 0, 1.000000000,
	1},
    {"1 3+0", 0.246689188, 6.402115069, 40, 0.457236818, 1},
    {"2 1+8 4+34", 8.822087681, 7.822074896, 3, 0.956604657, 9},
    {"4 3+3 4+0 1+13", 2.454557973, 7.026989569, 365, 0.463339984, 2},
    {"1 3+5", 3.173686542, 6.402115069, 1, 0.959341226, 3},
    {"2 3+1 1+21 3+8 4+2", 10.642731648, 7.800200447, 365, 0.578938626, 11},
};

enum { VECTORS = sizeof(vectors) / sizeof(vectors[0]) };

static struct fsrs_state
replay(const char *reviews)
{
	struct fsrs_state state;
	char *at;

	state = fsrs_review(NULL, (enum fsrs_grade)strtol(reviews, &at, 10), 0);
	while (*at != '\0') {
		enum fsrs_grade grade = (enum fsrs_grade)strtol(at, &at, 10);
		int64_t days = strtol(at, &at, 10);

		state = fsrs_review(&state, grade, days);
	}
	return state;
}

static void
assert_near(double value, double expected)
{
	double off = 1e-6 * fmax(1, fabs(expected));

	if (fabs(value - expected) >= off)
		print_error("%.9f, expected %.9f\n", value, expected);
	assert_true(fabs(value - expected) < off);
}

static void
the_published_vector(void **state)
{
	struct fsrs_state reached = replay("1 3+0 3+1 3+3 3+8 3+21");

	(void)state;
	assert_true(fabs(reached.stability - 53.62691) < 1e-4);
	assert_true(fabs(reached.difficulty - 6.3574867) < 1e-4);
}

static void
replays_are_those_of_the_formulas(void **state)
{
	(void)state;
	for (int i = 0; i < VECTORS; i++) {
		struct fsrs_state reached = replay(vectors[i].reviews);

		assert_near(reached.stability, vectors[i].stability);
		assert_near(reached.difficulty, vectors[i].difficulty);
		assert_near(fsrs_retrievability(&reached, vectors[i].later),
		    vectors[i].recall);
		assert_int_equal(
		    fsrs_interval_days(&reached), vectors[i].interval);
	}
}

static void
grades_come_from_ratings(void **state)
{
	(void)state;
	assert_int_equal(fsrs_grade(1), FSRS_AGAIN);
	assert_int_equal(fsrs_grade(2), FSRS_AGAIN);
	assert_int_equal(fsrs_grade(3), FSRS_HARD);
	assert_int_equal(fsrs_grade(4), FSRS_GOOD);
	assert_int_equal(fsrs_grade(5), FSRS_EASY);
}

/* The stability is the time after which recall is 90 %. */
static void
recall_sinks_from_one_and_is_nine_tenths_at_the_stability(void **state)
{
	const struct fsrs_state ten = {.stability = 10, .difficulty = 5};
	double before = 1;

	(void)state;
	assert_near(fsrs_retrievability(&ten, 0), 1);
	assert_near(fsrs_retrievability(&ten, 10), 0.9);
	for (int64_t day = 1; day < 1000; day++) {
		double now = fsrs_retrievability(&ten, day);

		assert_true(now < before && now > 0);
		before = now;
	}
	assert_near(fsrs_retrievability(&ten, -5), 1);
}

static void
intervals_are_whole_days_from_1_to_36500(void **state)
{
	static const struct {
		double stability;
		int days;
	} cases[] = {
	    {0.001, 1},
	    {1.4999, 1},
	    {1.5001, 2},
	    {36500.4, 36500},
	    {1e9, 36500},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		const struct fsrs_state at = {cases[i].stability, 5};

		assert_int_equal(fsrs_interval_days(&at), cases[i].days);
	}
}

/* A better grade never shortens the memory, whatever came before. */
static void
states_stay_in_range_and_follow_the_grade(void **state)
{
	struct rand rand = {20261120};
	struct fsrs_state reached = fsrs_review(NULL, FSRS_GOOD, 0);

	(void)state;
	for (int i = 0; i < 20000; i++) {
		int64_t days = (int64_t)rand_below(&rand, 4) *
			       (int64_t)rand_below(&rand, 300);
		double least = 0;

		for (int g = FSRS_AGAIN; g <= FSRS_EASY; g++) {
			struct fsrs_state next =
			    fsrs_review(&reached, (enum fsrs_grade)g, days);

			assert_true(next.stability >= fmax(least, 0.001));
			assert_true(
			    next.difficulty >= 1 && next.difficulty <= 10);
			least = next.stability;
		}
		reached = fsrs_review(&reached,
		    (enum fsrs_grade)(1 + rand_below(&rand, 4)), days);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(the_published_vector),
	    cmocka_unit_test(replays_are_those_of_the_formulas),
	    cmocka_unit_test(grades_come_from_ratings),
	    cmocka_unit_test(
		recall_sinks_from_one_and_is_nine_tenths_at_the_stability),
	    cmocka_unit_test(intervals_are_whole_days_from_1_to_36500),
	    cmocka_unit_test(states_stay_in_range_and_follow_the_grade),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests_name("fsrs", tests, NULL, NULL);
}
