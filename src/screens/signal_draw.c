/* SPDX-License-Identifier: MIT */
/* What is seen of a signal's chart: texts, legend, chart. */
#include <math.h>
#include <stdio.h>

#include "base/date.h"
#include "screens/frame.h"
#include "screens/signal_parts.h"
#include "tui/layout.h"

enum { TEXT_ROWS = 3 };

static const double UNSEEN = 0.005; /* what two digits show as 0.00 */

/* The trend in words: a number only once there are enough sessions. */
static void
trend_text(const struct signal_state *state, char *out, size_t size)
{
	const struct review_signal *signal = signal_of(state);
	const struct slope *slope = &state->slope;

	if (!state->has_slope)
		snprintf(out, size,
		    "n %d: too few sessions for a trend; mean %.2f", signal->n,
		    signal->mean);
	else if (fabs(slope->low) < UNSEEN && fabs(slope->high) < UNSEEN)
		snprintf(out, size,
		    "n %d  mean %.2f  no clear trend: neither up nor down",
		    signal->n, signal->mean);
	else
		snprintf(out, size,
		    "n %d  mean %.2f  %s: %+.2f a session (95 %% %+.2f to "
		    "%+.2f)",
		    signal->n, signal->mean, slope_word(slope),
		    slope->per_session, slope->low, slope->high);
}

/* By rater where these differ, else by signal. */
static const char *
series_name(const struct signal_state *state, int i)
{
	const struct signal_series *series = &state->set.series[i];

	return state->by_raters ? series->rater : series->label;
}

/* The series with their marks, and their values under the cursor. */
static void
draw_legend(const struct signal_state *state, const char *session_id,
    struct surface *surface, struct area area)
{
	int room = area.cols / state->set.n;

	for (int i = 0; i < state->set.n; i++) {
		const struct signal_series *series = &state->set.series[i];
		struct area cell = layout_left(&area, room);
		const struct review_point *point =
		    signal_point(series, session_id);
		char text[SIGNAL_TEXT], value[16] = "-";

		if (point != NULL)
			snprintf(value, sizeof(value), "%.2f", point->mean);
		snprintf(text, sizeof(text), "%s %s %s (n %d)",
		    chart_mark(surface, i), value, series_name(state, i),
		    series->review.signals[0].n);
		surface_text_cut(surface, cell.row, cell.col, cell.cols - 1,
		    chart_role(i), text);
	}
}

/* What the marked point stands for where several are drawn as one. */
static void
group_text(const struct chart *chart, struct area area, char *out, size_t size)
{
	int from, to, n = 0;
	double sum = 0;

	*out = '\0';
	chart_group(chart, area, &from, &to);
	if (to - from < 2)
		return;
	for (int i = from; i < to; i++)
		if (!isnan(chart->values[i])) {
			sum += chart->values[i];
			n++;
		}
	if (n > 0)
		snprintf(
		    out, size, "  %d sessions in one point: %.2f", n, sum / n);
}

static void
draw_texts(const struct signal_state *state, const struct chart *chart,
    struct area below, struct surface *surface, struct area area)
{
	const struct signal_slot *slot = &state->set.slots[state->cursor];
	const struct review_point *point =
	    signal_point(&state->set.series[0], slot->session_id);
	char text[SIGNAL_TEXT], group[64], when[DATE_SIZE];
	struct str filters = STR_INIT;
	int used;

	filter_bar_text(&state->filters, state->by_raters ? FILTER_RATER : 0,
	    area.cols, &filters);
	surface_text_cut(surface, area.row, 0, area.cols, ROLE_DIM, filters.s);
	str_release(&filters);
	trend_text(state, text, sizeof(text));
	if (state->set.n > 1)
		draw_legend(state, slot->session_id, surface,
		    (struct area){area.row + 1, 0, 1, area.cols});
	else
		surface_text_cut(
		    surface, area.row + 1, 0, area.cols, ROLE_TEXT, text);
	date_local(when, slot->started_at, slot->utc_offset_min);
	group_text(chart, below, group, sizeof(group));
	used = snprintf(text, sizeof(text), "> %s", when);
	if (point != NULL)
		used += snprintf(text + used, sizeof(text) - (size_t)used,
		    "  mean %.2f%s", point->mean,
		    point->mean < state->bar ? ", under the bar" : "");
	if (point != NULL && *group == '\0')
		snprintf(group, sizeof(group), "  lowest %d  answers %d",
		    point->min, point->answers);
	snprintf(text + used, sizeof(text) - (size_t)used, "%s", group);
	surface_text_cut(surface, area.row + 2, 0, area.cols, ROLE_TITLE, text);
	surface_caret(surface, area.row + 2, 0);
}

/* With several series their points stand for themselves. */
static struct chart
chart_of(const struct signal_state *state)
{
	int from = state->from;
	bool alone = state->set.n == 1;
	struct chart chart = {
	    .values = state->set.series[0].values + from,
	    .smooth = alone ? signal_of(state)->smooth + from : NULL,
	    .labels = state->set.labels + from,
	    .n = state->shown,
	    .low = RATING_LOW,
	    .high = RATING_HIGH,
	    .bar = state->bar,
	    .cursor = state->cursor - from,
	    .kind = state->desk->chart,
	};

	for (int i = 1; i < state->set.n; i++)
		chart.more[i - 1] = state->set.series[i].values + from;
	return chart;
}

/* What the chart needs said: how much of all it shows, or what its marks and
 * lines are. */
static void
scale_text(const struct signal_state *state, char *out, size_t size)
{
	const char *meet =
	    state->set.n > 1 ? CHART_SEVERAL " where they meet, " : "";

	if (state->shown < state->set.n_slots)
		snprintf(out, size, "%s%d of %d sessions", meet, state->shown,
		    state->set.n_slots);
	else
		snprintf(out, size, "%sthe bar at %.1f",
		    *meet != '\0' ? meet : "1-5, ", state->bar);
}

void
signal_draw(const void *data, struct surface *surface, struct instant now)
{
	const struct signal_state *state = data;
	struct chart chart = chart_of(state);
	struct area body, texts;
	char right[64];

	(void)now;
	scale_text(state, right, sizeof(right));
	body = frame_draw(
	    surface, state->set.series[0].label, right, ROLE_DIM, signal_keys);
	texts = layout_top(&body, TEXT_ROWS);
	draw_texts(state, &chart, body, surface, texts);
	if (body.rows > 0)
		chart_draw(&chart, surface, body);
	frame_notice(surface, state->notice);
}
