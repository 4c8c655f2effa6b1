/* SPDX-License-Identifier: MIT */
#include "screens/figures.h"

_Static_assert((int)FIGURE_COLUMNS <= (int)TABLE_COLUMNS,
    "a table has room for all cells of a row");

static const char *
cell(const void *arg, int row, int col)
{
	const struct material *material = arg;
	const struct figure_row *figures = &material->rows[row];

	return col < figures->n ? figures->cells[col] : "";
}

static void
line(const void *arg, int row, struct str *out)
{
	material_line(arg, (size_t)row, out);
}

struct table
figures_table(const struct material *material)
{
	struct table table = {
	    .cell = cell,
	    .line = line,
	    .arg = material,
	    .rows = (int)material->n_rows,
	};

	for (int row = 0; row < table.rows; row++)
		if (material->rows[row].n > table.cols)
			table.cols = material->rows[row].n;
	return table;
}
