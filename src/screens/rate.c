/* SPDX-License-Identifier: MIT */
/*
 * After the answer: predict the overall, rate each signal against its
 * anchors, say whether a measured result was given.
 */
#include "screens/rate.h"

#include <stdio.h>

#include "screens/frame.h"
#include "store/draft.h"

enum action {
	NO_ACTION,
	RATE,
	METRIC_YES,
	METRIC_NO,
	CONFIRM,
	UNDO,
	DOWN,
	UP,
	SHOW_ANSWER,
	SCROLL_DOWN,
	SCROLL_UP,
	LEAVE,
};

const struct key_binding rate_keys[] = {
    {{'1', '2', '3', '4', '5'}, RATE, "to 5 rate",
	"predict the overall, then rate the signal under the cursor"},
    {{'y'}, METRIC_YES, "measured", "a measured result was given"},
    {{'n'}, METRIC_NO, "not", "no measured result was given"},
    {{'u'}, UNDO, "undo", "take the last rating back"},
    {{'\n'}, CONFIRM, "confirm",
	"skip the prediction; confirm when everything is rated"},
    {{'v', K_F6}, SHOW_ANSWER, "answer", "show or close what you said"},
    {{'j', K_DOWN}, DOWN, NULL, "next signal"},
    {{'k', K_UP}, UP, NULL, "previous signal"},
    {{K_PAGE_DOWN, ' '}, SCROLL_DOWN, NULL, "scroll anchors or answer down"},
    {{K_PAGE_UP}, SCROLL_UP, NULL, "scroll anchors or answer up"},
    {{K_ESC, K_CTRL('c')}, LEAVE, NULL,
	"stop: leave the answer unrated, or rate it later (asks)"},
    {{0}, NO_ACTION, NULL, NULL},
};

enum { SAVE_AFTER_MS = 1000 };

static int
rate_save(void *data, struct instant now, struct err *err)
{
	struct rate_state *state = data;

	state->save_ms = -1;
	if (state->run->session.phase == PHASE_DONE)
		return 0;
	return store_draft_put(
	    state->run->desk->store, &state->run->session, now, err);
}

static int
rate_open(void *data, void *desk, const void *arg, const struct event *event,
    struct err *err)
{
	struct rate_state *state = data;

	(void)desk;
	(void)event;
	(void)err;
	state->save_ms = -1;
	state->run = run_take(arg, state);
	return 0;
}

static struct outcome
confirm(struct rate_state *state, const struct event *event)
{
	struct session *session = &state->run->session;
	struct err err = {0};

	if (session->phase == PHASE_PREDICT) {
		session_predict(session, 0);
		return OUTCOME_STAY;
	}
	if (!session_rated(session)) {
		snprintf(state->notice, sizeof(state->notice),
		    sheet_signals_rated(
			&session->take.sheet, &session_task(session)->rubric)
			? "was a measured result given? y or n"
			: "rate every signal first: 1 to 5");
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

/* x keeps the answer without ratings and ends the session, l keeps the draft
 * as it is. */
static struct outcome
answer_question(struct rate_state *state, const struct event *event)
{
	struct err err = {0};
	int rc;

	if (event->key == 'x') {
		sheet_clear(&state->run->session.take.sheet);
		rc = run_keep_answer(state->run, false, true, event->now, &err);
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
rate(struct rate_state *state, int rating)
{
	struct session *session = &state->run->session;

	state->top = 0;
	if (session->phase == PHASE_PREDICT)
		session_predict(session, rating);
	else
		session_rate(session, rating);
}

static void
move(struct rate_state *state, int by)
{
	if (state->show_answer || state->run->session.phase == PHASE_PREDICT) {
		state->top += state->top + by >= 0 ? by : 0;
		return;
	}
	state->top = 0;
	session_rate_move(&state->run->session, by);
}

static struct outcome
act(struct rate_state *state, const struct event *event)
{
	struct session *session = &state->run->session;
	bool rating = session->phase == PHASE_RATE;

	switch ((enum action)keymap_action(rate_keys, event->key)) {
	case NO_ACTION:
		break;
	case RATE:
		rate(state, event->key - '0');
		break;
	case METRIC_YES:
		if (rating)
			session_give_metric(session, true);
		break;
	case METRIC_NO:
		if (rating)
			session_give_metric(session, false);
		break;
	case CONFIRM:
		return confirm(state, event);
	case UNDO:
		session_rate_undo(session);
		break;
	case DOWN:
		move(state, 1);
		break;
	case UP:
		move(state, -1);
		break;
	case SCROLL_DOWN:
		state->top++;
		break;
	case SCROLL_UP:
		state->top -= state->top > 0;
		break;
	case SHOW_ANSWER:
		state->show_answer = !state->show_answer;
		state->top = 0;
		break;
	case LEAVE:
		state->asking = true;
		break;
	}
	return OUTCOME_STAY;
}

/* Its last row does not scroll away. */
static void
fit_text(struct rate_state *state, const struct event *event)
{
	struct area area =
	    rate_text_area(state, (struct area){.rows = frame_rows(event->rows),
				      .cols = event->cols});
	int most = page_rows(rate_draw_text, state, area.cols) - area.rows;

	if (state->top > most)
		state->top = most > 0 ? most : 0;
}

static bool
rates(const struct rate_state *state)
{
	enum phase phase = state->run->session.phase;

	return phase == PHASE_PREDICT || phase == PHASE_RATE;
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
	fit_text(state, event);
	if (event->kind != EVENT_KEY)
		return OUTCOME_STAY;
	state->notice[0] = '\0';
	if (!rates(state))
		return event->key == 'q' ? OUTCOME_POP
					 : run_next(state->run, REPLACE);
	if (state->asking)
		return answer_question(state, event);
	state->save_ms = event->now.mono_ms + SAVE_AFTER_MS;
	outcome = act(state, event);
	fit_text(state, event);
	return outcome;
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
    .deadline = rate_deadline,
    .save = rate_save,
    .close = rate_close,
};
