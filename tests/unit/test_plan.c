/* SPDX-License-Identifier: MIT */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "unit.h"
#include "store_fixture.h"

#include "base/str.h"
#include "store/plan.h"

/* 2026-01-01T10:00:00.250Z */
static const struct instant now = {
    .mono_ms = 77, .wall_ms = INT64_C(1767261600250)};

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

static struct plan
plan_for(const char *round)
{
	struct plan plan = plan_default();

	plan.round = round;
	return plan;
}

static void
assert_seconds(double value, double expected)
{
	assert_true(fabs(value - expected) < 1e-9);
}

static void
a_plan_is_as_the_round_has_it(void **state)
{
	struct session session = planned(*state, plan_for("behavioural"));

	assert_int_equal(strlen(session.id), ID_SIZE - 1);
	assert_int_equal(session.started_at, 1767261600);
	assert_int_equal(session.phase, PHASE_READY);
	assert_int_equal(session.at, 0);
	assert_int_equal(session.n_tasks, 3);
	assert_int_equal(session.mode, MODE_SPOKEN);
	assert_false(session.mode_asked);
	assert_false(session.strict);
	assert_int_equal(session.n_probes, 0);
	assert_string_equal(session.round, "behavioural");
	for (int i = 0; i < session.n_tasks; i++)
		assert_seconds(session.tasks[i].think_s, 30);
	session_release(&session);
}

static void
what_the_user_says_wins(void **state)
{
	struct plan plan = plan_for("behavioural");
	struct session session;

	plan.questions = 4;
	plan.company = "tencent";
	plan.level = "senior";
	plan.seconds = 45.5;
	plan.think_s = 0;
	plan.probes = 2;
	plan.mode = MODE_SPOKEN;
	plan.strict = true;
	session = planned(*state, plan);
	assert_int_equal(session.n_tasks, 4);
	assert_string_equal(session.company, "tencent");
	assert_string_equal(session.level, "senior");
	assert_int_equal(session.n_probes, 2);
	assert_int_equal(session.mode, MODE_SPOKEN);
	assert_true(session.strict);
	for (int i = 0; i < session.n_tasks; i++) {
		assert_seconds(session.tasks[i].limit_s, 45.5);
		assert_seconds(session.tasks[i].think_s, 0);
	}
	session_release(&session);
}

/* Task was rated 4 and result 2; action never was. */
static void
probes_of_weak_signals_come_first(void **state)
{
	static const int weak_first[SESSION_PROBES] = {2, 1, 0};
	const struct fixture *fixture = *state;
	struct plan plan = plan_for(NULL);
	struct session session;

	fixture_import(fixture->store, "questions",
	    "id,prompt,round,rubric,probes\r\nkeyed,Why?,behavioural,star,"
	    "action: Who?|task: What?|result: How much?\r\n");
	fixture_import(fixture->store, "sessions",
	    "session_id,started_at,ended_at,round\r\n"
	    "s,2026-01-01T00:00:00Z,2026-01-01T00:10:00Z,behavioural\r\n");
	fixture_import(fixture->store, "answers",
	    "answer_id,session_id,question_id,started_at,round,rubric\r\n"
	    "a,s,q-1,2026-01-01T00:00:00Z,behavioural,star\r\n");
	fixture_import(fixture->store, "ratings",
	    "answer_id,session_id,rater,signal,rating,rated_at\r\n"
	    "a,s,self,task,4,2026-01-01T00:10:00Z\r\n"
	    "a,s,self,result,2,2026-01-01T00:10:00Z\r\n");
	plan.question = "keyed";
	plan.probes = 3;
	session = planned(*state, plan);
	assert_memory_equal(
	    session.tasks[0].probe_order, weak_first, sizeof(weak_first));
	session_release(&session);
}

