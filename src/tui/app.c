/* SPDX-License-Identifier: MIT */
#include "tui/app.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "tui/app_help.h"

enum { STATUS_INTERRUPTED = 130 };

void
app_init(struct app *app, void *desk, int rows, int cols)
{
	*app = (struct app){.desk = desk, .rows = rows, .cols = cols};
}

static struct app_frame *
top_of(struct app *app)
{
	return &app->frames[app->depth - 1];
}

static const struct app_frame *
top_seen(const struct app *app)
{
	return &app->frames[app->depth - 1];
}

static void
close_frame(const struct app_frame *frame)
{
	if (frame->screen->close != NULL)
		frame->screen->close(frame->state);
	free(frame->state);
}

static void
close_top(struct app *app)
{
	close_frame(top_of(app));
	app->depth--;
	app->help = false;
}

void
app_release(struct app *app)
{
	while (app->depth > 0)
		close_top(app);
}

static int
open_frame(struct app *app, struct app_frame *frame,
    const struct screen *screen, const void *arg, struct instant now,
    struct err *err)
{
	struct event first = {
	    .kind = EVENT_RESIZE,
	    .rows = app->rows,
	    .cols = app->cols,
	    .now = now,
	};

	frame->screen = screen;
	frame->state = mem_zero(1, screen->state_size);
	if (screen->open(frame->state, app->desk, arg, &first, err) == 0)
		return 0;
	free(frame->state);
	return -1;
}

int
app_push(struct app *app, const struct screen *screen, const void *arg,
    struct instant now, struct err *err)
{
	struct app_frame frame;

	if (app->depth == APP_DEPTH)
		return fail(
		    err, "too many screens are open: go back to one of them");
	if (open_frame(app, &frame, screen, arg, now, err) != 0)
		return -1;
	app->frames[app->depth++] = frame;
	app->help = false;
	return 0;
}

/* The old screen stays until the new one is open: it may own the argument. */
static int
replace_top(struct app *app, const struct screen *screen, const void *arg,
    struct instant now, struct err *err)
{
	struct app_frame frame;

	if (open_frame(app, &frame, screen, arg, now, err) != 0)
		return -1;
	close_top(app);
	app->frames[app->depth++] = frame;
	return 0;
}

static void
notice(struct app *app, const char *text)
{
	snprintf(app->notice, sizeof(app->notice), "%s", text);
}

static struct outcome
send(struct app *app, const struct event *event)
{
	struct app_frame *top = top_of(app);

	return top->screen->event(top->state, event);
}

/* Esc goes back, but never out of the program. */
static bool
would_escape(const struct app *app, const struct event *cause)
{
	return app->depth == 1 && cause->kind == EVENT_KEY &&
	       cause->key == K_ESC;
}

/* A screen that asks for the one from which it was opened goes back to it. */
static bool
is_just_below(const struct app *app, const struct outcome *outcome)
{
	return app->depth > 1 && outcome->arg == NULL &&
	       app->frames[app->depth - 2].screen == outcome->screen;
}

static void
act(struct app *app, struct outcome outcome, const struct event *cause)
{
	struct event resume = *cause;
	struct err err;

	resume.kind = EVENT_RESUME;
	if (outcome.kind == REPLACE && is_just_below(app, &outcome))
		outcome = OUTCOME_POP;
	switch (outcome.kind) {
	case STAY:
		break;
	case PUSH:
		if (app_push(app, outcome.screen, outcome.arg, cause->now,
			&err) != 0)
			notice(app, err.text);
		break;
	case REPLACE:
		if (replace_top(app, outcome.screen, outcome.arg, cause->now,
			&err) != 0)
			notice(app, err.text);
		break;
	case POP:
		if (would_escape(app, cause)) {
			notice(app, "q leaves rehearse");
			break;
		}
		close_top(app);
		if (app->depth > 0)
			act(app, send(app, &resume), &resume);
		break;
	case QUIT:
		app_release(app);
		app->status = outcome.status;
		break;
	case RUN:
		app->run = outcome.run;
		break;
	case SUSPEND:
		app->suspend = true;
		break;
	}
}

/* What can't be saved is not thrown away by a key. */
static void
interrupt(struct app *app, struct instant now)
{
	struct err err;

	if (app_save(app, now, &err) != 0) {
		notice(app, err.text);
		return;
	}
	app_release(app);
	app->status = STATUS_INTERRUPTED;
}

static bool
takes_text(const struct app_frame *frame)
{
	return frame->screen->takes_text != NULL &&
	       frame->screen->takes_text(frame->state);
}

/* Acts on the stack's own keys; false when the screen gets it. */
static bool
stack_key(struct app *app, const struct event *event)
{
	const struct app_frame *top = top_seen(app);

	if (app->help) {
		app_help_key(app, event->key);
		return true;
	}
	if (keymap_action(top->screen->keys, event->key) != 0)
		return false;
	switch (event->key) {
	case '?':
		if (takes_text(top))
			return false;
		app_help_open(app);
		return true;
	case K_F1:
		app_help_open(app);
		return true;
	case K_CTRL('Z'):
		app->suspend = true;
		return true;
	case K_CTRL('C'):
		interrupt(app, event->now);
		return true;
	default:
		return false;
	}
}

