/* SPDX-License-Identifier: MIT */
/* How ready the candidate is: readiness, the checklist, and its ticks. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "past.h"
#include "scene.h"
#include "stage.h"

#include "store/checklist.h"

enum { FIRST_ITEM = 6 }; /* its row on the screen, without a session */

static void
status(void)
{
	stage_open(&status_screen, NULL);
}

/* Where the shipped checklist holds what the tests press keys for. */
static void
own_checklist(void)
{
	fixture_import(stage_store(), "checklist",
	    "item,position,label,check,need,how\r\n"
	    "map-projects,1,Map your projects,self,,Write them down.\r\n"
	    "stories-with-metric,2,Have stories,stories-with-metric,2,"
	    "Say the number.\r\n");
}

static bool
is_ticked(const char *item)
{
	struct checklist_row *rows;
	struct err err = {0};
	bool done = false;
	int n;

	assert_done(
	    store_checklist(stage_store(), STAGE_AT_S, &rows, &n, &err), &err);
	for (int i = 0; i < n; i++)
		if (strcmp(rows[i].item.item, item) == 0)
			done = rows[i].state.done;
	checklist_rows_free(rows, n);
	return done;
}

static void
without_a_session_the_checklist_stands_there(void **state)
{
	(void)state;
	own_checklist();
	status();
	assert_sees("0 sessions, 0 answers, a streak of 0 days, 0 open drafts");
	assert_sees("No session yet: Enter on the home screen starts one.");
	assert_sees("Before the interview: 0 of 7 done");
	assert_sees("> [ ] Map your projects");
	assert_sees("[ ] Have stories");
	assert_sees("0 of 2");
	assert_sees("Map your projects. Write them down.");
	assert_int_equal(stage_caret_row(), FIRST_ITEM);
}

static void
what_is_missing_stands_beside_round_and_level(void **state)
{
	(void)state;
	past_add_course("4424");
	past_add(&(struct past){
	    .days_ago = 6, .level = "apm", .ratings = "4444", .rater = "Mei"});
	status();
	assert_sees("5 sessions, 5 answers, a streak of 4 days, 0 open drafts");
	assert_sees("Behavioural, APM self not yet clean 0 of 4 4 more at "
		    "hire");
	assert_sees("Behavioural, APM peer not yet clean 1 of 4 3 more");
	assert_sees("Behavioural, PM II self not yet clean 1 of 4 3 more");
	stage_keys("jj");
	assert_sees("> Behavioural, PM II");
	assert_sees("Behavioural, PM II, rated by yourself: not yet, 3 more "
		    "clean behavioural mocks at hire (clean 1 of 4).");
}

static void
whoever_finds_himself_ready_is_told_so(void **state)
{
	(void)state;
	past_add_course("44444");
	status();
	assert_sees("self ready clean 5 in a row self-rated only");
	assert_sees("ready, by your own ratings alone, and those mislead");
	stage_key(K_DOWN);
	assert_int_equal(stage_role("ready "), ROLE_GOOD);
}

static void
a_run_of_three_is_provisional(void **state)
{
	(void)state;
	past_add_course("444");
	status();
	assert_sees("self provisional clean 3 of 4 1 more at hire");
	stage_key(K_DOWN);
	assert_int_equal(stage_role("provisional"), ROLE_WARN);
}

static void
wide_rows_have_whole_sentences(void **state)
{
	(void)state;
	own_checklist();
	past_add_course("444");
	stage_resize(40, 120);
	status();
	assert_sees("clean 3 of 4 1 more clean behavioural mock at hire");
	assert_sees("Map your projects not ticked off yet");
	assert_sees("Have stories 1 of 2 stories with a number");
}

/* Four rows and the shipped list: all of it, and what to do, at once. */
static void
a_usual_terminal_shows_everything(void **state)
{
	(void)state;
	past_add_course("444");
	past_add(
	    &(struct past){.days_ago = 7, .ratings = "4444", .rater = "Mei"});
	past_add(&(struct past){
	    .days_ago = 8, .round = "estimation", .ratings = "44"});
	past_add(
	    &(struct past){.days_ago = 9, .level = "apm", .ratings = "4444"});
	status();
	assert_sees("> Behavioural, APM");
	assert_sees("Behavioural, PM II self");
	assert_sees("Behavioural, PM II peer");
	assert_sees("Estimation, PM II");
	assert_sees("Map your projects to impact, ownership and scale");
	assert_sees("[ ] Bring your pay expectations into line with the facts");
	assert_sees("6 sessions, 6 answers, a streak of 3 days, 0 open drafts");
	stage_key('\t');
	assert_sees("> [ ] Map your projects");
	assert_sees("have all three.");
}

/* Space, and Space again; and it is kept. */
static void
space_ticks_and_takes_it_back(void **state)
{
	(void)state;
	own_checklist();
	status();
	stage_key(' ');
	assert_sees("> [x] Map your projects");
	assert_sees("Map your projects. Write");
	assert_sees("1 of 7 done");
	assert_true(is_ticked("map-projects"));
	stage_key(' ');
	assert_sees("> [ ] Map your projects");
	assert_false(is_ticked("map-projects"));
	stage_key(' ');
	assert_true(is_ticked("map-projects"));
	stage_kill();
	status();
	assert_sees("> [x] Map your projects");
}

