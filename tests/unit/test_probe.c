/* SPDX-License-Identifier: MIT */
#include "unit.h"

#include "core/probe.h"

static char task[] = "task", action[] = "action", result[] = "result";

static const struct rubric star = {
    .n = 3,
    .signals = {{.key = task}, {.key = action}, {.key = result}},
};

static void
a_key_is_a_signal_of_the_rubric(void **state)
{
	static const struct {
		const char *probe, *text;
		int signal;
	} cases[] = {
	    {"result: Which number?", "Which number?", 2},
	    {"result:Which number?", "Which number?", 2},
	    {"task:   Whose?", "Whose?", 0},
	    {"Which data did you use?", "Which data did you use?", -1},
	    {"Be honest: why?", "Be honest: why?", -1},
	    {"impact: Which?", "impact: Which?", -1},
	    {"resul: Which?", "resul: Which?", -1},
	    {"results: Which?", "results: Which?", -1},
	    {": Which?", ": Which?", -1},
	    {"action:", "", 1},
	    {"", "", -1},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		assert_string_equal(
		    probe_text(&star, cases[i].probe), cases[i].text);
		assert_int_equal(
		    probe_signal(&star, cases[i].probe), cases[i].signal);
	}
}

static void
weak_signals_come_first(void **state)
{
	static const struct {
		const char *joined;
		double means[3]; /* task, action, result */
		int order[PROBES_MOST];
	} cases[] = {
	    /* The weakest first. */
	    {"task: a?|action: b?|result: c?", {4, 3, 2}, {2, 1, 0}},
	    {"task: a?|action: b?|result: c?", {3, 4, 2.5}, {2, 0, 1}},
	    /* Equal ones as in the bank. */
	    {"task: a?|action: b?|result: c?", {3, 3, 3}, {0, 1, 2}},
	    {"result: a?|action: b?|result: c?", {0, 3, 2}, {0, 2, 1}},
	    /* What was never rated, or has no key, comes behind. */
	    {"a?|action: b?|result: c?", {1, 3, 0}, {1, 0, 2}},
	    {"a?|b?|result: c?", {0, 0, 5}, {2, 0, 1}},
	    {"a?|b?|c?", {1, 1, 1}, {0, 1, 2}},
	    /* Fewer than three, and none. */
	    {"action: a?|result: b?", {0, 4, 3}, {1, 0, 2}},
	    {"", {1, 1, 1}, {0, 1, 2}},
	    /* More than three: the first three. */
	    {"task: a?|action: b?|action: c?|result: d?", {3, 2, 1}, {1, 2, 0}},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		int order[PROBES_MOST];

		probes_weak_first(
		    &star, cases[i].joined, cases[i].means, order);
		assert_memory_equal(order, cases[i].order, sizeof(order));
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_key_is_a_signal_of_the_rubric),
	    cmocka_unit_test(weak_signals_come_first),
	};

	return cmocka_run_group_tests_name("probe", tests, NULL, NULL);
}
