/* SPDX-License-Identifier: MIT */
#include "tui/app_help.h"

#include <string.h>

#include "base/utf8.h"
#include "tui/flow.h"

enum {
	MARGIN = 1,
	NAMES_SHARE = 3, /* the names get a third of the width at most */
	GAP = 2,         /* between names and help */
	FRAME_ROWS = 4,  /* title, blank, blank, footer */
};

enum help_action {
	CLOSE = 1,
	DOWN,
	UP,
	PAGE_DOWN,
	PAGE_UP,
	TOP,
	BOTTOM,
};

static const struct key_binding help_keys[] = {
    {{K_ESC, 'q', '?', '\n'}, CLOSE, "close", "close the help"},
    {{K_F1, K_CTRL('C')}, CLOSE, NULL, "close the help"},
    {{K_DOWN, 'j'}, DOWN, "down", "one row down"},
    {{K_UP, 'k'}, UP, "up", "one row up"},
    {{K_PAGE_DOWN, K_CTRL('D'), ' '}, PAGE_DOWN, NULL, "a page down"},
    {{K_PAGE_UP, K_CTRL('U')}, PAGE_UP, NULL, "a page up"},
    {{K_HOME, 'g'}, TOP, NULL, "to the top"},
    {{K_END, 'G'}, BOTTOM, NULL, "to the bottom"},
    {{0}, 0, NULL, NULL},
};

/* What the stack does on every screen that has no other use for the key. */
static const struct key_binding stack_keys[] = {
    {{K_F1, '?'}, 1, NULL, "show these keys (? where no text is typed)"},
    {{K_CTRL('Z')}, 1, NULL, "suspend the program"},
    {{K_CTRL('C')}, 1, NULL, "save and leave the program"},
    {{0}, 0, NULL, NULL},
};

/* The text under the title, of which a part is seen. */
struct page {
	struct surface *surface;
	struct area body; /* no rows: the page is only measured */
	int names_cols;
	int row; /* of the next entry in the body, negative above it */
};

static struct area
body_of(int rows, int cols)
{
	return (struct area){2, MARGIN, rows - FRAME_ROWS, cols - 2 * MARGIN};
}

/* Draws one column of the next entry; returns its rows. */
static int
page_flow(const struct page *page, int col, int cols, enum role role,
    const char *text)
{
	int skip = page->row < 0 ? -page->row : 0;
	int down = page->row + skip;
	struct area area = {page->body.row + down, page->body.col + col,
	    page->body.rows - down, cols};

	return flow_draw(page->surface, area, role, text, skip);
}

static void
page_binding(
    struct page *page, const struct key_binding *binding, struct str *names)
{
	int help_col = page->names_cols + GAP;

	str_clear(names);
	keymap_names(binding, names);
	int rows = page_flow(page, 0, page->names_cols, ROLE_KEY, names->s);
	int help_rows = page_flow(page, help_col, page->body.cols - help_col,
	    ROLE_TEXT, binding->help);

	page->row += rows > help_rows ? rows : help_rows;
}

static bool
is_bound(const struct key_binding *table, const struct key_binding *binding)
{
	return keymap_action(table, binding->keys[0]) != 0;
}

static void
page_table(
    struct page *page, const struct key_binding *table, struct str *names)
{
	for (; table->action != 0; table++)
		page_binding(page, table, names);
	page->row++;
}

/* All tables; the stack's keys only where the screen does not bind them. */
static void
page_draw(struct page *page, const struct screen *screen)
{
	const struct key_binding *binding;
	struct str names = STR_INIT;

	page->row +=
	    page_flow(page, 0, page->body.cols, ROLE_TEXT, screen->about);
	page->row++;
	page_table(page, screen->keys, &names);
	if (screen->text_keys != NULL)
		page_table(page, screen->text_keys, &names);
	for (binding = stack_keys; binding->action != 0; binding++)
		if (!is_bound(screen->keys, binding))
			page_binding(page, binding, &names);
	str_release(&names);
}

static int
widest_names(const struct key_binding *table, int widest)
{
	struct str names = STR_INIT;

	for (; table->action != 0; table++) {
		str_clear(&names);
		keymap_names(table, &names);
		int cells = utf8_cells(names.s, names.len);

		if (cells > widest)
			widest = cells;
	}
	str_release(&names);
	return widest;
}

static int
names_cols(const struct screen *screen, int cols)
{
	int widest = widest_names(screen->keys, widest_names(stack_keys, 0));

	if (screen->text_keys != NULL)
		widest = widest_names(screen->text_keys, widest);
	return widest < cols / NAMES_SHARE ? widest : cols / NAMES_SHARE;
}

/* The last value of help_top: with it the last row is at the bottom. */
static int
last_top(const struct app *app, const struct screen *screen)
{
	struct area body = body_of(app->rows, app->cols);
	struct page page = {.body = {.cols = body.cols},
	    .names_cols = names_cols(screen, body.cols)};

	page_draw(&page, screen);
	return page.row > body.rows ? page.row - body.rows : 0;
}

static const struct screen *
top_screen(const struct app *app)
{
	return app->frames[app->depth - 1].screen;
}

void
app_help_open(struct app *app)
{
	app->help = true;
	app->help_top = 0;
}

void
app_help_key(struct app *app, int key)
{
	int page = body_of(app->rows, app->cols).rows;
	int last = last_top(app, top_screen(app)), top = app->help_top;

	switch ((enum help_action)keymap_action(help_keys, key)) {
	case CLOSE:
		app->help = false;
		break;
	case DOWN:
		top++;
		break;
	case UP:
		top--;
		break;
	case PAGE_DOWN:
		top += page;
		break;
	case PAGE_UP:
		top -= page;
		break;
	case TOP:
		top = 0;
		break;
	case BOTTOM:
		top = last;
		break;
	}
	app->help_top = top < 0 ? 0 : top > last ? last : top;
}

void
app_help_draw(const struct app *app, struct surface *surface)
{
	const struct screen *screen = top_screen(app);
	struct area body = body_of(surface->rows, surface->cols);
	int last = last_top(app, screen);
	int top = app->help_top < last ? app->help_top : last;
	struct page page = {surface, body, names_cols(screen, body.cols), -top};

	surface_textf(surface, 0, MARGIN, body.cols, ROLE_TITLE, "Keys: %s",
	    screen->name);
	page_draw(&page, screen);
	keymap_footer(help_keys, surface, surface->rows - 1);
	surface_caret(surface, body.row, body.col);
}
