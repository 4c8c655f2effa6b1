/* SPDX-License-Identifier: MIT */
#include "tui/keymap.h"

#include <string.h>

#include "base/utf8.h"

int
keymap_action(const struct key_binding *table, int key)
{
	if (key == 0) /* which stands for no key in the table */
		return 0;
	for (; table->action != 0; table++)
		for (int i = 0; i < KEYMAP_KEYS; i++)
			if (table->keys[i] == key)
				return table->action;
	return 0;
}

void
keymap_footer(const struct key_binding *table, struct surface *surface, int row)
{
	char name[KEY_NAME_SIZE];
	int col = 0;

	for (; table->action != 0; table++) {
		if (table->footer == NULL)
			continue;
		key_name(name, table->keys[0]);
		int gap = col > 0 ? 2 : 0;
		int cells = gap + utf8_cells(name, strlen(name)) + 1 +
			    utf8_cells(table->footer, strlen(table->footer));

		if (cells > surface->cols - col)
			return;
		col += gap;
		col += surface_text(
		    surface, row, col, surface->cols, ROLE_KEY, name);
		col++;
		col += surface_text(
		    surface, row, col, surface->cols, ROLE_TEXT, table->footer);
	}
}

void
keymap_names(const struct key_binding *binding, struct str *out)
{
	char name[KEY_NAME_SIZE];

	for (int i = 0; i < KEYMAP_KEYS && binding->keys[i] != 0; i++) {
		key_name(name, binding->keys[i]);
		if (i > 0)
			str_add(out, ", ");
		str_add(out, name);
	}
}
