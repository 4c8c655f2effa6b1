/* SPDX-License-Identifier: MIT */
/* The clock of an answer: what it shows, when, and what is kept of it. */
#include <stdio.h>
#include <string.h>

#include "scene.h"
#include "stage.h"

#include "unit/sample_session.h"

enum { THINK_S = 30 };

static void
think(void)
{
	struct plan plan = scene_plan();

	plan.think_s = THINK_S;
	scene_practise(&plan);
}

/* Answering with another limit. */
static void
answer_within(double limit_s)
{
	struct plan plan = scene_plan();

	plan.seconds = limit_s;
	scene_practise(&plan);
}

static void
assert_kept_times(double think_s, double answer_s, double paused_s)
{
	struct kept kept;

	kept_load(&kept);
	assert_int_equal(kept.n, 1);
	assert_seconds(kept.rows[0].answer.think_s, think_s);
	assert_seconds(kept.rows[0].answer.answer_s, answer_s);
	assert_seconds(kept.rows[0].answer.paused_s, paused_s);
	kept_release(&kept);
}

/* The clock's word has the colour, and the rule under it. */
static void
assert_clock_role(const char *word, enum role role)
{
	const struct surface *surface = stage_surface();

	assert_int_equal(stage_role(word), role);
	assert_int_equal(surface->cells[2 * surface->cols - 1].role, role);
}

static void
think_time_counts_down_over_the_question(void **state)
{
	(void)state;
	think();
	assert_sees("think 0:30");
	assert_sees("Tell me about a failure that you owned.");
	stage_wait_ms(1);
	assert_sees("think 0:30");
	stage_wait_ms(999);
	assert_sees("think 0:29");
}

static void
thinking_ends_at_the_very_deadline(void **state)
{
	(void)state;
	think();
	stage_wait_ms(THINK_S * 1000 - 1);
	assert_sees("think 0:01");
	stage_wait_ms(1);
	assert_sees("3:00 left");
	assert_sees_not("think");
	stage_keys("x");
	stage_wait_s(10);
	scene_done();
	stage_key('\n');
	scene_judge("3333", 'y');
	assert_kept_times(THINK_S, 10, 0);
}

static void
sleeping_through_the_deadline_gives_no_time(void **state)
{
	(void)state;
	think();
	stage_sleep_s(THINK_S + 20);
	assert_sees("2:40 left");
	scene_done();
	stage_key('\n');
	scene_judge("3333", 'y');
	assert_kept_times(THINK_S, 20, 0);
}

static void
enter_cuts_thinking_short(void **state)
{
	(void)state;
	think();
	stage_wait_s(10);
	stage_key('\n');
	assert_sees("3:00 left");
	stage_wait_s(5);
	scene_done();
	stage_key('\n');
	scene_judge("3333", 'y');
	assert_kept_times(10, 5, 0);
}

static void
keys_are_not_typed_into_the_answer_while_thinking(void **state)
{
	(void)state;
	think();
	stage_keys("too early");
	stage_paste("too early\n");
	assert_sees("think 0:30");
	stage_key('\n');
	assert_sees_not("too early");
}

static void
a_round_without_think_time_begins_with_the_answer(void **state)
{
	(void)state;
	scene_answer("");
	assert_sees("3:00 left");
}

/* 180 s: soon from a quarter, last from a tenth. */
static void
a_short_limit_warns_in_colour_and_words(void **state)
{
	(void)state;
	scene_answer("");
	stage_wait_s(SCENE_LIMIT_S - 46);
	assert_sees("0:46 left");
	assert_clock_role("left", ROLE_GOOD);
	stage_wait_s(1);
	assert_clock_role("left", ROLE_WARN);
	stage_wait_s(26);
	assert_clock_role("left", ROLE_WARN);
	assert_sees_not("left!");
	stage_wait_s(1);
	assert_sees("0:18 left!");
	assert_clock_role("left!", ROLE_BAD);
	assert_int_equal(stage_role("0:18"), ROLE_TEXT);
}

/* From five minutes on the last 30 seconds are red. */
static void
a_long_limit_warns_in_its_last_half_minute(void **state)
{
	(void)state;
	answer_within(1200);
	assert_sees("20:00 left");
	stage_wait_s(1200 - 300);
	assert_clock_role("left", ROLE_WARN);
	stage_wait_s(269);
	assert_clock_role("left", ROLE_WARN);
	stage_wait_s(1);
	assert_sees("0:30 left!");
	assert_clock_role("left!", ROLE_BAD);
}

