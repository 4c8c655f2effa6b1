/* SPDX-License-Identifier: MIT */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "unit.h"
#include "store_fixture.h"

#include "store/question.h"
#include "store/reference.h"

static void
a_round_is_found_by_its_key(void **state)
{
	const struct fixture *fixture = *state;
	struct round round;
	struct err err = {0};

	assert_int_equal(
	    store_round(fixture->store, "behavioural", &round, &err), 1);
	assert_string_equal(round.key, "behavioural");
	assert_string_equal(round.label, "Behavioural");
	assert_string_equal(round.rubric, "star");
	assert_true(fabs(round.limit_s - 180) < 1e-9);
	assert_true(fabs(round.think_s - 30) < 1e-9);
	assert_int_equal(round.questions, 3);
	round_release(&round);
	assert_int_equal(store_round(fixture->store, "none", &round, &err), 0);
}

static void
rounds_come_short_ones_first_and_general_last(void **state)
{
	const struct fixture *fixture = *state;
	struct names names;
	struct err err = {0};

	fixture_import(fixture->store, "rounds",
	    "round,label,rubric,seconds,think_s,questions\r\n"
	    "screen,Recruiter screen,plain,90,0,1\r\n");
	assert_done(
	    store_names(fixture->store, NAMES_ROUNDS, &names, &err), &err);
	assert_int_equal(names.n, 3);
	assert_string_equal(names.keys[0], "screen");
	assert_string_equal(names.keys[1], "behavioural");
	assert_string_equal(names.keys[2], "general");
	assert_string_equal(names.labels[0], "Recruiter screen");
	names_release(&names);
}

static const struct {
	const char *given, *key;
} known_names[] = {
    {"behavioural", "behavioural"},
    {"Behavioral", "behavioural"},
    {"BEHAVIOURAL", "behavioural"},
    {"行为", "behavioural"},
    {" other ", "general"},
    {"G-e_n e r a l", "general"},
    {"behaviour", NULL},
    {"behavioural round", NULL},
    {"为", NULL},
};

static void
names_and_aliases_mean_a_key(void **state)
{
	const struct fixture *fixture = *state;
	struct names names;
	struct err err = {0};

	assert_done(
	    store_names(fixture->store, NAMES_ROUNDS, &names, &err), &err);
	for (size_t i = 0; i < sizeof(known_names) / sizeof(known_names[0]);
	     i++) {
		const char *key = names_find(&names, known_names[i].given);

		if (known_names[i].key == NULL)
			assert_null(key);
		else
			assert_string_equal(key, known_names[i].key);
	}
	names_release(&names);
}

/* Somebody's label or alias must not take another's key. */
static void
a_key_comes_before_a_label_and_that_before_an_alias(void **state)
{
	const struct fixture *fixture = *state;
	struct names names;
	struct err err = {0};

	fixture_import(fixture->store, "levels",
	    "level,label,aliases,rubric\r\n"
	    "aaa,Senior,apm|senior,apm\r\n"
	    "aab,Top,first,apm\r\n"
	    "aac,Aac,top,apm\r\n");
	assert_done(
	    store_names(fixture->store, NAMES_LEVELS, &names, &err), &err);
	assert_string_equal(names_find(&names, "senior"), "senior");
	assert_string_equal(names_find(&names, "APM"), "apm");
	assert_string_equal(names_find(&names, "top"), "aab");
	names_release(&names);
}

/* One of them holds a bar, another nothing but what is passed over. */
static void
aliases_are_read_as_a_list(void **state)
{
	static const struct {
		const char *given, *key;
	} cases[] = {
	    {"ux/ui | web", "aaa"},
	    {"UX/UI|Web", "aaa"},
	    {"ux/ui", NULL},
	    {"b\\c", "aaa"},
	    {"bc", NULL},
	    {"last one", "aaa"},
	    {"last", NULL},
	    {"- _", "aaa"},
	};
	const struct fixture *fixture = *state;
	struct names names;
	struct err err = {0};

	fixture_import(fixture->store, "levels",
	    "level,label,aliases,rubric\r\n"
	    "aaa,Aaa,ux/ui\\|web||b\\\\c|last_one,apm\r\n");
	assert_done(
	    store_names(fixture->store, NAMES_LEVELS, &names, &err), &err);
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		const char *key = names_find(&names, cases[i].given);

		if (cases[i].key == NULL)
			assert_null(key);
		else
			assert_string_equal(key, cases[i].key);
	}
	names_release(&names);
}

