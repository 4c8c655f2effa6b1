/* SPDX-License-Identifier: MIT */
/*
 * One signal across sessions, or up to three, or one by several raters: a
 * chart with the bar, read out by a cursor.
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/csv.h"
#include "base/date.h"
#include "base/mem.h"
#include "base/number.h"
#include "screens/desk.h"
#include "screens/export_here.h"
#include "screens/frame.h"
#include "screens/signal_series.h"
#include "tui/layout.h"

enum action {
	NO_ACTION,
	OPEN,
	LEFT,
	RIGHT,
	PAGE_LEFT,
	PAGE_RIGHT,
	FIRST,
	LAST,
	CLOSER,
	FARTHER,
	ADD,
	ANOTHER,
	TAKE,
	RATERS,
	EXPORT,
	BACK,
};

static const struct key_binding signal_keys[] = {
    {{K_LEFT, 'h'}, LEFT, "older", "the session before"},
    {{K_RIGHT, 'l'}, RIGHT, "newer", "the session after"},
    {{'H', K_PAGE_UP}, PAGE_LEFT, NULL, "half a chart back"},
    {{'L', K_PAGE_DOWN}, PAGE_RIGHT, NULL, "half a chart on"},
    {{'g', K_HOME}, FIRST, NULL, "the first session"},
    {{'G', K_END}, LAST, NULL, "the last session"},
    {{'\n'}, OPEN, "session", "open the session under the cursor"},
    {{'+', '='}, CLOSER, "zoom in", "half as many sessions"},
    {{'-'}, FARTHER, "out", "twice as many sessions"},
    {{'a'}, ADD, "add", "add the next weakest signal, up to three"},
    {{'n'}, ANOTHER, NULL, "another signal in place of the last one"},
    {{'x'}, TAKE, NULL, "take the last signal away"},
    {{'w'}, RATERS, "raters", "this signal by you, a peer and cold; or not"},
    {{'e'}, EXPORT, NULL, "export what is on the chart as CSV"},
    {{K_ESC, 'q'}, BACK, "back", "go back"},
    {{0}, NO_ACTION, NULL, NULL},
};

enum {
	TEXT_ROWS = 3,
	TEXT_SIZE = 256,
	LEAST_SHOWN = 8, /* sessions when all is zoomed in */
};

struct signal_state {
	struct desk *desk;
	struct filter_bar filters; /* as the review had them */
	const struct rules *rules;
	struct signal_set set; /* the one that was opened comes first */
	bool by_raters;        /* the others are other raters */
	char **others;         /* owned: all other signals, the weakest first */
	int n_others, next;    /* the one that is added next */
	bool has_slope;
	struct slope slope;
	double bar;
	int cursor;      /* in the set's slots */
	int from, shown; /* the slots on screen */
	char notice[sizeof(struct err)];
};

static const struct review_signal *
signal_of(const struct signal_state *state)
{
	return &state->set.series[0].review.signals[0];
}

static void
signal_close(void *data)
{
	struct signal_state *state = data;

	filter_bar_release(&state->filters);
	signal_set_release(&state->set);
	for (int i = 0; i < state->n_others; i++)
		free(state->others[i]);
	free(state->others);
}

/* Keeps the cursor among the slots on screen, and these among all. */
static void
follow(struct signal_state *state)
{
	int n = state->set.n_slots;

	if (state->shown > n)
		state->shown = n;
	if (state->cursor < 0)
		state->cursor = 0;
	if (state->cursor >= n)
		state->cursor = n - 1;
	if (state->from > state->cursor)
		state->from = state->cursor;
	if (state->from + state->shown <= state->cursor)
		state->from = state->cursor - state->shown + 1;
	if (state->from + state->shown > n)
		state->from = n - state->shown;
}

static int
load(struct signal_state *state, const struct review_arg *arg, struct err *err)
{
	struct store *store = state->desk->store;
	int added;

	if (store_rules(store, &state->rules, err) != 0 ||
	    filter_bar_load(&state->filters, store, &arg->filter, err) != 0 ||
	    filter_bar_load_raters(&state->filters, store, arg->rater, err) !=
		0)
		return -1;
	added = signal_set_add(&state->set, store, &state->filters, arg->signal,
	    filter_bar_rater(&state->filters), err);
	if (added < 0)
		return -1;
	if (added == 0)
		return fail(
		    err, "no rating of '%s' fits these filters", arg->signal);
	state->bar = (double)state->rules->hire / SCORE_UNIT;
	state->has_slope =
	    review_slope(signal_of(state), state->rules, &state->slope);
	state->shown = state->set.n_slots;
	state->cursor = state->shown - 1;
	return 0;
}

static int
signal_open(void *data, void *desk, const void *arg, const struct event *event,
    struct err *err)
{
	struct signal_state *state = data;

