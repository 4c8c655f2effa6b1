/* SPDX-License-Identifier: MIT */
#include <stdlib.h>
#include <string.h>

#include "unit.h"
#include "store_fixture.h"

#include "base/str.h"
#include "store/judge.h"

/* A behavioural answer as a file holds it. */
struct made {
	const char *id, *rubric, *limit_s, *answer_s, *paused_s, *hint,
	    *skipped, *metric;
	int ratings[4]; /* 0: none */
};

static const struct made good = {
    .id = "a-1",
    .rubric = "star",
    .limit_s = "180",
    .answer_s = "170.25",
    .paused_s = "0",
    .hint = "no",
    .skipped = "no",
    .metric = "yes",
    .ratings = {4, 4, 4, 4},
};

static void
import_session(struct fixture *fixture, const char *ended_at, int questions)
{
	struct str csv = STR_INIT;

	str_addf(&csv,
	    "session_id,started_at,ended_at,round,questions\r\n"
	    "s-1,2026-01-01T10:00:00Z,%s,behavioural,%d\r\n",
	    ended_at, questions);
	fixture_import(fixture->store, "sessions", csv.s);
	str_release(&csv);
}

static void
import_ratings(struct fixture *fixture, const char *answer, const char *rater,
    const char *at, const int *ratings)
{
	static const char *const signals[] = {
	    "situation", "task", "action", "result"};
	struct str csv = STR_INIT;

	str_add(&csv, "answer_id,session_id,rater,signal,rating,rated_at\r\n");
	for (int i = 0; i < 4; i++)
		if (ratings[i] > 0)
			str_addf(&csv, "%s,s-1,%s,%s,%d,%s\r\n", answer, rater,
			    signals[i], ratings[i], at);
	fixture_import(fixture->store, "ratings", csv.s);
	str_release(&csv);
}

static void
import_answer(struct fixture *fixture, struct made made)
{
	struct str csv = STR_INIT;

	str_addf(&csv,
	    "answer_id,session_id,question_id,started_at,rubric,limit_s,"
	    "answer_s,paused_s,hint,skipped,metric_given\r\n"
	    "%s,s-1,q-1,2026-01-01T10:00:00Z,%s,%s,%s,%s,%s,%s,%s\r\n",
	    made.id, made.rubric, made.limit_s, made.answer_s, made.paused_s,
	    made.hint, made.skipped, made.metric);
	fixture_import(fixture->store, "answers", csv.s);
	str_release(&csv);
	if (strcmp(made.skipped, "yes") != 0)
		import_ratings(fixture, made.id, "self", "2026-01-01T10:05:00Z",
		    made.ratings);
}

static struct answer_judged
judged(struct fixture *fixture, const char *rater)
{
	struct answer_judged judged;
	struct err err = {0};

	assert_done(judge_answer(fixture->store,
			fixture_sql_int(fixture->path,
			    "SELECT answer_pk FROM answer WHERE id = 'a-1'"),
			rater, &judged, &err),
	    &err);
	return judged;
}

static struct session_judged
session_by(struct fixture *fixture, const char *rater)
{
	struct session_judged judged;
	struct err err = {0};

	assert_done(judge_session(fixture->store,
			fixture_sql_int(fixture->path,
			    "SELECT session_pk FROM session WHERE id = 's-1'"),
			rater, &judged, &err),
	    &err);
	return judged;
}

static void
assert_overall(struct score score, int64_t num, int64_t den)
{
	assert_int_equal(score.num, num);
	assert_int_equal(score.den, den);
}

static void
an_answer_is_judged_by_its_ratings(void **state)
{
	struct made made = good;
	struct answer_judged answer;

	/* (1·5 + 2·4 + 3·2 + 4·4) / 10 is the bar itself. */
	memcpy(made.ratings, (int[]){5, 4, 2, 4}, sizeof(made.ratings));
	import_session(*state, "2026-01-01T10:20:00Z", 1);
	import_answer(*state, made);
	answer = judged(*state, "self");
	assert_overall(answer.judged.overall, 7, 2);
	assert_int_equal(answer.judged.verdict, VERDICT_HIRE);
	assert_int_equal(answer.judged.caps, 0);
	assert_int_equal(answer.judged.limiting, 2);
	assert_string_equal(answer.rubric->key, "star");
	assert_int_equal(answer.ratings[0], 5);
	assert_true(answer.clean);
}

