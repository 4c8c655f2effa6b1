/* SPDX-License-Identifier: MIT */
/* Choosing a session, one row a choice. */
#include <stdlib.h>
#include <string.h>

#include "scene.h"
#include "stage.h"

static const char *const rows[] = {"Round", "Company", "Level", "Questions",
    "Limit", "Think time", "Probes", "Mode", "Strict", "Interrupt"};

static void
setup(void)
{
	stage_open(&setup_screen, NULL);
}

/* Goes to the row and presses the key until the text stands there. */
static void
choose(const char *row, const char *choice)
{
	enum { MOST = 40 };

	stage_key('g');
	for (size_t i = 0; strcmp(rows[i], row) != 0; i++)
		stage_key('j');
	for (int i = 0; i < MOST; i++) {
		if (strstr(stage_row(stage_caret_row()), choice) != NULL)
			return;
		stage_key(K_RIGHT);
	}
	assert_sees(choice);
}

static void
every_choice_is_on_screen(void **state)
{
	(void)state;
	setup();
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		assert_sees(rows[i]);
	assert_sees("questions fit");
}

static void
the_suggested_round_has_a_name_and_its_questions_are_counted(void **state)
{
	int suggested;

	(void)state;
	setup();
	assert_sees("suggested: Behavioural");
	suggested = atoi(stage_row(STAGE_ROWS - 2));
	choose("Round", "< Behavioural");
	assert_int_equal(suggested, atoi(stage_row(STAGE_ROWS - 2)));
}

static void
left_and_right_change_the_row_and_go_round(void **state)
{
	(void)state;
	setup();
	choose("Probes", "0 after");
	stage_key('l');
	assert_sees("1 after each answer");
	stage_key('h');
	assert_sees("0 after each answer");
	stage_key(K_LEFT);
	assert_sees("3 after each answer");
	stage_key(' ');
	assert_sees("0 after each answer");
}

static void
the_questions_that_fit_are_counted(void **state)
{
	int all, fewer;

	(void)state;
	setup();
	all = atoi(stage_row(STAGE_ROWS - 2));
	choose("Level", "APM");
	fewer = atoi(stage_row(STAGE_ROWS - 2));
	assert_in_range(fewer, 1, all - 1);
}

static void
what_was_chosen_is_what_starts(void **state)
{
	struct fixture *fixture = *state;
	struct kept kept;

	fixture_import(fixture->store, "rounds",
	    "round,label,rubric,seconds,think_s,questions\r\n"
	    "lone,Lone round,star,600,60,3\r\n");
	fixture_import(fixture->store, "questions",
	    "id,prompt,round,company,level,probes\r\n"
	    "lone-1,Why?,lone,any,any,And then?|And why?\r\n"
	    "lone-2,How?,lone,any,any,And then?|And how?\r\n");
	setup();
	choose("Round", "Lone round");
	choose("Company", "Tencent");
	choose("Level", "APM");
	choose("Questions", "< 1 >");
	choose("Limit", "1:00");
	choose("Think time", "0:15");
	choose("Probes", "1 after");
	choose("Strict", "yes");
	assert_sees("2 questions fit");
	stage_key('\n');
	stage_wait_ms(0);
	assert_screen("practice");
	assert_sees("Lone round 1/1");
	assert_sees("limit 1:00 strict");
	assert_sees("think 0:15");
	stage_key('\n');
	assert_sees("1:00 left");
	scene_done();
	assert_sees("And then?");
	scene_done();
	assert_screen("rating");
	stage_key(K_ESC);
	stage_key('x');
	kept_load(&kept);
	assert_string_equal(kept.session.round, "lone");
	assert_string_equal(kept.session.company, "tencent");
	assert_string_equal(kept.session.level, "apm");
	assert_int_equal(kept.session.questions, 1);
	kept_release(&kept);
}

static void
spoken_answers_can_be_chosen(void **state)
{
	(void)state;
	setup();
	choose("Think time", "none");
	choose("Mode", "spoken");
	stage_key('\n');
	stage_wait_ms(0);
	assert_sees("notes:");
}

