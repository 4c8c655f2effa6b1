/* SPDX-License-Identifier: MIT */
/* Predicting, then rating each signal against its anchors. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "scene.h"
#include "stage.h"

#include "store/reference.h"

static void
at_the_prediction(void)
{
	scene_answer("my answer");
	scene_done();
	assert_screen("rating");
}

static void
the_overall_is_predicted_by_a_digit(void **state)
{
	struct kept kept;

	(void)state;
	at_the_prediction();
	assert_sees("what will the overall be?");
	assert_sees("my answer");
	assert_sees("1 to 5 predict Enter skip Esc stop");
	stage_key('4');
	assert_sees("> - Situation");
	scene_judge("3333", 'y');
	assert_sees("You predicted 4");
	kept_load(&kept);
	assert_int_equal(kept.rows[0].answer.predicted, 4);
	kept_release(&kept);
}

static void
enter_skips_the_prediction(void **state)
{
	struct kept kept;

	(void)state;
	at_the_prediction();
	stage_key('\n');
	assert_sees("> - Situation");
	scene_judge("3333", 'y');
	assert_sees_not("You predicted");
	kept_load(&kept);
	assert_int_equal(kept.rows[0].answer.predicted, 0);
	kept_release(&kept);
}

static void
a_rating_moves_on_to_the_next_signal(void **state)
{
	(void)state;
	scene_rate("x");
	stage_key('4');
	assert_sees("4 Situation");
	assert_sees("> - Task");
	stage_keys("321");
	assert_sees("> Measured result given?");
	assert_sees("1 Result");
}

static void
what_was_said_is_what_is_kept(void **state)
{
	static const int said[] = {4, 3, 2, 5};
	struct kept kept;

	(void)state;
	scene_rate("x");
	scene_judge("4325", 'y');
	kept_load(&kept);
	for (int i = 0; i < 4; i++)
		assert_int_equal(kept.verdicts[0].ratings[i], said[i]);
	assert_int_equal(kept.rows[0].answer.metric, GIVEN_YES);
	kept_release(&kept);
}

static void
only_one_to_five_rate(void **state)
{
	(void)state;
	scene_rate("x");
	stage_keys("06789-a");
	assert_sees("> - Situation");
}

static void
undo_takes_ratings_back_one_by_one(void **state)
{
	(void)state;
	scene_rate("x");
	stage_keys("4321y");
	assert_sees("Measured result given? yes");
	stage_key('u');
	assert_sees("Measured result given? y or n");
	stage_key('u');
	assert_sees("> - Result");
	stage_press('u', 10);
	assert_sees("> - Situation");
	assert_sees("- Task");
}

static void
a_rating_can_be_changed(void **state)
{
	(void)state;
	scene_rate("x");
	stage_keys("44");
	stage_press('k', 2);
	assert_sees("> 4 Situation");
	stage_key('2');
	assert_sees("2 Situation");
	assert_sees("> - Action");
}

static void
enter_confirms_only_what_is_complete(void **state)
{
	(void)state;
	scene_rate("x");
	stage_key('\n');
	assert_screen("rating");
	assert_sees("rate every signal first");
	stage_keys("4443");
	stage_key('\n');
	assert_screen("rating");
	assert_sees("was a measured result given? y or n");
	assert_int_equal(kept_sessions(), 0);
	stage_key('n');
	stage_key('\n');
	assert_screen("reveal");
}

/* What is missing is said wherever the cursor stands. */
static void
the_missing_answer_is_named_from_every_row(void **state)
{
	(void)state;
	scene_rate("x");
	stage_keys("4444");
	stage_press('k', 4);
	stage_key('\n');
	assert_sees("was a measured result given? y or n");
}

/* What the only answer's rating of the signal says to have earned it. */
static void
assert_note(const char *signal, const char *words)
{
	char sql[256];
	char *note;

	snprintf(sql, sizeof(sql),
	    "SELECT note FROM rating WHERE signal = '%s'", signal);
	note = fixture_sql_text(store_path(stage_store()), sql);
	assert_string_equal(note, words);
	free(note);
}

