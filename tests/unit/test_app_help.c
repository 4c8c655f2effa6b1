/* SPDX-License-Identifier: MIT */
/* The help over a screen, and windows that are too small. */
#include "app_fixture.h"

static void
help_lists_what_the_screen_is_for_and_all_its_keys(void **state)
{
	struct fixture *fixture = *state;

	app_press(fixture, '?');
	assert_row(fixture, 0, " Keys: home");
	assert_row(fixture, 2, " Where everything begins.");
	assert_row(fixture, 4,
	    " p       Opens the page, of which there is a lot to say, more "
	    "than one row of");
	assert_row(fixture, 5, "         the screen can hold.");
	assert_row(fixture, 6, " q, Esc  Leaves.");
	assert_true(is_shown(fixture, " Ctrl-Z  suspend the program\n"));
	assert_true(is_shown(fixture, "Esc close"));
	assert_false(is_shown(fixture, "home at"));
}

static void
help_takes_the_keys_until_it_is_closed(void **state)
{
	static const int closing[] = {K_ESC, 'q', '?', '\n', K_F1};
	struct fixture *fixture = *state;

	str_clear(&fixture->desk.log);
	for (size_t i = 0; i < sizeof(closing) / sizeof(closing[0]); i++) {
		app_press(fixture, K_F1);
		assert_true(fixture->app.help);
		app_press(fixture, 'p');
		app_send(fixture, EVENT_PASTE, 0);
		assert_log(fixture, "");
		app_press(fixture, closing[i]);
		assert_false(fixture->app.help);
	}
	app_press(fixture, K_F1);
	app_send(fixture, EVENT_TICK, 0);
	assert_log(fixture, "home tick\n");
}

static void
a_new_screen_is_not_hidden_by_the_help_of_the_old(void **state)
{
	struct fixture *fixture = *state;

	app_press(fixture, K_F1);
	app_push(&fixture->app, &app_page, "argument", app_now, &fixture->err);
	assert_row(fixture, 0, "page at 5000");
}

static void
where_text_is_typed_only_f1_helps(void **state)
{
	struct fixture *fixture = *state;

	app_press(fixture, 'n');
	str_clear(&fixture->desk.log);
	app_press(fixture, '?');
	assert_log(fixture, "note ?\n");
	app_press(fixture, K_F1);
	assert_row(fixture, 0, " Keys: note");
	assert_false(is_shown(fixture, "suspend the program"));
}

static void
help_scrolls_to_its_last_row_and_no_further(void **state)
{
	struct fixture *fixture = *state;

	app_resize(fixture, APP_MIN_ROWS, APP_MIN_COLS);
	app_press(fixture, '?');
	assert_row(fixture, 2, " Where everything begins.");
	app_press(fixture, 'j');
	assert_row(fixture, 2, "");
	app_press(fixture, 'G');
	int last = fixture->app.help_top;

	assert_true(is_shown(fixture, "leave the program"));
	app_press(fixture, 'j');
	app_press(fixture, K_PAGE_DOWN);
	assert_int_equal(fixture->app.help_top, last);
	app_press(fixture, 'k');
	assert_int_equal(fixture->app.help_top, last - 1);
	app_press(fixture, 'g');
	app_press(fixture, K_UP);
	assert_int_equal(fixture->app.help_top, 0);
}

static void
help_that_fits_does_not_scroll(void **state)
{
	struct fixture *fixture = *state;

	app_press(fixture, '?');
	app_press(fixture, K_PAGE_DOWN);
	assert_int_equal(fixture->app.help_top, 0);
}

static void
help_follows_a_window_that_grows(void **state)
{
	struct fixture *fixture = *state;

	app_resize(fixture, APP_MIN_ROWS, APP_MIN_COLS);
	app_press(fixture, '?');
	app_press(fixture, 'G');
	app_resize(fixture, APP_ROWS, APP_COLS);
	assert_row(fixture, 2, " Where everything begins.");
}

static void
a_small_window_is_told_what_is_needed(void **state)
{
	struct fixture *fixture = *state;

	app_resize(fixture, 11, 40);
	assert_row(fixture, 5, "         needs 40x12, has 40x11");
	app_resize(fixture, 5, 10);
	assert_row(fixture, 2, "needs 40x1");
	app_resize(fixture, 12, 40);
	assert_row(fixture, 0, "home at 5000");
}

static void
a_small_window_still_passes_keys(void **state)
{
	struct fixture *fixture = *state;

	app_resize(fixture, 1, 1);
	str_clear(&fixture->desk.log);
	app_press(fixture, 'p');
	assert_log(fixture, "home p\nopen page 1x1\n");
}

static void
everything_can_be_drawn_at_any_size(void **state)
{
	struct fixture *fixture = *state;

	app_press(fixture, 'x');
	fixture->desk.broken = true;
	app_run_wanted(&fixture->app);
	for (int help_shown = 0; help_shown < 2; help_shown++) {
		fixture->app.help = help_shown;
		for (int rows = 0; rows < 30; rows++)
			for (int cols = 0; cols < 100; cols += 3) {
				app_resize(fixture, rows, cols);
				app_draw(
				    &fixture->app, &fixture->surface, app_now);
			}
	}
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, app_set_up, app_tear_down)

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    TEST(help_lists_what_the_screen_is_for_and_all_its_keys),
	    TEST(help_takes_the_keys_until_it_is_closed),
	    TEST(a_new_screen_is_not_hidden_by_the_help_of_the_old),
	    TEST(where_text_is_typed_only_f1_helps),
	    TEST(help_scrolls_to_its_last_row_and_no_further),
	    TEST(help_that_fits_does_not_scroll),
	    TEST(help_follows_a_window_that_grows),
	    TEST(a_small_window_is_told_what_is_needed),
	    TEST(a_small_window_still_passes_keys),
	    TEST(everything_can_be_drawn_at_any_size),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests_name("app_help", tests, NULL, NULL);
}
