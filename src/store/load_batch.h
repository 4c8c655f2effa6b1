/* SPDX-License-Identifier: MIT */
/* Questions put into the bank by the handful, which takes two thirds of the
 * time that it takes one by one.  For store/load.c. */
#ifndef STORE_LOAD_BATCH_H
#define STORE_LOAD_BATCH_H

#include "base/str.h"
#include "store/db.h"
#include "store/question.h"

struct load_batch {
	struct store *store;
	const char *origin;
	struct str text; /* of the rows, each part ended by NUL */
	struct batch_row {
		struct batch_fact {
			enum field_kind kind;
			size_t at, n; /* within `text` */
			double number;
		} facts[QUESTION_FACTS];
	} rows[QUESTION_BATCH];
	int n;
	sqlite3_stmt *many, *one; /* the store's; NULL until they are needed */
	/* Bound so in `many`: most fields of most banks stay missing. */
	bool is_missing[QUESTION_BATCH][QUESTION_FACTS];
};

void load_batch_init(
    struct load_batch *batch, struct store *store, const char *origin);
void load_batch_release(struct load_batch *batch);

/* Puts the row sooner or later, its number the one after the row's before.  No
 * index on the bank may be unique meanwhile. */
int load_batch_put(
    struct load_batch *batch, const struct field_value *facts, struct err *err);

/* Puts what is left. */
int load_batch_end(struct load_batch *batch, struct err *err);

#endif
