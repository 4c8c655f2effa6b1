/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "unit.h"

#include "core/suggest.h"

enum { ROUNDS = 3 };

static const char *const rounds[ROUNDS] = {
    "behavioural", "product-sense", "execution"};
static const bool all[ROUNDS] = {true, true, true};
static const bool first_only[ROUNDS] = {true, false, false};

/* Everything practised, the weakest signal at `mean`. */
static struct suggest_facts
facts_with(const char *signal, double mean)
{
	return (struct suggest_facts){
	    .any_history = true,
	    .sessions = 5,
	    .rated = 5,
	    .signal = signal,
	    .signal_mean = mean,
	    .signal_round = "estimation",
	    .rounds = rounds,
	    .n_rounds = ROUNDS,
	    .practised = all,
	};
}

static struct suggestion
suggested(const struct suggest_facts *facts)
{
	struct rules rules = rules_built_in();
	struct suggestion suggestion;

	suggest(&rules, facts, &suggestion);
	return suggestion;
}

static void
the_first_session_is_the_first_core_round(void **state)
{
	struct suggest_facts facts = facts_with(NULL, 0);
	struct suggestion suggestion;

	(void)state;
	facts.any_history = false;
	facts.practised = (const bool[ROUNDS]){false, false, false};
	suggestion = suggested(&facts);
	assert_string_equal(suggestion.round, "behavioural");
	assert_non_null(strstr(suggestion.reason, "your first round"));
}

static void
a_signal_under_the_bar_comes_before_a_missing_round(void **state)
{
	struct suggest_facts facts = facts_with("Result", 2.6);
	struct suggestion suggestion;

	(void)state;
	facts.practised = first_only;
	suggestion = suggested(&facts);
	assert_string_equal(suggestion.round, "estimation");
	assert_string_equal(suggestion.reason,
	    "Result averages 2.6 over your last 5 sessions, under the 3.5 "
	    "bar");
}

static void
the_bar_itself_is_not_under_it(void **state)
{
	struct suggest_facts facts = facts_with("Result", 3.5);

	(void)state;
	facts.practised = first_only;
	assert_string_equal(suggested(&facts).round, "product-sense");
}

static void
a_mean_over_few_of_the_sessions_says_so(void **state)
{
	struct suggest_facts facts = facts_with("Result", 2.6);

	(void)state;
	facts.rated = 2;
	assert_string_equal(suggested(&facts).reason,
	    "Result averages 2.6 in 2 of your last 5 sessions, under the 3.5 "
	    "bar");
}

/* 3.49 must not read as 3.5, "under the 3.5 bar". */
static void
a_mean_just_under_the_bar_does_not_read_as_the_bar(void **state)
{
	struct suggest_facts facts = facts_with("Result", 3.49);

	(void)state;
	assert_null(strstr(suggested(&facts).reason, "averages 3.5"));
}

static void
then_a_core_round_that_is_missing(void **state)
{
	struct suggest_facts facts = facts_with("Result", 4.2);
	struct suggestion suggestion;

	(void)state;
	facts.practised = (const bool[ROUNDS]){true, true, false};
	suggestion = suggested(&facts);
	assert_string_equal(suggestion.round, "execution");
	assert_non_null(strstr(suggestion.reason, "not practised"));
}

static void
else_the_weakest_signal(void **state)
{
	struct suggest_facts facts = facts_with("Clarity", 4.25);
	struct suggestion suggestion;

	(void)state;
	facts.sessions = facts.rated = 1;
	suggestion = suggested(&facts);
	assert_string_equal(suggestion.round, "estimation");
	assert_non_null(strstr(suggestion.reason, "Clarity"));
	assert_non_null(strstr(suggestion.reason, "your last 1 session;"));
}

static void
a_signal_of_no_known_round_goes_to_the_first_core_round(void **state)
{
	struct suggest_facts facts = facts_with("Result", 2.6);

	(void)state;
	facts.signal_round = "";
	assert_string_equal(suggested(&facts).round, "behavioural");
}

