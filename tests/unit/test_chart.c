/* SPDX-License-Identifier: MIT */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "unit.h"

#include "tui/chart.h"

enum { MANY = 500, POINT = 0x25cf, CURSOR = 0x25c6 };
enum { TRIANGLE = 0x25b2, SQUARE = 0x25a0 };

static const char *const dates[] = {
    "11-01", "11-02", "11-03", "11-04", "11-05", "11-06"};

static struct chart
chart_of(const double *values, int n, enum canvas_kind kind)
{
	return (struct chart){
	    .values = values,
	    .labels = dates,
	    .n = n,
	    .low = 1,
	    .high = 5,
	    .bar = 3.5,
	    .cursor = -1,
	    .kind = kind,
	};
}

static void
draw(const struct chart *chart, struct surface *surface, int rows, int cols)
{
	surface_init(surface, rows, cols);
	chart_draw(chart, surface, surface_area(surface));
}

static void
assert_chart(
    const struct chart *chart, int rows, int cols, const char *expected)
{
	struct surface surface;
	struct str text = STR_INIT;

	draw(chart, &surface, rows, cols);
	surface_all_text(&surface, &text);
	assert_string_equal(text.s, expected);
	str_release(&text);
	surface_release(&surface);
}

static int
count_glyphs(const struct surface *surface, uint32_t glyph, enum role role)
{
	int n = 0;

	for (int i = 0; i < surface->rows * surface->cols; i++)
		n += surface->cells[i].glyph == glyph &&
		     surface->cells[i].role == role;
	return n;
}

static int
count_role(const struct surface *surface, enum role role)
{
	int n = 0;

	for (int i = 0; i < surface->rows * surface->cols; i++)
		n += surface->cells[i].role == role;
	return n;
}

static const double steady[] = {2, 3, 2.5, 4};

static void
points_are_marked_and_joined_in_braille(void **state)
{
	struct chart chart = chart_of(steady, 4, CANVAS_BRAILLE);

	(void)state;
	chart.cursor = 2;
	assert_chart(&chart, 10, 40,
	    "  5┤\n"
	    "   │\n"
	    "  4┤                                ⣀⠤⠒●\n"
	    "3.5┤ ⠉ ⠉ ⠉ ⠉ ⠉ ⠉ ⠉ ⠉ ⠉ ⠉ ⠉ ⠉ ⠉ ⠉⣀⠭⠒⠉ ⠉ ⠉\n"
	    "  3┤       ⣀⡠⠤⠔⠒●⠉⠑⠒⠒⠒⠢⠤⠤⠤⢄⣀◆⠤⠒⠉\n"
	    "  2┤ ●⠤⠔⠒⠊⠉\n"
	    "   │\n"
	    "  1┤\n"
	    "   └─┬──────────┬───────────┬──────────┬\n"
	    "   11-01      11-02       11-03    11-04\n");
}

static void
half_blocks_have_a_thin_bar(void **state)
{
	struct chart chart = chart_of(steady, 4, CANVAS_BLOCK);

	(void)state;
	assert_chart(&chart, 10, 40,
	    "  5┤\n"
	    "   │\n"
	    "  4┤                                ▄▄▀●\n"
	    "3.5┤ ─ ─ ─ ─ ─ ─ ─ ─ ─ ─ ─ ─ ─ ─▄▄▀▀ ─ ─\n"
	    "  3┤       ▄▄▄▄▀●▀▀▀▀▀▀▄▄▄▄▄●▄▀▀\n"
	    "  2┤ ●▄▀▀▀▀\n"
	    "   │\n"
	    "  1┤\n"
	    "   └─┬──────────┬───────────┬──────────┬\n"
	    "   11-01      11-02       11-03    11-04\n");
}

static const char in_ascii[] = "  5+\n"
			       "   |\n"
			       "  4+                                 ..*\n"
			       "3.5+ - - - - - - - - - - - - - ......- -\n"
			       "  3+       .....*...........@..\n"
			       "  2+ *.....\n"
			       "   |\n"
			       "  1+\n"
			       "   +-+----------+-----------+----------+\n"
			       "   11-01      11-02       11-03    11-04\n";

static void
ascii_needs_nothing_else(void **state)
{
	struct chart chart = chart_of(steady, 4, CANVAS_ASCII);

	(void)state;
	chart.cursor = 2;
	assert_chart(&chart, 10, 40, in_ascii);
}