static void
without_a_measured_result_it_is_capped(void **state)
{
	static const char *const given[] = {"no", ""};

	import_session(*state, "2026-01-01T10:20:00Z", 1);
	for (size_t i = 0; i < 2; i++) {
		struct made made = good;
		struct answer_judged answer;

		made.metric = given[i];
		import_answer(*state, made);
		answer = judged(*state, "self");
		assert_int_equal(answer.judged.verdict, VERDICT_REINTERVIEW);
		assert_int_equal(answer.judged.caps, CAP_NO_METRIC);
		assert_overall(answer.judged.overall, 4, 1);
	}
}

static void
the_latest_rating_of_a_signal_counts(void **state)
{
	const int later[] = {0, 0, 0, 1}, earlier[] = {1, 1, 1, 1};
	struct answer_judged answer;

	import_session(*state, "2026-01-01T10:20:00Z", 1);
	import_answer(*state, good);
	import_ratings(*state, "a-1", "self", "2026-01-01T10:06:00Z", later);
	import_ratings(*state, "a-1", "self", "2026-01-01T10:04:00Z", earlier);
	answer = judged(*state, "self");
	/* (4 + 8 + 12 + 4) / 10 */
	assert_overall(answer.judged.overall, 14, 5);
	assert_int_equal(answer.judged.limiting, 3);
}

static void
each_rater_has_a_verdict(void **state)
{
	const int cold[] = {2, 2, 2, 2}, peer[] = {5, 5, 5, 0};

	import_session(*state, "2026-01-01T10:20:00Z", 1);
	import_answer(*state, good);
	import_ratings(*state, "a-1", "cold", "2026-01-02T10:00:00Z", cold);
	import_ratings(*state, "a-1", "Mei", "2026-01-02T10:00:00Z", peer);
	assert_int_equal(judged(*state, "self").judged.verdict, VERDICT_HIRE);
	assert_int_equal(judged(*state, "cold").judged.verdict, VERDICT_REJECT);
	assert_int_equal(judged(*state, "Mei").judged.verdict, VERDICT_NONE);
	assert_int_equal(judged(*state, "Bo").judged.verdict, VERDICT_NONE);
}

static void
an_incomplete_rating_gives_no_verdict(void **state)
{
	struct made made = good;
	struct answer_judged answer;

	made.ratings[1] = 0;
	import_session(*state, "2026-01-01T10:20:00Z", 1);
	import_answer(*state, made);
	answer = judged(*state, "self");
	assert_int_equal(answer.judged.verdict, VERDICT_NONE);
	assert_false(score_exists(answer.judged.overall));
	assert_int_equal(answer.judged.limiting, -1);
	assert_false(answer.clean);
}

/* Whatever a file holds beside it. */
static void
a_skipped_answer_is_not_judged(void **state)
{
	struct fixture *fixture = *state;
	struct answer_judged answer;

	import_session(fixture, "2026-01-01T10:20:00Z", 1);
	import_answer(fixture, good);
	fixture_sql(fixture->path, "UPDATE answer SET skipped = 'yes'");
	answer = judged(fixture, "self");
	assert_int_equal(answer.judged.verdict, VERDICT_NONE);
	assert_false(score_exists(answer.judged.overall));
	assert_false(answer.clean);
}

static void
without_its_rubric_it_is_not_judged(void **state)
{
	struct made made = good;
	struct answer_judged answer;

	made.rubric = "gone";
	import_session(*state, "2026-01-01T10:20:00Z", 1);
	import_answer(*state, made);
	answer = judged(*state, "self");
	assert_null(answer.rubric);
	assert_int_equal(answer.judged.verdict, VERDICT_NONE);
	assert_false(answer.clean);
}

static void
a_missing_answer_is_an_error(void **state)
{
	const struct fixture *fixture = *state;
	struct answer_judged answer;
	struct err err = {0};

	assert_int_equal(
	    judge_answer(fixture->store, 99, "self", &answer, &err), -1);
}

