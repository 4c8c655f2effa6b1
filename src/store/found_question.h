/* SPDX-License-Identifier: MIT */
/* Which questions hold a text, for the files of this folder: there is no index
 * of them, but they are short. */
#ifndef STORE_FOUND_QUESTION_H
#define STORE_FOUND_QUESTION_H

#include "store/db.h"

/* Makes store->found_questions those that the filter leaves, by id.  What is
 * known already, and still true, is not looked for again. */
int questions_by(
    struct store *store, const struct store_filter *filter, struct err *err);

/* Looks through a portion of those that are left. */
int questions_portion(
    struct store *store, const struct store_filter *filter, struct err *err);

/* Has asks() look for the filter's text, if it has one. */
void questions_seek(struct store *store, const struct store_filter *filter);

void found_questions_release(struct store *store);

#endif
