/* SPDX-License-Identifier: MIT */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "unit.h"

#include "tui/app.h"

enum { ROWS = 24, COLS = 80 };

/* Screens log what is done to them onto the desk. */
struct desk {
	struct str log;
	bool broken; /* opening, saving and running fail */
};

struct state {
	struct desk *desk;
	const char *name;
	int ticks;
};

static const struct screen home, page, note, help;

static int
open_as(struct state *state, const char *name, void *desk,
    const struct event *event, struct err *err)
{
	state->desk = desk;
	state->name = name;
	if (state->desk->broken)
		return fail(err, "%s can't be opened", name);
	str_addf(&state->desk->log, "open %s %dx%d\n", name, event->cols,
	    event->rows);
	assert_int_equal(event->kind, EVENT_RESIZE);
	return 0;
}

static int
home_open(void *state, void *desk, const void *arg, const struct event *event,
    struct err *err)
{
	(void)arg;
	return open_as(state, "home", desk, event, err);
}

static int
page_open(void *state, void *desk, const void *arg, const struct event *event,
    struct err *err)
{
	struct state *page_state = state;

	assert_string_equal(arg, "argument");
	assert_int_equal(page_state->ticks, 0);
	return open_as(state, "page", desk, event, err);
}

static int
note_open(void *state, void *desk, const void *arg, const struct event *event,
    struct err *err)
{
	(void)arg;
	return open_as(state, "note", desk, event, err);
}

static void
draw(const void *data, struct surface *surface, struct instant now)
{
	const struct state *state = data;

	surface_textf(surface, 0, 0, COLS, ROLE_TITLE, "%s at %d", state->name,
	    (int)now.mono_ms);
}

static void
log_event(struct state *state, const struct event *event)
{
	static const char *const kinds[] = {
	    [EVENT_PASTE] = "paste",
	    [EVENT_TICK] = "tick",
	    [EVENT_CHILD] = "child",
	    [EVENT_RESIZE] = "resize",
	    [EVENT_RESUME] = "resume",
	};
	char key[KEY_NAME_SIZE];

	if (event->kind == EVENT_KEY) {
		key_name(key, event->key);
		str_addf(&state->desk->log, "%s %s\n", state->name, key);
	} else {
		str_addf(&state->desk->log, "%s %s\n", state->name,
		    kinds[event->kind]);
	}
}

static int
run_something(void *data, struct err *err)
{
	struct state *state = data;

	str_addf(&state->desk->log, "run on %s\n", state->name);
	return state->desk->broken ? fail(err, "it did not run") : 0;
}

static struct outcome
event_of(void *data, const struct event *event)
{
	struct state *state = data;

	log_event(state, event);
	if (event->kind == EVENT_TICK)
		state->ticks++;
	if (event->kind != EVENT_KEY)
		return OUTCOME_STAY;
	switch (event->key) {
	case 'p':
		return (struct outcome){
		    .kind = PUSH, .screen = &page, .arg = "argument"};
	case 'r':
		return (struct outcome){
		    .kind = REPLACE, .screen = &page, .arg = "argument"};
	case 'n':
		return (struct outcome){.kind = PUSH, .screen = &note};
	case 'q':
	case K_ESC:
		return OUTCOME_POP;
	case 'Q':
		return (struct outcome){.kind = QUIT, .status = 7};
	case 'x':
		return (struct outcome){.kind = RUN, .run = run_something};
	case 'z':
		return (struct outcome){.kind = SUSPEND};
	default:
		return OUTCOME_STAY;
	}
}

static bool
always(const void *state)
{
	(void)state;
	return true;
}

static int64_t
deadline(const void *data, struct instant now)
{
	(void)data;
	return now.mono_ms + 1000;
}

static int
save(void *data, struct instant now, struct err *err)
{
	struct state *state = data;

	(void)now;
	str_addf(&state->desk->log, "save %s\n", state->name);
	return state->desk->broken ? fail(err, "%s not saved", state->name) : 0;
}

