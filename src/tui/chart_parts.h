/* SPDX-License-Identifier: MIT */
/* The inside of charts, for chart*.c only. */
#ifndef TUI_CHART_PARTS_H
#define TUI_CHART_PARTS_H

#include "tui/chart.h"

enum { AXIS_GAP = 2 }; /* cells of the y axis and the blank after it */

struct marks {
	const char *points[CHART_SERIES], *several, *cursor, *side, *tick,
	    *corner, *rule, *foot;
};

/* A chart laid out: the area of the points and what stands around it. */
struct plot {
	const struct chart *chart;
	const struct marks *marks;
	struct surface *surface;
	struct area whole; /* what the chart may fill */
	struct area area;  /* of the points */
	int y_label_cols;  /* 0: no y axis */
	bool foot, x_labels;
	int n; /* points drawn, each the mean of a group of the chart's */
	struct canvas canvas;
};

/* chart_plot.c: divides the area, leaving out what it is too small for. */
void plot_lay_out(struct plot *plot, struct area area);

/* The first of the chart's points that the drawn point `i` stands for. */
int plot_group_start(const struct plot *plot, int i);

/* NaN where no point of the group has a value. */
double plot_group_mean(const struct plot *plot, const double *values, int i);

/* Where a value and a point stand: in dots of the canvas, and in cells of the
 * surface. */
int plot_dot_row(const struct plot *plot, double value);
int plot_bar_dot_row(const struct plot *plot);
int plot_dot_col(const struct plot *plot, int i);
int plot_cell_row(const struct plot *plot, double value);
int plot_bar_cell_row(const struct plot *plot);
int plot_cell_col(const struct plot *plot, int i);

/* chart_axes.c: what stands around the points. */
void plot_draw_axes(const struct plot *plot);

/* Where a value is between low and high, 0 … 1. */
double chart_share(double low, double high, double value);
int chart_rounded(double x);

#endif
