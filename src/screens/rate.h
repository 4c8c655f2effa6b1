/* SPDX-License-Identifier: MIT */
/* The state of the rating screen, for its two files. */
#ifndef SCREENS_RATE_H
#define SCREENS_RATE_H

#include "screens/run.h"
#include "screens/sheet_view.h"

struct rate_state {
	struct run *run;
	struct sheet_view view; /* of the present answer */
	char *text;             /* of it, that the view shows; owned */
	bool asking;            /* whether to stop */
	int top;         /* rows scrolled away while the overall is predicted */
	int64_t save_ms; /* when the draft is due; -1: not */
	char notice[sizeof(struct err)];
};

enum rate_action { RATE_LEAVE = SHEET_ACTIONS, RATE_TRANSCRIBE };

extern const struct key_binding rate_keys[];

/* True while the overall is predicted: nothing is rated yet. */
bool rate_predicts(const struct rate_state *state);

/* True once the answer is kept and the session is beyond it: the sheet is
 * gone. */
bool rate_is_over(const struct rate_state *state);

/* Where the answer stands meanwhile, in a body of that size, and the answer
 * itself, a struct rate_state's. */
struct area rate_answer_area(struct area body);
void rate_draw_answer(const void *data, struct page *page);

void rate_draw(const void *data, struct surface *surface, struct instant now);

#endif
