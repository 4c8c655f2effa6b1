/* SPDX-License-Identifier: MIT */
/* The way into a session: an open draft is offered, else the clock runs. */
#include <string.h>

#include "scene.h"
#include "stage.h"

#include "unit/sample_session.h"

/* An answer of 40 s that was cut off by a kill. */
static void
leave_a_draft(const char *text)
{
	scene_answer(text);
	stage_wait_s(40);
	stage_kill();
}

static void
start(void)
{
	struct plan plan = scene_plan();

	plan.question = "stage-estimate";
	stage_open(&start_screen, &plan);
	stage_wait_ms(0);
}

static void
without_a_draft_the_question_is_there_at_once(void **state)
{
	(void)state;
	start();
	assert_screen("practice");
	assert_sees("How many doors");
}

static void
without_a_plan_the_suggested_round_is_there(void **state)
{
	(void)state;
	stage_open(&start_screen, NULL);
	stage_wait_ms(0);
	assert_screen("practice");
	assert_sees("Behavioural 1/3");
}

static void
an_open_draft_is_offered_first(void **state)
{
	(void)state;
	leave_a_draft("half");
	start();
	assert_screen("start");
	assert_sees("Tell me about a failure that you owned.");
	assert_sees("r, Enter");
	stage_wait_s(100);
	assert_screen("start");
}

static void
a_draft_is_resumed_with_the_true_time(void **state)
{
	struct kept kept;

	(void)state;
	leave_a_draft("half");
	stage_wait_s(30);
	start();
	stage_wait_s(10);
	stage_key('r');
	assert_screen("practice");
	assert_sees("half");
	assert_sees("1:40 left");
	stage_keys(" whole");
	scene_done();
	stage_key('\n');
	scene_judge("3333", 'y');
	kept_load(&kept);
	assert_string_equal(kept.rows[0].answer.text, "half whole");
	assert_seconds(kept.rows[0].answer.answer_s, 80);
	assert_int_equal(kept.rows[0].answer.started_at, STAGE_AT_S);
	kept_release(&kept);
}

static void
enter_resumes_too(void **state)
{
	(void)state;
	leave_a_draft("half");
	start();
	stage_key('\n');
	assert_sees("half");
}

static void
time_that_ran_out_meanwhile_is_said(void **state)
{
	(void)state;
	leave_a_draft("half");
	stage_wait_s(SCENE_LIMIT_S);
	start();
	stage_key('r');
	assert_sees("half");
	assert_sees("+0:40 over");
	assert_sees("time ran out while you were away");
	stage_keys("x");
	assert_sees_not("while you were away");
}

static void
think_time_that_ran_out_meanwhile_is_answer_time(void **state)
{
	struct plan plan = scene_plan();

	(void)state;
	plan.think_s = 30;
	scene_practise(&plan);
	stage_wait_s(10);
	stage_kill();
	stage_wait_s(50);
	start();
	stage_key('r');
	assert_sees("2:30 left");
}

static void
a_discarded_draft_is_gone_and_the_plan_begins(void **state)
{
	(void)state;
	leave_a_draft("");
	start();
	stage_key('x');
	stage_wait_ms(0);
	assert_screen("practice");
	assert_sees("How many doors");
	assert_int_equal(kept_drafts(), 0);
	assert_int_equal(kept_sessions(), 0);
}

static void
the_text_of_a_discarded_draft_is_kept_as_skipped(void **state)
{
	(void)state;
	leave_a_draft("half");
	start();
	stage_key('x');
	stage_wait_ms(0);
	assert_screen("practice");
	assert_int_equal(kept_drafts(), 0);
	assert_int_equal(kept_sessions(), 1);
}

static void
a_draft_that_is_left_is_offered_once_a_run(void **state)
{
	(void)state;
	leave_a_draft("half");
	start();
	stage_key(K_ESC);
	stage_wait_ms(0);
	assert_sees("How many doors");
	stage_key(K_ESC);
	stage_key('x');
	stage_key('\n');
	start();
	assert_screen("practice");
	assert_draft("half");
	stage_kill();
	start();
	assert_screen("start");
}

static void
of_several_drafts_the_newest_comes_first(void **state)
{
	(void)state;
	leave_a_draft("older");
	start();
	stage_key(K_ESC);
	stage_wait_ms(0);
	stage_keys("newer");
	stage_wait_s(10);
	stage_kill();
	start();
	assert_sees("several");
	assert_sees("How many doors");
	stage_key('x');
	assert_screen("start");
	assert_sees("Tell me about a failure");
	stage_key('x');
	stage_wait_ms(0);
	assert_screen("practice");
	assert_int_equal(kept_drafts(), 0);
}

