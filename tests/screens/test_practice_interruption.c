/* SPDX-License-Identifier: MIT */
/* The interviewer cuts in: at one moment, above the answer, once. */
#include <stdio.h>
#include <string.h>

#include "scene.h"
#include "stage.h"

#define TWIST "The budget was cut by half. What stays in?"

enum {
	LEFT_S = 100, /* when it comes */
	ANSWER_ROW = 4,
};

/* Nothing but this row may come. */
static void
only(const struct fixture *fixture, const char *row)
{
	char csv[256];

	fixture_sql(fixture->path, "DELETE FROM interruption");
	snprintf(
	    csv, sizeof(csv), "interruption,round,left_s,text\r\n%s\r\n", row);
	fixture_import(fixture->store, "interruptions", csv);
}

static void
practise_interrupted(const struct fixture *fixture)
{
	struct plan plan = scene_plan();

	only(fixture, "halved,,100," TWIST);
	plan.interrupted = true;
	scene_practise(&plan);
}

static int
count_said(void)
{
	const char *text = stage_text();
	int n = 0;

	while ((text = strstr(text, "The budget was cut")) != NULL) {
		n++;
		text++;
	}
	return n;
}

static void
nobody_cuts_in_unless_asked_to(void **state)
{
	only(*state, "halved,,100," TWIST);
	scene_answer("On time.");
	for (int left_s = SCENE_LIMIT_S; left_s > -20; left_s--) {
		assert_sees_not("Interviewer");
		stage_wait_s(1);
	}
}

static void
it_comes_at_its_very_moment_above_the_answer(void **state)
{
	practise_interrupted(*state);
	stage_keys("I led it");
	assert_int_equal(stage_caret_row(), ANSWER_ROW);
	stage_wait_ms((SCENE_LIMIT_S - LEFT_S) * 1000 - 1);
	assert_sees_not("Interviewer");
	stage_wait_ms(1);
	assert_string_equal(stage_row(ANSWER_ROW), "Interviewer: " TWIST);
	assert_int_equal(stage_role("Interviewer:"), ROLE_SELECTED);
	assert_string_equal(stage_row(ANSWER_ROW + 1), "I led it");
	assert_int_equal(stage_caret_row(), ANSWER_ROW + 1);
	assert_sees("1:40 left");
}

/* The moment is kept with it; beside the clock it would only be stale. */
static void
no_time_stands_in_it_while_the_clock_is_hidden(void **state)
{
	practise_interrupted(*state);
	stage_key(K_F3);
	stage_wait_s(SCENE_LIMIT_S - LEFT_S);
	assert_sees("Interviewer: " TWIST);
	assert_sees_not("left");
}

static void
typing_goes_on_as_if_nothing_was(void **state)
{
	practise_interrupted(*state);
	stage_keys("I led it");
	stage_press(K_LEFT, 2);
	stage_wait_s(SCENE_LIMIT_S - LEFT_S);
	stage_keys("and ended ");
	assert_string_equal(stage_row(ANSWER_ROW + 1), "I led and ended it");
	assert_int_equal(count_said(), 1);
	stage_wait_s(LEFT_S - 1);
	assert_int_equal(count_said(), 1);
	assert_sees("Interviewer: " TWIST);
}

static void
it_costs_no_wake_up_beside_the_clocks(void **state)
{
	int before;

	practise_interrupted(*state);
	stage_wait_s(10);
	before = stage_ticks();
	stage_wait_s(SCENE_LIMIT_S - 10 - LEFT_S);
	assert_sees("Interviewer");
	assert_int_equal(stage_ticks() - before, SCENE_LIMIT_S - 10 - LEFT_S);
}

static void
a_hidden_clock_is_woken_for_it_once(void **state)
{
	int before;

	practise_interrupted(*state);
	stage_key(K_F3);
	stage_wait_s(10);
	before = stage_ticks();
	stage_wait_s(SCENE_LIMIT_S - 10 - LEFT_S);
	assert_sees("Interviewer");
	assert_int_equal(stage_ticks() - before, 1);
	/* And it is kept by then. */
	stage_wait_s(20);
	assert_int_equal(stage_ticks() - before, 1);
}

