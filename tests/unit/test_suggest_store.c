/* SPDX-License-Identifier: MIT */
/* Which question comes next, and that practice begins with it. */
#include <stdlib.h>
#include <string.h>

#include "unit.h"
#include "store_fixture.h"

#include "base/date.h"
#include "base/str.h"
#include "store/plan.h"
#include "store/schedule.h"

/* 2026-02-01T10:00:00Z */
#define NOW_S INT64_C(1769940000)

enum { DAY_S = 86400, SECOND_MS = 1000, LONG_ID = 300, MANY = 3000 };

static const struct instant now = {.wall_ms = NOW_S * SECOND_MS};

static struct suggestion
suggested(const struct fixture *fixture)
{
	struct suggestion suggestion, round;
	struct err err = {0};

	assert_done(
	    store_suggest_round(fixture->store, now, &round, &err), &err);
	assert_done(
	    store_suggest(fixture->store, now, &suggestion, &err), &err);
	assert_string_equal(round.round, suggestion.round);
	assert_string_equal(round.reason, suggestion.reason);
	if (*round.question != '\0')
		assert_string_equal(round.question, suggestion.question);
	return suggestion;
}

/* An answer on plain, in a session of its own, rated on both signals; rating
 * 0: skipped. */
static void
answered(const struct fixture *fixture, const char *question, int days_ago,
    int rating)
{
	struct str csv = STR_INIT;
	char at[DATE_SIZE];

	date_utc(at, NOW_S - (int64_t)days_ago * DAY_S);
	str_addf(&csv,
	    "session_id,started_at,ended_at,round\r\n%s-%d,%s,%s,behavioural"
	    "\r\n",
	    question, days_ago, at, at);
	fixture_import(fixture->store, "sessions", csv.s);
	str_clear(&csv);
	str_addf(&csv,
	    "answer_id,session_id,question_id,started_at,round,rubric,skipped"
	    "\r\n%s-%d,%s-%d,%s,%s,behavioural,plain,%s\r\n",
	    question, days_ago, question, days_ago, question, at,
	    rating == 0 ? "yes" : "no");
	fixture_import(fixture->store, "answers", csv.s);
	str_clear(&csv);
	str_add(&csv, "answer_id,session_id,rater,signal,rating,rated_at\r\n");
	for (int i = 0; i < 2 && rating > 0; i++)
		str_addf(&csv, "%s-%d,%s-%d,self,%s,%d,%s\r\n", question,
		    days_ago, question, days_ago, i == 0 ? "clarity" : "result",
		    rating, at);
	fixture_import(fixture->store, "ratings", csv.s);
	str_release(&csv);
}

static struct session
planned(const struct fixture *fixture, struct plan plan)
{
	struct session session;
	struct err err = {0};

	assert_done(
	    store_plan_session(fixture->store, &plan, now, &session, &err),
	    &err);
	return session;
}

static void
assert_begins(const struct fixture *fixture, struct plan plan, const char *id)
{
	struct session session = planned(fixture, plan);

	assert_string_equal(session.tasks[0].question.id, id);
	session_release(&session);
}

static void
assert_planned(const struct fixture *fixture, struct plan plan, int n)
{
	struct session session = planned(fixture, plan);

	assert_int_equal(session.n_tasks, n);
	session_release(&session);
}

/* q-1 to q-4 are of the first core round; q-2 is for one company only. */
static void
a_new_database_begins_with_a_question_for_everyone(void **state)
{
	assert_string_equal(suggested(*state).question, "q-1");
	assert_begins(*state, plan_default(), "q-1");
}

static void
a_due_question_is_asked_first(void **state)
{
	const struct fixture *fixture = *state;

	answered(fixture, "q-1", 3, 5);
	answered(fixture, "q-4", 2, 2);
	answered(fixture, "q-3", 1, 4);
	assert_string_equal(suggested(fixture).question, "q-4");
	assert_string_equal(suggested(fixture).round, "behavioural");
	assert_string_equal(suggested(fixture).reason,
	    "a question that you answered 2 days ago is due again");
	assert_begins(fixture, plan_default(), "q-4");
}

