/* SPDX-License-Identifier: MIT */
/*
 * A screen's keys: one table feeds dispatch, footer, `?` overlay, manual and
 * `config --defaults`.
 */
#ifndef TUI_KEYMAP_H
#define TUI_KEYMAP_H

#include <stdbool.h>

#include "tui/event.h"
#include "tui/surface.h"

enum { KEYMAP_KEYS = 6 };

struct key_binding {
	int keys[KEYMAP_KEYS]; /* 0 where there is no further one */
	int action;            /* the screen's own enum, never 0 */
	const char *footer;    /* one or two words; NULL: not in the footer */
	const char *help;      /* a sentence for the overlay and the manual */
};

/* The action bound to the key; 0 where there is none.  The table ends with a
 * binding whose action is 0. */
int keymap_action(const struct key_binding *table, int key);

/* Draws `key label  key label` in one row, as many as fit whole. */
void keymap_footer(
    const struct key_binding *table, struct surface *surface, int row);

/* All names of a binding's keys, `j, Down`, appended. */
void keymap_names(const struct key_binding *binding, struct str *out);

#endif