static void
close_it(void *data)
{
	struct state *state = data;

	str_addf(&state->desk->log, "close %s\n", state->name);
}

static const struct key_binding home_keys[] = {
    {{'p'}, 1, "page",
	"Opens the page, of which there is a lot to say, more "
	"than one row of the screen can hold."},
    {{'q', K_ESC}, 2, "quit", "Leaves."},
    {{0}, 0, NULL, NULL},
};

static const struct key_binding note_keys[] = {
    {{K_CTRL('C'), K_CTRL('Z')}, 1, NULL, "Both have a use here."},
    {{0}, 0, NULL, NULL},
};

static const struct key_binding help_keys[] = {
    {{'?'}, 1, NULL, "A question mark."},
    {{0}, 0, NULL, NULL},
};

static const struct screen home = {
    .name = "home",
    .about = "Where everything begins.",
    .state_size = sizeof(struct state),
    .keys = home_keys,
    .open = home_open,
    .draw = draw,
    .event = event_of,
    .save = save,
    .close = close_it,
};

static const struct screen page = {
    .name = "page",
    .about = "A page.",
    .state_size = sizeof(struct state),
    .keys = home_keys,
    .open = page_open,
    .draw = draw,
    .event = event_of,
    .deadline = deadline,
    .save = save,
    .close = close_it,
};

/* Takes text; has nothing to save or to close. */
static const struct screen note = {
    .name = "note",
    .about = "Text is typed here.",
    .state_size = sizeof(struct state),
    .keys = note_keys,
    .open = note_open,
    .draw = draw,
    .event = event_of,
    .takes_text = always,
};

static const struct screen help = {
    .name = "help",
    .about = "Binds what the stack would take.",
    .state_size = sizeof(struct state),
    .keys = help_keys,
    .open = home_open,
    .draw = draw,
    .event = event_of,
};

struct fixture {
	struct desk desk;
	struct app app;
	struct surface surface;
	struct err err;
};

static const struct instant now = {.mono_ms = 5000};

static int
setup(void **state)
{
	static struct fixture fixture;

	fixture = (struct fixture){.desk = {.log = STR_INIT}};
	surface_init(&fixture.surface, ROWS, COLS);
	app_init(&fixture.app, &fixture.desk, ROWS, COLS);
	*state = &fixture;
	return app_push(&fixture.app, &home, NULL, now, &fixture.err);
}

static int
teardown(void **state)
{
	struct fixture *fixture = *state;

	app_release(&fixture->app);
	surface_release(&fixture->surface);
	str_release(&fixture->desk.log);
	return 0;
}

static void
send(struct fixture *fixture, enum event_kind kind, int key)
{
	struct event event = {
	    .kind = kind,
	    .key = key,
	    .text = "pasted",
	    .len = 6,
	    .rows = fixture->surface.rows,
	    .cols = fixture->surface.cols,
	    .now = now,
	};

	app_event(&fixture->app, &event);
}

static void
press(struct fixture *fixture, int key)
{
	send(fixture, EVENT_KEY, key);
}

static void
assert_log(struct fixture *fixture, const char *expected)
{
	assert_string_equal(fixture->desk.log.s, expected);
	str_clear(&fixture->desk.log);
}

static void
assert_row(struct fixture *fixture, int row, const char *expected)
{
	struct str out = STR_INIT;

	app_draw(&fixture->app, &fixture->surface, now);
	surface_row_text(&fixture->surface, row, &out);
	assert_string_equal(out.s, expected);
	str_release(&out);
}

static bool
is_shown(struct fixture *fixture, const char *text)
{
	struct str out = STR_INIT;

	app_draw(&fixture->app, &fixture->surface, now);
	surface_all_text(&fixture->surface, &out);
	bool found = strstr(out.s, text) != NULL;

	str_release(&out);
	return found;
}

static void
resize(struct fixture *fixture, int rows, int cols)
{
	surface_resize(&fixture->surface, rows, cols);
	send(fixture, EVENT_RESIZE, 0);
}

