/* SPDX-License-Identifier: MIT */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "unit.h"
#include "sample_session.h"
#include "store_fixture.h"

#include "base/mem.h"
#include "store/db.h"
#include "store/draft.h"
#include "store/history.h"
#include "store/judge.h"
#include "store/question.h"
#include "store/session.h"

/* 2026-01-01T10:00:00Z, when every session here begins. */
static const int64_t start_s = 1767261600;

/* `ms` after the start, on a clock of the machine that began at 5000. */
static struct instant
at(int64_t ms)
{
	return (struct instant){
	    .mono_ms = 5000 + ms, .wall_ms = start_s * 1000 + ms};
}

static void
add_question(struct fixture *fixture, struct session *session, const char *id)
{
	struct err err = {0};
	struct task task;

	assert_done(store_task(fixture->store, id, &task, &err), &err);
	session_add(session, &task);
}

/* A session of q-1 and, where it is not NULL, a second question. */
static void
plan(struct fixture *fixture, struct session *session, const char *second)
{
	session_init(session);
	store_new_id(session->id, start_s * 1000);
	session->started_at = start_s;
	session->utc_offset_min = 480;
	free(session->round);
	free(session->company);
	session->round = mem_text("behavioural");
	session->company = mem_text("xiaomi");
	session->n_probes = 1;
	add_question(fixture, session, "q-1");
	if (second != NULL)
		add_question(fixture, session, second);
}

/* Thinks 30 s, answers for 60 s, a probe for 10 s; rated with `rating`. */
static void
answer_and_rate(struct session *session, int rating)
{
	session_begin(session, at(0).mono_ms, start_s);
	session_tick(session, at(30000).mono_ms);
	str_add(&session->take.text, "我 led 12 people 🚀");
	session_finish(session, at(90000).mono_ms);
	str_add(&session->take.probes[0], "The funnel");
	session_finish(session, at(100000).mono_ms);
	session_predict(session, 4);
	while (
	    session->take.sheet.cursor < (int)session_task(session)->rubric.n)
		sample_rate(session, rating);
	sample_give_metric(session, true);
}

/* Each a millisecond after the one before, so that their ids sort. */
static void
keep(struct fixture *fixture, struct session *session, bool skipped, bool ended,
    char *answer_id)
{
	static int64_t kept;
	struct err err = {0};

	assert_done(store_keep_answer(fixture->store, session, skipped, ended,
			at(120000 + kept++), answer_id, &err),
	    &err);
	assert_int_equal(strlen(answer_id), ID_SIZE - 1);
}

static void
get_answer(struct fixture *fixture, const char *id, struct answer_row *row)
{
	struct err err = {0};

	assert_int_equal(store_answer_get(fixture->store, id, row, &err), 1);
}

static void
get_session(struct fixture *fixture, const char *id, struct session_row *row)
{
	struct err err = {0};

	assert_int_equal(store_session_get(fixture->store, id, row, &err), 1);
}

static int
draft_count(struct fixture *fixture)
{
	struct err err = {0};
	int n = -1;

	assert_done(store_draft_count(fixture->store, &n, &err), &err);
	return n;
}

static void
assert_near(double value, double expected)
{
	assert_true(fabs(value - expected) < 1e-9);
}

static void
an_answer_is_kept_with_its_session(void **state)
{
	struct fixture *fixture = *state;
	struct session session;
	struct session_row row;
	char id[ID_SIZE], answer_id[ID_SIZE];

	plan(fixture, &session, "q-4");
	memcpy(id, session.id, sizeof(id));
	answer_and_rate(&session, 4);
	keep(fixture, &session, false, false, answer_id);
	get_session(fixture, id, &row);
	assert_int_equal(row.started_at, start_s);
	assert_int_equal(row.ended_at, 0);
	assert_int_equal(row.utc_offset_min, 480);
	assert_string_equal(row.mode, "typed");
	assert_string_equal(row.round, "behavioural");
	assert_string_equal(row.company, "xiaomi");
	assert_string_equal(row.level, "");
	assert_int_equal(row.questions, 2);
	session_row_release(&row);
	session_release(&session);
}