static void
a_high_rating_asks_for_the_words_that_earn_it(void **state)
{
	(void)state;
	scene_rate("I cut churn by half. Then I left.");
	stage_key('5');
	assert_sees("Which words earn the 5 for Situation?");
	assert_sees("I cut churn by half.");
	stage_press(K_DOWN, 2);
	assert_sees("> Then I left.");
	stage_press(K_DOWN, 3);
	stage_key(K_UP);
	assert_sees("> I cut churn by half.");
	stage_key('\n');
	assert_sees("5 Situation: I cut churn by half.");
	assert_sees("> - Task");
	scene_judge("333", 'y');
	assert_note("situation", "I cut churn by half.");
	assert_note("task", "");
}

static void
the_words_can_be_typed(void **state)
{
	(void)state;
	scene_rate("I cut churn by half. Then I left.");
	stage_keys("4e");
	assert_sees("Enter keeps them");
	assert_sees("Enter keep Esc back");
	stage_keys("1y?u");
	stage_paste("quick\none");
	stage_key('\n');
	assert_sees("4 Situation: 1y?uquick one");
	stage_keys("4");
	stage_key(K_DOWN);
	stage_keys("e");
	stage_press(K_BACKSPACE, 16);
	stage_key('\n');
	assert_sees("4 Task: I cu");
	stage_keys("4e");
	stage_key(K_ESC);
	assert_screen("rating");
	assert_sees("Which words earn the 4 for Action?");
	stage_key('\n');
	scene_judge("3", 'y');
	assert_note("situation", "1y?uquick one");
	assert_note("task", "I cu");
	assert_note("action", "");
}

/* Nobody has to answer it. */
static void
the_words_can_be_passed_over(void **state)
{
	(void)state;
	scene_rate("One. Two.");
	stage_keys("5");
	stage_key('\n');
	assert_sees_not("Which words");
	stage_keys("44");
	assert_sees("Which words earn the 4 for Action?");
	stage_key(K_UP);
	assert_sees_not("Which words");
	stage_key('j');
	stage_keys("5y");
	assert_sees_not("Which words");
	stage_key('\n');
	assert_screen("reveal");
	assert_note("result", "");
}

static void
the_words_are_in_the_draft(void **state)
{
	(void)state;
	scene_rate("One. Two.");
	stage_keys("5");
	stage_key(K_DOWN);
	stage_key('\n');
	stage_wait_s(2);
	stage_kill();
	stage_open(&home_screen, NULL);
	stage_key('r');
	assert_screen("rating");
	assert_sees("5 Situation: One.");
}

static void
words_that_are_half_typed_are_in_the_draft(void **state)
{
	(void)state;
	scene_rate("One. Two.");
	stage_keys("5eI cut");
	stage_wait_s(2);
	stage_kill();
	stage_open(&home_screen, NULL);
	stage_key('r');
	assert_sees("Which words earn the 5 for Situation?");
	stage_keys(" it by half");
	stage_key('\n');
	assert_sees("5 Situation: I cut it by half");
	assert_sees_not("Which words");
}

static void
words_that_were_begun_and_left_are_not_kept(void **state)
{
	(void)state;
	scene_rate("One. Two.");
	stage_keys("5eI cut");
	stage_wait_s(2);
	stage_key(K_ESC);
	assert_sees("Which words earn the 5 for Situation?");
	stage_key(K_UP);
	assert_sees_not("I cut");
}

static void
a_figure_in_the_text_answers_for_the_measured_result(void **state)
{
	struct kept kept;

	(void)state;
	scene_rate("In two weeks churn fell from 8 % to 5 %.");
	stage_keys("3333");
	assert_sees("Measured result given? yes (\"from 8 % to 5 %\")");
	assert_sees("Only you know whether it is one.");
	stage_key('n');
	assert_sees("Measured result given? no: caps");
	stage_key('u');
	assert_sees("Measured result given? yes (\"from 8 % to 5 %\")");
	stage_key('\n');
	assert_screen("reveal");
	kept_load(&kept);
	assert_int_equal(kept.rows[0].answer.metric, GIVEN_YES);
	kept_release(&kept);
}

