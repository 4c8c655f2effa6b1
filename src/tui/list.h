/* SPDX-License-Identifier: MIT */
/*
 * A list of `n` rows with one selected: motion, scrolling and drawing.  Rows
 * are drawn by a callback, so a list never holds its rows.
 */
#ifndef TUI_LIST_H
#define TUI_LIST_H

#include <stdbool.h>

#include "tui/event.h"
#include "tui/surface.h"

enum { LIST_MARK = 2 }; /* cells of the mark column: `> ` */

struct list {
	int n;
	int selected; /* 0 … n − 1, 0 when empty */
	int top;      /* first row on screen */
};

/* Keeps the selection in range and on a page of `rows` rows. */
void list_fit(struct list *list, int n, int rows);

/* Acts on j/k, arrows, g/G, Home/End, PgUp/PgDn, ^D/^U; false when the key
 * is none of them. */
bool list_key(struct list *list, int key, int rows);

/*
 * Acts on the mouse in the area that the list is drawn in: a click selects a
 * row, the wheel scrolls, the selection stays on the page.  Returns the key
 * that it stands for: Enter for a click on the selected row, else 0.
 */
int list_mouse(struct list *list, const struct event *event, struct area area);

/* Draws one row; `area` is one row high and leaves out the mark column. */
typedef void list_row_fn(const void *arg, int index, struct surface *surface,
    struct area area, enum role role);

/*
 * Draws the rows that fit, the selected one in ROLE_SELECTED over the whole
 * width with a `>` in its first cell and the hardware caret on it.
 */
void list_draw(const struct list *list, struct surface *surface,
    struct area area, list_row_fn *row, const void *arg);

#endif
