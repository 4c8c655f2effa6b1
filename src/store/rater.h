/* SPDX-License-Identifier: MIT */
/* Who has rated: oneself, peers, and oneself again when it was cold. */
#ifndef STORE_RATER_H
#define STORE_RATER_H

#include "store/store.h"

/* Who has rated anything, by name. */
struct raters {
	int n;
	char **names; /* owned */
};

int store_raters(struct store *store, struct raters *raters, struct err *err);
void raters_release(struct raters *raters);

/* 1 when anybody has rated the signal, a rubric's or not, 0 when nobody has,
 * -1 with `err`. */
int
store_signal_rated(struct store *store, const char *signal, struct err *err);

#endif