static void
without_any_rating_it_is_the_first_core_round(void **state)
{
	struct suggest_facts facts = facts_with(NULL, 0);

	(void)state;
	assert_string_equal(suggested(&facts).round, "behavioural");
	facts.practised = first_only;
	assert_string_equal(suggested(&facts).round, "product-sense");
}

static const struct suggest_due due = {
    .question = "q-7",
    .round = "estimation",
    .days = 12,
};

static void
a_due_question_comes_before_all_but_the_first_session(void **state)
{
	struct suggest_facts facts = facts_with("Result", 4.2);
	struct suggestion suggestion;

	(void)state;
	facts.practised = first_only;
	facts.due = &due;
	suggestion = suggested(&facts);
	assert_string_equal(suggestion.question, "q-7");
	assert_string_equal(suggestion.round, "estimation");
	assert_string_equal(suggestion.reason,
	    "a question that you answered 12 days ago is due again");
	facts.any_history = false;
	assert_string_equal(suggested(&facts).question, "");
}

static void
a_weak_signal_is_named_where_the_due_question_is_of_its_round(void **state)
{
	const struct suggest_due elsewhere = {
	    .question = "q-8",
	    .round = "general",
	    .days = 1,
	};
	struct suggest_facts facts = facts_with("Result", 2.6);

	(void)state;
	facts.due = &due;
	assert_string_equal(suggested(&facts).reason,
	    "a question that you answered 12 days ago is due again; Result "
	    "averages 2.6 over your last 5 sessions, under the 3.5 bar");
	facts.due = &elsewhere;
	assert_string_equal(suggested(&facts).round, "general");
	assert_string_equal(suggested(&facts).reason,
	    "a question that you answered 1 day ago is due again");
}

static void
only_a_due_question_is_named(void **state)
{
	struct suggest_facts facts = facts_with("Result", 2.6);

	(void)state;
	assert_string_equal(suggested(&facts).question, "");
}

static void
long_names_are_cut_and_not_overrun(void **state)
{
	char name[1000];
	struct suggest_facts facts = facts_with(name, 2);
	struct suggestion suggestion;

	(void)state;
	memset(name, 'x', sizeof(name) - 1);
	name[sizeof(name) - 1] = '\0';
	facts.signal_round = name;
	suggestion = suggested(&facts);
	assert_int_equal(strlen(suggestion.round), SUGGEST_ROUND - 1);
	assert_int_equal(strlen(suggestion.reason), SUGGEST_REASON - 1);
	facts.due = &(const struct suggest_due){
	    .question = name, .round = name, .days = INT64_MAX};
	suggestion = suggested(&facts);
	assert_int_equal(strlen(suggestion.question), SUGGEST_QUESTION - 1);
	assert_true(strlen(suggestion.reason) < SUGGEST_REASON);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(the_first_session_is_the_first_core_round),
	    cmocka_unit_test(
		a_signal_under_the_bar_comes_before_a_missing_round),
	    cmocka_unit_test(a_mean_over_few_of_the_sessions_says_so),
	    cmocka_unit_test(the_bar_itself_is_not_under_it),
	    cmocka_unit_test(
		a_mean_just_under_the_bar_does_not_read_as_the_bar),
	    cmocka_unit_test(then_a_core_round_that_is_missing),
	    cmocka_unit_test(else_the_weakest_signal),
	    cmocka_unit_test(
		a_signal_of_no_known_round_goes_to_the_first_core_round),
	    cmocka_unit_test(without_any_rating_it_is_the_first_core_round),
	    cmocka_unit_test(
		a_due_question_comes_before_all_but_the_first_session),
	    cmocka_unit_test(
		a_weak_signal_is_named_where_the_due_question_is_of_its_round),
	    cmocka_unit_test(only_a_due_question_is_named),
	    cmocka_unit_test(long_names_are_cut_and_not_overrun),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests_name("suggest", tests, NULL, NULL);
}
