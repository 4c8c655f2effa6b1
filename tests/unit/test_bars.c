/* SPDX-License-Identifier: MIT */
#include "unit.h"

#include "tui/bars.h"

static void
assert_bar(struct bar bar, bool ascii, int cols, const char *expected)
{
	struct surface surface;
	struct str text = STR_INIT;

	surface_init(&surface, 1, 20);
	surface.ascii = ascii;
	bar_draw(&bar, &surface, 0, 0, cols);
	surface_row_text(&surface, 0, &text);
	assert_string_equal(text.s, expected);
	str_release(&text);
	surface_release(&surface);
}

static void
parts_are_as_long_as_they_are_large(void **state)
{
	struct bar bar = {.parts = {2, 1, 0, 1}, .most = 8, .mark = -1};

	(void)state;
	assert_bar(bar, false, 16, "████▓▓░░");
	assert_bar(bar, true, 16, "####++..");
	assert_bar(bar, false, 8, "██▓░");
}

static void
what_is_there_shows(void **state)
{
	struct bar bar = {.parts = {0, 0, 0.01, 0}, .most = 100, .mark = -1};

	(void)state;
	assert_bar(bar, false, 10, "▒");
	bar.parts[2] = 0;
	assert_bar(bar, false, 10, "");
}

static void
nothing_is_longer_than_its_room(void **state)
{
	struct bar bar = {.parts = {50, 50, 0, 0}, .most = 10, .mark = 500};

	(void)state;
	assert_bar(bar, true, 4, "###|");
	assert_bar(bar, true, 0, "");
}

static void
a_mark_stands_across_the_bar(void **state)
{
	struct bar bar = {.parts = {1, 0, 0, 0}, .most = 2, .mark = 1.5};

	(void)state;
	assert_bar(bar, true, 9, "##### |");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(parts_are_as_long_as_they_are_large),
	    cmocka_unit_test(what_is_there_shows),
	    cmocka_unit_test(nothing_is_longer_than_its_room),
	    cmocka_unit_test(a_mark_stands_across_the_bar),
	};

	return cmocka_run_group_tests_name("bars", tests, NULL, NULL);
}
