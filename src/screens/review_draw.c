/* SPDX-License-Identifier: MIT */
/* What is seen of the review: how it stands, a row a signal, a chart. */
#include <stdio.h>

#include "screens/frame.h"
#include "screens/review_parts.h"
#include "tui/chart.h"
#include "tui/layout.h"

enum {
	LABEL_COLS = 21,
	LATEST_COLS = 7,
	NUMBER_COLS = 32, /* change, n, share, limits */
	SPARK_LEAST = 12, /* the numbers give way to a shorter sparkline */
	SPARK_MOST = 60,
	LIST_COLS = 100, /* where a chart stands beside the list */
	CHART_ROWS = 24,
};

struct area
review_list_area(int rows, int cols, struct area *chart)
{
	struct area left = frame_body(rows, cols), list;

	layout_top(&left, REVIEW_HEAD_ROWS);
	list = layout_left(&left, cols >= LAYOUT_WIDE_COLS ? LIST_COLS : cols);
	layout_left(&left, LAYOUT_GAP);
	*chart = layout_top(&left, CHART_ROWS);
	return list;
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
	    sessions == 1 ? "" : "s", filter_bar_rater(&state->shared.filters),
	    n, n == 1 ? "" : "s");
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

void
review_draw(const void *data, struct surface *surface, struct instant now)
{
	const struct review_state *state = data;
	char reading[REVIEWING_TEXT];
	struct area body = frame_draw(surface, "Review: your signals",
	    reviewing_progress(&state->shared, reading), ROLE_DIM, review_keys);
	struct area chart;
	struct area list =
	    review_list_area(surface->rows, surface->cols, &chart);

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
