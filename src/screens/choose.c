/* SPDX-License-Identifier: MIT */
/* Choosing the file that is to be imported. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "screens/directory.h"
#include "screens/frame.h"
#include "screens/import.h"
#include "tui/field.h"
#include "tui/layout.h"
#include "tui/list.h"

enum action { NO_ACTION, CHOOSE, UP, ERASE, BACK, MOVE };

static const struct key_binding choose_keys[] = {
    {{'\n', K_RIGHT}, CHOOSE, "choose", "take the file, enter the directory"},
    {{K_LEFT}, UP, "up", "the directory above"},
    {{K_BACKSPACE}, ERASE, NULL,
	"take back what was typed; the directory above"},
    {{K_ESC}, BACK, "back", "forget what was typed; go back"},
    {{K_DOWN, K_UP}, MOVE, NULL, "next row, previous row"},
    {{K_PAGE_DOWN, K_PAGE_UP}, MOVE, NULL, "a page down, up"},
    {{0}, NO_ACTION, NULL, NULL},
};

enum { HEAD = 2 }; /* rows above the list */

struct choose_state {
	struct directory directory;
	struct field typed;
	int *shown; /* owned: the entries that fit, by number */
	struct list list;
	char *chosen; /* owned: the path that is handed on */
	char notice[sizeof(struct err)];
};

static int
list_rows(const struct event *event)
{
	int rows = frame_rows(event->rows) - HEAD;

	return rows > 1 ? rows : 1;
}

/* `..` is offered, but nobody came for it. */
static void
select_first(struct choose_state *state)
{
	const struct directory *directory = &state->directory;

	state->list.top = 0;
	state->list.selected =
	    state->list.n > 1 &&
	    directory->entries[state->shown[0]].kind == ENTRY_UP;
}

static bool
is_path(const char *typed)
{
	return strchr(typed, '/') != NULL || *typed == '~';
}

static void
filter(struct choose_state *state, int rows)
{
	const struct directory *directory = &state->directory;
	const char *typed = field_text(&state->typed);
	int n = 0;

	if (is_path(typed))
		typed = "";

	state->shown = mem_grow(
	    state->shown, (size_t)directory->n + 1, sizeof(*state->shown));
	for (int i = 0; i < directory->n; i++)
		if (entry_fits(&directory->entries[i], typed))
			state->shown[n++] = i;
	state->list.n = n;
	select_first(state);
	list_fit(&state->list, n, rows);
}

static void
enter(struct choose_state *state, const char *path, int rows)
{
	struct err err = {0};

	if (directory_read(&state->directory, path, &err) != 0) {
		snprintf(state->notice, sizeof(state->notice), "%s", err.text);
		return;
	}
	field_set(&state->typed, "");
	filter(state, rows);
}

static void
choose_close(void *data)
{
	struct choose_state *state = data;

	directory_release(&state->directory);
	field_release(&state->typed);
	free(state->shown);
	free(state->chosen);
}

static int
choose_open(void *data, void *desk, const void *arg, const struct event *event,
    struct err *err)
{
	struct choose_state *state = data;

	(void)desk;
	field_init(&state->typed);
	if (directory_read(&state->directory, arg != NULL ? arg : ".", err) !=
	    0) {
		choose_close(state);
		return -1;
	}
	filter(state, list_rows(event));
	return 0;
}

/* A directory is entered, a file is taken where it can be read. */
static struct outcome
take(struct choose_state *state, const char *name, int rows)
{
	char *path = directory_join(&state->directory, name);
	struct stat st = {0};

	if (stat(path, &st) == 0 && S_ISDIR(st.st_mode)) {
		enter(state, path, rows);
	} else if (access(path, R_OK) != 0) {
		snprintf(state->notice, sizeof(state->notice),
		    "%s can't be read: %s", path, strerror(errno));
	} else if (!S_ISREG(st.st_mode)) {
		snprintf(state->notice, sizeof(state->notice), "%s is no file",
		    path);
	} else {
		free(state->chosen);
		state->chosen = path;
		return (struct outcome){
		    .kind = REPLACE, .screen = &import_screen, .arg = path};
	}
	free(path);
	return OUTCOME_STAY;
}

/* What was typed where it is a path, else what is selected. */
static struct outcome
choose(struct choose_state *state, int rows)
{
	const char *typed = field_text(&state->typed);

	if (is_path(typed))
		return take(state, typed, rows);
	if (state->list.n == 0)
		return OUTCOME_STAY;
	return take(state,
	    state->directory.entries[state->shown[state->list.selected]].name,
	    rows);
}

