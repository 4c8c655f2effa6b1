/* SPDX-License-Identifier: MIT */
/* How well each session went, by one's own ratings, for the files of this
 * folder: what statements sort by as scored(session_pk). */
#ifndef STORE_SCORED_H
#define STORE_SCORED_H

#include "store/db.h"

/* Reads how all sessions went where the filter orders them by that, unless that
 * was done and nothing has changed since; those that are stale (digest.h) are
 * judged from their ratings.  Call it before a statement that asks scored().
 * 0, or -1 with `err`. */
int scored_by(
    struct store *store, const struct store_filter *filter, struct err *err);

/* Makes scored() known to SQL: the overall; NULL for a session that has none,
 * or is deleted.  -1: SQLite refused. */
int scored_init(struct store *store);

/* Forgets what was read. */
void scored_release(struct store *store);

#endif