static void
an_hour_has_three_parts(void **state)
{
	(void)state;
	answer_within(3600);
	assert_sees("1:00:00 left");
	stage_wait_s(1);
	assert_sees("59:59 left");
}

static void
zero_shows_exactly_once(void **state)
{
	static const char *const seconds[] = {"0:02 left!", "0:01 left!",
	    "0:00 left!", "+0:01 over", "+0:02 over"};

	(void)state;
	scene_answer("");
	stage_wait_s(SCENE_LIMIT_S - 2);
	for (size_t i = 0; i < sizeof(seconds) / sizeof(seconds[0]); i++) {
		assert_sees(seconds[i]);
		stage_wait_ms(999);
		/* A countdown rounds up, what is over rounds down. */
		assert_sees(seconds[i]);
		stage_wait_ms(1);
	}
}

static void
overtime_counts_up_and_is_kept(void **state)
{
	(void)state;
	scene_answer("on time");
	stage_wait_s(SCENE_LIMIT_S + 67);
	assert_sees("+1:07 over");
	assert_clock_role("+1:07 over", ROLE_BAD);
	assert_int_equal(stage_role("1:07 over"), ROLE_TEXT);
	stage_keys(", and late");
	scene_done();
	assert_sees("4:07 of 3:00");
	stage_key('\n');
	scene_judge("3333", 'y');
	assert_kept_times(0, SCENE_LIMIT_S + 67, 0);

	struct kept kept;

	kept_load(&kept);
	assert_seconds(answer_overtime_s(&kept.rows[0].answer), 67);
	assert_string_equal(kept.rows[0].answer.text, "on time, and late");
	assert_false(kept.verdicts[0].clean);
	kept_release(&kept);
}

static void
the_wall_clock_may_jump(void **state)
{
	(void)state;
	scene_answer("");
	stage_wait_s(10);
	stage_set_wall_s(STAGE_AT_S - 86400);
	assert_sees("2:50 left");
	stage_wait_s(10);
	assert_sees("2:40 left");
}

static void
the_screen_wakes_once_a_second(void **state)
{
	int before;

	(void)state;
	scene_answer("x");
	before = stage_ticks();
	stage_wait_s(100);
	assert_in_range(stage_ticks() - before, 100, 102);
}

static void
a_hidden_clock_shows_no_time_and_wakes_nobody(void **state)
{
	int before;

	(void)state;
	scene_answer("");
	stage_key(K_F3);
	assert_sees_not("left");
	assert_sees("clock hidden");
	stage_wait_s(10);
	before = stage_ticks();
	stage_wait_s(100);
	assert_int_equal(stage_ticks(), before);
	stage_key(K_ALT | 'c');
	assert_sees("1:10 left");
}

static void
thinking_ends_behind_a_hidden_clock(void **state)
{
	(void)state;
	think();
	stage_key(K_F3);
	stage_wait_s(THINK_S + 5);
	stage_key(K_F3);
	assert_sees("2:55 left");
}

static void
a_pause_stops_the_clock_and_is_kept(void **state)
{
	(void)state;
	scene_answer("before");
	stage_wait_s(20);
	stage_key(K_F2);
	assert_sees("paused");
	stage_wait_s(300);
	stage_keys("while paused");
	assert_sees("F2 or Alt-P goes on");
	stage_paste("while paused");
	stage_key(K_CTRL('g'));
	assert_sees("F2 or Alt-P goes on");
	stage_key(K_ALT | 'p');
	assert_sees("2:40 left");
	assert_sees_not("while paused");
	assert_sees("not a clean mock: paused");
	stage_wait_s(10);
	scene_done();
	stage_key('\n');
	scene_judge("5555", 'y');
	assert_sees("paused 5:00");
	assert_kept_times(0, 30, 300);
}

static void
a_pause_makes_the_session_not_clean(void **state)
{
	struct kept kept;

	(void)state;
	scene_answer("x");
	stage_key(K_F2);
	stage_wait_ms(1);
	stage_key(K_F2);
	scene_done();
	stage_key('\n');
	scene_judge("5555", 'y');
	kept_load(&kept);
	assert_false(kept.judged.clean);
	kept_release(&kept);
}

static void
an_answer_that_is_finished_while_paused_ends_the_pause(void **state)
{
	(void)state;
	scene_answer("x");
	stage_wait_s(20);
	stage_key(K_F2);
	stage_wait_s(40);
	scene_done();
	stage_wait_s(500);
	stage_key('\n');
	scene_judge("5555", 'y');
	assert_kept_times(0, 20, 40);
}

