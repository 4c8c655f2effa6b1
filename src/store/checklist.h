/* SPDX-License-Identifier: MIT */
/* The preparation checklist: what of it the history shows to be done, and
 * what the candidate ticked off. */
#ifndef STORE_CHECKLIST_H
#define STORE_CHECKLIST_H

#include "core/checklist.h"
#include "store/store.h"

struct checklist_row {
	struct checklist_item item;
	struct checklist_state state;
	char text[CHECKLIST_TEXT]; /* how far it is */
};

/*
 * Every item, by position.  `now_s` is the end of the days that clean mocks
 * are counted of.  Counting stops at what the items need.  Free with
 * checklist_rows_free().
 */
int store_checklist(struct store *store, int64_t now_s,
    struct checklist_row **rows, int *n, struct err *err);
void checklist_rows_free(struct checklist_row *rows, int n);

/* Ticks an item off, or takes that back, at `now_s`, or a second after its
 * latest tick where that is not before.  Which items can be ticked is for the
 * caller to look at. */
int store_tick(struct store *store, const char *item, bool done, int64_t now_s,
    struct err *err);

#endif
