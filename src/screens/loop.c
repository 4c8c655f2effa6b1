/* SPDX-License-Identifier: MIT */
/* A loop round by round: how each went, when the next is planned, and what the
 * debrief would say. */
#include <stdio.h>
#include <stdlib.h>

#include "base/date.h"
#include "base/mem.h"
#include "screens/desk.h"
#include "screens/frame.h"
#include "store/loop.h"
#include "tui/list.h"
#include "tui/page.h"

enum action { NO_ACTION, START, ANEW, BACK, MOVE };

static const struct key_binding loop_keys[] = {
    {{'\n'}, START, "practise", "start the next round: the clock runs"},
    {{'n'}, ANEW, "new run", "start the first round of a new run"},
    {{K_ESC, 'q'}, BACK, "back", "go back"},
    FRAME_LIST_KEYS(MOVE),
    {{0}, NO_ACTION, NULL, NULL},
};

enum {
	SECOND_MS = 1000,
	DAY_CHARS = 10, /* of `2026-11-20 10:30` */
	HEAD_ROWS = 3,
	LABEL_COLS = 19,
	STATE_COLS = 22, /* `3.00 dip, re-interview` */
};

struct loop_state {
	struct desk *desk;
	struct loop *loops; /* owned, all of them */
	int n_loops;
	const struct loop *loop;
	struct loop_run run;
	char **labels; /* owned: the rounds' */
	struct list list;
	struct plan plan; /* of the round that is started */
	struct loop_place place;
	char notice[sizeof(struct err)];
};

static void
loop_close(void *data)
{
	struct loop_state *state = data;

	for (int i = 0; state->labels != NULL && i < state->loop->n; i++)
		free(state->labels[i]);
	free(state->labels);
	loop_run_release(&state->run);
	loops_free(state->loops, state->n_loops);
}

static int
load_labels(struct loop_state *state, struct err *err)
{
	state->labels =
	    mem_zero((size_t)state->loop->n, sizeof(*state->labels));
	for (int i = 0; i < state->loop->n; i++)
		if (store_round_label(state->desk->store,
			state->loop->rounds[i].round, &state->labels[i],
			err) != 0)
			return -1;
	return 0;
}

static int
load(struct loop_state *state, const char *key, struct err *err)
{
	struct store *store = state->desk->store;

	if (store_loops(store, &state->loops, &state->n_loops, err) != 0)
		return -1;
	state->loop = loops_find(state->loops, state->n_loops, key);
	if (state->loop == NULL)
		return fail(err, "no loop '%s'", key);
	if (load_labels(state, err) != 0)
		return -1;
	return store_loop_run(store, state->loop, &state->run, err);
}

static int
list_rows(int rows)
{
	int left = frame_rows(rows) - HEAD_ROWS;

	return left > 1 ? left : 1;
}

static int
loop_open(void *data, void *desk, const void *arg, const struct event *event,
    struct err *err)
{
	struct loop_state *state = data;

	state->desk = desk;
	if (load(state, arg, err) != 0) {
		loop_close(state);
		return -1;
	}
	state->list.selected =
	    state->run.next < state->loop->n ? state->run.next : 0;
	list_fit(&state->list, state->loop->n, list_rows(event->rows));
	return 0;
}

/* A round has come to its end, or was left. */
static void
judge_again(struct loop_state *state)
{
	struct err err = {0};
	struct loop_run run;

	if (store_loop_run(state->desk->store, state->loop, &run, &err) != 0) {
		loop_run_release(&run);
		snprintf(state->notice, sizeof(state->notice), "%s", err.text);
		return;
	}
	loop_run_release(&state->run);
	state->run = run;
	if (run.next < state->loop->n)
		state->list.selected = run.next;
}

static struct outcome
start(struct loop_state *state)
{
	state->plan = plan_loop_round(
	    state->loop, &state->run, state->desk->probes, &state->place);
	return (struct outcome){
	    .kind = PUSH,
	    .screen = &start_screen,
	    .arg = &state->plan,
	};
}

static struct outcome
start_next(struct loop_state *state, struct instant now)
{
	if (state->run.next == state->loop->n) {
		snprintf(state->notice, sizeof(state->notice),
		    "Every round is done; n begins a new run.");
		return OUTCOME_STAY;
	}
	if (state->run.id == NULL)
		loop_run_begin(&state->run, state->loop, now);
	return start(state);
}