/* The second answer of a mock: one thing changes, and it is clean no more. */
static const struct {
	const char *ended_at;
	int questions;
	const char *limit_s, *answer_s, *paused_s, *hint, *skipped;
	int last_rating;
	bool clean;
} mocks[] = {
    {"2026-01-01T10:20:00Z", 2, "180", "100", "0", "no", "no", 2, true},
    {"2026-01-01T10:20:00Z", 1, "180", "100", "0", "no", "no", 2, true},
    {"2026-01-01T10:20:00Z", 2, "180", "195", "0", "no", "no", 2, true},
    {"2026-01-01T10:20:00Z", 2, "180", "195.001", "0", "no", "no", 2, false},
    {"2026-01-01T10:20:00Z", 2, "", "100", "0", "no", "no", 2, false},
    {"2026-01-01T10:20:00Z", 2, "0", "100", "0", "no", "no", 2, false},
    {"2026-01-01T10:20:00Z", 2, "180", "100", "0.001", "no", "no", 2, false},
    {"2026-01-01T10:20:00Z", 2, "180", "100", "0", "yes", "no", 2, false},
    {"2026-01-01T10:20:00Z", 2, "180", "100", "0", "no", "yes", 2, false},
    {"2026-01-01T10:20:00Z", 2, "180", "100", "0", "no", "no", 0, false},
    {"2026-01-01T10:20:00Z", 3, "180", "100", "0", "no", "no", 2, false},
    {"", 2, "180", "100", "0", "no", "no", 2, false},
};

static struct made
second_of_mock(size_t i)
{
	return (struct made){
	    .id = "a-2",
	    .rubric = "star",
	    .limit_s = mocks[i].limit_s,
	    .answer_s = mocks[i].answer_s,
	    .paused_s = mocks[i].paused_s,
	    .hint = mocks[i].hint,
	    .skipped = mocks[i].skipped,
	    .metric = "no",
	    .ratings = {5, 1, 3, mocks[i].last_rating},
	};
}

static void
each_condition_alone_breaks_a_clean_mock(void **state)
{
	struct fixture *fixture = *state;

	for (size_t i = 0; i < sizeof(mocks) / sizeof(mocks[0]); i++) {
		struct session_judged session;

		import_session(fixture, mocks[i].ended_at, mocks[i].questions);
		import_answer(fixture, good);
		import_answer(fixture, second_of_mock(i));
		session = session_by(fixture, "self");
		if (session.clean != mocks[i].clean)
			print_error("mock %zu\n", i);
		assert_int_equal(session.clean, mocks[i].clean);
		session_judged_release(&session);
		fixture_sql(fixture->path,
		    "DELETE FROM rating; DELETE FROM answer;"
		    "DELETE FROM session");
	}
}

static void
a_session_without_answers_is_nothing(void **state)
{
	struct session_judged session;

	import_session(*state, "2026-01-01T10:20:00Z", 0);
	session = session_by(*state, "self");
	assert_int_equal(session.verdict, VERDICT_NONE);
	assert_false(score_exists(session.overall));
	assert_string_equal(session.limiting, "");
	assert_int_equal(session.answered, 0);
	assert_false(session.clean);
	session_judged_release(&session);
}

static void
a_session_is_judged_by_its_rated_answers(void **state)
{
	struct made second = good, skipped = good, unrated = good;
	struct session_judged session;

	second.id = "a-2";
	memcpy(second.ratings, (int[]){2, 3, 3, 3}, sizeof(second.ratings));
	skipped.id = "a-3";
	skipped.skipped = "yes";
	unrated.id = "a-4";
	memset(unrated.ratings, 0, sizeof(unrated.ratings));
	import_session(*state, "2026-01-01T10:20:00Z", 4);
	import_answer(*state, good);
	import_answer(*state, second);
	import_answer(*state, skipped);
	import_answer(*state, unrated);
	session = session_by(*state, "self");
	/* (4 + 2.9) / 2 */
	assert_overall(session.overall, 69, 20);
	assert_int_equal(session.verdict, VERDICT_REINTERVIEW);
	assert_int_equal(session.caps, 0);
	assert_string_equal(session.limiting, "situation");
	assert_int_equal(session.answered, 3);
	assert_int_equal(session.skipped, 1);
	assert_false(session.clean);
	session_judged_release(&session);
}

