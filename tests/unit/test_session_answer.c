/* SPDX-License-Identifier: MIT */
#include <stdlib.h>

#include "unit.h"
#include "sample_session.h"

#include "base/mem.h"
#include "core/session.h"

/* A question for any company and level is asked for the session's. */
static void
an_answer_is_the_facts_of_its_question(void **state)
{
	struct session session;
	struct answer answer;

	(void)state;
	sample_rating(&session);
	str_add(&session.take.text, "Ich führte 12 Leute. 我们 🚀");
	session_hint(&session);
	for (int i = 0; i < 4; i++)
		sample_rate(&session, 4);
	sample_give_metric(&session, true);
	session_answer(&session, false, 120000, &answer);
	assert_string_equal(answer.session_id, "s-1");
	assert_string_equal(answer.question_id, "q-1");
	assert_int_equal(answer.started_at, SAMPLE_NOW_S);
	assert_string_equal(answer.round, "behavioural");
	assert_string_equal(answer.company, "xiaomi");
	assert_string_equal(answer.level, "");
	assert_string_equal(answer.rubric, "star");
	assert_int_equal(answer.mode, MODE_TYPED);
	assert_seconds(answer.limit_s, SAMPLE_LIMIT_S);
	assert_seconds(answer.answer_s, 70);
	assert_int_equal(answer.predicted, 4);
	assert_int_equal(answer.metric, GIVEN_YES);
	assert_true(answer.hint);
	assert_false(answer.skipped);
	assert_string_equal(answer.prompt, "Tell me about a failure.");
	assert_string_equal(answer.text, "Ich führte 12 Leute. 我们 🚀");
	answer_release(&answer);
	session_release(&session);
}

static void
a_questions_own_company_and_level_stay(void **state)
{
	struct session session;
	struct answer answer;

	(void)state;
	sample_answering(&session);
	free(session.tasks[0].question.company);
	free(session.tasks[0].question.level);
	session.tasks[0].question.company = mem_text("tencent");
	session.tasks[0].question.level = mem_text("senior");
	session_answer(&session, false, 90000, &answer);
	assert_string_equal(answer.company, "tencent");
	assert_string_equal(answer.level, "senior");
	answer_release(&answer);
	session_release(&session);
}

/* Skipped or abandoned: text and times are kept, opinions are not. */
static void
a_skipped_answer_keeps_its_text_and_time(void **state)
{
	struct session session;
	struct answer answer;

	(void)state;
	sample_answering(&session);
	str_add(&session.take.text, "I began");
	session_answer(&session, true, 45000, &answer);
	assert_true(answer.skipped);
	assert_string_equal(answer.text, "I began");
	assert_seconds(answer.answer_s, 15);
	assert_int_equal(answer.predicted, 0);
	assert_int_equal(answer.metric, GIVEN_UNKNOWN);
	answer_release(&answer);
	session_release(&session);
}

static void
a_skipped_answer_forgets_what_one_thought_of_it(void **state)
{
	struct session session;
	struct answer answer;

	(void)state;
	sample_rating(&session);
	sample_give_metric(&session, true);
	session_answer(&session, true, 120000, &answer);
	assert_int_equal(answer.predicted, 0);
	assert_int_equal(answer.metric, GIVEN_UNKNOWN);
	answer_release(&answer);
	session_release(&session);
}

static void
skipped_while_thinking_it_took_no_time_to_answer(void **state)
{
	struct session session;
	struct answer answer;

	(void)state;
	sample_session(&session, 1);
	session_begin(&session, 0, SAMPLE_NOW_S);
	session_answer(&session, true, 8000, &answer);
	assert_seconds(answer.think_s, 8);
	assert_seconds(answer.answer_s, 0);
	answer_release(&answer);
	session_release(&session);
}

static void
splits_are_how_long_each_section_took(void **state)
{
	struct session session;
	struct answer answer;

	(void)state;
	sample_answering(&session);
	session.mode = MODE_SPOKEN;
	assert_true(session_split(&session, 34250));
	assert_true(session_split(&session, 50000));
	assert_true(session_split(&session, 51000));
	session_finish(&session, 90005);
	session_answer(&session, false, 90005, &answer);
	assert_seconds(answer.opening_s, 4.25);
	assert_string_equal(
	    answer.splits, "situation:15.75|task:1|action:39.005");
	assert_int_equal(answer.mode, MODE_SPOKEN);
	answer_release(&answer);
	session_release(&session);
}

