/* SPDX-License-Identifier: MIT */
/* The level's rubric, rated once when a session has ended. */
#include <stdlib.h>
#include <string.h>

#include "scene.h"
#include "stage.h"

static void
at_the_debrief(void)
{
	scene_rate("I moved the date. Churn fell by 12 %.");
	scene_judge("4444", 'y');
	stage_key('\n');
	assert_screen("debrief");
}

static int64_t
level_ratings(void)
{
	return fixture_sql_int(store_path(stage_store()),
	    "SELECT count(*) FROM rating WHERE answer_pk IS NULL"
	    " AND rater = 'self'");
}

static void
it_is_offered_at_the_end(void **state)
{
	(void)state;
	at_the_debrief();
	assert_sees("As PM II: not rated.");
	stage_key('l');
	assert_screen("rating what is kept");
	assert_sees("Rate yourself as PM II");
	assert_sees("> - Ownership");
	assert_sees_not("Measured result given?");
}

static void
it_is_kept_with_the_session_and_shown(void **state)
{
	char *note;
	struct kept kept;

	(void)state;
	at_the_debrief();
	stage_keys("l3");
	stage_key('\n');
	assert_sees("rate every signal first");
	stage_keys("5");
	assert_sees("Which words earn the 5 for Data-driven decisions?");
	stage_press(K_DOWN, 2);
	stage_key('\n');
	stage_keys("2");
	assert_int_equal(level_ratings(), 0);
	stage_key('\n');
	assert_screen("debrief");
	assert_sees("As PM II");
	assert_sees("3 Ownership");
	assert_sees("5 Data-driven decisions: Churn fell by 12 %.");
	assert_sees_not("not rated");
	assert_int_equal(level_ratings(), 3);
	note = fixture_sql_text(store_path(stage_store()),
	    "SELECT note FROM rating WHERE signal = 'data-driven'");
	assert_string_equal(note, "Churn fell by 12 %.");
	free(note);
	kept_load(&kept);
	assert_true(score_value(kept.judged.overall) == 4);
	assert_int_equal(kept.judged.verdict, VERDICT_HIRE);
	kept_release(&kept);
}

static void
once_is_enough(void **state)
{
	(void)state;
	at_the_debrief();
	stage_keys("l333\n");
	assert_screen("debrief");
	stage_key('l');
	assert_screen("debrief");
	assert_int_equal(level_ratings(), 3);
}

static void
leaving_it_asks_only_when_something_is_rated(void **state)
{
	(void)state;
	at_the_debrief();
	stage_key('l');
	stage_key(K_ESC);
	assert_screen("debrief");
	stage_keys("l3");
	stage_key(K_ESC);
	assert_sees("Leave without rating?");
	stage_key(K_ESC);
	assert_screen("rating what is kept");
	assert_sees("3 Ownership");
	stage_key(K_ESC);
	stage_key('x');
	assert_screen("debrief");
	assert_int_equal(level_ratings(), 0);
}

static void
it_can_be_rated_later_from_the_history(void **state)
{
	(void)state;
	at_the_debrief();
	stage_key('\n');
	stage_open(&history_screen, NULL);
	stage_key('\n');
	assert_screen("session");
	assert_sees("As PM II: not rated, l rates it");
	stage_keys("l234");
	stage_key('\n');
	stage_key('\n');
	assert_screen("session");
	assert_sees("As PM II: Ownership 2, Data-driven decisions 3, "
		    "Collaboration 4");
}

static void
a_session_for_every_level_has_none(void **state)
{
	struct plan plan = scene_plan();

	(void)state;
	plan.question = "stage-estimate";
	scene_practise(&plan);
	scene_done();
	stage_key('\n');
	stage_keys("33333");
	stage_key('\n');
	stage_key('\n');
	assert_screen("debrief");
	assert_sees_not("not rated");
	stage_key('l');
	assert_screen("debrief");
}

static void
what_cannot_be_kept_stays_on_screen(void **state)
{
	(void)state;
	at_the_debrief();
	stage_keys("l333");
	stage_break_table("rating");
	stage_key('\n');
	assert_screen("rating what is kept");
	stage_mend_table("rating");
	stage_key('\n');
	assert_screen("debrief");
	assert_int_equal(level_ratings(), 3);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    ON_STAGE(it_is_offered_at_the_end),
	    ON_STAGE(it_is_kept_with_the_session_and_shown),
	    ON_STAGE(once_is_enough),
	    ON_STAGE(leaving_it_asks_only_when_something_is_rated),
	    ON_STAGE(it_can_be_rated_later_from_the_history),
	    ON_STAGE(a_session_for_every_level_has_none),
	    ON_STAGE(what_cannot_be_kept_stays_on_screen),
	};

	return cmocka_run_group_tests_name("level", tests, NULL, NULL);
}