static void
each_question_keeps_its_own_time(void **state)
{
	struct plan plan = plan_for("behavioural");
	struct session session;

	plan.questions = 4;
	session = planned(*state, plan);
	for (int i = 0; i < session.n_tasks; i++) {
		bool q_4 = strcmp(session.tasks[i].question.id, "q-4") == 0;

		assert_seconds(session.tasks[i].limit_s, q_4 ? 90 : 180);
	}
	session_release(&session);
}

static void
one_question_can_be_named(void **state)
{
	struct plan plan = plan_for("general");
	struct session session;

	plan.question = "q-2";
	session = planned(*state, plan);
	assert_int_equal(session.n_tasks, 1);
	assert_string_equal(session.tasks[0].question.id, "q-2");
	assert_string_equal(session.round, "behavioural");
	assert_string_equal(session.company, "tencent");
	assert_string_equal(session.level, "senior");
	session_release(&session);
}

/* q-2 is for tencent, the others for anyone. */
static void
what_questions_do_not_share_is_left_open(void **state)
{
	struct plan plan = plan_for("behavioural");
	struct session session;

	plan.questions = 4;
	session = planned(*state, plan);
	assert_string_equal(session.company, "");
	assert_string_equal(session.level, "");
	session_release(&session);
}

/* g-1 is for any company and level, which is no company's name. */
static void
what_is_for_anyone_is_left_open_too(void **state)
{
	struct session session = planned(*state, plan_for("general"));

	assert_string_equal(session.round, "general");
	assert_string_equal(session.company, "");
	assert_string_equal(session.level, "");
	session_release(&session);
}

static void
the_same_seed_plans_the_same(void **state)
{
	struct plan plan = plan_for("behavioural");

	plan.has_seed = true;
	for (plan.seed = 0; plan.seed < 10; plan.seed++) {
		struct session a = planned(*state, plan);
		struct session b = planned(*state, plan);

		for (int i = 0; i < 3; i++)
			assert_string_equal(
			    a.tasks[i].question.id, b.tasks[i].question.id);
		assert_string_not_equal(a.id, b.id);
		session_release(&a);
		session_release(&b);
	}
}

static void
assert_no_plan(void **state, struct plan plan, const char *says)
{
	const struct fixture *fixture = *state;
	struct session session;
	struct err err = {0};

	assert_int_equal(
	    store_plan_session(fixture->store, &plan, now, &session, &err), -1);
	if (strstr(err.text, says) == NULL)
		print_error("%s\n", err.text);
	assert_non_null(strstr(err.text, says));
}

static void
what_cannot_be_planned_says_why(void **state)
{
	struct plan plan = plan_for("general");

	plan.company = "acme";
	fixture_import(((struct fixture *)*state)->store, "questions",
	    "id,prompt,round,company\r\ng-1,Why you?,general,tencent\r\n");
	assert_no_plan(state, plan,
	    "no question fits round general, company "
	    "acme, level any");
	assert_no_plan(state, plan_for("painting"), "painting");
	plan.question = "q-77";
	assert_no_plan(state, plan, "q-77");
}

/* What to practise next. */

static struct suggestion
suggested(const struct fixture *fixture)
{
	struct suggestion suggestion;
	struct err err = {0};

	assert_done(
	    store_suggest(fixture->store, now, &suggestion, &err), &err);
	return suggestion;
}

/* Sessions of one answer each, a day after the other, rated on `result`. */
static void
practise(
    const struct fixture *fixture, const char *round, const int *ratings, int n)
{
	struct str sessions = STR_INIT, answers = STR_INIT, rated = STR_INIT;

	str_add(&sessions, "session_id,started_at,ended_at,round\r\n");
	str_add(&answers, "answer_id,session_id,question_id,started_at,round,"
			  "rubric\r\n");
	str_add(
	    &rated, "answer_id,session_id,rater,signal,rating,rated_at\r\n");
	for (int i = 1; i <= n; i++) {
		str_addf(&sessions,
		    "s-%d,2026-01-0%dT10:00:00Z,2026-01-0%dT11:00:00Z,%s\r\n",
		    i, i, i, round);
		str_addf(&answers,
		    "a-%d,s-%d,q-3,2026-01-0%dT10:00:00Z,%s,plain\r\n", i, i, i,
		    round);
		str_addf(&rated,
		    "a-%d,s-%d,self,result,%d,2026-01-0%dT11:00:00Z\r\n", i, i,
		    ratings[i - 1], i);
	}
	fixture_import(fixture->store, "sessions", sessions.s);
	fixture_import(fixture->store, "answers", answers.s);
	fixture_import(fixture->store, "ratings", rated.s);
	str_release(&sessions);
	str_release(&answers);
	str_release(&rated);
}