static void
what_is_counted_can_not_be_ticked(void **state)
{
	(void)state;
	own_checklist();
	status();
	stage_keys("j ");
	assert_sees("counted from your sessions: nothing to tick");
	assert_sees("> [ ] Have stories");
	stage_key('j');
	assert_sees_not("nothing to tick");
}

static void
readiness_can_not_be_ticked(void **state)
{
	(void)state;
	past_add_course("4");
	status();
	stage_key(' ');
	assert_sees("only an item of the checklist can be ticked");
}

static void
a_tick_that_is_not_kept_is_not_shown(void **state)
{
	(void)state;
	own_checklist();
	status();
	stage_break_table("checked");
	stage_key(' ');
	assert_sees("> [ ] Map your projects");
	assert_sees_not("Write them down.");
	stage_mend_table("checked");
	stage_key(' ');
	assert_sees("> [x] Map your projects");
}

static void
tab_goes_from_section_to_section(void **state)
{
	(void)state;
	past_add_course("44");
	past_add(
	    &(struct past){.days_ago = 6, .level = "apm", .ratings = "4444"});
	own_checklist();
	status();
	assert_sees("> Behavioural, APM");
	stage_key('\t');
	assert_sees("> [ ] Map your projects");
	stage_keys("j\t");
	assert_sees("> Behavioural, APM");
	stage_keys("G\t");
	assert_sees("> Behavioural, APM");
}

static void
an_empty_section_is_passed_over(void **state)
{
	(void)state;
	own_checklist();
	status();
	stage_keys("jj\t");
	assert_sees("> [ ] Map your projects");
	assert_int_equal(stage_caret_row(), FIRST_ITEM);
}

static void
a_small_screen_follows_the_cursor(void **state)
{
	(void)state;
	past_add_course("444");
	own_checklist();
	stage_resize(12, 40);
	status();
	assert_sees("> Behavioural, PM II self provisional");
	stage_key('G');
	assert_sees("> [ ] Bring your pay");
	assert_sees_not("Behavioural, PM II");
	stage_press('k', 5);
	assert_sees("> [ ] Have stories");
	assert_sees("1 of 2");
	stage_key('g');
	assert_sees("> Behavioural, PM II");
}

/* The first words and the last. */
static void
enter_shows_all_that_there_is_to_say(void **state)
{
	char csv[1024] = "item,position,label,check,need,how\r\n"
			 "map-projects,1,Map,self,,First words.";

	(void)state;
	for (int i = 0; i < 80; i++)
		strcat(csv, " and on");
	strcat(csv, " to the last word.\r\n");
	fixture_import(stage_store(), "checklist", csv);
	stage_resize(12, 40);
	status();
	assert_sees("First words.");
	assert_sees_not("last word.");
	stage_key('\n');
	assert_sees("First words.");
	assert_sees_not("[ ]");
	stage_key('G');
	assert_sees("to the last word.");
	assert_sees_not("First words.");
	stage_key('q');
	assert_screen("status");
	assert_sees("> [ ] Map");
	stage_keys("\n");
	assert_sees("First words.");
	stage_key(K_ESC);
	assert_screen("status");
}

static void
ascii_is_all_that_it_needs(void **state)
{
	(void)state;
	past_add_course("4444");
	status();
	stage_ascii();
	stage_key('G');
	for (const char *at = stage_text(); *at != '\0'; at++)
		assert_in_range((unsigned char)*at, '\n', '~');
}

static void
an_open_draft_is_counted(void **state)
{
	(void)state;
	scene_answer("Half");
	stage_wait_s(10);
	stage_kill();
	status();
	assert_sees("1 open draft");
}

static void
it_leads_back_home(void **state)
{
	(void)state;
	stage_open(&home_screen, NULL);
	stage_keys("s");
	assert_screen("status");
	stage_key('q');
	assert_screen("home");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    ON_STAGE(without_a_session_the_checklist_stands_there),
	    ON_STAGE(what_is_missing_stands_beside_round_and_level),
	    ON_STAGE(whoever_finds_himself_ready_is_told_so),
	    ON_STAGE(a_run_of_three_is_provisional),
	    ON_STAGE(wide_rows_have_whole_sentences),
	    ON_STAGE(a_usual_terminal_shows_everything),
	    ON_STAGE(space_ticks_and_takes_it_back),
	    ON_STAGE(what_is_counted_can_not_be_ticked),
	    ON_STAGE(readiness_can_not_be_ticked),
	    ON_STAGE(a_tick_that_is_not_kept_is_not_shown),
	    ON_STAGE(tab_goes_from_section_to_section),
	    ON_STAGE(an_empty_section_is_passed_over),
	    ON_STAGE(a_small_screen_follows_the_cursor),
	    ON_STAGE(enter_shows_all_that_there_is_to_say),
	    ON_STAGE(ascii_is_all_that_it_needs),
	    ON_STAGE(an_open_draft_is_counted),
	    ON_STAGE(it_leads_back_home),
	};

	return cmocka_run_group_tests_name("status", tests, NULL, NULL);
}
