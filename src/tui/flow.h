/* SPDX-License-Identifier: MIT */
/*
 * Running text in an area: wrapped at UAX #14 opportunities (libunistring),
 * newlines kept.  Parts of it may be marked.
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

/* Bytes of a text that are drawn in a role of their own. */
struct span {
	size_t at, n;
	enum role role;
	const char *label; /* drawn behind it: ` [label]`, dim; NULL: none */
};

/*
 * As flow_draw(), with `n` spans by `at` that don't overlap.  A label is text
 * of the layout and wraps as such.  A span that begins or ends within a
 * cluster takes the whole of it.
 */
int flow_draw_spans(struct surface *surface, struct area area, enum role role,
    const char *text, const struct span *spans, size_t n, int skip);

/* Calls `row` with each row's bytes, from the first one on. */
void flow_each(const char *text, int cols,
    void (*row)(void *to, size_t at, size_t n), void *to);

/* The rows that the text takes at a width of `cols` cells. */
int flow_rows(const char *text, int cols);

#endif
