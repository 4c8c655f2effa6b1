/* SPDX-License-Identifier: MIT */
/*
 * Questions put into the bank by the handful, which takes two thirds of the
 * time that it takes one by one.  For store/load.c.
 *
 * With a worker, the rows that were gathered are put while others are gathered;
 * the store is the worker's until load_batch_end().
 */
#ifndef STORE_LOAD_BATCH_H
#define STORE_LOAD_BATCH_H

#include <stdatomic.h>

#include "base/str.h"
#include "base/worker.h"
#include "store/db.h"
#include "store/question.h"

enum {
	BATCH_ROWS = 16 * QUESTION_BATCH,
	BATCHES = WORKER_PIECES + 1, /* one is gathered */
};

/* The facts that it has, each a bit, and where its texts are within the batch's
 * text.  The only number of a question is its time. */
struct batch_row {
	unsigned has;
	double seconds;
	struct batch_text {
		uint32_t at, n;
	} texts[QUESTION_FACTS];
};

struct load_batch {
	struct store *store;
	struct worker *worker; /* NULL: none */
	const char *origin;
	struct batch {
		struct load_batch *load;
		struct str text; /* one behind the other */
		struct batch_row rows[BATCH_ROWS];
		int n;
	} batches[BATCHES];
	int gathered;             /* which of them */
	sqlite3_stmt *many, *one; /* the store's; NULL until they are needed */
	/* Bound in `many` to more than nothing: most facts of most banks stay
	 * missing. */
	unsigned bound[QUESTION_BATCH];
	/* Not 0: a batch could not be put, with `err`, and none after it is. */
	atomic_int result;
	struct err err;
};

void load_batch_init(
    struct load_batch *load, struct store *store, const char *origin);

/* Waits for what is being put. */
void load_batch_release(struct load_batch *load);

/* Puts the row sooner or later, its number the one after the row's before.  No
 * index on the bank may be unique meanwhile. */
int load_batch_put(
    struct load_batch *load, const struct field_value *facts, struct err *err);

/* Puts what is left, and waits until it is put. */
int load_batch_end(struct load_batch *load, struct err *err);

#endif
