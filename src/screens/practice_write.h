/* SPDX-License-Identifier: MIT */
/* What is written: by keys, by a paste, in another editor. */
#ifndef SCREENS_PRACTICE_WRITE_H
#define SCREENS_PRACTICE_WRITE_H

#include <stdbool.h>

#include "tui/screen.h"

struct practice_state;

/* While it is paused the answer takes no text, which is said. */
bool practice_is_paused(struct practice_state *state);

/* A key that is no action, and a paste. */
void
practice_write_key(struct practice_state *state, const struct event *event);
void practice_paste(struct practice_state *state, const struct event *event);

/* Edits the answer in $VISUAL or $EDITOR. */
struct outcome
practice_run_editor(struct practice_state *state, const struct event *event);

#endif
