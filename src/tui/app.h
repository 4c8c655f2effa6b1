/* SPDX-License-Identifier: MIT */
/*
 * The stack of screens.  Headless: app_event() and app_draw() are all that a
 * test needs; term_run() joins them to a terminal.
 *
 * The stack itself knows four keys, each unless the screen binds it: `?`
 * (unless the screen takes text) and F1 open the help overlay, Ctrl-Z
 * suspends, Ctrl-C saves and ends with status 130.  An Esc that would close
 * the last screen does nothing.  A surface under 40×12
 * shows the size that is needed instead of the screen, while every screen
 * keeps its state.
 */
#ifndef TUI_APP_H
#define TUI_APP_H

#include <stdbool.h>

#include "base/err.h"
#include "tui/screen.h"

enum { APP_MIN_ROWS = 12, APP_MIN_COLS = 40, APP_DEPTH = 16 };

/* What runs beside the screens, whichever is on top. */
struct beside {
	/* Before and after each event, EVENT_CHILD above all. */
	void (*look)(void *desk, struct instant now);
	/* The mono_ms at which it wants to look; -1: none. */
	int64_t (*deadline)(void *desk);
	/* True with a line that is to be shown as a notice. */
	bool (*say)(void *desk, char *line, size_t size);
};

struct app_frame {
	const struct screen *screen;
	void *state;
};

struct app {
	void *desk;
	const struct beside *beside; /* NULL: nothing */
	struct app_frame frames[APP_DEPTH];
	int depth;    /* 0: ended */
	int status;   /* what the program should exit with */
	bool suspend; /* Ctrl-Z was pressed: term suspends, then clears it */
	int (*run)(void *state, struct err *err); /* RUN is wanted */
	bool help;                                /* the overlay is shown */
	int help_top;
	char notice[1024]; /* one line above the footer until the next key */
	int rows, cols;
};

void app_init(struct app *app, void *desk, int rows, int cols);

/* Closes every screen that is still open. */
void app_release(struct app *app);

/* Opens `screen` on top.  A failure leaves the stack as it was. */
int app_push(struct app *app, const struct screen *screen, const void *arg,
    struct instant now, struct err *err);

/* Hands the event to the top screen and acts on the outcome.  A screen that
 * can't be opened becomes a notice. */
void app_event(struct app *app, const struct event *event);

void
app_draw(const struct app *app, struct surface *surface, struct instant now);

/* Runs what RUN asked for on the top screen's state; a failure becomes a
 * notice.  The caller gives the terminal away before it and sends
 * EVENT_RESUME after it. */
void app_run_wanted(struct app *app);

/* The next mono_ms at which EVENT_TICK is due; -1: none. */
int64_t app_deadline(const struct app *app, struct instant now);

/* Saves every screen from the top down; the first failure is reported after
 * all were tried. */
int app_save(struct app *app, struct instant now, struct err *err);

#endif
