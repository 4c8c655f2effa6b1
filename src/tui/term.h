/* SPDX-License-Identifier: MIT */
/*
 * The terminal.  term.c is the one file that knows curses: it opens the
 * terminal and shows surfaces, of which only rows and cells that changed go to
 * curses.  term_loop.c runs an app: draw, show, wait until the nearest
 * deadline, act on what came.
 */
#ifndef TUI_TERM_H
#define TUI_TERM_H

#include <stdbool.h>

#include "base/err.h"
#include "tui/app.h"
#include "tui/term_input.h"
#include "tui/theme.h"

struct term_options {
	enum scheme scheme;
	bool no_color; /* also set by NO_COLOR */
	bool mouse;    /* clicks and the wheel are events */
	bool ascii;    /* also set where the locale is not UTF-8 */
};

/*
 * Checks that standard input and output are a terminal that can be used and
 * opens it.  Fails with ERR_USAGE and a sentence that names --plain, without
 * a byte written to the terminal.
 */
int term_open(const struct term_options *options, struct err *err);

/* Gives the terminal back.  Harmless when it is not open. */
void term_close(void);

bool term_is_ascii(void);

/* Shows the surface, which has the terminal's size; only what differs from
 * the last one shown is written. */
void term_show(const struct surface *surface);

/*
 * Runs the app until its stack is empty or it is ended from outside: SIGHUP or
 * a terminal that went away (129), SIGINT (130), SIGTERM (143); then the
 * screens are saved first.  Returns the status to exit with; with `err`
 * filled where something could not be saved.
 */
int term_run(struct app *app, struct err *err);

/* The rest is for the loop. */

void term_size(int *rows, int *cols);

/* Follows a change of the terminal's size; false where there was none. */
bool term_fit(void);

/* Gives the terminal away for a while, and takes it back to be drawn anew;
 * true where its size changed meanwhile. */
void term_give_away(void);
bool term_take_back(void);

/* The terminal went away: nothing is written to it any more, and it counts as
 * SIGHUP even where that is ignored. */
void term_lost(void);

/* Names the terminal's special keys to the input. */
void term_name_keys(struct term_input *input);

/* The app that runs from now on, NULL: none.  It is saved should memory run
 * out, and its first surface is shown whole. */
void term_attach(struct app *app);

#endif
