/* SPDX-License-Identifier: MIT */
#include "tui/field.h"

#include <limits.h>
#include <string.h>

#include "base/utf8.h"
#include "tui/motion.h"

enum {
	FIELD_LIMIT = 16 * 1024, /* bytes */
	FIELD_COLS = INT_MAX,    /* a field is never wrapped */
};

void
field_init(struct field *field)
{
	editor_init(&field->editor, FIELD_LIMIT);
	editor_resize(&field->editor, 1, FIELD_COLS);
}

void
field_release(struct field *field)
{
	editor_release(&field->editor);
}

/* Appends the text in one line. */
static void
add_line(struct str *out, const char *text, size_t n)
{
	for (size_t i = 0; i < n; i++)
		str_ch(out, text[i] == '\n' || text[i] == '\r' ? ' ' : text[i]);
}

void
field_set(struct field *field, const char *text)
{
	struct str line = STR_INIT;

	add_line(&line, text, strlen(text));
	editor_set(&field->editor, line.s, line.len, SIZE_MAX);
	str_release(&line);
}

const char *
field_text(const struct field *field)
{
	size_t n;

	return editor_text(&field->editor, &n);
}

bool
field_key(struct field *field, int key)
{
	switch (key) {
	case '\n':
	case '\t':
	case K_UP:
	case K_DOWN:
	case K_PAGE_UP:
	case K_PAGE_DOWN:
	case K_CTRL_SPACE:
	case K_ALT | ' ':
	case K_CTRL('S'):
	case K_ALT | '/':
		return false;
	default:
		return editor_key(&field->editor, key & ~K_SHIFT);
	}
}

void
field_paste(struct field *field, const char *text, size_t n)
{
	struct str line = STR_INIT;

	add_line(&line, text, n);
	editor_paste(&field->editor, line.s, line.len);
	str_release(&line);
}

/* Where drawing begins so that the caret, which needs a cell of its own, is
 * within `cols`; `*caret_cell` is its cell then. */
static size_t
first_shown(const struct editor *editor, int cols, int *caret_cell)
{
	const struct str *text = &editor->text.bytes;
	size_t first = editor->caret;

	*caret_cell = 0;
	while (first > 0) {
		size_t before = motion_left(text->s, text->len, first);
		int cells = utf8_cells(text->s + before, first - before);

		if (*caret_cell + cells > cols - 1)
			break;
		*caret_cell += cells;
		first = before;
	}
	return first;
}

void
field_draw(const struct field *field, struct surface *surface, int row, int col,
    int cols, bool focus)
{
	const struct editor *editor = &field->editor;
	const struct str *text = &editor->text.bytes;
	int caret_cell;
	size_t first = first_shown(editor, cols, &caret_cell);

	if (cols <= 0)
		return;
	surface_fill(
	    surface, (struct area){row, col, 1, cols}, ROLE_FIELD, true);
	surface_textn(surface, row, col, cols, ROLE_FIELD, text->s + first,
	    text->len - first);
	if (focus)
		surface_caret(surface, row, col + caret_cell);
}
