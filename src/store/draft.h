/* SPDX-License-Identifier: MIT */
/*
 * Drafts: sessions in the making, kept so that a kill at any moment loses a
 * few seconds of typing and nothing else.
 */
#ifndef STORE_DRAFT_H
#define STORE_DRAFT_H

#include "base/clock.h"
#include "core/session.h"
#include "store/store.h"

/* Keeps the session as it is now. */
int store_draft_put(struct store *store, const struct session *session,
    struct instant now, struct err *err);

/* Keeps it as session_next() will leave it. */
int store_draft_put_next(struct store *store, const struct session *session,
    struct instant now, struct err *err);

/* Forgets it; harmless when there is none. */
int
store_draft_drop(struct store *store, const char *session_id, struct err *err);

int store_draft_count(struct store *store, int *n, struct err *err);

/*
 * 1 and the session of the `from`-th newest draft that no other running
 * program has on its screen, its clocks moved so that
 * they go on with the true time, or, where it is work of days, stand where
 * they were saved; 0 when there is none, -1 with `err` (also
 * when a question of it is gone).  `session_id` (ID_SIZE bytes) is filled in
 * where there is a draft, also on failure, so that it can be dropped.
 */
int store_draft_get(struct store *store, int from, struct instant now,
    struct session *session, char *session_id, struct err *err);

#endif
