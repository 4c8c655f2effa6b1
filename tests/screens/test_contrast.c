/* SPDX-License-Identifier: MIT */
/* Two weeks against those before, and periods, levels and attempts side by
 * side. */
#include <string.h>

#include "past.h"
#include "stage.h"

static void
review(void)
{
	stage_open(&review_screen, NULL);
}

static void
two_weeks_are_better_when_that_is_no_noise(void **state)
{
	(void)state;
	past_add_days(15, 5, "2222");
	past_add_days(1, 5, "4444");
	review();
	assert_sees("Last 14 days: better. 4.00 (n 5), before 2.00 (n 5)");
	stage_key('p');
	assert_sees("period last 14 days");
	assert_sees("5 sessions");
	assert_sees("Last 14 days: better."); /* whatever the period */
}

static void
two_weeks_are_worse_too(void **state)
{
	(void)state;
	past_add_days(15, 6, "5555");
	past_add_days(1, 5, "1111");
	review();
	assert_sees("Last 14 days: worse. 1.00 (n 5), before 5.00 (n 6)");
}

/* `n` sessions of a round and rubric, one a day. */
static void
add_round(
    int from, int n, const char *round, const char *rubric, const char *ratings)
{
	for (int i = 0; i < n; i++)
		past_add(&(struct past){
		    .days_ago = from + i,
		    .round = round,
		    .rubric = rubric,
		    .ratings = ratings,
		});
}

static void
rounds_and_signals_that_changed_are_named(void **state)
{
	(void)state;
	add_round(15, 5, "behavioural", "star", "2234");
	add_round(1, 5, "behavioural", "star", "4442");
	add_round(20, 5, "strategy", "strategy", "44444");
	add_round(6, 5, "strategy", "strategy", "33333");
	review();
	assert_sees("Rounds: worse Strategy -1.00; better Behavioural +");
	assert_sees("Signals: worse Result -2.00, ");
	assert_sees("3 more; better Task +2.00, Situation +2.00, Action +1.00");
	stage_key('p'); /* these are of two weeks, whatever the period */
	assert_sees("better Task +2.00");
	stage_key('r');
	for (int i = 0; i < 20 && !stage_sees("round Strategy"); i++)
		stage_key('r');
	assert_sees_not("Rounds: "); /* the first line says it all */
	assert_sees_not("Task");
}

/* In place of two lines that tell nothing. */
static void
what_rounds_and_signals_lack_is_said(void **state)
{
	(void)state;
	add_round(15, 5, "behavioural", "star", "2222");
	add_round(1, 3, "behavioural", "star", "4444");
	add_round(6, 2, "strategy", "strategy", "44444");
	review();
	assert_sees("Last 14 days: better.");
	assert_sees("By round and signal too early to tell: 2 more sessions of "
		    "Behavioural will tell");
	assert_sees_not("Rounds: ");
	assert_sees_not("Signals: ");
	stage_key('r');
	for (int i = 0; i < 20 && !stage_sees("round Behavioural"); i++)
		stage_key('r');
	assert_sees("Last 14 days: too few to tell. 4.00 (n 3), before 2.00 (n "
		    "5); 2 more will tell");
	assert_sees_not("too early to tell"); /* it says the same */
}

static void
few_sessions_tell_nothing(void **state)
{
	(void)state;
	past_add_days(15, 4, "1111");
	past_add_days(1, 8, "5555");
	review();
	assert_sees("Last 14 days: too few to tell. 5.00 (n 8), before 1.00");
	assert_sees("5 of each tell");
}

static void
noise_is_called_so(void **state)
{
	(void)state;
	past_add_days(16, 3, "5555");
	past_add_days(19, 3, "1111");
	past_add_days(1, 3, "5555");
	past_add_days(4, 4, "1111");
	review();
	assert_sees("Last 14 days: no clear change.");
}

static void
only_filters_in_force_are_stated_over_a_comparison(void **state)
{
	(void)state;
	past_add_days(15, 5, "2222");
	past_add_days(1, 5, "4444");
	review();
	stage_key('p');
	stage_key('x');
	assert_sees("last 14 days against 14 days before");
	assert_sees_not("period last");
	stage_key('\t');
	assert_sees("period last 14 days");
	stage_key('r');
	assert_sees("rated by self company any level any");
	assert_sees("level any");
	stage_key('\t');
	assert_sees("rated by self round ");
	assert_sees_not("level any");
}

static void
periods_are_compared_signal_by_signal(void **state)
{
	char text[2048];

	(void)state;
	past_add_days(15, 5, "2233");
	past_add_days(1, 5, "4433");
	review();
	stage_key('x');
	assert_screen("contrast");
	assert_sees("higher, +");
	assert_sees(": last 14 days against 14 days before");
	assert_sees("clear change first");
	assert_sees("Situation 2.00 (n 5) 4.00 (n 5) +2.00 higher");
	assert_sees("Result 3.00 (n 5) 3.00 (n 5) +0.00 no clear difference");
	stage_key('e');
	stage_read_file("rehearse-comparison-*.csv", text, sizeof(text));
	assert_non_null(strstr(
	    text, "task,14 days before,5,2,last 14 days,5,4,2,2,2,higher\r\n"));
	stage_key('a');
	assert_sees("too few to tell, 5 of each tell: last 28 days against 28 "
		    "days before");
}

