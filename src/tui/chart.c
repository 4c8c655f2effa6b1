/* SPDX-License-Identifier: MIT */
#include "tui/chart_parts.h"

#include <math.h>

static const struct marks unicode_marks = {
    {"●", "▲", "■"}, CHART_SEVERAL, "◆", "│", "┤", "└", "─", "┬"};
static const struct marks ascii_marks = {
    {"*", "x", "o"}, CHART_SEVERAL, "@", "|", "+", "+", "-", "+"};

static const enum role series_roles[CHART_SERIES] = {
    ROLE_SERIES,
    ROLE_SMOOTH,
    ROLE_ACCENT,
};

/*
 * Every other cell is a dash.  Half blocks would make it as heavy as the
 * points' line, so that it is drawn as text there.
 */
static void
draw_bar(struct plot *plot)
{
	const struct area *area = &plot->area;
	int row = plot_bar_dot_row(plot);
	int step = plot->canvas.dot_cols / area->cols;

	for (int col = 0; col < area->cols; col += 2) {
		if (plot->canvas.kind == CANVAS_BLOCK)
			surface_text(plot->surface, plot_bar_cell_row(plot),
			    area->col + col, 1, ROLE_BAR, plot->marks->rule);
		else
			canvas_line(&plot->canvas, row, col * step, row,
			    (col + 1) * step - 1, 1, ROLE_BAR);
	}
}

static void
draw_line(struct plot *plot, const double *values, int every, enum role role)
{
	int row = 0, col = 0;
	bool begun = false;

	for (int i = 0; i < plot->n; i++) {
		double mean = plot_group_mean(plot, values, i);
		int to_row = plot_dot_row(plot, mean),
		    to_col = plot_dot_col(plot, i);

		if (isnan(mean))
			continue;
		if (begun)
			canvas_line(&plot->canvas, row, col, to_row, to_col,
			    every, role);
		begun = true;
		row = to_row;
		col = to_col;
	}
}

/* Beside a smoothed line the points' own is dotted, so that they are told
 * apart without colour; in ASCII their characters differ. */
static void
draw_lines(struct plot *plot)
{
	const struct chart *chart = plot->chart;
	bool dotted =
	    chart->smooth != NULL && plot->canvas.kind != CANVAS_ASCII;

	draw_line(plot, chart->values, dotted ? 2 : 1, ROLE_SERIES);
	if (chart->smooth != NULL)
		draw_line(plot, chart->smooth, 1, ROLE_SMOOTH);
	for (int i = 0; i < CHART_MORE; i++)
		if (chart->more[i] != NULL)
			draw_line(plot, chart->more[i],
			    plot->canvas.kind == CANVAS_ASCII ? 1 : i + 2,
			    series_roles[i + 1]);
}

static void
draw_mark(const struct plot *plot, const double *values, int i, enum role role,
    const char *mark)
{
	double mean = plot_group_mean(plot, values, i);

	if (!isnan(mean))
		surface_text(plot->surface, plot_cell_row(plot, mean),
		    plot_cell_col(plot, i), 1, role, mark);
}

static void
draw_series(const struct plot *plot, const double *values, int series)
{
	for (int i = 0; values != NULL && i < plot->n; i++)
		draw_mark(plot, values, i, series_roles[series],
		    plot->marks->points[series]);
}

/* The drawn point that holds the cursor, or -1. */
static int
cursor_point(const struct plot *plot)
{
	int cursor = plot->chart->cursor;

	for (int i = 0; i < plot->n; i++)
		if (cursor >= plot_group_start(plot, i) &&
		    cursor < plot_group_start(plot, i + 1))
			return i;
	return -1;
}

/* The first series that has a value there shows the cursor. */
static void
draw_cursor(const struct plot *plot)
{
	const struct chart *chart = plot->chart;
	int at = cursor_point(plot);
	const double *values = chart->values;

	if (at < 0)
		return;
	for (int i = 0;
	     i < CHART_MORE && isnan(plot_group_mean(plot, values, at)); i++)
		if (chart->more[i] != NULL)
			values = chart->more[i];
	draw_mark(plot, values, at, ROLE_SELECTED, plot->marks->cursor);
}

/* How many series have the point `i` in the cell of that value's. */
static int
meeting(const struct plot *plot, double value, int i)
{
	const struct chart *chart = plot->chart;
	int n = 0;

	for (int s = 0; s < CHART_SERIES; s++) {
		const double *values =
		    s == 0 ? chart->values : chart->more[s - 1];
		double mean;

		if (values == NULL)
			continue;
		mean = plot_group_mean(plot, values, i);
		n += !isnan(mean) &&
		     plot_cell_row(plot, mean) == plot_cell_row(plot, value);
	}
	return n;
}

/* One would hide the other. */
static void
draw_meetings(const struct plot *plot, const double *values)
{
	for (int i = 0; values != NULL && i < plot->n; i++) {
		double mean = plot_group_mean(plot, values, i);

		if (!isnan(mean) && meeting(plot, mean, i) > 1)
			draw_mark(
			    plot, values, i, ROLE_TITLE, plot->marks->several);
	}
}

static void
draw_marks(const struct plot *plot)
{
	const struct chart *chart = plot->chart;

	for (int i = CHART_MORE; i > 0; i--)
		draw_series(plot, chart->more[i - 1], i);
	draw_series(plot, chart->values, 0);
	for (int i = 0; i < CHART_MORE; i++)
		draw_meetings(plot, chart->more[i]);
	draw_cursor(plot);
}

void
chart_draw(const struct chart *chart, struct surface *surface, struct area area)
{
	struct plot plot = {.chart = chart, .surface = surface};
	enum canvas_kind kind = surface->ascii ? CANVAS_ASCII : chart->kind;

	if (area.rows <= 0 || area.cols <= 0)
		return;
	plot.marks = kind == CANVAS_ASCII ? &ascii_marks : &unicode_marks;
	plot_lay_out(&plot, area);
	canvas_init(&plot.canvas, kind, plot.area);
	draw_bar(&plot);
	draw_lines(&plot);
	canvas_show(&plot.canvas, surface);
	draw_marks(&plot);
	plot_draw_axes(&plot);
	canvas_release(&plot.canvas);
}

void
chart_group(const struct chart *chart, struct area area, int *from, int *to)
{
	struct plot plot = {.chart = chart};
	int at;

	*from = chart->cursor;
	*to = *from + 1;
	if (area.rows <= 0 || area.cols <= 0)
		return;
	plot_lay_out(&plot, area);
	at = cursor_point(&plot);
	if (at < 0)
		return;
	*from = plot_group_start(&plot, at);
	*to = plot_group_start(&plot, at + 1);
}

const char *
chart_mark(const struct surface *surface, int series)
{
	return (surface->ascii ? &ascii_marks : &unicode_marks)->points[series];
}

enum role
chart_role(int series)
{
	return series_roles[series];
}
