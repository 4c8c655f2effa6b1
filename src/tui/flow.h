/* SPDX-License-Identifier: MIT */
/*
 * Running text in an area: wrapped at UAX #14 opportunities (libunistring),
 * newlines kept.
 */
#ifndef TUI_FLOW_H
#define TUI_FLOW_H

#include "tui/surface.h"

/*
 * Draws `text` wrapped into the area, leaving out its first `skip` rows.
 * Returns the rows that the whole text takes at that width, drawn or not.
 */
int flow_draw(struct surface *surface, struct area area, enum role role,
    const char *text, int skip);

/* The rows that the text takes at a width of `cols` cells. */
int flow_rows(const char *text, int cols);

#endif
