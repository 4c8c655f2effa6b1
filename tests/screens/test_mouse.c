/* SPDX-License-Identifier: MIT */
/* What a click and the wheel do, screen by screen. */
#include <string.h>

#include "past.h"
#include "scene.h"
#include "stage.h"

enum { LIST_ROW = 4 }; /* of history and review: the first row of the list */

static void
a_line_of_the_menu_is_its_key(void **state)
{
	(void)state;
	stage_open(&home_screen, NULL);
	stage_click_on("past sessions");
	assert_screen("history");
	stage_key('q');
	stage_click(0, 0);
	stage_click_on("No session yet");
	assert_screen("home");
	stage_click_on("q ");
	assert_screen("");
}

static void
a_click_selects_and_a_second_one_opens(void **state)
{
	(void)state;
	past_add_course("1324354");
	stage_open(&history_screen, NULL);
	assert_int_equal(stage_caret_row(), LIST_ROW);
	stage_click(LIST_ROW + 2, 30);
	assert_screen("history");
	assert_int_equal(stage_caret_row(), LIST_ROW + 2);
	stage_click(LIST_ROW + 2, 30);
	assert_screen("session");
	stage_key('q');
	stage_click(LIST_ROW + 7, 0); /* below the last one */
	stage_click(LIST_ROW - 1, 0);
	stage_click(STAGE_ROWS - 1, 0);
	assert_screen("history");
	assert_int_equal(stage_caret_row(), LIST_ROW + 2);
}

/* The page moves by three rows; the selection stays where it can. */
static void
the_wheel_scrolls_a_list(void **state)
{
	(void)state;
	stage_open(&bank_screen, NULL);
	stage_press('j', 5);
	int row = stage_caret_row();

	stage_wheel(MOUSE_WHEEL_DOWN);
	assert_int_equal(stage_caret_row(), row - 3);
	stage_wheel(MOUSE_WHEEL_DOWN);
	assert_int_equal(stage_caret_row(), LIST_ROW);
	for (int i = 0; i < 100; i++)
		stage_wheel(MOUSE_WHEEL_DOWN);
	assert_int_equal(stage_row(stage_caret_row())[0], '>');
	for (int i = 0; i < 100; i++)
		stage_wheel(MOUSE_WHEEL_UP);
	assert_int_equal(stage_row(stage_caret_row())[0], '>');
	stage_key('g');
	assert_int_equal(stage_caret_row(), LIST_ROW);
}

static void
the_wheel_scrolls_a_page_and_the_help(void **state)
{
	(void)state;
	scene_rate("What I did.");
	scene_judge("3333", 'y');
	assert_screen("reveal");
	stage_resize(APP_MIN_ROWS, APP_MIN_COLS);
	assert_sees("Overall");
	stage_wheel(MOUSE_WHEEL_DOWN);
	assert_sees_not("Overall");
	stage_wheel(MOUSE_WHEEL_UP);
	assert_sees("Overall");
	stage_key('?');
	assert_sees("Enter");
	stage_click(LIST_ROW, 3);
	stage_wheel(MOUSE_WHEEL_DOWN);
	stage_key(K_ESC);
	assert_screen("reveal");
	assert_sees("Overall");
}

static void
a_click_on_an_anchor_rates(void **state)
{
	struct kept kept;

	(void)state;
	scene_rate("What I did.");
	assert_sees("> - Situation");
	stage_click_on("should care."); /* the second row of the anchor */
	assert_sees("2 Situation");
	assert_sees("> - Task");
	stage_click_on("Situation");
	assert_sees("> 2 Situation");
	stage_click_on(" 3 Product");
	stage_keys("333");
	stage_key('y');
	stage_key('\n');
	assert_screen("reveal");
	kept_load(&kept);
	assert_int_equal(kept.verdicts[0].ratings[0], 3);
	kept_release(&kept);
}

/* What covers the sheet is not clicked through. */
static void
a_question_is_not_clicked_through(void **state)
{
	(void)state;
	scene_rate("What I did.");
	stage_key(K_ESC);
	assert_sees("Stop rating?");
	stage_click(2, 3);
	stage_click(20, 3);
	assert_sees("Stop rating?");
	stage_key(K_ESC);
	assert_sees("> - Situation");
}

static void
what_does_not_show_is_not_clicked(void **state)
{
	(void)state;
	stage_open(&home_screen, NULL);
	stage_resize(APP_MIN_ROWS, APP_MIN_COLS - 1);
	for (int row = 0; row < APP_MIN_ROWS; row++)
		stage_click(row, 3);
	assert_screen("home");
}

static void
a_click_leaves_the_answer_be(void **state)
{
	(void)state;
	scene_answer("text");
	stage_click(10, 10);
	stage_keys("s");
	assert_sees("texts");
}

static void
the_selected_choice_changes_and_does_not_start(void **state)
{
	(void)state;
	stage_open(&setup_screen, NULL);
	stage_click_on("Company");
	assert_sees("> Company");
	stage_click_on("Strict");
	assert_sees("no: overtime");
	stage_click_on("Strict");
	assert_sees("yes: the text locks");
	assert_screen("setup");
}

static void
rows_under_headings_are_found(void **state)
{
	(void)state;
	past_add_course("1324354");
	stage_open(&status_screen, NULL);
	stage_resize(40, 160);
	stage_click_on("[ ] Bring your pay");
	assert_sees("> [ ] Bring your pay");
	stage_click_on("Before the interview");
	assert_sees("> [ ] Bring your pay");
	stage_click_on("[ ] Map your projects");
	assert_sees("> [ ] Map your projects");
	stage_click_on("[ ] Map your projects");
	assert_sees_not("Readiness");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    ON_STAGE(a_line_of_the_menu_is_its_key),
	    ON_STAGE(a_click_selects_and_a_second_one_opens),
	    ON_STAGE(the_wheel_scrolls_a_list),
	    ON_STAGE(the_wheel_scrolls_a_page_and_the_help),
	    ON_STAGE(a_click_on_an_anchor_rates),
	    ON_STAGE(a_question_is_not_clicked_through),
	    ON_STAGE(what_does_not_show_is_not_clicked),
	    ON_STAGE(a_click_leaves_the_answer_be),
	    ON_STAGE(the_selected_choice_changes_and_does_not_start),
	    ON_STAGE(rows_under_headings_are_found),
	};

	return cmocka_run_group_tests_name("mouse", tests, NULL, NULL);
}
