/* SPDX-License-Identifier: MIT */
/* Work of days: put down and taken up again, written by sections. */
#include "scene.h"
#include "stage.h"

static const char questions[] =
    "id,prompt,round,rubric,seconds,tags\r\n"
    "essay,Write about the home.,take-home,take-home,3600,over-days\r\n"
    "both,Write about the car.,take-home,take-home,3600,"
    "over-days|clarify\r\n"
    "short,Write about the phone.,take-home,take-home,3600,\r\n";

static void
begin_with(const char *question)
{
	struct plan plan = scene_plan();

	fixture_import(stage_store(), "questions", questions);
	plan.question = question;
	scene_practise(&plan);
}

static void
begin(void)
{
	begin_with("essay");
	assert_sees("## Problem definition");
}

static void
put_down(void)
{
	stage_key(K_ESC);
	assert_sees("put it down until later");
	stage_key('l');
}

static void
take_up(void)
{
	stage_open(&home_screen, NULL);
	stage_key('r');
	assert_screen("practice");
}

static void
finish_and_rate(void)
{
	scene_done();
	stage_key('\n');
	scene_judge("4444", 'y');
	assert_screen("reveal");
}

static void
the_headings_are_there_to_write_under(void **state)
{
	(void)state;
	begin();
	assert_sees("## Problem definition ## User insight "
		    "## Logic of the solution ## Trade-offs");
	stage_keys("One two three");
	assert_sees("## Problem definition One two three ## User insight");
	stage_wait_s(2);
	assert_sees(">Problem definition 3 100% of 30");
	assert_sees("User insight 0 0% of 25");
	stage_press(K_DOWN, 4);
	stage_keys("four");
	stage_wait_s(2);
	assert_sees(">User insight 1 25% of 25");
	assert_sees("Problem definition 3 75% of 30");
	assert_sees("4 words");
}

static void
at_every_size_the_section_shows(void **state)
{
	(void)state;
	stage_resize(12, 40);
	begin();
	stage_keys("One");
	stage_wait_s(2);
	assert_sees("Problem definition 1 words 100% of 30");
	stage_resize(40, 120);
	assert_sees(">Problem definition 1 words 100% of 30");
	assert_sees("Trade-offs 0 words 0% of 15");
}

static void
a_skeleton_alone_is_no_text(void **state)
{
	struct kept kept;

	(void)state;
	begin();
	stage_wait_s(5);
	assert_draft("");
	stage_kill();
	take_up();
	assert_sees("## Trade-offs");
	finish_and_rate();
	assert_sees("(no text)");
	kept_load(&kept);
	assert_string_equal(kept.rows[0].answer.text, "");
	kept_release(&kept);
}

static void
put_down_its_clock_stands_and_it_stays_clean(void **state)
{
	(void)state;
	begin();
	stage_keys("One");
	stage_wait_s(600);
	assert_sees("50:00 left");
	put_down();
	stage_kill();
	stage_wait_s(200000);
	stage_open(&home_screen, NULL);
	assert_sees("put down, its clock");
	stage_wait_s(3000);
	stage_key('r');
	assert_sees("50:00 left");
	assert_sees("One");
	stage_wait_s(600);
	assert_sees("40:00 left");
	finish_and_rate();
	assert_sees("Time 20:00 of 1:00:00");
	assert_sees("A clean answer");
}

static void
a_kill_costs_no_time(void **state)
{
	(void)state;
	begin();
	stage_wait_s(600);
	stage_kill();
	stage_wait_s(5000);
	take_up();
	assert_sees("50:0");
	finish_and_rate();
	assert_sees("A clean answer");
}

static void
other_clocks_go_on_after_a_kill(void **state)
{
	(void)state;
	begin_with("short");
	assert_sees_not("##");
	stage_keys("One");
	stage_wait_s(600);
	stage_key(K_ESC);
	assert_sees_not("put it down");
	stage_key(K_ESC);
	stage_kill();
	stage_wait_s(600);
	take_up();
	assert_sees("40:00 left");
}

static void
sleep_and_suspension_are_no_work(void **state)
{
	(void)state;
	begin();
	stage_wait_s(600);
	stage_sleep_s(30000);
	assert_sees("50:0");
	stage_suspend_s(5000);
	assert_sees("50:0");
	stage_key(K_F3);
	stage_wait_s(300);
	stage_key(K_F3);
	assert_sees("45:0");
	finish_and_rate();
	assert_sees("A clean answer");
}

static void
a_pause_is_still_a_pause(void **state)
{
	struct kept kept;

	(void)state;
	begin();
	stage_keys("One");
	stage_key(K_F2);
	stage_wait_s(120);
	put_down();
	stage_kill();
	stage_wait_s(9000);
	take_up();
	assert_sees("1:00:00 left");
	finish_and_rate();
	assert_sees_not("A clean answer");
	kept_load(&kept);
	assert_true(kept.rows[0].answer.paused_s > 119);
	assert_true(kept.rows[0].answer.paused_s < 130);
	kept_release(&kept);
}

static void
giving_up_at_the_offer_counts_no_time_away(void **state)
{
	struct kept kept;

	(void)state;
	begin();
	stage_keys("One");
	stage_wait_s(60);
	put_down();
	stage_kill();
	stage_wait_s(9000);
	stage_open(&home_screen, NULL);
	stage_wait_s(500);
	stage_key('x');
	kept_load(&kept);
	assert_true(kept.rows[0].answer.skipped);
	assert_true(kept.rows[0].answer.answer_s < 61);
	kept_release(&kept);
}

static void
the_reveal_has_the_words_by_section(void **state)
{
	struct kept kept;

	(void)state;
	begin();
	stage_keys("One two three");
	finish_and_rate();
	assert_sees("Words by section: 3");
	assert_sees("Problem definition 3 words 100% of 30");
	kept_load(&kept);
	stage_open(&answer_screen, kept.rows[0].answer.id);
	assert_sees("Problem definition 3 words 100% of 30");
	kept_release(&kept);
}

static void
other_answers_have_no_sections(void **state)
{
	(void)state;
	scene_attempt("I led it.", "3333", 'y');
	scene_answer("I led it.");
	assert_sees_not("##");
	scene_done();
	stage_key('\n');
	scene_judge("3333", 'y');
	assert_sees_not("Words by section");
}

static void
headings_come_after_the_questions_back(void **state)
{
	(void)state;
	begin_with("both");
	assert_sees("Ask before you answer");
	assert_sees_not("##");
	stage_keys("Whose?");
	stage_press('\n', 2);
	assert_sees("## Problem definition");
	stage_keys("One");
	assert_sees("## Problem definition One");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    ON_STAGE(the_headings_are_there_to_write_under),
	    ON_STAGE(at_every_size_the_section_shows),
	    ON_STAGE(a_skeleton_alone_is_no_text),
	    ON_STAGE(put_down_its_clock_stands_and_it_stays_clean),
	    ON_STAGE(a_kill_costs_no_time),
	    ON_STAGE(other_clocks_go_on_after_a_kill),
	    ON_STAGE(sleep_and_suspension_are_no_work),
	    ON_STAGE(a_pause_is_still_a_pause),
	    ON_STAGE(giving_up_at_the_offer_counts_no_time_away),
	    ON_STAGE(the_reveal_has_the_words_by_section),
	    ON_STAGE(other_answers_have_no_sections),
	    ON_STAGE(headings_come_after_the_questions_back),
	};

	return cmocka_run_group_tests_name("practice_days", tests, NULL, NULL);
}
