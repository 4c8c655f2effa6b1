/* SPDX-License-Identifier: MIT */
/*
 * Dividing an area into panes: pure arithmetic, right at any size.  A pane is
 * cut off one side of what is left, and gets what there is where that is less.
 */
#ifndef TUI_LAYOUT_H
#define TUI_LAYOUT_H

#include <stdbool.h>

#include "tui/surface.h"

enum {
	LAYOUT_MEASURE = 100,   /* cells of a line that is read with ease */
	LAYOUT_GAP = 3,         /* blank columns between two panes */
	LAYOUT_WIDE_COLS = 150, /* from here panes stand beside each other */
};

/* Each takes that many rows or columns off one side and returns them. */
struct area layout_top(struct area *left, int rows);
struct area layout_bottom(struct area *left, int rows);
struct area layout_left(struct area *left, int cols);
struct area layout_right(struct area *left, int cols);

/* The area, no wider than LAYOUT_MEASURE. */
struct area layout_readable(struct area area);

/* True where the area has cells at all. */
bool layout_shows(struct area area);

/* True where that cell lies in the area. */
bool layout_holds(struct area area, int row, int col);

#endif
