/* SPDX-License-Identifier: MIT */
/* Past sessions: list, filters, down to an answer and its attempts. */
#include <string.h>

#include "past.h"
#include "scene.h"
#include "stage.h"

static void
history(void)
{
	stage_open(&history_screen, NULL);
}

static void
an_empty_history_says_how_to_fill_it(void **state)
{
	(void)state;
	history();
	assert_sees("No session yet.");
	assert_sees("Enter starts");
	stage_keys("\njkG");
	assert_screen("history");
}

static void
sessions_stand_newest_first_with_their_verdicts(void **state)
{
	(void)state;
	past_add_three();
	history();
	assert_sees("3 sessions");
	assert_non_null(strstr(stage_row(4), "> 2026-11-19 09:30  4.40  hire"));
	assert_non_null(strstr(stage_row(5), "2026-11-18 09:30  2.00  reject"));
	assert_non_null(
	    strstr(stage_row(6), "2026-11-17 09:30  5.00  strong hire"));
	assert_int_equal(stage_caret_row(), 4);
}

static void
filters_go_through_the_values_and_are_stated(void **state)
{
	(void)state;
	past_add_three();
	history();
	for (int i = 0; i < 20 && !stage_sees("round Estimation"); i++)
		stage_key('r');
	assert_sees("1 session ");
	assert_sees("round Estimation");
	assert_sees("strong hire");
	stage_key('l');
	assert_sees("level APM");
	assert_sees("1 session ");
	stage_key('l');
	assert_sees("0 sessions");
	assert_sees("No session fits.");
	for (int i = 0; i < 20 && !stage_sees("level any"); i++)
		stage_key('l');
	assert_sees("1 session ");
	for (int i = 0; i < 20 && !stage_sees("company Tencent"); i++)
		stage_key('c');
	assert_sees("1 session ");
	for (int i = 0; i < 20 && !stage_sees("round any"); i++)
		stage_key('r');
	assert_sees("1 session ");
}

static void
enter_opens_the_session_and_its_answers(void **state)
{
	(void)state;
	past_add_three();
	history();
	stage_key('j');
	stage_key('\n');
	assert_screen("session");
	assert_sees("2026-11-18 09:30");
	assert_sees("Session 2.00 of 5: reject");
	assert_sees("company Xiaomi level PM II");
	stage_key('\n');
	assert_screen("answer");
	assert_sees("Overall 2.00 of 5: reject");
	assert_sees("We tried 100%_sure things.");
	stage_key('q');
	assert_screen("session");
	stage_key('q');
	assert_screen("history");
	assert_non_null(strstr(stage_row(5), "> 2026-11-18"));
}

static void
an_answer_leads_to_the_attempt_before(void **state)
{
	(void)state;
	past_add_three();
	stage_open(&answer_screen, "past-answer-1");
	assert_sees("attempt 2");
	assert_sees("Situation ####- 4 last time 2, up");
	stage_key('b');
	assert_sees("attempt 1");
	assert_sees("We tried");
	stage_key('b');
	assert_sees("attempt 1");
	stage_key('q');
	assert_sees("attempt 2");
}

static void
an_answer_can_be_practised_again(void **state)
{
	(void)state;
	past_add_three();
	stage_open(&answer_screen, "past-answer-1");
	stage_key('p');
	stage_wait_ms(0);
	assert_screen("practice");
	assert_sees("Tell me about a failure that you owned.");
}

static void
a_session_of_just_now_is_in_the_list(void **state)
{
	(void)state;
	past_add(&(struct past){.days_ago = 1, .ratings = "4444"});
	history();
	stage_key('\n');
	stage_key('\n');
	stage_key('p');
	stage_wait_ms(0);
	stage_key('\n');
	scene_done();
	stage_key('\n');
	scene_judge("5555", 'y');
	stage_keys("\n\n");
	assert_screen("answer");
	stage_keys("qq");
	assert_screen("history");
	assert_sees("2 sessions");
	assert_sees("2026-11-20");
}