static void
an_ascii_surface_overrules_the_kind(void **state)
{
	struct chart chart = chart_of(steady, 4, CANVAS_BRAILLE);
	struct surface surface;
	struct str text = STR_INIT;

	(void)state;
	chart.cursor = 2;
	surface_init(&surface, 10, 40);
	surface.ascii = true;
	chart_draw(&chart, &surface, surface_area(&surface));
	surface_all_text(&surface, &text);
	assert_string_equal(text.s, in_ascii);
	str_release(&text);
	surface_release(&surface);
}

static void
a_small_chart_keeps_what_matters(void **state)
{
	struct chart chart = chart_of(steady, 4, CANVAS_BRAILLE);

	(void)state;
	assert_chart(&chart, 6, 38,
	    "  5┤\n"
	    "3.5┤ ⣀ ⣀ ⣀ ⣀ ⣀ ⣀ ⣀ ⣀ ⣀ ⣀ ⣀ ⣀ ⣀ ⣀ ⣀⣀⣠⠤●\n"
	    "  3┤        ⣀⣀⣀⠤●⠤⠤⣀⣀⣀⣀⣀   ⢀⣀⠤⠔⠒⠊⠉\n"
	    "  2┤ ●⠔⠒⠒⠊⠉⠉            ⠉⠉●⠁\n"
	    "  1┤\n"
	    "   11-01      11-02     11-03    11-04\n");
	assert_chart(&chart, 3, 38,
	    "  5┤                                ⢀●\n"
	    "3.5┤ ⠉ ⠉⣀⣉⣀⣉⣀⡩⠤⠭●⠭⠤⠭⠤⢍⣀⣉⣀⣉●⣉⠤⠭⠤⠛⠒⠋⠉⠉⠁⠉\n"
	    "  1┤ ●⠉⠉\n");
	assert_chart(&chart, 3, 8, "       ●\n⠉⣀●⠤⣉●⠛⠁\n●\n");
}

static void
one_point_stands_in_the_middle(void **state)
{
	static const double value = 4;
	struct chart chart = chart_of(&value, 1, CANVAS_ASCII);

	(void)state;
	chart.smooth = &value;
	assert_chart(&chart, 7, 20,
	    "  5+\n"
	    "  4+        *\n"
	    "3.5+ - - - - - - - -\n"
	    "  3+\n"
	    "  2+\n"
	    "  1+\n"
	    "          11-01\n");
}

static void
no_points_leave_the_axes_and_the_bar(void **state)
{
	struct chart chart = chart_of(NULL, 0, CANVAS_ASCII);

	(void)state;
	assert_chart(&chart, 7, 20,
	    "  5+\n"
	    "  4+\n"
	    "3.5+ - - - - - - - -\n"
	    "  3+\n"
	    "  2+\n"
	    "  1+\n"
	    "\n");
}

static void
points_on_the_bar_are_seen(void **state)
{
	static const double values[] = {3.5, 3.5};
	struct chart chart = chart_of(values, 2, CANVAS_BRAILLE);
	struct surface surface;

	(void)state;
	chart.cursor = 0;
	draw(&chart, &surface, 15, 70);
	assert_int_equal(count_glyphs(&surface, POINT, ROLE_SERIES), 1);
	assert_int_equal(count_glyphs(&surface, CURSOR, ROLE_SELECTED), 1);
	surface_release(&surface);
}

static void
the_smoothed_line_is_under_the_points(void **state)
{
	static const double values[] = {1, 5, 1, 5};
	static const double smooth[] = {1, 2.2, 2.5, 3};
	struct chart chart = chart_of(values, 4, CANVAS_BRAILLE);
	struct surface surface;

	(void)state;
	draw(&chart, &surface, 15, 70);
	assert_int_equal(count_role(&surface, ROLE_SMOOTH), 0);
	surface_release(&surface);
	chart.smooth = smooth;
	draw(&chart, &surface, 15, 70);
	assert_true(count_role(&surface, ROLE_SMOOTH) > 50);
	assert_int_equal(count_glyphs(&surface, POINT, ROLE_SERIES), 4);
	surface_release(&surface);
}

static void
many_points_are_grouped_and_the_cursor_is_among_them(void **state)
{
	double values[MANY];
	const char *labels[MANY];
	struct chart chart = chart_of(values, MANY, CANVAS_BRAILLE);
	struct surface surface;
	struct str text = STR_INIT;

	(void)state;
	for (int i = 0; i < MANY; i++) {
		values[i] = i % 2 == 0 ? 2 : 3;
		labels[i] = i == 0 ? "first" : i == MANY - 1 ? "last" : "some";
	}
	chart.labels = labels;
	for (chart.cursor = 0; chart.cursor < MANY; chart.cursor++) {
		draw(&chart, &surface, 15, 70);
		assert_int_equal(
		    count_glyphs(&surface, CURSOR, ROLE_SELECTED), 1);
		assert_int_equal(
		    count_glyphs(&surface, POINT, ROLE_SERIES), 32);
		if (chart.cursor == 0)
			surface_row_text(&surface, 14, &text);
		surface_release(&surface);
	}
	assert_non_null(strstr(text.s, "first  "));
	assert_string_equal(text.s + strlen(text.s) - 6, "  last");
	str_release(&text);
}

