/* SPDX-License-Identifier: MIT */
/* Answers that are said aloud: how one comes to be, the big clock, the track
 * of sections, and what is seen of them afterwards. */
#include <string.h>

#include "past.h"
#include "scene.h"
#include "stage.h"

#include "unit/sample_session.h"

enum {
	BAND_ROW = 4, /* of the track and the big clock at 24×80 */
};

static void
speak(void)
{
	struct plan plan = scene_plan();

	plan.has_mode = true;
	plan.mode = MODE_SPOKEN;
	scene_practise(&plan);
}

static void
finish_and_rate(void)
{
	scene_done();
	stage_key('\n');
	scene_judge("3333", 'y');
}

static void
assert_kept_mode(enum mode mode, const char *text)
{
	struct kept kept;

	kept_load(&kept);
	assert_int_equal(kept.rows[0].answer.mode, mode);
	assert_string_equal(kept.rows[0].answer.text, text);
	kept_release(&kept);
}

/* The big clock stands in this screen's row, as ASCII. */
static bool
is_big_in(int row, const char *segments)
{
	return strstr(stage_row(row), segments) != NULL;
}

static void
a_behavioural_round_is_spoken_unless_it_is_typed(void **state)
{
	(void)state;
	scene_answer("typed all the same\n");
	assert_sees("Tab when you begin to speak");
	assert_sees("pause, hint: not clean");
	assert_sees_not("Situation");
	assert_int_equal(stage_caret_row(), BAND_ROW + 1);
	finish_and_rate();
	assert_kept_mode(MODE_TYPED, "typed all the same\n");
	assert_sees_not("target against actual");
}

static void
what_is_neither_typed_nor_marked_was_spoken(void **state)
{
	(void)state;
	scene_answer("");
	finish_and_rate();
	assert_kept_mode(MODE_SPOKEN, "");
}

static void
notes_beside_a_marked_answer_make_it_no_typed_one(void **state)
{
	(void)state;
	scene_answer("12 %");
	stage_key('\t');
	finish_and_rate();
	assert_kept_mode(MODE_SPOKEN, "12 %");
}

static void
the_first_mark_brings_track_and_clock(void **state)
{
	(void)state;
	stage_ascii();
	scene_answer("");
	stage_key('\t');
	assert_sees(">Situation 0:00/0:36");
	assert_true(is_big_in(BAND_ROW, "####   ####"));
}

static void
other_rounds_are_typed(void **state)
{
	struct plan plan = scene_plan();

	(void)state;
	plan.question = "stage-estimate";
	scene_practise(&plan);
	stage_keys("a\tb");
	assert_sees_not("notes:");
	assert_sees_not("section");
	scene_done();
	stage_keys("\n");
	assert_screen("rating");
	stage_key(K_ESC);
	stage_key('x');
	assert_kept_mode(MODE_TYPED, "a\tb");
}

static void
m_switches_while_thinking(void **state)
{
	struct plan plan = scene_plan();

	(void)state;
	plan.think_s = 30;
	scene_practise(&plan);
	assert_sees("Spoken, with notes; m: type it");
	assert_sees("m typed or spoken");
	stage_key('m');
	assert_sees("Typed; m: speak it");
	stage_key('\n');
	stage_keys("m\tm");
	assert_sees_not("notes:");
	finish_and_rate();
	assert_kept_mode(MODE_TYPED, "m\tm");
}

static void
m_switches_before_the_next_question(void **state)
{
	struct plan plan = plan_default();

	(void)state;
	plan.round = "behavioural";
	plan.think_s = 0;
	plan.has_mode = true;
	scene_practise(&plan);
	stage_key(K_F8);
	stage_key('s');
	assert_sees("2/3");
	stage_key('m');
	assert_sees("Spoken, with notes");
	stage_key('\n');
	assert_sees("Tab when you begin your first section");
}

static void
the_mode_that_was_switched_to_survives_a_kill(void **state)
{
	struct plan plan = scene_plan();

	(void)state;
	plan.think_s = 30;
	scene_practise(&plan);
	stage_key('m');
	stage_wait_s(5);
	stage_kill();
	stage_open(&start_screen, NULL);
	stage_key('r');
	assert_sees("Typed; m: speak it");
}

