/* SPDX-License-Identifier: MIT */
#include <stdio.h>

#include "base/date.h"
#include "screens/frame.h"
#include "screens/rate.h"
#include "tui/flow.h"

static const char predict_text[] =
    "Before you rate: what will the overall be? 1-5, Enter skips.";

enum { SECOND_MS = 1000 };

void
rate_draw_answer(const void *data, struct page *page)
{
	const struct rate_state *state = data;

	page_text(page, 0, ROLE_DIM,
	    *state->view.text != '\0' ? state->view.text : "(no text)");
}

struct area
rate_answer_area(struct area body)
{
	int above = flow_rows(predict_text, body.cols) + 1;

	body.row += above;
	body.rows -= above;
	return body;
}

static void
draw_prediction(
    const struct rate_state *state, struct surface *surface, struct area body)
{
	struct page page =
	    page_begin(surface, rate_answer_area(body), state->top);

	flow_draw(surface, body, ROLE_TITLE, predict_text, 0);
	surface_caret(surface, body.row, 0);
	rate_draw_answer(state, &page);
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

/* Of the keys those that do something now, in the words of now. */
static const struct key_binding predict_keys[] = {
    {{'1', '2', '3', '4', '5'}, SHEET_RATE, "to 5 predict", NULL},
    {{'\n'}, SHEET_ENTER, "skip", NULL},
    {{K_ESC}, RATE_LEAVE, "stop", NULL},
    {{0}, SHEET_NO_ACTION, NULL, NULL},
};

static const struct key_binding typing_keys[] = {
    {{'\n'}, SHEET_ENTER, "keep", NULL},
    {{K_ESC}, RATE_LEAVE, "back", NULL},
    {{0}, SHEET_NO_ACTION, NULL, NULL},
};

static const struct key_binding *
keys_now(const struct rate_state *state)
{
	if (rate_predicts(state))
		return predict_keys;
	return sheet_view_typing(&state->view) ? typing_keys : rate_keys;
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

	(void)now;
	title_text(session, right, sizeof(right));
	body = frame_draw(surface, "Rate your answer as the panel would", right,
	    ROLE_DIM, keys_now(state));
	if (rate_predicts(state))
		draw_prediction(state, surface, body);
	else if (!rate_is_over(state))
		sheet_view_draw(&state->view, surface, body);
	frame_notice(surface, state->notice);
	if (state->asking)
		frame_ask(surface, body, "Stop rating?", choices);
}
