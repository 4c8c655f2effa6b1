/* SPDX-License-Identifier: MIT */
/* Which sessions hold a text, for the files of this folder: what statements
 * ask by found(session_pk). */
#ifndef STORE_FOUND_H
#define STORE_FOUND_H

#include "store/db.h"

/* Looks for the filter's text, unless that was done and nothing has changed
 * since.  Call it before a statement that asks found(). */
int found_by(
    struct store *store, const struct store_filter *filter, struct err *err);

/* Makes found() known to SQL. */
int found_init(struct store *store);
void found_release(struct store *store);

/* The number of the last answer that is indexed; 0: there is no index. */
int found_indexed(struct store *store, int64_t *last_pk, struct err *err);

#endif
