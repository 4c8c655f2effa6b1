/* SPDX-License-Identifier: MIT */
/* What statements ask of a question: due(id), tagged(tags, tag). */
#ifndef STORE_DUE_H
#define STORE_DUE_H

#include "store/db.h"

/* Finds out what is due where the filter asks for that, unless it is known and
 * nothing has changed since.  Call it before a statement that asks due(). */
int
due_by(struct store *store, const struct store_filter *filter, struct err *err);

/* Makes both known to SQL. */
int due_init(struct store *store);
void due_release(struct store *store);

#endif
