/* SPDX-License-Identifier: MIT */
#include "unit.h"

#include "core/rules.h"

/* The numbers of the interview model's decisions. */
static void
the_built_in_rules_are_the_models(void **state)
{
	struct rules rules = rules_built_in();

	(void)state;
	assert_int_equal(rules.strong_hire, 45000);
	assert_int_equal(rules.hire, 35000);
	assert_int_equal(rules.reinterview, 25000);
	assert_true(rules.clean_overtime_s >= 15);
	assert_true(rules.clean_overtime_s <= 15);
	assert_int_equal(rules.ewma_alpha * 1000, 300);
	assert_int_equal(rules.trend_sessions, 5);
	assert_int_equal(rules.suggest_sessions, 5);
	assert_int_equal(rules.ready_run, 4);
	assert_int_equal(rules.provisional_run, 3);
	assert_int_equal(rules.cold_from_h * 10, 240);
	assert_int_equal(rules.cold_until_h * 10, 720);
	assert_int_equal(rules.drift_answers, 5);
	assert_true(rules.story_s >= 180);
	assert_true(rules.story_s <= 180);
	assert_int_equal(rules.practice_days, 14);
	assert_int_equal(rules.interruption_from * 100, 35);
	assert_int_equal(rules.interruption_until * 100, 70);
}

static void
each_rule_can_be_set(void **state)
{
	struct rules rules = rules_built_in();

	(void)state;
	assert_true(rules_set(&rules, "strong_hire", 4.75));
	assert_true(rules_set(&rules, "hire", 3.3333));
	assert_true(rules_set(&rules, "reinterview", 2));
	assert_true(rules_set(&rules, "clean_overtime_s", 30));
	assert_true(rules_set(&rules, "ewma_alpha", 0.5));
	assert_true(rules_set(&rules, "trend_sessions", 3));
	assert_true(rules_set(&rules, "suggest_sessions", 8));
	assert_true(rules_set(&rules, "ready_run", 6));
	assert_true(rules_set(&rules, "provisional_run", 2));
	assert_true(rules_set(&rules, "cold_from_h", 12.5));
	assert_true(rules_set(&rules, "cold_until_h", 48));
	assert_true(rules_set(&rules, "drift_answers", 8));
	assert_true(rules_set(&rules, "story_s", 150));
	assert_true(rules_set(&rules, "practice_days", 7));
	assert_true(rules_set(&rules, "interruption_from", 0.25));
	assert_true(rules_set(&rules, "interruption_until", 1));
	assert_int_equal(rules.strong_hire, 47500);
	assert_int_equal(rules.hire, 33333);
	assert_int_equal(rules.reinterview, 20000);
	assert_int_equal(rules.clean_overtime_s, 30);
	assert_int_equal(rules.ewma_alpha * 1000, 500);
	assert_int_equal(rules.trend_sessions, 3);
	assert_int_equal(rules.suggest_sessions, 8);
	assert_int_equal(rules.ready_run, 6);
	assert_int_equal(rules.provisional_run, 2);
	assert_int_equal(rules.cold_from_h * 10, 125);
	assert_int_equal(rules.cold_until_h * 10, 480);
	assert_int_equal(rules.drift_answers, 8);
	assert_int_equal(rules.story_s, 150);
	assert_int_equal(rules.practice_days, 7);
	assert_int_equal(rules.interruption_from * 100, 25);
	assert_int_equal(rules.interruption_until * 100, 100);
}

static const struct {
	const char *name;
	double value;
} nonsense[] = {
    {"hire", 0.9},
    {"hire", 5.1},
    {"strong_hire", -4},
    {"reinterview", 100},
    {"clean_overtime_s", -1},
    {"ewma_alpha", 0},
    {"ewma_alpha", 1.5},
    {"trend_sessions", 1},
    {"trend_sessions", 2.5},
    {"suggest_sessions", 0},
    {"ready_run", 0},
    {"provisional_run", 2.5},
    {"cold_from_h", -1},
    {"cold_until_h", 8761},
    {"drift_answers", 0},
    {"drift_answers", 2.5},
    {"story_s", 0},
    {"story_s", 3601},
    {"practice_days", 0},
    {"practice_days", 1.5},
    {"practice_days", 366},
    {"interruption_from", -0.1},
    {"interruption_until", 1.1},
    {"bar", 3.5},
    {"Hire", 3.5},
    {"", 3.5},
};

static void
what_makes_no_sense_is_not_taken(void **state)
{
	const struct rules before = rules_built_in();
	struct rules rules = before;

	(void)state;
	for (size_t i = 0; i < sizeof(nonsense) / sizeof(nonsense[0]); i++)
		assert_false(
		    rules_set(&rules, nonsense[i].name, nonsense[i].value));
	assert_int_equal(rules.strong_hire, before.strong_hire);
	assert_int_equal(rules.hire, before.hire);
	assert_int_equal(rules.reinterview, before.reinterview);
	assert_int_equal(rules.trend_sessions, before.trend_sessions);
	assert_int_equal(rules.suggest_sessions, before.suggest_sessions);
	assert_int_equal(rules.ready_run, before.ready_run);
	assert_int_equal(rules.provisional_run, before.provisional_run);
	assert_int_equal(rules.story_s, before.story_s);
	assert_int_equal(rules.practice_days, before.practice_days);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(the_built_in_rules_are_the_models),
	    cmocka_unit_test(each_rule_can_be_set),
	    cmocka_unit_test(what_makes_no_sense_is_not_taken),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests_name("rules", tests, NULL, NULL);
}
