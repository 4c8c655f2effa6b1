/* SPDX-License-Identifier: MIT */
/*
 * A screen is one const object at the end of its file.  It is headless: keys
 * come in as events, cells go out to a surface, and what should happen next
 * goes out as an outcome that the stack (app.h) acts on.
 */
#ifndef TUI_SCREEN_H
#define TUI_SCREEN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "tui/event.h"
#include "tui/keymap.h"
#include "tui/surface.h"

struct screen;

enum outcome_kind {
	STAY,
	PUSH, /* open `screen` above this one */
	/* Close this one and open `screen` in its place; where that, without an
	 * `arg`, is the one below, go back to it. */
	REPLACE,
	POP,     /* close this one; not by Esc when it is the last */
	QUIT,    /* close all; the program ends with status `status` */
	RUN,     /* give the terminal to `run`, then send EVENT_RESUME */
	SUSPEND, /* as Ctrl-Z */
};

struct outcome {
	enum outcome_kind kind;
	const struct screen *screen; /* PUSH, REPLACE */
	const void *arg;             /* handed to its open(); read there only */
	int status;                  /* QUIT */
	int (*run)(void *state, struct err *err); /* RUN: on this state */
};

#define OUTCOME_STAY ((struct outcome){.kind = STAY})
#define OUTCOME_POP  ((struct outcome){.kind = POP})

enum { MOUSE_ROWS = 3 }; /* that the wheel moves */

struct screen {
	const char *name;  /* a noun, shown in help and the manual */
	const char *about; /* one sentence for the help overlay */
	size_t state_size;
	const struct key_binding *keys;
	/* The keys of the editor that the screen holds; NULL: it holds none. */
	const struct key_binding *text_keys;

	/* `state` is cleared memory; `desk` is what the program gave to
	 * app_init(); `event` is the EVENT_RESIZE that every screen begins
	 * with: event() does not get it once more.  After a failure close() is
	 * not called. */
	int (*open)(void *state, void *desk, const void *arg,
	    const struct event *event, struct err *err);

	/* Pure: reads the state and the instant, writes the surface. */
	void (*draw)(
	    const void *state, struct surface *surface, struct instant now);

	struct outcome (*event)(void *state, const struct event *event);

	/* The key that a click or the wheel stands for, which event() gets
	 * then; 0: none.  It may move a selection first.  NULL: a click is
	 * nothing, the wheel is MOUSE_ROWS times Up or Down. */
	int (*mouse)(void *state, const struct event *event);

	/* True while `?` is text to be typed: then only F1 opens the help.
	 * NULL: never. */
	bool (*takes_text)(const void *state);

	/* The mono_ms at which EVENT_TICK is wished; -1: never. NULL: never. */
	int64_t (*deadline)(const void *state, struct instant now);

	/* Saves what must not be lost; called when the program is being ended
	 * from outside.  May be NULL. */
	int (*save)(void *state, struct instant now, struct err *err);

	void (*close)(void *state); /* may be NULL */
};

#endif
