/* SPDX-License-Identifier: MIT */
/* Which sessions hold a text, for the files of this folder; see search.h. */
#ifndef STORE_FOUND_H
#define STORE_FOUND_H

#include "store/db.h"

/* True when the filter has a text to be looked for. */
bool found_wanted(const struct store_filter *filter);

/*
 * Makes store->found the sessions that the filter leaves, `order`ed where the
 * filter has no order of its own (NULL: newest first).  What is known already,
 * and still true, is not looked for again.
 */
int found_by(struct store *store, const struct store_filter *filter,
    const char *order, struct err *err);

/* Looks through a portion of those that are left. */
int found_portion(struct store *store, struct err *err);

/* True while this program has written nothing since; and: what it has written
 * changes nothing of what is found. */
bool found_is_current(struct store *store);
void found_still(struct store *store);

/* found_list.c: of two filters with the same, one leaves what the other one
 * does.  Owned by the caller. */
char *found_limits(const struct store_filter *filter, const char *order);

/* found_list.c: makes store->found.all every session that these leave, in
 * order, with room for as many that are looked through. */
int found_list(struct store *store, const struct store_filter *filter,
    const char *limits, const char *order, struct err *err);

/* Makes holds() known to SQL, and asks(), which is that of questions. */
int found_init(struct store *store);
void found_release(struct store *store);

/* found_index.c: leaves of the list what may hold the words, by the index.  One
 * that can't be read, for want of FTS5 or by damage, is done without, and so
 * is one that lacks much. */
int found_ask_index(struct store *store, struct err *err);

/* found_index.c: the number of the last answer that is indexed; 0: there is no
 * index. */
int found_indexed(struct store *store, int64_t *last_pk, struct err *err);

#endif
