/* SPDX-License-Identifier: MIT */
/* The ways out of an answer: it is finished, skipped, abandoned or put down. */
#ifndef SCREENS_PRACTICE_LEAVE_H
#define SCREENS_PRACTICE_LEAVE_H

#include <stdbool.h>

#include "tui/screen.h"

struct practice_state;

/* Ends the answer or probe; the next screen is the phase's. */
struct outcome
practice_finish(struct practice_state *state, const struct event *event);

/* Asks whether to; of a probe, whose answer was given, only it is left out. */
struct outcome
practice_ask_skip(struct practice_state *state, const struct event *event);
struct outcome
practice_ask_abandon(struct practice_state *state, const struct event *event);

/* True while one of the two is asked. */
bool practice_asks_to_leave(const struct practice_state *state);

/* A key that answers. */
struct outcome
practice_leave_key(struct practice_state *state, const struct event *event);

#endif
