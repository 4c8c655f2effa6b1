/* SPDX-License-Identifier: MIT */
/* What happens to a screen. */
#ifndef TUI_EVENT_H
#define TUI_EVENT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/clock.h"

enum event_kind {
	EVENT_KEY,
	EVENT_MOUSE,  /* where it is wanted: a click or the wheel */
	EVENT_PASTE,  /* a whole bracketed paste: valid UTF-8, \n line ends */
	EVENT_TICK,   /* the screen's deadline has come */
	EVENT_RESIZE, /* also the first event of a screen */
	EVENT_CHILD,  /* a program that runs beside this one has changed */
	EVENT_RESUME, /* back from a suspension, or on top of the stack again */
};

/*
 * Keys are Unicode code points as typed: Ctrl-A is 1, Enter is '\n', Tab is
 * '\t', Esc is 27, Backspace is K_BACKSPACE; the others begin at K_UP.
 * K_ALT | key is that key with Alt, K_SHIFT | key that one with Shift.
 */
enum key {
	K_ESC = 27,
	K_UP = 0x200000,
	K_DOWN,
	K_LEFT,
	K_RIGHT,
	K_HOME,
	K_END,
	K_PAGE_UP,
	K_PAGE_DOWN,
	K_INSERT,
	K_DELETE,
	K_BACKSPACE,
	K_BACKTAB,
	K_WORD_LEFT,  /* Ctrl-Left */
	K_WORD_RIGHT, /* Ctrl-Right */
	K_CTRL_SPACE, /* sent as NUL */
	K_F1,
	K_F2,
	K_F3,
	K_F4,
	K_F5,
	K_F6,
	K_F7,
	K_F8,
	K_F9,
	K_F10,
	K_F11,
	K_F12,
	K_ALT = 0x400000,
	K_SHIFT = 0x800000, /* with arrows, Home and End only */
};

enum mouse {
	MOUSE_CLICK, /* of the left button */
	MOUSE_WHEEL_UP,
	MOUSE_WHEEL_DOWN,
};

#define K_CTRL(letter) ((letter)&0x1f)

struct event {
	enum event_kind kind;
	int key;          /* EVENT_KEY */
	enum mouse mouse; /* EVENT_MOUSE, and the cell that it points at */
	int row, col;
	const char *text;   /* EVENT_PASTE, borrowed */
	size_t len;         /* EVENT_PASTE */
	int rows, cols;     /* the terminal's present size, in every event */
	struct instant now; /* in every event */
};

enum { KEY_NAME_SIZE = 24 };

/* `Enter`, `Ctrl-D`, `Alt-U`, `F2`, `PgUp`, `q`. */
void key_name(char out[KEY_NAME_SIZE], int key);

#endif
