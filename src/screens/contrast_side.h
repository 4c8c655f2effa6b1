/* SPDX-License-Identifier: MIT */
/* What two sides of the comparison hold (contrast*.c), which lines tell too. */
#ifndef SCREENS_CONTRAST_SIDE_H
#define SCREENS_CONTRAST_SIDE_H

#include <stdio.h>

#include "screens/reviewing.h"

enum { SIDE_LABEL = 48, CONTRAST_SIDES = 2 };

enum contrast_kind {
	CONTRAST_PERIODS,
	CONTRAST_ROUNDS,
	CONTRAST_LEVELS,
	CONTRAST_ATTEMPTS,
	CONTRAST_QUESTIONS, /* the same, a question a row */
	CONTRAST_KINDS,
};

/* Which two are compared; `pick` numbers a period, round or level. */
struct contrast_choice {
	enum contrast_kind kind;
	int pick[CONTRAST_SIDES];
};

/* A signal on both sides, or a question; or the overalls of all. */
struct contrast_row {
	char *signal;    /* owned; NULL: the overalls, or a question */
	char *label;     /* owned: what it is called, or asks */
	char *answer_id; /* owned: the first to the question, or NULL */
	int attempts;    /* at the question */
	struct sample sides[CONTRAST_SIDES];
	struct contrast contrast;
};

struct contrast_rows {
	char sides[CONTRAST_SIDES][SIDE_LABEL];
	/* Owned; the overalls, then signals, the largest difference that is no
	 * noise first, or questions, the one that fell most first. */
	struct contrast_row *rows;
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

/* As CSV, with a header. */
void contrast_write(const struct contrast_rows *rows, FILE *to);

#endif
