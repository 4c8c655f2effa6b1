/* SPDX-License-Identifier: MIT */
/*
 * From the bytes that a terminal sends to keys and pastes.  Needs no curses:
 * the sequences of the special keys come from terminfo, through the caller.
 *
 * Text is UTF-8 in every locale; wrong bytes become U+FFFD.  A byte that
 * follows an Esc at once is that key with Alt.  A sequence that nobody named
 * is swallowed whole, so that its rest is not typed as text.
 */
#ifndef TUI_TERM_INPUT_H
#define TUI_TERM_INPUT_H

#include <limits.h>
#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"
#include "tui/event.h"

enum {
	INPUT_SEQUENCES = 48,
	INPUT_BYTES = 4096,       /* what a terminal hands over at most */
	INPUT_ESCAPE_MS = 25,     /* after which an Esc was meant alone */
	INPUT_PASTE_MS = 2000,    /* after which a paste has no end */
	INPUT_PASTE_MAX = 4 << 20 /* bytes; the rest of a paste is dropped */
};

/* Stand for what brackets a paste, and for a report of the mouse. */
enum {
	INPUT_PASTE_START = -1,
	INPUT_PASTE_END = -2,
	INPUT_MOUSE = -3,
};

struct input_sequence {
	const char *bytes; /* borrowed */
	size_t n;
	int key;
};

struct term_input {
	struct input_sequence sequences[INPUT_SEQUENCES];
	size_t n_sequences;
	bool begins[UCHAR_MAX + 1]; /* one of them with that byte */
	char bytes[INPUT_BYTES];    /* at … n: read and not yet understood */
	size_t at, n;
	bool mouse;       /* its reports are taken */
	bool pasting;     /* between the brackets */
	struct str paste; /* what came so far, or was handed out last */
};

void input_init(struct term_input *input);
void input_release(struct term_input *input);

/* Names a key's sequence.  NULL, and control characters that stand alone,
 * are passed over: those keep their own meaning. */
void input_name(struct term_input *input, const char *bytes, int key);

/* Takes reports of the mouse from now on; without it they are swallowed. */
void input_take_mouse(struct term_input *input);

/* Names all special keys, as the terminal's capabilities have them: a string
 * by its terminfo name, NULL where there is none. */
void input_name_keys(
    struct term_input *input, const char *(*capability)(const char *name));

/* Where to read to, and the bytes that fit there; never none after
 * input_next() returned false. */
char *input_room(struct term_input *input, size_t *room);

/* `n` bytes were put there. */
void input_took(struct term_input *input, size_t n);

/*
 * The next EVENT_KEY, EVENT_MOUSE or EVENT_PASTE; false where there is none
 * yet.  `quiet` says that nothing came for input_wait_ms(), so what began is
 * taken to be complete.  Only what that kind of event has is filled in; the
 * text is borrowed until the next call.
 */
bool input_next(struct term_input *input, bool quiet, struct event *event);

/* How long to wait for the rest of what began; -1: nothing did. */
int input_wait_ms(const struct term_input *input);

#endif
