/* SPDX-License-Identifier: MIT */
/*
 * Every signal at a glance: the weakest first, with its latest value, its
 * change and its course as a sparkline.
 */
#include <stdio.h>
#include <stdlib.h>

#include "base/mem.h"
#include "screens/desk.h"
#include "screens/export_here.h"
#include "screens/frame.h"
#include "screens/reviewing.h"
#include "store/review.h"
#include "tui/chart.h"
#include "tui/layout.h"
#include "tui/list.h"

enum action {
	NO_ACTION,
	OPEN,
	VIEWS,
	COMPARE,
	EXPORT,
	BACK,
	MOVE,
};

static const struct key_binding review_keys[] = {
    {{'\n'}, OPEN, "chart", "open the signal's chart"},
    {{'v'}, VIEWS, "views", "more views: verdicts, time, habits, coverage"},
    {{'x'}, COMPARE, "compare", "compare two periods, rounds or levels"},
    REVIEWING_KEYS,
    {{'e'}, EXPORT, "export", "export what is shown as CSV"},
    {{K_ESC, 'q'}, BACK, "back", "go back"},
    FRAME_LIST_KEYS(MOVE),
    {{0}, NO_ACTION, NULL, NULL},
};

enum {
	HEAD_ROWS = 4,
	LABEL_COLS = 21,
	LATEST_COLS = 7,
	NUMBER_COLS = 32, /* change, n, share, limits */
	SPARK_LEAST = 12, /* the numbers give way to a shorter sparkline */
	SPARK_MOST = 60,
	LIST_COLS = 100, /* where a chart stands beside the list */
	CHART_ROWS = 24,
};

struct review_state {
	struct reviewing shared;
	struct review review;
	int *order;    /* owned: signals, the weakest first */
	char **labels; /* owned, one a signal */
	int *limits;   /* owned: sessions that it limited, one a signal */
	struct reviewing *lent; /* to the screen above; NULL: to none */
	char fortnight[REVIEWING_FORTNIGHT];
	enum role fortnight_role;
	double bar;
	struct list list;
	struct review_arg arg; /* of the chart that is opened */
};

static void
release(struct review_state *state)
{
	for (int i = 0; state->labels != NULL && i < state->review.n; i++)
		free(state->labels[i]);
	free(state->labels);
	free(state->order);
	free(state->limits);
	state->limits = NULL;
	state->labels = NULL;
	state->order = NULL;
	review_release(&state->review);
}

static int
list_rows(int rows)
{
	int left = frame_rows(rows) - HEAD_ROWS;

	return left > 1 ? left : 1;
}

/* What the record says, as far as it is read. */
static void
count(struct review_state *state, struct instant now)
{
	struct record_filter filter = reviewing_filter(&state->shared);

	const struct record *record = &state->shared.reader.record;
	int *limited = mem_zero((size_t)record->names.n + 1, sizeof(*limited));

	record_limits(record, &filter, limited);
	for (int i = 0; i < state->review.n; i++) {
		int at = intern_find(
		    &record->names, state->review.signals[i].signal);

		state->limits[i] = at < 0 ? 0 : limited[at];
	}
	free(limited);
	state->fortnight_role =
	    reviewing_fortnight(&state->shared, now, state->fortnight);
}

static const char *
rater_of(const struct review_state *state)
{
	return filter_bar_rater(&state->shared.filters);
}

static int
load(struct review_state *state, const struct event *event, struct err *err)
{
	struct store *store = state->shared.desk->store;
	struct store_filter filter =
	    filter_bar_now(&state->shared.filters, NULL);

	release(state);
	state->bar = (double)state->shared.rules->hire / SCORE_UNIT;
	if (store_review(store, &filter, rater_of(state), NULL, &state->review,
		err) != 0)
		return -1;
	state->limits =
	    mem_zero((size_t)state->review.n + 1, sizeof(*state->limits));
	state->order = review_weakest_first(&state->review);
	state->labels =
	    mem_zero((size_t)state->review.n + 1, sizeof(*state->labels));
	for (int i = 0; i < state->review.n; i++)
		if (store_signal_label(store, state->review.signals[i].signal,
			&state->labels[i], err) != 0)
			return -1;
	count(state, event->now);
	list_fit(&state->list, state->review.n, list_rows(event->rows));
	return 0;
}

/* Under the head; the selected signal's chart has what it leaves. */
static struct area
list_area(int rows, int cols, struct area *chart)
{
	struct area left = frame_body(rows, cols), list;

	layout_top(&left, HEAD_ROWS);
	list = layout_left(&left, cols >= LAYOUT_WIDE_COLS ? LIST_COLS : cols);
	layout_left(&left, LAYOUT_GAP);
	*chart = layout_top(&left, CHART_ROWS);
	return list;
}

