/* SPDX-License-Identifier: MIT */
#include "tui/editor.h"

#include "base/utf8.h"
#include "tui/editor_parts.h"
#include "tui/motion.h"

/* The viewport until editor_resize() says otherwise. */
enum { FIRST_ROWS = 24, FIRST_COLS = 80 };

void
editor_init(struct editor *editor, size_t limit)
{
	*editor = (struct editor){
	    .goal = -1,
	    .rows = FIRST_ROWS,
	    .cols = FIRST_COLS,
	    .limit = limit,
	    .killed = STR_INIT,
	    .mark = EDITOR_NO_MARK,
	    .search.words = STR_INIT,
	};
	text_init(&editor->text);
}

void
editor_release(struct editor *editor)
{
	text_release(&editor->text);
	editor_rows_release(editor);
	str_release(&editor->killed);
	str_release(&editor->search.words);
}

/* Appends valid UTF-8 whose only line end is \n. */
static void
add_clean(struct str *out, const char *text, size_t n)
{
	size_t kept = 0;

	utf8_repair(out, text, n);
	for (size_t i = 0; i < out->len; i++) {
		if (out->s[i] != '\r')
			out->s[kept++] = out->s[i];
		else if (out->s[i + 1] != '\n')
			out->s[kept++] = '\n';
	}
	str_cut(out, kept);
}

void
editor_selection(const struct editor *editor, size_t *from, size_t *to)
{
	size_t caret = editor->caret, mark = editor->mark;

	if (mark == EDITOR_NO_MARK)
		mark = caret;
	*from = mark < caret ? mark : caret;
	*to = mark < caret ? caret : mark;
}

bool
editor_has_selection(const struct editor *editor)
{
	return editor->mark != EDITOR_NO_MARK && editor->mark != editor->caret;
}

bool
editor_drop_mark(struct editor *editor)
{
	bool dropped = editor->mark != EDITOR_NO_MARK;

	editor->mark = EDITOR_NO_MARK;
	editor->mark_shifts = false;
	return dropped;
}

/* Forgets what only a sequence of keys is good for. */
static void
end_sequence(struct editor *editor)
{
	editor->goal = -1;
	editor->killing = false;
	editor_search_close(editor);
	text_break(&editor->text);
}

void
editor_set(struct editor *editor, const char *text, size_t n, size_t caret)
{
	struct str clean = STR_INIT;

	add_clean(&clean, text, n);
	text_set(&editor->text, clean.s, clean.len);
	editor->caret = motion_floor(
	    clean.s, clean.len, caret < clean.len ? caret : clean.len);
	editor->full = false;
	editor_drop_mark(editor);
	end_sequence(editor);
	editor_reflow(editor);
	str_release(&clean);
}

const char *
editor_text(const struct editor *editor, size_t *n)
{
	*n = editor->text.bytes.len;
	return editor->text.bytes.s;
}

void
editor_move(struct editor *editor, size_t to)
{
	editor->caret = to;
	text_break(&editor->text);
	editor_scroll(editor);
}

/* A change may have joined what stands on both sides of its end. */
static void
put_caret(struct editor *editor, size_t at)
{
	const struct str *text = &editor->text.bytes;

	editor->caret = motion_ceil(text->s, text->len, at);
}

/* After a change that may have been anywhere. */
static void
return_to(struct editor *editor, size_t at)
{
	editor->full = false;
	editor_drop_mark(editor);
	put_caret(editor, at);
	editor_reflow(editor);
}

/* Puts the bytes in the place of those between two boundaries. */
static void
put(struct editor *editor, size_t from, size_t to, const char *bytes, size_t n)
{
	text_replace(&editor->text, from, to - from, bytes, n);
	editor_rows_keep(editor, from);
	editor_drop_mark(editor);
	put_caret(editor, from + n);
	if (from < editor->top)
		editor_reflow(editor);
	else
		editor_settle(editor);
}

void
editor_insert(struct editor *editor, const char *bytes, size_t n)
{
	size_t from, to;

	editor_selection(editor, &from, &to);
	size_t len = editor->text.bytes.len - (to - from);
	size_t left = editor->limit > len ? editor->limit - len : 0;

	editor->full = editor->limit > 0 && n > left;
	if (editor->full)
		n = motion_floor(bytes, n, left);
	if (n > 0)
		put(editor, from, to, bytes, n);
}

void
editor_remove(struct editor *editor, size_t from, size_t to)
{
	editor->full = false;
	if (from < to)
		put(editor, from, to, "", 0);
}

void
editor_paste(struct editor *editor, const char *text, size_t n)
{
	struct str clean = STR_INIT;

	if (editor->locked)
		return;
	add_clean(&clean, text, n);
	if (editor->search.open) {
		editor_search_add(editor, clean.s, clean.len);
	} else {
		end_sequence(editor);
		editor_insert(editor, clean.s, clean.len);
		text_break(&editor->text);
	}
	str_release(&clean);
}

void
editor_replace(struct editor *editor, const char *text, size_t n)
{
	struct str clean = STR_INIT;

	end_sequence(editor);
	add_clean(&clean, text, n);
	n = clean.len;
	editor->full = editor->limit > 0 && n > editor->limit;
	if (editor->full)
		n = motion_floor(clean.s, n, editor->limit);
	text_replace(&editor->text, 0, editor->text.bytes.len, clean.s, n);
	text_break(&editor->text);
	editor_drop_mark(editor);
	put_caret(editor, n);
	editor_reflow(editor);
	str_release(&clean);
}

void
editor_undo(struct editor *editor)
{
	size_t at;

	if (text_undo(&editor->text, &at))
		return_to(editor, at);
}

void
editor_redo(struct editor *editor)
{
	size_t at;

	if (text_redo(&editor->text, &at))
		return_to(editor, at);
}