static void
hand_on(struct app *app, const struct event *event)
{
	if (event->kind == EVENT_KEY || event->kind == EVENT_PASTE)
		app->notice[0] = '\0';
	if (event->kind == EVENT_KEY && stack_key(app, event))
		return;
	if (event->kind == EVENT_PASTE && app->help)
		return;
	act(app, send(app, event), event);
}

static bool
is_too_small(int rows, int cols)
{
	return rows < APP_MIN_ROWS || cols < APP_MIN_COLS;
}

static int
wheel_key(const struct event *event)
{
	switch (event->mouse) {
	case MOUSE_CLICK:
		break;
	case MOUSE_WHEEL_UP:
		return K_UP;
	case MOUSE_WHEEL_DOWN:
		return K_DOWN;
	}
	return 0;
}

/* What the mouse does, a key could have done; nobody points at what does not
 * show. */
static void
on_mouse(struct app *app, const struct event *event)
{
	const struct app_frame *top = top_seen(app);
	struct event key = *event;
	int times = event->mouse == MOUSE_CLICK ? 1 : MOUSE_ROWS;

	if (is_too_small(app->rows, app->cols))
		return;
	key.kind = EVENT_KEY;
	key.key = app->help || top->screen->mouse == NULL
		      ? wheel_key(event)
		      : top->screen->mouse(top->state, event);
	for (int i = 0; i < times && key.key != 0; i++)
		if (app->depth > 0 && top_seen(app)->screen == top->screen)
			hand_on(app, &key);
}

void
app_event(struct app *app, const struct event *event)
{
	const struct beside *beside = app->beside;

	app->rows = event->rows;
	app->cols = event->cols;
	if (app->depth == 0)
		return;
	if (beside != NULL)
		beside->look(app->desk, event->now);
	if (event->kind == EVENT_MOUSE)
		on_mouse(app, event);
	else
		hand_on(app, event);
	if (beside == NULL)
		return;
	beside->look(app->desk, event->now);
	beside->say(app->desk, app->notice, sizeof(app->notice));
}

void
app_run_wanted(struct app *app)
{
	int (*run)(void *state, struct err *err) = app->run;
	struct err err;

	app->run = NULL;
	if (run != NULL && app->depth > 0 && run(top_of(app)->state, &err) != 0)
		notice(app, err.text);
}

static void
draw_too_small(struct surface *surface)
{
	char text[80];
	int n = snprintf(text, sizeof(text), "needs %dx%d, has %dx%d",
	    APP_MIN_COLS, APP_MIN_ROWS, surface->cols, surface->rows);
	int col = n < surface->cols ? (surface->cols - n) / 2 : 0;

	surface_text(
	    surface, surface->rows / 2, col, surface->cols, ROLE_TEXT, text);
}

static void
draw_notice(const struct app *app, struct surface *surface)
{
	int row = surface->rows - 2;
	struct area line = {row, 0, 1, surface->cols};

	surface_fill(surface, line, ROLE_WARN, true);
	int col = surface_text(surface, row, 0, line.cols, ROLE_WARN, "! ");

	surface_text_cut(
	    surface, row, col, line.cols - col, ROLE_WARN, app->notice);
}

static void
draw_top(const struct app *app, struct surface *surface, struct instant now)
{
	const struct app_frame *top = top_seen(app);

	if (is_too_small(surface->rows, surface->cols)) {
		draw_too_small(surface);
		return;
	}
	if (app->help)
		app_help_draw(app, surface);
	else
		top->screen->draw(top->state, surface, now);
	if (app->notice[0] != '\0')
		draw_notice(app, surface);
}

void
app_draw(const struct app *app, struct surface *surface, struct instant now)
{
	surface_begin(surface);
	if (app->depth > 0)
		draw_top(app, surface, now);
	surface_end(surface);
}

int64_t
app_deadline(const struct app *app, struct instant now)
{
	int64_t due = -1, beside = -1;

	if (app->depth == 0)
		return -1;
	const struct app_frame *top = top_seen(app);

	if (top->screen->deadline != NULL)
		due = top->screen->deadline(top->state, now);
	if (app->beside != NULL)
		beside = app->beside->deadline(app->desk);
	return beside >= 0 && (due < 0 || beside < due) ? beside : due;
}

int
app_save(struct app *app, struct instant now, struct err *err)
{
	struct err later, *into = err;
	int result = 0;

	for (int i = app->depth - 1; i >= 0; i--) {
		const struct app_frame *frame = &app->frames[i];

		if (frame->screen->save == NULL ||
		    frame->screen->save(frame->state, now, into) == 0)
			continue;
		result = -1;
		into = &later;
	}
	return result;
}