static void
the_clock_is_big_and_says_it_in_words_too(void **state)
{
	(void)state;
	stage_ascii();
	speak();
	assert_sees("3:00 left");
	assert_true(is_big_in(BAND_ROW, "####   ####"));
	assert_true(is_big_in(BAND_ROW + 1, "   # # #  #"));
	stage_wait_s(SCENE_LIMIT_S);
	assert_sees("0:00 left!");
	stage_wait_s(1);
	assert_sees("+0:01 over");
	assert_true(is_big_in(BAND_ROW + 2, "### #  #   #  #"));
	assert_int_equal(stage_role("### #  #   #  #"), ROLE_BAD);
}

static void
a_clock_that_is_hidden_or_paused_is_not_big_either(void **state)
{
	(void)state;
	stage_ascii();
	speak();
	stage_key(K_F3);
	assert_sees("clock hidden");
	assert_false(is_big_in(BAND_ROW, "####"));
	stage_key(K_F3);
	assert_true(is_big_in(BAND_ROW, "####"));
	stage_key(K_F2);
	assert_sees("paused");
	assert_false(is_big_in(BAND_ROW, "####"));
}

static void
thinking_about_a_spoken_answer_has_a_big_clock(void **state)
{
	struct plan plan = scene_plan();

	(void)state;
	stage_ascii();
	plan.think_s = 30;
	scene_practise(&plan);
	assert_false(is_big_in(BAND_ROW, "####"));
	stage_press('m', 2);
	assert_sees("think 0:30");
	assert_true(is_big_in(BAND_ROW, "####   ####"));
}

static void
a_small_screen_has_a_small_clock_and_one_line(void **state)
{
	(void)state;
	speak();
	stage_resize(12, 40);
	assert_sees_not("██");
	assert_sees("Tab when you begin your first section");
	assert_sees("pause, hint: not clean");
	stage_key('\t');
	stage_wait_s(5);
	assert_sees(">Situation 0:05/0:36 Task -/0:18");
	stage_key('\t');
	assert_sees(">Task 0:00/0:18 Action -/1:48");
}

static void
the_track_shows_target_and_use(void **state)
{
	(void)state;
	speak();
	assert_sees("Situation -/0:36 ----------");
	assert_sees("Tab when you begin your first section");
	stage_wait_s(5);
	stage_key('\t');
	assert_sees(">Situation 0:00/0:36 ----------");
	assert_sees("Opening 0:05; Tab: next section");
	stage_wait_s(18);
	assert_sees(">Situation 0:15/0:36 ####------");
	stage_key(K_F5);
	assert_sees(" Situation 0:18/0:36 #####-----");
	assert_sees(">Task 0:00/0:18 ----------");
	stage_wait_s(20);
	assert_sees(">Task 0:20/0:18 +0:02 over");
	assert_int_equal(stage_role("+0:02 over"), ROLE_WARN);
}

static void
after_the_last_section_there_is_no_mark(void **state)
{
	(void)state;
	speak();
	stage_press('\t', 4);
	assert_sees(">Result");
	assert_sees("the last section");
	stage_key('\t');
	assert_sees(">Result");
	assert_sees("every section is marked; Ctrl-D ends the answer");
}

static void
a_pause_takes_no_mark(void **state)
{
	(void)state;
	speak();
	stage_key(K_F2);
	stage_key('\t');
	assert_sees("paused; F2 or Alt-P goes on");
	stage_key(K_F2);
	assert_sees("Tab when you begin your first section");
}

static void
a_rubric_longer_than_the_track_follows_the_section(void **state)
{
	struct fixture *fixture = *state;
	struct plan plan = scene_plan();

	fixture_import(fixture->store, "questions",
	    "id,prompt,round,rubric\r\nlong-rubric,Why?,general,circles\r\n");
	plan.question = "long-rubric";
	plan.has_mode = true;
	plan.mode = MODE_SPOKEN;
	scene_practise(&plan);
	stage_press('\t', 5);
	assert_int_equal(stage_row(BAND_ROW + 2)[0], '>');
	assert_int_equal(stage_row(BAND_ROW + 3)[0], ' ');
	stage_press('\t', 9);
	assert_int_equal(stage_row(BAND_ROW + 3)[0], '>');
	assert_sees("the last section");
}

