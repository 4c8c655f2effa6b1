/* SPDX-License-Identifier: MIT */
/* How a chart is laid out, and where its values stand. */
#include <math.h>
#include <string.h>

#include "base/number.h"
#include "tui/chart_parts.h"

enum {
	LABEL_ROWS = 4, /* rows from which there are x labels */
	AXIS_ROWS = 8,  /* rows from which there is a line above them */
	AXIS_COLS = 12, /* columns from which there is a y axis */
};

double
chart_share(double low, double high, double value)
{
	double at = (value - low) / (high - low);

	if (!(at > 0))
		return 0;
	return at < 1 ? at : 1;
}

int
chart_rounded(double x)
{
	return (int)(x + 0.5);
}

int
plot_group_start(const struct plot *plot, int i)
{
	return (int)((long long)i * plot->chart->n / plot->n);
}

double
plot_group_mean(const struct plot *plot, const double *values, int i)
{
	int from = plot_group_start(plot, i);
	int to = plot_group_start(plot, i + 1), n = 0;
	double sum = 0;

	for (int k = from; k < to; k++)
		if (!isnan(values[k])) {
			sum += values[k];
			n++;
		}
	return n > 0 ? sum / n : NAN;
}

int
plot_dot_row(const struct plot *plot, double value)
{
	double up = chart_share(plot->chart->low, plot->chart->high, value);

	return chart_rounded((1 - up) * (plot->canvas.dot_rows - 1));
}

/* In a coarse grid the bar goes up rather than onto the whole number under it:
 * what stands there is not on the bar. */
int
plot_bar_dot_row(const struct plot *plot)
{
	double bar = plot->chart->bar;
	int row = plot_dot_row(plot, bar);

	if (row == plot_dot_row(plot, floor(bar)) &&
	    row > plot_dot_row(plot, ceil(bar)))
		row--;
	return row;
}

/* One point stands in the middle, more from end to end. */
int
plot_dot_col(const struct plot *plot, int i)
{
	int last = plot->canvas.dot_cols - 1;

	if (plot->n == 1)
		return last / 2;
	return chart_rounded((double)i * last / (plot->n - 1));
}

/* The same in cells of the surface. */
static int
cell_of(const struct plot *plot, int dot)
{
	return plot->area.row + dot * plot->area.rows / plot->canvas.dot_rows;
}

int
plot_cell_row(const struct plot *plot, double value)
{
	return cell_of(plot, plot_dot_row(plot, value));
}

int
plot_bar_cell_row(const struct plot *plot)
{
	return cell_of(plot, plot_bar_dot_row(plot));
}

int
plot_cell_col(const struct plot *plot, int i)
{
	return plot->area.col +
	       plot_dot_col(plot, i) * plot->area.cols / plot->canvas.dot_cols;
}

void
plot_lay_out(struct plot *plot, struct area area)
{
	const struct chart *chart = plot->chart;
	char text[NUMBER_SIZE];

	plot->whole = plot->area = area;
	plot->x_labels = area.rows >= LABEL_ROWS && chart->labels != NULL;
	plot->foot = area.rows >= AXIS_ROWS;
	plot->area.rows -= plot->x_labels + plot->foot;
	if (area.cols >= AXIS_COLS) {
		number_text(text, chart->bar);
		plot->y_label_cols = (int)strlen(text);
		plot->area.col += plot->y_label_cols + AXIS_GAP;
		plot->area.cols -= plot->y_label_cols + AXIS_GAP;
	}
	plot->n = chart->n;
	if (plot->n > plot->area.cols)
		plot->n = (plot->area.cols + 1) / 2;
}
