/* SPDX-License-Identifier: MIT */
/* The loops that can be gone through, and how far each is. */
#include <stdio.h>
#include <stdlib.h>

#include "base/mem.h"
#include "screens/desk.h"
#include "screens/frame.h"
#include "store/loop.h"
#include "tui/list.h"

enum action { NO_ACTION, OPEN, BACK, MOVE };

static const struct key_binding loops_keys[] = {
    {{'\n'}, OPEN, "open", "open the loop: its rounds, and the next one"},
    {{K_ESC, 'q'}, BACK, "back", "go back"},
    FRAME_LIST_KEYS(MOVE),
    {{0}, NO_ACTION, NULL, NULL},
};

enum { KEY_COLS = 16, DONE_COLS = 13 };

struct loops_state {
	struct desk *desk;
	struct loop *loops;    /* owned */
	struct loop_run *runs; /* owned: the latest of each */
	int n;
	struct list list;
};

static void
loops_close(void *data)
{
	struct loops_state *state = data;

	for (int i = 0; state->runs != NULL && i < state->n; i++)
		loop_run_release(&state->runs[i]);
	free(state->runs);
	loops_free(state->loops, state->n);
	state->runs = NULL;
	state->loops = NULL;
	state->n = 0;
}

static int
load(struct loops_state *state, struct err *err)
{
	struct store *store = state->desk->store;

	loops_close(state);
	if (store_loops(store, &state->loops, &state->n, err) != 0)
		return -1;
	state->runs = mem_zero((size_t)state->n + 1, sizeof(*state->runs));
	for (int i = 0; i < state->n; i++)
		if (store_loop_run(
			store, &state->loops[i], &state->runs[i], err) != 0)
			return -1;
	return 0;
}

static int
loops_open(void *data, void *desk, const void *arg, const struct event *event,
    struct err *err)
{
	struct loops_state *state = data;

	(void)arg;
	state->desk = desk;
	if (load(state, err) != 0) {
		loops_close(state);
		return -1;
	}
	list_fit(&state->list, state->n, frame_rows(event->rows));
	return 0;
}

static struct outcome
loops_event(void *data, const struct event *event)
{
	struct loops_state *state = data;
	int rows = frame_rows(event->rows);
	struct err err = {0};

	if (event->kind == EVENT_RESUME && load(state, &err) != 0)
		loops_close(state);
	list_fit(&state->list, state->n, rows);
	if (event->kind != EVENT_KEY)
		return OUTCOME_STAY;
	switch ((enum action)keymap_action(loops_keys, event->key)) {
	case OPEN:
		if (state->n == 0)
			return OUTCOME_STAY;
		return (struct outcome){
		    .kind = PUSH,
		    .screen = &loop_screen,
		    .arg = state->loops[state->list.selected].key,
		};
	case BACK:
		return OUTCOME_POP;
	case MOVE:
	case NO_ACTION:
		list_key(&state->list, event->key, rows);
		break;
	}
	return OUTCOME_STAY;
}

static void
draw_row(const void *data, int i, struct surface *surface, struct area area,
    enum role role)
{
	const struct loops_state *state = data;
	const struct loop *loop = &state->loops[i];
	const struct loop_run *run = &state->runs[i];
	int col = area.col, end = area.col + area.cols;

	surface_text_cut(surface, area.row, col, KEY_COLS - 1, role, loop->key);
	col += KEY_COLS;
	surface_textf(surface, area.row, col, end - col, role, "%d of %d done",
	    run->judged.done, loop->n);
	col += DONE_COLS;
	surface_textf(surface, area.row, col, end - col, role, "%s%s",
	    verdict_name(run->judged.verdict),
	    run->id == NULL         ? "not begun"
	    : run->judged.done == 0 ? "begun"
	    : run->next == loop->n  ? ""
				    : " so far");
}

static void
loops_draw(const void *data, struct surface *surface, struct instant now)
{
	static const char *const none[] = {
	    "No loop is known.",
	    "rehearse import --kind loops FILE brings some.",
	    NULL,
	};
	const struct loops_state *state = data;
	struct area body =
	    frame_draw(surface, "Loops", NULL, ROLE_DIM, loops_keys);

	(void)now;
	if (state->n == 0)
		frame_empty(surface, body, none);
	else
		list_draw(&state->list, surface, body, draw_row, state);
}

const struct screen loops_screen = {
    .name = "loops",
    .about = "Interview loops, and how far each is.",
    .state_size = sizeof(struct loops_state),
    .keys = loops_keys,
    .open = loops_open,
    .draw = loops_draw,
    .event = loops_event,
    .close = loops_close,
};