static void
thinking_can_be_paused(void **state)
{
	(void)state;
	think();
	stage_wait_s(10);
	stage_key(K_F2);
	stage_wait_s(100);
	stage_key(K_F2);
	assert_sees("think 0:20");
	stage_wait_s(20);
	stage_wait_s(7);
	scene_done();
	stage_key('\n');
	scene_judge("5555", 'y');
	assert_kept_times(THINK_S, 7, 100);
}

/* A key that answers it is not typed as text. */
static void
what_is_asked_while_thinking_stays_asked(void **state)
{
	(void)state;
	think();
	stage_key(K_ESC);
	stage_wait_s(THINK_S + 5);
	assert_sees("2:55 left");
	assert_sees("Stop this answer?");
	stage_key('x');
	assert_screen("debrief");
	assert_kept_times(THINK_S, 5, 0);
}

static void
suspending_the_program_does_not_stop_the_clock(void **state)
{
	(void)state;
	scene_answer("kept");
	stage_suspend_s(100);
	assert_sees("1:20 left");
	stage_suspend_s(100);
	assert_sees("+0:20 over");
	assert_sees("kept");
	assert_sees("time ran out while you were away");
}

static void
strict_locks_the_text_and_loses_none(void **state)
{
	struct plan plan = scene_plan();
	struct kept kept;

	(void)state;
	plan.strict = true;
	scene_practise(&plan);
	assert_sees("strict");
	stage_keys("in time");
	stage_wait_s(SCENE_LIMIT_S - 1);
	stage_keys(".");
	stage_wait_s(1);
	assert_sees("time is up");
	stage_keys(" too late");
	stage_paste("too late");
	stage_press(K_BACKSPACE, 4);
	stage_key(K_CTRL('u'));
	assert_sees("in time.");
	stage_wait_s(30);
	scene_done();
	stage_key('\n');
	scene_judge("3333", 'y');
	kept_load(&kept);
	assert_string_equal(kept.rows[0].answer.text, "in time.");
	assert_seconds(kept.rows[0].answer.answer_s, SCENE_LIMIT_S);
	assert_seconds(answer_overtime_s(&kept.rows[0].answer), 0);
	kept_release(&kept);
}

static void
time_stops_when_rating_begins(void **state)
{
	(void)state;
	scene_rate("x");
	stage_wait_s(1000);
	assert_sees("1:00 of 3:00");
	scene_judge("3333", 'y');
	assert_kept_times(0, 60, 0);
}

static void
a_clock_is_never_far_from_the_text(void **state)
{
	(void)state;
	scene_answer("");
	stage_resize(APP_MIN_ROWS, APP_MIN_COLS);
	assert_sees("3:00 left");
	stage_wait_s(SCENE_LIMIT_S + 1);
	assert_sees("+0:01 over");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    ON_STAGE(think_time_counts_down_over_the_question),
	    ON_STAGE(thinking_ends_at_the_very_deadline),
	    ON_STAGE(sleeping_through_the_deadline_gives_no_time),
	    ON_STAGE(enter_cuts_thinking_short),
	    ON_STAGE(keys_are_not_typed_into_the_answer_while_thinking),
	    ON_STAGE(a_round_without_think_time_begins_with_the_answer),
	    ON_STAGE(a_short_limit_warns_in_colour_and_words),
	    ON_STAGE(a_long_limit_warns_in_its_last_half_minute),
	    ON_STAGE(an_hour_has_three_parts),
	    ON_STAGE(zero_shows_exactly_once),
	    ON_STAGE(overtime_counts_up_and_is_kept),
	    ON_STAGE(the_wall_clock_may_jump),
	    ON_STAGE(the_screen_wakes_once_a_second),
	    ON_STAGE(a_hidden_clock_shows_no_time_and_wakes_nobody),
	    ON_STAGE(thinking_ends_behind_a_hidden_clock),
	    ON_STAGE(a_pause_stops_the_clock_and_is_kept),
	    ON_STAGE(a_pause_makes_the_session_not_clean),
	    ON_STAGE(an_answer_that_is_finished_while_paused_ends_the_pause),
	    ON_STAGE(thinking_can_be_paused),
	    ON_STAGE(what_is_asked_while_thinking_stays_asked),
	    ON_STAGE(suspending_the_program_does_not_stop_the_clock),
	    ON_STAGE(strict_locks_the_text_and_loses_none),
	    ON_STAGE(time_stops_when_rating_begins),
	    ON_STAGE(a_clock_is_never_far_from_the_text),
	};

	return cmocka_run_group_tests_name("practice clock", tests, NULL, NULL);
}