/* The lowest chance of recall, not the longest time: 9 of 8.3 days have run
 * of the one, 4 of 2.3 of the other. */
static void
the_least_remembered_question_is_asked_first(void **state)
{
	const struct fixture *fixture = *state;

	answered(fixture, "q-1", 9, 5);
	answered(fixture, "q-4", 4, 4);
	assert_string_equal(suggested(fixture).question, "q-4");
}

static void
otherwise_one_that_was_never_asked(void **state)
{
	const struct fixture *fixture = *state;

	answered(fixture, "q-1", 0, 2);
	assert_string_equal(suggested(fixture).question, "q-3");
	assert_non_null(strstr(suggested(fixture).reason, "under the 3.5 bar"));
	assert_begins(fixture, plan_default(), "q-3");
	answered(fixture, "q-3", 0, 0);
	assert_string_equal(suggested(fixture).question, "q-4");
	answered(fixture, "q-4", 0, 2);
	assert_string_equal(suggested(fixture).question, "q-2");
}

/* Those for any company before the others, each in the bank's order. */
static void
questions_for_more_people_come_first(void **state)
{
	static const char *const expected[] = {
	    "q-3", "q-4", "q-6", "q-7", "q-2", "q-5"};
	const struct fixture *fixture = *state;

	fixture_import(fixture->store, "questions",
	    "id,prompt,round,company,level\r\n"
	    "q-5,E?,behavioural,tencent,any\r\n"
	    "q-6,F?,behavioural,any,senior\r\n"
	    "q-7,G?,behavioural,,apm\r\n");
	answered(fixture, "q-1", 0, 2);
	for (size_t i = 0; i < sizeof(expected) / sizeof(*expected); i++) {
		assert_string_equal(suggested(fixture).question, expected[i]);
		answered(fixture, expected[i], 0, 2);
	}
}

/* Behind more than is gone through from the first on. */
static void
one_that_was_never_asked_is_found_far_back(void **state)
{
	const struct fixture *fixture = *state;
	struct str csv = STR_INIT;

	str_add(&csv, "id,prompt,round\r\n");
	for (int i = 0; i < MANY; i++)
		str_addf(&csv, "other-%d,Other %d?,general\r\n", i, i);
	str_add(&csv, "far,Far back?,behavioural\r\n");
	fixture_import(fixture->store, "questions", csv.s);
	str_release(&csv);
	for (int i = 1; i <= 4; i++) {
		char id[] = "q-0";

		id[2] = (char)('0' + i);
		answered(fixture, id, 0, 2);
	}
	assert_string_equal(suggested(fixture).question, "far");
	assert_begins(fixture, plan_default(), "far");
}

/* All were asked today: then the one that was answered least. */
static void
otherwise_one_that_was_practised_least(void **state)
{
	const struct fixture *fixture = *state;

	for (int i = 1; i <= 4; i++) {
		char id[] = "q-0";

		id[2] = (char)('0' + i);
		answered(fixture, id, 0, i == 3 ? 0 : 2);
	}
	assert_string_equal(suggested(fixture).question, "q-3");
	assert_begins(fixture, plan_default(), "q-3");
}

static void
the_same_history_suggests_the_same(void **state)
{
	const struct fixture *fixture = *state;

	for (int i = 1; i <= 4; i++) {
		char id[] = "q-0";
		struct suggestion first;

		id[2] = (char)('0' + i);
		answered(fixture, id, 0, 4);
		first = suggested(fixture);
		for (int again = 0; again < 5; again++)
			assert_string_equal(
			    suggested(fixture).question, first.question);
	}
}

