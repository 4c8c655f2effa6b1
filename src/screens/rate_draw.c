/* SPDX-License-Identifier: MIT */
#include <stdio.h>

#include "base/date.h"
#include "screens/frame.h"
#include "screens/rate.h"
#include "tui/flow.h"

static const char predict_text[] =
    "Before you rate: what will the overall be? 1-5, Enter skips.";

enum {
	SECOND_MS = 1000,
	ROOMY_ROWS = 14, /* from here the signals get half of the body */
	WIDE_COLS = 100, /* from here the answer stands beside the rating */
	ANCHOR_COLS = 3, /* before an anchor's text */
};

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
	int cursor = session->take.sheet.cursor;
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
		bool chosen = session->take.sheet.ratings[cursor] == a + 1;
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

void
rate_draw_text(const void *data, struct page *page)
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

struct area
rate_text_area(const struct rate_state *state, struct area body)
{
	int above = rows_above(state, &body) + 1;

	body.row += above;
	body.rows -= above;
	if (state->run->session.phase != PHASE_PREDICT &&
	    body.cols >= WIDE_COLS)
		body.cols = body.cols / 2 - 1;
	return body;
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
	bool current = i == session->take.sheet.cursor;
	enum role role = current ? ROLE_SELECTED : ROLE_TEXT;
	int rating = i < (int)rubric->n ? session->take.sheet.ratings[i] : 0;
	char mark[] = "-";

	if (current)
		surface_fill(surface, area, role, true);
	surface_text(surface, area.row, 0, 2, role, current ? "> " : "  ");
	if (i == (int)rubric->n) {
		surface_textf(surface, area.row, 2, area.cols - 2, role,
		    "Measured result given?  %s",
		    metric_text(session->take.sheet.metric, rubric->metric));
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
	int first = session->take.sheet.cursor - area.rows / 2;

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
	struct area rest = rate_text_area(state, body);
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
	int64_t used_s = timer_elapsed(&session->take.answer, 0) / SECOND_MS;
	bool over = (double)used_s > task->limit_s && task->limit_s > 0;
	char used[DATE_SIZE], limit[DATE_SIZE];

	/* A strict answer was locked at its limit. */
	if (over && session->strict)
		used_s = (int64_t)task->limit_s;
	date_clock(used, used_s);
	date_clock(limit, (int64_t)task->limit_s);
	snprintf(out, size, "%s of %s used%s", used, limit,
	    over && !session->strict ? ", over time" : "");
}

void
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
	page = page_begin(surface, rate_text_area(state, body), state->top);
	if (session->phase == PHASE_PREDICT) {
		flow_draw(surface, body, ROLE_TITLE, predict_text, 0);
		surface_caret(surface, body.row, 0);
	} else {
		draw_rating(state, surface, body);
	}
	rate_draw_text(state, &page);
	if (state->notice[0] != '\0')
		surface_text_cut(surface, surface->rows - 2, 0, surface->cols,
		    ROLE_WARN, state->notice);
	if (state->asking)
		frame_ask(surface, body, "Stop rating?", choices);
}
