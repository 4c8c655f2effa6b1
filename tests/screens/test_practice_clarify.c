/* SPDX-License-Identifier: MIT */
/* Questions back before the answer. */
#include "scene.h"
#include "stage.h"

#include "store/part.h"

static const char questions[] =
    "id,prompt,round,rubric,tags\r\n"
    "vague,Users left. Why?,general,star,clarify\r\n"
    "told,I am told.,behavioural,star,no-data\r\n";

static void
begin_as(const char *question, bool spoken)
{
	struct plan plan = scene_plan();

	fixture_import(stage_store(), "questions", questions);
	plan.question = question;
	plan.has_mode = spoken;
	plan.mode = MODE_SPOKEN;
	scene_practise(&plan);
}

static void
begin(void)
{
	begin_as("vague", false);
	assert_sees("Ask before you answer: what would you ask");
}

static void
ask(const char *text)
{
	stage_keys(text);
	stage_key('\n');
}

/* The answer's text, and what was asked, each on a line. */
static void
assert_kept(const char *text, const char *asked)
{
	struct str lines = STR_INIT;
	struct parts parts;
	struct kept kept;
	struct err err = {0};

	kept_load(&kept);
	assert_string_equal(kept.rows[0].answer.text, text);
	assert_done(
	    store_parts(stage_store(), kept.rows[0].pk, &parts, &err), &err);
	for (size_t i = 0; i < parts.n; i++)
		str_addf(&lines, "%s\n", parts.at[i].text);
	assert_string_equal(lines.s, asked);
	str_release(&lines);
	parts_release(&parts);
	kept_release(&kept);
}

static void
finish_and_rate(void)
{
	scene_done();
	stage_key('\n');
	scene_judge("3333", 'y');
}

static void
they_come_first_and_stay_in_view(void **state)
{
	(void)state;
	begin();
	ask("How many?");
	ask("Since when?");
	stage_key('\n');
	assert_sees_not("Ask before you answer");
	assert_sees("? How many? ? Since when?");
	stage_keys("It is real.");
	assert_sees("? How many? ? Since when?");
	finish_and_rate();
	assert_sees("Asked before the answer: 2 How many? Since when?");
	assert_kept("It is real.", "How many?\nSince when?\n");
}

static void
ctrl_d_goes_on_too_and_keeps_the_line(void **state)
{
	(void)state;
	begin();
	stage_keys("How many?");
	scene_done();
	assert_screen("practice");
	assert_sees("? How many?");
	stage_keys("It is real.");
	finish_and_rate();
	assert_kept("It is real.", "How many?\n");
}

static void
the_clock_runs_meanwhile(void **state)
{
	(void)state;
	begin();
	stage_wait_s(60);
	assert_sees("2:00 left");
	ask("");
	assert_sees("2:00 left");
	finish_and_rate();
	assert_sees("A clean answer");
}

static void
nothing_asked_is_said(void **state)
{
	(void)state;
	begin();
	stage_key('\n');
	stage_keys("It is real.");
	finish_and_rate();
	assert_sees("You asked nothing before you answered.");
	assert_kept("It is real.", "");
}

static void
other_questions_are_answered_at_once(void **state)
{
	(void)state;
	scene_attempt("I led it.", "3333", 'y');
	scene_answer("");
	assert_sees_not("Ask before you answer");
}

static void
earlier_lines_can_be_changed(void **state)
{
	(void)state;
	begin();
	ask("How many?");
	ask("Whose?");
	ask("Since when?");
	stage_key(K_UP);
	stage_press(K_UP, 1);
	stage_press(K_BACKSPACE, 6);
	stage_keys("Where?");
	stage_key(K_UP);
	stage_keys(" Exactly?");
	stage_press(K_DOWN, 3);
	stage_key('\n');
	finish_and_rate();
	assert_kept("", "How many? Exactly?\nWhere?\nSince when?\n");
}

static void
backspace_goes_back_and_takes_empty_lines_out(void **state)
{
	(void)state;
	begin();
	ask("How many?");
	ask("Whose?");
	stage_key(K_BACKSPACE);
	stage_press(K_BACKSPACE, 6);
	stage_key(K_BACKSPACE);
	stage_key('\n');
	stage_key('\n');
	finish_and_rate();
	assert_kept("", "How many?\n");
}

