/* SPDX-License-Identifier: MIT */
/* The status screen: its keys in status.c, what is seen in status_draw.c. */
#ifndef SCREENS_STATUS_PARTS_H
#define SCREENS_STATUS_PARTS_H

#include "screens/desk.h"
#include "screens/status_section.h"
#include "tui/list.h"

enum { STATUS_NOWHERE = -1 };

extern const struct key_binding status_keys[];

struct status_state {
	struct desk *desk;
	struct status status;
	struct list list; /* over the rows of all sections */
	bool reading;     /* of its row all that there is to say */
	int top;          /* rows of that scrolled away */
	char notice[sizeof(struct err)];
};

/* What there is to say of the row under the cursor: how many rows it takes. */
int status_told_rows(const struct status_state *state, int cols);

/* Whether the place is on the sections, and of which row, of all sections:
 * STATUS_NOWHERE between them. */
bool status_row_at(
    const struct status_state *state, const struct event *event, int *row);

void status_draw(const void *data, struct surface *surface, struct instant now);

#endif
