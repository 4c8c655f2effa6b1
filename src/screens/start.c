/* SPDX-License-Identifier: MIT */
/*
 * The way into a session: offers an open draft, else makes the session that
 * the plan asks for and goes straight on to its first question; where the plan
 * asks for nothing, to the choice.
 */
#include <stdio.h>

#include "screens/frame.h"
#include "screens/offer.h"

enum action { NO_ACTION, RESUME, DISCARD, LATER };

static const struct key_binding start_keys[] = {
    {{'r', '\n'}, RESUME, "resume", "go on with the draft"},
    {{'x'}, DISCARD, "discard", "discard the draft for good"},
    {{K_ESC}, LATER, "later", "leave the draft for later, start anew"},
    {{0}, NO_ACTION, NULL, NULL},
};

struct start_state {
	struct desk *desk;
	struct plan plan;
	struct offer offer;
	bool leaves;     /* at the first tick: to the run or to the choice */
	struct run *run; /* made, to be started; NULL: choose first */
	char notice[sizeof(struct err)];
};

static int
make_run(struct start_state *state, struct instant now, struct err *err)
{
	struct session session;

	if (store_plan_session(
		state->desk->store, &state->plan, now, &session, err) != 0)
		return -1;
	state->run = run_new(state->desk, &session);
	run_own_resumed(state->run, state);
	return 0;
}

/* Where it leads when no draft is in the way. */
static int
go_on(struct start_state *state, struct instant now, struct err *err)
{
	if (!state->plan.undecided && make_run(state, now, err) != 0)
		return -1;
	state->leaves = true;
	return 0;
}

static struct outcome
leave(struct start_state *state)
{
	if (state->run != NULL)
		return run_next(state->run, REPLACE);
	return (struct outcome){
	    .kind = REPLACE,
	    .screen = &setup_screen,
	    .arg = &state->plan,
	};
}

static int
start_open(void *data, void *desk, const void *arg, const struct event *event,
    struct err *err)
{
	struct start_state *state = data;

	state->desk = desk;
	state->plan = plan_default();
	state->plan.probes = state->desk->probes;
	state->plan.interrupted = state->desk->interrupted;
	if (arg != NULL)
		state->plan = *(const struct plan *)arg;
	if (store_need_write(state->desk->store, err) != 0 ||
	    offer_load(&state->offer, state->desk, event->now, err) != 0)
		return -1;
	if (offer_open(&state->offer))
		return 0;
	return go_on(state, event->now, err);
}

static struct outcome
on_key(struct start_state *state, const struct event *event)
{
	struct err err = {0};
	struct run *run;

	if (!offer_open(&state->offer))
		return event->key == K_ESC || event->key == 'q' ? OUTCOME_POP
								: OUTCOME_STAY;
	switch (offer_key(&state->offer, state->desk, event, &run, &err)) {
	case OFFER_RESUME:
		return run_next(run, REPLACE);
	case OFFER_LATER:
	case OFFER_GONE:
		if (!offer_open(&state->offer))
			go_on(state, event->now, &err);
		break;
	case OFFER_NOTHING:
		break;
	}
	snprintf(state->notice, sizeof(state->notice), "%s", err.text);
	return OUTCOME_STAY;
}

static struct outcome
start_event(void *data, const struct event *event)
{
	struct start_state *state = data;

	if (event->kind == EVENT_TICK && state->leaves)
		return leave(state);
	if (event->kind == EVENT_KEY)
		return on_key(state, event);
	return OUTCOME_STAY;
}

static int64_t
start_deadline(const void *data, struct instant now)
{
	const struct start_state *state = data;

	return state->leaves ? now.mono_ms : -1;
}

static void
start_draw(const void *data, struct surface *surface, struct instant now)
{
	const struct start_state *state = data;
	struct area body =
	    frame_draw(surface, "Practice", NULL, ROLE_DIM, start_keys);

	(void)now;
	if (offer_open(&state->offer))
		offer_draw(&state->offer, surface, body);
	if (state->notice[0] != '\0')
		frame_notice_at(surface, body.row, state->notice);
}

static void
start_close(void *data)
{
	struct start_state *state = data;

	offer_release(&state->offer);
	run_leave(state->run, state);
}

const struct screen start_screen = {
    .name = "start",
    .about = "Offers an open draft; else goes straight to the question.",
    .state_size = sizeof(struct start_state),
    .keys = start_keys,
    .open = start_open,
    .draw = start_draw,
    .event = start_event,
    .deadline = start_deadline,
    .close = start_close,
};
