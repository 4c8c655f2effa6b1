/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "unit.h"

#include "core/loop.h"

enum { MOST = 6, DAY_S = 86400 };

/* A run: ratings in tenths, 0 is not done; a `g` in `gates` is a gate. */
struct run {
	struct loop_round rounds[MOST];
	struct loop_result results[MOST];
	int n;
};

static struct run
run_of(const char *gates, const int *tenths)
{
	const struct rules rules = rules_built_in();
	struct run run = {.n = (int)strlen(gates)};

	for (int i = 0; i < run.n; i++) {
		run.rounds[i].gate = gates[i] == 'g';
		if (tenths[i] == 0)
			continue;
		run.results[i].begun = run.results[i].done = true;
		run.results[i].overall = score_of(tenths[i], 10);
		run.results[i].verdict =
		    verdict_band(&rules, run.results[i].overall);
	}
	return run;
}

static struct loop_judged
judge(const char *gates, const int *tenths)
{
	const struct rules rules = rules_built_in();
	struct run run = run_of(gates, tenths);

	return loop_judge(&rules, run.rounds, run.results, run.n);
}

static void
assert_judged(
    const char *gates, const int *tenths, enum verdict verdict, unsigned caps)
{
	struct loop_judged judged = judge(gates, tenths);

	assert_int_equal(judged.verdict, verdict);
	assert_int_equal(judged.caps, caps);
}

#define TENTHS(...) ((const int[]){__VA_ARGS__})

static void
rounds_all_at_the_bar_are_a_hire(void **state)
{
	(void)state;
	assert_judged("gg--", TENTHS(35, 40, 35, 44), VERDICT_HIRE, 0);
	assert_judged("g-", TENTHS(45, 50), VERDICT_STRONG_HIRE, 0);
}

static void
a_failed_gate_rejects(void **state)
{
	(void)state;
	assert_judged("g--", TENTHS(34, 50, 50), VERDICT_REJECT,
	    LOOP_UNDER_BAR | LOOP_GATE_FAILED);
	assert_judged("--g", TENTHS(50, 50, 34), VERDICT_REJECT,
	    LOOP_UNDER_BAR | LOOP_GATE_FAILED);
}

static void
a_round_under_the_bar_is_at_best_seen_again(void **state)
{
	(void)state;
	assert_judged(
	    "g--", TENTHS(50, 34, 50), VERDICT_REINTERVIEW, LOOP_UNDER_BAR);
}

/* A cap is named only where it changed something. */
static void
what_is_low_already_is_not_capped(void **state)
{
	(void)state;
	assert_judged("--", TENTHS(30, 31), VERDICT_REINTERVIEW, 0);
	assert_judged("--", TENTHS(20, 21), VERDICT_REJECT, 0);
	assert_judged("g-", TENTHS(20, 21), VERDICT_REJECT, 0);
	assert_judged("g-", TENTHS(30, 31), VERDICT_REJECT, LOOP_GATE_FAILED);
}

static void
what_is_done_is_judged_so_far(void **state)
{
	struct loop_judged judged = judge("g--", TENTHS(0, 0, 0));

	(void)state;
	assert_int_equal(judged.verdict, VERDICT_NONE);
	assert_int_equal(judged.done, 0);
	assert_false(score_exists(judged.overall));
	judged = judge("g--", TENTHS(40, 0, 30));
	assert_int_equal(judged.verdict, VERDICT_REINTERVIEW);
	assert_int_equal(judged.done, 2);
	assert_int_equal(score_compare(judged.overall, score_of(7, 2)), 0);
}

static void
the_next_round_is_the_first_that_is_not_done(void **state)
{
	struct run run = run_of("----", TENTHS(40, 0, 30, 0));

	(void)state;
	assert_int_equal(loop_next(run.results, run.n), 1);
	run.results[1].begun = true;
	assert_int_equal(loop_next(run.results, run.n), 1);
	run.results[1].done = true;
	assert_int_equal(loop_next(run.results, run.n), 3);
	run.results[3].done = true;
	assert_int_equal(loop_next(run.results, run.n), 4);
}

static void
days_count_from_the_first(void **state)
{
	struct loop_round round = {.day = 1};

	(void)state;
	assert_int_equal(loop_planned_at(&round, 1000), 1000);
	round.day = 18;
	assert_int_equal(loop_planned_at(&round, 1000), 1000 + 17 * DAY_S);
}

static void
a_dip_is_a_fall_from_the_round_before(void **state)
{
	struct run run = run_of("-----", TENTHS(40, 40, 39, 0, 38));

	(void)state;
	assert_false(loop_dip(run.results, 0));
	assert_false(loop_dip(run.results, 1));
	assert_true(loop_dip(run.results, 2));
	assert_false(loop_dip(run.results, 3));
	assert_true(loop_dip(run.results, 4));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(rounds_all_at_the_bar_are_a_hire),
	    cmocka_unit_test(a_failed_gate_rejects),
	    cmocka_unit_test(a_round_under_the_bar_is_at_best_seen_again),
	    cmocka_unit_test(what_is_low_already_is_not_capped),
	    cmocka_unit_test(what_is_done_is_judged_so_far),
	    cmocka_unit_test(the_next_round_is_the_first_that_is_not_done),
	    cmocka_unit_test(days_count_from_the_first),
	    cmocka_unit_test(a_dip_is_a_fall_from_the_round_before),
	};

	return cmocka_run_group_tests_name("loop", tests, NULL, NULL);
}
