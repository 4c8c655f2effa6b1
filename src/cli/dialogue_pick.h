/* SPDX-License-Identifier: MIT */
/* One of some texts, as choices. */
#ifndef CLI_DIALOGUE_PICK_H
#define CLI_DIALOGUE_PICK_H

#include "cli/dialogue.h"

struct pick {
	const char *title;
	const char *any; /* the first choice: none of them; NULL: one is wanted
			  */
	int n;
	const char *const *texts;
	int chosen; /* index; -1: any */
};

/* MENU_CHOSEN with `chosen`, or as menu_run(). */
int pick_run(struct dialogue *dialogue, struct pick *pick, struct err *err);

/* The page that it was chosen for is told again. */
int pick_up(int rc);

#endif
