/* SPDX-License-Identifier: MIT */
/* What made history is made from: the questions, levels and companies that the
 * database holds. */
#ifndef CLI_DEMO_PLAN_H
#define CLI_DEMO_PLAN_H

#include "core/made.h"
#include "store/store.h"

/* Starts cleared; the plan borrows the rest. */
struct demo {
	struct made_plan plan;
	struct task *tasks;
	int *attempts; /* at each of them, so far */
	struct made_level *levels;
	char **keys; /* of levels and companies */
	int n_keys;
	const char **companies;
};

/* Fills in the plan's tasks, levels and companies.  Release it also after a
 * failure. */
int demo_read(struct store *store, struct demo *demo, struct err *err);
void demo_release(struct demo *demo);

#endif
