/* SPDX-License-Identifier: MIT */
/*
 * After the answer: predict the overall, rate each signal against its
 * anchors, say which words earn it and whether a measured result was given.
 */
#include "screens/rate.h"

#include <stdio.h>
#include <stdlib.h>

#include "screens/frame.h"
#include "screens/voice.h"
#include "store/draft.h"
#include "store/lexicon.h"

const struct key_binding rate_keys[] = {
    {{'1', '2', '3', '4', '5'}, SHEET_RATE, "to 5 rate",
	"predict the overall, then rate the signal under the cursor"},
    {{'y'}, SHEET_METRIC_YES, "measured", "a measured result was given"},
    {{'n'}, SHEET_METRIC_NO, "not", "no measured result was given"},
    {{'\n'}, SHEET_ENTER, "confirm",
	"skip the prediction or the words; confirm when everything is rated"},
    SHEET_VIEW_KEYS,
    {{'t'}, RATE_TRANSCRIBE, NULL,
	"spoken answers: add what was recorded to the text, as words"},
    {{K_ESC, K_CTRL('c')}, RATE_LEAVE, NULL,
	"stop: leave the answer unrated, or rate it later (asks)"},
    {{0}, SHEET_NO_ACTION, NULL, NULL},
};

enum { SAVE_AFTER_MS = 1000 };

static int
rate_save(void *data, struct instant now, struct err *err)
{
	struct rate_state *state = data;

	state->save_ms = -1;
	if (state->run->session.phase == PHASE_DONE)
		return 0;
	sheet_view_keep_typed(&state->view);
	return store_draft_put(
	    state->run->desk->store, &state->run->session, now, err);
}

/* A hint only: where the text can't be read, nobody is told of figures. */
static void
prefill(struct rate_state *state)
{
	const struct session *session = &state->run->session;
	struct err err = {0};
	char *figure = NULL;

	if (store_find_metric(state->run->desk->store, session_company(session),
		state->text, &figure, &err) == 0)
		sheet_view_prefill(&state->view, figure);
	free(figure);
}

/* What was asked stands over the answer where that is beside the rating. */
static void
place_prompt(struct rate_state *state, const struct event *event)
{
	state->view.prompt =
	    event->cols >= SHEET_WIDE_COLS
		? session_task(&state->run->session)->question.prompt
		: NULL;
}

static int
rate_open(void *data, void *desk, const void *arg, const struct event *event,
    struct err *err)
{
	struct rate_state *state = data;

	(void)desk;
	(void)err;
	state->save_ms = -1;
	state->run = run_take(arg, state);
	state->text = session_text(&state->run->session);
	sheet_view_init(&state->view,
	    &session_task(&state->run->session)->rubric,
	    &state->run->session.take.sheet, state->text);
	place_prompt(state, event);
	prefill(state);
	return 0;
}

bool
rate_predicts(const struct rate_state *state)
{
	return state->run->session.phase == PHASE_PREDICT;
}

bool
rate_is_over(const struct rate_state *state)
{
	return !rate_predicts(state) && state->run->session.phase != PHASE_RATE;
}

static struct outcome
confirm(struct rate_state *state, const struct event *event)
{
	struct session *session = &state->run->session;
	struct err err = {0};

	if (!session_rated(session)) {
		snprintf(state->notice, sizeof(state->notice), "%s",
		    sheet_view_missing(&state->view));
		return OUTCOME_STAY;
	}
	if (run_keep_answer(state->run, false, false, event->now, &err) != 0) {
		snprintf(state->notice, sizeof(state->notice), "%s", err.text);
		return OUTCOME_STAY;
	}
	return (struct outcome){
	    .kind = REPLACE,
	    .screen = &reveal_screen,
	    .arg = &state->run->self,
	};
}

/* The ratings are there again where the answer could not be kept. */
static int
keep_unrated(struct rate_state *state, struct instant now, struct err *err)
{
	struct sheet *sheet = &state->run->session.take.sheet, rated = *sheet;

	sheet_init(sheet);
	sheet->metric = sheet_metric_said(&rated);
	if (run_keep_answer(state->run, false, true, now, err) == 0) {
		sheet_release(&rated);
		return 0;
	}
	sheet_release(sheet);
	*sheet = rated;
	return -1;
}

/* x keeps the answer without ratings and ends the session, l keeps the draft
 * as it is. */
static struct outcome
answer_question(struct rate_state *state, const struct event *event)
{
	struct err err = {0};
	int rc;

	if (event->key == 'x') {
		rc = keep_unrated(state, event->now, &err);
		if (rc == 0)
			return run_next(state->run, REPLACE);
	} else if (event->key == 'l') {
		rc = rate_save(state, event->now, &err);
		state->run->desk->drafts_offered = false;
		if (rc == 0)
			return OUTCOME_POP;
	} else if (event->key != K_ESC && event->key != K_CTRL('c')) {
		return OUTCOME_STAY;
	}
	state->asking = false;
	if (err.status != ERR_NONE)
		snprintf(state->notice, sizeof(state->notice), "%s", err.text);
	return OUTCOME_STAY;
}

