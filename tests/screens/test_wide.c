/* SPDX-License-Identifier: MIT */
/* What the other screens do with the room of a wide terminal: a second column
 * for what is of use beside the first. */
#include <string.h>

#include "past.h"
#include "scene.h"
#include "stage.h"

#include "base/utf8.h"
#include "tui/layout.h"

enum { ROWS = 60, COLS = 200 };

/* The cell in which the text begins; -1: it is nowhere. */
static int
column_of(const char *text)
{
	for (int row = 0; row < ROWS; row++) {
		const char *seen = stage_row(row), *at = strstr(seen, text);

		if (at != NULL)
			return utf8_cells(seen, (size_t)(at - seen));
	}
	return -1;
}

static void
home_has_the_last_sessions_beside_its_menu(void **state)
{
	(void)state;
	past_add_course("1324354");
	stage_open(&home_screen, NULL);
	assert_int_equal(column_of("Last sessions"), 0);
	stage_resize(ROWS, COLS);
	assert_int_equal(column_of("Next: "), 0);
	assert_true(column_of("Last sessions") >= COLS / 3);
	assert_true(column_of("2026-11-1") >= COLS / 3);
	stage_click_on("leave rehearse");
	assert_screen("");
}

static void
history_previews_the_selected_session(void **state)
{
	(void)state;
	past_add_course("15");
	stage_open(&history_screen, NULL);
	assert_sees_not("Session 5.00");
	stage_resize(ROWS, COLS);
	assert_true(column_of("Session 5.00 of 5") >= COLS / 2);
	assert_true(column_of("Tell me about a failure") > COLS / 2);
	stage_key('j');
	assert_sees_not("Session 5.00");
	assert_true(column_of("Session 1.00 of 5") >= COLS / 2);
	stage_click(4, 10);
	assert_true(column_of("Session 5.00 of 5") >= COLS / 2);
	stage_keys("/nothing has this\n");
	assert_sees("No session fits.");
	assert_sees_not("of 5");
	stage_resize(STAGE_ROWS, STAGE_COLS);
	assert_sees_not("Session 5.00");
}

/* What is rated from there shows when one comes back. */
static void
the_preview_is_read_anew(void **state)
{
	(void)state;
	stage_resize(ROWS, COLS);
	past_add(&(struct past){.days_ago = 3});
	stage_open(&history_screen, NULL);
	assert_sees("nothing was rated");
	stage_keys("\n\nr\n");
	assert_screen("rating what is kept");
	stage_keys("3333y\n");
	assert_screen("answer");
	stage_keys("qq");
	assert_screen("history");
	assert_sees("Session 3.00 of 5");
}

static void
the_bank_has_its_question_beside_the_list(void **state)
{
	(void)state;
	stage_open(&bank_screen, NULL);
	stage_keys("/stage-failure\n");
	assert_int_equal(column_of("stage-failure  company"), 0);
	stage_resize(ROWS, COLS);
	assert_true(column_of("stage-failure  company") > COLS / 2);
}

static void
review_has_the_chart_of_the_selected_signal(void **state)
{
	(void)state;
	past_add_course("1324354");
	stage_open(&review_screen, NULL);
	assert_sees_not("3.5┤");
	stage_resize(ROWS, COLS);
	assert_true(column_of("3.5┤") >= COLS / 2);
}

static void
status_says_what_there_is_beside_the_rows(void **state)
{
	(void)state;
	past_add_course("1324354");
	stage_open(&status_screen, NULL);
	stage_resize(ROWS, COLS);
	assert_true(column_of("rated by yourself") > COLS / 2);
	assert_true(column_of("Before the interview") == 0);
}

/* With what was asked, which one has not in mind any more. */
static void
the_rating_has_question_and_answer_beside_it(void **state)
{
	(void)state;
	scene_rate("What I did.");
	assert_sees_not("Tell me about a failure");
	stage_resize(ROWS, COLS);
	assert_true(column_of("Tell me about a failure") >= COLS / 2);
	assert_true(column_of("What I did.") >= COLS / 2);
	stage_resize(STAGE_ROWS, STAGE_COLS);
	assert_sees_not("Tell me about a failure");
}

static void
the_reveal_has_the_answer_beside_its_verdict(void **state)
{
	(void)state;
	stage_resize(ROWS, COLS);
	scene_rate("What I did.");
	scene_judge("3333", 'y');
	assert_int_equal(column_of("Overall 3.00"), 0);
	assert_true(column_of("What a strong answer holds") > COLS / 2);
	assert_true(column_of("What I did.") > COLS / 2);
	stage_key('\n');
	assert_screen("debrief");
	assert_int_equal(column_of("Session 3.00"), 0);
	assert_true(column_of("Next: ") > COLS / 2);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    ON_STAGE(home_has_the_last_sessions_beside_its_menu),
	    ON_STAGE(history_previews_the_selected_session),
	    ON_STAGE(the_preview_is_read_anew),
	    ON_STAGE(the_bank_has_its_question_beside_the_list),
	    ON_STAGE(review_has_the_chart_of_the_selected_signal),
	    ON_STAGE(status_says_what_there_is_beside_the_rows),
	    ON_STAGE(the_rating_has_question_and_answer_beside_it),
	    ON_STAGE(the_reveal_has_the_answer_beside_its_verdict),
	};

	return cmocka_run_group_tests_name("wide", tests, NULL, NULL);
}
