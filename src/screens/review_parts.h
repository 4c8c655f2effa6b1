/* SPDX-License-Identifier: MIT */
/* The review: its keys in review.c, what is seen in review_draw.c. */
#ifndef SCREENS_REVIEW_PARTS_H
#define SCREENS_REVIEW_PARTS_H

#include "screens/reviewing.h"
#include "store/review.h"
#include "tui/list.h"

extern const struct key_binding review_keys[];

/* Of the last two weeks: better or not; "": nothing is said. */
struct review_line {
	char *text; /* owned; NULL: "" */
	enum role role;
};

struct review_state {
	struct reviewing shared;
	struct review review;
	int *order;             /* owned: signals, the weakest first */
	char **labels;          /* owned, one a signal */
	struct reviewing *lent; /* to the screen above; NULL: to none */
	struct {
		struct review_line overall, brief, rounds, signals, early;
		struct review review; /* of these weeks */
	} lately; /* `brief` is the overall on a narrow screen */
	double bar;
	struct list list;
	struct review_arg arg; /* of the chart that is opened */
};

/* Fills `lately`, of the signals as they were loaded: what is judged of it so
 * far. */
int review_lately_count(
    struct review_state *state, struct instant now, struct err *err);

/* All of it. */
int review_lately_load(
    struct review_state *state, struct instant now, struct err *err);
void review_lately_release(struct review_state *state);

/* Where the signals stand, under the head; the selected one's chart has what
 * they leave. */
struct area review_list_area(
    const struct review_state *state, int rows, int cols, struct area *chart);

void review_draw(const void *data, struct surface *surface, struct instant now);

#endif