static void
predict_key(struct rate_state *state, int action, int key)
{
	switch (action) {
	case SHEET_RATE:
		session_predict(&state->run->session, key - '0');
		break;
	case SHEET_ENTER:
		session_predict(&state->run->session, 0);
		break;
	case SHEET_DOWN:
	case SHEET_SCROLL_DOWN:
		state->top++;
		break;
	case SHEET_UP:
	case SHEET_SCROLL_UP:
		state->top -= state->top > 0;
		break;
	default:
		break;
	}
}

/* The words of the recording have come: they are analysed with the rest. */
static void
take_transcript(struct rate_state *state, const struct event *event)
{
	struct session *session = &state->run->session;

	if (!voice_take_text(state->run->desk->voice, session))
		return;
	free(state->text);
	state->text = session_text(session);
	sheet_view_set_text(&state->view, state->text);
	prefill(state);
	state->save_ms = event->now.mono_ms + SAVE_AFTER_MS;
}

static struct outcome
act(struct rate_state *state, const struct event *event)
{
	bool typing = sheet_view_typing(&state->view);
	int action =
	    typing ? SHEET_NO_ACTION : keymap_action(rate_keys, event->key);

	if (action == RATE_TRANSCRIBE) {
		voice_transcribe(state->run->desk->voice, &state->run->session);
		return OUTCOME_STAY;
	}
	if (rate_predicts(state) && action != RATE_LEAVE) {
		predict_key(state, action, event->key);
		return OUTCOME_STAY;
	}
	if (sheet_view_key(&state->view, action, event->key))
		return OUTCOME_STAY;
	if (action == SHEET_ENTER)
		return confirm(state, event);
	if (action == RATE_LEAVE)
		state->asking = true;
	return OUTCOME_STAY;
}

/* The last row of what scrolls does not scroll away. */
static void
fit_text(struct rate_state *state, const struct event *event)
{
	struct area body = {
	    .rows = frame_rows(event->rows), .cols = event->cols};
	struct area area = rate_answer_area(body);
	int most = page_rows(rate_draw_answer, state, area.cols) - area.rows;

	if (!rate_predicts(state))
		sheet_view_fit(&state->view, body);
	else if (state->top > most)
		state->top = most > 0 ? most : 0;
}

/* Where the next screen can't be opened this one is left behind the session:
 * a key tries again. */
static struct outcome
rate_event(void *data, const struct event *event)
{
	struct rate_state *state = data;
	struct outcome outcome;
	struct err err = {0};

	if (event->kind == EVENT_TICK && rate_save(state, event->now, &err))
		snprintf(state->notice, sizeof(state->notice),
		    "the draft is not saved: %.900s", err.text);
	if (event->kind == EVENT_PASTE)
		sheet_view_paste(&state->view, event);
	if (!rate_is_over(state)) {
		take_transcript(state, event);
		place_prompt(state, event);
		fit_text(state, event);
	}
	if (event->kind != EVENT_KEY)
		return OUTCOME_STAY;
	state->notice[0] = '\0';
	if (rate_is_over(state))
		return event->key == 'q' ? OUTCOME_POP
					 : run_next(state->run, REPLACE);
	if (state->asking)
		return answer_question(state, event);
	/* After the first key that is not saved: rating goes on all the time.
	 */
	if (state->save_ms < 0)
		state->save_ms = event->now.mono_ms + SAVE_AFTER_MS;
	outcome = act(state, event);
	if (!rate_is_over(state))
		fit_text(state, event);
	return outcome;
}

static int
rate_mouse(void *data, const struct event *event)
{
	struct rate_state *state = data;

	if (state->asking || rate_is_over(state) ||
	    (rate_predicts(state) && event->mouse == MOUSE_CLICK))
		return 0;
	return sheet_view_mouse(
	    &state->view, event, frame_body(event->rows, event->cols));
}

static bool
rate_takes_text(const void *data)
{
	const struct rate_state *state = data;

	return sheet_view_typing(&state->view);
}

static int64_t
rate_deadline(const void *data, struct instant now)
{
	const struct rate_state *state = data;

	(void)now;
	return state->save_ms;
}

static void
rate_close(void *data)
{
	struct rate_state *state = data;

	voice_hush(state->run->desk->voice);
	sheet_view_release(&state->view);
	free(state->text);
	run_leave(state->run, state);
}

const struct screen rate_screen = {
    .name = "rating",
    .about = "Rate each signal 1 to 5 against its anchors.",
    .state_size = sizeof(struct rate_state),
    .keys = rate_keys,
    .open = rate_open,
    .draw = rate_draw,
    .event = rate_event,
    .mouse = rate_mouse,
    .takes_text = rate_takes_text,
    .deadline = rate_deadline,
    .save = rate_save,
    .close = rate_close,
};
