/* SPDX-License-Identifier: MIT */
/* What the review says of two weeks, its views, and its comparisons. */
#include <glob.h>
#include <stdio.h>
#include <string.h>

#include "past.h"
#include "stage.h"

#include "store/store.h"

static void
review(void)
{
	stage_open(&review_screen, NULL);
}

/* `n` sessions on as many days, the latest `from` days ago. */
static void
add_days(int from, int n, const char *ratings)
{
	for (int i = n - 1; i >= 0; i--)
		past_add(
		    &(struct past){.days_ago = from + i, .ratings = ratings});
}

static void
two_weeks_are_better_when_that_is_no_noise(void **state)
{
	(void)state;
	add_days(15, 5, "2222");
	add_days(1, 5, "4444");
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
	add_days(15, 6, "5555");
	add_days(1, 5, "1111");
	review();
	assert_sees("Last 14 days: worse. 1.00 (n 5), before 5.00 (n 6)");
}

/* `n` sessions of a round and rubric, one a day. */
static void
add_round(int from, const char *round, const char *rubric, const char *ratings)
{
	for (int i = 0; i < 5; i++)
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
	add_round(15, "behavioural", "star", "2234");
	add_round(1, "behavioural", "star", "4442");
	add_round(20, "strategy", "strategy", "44444");
	add_round(6, "strategy", "strategy", "33333");
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

static void
few_sessions_tell_nothing(void **state)
{
	(void)state;
	add_days(15, 4, "1111");
	add_days(1, 8, "5555");
	review();
	assert_sees("Last 14 days: too few to tell. 5.00 (n 8), before 1.00");
	assert_sees("5 of each tell");
}

static void
noise_is_called_so(void **state)
{
	(void)state;
	add_days(16, 3, "5555");
	add_days(19, 3, "1111");
	add_days(1, 3, "5555");
	add_days(4, 4, "1111");
	review();
	assert_sees("Last 14 days: no clear change.");
}

static void
periods_are_gone_through_and_stated(void **state)
{
	(void)state;
	past_add(&(struct past){.days_ago = 400, .ratings = "1111"});
	past_add(&(struct past){.days_ago = 80, .ratings = "2222"});
	past_add(&(struct past){.days_ago = 20, .ratings = "3333"});
	past_add(&(struct past){.days_ago = 1, .ratings = "4444"});
	review();
	assert_sees("4 sessions");
	assert_sees("period all");
	stage_key('p');
	assert_sees("1 session ");
	assert_sees("period last 14 days");
	stage_key('p');
	assert_sees("2 sessions");
	assert_sees("period last 28 days");
	stage_key('p');
	assert_sees("3 sessions");
	assert_sees("period last 90 days");
	stage_key('p');
	assert_sees("3 sessions");
	assert_sees("period this year");
	stage_key('p');
	assert_sees("4 sessions");
	assert_sees("period all");
}

static void
raters_are_gone_through_self_first_and_cold_last(void **state)
{
	(void)state;
	past_add(&(struct past){.days_ago = 4, .ratings = "1111"});
	past_add(
	    &(struct past){.days_ago = 3, .ratings = "2222", .rater = "cold"});
	past_add(
	    &(struct past){.days_ago = 2, .ratings = "3333", .rater = "mei"});
	review();
	assert_sees("rated by self");
	stage_key('w');
	assert_sees("rated by mei");
	assert_sees("3.00 <");
	stage_key('w');
	assert_sees("rated by cold");
	assert_sees("2.00 <");
	stage_key('w');
	assert_sees("rated by self");
}

static void
views(int tabs)
{
	review();
	stage_key('v');
	assert_screen("views");
	stage_press('\t', tabs);
}

/* At every size, whatever else is left out. */
static void
sees_at_every_size(const char *wide, const char *narrow)
{
	assert_sees(wide);
	stage_resize(60, 200);
	assert_sees(wide);
	stage_resize(APP_MIN_ROWS, APP_MIN_COLS);
	assert_sees(narrow);
	stage_resize(STAGE_ROWS, STAGE_COLS);
}

static void
whose_ratings_they_are_is_stated_everywhere(void **state)
{
	(void)state;
	add_days(1, 3, "3333");
	past_add(
	    &(struct past){.days_ago = 5, .ratings = "2222", .rater = "mei"});
	review();
	sees_at_every_size("rated by self", "by self");
	stage_key('v');
	sees_at_every_size("rated by self", "by self");
	stage_key('w');
	sees_at_every_size("rated by mei", "by mei");
	stage_key('q');
	stage_key('x');
	sees_at_every_size("rated by mei", "by mei");
	stage_key('q');
	stage_key('\n');
	assert_screen("chart");
	sees_at_every_size("rated by mei", "by mei");
	stage_key('w'); /* several raters: each by its name */
	assert_sees_not("rated by");
}

static void
filters_in_force_are_stated_at_every_size(void **state)
{
	(void)state;
	add_days(1, 3, "3333");
	views(0);
	for (int i = 0; i < 20 && !stage_sees("round Behavioural"); i++)
		stage_key('r');
	for (int i = 0; i < 20 && !stage_sees("level PM II"); i++)
		stage_key('l');
	stage_key('p');
	sees_at_every_size("level PM II period last 14 days",
	    "by self, Behavioural, PM II, 14 days");
	stage_press('\t', 5);
	assert_sees_not("rated by"); /* days with practice are of nobody's */
	sees_at_every_size("round Behavioural", "14 days");
	stage_resize(APP_MIN_ROWS, APP_MIN_COLS);
	assert_sees("Sun");
	stage_key('\t');
	assert_sees("Behavioural");
	assert_sees_not("14 days"); /* the bank is of all time */
}

static void
a_legend_says_what_bars_are_at_every_size(void **state)
{
	(void)state;
	add_days(1, 3, "3333");
	views(0);
	stage_resize(APP_MIN_ROWS, APP_MIN_COLS);
	assert_sees("strong hire");
	assert_sees("re-interview");
	assert_sees("reject");
}

static void
only_filters_in_force_are_stated_over_a_comparison(void **state)
{
	(void)state;
	add_days(15, 5, "2222");
	add_days(1, 5, "4444");
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
a_signal_has_the_sessions_that_it_limited(void **state)
{
	(void)state;
	past_add(&(struct past){.days_ago = 3, .ratings = "1555"});
	past_add(&(struct past){.days_ago = 2, .ratings = "1555"});
	past_add(&(struct past){.days_ago = 1, .ratings = "5155"});
	review();
	assert_sees("Situation 2.20 < 5.00 +4.0 3 33 % 2");
	assert_sees("Task 3.80 1.00 -4.0 3 67 % 1");
}

/* Of the question, too, to which they are all answers. */
static void
a_long_history_is_judged_anew_while_no_key_is_pressed(void **state)
{
	(void)state;
	for (int i = 90; i > 0; i--)
		past_add(&(struct past){.days_ago = i, .ratings = "1555"});
	fixture_sql(store_path(stage_store()),
	    "INSERT INTO stale SELECT session_pk FROM session;"
	    "UPDATE opinion SET limiting = '', den = 0");
	review();
	assert_sees("judging anew: 41 left");
	assert_sees("Situation 1.00 < 1.00 +0.0 90 0 % 50");
	stage_wait_ms(1);
	stage_wait_ms(1);
	stage_wait_ms(1);
	assert_sees_not("judging anew");
	assert_sees("Situation 1.00 < 1.00 +0.0 90 0 % 90");
}

static void
every_view_says_how_to_fill_it(void **state)
{
	static const char *const says[] = {"No rated session here.",
	    "No answer with a time limit", "No spoken answer with sections",
	    "No answer with a pace", "Nothing to compare your ratings with",
	    "No rated session here."};

	(void)state;
	views(0);
	for (size_t i = 0; i < sizeof(says) / sizeof(says[0]); i++) {
		assert_sees(says[i]);
		stage_key('\t');
	}
	assert_sees("Coverage of the question bank");
	stage_key('\t');
	assert_sees("Verdicts over time");
	stage_key(K_BACKTAB);
	assert_sees("Coverage of the question bank");
	stage_key('q');
	assert_screen("review");
}

static void
verdicts_stand_in_their_weeks(void **state)
{
	(void)state;
	past_add(&(struct past){.days_ago = 8, .ratings = "1111"});
	past_add(&(struct past){.days_ago = 1, .ratings = "5555"});
	past_add(&(struct past){.days_ago = 2, .ratings = "3333"});
	views(0);
	assert_sees("1 of 3 rated sessions are hire or better (33 %)");
	assert_sees("2026-11-16");
	assert_sees("2 50 %");
	assert_sees("2026-11-09");
	assert_sees("1 0 %");
	stage_ascii();
	assert_sees("# strong hire");
	assert_sees(". reject");
}

static void
time_over_the_limit_is_told(void **state)
{
	(void)state;
	past_add(
	    &(struct past){.days_ago = 2, .ratings = "3333", .answer_s = 90});
	past_add(
	    &(struct past){.days_ago = 1, .ratings = "3333", .answer_s = 270});
	views(1);
	assert_sees("100 % of the limit on average; 50 % run over it, by 90 s");
	assert_sees("50-60 %");
	assert_sees("150 % on");
}

static void
words_a_minute_are_counted(void **state)
{
	(void)state;
	past_add(&(struct past){.days_ago = 1,
	    .ratings = "3333",
	    .answer_s = 12,
	    .text =
		"I led it and shipped it early as one small team that day"});
	views(3);
	assert_sees("Words a minute: spoken none, typed 65 (n 1).");
}

static void
answers_without_a_pace_are_left_out(void **state)
{
	(void)state;
	past_add(&(struct past){.days_ago = 3,
	    .ratings = "3333",
	    .answer_s = 30,
	    .text =
		"I led it and shipped it early with one small team of six"});
	past_add(&(struct past){.days_ago = 2,
	    .ratings = "3333",
	    .answer_s = 5,
	    .text = "this was pasted"});
	past_add(&(struct past){.days_ago = 1,
	    .ratings = "3333",
	    .answer_s = 100,
	    .spoken = true,
	    .text = "only a few notes"});
	views(3);
	assert_sees("spoken none, typed 26 (n 1).");
	assert_sees("1 left out as notes.");
	assert_sees("20-40");
	assert_sees_not("0-20");
}

static void
sections_are_called_by_their_labels(void **state)
{
	(void)state;
	past_add(&(struct past){.days_ago = 1,
	    .ratings = "3333",
	    .spoken = true,
	    .splits = "situation:20|action:80"});
	views(2);
	assert_sees("Furthest off: Action takes");
	assert_sees("Situation");
	assert_sees_not("situation");
}

static void
days_with_practice_make_a_streak(void **state)
{
	(void)state;
	add_days(1, 3, "3333");
	past_add(&(struct past){.days_ago = 6, .ratings = "3333"});
	views(5);
	assert_sees("A streak of 3 days, the longest 3; 4 days");
	assert_sees("Mon");
	stage_resize(APP_MIN_ROWS, APP_MIN_COLS);
	assert_sees("Sun");
}

static void
a_streak_goes_on_before_the_period(void **state)
{
	(void)state;
	add_days(1, 20, "3333");
	views(5);
	stage_key('p');
	assert_sees(
	    "A streak of 20 days, the longest 20; 14 days with practice "
	    "in this period.");
}

static void
one_day_is_no_days(void **state)
{
	(void)state;
	add_days(1, 1, "3333");
	views(5);
	assert_sees("; 1 day with practice in a year.");
}

static void
a_trend_of_nothing_is_said_in_words(void **state)
{
	(void)state;
	add_days(1, 8, "3333");
	review();
	stage_key('\n');
	assert_sees("mean 3.00 no clear trend: neither up nor down");
	assert_sees_not("+0.00");
}

static void
coverage_counts_the_bank(void **state)
{
	(void)state;
	past_add(&(struct past){.days_ago = 30, .ratings = "1111"});
	views(6);
	assert_sees("1 of 223 questions seen, 1 due again now, 0 mastered");
	assert_sees("1 of 49 seen, 1 due, 0 mastered");
	for (int i = 0; i < 20 && !stage_sees("round Estimation"); i++)
		stage_key('r');
	assert_sees("0 of 21 questions seen, 0 due again now, 0 mastered");
}

static void
filters_hold_in_the_views_and_back_in_the_review(void **state)
{
	(void)state;
	past_add(&(struct past){.days_ago = 40, .ratings = "1111"});
	past_add(&(struct past){.days_ago = 1, .ratings = "5555"});
	views(0);
	assert_sees("1 of 2 rated sessions");
	stage_key('p');
	assert_sees("1 of 1 rated sessions");
	assert_sees("period last 14 days");
	stage_key('q');
	assert_sees("period last 14 days");
	assert_sees("1 session ");
}

/* The bytes of the one file that fits the pattern. */
static void
read_export(const char *pattern, char *out, size_t size)
{
	glob_t found;
	FILE *file;
	size_t n;

	assert_int_equal(glob(pattern, 0, NULL, &found), 0);
	assert_int_equal(found.gl_pathc, 1);
	file = fopen(found.gl_pathv[0], "r");
	assert_non_null(file);
	n = fread(out, 1, size - 1, file);
	out[n] = '\0';
	fclose(file);
	globfree(&found);
}

static void
views_are_drawn_in_ascii_alone(void **state)
{
	(void)state;
	past_add(&(struct past){.days_ago = 1, .ratings = "3455"});
	views(0);
	stage_ascii();
	for (int i = 0; i < 7; i++) {
		stage_key('\t');
		for (const char *at = stage_text(); *at != '\0'; at++)
			assert_in_range((unsigned char)*at, '\n', '~');
	}
}

static void
a_view_is_exported(void **state)
{
	char text[512];

	(void)state;
	past_add(&(struct past){.days_ago = 1, .ratings = "5555"});
	views(0);
	stage_key('e');
	assert_sees("written to rehearse-verdicts-");
	read_export("rehearse-verdicts-*.csv", text, sizeof(text));
	assert_string_equal(text,
	    "from,strong_hire,hire,re_interview,reject\r\n"
	    "2026-11-16,1,0,0,0\r\n");
}

static void
what_too_few_tell_is_empty_in_an_export(void **state)
{
	char text[512];

	(void)state;
	past_add(
	    &(struct past){.days_ago = 1, .ratings = "5555", .predicted = 3});
	views(4);
	assert_sees("n 1: too few to tell");
	stage_key('e');
	read_export("rehearse-calibration-*.csv", text, sizeof(text));
	assert_string_equal(text, "pair,answers,difference,apart,low,high\r\n"
				  "predicted - self,1,,,,\r\n"
				  "self - cold,0,,,,\r\n"
				  "self - peers,0,,,,\r\n");
}

static void
periods_are_compared_signal_by_signal(void **state)
{
	char text[2048];

	(void)state;
	add_days(15, 5, "2233");
	add_days(1, 5, "4433");
	review();
	stage_key('x');
	assert_screen("contrast");
	assert_sees("higher, +");
	assert_sees(": last 14 days against 14 days before");
	assert_sees("clear change first");
	assert_sees("Situation 2.00 (n 5) 4.00 (n 5) +2.00 higher");
	assert_sees("Result 3.00 (n 5) 3.00 (n 5) +0.00 no clear difference");
	stage_key('e');
	read_export("rehearse-comparison-*.csv", text, sizeof(text));
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
	add_days(1, 3, "3333");
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

static void
a_chart_takes_up_to_three_signals(void **state)
{
	(void)state;
	past_add(&(struct past){.days_ago = 2, .ratings = "1234"});
	past_add(&(struct past){.days_ago = 1, .ratings = "2345"});
	review();
	stage_key('\n');
	assert_sees_not("▲");
	stage_key('a');
	assert_sees("● 2.00 Situation (n 2)");
	assert_sees("▲ 3.00 Task (n 2)");
	stage_key('a');
	assert_sees("■ 4.00 Action (n 2)");
	stage_key('n');
	assert_sees("■ 5.00 Result (n 2)");
	stage_key(K_LEFT);
	assert_sees("● 1.00 Situation");
	stage_ascii();
	assert_sees("x 2.00 Task");
	stage_press('x', 2);
	assert_sees("too few sessions for a trend");
}

static void
a_chart_shows_raters_beside_each_other(void **state)
{
	(void)state;
	past_add(&(struct past){.days_ago = 3, .ratings = "1111"});
	past_add(
	    &(struct past){.days_ago = 2, .ratings = "4444", .rater = "mei"});
	review();
	stage_key('\n');
	stage_key('w');
	assert_sees("● 1.00 self (n 1)");
	assert_sees("▲ - mei (n 1)");
	stage_key(K_RIGHT);
	assert_sees("▲ 4.00 mei (n 1)");
	stage_key('w');
	assert_sees_not("mei");
}

static void
an_answer_shows_what_its_peer_gave(void **state)
{
	(void)state;
	past_add(
	    &(struct past){.days_ago = 2, .ratings = "1354", .rater = "mei"});
	stage_open(&answer_screen, "past-answer-2");
	assert_sees("Not rated.");
	assert_sees("Rated by mei: ");
	assert_sees("Situation 1, Task 3, Action 5, Result 4");
	stage_keys("r");
	stage_key('\n'); /* oneself */
	stage_keys("3333y\n");
	assert_screen("answer");
	assert_sees("Situation 1 (you 3), Task 3, Action 5 (you 3)");
	stage_resize(APP_MIN_ROWS, APP_MIN_COLS);
	for (int i = 0; i < 30 && !stage_sees("Rated by mei: "); i++)
		stage_key('j');
	assert_sees("Rated by mei: ");
}

static void
nobody_else_has_rated(void **state)
{
	(void)state;
	past_add(&(struct past){.days_ago = 3, .ratings = "1111"});
	review();
	stage_key('\n');
	stage_key('w');
	assert_sees("nobody else has rated this signal here");
}

static void
a_chart_zooms_around_its_cursor(void **state)
{
	(void)state;
	for (int i = 40; i > 0; i--)
		past_add(&(struct past){
		    .days_ago = i, .ratings = i % 2 ? "2222" : "3333"});
	review();
	stage_key('\n');
	stage_key('+');
	assert_sees("20 of 40 sessions");
	stage_press('+', 5);
	assert_sees("8 of 40 sessions");
	assert_sees("> 2026-11-19");
	stage_key('H');
	assert_sees("> 2026-11-15");
	stage_key('g');
	assert_sees("> 2026-10-11");
	assert_sees("10-11");
	stage_press('-', 3);
	assert_sees_not("of 40 sessions");
	stage_key('e');
	assert_sees("written to rehearse-chart-");
}

/* How often the text is in what is shown. */
static int
times_seen(const char *text)
{
	const char *at = stage_text();
	int n = 0;

	while ((at = strstr(at, text)) != NULL) {
		at += strlen(text);
		n++;
	}
	return n;
}

static void
an_axis_zoomed_to_a_short_span_has_days(void **state)
{
	(void)state;
	past_add(&(struct past){.days_ago = 500, .ratings = "2222"});
	for (int i = 40; i > 0; i--)
		past_add(&(struct past){
		    .days_ago = i, .ratings = i % 2 ? "2222" : "3333"});
	review();
	stage_key('\n');
	stage_key('G');
	assert_sees("2025-07");
	assert_int_equal(times_seen("2026-10"), 1);
	stage_press('+', 6);
	assert_sees("8 of 41 sessions");
	assert_sees("11-19");
	assert_sees("11-12");
	stage_press('-', 6);
	assert_sees("2025-07");
}

static void
a_point_of_several_sessions_says_so(void **state)
{
	(void)state;
	for (int i = 90; i > 0; i--)
		past_add(&(struct past){
		    .days_ago = i, .ratings = i % 2 ? "2222" : "4444"});
	review();
	stage_key('\n');
	assert_sees("3 sessions in one point: 2.67");
	stage_key('+');
	assert_sees_not("in one point");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    ON_STAGE(two_weeks_are_better_when_that_is_no_noise),
	    ON_STAGE(two_weeks_are_worse_too),
	    ON_STAGE(rounds_and_signals_that_changed_are_named),
	    ON_STAGE(few_sessions_tell_nothing),
	    ON_STAGE(noise_is_called_so),
	    ON_STAGE(periods_are_gone_through_and_stated),
	    ON_STAGE(raters_are_gone_through_self_first_and_cold_last),
	    ON_STAGE(whose_ratings_they_are_is_stated_everywhere),
	    ON_STAGE(filters_in_force_are_stated_at_every_size),
	    ON_STAGE(a_legend_says_what_bars_are_at_every_size),
	    ON_STAGE(only_filters_in_force_are_stated_over_a_comparison),
	    ON_STAGE(a_signal_has_the_sessions_that_it_limited),
	    ON_STAGE(a_long_history_is_judged_anew_while_no_key_is_pressed),
	    ON_STAGE(every_view_says_how_to_fill_it),
	    ON_STAGE(verdicts_stand_in_their_weeks),
	    ON_STAGE(time_over_the_limit_is_told),
	    ON_STAGE(words_a_minute_are_counted),
	    ON_STAGE(answers_without_a_pace_are_left_out),
	    ON_STAGE(sections_are_called_by_their_labels),
	    ON_STAGE(a_streak_goes_on_before_the_period),
	    ON_STAGE(days_with_practice_make_a_streak),
	    ON_STAGE(one_day_is_no_days),
	    ON_STAGE(a_trend_of_nothing_is_said_in_words),
	    ON_STAGE(coverage_counts_the_bank),
	    ON_STAGE(filters_hold_in_the_views_and_back_in_the_review),
	    ON_STAGE(views_are_drawn_in_ascii_alone),
	    ON_STAGE(a_view_is_exported),
	    ON_STAGE(what_too_few_tell_is_empty_in_an_export),
	    ON_STAGE(periods_are_compared_signal_by_signal),
	    ON_STAGE(the_largest_clear_change_comes_first),
	    ON_STAGE(keys_say_what_they_do_to_both_sides),
	    ON_STAGE(levels_are_compared_and_chosen),
	    ON_STAGE(repeated_questions_are_compared),
	    ON_STAGE(a_question_leads_to_its_attempts),
	    ON_STAGE(a_chart_takes_up_to_three_signals),
	    ON_STAGE(a_chart_shows_raters_beside_each_other),
	    ON_STAGE(an_answer_shows_what_its_peer_gave),
	    ON_STAGE(nobody_else_has_rated),
	    ON_STAGE(a_chart_zooms_around_its_cursor),
	    ON_STAGE(an_axis_zoomed_to_a_short_span_has_days),
	    ON_STAGE(a_point_of_several_sessions_says_so),
	};

	return cmocka_run_group_tests_name("views", tests, NULL, NULL);
}
