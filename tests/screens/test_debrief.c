/* SPDX-License-Identifier: MIT */
/* The end of a session: its verdict, every answer, what next. */
#include <string.h>

#include "scene.h"
#include "stage.h"

#include "store/suggest.h"

/* Behavioural questions, which all need a measured result. */
static void
practise(int questions)
{
	struct plan plan = plan_default();

	plan.round = "behavioural";
	plan.questions = questions;
	plan.think_s = 0;
	plan.has_seed = true;
	plan.seed = 7;
	scene_practise(&plan);
}

/* Answers the present question and rates each of its signals the same. */
static void
answer_and_rate(int rating)
{
	if (stage_sees("Enter shows the question"))
		stage_key('\n');
	stage_keys("said");
	stage_wait_s(30);
	scene_done();
	stage_key('\n');
	stage_press(rating, RUBRIC_SIGNALS);
	stage_keys("y\n");
	assert_screen("reveal");
	stage_key('\n');
}

static void
the_session_is_the_mean_of_its_answers(void **state)
{
	struct kept kept;

	(void)state;
	practise(2);
	answer_and_rate('5');
	assert_screen("practice");
	answer_and_rate('4');
	assert_screen("debrief");
	assert_sees("Session 4.50 of 5: strong hire");
	assert_sees("2 of 2 answered, a clean mock");
	assert_sees("1. 5.00 strong hire");
	assert_sees("2. 4.00 hire");
	assert_sees_not("Cap:");
	kept_load(&kept);
	assert_int_equal(kept.judged.verdict, VERDICT_STRONG_HIRE);
	assert_true(kept.judged.clean);
	assert_int_equal(kept.session.ended_at, STAGE_AT_S + 60);
	kept_release(&kept);
}

static void
a_plan_that_is_not_there_does_not_hold_it_up(void **state)
{
	(void)state;
	store_set_plan(stage_store(), "gone");
	practise(1);
	answer_and_rate('4');
	assert_screen("debrief");
	assert_sees("Session 4.00 of 5: hire");
	assert_sees("plan = gone: there is no such loop");
	assert_sees_not("Next:");
}

static void
one_rejected_answer_caps_the_session(void **state)
{
	struct kept kept;

	(void)state;
	practise(2);
	answer_and_rate('5');
	answer_and_rate('2');
	assert_sees("Session 3.50 of 5: re-interview");
	assert_sees("one rejected answer caps the session at re-interview");
	kept_load(&kept);
	assert_int_equal(kept.judged.verdict, VERDICT_REINTERVIEW);
	assert_int_equal(kept.judged.caps, CAP_REJECTED_ANSWER);
	kept_release(&kept);
}

static void
the_limiting_signal_of_the_session_is_named(void **state)
{
	(void)state;
	scene_rate("x");
	scene_judge("4254", 'y');
	stage_key('\n');
	assert_sees("Limiting signal: Task");
	assert_sees("limited by Task");
}

static void
a_skipped_answer_does_not_enter_the_mean(void **state)
{
	(void)state;
	practise(2);
	answer_and_rate('4');
	stage_key(K_F8);
	stage_key('s');
	assert_screen("debrief");
	assert_sees("Session 4.00 of 5: hire");
	assert_sees("1 of 2 answered, not a clean mock");
	assert_sees("skipped");
}

static void
answers_stand_in_the_order_in_which_they_were_asked(void **state)
{
	const char *first;

	(void)state;
	practise(2);
	answer_and_rate('4');
	stage_key(K_ESC);
	stage_key('x');
	first = strstr(stage_text(), "1. ");
	assert_non_null(first);
	assert_memory_equal(first, "1. 4.00 hire", 12);
}

static void
nothing_rated_is_said(void **state)
{
	(void)state;
	scene_answer("x");
	stage_key(K_F8);
	stage_key('s');
	assert_sees("nothing was rated");
	assert_sees("0 of 1 answered");
}

static void
what_to_practise_next_is_said_with_its_reason(void **state)
{
	(void)state;
	scene_rate("x");
	scene_judge("4214", 'y');
	stage_key('\n');
	assert_sees("Next: Behavioural");
	assert_sees("Action averages 1.0");
}

static void
a_long_debrief_scrolls(void **state)
{
	(void)state;
	practise(6);
	for (int i = 0; i < 6; i++)
		answer_and_rate('3');
	stage_resize(APP_MIN_ROWS, APP_MIN_COLS);
	assert_sees("Session 3.00 of 5: re-interview");
	assert_sees("Limiting signal:");
	assert_sees_not("Next:");
	stage_key('G');
	assert_sees("Next:");
	stage_press(' ', 20);
	assert_sees("Next:");
}

static void
every_way_out_leads_home(void **state)
{
	static const int keys[] = {'\n', K_ESC, 'q'};

	(void)state;
	stage_open(&home_screen, NULL);
	for (size_t i = 0; i < sizeof(keys) / sizeof(keys[0]); i++) {
		scene_rate("x");
		scene_judge("4444", 'y');
		stage_key('\n');
		assert_screen("debrief");
		stage_key(keys[i]);
		assert_screen("home");
	}
}

/* Where it was started from the shell, it ends there; Esc ends nothing. */
static void
enter_ends_a_program_that_began_with_the_question(void **state)
{
	(void)state;
	scene_rate("x");
	scene_judge("4444", 'y');
	stage_key('\n');
	stage_key(K_ESC);
	assert_screen("debrief");
	stage_key('\n');
	assert_screen("");
	assert_int_equal(stage_app()->status, 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    ON_STAGE(the_session_is_the_mean_of_its_answers),
	    ON_STAGE(a_plan_that_is_not_there_does_not_hold_it_up),
	    ON_STAGE(one_rejected_answer_caps_the_session),
	    ON_STAGE(the_limiting_signal_of_the_session_is_named),
	    ON_STAGE(a_skipped_answer_does_not_enter_the_mean),
	    ON_STAGE(answers_stand_in_the_order_in_which_they_were_asked),
	    ON_STAGE(nothing_rated_is_said),
	    ON_STAGE(what_to_practise_next_is_said_with_its_reason),
	    ON_STAGE(a_long_debrief_scrolls),
	    ON_STAGE(every_way_out_leads_home),
	    ON_STAGE(enter_ends_a_program_that_began_with_the_question),
	};

	return cmocka_run_group_tests_name("debrief", tests, NULL, NULL);
}
