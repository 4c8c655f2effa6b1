/* SPDX-License-Identifier: MIT */
#include "unit.h"

#include "tui/field.h"

static int
setup(void **state)
{
	static struct field field;

	field_init(&field);
	*state = &field;
	return 0;
}

static int
teardown(void **state)
{
	field_release(*state);
	return 0;
}

static void
assert_drawn(
    const struct field *field, int cols, const char *expected, int caret_col)
{
	struct surface surface;
	struct str text = STR_INIT;

	surface_init(&surface, 1, 12);
	surface_text(&surface, 0, 0, 12, ROLE_TEXT, "............");
	field_draw(field, &surface, 0, 2, cols, true);
	surface_row_text(&surface, 0, &text);
	assert_string_equal(text.s, expected);
	assert_int_equal(surface.caret_col, caret_col);
	str_release(&text);
	surface_release(&surface);
}

static void
text_is_edited(void **state)
{
	field_set(*state, "loop");
	assert_true(field_key(*state, 's'));
	assert_true(field_key(*state, K_HOME));
	assert_true(field_key(*state, K_DELETE));
	assert_string_equal(field_text(*state), "oops");
	assert_true(field_key(*state, K_CTRL('K')));
	assert_string_equal(field_text(*state), "");
}

static void
keys_of_the_form_are_not_taken(void **state)
{
	static const int keys[] = {'\n', '\t', K_ESC, K_UP, K_DOWN, K_PAGE_UP,
	    K_PAGE_DOWN, K_BACKTAB, K_F1, K_CTRL('D'), K_CTRL('C')};

	field_set(*state, "x");
	for (size_t i = 0; i < sizeof(keys) / sizeof(keys[0]); i++)
		assert_false(field_key(*state, keys[i]));
	assert_string_equal(field_text(*state), "x");
}

static void
it_holds_no_newline(void **state)
{
	field_set(*state, "one\ntwo\r\n");
	assert_string_equal(field_text(*state), "one two  ");
	field_paste(*state, "\n3", 2);
	assert_string_equal(field_text(*state), "one two   3");
}

static void
it_scrolls_so_that_the_caret_shows(void **state)
{
	field_set(*state, "abc");
	assert_drawn(*state, 6, "..abc   ....", 5);
	field_set(*state, "abcdefgh");
	assert_drawn(*state, 6, "..defgh ....", 7);
	assert_true(field_key(*state, K_HOME));
	assert_drawn(*state, 6, "..abcdef....", 2);
	field_set(*state, "日本語日本語");
	assert_drawn(*state, 6, "..本語  ....", 6);
	assert_drawn(*state, 1, ".. .........", 2);
	assert_drawn(*state, 0, "............", -1);
}

static void
the_whole_field_has_its_role(void **state)
{
	struct surface surface;

	surface_init(&surface, 1, 12);
	field_draw(*state, &surface, 0, 2, 6, false);
	for (int col = 0; col < 12; col++)
		assert_int_equal(surface.cells[col].role,
		    col >= 2 && col < 8 ? ROLE_FIELD : ROLE_TEXT);
	assert_int_equal(surface.caret_col, -1);
	surface_release(&surface);
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, setup, teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    TEST(text_is_edited),
	    TEST(keys_of_the_form_are_not_taken),
	    TEST(it_holds_no_newline),
	    TEST(it_scrolls_so_that_the_caret_shows),
	    TEST(the_whole_field_has_its_role),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests_name("field", tests, NULL, NULL);
}
