/* SPDX-License-Identifier: MIT */
/*
 * A small table of texts whose first row is the header.  Columns are as wide
 * as their cells, columns of numbers stand at the right, cells that are too
 * long wrap between words.  Where the room is too narrow even for the words,
 * each row becomes a paragraph: `Device: iOS; Orders: 20,400`.  So no cell is
 * ever cut.
 */
#ifndef TUI_TABLE_H
#define TUI_TABLE_H

#include "base/str.h"
#include "tui/surface.h"

enum { TABLE_COLUMNS = 8 }; /* at most */

/* A cell, borrowed; "" where there is none. */
typedef const char *table_cell_fn(const void *arg, int row, int col);

/* Appends a row as a sentence, each cell with its header. */
typedef void table_line_fn(const void *arg, int row, struct str *out);

struct table {
	table_cell_fn *cell;
	table_line_fn *line;
	const void *arg;
	int rows, cols;
};

/* Draws it into the area, leaving out its first `skip` rows.  Returns the rows
 * that the whole table takes at that width, drawn or not. */
int table_draw(struct surface *surface, struct area area,
    const struct table *table, int skip);

/* The rows that it takes at a width of `cols` cells; 0 without a row under the
 * header. */
int table_rows(const struct table *table, int cols);

#endif
