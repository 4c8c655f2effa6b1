/* SPDX-License-Identifier: MIT */
/* More ways to look at what was practised, one at a time. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/csv.h"
#include "base/mem.h"
#include "base/number.h"
#include "screens/export_here.h"
#include "screens/frame.h"
#include "screens/views_parts.h"
#include "tui/page.h"

enum action { NO_ACTION, NEXT, BEFORE, EXPORT, BACK, SCROLL };

const struct key_binding views_keys[] = {
    {{'\t', K_RIGHT}, NEXT, "next view", "the next view"},
    {{K_BACKTAB, K_LEFT}, BEFORE, NULL, "the view before"},
    REVIEWING_KEYS,
    {{'e'}, EXPORT, "export", "export this view as CSV"},
    {{K_ESC, 'q'}, BACK, "back", "go back"},
    FRAME_SCROLL_KEYS(SCROLL),
    {{0}, NO_ACTION, NULL, NULL},
};

const struct view *const views_all[VIEWS] = {
    &verdicts_view,
    &times_view,
    &splits_view,
    &words_view,
    &judgement_view,
    &habit_view,
    &coverage_view,
};

struct view_row *
view_add(struct view_rows *rows)
{
	struct view_row *row;

	rows->rows =
	    mem_grow(rows->rows, (size_t)rows->n + 1, sizeof(*rows->rows));
	row = &rows->rows[rows->n++];
	*row = (struct view_row){.mark = -1};
	return row;
}

void
view_forget(struct view_rows *rows)
{
	free(rows->rows);
	*rows = (struct view_rows){0};
}

static void
fill(struct views_state *state, struct instant now)
{
	struct reviewing *shared = state->shared;
	struct err err = {0};

	state->data.now = now;
	state->data.filter = reviewing_filter(shared);
	view_forget(&state->rows);
	state->sentence[0] = '\0';
	if (views_all[state->at]->fill(
		&state->data, &state->rows, state->sentence, &err) != 0)
		snprintf(
		    shared->notice, sizeof(shared->notice), "%s", err.text);
}

static int
views_open(void *data, void *desk, const void *arg, const struct event *event,
    struct err *err)
{
	struct views_state *state = data;

	(void)desk;
	(void)err;
	/* The review stands below this screen and outlives it. */
	state->shared = *(struct reviewing *const *)arg;
	state->shared->notice[0] = '\0';
	state->data.shared = state->shared;
	state->data.rounds = &state->shared->filters.rounds;
	state->data.levels = &state->shared->filters.levels;
	fill(state, event->now);
	return 0;
}

static void
views_close(void *data)
{
	struct views_state *state = data;

	view_forget(&state->rows);
}

void
view_write(const struct view *view, const struct view_rows *rows, FILE *to)
{
	char number[NUMBER_SIZE];

	fprintf(to, "%s\r\n", view->columns);
	for (int i = 0; i < rows->n; i++) {
		const struct view_row *row = &rows->rows[i];
		const char *label = row->label;

		csv_write_text(to, label + strspn(label, " "), false);
		for (int k = 0; k < view->values; k++) {
			number_text(number, row->values[k]);
			fprintf(to, ",%s", isnan(row->values[k]) ? "" : number);
		}
		fputs("\r\n", to);
	}
}

static void
write_rows(const void *arg, FILE *to)
{
	const struct views_state *state = arg;

	view_write(views_all[state->at], &state->rows, to);
}

static void
export_shown(struct views_state *state, struct instant now)
{
	struct reviewing *shared = state->shared;
	char path[EXPORT_PATH_SIZE];
	struct err err = {0};
	int done = export_rows_here(shared->desk->store,
	    views_all[state->at]->name, now, write_rows, state, path, &err);

	export_notice(shared->notice, sizeof(shared->notice), done, path, &err);
}

static void
turn(struct views_state *state, int by, struct instant now)
{
	state->at = (state->at + by + VIEWS) % VIEWS;
	state->top = 0;
	fill(state, now);
}

static struct outcome
on_key(struct views_state *state, const struct event *event)
{
	switch ((enum action)keymap_action(views_keys, event->key)) {
	case NEXT:
		turn(state, 1, event->now);
		break;
	case BEFORE:
		turn(state, -1, event->now);
		break;
	case EXPORT:
		export_shown(state, event->now);
		break;
	case BACK:
		return OUTCOME_POP;
	case SCROLL:
		page_key(&state->top, event->key, state->rows.n,
		    views_room(state, frame_body(event->rows, event->cols)));
		break;
	case NO_ACTION:
		break;
	}
	return OUTCOME_STAY;
}

static struct outcome
views_event(void *data, const struct event *event)
{
	struct views_state *state = data;

	switch (reviewing_event(state->shared, views_keys, event)) {
	case REVIEWING_MORE: /* the rest of them is shown once it is there */
		break;
	case REVIEWING_OTHER:
		state->top = 0;
		fill(state, event->now);
		break;
	case REVIEWING_ALL:
		fill(state, event->now);
		break;
	case REVIEWING_SAME:
		if (event->kind == EVENT_KEY)
			return on_key(state, event);
		break;
	}
	return OUTCOME_STAY;
}

static int64_t
views_deadline(const void *data, struct instant now)
{
	const struct views_state *state = data;

	return reviewing_deadline(state->shared, now);
}

const struct screen views_screen = {
    .name = "views",
    .about = "Verdicts over time, time used, sections, pace, how ratings "
	     "agree, days with practice, and the bank.",
    .state_size = sizeof(struct views_state),
    .keys = views_keys,
    .open = views_open,
    .draw = views_draw,
    .event = views_event,
    .deadline = views_deadline,
    .close = views_close,
};
