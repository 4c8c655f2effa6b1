/* SPDX-License-Identifier: MIT */
/* Export: rows of one kind, out of the store. */
#ifndef IO_EXPORT_H
#define IO_EXPORT_H

#include "base/file.h"
#include "io/rows.h"
#include "store/store.h"

/*
 * Writes every row of the writer's kind that the filter leaves.  The same
 * database gives the same bytes.  The caller checks the stream afterwards
 * (out_file_commit() does).
 */
int export_rows(struct store *store, const struct store_filter *filter,
    struct row_writer *writer, struct err *err);

/* As out_file_open(), of any file but the database itself. */
int export_open(const struct store *store, struct out_file *out,
    const char *path, struct err *err);

/* What `write` writes, into a file that appears whole or not at all. */
int export_written(const struct store *store, const char *path,
    void (*write)(const void *arg, FILE *to), const void *arg, struct err *err);

/* The same of rows, as export_rows(). */
int export_file(struct store *store, const struct store_filter *filter,
    struct row_writer *writer, const char *path, struct err *err);

#endif
