/* SPDX-License-Identifier: MIT */
#include "screens/rate_kept.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/mem.h"
#include "screens/frame.h"
#include "screens/sheet_view.h"
#include "tui/flow.h"

enum action { LEAVE = SHEET_ACTIONS };

static const struct key_binding rate_kept_keys[] = {
    {{'1', '2', '3', '4', '5'}, SHEET_RATE, "to 5 rate",
	"rate the signal under the cursor"},
    {{'y'}, SHEET_METRIC_YES, NULL,
	"a measured result was given, where that is asked"},
    {{'n'}, SHEET_METRIC_NO, NULL, "none was given"},
    {{'\n'}, SHEET_ENTER, "confirm",
	"skip the words; confirm when everything is rated"},
    SHEET_VIEW_KEYS,
    {{K_ESC, K_CTRL('c'), 'q'}, LEAVE, "back",
	"leave it unrated (asks when something is rated)"},
    {{0}, SHEET_NO_ACTION, NULL, NULL},
};

enum { ROOMY_ROWS = 14 }; /* from here the prompt is shown */

struct rate_kept_state {
	struct desk *desk;
	struct rate_kept kept;
	struct sheet_view view;
	bool asking; /* whether to leave */
	bool done;   /* kept; what comes after could not be opened */
	char notice[sizeof(struct err)];
};

static void
release(struct rate_kept *kept)
{
	free(kept->id);
	free(kept->rater);
	free(kept->title);
	free(kept->prompt);
	free(kept->text);
	rubric_release(&kept->rubric);
	sheet_release(&kept->sheet);
}

/* Where there is no room for the prompt it stands over the answer. */
static void
place_prompt(struct rate_kept_state *state, const struct event *event)
{
	state->view.prompt =
	    frame_rows(event->rows) < ROOMY_ROWS ? state->kept.prompt : NULL;
}

/* What was said long ago, or by somebody else, can't be rated unread. */
static void
begin_reading(struct rate_kept_state *state, const struct event *event)
{
	place_prompt(state, event);
	if (!state->kept.way->read_first || *state->kept.text == '\0' ||
	    event->cols >= SHEET_WIDE_COLS)
		return;
	state->view.show_answer = true;
	snprintf(state->notice, sizeof(state->notice),
	    "Read it first: v shows what each rating looks like.");
}

static int
rate_kept_open(void *data, void *desk, const void *arg,
    const struct event *event, struct err *err)
{
	struct rate_kept_state *state = data;
	const struct rate_kept_arg *wanted = arg;

	state->desk = desk;
	state->kept.way = wanted->way;
	state->kept.id = mem_text(wanted->id);
	state->kept.rater = mem_text(wanted->rater ? wanted->rater : "");
	sheet_init(&state->kept.sheet);
	if (store_need_write(state->desk->store, err) != 0 ||
	    state->kept.way->load(&state->kept, desk, err) != 0) {
		release(&state->kept);
		return -1;
	}
	sheet_view_init(&state->view, &state->kept.rubric, &state->kept.sheet,
	    state->kept.text);
	begin_reading(state, event);
	return 0;
}

static struct outcome
confirm(struct rate_kept_state *state, struct instant now)
{
	struct err err = {0};

	if (!sheet_rated(&state->kept.sheet, &state->kept.rubric)) {
		snprintf(state->notice, sizeof(state->notice), "%s",
		    sheet_view_missing(&state->view));
		return OUTCOME_STAY;
	}
	if (!state->done &&
	    state->kept.way->save(&state->kept, state->desk, now, &err) != 0) {
		snprintf(state->notice, sizeof(state->notice), "%s", err.text);
		return OUTCOME_STAY;
	}
	state->done = true;
	if (state->kept.way->after == NULL)
		return OUTCOME_POP;
	return (struct outcome){
	    .kind = REPLACE,
	    .screen = state->kept.way->after,
	    .arg = &state->kept,
	};
}