static void
review_close(void *data)
{
	struct review_state *state = data;

	release(state);
	reviewing_release(&state->shared);
}

static int
review_open(void *data, void *desk, const void *arg, const struct event *event,
    struct err *err)
{
	struct review_state *state = data;

	if (reviewing_open(&state->shared, desk, arg, err) != 0)
		return -1;
	if (load(state, event, err) == 0)
		return 0;
	review_close(state);
	return -1;
}

static void
load_or_say(struct review_state *state, const struct event *event)
{
	struct err err = {0};

	if (load(state, event, &err) != 0)
		snprintf(state->shared.notice, sizeof(state->shared.notice),
		    "%s", err.text);
}

static void
export_shown(struct review_state *state, struct instant now)
{
	struct store_filter filter =
	    filter_bar_now(&state->shared.filters, NULL);
	char path[EXPORT_PATH_SIZE];
	struct err err = {0};

	int done = export_progress_here(
	    state->shared.desk->store, &filter, now, path, &err);

	export_notice(state->shared.notice, sizeof(state->shared.notice), done,
	    path, &err);
}

static struct outcome
open_chart(struct review_state *state)
{
	if (state->review.n == 0)
		return OUTCOME_STAY;
	state->arg = (struct review_arg){
	    .filter = filter_bar_now(&state->shared.filters, NULL),
	    .rater = rater_of(state),
	    .signal = state->review.signals[state->order[state->list.selected]]
			  .signal,
	};
	return (struct outcome){
	    .kind = PUSH,
	    .screen = &signal_screen,
	    .arg = &state->arg,
	};
}

static struct outcome
open_shared(struct review_state *state, const struct screen *screen)
{
	state->lent = &state->shared;
	return (struct outcome){
	    .kind = PUSH,
	    .screen = screen,
	    .arg = &state->lent,
	};
}

static struct outcome
on_key(struct review_state *state, const struct event *event)
{
	int action = keymap_action(review_keys, event->key);

	state->shared.notice[0] = '\0';
	if (reviewing_key(&state->shared, action, event->now)) {
		load_or_say(state, event);
		return OUTCOME_STAY;
	}
	switch ((enum action)action) {
	case OPEN:
		return open_chart(state);
	case VIEWS:
		return open_shared(state, &views_screen);
	case COMPARE:
		return open_shared(state, &contrast_screen);
	case EXPORT:
		export_shown(state, event->now);
		break;
	case BACK:
		return OUTCOME_POP;
	case MOVE:
	case NO_ACTION:
		list_key(&state->list, event->key, list_rows(event->rows));
		break;
	}
	return OUTCOME_STAY;
}

static struct outcome
review_event(void *data, const struct event *event)
{
	struct review_state *state = data;
	struct outcome outcome = OUTCOME_STAY;

	if (event->kind == EVENT_KEY) {
		outcome = on_key(state, event);
	} else if (event->kind == EVENT_TICK) {
		reviewing_tick(&state->shared);
		count(state, event->now);
	} else if (event->kind == EVENT_RESUME) {
		if (state->lent == NULL)
			reviewing_again(&state->shared);
		state->lent = NULL;
		load_or_say(state, event);
	}
	list_fit(&state->list, state->review.n, list_rows(event->rows));
	return outcome;
}

static int64_t
review_deadline(const void *data, struct instant now)
{
	const struct review_state *state = data;

	return reviewing_deadline(&state->shared, now);
}

static int
review_mouse(void *data, const struct event *event)
{
	struct review_state *state = data;
	struct area chart;

	return list_mouse(
	    &state->list, event, list_area(event->rows, event->cols, &chart));
}

/* Cells before the sparkline; on a narrow screen the numbers give way. */
static int
spark_col(int cols)
{
	int col = LABEL_COLS + LATEST_COLS;

	return cols - col - NUMBER_COLS >= SPARK_LEAST ? col + NUMBER_COLS
						       : col;
}

static void
draw_numbers(const struct review_signal *signal, int limits,
    struct surface *surface, int row, int col, enum role role)
{
	char change[16] = "    -";

	if (signal->n > 1)
		snprintf(change, sizeof(change), "%+5.1f", signal->change);
	surface_textf(surface, row, col, NUMBER_COLS, role,
	    "%s  %4d  %3.0f %%  %5d", change, signal->n,
	    signal->at_bar_share * 100, limits);
}

static enum role
value_role(const struct review_state *state, double value, enum role row)
{
	if (row == ROLE_SELECTED)
		return row;
	return value < state->bar ? ROLE_WARN : ROLE_GOOD;
}