static void
a_new_database_suggests_a_first_round(void **state)
{
	struct suggestion suggestion = suggested(*state);
	struct session session = planned(*state, plan_default());

	assert_string_equal(suggestion.round, "behavioural");
	assert_non_null(strstr(suggestion.reason, "first round"));
	assert_string_equal(session.round, "behavioural");
	session_release(&session);
}

static void
the_weakest_signal_of_the_latest_sessions_is_suggested(void **state)
{
	/* The last five: 13 / 5. */
	const int ratings[] = {5, 5, 3, 2, 3, 2, 3};

	practise(*state, "general", ratings, 7);
	assert_string_equal(suggested(*state).round, "general");
	assert_string_equal(suggested(*state).reason,
	    "Result averages 2.6 over your last 5 sessions, under the 3.5 "
	    "bar");
}

static void
one_bad_session_is_not_a_weakness(void **state)
{
	const struct fixture *fixture = *state;
	const int ratings[] = {3, 2};

	practise(fixture, "general", ratings, 2);
	fixture_import(fixture->store, "ratings",
	    "answer_id,session_id,rater,signal,rating,rated_at\r\n"
	    "a-2,s-2,self,action,1,2026-01-02T11:00:00Z\r\n");
	assert_string_equal(suggested(fixture).reason,
	    "Result averages 2.5 over your last 2 sessions, under the 3.5 "
	    "bar");
	fixture_import(fixture->store, "ratings",
	    "answer_id,session_id,rater,signal,rating,rated_at\r\n"
	    "a-1,s-1,self,action,1,2026-01-01T11:00:00Z\r\n");
	assert_non_null(
	    strstr(suggested(fixture).reason, "ction averages 1.0 over"));
}

static void
an_unfinished_session_is_not_counted(void **state)
{
	const struct fixture *fixture = *state;
	const int ratings[] = {2, 2, 5};

	practise(fixture, "general", ratings, 3);
	fixture_sql(fixture->path,
	    "UPDATE session SET ended_at = NULL WHERE id = 's-3'");
	assert_string_equal(suggested(fixture).reason,
	    "Result averages 2.0 over your last 2 sessions, under the 3.5 "
	    "bar");
}

static void
a_round_of_the_loop_that_was_not_practised_is_suggested(void **state)
{
	const struct fixture *fixture = *state;
	const int ratings[] = {4, 5};

	fixture_import(fixture->store, "rounds",
	    "round,label,rubric,seconds,think_s,questions\r\n"
	    "craft,Craft,plain,60,0,1\r\n");
	fixture_import(fixture->store, "loops",
	    "loop,position,round,gate\r\n"
	    "core,1,behavioural,no\r\ncore,2,behavioural,no\r\n"
	    "core,3,elsewhere,no\r\ncore,4,craft,no\r\n"
	    "mine,1,general,no\r\nnowhere,1,elsewhere,no\r\n");
	assert_string_equal(suggested(fixture).round, "behavioural");
	practise(fixture, "behavioural", ratings, 2);
	assert_string_equal(suggested(fixture).round, "craft");
	assert_non_null(strstr(suggested(fixture).reason, "most loops"));
	store_set_plan(fixture->store, "mine");
	assert_string_equal(suggested(fixture).round, "general");
	assert_non_null(strstr(suggested(fixture).reason, "plan, mine,"));
}

