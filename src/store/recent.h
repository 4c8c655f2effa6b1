/* SPDX-License-Identifier: MIT */
/* What was weak lately. */
#ifndef STORE_RECENT_H
#define STORE_RECENT_H

#include "store/store.h"

enum { RECENT_SIGNALS = 64 }; /* more are not looked at */

/* A signal over the latest finished sessions, rated by oneself. */
struct recent_signal {
	char *signal; /* owned, as is `round` */
	double mean;
	int ratings;
	char *round;  /* of its latest session */
	int rated;    /* sessions in which it was rated */
	int sessions; /* that were looked at, rated in it or not */
};

/* The signals of the latest `sessions` finished sessions, weakest first, at
 * most `room`; release each with recent_signal_release().  Read from what is
 * kept counted (digest.h). */
int store_recent_signals(struct store *store, int sessions, int room,
    struct recent_signal *signals, int *n, struct err *err);
void recent_signal_release(struct recent_signal *signal);

#endif
