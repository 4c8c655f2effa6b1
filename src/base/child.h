/* SPDX-License-Identifier: MIT */
/*
 * A program that runs beside this one: started by fork and execvp from an
 * argument list, in a process group of its own, without the terminal, without
 * any open file of this program's.  Nothing here waits for it but
 * child_finish().  Where the system can (Linux) it is killed when this program
 * is.
 */
#ifndef BASE_CHILD_H
#define BASE_CHILD_H

#include <stdbool.h>
#include <stdint.h>
#include <sys/types.h>

#include "base/err.h"

enum {
	CHILD_GRACE_MS = 2000, /* from being asked to stop to being killed */
};

/* Cleared memory is one that does not run. */
struct child {
	pid_t pid;       /* 0: it does not run */
	bool asked;      /* to stop */
	int64_t kill_ms; /* mono_ms at which it is killed; 0: not yet known */
	int status;      /* after its end, as a shell gives it */
};

/* Starts it, its output appended to the private file `out`, or thrown away
 * where that is NULL.  Fails when the program is not there or can't be run.
 * `child` must not be running. */
int child_start(
    struct child *child, char *const argv[], const char *out, struct err *err);

bool child_runs(const struct child *child);

/* Asks it to stop, by SIGINT: a recorder then completes its file. */
void child_stop(struct child *child);

/* To be called at each wake-up.  Kills it when it was asked in vain; true when
 * it has ended since. */
bool child_look(struct child *child, int64_t now_ms);

/* The mono_ms at which child_look() has to kill it; -1: none. */
int64_t child_deadline(const struct child *child);

/* Asks it to stop and waits for that a moment, then kills it. */
void child_finish(struct child *child);

#endif