static void
values_off_the_scale_stay_on_the_chart(void **state)
{
	static const double values[] = {-100, 100};
	struct chart chart = chart_of(values, 2, CANVAS_ASCII);

	(void)state;
	assert_chart(&chart, 3, 20,
	    "  5+            ...*\n"
	    "3.5+ - - ....... - -\n"
	    "  1+ *...\n");
}

/* The rows and columns around the area stay as they were. */
static void
any_size_stays_in_its_area(void **state)
{
	(void)state;
	for (int i = 0; i < 3 * 20 * 40; i++) {
		enum canvas_kind kind = (enum canvas_kind)(i % 3);
		int rows = i / 3 % 20;
		int cols = i / 60;
		struct chart chart = chart_of(steady, 4, kind);
		struct surface surface;

		chart.smooth = steady;
		surface_init(&surface, rows + 2, cols + 2);
		chart_draw(&chart, &surface, (struct area){1, 1, rows, cols});
		surface_fill(
		    &surface, (struct area){1, 1, rows, cols}, ROLE_TEXT, true);
		assert_int_equal(count_glyphs(&surface, ' ', ROLE_TEXT),
		    surface.rows * surface.cols);
		surface_release(&surface);
	}
}

static void
a_sparkline_has_its_last_value_at_the_right(void **state)
{
	static const double values[] = {1, 2, 3, 3.5, 4, 5};
	struct surface surface;
	struct str text = STR_INIT;

	(void)state;
	surface_init(&surface, 2, 10);
	chart_sparkline(&surface, 0, 1, 8, values, 6, 1, 5, 3.5);
	surface_row_text(&surface, 0, &text);
	assert_string_equal(text.s, "   ▁▃▅▅▆█");
	assert_int_equal(surface.cells[5].role, ROLE_WARN);
	assert_int_equal(surface.cells[6].role, ROLE_GOOD);
	str_clear(&text);
	surface.ascii = true;
	chart_sparkline(&surface, 1, 1, 4, values, 6, 1, 5, 3.5);
	surface_row_text(&surface, 1, &text);
	assert_string_equal(text.s, " 3445");
	chart_sparkline(&surface, 1, 1, 0, values, 6, 1, 5, 3.5);
	chart_sparkline(&surface, 1, 1, 4, values, 0, 1, 5, 3.5);
	str_release(&text);
	surface_release(&surface);
}

static void
lines_have_both_ends(void **state)
{
	struct canvas canvas;
	struct surface surface;
	struct str text = STR_INIT;

	(void)state;
	surface_init(&surface, 4, 6);
	canvas_init(&canvas, CANVAS_ASCII, surface_area(&surface));
	canvas_line(&canvas, 3, 0, 0, 5, 1, ROLE_SERIES);
	canvas_line(&canvas, 3, 5, 3, 0, 2, ROLE_BAR);
	canvas_dot(&canvas, -1, 0, ROLE_SERIES);
	canvas_dot(&canvas, 0, 6, ROLE_SERIES);
	canvas_show(&canvas, &surface);
	surface_all_text(&surface, &text);
	assert_string_equal(text.s, "     .\n   ..\n ..\n.- - -\n");
	str_release(&text);
	canvas_release(&canvas);
	surface_release(&surface);
}

static void
a_point_without_a_value_is_left_out(void **state)
{
	const double values[] = {2, NAN, 4, NAN, NAN, 3};
	struct chart chart = chart_of(values, 6, CANVAS_BRAILLE);
	struct surface surface;

	(void)state;
	draw(&chart, &surface, 12, 60);
	assert_int_equal(count_glyphs(&surface, POINT, ROLE_SERIES), 3);
	surface_release(&surface);
}

