/* SPDX-License-Identifier: MIT */
/* The state of the rating screen, for its two files. */
#ifndef SCREENS_RATE_H
#define SCREENS_RATE_H

#include "screens/run.h"
#include "tui/page.h"

struct rate_state {
	struct run *run;
	bool asking;      /* whether to stop */
	bool show_answer; /* over the anchors */
	int top;          /* rows of anchors or answer scrolled away */
	int64_t save_ms;  /* when the draft is due; -1: not */
	char notice[sizeof(struct err)];
};

extern const struct key_binding rate_keys[];

/* Where the text stands that scrolls, in a body of that size. */
struct area rate_text_area(const struct rate_state *state, struct area body);

/* That text, a struct rate_state's: the answer, or the anchors of the signal
 * under the cursor. */
void rate_draw_text(const void *data, struct page *page);

void rate_draw(const void *data, struct surface *surface, struct instant now);

#endif
