/* SPDX-License-Identifier: MIT */
/*
 * Importing a file: its first rows and which column is which, changed with
 * keys.  Each change is followed by a dry run that says what would become of
 * every row; Enter then does it.
 *
 * Both run in steps, a few at each tick, so that keys are answered in between.
 * The transaction stays open from step to step: nothing else of this program
 * writes meanwhile, for this screen is on top, and what leaves it (Esc, Ctrl-Z,
 * the end of the program) rolls back first.
 */
#include "screens/import.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "screens/frame.h"
#include "screens/import_parts.h"
#include "screens/import_words.h"
#include "store/backup.h"
#include "tui/page.h"

enum action {
	NO_ACTION,
	IMPORT,
	LESS,
	MORE,
	PANE,
	FIND,
	BACK,
	MOVE,
	SCROLL,
	PAUSE,
};

const struct key_binding import_keys[] = {
    {{'\n'}, IMPORT, "import", "import the file as it is shown"},
    {{K_LEFT, 'h'}, LESS, "change", "the choice before"},
    {{K_RIGHT, 'l', ' '}, MORE, NULL, "the choice after"},
    {{'\t', 'p'}, PANE, "problems", "the problems, or the first rows"},
    {{'u'}, FIND, NULL, "find all columns by their names again"},
    {{K_ESC, 'q'}, BACK, "back", "stop what is running; another file"},
    {{'j', K_DOWN, 'k', K_UP}, MOVE, NULL, "next row, previous row"},
    {{'g', 'G', K_HOME, K_END}, MOVE, NULL, "first row, last row"},
    {{K_PAGE_DOWN, K_PAGE_UP, K_CTRL('d'), K_CTRL('u')}, SCROLL, NULL,
	"scroll what is below the list"},
    {{K_CTRL('z')}, PAUSE, NULL, "suspend; what is running is stopped first"},
    {{0}, NO_ACTION, NULL, NULL},
};

enum {
	STEPS = 8, /* at a tick: some 40 ms; all of a short file */
};

/* What runs is undone; what was told of the last run is forgotten. */
static void
stop(struct import_state *state)
{
	import_job_free(state->job);
	state->job = NULL;
	source_close(&state->source);
	state->source = (struct source){.fd = -1};
	import_report_release(&state->report);
	state->told = (struct err){0};
	state->top = 0;
}

static void
note_way_back(struct import_state *state)
{
	struct str command = STR_INIT;

	free(state->way_back);
	store_way_back(store_path(state->desk->store), &command);
	state->way_back = str_detach(&command);
}

static void
end(struct import_state *state, int rc)
{
	import_job_free(state->job);
	state->job = NULL;
	if (rc == 0 && state->options.keep)
		note_way_back(state);
	state->phase = rc == 0 && state->phase == IMPORT_RUNNING
			   ? IMPORT_DONE
			   : IMPORT_CHECKED;
	state->problems = state->report.n_problems > 0 && rc != 0;
	if (rc != 0 && !state->is_changed)
		state->list.selected =
		    import_words_row(&state->look, state->told.text);
}

static void
step(struct import_state *state)
{
	int rc = 1;

	for (int i = 0; i < STEPS && rc == 1; i++)
		rc = import_job_step(state->job, &state->told);
	if (rc != 1)
		end(state, rc);
}

/* What it is that would be imported; a refusal is told by the run.  Another
 * kind has more or fewer fields, and the row that was changed stays. */
static void
look(struct import_state *state)
{
	bool is_setting = state->is_changed && import_form_field(&state->look,
						   state->list.selected) < 0;
	int below = import_form_rows(&state->look) - state->list.selected;
	struct err ignored;

	import_look_release(&state->look);
	import_look(state->desk->store, &state->options, &state->source,
	    &state->look, &ignored);
	if (is_setting)
		state->list.selected = import_form_rows(&state->look) - below;
}

static void
begin(struct import_state *state, enum import_phase phase, struct instant now)
{
	bool is_bulk = import_is_bulk(&state->report);

	stop(state);
	import_form_options(&state->form, &state->options);
	state->options.name = state->path;
	state->options.dry_run = phase == IMPORT_CHECKING;
	state->options.keep = phase == IMPORT_RUNNING && is_bulk;
	state->phase = phase;
	state->began_ms = now.mono_ms;
	if (source_open(&state->source, state->path,
		import_form_encoding(&state->form), &state->told) != 0) {
		end(state, -1);
		return;
	}
	if (phase == IMPORT_CHECKING)
		look(state);
	if (source_rewind(&state->source, &state->told) != 0) {
		end(state, -1);
		return;
	}
	state->job = import_job_new(state->desk->store, &state->options,
	    &state->source, &state->report);
	step(state);
}

/* A file that is no UTF-8 is read as what it seems to be, for its first rows
 * show whether that is so. */
static void
find_encoding(struct import_state *state, struct instant now)
{
	static const char option[] = "--encoding ";
	const char *named = strstr(state->told.text, option);

	if (state->phase != IMPORT_CHECKED || state->is_changed ||
	    state->form.encoding != 0 || named == NULL ||
	    !import_form_find_encoding(
		&state->form, named + sizeof(option) - 1))
		return;
	snprintf(state->notice, sizeof(state->notice),
	    "it is no UTF-8: read as %s, as it seems; see Encoding",
	    import_form_encoding(&state->form));
	state->list.selected = 0;
	begin(state, IMPORT_CHECKING, now);
}

static void
fit(struct import_state *state, const struct event *event)
{
	struct import_areas areas =
	    import_areas(state, event->rows, event->cols);

	list_fit(&state->list, import_form_rows(&state->look), areas.list.rows);
}

