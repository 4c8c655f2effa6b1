/* SPDX-License-Identifier: MIT */
#include "tui/spread.h"

#include "tui/layout.h"

/* Returns the rows of the longer part, or of both. */
static int
walk(const struct spread *spread, const void *arg, struct surface *surface,
    struct area area, int top)
{
	bool wide = area.cols >= LAYOUT_WIDE_COLS;
	struct area left = area;
	struct page first, second;

	if (wide) {
		left = layout_left(&area, (area.cols - LAYOUT_GAP) / 2);
		layout_left(&area, LAYOUT_GAP);
	}
	first = page_begin(surface, layout_readable(left), top);
	spread->first(arg, &first);
	if (!wide) {
		page_gap(&first);
		spread->second(arg, &first);
		return first.row;
	}
	second = page_begin(surface, layout_readable(area), top);
	spread->second(arg, &second);
	return first.row > second.row ? first.row : second.row;
}

void
spread_draw(const struct spread *spread, const void *arg,
    struct surface *surface, struct area area, int top)
{
	walk(spread, arg, surface, area, top);
}

int
spread_rows(const struct spread *spread, const void *arg, int cols)
{
	struct surface nowhere;
	int rows;

	surface_init(&nowhere, 1, 1);
	rows = walk(spread, arg, &nowhere, (struct area){.cols = cols}, 0);
	surface_release(&nowhere);
	return rows;
}