/* More than are read at once. */
static void
a_long_history_is_scrolled_from_end_to_end(void **state)
{
	enum { MANY = 300 };

	(void)state;
	for (int i = 1; i <= MANY; i++)
		past_add(&(struct past){.days_ago = i, .ratings = "3333"});
	history();
	assert_sees("300 sessions");
	stage_key('G');
	assert_sees("> 2026-01-24 09:30");
	for (int i = 0; i < MANY; i++) {
		assert_sees("> 2026-");
		stage_key('k');
	}
	assert_sees("> 2026-11-19 09:30");
	stage_press(K_PAGE_DOWN, 9);
	assert_sees("> 2026-");
	stage_key('\n');
	assert_screen("session");
}

static void
the_verdict_is_seen_on_the_smallest_screen(void **state)
{
	(void)state;
	past_add_three();
	history();
	stage_resize(APP_MIN_ROWS, APP_MIN_COLS);
	assert_sees("> 2026-11-19 4.40 hire Behaviou");
	stage_key('\n');
	assert_sees("Session 4.40 of 5: hire");
	assert_sees("Limiting signal: Action");
	stage_key('\n');
	stage_key('G');
	assert_sees("I owned [own] it.");
}

static void
sessions_are_put_in_another_order(void **state)
{
	(void)state;
	past_add_three();
	history();
	assert_non_null(strstr(stage_row(4), "2026-11-19"));
	stage_key('o');
	assert_sees("3 sessions oldest first");
	assert_non_null(strstr(stage_row(4), "2026-11-17"));
	stage_key('o');
	assert_sees("worst first");
	assert_non_null(strstr(stage_row(4), "2.00"));
	assert_non_null(strstr(stage_row(6), "5.00"));
	stage_key('o');
	assert_sees("best first");
	assert_non_null(strstr(stage_row(4), "5.00"));
	stage_press('o', 4);
	assert_sees_not(" first");
	assert_non_null(strstr(stage_row(4), "2026-11-19"));
}

static void
a_narrow_screen_keeps_what_matters_most(void **state)
{
	(void)state;
	past_add_three();
	history();
	assert_sees("session of 5 verdict round fix next clean");
	assert_sees("> 2026-11-19 09:30 4.40 hire Behavioural Action");
	stage_resize(APP_MIN_ROWS, APP_MIN_COLS);
	assert_sees("day of 5 verdict round");
	assert_sees("> 2026-11-19 4.40 hire Behaviou");
	assert_sees_not("Action");
	stage_resize(24, 140);
	assert_sees("clean done level company");
	stage_keys("/failure");
	assert_sees_not("verdict"); /* the search line takes that row */
}

static void
an_unscored_session_is_the_last_by_score(void **state)
{
	(void)state;
	past_add_three();
	past_add(&(struct past){.days_ago = 9, .ratings = ""});
	history();
	stage_press('o', 2);
	assert_non_null(strstr(stage_row(7), "not rated"));
	stage_key('o');
	assert_non_null(strstr(stage_row(4), "5.00"));
	assert_non_null(strstr(stage_row(7), "not rated"));
}

static void
a_company_that_nobody_knows_has_no_session(void **state)
{
	const struct store_filter acme = {.company = "acme"};

	(void)state;
	past_add_three();
	stage_open(&history_screen, &acme);
	assert_sees("0 sessions");
	assert_sees("company acme");
	stage_key('c');
	assert_sees("3 sessions");
	assert_sees("company any");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    ON_STAGE(an_empty_history_says_how_to_fill_it),
	    ON_STAGE(sessions_stand_newest_first_with_their_verdicts),
	    ON_STAGE(filters_go_through_the_values_and_are_stated),
	    ON_STAGE(enter_opens_the_session_and_its_answers),
	    ON_STAGE(an_answer_leads_to_the_attempt_before),
	    ON_STAGE(an_answer_can_be_practised_again),
	    ON_STAGE(a_session_of_just_now_is_in_the_list),
	    ON_STAGE(a_long_history_is_scrolled_from_end_to_end),
	    ON_STAGE(the_verdict_is_seen_on_the_smallest_screen),
	    ON_STAGE(sessions_are_put_in_another_order),
	    ON_STAGE(a_narrow_screen_keeps_what_matters_most),
	    ON_STAGE(an_unscored_session_is_the_last_by_score),
	    ON_STAGE(a_company_that_nobody_knows_has_no_session),
	};

	return cmocka_run_group_tests_name("history", tests, NULL, NULL);
}