static void
draw_row(const void *data, int i, struct surface *surface, struct area area,
    enum role role)
{
	const struct review_state *state = data;
	int at = state->order[i], col = spark_col(area.cols);
	const struct review_signal *signal = &state->review.signals[at];
	int room = area.cols - col < SPARK_MOST ? area.cols - col : SPARK_MOST;

	surface_text_cut(surface, area.row, area.col, LABEL_COLS - 1, role,
	    state->labels[at]);
	surface_textf(surface, area.row, area.col + LABEL_COLS, LATEST_COLS,
	    value_role(state, signal->latest, role), "%4.2f%s", signal->latest,
	    i == 0 ? " <" : "");
	if (col > LABEL_COLS + LATEST_COLS)
		draw_numbers(signal, state->limits[at], surface, area.row,
		    area.col + LABEL_COLS + LATEST_COLS, role);
	if (room > 0)
		chart_sparkline(surface, area.row, area.col + col, room,
		    signal->means, signal->n, RATING_LOW, RATING_HIGH,
		    state->bar);
}

/* What has no room goes: first the numbers' names, as the numbers do. */
static void
draw_head(
    const struct review_state *state, struct surface *surface, struct area area)
{
	int sessions = state->review.sessions, n = state->review.n;
	struct area line = layout_top(&area, 1);

	surface_text_cut(surface, line.row, 0, line.cols, state->fortnight_role,
	    state->fortnight);
	line = layout_top(&area, 1);
	surface_textf(surface, line.row, 0, line.cols, ROLE_DIM,
	    "%d session%s  rated by %s  %d signal%s", sessions,
	    sessions == 1 ? "" : "s", rater_of(state), n, n == 1 ? "" : "s");
	line = layout_top(&area, 1);
	reviewing_draw_filters(&state->shared, surface, line);
	if (spark_col(area.cols - LIST_MARK) > LABEL_COLS + LATEST_COLS)
		surface_textf(surface, area.row, LIST_MARK, area.cols, ROLE_KEY,
		    "%-*slatest change    n  at %.1f+ limits  sessions",
		    LABEL_COLS, "signal", state->bar);
	else
		surface_textf(surface, area.row, LIST_MARK, area.cols, ROLE_KEY,
		    "%-*slatest sessions", LABEL_COLS, "signal");
}

static void
draw_empty(
    const struct review_state *state, struct surface *surface, struct area area)
{
	static const char *const none[] = {
	    "No ratings yet.",
	    "Practise a round and rate it: q goes back, then Enter starts.",
	    NULL,
	};
	static const char *const filtered[] = {
	    "No rating fits these filters.",
	    "r, c, l, p and w change round, company, level, period, rater.",
	    NULL,
	};

	frame_empty(surface, area,
	    filter_bar_any(&state->shared.filters) ||
		    state->shared.filters.rater > 0
		? filtered
		: none);
}

static void
draw_chart(
    const struct review_state *state, struct surface *surface, struct area area)
{
	int at = state->order[state->list.selected];
	const struct review_signal *signal = &state->review.signals[at];
	struct area title = layout_top(&area, 1);
	struct chart chart = {
	    .values = signal->means,
	    .smooth = signal->smooth,
	    .n = signal->n,
	    .low = RATING_LOW,
	    .high = RATING_HIGH,
	    .bar = state->bar,
	    .cursor = -1,
	    .kind = state->shared.desk->chart,
	};

	surface_text_cut(surface, title.row, title.col, title.cols, ROLE_TITLE,
	    state->labels[at]);
	chart_draw(&chart, surface, area);
}

static void
review_draw(const void *data, struct surface *surface, struct instant now)
{
	const struct review_state *state = data;
	char reading[REVIEWING_TEXT];
	struct area body = frame_draw(surface, "Review: your signals",
	    reviewing_progress(&state->shared, reading), ROLE_DIM, review_keys);
	struct area chart;
	struct area list = list_area(surface->rows, surface->cols, &chart);

	(void)now;
	body.cols = list.cols;
	draw_head(state, surface, body);
	if (list.rows <= 0)
		return;
	if (state->review.n == 0)
		draw_empty(state, surface, list);
	else
		list_draw(&state->list, surface, list, draw_row, state);
	if (state->review.n > 0 && layout_shows(chart))
		draw_chart(state, surface, chart);
	frame_notice(surface, state->shared.notice);
}

const struct screen review_screen = {
    .name = "review",
    .about = "Every signal across your sessions, the weakest first.",
    .state_size = sizeof(struct review_state),
    .keys = review_keys,
    .open = review_open,
    .draw = review_draw,
    .event = review_event,
    .deadline = review_deadline,
    .mouse = review_mouse,
    .close = review_close,
};
