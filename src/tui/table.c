/* SPDX-License-Identifier: MIT */
#include "tui/table.h"

#include <string.h>

#include "base/utf8.h"
#include "tui/flow.h"

enum { GAP = 2 };

struct columns {
	int cells[TABLE_COLUMNS];   /* how wide */
	bool number[TABLE_COLUMNS]; /* all of it is numbers */
	bool narrow;                /* there is no room for columns */
};

/* Where a table goes. */
struct place {
	struct surface *surface; /* NULL: only counted */
	struct area area;
	int row; /* of the next one, in the area; negative: scrolled away */
};

static const char *
cell_at(const struct table *table, int row, int col)
{
	return table->cell(table->arg, row, col);
}

static bool
is_number(const char *text)
{
	return text[strspn(text, "0123456789.,%+-")] == '\0' &&
	       strpbrk(text, "0123456789") != NULL;
}

static bool
is_number_column(const struct table *table, int col)
{
	bool some = false;

	for (int row = 1; row < table->rows; row++) {
		const char *text = cell_at(table, row, col);

		if (*text != '\0' && !is_number(text))
			return false;
		some = some || *text != '\0';
	}
	return some;
}

/* The next line of a text that wraps at `cells`: its bytes, without the blanks
 * around it.  False at the end. */
static bool
next_line(const char **text, int cells, const char **line, size_t *n)
{
	const char *at;

	*text += strspn(*text, " ");
	*line = *text;
	*n = strcspn(*text, " ");
	if (*n == 0)
		return false;
	for (at = *line + *n; *at == ' '; at = *line + *n) {
		size_t gap = strspn(at, " ");
		size_t word = strcspn(at + gap, " ");

		if (word == 0 || utf8_cells(*line, *n + gap + word) > cells)
			break;
		*n += gap + word;
	}
	*text = at;
	return true;
}

static int
line_count(const char *text, int cells)
{
	const char *line;
	size_t n;
	int lines = 0;

	while (next_line(&text, cells, &line, &n))
		lines++;
	return lines;
}

/* The cells of its longest line, wrapped at `cells`. */
static int
widest_line(const char *text, int cells)
{
	const char *line;
	size_t n;
	int widest = 0;

	while (next_line(&text, cells, &line, &n)) {
		int is = utf8_cells(line, n);

		if (is > widest)
			widest = is;
	}
	return widest;
}

/* What a column needs where its cells wrap at `cells`. */
static int
column_cells(const struct table *table, int col, int cells)
{
	int widest = 0;

	for (int row = 0; row < table->rows; row++) {
		int is = widest_line(cell_at(table, row, col), cells);

		if (is > widest)
			widest = is;
	}
	return widest;
}

/* Takes from the widest column that can give, word by word, until all fit. */
static void
squeeze(const struct table *table, struct columns *columns, int room)
{
	int least[TABLE_COLUMNS] = {0}, used = GAP * (table->cols - 1);

	for (int col = 0; col < table->cols; col++) {
		least[col] = column_cells(table, col, 0);
		used += columns->cells[col];
	}
	while (used > room) {
		int widest = -1;

		for (int col = 0; col < table->cols; col++)
			if (columns->cells[col] > least[col] &&
			    (widest < 0 ||
				columns->cells[col] > columns->cells[widest]))
				widest = col;
		if (widest < 0)
			break;
		used -= columns->cells[widest];
		columns->cells[widest] =
		    column_cells(table, widest, columns->cells[widest] - 1);
		used += columns->cells[widest];
	}
	columns->narrow = used > room;
}

static void
measure(const struct table *table, struct columns *columns, int room)
{
	for (int col = 0; col < table->cols; col++) {
		columns->number[col] = is_number_column(table, col);
		columns->cells[col] = column_cells(table, col, room);
	}
	squeeze(table, columns, room);
}

/* The header stands on its columns: at the bottom of its row. */
static void
draw_cell(const struct place *place, const char *text, int col, int cells,
    bool right, enum role role, int down)
{
	const char *line;
	size_t n;
	int row = place->row + down;

	for (; next_line(&text, cells, &line, &n); row++) {
		int shift = right ? cells - utf8_cells(line, n) : 0;

		if (row >= 0 && row < place->area.rows)
			surface_textn(place->surface, place->area.row + row,
			    place->area.col + col + shift, cells - shift, role,
			    line, n);
	}
}

static void
draw_row(struct place *place, const struct table *table,
    const struct columns *columns, int row)
{
	int lines = 1, at = 0;

	for (int col = 0; col < table->cols; col++) {
		int is =
		    line_count(cell_at(table, row, col), columns->cells[col]);

		if (is > lines)
			lines = is;
	}
	for (int col = 0; place->surface != NULL && col < table->cols; col++) {
		const char *text = cell_at(table, row, col);
		int cells = columns->cells[col];

		draw_cell(place, text, at, cells, columns->number[col],
		    row == 0 ? ROLE_TITLE : ROLE_TEXT,
		    row == 0 ? lines - line_count(text, cells) : 0);
		at += cells + GAP;
	}
	place->row += lines;
}

static void
draw_line(struct place *place, const struct table *table, int row)
{
	struct str text = STR_INIT;
	struct area rest = place->area;
	int skip = place->row < 0 ? -place->row : 0;

	if (place->row > 0) {
		rest.row += place->row;
		rest.rows -= place->row;
	}
	if (place->surface == NULL)
		rest.rows = 0;
	table->line(table->arg, row, &text);
	place->row += flow_draw(place->surface, rest, ROLE_TEXT, text.s, skip);
	str_release(&text);
}

int
table_draw(struct surface *surface, struct area area, const struct table *table,
    int skip)
{
	struct place place = {surface, area, -skip};
	struct columns columns = {.narrow = false};

	if (table->rows < 2 || area.cols <= 0)
		return 0;
	measure(table, &columns, area.cols);
	for (int row = columns.narrow ? 1 : 0; row < table->rows; row++) {
		if (columns.narrow)
			draw_line(&place, table, row);
		else
			draw_row(&place, table, &columns, row);
	}
	return place.row + skip;
}

int
table_rows(const struct table *table, int cols)
{
	return table_draw(NULL, (struct area){.cols = cols}, table, 0);
}
