/* SPDX-License-Identifier: MIT */
/* What the files of the surface share. */
#ifndef TUI_SURFACE_CELLS_H
#define TUI_SURFACE_CELLS_H

#include "tui/surface.h"

/* Fills `n` cells. */
void surface_repeat(struct cell *cells, size_t n, struct cell cell);

/* Makes the row blank. */
void line_blank(struct surface *surface, int row);

/* Before anything is drawn into the row. */
static inline void
line_touch(struct surface *surface, int row)
{
	struct line *line = &surface->kept[row];

	if (line->left)
		line_blank(surface, row);
	line->alone = line->same = false;
	surface->drawn[row] = true;
}

/* Forgets what stays of the lines, for so many rows from now on. */
void lines_resize(struct surface *surface, int rows);

/* True where the clusters were too many and are forgotten: what shows them is
 * to be drawn anew. */
bool cluster_forget_many(struct surface *surface);

#endif
