/* SPDX-License-Identifier: MIT */
#include "tui/list.h"

#include "tui/layout.h"
#include "tui/screen.h"

static int
clamp(int value, int low, int high)
{
	if (value > high)
		value = high;
	return value < low ? low : value;
}

void
list_fit(struct list *list, int n, int rows)
{
	int page = rows > 1 ? rows : 1;

	list->n = n;
	list->selected = clamp(list->selected, 0, n - 1);
	list->top = clamp(list->top, list->selected - page + 1, list->selected);
	list->top = clamp(list->top, 0, n > page ? n - page : 0);
}

/* How far the key moves the selection; 0 for a key that does not. */
static int
steps_of(const struct list *list, int key, int rows)
{
	int page = rows > 2 ? rows - 1 : 1;
	int half = rows > 3 ? rows / 2 : 1;

	switch (key) {
	case 'j':
	case K_DOWN:
		return 1;
	case 'k':
	case K_UP:
		return -1;
	case K_CTRL('D'):
		return half;
	case K_CTRL('U'):
		return -half;
	case K_PAGE_DOWN:
		return page;
	case K_PAGE_UP:
		return -page;
	case 'g':
	case K_HOME:
		return -list->n - 1;
	case 'G':
	case K_END:
		return list->n + 1;
	default:
		return 0;
	}
}

bool
list_key(struct list *list, int key, int rows)
{
	int steps = steps_of(list, key, rows);

	if (steps == 0)
		return false;
	list->selected += steps;
	list_fit(list, list->n, rows);
	return true;
}

static int
click(struct list *list, const struct event *event, struct area area)
{
	int row = list->top + event->row - area.row;

	if (!layout_holds(area, event->row, event->col) || row >= list->n)
		return 0;
	if (row == list->selected)
		return '\n';
	list->selected = row;
	return 0;
}

/* The page moves, and the selection only where it would leave it. */
static void
scroll(struct list *list, int by, int rows)
{
	int most = list->n > rows ? list->n - rows : 0;

	list->top = clamp(list->top + by, 0, most);
	list->selected = clamp(list->selected, list->top, list->top + rows - 1);
	list_fit(list, list->n, rows);
}

int
list_mouse(struct list *list, const struct event *event, struct area area)
{
	switch (event->mouse) {
	case MOUSE_CLICK:
		return click(list, event, area);
	case MOUSE_WHEEL_UP:
		scroll(list, -MOUSE_ROWS, area.rows);
		break;
	case MOUSE_WHEEL_DOWN:
		scroll(list, MOUSE_ROWS, area.rows);
		break;
	}
	return 0;
}

static void
draw_row(const struct list *list, int index, struct surface *surface,
    struct area area, list_row_fn *row, const void *arg)
{
	bool selected = index == list->selected;
	enum role role = selected ? ROLE_SELECTED : ROLE_TEXT;

	if (selected) {
		surface_fill(surface, area, role, true);
		surface_text(surface, area.row, area.col, area.cols, role, ">");
		surface_caret(surface, area.row, area.col);
	}
	area.col += LIST_MARK;
	area.cols -= LIST_MARK;
	if (area.cols > 0)
		row(arg, index, surface, area, role);
}

void
list_draw(const struct list *list, struct surface *surface, struct area area,
    list_row_fn *row, const void *arg)
{
	struct list shown = *list;
	int rows = area.rows;

	if (rows <= 0 || area.cols <= 0)
		return;
	/* The area may be smaller than the page that the keys moved on. */
	list_fit(&shown, list->n, rows);
	area.rows = 1;
	for (int i = shown.top; i < shown.n && i < shown.top + rows; i++) {
		draw_row(&shown, i, surface, area, row, arg);
		area.row++;
	}
}