static void
an_answer_keeps_every_fact(void **state)
{
	struct fixture *fixture = *state;
	struct session session;
	struct answer_row row;
	char id[ID_SIZE];

	plan(fixture, &session, "q-4");
	answer_and_rate(&session, 4);
	keep(fixture, &session, false, false, id);
	get_answer(fixture, id, &row);
	assert_string_equal(row.answer.id, id);
	assert_string_equal(row.answer.session_id, session.id);
	assert_string_equal(row.answer.question_id, "q-1");
	assert_int_equal(row.answer.attempt, 1);
	assert_int_equal(row.answer.started_at, start_s);
	assert_string_equal(row.answer.company, "xiaomi");
	assert_string_equal(row.answer.rubric, "star");
	assert_near(row.answer.limit_s, 180);
	assert_near(row.answer.think_s, 30);
	assert_near(row.answer.answer_s, 60);
	assert_near(row.answer.paused_s, 0);
	assert_true(row.answer.opening_s < 0);
	assert_int_equal(row.answer.predicted, 4);
	assert_int_equal(row.answer.metric, GIVEN_YES);
	assert_false(row.answer.hint);
	assert_false(row.answer.skipped);
	assert_string_equal(row.answer.prompt, "A failure?");
	assert_string_equal(row.answer.text, "我 led 12 people 🚀");
	assert_string_equal(row.answer.probes, "Which data?=The funnel");
	answer_row_release(&row);
	session_release(&session);
}

static void
the_next_question_waits_as_a_draft(void **state)
{
	struct fixture *fixture = *state;
	struct session session;
	char id[ID_SIZE];

	plan(fixture, &session, "q-4");
	answer_and_rate(&session, 4);
	keep(fixture, &session, false, false, id);
	assert_int_equal(session.phase, PHASE_READY);
	assert_int_equal(session.at, 1);
	assert_int_equal(draft_count(fixture), 1);
	session_release(&session);
}

static void
the_last_answer_ends_the_session(void **state)
{
	struct fixture *fixture = *state;
	struct session session;
	struct session_row row;
	struct err err = {0};
	char id[ID_SIZE];

	plan(fixture, &session, NULL);
	answer_and_rate(&session, 4);
	assert_done(
	    store_draft_put(fixture->store, &session, at(110000), &err), &err);
	keep(fixture, &session, false, false, id);
	assert_int_equal(session.phase, PHASE_DONE);
	assert_int_equal(draft_count(fixture), 0);
	get_session(fixture, session.id, &row);
	assert_int_equal(row.ended_at, start_s + 120);
	session_row_release(&row);
	session_release(&session);
}

static void
a_session_can_end_with_questions_left(void **state)
{
	struct fixture *fixture = *state;
	struct session session;
	struct session_row row;
	char id[ID_SIZE];

	plan(fixture, &session, "q-4");
	answer_and_rate(&session, 4);
	keep(fixture, &session, true, true, id);
	assert_int_equal(session.phase, PHASE_DONE);
	assert_int_equal(draft_count(fixture), 0);
	get_session(fixture, session.id, &row);
	assert_int_equal(row.ended_at, start_s + 120);
	assert_int_equal(row.questions, 2);
	session_row_release(&row);
	session_release(&session);
}

static int
rating_count(struct fixture *fixture)
{
	return (int)fixture_sql_int(
	    fixture->path, "SELECT count(*) FROM rating");
}

static void
ratings_are_kept_with_their_answer(void **state)
{
	struct fixture *fixture = *state;
	struct session session;
	struct answer_row row;
	struct rating *ratings;
	struct err err = {0};
	char id[ID_SIZE];
	int n;

	plan(fixture, &session, NULL);
	answer_and_rate(&session, 5);
	sample_rate_move(&session, -4);
	sample_rate(&session, 2);
	keep(fixture, &session, false, false, id);
	get_answer(fixture, id, &row);
	assert_int_equal(rating_count(fixture), 4);
	assert_int_equal(fixture_sql_int(fixture->path,
			     "SELECT DISTINCT rated_at FROM rating"),
	    start_s + 120);
	assert_done(store_ratings(fixture->store,
			fixture_sql_int(
			    fixture->path, "SELECT session_pk FROM session"),
			row.pk, "self", &ratings, &n, &err),
	    &err);
	assert_int_equal(n, 4);
	for (int i = 0; i < n; i++) {
		bool first = strcmp(ratings[i].signal, "situation") == 0;

		assert_int_equal(ratings[i].value, first ? 2 : 5);
		assert_string_equal(ratings[i].note, "");
	}
	ratings_free(ratings, n);
	answer_row_release(&row);
	session_release(&session);
}

