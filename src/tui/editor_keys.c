/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "base/utf8.h"
#include "tui/editor_parts.h"
#include "tui/motion.h"
#include "tui/wrap.h"

enum kind {
	MOVE,  /* by a motion */
	ROWS,  /* by `steps` rows on screen */
	PAGES, /* by `steps` pages */
	CHANGE,
	KILL,
};

struct binding {
	int key;
	enum kind kind;
	size_t (*motion)(const char *s, size_t n, size_t at);
	int steps;
	void (*change)(struct editor *editor);
};

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

static void
type(struct editor *editor, int key)
{
	const struct text_change *last = text_last(&editor->text);
	char bytes[4];
	size_t n = utf8_encode(bytes, (uint32_t)key);

	if (last != NULL &&
	    (last->n_removed > 0 ||
		editor->caret != last->at + last->n_inserted ||
		!same_group(last->inserted[last->n_inserted - 1], bytes[0])))
		text_break(&editor->text);
	editor_insert(editor, bytes, n);
}

static void
backspace(struct editor *editor)
{
	const struct str *text = &editor->text.bytes;
	const struct text_change *last = text_last(&editor->text);
	size_t from = motion_left(text->s, text->len, editor->caret);

	if (last != NULL &&
	    (last->n_inserted > 0 || editor->caret != last->at ||
		!same_group(last->removed[0], text->s[from])))
		text_break(&editor->text);
	editor_remove(editor, from, editor->caret);
}

static void
delete_next(struct editor *editor)
{
	const struct str *text = &editor->text.bytes;
	const struct text_change *last = text_last(&editor->text);
	size_t from = editor->caret;

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

static void
kill_line_end(struct editor *editor)
{
	const struct str *text = &editor->text.bytes;
	size_t end = motion_line_end(text->s, text->len, editor->caret);

	if (end == editor->caret && end < text->len)
		end++;
	kill_bytes(editor, editor->caret, end);
}

static void
kill_line_start(struct editor *editor)
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

static void
yank(struct editor *editor)
{
	text_break(&editor->text);
	editor_insert(editor, editor->killed.s, editor->killed.len);
	text_break(&editor->text);
}

static void
move_rows(struct editor *editor, int steps)
{
	const struct str *text = &editor->text.bytes;
	int cols = editor_wrap_cols(editor);
	struct wrap_row row =
	    wrap_row_of(text->s, text->len, editor->caret, cols);
	int goal = editor->goal;

	if (goal < 0)
		goal = wrap_cell_of(text->s, &row, editor->caret);
	if (goal > cols)
		goal = cols;
	for (; steps < 0 && row.start > 0; steps++)
		row = wrap_row_before(text->s, text->len, row.start, cols);
	for (; steps > 0 && row.next <= text->len; steps--)
		row = wrap_row_at(text->s, text->len, row.next, cols);
	editor->goal = goal;
	editor_move(editor, wrap_at_cell(text->s, &row, goal));
}

static size_t
text_start(const char *s, size_t n, size_t at)
{
	(void)s, (void)n, (void)at;
	return 0;
}

static size_t
text_end(const char *s, size_t n, size_t at)
{
	(void)s, (void)at;
	return n;
}

static const struct binding bindings[] = {
    {K_LEFT, MOVE, .motion = motion_left},
    {K_RIGHT, MOVE, .motion = motion_right},
    {K_UP, ROWS, .steps = -1},
    {K_DOWN, ROWS, .steps = 1},
    {K_BACKSPACE, CHANGE, .change = backspace},
    {K_CTRL('H'), CHANGE, .change = backspace},
    {K_DELETE, CHANGE, .change = delete_next},
    {K_HOME, MOVE, .motion = motion_line_start},
    {K_END, MOVE, .motion = motion_line_end},
    {K_CTRL('A'), MOVE, .motion = motion_line_start},
    {K_CTRL('E'), MOVE, .motion = motion_line_end},
    {K_WORD_LEFT, MOVE, .motion = motion_word_left},
    {K_WORD_RIGHT, MOVE, .motion = motion_word_right},
    {K_ALT | 'b', MOVE, .motion = motion_word_left},
    {K_ALT | 'f', MOVE, .motion = motion_word_right},
    {K_ALT | '{', MOVE, .motion = motion_paragraph_up},
    {K_ALT | '}', MOVE, .motion = motion_paragraph_down},
    {K_PAGE_UP, PAGES, .steps = -1},
    {K_PAGE_DOWN, PAGES, .steps = 1},
    {K_ALT | '<', MOVE, .motion = text_start},
    {K_ALT | '>', MOVE, .motion = text_end},
    {K_CTRL('K'), KILL, .change = kill_line_end},
    {K_CTRL('U'), KILL, .change = kill_line_start},
    {K_CTRL('W'), KILL, .change = kill_word},
    {K_CTRL('Y'), CHANGE, .change = yank},
    {K_ALT | 'u', CHANGE, .change = editor_undo},
    {K_CTRL('_'), CHANGE, .change = editor_undo},
    {K_ALT | 'r', CHANGE, .change = editor_redo},
};

static const struct binding *
find(int key)
{
	size_t n = sizeof(bindings) / sizeof(bindings[0]);

	for (size_t i = 0; i < n; i++)
		if (bindings[i].key == key)
			return &bindings[i];
	return NULL;
}

/* A character that a text may hold: no control but newline and tab. */
static bool
is_text(int key)
{
	bool control = key < ' ' || (key >= 0x7f && key <= 0x9f);
	bool surrogate = key >= 0xd800 && key <= 0xdfff;

	if (key == '\n' || key == '\t')
		return true;
	return !control && !surrogate && key <= 0x10ffff;
}

static void
act(struct editor *editor, const struct binding *binding)
{
	const struct str *text = &editor->text.bytes;
	int page = editor->rows > 1 ? editor->rows - 1 : 1;

	switch (binding->kind) {
	case MOVE:
		editor_move(
		    editor, binding->motion(text->s, text->len, editor->caret));
		break;
	case ROWS:
		move_rows(editor, binding->steps);
		break;
	case PAGES:
		move_rows(editor, binding->steps * page);
		break;
	case CHANGE:
	case KILL:
		if (!editor->locked)
			binding->change(editor);
		break;
	}
}

bool
editor_key(struct editor *editor, int key)
{
	const struct binding *binding = is_text(key) ? NULL : find(key);

	if (binding == NULL && !is_text(key))
		return false;
	if (binding == NULL || binding->kind != KILL)
		editor->killing = false;
	if (binding == NULL ||
	    (binding->kind != ROWS && binding->kind != PAGES))
		editor->goal = -1;
	if (binding != NULL)
		act(editor, binding);
	else if (!editor->locked)
		type(editor, key);
	return true;
}
