/* SPDX-License-Identifier: MIT */
/*
 * A thread beside the program's own, which does pieces of work one after the
 * other.  What a piece uses is its own from worker_begin() until it is done:
 * there are no locks to take.  Signals go to the other threads.
 */
#ifndef BASE_WORKER_H
#define BASE_WORKER_H

#include <stdbool.h>

struct worker;

/* Where no thread can be had, the work is done on the spot. */
struct worker *worker_new(void);

/* Waits for what is being done; NULL is harmless. */
void worker_free(struct worker *worker);

enum { WORKER_PIECES = 8 };

/* Has `work(arg)` done after all that was begun before.  Waits where too many
 * are to be done: on return the piece that was begun WORKER_PIECES before this
 * one is done. */
void worker_begin(struct worker *worker, void (*work)(void *arg), void *arg);

/* Whether all is done, after at most so many ms; -1: as many as it takes. */
bool worker_ended(struct worker *worker, int ms);

#endif
