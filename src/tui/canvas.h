/* SPDX-License-Identifier: MIT */
/*
 * A canvas of dots inside an area of a surface: braille has 2×4 dots a cell,
 * blocks 1×2, ASCII 1×1.  Dots of different roles may share a cell; the last
 * one drawn gives the cell its role.
 */
#ifndef TUI_CANVAS_H
#define TUI_CANVAS_H

#include "tui/surface.h"

enum canvas_kind {
	CANVAS_BRAILLE,
	CANVAS_BLOCK,
	CANVAS_ASCII,
};

struct canvas {
	enum canvas_kind kind;
	struct area area;
	int dot_rows, dot_cols;
	unsigned char *dots;  /* a bit mask a cell */
	unsigned char *roles; /* a role a cell */
};

void
canvas_init(struct canvas *canvas, enum canvas_kind kind, struct area area);
void canvas_release(struct canvas *canvas);
void canvas_dot(struct canvas *canvas, int row, int col, enum role role);
/* Bresenham, from the first dot, which is drawn, to the second, which is too
 * with `every` 1; 2 draws every other dot, and so on. */
void canvas_line(struct canvas *canvas, int row0, int col0, int row1, int col1,
    int every, enum role role);
/* Puts the cells that hold a dot onto the surface. */
void canvas_show(const struct canvas *canvas, struct surface *surface);

#endif
