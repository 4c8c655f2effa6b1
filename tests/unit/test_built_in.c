/* SPDX-License-Identifier: MIT */
/* Rubrics, rounds and rules that are shipped: complete and consistent. */
#include <stdio.h>
#include <string.h>

#include "unit.h"
#include "store_fixture.h"

#include "base/list.h"
#include "store/reference.h"

static const char *const rounds[] = {"behavioural", "product-sense",
    "execution", "estimation", "strategy", "technical", "prioritisation",
    "screen", "take-home", "general"};
static const char *const rubrics[] = {"star", "three-p",
    "impact-ownership-scale", "learning-loop", "proposal", "circles",
    "execution", "prioritisation", "estimation", "strategy", "technical",
    "take-home", "apm", "pm2", "senior", "staff"};

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

static const struct rubric *
rubric(const struct fixture *fixture, const char *key)
{
	const struct rubric *rubric;
	struct err err = {0};

	assert_done(store_rubric(fixture->store, key, &rubric, &err), &err);
	if (rubric == NULL)
		print_error("no rubric %s\n", key);
	assert_non_null(rubric);
	return rubric;
}

static void
every_rubric_is_complete(void **state)
{
	for (size_t i = 0; i < COUNT(rubrics); i++) {
		const struct rubric *r = rubric(*state, rubrics[i]);

		assert_true(r->n >= 3 && r->n <= RUBRIC_SIGNALS);
		for (size_t s = 0; s < r->n; s++) {
			const struct signal_spec *signal = &r->signals[s];

			assert_true(*signal->label != '\0');
			assert_true(*signal->asks != '\0');
			assert_true(signal->weight > 0);
			for (int a = 0; a < RATING_HIGH; a++) {
				assert_true(*signal->anchors[a] != '\0');
				for (int b = 0; b < a; b++)
					assert_string_not_equal(
					    signal->anchors[a],
					    signal->anchors[b]);
			}
		}
	}
}

/* `metric` is yes on every row of a rubric that wants a measured result, or
 * on none. */
static void
a_rubric_wants_a_metric_or_does_not(void **state)
{
	const struct fixture *fixture = *state;

	assert_int_equal(
	    fixture_sql_int(fixture->path,
		"SELECT count(*) FROM (SELECT 1 FROM rubric_signal"
		" GROUP BY rubric HAVING count(DISTINCT metric) > 1)"),
	    0);
	assert_true(rubric(fixture, "star")->metric);
	assert_true(rubric(fixture, "three-p")->metric);
	assert_true(rubric(fixture, "impact-ownership-scale")->metric);
}

static const struct {
	const char *rubric;
	const char *signals[5];
} shapes[] = {
    {"star", {"situation", "task", "action", "result"}},
    {"three-p", {"problem", "process", "payoff"}},
    {"impact-ownership-scale", {"impact", "ownership", "scale"}},
};

static void
the_models_rubrics_have_its_signals_in_order(void **state)
{
	for (size_t i = 0; i < COUNT(shapes); i++) {
		const struct rubric *r = rubric(*state, shapes[i].rubric);
		size_t n = 0;

		for (; shapes[i].signals[n] != NULL; n++)
			assert_string_equal(
			    r->signals[n].key, shapes[i].signals[n]);
		assert_int_equal(r->n, n);
	}
}

/* D4 */
static void
the_take_home_is_weighted_30_25_30_15(void **state)
{
	static const int64_t weights[] = {30, 25, 30, 15};
	const struct rubric *r = rubric(*state, "take-home");

	assert_int_equal(r->n, 4);
	for (size_t i = 0; i < 4; i++)
		assert_int_equal(r->signals[i].weight, weights[i] * SCORE_UNIT);
}

static const struct {
	const char *round;
	int limit_s, think_s;
} times[] = {
    {"behavioural", 180, 30},
    {"product-sense", 1200, 60},
    {"execution", 1200, 60},
    {"estimation", 600, 60},
    {"strategy", 1200, 60},
    {"technical", 600, 60},
    {"prioritisation", 600, 60},
    {"screen", 120, 60},
    {"take-home", 3600, 60},
    {"general", 180, 60},
};

static void
rounds_have_their_default_times(void **state)
{
	const struct fixture *fixture = *state;

	for (size_t i = 0; i < COUNT(times); i++) {
		struct round round;
		struct err err = {0};

		assert_int_equal(
		    store_round(fixture->store, times[i].round, &round, &err),
		    1);
		assert_int_equal(round.limit_s, times[i].limit_s);
		assert_int_equal(round.think_s, times[i].think_s);
		rubric(fixture, round.rubric);
		round_release(&round);
	}
}

