/* SPDX-License-Identifier: MIT */
/* Signals across sessions: at a glance, then one as a chart. */
#include <glob.h>
#include <stdio.h>
#include <string.h>

#include "past.h"
#include "scene.h"
#include "stage.h"

static void
review(void)
{
	stage_open(&review_screen, NULL);
}

static void
an_empty_review_says_how_to_fill_it(void **state)
{
	(void)state;
	review();
	assert_sees("No ratings yet.");
	assert_sees("Enter starts");
	stage_keys("\njG");
	assert_screen("review");
}

static void
the_weakest_signal_comes_first_and_is_marked(void **state)
{
	(void)state;
	past_add(&(struct past){.days_ago = 1, .ratings = "4325"});
	review();
	assert_non_null(strstr(stage_row(4), "weakest first"));
	assert_non_null(strstr(stage_row(5), "> Action"));
	assert_non_null(strstr(stage_row(5), "2.00 <"));
	assert_non_null(strstr(stage_row(6), "Task"));
	assert_non_null(strstr(stage_row(7), "Situation"));
	assert_non_null(strstr(stage_row(8), "Result"));
	assert_int_equal(stage_caret_row(), 5);
}

static void
a_row_has_latest_change_count_and_share(void **state)
{
	(void)state;
	past_add(&(struct past){.days_ago = 3, .ratings = "1555"});
	past_add(&(struct past){.days_ago = 2, .ratings = "4555"});
	past_add(&(struct past){.days_ago = 1, .ratings = "2555"});
	review();
	assert_sees("3 sessions rated by self");
	/* It is sorted by the smoothed value, which stands first. */
	assert_sees("> Situation 1.93 < 2.00 -0.5 3 33 % 3");
	assert_sees("▁▆▃");
	assert_sees("Task 5.00 5.00 +0.0 3 100 % 0");
}

static void
ascii_draws_the_course_in_digits(void **state)
{
	(void)state;
	past_add(&(struct past){.days_ago = 2, .ratings = "1555"});
	past_add(&(struct past){.days_ago = 1, .ratings = "4555"});
	review();
	stage_ascii();
	assert_sees("14");
	for (const char *at = stage_text(); *at != '\0'; at++)
		assert_in_range((unsigned char)*at, '\n', '~');
}

static void
filters_are_stated_and_narrow_the_sessions(void **state)
{
	(void)state;
	past_add(&(struct past){.days_ago = 2, .ratings = "1111"});
	past_add(
	    &(struct past){.days_ago = 1, .ratings = "5555", .level = "apm"});
	review();
	assert_sees("2 sessions");
	stage_key('l');
	assert_sees("level APM");
	assert_sees("1 session ");
	assert_sees("5.00");
	for (int i = 0; i < 20 && !stage_sees("level Staff PM"); i++)
		stage_key('l');
	assert_sees("No rating fits these filters.");
	stage_key('l');
	assert_sees("2 sessions");
}

static void
another_raters_ratings_are_shown_apart(void **state)
{
	const struct review_arg arg = {.rater = "anna"};

	(void)state;
	past_add(&(struct past){.days_ago = 2, .ratings = "1111"});
	past_add(
	    &(struct past){.days_ago = 1, .ratings = "5555", .rater = "anna"});
	stage_open(&review_screen, &arg);
	assert_sees("rated by anna");
	assert_sees("1 session ");
	assert_sees("5.00");
}

static void
enter_opens_the_chart_of_the_signal(void **state)
{
	(void)state;
	past_add(&(struct past){.days_ago = 1, .ratings = "4325"});
	review();
	stage_key('j');
	stage_key('\n');
	assert_screen("chart");
	assert_non_null(strstr(stage_row(0), "Task"));
	stage_key('q');
	assert_screen("review");
	assert_non_null(strstr(stage_row(6), "> Task"));
}

/* The first chart row that begins with the text. */
static const char *
chart_row(const char *begins)
{
	for (int row = 0; row < STAGE_ROWS; row++) {
		const char *text = stage_row(row);

		text += strspn(text, " ");
		if (strncmp(text, begins, strlen(begins)) == 0)
			return text;
	}
	return "";
}