static void
the_largest_clear_change_comes_first(void **state)
{
	(void)state;
	/* Situation swings, action rises, result falls further */
	for (int i = 0; i < 6; i++) {
		past_add(&(struct past){
		    .days_ago = 15 + i, .ratings = i % 2 ? "1325" : "3325"});
		past_add(&(struct past){
		    .days_ago = 1 + i, .ratings = i % 2 ? "1332" : "5332"});
	}
	/* but for its first signal, one side alone: no difference */
	past_add(&(struct past){
	    .days_ago = 10, .rubric = "strategy", .ratings = "55555"});
	past_add(&(struct past){
	    .days_ago = 25, .rubric = "strategy", .ratings = "5"});
	review();
	stage_key('x');
	assert_sees("Result 5.00 (n 6) 2.00 (n 6) -3.00 lower "
		    "Action 2.00 (n 6) 3.00 (n 6) +1.00 higher "
		    "Situation 2.00 (n 6) 3.00 (n 6) +1.00 no clear difference "
		    "Task 3.00 (n 6) 3.00 (n 6) +0.00 no clear difference");
	assert_sees("5.00 (n 1) 5.00 (n 1) +0.00 too few to tell");
	assert_true(strstr(stage_text(), "5.00 (n 1)     5.00") <
		    strstr(stage_text(), "-           5.00"));
}

static void
keys_say_what_they_do_to_both_sides(void **state)
{
	(void)state;
	past_add_days(1, 3, "3333");
	review();
	stage_key('x');
	assert_sees("a both lengths r round");
	stage_key('b'); /* there is nothing at the right alone */
	assert_sees("last 14 days against 14 days before");
	stage_key('a');
	assert_sees("last 28 days against 28 days before");
	stage_key('\t');
	assert_sees("a left b right");
	stage_press('\t', 2);
	assert_sees("Enter open r round");
}

static void
levels_are_compared_and_chosen(void **state)
{
	(void)state;
	for (int i = 1; i <= 5; i++) {
		past_add(&(struct past){
		    .days_ago = i, .ratings = "2222", .level = "apm"});
		past_add(&(struct past){
		    .days_ago = i + 10, .ratings = "4444", .level = "pm2"});
	}
	review();
	stage_key('x');
	stage_press('\t', 2);
	assert_sees("higher, +");
	assert_sees(": PM II against APM");
	assert_sees("Overall 2.00 (n 5) 4.00 (n 5) +2.00 higher");
	stage_key('b');
	assert_sees("too few to tell, 5 of each tell");
}

static void
repeated_questions_are_compared(void **state)
{
	(void)state;
	past_add(&(struct past){.days_ago = 9, .ratings = "1111"});
	past_add(&(struct past){.days_ago = 5, .ratings = "2222"});
	past_add(&(struct past){.days_ago = 1, .ratings = "4444"});
	review();
	stage_key('x');
	stage_press('\t', 3);
	assert_sees("Overall 1.00 (n 1) 4.00 (n 1) +3.00 too few to tell");
	stage_resize(APP_MIN_ROWS, APP_MIN_COLS);
	assert_sees("clear first 1st last by n");
	assert_sees("Overall 1.00 4.00 +3.00 few 1/1");
}

/* From the comparison to two attempts side by side, and from the first answer
 * as well. */
static void
a_question_leads_to_its_attempts(void **state)
{
	(void)state;
	past_add(&(struct past){.days_ago = 9, .ratings = "4444"});
	past_add(&(struct past){.days_ago = 5, .ratings = "2222"});
	past_add(&(struct past){.days_ago = 1, .ratings = "3333"});
	past_add(&(struct past){
	    .days_ago = 8, .ratings = "1111", .question = "other"});
	past_add(&(struct past){
	    .days_ago = 7, .ratings = "5555", .question = "other"});
	review();
	stage_key('x');
	stage_key('\n'); /* a signal has no attempts */
	assert_screen("contrast");
	stage_press('\t', 4);
	assert_sees("question, fallen first");
	assert_sees("4.00 3.00 -1.00 3 attempts");
	assert_sees("1.00 5.00 +4.00 2 attempts");
	stage_keys("\n"); /* all of them */
	assert_screen("contrast");
	stage_keys("j\n");
	assert_screen("retake");
	assert_sees("Retake: attempt 3 against 1");
	assert_sees("Task 4 -> 3 -1");
	stage_key('q');
	assert_screen("contrast");
	stage_open(&answer_screen, "past-answer-9");
	stage_key('d');
	assert_sees("Retake: attempt 3 against 1");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    ON_STAGE(two_weeks_are_better_when_that_is_no_noise),
	    ON_STAGE(two_weeks_are_worse_too),
	    ON_STAGE(rounds_and_signals_that_changed_are_named),
	    ON_STAGE(what_rounds_and_signals_lack_is_said),
	    ON_STAGE(few_sessions_tell_nothing),
	    ON_STAGE(noise_is_called_so),
	    ON_STAGE(only_filters_in_force_are_stated_over_a_comparison),
	    ON_STAGE(periods_are_compared_signal_by_signal),
	    ON_STAGE(the_largest_clear_change_comes_first),
	    ON_STAGE(keys_say_what_they_do_to_both_sides),
	    ON_STAGE(levels_are_compared_and_chosen),
	    ON_STAGE(repeated_questions_are_compared),
	    ON_STAGE(a_question_leads_to_its_attempts),
	};

	return cmocka_run_group_tests_name("contrast", tests, NULL, NULL);
}
