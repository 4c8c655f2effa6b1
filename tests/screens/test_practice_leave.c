/* SPDX-License-Identifier: MIT */
/* Ways out of an answer: hint, skip, abandon, leave for later, next one. */
#include <stdlib.h>
#include <string.h>

#include "scene.h"
#include "stage.h"

#include "unit/sample_session.h"

/* Two questions of a round, at the answer to the first one. */
static void
answer_two(const char *text)
{
	struct plan plan = plan_default();

	plan.round = "behavioural";
	plan.questions = 2;
	plan.think_s = 0;
	plan.seconds = SCENE_LIMIT_S;
	plan.has_seed = true;
	plan.seed = 1;
	scene_practise(&plan);
	stage_keys(text);
}

static void
a_hint_is_shown_closed_and_kept(void **state)
{
	struct kept kept;

	(void)state;
	scene_answer("mine");
	stage_key(K_F4);
	assert_sees("Name the number that moved.");
	assert_sees("not a clean mock: hint opened");
	stage_key(K_ESC);
	assert_sees("mine");
	assert_sees_not("Stop this answer");
	assert_sees_not("Name the number");
	scene_done();
	stage_key('\n');
	scene_judge("5555", 'y');
	assert_sees("hint opened");
	kept_load(&kept);
	assert_true(kept.rows[0].answer.hint);
	assert_false(kept.verdicts[0].clean);
	assert_string_equal(kept.rows[0].answer.text, "mine");
	kept_release(&kept);
}

static void
esc_ends_a_search_or_a_selection_first(void **state)
{
	(void)state;
	scene_answer("mine");
	stage_key(K_CTRL('S'));
	stage_keys("M");
	assert_sees("search: M");
	stage_key(K_ESC);
	assert_sees_not("search:");
	assert_sees_not("Stop this answer");
	stage_key(K_SHIFT | K_LEFT);
	stage_key(K_ESC);
	assert_sees_not("Stop this answer");
	stage_keys("!");
	assert_sees("min!e");
	stage_key(K_ESC);
	assert_sees("Stop this answer");
}

static void
a_question_without_a_hint_says_so(void **state)
{
	struct plan plan = scene_plan();

	(void)state;
	plan.question = "stage-estimate";
	scene_practise(&plan);
	stage_key(K_ALT | 'h');
	assert_sees("no hint");
}

static void
skipping_asks_first(void **state)
{
	(void)state;
	scene_answer("some text");
	stage_key(K_F8);
	assert_sees("Skip this question?");
	stage_keys("qxln\ny");
	assert_sees("Skip this question?");
	stage_key(K_ESC);
	assert_sees_not("Skip this question?");
	assert_sees("some text");
	assert_int_equal(kept_sessions(), 0);
}

static void
a_skipped_answer_keeps_its_text_and_has_no_rating(void **state)
{
	struct kept kept;

	(void)state;
	scene_answer("some text");
	stage_wait_s(25);
	stage_key(K_ALT | 's');
	stage_key('s');
	assert_screen("debrief");
	assert_sees("skipped");
	assert_int_equal(kept_drafts(), 0);
	kept_load(&kept);
	assert_int_equal(kept.n, 1);
	assert_true(kept.rows[0].answer.skipped);
	assert_int_equal(kept.rows[0].answer.attempt, 0);
	assert_string_equal(kept.rows[0].answer.text, "some text");
	assert_seconds(kept.rows[0].answer.answer_s, 25);
	assert_int_equal(kept.verdicts[0].judged.verdict, VERDICT_NONE);
	assert_int_equal(kept.judged.answered, 0);
	assert_false(kept.judged.clean);
	kept_release(&kept);
}

static void
after_a_skip_the_next_question_waits_covered(void **state)
{
	struct kept kept;

	(void)state;
	answer_two("");
	stage_key(K_F8);
	stage_key('s');
	assert_sees("2/2");
	assert_sees("Enter shows the question");
	assert_sees_not("left");
	stage_wait_s(600);
	stage_keys("typed too early");
	stage_key('\n');
	assert_sees("3:00 left");
	assert_sees_not("typed too early");
	kept_load(&kept);
	assert_int_equal(kept.session.ended_at, 0);
	kept_release(&kept);
}

/* Nothing of a question is seen before its clock runs. */
static void
a_covered_question_gives_nothing_away(void **state)
{
	static const int keys[] = {K_F4, K_F6, K_F2, K_F5, '\t'};
	char before[8192];

	(void)state;
	answer_two("");
	stage_key(K_F8);
	stage_key('s');
	strncpy(before, stage_text(), sizeof(before) - 1);
	before[sizeof(before) - 1] = '\0';
	for (size_t i = 0; i < sizeof(keys) / sizeof(keys[0]); i++) {
		stage_key(keys[i]);
		assert_string_equal(stage_text(), before);
	}
	stage_key('\n');
	assert_sees_not("not a clean mock: hint");
}

static void
abandoning_asks_first(void **state)
{
	(void)state;
	scene_answer("some text");
	stage_key(K_ESC);
	assert_sees("the text is kept as skipped, the round ends");
	assert_sees("Stop this answer?");
	stage_keys("qszn\ny");
	assert_sees("Stop this answer?");
	stage_key(K_ESC);
	assert_sees("some text");
	stage_key(K_CTRL('c'));
	assert_sees("Stop this answer?");
	stage_key(K_CTRL('c'));
	assert_sees_not("Stop this answer?");
	assert_int_equal(stage_app()->depth, 1);
}