static void
the_whole_question_shows_it_too(void **state)
{
	practise_interrupted(*state);
	stage_key(K_F6);
	assert_sees_not("Interviewer");
	stage_wait_s(SCENE_LIMIT_S - LEFT_S);
	assert_sees("Tell me about a failure that you owned.");
	assert_sees("Interviewer: " TWIST);
	stage_key(K_F6);
	assert_int_equal(count_said(), 1);
}

static void
it_leaves_with_the_answer(void **state)
{
	struct plan plan = scene_plan();

	only(*state, "halved,,100," TWIST);
	plan.interrupted = true;
	plan.probes = 1;
	scene_practise(&plan);
	stage_wait_s(SCENE_LIMIT_S - LEFT_S);
	assert_sees("Interviewer");
	scene_done();
	assert_sees_not("Interviewer");
}

static void
probes_are_left_alone(void **state)
{
	struct plan plan = scene_plan();

	only(*state, "late,,30," TWIST);
	plan.interrupted = true;
	plan.probes = 1;
	scene_practise(&plan);
	stage_wait_s(60);
	scene_done();
	for (int s = 0; s < SCENE_LIMIT_S; s++) {
		assert_sees_not("Interviewer");
		stage_wait_s(1);
	}
}

static void
a_pause_puts_it_off(void **state)
{
	practise_interrupted(*state);
	stage_wait_s(SCENE_LIMIT_S - LEFT_S - 5);
	stage_key(K_F2);
	stage_wait_s(600);
	assert_sees_not("Interviewer");
	stage_key(K_F2);
	stage_wait_s(4);
	assert_sees_not("Interviewer");
	stage_wait_s(1);
	assert_sees("Interviewer");
}

static void
a_draft_says_it_no_second_time(void **state)
{
	practise_interrupted(*state);
	stage_keys("I led it");
	stage_wait_s(SCENE_LIMIT_S - LEFT_S);
	assert_sees("Interviewer: " TWIST);
	stage_kill();
	stage_open(&start_screen, NULL);
	stage_key('r');
	stage_wait_s(30);
	assert_sees("I led it");
	assert_sees("Interviewer: " TWIST);
	assert_int_equal(count_said(), 1);
}

static void
a_moment_that_passed_while_away_is_made_up_for(void **state)
{
	practise_interrupted(*state);
	stage_keys("I led it");
	stage_wait_s(10);
	stage_kill();
	stage_sleep_s(SCENE_LIMIT_S - LEFT_S);
	stage_open(&start_screen, NULL);
	stage_key('r');
	stage_wait_ms(0);
	assert_sees("I led it");
	assert_sees("Interviewer: " TWIST);
	assert_int_equal(count_said(), 1);
}

static void
a_suspended_program_makes_up_for_it_too(void **state)
{
	practise_interrupted(*state);
	stage_suspend_s(SCENE_LIMIT_S - LEFT_S + 5);
	stage_wait_ms(0);
	assert_sees("Interviewer: " TWIST);
}

static void
a_locked_answer_is_left_alone(void **state)
{
	struct plan plan = scene_plan();

	only(*state, "halved,,100," TWIST);
	plan.interrupted = true;
	plan.strict = true;
	scene_practise(&plan);
	stage_sleep_s(SCENE_LIMIT_S);
	assert_sees("time is up");
	stage_wait_s(30);
	assert_sees_not("Interviewer");
}

static void
reveal_and_past_answer_tell_it(void **state)
{
	struct kept kept;

	practise_interrupted(*state);
	stage_keys("I led it");
	stage_wait_s(SCENE_LIMIT_S - LEFT_S);
	scene_done();
	stage_key('\n');
	scene_judge("4444", 'y');
	stage_resize(60, STAGE_COLS);
	assert_sees("The interviewer cut in " TWIST " (1:40 left)");
	stage_keys("\n\n");
	kept_load(&kept);
	/* It is pressure and no help. */
	assert_true(kept.verdicts[0].clean);
	stage_open(&answer_screen, kept.rows[0].answer.id);
	assert_sees("The interviewer cut in " TWIST " (1:40 left)");
	kept_release(&kept);
}

