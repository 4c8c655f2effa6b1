/* SPDX-License-Identifier: MIT */
#include "unit.h"
#include "sample_session.h"

#include "core/session.h"

static void
a_prediction_is_one_to_five_or_none(void **state)
{
	struct session session;

	(void)state;
	sample_answering(&session);
	session_predict(&session, 4);
	assert_int_equal(session.phase, PHASE_ANSWER);
	session_finish(&session, 60000);
	session_predict(&session, 6);
	session_predict(&session, -1);
	assert_int_equal(session.phase, PHASE_PREDICT);
	session_predict(&session, 0);
	assert_int_equal(session.phase, PHASE_RATE);
	assert_int_equal(session.take.predicted, 0);
	session_release(&session);
}

static void
rating_moves_to_the_next_signal_without_one(void **state)
{
	struct session session;

	(void)state;
	sample_rating(&session);
	sample_rate(&session, 3);
	assert_int_equal(session.take.sheet.cursor, 1);
	sample_rate_move(&session, 2);
	assert_int_equal(session.take.sheet.cursor, 3);
	sample_rate(&session, 5);
	assert_int_equal(session.take.sheet.cursor, 1);
	sample_rate(&session, 4);
	assert_int_equal(session.take.sheet.cursor, 2);
	assert_false(session_rated(&session));
	sample_rate(&session, 2);
	assert_int_equal(session.take.sheet.cursor, 4);
	assert_int_equal(session.take.sheet.ratings[0], 3);
	assert_int_equal(session.take.sheet.ratings[1], 4);
	assert_int_equal(session.take.sheet.ratings[2], 2);
	assert_int_equal(session.take.sheet.ratings[3], 5);
	session_release(&session);
}

static void
a_signal_can_be_rated_again(void **state)
{
	struct session session;

	(void)state;
	sample_rating(&session);
	for (int i = 0; i < 4; i++)
		sample_rate(&session, 3);
	sample_rate_move(&session, -3);
	assert_int_equal(session.take.sheet.cursor, 1);
	sample_rate(&session, 5);
	assert_int_equal(session.take.sheet.ratings[1], 5);
	assert_int_equal(session.take.sheet.cursor, 4);
	session_release(&session);
}

static void
only_one_to_five_rates_and_only_a_signal(void **state)
{
	struct session session;

	(void)state;
	sample_rating(&session);
	sample_rate(&session, 0);
	sample_rate(&session, 6);
	assert_int_equal(session.take.sheet.cursor, 0);
	assert_false(sample_rate_undo(&session));
	sample_rate_move(&session, 100);
	assert_int_equal(session.take.sheet.cursor, 4);
	sample_rate(&session, 3);
	for (int i = 0; i < 4; i++)
		assert_int_equal(session.take.sheet.ratings[i], 0);
	sample_rate_move(&session, -100);
	assert_int_equal(session.take.sheet.cursor, 0);
	session_release(&session);
}

static void
an_answer_is_rated_when_nothing_is_missing(void **state)
{
	struct session session;

	(void)state;
	sample_rating(&session);
	sample_give_metric(&session, false);
	for (int i = 0; i < 4; i++) {
		assert_false(session_rated(&session));
		sample_rate_move(&session, -4);
		sample_rate_move(&session, i);
		sample_rate(&session, 1 + i);
	}
	assert_true(session_rated(&session));
	session_release(&session);
}

static void
a_rubric_with_metric_wants_its_answer_too(void **state)
{
	struct session session;

	(void)state;
	sample_rating(&session);
	for (int i = 0; i < 4; i++)
		sample_rate(&session, 4);
	assert_false(session_rated(&session));
	sample_give_metric(&session, false);
	assert_true(session_rated(&session));
	session.take.sheet.metric = GIVEN_UNKNOWN;
	session.tasks[0].rubric.metric = false;
	assert_true(session_rated(&session));
	session_release(&session);
}

static void
ratings_and_metric_can_be_taken_back(void **state)
{
	struct session session;

	(void)state;
	sample_rating(&session);
	sample_rate(&session, 3);
	sample_rate(&session, 4);
	sample_rate_move(&session, -2);
	sample_rate(&session, 5);
	sample_give_metric(&session, true);
	sample_give_metric(&session, false);
	assert_true(sample_rate_undo(&session));
	assert_int_equal(session.take.sheet.metric, GIVEN_YES);
	assert_true(sample_rate_undo(&session));
	assert_int_equal(session.take.sheet.metric, GIVEN_UNKNOWN);
	assert_true(sample_rate_undo(&session));
	assert_int_equal(session.take.sheet.ratings[0], 3);
	assert_int_equal(session.take.sheet.cursor, 0);
	assert_true(sample_rate_undo(&session));
	assert_int_equal(session.take.sheet.ratings[1], 0);
	assert_int_equal(session.take.sheet.cursor, 1);
	assert_true(sample_rate_undo(&session));
	assert_int_equal(session.take.sheet.ratings[0], 0);
	assert_false(sample_rate_undo(&session));
	session_release(&session);
}

static void
the_newest_ratings_can_be_taken_back(void **state)
{
	enum { RATED = SHEET_UNDO + 8 };
	struct session session;

	(void)state;
	sample_rating(&session);
	for (int i = 0; i < RATED; i++) {
		session.take.sheet.cursor = 0;
		sample_rate(&session, 1 + i % 5);
	}
	for (int i = RATED - 1; i >= RATED - SHEET_UNDO; i--) {
		assert_int_equal(session.take.sheet.ratings[0], 1 + i % 5);
		assert_true(sample_rate_undo(&session));
	}
	assert_false(sample_rate_undo(&session));
	session_release(&session);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_prediction_is_one_to_five_or_none),
	    cmocka_unit_test(rating_moves_to_the_next_signal_without_one),
	    cmocka_unit_test(a_signal_can_be_rated_again),
	    cmocka_unit_test(only_one_to_five_rates_and_only_a_signal),
	    cmocka_unit_test(an_answer_is_rated_when_nothing_is_missing),
	    cmocka_unit_test(a_rubric_with_metric_wants_its_answer_too),
	    cmocka_unit_test(ratings_and_metric_can_be_taken_back),
	    cmocka_unit_test(the_newest_ratings_can_be_taken_back),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests_name("session_rate", tests, NULL, NULL);
}
