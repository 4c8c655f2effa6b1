/* SPDX-License-Identifier: MIT */
/* An attempt beside an earlier one. */
#include <string.h>

#include "past.h"
#include "scene.h"
#include "stage.h"

static const char first_text[] =
    "So, the launch went well and we shipped it to every single user.";
static const char second_text[] =
    "The launch went well and I shipped it to every single user.";
static const char third_text[] =
    "I cut returns by 12 % and I shipped it to every single user.";

static void
three_attempts(void)
{
	past_add(&(struct past){.days_ago = 3,
	    .ratings = "2234",
	    .text = first_text,
	    .no_metric = true});
	past_add(&(struct past){.days_ago = 2,
	    .ratings = "2434",
	    .text = second_text,
	    .no_metric = true,
	    .answer_s = 130});
	past_add(&(struct past){.days_ago = 1,
	    .ratings = "4444",
	    .text = third_text,
	    .answer_s = 190});
}

static void
an_answer_leads_to_what_changed(void **state)
{
	(void)state;
	three_attempts();
	stage_open(&answer_screen, "past-answer-2");
	stage_key('d');
	assert_screen("retake");
	assert_sees("Retake: attempt 2 against 1");
	stage_key('q');
	assert_screen("answer");
}

static void
first_comes_whether_it_is_better_then_what_stayed_weak(void **state)
{
	(void)state;
	three_attempts();
	stage_open(&retake_screen, "past-answer-2");
	assert_string_equal(stage_row(2),
	    "Better: overall 3.50 after 3.10 (+0.40), re-interview again.");
	assert_int_equal(stage_role("Better"), ROLE_GOOD);
	assert_string_equal(
	    stage_row(3), "Still weak: Situation 2 again, Action 3 again.");
	assert_int_equal(stage_role("Still weak"), ROLE_WARN);
	assert_string_equal(stage_row(4), "Still no measured result.");
	assert_string_equal(
	    stage_row(5), "Vague again, no number: \"went well\".");
	assert_string_equal(stage_row(7), "Situation        2 -> 2  =");
	assert_string_equal(stage_row(8), "Task             2 -> 4  +2");
	assert_string_equal(
	    stage_row(12), "Time             1:40 -> 2:10  +0:30");
	assert_sees("Tell me about a failure that you owned.");
}

static void
the_texts_are_marked_in_words_and_in_colour(void **state)
{
	(void)state;
	three_attempts();
	stage_open(&retake_screen, "past-answer-2");
	assert_sees("[-gone-] {+new+}");
	assert_sees("[-So, the-]{+The+} launch went well and [-we-]{+I+} "
		    "shipped it to every single user.");
	assert_int_equal(stage_role("[-So, the-]"), ROLE_BAD);
	assert_int_equal(stage_role("{+The+}"), ROLE_GOOD);
	assert_int_equal(stage_role("launch went"), ROLE_TEXT);
}

static void
a_wide_screen_shows_them_side_by_side(void **state)
{
	(void)state;
	three_attempts();
	stage_open(&retake_screen, "past-answer-2");
	stage_resize(40, 120);
	assert_sees("Attempt 1 Attempt 2");
	assert_sees("[-So, the-] launch went well and [-we-] shipped it");
	assert_sees("{+The+} launch went well and {+I+} shipped it");
	assert_sees_not("[-we-]{+I+}");
	stage_resize(40, 99);
	assert_sees("[-we-]{+I+}");
}

static void
keys_step_from_pair_to_pair(void **state)
{
	(void)state;
	three_attempts();
	stage_open(&retake_screen, "past-answer-1");
	assert_sees("attempt 3 against 2");
	assert_sees("3 attempts");
	assert_sees("Better: overall 4.00 after 3.50 (+0.50)");
	assert_sees("Over the limit 0:00 -> 0:10 +0:10");
	stage_key(']');
	assert_sees("attempt 3 against 2");
	stage_key('[');
	assert_sees("attempt 2 against 1");
	assert_sees("overall 3.50 after 3.10");
	stage_key(K_LEFT);
	assert_sees("attempt 2 against 1");
	stage_key(K_RIGHT);
	assert_sees("attempt 3 against 2");
	stage_key('f');
	assert_sees("attempt 3 against 1");
	assert_sees("overall 4.00 after 3.10");
	assert_sees("[-So, the launch went well and we-]{+I cut returns by 12 "
		    "% and I+}");
	stage_key('f');
	assert_sees("attempt 3 against 2");
}