static struct outcome
on_key(struct loop_state *state, const struct event *event)
{
	state->notice[0] = '\0';
	switch ((enum action)keymap_action(loop_keys, event->key)) {
	case START:
		return start_next(state, event->now);
	case ANEW:
		loop_run_begin(&state->run, state->loop, event->now);
		return start(state);
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
loop_event(void *data, const struct event *event)
{
	struct loop_state *state = data;
	struct outcome outcome = OUTCOME_STAY;

	if (event->kind == EVENT_RESUME)
		judge_again(state);
	if (event->kind == EVENT_KEY)
		outcome = on_key(state, event);
	list_fit(&state->list, state->loop->n, list_rows(event->rows));
	return outcome;
}

static void
state_text(
    const struct loop_state *state, int at, struct instant now, char *out)
{
	const struct loop_result *result = &state->run.results[at];
	int64_t began_at = state->run.id != NULL ? state->run.began_at
						 : now.wall_ms / SECOND_MS;
	int64_t planned_at =
	    loop_planned_at(&state->loop->rounds[at], began_at);
	char when[DATE_SIZE], overall[16];

	date_local(when, planned_at, clock_utc_offset_min(planned_at));
	score_text(overall, result->overall);
	if (result->done)
		snprintf(out, STATE_COLS + 1, "%s %s%s", overall,
		    loop_dip(state->run.results, at) ? "dip, " : "",
		    verdict_name(result->verdict));
	else
		snprintf(out, STATE_COLS + 1, "%s %.*s",
		    result->begun ? "begun" : "planned", DAY_CHARS, when);
}

/* What a row is drawn from. */
struct rows {
	const struct loop_state *state;
	struct instant now;
};

static void
draw_row(const void *data, int i, struct surface *surface, struct area area,
    enum role role)
{
	const struct rows *rows = data;
	const struct loop_round *round = &rows->state->loop->rounds[i];
	char text[STATE_COLS + 1];
	int col = area.col, end = area.col + area.cols;

	surface_textf(surface, area.row, col, LABEL_COLS - 1, role, "%d %s",
	    round->position, rows->state->labels[i]);
	col += LABEL_COLS;
	state_text(rows->state, i, rows->now, text);
	surface_text(surface, area.row, col, end - col, role, text);
	col += STATE_COLS + 1;
	surface_textf(surface, area.row, col, end - col, role,
	    "day %d  %s%s  %s", round->day, round->gate ? "gate  " : "",
	    round->interviewer, round->rubric);
}

static void
draw_head(const struct loop_state *state, struct page *page)
{
	const struct loop_judged *judged = &state->run.judged;
	bool over = state->run.next == state->loop->n;
	char overall[16];

	if (judged->done == 0) {
		page_text(page, 0, ROLE_TITLE,
		    "Each round is a session; Enter starts the next.");
		return;
	}
	score_text(overall, judged->overall);
	page_textf(page, 0, verdict_role(judged->verdict), "%s %s of 5: %s",
	    over ? "The debrief:" : "So far", overall,
	    verdict_name(judged->verdict));
	for (unsigned cap = LOOP_GATE_FAILED; cap <= LOOP_UNDER_BAR; cap <<= 1)
		if ((judged->caps & cap) != 0) {
			page_textf(page, 0, ROLE_BAD, "Cap: %s.",
			    loop_cap_reason((enum loop_cap)cap));
			return;
		}
}

static void
loop_draw(const void *data, struct surface *surface, struct instant now)
{
	const struct loop_state *state = data;
	const struct rows rows = {state, now};
	char title[96], right[32];
	struct area body;
	struct page page;

	snprintf(title, sizeof(title), "Loop  %s", state->loop->key);
	snprintf(right, sizeof(right), "%d of %d rounds",
	    state->run.judged.done, state->loop->n);
	body = frame_draw(surface, title, right, ROLE_DIM, loop_keys);
	page = page_begin(surface, body, 0);
	draw_head(state, &page);
	body.row += HEAD_ROWS;
	body.rows -= HEAD_ROWS;
	if (body.rows > 0)
		list_draw(&state->list, surface, body, draw_row, &rows);
	frame_notice(surface, state->notice);
}

const struct screen loop_screen = {
    .name = "loop",
    .about = "An interview loop, round by round, and what the debrief says.",
    .state_size = sizeof(struct loop_state),
    .keys = loop_keys,
    .open = loop_open,
    .draw = loop_draw,
    .event = loop_event,
    .close = loop_close,
};
