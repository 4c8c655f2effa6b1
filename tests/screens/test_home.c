/* SPDX-License-Identifier: MIT */
/* The first screen: what to practise next, and the way to everything else. */
#include <stdio.h>
#include <string.h>

#include "past.h"
#include "scene.h"
#include "stage.h"

static void
home(void)
{
	stage_open(&home_screen, NULL);
}

static void
the_first_line_is_what_to_practise_next(void **state)
{
	(void)state;
	home();
	assert_non_null(strstr(stage_row(2), "Next: Behavioural"));
	assert_sees("No session yet. Press Enter");
}

/* Two keys to the first answer, no question asked. */
static void
two_keys_lead_to_an_answer_against_the_clock(void **state)
{
	(void)state;
	home();
	stage_keys("\n\nI led");
	assert_screen("practice");
	assert_sees("I led");
	assert_sees("left");
}

static void
every_key_opens_its_screen_and_q_comes_back(void **state)
{
	static const struct {
		int key;
		const char *screen;
	} ways[] = {
	    {'p', "setup"},
	    {'c', "calibration"},
	    {'s', "status"},
	    {'v', "review"},
	    {'h', "history"},
	    {'b', "bank"},
	};

	(void)state;
	home();
	for (size_t i = 0; i < sizeof(ways) / sizeof(ways[0]); i++) {
		stage_key(ways[i].key);
		assert_screen(ways[i].screen);
		stage_key('q');
		assert_screen("home");
		stage_key(ways[i].key);
		stage_key(K_ESC);
		assert_screen("home");
	}
}

static void
escape_never_quits_and_q_does(void **state)
{
	(void)state;
	home();
	stage_press(K_ESC, 3);
	assert_screen("home");
	stage_key('q');
	assert_screen("");
	assert_int_equal(stage_app()->status, 0);
}

static void
interrupting_ends_with_130(void **state)
{
	(void)state;
	home();
	stage_key(K_CTRL('c'));
	assert_screen("");
	assert_int_equal(stage_app()->status, 130);
}

static void
every_key_of_the_screen_is_shown(void **state)
{
	(void)state;
	home();
	stage_key('?');
	for (const struct key_binding *key = home_screen.keys; key->action != 0;
	     key++)
		assert_sees(key->help);
	stage_key(K_ESC);
	assert_sees("Next:");
	stage_key(K_F1);
	assert_sees("Keys: home");
}

static void
the_last_sessions_stand_with_their_verdicts(void **state)
{
	(void)state;
	past_add(&(struct past){.days_ago = 2, .ratings = "4444"});
	past_add(&(struct past){.days_ago = 1, .ratings = "1111"});
	home();
	assert_sees("2026-11-19 09:30 Behavioural 1.00 reject");
	assert_sees("2026-11-18 09:30 Behavioural 4.00 hire, clean");
	assert_sees_not("No session yet");
	assert_sees("Next: Behavioural");
	assert_sees("under the 3.5 bar");
}

/* All fives are remembered for 8 days. */
static void
a_question_that_is_due_comes_next(void **state)
{
	(void)state;
	past_add(&(struct past){.days_ago = 9, .ratings = "5555"});
	home();
	assert_non_null(strstr(stage_row(2), "Next: Behavioural"));
	assert_sees("a question that you answered 9 days ago is due again");
	stage_key('\n');
	stage_wait_ms(0);
	assert_screen("practice");
	assert_sees("Tell me about a failure that you owned.");
}

static void
a_session_stands_there_once_it_is_over(void **state)
{
	(void)state;
	home();
	scene_attempt("x", "5555", 'y');
	assert_screen("home");
	assert_sees("2026-11-20 09:30 Behavioural 5.00 strong hire");
}

static void
progress_is_exported_where_one_is(void **state)
{
	char line[256];

	(void)state;
	past_add(&(struct past){.days_ago = 2, .ratings = "4444"});
	home();
	stage_key('e');
	assert_sees("progress written to rehearse-progress-");
	stage_read_file("rehearse-progress-*.csv", line, sizeof(line));
	assert_memory_equal(line, "session_id,started_at,", 22);
}

static void
an_open_draft_is_offered(void **state)
{
	(void)state;
	scene_answer("half");
	stage_wait_s(40);
	stage_kill();
	home();
	assert_sees("open draft");
	assert_sees("Tell me about a failure");
	stage_keys("vhbp");
	assert_screen("home");
	stage_key('r');
	assert_screen("practice");
	assert_sees("half");
	assert_sees("2:20 left");
}

static void
a_draft_is_offered_once_in_a_run(void **state)
{
	(void)state;
	scene_answer("half");
	stage_wait_s(40);
	stage_kill();
	home();
	stage_key(K_ESC);
	assert_screen("home");
	assert_sees_not("open draft");
	assert_draft("half");
	stage_key('\n');
	stage_wait_ms(0);
	assert_screen("practice");
	assert_sees_not("half");
}

static void
a_draft_can_be_discarded(void **state)
{
	(void)state;
	scene_answer("half");
	stage_wait_s(40);
	stage_kill();
	home();
	stage_key('x');
	assert_sees_not("open draft");
	assert_int_equal(kept_drafts(), 0);
}

/* What was left a moment ago is not lost sight of. */
static void
what_is_left_for_later_is_offered_by_the_next_start(void **state)
{
	(void)state;
	home();
	scene_answer("half");
	stage_key(K_ESC);
	stage_key('l');
	assert_screen("home");
	stage_key('\n');
	stage_wait_ms(0);
	assert_screen("start");
	stage_key('r');
	assert_sees("half");
	stage_key(K_ESC);
	stage_key('l');
	stage_key('\n');
	assert_screen("start");
	stage_key('r');
	scene_done();
	stage_key(K_ESC);
	stage_key('l');
	stage_key('\n');
	assert_screen("start");
	assert_sees("waiting to be rated");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    ON_STAGE(the_first_line_is_what_to_practise_next),
	    ON_STAGE(two_keys_lead_to_an_answer_against_the_clock),
	    ON_STAGE(every_key_opens_its_screen_and_q_comes_back),
	    ON_STAGE(escape_never_quits_and_q_does),
	    ON_STAGE(interrupting_ends_with_130),
	    ON_STAGE(every_key_of_the_screen_is_shown),
	    ON_STAGE(the_last_sessions_stand_with_their_verdicts),
	    ON_STAGE(a_question_that_is_due_comes_next),
	    ON_STAGE(a_session_stands_there_once_it_is_over),
	    ON_STAGE(progress_is_exported_where_one_is),
	    ON_STAGE(an_open_draft_is_offered),
	    ON_STAGE(a_draft_is_offered_once_in_a_run),
	    ON_STAGE(a_draft_can_be_discarded),
	    ON_STAGE(what_is_left_for_later_is_offered_by_the_next_start),
	};

	return cmocka_run_group_tests_name("home", tests, NULL, NULL);
}