static void
a_first_attempt_stands_against_the_latest(void **state)
{
	(void)state;
	three_attempts();
	stage_open(&answer_screen, "past-answer-3");
	stage_key('d');
	assert_screen("retake");
	assert_sees("Retake: attempt 3 against 1");
	stage_key('[');
	assert_sees("Retake: attempt 2 against 1");
}

/* Another question's answers are no attempts at this one. */
static void
only_the_same_question_counts(void **state)
{
	(void)state;
	past_add(&(struct past){
	    .days_ago = 2, .ratings = "4444", .question = "stage-estimate"});
	past_add(&(struct past){.days_ago = 1, .ratings = "4444"});
	stage_open(&answer_screen, "past-answer-1");
	stage_key('d');
	assert_sees("there is no other attempt at this question");
}

static void
the_reveal_leads_to_it_and_the_round_goes_on(void **state)
{
	(void)state;
	past_add(&(struct past){.days_ago = 1,
	    .ratings = "3333",
	    .text = "we did it",
	    .answer_s = 90});
	scene_rate("I did it");
	scene_judge("4344", 'y');
	stage_key('d');
	assert_screen("retake");
	assert_sees("Better: overall 3.80 after 3.00 (+0.80), hire after "
		    "re-interview.");
	assert_sees("Still weak: Task 3 again.");
	assert_sees("Time 1:30 -> 1:00 -0:30");
	assert_sees("[-we-]{+I+} did it");
	stage_key(K_ESC);
	assert_screen("reveal");
	stage_key('\n');
	assert_screen("debrief");
}

static void
chinese_is_marked_by_character(void **state)
{
	(void)state;
	past_add(&(struct past){.days_ago = 2,
	    .ratings = "4444",
	    .text = "我们负责整个漏斗的改版。"});
	past_add(&(struct past){.days_ago = 1,
	    .ratings = "4444",
	    .text = "我负责整个漏斗的重构。"});
	stage_open(&retake_screen, "past-answer-1");
	assert_sees("我[-们-]负责整个漏斗的[-改版-]{+重构+}。");
	assert_sees("Words 11 -> 10 -1");
}

static void
the_same_words_are_called_so(void **state)
{
	(void)state;
	past_add(&(struct past){.days_ago = 2, .ratings = "4444"});
	past_add(&(struct past){.days_ago = 1, .ratings = "4444"});
	stage_open(&retake_screen, "past-answer-1");
	assert_sees("The same: overall 4.00 after 4.00");
	assert_sees("The words are the same.");
	assert_sees_not("[-gone-]");
}

static void
private_shows_no_word_of_a_text(void **state)
{
	(void)state;
	three_attempts();
	stage_desk()->private = true;
	stage_open(&retake_screen, "past-answer-2");
	assert_sees("Better: overall 3.50 after 3.10");
	assert_sees("Vague again, no number: 1 phrase.");
	assert_sees("(hidden by --private)");
	assert_sees_not("went well");
	assert_sees_not("shipped");
	assert_sees_not("Words");
}

static void
it_scrolls_and_starts_at_the_top_of_each_pair(void **state)
{
	(void)state;
	three_attempts();
	stage_open(&retake_screen, "past-answer-1");
	stage_resize(APP_MIN_ROWS, APP_MIN_COLS);
	assert_sees("Better: overall 4.00");
	stage_key('G');
	assert_sees_not("Better");
	assert_sees("Tell me about a failure that you owned.");
	stage_key('[');
	assert_sees("Better: overall 3.50");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    ON_STAGE(an_answer_leads_to_what_changed),
	    ON_STAGE(first_comes_whether_it_is_better_then_what_stayed_weak),
	    ON_STAGE(the_texts_are_marked_in_words_and_in_colour),
	    ON_STAGE(a_wide_screen_shows_them_side_by_side),
	    ON_STAGE(keys_step_from_pair_to_pair),
	    ON_STAGE(a_first_attempt_stands_against_the_latest),
	    ON_STAGE(only_the_same_question_counts),
	    ON_STAGE(the_reveal_leads_to_it_and_the_round_goes_on),
	    ON_STAGE(chinese_is_marked_by_character),
	    ON_STAGE(the_same_words_are_called_so),
	    ON_STAGE(private_shows_no_word_of_a_text),
	    ON_STAGE(it_scrolls_and_starts_at_the_top_of_each_pair),
	};

	return cmocka_run_group_tests_name("retake", tests, NULL, NULL);
}
