/* SPDX-License-Identifier: MIT */
/* What all screens look like: a title row, a body, a footer row. */
#ifndef SCREENS_FRAME_H
#define SCREENS_FRAME_H

#include "core/verdict.h"
#include "tui/keymap.h"
#include "tui/surface.h"

/* Draws title (left) and `right` (may be NULL) in the first row, a rule under
 * it, the keys in the last; returns the body between them. */
struct area frame_draw(struct surface *surface, const char *title,
    const char *right, enum role right_role, const struct key_binding *keys);

/* That body, without drawing. */
struct area frame_body(int rows, int cols);

/* The bindings of a page that scrolls; `action` is the screen's own. */
#define FRAME_SCROLL_KEYS(action)                                              \
	{{'j', K_DOWN, ' ', K_PAGE_DOWN, K_CTRL('d')}, action, "scroll",       \
	    "scroll down"},                                                    \
	    {{'k', K_UP, K_PAGE_UP, K_CTRL('u')}, action, NULL, "scroll up"},  \
	{                                                                      \
		{'g', 'G', K_HOME, K_END}, action, NULL,                       \
		    "to the top, to the end"                                   \
	}

/* The bindings of a list; `action` is the screen's own. */
#define FRAME_LIST_KEYS(action)                                                \
	{{'j', K_DOWN}, action, NULL, "next row"},                             \
	    {{'k', K_UP}, action, NULL, "previous row"},                       \
	    {{K_PAGE_DOWN, K_CTRL('d'), K_PAGE_UP, K_CTRL('u')}, action, NULL, \
		"a page down, up"},                                            \
	{                                                                      \
		{'g', 'G', K_HOME, K_END}, action, NULL, "first row, last row" \
	}

/* The rows of the body, for paging. */
int frame_rows(int rows);

/* A text cut to a column of a list's row, `at` cells from its left; returns
 * where the next column begins, a blank behind it. */
int frame_column(struct surface *surface, struct area row, int at, int cells,
    enum role role, const char *text);

/* Centred lines, for empty screens; NULL ends them. */
void frame_empty(
    struct surface *surface, struct area area, const char *const *lines);

/* A question on top of the body, with its keys: `x  abandon it` … ; each line
 * is a key and what it does.  NULL ends them. */
void frame_ask(struct surface *surface, struct area area, const char *text,
    const char *const *choices);

/* One line over the keys, on top of the body; nothing where it is "". */
void frame_notice(struct surface *surface, const char *notice);

/* The same in a row that is empty.  Where a notice doesn't fit, its paths are
 * cut to their last name: what went wrong stands behind them. */
void frame_notice_at(struct surface *surface, int row, const char *notice);

enum role verdict_role(enum verdict verdict);

/* `3.5`, `-` where there is none: at most one decimal beside the bar would
 * round 3.46 up to it, so two are shown. */
void score_text(char out[16], struct score score);

#endif