static void
practice_goes_on_with_others(void **state)
{
	const struct fixture *fixture = *state;
	struct plan plan = plan_default();

	answered(fixture, "q-4", 2, 2);
	for (int i = 0; i < 20; i++) {
		struct session session = planned(fixture, plan);

		assert_int_equal(session.n_tasks, 3);
		assert_string_equal(session.tasks[0].question.id, "q-4");
		for (int a = 0; a < 3; a++)
			for (int b = 0; b < a; b++)
				assert_string_not_equal(
				    session.tasks[a].question.id,
				    session.tasks[b].question.id);
		session_release(&session);
	}
	plan.questions = 1;
	assert_planned(fixture, plan, 1);
	plan.questions = 20;
	assert_planned(fixture, plan, 4);
}

static void
assert_never_asks(
    const struct fixture *fixture, struct plan plan, const char *id)
{
	for (int i = 0; i < 10; i++) {
		struct session session = planned(fixture, plan);

		for (int t = 0; t < session.n_tasks; t++)
			assert_string_not_equal(
			    session.tasks[t].question.id, id);
		session_release(&session);
	}
}

/* q-2 is for tencent and senior. */
static void
what_does_not_suit_the_plan_is_not_asked(void **state)
{
	const struct fixture *fixture = *state;
	struct plan plan = plan_default();

	answered(fixture, "q-2", 2, 2);
	assert_begins(fixture, plan, "q-2");
	plan.company = "tencent";
	assert_begins(fixture, plan, "q-2");
	plan.level = "apm";
	assert_never_asks(fixture, plan, "q-2");
	plan.level = NULL;
	plan.company = "xiaomi";
	assert_never_asks(fixture, plan, "q-2");
}

/* A round that was asked for is not the suggestion's. */
static void
a_round_that_is_named_is_picked_from_as_ever(void **state)
{
	const struct fixture *fixture = *state;
	struct plan plan = plan_default();
	bool other = false;

	answered(fixture, "q-4", 2, 2);
	plan.round = "behavioural";
	plan.questions = 1;
	plan.has_seed = true;
	for (plan.seed = 0; plan.seed < 20; plan.seed++) {
		struct session session = planned(fixture, plan);

		other =
		    other || strcmp(session.tasks[0].question.id, "q-4") != 0;
		session_release(&session);
	}
	assert_true(other);
}

static void
an_id_that_is_too_long_is_passed_over(void **state)
{
	const struct fixture *fixture = *state;
	struct str csv = STR_INIT;
	char id[LONG_ID + 1];

	memset(id, 'x', LONG_ID);
	id[LONG_ID] = '\0';
	fixture_sql(fixture->path, "DELETE FROM question");
	str_addf(&csv, "id,prompt,round\r\n%s,Why?,behavioural\r\n", id);
	fixture_import(fixture->store, "questions", csv.s);
	str_release(&csv);
	assert_string_equal(suggested(fixture).question, "");
	assert_begins(fixture, plan_default(), id);
	answered(fixture, id, 2, 2);
	assert_string_equal(suggested(fixture).question, "");
	assert_begins(fixture, plan_default(), id);
}

#define ON_A_DATABASE(test)                                                    \
	cmocka_unit_test_setup_teardown(test, fixture_set_up, fixture_tear_down)

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    ON_A_DATABASE(a_new_database_begins_with_a_question_for_everyone),
	    ON_A_DATABASE(a_due_question_is_asked_first),
	    ON_A_DATABASE(the_least_remembered_question_is_asked_first),
	    ON_A_DATABASE(otherwise_one_that_was_never_asked),
	    ON_A_DATABASE(questions_for_more_people_come_first),
	    ON_A_DATABASE(one_that_was_never_asked_is_found_far_back),
	    ON_A_DATABASE(otherwise_one_that_was_practised_least),
	    ON_A_DATABASE(the_same_history_suggests_the_same),
	    ON_A_DATABASE(practice_goes_on_with_others),
	    ON_A_DATABASE(what_does_not_suit_the_plan_is_not_asked),
	    ON_A_DATABASE(a_round_that_is_named_is_picked_from_as_ever),
	    ON_A_DATABASE(an_id_that_is_too_long_is_passed_over),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests_name("suggest store", tests, NULL, NULL);
}
