/* SPDX-License-Identifier: MIT */
/* The chart screen: its keys in signal.c, what is seen in signal_draw.c. */
#ifndef SCREENS_SIGNAL_PARTS_H
#define SCREENS_SIGNAL_PARTS_H

#include "screens/desk.h"
#include "screens/signal_series.h"

enum { SIGNAL_TEXT = 256 };

extern const struct key_binding signal_keys[];

struct signal_state {
	struct desk *desk;
	struct filter_bar filters; /* as the review had them */
	const struct rules *rules;
	struct signal_set set; /* the one that was opened comes first */
	bool by_raters;        /* the others are other raters */
	char **others;         /* owned: all other signals, the weakest first */
	int n_others, next;    /* the one that is added next */
	bool has_slope;
	struct slope slope;
	double bar;
	int cursor;      /* in the set's slots */
	int from, shown; /* the slots on screen */
	char notice[sizeof(struct err)];
};

/* The signal that was opened, by the rater who was asked for. */
const struct review_signal *signal_of(const struct signal_state *state);

void signal_draw(const void *data, struct surface *surface, struct instant now);

#endif
