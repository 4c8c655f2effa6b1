/* SPDX-License-Identifier: MIT */
/* Loops, and the runs through them: which session was which round. */
#ifndef STORE_LOOP_H
#define STORE_LOOP_H

#include "base/clock.h"
#include "core/loop.h"
#include "store/store.h"

struct loop {
	char *key, *company;       /* owned */
	struct loop_round *rounds; /* owned; by position */
	int n;
};

/* All of them, by key; free with loops_free(), also after a failure. */
int
store_loops(struct store *store, struct loop **loops, int *n, struct err *err);
void loops_free(struct loop *loops, int n);

/* The loop of that key, case aside; NULL without one. */
const struct loop *loops_find(const struct loop *loops, int n, const char *key);

/* A run through a loop, as far as it is. */
struct loop_run {
	char *id;         /* owned; NULL: there is none yet */
	int64_t began_at; /* s since 1970 */
	/* Owned, one a round of the loop. */
	char **session_ids; /* NULL where it is not begun */
	struct loop_result *results;
	int n;
	struct loop_judged judged;
	int next; /* the round to go on with; the loop's n: none is left */
};

/* The latest run through the loop, judged by one's own ratings.  Release it
 * also after a failure. */
int store_loop_run(struct store *store, const struct loop *loop,
    struct loop_run *run, struct err *err);
void loop_run_release(struct loop_run *run);

/* Makes it a run of its own that begins now, with nothing done. */
void loop_run_begin(
    struct loop_run *run, const struct loop *loop, struct instant now);

/* Where a session belongs that is about to be practised. */
struct loop_place {
	const char *run_id, *loop; /* borrowed */
	int64_t began_at;
	int position;
};

/* Keeps that the session is this round of the run, in place of another that
 * was. */
int store_loop_put(struct store *store, const struct loop_place *place,
    const char *session_id, struct err *err);

#endif
