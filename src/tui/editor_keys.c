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

enum action {
	NO_ACTION,
	LEFT,
	RIGHT,
	UP,
	DOWN,
	WORD_LEFT,
	WORD_RIGHT,
	LINE_START,
	LINE_END,
	PARAGRAPH_UP,
	PARAGRAPH_DOWN,
	PAGE_UP,
	PAGE_DOWN,
	TEXT_START,
	TEXT_END,
	BACKSPACE,
	DELETE,
	KILL_WORD,
	KILL_LINE_START,
	KILL_LINE_END,
	YANK,
	UNDO,
	REDO,
	ACTION_COUNT,
};

const struct key_binding editor_bindings[] = {
    {{K_LEFT}, LEFT, NULL, "one character left"},
    {{K_RIGHT}, RIGHT, NULL, "one character right"},
    {{K_UP}, UP, NULL, "one row up"},
    {{K_DOWN}, DOWN, NULL, "one row down"},
    {{K_WORD_LEFT, K_ALT | 'b'}, WORD_LEFT, NULL, "to the word before"},
    {{K_WORD_RIGHT, K_ALT | 'f'}, WORD_RIGHT, NULL, "behind the word"},
    {{K_HOME, K_CTRL('A')}, LINE_START, NULL, "to the start of the line"},
    {{K_END, K_CTRL('E')}, LINE_END, NULL, "to the end of the line"},
    {{K_ALT | '{'}, PARAGRAPH_UP, NULL, "to the paragraph before"},
    {{K_ALT | '}'}, PARAGRAPH_DOWN, NULL, "to the paragraph after"},
    {{K_PAGE_UP}, PAGE_UP, NULL, "a page up"},
    {{K_PAGE_DOWN}, PAGE_DOWN, NULL, "a page down"},
    {{K_ALT | '<'}, TEXT_START, NULL, "to the start of the text"},
    {{K_ALT | '>'}, TEXT_END, NULL, "to the end of the text"},
    {{K_BACKSPACE, K_CTRL('H')}, BACKSPACE, NULL,
	"delete the character before"},
    {{K_DELETE}, DELETE, NULL, "delete the character under the caret"},
    {{K_CTRL('W')}, KILL_WORD, NULL, "cut the word before"},
    {{K_CTRL('U')}, KILL_LINE_START, NULL, "cut to the start of the line"},
    {{K_CTRL('K')}, KILL_LINE_END, NULL, "cut to the end of the line"},
    {{K_CTRL('Y')}, YANK, NULL, "put back what was cut"},
    {{K_ALT | 'u', K_CTRL('_')}, UNDO, NULL, "undo"},
    {{K_ALT | 'r'}, REDO, NULL, "redo"},
    {{0}, NO_ACTION, NULL, NULL},
};

struct operation {
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

static const struct operation operations[ACTION_COUNT] = {
    [LEFT] = {MOVE, .motion = motion_left},
    [RIGHT] = {MOVE, .motion = motion_right},
    [UP] = {ROWS, .steps = -1},
    [DOWN] = {ROWS, .steps = 1},
    [WORD_LEFT] = {MOVE, .motion = motion_word_left},
    [WORD_RIGHT] = {MOVE, .motion = motion_word_right},
    [LINE_START] = {MOVE, .motion = motion_line_start},
    [LINE_END] = {MOVE, .motion = motion_line_end},
    [PARAGRAPH_UP] = {MOVE, .motion = motion_paragraph_up},
    [PARAGRAPH_DOWN] = {MOVE, .motion = motion_paragraph_down},
    [PAGE_UP] = {PAGES, .steps = -1},
    [PAGE_DOWN] = {PAGES, .steps = 1},
    [TEXT_START] = {MOVE, .motion = text_start},
    [TEXT_END] = {MOVE, .motion = text_end},
    [BACKSPACE] = {CHANGE, .change = backspace},
    [DELETE] = {CHANGE, .change = delete_next},
    [KILL_WORD] = {KILL, .change = kill_word},
    [KILL_LINE_START] = {KILL, .change = kill_line_start},
    [KILL_LINE_END] = {KILL, .change = kill_line_end},
    [YANK] = {CHANGE, .change = yank},
    [UNDO] = {CHANGE, .change = editor_undo},
    [REDO] = {CHANGE, .change = editor_redo},
};

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
act(struct editor *editor, const struct operation *operation)
{
	const struct str *text = &editor->text.bytes;
	int page = editor->rows > 1 ? editor->rows - 1 : 1;

	switch (operation->kind) {
	case MOVE:
		editor_move(editor,
		    operation->motion(text->s, text->len, editor->caret));
		break;
	case ROWS:
		move_rows(editor, operation->steps);
		break;
	case PAGES:
		move_rows(editor, operation->steps * page);
		break;
	case CHANGE:
	case KILL:
		if (!editor->locked)
			operation->change(editor);
		break;
	}
}

/* What a run of equal keys keeps: the killed text, the goal cell. */
static void
end_runs(struct editor *editor, const struct operation *operation)
{
	if (operation == NULL || operation->kind != KILL)
		editor->killing = false;
	if (operation == NULL ||
	    (operation->kind != ROWS && operation->kind != PAGES))
		editor->goal = -1;
}

bool
editor_key(struct editor *editor, int key)
{
	const struct operation *operation = NULL;
	int action = is_text(key) ? 0 : keymap_action(editor_bindings, key);

	if (action == NO_ACTION && !is_text(key))
		return false;
	if (action != NO_ACTION)
		operation = &operations[action];
	end_runs(editor, operation);
	if (operation != NULL)
		act(editor, operation);
	else if (!editor->locked)
		type(editor, key);
	return true;
}
