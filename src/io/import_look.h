/* SPDX-License-Identifier: MIT */
/* A look at a file that may be imported: what it seems to be, and its first
 * rows; nothing is written and nothing printed. */
#ifndef IO_IMPORT_LOOK_H
#define IO_IMPORT_LOOK_H

#include "io/import.h"

enum {
	LOOK_ROWS = 20,
	LOOK_CELL_BYTES = 160, /* of a cell; the rest is left out */
};

struct import_look {
	const struct kind *kind; /* NULL: not known */
	char delimiter;          /* 0: not known */
	int n_columns;
	char **columns; /* owned: names, or `#1` without a header */
	int column_of[KIND_COLUMNS]; /* of a kind's field; -1: none */
	int n_rows;
	char **cells; /* owned: n_rows × n_columns, "" where one is missing */
};

/* -1: the file would be refused, and `err` says why; what was seen of it up to
 * there is in `look` all the same.  Release it. */
int import_look(struct store *store, const struct import_options *options,
    struct source *source, struct import_look *look, struct err *err);
void import_look_release(struct import_look *look);

/* The cell, borrowed; "" outside. */
const char *import_look_cell(const struct import_look *look, int row, int col);

#endif
