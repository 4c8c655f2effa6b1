/* SPDX-License-Identifier: MIT */
/* Whose ratings are shown, and of which sessions, as choices. */
#ifndef CLI_DIALOGUE_FILTER_H
#define CLI_DIALOGUE_FILTER_H

#include "cli/dialogue.h"

struct view {
	struct store_filter filter; /* borrows from the dialogue's names */
	char *rater;                /* owned */
};

/* Lets each be changed; as menu_run(). */
int
dialogue_filter(struct dialogue *dialogue, struct view *view, struct err *err);

#endif
