/* SPDX-License-Identifier: MIT */
/*
 * Every signal at a glance: the weakest first, with its latest value, its
 * change and its course as a sparkline.
 */
#include <stdio.h>
#include <stdlib.h>

#include "base/mem.h"
#include "screens/export_here.h"
#include "screens/frame.h"
#include "screens/review_parts.h"

enum action {
	NO_ACTION,
	OPEN,
	VIEWS,
	COMPARE,
	EXPORT,
	BACK,
	MOVE,
};

const struct key_binding review_keys[] = {
    {{'\n'}, OPEN, "chart", "open the signal's chart"},
    {{'v'}, VIEWS, "views", "more views: verdicts, time, habits, coverage"},
    {{'x'}, COMPARE, "compare", "compare two periods, rounds or levels"},
    REVIEWING_KEYS,
    {{'e'}, EXPORT, "export", "export what is shown as CSV"},
    {{K_ESC, 'q'}, BACK, "back", "go back"},
    FRAME_LIST_KEYS(MOVE),
    {{0}, NO_ACTION, NULL, NULL},
};

static void
release(struct review_state *state)
{
	for (int i = 0; state->labels != NULL && i < state->review.n; i++)
		free(state->labels[i]);
	free(state->labels);
	free(state->order);
	state->labels = NULL;
	state->order = NULL;
	review_release(&state->review);
}

static int
list_rows(const struct review_state *state, const struct event *event)
{
	struct area chart;
	int rows =
	    review_list_area(state, event->rows, event->cols, &chart).rows;

	return rows > 1 ? rows : 1;
}

static int
load_all(struct review_state *state, const struct event *event, struct err *err)
{
	struct store *store = state->shared.desk->store;
	struct store_filter filter = reviewing_filter(&state->shared);

	state->bar = (double)state->shared.rules->hire / SCORE_UNIT;
	if (store_review_means(store, &filter, reviewing_rater(&state->shared),
		NULL, &state->review, err) != 0)
		return -1;
	state->order = review_weakest_first(&state->review);
	state->labels =
	    mem_zero((size_t)state->review.n + 1, sizeof(*state->labels));
	for (int i = 0; i < state->review.n; i++)
		if (store_signal_label(store, state->review.signals[i].signal,
			&state->labels[i], err) != 0)
			return -1;
	return review_lately_load(state, event->now, err);
}

/* What can't be read in full is not shown. */
static int
load(struct review_state *state, const struct event *event, struct err *err)
{
	int rc;

	release(state);
	rc = load_all(state, event, err);
	if (rc != 0)
		release(state);
	list_fit(&state->list, state->review.n, list_rows(state, event));
	return rc;
}

static void
review_close(void *data)
{
	struct review_state *state = data;

	release(state);
	review_lately_release(state);
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
say(struct review_state *state, int rc, const struct err *err)
{
	if (rc != 0)
		snprintf(state->shared.notice, sizeof(state->shared.notice),
		    "%s", err->text);
}

static void
load_or_say(struct review_state *state, const struct event *event)
{
	struct err err = {0};

	say(state, load(state, event, &err), &err);
}

/* The last two weeks, which are judged first, are told as they come. */
static void
follow_judging(struct review_state *state, struct instant now)
{
	struct err err = {0};

	say(state, review_lately_count(state, now, &err), &err);
}

static void
export_shown(struct review_state *state, struct instant now)
{
	struct store_filter filter =
	    filter_bar_now(&state->shared.filters, NULL);
	char path[EXPORT_PATH_SIZE];
	struct err err = {0};

	int done = export_progress_here(state->shared.desk->store, &filter,
	    reviewing_rater(&state->shared), now, path, &err);

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
	    .rater = reviewing_rater(&state->shared),
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
	switch ((enum action)keymap_action(review_keys, event->key)) {
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
		list_key(&state->list, event->key, list_rows(state, event));
		break;
	}
	return OUTCOME_STAY;
}

/* The screens above may have changed filters; others may have rated. */
static void
resume(struct review_state *state, const struct event *event)
{
	if (state->lent == NULL)
		reviewing_again(&state->shared);
	state->lent = NULL;
	load_or_say(state, event);
}

static struct outcome
review_event(void *data, const struct event *event)
{
	struct review_state *state = data;
	struct outcome outcome = OUTCOME_STAY;

	switch (reviewing_event(&state->shared, review_keys, event)) {
	case REVIEWING_MORE:
		follow_judging(state, event->now);
		break;
	case REVIEWING_ALL:
	case REVIEWING_OTHER:
		load_or_say(state, event);
		break;
	case REVIEWING_SAME:
		if (event->kind == EVENT_KEY)
			outcome = on_key(state, event);
		else if (event->kind == EVENT_RESUME)
			resume(state, event);
		break;
	}
	list_fit(&state->list, state->review.n, list_rows(state, event));
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

	return list_mouse(&state->list, event,
	    review_list_area(state, event->rows, event->cols, &chart));
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
