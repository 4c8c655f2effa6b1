/* SPDX-License-Identifier: MIT */
#include "tui/term_mouse.h"

#include <string.h>

static const char sgr[] = "\x1b[<", x10[] = "\x1b[M";

enum {
	INTRODUCER = 3, /* bytes of either */
	X10_BYTES = INTRODUCER + 3,
	X10_ZERO = 32,
	NUMBERS = 3,
	NUMBER_MOST = 9999, /* what is more is not counted */
	DECIMAL = 10,

	/* Of the button's number. */
	MODIFIERS = 4 | 8 | 16, /* Shift, Alt, Ctrl */
	LEFT = 0,
	WHEEL_UP = 64,
	WHEEL_DOWN = 65,
};

static bool
begins(const char *s, size_t n, const char *introducer)
{
	return n >= INTRODUCER && memcmp(s, introducer, INTRODUCER) == 0;
}

bool
mouse_begins(const char *s, size_t n)
{
	return begins(s, n, sgr) || begins(s, n, x10);
}

/* Button, column and row, those from 1. */
static void
make_event(struct event *event, const int numbers[NUMBERS])
{
	struct event mouse = {
	    .kind = EVENT_MOUSE,
	    .row = numbers[2] - 1,
	    .col = numbers[1] - 1,
	};

	switch (numbers[0] & ~MODIFIERS) {
	case LEFT:
		mouse.mouse = MOUSE_CLICK;
		break;
	case WHEEL_UP:
		mouse.mouse = MOUSE_WHEEL_UP;
		break;
	case WHEEL_DOWN:
		mouse.mouse = MOUSE_WHEEL_DOWN;
		break;
	default: /* another button, or one let go */
		return;
	}
	if (mouse.row >= 0 && mouse.col >= 0)
		*event = mouse;
}

static size_t
read_x10(const char *s, size_t n, struct event *event)
{
	int numbers[NUMBERS];

	if (n < X10_BYTES)
		return 0;
	for (int i = 0; i < NUMBERS; i++)
		numbers[i] = (unsigned char)s[INTRODUCER + i] - X10_ZERO;
	make_event(event, numbers);
	return X10_BYTES;
}

/* What is not written as it should be ends where it goes wrong. */
static size_t
read_sgr(const char *s, size_t n, struct event *event)
{
	int numbers[NUMBERS] = {0}, i = 0;

	for (size_t at = INTRODUCER; at < n; at++) {
		if (s[at] == ';' && i + 1 < NUMBERS) {
			i++;
		} else if (s[at] >= '0' && s[at] <= '9') {
			if (numbers[i] <= NUMBER_MOST)
				numbers[i] = numbers[i] * DECIMAL + s[at] - '0';
		} else {
			if (s[at] == 'M' && i + 1 == NUMBERS)
				make_event(event, numbers);
			return at + 1;
		}
	}
	return 0;
}

size_t
mouse_read(const char *s, size_t n, struct event *event)
{
	return begins(s, n, sgr) ? read_sgr(s, n, event)
				 : read_x10(s, n, event);
}
