/* SPDX-License-Identifier: MIT */
/* Frames, and the rows that stay from one to the next. */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "tui/surface_cells.h"

void
lines_resize(struct surface *surface, int rows)
{
	for (int row = 0; row < surface->n_kept; row++)
		str_release(&surface->kept[row].text);
	free(surface->kept);
	surface->n_kept = rows;
	surface->kept = mem_zero((size_t)rows + 1, sizeof(*surface->kept));
	for (int row = 0; row < rows; row++)
		str_init(&surface->kept[row].text);
}

void
surface_begin(struct surface *surface)
{
	if (cluster_forget_many(surface)) {
		surface_clear(surface);
		return;
	}
	surface->frame++;
	surface->caret_row = surface->caret_col = -1;
	for (int row = 0; row < surface->rows; row++) {
		surface->kept[row].left = surface->drawn[row];
		surface->kept[row].same = false;
	}
}

void
surface_end(struct surface *surface)
{
	for (int row = 0; row < surface->rows; row++)
		if (surface->kept[row].left) {
			line_blank(surface, row);
			surface->drawn[row] = false;
		}
}

static bool
is_same(const struct line *line, int col, int room, enum role role,
    const char *text, size_t n)
{
	return line->alone && line->col == col && line->room == room &&
	       line->role == role && line->text.len == n &&
	       memcmp(line->text.s, text, n) == 0;
}

void
surface_line(struct surface *surface, int row, int col, int room,
    enum role role, const char *text, size_t n)
{
	struct line *line;
	bool first;

	if (row < 0 || row >= surface->rows)
		return;
	line = &surface->kept[row];
	first = line->left || !surface->drawn[row];
	if (line->left && is_same(line, col, room, role, text, n)) {
		line->left = false;
		line->same = true;
		return;
	}
	surface_textn(surface, row, col, room, role, text, n);
	if (!first)
		return;
	line->alone = surface->drawn[row];
	line->col = col;
	line->room = room;
	line->role = role;
	str_clear(&line->text);
	str_addn(&line->text, text, n);
}
