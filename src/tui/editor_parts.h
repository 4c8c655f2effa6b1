/* SPDX-License-Identifier: MIT */
/*
 * What the parts of the editor share, and nobody else uses: editor.c holds the
 * state and its changes, editor_keys.c what keys do, editor_draw.c the
 * viewport.  Every function here leaves the caret visible; the undo group is
 * the caller's to break.
 */
#ifndef TUI_EDITOR_PARTS_H
#define TUI_EDITOR_PARTS_H

#include "tui/editor.h"

/* `to` is a cluster boundary. */
void editor_move(struct editor *editor, size_t to);

/* Inserts at the caret what fits under the limit. */
void editor_insert(struct editor *editor, const char *bytes, size_t n);

/* Removes the bytes between two cluster boundaries; the caret is there. */
void editor_remove(struct editor *editor, size_t from, size_t to);

void editor_undo(struct editor *editor);
void editor_redo(struct editor *editor);

/* The cells that a row may fill. */
int editor_wrap_cols(const struct editor *editor);

/* Scrolls after the caret has moved. */
void editor_scroll(struct editor *editor);

/* Scrolls after a change behind `top`, which may have moved its row's start
 * too. */
void editor_settle(struct editor *editor);

/* Scrolls after any change of text or size. */
void editor_reflow(struct editor *editor);

#endif
