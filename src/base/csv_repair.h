/* SPDX-License-Identifier: MIT */
/*
 * Broken quotes in CSV, mended before the parser sees them, so that no record
 * ever swallows the next:
 *   a quote in a field that does not begin with one     stands for itself
 *   a quote in a quoted field, before other text        stands for itself
 *   a quote that opens a field but is not closed, or
 *   only on a later line and not at a field's end       stands for itself
 *   spaces around a quoted field                        go
 * What is right stays as it is, byte by byte, line breaks in fields too.
 */
#ifndef BASE_CSV_REPAIR_H
#define BASE_CSV_REPAIR_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"

/* A field was mended: the line of its record, its own line and column (from
 * 1), and how. */
typedef void csv_repaired_fn(
    void *arg, size_t record, size_t line, size_t column, const char *how);

struct csv_repair {
	char delimiter;
	size_t line, column; /* of the next field */
	size_t record;       /* the line of its record */
	struct str waiting;  /* text that isn't decided yet */
	size_t looked_at;    /* of it, in vain */
	bool after_cr;
	csv_repaired_fn *repaired;
	void *arg;
};

void csv_repair_init(struct csv_repair *repair, char delimiter, size_t line,
    csv_repaired_fn *repaired, void *arg);
void csv_repair_release(struct csv_repair *repair);

/* Appends to `out` what is decided with these bytes; `last`: all of the
 * rest. */
void csv_repair_feed(struct csv_repair *repair, const char *bytes, size_t n,
    bool last, struct str *out);

#endif
