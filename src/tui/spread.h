/* SPDX-License-Identifier: MIT */
/*
 * A spread: a page in two parts that scroll as one: beside each other where it
 * is wide, else one under the other with an empty row between them.  No line is
 * wider than LAYOUT_MEASURE.
 */
#ifndef TUI_SPREAD_H
#define TUI_SPREAD_H

#include "tui/page.h"

struct spread {
	page_fn *first, *second;
};

void spread_draw(const struct spread *spread, const void *arg,
    struct surface *surface, struct area area, int top);

/* The rows that it takes in an area of that width. */
int spread_rows(const struct spread *spread, const void *arg, int cols);

#endif
