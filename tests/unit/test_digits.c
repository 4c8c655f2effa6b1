/* SPDX-License-Identifier: MIT */
#include <locale.h>

#include "unit.h"

#include "tui/digits.h"

enum { ROWS = 6, COLS = 30 };

static int
setup(void **state)
{
	static struct surface surface;

	surface_init(&surface, ROWS, COLS);
	surface.ascii = true;
	*state = &surface;
	return 0;
}

static int
teardown(void **state)
{
	surface_release(*state);
	return 0;
}

static void
assert_shows(const struct surface *surface, const char *expected)
{
	struct str out = STR_INIT;

	surface_all_text(surface, &out);
	assert_string_equal(out.s, expected);
	str_release(&out);
}

static void
a_clock_is_drawn_in_segments(void **state)
{
	struct surface *surface = *state;

	assert_int_equal(digits_cols("0:59"), 4 + 1 + 1 + 1 + 4 + 1 + 4);
	digits_draw(
	    surface, (struct area){0, 0, DIGITS_ROWS, 16}, ROLE_BAD, "0:59");
	assert_shows(surface, "####   #### ####\n"
			      "#  # # #    #  #\n"
			      "#  #   #### ####\n"
			      "#  # #    #    #\n"
			      "####   #### ####\n"
			      "\n");
	assert_int_equal(surface->cells[0].role, ROLE_BAD);
}

static void
every_digit_has_its_own_shape(void **state)
{
	(void)state;
	for (char one = '0'; one <= '9'; one++)
		for (char other = '0'; other < one; other++) {
			struct surface a, b;
			struct str as = STR_INIT, bs = STR_INIT;
			const struct area area = {0, 0, DIGITS_ROWS, 4};

			surface_init(&a, DIGITS_ROWS, 4);
			surface_init(&b, DIGITS_ROWS, 4);
			digits_draw(&a, area, ROLE_TEXT, (char[]){one, '\0'});
			digits_draw(&b, area, ROLE_TEXT, (char[]){other, '\0'});
			surface_all_text(&a, &as);
			surface_all_text(&b, &bs);
			assert_string_not_equal(as.s, bs.s);
			str_release(&as);
			str_release(&bs);
			surface_release(&a);
			surface_release(&b);
		}
}

/* So that the last digit of a countdown stays where it is. */
static void
it_ends_at_the_right_of_its_area(void **state)
{
	struct surface *surface = *state;

	digits_draw(
	    surface, (struct area){0, 2, DIGITS_ROWS, 12}, ROLE_TEXT, "+1");
	assert_shows(surface, "             #\n"
			      "       #     #\n"
			      "      ###    #\n"
			      "       #     #\n"
			      "             #\n"
			      "\n");
}

static void
words_are_left_out(void **state)
{
	struct surface *surface = *state;

	assert_int_equal(digits_cols("think 7 left!"), 4);
	assert_int_equal(digits_cols("clock hidden"), 0);
	digits_draw(surface, (struct area){0, 0, DIGITS_ROWS, 4}, ROLE_TEXT,
	    "think 7 left!");
	assert_shows(surface, "####\n   #\n   #\n   #\n   #\n\n");
}

static void
a_digit_that_is_not_given_leaves_its_line(void **state)
{
	struct surface *surface = *state;

	digits_draw(
	    surface, (struct area){0, 0, DIGITS_ROWS, 9}, ROLE_TEXT, "1_");
	assert_shows(surface, "   #\n   #\n   #\n   #\n   # ####\n\n");
}

static void
what_does_not_fit_is_not_begun(void **state)
{
	struct surface *surface = *state;

	digits_draw(
	    surface, (struct area){0, 0, DIGITS_ROWS, 8}, ROLE_TEXT, "10");
	digits_draw(surface, (struct area){0, 0, DIGITS_ROWS - 1, COLS},
	    ROLE_TEXT, "10");
	assert_shows(surface, "\n\n\n\n\n\n");
}

static void
blocks_are_drawn_where_there_is_more_than_ascii(void **state)
{
	struct surface *surface = *state;
	struct str out = STR_INIT;

	surface->ascii = false;
	digits_draw(
	    surface, (struct area){0, 0, DIGITS_ROWS, 4}, ROLE_TEXT, "7");
	surface_row_text(surface, 0, &out);
	assert_string_equal(out.s, "████");
	str_release(&out);
}

#define ON_A_SURFACE(test)                                                     \
	cmocka_unit_test_setup_teardown(test, setup, teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    ON_A_SURFACE(a_clock_is_drawn_in_segments),
	    cmocka_unit_test(every_digit_has_its_own_shape),
	    ON_A_SURFACE(it_ends_at_the_right_of_its_area),
	    ON_A_SURFACE(words_are_left_out),
	    ON_A_SURFACE(a_digit_that_is_not_given_leaves_its_line),
	    ON_A_SURFACE(what_does_not_fit_is_not_begun),
	    ON_A_SURFACE(blocks_are_drawn_where_there_is_more_than_ascii),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests_name("digits", tests, NULL, NULL);
}
