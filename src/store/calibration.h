/* SPDX-License-Identifier: MIT */
/* Answers to be rated against reference scores (A18), and what one gave. */
#ifndef STORE_CALIBRATION_H
#define STORE_CALIBRATION_H

#include "core/answer.h"
#include "core/drift.h"
#include "store/store.h"

/* Texts are owned. */
struct calibration_row {
	char *item, *prompt, *answer, *why;
	const struct rubric *rubric; /* borrowed from the store */
	int scores[RUBRIC_SIGNALS];  /* the reference's; 0: none */
	int mine[RUBRIC_SIGNALS];    /* the latest; 0: not rated */
};

/* All whose rubric is there, in their order; free with
 * calibration_rows_free(). */
int store_calibration(struct store *store, struct calibration_row **rows,
    int *n, struct err *err);
void calibration_rows_free(struct calibration_row *rows, int n);

/* 1 and the item, 0 where there is none of that name or its rubric is not
 * there, -1 with `err`. */
int store_calibration_get(struct store *store, const char *item,
    struct calibration_row *row, struct err *err);
void calibration_row_release(struct calibration_row *row);

/* Every signal was rated. */
bool calibration_rated(const struct calibration_row *row);

/* How far one is from the reference, over the signals that were rated. */
struct drift calibration_drift(const struct calibration_row *row);

/* Adds one's own `n` ratings of the item; call it inside a transaction.  The
 * latest of a signal counts; see store_ratings_add() for `rated_at`. */
int store_calibration_rate(struct store *store, const char *item,
    const struct rating *ratings, int n, int64_t rated_at, struct err *err);

#endif
