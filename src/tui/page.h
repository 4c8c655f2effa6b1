/* SPDX-License-Identifier: MIT */
/*
 * A page of paragraphs longer than its area: drawn from the top down, what is
 * scrolled away or does not fit is left out.
 */
#ifndef TUI_PAGE_H
#define TUI_PAGE_H

#include "tui/flow.h"
#include "tui/surface.h"
#include "tui/table.h"

struct page {
	struct surface *surface;
	struct area area;
	int top; /* rows scrolled away */
	int row; /* rows written so far */
};

struct page page_begin(struct surface *surface, struct area area, int top);

/* A wrapped paragraph, indented by `indent` cells. */
void page_text(struct page *page, int indent, enum role role, const char *text);
void page_textf(struct page *page, int indent, enum role role, const char *fmt,
    ...) __attribute__((format(printf, 4, 5)));

/* The same with `n` marked spans, see flow_draw_spans(). */
void page_spans(struct page *page, int indent, enum role role, const char *text,
    const struct span *spans, size_t n);

/* A table (tui/table.h), indented by `indent` cells. */
void page_table(struct page *page, int indent, const struct table *table);

/* An empty row. */
void page_gap(struct page *page);

/* The surface row of the next line, for drawing beside the flow; -1 when it
 * is not visible.  Advances by one row. */
int page_row(struct page *page);

typedef void page_fn(const void *arg, struct page *page);

/* The rows that a page takes at a width of `cols` cells. */
int page_rows(page_fn *draw, const void *arg, int cols);

/* The top that a scrolling key leads to, at most so far that the last row of
 * `rows` still shows; returns false when the key is none. */
bool page_key(int *top, int key, int rows, int area_rows);

#endif