static void
a_plan_that_is_not_there_is_named(void **state)
{
	const struct fixture *fixture = *state;
	struct suggestion suggestion;
	struct err err = {0};

	store_set_plan(fixture->store, "nowhere");
	assert_int_equal(
	    store_suggest(fixture->store, now, &suggestion, &err), -1);
	assert_non_null(strstr(err.text, "plan = nowhere"));
}

/* A history that came from elsewhere may name no round, or one that is not
 * known here: what is suggested can be practised all the same. */
static void
a_suggested_round_can_be_practised(void **state)
{
	static const char *const rounds[] = {"", "elsewhere"};
	const int ratings[] = {2};

	for (size_t i = 0; i < 2; i++) {
		struct session session;

		practise(*state, rounds[i], ratings, 1);
		session = planned(*state, plan_default());
		assert_true(session.n_tasks > 0);
		session_release(&session);
	}
}

static void
labels_are_for_people(void **state)
{
	const struct fixture *fixture = *state;
	struct err err = {0};
	char *label;

	assert_done(
	    store_signal_label(fixture->store, "result", &label, &err), &err);
	assert_string_equal(label, "Result");
	free(label);
	assert_done(
	    store_signal_label(fixture->store, "none", &label, &err), &err);
	assert_string_equal(label, "none");
	free(label);
	assert_done(
	    store_round_label(fixture->store, "general", &label, &err), &err);
	assert_string_equal(label, "General");
	free(label);
	assert_done(
	    store_round_label(fixture->store, "none", &label, &err), &err);
	assert_string_equal(label, "none");
	free(label);
}

#define ON_A_DATABASE(test)                                                    \
	cmocka_unit_test_setup_teardown(test, fixture_set_up, fixture_tear_down)

static void
assert_mode(void **state, struct plan plan, enum mode mode)
{
	struct session session = planned(*state, plan);

	assert_int_equal(session.mode, mode);
	session_release(&session);
}

static void
a_round_that_tells_a_story_is_spoken(void **state)
{
	struct plan plan = plan_for("behavioural");

	assert_mode(state, plan, MODE_SPOKEN);
	assert_mode(state, plan_for("general"), MODE_TYPED);
	plan.has_mode = true;
	assert_mode(state, plan, MODE_TYPED);
	plan.mode = MODE_SPOKEN;
	plan.round = "general";
	assert_mode(state, plan, MODE_SPOKEN);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    ON_A_DATABASE(a_plan_is_as_the_round_has_it),
	    ON_A_DATABASE(a_round_that_tells_a_story_is_spoken),
	    ON_A_DATABASE(what_the_user_says_wins),
	    ON_A_DATABASE(probes_of_weak_signals_come_first),
	    ON_A_DATABASE(each_question_keeps_its_own_time),
	    ON_A_DATABASE(one_question_can_be_named),
	    ON_A_DATABASE(what_questions_do_not_share_is_left_open),
	    ON_A_DATABASE(what_is_for_anyone_is_left_open_too),
	    ON_A_DATABASE(the_same_seed_plans_the_same),
	    ON_A_DATABASE(what_cannot_be_planned_says_why),
	    ON_A_DATABASE(a_new_database_suggests_a_first_round),
	    ON_A_DATABASE(
		the_weakest_signal_of_the_latest_sessions_is_suggested),
	    ON_A_DATABASE(one_bad_session_is_not_a_weakness),
	    ON_A_DATABASE(an_unfinished_session_is_not_counted),
	    ON_A_DATABASE(
		a_round_of_the_loop_that_was_not_practised_is_suggested),
	    ON_A_DATABASE(a_plan_that_is_not_there_is_named),
	    ON_A_DATABASE(a_suggested_round_can_be_practised),
	    ON_A_DATABASE(labels_are_for_people),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests_name("plan", tests, NULL, NULL);
}
