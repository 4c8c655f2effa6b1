/* SPDX-License-Identifier: MIT */
/*
 * What the parts of the editor share, and nobody else uses: editor.c holds the
 * state, editor_change.c and editor_search.c what some keys do, editor_keys.c
 * the keys themselves, editor_rows.c the rows, editor_draw.c the viewport.
 * Every function here leaves the caret visible; the undo group is the caller's
 * to break.
 */
#ifndef TUI_EDITOR_PARTS_H
#define TUI_EDITOR_PARTS_H

#include "tui/editor.h"

/* `to` is a cluster boundary. */
void editor_move(struct editor *editor, size_t to);

/* Inserts, in the selection's place, what fits under the limit. */
void editor_insert(struct editor *editor, const char *bytes, size_t n);

/* Removes the bytes between two cluster boundaries; the caret is there. */
void editor_remove(struct editor *editor, size_t from, size_t to);

/* The selection's ends; both are the caret where there is none. */
void editor_selection(const struct editor *editor, size_t *from, size_t *to);
bool editor_has_selection(const struct editor *editor);

/* False where there was no mark. */
bool editor_drop_mark(struct editor *editor);

/* Those that a key stands for; not for a locked text, but for the copy. */
void editor_type(struct editor *editor, int key);
void editor_backspace(struct editor *editor);
void editor_delete(struct editor *editor);
void editor_cut(struct editor *editor);
void editor_copy(struct editor *editor);
void editor_kill_line_start(struct editor *editor);
void editor_kill_line_end(struct editor *editor);
void editor_yank(struct editor *editor);
void editor_undo(struct editor *editor);
void editor_redo(struct editor *editor);

/* A character that a text may hold: no control but newline and tab. */
bool editor_is_text(int key);

/* Opens a search. */
void editor_search_open(struct editor *editor);

/* A key while a search is open; false where it ended the search and has its
 * usual meaning. */
bool editor_search_key(struct editor *editor, int key);

/* Adds to what an open search seeks. */
void editor_search_add(struct editor *editor, const char *bytes, size_t n);

/* Ends a search without a motion. */
void editor_search_close(struct editor *editor);

/* Draws the search into one row, with the caret when `focus`. */
void editor_search_draw(const struct editor *editor, struct surface *surface,
    struct area area, bool focus);

/* The rows that show text. */
int editor_text_rows(const struct editor *editor);

/* editor_rows.c: the cells that a row may fill. */
int editor_wrap_cols(const struct editor *editor);

/* editor_rows.c: the row that begins at `start`. */
struct wrap_row editor_row_at(const struct editor *editor, size_t start);

/* editor_rows.c: the same as editor_row(), of one that is to be wrapped yet. */
const struct wrap_row *editor_next_row(struct editor *editor, int i);

/* The row that is so many below `top`, borrowed until the next one is asked
 * for; NULL: the text has fewer. */
static inline const struct wrap_row *
editor_row(struct editor *editor, int i)
{
	return i < editor->wrapped.n ? &editor->wrapped.at[i]
				     : editor_next_row(editor, i);
}

/* editor_rows.c: what is known of the rows stays true through these: a change
 * of the text behind `from`, another `top`, anything else. */
void editor_rows_keep(struct editor *editor, size_t from);
void editor_set_top(struct editor *editor, size_t top);
void editor_rows_forget(struct editor *editor);
void editor_rows_release(struct editor *editor);

/* Scrolls after the caret has moved. */
void editor_scroll(struct editor *editor);

/* Scrolls after a change behind `top`, which may have moved its row's start
 * too. */
void editor_settle(struct editor *editor);

/* Scrolls after any change of text or size. */
void editor_reflow(struct editor *editor);

#endif