static void
an_interruption_can_be_chosen(void **state)
{
	struct fixture *fixture = *state;

	fixture_import(fixture->store, "rounds",
	    "round,label,rubric,seconds,think_s,questions\r\n"
	    "lone,Lone round,star,20,0,1\r\n");
	fixture_import(fixture->store, "questions",
	    "id,prompt,round\r\nlone-1,Why?,lone\r\n");
	fixture_import(fixture->store, "interruptions",
	    "interruption,round,left_s,text\r\nlone,lone,12,Says who?\r\n");
	setup();
	choose("Round", "Lone round");
	choose("Interrupt", "yes");
	stage_key('\n');
	stage_wait_s(8);
	assert_sees("Interviewer: Says who?");
}

static void
a_choice_that_nothing_fits_says_so_and_stays(void **state)
{
	struct fixture *fixture = *state;

	fixture_import(fixture->store, "rounds",
	    "round,label,rubric,seconds,think_s,questions\r\n"
	    "lone,Lone round,star,60,0,1\r\n");
	fixture_import(fixture->store, "questions",
	    "id,prompt,round,level\r\nlone-1,Why?,lone,staff\r\n");
	setup();
	choose("Round", "Lone round");
	choose("Level", "APM");
	assert_sees("0 questions fit");
	assert_sees("widen");
	stage_key('\n');
	assert_screen("setup");
	assert_sees("no question fits");
}

/* Whoever has put a bank of their own in the place of the shipped one is not
 * led through the rounds of it. */
static void
a_round_without_a_question_in_use_is_not_offered(void **state)
{
	enum { ONCE_AROUND = 20 };
	struct fixture *fixture = *state;

	fixture_import(fixture->store, "rounds",
	    "round,label,rubric,seconds,think_s,questions\r\n"
	    "bare,Bare round,star,60,0,1\r\n"
	    "gone,Gone round,star,60,0,1\r\n"
	    "lone,Lone round,star,60,0,1\r\n");
	fixture_import(fixture->store, "questions",
	    "id,prompt,round,tags\r\n"
	    "gone-1,Why not?,gone,retired\r\n"
	    "lone-1,Why?,lone,\r\n");
	setup();
	choose("Round", "Lone round");
	for (int i = 0; i < ONCE_AROUND; i++) {
		assert_sees_not("Bare round");
		assert_sees_not("Gone round");
		stage_key(K_RIGHT);
	}
}

static void
the_choice_is_still_there_after_the_session(void **state)
{
	(void)state;
	stage_open(&home_screen, NULL);
	stage_key('p');
	choose("Limit", "1:00");
	choose("Think time", "none");
	choose("Questions", "< 1 >");
	stage_key('\n');
	stage_wait_ms(0);
	stage_key(K_ESC);
	stage_key('x');
	assert_screen("debrief");
	stage_key('\n');
	assert_screen("setup");
	assert_sees("< 1:00 >");
}

static void
every_row_is_reached_on_a_small_screen(void **state)
{
	(void)state;
	setup();
	stage_resize(APP_MIN_ROWS, APP_MIN_COLS);
	choose("Interrupt", "yes");
	assert_sees("> Interrupt");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    ON_STAGE(every_choice_is_on_screen),
	    ON_STAGE(
		the_suggested_round_has_a_name_and_its_questions_are_counted),
	    ON_STAGE(left_and_right_change_the_row_and_go_round),
	    ON_STAGE(the_questions_that_fit_are_counted),
	    ON_STAGE(what_was_chosen_is_what_starts),
	    ON_STAGE(spoken_answers_can_be_chosen),
	    ON_STAGE(an_interruption_can_be_chosen),
	    ON_STAGE(a_choice_that_nothing_fits_says_so_and_stays),
	    ON_STAGE(a_round_without_a_question_in_use_is_not_offered),
	    ON_STAGE(the_choice_is_still_there_after_the_session),
	    ON_STAGE(every_row_is_reached_on_a_small_screen),
	};

	return cmocka_run_group_tests_name("setup", tests, NULL, NULL);
}
