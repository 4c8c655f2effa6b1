/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "unit.h"

#include "base/str.h"
#include "core/material.h"
#include "screens/figures.h"
#include "tui/table.h"

static struct material material;

static void
given(const char *const *rows)
{
	for (; *rows != NULL; rows++)
		material_add_row(&material, *rows);
}

#define GIVEN(...) given((const char *const[]){__VA_ARGS__, NULL})

static int
tear_down(void **state)
{
	(void)state;
	material_release(&material);
	return 0;
}

/* What is drawn at that width, without the first `skip` rows, in `rows`. */
static void
assert_drawn(int rows, int cols, int skip, const char *expected)
{
	struct table table = figures_table(&material);
	struct surface surface;
	struct str out = STR_INIT;

	surface_init(&surface, rows, cols);
	assert_int_equal(
	    table_draw(&surface, surface_area(&surface), &table, skip),
	    table_rows(&table, cols));
	surface_all_text(&surface, &out);
	assert_string_equal(out.s, expected);
	str_release(&out);
	surface_release(&surface);
}

static void
assert_table(int cols, const char *expected)
{
	struct table table = figures_table(&material);

	assert_drawn(table_rows(&table, cols), cols, 0, expected);
}

static void
numbers_stand_at_the_right(void **state)
{
	(void)state;
	GIVEN("Device|Paid|Share", "Android|25,920|+9%", "iOS|940|-12.5%");
	assert_table(40, "Device     Paid   Share\n"
			 "Android  25,920     +9%\n"
			 "iOS         940  -12.5%\n");
}

static void
a_column_with_a_word_stands_at_the_left(void **state)
{
	(void)state;
	GIVEN("Input|Value", "Videos|10 million", "Copies|2");
	assert_table(40, "Input   Value\n"
			 "Videos  10 million\n"
			 "Copies  2\n");
}

static void
columns_are_as_wide_as_they_look(void **state)
{
	(void)state;
	GIVEN("城市|Orders", "上海|5", "e\xcc\x81t\xc3\xa9|12");
	assert_table(40, "城市  Orders\n"
			 "上海       5\n"
			 "e\xcc\x81t\xc3\xa9       12\n");
}

static void
long_cells_wrap_between_words(void **state)
{
	(void)state;
	GIVEN("Measure|Control", "Opened the app on day 28|71.0%",
	    "Minutes|62.0");
	assert_table(20, "Measure     Control\n"
			 "Opened the    71.0%\n"
			 "app on day\n"
			 "28\n"
			 "Minutes        62.0\n");
}

static void
a_long_header_stands_on_its_column(void **state)
{
	(void)state;
	GIVEN("City|Orders per household", "A|0.5", "B|0.8");
	assert_table(16, "      Orders per\n"
			 "City   household\n"
			 "A            0.5\n"
			 "B            0.8\n");
}

static void
where_words_have_no_room_a_row_is_a_sentence(void **state)
{
	(void)state;
	GIVEN("Device|Basket|Paid", "Android|40,000|25,920", "iOS||14,390");
	assert_table(16, "Device: Android;\n"
			 "Basket: 40,000;\n"
			 "Paid: 25,920\n"
			 "Device: iOS;\n"
			 "Paid: 14,390\n");
}

static void
rows_are_scrolled_away_and_cut_off(void **state)
{
	(void)state;
	GIVEN("Step|People", "one|1", "two|2", "three|3");
	assert_drawn(2, 20, 2, "two         2\nthree       3\n");
	assert_drawn(2, 20, 0, "Step   People\none         1\n");
	assert_drawn(1, 12, 1, "People: 1\n");
}

static void
a_header_alone_is_no_table(void **state)
{
	struct table table = figures_table(&material);

	(void)state;
	assert_int_equal(table_rows(&table, 40), 0);
	GIVEN("Step|People");
	table = figures_table(&material);
	assert_int_equal(table_rows(&table, 40), 0);
}

static void
no_width_breaks_it(void **state)
{
	struct table table;

	(void)state;
	GIVEN("Step|上海 People|C", "a b c|1|x", "d||y");
	table = figures_table(&material);
	for (int cols = 0; cols < 40; cols++) {
		struct surface surface;

		surface_init(&surface, 3, cols > 0 ? cols : 1);
		table_draw(&surface, (struct area){0, 0, 3, cols}, &table, 1);
		surface_release(&surface);
	}
}

static void
a_listener_hears_each_cell_behind_its_header(void **state)
{
	struct str out = STR_INIT;

	(void)state;
	GIVEN("Comments||Never answered", "All|240|96", "With a name||12");
	material_lines(&material, &out);
	assert_string_equal(out.s, "\nComments: All; 240; Never answered: 96"
				   "\nComments: With a name; "
				   "Never answered: 12");
	str_release(&out);
}

#define TABLE(test) cmocka_unit_test_teardown(test, tear_down)

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    TABLE(numbers_stand_at_the_right),
	    TABLE(a_column_with_a_word_stands_at_the_left),
	    TABLE(columns_are_as_wide_as_they_look),
	    TABLE(long_cells_wrap_between_words),
	    TABLE(a_long_header_stands_on_its_column),
	    TABLE(where_words_have_no_room_a_row_is_a_sentence),
	    TABLE(rows_are_scrolled_away_and_cut_off),
	    TABLE(a_header_alone_is_no_table),
	    TABLE(no_width_breaks_it),
	    TABLE(a_listener_hears_each_cell_behind_its_header),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests_name("table", tests, NULL, NULL);
}
