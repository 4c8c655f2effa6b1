/* SPDX-License-Identifier: MIT */
/*
 * A clock in big digits, made of seven segments of whole cells: from one
 * second to the next few cells change.
 */
#ifndef TUI_DIGITS_H
#define TUI_DIGITS_H

#include "tui/surface.h"

enum { DIGITS_ROWS = 5 };

/* The cells that `text` takes: digits, `:`, `+`, and `_` for a digit that is
 * not given; others are left out. */
int digits_cols(const char *text);

/* Draws it, its last cell at the right end of the area, in the area's first
 * rows; nothing where it does not fit. */
void digits_draw(struct surface *surface, struct area area, enum role role,
    const char *text);

#endif
