/* SPDX-License-Identifier: MIT */
/* The stack of screens: what it opens, asks, saves and closes. */
#include <stdio.h>

#include "app_fixture.h"

static void
a_screen_is_opened_drawn_and_closed(void **state)
{
	struct fixture *fixture = *state;

	assert_log(fixture, "open home 80x24\n");
	assert_row(fixture, 0, "home at 5000");
	app_press(fixture, 'q');
	assert_log(fixture, "home q\nclose home\n");
	assert_int_equal(fixture->app.depth, 0);
	assert_int_equal(fixture->app.status, 0);
	assert_row(fixture, 0, "");
	app_press(fixture, 'q');
	assert_log(fixture, "");
}

static void
under_a_popped_screen_the_one_below_resumes(void **state)
{
	struct fixture *fixture = *state;

	app_press(fixture, 'p');
	app_press(fixture, 'q');
	assert_log(fixture, "open home 80x24\nhome p\nopen page 80x24\n"
			    "page q\nclose page\nhome resume\n");
	assert_int_equal(fixture->app.depth, 1);
}

static void
esc_goes_back_but_never_out_of_the_program(void **state)
{
	struct fixture *fixture = *state;

	app_press(fixture, 'p');
	app_press(fixture, K_ESC);
	assert_int_equal(fixture->app.depth, 1);
	app_press(fixture, K_ESC);
	assert_int_equal(fixture->app.depth, 1);
	assert_row(fixture, 0, "home at 5000");
}

static void
a_replaced_screen_is_closed_after_the_new_one_is_open(void **state)
{
	struct fixture *fixture = *state;

	app_press(fixture, 'r');
	assert_log(fixture, "open home 80x24\nhome r\nopen page 80x24\n"
			    "close home\n");
	assert_int_equal(fixture->app.depth, 1);
	assert_ptr_equal(fixture->app.frames[0].screen, &app_page);
}

static void
a_screen_is_not_opened_above_itself_but_gone_back_to(void **state)
{
	struct fixture *fixture = *state;

	app_press(fixture, 'p');
	str_clear(&fixture->desk.log);
	app_press(fixture, 'h');
	assert_log(fixture, "page h\nclose page\nhome resume\n");
	assert_int_equal(fixture->app.depth, 1);
	app_press(fixture, 'p');
	str_clear(&fixture->desk.log);
	app_press(fixture, 'r');
	assert_log(fixture, "page r\nopen page 80x24\nclose page\n");
	assert_int_equal(fixture->app.depth, 2);
}

static void
quitting_closes_all_from_the_top(void **state)
{
	struct fixture *fixture = *state;

	app_press(fixture, 'p');
	app_press(fixture, 'p');
	str_clear(&fixture->desk.log);
	app_press(fixture, 'Q');
	assert_log(fixture, "page Q\nclose page\nclose page\nclose home\n");
	assert_int_equal(fixture->app.status, 7);
	assert_int_equal(fixture->app.depth, 0);
}

static void
a_screen_that_does_not_open_is_a_notice(void **state)
{
	struct fixture *fixture = *state;

	fixture->desk.broken = true;
	app_press(fixture, 'p');
	assert_int_equal(fixture->app.depth, 1);
	assert_row(fixture, APP_ROWS - 2, "! page can't be opened");
	app_press(fixture, 'r');
	assert_ptr_equal(fixture->app.frames[0].screen, &app_home);
	assert_row(fixture, APP_ROWS - 2, "! page can't be opened");
	assert_row(fixture, 0, "home at 5000");
}

static void
a_notice_stays_until_the_next_key(void **state)
{
	struct fixture *fixture = *state;

	fixture->desk.broken = true;
	app_press(fixture, 'p');
	app_send(fixture, EVENT_TICK, 0);
	assert_row(fixture, APP_ROWS - 2, "! page can't be opened");
	app_press(fixture, 'x');
	assert_row(fixture, APP_ROWS - 2, "");
}

static void
the_stack_has_an_end(void **state)
{
	struct fixture *fixture = *state;

	for (int i = 1; i < APP_DEPTH; i++)
		app_press(fixture, 'p');
	assert_int_equal(fixture->app.depth, APP_DEPTH);
	assert_row(fixture, APP_ROWS - 2, "");
	app_press(fixture, 'p');
	assert_int_equal(fixture->app.depth, APP_DEPTH);
	assert_true(is_shown(fixture, "too many screens"));
	app_press(fixture, 'q');
	assert_int_equal(fixture->app.depth, APP_DEPTH - 1);
}

static void
what_is_run_gets_the_state_of_the_top_screen(void **state)
{
	struct fixture *fixture = *state;

	app_press(fixture, 'p');
	app_press(fixture, 'x');
	assert_non_null(fixture->app.run);
	str_clear(&fixture->desk.log);
	app_run_wanted(&fixture->app);
	assert_log(fixture, "run on page\n");
	assert_null(fixture->app.run);
	assert_row(fixture, APP_ROWS - 2, "");
}

static void
a_failed_run_is_a_notice(void **state)
{
	struct fixture *fixture = *state;

	app_press(fixture, 'x');
	fixture->desk.broken = true;
	app_run_wanted(&fixture->app);
	app_send(fixture, EVENT_RESUME, 0);
	assert_row(fixture, APP_ROWS - 2, "! it did not run");
}

