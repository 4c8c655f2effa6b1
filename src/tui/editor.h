/* SPDX-License-Identifier: MIT */
/*
 * The multi-line answer editor: keys, kill and yank, scrolling, drawing, on
 * top of text, motion and wrap.  Invariants: the caret is a cluster boundary;
 * between calls its row is one of the `rows` rows from `top` on.
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

#include "tui/event.h"
#include "tui/keymap.h"
#include "tui/surface.h"
#include "tui/text.h"

struct editor {
	struct text text;
	size_t caret;
	size_t top;     /* start of the first row on screen */
	int goal;       /* cell that Up and Down aim for; -1: the caret's */
	int rows, cols; /* the viewport, set by editor_resize() */
	size_t limit;   /* bytes at most; 0: none */
	bool full;      /* the last insertion was cut at the limit */
	bool locked;    /* no change is taken, motion works */
	struct str killed;
	bool killing; /* the last key was a kill: the next one appends */
};

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
 * tab only where `tab` was not taken by the screen before), Backspace, Delete,
 * arrows, Home/End, Ctrl-A/E/K/U/W/Y, Alt-B/F and Ctrl-arrows by word,
 * by paragraph Alt-{ and Alt-},
 * PgUp/PgDn, Ctrl-Home/End through Alt-< and Alt->, undo Alt-U or Ctrl-_,
 * redo Alt-R.  Ctrl-D, Esc, Ctrl-C and function keys are never taken.
 */
bool editor_key(struct editor *editor, int key);

/* The keys that editor_key() acts on, text apart. */
extern const struct key_binding editor_bindings[];

/* Inserts a paste as one undo group. */
void editor_paste(struct editor *editor, const char *text, size_t n);

/* Replaces the whole text as one undo group (an external editor's work); cut
 * at the limit.  The caret goes to the end. */
void editor_replace(struct editor *editor, const char *text, size_t n);

/* Draws the viewport, cut to the area where that is smaller, and puts the
 * caret when `focus`.  Tabs are gaps; what is unsafe shows as U+FFFD. */
void editor_draw(const struct editor *editor, struct surface *surface,
    struct area area, bool focus);

#endif