static void
a_skipped_answer_has_no_ratings(void **state)
{
	struct fixture *fixture = *state;
	struct session session;
	struct answer_row row;
	char id[ID_SIZE];

	plan(fixture, &session, NULL);
	answer_and_rate(&session, 4);
	keep(fixture, &session, true, false, id);
	get_answer(fixture, id, &row);
	assert_true(row.answer.skipped);
	assert_int_equal(row.answer.attempt, 0);
	assert_string_equal(row.answer.text, "我 led 12 people 🚀");
	assert_int_equal(rating_count(fixture), 0);
	answer_row_release(&row);
	session_release(&session);
}

/* A rating is complete or not at all: a signal is missing, then only the
 * measured result. */
static void
an_unfinished_rating_is_none(void **state)
{
	struct fixture *fixture = *state;

	for (int missing = 0; missing < 2; missing++) {
		struct session session;
		char id[ID_SIZE];

		plan(fixture, &session, NULL);
		answer_and_rate(&session, 4);
		if (missing == 0)
			session.take.sheet.ratings[2] = 0;
		else
			session.take.sheet.metric = GIVEN_UNKNOWN;
		keep(fixture, &session, false, false, id);
		assert_int_equal(rating_count(fixture), 0);
		session_release(&session);
	}
}

static void
attempts_count_what_was_not_skipped(void **state)
{
	static const bool skipped[] = {false, true, false, false, true};
	static const int attempts[] = {1, 0, 2, 3, 0};
	struct fixture *fixture = *state;

	for (size_t i = 0; i < sizeof(attempts) / sizeof(attempts[0]); i++) {
		struct session session;
		struct answer_row row;
		char id[ID_SIZE];

		plan(fixture, &session, NULL);
		answer_and_rate(&session, 4);
		keep(fixture, &session, skipped[i], false, id);
		get_answer(fixture, id, &row);
		assert_int_equal(row.answer.attempt, attempts[i]);
		answer_row_release(&row);
		session_release(&session);
	}
}

/* An import counts anew, and must come to the same. */
static void
counting_attempts_anew_changes_nothing(void **state)
{
	struct fixture *fixture = *state;
	struct err err = {0};
	char *before, *after;

	attempts_count_what_was_not_skipped(state);
	before = fixture_export(fixture->store, "answers");
	assert_done(store_recount_attempts(fixture->store, &err), &err);
	after = fixture_export(fixture->store, "answers");
	assert_string_equal(before, after);
	free(before);
	free(after);
}

static void
a_deleted_attempt_does_not_count(void **state)
{
	struct fixture *fixture = *state;
	struct session session;
	struct answer_row row;
	char id[ID_SIZE];

	attempts_count_what_was_not_skipped(state);
	fixture_sql(fixture->path, "UPDATE session SET deleted_at = 1");
	plan(fixture, &session, NULL);
	answer_and_rate(&session, 4);
	keep(fixture, &session, false, false, id);
	get_answer(fixture, id, &row);
	assert_int_equal(row.answer.attempt, 1);
	answer_row_release(&row);
	session_release(&session);
}

/* The rating's table is gone, so the last step of several fails. */
static void
a_failure_changes_nothing(void **state)
{
	struct fixture *fixture = *state;
	struct session session;
	struct err err = {0};
	char id[ID_SIZE];

	plan(fixture, &session, "q-4");
	answer_and_rate(&session, 4);
	fixture_sql(fixture->path, "DROP TABLE rating");
	assert_int_equal(store_keep_answer(fixture->store, &session, false,
			     false, at(120000), id, &err),
	    -1);
	assert_true(err.text[0] != '\0');
	assert_int_equal(session.phase, PHASE_RATE);
	assert_int_equal(session.at, 0);
	assert_string_equal(session.take.text.s, "我 led 12 people 🚀");
	assert_int_equal(fixture_sql_int(fixture->path,
			     "SELECT (SELECT count(*) FROM session)"
			     " + (SELECT count(*) FROM answer)"
			     " + (SELECT count(*) FROM draft)"),
	    0);
	/* And no transaction is left open. */
	assert_done(store_begin(fixture->store, &err), &err);
	store_rollback(fixture->store);
	session_release(&session);
}

