/* SPDX-License-Identifier: MIT */
#include "tui/layout.h"

static int
within(int wanted, int most)
{
	if (wanted > most)
		wanted = most;
	return wanted > 0 ? wanted : 0;
}

struct area
layout_top(struct area *left, int rows)
{
	struct area taken = *left;

	taken.rows = within(rows, left->rows);
	left->row += taken.rows;
	left->rows -= taken.rows;
	return taken;
}

struct area
layout_bottom(struct area *left, int rows)
{
	struct area taken = *left;

	taken.rows = within(rows, left->rows);
	left->rows -= taken.rows;
	taken.row = left->row + left->rows;
	return taken;
}

struct area
layout_left(struct area *left, int cols)
{
	struct area taken = *left;

	taken.cols = within(cols, left->cols);
	left->col += taken.cols;
	left->cols -= taken.cols;
	return taken;
}

struct area
layout_right(struct area *left, int cols)
{
	struct area taken = *left;

	taken.cols = within(cols, left->cols);
	left->cols -= taken.cols;
	taken.col = left->col + left->cols;
	return taken;
}

struct area
layout_readable(struct area area)
{
	if (area.cols > LAYOUT_MEASURE)
		area.cols = LAYOUT_MEASURE;
	return area;
}

bool
layout_shows(struct area area)
{
	return area.rows > 0 && area.cols > 0;
}

bool
layout_holds(struct area area, int row, int col)
{
	return row >= area.row && row < area.row + area.rows &&
	       col >= area.col && col < area.col + area.cols;
}
