/* SPDX-License-Identifier: MIT */
/*
 * Soft wrap for the editor: pure layout.  A row ends at a newline, or it
 * breaks after the last white space that fits, or between clusters where
 * there is none; white space that does not fit hangs at the end of its row.
 * A cluster wider than `cols` has a row of its own.
 *
 * A row costs no more than its own bytes.  Where a row has to be found from a
 * position in it, layout begins at the start of the logical line; in a line
 * much longer than WRAP_BACK bytes at white space nearer by, so that the cost
 * has a bound.  Such a row may differ from one that was reached from further
 * above, and each is right.
 */
#ifndef TUI_WRAP_H
#define TUI_WRAP_H

#include <stddef.h>

enum {
	WRAP_TAB = 4,     /* a tab reaches the next multiple of these cells */
	WRAP_BACK = 4096, /* bytes */
};

struct wrap_row {
	size_t start, end; /* bytes; `end` excludes a newline */
	size_t next;       /* where the next row starts; n + 1 after the last */
};

/* The row that begins at `start`; `cols` is at least 1. */
struct wrap_row wrap_row_at(const char *s, size_t n, size_t start, int cols);

/* The row that the byte position `at` stands in: a position between two rows
 * of a line is in the second. */
struct wrap_row wrap_row_of(const char *s, size_t n, size_t at, int cols);

/* The row that ends where `start` begins; start 0 gives the first row. */
struct wrap_row
wrap_row_before(const char *s, size_t n, size_t start, int cols);

/* Cells from the row's start to `at`: more than fit where white space hangs. */
int wrap_cell_of(const char *s, const struct wrap_row *row, size_t at);

/* The position in the row at `cell`, or the nearest before it. */
size_t wrap_at_cell(const char *s, const struct wrap_row *row, int cell);

#endif
