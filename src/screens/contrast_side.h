/* SPDX-License-Identifier: MIT */
/* What two sides of the comparison hold: only contrast*.c include this. */
#ifndef SCREENS_CONTRAST_SIDE_H
#define SCREENS_CONTRAST_SIDE_H

#include "screens/reviewing.h"

enum { SIDE_LABEL = 48, CONTRAST_SIDES = 2 };

enum contrast_kind {
	CONTRAST_PERIODS,
	CONTRAST_ROUNDS,
	CONTRAST_LEVELS,
	CONTRAST_ATTEMPTS,
	CONTRAST_KINDS,
};

/* Which two are compared; `pick` numbers a period, round or level. */
struct contrast_choice {
	enum contrast_kind kind;
	int pick[CONTRAST_SIDES];
};

/* A signal on both sides, or their overalls. */
struct contrast_row {
	char *signal; /* owned; NULL: the overalls */
	char *label;  /* owned */
	struct sample sides[CONTRAST_SIDES];
	struct contrast contrast;
};

struct contrast_rows {
	char sides[CONTRAST_SIDES][SIDE_LABEL];
	struct contrast_row *rows; /* owned; the overalls, then by name */
	int n;
};

/* The next period, or round or level of a side. */
void contrast_next(
    const struct reviewing *shared, struct contrast_choice *choice, int side);

/* Release it also after a failure. */
int contrast_load(const struct reviewing *shared,
    const struct contrast_choice *choice, struct instant now,
    struct contrast_rows *rows, struct err *err);
void contrast_release(struct contrast_rows *rows);

#endif
