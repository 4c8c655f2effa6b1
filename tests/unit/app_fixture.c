/* SPDX-License-Identifier: MIT */
#include "app_fixture.h"

#include <string.h>

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

	surface_textf(surface, 0, 0, APP_COLS, ROLE_TITLE, "%s at %d",
	    state->name, (int)now.mono_ms);
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
		    .kind = PUSH, .screen = &app_page, .arg = "argument"};
	case 'r':
		return (struct outcome){
		    .kind = REPLACE, .screen = &app_page, .arg = "argument"};
	case 'h':
		return (struct outcome){.kind = REPLACE, .screen = &app_home};
	case 'n':
		return (struct outcome){.kind = PUSH, .screen = &app_note};
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

const struct screen app_home = {
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

const struct screen app_page = {
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
const struct screen app_note = {
    .name = "note",
    .about = "Text is typed here.",
    .state_size = sizeof(struct state),
    .keys = note_keys,
    .open = note_open,
    .draw = draw,
    .event = event_of,
    .takes_text = always,
};

const struct screen app_help = {
    .name = "help",
    .about = "Binds what the stack would take.",
    .state_size = sizeof(struct state),
    .keys = help_keys,
    .open = home_open,
    .draw = draw,
    .event = event_of,
};

const struct instant app_now = {.mono_ms = 5000};

int
app_set_up(void **state)
{
	static struct fixture fixture;

	fixture = (struct fixture){.desk = {.log = STR_INIT}};
	surface_init(&fixture.surface, APP_ROWS, APP_COLS);
	app_init(&fixture.app, &fixture.desk, APP_ROWS, APP_COLS);
	*state = &fixture;
	return app_push(&fixture.app, &app_home, NULL, app_now, &fixture.err);
}

int
app_tear_down(void **state)
{
	struct fixture *fixture = *state;

	app_release(&fixture->app);
	surface_release(&fixture->surface);
	str_release(&fixture->desk.log);
	return 0;
}

void
app_send(struct fixture *fixture, enum event_kind kind, int key)
{
	struct event event = {
	    .kind = kind,
	    .key = key,
	    .text = "pasted",
	    .len = 6,
	    .rows = fixture->surface.rows,
	    .cols = fixture->surface.cols,
	    .now = app_now,
	};

	app_event(&fixture->app, &event);
}

void
app_press(struct fixture *fixture, int key)
{
	app_send(fixture, EVENT_KEY, key);
}

void
assert_log(struct fixture *fixture, const char *expected)
{
	assert_string_equal(fixture->desk.log.s, expected);
	str_clear(&fixture->desk.log);
}

void
assert_row(struct fixture *fixture, int row, const char *expected)
{
	struct str out = STR_INIT;

	app_draw(&fixture->app, &fixture->surface, app_now);
	surface_row_text(&fixture->surface, row, &out);
	assert_string_equal(out.s, expected);
	str_release(&out);
}

bool
is_shown(struct fixture *fixture, const char *text)
{
	struct str out = STR_INIT;

	app_draw(&fixture->app, &fixture->surface, app_now);
	surface_all_text(&fixture->surface, &out);
	bool found = strstr(out.s, text) != NULL;

	str_release(&out);
	return found;
}

void
app_resize(struct fixture *fixture, int rows, int cols)
{
	surface_resize(&fixture->surface, rows, cols);
	app_send(fixture, EVENT_RESIZE, 0);
}
