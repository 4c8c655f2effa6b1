/* SPDX-License-Identifier: MIT */
#include <locale.h>

#include "unit.h"

#include "tui/flow.h"
#include "tui/laid.h"

enum { ROWS = 6, COLS = 24 };

static const char *const texts[] = {
    "",
    "one",
    "a line\n\nand one more, which is longer than the row is\r\nlast",
    "增长 by 12 %, cafe\u0301 of a family 👨‍👩‍👧 and so on",
    "Unbreakableunbreakableunbreakable",
};

enum { TEXTS = sizeof(texts) / sizeof(texts[0]) };

static void
assert_same(const struct surface *one, const struct surface *other)
{
	struct str a = STR_INIT, b = STR_INIT;

	surface_all_text(one, &a);
	surface_all_text(other, &b);
	assert_string_equal(a.s, b.s);
	str_release(&a);
	str_release(&b);
}

/* Whatever was laid out before. */
static void
it_is_laid_out_as_a_flow_is(void **state)
{
	struct laid laid = {0};
	struct surface flow, kept;

	(void)state;
	surface_init(&flow, ROWS, COLS);
	surface_init(&kept, ROWS, COLS);
	for (size_t i = 0; i < TEXTS * TEXTS; i++)
		for (int cols = 1; cols <= COLS; cols += 7) {
			const char *text = texts[i % TEXTS];
			struct area area = {1, 0, ROWS - 2, cols};
			int skip = (int)(i / TEXTS);

			surface_clear(&flow);
			surface_clear(&kept);
			int rows =
			    flow_draw(&flow, area, ROLE_TEXT, text, skip);

			assert_int_equal(laid_rows(&laid, text, cols), rows);
			laid_draw(&laid, &kept, area, ROLE_TEXT, skip);
			assert_same(&flow, &kept);
		}
	laid_release(&laid);
	surface_release(&flow);
	surface_release(&kept);
}

static void
the_same_text_is_laid_out_once(void **state)
{
	struct laid laid = {0};
	char text[] = "one two three";

	(void)state;
	assert_int_equal(laid_rows(&laid, text, 8), 2);
	const char *kept = laid.text;

	assert_int_equal(laid_rows(&laid, text, 8), 2);
	assert_ptr_equal(laid.text, kept);
	text[0] = 'O';
	assert_int_equal(laid_rows(&laid, text, 8), 2);
	assert_string_equal(laid.text, text);
	assert_int_equal(laid_rows(&laid, text, 4), 4);
	laid_release(&laid);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(it_is_laid_out_as_a_flow_is),
	    cmocka_unit_test(the_same_text_is_laid_out_once),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests_name("laid", tests, NULL, NULL);
}