static void
a_screen_is_opened_drawn_and_closed(void **state)
{
	struct fixture *fixture = *state;

	assert_log(fixture, "open home 80x24\n");
	assert_row(fixture, 0, "home at 5000");
	press(fixture, 'q');
	assert_log(fixture, "home q\nclose home\n");
	assert_int_equal(fixture->app.depth, 0);
	assert_int_equal(fixture->app.status, 0);
	assert_row(fixture, 0, "");
	press(fixture, 'q');
	assert_log(fixture, "");
}

static void
under_a_popped_screen_the_one_below_resumes(void **state)
{
	struct fixture *fixture = *state;

	press(fixture, 'p');
	press(fixture, 'q');
	assert_log(fixture, "open home 80x24\nhome p\nopen page 80x24\n"
			    "page q\nclose page\nhome resume\n");
	assert_int_equal(fixture->app.depth, 1);
}

static void
esc_goes_back_but_never_out_of_the_program(void **state)
{
	struct fixture *fixture = *state;

	press(fixture, 'p');
	press(fixture, K_ESC);
	assert_int_equal(fixture->app.depth, 1);
	press(fixture, K_ESC);
	assert_int_equal(fixture->app.depth, 1);
	assert_row(fixture, 0, "home at 5000");
}

static void
a_replaced_screen_is_closed_after_the_new_one_is_open(void **state)
{
	struct fixture *fixture = *state;

	press(fixture, 'r');
	assert_log(fixture, "open home 80x24\nhome r\nopen page 80x24\n"
			    "close home\n");
	assert_int_equal(fixture->app.depth, 1);
	assert_ptr_equal(fixture->app.frames[0].screen, &page);
}

static void
quitting_closes_all_from_the_top(void **state)
{
	struct fixture *fixture = *state;

	press(fixture, 'p');
	press(fixture, 'p');
	str_clear(&fixture->desk.log);
	press(fixture, 'Q');
	assert_log(fixture, "page Q\nclose page\nclose page\nclose home\n");
	assert_int_equal(fixture->app.status, 7);
	assert_int_equal(fixture->app.depth, 0);
}

static void
a_screen_that_does_not_open_is_a_notice(void **state)
{
	struct fixture *fixture = *state;

	fixture->desk.broken = true;
	press(fixture, 'p');
	assert_int_equal(fixture->app.depth, 1);
	assert_row(fixture, ROWS - 2, "! page can't be opened");
	press(fixture, 'r');
	assert_ptr_equal(fixture->app.frames[0].screen, &home);
	assert_row(fixture, ROWS - 2, "! page can't be opened");
	assert_row(fixture, 0, "home at 5000");
}

static void
a_notice_stays_until_the_next_key(void **state)
{
	struct fixture *fixture = *state;

	fixture->desk.broken = true;
	press(fixture, 'p');
	send(fixture, EVENT_TICK, 0);
	assert_row(fixture, ROWS - 2, "! page can't be opened");
	press(fixture, 'x');
	assert_row(fixture, ROWS - 2, "");
}

static void
the_stack_has_an_end(void **state)
{
	struct fixture *fixture = *state;

	for (int i = 1; i < APP_DEPTH; i++)
		press(fixture, 'p');
	assert_int_equal(fixture->app.depth, APP_DEPTH);
	assert_row(fixture, ROWS - 2, "");
	press(fixture, 'p');
	assert_int_equal(fixture->app.depth, APP_DEPTH);
	assert_true(is_shown(fixture, "too many screens"));
	press(fixture, 'q');
	assert_int_equal(fixture->app.depth, APP_DEPTH - 1);
}

static void
what_is_run_gets_the_state_of_the_top_screen(void **state)
{
	struct fixture *fixture = *state;

	press(fixture, 'p');
	press(fixture, 'x');
	assert_non_null(fixture->app.run);
	str_clear(&fixture->desk.log);
	app_run_wanted(&fixture->app);
	assert_log(fixture, "run on page\n");
	assert_null(fixture->app.run);
	assert_row(fixture, ROWS - 2, "");
}