static void
notes_stand_beside_the_track_where_it_is_wide(void **state)
{
	(void)state;
	speak();
	stage_keys("a note");
	stage_resize(40, 120);
	assert_sees("Situation -/0:36");
	assert_non_null(strstr(stage_row(BAND_ROW), "a note"));
	assert_non_null(strstr(stage_row(BAND_ROW), "█"));
	assert_true(strstr(stage_row(BAND_ROW), "a note") <
		    strstr(stage_row(BAND_ROW), "█"));
}

static void
say_all_sections(void)
{
	speak();
	stage_keys("a note");
	stage_wait_ms(5500);
	stage_key('\t');
	stage_wait_s(48);
	stage_key('\t');
	stage_wait_s(8);
	stage_press('\t', 2);
	stage_wait_ms(18500);
	finish_and_rate();
}

static void
sections_are_kept_in_seconds(void **state)
{
	struct kept kept;

	(void)state;
	say_all_sections();
	kept_load(&kept);
	assert_int_equal(kept.rows[0].answer.mode, MODE_SPOKEN);
	assert_string_equal(kept.rows[0].answer.text, "a note");
	assert_seconds(kept.rows[0].answer.opening_s, 5.5);
	assert_string_equal(kept.rows[0].answer.splits,
	    "situation:48|task:8|action:0|result:18.5");
	kept_release(&kept);
}

static void
assert_shows_sections(void)
{
	assert_sees("Situation 0:36 ---------");
	assert_sees("# 12 s over");
	assert_sees("Task 0:18 ----");
	assert_sees("# 10 s under");
	assert_sees("0:00 1:48 under");
	assert_sees("# on target");
	assert_sees("Opening: 0:05 until the first section. Notes: 2 words.");
}

static void
the_reveal_and_the_past_answer_show_target_against_actual(void **state)
{
	struct kept kept;

	(void)state;
	stage_resize(60, 80);
	say_all_sections();
	assert_shows_sections();
	kept_load(&kept);
	stage_open(&answer_screen, kept.rows[0].answer.id);
	kept_release(&kept);
	assert_screen("answer");
	assert_shows_sections();
}

static void
a_section_without_a_mark_is_said(void **state)
{
	(void)state;
	stage_resize(60, 80);
	speak();
	stage_key('\t');
	stage_wait_s(90);
	finish_and_rate();
	assert_sees("54 s over");
	assert_sees("Task 0:18 ------ target not marked");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    ON_STAGE(a_behavioural_round_is_spoken_unless_it_is_typed),
	    ON_STAGE(what_is_neither_typed_nor_marked_was_spoken),
	    ON_STAGE(notes_beside_a_marked_answer_make_it_no_typed_one),
	    ON_STAGE(the_first_mark_brings_track_and_clock),
	    ON_STAGE(other_rounds_are_typed),
	    ON_STAGE(m_switches_while_thinking),
	    ON_STAGE(m_switches_before_the_next_question),
	    ON_STAGE(the_mode_that_was_switched_to_survives_a_kill),
	    ON_STAGE(the_clock_is_big_and_says_it_in_words_too),
	    ON_STAGE(a_clock_that_is_hidden_or_paused_is_not_big_either),
	    ON_STAGE(thinking_about_a_spoken_answer_has_a_big_clock),
	    ON_STAGE(a_small_screen_has_a_small_clock_and_one_line),
	    ON_STAGE(the_track_shows_target_and_use),
	    ON_STAGE(after_the_last_section_there_is_no_mark),
	    ON_STAGE(a_pause_takes_no_mark),
	    ON_STAGE(a_rubric_longer_than_the_track_follows_the_section),
	    ON_STAGE(notes_stand_beside_the_track_where_it_is_wide),
	    ON_STAGE(sections_are_kept_in_seconds),
	    ON_STAGE(the_reveal_and_the_past_answer_show_target_against_actual),
	    ON_STAGE(a_section_without_a_mark_is_said),
	};

	return cmocka_run_group_tests_name(
	    "practice spoken", tests, NULL, NULL);
}
