/* SPDX-License-Identifier: MIT */
/*
 * How steady one's own ratings are: answers that wait to be rated again,
 * answers with reference scores, and what both have shown so far.
 */
#include <stdio.h>
#include <stdlib.h>

#include "base/date.h"
#include "base/mem.h"
#include "screens/frame.h"
#include "screens/rate_kept.h"
#include "store/calibration.h"
#include "store/cold.h"
#include "store/reference.h"
#include "tui/layout.h"
#include "tui/list.h"
#include "tui/page.h"

enum action { NO_ACTION, OPEN, BACK, MOVE };

static const struct key_binding calibrate_keys[] = {
    {{'\n'}, OPEN, "rate", "rate the answer, or chart the signal rated again"},
    {{K_ESC, 'q'}, BACK, "back", "go back"},
    FRAME_LIST_KEYS(MOVE),
    {{0}, NO_ACTION, NULL, NULL},
};

enum {
	LISTED = 200,   /* answers that wait; more are not shown */
	WIDE_COLS = 64, /* from here a row says what it is */
	SORT_COLS = 7,
	STATE_COLS = 26,
	NARROW_COLS = 17,
	SECOND_MS = 1000,
};

struct calibrate_state {
	struct desk *desk;
	const struct rules *rules; /* borrowed from the store */
	struct cold_row *due;
	struct calibration_row *items;
	struct drift_row *drifts;
	char **labels; /* owned, one a drift */
	int n_due, n_items, n_drifts;
	int64_t next_s; /* when another answer begins to wait; 0: none */
	struct list list;
	struct rate_kept_arg rated; /* what is opened */
	struct review_arg chart;
	char notice[sizeof(struct err)];
};

static void
release(struct calibrate_state *state)
{
	for (int i = 0; state->labels != NULL && i < state->n_drifts; i++)
		free(state->labels[i]);
	free(state->labels);
	cold_rows_free(state->due, state->n_due);
	calibration_rows_free(state->items, state->n_items);
	drift_rows_free(state->drifts, state->n_drifts);
	state->labels = NULL;
	state->due = NULL;
	state->items = NULL;
	state->drifts = NULL;
	state->n_due = state->n_items = state->n_drifts = 0;
}

static int
load_labels(struct calibrate_state *state, struct err *err)
{
	state->labels =
	    mem_zero((size_t)state->n_drifts + 1, sizeof(*state->labels));
	for (int i = 0; i < state->n_drifts; i++)
		if (store_signal_label(state->desk->store,
			state->drifts[i].signal, &state->labels[i], err) != 0)
			return -1;
	return 0;
}

static int
load_all(struct calibrate_state *state, struct instant now, struct err *err)
{
	struct store *store = state->desk->store;

	if (store_rules(store, &state->rules, err) != 0 ||
	    store_cold_due(
		store, now, LISTED, &state->due, &state->n_due, err) != 0 ||
	    store_cold_next(store, now, &state->next_s, err) != 0 ||
	    store_calibration(store, &state->items, &state->n_items, err) !=
		0 ||
	    store_drift(store, &state->drifts, &state->n_drifts, err) != 0)
		return -1;
	return load_labels(state, err);
}

/* All of it, or nothing. */
static int
load(struct calibrate_state *state, struct instant now, struct err *err)
{
	release(state);
	if (load_all(state, now, err) == 0)
		return 0;
	release(state);
	return -1;
}

static int
count(const struct calibrate_state *state)
{
	return state->n_due + state->n_items + state->n_drifts;
}

/* What can be done now, and how one's ratings stand to the references. */
static void
draw_head(const void *data, struct page *page)
{
	const struct calibrate_state *state = data;
	struct drift all = {0};
	char text[DRIFT_WORDS], when[DATE_SIZE];

	date_local(when, state->next_s, clock_utc_offset_min(state->next_s));
	if (state->n_due > 0)
		page_textf(page, 0, ROLE_TITLE,
		    "%d answer%s to be rated again, the old scores hidden.",
		    state->n_due, state->n_due == 1 ? " waits" : "s wait");
	else if (state->next_s > 0)
		page_textf(page, 0, ROLE_TITLE,
		    "The next answer waits to be rated again from %s on.",
		    when);
	else
		page_text(page, 0, ROLE_TITLE,
		    "An answer that you rate waits here a day later.");
	for (int i = 0; i < state->n_items; i++) {
		struct drift drift = calibration_drift(&state->items[i]);

		drift_join(&all, &drift);
	}
	if (all.n == 0)
		return;
	drift_mean_text(text, DRIFT_REFERENCE, &all);
	page_textf(page, 0, ROLE_DIM, "On the test answers you are %s.", text);
}

/* What the head leaves. */
static struct area
list_area(const struct calibrate_state *state, int rows, int cols)
{
	struct area left = frame_body(rows, cols);

	layout_top(&left, page_rows(draw_head, state, cols) + 1);
	return left;
}

static int
list_rows(const struct calibrate_state *state, int rows, int cols)
{
	int left = list_area(state, rows, cols).rows;

	return left > 1 ? left : 1;
}

static void
fit(struct calibrate_state *state, const struct event *event)
{
	list_fit(&state->list, count(state),
	    list_rows(state, event->rows, event->cols));
}

static int
calibrate_open(void *data, void *desk, const void *arg,
    const struct event *event, struct err *err)
{
	struct calibrate_state *state = data;

	(void)arg;
	state->desk = desk;
	if (load(state, event->now, err) != 0)
		return -1;
	fit(state, event);
	return 0;
}

