/* SPDX-License-Identifier: MIT */
/*
 * The digests of sessions that are judged by other rules than before, or come
 * from an older program, are made anew a slice at a time: all of a long
 * history takes more than a second.
 */
#ifndef STORE_FRESH_H
#define STORE_FRESH_H

#include "store/store.h"

enum {
	FRESH_SLICE = 50, /* sessions: some milliseconds */
	FRESH_STOPPED = 1,
};

/* How many sessions and questions are stale. */
int store_stale(struct store *store, int *n, struct err *err);

/* Makes up to `sessions` of them fresh, the newest first, then questions of as
 * many answers, in a transaction.  Where the file can't be written they are
 * fresh for as long as the store is open. */
int store_freshen(struct store *store, int sessions, struct err *err);

/* Told from time to time how many are left; false: no more now. */
typedef bool fresh_watch(void *arg, int left);

/* Makes all of them fresh, in several transactions; where another program
 * writes, until this one changes the file.  `watch` may be NULL.  0,
 * FRESH_STOPPED once it said so, or -1 with `err`; what is fresh stays so. */
int store_freshen_all(
    struct store *store, fresh_watch *watch, void *arg, struct err *err);

#endif
