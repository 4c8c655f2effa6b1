/* SPDX-License-Identifier: MIT */
#include "unit.h"

#include "tui/event.h"
#include "tui/list.h"

enum { PAGE = 5 };

static void
press(struct list *list, int key)
{
	assert_true(list_key(list, key, PAGE));
}

static void
assert_at(const struct list *list, int selected, int top)
{
	assert_int_equal(list->selected, selected);
	assert_int_equal(list->top, top);
}

static void
keys_move_the_selection(void **state)
{
	struct list list = {.n = 20};

	(void)state;
	press(&list, 'j');
	press(&list, K_DOWN);
	assert_at(&list, 2, 0);
	press(&list, 'k');
	assert_at(&list, 1, 0);
	press(&list, K_UP);
	press(&list, K_UP);
	assert_at(&list, 0, 0);
	press(&list, 'G');
	assert_at(&list, 19, 15);
	press(&list, 'j');
	assert_at(&list, 19, 15);
	press(&list, 'g');
	assert_at(&list, 0, 0);
	press(&list, K_END);
	press(&list, K_HOME);
	assert_at(&list, 0, 0);
}

static void
pages_keep_a_row_and_half_pages_move_half(void **state)
{
	struct list list = {.n = 20};

	(void)state;
	press(&list, K_PAGE_DOWN);
	assert_at(&list, 4, 0);
	press(&list, K_PAGE_DOWN);
	assert_at(&list, 8, 4);
	press(&list, K_CTRL('D'));
	assert_at(&list, 10, 6);
	press(&list, K_CTRL('U'));
	press(&list, K_PAGE_UP);
	assert_at(&list, 4, 4);
}

static void
the_page_scrolls_only_when_it_must(void **state)
{
	struct list list = {.n = 20};

	(void)state;
	for (int i = 0; i < 5; i++)
		press(&list, 'j');
	assert_at(&list, 5, 1);
	for (int i = 0; i < 4; i++)
		press(&list, 'k');
	assert_at(&list, 1, 1);
	press(&list, 'k');
	assert_at(&list, 0, 0);
}

static void
other_keys_are_not_taken(void **state)
{
	struct list list = {.n = 20, .selected = 3};

	(void)state;
	assert_false(list_key(&list, '\n', PAGE));
	assert_false(list_key(&list, K_ESC, PAGE));
	assert_false(list_key(&list, 'q', PAGE));
	assert_false(list_key(&list, K_LEFT, PAGE));
	assert_at(&list, 3, 0);
}

static void
fitting_follows_a_list_that_shrinks(void **state)
{
	struct list list = {.n = 20, .selected = 19, .top = 15};

	(void)state;
	list_fit(&list, 8, PAGE);
	assert_at(&list, 7, 3);
	list_fit(&list, 8, 20);
	assert_at(&list, 7, 0);
	list_fit(&list, 0, PAGE);
	assert_at(&list, 0, 0);
	list_fit(&list, 3, 0);
	assert_at(&list, 0, 0);
}

static void
an_empty_list_takes_its_keys(void **state)
{
	struct list list = {0};

	(void)state;
	press(&list, 'j');
	press(&list, 'G');
	press(&list, 'g');
	press(&list, K_PAGE_UP);
	assert_at(&list, 0, 0);
}

static void
draw_row(const void *arg, int index, struct surface *surface, struct area area,
    enum role role)
{
	const char *const *rows = arg;

	assert_int_equal(area.rows, 1);
	surface_text_cut(
	    surface, area.row, area.col, area.cols, role, rows[index]);
}

static const char *const rows[] = {"zero", "one", "two", "three", "four"};

static void
assert_drawn(const struct list *list, struct area area, const char *expected,
    int caret_row)
{
	struct surface surface;
	struct str text = STR_INIT;

	surface_init(&surface, 4, 12);
	list_draw(list, &surface, area, draw_row, rows);
	surface_all_text(&surface, &text);
	assert_string_equal(text.s, expected);
	assert_int_equal(surface.caret_row, caret_row);
	str_release(&text);
	surface_release(&surface);
}

static void
the_selected_row_has_a_mark_and_the_caret(void **state)
{
	struct list list = {.n = 5, .selected = 2, .top = 1};

	(void)state;
	assert_drawn(&list, (struct area){0, 0, 4, 12},
	    "  one\n> two\n  three\n  four\n", 1);
	assert_drawn(
	    &list, (struct area){1, 3, 2, 9}, "\n     one\n   > two\n\n", 2);
}

static void
the_whole_selected_row_has_its_role(void **state)
{
	struct list list = {.n = 5, .selected = 1};
	struct surface surface;

	(void)state;
	surface_init(&surface, 4, 12);
	list_draw(&list, &surface, (struct area){0, 2, 4, 9}, draw_row, rows);
	for (int col = 0; col < 12; col++) {
		bool inside = col >= 2 && col < 11;

		assert_int_equal(surface.cells[12 + col].role,
		    inside ? ROLE_SELECTED : ROLE_TEXT);
		assert_int_equal(surface.cells[col].role, ROLE_TEXT);
	}
	assert_int_equal(surface.caret_col, 2);
	surface_release(&surface);
}

static void
a_smaller_area_still_shows_the_selection(void **state)
{
	struct list list = {.n = 5, .selected = 3, .top = 0};

	(void)state;
	assert_drawn(
	    &list, (struct area){0, 0, 2, 12}, "  two\n> three\n\n\n", 1);
	assert_drawn(&list, (struct area){0, 0, 1, 1}, ">\n\n\n\n", 0);
	assert_drawn(&list, (struct area){0, 0, 0, 0}, "\n\n\n\n", -1);
}

static void
an_empty_list_draws_nothing(void **state)
{
	struct list list = {0};

	(void)state;
	assert_drawn(&list, (struct area){0, 0, 4, 12}, "\n\n\n\n", -1);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(keys_move_the_selection),
	    cmocka_unit_test(pages_keep_a_row_and_half_pages_move_half),
	    cmocka_unit_test(the_page_scrolls_only_when_it_must),
	    cmocka_unit_test(other_keys_are_not_taken),
	    cmocka_unit_test(fitting_follows_a_list_that_shrinks),
	    cmocka_unit_test(an_empty_list_takes_its_keys),
	    cmocka_unit_test(the_selected_row_has_a_mark_and_the_caret),
	    cmocka_unit_test(the_whole_selected_row_has_its_role),
	    cmocka_unit_test(a_smaller_area_still_shows_the_selection),
	    cmocka_unit_test(an_empty_list_draws_nothing),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests_name("tui_list", tests, NULL, NULL);
}