static void
calibrate_close(void *data)
{
	release(data);
}

static struct outcome
open_rating(
    struct calibrate_state *state, const struct rate_way *way, const char *id)
{
	state->rated = (struct rate_kept_arg){.way = way, .id = id};
	return (struct outcome){
	    .kind = PUSH,
	    .screen = &rate_kept_screen,
	    .arg = &state->rated,
	};
}

static struct outcome
open_selected(struct calibrate_state *state)
{
	int at = state->list.selected;

	if (at < state->n_due)
		return open_rating(state, &rate_cold, state->due[at].id);
	at -= state->n_due;
	if (at < state->n_items)
		return open_rating(
		    state, &rate_calibration, state->items[at].item);
	at -= state->n_items;
	if (at >= state->n_drifts)
		return OUTCOME_STAY;
	state->chart = (struct review_arg){
	    .rater = "cold", .signal = state->drifts[at].signal};
	return (struct outcome){
	    .kind = PUSH,
	    .screen = &signal_screen,
	    .arg = &state->chart,
	};
}

static struct outcome
on_key(struct calibrate_state *state, const struct event *event)
{
	state->notice[0] = '\0';
	switch ((enum action)keymap_action(calibrate_keys, event->key)) {
	case OPEN:
		return open_selected(state);
	case BACK:
		return OUTCOME_POP;
	case MOVE:
	case NO_ACTION:
		list_key(&state->list, event->key,
		    list_rows(state, event->rows, event->cols));
		break;
	}
	return OUTCOME_STAY;
}

static int
calibrate_mouse(void *data, const struct event *event)
{
	struct calibrate_state *state = data;

	return list_mouse(
	    &state->list, event, list_area(state, event->rows, event->cols));
}

static struct outcome
calibrate_event(void *data, const struct event *event)
{
	struct calibrate_state *state = data;
	struct outcome outcome = OUTCOME_STAY;
	struct err err = {0};

	if (event->kind == EVENT_RESUME && load(state, event->now, &err) != 0)
		snprintf(state->notice, sizeof(state->notice), "%s", err.text);
	if (event->kind == EVENT_KEY)
		outcome = on_key(state, event);
	fit(state, event);
	return outcome;
}

static void
state_of_item(const struct calibration_row *item, char text[DRIFT_WORDS])
{
	struct drift drift = calibration_drift(item);

	if (calibration_rated(item))
		drift_mean_text(text, DRIFT_REFERENCE, &drift);
	else
		snprintf(text, DRIFT_WORDS, "not rated");
}

/* What it is, how it stands, which one it is; a narrow row leaves out what it
 * is. */
static void
draw_columns(struct surface *surface, struct area area, enum role role,
    const char *sort, const char *state, const char *name)
{
	int cols = NARROW_COLS, used = 0;

	if (area.cols >= WIDE_COLS) {
		surface_text(
		    surface, area.row, area.col, SORT_COLS, role, sort);
		used = SORT_COLS;
		cols = STATE_COLS;
	}
	surface_text_cut(
	    surface, area.row, area.col + used, cols - 1, role, state);
	used += cols;
	surface_text_cut(
	    surface, area.row, area.col + used, area.cols - used, role, name);
}

static void
draw_drift(const struct calibrate_state *state, int i, struct surface *surface,
    struct area area, enum role role)
{
	const struct drift *drift = &state->drifts[i].drift;
	char words[DRIFT_WORDS], text[2 * DRIFT_WORDS];

	drift_mean_text(words, DRIFT_COLD, drift);
	if (drift_shown(state->rules, drift))
		snprintf(text, sizeof(text), "%s, %.2f apart, n %d", words,
		    drift_spread(drift), drift->n);
	else
		snprintf(text, sizeof(text), "%d of %d rated twice", drift->n,
		    state->rules->drift_answers);
	draw_columns(surface, area, role, "drift", state->labels[i], text);
}

static void
draw_row(const void *data, int i, struct surface *surface, struct area area,
    enum role role)
{
	const struct calibrate_state *state = data;
	char text[DRIFT_WORDS], when[DATE_SIZE];

	if (i < state->n_due) {
		const struct cold_row *row = &state->due[i];

		date_local(when, row->started_at, row->utc_offset_min);
		draw_columns(surface, area, role, "again", when, row->prompt);
		return;
	}
	i -= state->n_due;
	if (i < state->n_items) {
		state_of_item(&state->items[i], text);
		draw_columns(
		    surface, area, role, "test", text, state->items[i].prompt);
		return;
	}
	draw_drift(state, i - state->n_items, surface, area, role);
}

static void
calibrate_draw(const void *data, struct surface *surface, struct instant now)
{
	const struct calibrate_state *state = data;
	struct area body = frame_draw(
	    surface, "Calibrate your eye", NULL, ROLE_DIM, calibrate_keys);
	struct page page = page_begin(surface, body, 0);

	(void)now;
	draw_head(state, &page);
	body = list_area(state, surface->rows, surface->cols);
	if (body.rows > 0)
		list_draw(&state->list, surface, body, draw_row, state);
	frame_notice(surface, state->notice);
}

const struct screen calibrate_screen = {
    .name = "calibration",
    .about = "Answers to rate again, answers with reference scores, and your "
	     "drift.",
    .state_size = sizeof(struct calibrate_state),
    .keys = calibrate_keys,
    .open = calibrate_open,
    .draw = calibrate_draw,
    .event = calibrate_event,
    .mouse = calibrate_mouse,
    .close = calibrate_close,
};
