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

static const char predict_text[] =
    "Before you rate: what will the overall be? 1-5, Enter skips.";

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

static bool
signals_rated(const struct session *session)
{
	for (size_t i = 0; i < session_task(session)->rubric.n; i++)
		if (session->take.ratings[i] == 0)
			return false;
	return true;
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
		    signals_rated(session)
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

static const char *
answer_text(const struct rate_state *state)
{
	const struct str *text = &state->run->session.take.text;

	return text->len > 0 ? text->s : "(no text)";
}

static void
draw_anchors(const struct rate_state *state, struct page *page)
{
	const struct session *session = &state->run->session;
	const struct rubric *rubric = &session_task(session)->rubric;
	int cursor = session->take.cursor;
	const struct signal_spec *signal;

	if (cursor >= (int)rubric->n) {
		page_text(page, 0, ROLE_TEXT,
		    "A measured result is a number that shows what changed: "
		    "a percentage, an amount, a time, before and after. A "
		    "claim such as \"users liked it\" is none.");
		return;
	}
	signal = &rubric->signals[cursor];
	page_text(page, 0, ROLE_ACCENT, signal->asks);
	for (int a = 0; a < RATING_HIGH; a++) {
		bool chosen = session->take.ratings[cursor] == a + 1;
		struct page mark = *page;
		int row = page_row(&mark);

		if (row >= 0)
			surface_textf(page->surface, row, page->area.col,
			    ANCHOR_COLS, chosen ? ROLE_TITLE : ROLE_KEY, "%s%d",
			    chosen ? "*" : " ", a + 1);
		page_text(page, ANCHOR_COLS, chosen ? ROLE_TITLE : ROLE_TEXT,
		    signal->anchors[a]);
	}
}

/* What scrolls: the answer, or the anchors of the signal under the cursor. */
static void
draw_text(const void *data, struct page *page)
{
	const struct rate_state *state = data;

	if (state->run->session.phase == PHASE_PREDICT)
		page_text(page, 0, ROLE_DIM, answer_text(state));
	else if (state->show_answer)
		page_text(page, 0, ROLE_TEXT, answer_text(state));
	else
		draw_anchors(state, page);
}

/* The rows above it: the question for a prediction, or the signals.  The
 * anchors matter most: on a small screen the list of signals gives way. */
static int
rows_above(const struct rate_state *state, const struct area *body)
{
	int n = (int)session_task(&state->run->session)->rubric.n + 1;
	int rows = body->rows >= ROOMY_ROWS ? body->rows / 2 : 1;

	if (state->run->session.phase == PHASE_PREDICT)
		return flow_rows(predict_text, body->cols);
	return n < rows ? n : rows;
}

/* Where it stands. */
static struct area
text_area(const struct rate_state *state, struct area body)
{
	int above = rows_above(state, &body) + 1;

	body.row += above;
	body.rows -= above;
	if (state->run->session.phase != PHASE_PREDICT &&
	    body.cols >= WIDE_COLS)
		body.cols = body.cols / 2 - 1;
	return body;
}

/* Its last row does not scroll away. */
static void
fit_text(struct rate_state *state, const struct event *event)
{
	struct area area =
	    text_area(state, (struct area){.rows = frame_rows(event->rows),
				 .cols = event->cols});
	int most = page_rows(draw_text, state, area.cols) - area.rows;

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
draw_signal_row(const struct rate_state *state, struct surface *surface,
    struct area area, int i)
{
	const struct session *session = &state->run->session;
	const struct rubric *rubric = &session_task(session)->rubric;
	bool current = i == session->take.cursor;
	enum role role = current ? ROLE_SELECTED : ROLE_TEXT;
	int rating = i < (int)rubric->n ? session->take.ratings[i] : 0;
	char mark[] = "-";

	if (current)
		surface_fill(surface, area, role, true);
	surface_text(surface, area.row, 0, 2, role, current ? "> " : "  ");
	if (i == (int)rubric->n) {
		surface_textf(surface, area.row, 2, area.cols - 2, role,
		    "Measured result given?  %s",
		    metric_text(session->take.metric, rubric->metric));
	} else {
		if (rating > 0)
			mark[0] = (char)('0' + rating);
		surface_textf(surface, area.row, 2, area.cols - 2, role,
		    "%s  %s", mark, rubric->signals[i].label);
	}
	if (current)
		surface_caret(surface, area.row, 0);
}

/* The rows around the cursor that fit. */
static void
draw_signals(
    const struct rate_state *state, struct surface *surface, struct area area)
{
	const struct session *session = &state->run->session;
	int n = (int)session_task(session)->rubric.n + 1;
	int first = session->take.cursor - area.rows / 2;

	if (first > n - area.rows)
		first = n - area.rows;
	if (first < 0)
		first = 0;
	for (int i = 0; i < area.rows; i++)
		draw_signal_row(state, surface,
		    (struct area){area.row + i, 0, 1, area.cols}, first + i);
}

/* Signals above; where there is room, the answer stands beside them. */
static void
draw_rating(
    const struct rate_state *state, struct surface *surface, struct area body)
{
	struct area rest = text_area(state, body);
	struct area above = {body.row, 0, rows_above(state, &body), rest.cols};

	draw_signals(state, surface, above);
	surface_rule(surface, above.row + above.rows, 0, above.cols, ROLE_DIM);
	body.col = rest.cols + 2;
	body.cols -= body.col;
	if (body.cols > 0)
		flow_draw(surface, body, ROLE_DIM, answer_text(state), 0);
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
	struct page page;

	(void)now;
	title_text(session, right, sizeof(right));
	body = frame_draw(surface, "Rate your answer as the panel would", right,
	    ROLE_DIM, rate_keys);
	page = page_begin(surface, text_area(state, body), state->top);
	if (session->phase == PHASE_PREDICT) {
		flow_draw(surface, body, ROLE_TITLE, predict_text, 0);
		surface_caret(surface, body.row, 0);
	} else {
		draw_rating(state, surface, body);
	}
	draw_text(state, &page);
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
