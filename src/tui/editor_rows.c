/* SPDX-License-Identifier: MIT */
/* The rows from `top` on, each wrapped once while the text stays. */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "tui/editor_parts.h"

enum {
	FIRST_ROOM = 32, /* rows */
	/* Rows before a change that it may move: a row ends by what comes
	 * behind it, and a mark may widen the cluster that stands there. */
	UNSURE = 2,
};

int
editor_wrap_cols(const struct editor *editor)
{
	return editor->cols > 1 ? editor->cols - 1 : 1;
}

struct wrap_row
editor_row_at(const struct editor *editor, size_t start)
{
	const struct str *text = &editor->text.bytes;

	return wrap_row_at(text->s, text->len, start, editor_wrap_cols(editor));
}

static void
add(struct editor_rows *rows, struct wrap_row row)
{
	if (rows->n == rows->room) {
		rows->room = rows->room > 0 ? 2 * rows->room : FIRST_ROOM;
		rows->at =
		    mem_grow(rows->at, (size_t)rows->room, sizeof(*rows->at));
	}
	rows->at[rows->n++] = row;
}

const struct wrap_row *
editor_next_row(struct editor *editor, int i)
{
	struct editor_rows *rows = &editor->wrapped;

	while (rows->n <= i) {
		size_t start =
		    rows->n > 0 ? rows->at[rows->n - 1].next : editor->top;

		if (start > editor->text.bytes.len)
			return NULL;
		add(rows, editor_row_at(editor, start));
	}
	return &rows->at[i];
}

void
editor_rows_keep(struct editor *editor, size_t from)
{
	struct editor_rows *rows = &editor->wrapped;

	while (rows->n > 0 && rows->at[rows->n - 1].next > from)
		rows->n--;
	rows->n = rows->n > UNSURE ? rows->n - UNSURE : 0;
}

void
editor_set_top(struct editor *editor, size_t top)
{
	struct editor_rows *rows = &editor->wrapped;
	int i = 0;

	while (i < rows->n && rows->at[i].start != top)
		i++;
	rows->n -= i;
	if (i > 0 && rows->n > 0)
		memmove(rows->at, rows->at + i,
		    (size_t)rows->n * sizeof(*rows->at));
	editor->top = top;
}

void
editor_rows_forget(struct editor *editor)
{
	editor->wrapped.n = 0;
}

void
editor_rows_release(struct editor *editor)
{
	free(editor->wrapped.at);
	editor->wrapped = (struct editor_rows){0};
}
