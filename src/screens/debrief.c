/* SPDX-License-Identifier: MIT */
/* The end of a session: every answer, the session's verdict, what next. */
#include <stdio.h>
#include <stdlib.h>

#include "screens/frame.h"
#include "screens/level.h"
#include "screens/run.h"
#include "screens/session_page.h"
#include "store/plan.h"
#include "tui/spread.h"

enum action { NO_ACTION, LEAVE, LEVEL, SCROLL };

static const struct key_binding debrief_keys[] = {
    {{'\n', K_ESC, 'q'}, LEAVE, "leave", "leave the debrief"},
    {{'l'}, LEVEL, "level", "rate the session at its level, once"},
    FRAME_SCROLL_KEYS(SCROLL),
    {{0}, NO_ACTION, NULL, NULL},
};

struct debrief_state {
	struct run *run;
	struct session_page page;
	struct suggestion next;
	char *next_label; /* owned; NULL: nothing could be suggested */
	char problem[sizeof(struct err)]; /* why not */
	int top;
};

/* The debrief stands also where the setting `plan` names no loop: without it
 * nobody could leave the last answer. */
static void
suggest_next(
    struct debrief_state *state, struct store *store, struct instant now)
{
	struct err err = {0};

	if (store_suggest_round(store, now, &state->next, &err) != 0 ||
	    store_round_label(
		store, state->next.round, &state->next_label, &err) != 0)
		snprintf(
		    state->problem, sizeof(state->problem), "%s", err.text);
}

static int
debrief_open(void *data, void *desk, const void *arg, const struct event *event,
    struct err *err)
{
	struct debrief_state *state = data;
	struct run *run = *(struct run *const *)arg;

	(void)desk;
	if (session_page_load(
		&state->page, run->desk->store, run->session.id, err) != 0)
		return -1;
	suggest_next(state, run->desk->store, event->now);
	state->run = run_take(arg, state);
	return 0;
}

static void
draw_answers(const void *data, struct page *page)
{
	const struct debrief_state *state = data;

	session_page_verdict(&state->page, page);
	page_gap(page);
	for (int i = 0; i < state->page.n; i++)
		session_page_answer(&state->page, i, page);
	level_draw(&state->page.level, page);
}

static void
draw_next(const void *data, struct page *page)
{
	const struct debrief_state *state = data;

	if (state->next_label == NULL) {
		page_text(page, 0, ROLE_WARN, state->problem);
		return;
	}
	page_textf(page, 0, ROLE_TITLE, "Next: %s", state->next_label);
	page_textf(page, 0, ROLE_TEXT, "%s.", state->next.reason);
}

static const struct spread spread = {draw_answers, draw_next};

static struct outcome
debrief_event(void *data, const struct event *event)
{
	struct debrief_state *state = data;

	if (event->kind == EVENT_RESUME)
		session_page_resume(&state->page, state->run->desk->store);
	if (event->kind != EVENT_KEY)
		return OUTCOME_STAY;
	switch ((enum action)keymap_action(debrief_keys, event->key)) {
	case LEAVE:
		return OUTCOME_POP;
	case LEVEL:
		return session_page_rate_level(&state->page);
	case SCROLL:
	case NO_ACTION:
		page_key(&state->top, event->key,
		    spread_rows(&spread, state, event->cols),
		    frame_rows(event->rows));
		break;
	}
	return OUTCOME_STAY;
}

static void
debrief_draw(const void *data, struct surface *surface, struct instant now)
{
	const struct debrief_state *state = data;
	struct area body =
	    frame_draw(surface, "Debrief", NULL, ROLE_DIM, debrief_keys);

	(void)now;
	spread_draw(&spread, state, surface, body, state->top);
}

static void
debrief_close(void *data)
{
	struct debrief_state *state = data;

	session_page_release(&state->page);
	free(state->next_label);
	run_leave(state->run, state);
}

const struct screen debrief_screen = {
    .name = "debrief",
    .about = "The session's verdict, answer by answer, and what to practise "
	     "next.",
    .state_size = sizeof(struct debrief_state),
    .keys = debrief_keys,
    .open = debrief_open,
    .draw = debrief_draw,
    .event = debrief_event,
    .close = debrief_close,
};
