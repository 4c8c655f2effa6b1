/* SPDX-License-Identifier: MIT */
/*
 * How far a long command is: a line on standard error from half a second on,
 * when that is a terminal.  And a way to end it: SIGINT, SIGTERM and SIGHUP
 * are kept until the command asks, so that it can undo what it did.
 */
#ifndef CLI_PROGRESS_H
#define CLI_PROGRESS_H

#include <signal.h>
#include <stdbool.h>
#include <stdint.h>

enum {
	PROGRESS_SIGNALS = 3,
	SIGNAL_BASE = 128, /* a status tells the signal so */
};

struct progress {
	int64_t started_ms, shown_ms;
	bool on_terminal, shown;
	struct sigaction before[PROGRESS_SIGNALS];
};

void progress_begin(struct progress *progress);

/* Shows how far it is, 0 to 1; more: the rows' index is being made.  False once
 * a signal asked for the end.  `arg` is the progress. */
bool progress_show(void *arg, long rows, double share);

/* The same of what is judged anew (store/fresh.h): how many are left, in a
 * line that changes or in a sentence that is said once. */
bool progress_left(void *arg, int left);
bool progress_left_once(void *arg, int left);

/* Whether a signal asked for the end. */
bool progress_stopped(void);

/* Clears the line, gives the signals back; returns the one that came, or 0. */
int progress_end(struct progress *progress);

#endif
