/* SPDX-License-Identifier: MIT */
/* What is seen of the review: how it stands, a row a signal, a chart. */
#include <stdio.h>

#include "screens/frame.h"
#include "screens/review_parts.h"
#include "tui/chart.h"
#include "tui/flow.h"
#include "tui/layout.h"

enum {
	ROOMY_ROWS = 14, /* of a body that has room for sentences and filters */
	LINE_ROWS = 2,   /* of a sentence, at most */
	BRIEF_COLS = 70, /* below, sentences are short */
	LABEL_COLS = 21,
	SMOOTH_COLS = 8, /* with the mark of the weakest */
	LATEST_COLS = 6,
	NUMBER_COLS = 31, /* change, n, share, limits */
	SPARK_LEAST = 10, /* the numbers give way to a shorter sparkline */
	SPARK_MOST = 60,
	LIST_COLS = 100, /* where a chart stands beside the list */
	CHART_ROWS = 24,
};

static bool
says(const struct review_line *line)
{
	return line->text != NULL && *line->text != '\0';
}

/* Over the list: how the last two weeks were, and the filters.  Where there is
 * room sentences go on in a second row.  Dry with a NULL surface; returns what
 * is left of the area. */
static struct area
draw_lines(
    const struct review_state *state, struct surface *surface, struct area area)
{
	bool roomy = area.rows >= ROOMY_ROWS;
	const struct review_line *lines[] = {
	    area.cols < BRIEF_COLS ? &state->lately.brief
				   : &state->lately.overall,
	    &state->lately.rounds,
	    &state->lately.signals,
	    &state->lately.early,
	};

	for (size_t i = 0; i < sizeof(lines) / sizeof(lines[0]); i++) {
		const char *text = lines[i]->text;
		struct area at;

		if (!says(lines[i]))
			continue;
		at = layout_top(&area,
		    roomy && flow_rows(text, area.cols) > 1 ? LINE_ROWS : 1);
		if (surface != NULL && at.rows > 1)
			flow_draw(surface, at, lines[i]->role, text, 0);
		else if (surface != NULL && at.rows == 1)
			surface_text_cut(surface, at.row, at.col, at.cols,
			    lines[i]->role, text);
	}
	if (roomy || filter_bar_any(&state->shared.filters)) {
		struct area at = layout_top(&area, 1);

		if (surface != NULL && at.rows == 1)
			reviewing_draw_filters(
			    &state->shared, FILTER_RATER, surface, at);
	}
	return area;
}

struct area
review_list_area(
    const struct review_state *state, int rows, int cols, struct area *chart)
{
	struct area left = draw_lines(state, NULL, frame_body(rows, cols));
	struct area list;

	layout_top(&left, 1);
	list = layout_left(&left, cols >= LAYOUT_WIDE_COLS ? LIST_COLS : cols);
	layout_left(&left, LAYOUT_GAP);
	*chart = layout_top(&left, CHART_ROWS);
	return list;
}

/* Where a row's parts stand; on a narrow screen the numbers give way, and the
 * names are shorter. */
struct columns {
	int label, latest, numbers, spark;
};

static struct columns
columns_of(int cols)
{
	struct columns at = {.label = LABEL_COLS};
	int fixed = SMOOTH_COLS + LATEST_COLS;

	if (cols - at.label - fixed < SPARK_LEAST)
		at.label = cols - fixed - SPARK_LEAST;
	at.latest = at.label + SMOOTH_COLS;
	at.numbers = at.spark = at.latest + LATEST_COLS;
	if (cols - at.spark - NUMBER_COLS >= SPARK_LEAST)
		at.spark += NUMBER_COLS;
	return at;
}

static void
draw_numbers(const struct review_signal *signal, struct surface *surface,
    int row, int col, enum role role)
{
	char change[16] = "   -";

	if (signal->n > 1)
		snprintf(change, sizeof(change), "%+4.1f", signal->change);
	surface_textf(surface, row, col, NUMBER_COLS, role,
	    "  %s  %4d  %3.0f %%  %5d", change, signal->n,
	    signal->at_bar_share * 100, signal->limits);
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
	int at = state->order[i];
	const struct review_signal *signal = &state->review.signals[at];
	struct columns cols = columns_of(area.cols);
	double smooth = signal->smooth[signal->n - 1];
	int room = area.cols - cols.spark;

	surface_text_cut(surface, area.row, area.col, cols.label - 1, role,
	    state->labels[at]);
	surface_textf(surface, area.row, area.col + cols.label, SMOOTH_COLS,
	    value_role(state, smooth, role), "%4.2f%s", smooth,
	    i == 0 ? " <" : "");
	surface_textf(surface, area.row, area.col + cols.latest, LATEST_COLS,
	    value_role(state, signal->latest, role), "%4.2f", signal->latest);
	if (cols.spark > cols.numbers)
		draw_numbers(
		    signal, surface, area.row, area.col + cols.numbers, role);
	if (room > 0)
		chart_sparkline(surface, area.row, area.col + cols.spark,
		    room < SPARK_MOST ? room : SPARK_MOST, signal->means,
		    signal->n, RATING_LOW, RATING_HIGH, state->bar);
}

/* What has no room goes: first the numbers' names, as the numbers do. */
static void
draw_names(
    const struct review_state *state, struct surface *surface, struct area area)
{
	struct columns at = columns_of(area.cols - LIST_MARK);

	layout_left(&area, LIST_MARK);
	surface_text_cut(surface, area.row, area.col, at.label - 1, ROLE_KEY,
	    "weakest first");
	surface_text(surface, area.row, area.col + at.label, SMOOTH_COLS,
	    ROLE_KEY, "smooth");
	surface_text(surface, area.row, area.col + at.latest, LATEST_COLS,
	    ROLE_KEY, "last");
	if (at.spark > at.numbers)
		surface_textf(surface, area.row, area.col + at.numbers,
		    NUMBER_COLS, ROLE_KEY, "change     n at %.1f+ limits",
		    state->bar);
	surface_text(surface, area.row, area.col + at.spark,
	    area.cols - at.spark, ROLE_KEY, "sessions");
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

/* How many sessions, and whose ratings they are; how far they are read. */
static void
count_text(
    const struct review_state *state, bool brief, char out[REVIEWING_TEXT])
{
	int n = state->review.sessions;

	if (reviewing_progress(&state->shared, out) == NULL)
		snprintf(out, REVIEWING_TEXT, "%d session%s %s %s", n,
		    n == 1 ? "" : "s", brief ? "by" : "rated by",
		    filter_bar_rater(&state->shared.filters));
}

void
review_draw(const void *data, struct surface *surface, struct instant now)
{
	const struct review_state *state = data;
	char right[REVIEWING_TEXT];
	struct area body, chart;
	struct area list =
	    review_list_area(state, surface->rows, surface->cols, &chart);

	(void)now;
	count_text(state, surface->cols < BRIEF_COLS, right);
	body = frame_draw(
	    surface, "Review: your signals", right, ROLE_DIM, review_keys);
	body = draw_lines(state, surface, body);
	if (list.rows <= 0)
		return;
	draw_names(
	    state, surface, (struct area){body.row, list.col, 1, list.cols});
	if (state->review.n == 0)
		draw_empty(state, surface, list);
	else
		list_draw(&state->list, surface, list, draw_row, state);
	if (state->review.n > 0 && layout_shows(chart))
		draw_chart(state, surface, chart);
	frame_notice(surface, state->shared.notice);
}
