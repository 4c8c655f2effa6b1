/* SPDX-License-Identifier: MIT */
/*
 * Questions put into the bank, however many, and the repeated ones among them
 * found.
 *
 * Where a bank is small against what comes, the index is dropped, the rows
 * are put one behind the other, and the index is made afterwards.  A filter
 * tells of nearly every id that it is new; those of which it can't are put off
 * until the index is there.  Else each row is looked up by its id, but for one
 * that follows the row before, as in a file that is imported once more.
 *
 * A row that comes takes a byte of memory, a row of the bank that was there
 * before takes four, and all else stays the same however many they are.
 */
#ifndef STORE_LOAD_H
#define STORE_LOAD_H

#include "store/store.h"

struct load;

/* What became of the row of that line: `before` is the line of an earlier row
 * of the same id, after which this one was left out; 0: it was put. */
typedef void
load_done_fn(void *arg, size_t line, size_t before, enum change change);

/* Within a transaction, which must be rolled back where anything here fails.
 * `rows` is a guess of how many will come. */
int store_load_begin(struct store *store, int64_t rows, bool shipped,
    load_done_fn *done, void *arg, struct load **load, struct err *err);

/* Puts a question, its facts as for store_put().  `line` grows from row to row.
 * `done` is called now or before the end. */
int store_load_put(struct load *load, const struct field_value *facts,
    size_t line, struct err *err);

/* Makes the index, then puts what was put off: 1 not yet, call it again; it
 * waits for some ms at most.  Nothing else may use the store meanwhile. */
int store_load_end(struct load *load, struct err *err);

/* Ends what is being done; NULL is harmless.  Before the transaction is rolled
 * back. */
void store_load_free(struct load *load);

#endif
