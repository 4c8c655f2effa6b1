/* SPDX-License-Identifier: MIT */
#include "unit.h"

#include "tui/layout.h"

static void
assert_area(struct area area, int row, int col, int rows, int cols)
{
	assert_int_equal(area.row, row);
	assert_int_equal(area.col, col);
	assert_int_equal(area.rows, rows);
	assert_int_equal(area.cols, cols);
}

static void
a_pane_is_cut_off_its_side(void **state)
{
	struct area left = {2, 3, 20, 80};

	(void)state;
	assert_area(layout_top(&left, 4), 2, 3, 4, 80);
	assert_area(layout_bottom(&left, 5), 17, 3, 5, 80);
	assert_area(layout_left(&left, 30), 6, 3, 11, 30);
	assert_area(layout_right(&left, 10), 6, 73, 11, 10);
	assert_area(left, 6, 33, 11, 40);
}

/* The panes and what is left are the whole, whatever is asked for. */
static void
nothing_is_given_twice_or_lost(void **state)
{
	(void)state;
	for (int has = 0; has < 8; has++)
		for (int wants = -3; wants < 12; wants++) {
			struct area left = {1, 1, has, has};
			struct area top = layout_top(&left, wants);
			struct area bottom = layout_bottom(&left, wants);
			struct area west = layout_left(&left, wants);
			struct area east = layout_right(&left, wants);

			assert_int_equal(
			    top.rows + left.rows + bottom.rows, has);
			assert_int_equal(
			    west.cols + left.cols + east.cols, has);
			assert_int_equal(left.row, 1 + top.rows);
			assert_int_equal(left.row + left.rows, bottom.row);
			assert_int_equal(left.col, 1 + west.cols);
			assert_int_equal(left.col + left.cols, east.col);
		}
}

static void
a_line_is_no_wider_than_can_be_read(void **state)
{
	(void)state;
	assert_area(layout_readable((struct area){1, 2, 3, 200}), 1, 2, 3,
	    LAYOUT_MEASURE);
	assert_area(layout_readable((struct area){1, 2, 3, 80}), 1, 2, 3, 80);
}

static void
an_area_holds_its_cells_and_no_others(void **state)
{
	struct area area = {2, 3, 4, 5};

	(void)state;
	assert_true(layout_holds(area, 2, 3));
	assert_true(layout_holds(area, 5, 7));
	assert_false(layout_holds(area, 6, 7));
	assert_false(layout_holds(area, 5, 8));
	assert_false(layout_holds(area, 1, 3));
	assert_false(layout_holds(area, 2, 2));
	assert_true(layout_shows(area));
	assert_false(layout_shows((struct area){2, 3, 0, 5}));
	assert_false(layout_shows((struct area){2, 3, 4, 0}));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_pane_is_cut_off_its_side),
	    cmocka_unit_test(nothing_is_given_twice_or_lost),
	    cmocka_unit_test(a_line_is_no_wider_than_can_be_read),
	    cmocka_unit_test(an_area_holds_its_cells_and_no_others),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
