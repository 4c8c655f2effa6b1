/* SPDX-License-Identifier: MIT */
/* The data of a question: on screen while it is answered, out of the way where
 * there is no room, and there again afterwards. */
#include "scene.h"
#include "stage.h"

#include "store/subject.h"

static const char rounds[] =
    "round,label,aliases,rubric,seconds,think_s,questions\r\n"
    "cases,Cases,,execution,600,30,2\r\n";

static const char questions[] = "id,prompt,round\r\n"
				"funnel,Orders fell. Why?,cases\r\n"
				"other,Orders rose. Why?,cases\r\n"
				"wide,Orders stood. Why?,general\r\n";

static const char tables[] =
    "question_id,position,cells\r\n"
    "funnel,1,Device|Week|Basket|Paid\r\n"
    "funnel,2,\"Android|one|40,000|25,920\"\r\n"
    "funnel,3,\"Android|two|40,000|20,230\"\r\n"
    "funnel,4,iOS|two|900|630\r\n"
    "other,1,Device|Paid\r\n"
    "other,2,Android|2\r\n"
    "wide,1,Device|Basket|Address|Payment|Paid\r\n"
    "wide,2,\"Android|40,000|32,000|28,800|25,920\"\r\n"
    "wide,3,\"iOS|20,000|17,000|15,640|14,390\"\r\n"
    "wide,4,\"Web|9,000|8,000|7,000|6,000\"\r\n";

static const char last_row[] = "iOS two 900 630";
static const char last_line[] =
    "Device: iOS; Week: two; Basket: 900; Paid: 630";

static void
import(void)
{
	fixture_import(stage_store(), "rounds", rounds);
	fixture_import(stage_store(), "questions", questions);
	fixture_import(stage_store(), "tables", tables);
}

static void
begin_with(const char *question, int think_s)
{
	struct plan plan = scene_plan();

	import();
	plan.question = question;
	plan.think_s = think_s;
	scene_practise(&plan);
}

static void
begin(int think_s)
{
	begin_with("funnel", think_s);
}

static void
it_stands_under_the_prompt_in_every_phase(void **state)
{
	(void)state;
	begin(30);
	assert_sees("Device Week Basket Paid");
	assert_sees(last_row);
	assert_sees("Think.");
	stage_key('\n');
	assert_sees("10:00 left");
	assert_sees(last_row);
	stage_keys("The second week on Android.");
	assert_sees(last_row);
	assert_sees("The second week on Android.");
}

static void
a_covered_question_gives_no_data_away(void **state)
{
	struct plan plan = scene_plan();

	(void)state;
	import();
	plan.round = "cases";
	plan.question = NULL;
	scene_practise(&plan);
	assert_sees("Device");
	stage_key(K_F8);
	stage_key('s');
	assert_sees("Enter shows the question");
	assert_sees_not("Device");
	stage_key(K_F10);
	assert_sees_not("Device");
}

static void
a_key_folds_it_away_and_back(void **state)
{
	(void)state;
	begin(0);
	assert_sees(last_row);
	stage_key(K_ALT | 't');
	assert_sees_not("iOS");
	assert_sees("Alt-T: table");
	assert_sees("Orders fell. Why?");
	stage_keys("text");
	stage_key(K_F10);
	assert_sees(last_row);
	assert_sees_not("Alt-T: table");
	assert_sees("text");
}

static void
on_a_small_screen_it_leaves_the_editor_its_room(void **state)
{
	(void)state;
	stage_resize(12, 40);
	begin(0);
	assert_sees_not("iOS");
	assert_sees("Alt-T: table");
	stage_keys("1\n2\n3\n4\n5");
	assert_sees("1 2 3 4 5");
	stage_key(K_ALT | 't');
	assert_sees("Device: Android; Week: one;");
	stage_keys("not text");
	stage_key(K_ALT | 't');
	assert_sees_not("Device");
	assert_sees_not("not text");
	assert_sees("5");
	stage_resize(24, 80);
	assert_sees(last_row);
}

static void
the_whole_question_has_its_data(void **state)
{
	(void)state;
	stage_resize(12, 40);
	begin_with("wide", 30);
	assert_sees("Think.");
	assert_sees("Alt-T: table");
	stage_key('\n');
	assert_sees_not("Device");
	stage_key(K_F6);
	assert_sees("Device: Android; Basket: 40,000;");
	stage_press('j', 12);
	assert_sees("Payment: 7,000; Paid: 6,000");
	stage_press('k', 12);
	assert_sees("Orders stood. Why?");
}

static void
without_data_there_is_no_key(void **state)
{
	(void)state;
	scene_answer("text");
	assert_sees_not("table");
	stage_key(K_F10);
	assert_sees("text");
	assert_sees_not("Alt-T");
}

static void
it_is_there_at_the_reveal_and_later(void **state)
{
	struct kept kept;

	(void)state;
	begin(0);
	stage_keys("Android.");
	scene_done();
	stage_key('\n');
	scene_judge("33333", 'y');
	assert_screen("reveal");
	stage_key('G');
	assert_sees(last_line);
	kept_load(&kept);
	stage_open(&answer_screen, kept.rows[0].answer.id);
	assert_sees(last_line);
	kept_release(&kept);
}

static void
who_rates_later_has_the_data_too(void **state)
{
	struct subject subject;
	struct kept kept;
	struct err err = {0};

	(void)state;
	begin(0);
	stage_keys("Android.");
	scene_done();
	stage_key('\n');
	scene_judge("33333", 'y');
	kept_load(&kept);
	assert_done(store_subject(stage_store(), SUBJECT_PEER, "Ana",
			kept.rows[0].answer.id, &subject, &err),
	    &err);
	assert_string_equal(subject.prompt,
	    "Orders fell. Why?\n\n"
	    "Device: Android; Week: one; Basket: 40,000; Paid: 25,920\n"
	    "Device: Android; Week: two; Basket: 40,000; Paid: 20,230\n"
	    "Device: iOS; Week: two; Basket: 900; Paid: 630");
	subject_release(&subject);
	kept_release(&kept);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    ON_STAGE(it_stands_under_the_prompt_in_every_phase),
	    ON_STAGE(a_covered_question_gives_no_data_away),
	    ON_STAGE(a_key_folds_it_away_and_back),
	    ON_STAGE(on_a_small_screen_it_leaves_the_editor_its_room),
	    ON_STAGE(the_whole_question_has_its_data),
	    ON_STAGE(without_data_there_is_no_key),
	    ON_STAGE(it_is_there_at_the_reveal_and_later),
	    ON_STAGE(who_rates_later_has_the_data_too),
	};

	return cmocka_run_group_tests_name("practice_table", tests, NULL, NULL);
}
