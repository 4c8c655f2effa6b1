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
is_same(const struct line *line, const struct surface_text *what)
{
	return line->alone && line->col == what->col &&
	       line->room == what->room && line->role == what->role &&
	       line->text.len == what->n &&
	       memcmp(line->text.s, what->text, what->n) == 0;
}

bool
surface_stays(struct surface *surface, int row, const struct surface_text *what)
{
	struct line *line;

	if (row < 0 || row >= surface->rows)
		return true;
	line = &surface->kept[row];
	line->first = line->left || !surface->drawn[row];
	if (!line->left || !is_same(line, what))
		return false;
	line->left = false;
	line->same = true;
	return true;
}

void
surface_keep(struct surface *surface, int row, const struct surface_text *what)
{
	struct line *line = &surface->kept[row];

	line->alone = line->first && surface->drawn[row];
	if (!line->alone)
		return;
	line->col = what->col;
	line->room = what->room;
	line->role = what->role;
	str_clear(&line->text);
	str_addn(&line->text, what->text, what->n);
}

void
surface_line(struct surface *surface, int row, int col, int room,
    enum role role, const char *text, size_t n)
{
	const struct surface_text what = {col, room, role, text, n};

	if (surface_stays(surface, row, &what))
		return;
	surface_textn(surface, row, col, room, role, text, n);
	surface_keep(surface, row, &what);
}