static void
an_answer_left_alone_tells_nothing(void **state)
{
	practise_interrupted(*state);
	stage_keys("Short.");
	stage_wait_s(20);
	scene_done();
	stage_key('\n');
	scene_judge("4444", 'y');
	stage_resize(60, STAGE_COLS);
	assert_sees_not("cut in");
}

static void
spoken_answers_are_interrupted_as_well(void **state)
{
	struct plan plan = scene_plan();

	only(*state, "halved,,100," TWIST);
	plan.interrupted = true;
	plan.has_mode = true;
	plan.mode = MODE_SPOKEN;
	scene_practise(&plan);
	stage_key('\t');
	stage_wait_s(SCENE_LIMIT_S - LEFT_S);
	assert_sees("Interviewer: " TWIST);
	assert_sees("Opening 0:00");
	stage_resize(40, 120);
	assert_sees("Interviewer: " TWIST);
	assert_sees("Opening 0:00");
}

/* 3 rows for the words, 3 for the answer. */
static void
a_small_screen_leaves_room_for_the_answer(void **state)
{
	practise_interrupted(*state);
	stage_keys("I led it");
	stage_resize(APP_MIN_ROWS, APP_MIN_COLS);
	stage_wait_s(SCENE_LIMIT_S - LEFT_S);
	assert_sees("Interviewer: ");
	assert_sees("I led it");
	stage_key(K_F6);
	assert_sees("Interviewer: " TWIST);
}

static void
the_setting_holds_where_no_plan_was_made(void **state)
{
	fixture_sql(
	    ((struct fixture *)*state)->path, "DELETE FROM interruption");
	fixture_import(stage_store(), "interruptions",
	    "interruption,round,left_s,text\r\nlate,,10,Done?\r\n");
	stage_desk()->interrupted = true;
	stage_open(&home_screen, NULL);
	stage_key('\n');
	stage_wait_ms(0);
	assert_screen("practice");
	stage_key('\n');
	for (int s = 0; s < 3600 && !stage_sees("Interviewer: Done?"); s++)
		stage_wait_s(1);
	assert_sees("Interviewer: Done?");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    ON_STAGE(nobody_cuts_in_unless_asked_to),
	    ON_STAGE(it_comes_at_its_very_moment_above_the_answer),
	    ON_STAGE(no_time_stands_in_it_while_the_clock_is_hidden),
	    ON_STAGE(typing_goes_on_as_if_nothing_was),
	    ON_STAGE(it_costs_no_wake_up_beside_the_clocks),
	    ON_STAGE(a_hidden_clock_is_woken_for_it_once),
	    ON_STAGE(the_whole_question_shows_it_too),
	    ON_STAGE(it_leaves_with_the_answer),
	    ON_STAGE(probes_are_left_alone),
	    ON_STAGE(a_pause_puts_it_off),
	    ON_STAGE(a_draft_says_it_no_second_time),
	    ON_STAGE(a_moment_that_passed_while_away_is_made_up_for),
	    ON_STAGE(a_suspended_program_makes_up_for_it_too),
	    ON_STAGE(a_locked_answer_is_left_alone),
	    ON_STAGE(reveal_and_past_answer_tell_it),
	    ON_STAGE(an_answer_left_alone_tells_nothing),
	    ON_STAGE(spoken_answers_are_interrupted_as_well),
	    ON_STAGE(a_small_screen_leaves_room_for_the_answer),
	    ON_STAGE(the_setting_holds_where_no_plan_was_made),
	};

	return cmocka_run_group_tests_name(
	    "practice_interruption", tests, NULL, NULL);
}
