/* SPDX-License-Identifier: MIT */
/*
 * The digests of sessions that are judged by other rules than before, or come
 * from an older program, are made anew a slice at a time: all of a long
 * history takes a second.
 */
#ifndef STORE_FRESH_H
#define STORE_FRESH_H

#include <limits.h>

#include "store/store.h"

enum {
	FRESH_SLICE = 50, /* sessions: some milliseconds */
	FRESH_ALL = INT_MAX,
};

/* How many sessions and questions are stale. */
int store_stale(struct store *store, int *n, struct err *err);

/* Makes up to `sessions` of them fresh, the newest first, then questions of as
 * many answers.  Where the file can't be written, or all are asked for while
 * another program writes, they are fresh for as long as the store is open. */
int store_freshen(struct store *store, int sessions, struct err *err);

#endif