static void
a_failed_run_is_a_notice(void **state)
{
	struct fixture *fixture = *state;

	press(fixture, 'x');
	fixture->desk.broken = true;
	app_run_wanted(&fixture->app);
	send(fixture, EVENT_RESUME, 0);
	assert_row(fixture, ROWS - 2, "! it did not run");
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
	return now.mono_ms + 500;
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
	send(fixture, EVENT_CHILD, 0);
	assert_log(fixture, "look at 5000\nhome child\nlook at 5000\n");
	assert_true(is_shown(fixture, "! something has ended"));
	assert_int_equal(app_deadline(&fixture->app, now), 5500);
	press(fixture, 'p');
	assert_int_equal(app_deadline(&fixture->app, now), 5500);
}

static void
only_the_top_screen_has_a_deadline(void **state)
{
	struct fixture *fixture = *state;

	assert_int_equal(app_deadline(&fixture->app, now), -1);
	press(fixture, 'p');
	assert_int_equal(app_deadline(&fixture->app, now), 6000);
	press(fixture, 'n');
	assert_int_equal(app_deadline(&fixture->app, now), -1);
	press(fixture, 'Q');
	assert_int_equal(app_deadline(&fixture->app, now), -1);
}

static void
all_screens_are_saved_from_the_top(void **state)
{
	struct fixture *fixture = *state;

	press(fixture, 'p');
	press(fixture, 'n');
	str_clear(&fixture->desk.log);
	assert_int_equal(app_save(&fixture->app, now, &fixture->err), 0);
	assert_log(fixture, "save page\nsave home\n");
}

static void
a_failed_save_does_not_keep_the_others_from_it(void **state)
{
	struct fixture *fixture = *state;

	press(fixture, 'p');
	str_clear(&fixture->desk.log);
	fixture->desk.broken = true;
	assert_int_equal(app_save(&fixture->app, now, &fixture->err), -1);
	assert_log(fixture, "save page\nsave home\n");
	assert_string_equal(fixture->err.text, "page not saved");
}

static void
ctrl_c_saves_and_ends(void **state)
{
	struct fixture *fixture = *state;

	str_clear(&fixture->desk.log);
	press(fixture, K_CTRL('C'));
	assert_log(fixture, "save home\nclose home\n");
	assert_int_equal(fixture->app.status, 130);
	assert_int_equal(fixture->app.depth, 0);
}

static void
ctrl_c_throws_nothing_away_that_was_not_saved(void **state)
{
	struct fixture *fixture = *state;

	fixture->desk.broken = true;
	press(fixture, K_CTRL('C'));
	assert_int_equal(fixture->app.depth, 1);
	assert_row(fixture, ROWS - 2, "! home not saved");
}

static void
ctrl_z_suspends_as_a_screen_may_wish_to(void **state)
{
	struct fixture *fixture = *state;

	press(fixture, K_CTRL('Z'));
	assert_true(fixture->app.suspend);
	fixture->app.suspend = false;
	press(fixture, 'z');
	assert_true(fixture->app.suspend);
}

static void
a_screen_may_bind_the_keys_of_the_stack(void **state)
{
	struct fixture *fixture = *state;

	press(fixture, 'n');
	str_clear(&fixture->desk.log);
	press(fixture, K_CTRL('C'));
	press(fixture, K_CTRL('Z'));
	assert_log(fixture, "note Ctrl-C\nnote Ctrl-Z\n");
	assert_false(fixture->app.suspend);
	app_push(&fixture->app, &help, NULL, now, &fixture->err);
	str_clear(&fixture->desk.log);
	press(fixture, '?');
	assert_log(fixture, "home ?\n");
	assert_false(fixture->app.help);
}

static void
help_lists_what_the_screen_is_for_and_all_its_keys(void **state)
{
	struct fixture *fixture = *state;

	press(fixture, '?');
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
		press(fixture, K_F1);
		assert_true(fixture->app.help);
		press(fixture, 'p');
		send(fixture, EVENT_PASTE, 0);
		assert_log(fixture, "");
		press(fixture, closing[i]);
		assert_false(fixture->app.help);
	}
	press(fixture, K_F1);
	send(fixture, EVENT_TICK, 0);
	assert_log(fixture, "home tick\n");
}

