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

#endif