static void
the_chart_has_its_axis_and_the_bar(void **state)
{
	(void)state;
	past_add_course("12345");
	review();
	stage_key('\n');
	for (char axis[] = "1┤"; axis[0] <= '5'; axis[0]++)
		assert_string_not_equal(chart_row(axis), "");
	assert_true(strlen(chart_row("3.5┤")) > 60);
	assert_sees("11-15");
	assert_sees("11-19");
}

static void
the_cursor_reads_the_session_under_it(void **state)
{
	(void)state;
	past_add_course("12345");
	review();
	stage_key('\n');
	assert_sees("> 2026-11-19 09:30 mean 5.00");
	stage_press(K_LEFT, 2);
	assert_sees("> 2026-11-17 09:30 mean 3.00, under the bar");
	stage_press('h', 9);
	assert_sees("> 2026-11-15 09:30 mean 1.00, under the bar");
	stage_key('l');
	assert_sees("> 2026-11-16 09:30 mean 2.00");
	stage_key('G');
	assert_sees("> 2026-11-19");
	stage_key('g');
	assert_sees("> 2026-11-15");
}

static void
enter_goes_from_a_point_to_its_session(void **state)
{
	(void)state;
	past_add_course("12345");
	review();
	stage_key('\n');
	stage_press(K_LEFT, 3);
	stage_key('\n');
	assert_screen("session");
	assert_sees("2026-11-16 09:30");
	assert_sees("Session 2.00 of 5: reject");
	stage_keys("q");
	assert_screen("chart");
	assert_sees("> 2026-11-16");
}

static void
below_five_sessions_there_is_no_trend(void **state)
{
	(void)state;
	past_add_course("1234");
	review();
	stage_key('\n');
	assert_sees("n 4: too few sessions for a trend");
	assert_sees_not("rising");
}

static void
a_clear_trend_is_told_with_its_slope(void **state)
{
	(void)state;
	past_add_course("1122334455");
	review();
	stage_key('\n');
	assert_sees("n 10 mean 3.00 rising: +0.5");
	stage_key('q');
}

static void
a_falling_trend_is_told(void **state)
{
	(void)state;
	past_add_course("5544332211");
	review();
	stage_key('\n');
	assert_sees("falling: -0.5");
}

static void
an_unclear_trend_is_called_so(void **state)
{
	(void)state;
	past_add_course("3333333");
	review();
	stage_key('\n');
	assert_sees("no clear trend");
}

static void
a_signal_can_be_opened_at_once(void **state)
{
	const struct review_arg arg = {.rater = "self", .signal = "result"};

	(void)state;
	past_add_course("12345");
	stage_open(&signal_screen, &arg);
	assert_non_null(strstr(stage_row(0), "Result"));
}

/* Counts the lines of the one file that was exported. */
static int
exported_lines(void)
{
	char text[4096];
	int n = 0;

	stage_read_file("rehearse-progress-*.csv", text, sizeof(text));
	for (const char *at = text; (at = strchr(at, '\n')) != NULL; at++)
		n++;
	return n;
}

static void
what_is_shown_is_exported(void **state)
{
	(void)state;
	past_add(&(struct past){.days_ago = 2, .ratings = "1111"});
	past_add(
	    &(struct past){.days_ago = 1, .ratings = "5555", .level = "apm"});
	review();
	stage_key('l');
	stage_key('e');
	assert_sees("written to rehearse-progress-");
	assert_int_equal(exported_lines(), 1 + 4);
}

