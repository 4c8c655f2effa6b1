/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "unit.h"

#include "tui/spread.h"
#include "tui/layout.h"

enum { LONG_TEXT = 400 };

static void
three_rows(const void *arg, struct page *page)
{
	(void)arg;
	page_text(page, 0, ROLE_TEXT, "a\nb\nc");
}

static void
one_row(const void *arg, struct page *page)
{
	page_text(page, 0, ROLE_TEXT, arg);
}

static const struct spread spread = {three_rows, one_row};

static struct str
drawn(int rows, int cols, int top, const char *text)
{
	struct surface surface;
	struct str out = STR_INIT;

	surface_init(&surface, rows, cols);
	spread_draw(
	    &spread, text, &surface, (struct area){0, 0, rows, cols}, top);
	surface_all_text(&surface, &out);
	surface_release(&surface);
	return out;
}

static void
one_part_stands_under_the_other(void **state)
{
	struct str out = drawn(6, 40, 0, "second");

	(void)state;
	assert_string_equal(out.s, "a\nb\nc\n\nsecond\n\n");
	assert_int_equal(spread_rows(&spread, "second", 40), 5);
	str_release(&out);
	out = drawn(2, 40, 3, "second");
	assert_string_equal(out.s, "\nsecond\n");
	str_release(&out);
}

static void
they_stand_beside_each_other_where_it_is_wide(void **state)
{
	struct str out = drawn(3, LAYOUT_WIDE_COLS, 0, "second");

	(void)state;
	assert_non_null(strstr(out.s, " second\nb\nc\n"));
	assert_int_equal(spread_rows(&spread, "second", 150), 3);
	str_release(&out);
	out = drawn(2, LAYOUT_WIDE_COLS, 1, "second");
	assert_string_equal(out.s, "b\nc\n");
	str_release(&out);
}

/* The longer part says how far it scrolls. */
static void
the_rows_are_those_of_the_longer_part(void **state)
{
	(void)state;
	assert_int_equal(spread_rows(&spread, "1\n2\n3\n4\n5", 200), 5);
}

static void
no_line_is_wider_than_its_measure(void **state)
{
	char text[LONG_TEXT + 1];
	struct str out;

	(void)state;
	memset(text, 'x', LONG_TEXT);
	text[LONG_TEXT] = '\0';
	out = drawn(9, LAYOUT_WIDE_COLS - 1, 0, text);
	for (char *row = strtok(out.s, "\n"); row; row = strtok(NULL, "\n"))
		assert_true(strlen(row) <= LAYOUT_MEASURE);
	str_release(&out);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(one_part_stands_under_the_other),
	    cmocka_unit_test(they_stand_beside_each_other_where_it_is_wide),
	    cmocka_unit_test(the_rows_are_those_of_the_longer_part),
	    cmocka_unit_test(no_line_is_wider_than_its_measure),
	};

	return cmocka_run_group_tests_name("spread", tests, NULL, NULL);
}
