/* SPDX-License-Identifier: MIT */
#include "tui/editor_parts.h"
#include "tui/motion.h"
#include "tui/wrap.h"

enum kind {
	MOVE,  /* by a motion */
	ROWS,  /* by `steps` rows on screen */
	PAGES, /* by `steps` pages */
	ASIDE, /* what changes no text */
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
	SENTENCE_LEFT,
	SENTENCE_RIGHT,
	PARAGRAPH_UP,
	PARAGRAPH_DOWN,
	PAGE_UP,
	PAGE_DOWN,
	TEXT_START,
	TEXT_END,
	MARK,
	EXTEND,
	SEARCH,
	BACKSPACE,
	DELETE,
	CUT,
	COPY,
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
    {{K_ALT | 'a'}, SENTENCE_LEFT, NULL, "to the start of the sentence"},
    {{K_ALT | 'e'}, SENTENCE_RIGHT, NULL, "to the end of the sentence"},
    {{K_ALT | '{'}, PARAGRAPH_UP, NULL, "to the paragraph before"},
    {{K_ALT | '}'}, PARAGRAPH_DOWN, NULL, "to the paragraph after"},
    {{K_PAGE_UP}, PAGE_UP, NULL, "a page up"},
    {{K_PAGE_DOWN}, PAGE_DOWN, NULL, "a page down"},
    {{K_ALT | '<'}, TEXT_START, NULL, "to the start of the text"},
    {{K_ALT | '>'}, TEXT_END, NULL, "to the end of the text"},
    {{K_CTRL_SPACE, K_ALT | ' '}, MARK, NULL,
	"begin a selection, which motions extend and Esc drops"},
    {{K_SHIFT | K_LEFT, K_SHIFT | K_RIGHT, K_SHIFT | K_UP, K_SHIFT | K_DOWN,
	 K_SHIFT | K_HOME, K_SHIFT | K_END},
	EXTEND, NULL, "move and select"},
    {{K_SHIFT | K_WORD_LEFT, K_SHIFT | K_WORD_RIGHT}, EXTEND, NULL,
	"select by the word"},
    {{K_CTRL('S'), K_ALT | '/'}, SEARCH, NULL,
	"search; again for the next, Enter stays there, Esc goes back"},
    {{K_BACKSPACE, K_CTRL('H')}, BACKSPACE, NULL,
	"delete the character before, or the selection"},
    {{K_DELETE}, DELETE, NULL,
	"delete the character under the caret, or the selection"},
    {{K_CTRL('W')}, CUT, NULL, "cut the selection, or the word before"},
    {{K_ALT | 'w'}, COPY, NULL, "copy the selection"},
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
	void (*change)(struct editor *editor); /* of text or state */
};

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

bool
editor_is_text(int key)
{
	bool control = key < ' ' || (key >= 0x7f && key <= 0x9f);
	bool surrogate = key >= 0xd800 && key <= 0xdfff;

	if (key == '\n' || key == '\t')
		return true;
	return !control && !surrogate && key <= 0x10ffff;
}

static void
set_mark(struct editor *editor)
{
	editor->mark = editor->caret;
	editor->mark_shifts = false;
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
    [SENTENCE_LEFT] = {MOVE, .motion = motion_sentence_left},
    [SENTENCE_RIGHT] = {MOVE, .motion = motion_sentence_right},
    [PARAGRAPH_UP] = {MOVE, .motion = motion_paragraph_up},
    [PARAGRAPH_DOWN] = {MOVE, .motion = motion_paragraph_down},
    [PAGE_UP] = {PAGES, .steps = -1},
    [PAGE_DOWN] = {PAGES, .steps = 1},
    [TEXT_START] = {MOVE, .motion = text_start},
    [TEXT_END] = {MOVE, .motion = text_end},
    [MARK] = {ASIDE, .change = set_mark},
    [SEARCH] = {ASIDE, .change = editor_search_open},
    [BACKSPACE] = {CHANGE, .change = editor_backspace},
    [DELETE] = {CHANGE, .change = editor_delete},
    [CUT] = {KILL, .change = editor_cut},
    [COPY] = {ASIDE, .change = editor_copy},
    [KILL_LINE_START] = {KILL, .change = editor_kill_line_start},
    [KILL_LINE_END] = {KILL, .change = editor_kill_line_end},
    [YANK] = {CHANGE, .change = editor_yank},
    [UNDO] = {CHANGE, .change = editor_undo},
    [REDO] = {CHANGE, .change = editor_redo},
};

static bool
is_motion(const struct operation *operation)
{
	return operation->kind == MOVE || operation->kind == ROWS ||
	       operation->kind == PAGES;
}

/* A motion with Shift selects from where it began, one without ends such a
 * selection. */
static void
follow_shift(struct editor *editor, bool shift)
{
	if (shift && editor->mark == EDITOR_NO_MARK) {
		editor->mark = editor->caret;
		editor->mark_shifts = true;
	} else if (!shift && editor->mark_shifts) {
		editor_drop_mark(editor);
	}
}

static void
act(struct editor *editor, const struct operation *operation)
{
	const struct str *text = &editor->text.bytes;
	int rows = editor_text_rows(editor);
	int page = rows > 1 ? rows - 1 : 1;

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
	case ASIDE:
		operation->change(editor);
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

/* The operation that a key stands for; NULL: none. */
static const struct operation *
operation_of(int key)
{
	int plain = key & ~K_SHIFT;
	int action = keymap_action(editor_bindings, plain);

	if (action == NO_ACTION ||
	    (plain != key && !is_motion(&operations[action])))
		return NULL;
	return &operations[action];
}

bool
editor_key(struct editor *editor, int key)
{
	const struct operation *operation = NULL;

	if (editor->search.open && editor_search_key(editor, key))
		return true;
	if (key == K_ESC) {
		end_runs(editor, NULL);
		return editor_drop_mark(editor);
	}
	if (!editor_is_text(key)) {
		operation = operation_of(key);
		if (operation == NULL)
			return false;
	}
	end_runs(editor, operation);
	if (operation == NULL) {
		if (!editor->locked)
			editor_type(editor, key);
		return true;
	}
	if (is_motion(operation))
		follow_shift(editor, (key & K_SHIFT) != 0);
	act(editor, operation);
	return true;
}
