/* SPDX-License-Identifier: MIT */
/* The latest sessions with their verdicts, for the first screen. */
#ifndef STORE_LATEST_H
#define STORE_LATEST_H

#include "core/verdict.h"
#include "store/store.h"

/* A session, judged by oneself. */
struct latest {
	int64_t started_at;
	int utc_offset_min;
	char *round; /* owned; "" when it was of several */
	struct score overall;
	enum verdict verdict;
	bool clean;
};

/* Up to `room`, the newest first; release each with latest_release().  They
 * are what store_session_window() and judge_session() say, read at once. */
int store_latest(struct store *store, int room, struct latest *rows, int *n,
    struct err *err);
void latest_release(struct latest *latest);

#endif
