/* SPDX-License-Identifier: MIT */
/*
 * Reports of the mouse, in both forms that terminals send: SGR's, ESC [ <
 * button ; column ; row M, and X10's, ESC [ M with a byte for each.
 */
#ifndef TUI_TERM_MOUSE_H
#define TUI_TERM_MOUSE_H

#include <stdbool.h>
#include <stddef.h>

#include "tui/event.h"

bool mouse_begins(const char *s, size_t n);

/*
 * The bytes of the report at `s`, 0 where more have to come.  The event
 * becomes an EVENT_MOUSE for a press of the left button and for the wheel, and
 * is left alone by all else.
 */
size_t mouse_read(const char *s, size_t n, struct event *event);

#endif
