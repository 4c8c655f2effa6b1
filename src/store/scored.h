/* SPDX-License-Identifier: MIT */
/* How well each session went, by one's own ratings, for the files of this
 * folder: what statements sort by as scored(session_pk). */
#ifndef STORE_SCORED_H
#define STORE_SCORED_H

#include "store/db.h"

/* Judges all sessions where the filter orders them by that, unless that was
 * done and nothing has changed since.  Call it before a statement that asks
 * scored(). */
int scored_by(
    struct store *store, const struct store_filter *filter, struct err *err);

/* Makes scored() known to SQL; NULL for a session that is not rated. */
int scored_init(struct store *store);
void scored_release(struct store *store);

#endif
