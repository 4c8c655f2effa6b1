/* SPDX-License-Identifier: MIT */
/* The practice screen where there is much room: what stands beside what. */
#include <string.h>

#include "scene.h"
#include "stage.h"

#include "tui/layout.h"

enum {
	WIDE_ROWS = 60,
	WIDE_COLS = 200,
	FIRST_ROW = 2,
	PROMPT_END = 48, /* the column behind the prompt's pane */
	BODY_COL = PROMPT_END + LAYOUT_GAP,
	SIDE_COL = 154,
};

static const char long_text[] =
    "I owned the funnel of the shop and found that three in a hundred visitors "
    "left at the address form, which nobody had measured before, so I wrote "
    "the events down myself and counted for a week. ";

static void
practise(enum mode mode, int rows, int cols)
{
	struct plan plan = scene_plan();

	plan.has_mode = true;
	plan.mode = mode;
	scene_practise(&plan);
	stage_resize(rows, cols);
}

/* The column at which the text begins in the row; -1: it is not there. */
static int
column_in(int row, const char *text)
{
	const struct surface *surface = stage_surface();
	const struct cell *cells =
	    surface->cells + (size_t)row * (size_t)surface->cols;
	size_t n = strlen(text);

	for (int col = 0; col + (int)n <= surface->cols; col++) {
		size_t at = 0;

		while (at < n && cells[col + (int)at].glyph ==
				     (uint32_t)(unsigned char)text[at])
			at++;
		if (at == n)
			return col;
	}
	return -1;
}

static int
column_of(const char *text)
{
	for (int row = 0; row < stage_surface()->rows; row++)
		if (column_in(row, text) >= 0)
			return column_in(row, text);
	return -1;
}

static void
assert_blank(int row, int col, int cols)
{
	const struct surface *surface = stage_surface();
	const struct cell *cells =
	    surface->cells + (size_t)row * (size_t)surface->cols;

	for (int i = col; i < col + cols; i++)
		assert_int_equal(cells[i].glyph, ' ');
}

static void
prompt_answer_and_track_stand_beside_each_other(void **state)
{
	(void)state;
	practise(MODE_SPOKEN, WIDE_ROWS, WIDE_COLS);
	stage_keys("notes");
	assert_int_equal(column_in(FIRST_ROW, "Tell me about a failure"), 0);
	assert_int_equal(column_in(FIRST_ROW, "notes"), BODY_COL);
	assert_int_equal(column_of("Situation"), SIDE_COL + 1);
	assert_int_equal(stage_caret_row(), FIRST_ROW);
	assert_sees("Limit 3:00; half of it is 1:30.");
	assert_sees("Spoken: what you type are notes.");
}

static void
a_line_is_never_wider_than_its_measure(void **state)
{
	(void)state;
	practise(MODE_TYPED, WIDE_ROWS, WIDE_COLS);
	for (int i = 0; i < 5; i++)
		stage_keys(long_text);
	for (int row = FIRST_ROW; row < WIDE_ROWS - 2; row++) {
		assert_blank(row, PROMPT_END, LAYOUT_GAP);
		assert_blank(row, BODY_COL + LAYOUT_MEASURE,
		    WIDE_COLS - BODY_COL - LAYOUT_MEASURE);
	}
	stage_resize(40, 120);
	for (int row = FIRST_ROW + 2; row < 38; row++)
		assert_blank(row, LAYOUT_MEASURE, 120 - LAYOUT_MEASURE);
}

/* The panel shows no list of headings to fill in: nor does this. */
static void
a_typed_answer_is_not_shown_its_sections(void **state)
{
	(void)state;
	practise(MODE_TYPED, WIDE_ROWS, WIDE_COLS);
	assert_sees("Typed.");
	assert_sees_not("Situation");
	assert_sees_not("Result");
}

static void
think_time_shows_what_is_rated_beside_the_prompt(void **state)
{
	struct plan plan = scene_plan();

	(void)state;
	plan.think_s = 30;
	scene_practise(&plan);
	stage_resize(WIDE_ROWS, WIDE_COLS);
	assert_int_equal(column_of("Think. Enter starts"), BODY_COL);
	assert_sees("Limit 3:00; half of it is 1:30.");
	assert_true(column_of("Situation: ") > BODY_COL);
	assert_int_equal(column_in(FIRST_ROW, "Tell me about a failure"), 0);
}

/* Where it has a column of its own it leaves the answer be. */
static void
a_hint_stands_beside_the_answer_that_goes_on(void **state)
{
	(void)state;
	practise(MODE_TYPED, WIDE_ROWS, WIDE_COLS);
	stage_keys("before");
	stage_key(K_F4);
	assert_int_equal(column_of("Name the number"), SIDE_COL);
	stage_keys(" after");
	assert_int_equal(column_in(FIRST_ROW, "before after"), BODY_COL);
	stage_key(K_ESC);
	assert_sees_not("Name the number");
	assert_sees("before after");
	stage_resize(STAGE_ROWS, STAGE_COLS);
	stage_key(K_F4);
	assert_sees_not("before after");
	stage_keys("x");
	stage_key(K_F4);
	assert_sees("before after");
	assert_sees_not("before afterx");
}

static void
clock_track_and_hint_share_the_side(void **state)
{
	(void)state;
	stage_ascii();
	practise(MODE_SPOKEN, 40, 120);
	stage_key('\t');
	stage_key(K_F4);
	assert_true(column_of("####   #### ####") > 120 - 46 - 1);
	assert_int_equal(column_of(">Situation"), 120 - 46);
	assert_int_equal(column_of("Name the number"), 120 - 46);
	stage_resize(12, 120);
	assert_sees(">Situation");
	assert_sees_not("####   #### ####");
}

/* A size in between, the other way, and back: the text stays. */
static void
the_answer_follows_the_size(void **state)
{
	(void)state;
	practise(MODE_TYPED, STAGE_ROWS, STAGE_COLS);
	stage_keys("first\nlast");
	stage_resize(WIDE_ROWS, WIDE_COLS);
	assert_int_equal(stage_caret_row(), FIRST_ROW + 1);
	stage_resize(APP_MIN_ROWS, APP_MIN_COLS);
	assert_sees("last");
	stage_resize(WIDE_ROWS, 150);
	assert_int_equal(column_in(FIRST_ROW, "Tell me about a failure"), 0);
	assert_true(column_in(FIRST_ROW, "first") > 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    ON_STAGE(prompt_answer_and_track_stand_beside_each_other),
	    ON_STAGE(a_line_is_never_wider_than_its_measure),
	    ON_STAGE(a_typed_answer_is_not_shown_its_sections),
	    ON_STAGE(think_time_shows_what_is_rated_beside_the_prompt),
	    ON_STAGE(a_hint_stands_beside_the_answer_that_goes_on),
	    ON_STAGE(clock_track_and_hint_share_the_side),
	    ON_STAGE(the_answer_follows_the_size),
	};

	return cmocka_run_group_tests_name("practice wide", tests, NULL, NULL);
}
