/* SPDX-License-Identifier: MIT */
#include "tui/laid.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "tui/flow.h"

enum { FIRST_ROOM = 16 }; /* rows */

void
laid_release(struct laid *laid)
{
	free(laid->text);
	free(laid->rows);
	*laid = (struct laid){0};
}

static void
add_row(void *data, size_t at, size_t n)
{
	struct laid *laid = data;

	if (laid->n == laid->room) {
		laid->room = laid->room > 0 ? 2 * laid->room : FIRST_ROOM;
		laid->rows = mem_grow(
		    laid->rows, (size_t)laid->room, sizeof(struct laid_row));
	}
	laid->rows[laid->n++] = (struct laid_row){at, n};
}

int
laid_rows(struct laid *laid, const char *text, int cols)
{
	if (laid->text != NULL && laid->cols == cols &&
	    strcmp(laid->text, text) == 0)
		return laid->n;
	free(laid->text);
	laid->text = mem_text(text);
	laid->cols = cols;
	laid->n = 0;
	flow_each(text, cols, add_row, laid);
	return laid->n;
}

void
laid_draw(const struct laid *laid, struct surface *surface, struct area area,
    enum role role, int skip)
{
	for (int i = 0; i < area.rows && i + skip < laid->n; i++) {
		const struct laid_row *row = &laid->rows[i + skip];

		surface_line(surface, area.row + i, area.col, area.cols, role,
		    laid->text + row->at, row->n);
	}
}
