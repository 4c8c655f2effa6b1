/* SPDX-License-Identifier: MIT */
/* The views of the review, and the filters over them. */

#include "past.h"
#include "stage.h"

#include "store/store.h"

static void
review(void)
{
	stage_open(&review_screen, NULL);
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
	past_add_days(1, 3, "3333");
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
	past_add_days(1, 3, "3333");
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
	past_add_days(1, 3, "3333");
	views(0);
	stage_resize(APP_MIN_ROWS, APP_MIN_COLS);
	assert_sees("strong hire");
	assert_sees("re-interview");
	assert_sees("reject");
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
	past_add_days(1, 3, "3333");
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
	past_add_days(1, 20, "3333");
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
	past_add_days(1, 1, "3333");
	views(5);
	assert_sees("; 1 day with practice in a year.");
}

static void
a_trend_of_nothing_is_said_in_words(void **state)
{
	(void)state;
	past_add_days(1, 8, "3333");
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
	stage_read_file("rehearse-verdicts-*.csv", text, sizeof(text));
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
	stage_read_file("rehearse-calibration-*.csv", text, sizeof(text));
	assert_string_equal(text, "pair,answers,difference,apart,low,high\r\n"
				  "predicted - self,1,,,,\r\n"
				  "self - cold,0,,,,\r\n"
				  "self - peers,0,,,,\r\n");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    ON_STAGE(periods_are_gone_through_and_stated),
	    ON_STAGE(raters_are_gone_through_self_first_and_cold_last),
	    ON_STAGE(whose_ratings_they_are_is_stated_everywhere),
	    ON_STAGE(filters_in_force_are_stated_at_every_size),
	    ON_STAGE(a_legend_says_what_bars_are_at_every_size),
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
	};

	return cmocka_run_group_tests_name("views", tests, NULL, NULL);
}