static void
the_rules_are_the_models(void **state)
{
	const struct fixture *fixture = *state;
	const struct rules built_in = rules_built_in();
	const struct rules *rules;
	struct err err = {0};

	assert_done(store_rules(fixture->store, &rules, &err), &err);
	assert_int_equal(rules->strong_hire, 45000);
	assert_int_equal(rules->hire, 35000);
	assert_int_equal(rules->reinterview, 25000);
	assert_int_equal(rules->clean_overtime_s, 15);
	assert_int_equal(rules->ewma_alpha * 10, 3);
	assert_int_equal(rules->trend_sessions, built_in.trend_sessions);
	assert_int_equal(rules->suggest_sessions, built_in.suggest_sessions);
	assert_int_equal(rules->story_s, built_in.story_s);
	assert_int_equal(rules->practice_days, built_in.practice_days);
	assert_int_equal(rules->interruption_from * 100, 35);
	assert_int_equal(rules->interruption_until * 100, 70);
}

/* Each round that is talked has several to be surprised by, and one that tells
 * the time; a take-home has nobody who could cut in. */
static void
each_round_that_is_talked_has_interruptions(void **state)
{
	enum { LEAST = 6 };
	const struct fixture *fixture = *state;
	char sql[256];

	for (size_t i = 0; i < COUNT(rounds); i++) {
		bool talked = strcmp(rounds[i], "take-home") != 0;

		snprintf(sql, sizeof(sql),
		    "SELECT count(*) FROM interruption WHERE round = '%s'"
		    " AND left_s IS NULL",
		    rounds[i]);
		assert_true(fixture_sql_int(fixture->path, sql) >=
			    (talked ? LEAST : 0));
		snprintf(sql, sizeof(sql),
		    "SELECT count(*) FROM interruption WHERE round = '%s'"
		    " AND left_s > 30",
		    rounds[i]);
		assert_int_equal(fixture_sql_int(fixture->path, sql), talked);
	}
	assert_int_equal(
	    fixture_sql_int(fixture->path,
		"SELECT count(*) FROM interruption WHERE round = ''"
		" AND left_s = 30 AND text LIKE '30 seconds left: %'"),
	    1);
}

/* With `Interviewer: ` and `(19:12 left)` in two rows of 80 columns. */
static void
interruptions_are_short(void **state)
{
	enum { LONGEST = 130 };
	const struct fixture *fixture = *state;

	assert_in_range(fixture_sql_int(fixture->path,
			    "SELECT max(length(text)) FROM interruption"),
	    1, LONGEST);
	assert_int_equal(fixture_sql_int(fixture->path,
			     "SELECT count(*) - count(DISTINCT round || text)"
			     " FROM interruption"),
	    0);
}

/* A12: two technical gates of 45 minutes, three behavioural rounds of 60. */
static void
the_xiaomi_loop_is_the_models(void **state)
{
	const struct fixture *fixture = *state;

	assert_int_equal(
	    fixture_sql_int(fixture->path,
		"SELECT count(*) FROM loop_round WHERE loop = 'xiaomi-pm'"
		" AND round = 'technical' AND minutes = 45 AND gate = 'yes'"),
	    2);
	assert_int_equal(
	    fixture_sql_int(fixture->path,
		"SELECT count(*) FROM loop_round WHERE loop = 'xiaomi-pm'"
		" AND round = 'behavioural' AND minutes = 60"
		" AND gate = 'no'"),
	    3);
	assert_true(fixture_sql_int(fixture->path,
			"SELECT max(day) - min(day) FROM loop_round"
			" WHERE loop = 'xiaomi-pm'") <= 21);
	assert_int_equal(
	    fixture_sql_int(fixture->path,
		"SELECT count(*) FROM loop_round WHERE"
		" round NOT IN (SELECT round FROM round) OR"
		" company NOT IN (SELECT company FROM company) OR"
		" rubric NOT IN ('') AND"
		" rubric NOT IN (SELECT rubric FROM rubric_signal)"),
	    0);
}

static void
names_mean_one_thing(void **state)
{
	const struct fixture *fixture = *state;
	static const enum names_of all[] = {NAMES_ROUNDS, NAMES_LEVELS};

	for (size_t k = 0; k < COUNT(all); k++) {
		struct names names;
		struct err err = {0};

		assert_done(
		    store_names(fixture->store, all[k], &names, &err), &err);
		for (int i = 0; i < names.n; i++) {
			struct list_of aliases;

			list_of_parse(&aliases, names.aliases[i]);
			assert_string_equal(
			    names_find(&names, names.labels[i]), names.keys[i]);
			for (size_t a = 0; a < aliases.n; a++)
				assert_string_equal(
				    names_find(&names, aliases.items[a]),
				    names.keys[i]);
			list_of_release(&aliases);
		}
		names_release(&names);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(every_rubric_is_complete),
	    cmocka_unit_test(a_rubric_wants_a_metric_or_does_not),
	    cmocka_unit_test(the_models_rubrics_have_its_signals_in_order),
	    cmocka_unit_test(the_take_home_is_weighted_30_25_30_15),
	    cmocka_unit_test(rounds_have_their_default_times),
	    cmocka_unit_test(the_rules_are_the_models),
	    cmocka_unit_test(each_round_that_is_talked_has_interruptions),
	    cmocka_unit_test(interruptions_are_short),
	    cmocka_unit_test(the_xiaomi_loop_is_the_models),
	    cmocka_unit_test(names_mean_one_thing),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests_name(
	    "built_in", tests, fixture_set_up_built_in, fixture_tear_down);
}
