/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "tui/editor_parts.h"
#include "tui/wrap.h"

int
editor_text_rows(const struct editor *editor)
{
	return editor->search.open && editor->rows > 1 ? editor->rows - 1
						       : editor->rows;
}

static size_t
row_start_of(const struct editor *editor, size_t at)
{
	const struct str *text = &editor->text.bytes;

	return wrap_row_of(text->s, text->len, at, editor_wrap_cols(editor))
	    .start;
}

/* Moves `top` up by so many rows, as far as there are any. */
static void
scroll_back(struct editor *editor, int rows)
{
	const struct str *text = &editor->text.bytes;
	int cols = editor_wrap_cols(editor);
	size_t top = editor->top;

	for (; rows > 0 && top > 0; rows--)
		top = wrap_row_before(text->s, text->len, top, cols).start;
	editor_set_top(editor, top);
}

/*
 * The rows from `top` to the one of `at`, but `most` at most.  Rows are wrapped
 * from `top` on: what stands above it costs nothing.
 */
static int
rows_to(struct editor *editor, size_t at, int most)
{
	int rows = 1;

	while (rows < most && editor_row(editor, rows - 1)->next <= at)
		rows++;
	return rows;
}

/* So that drawing finds all its rows. */
static void
wrap_shown(struct editor *editor)
{
	editor_row(editor, editor_text_rows(editor) - 1);
}

void
editor_scroll(struct editor *editor)
{
	int shown = editor_text_rows(editor);
	int far = 2 * shown;
	int rows;

	if (editor->caret < editor->top)
		editor_set_top(editor, row_start_of(editor, editor->caret));
	rows = rows_to(editor, editor->caret, far);
	/* Too far to walk: begin anew a page above the caret. */
	if (rows == far) {
		editor_set_top(editor, row_start_of(editor, editor->caret));
		scroll_back(editor, shown - 1);
		rows = rows_to(editor, editor->caret, far);
	}
	if (rows > shown)
		editor_set_top(editor, editor_row(editor, rows - shown)->start);
	wrap_shown(editor);
}

void
editor_settle(struct editor *editor)
{
	/* The text may end before `top` now. */
	if (editor->caret < editor->top ||
	    editor->caret < editor_row_at(editor, editor->top).next)
		editor_set_top(editor, row_start_of(editor, editor->caret));
	editor_scroll(editor);
}

void
editor_reflow(struct editor *editor)
{
	size_t n = editor->text.bytes.len;

	editor_rows_forget(editor);
	editor->top = row_start_of(editor, editor->top < n ? editor->top : n);
	editor_scroll(editor);
}

void
editor_resize(struct editor *editor, int rows, int cols)
{
	rows = rows > 0 ? rows : 1;
	cols = cols > 0 ? cols : 1;
	if (rows == editor->rows && cols == editor->cols)
		return;
	editor->rows = rows;
	editor->cols = cols;
	editor_reflow(editor);
	/* Rows that became free at the bottom show what is above. */
	rows = editor_text_rows(editor);
	scroll_back(
	    editor, rows - rows_to(editor, editor->text.bytes.len, rows));
	wrap_shown(editor);
}

/* A tab is a gap, all else is made safe by the surface. */
static void
draw_tabbed(const char *s, size_t n, struct surface *surface, struct area area)
{
	size_t at = 0;
	int cell = 0;

	while (at < n && cell < area.cols) {
		const char *tab = memchr(s + at, '\t', n - at);
		size_t end = tab == NULL ? n : (size_t)(tab - s);

		cell += surface_textn(surface, area.row, area.col + cell,
		    area.cols - cell, ROLE_TEXT, s + at, end - at);
		if (tab != NULL)
			cell += WRAP_TAB - cell % WRAP_TAB;
		at = end + 1;
	}
}

static void
draw_row(const struct editor *editor, const struct wrap_row *row,
    struct surface *surface, struct area area)
{
	const struct surface_text what = {
	    .col = area.col,
	    .room = area.cols,
	    .role = ROLE_TEXT,
	    .text = editor->text.bytes.s + row->start,
	    .n = row->end - row->start,
	};

	if (surface_stays(surface, area.row, &what))
		return;
	draw_tabbed(what.text, what.n, surface, area);
	surface_keep(surface, area.row, &what);
}

struct range {
	size_t from, to;
};

/* What is shown as selected: while a search is open, what was found. */
static struct range
shown_selection(const struct editor *editor)
{
	struct range range = {editor->caret, editor->search.end};

	if (!editor->search.open)
		editor_selection(editor, &range.from, &range.to);
	return range;
}

/* A selected line end is a cell behind the row. */
static void
draw_selection(const struct editor *editor, struct range range,
    const struct wrap_row *row, struct surface *surface, struct area area)
{
	const char *s = editor->text.bytes.s;

	if (range.from >= row->next || range.to <= row->start)
		return;
	int first =
	    range.from > row->start ? wrap_cell_of(s, row, range.from) : 0;
	int last = wrap_cell_of(s, row, range.to);

	if (range.to > row->end && row->next > row->end)
		last++;
	if (last > area.cols)
		last = area.cols;
	surface_fill(surface,
	    (struct area){area.row, area.col + first, 1, last - first},
	    ROLE_SELECTED, false);
}

static void
draw_caret(const struct editor *editor, const struct wrap_row *row,
    struct surface *surface, struct area area)
{
	int cell = wrap_cell_of(editor->text.bytes.s, row, editor->caret);

	if (cell > area.cols - 1)
		cell = area.cols - 1;
	surface_caret(surface, area.row, area.col + cell);
}

void
editor_draw(const struct editor *editor, struct surface *surface,
    struct area area, bool focus)
{
	size_t n = editor->text.bytes.len;
	size_t start = editor->top;
	const struct editor_rows *known = &editor->wrapped;
	struct range selected = shown_selection(editor);

	if (area.cols <= 0 || area.rows <= 0)
		return;
	if (editor->search.open) {
		area.rows--;
		editor_search_draw(editor, surface,
		    (struct area){area.row + area.rows, area.col, 1, area.cols},
		    focus);
		focus = false;
	}
	for (int i = 0; i < area.rows && start <= n; i++, area.row++) {
		struct wrap_row row =
		    i < known->n ? known->at[i] : editor_row_at(editor, start);

		draw_row(editor, &row, surface, area);
		if (selected.from < selected.to)
			draw_selection(editor, selected, &row, surface, area);
		if (focus && start <= editor->caret && editor->caret < row.next)
			draw_caret(editor, &row, surface, area);
		start = row.next;
	}
}