/* The ratings that are shown are those that are exported. */
static void
another_raters_ratings_are_exported(void **state)
{
	char text[512] = "";
	glob_t found;
	FILE *from;

	(void)state;
	past_add(&(struct past){.days_ago = 2, .ratings = "1111"});
	past_add(
	    &(struct past){.days_ago = 1, .ratings = "5555", .rater = "anna"});
	review();
	stage_key('w');
	stage_key('e');
	assert_int_equal(exported_lines(), 1 + 4);
	assert_int_equal(glob("rehearse-progress-*.csv", 0, NULL, &found), 0);
	from = fopen(found.gl_pathv[0], "r");
	assert_non_null(from);
	while (fgets(text, sizeof(text), from) != NULL)
		continue;
	fclose(from);
	globfree(&found);
	assert_non_null(strstr(text, "past-1,"));
	assert_non_null(strstr(text, ",1,5,5,5,strong hire,"));
}

static int
exported_files(void)
{
	glob_t found;
	int n;

	assert_int_equal(glob("rehearse-progress-*.csv", 0, NULL, &found), 0);
	n = (int)found.gl_pathc;
	globfree(&found);
	return n;
}

static void
an_export_of_the_same_second_has_its_own_name(void **state)
{
	(void)state;
	past_add(&(struct past){.days_ago = 2, .ratings = "1111"});
	review();
	stage_key('e');
	assert_sees("0Z.csv");
	stage_key('e');
	assert_sees("0Z-2.csv");
	stage_key('e');
	assert_sees("0Z-3.csv");
	assert_int_equal(exported_files(), 3);
}

static void
an_export_that_fails_is_said(void **state)
{
	(void)state;
	past_add(&(struct past){.days_ago = 2, .ratings = "1111"});
	review();
	stage_break_table("opinion");
	stage_key('e');
	assert_sees_not("written to");
	assert_screen("review");
	stage_mend_table("opinion");
}

static void
a_session_of_just_now_is_in_the_review(void **state)
{
	(void)state;
	stage_open(&home_screen, NULL);
	stage_key('v');
	assert_sees("No ratings yet.");
	stage_key('q');
	scene_attempt("x", "4445", 'y');
	stage_key('v');
	assert_sees("1 session ");
	assert_sees("4.00 <");
}

static void
the_smallest_screen_shows_signal_value_and_bar(void **state)
{
	(void)state;
	past_add_course("12342");
	review();
	stage_resize(APP_MIN_ROWS, APP_MIN_COLS);
	assert_sees("14 days: too few to tell (n 5/0)");
	assert_sees("weakest first smooth last sessions");
	assert_sees("2.33 < 2.00");
	stage_key('\n');
	assert_string_not_equal(chart_row("3.5┤"), "");
	assert_sees("> 2026-11-19 09:30 mean 2.00, under");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    ON_STAGE(an_empty_review_says_how_to_fill_it),
	    ON_STAGE(the_weakest_signal_comes_first_and_is_marked),
	    ON_STAGE(a_row_has_latest_change_count_and_share),
	    ON_STAGE(ascii_draws_the_course_in_digits),
	    ON_STAGE(filters_are_stated_and_narrow_the_sessions),
	    ON_STAGE(another_raters_ratings_are_shown_apart),
	    ON_STAGE(enter_opens_the_chart_of_the_signal),
	    ON_STAGE(the_chart_has_its_axis_and_the_bar),
	    ON_STAGE(the_cursor_reads_the_session_under_it),
	    ON_STAGE(enter_goes_from_a_point_to_its_session),
	    ON_STAGE(below_five_sessions_there_is_no_trend),
	    ON_STAGE(a_clear_trend_is_told_with_its_slope),
	    ON_STAGE(a_falling_trend_is_told),
	    ON_STAGE(an_unclear_trend_is_called_so),
	    ON_STAGE(a_signal_can_be_opened_at_once),
	    ON_STAGE(what_is_shown_is_exported),
	    ON_STAGE(another_raters_ratings_are_exported),
	    ON_STAGE(an_export_of_the_same_second_has_its_own_name),
	    ON_STAGE(an_export_that_fails_is_said),
	    ON_STAGE(a_session_of_just_now_is_in_the_review),
	    ON_STAGE(the_smallest_screen_shows_signal_value_and_bar),
	};

	return cmocka_run_group_tests_name("review", tests, NULL, NULL);
}
