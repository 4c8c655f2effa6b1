/* SPDX-License-Identifier: MIT */
#include "tui/canvas.h"

#include <stdlib.h>

#include "base/mem.h"
#include "base/utf8.h"

enum {
	BRAILLE = 0x2800, /* U+2800 plus a bit a dot, ISO/TR 11548-1 */
	MAX_DOT_ROWS = 4,
	MAX_DOT_COLS = 2,
};

/* How a kind divides a cell. */
struct grid {
	int rows, cols; /* dots in a cell */
	unsigned char bits[MAX_DOT_ROWS][MAX_DOT_COLS];
};

static const struct grid grids[] = {
    [CANVAS_BRAILLE] =
	{
	    .rows = 4,
	    .cols = 2,
	    .bits = {{0x01, 0x08}, {0x02, 0x10}, {0x04, 0x20}, {0x40, 0x80}},
	},
    [CANVAS_BLOCK] = {.rows = 2, .cols = 1, .bits = {{1}, {2}}},
    [CANVAS_ASCII] = {.rows = 1, .cols = 1, .bits = {{1}}},
};

/* By mask: none, upper half, lower half, both. */
static const char *const blocks[] = {" ", "▀", "▄", "█"};

void
canvas_init(struct canvas *canvas, enum canvas_kind kind, struct area area)
{
	size_t cells;

	if (area.rows < 0)
		area.rows = 0;
	if (area.cols < 0)
		area.cols = 0;
	cells = (size_t)area.rows * (size_t)area.cols;
	*canvas = (struct canvas){
	    .kind = kind,
	    .area = area,
	    .dot_rows = area.rows * grids[kind].rows,
	    .dot_cols = area.cols * grids[kind].cols,
	    .dots = mem_zero(cells, 1),
	    .roles = mem_zero(cells, 1),
	};
}

void
canvas_release(struct canvas *canvas)
{
	free(canvas->dots);
	free(canvas->roles);
	*canvas = (struct canvas){0};
}

void
canvas_dot(struct canvas *canvas, int row, int col, enum role role)
{
	const struct grid *grid = &grids[canvas->kind];

	if (row < 0 || row >= canvas->dot_rows)
		return;
	if (col < 0 || col >= canvas->dot_cols)
		return;
	int cell = row / grid->rows * canvas->area.cols + col / grid->cols;

	canvas->dots[cell] |= grid->bits[row % grid->rows][col % grid->cols];
	canvas->roles[cell] = (unsigned char)role;
}

static int
sign(int x)
{
	return (x > 0) - (x < 0);
}

void
canvas_line(struct canvas *canvas, int row0, int col0, int row1, int col1,
    int every, enum role role)
{
	int rows = abs(row1 - row0);
	int cols = abs(col1 - col0);
	int error = cols - rows;

	canvas_dot(canvas, row0, col0, role);
	for (int i = 1; row0 != row1 || col0 != col1; i++) {
		int twice = 2 * error;

		if (twice > -rows) {
			error -= rows;
			col0 += sign(col1 - col0);
		}
		if (twice < cols) {
			error += cols;
			row0 += sign(row1 - row0);
		}
		if (i % every == 0)
			canvas_dot(canvas, row0, col0, role);
	}
}

/* In ASCII the line is told by its character, as it may have no colour. */
static const char *
ascii_glyph(enum role role)
{
	if (role == ROLE_BAR)
		return "-";
	return role == ROLE_SMOOTH ? "~" : ".";
}

static void
show_cell(
    const struct canvas *canvas, int row, int col, struct surface *surface)
{
	int cell = row * canvas->area.cols + col;
	enum role role = canvas->roles[cell];
	const char *glyph = NULL;
	char braille[5] = "";

	switch (canvas->kind) {
	case CANVAS_BRAILLE:
		utf8_encode(braille, BRAILLE + canvas->dots[cell]);
		glyph = braille;
		break;
	case CANVAS_BLOCK:
		glyph = blocks[canvas->dots[cell]];
		break;
	case CANVAS_ASCII:
		glyph = ascii_glyph(role);
		break;
	}
	surface_text(surface, canvas->area.row + row, canvas->area.col + col, 1,
	    role, glyph);
}

void
canvas_show(const struct canvas *canvas, struct surface *surface)
{
	for (int row = 0; row < canvas->area.rows; row++)
		for (int col = 0; col < canvas->area.cols; col++)
			if (canvas->dots[row * canvas->area.cols + col] != 0)
				show_cell(canvas, row, col, surface);
}
