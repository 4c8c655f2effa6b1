/* SPDX-License-Identifier: MIT */
/* How far practice has come: readiness by round and level, and the streak. */
#ifndef STORE_READINESS_H
#define STORE_READINESS_H

#include "base/clock.h"
#include "core/readiness.h"
#include "store/store.h"

struct readiness_row {
	char *round, *level; /* owned; "" where the sessions have none */
	bool by_peers;
	struct readiness readiness;
};

/*
 * A row for each round and level that has a session, by one's own ratings,
 * and another one by the peers' where they rated every answer of at least one
 * of the sessions; by round and level.  Free with readiness_rows_free().
 */
int store_readiness(
    struct store *store, struct readiness_row **rows, int *n, struct err *err);
void readiness_rows_free(struct readiness_row *rows, int n);

/* Answers that are kept, skipped ones too. */
int store_answer_count(struct store *store, int *n, struct err *err);

/* Local days in a row, up to today or yesterday, on which a question was
 * answered.  The day of an answer is the one where it was given. */
int store_streak_days(
    struct store *store, struct instant now, int *days, struct err *err);

#endif
