/* SPDX-License-Identifier: MIT */
/*
 * Another database of ours taken into this one: two laptops become one
 * history.
 *
 * Everything has an id that no other device gives, so rows meet only where they
 * are the same row.  Where they differ all the same, the choice is made by what
 * they hold, never by whose they are, so that merging A into B and B into A
 * ends in the same: of sessions the one that ended later, of texts the longest,
 * else the greater value.  A deletion wins over the row, whenever it was made.
 * Of reference rows only those come that their user made his own; they win over
 * built-in ones.  Drafts stay where they are.
 */
#ifndef STORE_MERGE_H
#define STORE_MERGE_H

#include "base/clock.h"
#include "store/store.h"

/* Rows of the other database. */
struct merge_report {
	long added, updated, unchanged;
	long deleted; /* sessions that were there, and are hidden now */
};

/*
 * Merges the database at `file`, which is only read: a private copy of it is
 * checked and brought up to date.  A backup is made before; all is one
 * transaction, `dry_run` rolls it back and makes no backup.
 */
int store_merge(struct store *store, const char *file, bool dry_run,
    struct instant now, struct merge_report *report, struct err *err);

#endif
