/* SPDX-License-Identifier: MIT */
/*
 * Rating one's own answers again, days later and with the old scores hidden:
 * which ones wait for it, and how far the second look is from the first.
 */
#ifndef STORE_COLD_H
#define STORE_COLD_H

#include "base/clock.h"
#include "core/drift.h"
#include "store/store.h"

/* An answer that waits; texts are owned. */
struct cold_row {
	char *id, *prompt;
	int64_t started_at;
	int utc_offset_min;
};

/*
 * Answers wait from 24 to 72 h (rules) after oneself rated them in full, the
 * first to leave that window first.  None that was skipped, holds no text, or
 * was rated cold already.  Counted up to `most`, so that the cost grows neither
 * with the history nor with what was rated lately: it stands on the first
 * screen.
 */
int store_cold_count(
    struct store *store, struct instant now, int most, int *n, struct err *err);

/* A few are worth a number; `1 answer waits`, `10 or more answers wait`. */
enum { COLD_MANY = 10, COLD_TEXT = 48 };
void cold_text(char out[COLD_TEXT], int n);

/* Up to `room` of them; free with cold_rows_free(), also after a failure. */
int store_cold_due(struct store *store, struct instant now, int room,
    struct cold_row **rows, int *n, struct err *err);
void cold_rows_free(struct cold_row *rows, int n);

/* When the next answer begins to wait, in s since 1970; 0: none was rated
 * lately enough. */
int store_cold_next(
    struct store *store, struct instant now, int64_t *at_s, struct err *err);

struct drift_row {
	char *signal; /* owned */
	struct drift drift;
};

/* Of each signal that was rated both ways, by name, over all answers; free
 * with drift_rows_free(), also after a failure. */
int store_drift(
    struct store *store, struct drift_row **rows, int *n, struct err *err);
void drift_rows_free(struct drift_row *rows, int n);

#endif
