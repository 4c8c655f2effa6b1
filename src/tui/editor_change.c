/* SPDX-License-Identifier: MIT */
/* What changes the text: typing, deleting, cutting and putting back. */
#include <string.h>

#include "base/utf8.h"
#include "tui/editor_parts.h"
#include "tui/motion.h"

/*
 * Whether a change goes on with the undo group of the one before, from the
 * bytes where they meet: lines and words are undone one at a time.
 */
static bool
same_group(char before, char now)
{
	bool begins_word =
	    (now == ' ' || now == '\t') && before != ' ' && before != '\t';

	return before != '\n' && now != '\n' && !begins_word;
}

void
editor_type(struct editor *editor, int key)
{
	const struct text_change *last = text_last(&editor->text);
	char bytes[4];
	size_t n = utf8_encode(bytes, (uint32_t)key);

	if (last != NULL &&
	    (last->n_inserted == 0 || editor_has_selection(editor) ||
		editor->caret != last->at + last->n_inserted ||
		!same_group(last->inserted[last->n_inserted - 1], bytes[0])))
		text_break(&editor->text);
	editor_insert(editor, bytes, n);
}

/* False where nothing is selected. */
static bool
remove_selection(struct editor *editor)
{
	size_t from, to;

	editor_selection(editor, &from, &to);
	if (from == to)
		return false;
	text_break(&editor->text);
	editor_remove(editor, from, to);
	text_break(&editor->text);
	return true;
}

void
editor_backspace(struct editor *editor)
{
	const struct str *text = &editor->text.bytes;
	const struct text_change *last = text_last(&editor->text);
	size_t from = motion_left(text->s, text->len, editor->caret);

	if (remove_selection(editor))
		return;
	if (last != NULL &&
	    (last->n_inserted > 0 || editor->caret != last->at ||
		!same_group(last->removed[0], text->s[from])))
		text_break(&editor->text);
	editor_remove(editor, from, editor->caret);
}

void
editor_delete(struct editor *editor)
{
	const struct str *text = &editor->text.bytes;
	const struct text_change *last = text_last(&editor->text);
	size_t from = editor->caret;

	if (remove_selection(editor))
		return;
	if (last != NULL &&
	    (last->n_inserted > 0 || from != last->at ||
		!same_group(last->removed[last->n_removed - 1], text->s[from])))
		text_break(&editor->text);
	editor_remove(editor, from, motion_right(text->s, text->len, from));
}

/* Keeps the bytes for Ctrl-Y, after what the kills just before took, or before
 * it when the caret is at their end; then removes them. */
static void
kill_bytes(struct editor *editor, size_t from, size_t to)
{
	struct str *killed = &editor->killed;
	const char *bytes = editor->text.bytes.s + from;
	size_t n = to - from;

	if (n == 0)
		return;
	if (!editor->killing)
		str_clear(killed);
	str_addn(killed, bytes, n);
	if (to == editor->caret) {
		memmove(killed->s + n, killed->s, killed->len - n);
		memcpy(killed->s, bytes, n);
	}
	text_break(&editor->text);
	editor_remove(editor, from, to);
	text_break(&editor->text);
	editor->killing = true;
}

void
editor_kill_line_end(struct editor *editor)
{
	const struct str *text = &editor->text.bytes;
	size_t end = motion_line_end(text->s, text->len, editor->caret);

	if (end == editor->caret && end < text->len)
		end++;
	kill_bytes(editor, editor->caret, end);
}

void
editor_kill_line_start(struct editor *editor)
{
	const struct str *text = &editor->text.bytes;

	kill_bytes(editor, motion_line_start(text->s, text->len, editor->caret),
	    editor->caret);
}

/* The word before, in this line; at its start the newline. */
static void
kill_word(struct editor *editor)
{
	const struct str *text = &editor->text.bytes;
	size_t caret = editor->caret;
	size_t line = motion_line_start(text->s, text->len, caret);
	size_t word = motion_word_left(text->s, text->len, caret);

	if (line == caret && line > 0)
		line--;
	kill_bytes(editor, word > line ? word : line, caret);
}

void
editor_cut(struct editor *editor)
{
	size_t from, to;

	editor_selection(editor, &from, &to);
	if (from < to)
		kill_bytes(editor, from, to);
	else
		kill_word(editor);
}

void
editor_copy(struct editor *editor)
{
	size_t from, to;

	editor_selection(editor, &from, &to);
	if (from == to)
		return;
	str_clear(&editor->killed);
	str_addn(&editor->killed, editor->text.bytes.s + from, to - from);
	editor_drop_mark(editor);
}

void
editor_yank(struct editor *editor)
{
	text_break(&editor->text);
	editor_insert(editor, editor->killed.s, editor->killed.len);
	text_break(&editor->text);
}