	(void)event;
	state->desk = desk;
	if (load(state, arg, err) != 0) {
		signal_close(state);
		return -1;
	}
	return 0;
}

/* The set changes: the cursor stays on its session where that is there still,
 * and all is shown again. */
static void
stay_on(struct signal_state *state, const char *session_id)
{
	state->cursor = state->set.n_slots - 1;
	for (int i = 0; i < state->set.n_slots; i++)
		if (strcmp(state->set.slots[i].session_id, session_id) == 0)
			state->cursor = i;
	state->from = 0;
	state->shown = state->set.n_slots;
}

static int
load_others(struct signal_state *state, struct err *err)
{
	struct store_filter filter = filter_bar_now(&state->filters, NULL);
	struct review all;
	int *order;

	if (state->others != NULL)
		return 0;
	if (store_review(state->desk->store, &filter,
		filter_bar_rater(&state->filters), NULL, &all, err) != 0)
		return -1;
	order = review_weakest_first(&all);
	state->others = mem_zero((size_t)all.n + 1, sizeof(*state->others));
	for (int i = 0; i < all.n; i++) {
		const char *signal = all.signals[order[i]].signal;

		if (strcmp(signal, signal_of(state)->signal) != 0)
			state->others[state->n_others++] = mem_text(signal);
	}
	free(order);
	review_release(&all);
	return 0;
}

static bool
is_shown(const struct signal_state *state, const char *signal)
{
	for (int i = 0; i < state->set.n; i++)
		if (strcmp(state->set.series[i].review.signals[0].signal,
			signal) == 0)
			return true;
	return false;
}

static void
drop_others(struct signal_state *state)
{
	while (state->set.n > 1)
		signal_set_drop(&state->set);
}

static int
add_next(struct signal_state *state, struct err *err)
{
	if (load_others(state, err) != 0)
		return -1;
	for (int tries = 0; tries < state->n_others; tries++) {
		const char *signal = state->others[state->next];

		state->next = (state->next + 1) % state->n_others;
		if (!is_shown(state, signal))
			return signal_set_add(&state->set, state->desk->store,
			    &state->filters, signal,
			    filter_bar_rater(&state->filters), err);
	}
	return 0;
}

static int
add_raters(struct signal_state *state, struct err *err)
{
	const struct raters *raters = &state->filters.raters;

	for (int i = 0; i < raters->n && state->set.n < CHART_SERIES; i++)
		if (i != state->filters.rater &&
		    signal_set_add(&state->set, state->desk->store,
			&state->filters, signal_of(state)->signal,
			raters->names[i], err) < 0)
			return -1;
	return 0;
}

static int
change_set(struct signal_state *state, enum action action, struct err *err)
{
	if (action == RATERS) {
		drop_others(state);
		state->by_raters = !state->by_raters;
		return state->by_raters ? add_raters(state, err) : 0;
	}
	if (state->by_raters)
		drop_others(state);
	state->by_raters = false;
	if (action != ADD && state->set.n > 1)
		signal_set_drop(&state->set);
	if (action == TAKE || state->set.n == CHART_SERIES)
		return 0;
	return add_next(state, err) < 0 ? -1 : 0;
}

/* Slots are borrowed from the series: the id outlives them as a copy. */
static void
change(struct signal_state *state, enum action action)
{
	char *session_id = mem_text(state->set.slots[state->cursor].session_id);
	struct err err = {0};

	if (change_set(state, action, &err) < 0)
		snprintf(state->notice, sizeof(state->notice), "%s", err.text);
	else if (state->by_raters && state->set.n == 1)
		snprintf(state->notice, sizeof(state->notice),
		    "nobody else has rated this signal here");
	if (state->set.n == 1)
		state->by_raters = false;
	stay_on(state, session_id);
	free(session_id);
}

static void
zoom(struct signal_state *state, int shown)
{
	int n = state->set.n_slots;

	if (shown < LEAST_SHOWN)
		shown = LEAST_SHOWN;
	state->shown = shown < n ? shown : n;
	state->from = state->cursor - state->shown / 2;
	if (state->from < 0)
		state->from = 0;
}

/* A session a row, a series a column. */
static void
write_rows(const void *arg, FILE *to)
{
	const struct signal_state *state = arg;
	const struct signal_set *set = &state->set;
	char text[DATE_SIZE], number[NUMBER_SIZE], name[TEXT_SIZE];

	fputs("session_id,started_at", to);
	for (int i = 0; i < set->n; i++) {
		snprintf(name, sizeof(name), "%s by %s",
		    set->series[i].review.signals[0].signal,
		    set->series[i].rater);
		fputc(',', to);
		csv_write_text(to, name, false);
	}
	for (int at = state->from; at < state->from + state->shown; at++) {
		fputs("\r\n", to);
		csv_write_text(to, set->slots[at].session_id, false);
		date_utc(text, set->slots[at].started_at);
		fprintf(to, ",%s", text);
		for (int i = 0; i < set->n; i++) {
			double value = set->series[i].values[at];

			number[0] = '\0';
			if (!isnan(value))
				number_text(number, value);
			fprintf(to, ",%s", number);
		}
	}
	fputs("\r\n", to);
}

