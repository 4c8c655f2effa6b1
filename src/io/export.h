/* SPDX-License-Identifier: MIT */
/* Export: rows of one kind, out of the store. */
#ifndef IO_EXPORT_H
#define IO_EXPORT_H

#include "io/rows.h"
#include "store/store.h"

/*
 * Writes every row of the writer's kind that the filter leaves.  The same
 * database gives the same bytes.  The caller checks the stream afterwards
 * (out_file_commit() does).
 */
int export_rows(struct store *store, const struct store_filter *filter,
    struct row_writer *writer, struct err *err);

/* The same into a file that appears whole or not at all. */
int export_file(struct store *store, const struct store_filter *filter,
    struct row_writer *writer, const char *path, struct err *err);

#endif
