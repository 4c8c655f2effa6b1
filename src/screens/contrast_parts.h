/* SPDX-License-Identifier: MIT */
/* The comparison: its keys in contrast.c, what is seen in contrast_draw.c. */
#ifndef SCREENS_CONTRAST_PARTS_H
#define SCREENS_CONTRAST_PARTS_H

#include "screens/contrast_side.h"
#include "tui/list.h"

enum { CONTRAST_HEAD_ROWS = 3 };

/* By what is compared. */
extern const struct key_binding *const contrast_keys[CONTRAST_KINDS];

struct contrast_state {
	struct reviewing *shared; /* the review's */
	struct contrast_choice choice;
	struct contrast_rows rows;
	struct list list;
};

void
contrast_draw(const void *data, struct surface *surface, struct instant now);

#endif
