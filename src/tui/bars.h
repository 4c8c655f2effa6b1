/* SPDX-License-Identifier: MIT */
/*
 * Bars of one row, and cells of a heat map.  Parts are told apart by how dense
 * they are, in ASCII by their character, so that no colour is needed.
 */
#ifndef TUI_BARS_H
#define TUI_BARS_H

#include "tui/surface.h"

enum {
	BAR_PARTS = 4,
	HEAT_LEVELS = 5, /* 0 is nothing */
};

struct bar {
	double parts[BAR_PARTS]; /* the densest first */
	double most;             /* what the whole room stands for */
	double mark;             /* a point across it; negative: none */
};

/* A part that is there has at least one cell where there is room. */
void bar_draw(
    const struct bar *bar, struct surface *surface, int row, int col, int cols);

/* What a part is drawn with, for a legend. */
const char *bar_glyph(const struct surface *surface, int part);
enum role bar_role(int part);

void heat_draw(struct surface *surface, int row, int col, int level);

#endif