static void
import_close(void *data)
{
	struct import_state *state = data;

	stop(state);
	import_look_release(&state->look);
	free(state->path);
	free(state->way_back);
	free(state->directory);
}

static int
import_open(void *data, void *desk, const void *arg, const struct event *event,
    struct err *err)
{
	struct import_state *state = data;

	(void)err;
	state->desk = desk;
	state->path = mem_text(arg);
	state->source.fd = -1;
	import_form_init(&state->form);
	begin(state, IMPORT_CHECKING, event->now);
	find_encoding(state, event->now);
	fit(state, event);
	return 0;
}

static void
import_now(struct import_state *state, struct instant now)
{
	if (state->told.status != ERR_NONE) {
		snprintf(state->notice, sizeof(state->notice),
		    "it is refused as it is: change a row, or what fails");
		return;
	}
	if (state->report.added + state->report.updated == 0) {
		snprintf(state->notice, sizeof(state->notice),
		    "there is nothing new in it");
		return;
	}
	begin(state, IMPORT_RUNNING, now);
}

/* What Enter does depends on how far it is. */
static struct outcome
go_on(struct import_state *state, struct instant now)
{
	switch (state->phase) {
	case IMPORT_CHECKING:
	case IMPORT_RUNNING:
		break;
	case IMPORT_CHECKED:
		import_now(state, now);
		break;
	case IMPORT_STOPPED:
		begin(state, IMPORT_CHECKING, now);
		break;
	case IMPORT_DONE:
		if (state->report.kind->entity != ENTITY_QUESTIONS)
			return OUTCOME_POP;
		return (struct outcome){
		    .kind = REPLACE, .screen = &bank_screen};
	}
	return OUTCOME_STAY;
}

static struct outcome
choose_another(struct import_state *state)
{
	const char *slash = strrchr(state->path, '/');

	free(state->directory);
	state->directory = NULL;
	if (slash != NULL)
		state->directory = mem_textn(state->path,
		    slash == state->path ? 1 : (size_t)(slash - state->path));
	return (struct outcome){
	    .kind = REPLACE, .screen = &choose_screen, .arg = state->directory};
}

static struct outcome
back(struct import_state *state)
{
	if (state->job != NULL) {
		stop(state);
		state->phase = IMPORT_STOPPED;
		return OUTCOME_STAY;
	}
	return state->phase == IMPORT_DONE ? OUTCOME_POP
					   : choose_another(state);
}

static void
change(struct import_state *state, int by, const struct event *event)
{
	if (state->phase == IMPORT_RUNNING || state->phase == IMPORT_DONE)
		return;
	state->is_changed = true;
	import_form_change(
	    &state->form, &state->look, state->list.selected, by);
	begin(state, IMPORT_CHECKING, event->now);
}

static void
scroll(struct import_state *state, const struct event *event)
{
	struct import_areas areas =
	    import_areas(state, event->rows, event->cols);
	struct area pane = state->problems ? areas.problems : areas.rows;

	page_key(&state->top, event->key, import_pane_rows(state, pane.cols),
	    pane.rows);
}

static struct outcome
on_key(struct import_state *state, const struct event *event)
{
	state->notice[0] = '\0';
	switch ((enum action)keymap_action(import_keys, event->key)) {
	case IMPORT:
		return go_on(state, event->now);
	case BACK:
		return back(state);
	case LESS:
		change(state, -1, event);
		break;
	case MORE:
		change(state, 1, event);
		break;
	case PANE:
		state->problems = !state->problems;
		state->top = 0;
		break;
	case FIND:
		if (state->phase == IMPORT_RUNNING ||
		    state->phase == IMPORT_DONE)
			break;
		import_form_find_columns(&state->form);
		begin(state, IMPORT_CHECKING, event->now);
		break;
	case MOVE:
		state->is_changed = true;
		list_key(&state->list, event->key,
		    import_areas(state, event->rows, event->cols).list.rows);
		break;
	case SCROLL:
		scroll(state, event);
		break;
	case PAUSE:
		if (state->job != NULL)
			back(state);
		return (struct outcome){.kind = SUSPEND};
	case NO_ACTION:
		break;
	}
	return OUTCOME_STAY;
}

static struct outcome
import_event(void *data, const struct event *event)
{
	struct import_state *state = data;
	struct outcome outcome = OUTCOME_STAY;

	if (event->kind == EVENT_KEY) {
		outcome = on_key(state, event);
	} else if (event->kind == EVENT_TICK && state->job != NULL) {
		step(state);
		find_encoding(state, event->now);
	}
	/* The same window at the same size, whatever it was before. */
	if (event->kind == EVENT_RESIZE)
		state->list.top = 0;
	fit(state, event);
	return outcome;
}

/* A click chooses a row, another one changes it: never Enter, which imports. */
static int
import_mouse(void *data, const struct event *event)
{
	struct import_state *state = data;
	struct area list = import_areas(state, event->rows, event->cols).list;

	return list_mouse(&state->list, event, list) == '\n' ? K_RIGHT : 0;
}

static int64_t
import_deadline(const void *data, struct instant now)
{
	const struct import_state *state = data;

	return state->job != NULL ? now.mono_ms : -1;
}

/* The program is being ended, or stopped from outside. */
static int
import_save(void *data, struct instant now, struct err *err)
{
	struct import_state *state = data;

	(void)now;
	(void)err;
	if (state->job != NULL)
		back(state);
	return 0;
}

const struct screen import_screen = {
    .name = "import",
    .about = "A file before it is imported: its columns, its first rows, and "
	     "what would become of them.",
    .state_size = sizeof(struct import_state),
    .keys = import_keys,
    .open = import_open,
    .draw = import_draw,
    .event = import_event,
    .mouse = import_mouse,
    .deadline = import_deadline,
    .save = import_save,
    .close = import_close,
};
