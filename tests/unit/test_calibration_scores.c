/* SPDX-License-Identifier: MIT */
#include <stdlib.h>

#include "unit.h"

#include "core/calibration.h"

static char key[] = "proof", task[] = "task", result[] = "result";

static const struct rubric rubric = {
    .key = key,
    .n = 2,
    .signals = {{.key = task}, {.key = result}},
};

static void
each_signal_has_its_score(void **state)
{
	(void)state;
	assert_int_equal(calibration_score("task:4|result:1", "task"), 4);
	assert_int_equal(calibration_score("task:4|result:1", "result"), 1);
	assert_int_equal(calibration_score("task:4|result:1", "action"), 0);
	assert_int_equal(calibration_score("task:9", "task"), 0);
	assert_int_equal(calibration_score("", "task"), 0);
}

static void
assert_why(const char *why, const char *signal, const char *expected)
{
	char *found = calibration_why(why, signal);

	assert_string_equal(found, expected);
	free(found);
}

static void
each_signal_has_its_reason(void **state)
{
	static const char why[] =
	    "task=It says a = b \\| c.|result=No figure: \"liked\" is none.";

	(void)state;
	assert_why(why, "task", "It says a = b | c.");
	assert_why(why, "result", "No figure: \"liked\" is none.");
	assert_why(why, "action", "");
	assert_why("", "task", "");
}

static const struct {
	const char *scores;
	const char *problem; /* NULL: none */
} all_scores[] = {
    {"task:4|result:1", NULL},
    {"result:5|task:1", NULL},
    {"task:4", "signal 'result' has no rating"},
    {"", "signal 'task' has no rating"},
    {"task:4|result:0", "'result' is '0', wanted a whole number from 1 to 5 "
			"after a colon"},
    {"task:4|result:6", "'result' is '6', wanted a whole number from 1 to 5 "
			"after a colon"},
    {"task:3.5|result:1", "'task' is '3.5', wanted a whole number from 1 to 5 "
			  "after a colon"},
    {"task|result:1",
	"'task' is '', wanted a whole number from 1 to 5 after a colon"},
    {"task:4|result:1|clarity:3", "rubric 'proof' has no signal 'clarity'"},
    {"task:4|task:4|result:1", "signal 'task' stands there twice"},
};

static void
scores_are_whole_and_of_every_signal(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(all_scores) / sizeof(all_scores[0]);
	     i++) {
		char problem[CALIBRATION_PROBLEM] = "";
		bool good = calibration_check_scores(
		    all_scores[i].scores, &rubric, problem);

		assert_int_equal(good, all_scores[i].problem == NULL);
		if (!good)
			assert_string_equal(problem, all_scores[i].problem);
	}
}

static const struct {
	const char *why;
	const char *problem;
} all_reasons[] = {
    {"task=Clear.|result=None.", NULL},
    {"task=Clear.", "signal 'result' has no sentence"},
    {"", "signal 'task' has no sentence"},
    {"task", "'task' has no sentence after an equals sign"},
    {"clarity=No.", "rubric 'proof' has no signal 'clarity'"},
    {"task=a|task=b", "signal 'task' stands there twice"},
};

static void
reasons_are_of_its_signals(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(all_reasons) / sizeof(all_reasons[0]);
	     i++) {
		char problem[CALIBRATION_PROBLEM] = "";
		bool good =
		    calibration_check_why(all_reasons[i].why, &rubric, problem);

		assert_int_equal(good, all_reasons[i].problem == NULL);
		if (!good)
			assert_string_equal(problem, all_reasons[i].problem);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(each_signal_has_its_score),
	    cmocka_unit_test(each_signal_has_its_reason),
	    cmocka_unit_test(scores_are_whole_and_of_every_signal),
	    cmocka_unit_test(reasons_are_of_its_signals),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests_name(
	    "calibration scores", tests, NULL, NULL);
}