static void
there_are_as_many_splits_as_signals(void **state)
{
	struct session session;

	(void)state;
	sample_session(&session, 1);
	assert_false(session_split(&session, 0));
	session_begin(&session, 0, SAMPLE_NOW_S);
	session_answer_now(&session, 0);
	for (int i = 0; i < 4; i++)
		assert_true(session_split(&session, 1000 * (i + 1)));
	assert_false(session_split(&session, 9000));
	session_release(&session);
}

static void
without_a_split_there_is_no_opening(void **state)
{
	struct session session;
	struct answer answer;

	(void)state;
	sample_answering(&session);
	session_answer(&session, false, 90000, &answer);
	assert_true(answer.opening_s < 0);
	assert_string_equal(answer.splits, "");
	answer_release(&answer);
	session_release(&session);
}

static void
probes_time_is_not_the_answers(void **state)
{
	struct session session;
	struct answer answer;

	(void)state;
	sample_answering(&session);
	session.n_probes = 2;
	session_finish(&session, 60000);
	str_add(&session.take.probes[1], "left|right\\");
	session_finish(&session, 90000);
	session_finish(&session, 140000);
	session_answer(&session, false, 140000, &answer);
	assert_seconds(answer.answer_s, 30);
	assert_string_equal(answer.probes, "A \\| B?=left\\|right\\\\");
	answer_release(&answer);
	session_release(&session);
}

static void
overtime_counts_on(void **state)
{
	struct session session;
	struct answer answer;

	(void)state;
	sample_answering(&session);
	assert_int_equal(session_left_ms(&session, 217000), -7000);
	assert_false(session_locked(&session, 217000));
	session_finish(&session, 217000);
	session_answer(&session, false, 300000, &answer);
	assert_seconds(answer.answer_s, 187);
	assert_seconds(answer_overtime_s(&answer), 7);
	answer_release(&answer);
	session_release(&session);
}

static void
an_answer_in_time_has_no_overtime(void **state)
{
	struct answer answer = {.limit_s = 180, .answer_s = 180};

	(void)state;
	assert_seconds(answer_overtime_s(&answer), 0);
	answer.answer_s = 100;
	assert_seconds(answer_overtime_s(&answer), 0);
	answer.limit_s = 0;
	assert_seconds(answer_overtime_s(&answer), 0);
}

static void
a_strict_answer_ends_at_its_limit(void **state)
{
	struct session session;
	struct answer answer;

	(void)state;
	sample_answering(&session);
	session.strict = true;
	assert_false(session_locked(&session, 209999));
	assert_true(session_locked(&session, 210000));
	session_finish(&session, 250000);
	assert_false(session_locked(&session, 250000));
	session_answer(&session, false, 250000, &answer);
	assert_seconds(answer.answer_s, SAMPLE_LIMIT_S);
	answer_release(&answer);
	session_release(&session);
}

static void
modes_have_names(void **state)
{
	enum mode mode = MODE_TYPED;

	(void)state;
	assert_true(mode_parse("spoken", &mode));
	assert_int_equal(mode, MODE_SPOKEN);
	assert_true(mode_parse("typed", &mode));
	assert_int_equal(mode, MODE_TYPED);
	assert_false(mode_parse("sung", &mode));
	assert_string_equal(mode_name(MODE_TYPED), "typed");
	assert_string_equal(mode_name(MODE_SPOKEN), "spoken");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(an_answer_is_the_facts_of_its_question),
	    cmocka_unit_test(a_questions_own_company_and_level_stay),
	    cmocka_unit_test(a_skipped_answer_keeps_its_text_and_time),
	    cmocka_unit_test(a_skipped_answer_forgets_what_one_thought_of_it),
	    cmocka_unit_test(skipped_while_thinking_it_took_no_time_to_answer),
	    cmocka_unit_test(splits_are_how_long_each_section_took),
	    cmocka_unit_test(there_are_as_many_splits_as_signals),
	    cmocka_unit_test(without_a_split_there_is_no_opening),
	    cmocka_unit_test(probes_time_is_not_the_answers),
	    cmocka_unit_test(overtime_counts_on),
	    cmocka_unit_test(an_answer_in_time_has_no_overtime),
	    cmocka_unit_test(a_strict_answer_ends_at_its_limit),
	    cmocka_unit_test(modes_have_names),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests_name("session_answer", tests, NULL, NULL);
}
