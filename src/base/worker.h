/* SPDX-License-Identifier: MIT */
/*
 * A thread beside the program's own, for one piece of work at a time.  What
 * the work uses is its own from worker_begin() until worker_ended() says so:
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

/* Begins `work(arg)`; the work before must have ended. */
void worker_begin(struct worker *worker, void (*work)(void *arg), void *arg);

/* Whether it has, after at most so many ms; -1: as many as it takes. */
bool worker_ended(struct worker *worker, int ms);

#endif
