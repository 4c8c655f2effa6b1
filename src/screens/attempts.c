/* SPDX-License-Identifier: MIT */
/* The history of a question: its answers, the newest first. */
#include "screens/attempts.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/date.h"
#include "base/mem.h"
#include "screens/desk.h"
#include "screens/frame.h"
#include "store/history.h"
#include "store/judge.h"
#include "tui/list.h"

enum action { NO_ACTION, OPEN, BACK, MOVE };

static const struct key_binding attempts_keys[] = {
    {{'\n'}, OPEN, "open", "open the answer"},
    {{K_ESC, 'q'}, BACK, "back", "go back"},
    FRAME_LIST_KEYS(MOVE),
    {{0}, NO_ACTION, NULL, NULL},
};

/* What is told of an answer beside itself. */
struct attempt {
	struct judged judged;
	int utc_offset_min; /* its session's */
};

struct attempts_state {
	struct desk *desk;
	char *question_id;        /* owned */
	struct answer_row *rows;  /* owned, the oldest first */
	struct attempt *attempts; /* owned, one a row */
	int n;
	struct list list;
	char notice[sizeof(struct err)];
};

static void
forget(struct attempts_state *state)
{
	answer_rows_free(state->rows, state->n);
	free(state->attempts);
	state->rows = NULL;
	state->attempts = NULL;
	state->n = 0;
}

static int
look_at(struct store *store, const struct answer_row *row,
    struct attempt *attempt, struct err *err)
{
	struct answer_judged judged;
	struct session_row session;
	int rc =
	    store_session_get(store, row->answer.session_id, &session, err);

	if (rc == 1) {
		attempt->utc_offset_min = session.utc_offset_min;
		session_row_release(&session);
	}
	if (rc < 0 || judge_answer(store, row->pk, "self", &judged, err) != 0)
		return -1;
	attempt->judged = judged.judged;
	return 0;
}

static int
load(struct attempts_state *state, struct err *err)
{
	forget(state);
	if (store_question_attempts(state->desk->store, state->question_id,
		&state->rows, &state->n, err) != 0)
		return -1;
	state->attempts =
	    mem_zero((size_t)state->n + 1, sizeof(*state->attempts));
	for (int i = 0; i < state->n; i++)
		if (look_at(state->desk->store, &state->rows[i],
			&state->attempts[i], err) != 0)
			return -1;
	return 0;
}

static void
attempts_close(void *data)
{
	struct attempts_state *state = data;

	forget(state);
	free(state->question_id);
}

static int
attempts_open(void *data, void *desk, const void *arg,
    const struct event *event, struct err *err)
{
	struct attempts_state *state = data;

	state->desk = desk;
	state->question_id = mem_text(arg);
	if (load(state, err) != 0) {
		attempts_close(state);
		return -1;
	}
	list_fit(&state->list, state->n, frame_rows(event->rows));
	return 0;
}

/* The row of the list: the newest is the first. */
static int
attempt_at(const struct attempts_state *state, int row)
{
	return state->n - 1 - row;
}

static struct outcome
open_answer(const struct attempts_state *state)
{
	if (state->n == 0)
		return OUTCOME_STAY;
	return (struct outcome){
	    .kind = PUSH,
	    .screen = &answer_screen,
	    .arg =
		state->rows[attempt_at(state, state->list.selected)].answer.id,
	};
}

static struct outcome
attempts_key(struct attempts_state *state, int key, int rows)
{
	state->notice[0] = '\0';
	switch ((enum action)keymap_action(attempts_keys, key)) {
	case OPEN:
		return open_answer(state);
	case BACK:
		return OUTCOME_POP;
	case MOVE:
	case NO_ACTION:
		list_key(&state->list, key, rows);
		break;
	}
	return OUTCOME_STAY;
}

static struct outcome
attempts_event(void *data, const struct event *event)
{
	struct attempts_state *state = data;
	struct outcome outcome = OUTCOME_STAY;
	int rows = frame_rows(event->rows);
	struct err err = {0};

	/* It may have been answered or rated again. */
	if (event->kind == EVENT_RESUME && load(state, &err) != 0) {
		forget(state);
		snprintf(state->notice, sizeof(state->notice), "%s", err.text);
	}
	if (event->kind == EVENT_KEY)
		outcome = attempts_key(state, event->key, rows);
	list_fit(&state->list, state->n, rows);
	return outcome;
}

static int
attempts_mouse(void *data, const struct event *event)
{
	struct attempts_state *state = data;

	return list_mouse(
	    &state->list, event, frame_body(event->rows, event->cols));
}

static void
draw_row(const void *data, int i, struct surface *surface, struct area area,
    enum role role)
{
	const struct attempts_state *state = data;
	int at = attempt_at(state, i), col;
	const struct answer *answer = &state->rows[at].answer;
	const struct attempt *attempt = &state->attempts[at];
	const struct judged *judged = &attempt->judged;
	char when[DATE_SIZE], used[DATE_SIZE], overall[16];

	date_local(when, answer->started_at, attempt->utc_offset_min);
	date_clock(used, (int64_t)answer->answer_s);
	score_text(overall, judged->overall);
	col = surface_textf(surface, area.row, area.col, area.cols, role,
	    "%s  %-5s %-12s", when, overall,
	    judged->verdict == VERDICT_NONE ? "not rated"
					    : verdict_name(judged->verdict));
	surface_textf(surface, area.row, area.col + col, area.cols - col, role,
	    " %5s%s", used, answer_overtime_s(answer) > 0 ? " over" : "");
}

static void
attempts_draw(const void *data, struct surface *surface, struct instant now)
{
	static const char *const none[] = {
	    "Not answered yet.",
	    "Esc, then Enter practises it.",
	    NULL,
	};
	const struct attempts_state *state = data;
	struct area body = frame_draw(surface, "History of a question",
	    state->question_id, ROLE_DIM, attempts_keys);

	(void)now;
	if (state->n == 0)
		frame_empty(surface, body, none);
	else
		list_draw(&state->list, surface, body, draw_row, state);
	frame_notice(surface, state->notice);
}

const struct screen attempts_screen = {
    .name = "attempts",
    .about = "The answers to a question, the newest first.",
    .state_size = sizeof(struct attempts_state),
    .keys = attempts_keys,
    .open = attempts_open,
    .draw = attempts_draw,
    .event = attempts_event,
    .mouse = attempts_mouse,
    .close = attempts_close,
};
