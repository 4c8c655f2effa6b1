/* SPDX-License-Identifier: MIT */
/* What is shown, as choices. */
#ifndef CLI_DIALOGUE_FILTER_H
#define CLI_DIALOGUE_FILTER_H

#include "cli/dialogue_shown.h"

/* Lets each of those in `by` (bits of enum shown_by) be changed; as
 * menu_run(). */
int dialogue_filter(struct dialogue *dialogue, struct shown *shown, unsigned by,
    struct err *err);

/* Asks which of `what` (`sessions`) are taken: all, or what is chosen then.
 * MENU_CHOSEN, or what was chosen in its place. */
int filter_ask(struct dialogue *dialogue, const char *what, struct shown *shown,
    unsigned by, struct err *err);

#endif
