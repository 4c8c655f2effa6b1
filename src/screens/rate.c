/* SPDX-License-Identifier: MIT */
/*
 * After the answer: predict the overall, rate each signal against its
 * anchors, say whether a measured result was given.
 */
#include <stdio.h>
#include <string.h>

#include "base/date.h"
#include "screens/frame.h"
#include "screens/run.h"
#include "store/draft.h"
#include "tui/flow.h"
#include "tui/page.h"

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

static const struct key_binding rate_keys[] = {
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

struct rate_state {
	struct run *run;
	bool asking;      /* whether to stop */
	bool show_answer; /* over the anchors */
	int top;          /* rows of anchors or answer scrolled away */
	int64_t save_ms;  /* when the draft is due; -1: not */
	char notice[sizeof(struct err)];
};

enum {
	SAVE_AFTER_MS = 1000,
	ROOMY_ROWS = 14, /* from here the signals get half of the body */
	WIDE_COLS = 100, /* from here the answer stands beside the rating */
	ANCHOR_COLS = 3, /* before an anchor's text */
};

static int
rate_save(void *data, struct instant now, struct err *err)
{
	struct rate_state *state = data;

	state->save_ms = -1;
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
	const struct rubric *rubric = &session_task(session)->rubric;
	struct err err = {0};

	if (session->phase == PHASE_PREDICT) {
		session_predict(session, 0);
		return OUTCOME_STAY;
	}
	if (!session_rated(session)) {
		snprintf(state->notice, sizeof(state->notice),
		    session->take.cursor >= (int)rubric->n
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
		memset(state->run->session.take.ratings, 0,
		    sizeof(state->run->session.take.ratings));
		rc = run_keep_answer(state->run, false, true, event->now, &err);
		if (rc == 0)
			return run_next(state->run, REPLACE);
	} else if (event->key == 'l') {
		rc = rate_save(state, event->now, &err);
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

static struct outcome
rate_event(void *data, const struct event *event)
{
	struct rate_state *state = data;
	struct err err = {0};

	if (event->kind == EVENT_TICK && rate_save(state, event->now, &err))
		snprintf(state->notice, sizeof(state->notice),
		    "%.900s (not saved)", err.text);
	if (event->kind != EVENT_KEY)
		return OUTCOME_STAY;
	state->notice[0] = '\0';
	if (state->asking)
		return answer_question(state, event);
	state->save_ms = event->now.mono_ms + SAVE_AFTER_MS;
	return act(state, event);
}

static int64_t
rate_deadline(const void *data, struct instant now)
{
	const struct rate_state *state = data;

	(void)now;
	return state->save_ms;
}

static const char *
metric_text(enum given given, bool needed)
{
	switch (given) {
	case GIVEN_YES:
		return "yes";
	case GIVEN_NO:
		return needed ? "no: caps the verdict at re-interview" : "no";
	case GIVEN_UNKNOWN:
		return needed ? "y or n" : "y or n (not needed here)";
	}
	return "";
}

static void
draw_signal_row(
    const struct rate_state *state, struct surface *surface, int row, int i)
{
	const struct session *session = &state->run->session;
	const struct rubric *rubric = &session_task(session)->rubric;
	bool current = i == session->take.cursor;
	enum role role = current ? ROLE_SELECTED : ROLE_TEXT;
	int rating = i < (int)rubric->n ? session->take.ratings[i] : 0;
	char mark[] = "-";

	if (current)
		surface_fill(surface, (struct area){row, 0, 1, surface->cols},
		    role, true);
	surface_text(surface, row, 0, 2, role, current ? "> " : "  ");
	if (i == (int)rubric->n) {
		surface_textf(surface, row, 2, surface->cols - 2, role,
		    "Measured result given?  %s",
		    metric_text(session->take.metric, rubric->metric));
	} else {
		if (rating > 0)
			mark[0] = (char)('0' + rating);
		surface_textf(surface, row, 2, surface->cols - 2, role,
		    "%s  %s", mark, rubric->signals[i].label);
	}
	if (current)
		surface_caret(surface, row, 0);
}

/* The rows around the cursor that fit. */
static int
draw_signals(
    const struct rate_state *state, struct surface *surface, struct area area)
{
	const struct session *session = &state->run->session;
	int n = (int)session_task(session)->rubric.n + 1;
	int rows = n < area.rows ? n : area.rows;
	int first = session->take.cursor - rows / 2;

	if (first > n - rows)
		first = n - rows;
	if (first < 0)
		first = 0;
	for (int i = 0; i < rows; i++)
		draw_signal_row(state, surface, area.row + i, first + i);
	return rows;
}

static void
draw_anchors(
    const struct rate_state *state, struct surface *surface, struct area area)
{
	const struct session *session = &state->run->session;
	const struct rubric *rubric = &session_task(session)->rubric;
	struct page page = page_begin(surface, area, state->top);
	int cursor = session->take.cursor;
	const struct signal_spec *signal;

	if (cursor >= (int)rubric->n) {
		page_text(&page, 0, ROLE_TEXT,
		    "A measured result is a number that shows what changed: "
		    "a percentage, an amount, a time, before and after. A "
		    "claim such as \"users liked it\" is none.");
		return;
	}
	signal = &rubric->signals[cursor];
	page_text(&page, 0, ROLE_ACCENT, signal->asks);
	for (int a = 0; a < RATING_HIGH; a++) {
		bool chosen = session->take.ratings[cursor] == a + 1;
		struct page mark = page;
		int row = page_row(&mark);

		if (row >= 0)
			surface_textf(surface, row, area.col, ANCHOR_COLS,
			    chosen ? ROLE_TITLE : ROLE_KEY, "%s%d",
			    chosen ? "*" : " ", a + 1);
		page_text(&page, ANCHOR_COLS, chosen ? ROLE_TITLE : ROLE_TEXT,
		    signal->anchors[a]);
	}
}

static const char *
answer_text(const struct rate_state *state)
{
	const struct str *text = &state->run->session.take.text;

	return text->len > 0 ? text->s : "(no text)";
}

static void
draw_predict(
    const struct rate_state *state, struct surface *surface, struct area area)
{
	int row = area.row;

	area.row +=
	    flow_draw(surface, area, ROLE_TITLE,
		"Before you rate: what will the overall be? 1-5, Enter skips.",
		0) +
	    1;
	area.rows -= area.row - row;
	surface_caret(surface, row, 0);
	flow_draw(surface, area, ROLE_DIM, answer_text(state), state->top);
}

/* Signals above, the anchors of the one under the cursor below; where there
 * is room, the answer stands beside them. */
static void
draw_rating(
    const struct rate_state *state, struct surface *surface, struct area body)
{
	struct area rest = body;
	int rows;

	if (body.cols >= WIDE_COLS) {
		struct area beside = body;

		rest.cols = body.cols / 2 - 1;
		beside.col = rest.cols + 2;
		beside.cols = body.cols - beside.col;
		flow_draw(surface, beside, ROLE_DIM, answer_text(state), 0);
	}
	/* The anchors matter most: on a small screen the list of signals
	 * gives way. */
	rest.rows = body.rows >= ROOMY_ROWS ? body.rows / 2 : 1;
	rows = draw_signals(state, surface, rest);
	surface_rule(surface, body.row + rows, 0, rest.cols, ROLE_DIM);
	rest.row = body.row + rows + 1;
	rest.rows = body.rows - rows - 1;
	if (state->show_answer)
		flow_draw(
		    surface, rest, ROLE_TEXT, answer_text(state), state->top);
	else
		draw_anchors(state, surface, rest);
}

static void
title_text(const struct session *session, char *out, size_t size)
{
	const struct task *task = session_task(session);
	int64_t used_s = timer_elapsed(&session->take.answer, 0) / 1000;
	char used[DATE_SIZE], limit[DATE_SIZE];

	date_clock(used, used_s);
	date_clock(limit, (int64_t)task->limit_s);
	snprintf(out, size, "%s of %s used%s", used, limit,
	    (double)used_s > task->limit_s ? ", over time" : "");
}

static void
rate_draw(const void *data, struct surface *surface, struct instant now)
{
	static const char *const choices[] = {
	    "x    stop here: the answer is kept without a rating",
	    "l    leave it and rate it later",
	    "Esc  go on rating",
	    NULL,
	};
	const struct rate_state *state = data;
	const struct session *session = &state->run->session;
	char right[96];
	struct area body;

	(void)now;
	title_text(session, right, sizeof(right));
	body = frame_draw(surface, "Rate your answer as the panel would", right,
	    ROLE_DIM, rate_keys);
	if (session->phase == PHASE_PREDICT)
		draw_predict(state, surface, body);
	else
		draw_rating(state, surface, body);
	if (state->notice[0] != '\0')
		surface_text_cut(surface, surface->rows - 2, 0, surface->cols,
		    ROLE_WARN, state->notice);
	if (state->asking)
		frame_ask(surface, body, "Stop rating?", choices);
}

static void
rate_close(void *data)
{
	struct rate_state *state = data;

	run_leave(state->run, state);
}

const struct screen rate_screen = {
    .name = "rating",
    .about = "Rate each signal 1 to 5 against its anchors; a panel's bar is "
	     "3.5.",
    .state_size = sizeof(struct rate_state),
    .keys = rate_keys,
    .open = rate_open,
    .draw = rate_draw,
    .event = rate_event,
    .deadline = rate_deadline,
    .save = rate_save,
    .close = rate_close,
};