/* Its question is gone: there is nothing to go on with. */
static void
a_draft_that_cannot_be_read_can_be_discarded(void **state)
{
	struct fixture *fixture = *state;

	leave_a_draft("half");
	fixture_sql(
	    fixture->path, "DELETE FROM question WHERE id = 'stage-failure'");
	start();
	assert_screen("start");
	assert_sees("can't be read");
	stage_keys("r\n");
	assert_screen("start");
	stage_key('x');
	stage_wait_ms(0);
	assert_sees("How many doors");
	assert_int_equal(kept_drafts(), 0);
}

static void
a_draft_that_was_answered_is_resumed_at_its_rating(void **state)
{
	(void)state;
	scene_rate("x");
	stage_keys("45");
	stage_wait_s(2);
	stage_kill();
	start();
	assert_sees("waiting to be rated");
	stage_key('r');
	assert_screen("rating");
	assert_sees("4 Situation");
	assert_sees("5 Task");
	assert_sees("> - Action");
	assert_sees("1:00 of 3:00");
}

static void
the_next_question_waits_in_a_draft(void **state)
{
	struct plan plan = plan_default();

	(void)state;
	plan.round = "behavioural";
	plan.questions = 2;
	plan.think_s = 0;
	scene_practise(&plan);
	stage_key(K_F8);
	stage_key('s');
	stage_kill();
	stage_wait_s(1000);
	start();
	stage_key('r');
	assert_sees("2/2");
	assert_sees("Enter shows the question");
}

static void
a_plan_that_nothing_fits_is_refused_with_a_reason(void **state)
{
	struct fixture *fixture = *state;
	struct plan plan = plan_default();
	struct err err = {0};
	struct app app;

	fixture_import(fixture->store, "rounds",
	    "round,label,rubric,seconds,think_s,questions\r\n"
	    "empty,Empty,star,60,0,1\r\n");
	plan.round = "empty";
	app_init(&app, stage_desk(), STAGE_ROWS, STAGE_COLS);
	assert_int_equal(
	    app_push(&app, &start_screen, &plan, stage_now(), &err), -1);
	assert_non_null(strstr(err.text, "no question fits"));
	assert_non_null(strstr(err.text, "rehearse import"));
}

static struct plan
undecided(void)
{
	struct plan plan = plan_default();

	plan.undecided = true;
	return plan;
}

static void
where_nothing_was_asked_for_it_is_chosen_first(void **state)
{
	struct plan plan = undecided();

	(void)state;
	stage_open(&start_screen, &plan);
	stage_wait_ms(0);
	assert_screen("setup");
	stage_key(K_ESC);
	assert_screen("setup");
	assert_sees("q leaves rehearse");
	stage_key('\n');
	stage_wait_ms(0);
	assert_screen("practice");
	assert_sees("Behavioural 1/3");
	stage_key(K_ESC);
	stage_key('x');
	assert_screen("debrief");
	stage_key('\n');
	assert_true(stage_app()->depth == 0);
}

static void
a_draft_is_offered_before_anything_is_chosen(void **state)
{
	struct plan plan = undecided();

	(void)state;
	leave_a_draft("half");
	stage_open(&start_screen, &plan);
	stage_wait_ms(0);
	assert_screen("start");
	stage_key(K_ESC);
	stage_wait_ms(0);
	assert_screen("setup");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    ON_STAGE(without_a_draft_the_question_is_there_at_once),
	    ON_STAGE(without_a_plan_the_suggested_round_is_there),
	    ON_STAGE(an_open_draft_is_offered_first),
	    ON_STAGE(a_draft_is_resumed_with_the_true_time),
	    ON_STAGE(enter_resumes_too),
	    ON_STAGE(time_that_ran_out_meanwhile_is_said),
	    ON_STAGE(think_time_that_ran_out_meanwhile_is_answer_time),
	    ON_STAGE(a_discarded_draft_is_gone_and_the_plan_begins),
	    ON_STAGE(the_text_of_a_discarded_draft_is_kept_as_skipped),
	    ON_STAGE(a_draft_that_is_left_is_offered_once_a_run),
	    ON_STAGE(of_several_drafts_the_newest_comes_first),
	    ON_STAGE(a_draft_that_cannot_be_read_can_be_discarded),
	    ON_STAGE(a_draft_that_was_answered_is_resumed_at_its_rating),
	    ON_STAGE(the_next_question_waits_in_a_draft),
	    ON_STAGE(where_nothing_was_asked_for_it_is_chosen_first),
	    ON_STAGE(a_draft_is_offered_before_anything_is_chosen),
	    ON_STAGE(a_plan_that_nothing_fits_is_refused_with_a_reason),
	};

	return cmocka_run_group_tests_name("start", tests, NULL, NULL);
}
