/* SPDX-License-Identifier: MIT */
#include "tui/chart.h"

#include <math.h>

#include <string.h>

#include "base/number.h"
#include "base/utf8.h"

enum {
	LABEL_ROWS = 4, /* rows from which there are x labels */
	AXIS_ROWS = 8,  /* rows from which there is a line above them */
	AXIS_COLS = 12, /* columns from which there is a y axis */
	AXIS_GAP = 2,   /* cells of the y axis and the blank after it */
	LABEL_GAP = 2,  /* cells between two x labels */
	SPARK_LEVELS = 8,
};

struct marks {
	const char *points[CHART_SERIES], *several, *cursor, *side, *tick,
	    *corner, *rule, *foot;
};

static const struct marks unicode_marks = {
    {"●", "▲", "■"}, CHART_SEVERAL, "◆", "│", "┤", "└", "─", "┬"};
static const struct marks ascii_marks = {
    {"*", "x", "o"}, CHART_SEVERAL, "@", "|", "+", "+", "-", "+"};

static const enum role series_roles[CHART_SERIES] = {
    ROLE_SERIES,
    ROLE_SMOOTH,
    ROLE_ACCENT,
};

static const char *const sparks[SPARK_LEVELS] = {
    "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};

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

/* Where a value is between low and high, 0 … 1. */
static double
share(double low, double high, double value)
{
	double at = (value - low) / (high - low);

	if (!(at > 0))
		return 0;
	return at < 1 ? at : 1;
}

static int
rounded(double x)
{
	return (int)(x + 0.5);
}

/* The first of the chart's points that the drawn point `i` stands for. */
static int
group_start(const struct plot *plot, int i)
{
	return (int)((long long)i * plot->chart->n / plot->n);
}

/* NaN where no point of the group has a value. */
static double
group_mean(const struct plot *plot, const double *values, int i)
{
	int from = group_start(plot, i);
	int to = group_start(plot, i + 1), n = 0;
	double sum = 0;

	for (int k = from; k < to; k++)
		if (!isnan(values[k])) {
			sum += values[k];
			n++;
		}
	return n > 0 ? sum / n : NAN;
}

static int
dot_row(const struct plot *plot, double value)
{
	double up = share(plot->chart->low, plot->chart->high, value);

	return rounded((1 - up) * (plot->canvas.dot_rows - 1));
}

/* In a coarse grid the bar goes up rather than onto the whole number under it:
 * what stands there is not on the bar. */
static int
bar_dot_row(const struct plot *plot)
{
	double bar = plot->chart->bar;
	int row = dot_row(plot, bar);

	if (row == dot_row(plot, floor(bar)) && row > dot_row(plot, ceil(bar)))
		row--;
	return row;
}

/* One point stands in the middle, more from end to end. */
static int
dot_col(const struct plot *plot, int i)
{
	int last = plot->canvas.dot_cols - 1;

	if (plot->n == 1)
		return last / 2;
	return rounded((double)i * last / (plot->n - 1));
}

/* The same in cells of the surface. */
static int
cell_of(const struct plot *plot, int dot)
{
	return plot->area.row + dot * plot->area.rows / plot->canvas.dot_rows;
}

static int
cell_row(const struct plot *plot, double value)
{
	return cell_of(plot, dot_row(plot, value));
}

static int
bar_cell_row(const struct plot *plot)
{
	return cell_of(plot, bar_dot_row(plot));
}

static int
cell_col(const struct plot *plot, int i)
{
	return plot->area.col +
	       dot_col(plot, i) * plot->area.cols / plot->canvas.dot_cols;
}

/*
 * Every other cell is a dash.  Half blocks would make it as heavy as the
 * points' line, so that it is drawn as text there.
 */
static void
draw_bar(struct plot *plot)
{
	const struct area *area = &plot->area;
	int row = bar_dot_row(plot);
	int step = plot->canvas.dot_cols / area->cols;

	for (int col = 0; col < area->cols; col += 2) {
		if (plot->canvas.kind == CANVAS_BLOCK)
			surface_text(plot->surface, bar_cell_row(plot),
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
		double mean = group_mean(plot, values, i);
		int to_row = dot_row(plot, mean), to_col = dot_col(plot, i);

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
	double mean = group_mean(plot, values, i);

	if (!isnan(mean))
		surface_text(plot->surface, cell_row(plot, mean),
		    cell_col(plot, i), 1, role, mark);
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
		if (cursor >= group_start(plot, i) &&
		    cursor < group_start(plot, i + 1))
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
	for (int i = 0; i < CHART_MORE && isnan(group_mean(plot, values, at));
	     i++)
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
		mean = group_mean(plot, values, i);
		n += !isnan(mean) &&
		     cell_row(plot, mean) == cell_row(plot, value);
	}
	return n;
}

/* One would hide the other. */
static void
draw_meetings(const struct plot *plot, const double *values)
{
	for (int i = 0; values != NULL && i < plot->n; i++) {
		double mean = group_mean(plot, values, i);

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
	int bar_row = bar_cell_row(plot);

	for (int row = 0; row < plot->area.rows; row++)
		surface_text(plot->surface, plot->area.row + row,
		    plot->area.col - AXIS_GAP, 1, ROLE_DIM, plot->marks->side);
	for (int i = 1; chart->low + i <= chart->high; i++)
		if (cell_row(plot, chart->low + i) != bar_row)
			draw_y_label(plot, chart->low + i,
			    cell_row(plot, chart->low + i), ROLE_DIM);
	if (cell_row(plot, chart->low) != bar_row)
		draw_y_label(
		    plot, chart->low, cell_row(plot, chart->low), ROLE_DIM);
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
	return chart->labels[group_start(plot, i)];
}

/* Where the label begins: centred under its point, but within the chart. */
static int
x_label_col(const struct plot *plot, int i)
{
	const char *label = x_label(plot, i);
	int cells = utf8_cells(label, strlen(label));
	int col = cell_col(plot, i) - cells / 2;
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
		surface_text(plot->surface, row - 1, cell_col(plot, i), 1,
		    ROLE_DIM, plot->marks->foot);
}

/* From the left as many as leave the last one its room. */
static void
draw_x_labels(const struct plot *plot)
{
	int last = plot->n - 1;
	int from = plot->whole.col;

	for (int i = 0; i < last; i++) {
		int end = x_label_end(plot, i) + LABEL_GAP;

		if (x_label_col(plot, i) < from ||
		    end > x_label_col(plot, last))
			continue;
		draw_x_label(plot, i);
		from = end;
	}
	if (x_label_end(plot, last) <= plot->whole.col + plot->whole.cols)
		draw_x_label(plot, last);
}

/* Divides the area, leaving out what it is too small for. */
static void
lay_out(struct plot *plot, struct area area)
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

void
chart_draw(const struct chart *chart, struct surface *surface, struct area area)
{
	struct plot plot = {.chart = chart, .surface = surface};
	enum canvas_kind kind = surface->ascii ? CANVAS_ASCII : chart->kind;

	if (area.rows <= 0 || area.cols <= 0)
		return;
	plot.marks = kind == CANVAS_ASCII ? &ascii_marks : &unicode_marks;
	lay_out(&plot, area);
	canvas_init(&plot.canvas, kind, plot.area);
	draw_bar(&plot);
	draw_lines(&plot);
	canvas_show(&plot.canvas, surface);
	draw_marks(&plot);
	if (plot.y_label_cols > 0)
		draw_y_axis(&plot);
	if (plot.foot)
		draw_foot(&plot);
	if (plot.x_labels && plot.n > 0)
		draw_x_labels(&plot);
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
	lay_out(&plot, area);
	at = cursor_point(&plot);
	if (at < 0)
		return;
	*from = group_start(&plot, at);
	*to = group_start(&plot, at + 1);
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

/* One cell of a sparkline. */
static const char *
spark(double up, bool ascii, double low, double high, char digit[2])
{
	if (!ascii)
		return sparks[rounded(up * (SPARK_LEVELS - 1))];
	digit[0] = (char)('0' + rounded(low + up * (high - low)) % 10);
	digit[1] = '\0';
	return digit;
}

void
chart_sparkline(struct surface *surface, int row, int col, int cols,
    const double *values, int n, double low, double high, double bar)
{
	int shown = n < cols ? n : cols;
	char digit[2];

	for (int i = 0; i < shown; i++) {
		double value = values[n - shown + i];
		double up = share(low, high, value);

		surface_text(surface, row, col + cols - shown + i, 1,
		    value < bar ? ROLE_WARN : ROLE_GOOD,
		    spark(up, surface->ascii, low, high, digit));
	}
}
