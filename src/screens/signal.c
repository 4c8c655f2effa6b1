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
#include "screens/export_here.h"
#include "screens/signal_parts.h"

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

const struct key_binding signal_keys[] = {
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

enum { LEAST_SHOWN = 8 }; /* sessions when all is zoomed in */

const struct review_signal *
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
	signal_set_date(&state->set, state->from, state->shown);
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
	if (store_review_means(state->desk->store, &filter,
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
	char text[DATE_SIZE], number[NUMBER_SIZE], name[SIGNAL_TEXT];

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
	int done = export_rows_here(
	    state->desk->store, "chart", now, write_rows, state, path, &err);

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
