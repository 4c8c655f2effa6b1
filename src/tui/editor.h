/* SPDX-License-Identifier: MIT */
/*
 * The multi-line answer editor: keys, kill and yank, scrolling, drawing, on
 * top of text, motion and wrap.  Invariants: the caret and the mark are cluster
 * boundaries; between calls the caret's row is one of the `rows` rows from
 * `top` on.
 *
 * The selection is what stands between mark and caret.  Any change of the text
 * drops the mark: typing and Backspace after they took what was selected.
 * While a search is open its line takes the last row.
 *
 * Rows are wrapped to one cell less than the viewport is wide: the last column
 * is kept for the caret behind a full row.  A caret between two rows of a line
 * stands at the start of the second.  Where white space hangs behind the end
 * of a row the caret stays in the last column.
 */
#ifndef TUI_EDITOR_H
#define TUI_EDITOR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "tui/event.h"
#include "tui/keymap.h"
#include "tui/surface.h"
#include "tui/text.h"
#include "tui/wrap.h"

struct editor {
	struct text text;
	size_t caret;
	size_t top; /* start of the first row on screen */
	struct editor_rows {
		struct wrap_row *at; /* those from `top` on that are known */
		int n, room;
	} wrapped;
	int goal;       /* cell that Up and Down aim for; -1: the caret's */
	int rows, cols; /* the viewport, set by editor_resize() */
	size_t limit;   /* bytes at most; 0: none */
	bool full;      /* the last insertion was cut at the limit */
	bool locked;    /* no change is taken, motion works */
	struct str killed;
	bool killing;     /* the last key was a kill: the next one appends */
	size_t mark;      /* the selection's other end, or EDITOR_NO_MARK */
	bool mark_shifts; /* it lasts while motions come with Shift */
	struct editor_search {
		bool open; /* keys go to the search */
		struct str words;
		bool kept;    /* the words are those of the last search */
		size_t start; /* the caret when it was opened */
		size_t end;   /* of what was found at the caret */
		bool missing; /* they are nowhere in the text */
	} search;
};

#define EDITOR_NO_MARK SIZE_MAX

void editor_init(struct editor *editor, size_t limit);
void editor_release(struct editor *editor);

/* Replaces the text (repaired to valid UTF-8 with \n line ends) and puts the
 * caret at `caret`, or at the nearest boundary before it.  There is nothing to
 * undo then. */
void
editor_set(struct editor *editor, const char *text, size_t n, size_t caret);

/* Borrowed, terminated. */
const char *editor_text(const struct editor *editor, size_t *n);

/* The viewport's size; scrolls so that the caret is visible. */
void editor_resize(struct editor *editor, int rows, int cols);

/*
 * Acts on an editing key; false when it is not one.  What `locked` or the
 * limit keeps from happening counts as acted on.  Text, Enter, Tab (as a
 * tab only where `tab` was not taken by the screen before), and what
 * editor_bindings has.  Esc is taken only where it ends a search or drops the
 * mark; Ctrl-D, Ctrl-C and function keys never are.
 */
bool editor_key(struct editor *editor, int key);

/* The keys that editor_key() acts on, text apart. */
extern const struct key_binding editor_bindings[];

/* Inserts a paste as one undo group; into an open search as its words. */
void editor_paste(struct editor *editor, const char *text, size_t n);

/* Replaces the whole text as one undo group (an external editor's work); cut
 * at the limit.  The caret goes to the end. */
void editor_replace(struct editor *editor, const char *text, size_t n);

/* Draws the viewport, cut to the area where that is smaller, and puts the
 * caret when `focus`.  Tabs are gaps; what is unsafe shows as U+FFFD. */
void editor_draw(const struct editor *editor, struct surface *surface,
    struct area area, bool focus);

#endif
