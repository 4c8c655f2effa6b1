/* SPDX-License-Identifier: MIT */
/* The keys of the practice screen. */
#ifndef SCREENS_PRACTICE_KEYS_H
#define SCREENS_PRACTICE_KEYS_H

#include <stdbool.h>

#include "tui/screen.h"

struct practice_state;

enum { PRACTICE_KEYS = 24 }; /* at most */

extern const struct key_binding practice_keys[];

/* The bindings that do something now, ended by an empty one. */
void practice_footer(
    const struct practice_state *state, struct key_binding keys[PRACTICE_KEYS]);

/* Acts on the event's key; false where it is no action now. */
bool practice_act(struct practice_state *state, const struct event *event,
    struct outcome *outcome);

#endif