static void
further_series_have_marks_of_their_own(void **state)
{
	const double one[] = {2, NAN, 4}, two[] = {NAN, 5, NAN};
	const double three[] = {1, NAN, 1};
	struct chart chart = chart_of(one, 3, CANVAS_BRAILLE);
	struct surface surface;

	(void)state;
	chart.more[0] = two;
	chart.more[1] = three;
	draw(&chart, &surface, 12, 60);
	assert_int_equal(count_glyphs(&surface, POINT, chart_role(0)), 2);
	assert_int_equal(count_glyphs(&surface, TRIANGLE, chart_role(1)), 1);
	assert_int_equal(count_glyphs(&surface, SQUARE, chart_role(2)), 2);
	assert_string_equal(chart_mark(&surface, 1), "▲");
	surface_release(&surface);
}

/* In each kind of canvas, and where three are at one value too. */
static void
series_that_meet_do_not_hide_each_other(void **state)
{
	static const enum canvas_kind kinds[] = {
	    CANVAS_BRAILLE, CANVAS_BLOCK, CANVAS_ASCII};
	const double one[] = {2, 3, NAN, 4, 1}, two[] = {2, 5, 4, 4, 5};
	const double three[] = {5, 5, 4, 4, 3};

	(void)state;
	for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++) {
		struct chart chart = chart_of(one, 5, kinds[i]);
		struct surface surface;

		chart.more[0] = two;
		chart.more[1] = three;
		draw(&chart, &surface, 12, 60);
		/* 1 and 2, 2 and 3, 2 and 3, all of them, none. */
		assert_int_equal(count_glyphs(&surface,
				     (uint32_t)*CHART_SEVERAL, ROLE_TITLE),
		    4);
		chart.cursor = 3; /* it is seen all the same */
		surface_release(&surface);
		draw(&chart, &surface, 12, 60);
		assert_int_equal(count_glyphs(&surface,
				     (uint32_t)*CHART_SEVERAL, ROLE_TITLE),
		    3);
		surface_release(&surface);
	}
}

static void
the_cursor_stands_on_a_series_that_has_a_value(void **state)
{
	const double one[] = {2, NAN, 4}, two[] = {NAN, 5, NAN};
	struct chart chart = chart_of(one, 3, CANVAS_BRAILLE);
	struct surface surface;

	(void)state;
	chart.more[0] = two;
	chart.cursor = 1;
	draw(&chart, &surface, 12, 60);
	assert_int_equal(count_glyphs(&surface, CURSOR, ROLE_SELECTED), 1);
	assert_int_equal(count_glyphs(&surface, TRIANGLE, chart_role(1)), 0);
	surface_release(&surface);
}

static void
a_group_says_which_points_it_stands_for(void **state)
{
	const struct area area = {0, 0, 12, 25}; /* 20 columns of points */
	double values[40];
	struct chart chart = chart_of(values, 40, CANVAS_BRAILLE);
	int from, to;

	(void)state;
	for (int i = 0; i < 40; i++)
		values[i] = 3;
	chart.cursor = 39;
	chart_group(&chart, area, &from, &to);
	assert_int_equal(from, 36); /* 10 marks of 4 points */
	assert_int_equal(to, 40);
	chart.n = 20;
	chart.cursor = 7;
	chart_group(&chart, area, &from, &to);
	assert_int_equal(from, 7);
	assert_int_equal(to, 8);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(points_are_marked_and_joined_in_braille),
	    cmocka_unit_test(half_blocks_have_a_thin_bar),
	    cmocka_unit_test(ascii_needs_nothing_else),
	    cmocka_unit_test(an_ascii_surface_overrules_the_kind),
	    cmocka_unit_test(a_small_chart_keeps_what_matters),
	    cmocka_unit_test(one_point_stands_in_the_middle),
	    cmocka_unit_test(no_points_leave_the_axes_and_the_bar),
	    cmocka_unit_test(points_on_the_bar_are_seen),
	    cmocka_unit_test(the_smoothed_line_is_under_the_points),
	    cmocka_unit_test(
		many_points_are_grouped_and_the_cursor_is_among_them),
	    cmocka_unit_test(values_off_the_scale_stay_on_the_chart),
	    cmocka_unit_test(any_size_stays_in_its_area),
	    cmocka_unit_test(a_sparkline_has_its_last_value_at_the_right),
	    cmocka_unit_test(lines_have_both_ends),
	    cmocka_unit_test(a_point_without_a_value_is_left_out),
	    cmocka_unit_test(further_series_have_marks_of_their_own),
	    cmocka_unit_test(series_that_meet_do_not_hide_each_other),
	    cmocka_unit_test(the_cursor_stands_on_a_series_that_has_a_value),
	    cmocka_unit_test(a_group_says_which_points_it_stands_for),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests_name("chart", tests, NULL, NULL);
}
