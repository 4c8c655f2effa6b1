/* SPDX-License-Identifier: MIT */
/*
 * Charts of ratings from 1 to 5.  They know scales, not interviews.
 */
#ifndef TUI_CHART_H
#define TUI_CHART_H

#include "tui/canvas.h"

enum { CHART_MORE = 2, CHART_SERIES = CHART_MORE + 1 };

/* The mark of a cell in which points of several series meet. */
#define CHART_SEVERAL "&"

struct chart {
	const double
	    *values; /* n points, oldest first, low … high; NaN: none */
	/* Further series of n points, told apart by their marks; or NULL. */
	const double *more[CHART_MORE];
	const double *smooth;      /* n points of the smoothed line, or NULL */
	const char *const *labels; /* n labels of the x axis (dates), or NULL */
	int n;
	double low, high; /* the y axis, 1 … 5 */
	double bar;       /* a line across the chart, 3.5 */
	int cursor;       /* the point that is marked; -1: none */
	enum canvas_kind kind;
};

/*
 * y axis with a label at each whole number and at the bar, the points joined
 * by a line, each point marked, the bar drawn across, and under it as many
 * x labels as fit without touching (the first and the last always when there
 * is room), one that repeats but once.  The smoothed line lies over the
 * points' own, which is dotted then, and under their marks.  More points than
 * columns are grouped by mean, so that a blank is left between marks; the
 * cursor marks its group.  Right at any size: what does not fit is left out,
 * the axis labels first.
 */
void chart_draw(
    const struct chart *chart, struct surface *surface, struct area area);

/* The points that are drawn as one with the one at the cursor: *from … *to − 1.
 */
void
chart_group(const struct chart *chart, struct area area, int *from, int *to);

/* What the points of a series are drawn with, 0 for `values`; for a legend. */
const char *chart_mark(const struct surface *surface, int series);
enum role chart_role(int series);

/*
 * One row of up to `cols` cells, the last values at the right: block eighths
 * (▁…█), or in ASCII the rounded digit.  A value under `bar` has ROLE_WARN,
 * the others ROLE_GOOD.
 */
void chart_sparkline(struct surface *surface, int row, int col, int cols,
    const double *values, int n, double low, double high, double bar);

#endif
