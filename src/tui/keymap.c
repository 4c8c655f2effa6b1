/* SPDX-License-Identifier: MIT */
#include "tui/keymap.h"

#include <string.h>

enum {
	FOOTER_SIZE = 512, /* cells at most, each a byte */
	FOOTER_KEYS = 32,
};

int
keymap_action(const struct key_binding *table, int key)
{
	for (; table->action != 0; table++)
		for (int i = 0; i < KEYMAP_KEYS && table->keys[i] != 0; i++)
			if (table->keys[i] == key)
				return table->action;
	return 0;
}

/* A line of the footer as it grows: what it says, and where keys stand. */
struct footer {
	char text[FOOTER_SIZE];
	int cells;
	struct {
		int col, cells;
	} keys[FOOTER_KEYS];
	int n;
};

static void
add(struct footer *footer, const char *text, int cells)
{
	memcpy(footer->text + footer->cells, text, (size_t)cells);
	footer->cells += cells;
}

/* False where it does not fit into `cols` cells. */
static bool
add_binding(struct footer *footer, const struct key_binding *binding, int cols)
{
	char name[KEY_NAME_SIZE];

	key_name(name, binding->keys[0]);
	int gap = footer->n > 0 ? 2 : 0, key = (int)strlen(name);
	int label = (int)strlen(binding->footer);
	int end = footer->cells + gap + key + 1 + label;

	if (end > cols || end > FOOTER_SIZE || footer->n == FOOTER_KEYS)
		return false;
	add(footer, "  ", gap);
	footer->keys[footer->n].col = footer->cells;
	footer->keys[footer->n++].cells = key;
	add(footer, name, key);
	add(footer, " ", 1);
	add(footer, binding->footer, label);
	return true;
}

static void
draw_footer(const struct footer *footer, struct surface *surface, int row)
{
	surface_textn(surface, row, 0, surface->cols, ROLE_TEXT, footer->text,
	    (size_t)footer->cells);
	for (int i = 0; i < footer->n; i++)
		surface_fill(surface,
		    (struct area){
			row, footer->keys[i].col, 1, footer->keys[i].cells},
		    ROLE_KEY, false);
}

/* As one text, and then the keys' role, which stand where it says: there is no
 * blank in a key's name.  This comes at every key, and mostly stays. */
void
keymap_footer(const struct key_binding *table, struct surface *surface, int row)
{
	struct surface_text what;
	struct footer footer;

	footer.cells = footer.n = 0;
	for (; table->action != 0; table++)
		if (table->footer != NULL &&
		    !add_binding(&footer, table, surface->cols))
			break;
	what = (struct surface_text){
	    0, surface->cols, ROLE_KEY, footer.text, (size_t)footer.cells};
	if (surface_stays(surface, row, &what))
		return;
	draw_footer(&footer, surface, row);
	surface_keep(surface, row, &what);
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