static void
a_rubric_is_in_its_order(void **state)
{
	const struct fixture *fixture = *state;
	const struct rubric *rubric;
	struct err err = {0};

	assert_done(store_rubric(fixture->store, "star", &rubric, &err), &err);
	assert_string_equal(rubric->key, "star");
	assert_true(rubric->metric);
	assert_int_equal(rubric->n, 4);
	assert_int_equal(rubric_find(rubric, "situation"), 0);
	assert_int_equal(rubric_find(rubric, "result"), 3);
	assert_int_equal(rubric_find(rubric, "clarity"), -1);
	assert_int_equal(rubric->signals[2].weight, 30000);
	assert_string_equal(rubric->signals[1].asks, "What was yours?");
	assert_string_equal(rubric->signals[1].anchors[0], "a");
	assert_string_equal(rubric->signals[1].anchors[4], "e");
}

static void
an_unknown_rubric_is_no_error(void **state)
{
	const struct fixture *fixture = *state;
	const struct rubric *rubric;
	struct err err = {0};

	assert_done(store_rubric(fixture->store, "none", &rubric, &err), &err);
	assert_null(rubric);
}

/* What one asks decides: its own rubric and time, else its round's. */
static void
assert_task(const struct fixture *fixture, const char *id, const char *rubric,
    double limit_s, double think_s)
{
	struct err err = {0};
	struct task task;

	assert_done(store_task(fixture->store, id, &task, &err), &err);
	assert_string_equal(task.question.id, id);
	assert_string_equal(task.rubric.key, rubric);
	assert_true(fabs(task.limit_s - limit_s) < 1e-9);
	assert_true(fabs(task.think_s - think_s) < 1e-9);
	question_release(&task.question);
	rubric_release(&task.rubric);
}

static void
a_question_becomes_a_task(void **state)
{
	assert_task(*state, "q-1", "star", 180, 30);
	assert_task(*state, "q-3", "plain", 180, 30);
	assert_task(*state, "q-4", "star", 90, 30);
	assert_task(*state, "g-1", "plain", 120, 0);
}

/* Its round, or its rubric, was known once. */
static void
a_task_gets_by_without_round_or_rubric(void **state)
{
	const struct fixture *fixture = *state;

	fixture_sql(fixture->path,
	    "UPDATE question SET round = 'gone' WHERE id = 'q-1';"
	    "UPDATE question SET rubric = 'gone' WHERE id = 'q-4'");
	assert_task(fixture, "q-1", "plain", 120, 0);
	assert_task(fixture, "q-4", "star", 90, 30);
}

static void
assert_no_task(const struct fixture *fixture, const char *id, const char *says)
{
	struct err err = {0};
	struct task task;

	assert_int_equal(store_task(fixture->store, id, &task, &err), -1);
	assert_non_null(strstr(err.text, says));
}

static void
what_is_missing_is_named(void **state)
{
	const struct fixture *fixture = *state;

	assert_no_task(fixture, "q-99", "q-99");
	fixture_sql(
	    fixture->path, "DELETE FROM rubric_signal WHERE rubric = 'star'");
	assert_no_task(fixture, "q-1", "star");
	fixture_sql(fixture->path, "DELETE FROM round");
	assert_no_task(fixture, "q-1", "general");
}

#define ON_A_DATABASE(test)                                                    \
	cmocka_unit_test_setup_teardown(test, fixture_set_up, fixture_tear_down)

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    ON_A_DATABASE(a_round_is_found_by_its_key),
	    ON_A_DATABASE(rounds_come_short_ones_first_and_general_last),
	    ON_A_DATABASE(names_and_aliases_mean_a_key),
	    ON_A_DATABASE(a_key_comes_before_a_label_and_that_before_an_alias),
	    ON_A_DATABASE(aliases_are_read_as_a_list),
	    ON_A_DATABASE(a_rubric_is_in_its_order),
	    ON_A_DATABASE(an_unknown_rubric_is_no_error),
	    ON_A_DATABASE(a_question_becomes_a_task),
	    ON_A_DATABASE(a_task_gets_by_without_round_or_rubric),
	    ON_A_DATABASE(what_is_missing_is_named),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests_name("reference", tests, NULL, NULL);
}
