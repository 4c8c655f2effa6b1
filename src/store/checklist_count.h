/* SPDX-License-Identifier: MIT */
/* What the checklist counts in the history, for the files of this folder. */
#ifndef STORE_CHECKLIST_COUNT_H
#define STORE_CHECKLIST_COUNT_H

#include "core/checklist.h"
#include "store/store.h"

/* Counts for each check until what is needed of it is there, in no more than
 * one pass over the answers, one over the peers' ratings and one over the
 * sessions of the last days. */
int checklist_count(struct store *store, int64_t now_s,
    const int need[CHECK_COUNT], int found[CHECK_COUNT], struct err *err);

#endif