static void
an_abandoned_answer_is_kept_as_skipped_and_ends_the_session(void **state)
{
	struct kept kept;

	(void)state;
	answer_two("half an ans");
	stage_wait_s(5);
	stage_key(K_ESC);
	stage_key('x');
	assert_screen("debrief");
	assert_int_equal(kept_drafts(), 0);
	kept_load(&kept);
	assert_int_equal(kept.n, 1);
	assert_true(kept.rows[0].answer.skipped);
	assert_string_equal(kept.rows[0].answer.text, "half an ans");
	assert_int_equal(kept.session.questions, 2);
	assert_int_equal(kept.session.ended_at, STAGE_AT_S + 5);
	kept_release(&kept);
}

/* The question that was never seen has a place in time all the same. */
static void
abandoning_before_a_question_dates_it_now(void **state)
{
	struct kept kept;

	(void)state;
	answer_two("first");
	stage_wait_s(60);
	stage_key(K_F8);
	stage_key('s');
	stage_wait_s(40);
	stage_key(K_ESC);
	stage_key('x');
	assert_screen("debrief");
	kept_load(&kept);
	assert_int_equal(kept.n, 2);
	assert_string_equal(kept.rows[0].answer.text, "first");
	assert_int_equal(kept.rows[1].answer.started_at, STAGE_AT_S + 100);
	kept_release(&kept);
}

static void
leaving_for_later_pauses_the_clock(void **state)
{
	(void)state;
	scene_answer("to be");
	stage_wait_s(30);
	stage_key(K_ESC);
	stage_key('l');
	assert_screen("");
	assert_draft("to be");
	assert_int_equal(kept_sessions(), 0);
	stage_wait_s(7200);
	stage_kill();
	stage_open(&start_screen, NULL);
	assert_sees("its clock paused");
	stage_key('r');
	assert_sees("2:30 left");
	stage_keys(" continued");
	stage_wait_s(10);
	scene_done();
	stage_key('\n');
	scene_judge("4444", 'y');

	struct kept kept;

	kept_load(&kept);
	assert_string_equal(kept.rows[0].answer.text, "to be continued");
	assert_seconds(kept.rows[0].answer.answer_s, 40);
	assert_seconds(kept.rows[0].answer.paused_s, 7200);
	kept_release(&kept);
}

static void
a_second_question_is_begun_by_enter_and_kept_beside_the_first(void **state)
{
	struct kept kept;

	(void)state;
	answer_two("first");
	stage_wait_s(10);
	stage_key(K_F8);
	stage_key('s');
	stage_key('\n');
	stage_keys("second");
	stage_wait_s(20);
	stage_key(K_F8);
	stage_key('s');
	assert_screen("debrief");
	kept_load(&kept);
	assert_int_equal(kept.n, 2);
	assert_string_equal(kept.rows[0].answer.text, "first");
	assert_string_equal(kept.rows[1].answer.text, "second");
	assert_seconds(kept.rows[1].answer.answer_s, 20);
	assert_int_equal(kept.rows[1].answer.started_at, STAGE_AT_S + 10);
	kept_release(&kept);
}

/* From the shell the debrief is the end; from home it leads back there. */
static void
a_session_ends_where_it_began(void **state)
{
	(void)state;
	scene_attempt("x", "3333", 'y');
	assert_screen("");
	assert_int_equal(stage_app()->status, 0);
	stage_open(&home_screen, NULL);
	scene_attempt("x", "3333", 'y');
	assert_screen("home");
}

static void
nothing_is_kept_that_cannot_be_kept(void **state)
{
	(void)state;
	scene_answer("still here");
	stage_break_table("answer");
	stage_key(K_ESC);
	stage_key('x');
	assert_screen("practice");
	assert_sees("still here");
	stage_wait_s(20);
	assert_sees("2:40 left");
	stage_mend_table("answer");
	stage_key(K_ESC);
	stage_key('x');
	assert_screen("debrief");
}

static void
a_debrief_that_cannot_be_opened_is_tried_again(void **state)
{
	(void)state;
	scene_answer("said");
	stage_break_table("level");
	stage_key(K_F8);
	stage_key('s');
	assert_screen("practice");
	stage_keys("x");
	stage_wait_s(5);
	stage_resize(APP_MIN_ROWS, APP_MIN_COLS);
	assert_screen("practice");
	stage_mend_table("level");
	stage_key('\n');
	assert_screen("debrief");
	assert_int_equal(kept_sessions(), 1);
	assert_int_equal(kept_drafts(), 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    ON_STAGE(a_hint_is_shown_closed_and_kept),
	    ON_STAGE(esc_ends_a_search_or_a_selection_first),
	    ON_STAGE(a_question_without_a_hint_says_so),
	    ON_STAGE(skipping_asks_first),
	    ON_STAGE(a_skipped_answer_keeps_its_text_and_has_no_rating),
	    ON_STAGE(after_a_skip_the_next_question_waits_covered),
	    ON_STAGE(a_covered_question_gives_nothing_away),
	    ON_STAGE(abandoning_asks_first),
	    ON_STAGE(
		an_abandoned_answer_is_kept_as_skipped_and_ends_the_session),
	    ON_STAGE(abandoning_before_a_question_dates_it_now),
	    ON_STAGE(leaving_for_later_pauses_the_clock),
	    ON_STAGE(
		a_second_question_is_begun_by_enter_and_kept_beside_the_first),
	    ON_STAGE(a_session_ends_where_it_began),
	    ON_STAGE(nothing_is_kept_that_cannot_be_kept),
	    ON_STAGE(a_debrief_that_cannot_be_opened_is_tried_again),
	};

	return cmocka_run_group_tests_name("practice leave", tests, NULL, NULL);
}
