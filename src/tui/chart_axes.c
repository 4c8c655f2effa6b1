/* SPDX-License-Identifier: MIT */
/* What stands around a chart's points: axes and their labels. */
#include <string.h>

#include "base/number.h"
#include "base/utf8.h"
#include "tui/chart_parts.h"

enum { LABEL_GAP = 2 }; /* cells between two x labels */

static void
draw_y_label(const struct plot *plot, double value, int row, enum role role)
{
	char text[NUMBER_SIZE];
	int col = plot->area.col - plot->y_label_cols - AXIS_GAP;

	number_text(text, value);
	surface_text_right(
	    plot->surface, row, col, plot->y_label_cols, role, text);
	surface_text(plot->surface, row, col + plot->y_label_cols, 1, role,
	    plot->marks->tick);
}

/* Where two labels fall into one row, the bar's goes first, then the ends'. */
static void
draw_y_axis(const struct plot *plot)
{
	const struct chart *chart = plot->chart;
	int bar_row = plot_bar_cell_row(plot);

	for (int row = 0; row < plot->area.rows; row++)
		surface_text(plot->surface, plot->area.row + row,
		    plot->area.col - AXIS_GAP, 1, ROLE_DIM, plot->marks->side);
	for (int i = 1; chart->low + i <= chart->high; i++)
		if (plot_cell_row(plot, chart->low + i) != bar_row)
			draw_y_label(plot, chart->low + i,
			    plot_cell_row(plot, chart->low + i), ROLE_DIM);
	if (plot_cell_row(plot, chart->low) != bar_row)
		draw_y_label(plot, chart->low, plot_cell_row(plot, chart->low),
		    ROLE_DIM);
	draw_y_label(plot, chart->bar, bar_row, ROLE_BAR);
}

static void
draw_foot(const struct plot *plot)
{
	int row = plot->area.row + plot->area.rows;
	int left = plot->y_label_cols > 0 ? -1 : 0;

	for (int col = left; col < plot->area.cols; col++)
		surface_text(plot->surface, row, plot->area.col + col, 1,
		    ROLE_DIM, plot->marks->rule);
	if (plot->y_label_cols > 0)
		surface_text(plot->surface, row, plot->area.col - AXIS_GAP, 1,
		    ROLE_DIM, plot->marks->corner);
}

/* A group has the label of its first point, the last that of its last. */
static const char *
x_label(const struct plot *plot, int i)
{
	const struct chart *chart = plot->chart;

	if (i == plot->n - 1)
		return chart->labels[chart->n - 1];
	return chart->labels[plot_group_start(plot, i)];
}

/* Where the label begins: centred under its point, but within the chart. */
static int
x_label_col(const struct plot *plot, int i)
{
	const char *label = x_label(plot, i);
	int cells = utf8_cells(label, strlen(label));
	int col = plot_cell_col(plot, i) - cells / 2;
	int right = plot->whole.col + plot->whole.cols - cells;

	if (col > right)
		col = right;
	return col > plot->whole.col ? col : plot->whole.col;
}

static int
x_label_end(const struct plot *plot, int i)
{
	const char *label = x_label(plot, i);

	return x_label_col(plot, i) + utf8_cells(label, strlen(label));
}

static void
draw_x_label(const struct plot *plot, int i)
{
	int row = plot->area.row + plot->area.rows + plot->foot;

	surface_text(plot->surface, row, x_label_col(plot, i), plot->whole.cols,
	    ROLE_DIM, x_label(plot, i));
	if (plot->foot)
		surface_text(plot->surface, row - 1, plot_cell_col(plot, i), 1,
		    ROLE_DIM, plot->marks->foot);
}

/* Says what the last one drawn says, or the one at the end will. */
static bool
is_repeated(const struct plot *plot, int i, const char *drawn)
{
	const char *label = x_label(plot, i);

	return strcmp(label, drawn) == 0 ||
	       strcmp(label, x_label(plot, plot->n - 1)) == 0;
}

/* From the left as many as leave the last one its room, none twice. */
static void
draw_x_labels(const struct plot *plot)
{
	int last = plot->n - 1;
	int from = plot->whole.col;
	const char *drawn = "";

	for (int i = 0; i < last; i++) {
		int end = x_label_end(plot, i) + LABEL_GAP;

		if (x_label_col(plot, i) < from ||
		    end > x_label_col(plot, last) ||
		    is_repeated(plot, i, drawn))
			continue;
		draw_x_label(plot, i);
		drawn = x_label(plot, i);
		from = end;
	}
	if (x_label_end(plot, last) <= plot->whole.col + plot->whole.cols)
		draw_x_label(plot, last);
}

void
plot_draw_axes(const struct plot *plot)
{
	if (plot->y_label_cols > 0)
		draw_y_axis(plot);
	if (plot->foot)
		draw_foot(plot);
	if (plot->x_labels && plot->n > 0)
		draw_x_labels(plot);
}