static void
note_look(void *desk, struct instant at)
{
	str_addf(&((struct desk *)desk)->log, "look at %d\n", (int)at.mono_ms);
}

/* Before the page's. */
static int64_t
early(void *desk)
{
	(void)desk;
	return app_now.mono_ms + 500;
}

static bool
say_something(void *desk, char *line, size_t size)
{
	(void)desk;
	snprintf(line, size, "something has ended");
	return true;
}

static void
what_runs_beside_is_looked_after_on_each_event(void **state)
{
	static const struct beside beside = {note_look, early, say_something};
	struct fixture *fixture = *state;

	fixture->app.beside = &beside;
	str_clear(&fixture->desk.log);
	app_send(fixture, EVENT_CHILD, 0);
	assert_log(fixture, "look at 5000\nhome child\nlook at 5000\n");
	assert_true(is_shown(fixture, "! something has ended"));
	assert_int_equal(app_deadline(&fixture->app, app_now), 5500);
	app_press(fixture, 'p');
	assert_int_equal(app_deadline(&fixture->app, app_now), 5500);
}

static void
only_the_top_screen_has_a_deadline(void **state)
{
	struct fixture *fixture = *state;

	assert_int_equal(app_deadline(&fixture->app, app_now), -1);
	app_press(fixture, 'p');
	assert_int_equal(app_deadline(&fixture->app, app_now), 6000);
	app_press(fixture, 'n');
	assert_int_equal(app_deadline(&fixture->app, app_now), -1);
	app_press(fixture, 'Q');
	assert_int_equal(app_deadline(&fixture->app, app_now), -1);
}

static void
all_screens_are_saved_from_the_top(void **state)
{
	struct fixture *fixture = *state;

	app_press(fixture, 'p');
	app_press(fixture, 'n');
	str_clear(&fixture->desk.log);
	assert_int_equal(app_save(&fixture->app, app_now, &fixture->err), 0);
	assert_log(fixture, "save page\nsave home\n");
}

static void
a_failed_save_does_not_keep_the_others_from_it(void **state)
{
	struct fixture *fixture = *state;

	app_press(fixture, 'p');
	str_clear(&fixture->desk.log);
	fixture->desk.broken = true;
	assert_int_equal(app_save(&fixture->app, app_now, &fixture->err), -1);
	assert_log(fixture, "save page\nsave home\n");
	assert_string_equal(fixture->err.text, "page not saved");
}

static void
ctrl_c_saves_and_ends(void **state)
{
	struct fixture *fixture = *state;

	str_clear(&fixture->desk.log);
	app_press(fixture, K_CTRL('C'));
	assert_log(fixture, "save home\nclose home\n");
	assert_int_equal(fixture->app.status, 130);
	assert_int_equal(fixture->app.depth, 0);
}

static void
ctrl_c_throws_nothing_away_that_was_not_saved(void **state)
{
	struct fixture *fixture = *state;

	fixture->desk.broken = true;
	app_press(fixture, K_CTRL('C'));
	assert_int_equal(fixture->app.depth, 1);
	assert_row(fixture, APP_ROWS - 2, "! home not saved");
}

static void
ctrl_z_suspends_as_a_screen_may_wish_to(void **state)
{
	struct fixture *fixture = *state;

	app_press(fixture, K_CTRL('Z'));
	assert_true(fixture->app.suspend);
	fixture->app.suspend = false;
	app_press(fixture, 'z');
	assert_true(fixture->app.suspend);
}

static void
a_screen_may_bind_the_keys_of_the_stack(void **state)
{
	struct fixture *fixture = *state;

	app_press(fixture, 'n');
	str_clear(&fixture->desk.log);
	app_press(fixture, K_CTRL('C'));
	app_press(fixture, K_CTRL('Z'));
	assert_log(fixture, "note Ctrl-C\nnote Ctrl-Z\n");
	assert_false(fixture->app.suspend);
	app_push(&fixture->app, &app_help, NULL, app_now, &fixture->err);
	str_clear(&fixture->desk.log);
	app_press(fixture, '?');
	assert_log(fixture, "home ?\n");
	assert_false(fixture->app.help);
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, app_set_up, app_tear_down)

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    TEST(a_screen_is_opened_drawn_and_closed),
	    TEST(under_a_popped_screen_the_one_below_resumes),
	    TEST(esc_goes_back_but_never_out_of_the_program),
	    TEST(a_replaced_screen_is_closed_after_the_new_one_is_open),
	    TEST(a_screen_is_not_opened_above_itself_but_gone_back_to),
	    TEST(quitting_closes_all_from_the_top),
	    TEST(a_screen_that_does_not_open_is_a_notice),
	    TEST(a_notice_stays_until_the_next_key),
	    TEST(the_stack_has_an_end),
	    TEST(what_is_run_gets_the_state_of_the_top_screen),
	    TEST(a_failed_run_is_a_notice),
	    TEST(what_runs_beside_is_looked_after_on_each_event),
	    TEST(only_the_top_screen_has_a_deadline),
	    TEST(all_screens_are_saved_from_the_top),
	    TEST(a_failed_save_does_not_keep_the_others_from_it),
	    TEST(ctrl_c_saves_and_ends),
	    TEST(ctrl_c_throws_nothing_away_that_was_not_saved),
	    TEST(ctrl_z_suspends_as_a_screen_may_wish_to),
	    TEST(a_screen_may_bind_the_keys_of_the_stack),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests_name("app", tests, NULL, NULL);
}