static struct outcome
back(struct choose_state *state, int rows)
{
	if (*field_text(&state->typed) == '\0')
		return OUTCOME_POP;
	field_set(&state->typed, "");
	filter(state, rows);
	return OUTCOME_STAY;
}

static void
type(struct choose_state *state, int key, int rows)
{
	field_key(&state->typed, key);
	filter(state, rows);
}

static struct outcome
on_key(struct choose_state *state, int key, int rows)
{
	bool empty = *field_text(&state->typed) == '\0';

	state->notice[0] = '\0';
	switch ((enum action)keymap_action(choose_keys, key)) {
	case CHOOSE:
		return choose(state, rows);
	case BACK:
		return back(state, rows);
	case UP:
		enter(state, "..", rows);
		break;
	case ERASE:
		if (empty)
			enter(state, "..", rows);
		else
			type(state, key, rows);
		break;
	case MOVE:
		list_key(&state->list, key, rows);
		break;
	case NO_ACTION:
		type(state, key, rows);
		break;
	}
	return OUTCOME_STAY;
}

static struct outcome
choose_event(void *data, const struct event *event)
{
	struct choose_state *state = data;

	if (event->kind == EVENT_KEY)
		return on_key(state, event->key, list_rows(event));
	if (event->kind == EVENT_PASTE) {
		field_paste(&state->typed, event->text, event->len);
		filter(state, list_rows(event));
	}
	return OUTCOME_STAY;
}

static int
choose_mouse(void *data, const struct event *event)
{
	struct choose_state *state = data;
	struct area list = frame_body(event->rows, event->cols);

	layout_top(&list, HEAD);
	return list_mouse(&state->list, event, list);
}

/* `?` may be a part of a name. */
static bool
choose_takes_text(const void *data)
{
	(void)data;
	return true;
}

static void
draw_entry(const void *data, int i, struct surface *surface, struct area area,
    enum role role)
{
	const struct choose_state *state = data;
	const struct entry *entry = &state->directory.entries[state->shown[i]];
	bool is_folder = entry->kind == ENTRY_FOLDER || entry->kind == ENTRY_UP;

	if (entry->kind == ENTRY_OTHER && role == ROLE_TEXT)
		role = ROLE_DIM;
	surface_textf(surface, area.row, area.col, area.cols, role, "%s%s",
	    entry->name, is_folder ? "/" : "");
}

/* A path says most at its end. */
static void
draw_path(const char *path, struct surface *surface, int row)
{
	size_t n = strlen(path), at = 0;

	while (utf8_cells(path + at, n - at) > surface->cols)
		at = utf8_next(path, n, at);
	surface_text(surface, row, 0, surface->cols, ROLE_DIM, path + at);
}

static void
draw_typed(const struct choose_state *state, struct surface *surface, int row)
{
	const char *typed = field_text(&state->typed);
	int used;

	if (*typed == '\0') {
		surface_text_cut(surface, row, 0, surface->cols, ROLE_DIM,
		    "type to find a name, or a path as ~/bank.csv");
		return;
	}
	used = surface_text(surface, row, 0, surface->cols, ROLE_KEY,
	    is_path(typed) ? "path: " : "find: ");
	field_draw(
	    &state->typed, surface, row, used, surface->cols - used, true);
}

static void
choose_draw(const void *data, struct surface *surface, struct instant now)
{
	static const char *const none[] = {
	    "Nothing here fits.",
	    "Backspace takes back, Left goes up,",
	    "a dot first shows hidden files.",
	    NULL,
	};
	const struct choose_state *state = data;
	struct area body = frame_draw(
	    surface, "Import: choose a file", NULL, ROLE_DIM, choose_keys);
	struct area head = layout_top(&body, HEAD);

	(void)now;
	draw_path(state->directory.path, surface, head.row);
	if (state->list.n == 0)
		frame_empty(surface, body, none);
	else
		list_draw(&state->list, surface, body, draw_entry, state);
	draw_typed(state, surface, head.row + 1);
	frame_notice(surface, state->notice);
}

const struct screen choose_screen = {
    .name = "choose",
    .about = "Choose the file to import: questions from anywhere as CSV.",
    .state_size = sizeof(struct choose_state),
    .keys = choose_keys,
    .open = choose_open,
    .draw = choose_draw,
    .event = choose_event,
    .mouse = choose_mouse,
    .takes_text = choose_takes_text,
    .close = choose_close,
};
