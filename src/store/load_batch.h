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

#include "base/str.h"
#include "base/worker.h"
#include "store/db.h"
#include "store/question.h"

enum { BATCH_ROWS = 64 * QUESTION_BATCH };

struct batch_fact {
	enum field_kind kind;
	size_t at, n; /* within the batch's text */
	double number;
};

struct load_batch {
	struct store *store;
	struct worker *worker; /* NULL: none */
	const char *origin;
	struct batch {
		struct str text; /* each part ended by NUL */
		struct batch_fact rows[BATCH_ROWS][QUESTION_FACTS];
		int n;
	} batches[2], *gathered, *put; /* `put`: being put */
	sqlite3_stmt *many, *one; /* the store's; NULL until they are needed */
	/* Bound so in `many`: most fields of most banks stay missing. */
	bool is_missing[QUESTION_BATCH][QUESTION_FACTS];
	int result; /* of what was put last, with `err` */
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
