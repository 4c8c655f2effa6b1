/* SPDX-License-Identifier: MIT */
/*
 * How ready the candidate is: sections of rows under one cursor, and below
 * them what there is to say of the row that it stands on.
 */
#include <stdio.h>

#include "screens/frame.h"
#include "screens/status_parts.h"
#include "tui/page.h"

enum action { NO_ACTION, TICK, READ, NEXT_SECTION, BACK, MOVE };

const struct key_binding status_keys[] = {
    {{' '}, TICK, "tick", "tick the item off, or take that back"},
    {{'\n'}, READ, "read", "read all that there is to say of the row"},
    {{K_ESC, 'q'}, BACK, "back", "go back"},
    {{'\t'}, NEXT_SECTION, "section", "to the next section"},
    FRAME_LIST_KEYS(MOVE),
    {{0}, NO_ACTION, NULL, NULL},
};

enum { SECOND_MS = 1000 };

static int
load(struct status_state *state, struct instant now, struct err *err)
{
	struct status status;

	if (store_status(state->desk->store, now, &status, err) != 0) {
		status_release(&status);
		return -1;
	}
	status_release(&state->status);
	state->status = status;
	list_fit(&state->list, status_rows(&status), 1);
	return 0;
}

static int
status_open(void *data, void *desk, const void *arg, const struct event *event,
    struct err *err)
{
	struct status_state *state = data;

	(void)arg;
	state->desk = desk;
	return load(state, event->now, err);
}

static int
flip(struct status_state *state, const struct checklist_row *row,
    struct instant now, struct err *err)
{
	if (store_tick(state->desk->store, row->item.item, !row->state.done,
		now.wall_ms / SECOND_MS, err) != 0)
		return -1;
	return load(state, now, err);
}

static void
tick(struct status_state *state, struct instant now)
{
	int i = state->list.selected;
	const struct section *section = status_section_at(&state->status, &i);
	struct err err = {0};

	if (section == NULL || !section->ticks)
		snprintf(state->notice, sizeof(state->notice),
		    "only an item of the checklist can be ticked");
	else if (state->status.checklist[i].item.check != CHECK_SELF)
		snprintf(state->notice, sizeof(state->notice),
		    "counted from your sessions: nothing to tick");
	else if (flip(state, &state->status.checklist[i], now, &err) != 0)
		snprintf(state->notice, sizeof(state->notice), "%s", err.text);
}

/* To the first row of the section after this one, round and round. */
static void
next_section(struct status_state *state)
{
	int first = 0;

	for (int i = 0; i < STATUS_SECTIONS; i++) {
		if (first > state->list.selected && first < state->list.n)
			break;
		first += status_sections[i].rows(&state->status);
	}
	state->list.selected = first < state->list.n ? first : 0;
}

static void
read_on(struct status_state *state, const struct event *event)
{
	enum action action =
	    (enum action)keymap_action(status_keys, event->key);

	if (action == READ || action == BACK)
		state->reading = false;
	else
		page_key(&state->top, event->key,
		    status_told_rows(state, event->cols),
		    frame_rows(event->rows));
}

static void
read_row(struct status_state *state)
{
	state->reading = state->list.n > 0;
	state->top = 0;
}

static struct outcome
on_key(struct status_state *state, const struct event *event)
{
	state->notice[0] = '\0';
	if (state->reading) {
		read_on(state, event);
		return OUTCOME_STAY;
	}
	switch ((enum action)keymap_action(status_keys, event->key)) {
	case READ:
		read_row(state);
		break;
	case TICK:
		tick(state, event->now);
		break;
	case NEXT_SECTION:
		next_section(state);
		break;
	case BACK:
		return OUTCOME_POP;
	case MOVE:
	case NO_ACTION:
		list_key(&state->list, event->key, frame_rows(event->rows) / 2);
		break;
	}
	return OUTCOME_STAY;
}

static struct outcome
status_event(void *data, const struct event *event)
{
	struct status_state *state = data;
	struct err err = {0};

	if (event->kind == EVENT_KEY)
		return on_key(state, event);
	if (event->kind == EVENT_RESUME && load(state, event->now, &err) != 0)
		snprintf(state->notice, sizeof(state->notice), "%s", err.text);
	return OUTCOME_STAY;
}

/* A click on a row selects it, one on the selected row reads it. */
static int
status_mouse(void *data, const struct event *event)
{
	struct status_state *state = data;
	int row;

	if (event->mouse != MOUSE_CLICK)
		return event->mouse == MOUSE_WHEEL_UP ? K_UP : K_DOWN;
	if (state->reading || !status_row_at(state, event, &row))
		return 0;
	if (row == state->list.selected)
		return '\n';
	if (row != STATUS_NOWHERE)
		state->list.selected = row;
	return 0;
}

static void
status_close(void *data)
{
	struct status_state *state = data;

	status_release(&state->status);
}

const struct screen status_screen = {
    .name = "status",
    .about = "How ready you are, and what to have done before the interview.",
    .state_size = sizeof(struct status_state),
    .keys = status_keys,
    .open = status_open,
    .draw = status_draw,
    .event = status_event,
    .mouse = status_mouse,
    .close = status_close,
};
