/* SPDX-License-Identifier: MIT */
/* One line of text to edit, up to 16 KiB: search lines, form fields.  What is
 * set or pasted has its newlines made spaces.  It has no selection and is not
 * searched. */
#ifndef TUI_FIELD_H
#define TUI_FIELD_H

#include "tui/editor.h"

struct field {
	struct editor editor; /* holds no newline */
};

void field_init(struct field *field);
void field_release(struct field *field);
void field_set(struct field *field, const char *text);
const char *field_text(const struct field *field);
/* False for keys that are not its own: Enter, Esc, Tab, Up, Down, … */
bool field_key(struct field *field, int key);
void field_paste(struct field *field, const char *text, size_t n);
/* Draws into one row, scrolled so that the caret shows. */
void field_draw(const struct field *field, struct surface *surface, int row,
    int col, int cols, bool focus);

#endif