static void
one_rejected_answer_caps_the_session(void **state)
{
	struct made second = good, third = good;
	struct session_judged session;

	second.id = "a-2";
	third.id = "a-3";
	memcpy(second.ratings, (int[]){5, 5, 5, 5}, sizeof(second.ratings));
	memcpy(third.ratings, (int[]){2, 2, 2, 2}, sizeof(third.ratings));
	import_session(*state, "2026-01-01T10:20:00Z", 3);
	import_answer(*state, good);
	import_answer(*state, second);
	import_answer(*state, third);
	session = session_by(*state, "self");
	assert_overall(session.overall, 11, 3);
	assert_int_equal(session.verdict, VERDICT_REINTERVIEW);
	assert_int_equal(session.caps, CAP_REJECTED_ANSWER);
	session_judged_release(&session);
}

/* They have no answer: they do not count here. */
static void
the_levels_ratings_change_no_verdict(void **state)
{
	const int ratings[] = {1, 1, 1, 1};
	struct session_judged session;

	import_session(*state, "2026-01-01T10:20:00Z", 1);
	import_answer(*state, good);
	import_ratings(*state, "", "self", "2026-01-01T10:30:00Z", ratings);
	session = session_by(*state, "self");
	assert_overall(session.overall, 4, 1);
	assert_int_equal(session.verdict, VERDICT_HIRE);
	assert_string_equal(session.limiting, "result");
	assert_true(session.clean);
	session_judged_release(&session);
}

static void
notes_come_with_their_ratings(void **state)
{
	struct fixture *fixture = *state;
	struct rating *ratings;
	struct err err = {0};
	int n;

	import_session(fixture, "2026-01-01T10:20:00Z", 1);
	import_answer(fixture, good);
	fixture_import(fixture->store, "ratings",
	    "answer_id,session_id,rater,signal,rating,rated_at,note\r\n"
	    "a-1,s-1,self,task,5,2026-01-01T11:00:00Z,\"\"\"I led\"\" "
	    "我们\"\r\n"
	    "a-1,s-1,self,task,4,2026-01-01T10:59:00Z,older\r\n");
	assert_done(
	    store_ratings(fixture->store, 1, 1, "self", &ratings, &n, &err),
	    &err);
	assert_int_equal(n, 4);
	for (int i = 0; i < n; i++) {
		if (strcmp(ratings[i].signal, "task") != 0)
			continue;
		assert_int_equal(ratings[i].value, 5);
		assert_string_equal(ratings[i].note, "\"I led\" 我们");
	}
	ratings_free(ratings, n);
}

#define ON_A_DATABASE(test)                                                    \
	cmocka_unit_test_setup_teardown(test, fixture_set_up, fixture_tear_down)

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    ON_A_DATABASE(an_answer_is_judged_by_its_ratings),
	    ON_A_DATABASE(without_a_measured_result_it_is_capped),
	    ON_A_DATABASE(the_latest_rating_of_a_signal_counts),
	    ON_A_DATABASE(each_rater_has_a_verdict),
	    ON_A_DATABASE(an_incomplete_rating_gives_no_verdict),
	    ON_A_DATABASE(a_skipped_answer_is_not_judged),
	    ON_A_DATABASE(without_its_rubric_it_is_not_judged),
	    ON_A_DATABASE(a_missing_answer_is_an_error),
	    ON_A_DATABASE(each_condition_alone_breaks_a_clean_mock),
	    ON_A_DATABASE(a_session_without_answers_is_nothing),
	    ON_A_DATABASE(a_session_is_judged_by_its_rated_answers),
	    ON_A_DATABASE(one_rejected_answer_caps_the_session),
	    ON_A_DATABASE(the_levels_ratings_change_no_verdict),
	    ON_A_DATABASE(notes_come_with_their_ratings),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests_name("judge", tests, NULL, NULL);
}