static bool
any_rated(const struct sheet *sheet)
{
	for (int i = 0; i < RUBRIC_SIGNALS; i++)
		if (sheet->ratings[i] != 0)
			return true;
	return false;
}

static struct outcome
leave(struct rate_kept_state *state)
{
	if (state->done || !any_rated(&state->kept.sheet))
		return OUTCOME_POP;
	state->asking = true;
	return OUTCOME_STAY;
}

static struct outcome
on_key(struct rate_kept_state *state, const struct event *event)
{
	int action = sheet_view_typing(&state->view)
			 ? SHEET_NO_ACTION
			 : keymap_action(rate_kept_keys, event->key);

	state->notice[0] = '\0';
	if (state->asking) {
		state->asking = false;
		return event->key == 'x' ? OUTCOME_POP : OUTCOME_STAY;
	}
	if (!state->done && sheet_view_key(&state->view, action, event->key))
		return OUTCOME_STAY;
	if (action == SHEET_ENTER)
		return confirm(state, event->now);
	return action == LEAVE ? leave(state) : OUTCOME_STAY;
}

/* Under the prompt, where there is room for one. */
static struct area
sheet_area(const struct rate_kept_state *state, struct area body)
{
	int rows = 0;

	if (body.rows >= ROOMY_ROWS && *state->kept.prompt != '\0')
		rows = flow_rows(state->kept.prompt, body.cols) + 1;
	if (rows > body.rows / 2)
		rows = body.rows / 2;
	body.row += rows;
	body.rows -= rows;
	return body;
}

static struct outcome
rate_kept_event(void *data, const struct event *event)
{
	struct rate_kept_state *state = data;
	struct outcome outcome = OUTCOME_STAY;
	struct area body = {
	    .rows = frame_rows(event->rows), .cols = event->cols};

	place_prompt(state, event);
	if (event->kind == EVENT_PASTE)
		sheet_view_paste(&state->view, event);
	if (event->kind == EVENT_KEY)
		outcome = on_key(state, event);
	sheet_view_fit(&state->view, sheet_area(state, body));
	return outcome;
}

static int
rate_kept_mouse(void *data, const struct event *event)
{
	struct rate_kept_state *state = data;
	struct area body = frame_body(event->rows, event->cols);

	if (state->asking || state->done)
		return 0;
	return sheet_view_mouse(&state->view, event, sheet_area(state, body));
}

static bool
rate_kept_takes_text(const void *data)
{
	const struct rate_kept_state *state = data;

	return sheet_view_typing(&state->view);
}

static void
rate_kept_draw(const void *data, struct surface *surface, struct instant now)
{
	static const char *const choices[] = {
	    "x    leave: these ratings are not kept",
	    "Esc  go on rating",
	    NULL,
	};
	const struct rate_kept_state *state = data;
	struct area body = frame_draw(
	    surface, state->kept.title, NULL, ROLE_DIM, rate_kept_keys);
	struct area sheet = sheet_area(state, body), prompt = body;

	(void)now;
	prompt.rows = sheet.row - body.row - 1;
	if (prompt.rows > 0)
		flow_draw(surface, prompt, ROLE_DIM, state->kept.prompt, 0);
	sheet_view_draw(&state->view, surface, sheet);
	frame_notice(surface, state->notice);
	if (state->asking)
		frame_ask(surface, body, "Leave without rating?", choices);
}

static void
rate_kept_close(void *data)
{
	struct rate_kept_state *state = data;

	sheet_view_release(&state->view);
	release(&state->kept);
}

const struct screen rate_kept_screen = {
    .name = "rating what is kept",
    .about = "Rate something that is over: each signal 1 to 5, by its "
	     "anchors.",
    .state_size = sizeof(struct rate_kept_state),
    .keys = rate_kept_keys,
    .open = rate_kept_open,
    .draw = rate_kept_draw,
    .event = rate_kept_event,
    .mouse = rate_kept_mouse,
    .takes_text = rate_kept_takes_text,
    .close = rate_kept_close,
};
