/* SPDX-License-Identifier: MIT */
/* One signal across sessions: a chart with the bar, read out by a cursor. */
#include <stdio.h>
#include <stdlib.h>

#include "base/date.h"
#include "base/mem.h"
#include "screens/desk.h"
#include "screens/filter_bar.h"
#include "screens/frame.h"
#include "store/review.h"
#include "tui/chart.h"

enum action { NO_ACTION, OPEN, LEFT, RIGHT, FIRST, LAST, BACK };

static const struct key_binding signal_keys[] = {
    {{K_LEFT, 'h'}, LEFT, "older", "the session before"},
    {{K_RIGHT, 'l'}, RIGHT, "newer", "the session after"},
    {{'g', K_HOME}, FIRST, NULL, "the first session"},
    {{'G', K_END}, LAST, NULL, "the last session"},
    {{'\n'}, OPEN, "session", "open the session under the cursor"},
    {{K_ESC, 'q'}, BACK, "back", "go back"},
    {{0}, NO_ACTION, NULL, NULL},
};

enum { TEXT_ROWS = 3, LABEL_SIZE = 8, TEXT_SIZE = 256 };

struct signal_state {
	struct desk *desk;
	struct filter_bar filters; /* as the review had them, for the text */
	struct review review;      /* with this one signal */
	bool has_slope;
	struct slope slope;
	char *label; /* owned */
	char (*dates)[LABEL_SIZE];
	const char **date_list; /* owned; into `dates` */
	double bar;
	int cursor;
};

static const struct review_signal *
signal_of(const struct signal_state *state)
{
	return &state->review.signals[0];
}

static void
signal_close(void *data)
{
	struct signal_state *state = data;

	filter_bar_release(&state->filters);
	review_release(&state->review);
	free(state->label);
	free(state->dates);
	free(state->date_list);
}

/* The axis shows month and day: MM-DD. */
static void
make_dates(struct signal_state *state)
{
	const struct review_signal *signal = signal_of(state);
	size_t n = (size_t)signal->n;

	state->dates = mem_zero(n, sizeof(*state->dates));
	state->date_list = mem_zero(n, sizeof(*state->date_list));
	for (int i = 0; i < signal->n; i++) {
		char when[DATE_SIZE];

		date_local(when, signal->points[i].started_at,
		    signal->points[i].utc_offset_min);
		snprintf(state->dates[i], LABEL_SIZE, "%.5s", when + 5);
		state->date_list[i] = state->dates[i];
	}
}

static int
load(struct signal_state *state, const struct review_arg *arg, struct err *err)
{
	struct store *store = state->desk->store;
	const struct rules *rules;

	if (store_rules(store, &rules, err) != 0 ||
	    filter_bar_load(&state->filters, store, &arg->filter, err) != 0 ||
	    store_review(store, &arg->filter, arg->rater, arg->signal,
		&state->review, err) != 0 ||
	    store_signal_label(store, arg->signal, &state->label, err) != 0)
		return -1;
	if (state->review.n == 0)
		return fail(
		    err, "no rating of '%s' fits these filters", arg->signal);
	state->bar = (double)rules->hire / SCORE_UNIT;
	state->has_slope = review_slope(signal_of(state), rules, &state->slope);
	state->cursor = signal_of(state)->n - 1;
	make_dates(state);
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

static void
move(struct signal_state *state, int to)
{
	int last = signal_of(state)->n - 1;

	state->cursor = to < 0 ? 0 : to > last ? last : to;
}

static struct outcome
signal_event(void *data, const struct event *event)
{
	struct signal_state *state = data;

	if (event->kind != EVENT_KEY)
		return OUTCOME_STAY;
	switch ((enum action)keymap_action(signal_keys, event->key)) {
	case LEFT:
		move(state, state->cursor - 1);
		break;
	case RIGHT:
		move(state, state->cursor + 1);
		break;
	case FIRST:
		move(state, 0);
		break;
	case LAST:
		move(state, signal_of(state)->n - 1);
		break;
	case OPEN:
		return (struct outcome){
		    .kind = PUSH,
		    .screen = &session_screen,
		    .arg = signal_of(state)->points[state->cursor].session_id,
		};
	case BACK:
		return OUTCOME_POP;
	case NO_ACTION:
		break;
	}
	return OUTCOME_STAY;
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

static void
draw_texts(
    const struct signal_state *state, struct surface *surface, struct area area)
{
	const struct review_signal *signal = signal_of(state);
	const struct review_point *point = &signal->points[state->cursor];
	char text[TEXT_SIZE], when[DATE_SIZE];

	filter_bar_text(&state->filters, text, sizeof(text));
	surface_text_cut(surface, area.row, 0, area.cols, ROLE_DIM, text);
	trend_text(state, text, sizeof(text));
	surface_text_cut(surface, area.row + 1, 0, area.cols, ROLE_TEXT, text);
	date_local(when, point->started_at, point->utc_offset_min);
	snprintf(text, sizeof(text),
	    "> %s  mean %.2f%s  lowest %d  answers %d  smoothed %.2f", when,
	    point->mean, point->mean < state->bar ? ", under the bar" : "",
	    point->min, point->answers, signal->smooth[state->cursor]);
	surface_text_cut(surface, area.row + 2, 0, area.cols, ROLE_TITLE, text);
	surface_caret(surface, area.row + 2, 0);
}

static void
signal_draw(const void *data, struct surface *surface, struct instant now)
{
	const struct signal_state *state = data;
	const struct review_signal *signal = signal_of(state);
	char bar[32];
	struct area body;
	struct chart chart = {
	    .values = signal->means,
	    .smooth = signal->smooth,
	    .labels = state->date_list,
	    .n = signal->n,
	    .low = RATING_LOW,
	    .high = RATING_HIGH,
	    .bar = state->bar,
	    .cursor = state->cursor,
	    .kind = state->desk->chart,
	};

	(void)now;
	snprintf(bar, sizeof(bar), "1-5, the bar at %.1f", state->bar);
	body = frame_draw(surface, state->label, bar, ROLE_DIM, signal_keys);
	draw_texts(state, surface, body);
	body.row += TEXT_ROWS;
	body.rows -= TEXT_ROWS;
	if (body.rows > 0)
		chart_draw(&chart, surface, body);
}

const struct screen signal_screen = {
    .name = "chart",
    .about = "One signal across sessions: points are sessions, the line is "
	     "smoothed.",
    .state_size = sizeof(struct signal_state),
    .keys = signal_keys,
    .open = signal_open,
    .draw = signal_draw,
    .event = signal_event,
    .close = signal_close,
};
