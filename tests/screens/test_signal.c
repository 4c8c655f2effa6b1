/* SPDX-License-Identifier: MIT */
/* The chart of a signal: several of them, several raters, and a part of it. */
#include <string.h>

#include "past.h"
#include "stage.h"

static void
review(void)
{
	stage_open(&review_screen, NULL);
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
	    ON_STAGE(a_signal_has_the_sessions_that_it_limited),
	    ON_STAGE(a_chart_takes_up_to_three_signals),
	    ON_STAGE(a_chart_shows_raters_beside_each_other),
	    ON_STAGE(an_answer_shows_what_its_peer_gave),
	    ON_STAGE(nobody_else_has_rated),
	    ON_STAGE(a_chart_zooms_around_its_cursor),
	    ON_STAGE(an_axis_zoomed_to_a_short_span_has_days),
	    ON_STAGE(a_point_of_several_sessions_says_so),
	};

	return cmocka_run_group_tests_name("signal", tests, NULL, NULL);
}