/* Ratings of a kept answer. */

struct kept {
	struct session session;
	char id[ID_SIZE];
	int64_t pk, session_pk;
};

static void
keep_one(struct fixture *fixture, struct kept *kept)
{
	struct answer_row row;

	plan(fixture, &kept->session, NULL);
	answer_and_rate(&kept->session, 3);
	keep(fixture, &kept->session, false, false, kept->id);
	get_answer(fixture, kept->id, &row);
	kept->pk = row.pk;
	kept->session_pk =
	    fixture_sql_int(fixture->path, "SELECT session_pk FROM session");
	answer_row_release(&row);
}

static void
rate(struct fixture *fixture, const struct kept *kept, const char *answer_id,
    const char *rater, int value, int64_t rated_at)
{
	static char result[] = "result", note[] = "up 12 %";
	const struct rating rating = {
	    .signal = result, .value = value, .note = note};
	struct err err = {0};

	assert_done(store_ratings_add(fixture->store, kept->session.id,
			answer_id, rater, &rating, 1, rated_at, &err),
	    &err);
}

/* The value of `result` by that rater, 0 where there is none. */
static int
rated(struct fixture *fixture, const struct kept *kept, int64_t answer_pk,
    const char *rater)
{
	struct rating *ratings;
	struct err err = {0};
	int n, value = 0;

	assert_done(store_ratings(fixture->store, kept->session_pk, answer_pk,
			rater, &ratings, &n, &err),
	    &err);
	for (int i = 0; i < n; i++)
		if (strcmp(ratings[i].signal, "result") == 0)
			value = ratings[i].value;
	ratings_free(ratings, n);
	return value;
}

static void
the_latest_rating_counts(void **state)
{
	struct fixture *fixture = *state;
	struct kept kept;

	keep_one(fixture, &kept);
	rate(fixture, &kept, kept.id, "self", 5, start_s + 500);
	assert_int_equal(rated(fixture, &kept, kept.pk, "self"), 5);
	assert_int_equal(rating_count(fixture), 5);
	session_release(&kept.session);
}

/* The clock was set back, or two ratings fell into one second: the one that
 * came last counts all the same. */
static void
a_rating_at_or_before_the_last_is_put_off(void **state)
{
	struct fixture *fixture = *state;
	struct kept kept;

	keep_one(fixture, &kept);
	rate(fixture, &kept, kept.id, "self", 5, start_s + 120);
	assert_int_equal(rated(fixture, &kept, kept.pk, "self"), 5);
	rate(fixture, &kept, kept.id, "self", 1, start_s - 99999);
	assert_int_equal(rated(fixture, &kept, kept.pk, "self"), 1);
	assert_int_equal(
	    fixture_sql_int(fixture->path, "SELECT max(rated_at) FROM rating"),
	    start_s + 122);
	session_release(&kept.session);
}

static void
raters_do_not_touch_each_other(void **state)
{
	struct fixture *fixture = *state;
	struct kept kept;

	keep_one(fixture, &kept);
	rate(fixture, &kept, kept.id, "Mei", 1, start_s + 10);
	rate(fixture, &kept, kept.id, "cold", 2, start_s + 20);
	assert_int_equal(rated(fixture, &kept, kept.pk, "self"), 3);
	assert_int_equal(rated(fixture, &kept, kept.pk, "Mei"), 1);
	assert_int_equal(rated(fixture, &kept, kept.pk, "cold"), 2);
	assert_int_equal(rated(fixture, &kept, kept.pk, "Bo"), 0);
	assert_int_equal(
	    fixture_sql_int(fixture->path, "SELECT rated_at FROM rating"
					   " WHERE rater = 'Mei'"),
	    start_s + 10);
	session_release(&kept.session);
}

