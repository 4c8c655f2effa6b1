/* SPDX-License-Identifier: MIT */
/* Two parts of the history side by side, a signal a row. */
#include <stdio.h>

#include "screens/contrast_parts.h"
#include "screens/export_here.h"
#include "screens/frame.h"

enum action { NO_ACTION, OPEN, KIND, LEFT, RIGHT, EXPORT, BACK, MOVE };

/* The footer says what a and b do to what is compared. */
#define KEYS(left, right)                                                      \
	{                                                                      \
		{{'\t'}, KIND, "what",                                         \
		    "compare periods, rounds, levels, attempts"},              \
		    {{'\n'}, OPEN, "open",                                     \
			"open a question's attempts side by side"},            \
		    {{'a'}, LEFT, left,                                        \
			"the next round or level at the left; how long both "  \
			"periods "                                             \
			"are"},                                                \
		    {{'b'}, RIGHT, right,                                      \
			"the next round or level at the right"},               \
		    REVIEWING_KEYS,                                            \
		    {{'e'}, EXPORT, "export", "export the comparison as CSV"}, \
		    {{K_ESC, 'q'}, BACK, "back", "go back"},                   \
		    FRAME_LIST_KEYS(MOVE), {{0}, NO_ACTION, NULL, NULL},       \
	}

static const struct key_binding sides_keys[] = KEYS("left", "right");
static const struct key_binding periods_keys[] = KEYS("both lengths", NULL);
static const struct key_binding attempts_keys[] = KEYS(NULL, NULL);

const struct key_binding *const contrast_keys[CONTRAST_KINDS] = {
    [CONTRAST_PERIODS] = periods_keys,
    [CONTRAST_ROUNDS] = sides_keys,
    [CONTRAST_LEVELS] = sides_keys,
    [CONTRAST_ATTEMPTS] = attempts_keys,
    [CONTRAST_QUESTIONS] = attempts_keys,
};

static int
list_rows(int rows)
{
	int left = frame_rows(rows) - CONTRAST_HEAD_ROWS;

	return left > 1 ? left : 1;
}

static void
load(struct contrast_state *state, const struct event *event)
{
	struct reviewing *shared = state->shared;
	struct err err = {0};

	contrast_release(&state->rows);
	if (contrast_load(
		shared, &state->choice, event->now, &state->rows, &err) != 0)
		snprintf(
		    shared->notice, sizeof(shared->notice), "%s", err.text);
	list_fit(&state->list, state->rows.n, list_rows(event->rows));
}

static int
contrast_open(void *data, void *desk, const void *arg,
    const struct event *event, struct err *err)
{
	struct contrast_state *state = data;

	(void)desk;
	(void)err;
	/* The review stands below this screen and outlives it. */
	state->shared = *(struct reviewing *const *)arg;
	state->shared->notice[0] = '\0';
	load(state, event);
	return 0;
}

static void
contrast_close(void *data)
{
	struct contrast_state *state = data;

	contrast_release(&state->rows);
}

/* The first two there are. */
static void
next_kind(struct contrast_state *state)
{
	state->choice = (struct contrast_choice){
	    .kind = (state->choice.kind + 1) % CONTRAST_KINDS,
	};
	if (state->choice.kind != CONTRAST_PERIODS)
		contrast_next(state->shared, &state->choice, 1);
	state->list = (struct list){0};
}

/* Both periods are of one length, which the key of the left one changes. */
static void
next_side(struct contrast_state *state, int side, const struct event *event)
{
	if (side == 1 && state->choice.kind == CONTRAST_PERIODS)
		return;
	contrast_next(state->shared, &state->choice, side);
	load(state, event);
}

static void
write_rows(const void *arg, FILE *to)
{
	contrast_write(arg, to);
}

static void
export_shown(struct contrast_state *state, struct instant now)
{
	struct reviewing *shared = state->shared;
	char path[EXPORT_PATH_SIZE];
	struct err err = {0};
	int done = export_rows_here(shared->desk->store, "comparison", now,
	    write_rows, &state->rows, path, &err);

	export_notice(shared->notice, sizeof(shared->notice), done, path, &err);
}

/* The first attempt at the question against the latest one. */
static struct outcome
open_attempts(const struct contrast_state *state)
{
	const struct contrast_row *row =
	    state->rows.n > 0 ? &state->rows.rows[state->list.selected] : NULL;

	if (row == NULL || row->answer_id == NULL)
		return OUTCOME_STAY;
	return (struct outcome){
	    .kind = PUSH,
	    .screen = &retake_screen,
	    .arg = row->answer_id,
	};
}

static struct outcome
on_key(struct contrast_state *state, const struct event *event)
{
	enum action action = (enum action)keymap_action(sides_keys, event->key);

	switch (action) {
	case OPEN:
		return open_attempts(state);
	case KIND:
		next_kind(state);
		load(state, event);
		break;
	case LEFT:
	case RIGHT:
		next_side(state, action == RIGHT, event);
		break;
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
contrast_event(void *data, const struct event *event)
{
	struct contrast_state *state = data;
	struct outcome outcome = OUTCOME_STAY;

	switch (reviewing_event(state->shared, sides_keys, event)) {
	case REVIEWING_MORE: /* the rest of it is shown once it is there */
		break;
	case REVIEWING_ALL:
	case REVIEWING_OTHER:
		load(state, event);
		break;
	case REVIEWING_SAME:
		if (event->kind == EVENT_KEY)
			outcome = on_key(state, event);
		break;
	}
	list_fit(&state->list, state->rows.n, list_rows(event->rows));
	return outcome;
}

static int64_t
contrast_deadline(const void *data, struct instant now)
{
	const struct contrast_state *state = data;

	return reviewing_deadline(state->shared, now);
}

const struct screen contrast_screen = {
    .name = "contrast",
    .about = "Two periods, rounds or levels side by side, or first attempts "
	     "and the latest ones, by signal and by question.",
    .state_size = sizeof(struct contrast_state),
    .keys = sides_keys,
    .open = contrast_open,
    .draw = contrast_draw,
    .event = contrast_event,
    .deadline = contrast_deadline,
    .close = contrast_close,
};
