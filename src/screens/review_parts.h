/* SPDX-License-Identifier: MIT */
/* The review: its keys in review.c, what is seen in review_draw.c. */
#ifndef SCREENS_REVIEW_PARTS_H
#define SCREENS_REVIEW_PARTS_H

#include "screens/reviewing.h"
#include "store/review.h"
#include "tui/list.h"

enum { REVIEW_HEAD_ROWS = 4 };

extern const struct key_binding review_keys[];

struct review_state {
	struct reviewing shared;
	struct review review;
	int *order;    /* owned: signals, the weakest first */
	char **labels; /* owned, one a signal */
	int *limits;   /* owned: sessions that it limited, one a signal */
	struct reviewing *lent; /* to the screen above; NULL: to none */
	char fortnight[FORTNIGHT_TEXT];
	enum role fortnight_role;
	double bar;
	struct list list;
	struct review_arg arg; /* of the chart that is opened */
};

/* Where the signals stand, under the head; the selected one's chart has what
 * they leave. */
struct area review_list_area(int rows, int cols, struct area *chart);

void review_draw(const void *data, struct surface *surface, struct instant now);

#endif