static void
they_survive_a_kill(void **state)
{
	(void)state;
	begin();
	ask("How many?");
	stage_keys("Since wh");
	stage_wait_s(5);
	stage_kill();
	stage_open(&home_screen, NULL);
	stage_key('r');
	assert_sees("Ask before you answer");
	assert_sees("1 How many? 2 Since wh 3");
	stage_key(K_BACKSPACE);
	stage_keys("en?");
	stage_press('\n', 2);
	stage_wait_s(5);
	stage_kill();
	stage_open(&home_screen, NULL);
	stage_key('r');
	assert_sees_not("Ask before you answer");
	stage_keys("It is real.");
	finish_and_rate();
	assert_kept("It is real.", "How many?\nSince when?\n");
}

static void
on_a_small_screen_they_are_a_key_away(void **state)
{
	(void)state;
	stage_resize(12, 40);
	begin_as("vague", false);
	assert_sees("What would you ask first?");
	for (int i = 0; i < 12; i++)
		ask("Why?");
	assert_sees("12 Why? 13");
	stage_key('\n');
	assert_sees("F6: 12 asked");
	assert_sees_not("Why? Why?");
	stage_key(K_F6);
	assert_sees("Asked before the answer: 12");
}

static void
a_paste_is_one_line(void **state)
{
	(void)state;
	begin();
	stage_paste("How many?\nSince when?\x04");
	assert_sees("Ask before you answer");
	stage_key('\n');
	stage_key('\n');
	finish_and_rate();
	assert_sees("Asked before the answer: 1");
}

static void
a_pause_takes_no_line(void **state)
{
	(void)state;
	begin();
	stage_key(K_F2);
	stage_keys("How?");
	assert_sees("paused");
	assert_sees_not("How?");
}

static void
when_strict_time_is_up_they_are_over(void **state)
{
	struct plan plan = scene_plan();

	(void)state;
	fixture_import(stage_store(), "questions", questions);
	plan.question = "vague";
	plan.strict = true;
	scene_practise(&plan);
	stage_keys("How many?");
	stage_wait_s(181);
	assert_sees("time is up");
	stage_keys("x");
	assert_sees("? How many?");
	finish_and_rate();
	assert_kept("", "How many?\n");
}

static void
who_speaks_notes_them_and_begins_with_tab(void **state)
{
	(void)state;
	begin_as("told", true);
	assert_sees("what would you ask");
	stage_keys("How many?");
	stage_key('\t');
	assert_sees_not("what would you ask");
	assert_sees(">Situation");
	finish_and_rate();
	assert_kept("", "How many?\n");
}

static void
a_skipped_answer_keeps_them(void **state)
{
	(void)state;
	begin();
	stage_keys("How many?");
	stage_key(K_F8);
	stage_key('s');
	assert_kept("", "How many?\n");
}

static void
a_past_answer_has_them(void **state)
{
	struct kept kept;

	(void)state;
	begin();
	ask("How many?");
	scene_done();
	finish_and_rate();
	kept_load(&kept);
	stage_open(&answer_screen, kept.rows[0].answer.id);
	stage_key('G');
	assert_sees("Asked before the answer: 1 How many?");
	stage_desk()->private = true;
	stage_open(&answer_screen, kept.rows[0].answer.id);
	assert_sees_not("How many?");
	kept_release(&kept);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    ON_STAGE(they_come_first_and_stay_in_view),
	    ON_STAGE(ctrl_d_goes_on_too_and_keeps_the_line),
	    ON_STAGE(the_clock_runs_meanwhile),
	    ON_STAGE(nothing_asked_is_said),
	    ON_STAGE(other_questions_are_answered_at_once),
	    ON_STAGE(earlier_lines_can_be_changed),
	    ON_STAGE(backspace_goes_back_and_takes_empty_lines_out),
	    ON_STAGE(they_survive_a_kill),
	    ON_STAGE(on_a_small_screen_they_are_a_key_away),
	    ON_STAGE(a_paste_is_one_line),
	    ON_STAGE(a_pause_takes_no_line),
	    ON_STAGE(when_strict_time_is_up_they_are_over),
	    ON_STAGE(who_speaks_notes_them_and_begins_with_tab),
	    ON_STAGE(a_skipped_answer_keeps_them),
	    ON_STAGE(a_past_answer_has_them),
	};

	return cmocka_run_group_tests_name(
	    "practice_clarify", tests, NULL, NULL);
}