static void
a_session_is_rated_apart_from_its_answers(void **state)
{
	struct fixture *fixture = *state;
	struct kept kept;

	keep_one(fixture, &kept);
	rate(fixture, &kept, "", "self", 5, start_s + 120);
	assert_int_equal(rated(fixture, &kept, 0, "self"), 5);
	assert_int_equal(rated(fixture, &kept, kept.pk, "self"), 3);
	assert_int_equal(
	    fixture_sql_int(fixture->path, "SELECT rated_at FROM rating"
					   " WHERE answer_pk IS NULL"),
	    start_s + 120);
	session_release(&kept.session);
}

/* Keeps an answer that tells its attempt; how many steps that took. */
static int
steps_of_attempt(struct fixture *fixture, const char *session_id, int attempt)
{
	struct answer answer;
	struct err err = {0};
	char none[] = "", id[ID_SIZE], *of_session = mem_text(session_id);

	store_new_id(id, start_s * 1000);
	answer = (struct answer){
	    .id = id,
	    .session_id = of_session,
	    .question_id = of_session,
	    .started_at = start_s,
	    .attempt = attempt,
	    .round = none,
	    .company = none,
	    .level = none,
	    .rubric = none,
	    .splits = none,
	    .prompt = none,
	    .text = none,
	    .probes = none,
	};
	assert_done(store_answer_add(fixture->store, &answer, &err), &err);
	free(of_session);
	return sqlite3_stmt_status(fixture->store->stmts[STMT_ANSWER_ADD],
	    SQLITE_STMTSTATUS_VM_STEP, 1);
}

/* So that a long history can be made in a time that grows with it only. */
static void
an_attempt_that_is_told_is_not_counted(void **state)
{
	enum { MANY = 50 };
	struct fixture *fixture = *state;
	struct kept kept;
	int steps;

	keep_one(fixture, &kept);
	steps_of_attempt(fixture, kept.session.id, 1);
	steps = steps_of_attempt(fixture, kept.session.id, 2);
	for (int i = 0; i < MANY; i++)
		assert_int_equal(
		    steps_of_attempt(fixture, kept.session.id, 7), steps);
	assert_int_equal(fixture_sql_int(fixture->path,
			     "SELECT count(*) FROM answer WHERE attempt = 7"),
	    MANY);
	assert_true(steps_of_attempt(fixture, kept.session.id, 0) > steps);
	assert_int_equal(
	    fixture_sql_int(fixture->path, "SELECT max(attempt) FROM answer"),
	    MANY + 3);
	session_release(&kept.session);
}

#define ON_A_DATABASE(test)                                                    \
	cmocka_unit_test_setup_teardown(test, fixture_set_up, fixture_tear_down)

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    ON_A_DATABASE(an_answer_is_kept_with_its_session),
	    ON_A_DATABASE(an_answer_keeps_every_fact),
	    ON_A_DATABASE(the_next_question_waits_as_a_draft),
	    ON_A_DATABASE(the_last_answer_ends_the_session),
	    ON_A_DATABASE(a_session_can_end_with_questions_left),
	    ON_A_DATABASE(ratings_are_kept_with_their_answer),
	    ON_A_DATABASE(a_skipped_answer_has_no_ratings),
	    ON_A_DATABASE(an_unfinished_rating_is_none),
	    ON_A_DATABASE(attempts_count_what_was_not_skipped),
	    ON_A_DATABASE(counting_attempts_anew_changes_nothing),
	    ON_A_DATABASE(a_deleted_attempt_does_not_count),
	    ON_A_DATABASE(an_attempt_that_is_told_is_not_counted),
	    ON_A_DATABASE(a_failure_changes_nothing),
	    ON_A_DATABASE(the_latest_rating_counts),
	    ON_A_DATABASE(a_rating_at_or_before_the_last_is_put_off),
	    ON_A_DATABASE(raters_do_not_touch_each_other),
	    ON_A_DATABASE(a_session_is_rated_apart_from_its_answers),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests_name("session_store", tests, NULL, NULL);
}