static void
a_text_without_figures_leaves_it_open(void **state)
{
	(void)state;
	scene_rate("Users were happier.");
	stage_keys("3333");
	assert_sees("y or n (no figure found in the text)");
	stage_key('\n');
	assert_screen("rating");
}

static void
a_measured_result_that_is_not_needed_may_stay_open(void **state)
{
	struct plan plan = scene_plan();

	(void)state;
	plan.question = "stage-estimate";
	scene_practise(&plan);
	scene_done();
	stage_key('\n');
	stage_keys("33333");
	assert_sees("not needed here");
	stage_key('\n');
	assert_screen("reveal");
}

/* `1 …` to `5 …`, as far as one row goes. */
static void
assert_anchors(const struct signal_spec *signal)
{
	enum { BEGINNING = 60 };
	char text[2 * BEGINNING];

	for (int i = 0; i < RATING_HIGH; i++) {
		snprintf(text, sizeof(text), "%d %.*s", i + 1, BEGINNING,
		    signal->anchors[i]);
		assert_sees(text);
	}
}

static void
the_anchors_of_the_signal_are_on_screen(void **state)
{
	const struct rubric *rubric;
	struct err err = {0};

	(void)state;
	scene_rate("x");
	assert_done(store_rubric(stage_store(), "star", &rubric, &err), &err);
	for (size_t i = 0; i < rubric->n; i++) {
		assert_sees(rubric->signals[i].asks);
		assert_anchors(&rubric->signals[i]);
		stage_key('3');
	}
}

/* Opens a question that is rated on the rubric, at its first signal. */
static void
rate_on(struct fixture *fixture, const char *rubric)
{
	struct plan plan = scene_plan();
	char csv[256];

	snprintf(csv, sizeof(csv),
	    "id,prompt,round,rubric\r\nstage-%s,What?,general,%s\r\n", rubric,
	    rubric);
	fixture_import(fixture->store, "questions", csv);
	snprintf(csv, sizeof(csv), "stage-%s", rubric);
	plan.question = csv;
	scene_practise(&plan);
	scene_done();
	stage_key('\n');
}

static void
the_anchors_of_every_built_in_rubric_fit_a_screen(void **state)
{
	struct names rubrics;
	struct err err = {0};

	assert_done(
	    store_names(stage_store(), NAMES_RUBRICS, &rubrics, &err), &err);
	for (int i = 0; i < rubrics.n; i++) {
		const struct rubric *rubric;

		rate_on(*state, rubrics.keys[i]);
		assert_done(
		    store_rubric(stage_store(), rubrics.keys[i], &rubric, &err),
		    &err);
		for (size_t s = 0; s < rubric->n; s++) {
			assert_anchors(&rubric->signals[s]);
			stage_key('3');
		}
		stage_key(K_ESC);
		stage_key('x');
		stage_key('\n');
	}
	names_release(&rubrics);
}

static void
anchors_scroll_on_a_small_screen_and_not_out_of_it(void **state)
{
	const struct rubric *rubric;
	struct err err = {0};
	char last[24];

	(void)state;
	assert_done(store_rubric(stage_store(), "star", &rubric, &err), &err);
	snprintf(last, sizeof(last), "5 %.20s",
	    rubric->signals[0].anchors[RATING_HIGH - 1]);
	scene_rate("x");
	stage_resize(APP_MIN_ROWS, APP_MIN_COLS);
	assert_sees("1 ");
	stage_press(' ', 60);
	assert_sees(last);
	stage_press(K_PAGE_UP, 30);
	assert_sees("1 No setting");
}

