/* SPDX-License-Identifier: MIT */
/* Screens on the terminal. */
#ifndef CLI_INTERACTIVE_H
#define CLI_INTERACTIVE_H

#include <stdbool.h>

#include "cli/args.h"
#include "cli/context.h"
#include "tui/screen.h"

/* True when a dialogue in lines is wanted: --plain was given, or the
 * environment has ACCESSIBLE, neither empty nor 0. */
bool lines_wanted(const struct args *args);

/* True when what is listed is to be gone through in lines: --lines was given,
 * or the environment asks for it on a terminal and no records were. */
bool dialogue_wanted(const struct args *args);

/* True when screens can be shown and were not declined by the above or --json.
 */
bool interactive_wanted(const struct args *args);

/*
 * Opens the terminal, runs the screens from this one on, and closes it.
 * Returns the status to exit with; -1 with `err` when the terminal or the
 * screen could not be opened.  `err` may also be filled with another status:
 * something could not be saved at the end.
 */
int interactive_run(struct context *context, const struct screen *screen,
    const void *arg, struct err *err);

#endif