static void
a_new_screen_is_not_hidden_by_the_help_of_the_old(void **state)
{
	struct fixture *fixture = *state;

	press(fixture, K_F1);
	app_push(&fixture->app, &page, "argument", now, &fixture->err);
	assert_row(fixture, 0, "page at 5000");
}

static void
where_text_is_typed_only_f1_helps(void **state)
{
	struct fixture *fixture = *state;

	press(fixture, 'n');
	str_clear(&fixture->desk.log);
	press(fixture, '?');
	assert_log(fixture, "note ?\n");
	press(fixture, K_F1);
	assert_row(fixture, 0, " Keys: note");
	assert_false(is_shown(fixture, "suspend the program"));
}

static void
help_scrolls_to_its_last_row_and_no_further(void **state)
{
	struct fixture *fixture = *state;

	resize(fixture, APP_MIN_ROWS, APP_MIN_COLS);
	press(fixture, '?');
	assert_row(fixture, 2, " Where everything begins.");
	press(fixture, 'j');
	assert_row(fixture, 2, "");
	press(fixture, 'G');
	int last = fixture->app.help_top;

	assert_true(is_shown(fixture, "leave the program"));
	press(fixture, 'j');
	press(fixture, K_PAGE_DOWN);
	assert_int_equal(fixture->app.help_top, last);
	press(fixture, 'k');
	assert_int_equal(fixture->app.help_top, last - 1);
	press(fixture, 'g');
	press(fixture, K_UP);
	assert_int_equal(fixture->app.help_top, 0);
}

static void
help_that_fits_does_not_scroll(void **state)
{
	struct fixture *fixture = *state;

	press(fixture, '?');
	press(fixture, K_PAGE_DOWN);
	assert_int_equal(fixture->app.help_top, 0);
}

static void
help_follows_a_window_that_grows(void **state)
{
	struct fixture *fixture = *state;

	resize(fixture, APP_MIN_ROWS, APP_MIN_COLS);
	press(fixture, '?');
	press(fixture, 'G');
	resize(fixture, ROWS, COLS);
	assert_row(fixture, 2, " Where everything begins.");
}

static void
a_small_window_is_told_what_is_needed(void **state)
{
	struct fixture *fixture = *state;

	resize(fixture, 11, 40);
	assert_row(fixture, 5, "         needs 40x12, has 40x11");
	resize(fixture, 5, 10);
	assert_row(fixture, 2, "needs 40x1");
	resize(fixture, 12, 40);
	assert_row(fixture, 0, "home at 5000");
}

static void
a_small_window_still_passes_keys(void **state)
{
	struct fixture *fixture = *state;

	resize(fixture, 1, 1);
	str_clear(&fixture->desk.log);
	press(fixture, 'p');
	assert_log(fixture, "home p\nopen page 1x1\n");
}

static void
everything_can_be_drawn_at_any_size(void **state)
{
	struct fixture *fixture = *state;

	press(fixture, 'x');
	fixture->desk.broken = true;
	app_run_wanted(&fixture->app);
	for (int help_shown = 0; help_shown < 2; help_shown++) {
		fixture->app.help = help_shown;
		for (int rows = 0; rows < 30; rows++)
			for (int cols = 0; cols < 100; cols += 3) {
				resize(fixture, rows, cols);
				app_draw(&fixture->app, &fixture->surface, now);
			}
	}
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, setup, teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    TEST(a_screen_is_opened_drawn_and_closed),
	    TEST(under_a_popped_screen_the_one_below_resumes),
	    TEST(esc_goes_back_but_never_out_of_the_program),
	    TEST(a_replaced_screen_is_closed_after_the_new_one_is_open),
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
	return cmocka_run_group_tests_name("app", tests, NULL, NULL);
}