static void
the_answer_can_be_read_while_rating(void **state)
{
	(void)state;
	scene_rate("what I said");
	assert_sees_not("what I said");
	stage_key('v');
	assert_sees("what I said");
	stage_key('3');
	stage_key(K_F6);
	assert_sees_not("what I said");
	assert_sees("3 Situation");
	/* What lies over the anchors is what Esc ends first. */
	stage_key('v');
	stage_key(K_ESC);
	assert_sees_not("Stop rating?");
	stage_key(K_ESC);
	assert_sees("Stop rating?");
}

static void
a_wide_screen_shows_the_whole_answer_beside(void **state)
{
	(void)state;
	scene_rate("one\ntwo\nthree\nfour\nfive\nsix");
	stage_resize(40, 120);
	for (int i = 0; i < 5; i++) {
		assert_sees("one");
		assert_sees("two");
		assert_sees("three");
		assert_sees("four");
		assert_sees("five");
		assert_sees("six");
		stage_key('3');
	}
}

static void
stopping_asks_first(void **state)
{
	(void)state;
	scene_rate("x");
	stage_keys("4");
	stage_key(K_ESC);
	assert_sees("Stop rating?");
	stage_keys("5qy\n");
	assert_sees("Stop rating?");
	stage_key(K_ESC);
	assert_sees("> - Task");
	stage_key(K_CTRL('c'));
	assert_sees("Stop rating?");
}

static void
stopping_keeps_the_answer_without_a_rating(void **state)
{
	struct kept kept;

	(void)state;
	scene_rate("said");
	stage_keys("4444y");
	stage_key(K_ESC);
	stage_key('x');
	assert_screen("debrief");
	assert_sees("not rated");
	assert_int_equal(kept_drafts(), 0);
	kept_load(&kept);
	assert_string_equal(kept.rows[0].answer.text, "said");
	assert_false(kept.rows[0].answer.skipped);
	assert_int_equal(kept.verdicts[0].judged.verdict, VERDICT_NONE);
	kept_release(&kept);
}

static void
rating_can_wait(void **state)
{
	(void)state;
	scene_rate("said");
	stage_keys("45");
	stage_key(K_ESC);
	stage_key('l');
	assert_screen("");
	stage_kill();
	stage_open(&start_screen, NULL);
	stage_key('r');
	assert_sees("4 Situation");
	assert_sees("> - Action");
	scene_judge("32", 'n');
	assert_sees("Overall 3.10");
}

static void
ratings_are_in_the_draft_after_a_second(void **state)
{
	(void)state;
	scene_rate("said");
	stage_keys("45");
	stage_wait_s(1);
	stage_kill();
	stage_open(&start_screen, NULL);
	stage_key('r');
	assert_sees("4 Situation");
	assert_sees("5 Task");
}

/* Also where the next key comes sooner than that. */
static void
ratings_without_a_rest_are_in_the_draft_too(void **state)
{
	(void)state;
	scene_rate("said");
	stage_keys("2");
	stage_wait_ms(600);
	stage_keys("3");
	stage_wait_ms(600);
	stage_keys("3");
	stage_kill();
	stage_open(&start_screen, NULL);
	stage_key('r');
	assert_sees("2 Situation");
	assert_sees("3 Task");
}

static void
what_cannot_be_kept_stays_on_screen(void **state)
{
	(void)state;
	scene_rate("said");
	stage_keys("4444y");
	stage_break_table("rating");
	stage_key('\n');
	assert_screen("rating");
	assert_sees("4 Situation");
	assert_int_equal(kept_drafts(), 1);
	stage_mend_table("rating");
	stage_key('\n');
	assert_screen("reveal");
	assert_int_equal(kept_sessions(), 1);
}

