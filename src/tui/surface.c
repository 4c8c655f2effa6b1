/* SPDX-License-Identifier: MIT */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "tui/cluster.h"
#include "tui/surface_cells.h"

enum {
	CLUSTERS_KEPT = 4096, /* more are forgotten at the next clearing */
};

static const struct cell blank_cell = {.glyph = ' ', .width = 1};

void
surface_init(struct surface *surface, int rows, int cols)
{
	*surface = (struct surface){0};
	surface_resize(surface, rows, cols);
}

void
surface_release(struct surface *surface)
{
	cluster_forget(surface);
	free(surface->cells);
	free(surface->drawn);
	lines_resize(surface, 0);
	free(surface->kept);
	surface->cells = NULL;
	surface->drawn = NULL;
	surface->kept = NULL;
	surface->rows = surface->cols = 0;
}

void
surface_resize(struct surface *surface, int rows, int cols)
{
	size_t n, width;

	surface->rows = rows > 0 ? rows : 0;
	surface->cols = cols > 0 ? cols : 0;
	width = (size_t)surface->cols;
	n = (size_t)surface->rows * width;
	/* And a row that stays blank. */
	surface->cells =
	    mem_grow(surface->cells, n + width, sizeof(struct cell));
	surface_repeat(surface->cells + n, width, blank_cell);
	surface->drawn =
	    mem_grow(surface->drawn, (size_t)surface->rows, sizeof(bool));
	for (int row = 0; row < surface->rows; row++)
		surface->drawn[row] = true;
	lines_resize(surface, surface->rows);
	cluster_forget(surface);
	surface_clear(surface);
}

/* By copies that double. */
void
surface_repeat(struct cell *cells, size_t n, struct cell cell)
{
	size_t done = 1;

	if (n == 0)
		return;
	cells[0] = cell;
	for (size_t more; done < n; done += more) {
		more = done < n - done ? done : n - done;
		memcpy(cells + done, cells, more * sizeof(cell));
	}
}

bool
cluster_forget_many(struct surface *surface)
{
	bool many = surface->n_clusters > CLUSTERS_KEPT;

	if (many)
		cluster_forget(surface);
	return many;
}

void
line_blank(struct surface *surface, int row)
{
	size_t cols = (size_t)surface->cols;
	const struct cell *blank =
	    surface->cells + (size_t)surface->rows * cols;
	struct line *line = &surface->kept[row];

	memcpy(surface->cells + (size_t)row * cols, blank,
	    cols * sizeof(struct cell));
	line->left = line->alone = line->same = false;
}

void
surface_clear(struct surface *surface)
{
	cluster_forget_many(surface);
	surface->caret_row = surface->caret_col = -1;
	for (int row = 0; row < surface->rows; row++) {
		if (surface->drawn[row])
			line_blank(surface, row);
		surface->drawn[row] = false;
	}
}

struct area
surface_area(const struct surface *surface)
{
	return (struct area){0, 0, surface->rows, surface->cols};
}

void
surface_caret(struct surface *surface, int row, int col)
{
	bool inside =
	    row >= 0 && row < surface->rows && col >= 0 && col < surface->cols;

	surface->caret_row = inside ? row : -1;
	surface->caret_col = inside ? col : -1;
}

const char *
surface_cell_text(
    const struct surface *surface, const struct cell *cell, char buf[8])
{
	if (cell->glyph >= GLYPH_CLUSTER)
		return surface->clusters[cell->glyph - GLYPH_CLUSTER];
	buf[cell->width > 0 ? utf8_encode(buf, cell->glyph) : 0] = '\0';
	return buf;
}

void
surface_row_text(const struct surface *surface, int row, struct str *out)
{
	char buf[8];
	size_t end = out->len;

	if (row < 0 || row >= surface->rows)
		return;
	for (int col = 0; col < surface->cols; col++) {
		const struct cell *cell = surface->cells +
					  (size_t)row * (size_t)surface->cols +
					  (size_t)col;

		str_add(out, surface_cell_text(surface, cell, buf));
		if (cell->glyph != ' ' && cell->width > 0)
			end = out->len;
	}
	str_cut(out, end);
}

void
surface_all_text(const struct surface *surface, struct str *out)
{
	for (int row = 0; row < surface->rows; row++) {
		surface_row_text(surface, row, out);
		str_ch(out, '\n');
	}
}