static void
export_shown(struct signal_state *state, struct instant now)
{
	char path[EXPORT_PATH_SIZE];
	struct err err = {0};
	int done =
	    export_rows_here("chart", now, write_rows, state, path, &err);

	export_notice(state->notice, sizeof(state->notice), done, path, &err);
}

static struct outcome
on_key(struct signal_state *state, const struct event *event)
{
	enum action action =
	    (enum action)keymap_action(signal_keys, event->key);

	switch (action) {
	case LEFT:
		state->cursor--;
		break;
	case RIGHT:
		state->cursor++;
		break;
	case PAGE_LEFT:
		state->cursor -= (state->shown + 1) / 2;
		break;
	case PAGE_RIGHT:
		state->cursor += (state->shown + 1) / 2;
		break;
	case FIRST:
		state->cursor = 0;
		break;
	case LAST:
		state->cursor = state->set.n_slots - 1;
		break;
	case CLOSER:
		zoom(state, state->shown / 2);
		break;
	case FARTHER:
		zoom(state, state->shown * 2);
		break;
	case ADD:
	case ANOTHER:
	case TAKE:
	case RATERS:
		change(state, action);
		break;
	case EXPORT:
		export_shown(state, event->now);
		break;
	case OPEN:
		return (struct outcome){
		    .kind = PUSH,
		    .screen = &session_screen,
		    .arg = state->set.slots[state->cursor].session_id,
		};
	case BACK:
		return OUTCOME_POP;
	case NO_ACTION:
		break;
	}
	return OUTCOME_STAY;
}

static struct outcome
signal_event(void *data, const struct event *event)
{
	struct signal_state *state = data;
	struct outcome outcome;

	if (event->kind != EVENT_KEY)
		return OUTCOME_STAY;
	state->notice[0] = '\0';
	outcome = on_key(state, event);
	follow(state);
	return outcome;
}

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
		char text[TEXT_SIZE], value[16] = "-";

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
		snprintf(out, size, "  %d in one: %.2f", to - from, sum / n);
}

static void
draw_texts(const struct signal_state *state, const struct chart *chart,
    struct area below, struct surface *surface, struct area area)
{
	const struct signal_slot *slot = &state->set.slots[state->cursor];
	const struct review_point *point =
	    signal_point(&state->set.series[0], slot->session_id);
	char text[TEXT_SIZE], group[64], when[DATE_SIZE];
	int used;

	filter_bar_text(&state->filters, text, sizeof(text));
	surface_text_cut(surface, area.row, 0, area.cols, ROLE_DIM, text);
	trend_text(state, text, sizeof(text));
	if (state->set.n > 1)
		draw_legend(state, slot->session_id, surface,
		    (struct area){area.row + 1, 0, 1, area.cols});
	else
		surface_text_cut(
		    surface, area.row + 1, 0, area.cols, ROLE_TEXT, text);
	date_local(when, slot->started_at, slot->utc_offset_min);
	used = snprintf(text, sizeof(text), "> %s", when);
	if (point != NULL)
		used += snprintf(text + used, sizeof(text) - (size_t)used,
		    "  mean %.2f%s  lowest %d", point->mean,
		    point->mean < state->bar ? ", under the bar" : "",
		    point->min);
	group_text(chart, below, group, sizeof(group));
	if (point != NULL && *group == '\0')
		snprintf(group, sizeof(group), "  answers %d", point->answers);
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

static void
signal_draw(const void *data, struct surface *surface, struct instant now)
{
	const struct signal_state *state = data;
	struct chart chart = chart_of(state);
	struct area body, texts;
	char right[64];

	(void)now;
	if (state->shown < state->set.n_slots)
		snprintf(right, sizeof(right), "%d of %d sessions",
		    state->shown, state->set.n_slots);
	else
		snprintf(
		    right, sizeof(right), "1-5, the bar at %.1f", state->bar);
	body = frame_draw(
	    surface, state->set.series[0].label, right, ROLE_DIM, signal_keys);
	texts = layout_top(&body, TEXT_ROWS);
	draw_texts(state, &chart, body, surface, texts);
	if (body.rows > 0)
		chart_draw(&chart, surface, body);
	frame_notice(surface, state->notice);
}

const struct screen signal_screen = {
    .name = "chart",
    .about = "One signal across sessions, or up to three: points are "
	     "sessions, the line is smoothed.",
    .state_size = sizeof(struct signal_state),
    .keys = signal_keys,
    .open = signal_open,
    .draw = signal_draw,
    .event = signal_event,
    .close = signal_close,
};