/* Who leaves has confirmed nothing; a draft holds nothing else. */
static void
a_figure_answers_for_nobody_who_leaves(void **state)
{
	struct kept kept;

	(void)state;
	scene_answer("Churn fell by 12 %.");
	scene_done();
	stage_key('\n');
	assert_sees("Measured result given? yes");
	stage_key('3');
	stage_wait_s(5);
	assert_int_equal(fixture_sql_int(store_path(stage_store()),
			     "SELECT metric FROM draft"),
	    GIVEN_UNKNOWN);
	stage_key(K_ESC);
	stage_key('x');
	assert_screen("debrief");
	kept_load(&kept);
	assert_int_equal(kept.rows[0].answer.metric, GIVEN_UNKNOWN);
	kept_release(&kept);
}

static void
ratings_stay_where_the_answer_can_not_be_kept_without(void **state)
{
	(void)state;
	scene_rate("said");
	stage_keys("5emine\n3");
	stage_break_table("answer");
	stage_key(K_ESC);
	stage_key('x');
	assert_screen("rating");
	assert_sees("5 Situation: mine");
	assert_sees("3 Task");
	stage_mend_table("answer");
	stage_key('u');
	assert_sees("- Task");
	stage_key(K_ESC);
	stage_key('x');
	assert_screen("debrief");
	assert_sees("nothing was rated");
	assert_int_equal(kept_drafts(), 0);
}

/* The answer is kept, the debrief can't be read just then. */
static void
a_screen_that_cannot_be_opened_is_tried_again(void **state)
{
	(void)state;
	scene_rate("said");
	stage_break_table("level");
	stage_key(K_ESC);
	stage_key('x');
	assert_screen("rating");
	stage_keys("3y");
	stage_wait_s(5);
	stage_resize(APP_MIN_ROWS, APP_MIN_COLS);
	assert_screen("rating");
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
	    ON_STAGE(the_overall_is_predicted_by_a_digit),
	    ON_STAGE(enter_skips_the_prediction),
	    ON_STAGE(a_rating_moves_on_to_the_next_signal),
	    ON_STAGE(what_was_said_is_what_is_kept),
	    ON_STAGE(only_one_to_five_rate),
	    ON_STAGE(undo_takes_ratings_back_one_by_one),
	    ON_STAGE(a_rating_can_be_changed),
	    ON_STAGE(enter_confirms_only_what_is_complete),
	    ON_STAGE(the_missing_answer_is_named_from_every_row),
	    ON_STAGE(a_high_rating_asks_for_the_words_that_earn_it),
	    ON_STAGE(the_words_can_be_typed),
	    ON_STAGE(the_words_can_be_passed_over),
	    ON_STAGE(the_words_are_in_the_draft),
	    ON_STAGE(words_that_are_half_typed_are_in_the_draft),
	    ON_STAGE(words_that_were_begun_and_left_are_not_kept),
	    ON_STAGE(a_figure_in_the_text_answers_for_the_measured_result),
	    ON_STAGE(a_text_without_figures_leaves_it_open),
	    ON_STAGE(a_measured_result_that_is_not_needed_may_stay_open),
	    ON_STAGE(the_anchors_of_the_signal_are_on_screen),
	    ON_STAGE(the_anchors_of_every_built_in_rubric_fit_a_screen),
	    ON_STAGE(anchors_scroll_on_a_small_screen_and_not_out_of_it),
	    ON_STAGE(the_answer_can_be_read_while_rating),
	    ON_STAGE(a_wide_screen_shows_the_whole_answer_beside),
	    ON_STAGE(stopping_asks_first),
	    ON_STAGE(stopping_keeps_the_answer_without_a_rating),
	    ON_STAGE(rating_can_wait),
	    ON_STAGE(ratings_are_in_the_draft_after_a_second),
	    ON_STAGE(ratings_without_a_rest_are_in_the_draft_too),
	    ON_STAGE(what_cannot_be_kept_stays_on_screen),
	    ON_STAGE(a_figure_answers_for_nobody_who_leaves),
	    ON_STAGE(ratings_stay_where_the_answer_can_not_be_kept_without),
	    ON_STAGE(a_screen_that_cannot_be_opened_is_tried_again),
	};

	return cmocka_run_group_tests_name("rate", tests, NULL, NULL);
}
