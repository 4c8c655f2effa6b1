/* SPDX-License-Identifier: MIT */
/*
 * Charts of a report as SVG.  Coordinates are whole numbers of a large view
 * box; colours are classes of the page's style.  Each drawing has a title that
 * says in words what it shows.
 */
#include <math.h>
#include <stdlib.h>

#include "base/mem.h"
#include "io/report_data.h"

enum {
	CHART_WIDTH = 7200,
	CHART_HEIGHT = 2200,
	LEFT = 300, /* room for the numbers of the axis */
	RIGHT = 100,
	TOP = 100,
	BOTTOM = 300, /* room for the dates */
	POINT_RADIUS = 40,
	SPARK_WIDTH = 1600,
	SPARK_HEIGHT = 320,
	SPARK_EDGE = 40,
	STACK_WIDTH = 3000,
	STACK_HEIGHT = 200,
	POINTS = 240, /* that are drawn at most; more are taken together */
	DAY_TEXT = 10,
};

/* Where values are drawn. */
struct plot {
	int left, top, width, height;
};

/* Means of as many neighbours as it takes to have POINTS at most. */
struct course {
	double *values; /* owned */
	int n;
};

static struct course
thin_out(const double *values, int n)
{
	int together = (n + POINTS - 1) / POINTS;
	struct course course = {
	    .values = mem_zero((size_t)n + 1, sizeof(*course.values))};

	for (int from = 0; from < n; from += together) {
		int count = n - from < together ? n - from : together;
		double sum = 0;

		for (int i = 0; i < count; i++)
			sum += values[from + i];
		course.values[course.n++] = sum / count;
	}
	return course;
}

static int
x_of(const struct plot *plot, int i, int n)
{
	if (n < 2)
		return plot->left + plot->width / 2;
	return plot->left + (int)lround((double)plot->width * i / (n - 1));
}

static int
y_of(const struct plot *plot, double value)
{
	double share = (value - RATING_LOW) / (RATING_HIGH - RATING_LOW);

	return plot->top + plot->height -
	       (int)lround((double)plot->height * share);
}

static void
draw_line(FILE *to, const struct plot *plot, const struct course *course,
    const char *class)
{
	fprintf(to, "<polyline class=\"%s\" points=\"", class);
	for (int i = 0; i < course->n; i++)
		fprintf(to, "%s%d,%d", i > 0 ? " " : "",
		    x_of(plot, i, course->n), y_of(plot, course->values[i]));
	fputs("\"/>\n", to);
}

static void
draw_points(FILE *to, const struct plot *plot, const struct course *course)
{
	for (int i = 0; i < course->n; i++)
		fprintf(to,
		    "<circle class=\"point\" cx=\"%d\" cy=\"%d\" r=\"%d\"/>\n",
		    x_of(plot, i, course->n), y_of(plot, course->values[i]),
		    POINT_RADIUS);
}

static void
draw_level(FILE *to, const struct plot *plot, double value, const char *class)
{
	int y = y_of(plot, value);

	fprintf(to,
	    "<line class=\"%s\" x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\"/>\n",
	    class, plot->left, y, plot->left + plot->width, y);
}

static void
draw_axes(FILE *to, const struct plot *plot, const struct review_signal *signal)
{
	const struct review_point *ends[] = {
	    &signal->points[0], &signal->points[signal->n - 1]};
	static const char *const anchors[] = {"start", "end"};
	char when[DATE_SIZE];

	for (int rating = RATING_LOW; rating <= RATING_HIGH; rating++) {
		draw_level(to, plot, rating, "grid");
		fprintf(to,
		    "<text class=\"axis\" x=\"%d\" y=\"%d\" "
		    "text-anchor=\"end\">%d</text>\n",
		    plot->left - POINT_RADIUS * 2,
		    y_of(plot, rating) + POINT_RADIUS, rating);
	}
	for (int i = 0; i < 2 && (i == 0 || signal->n > 1); i++) {
		date_local(when, ends[i]->started_at, ends[i]->utc_offset_min);
		fprintf(to,
		    "<text class=\"axis\" x=\"%d\" y=\"%d\" "
		    "text-anchor=\"%s\">%.*s</text>\n",
		    i == 0 ? plot->left : plot->left + plot->width,
		    CHART_HEIGHT - POINT_RADIUS * 2, anchors[i], DAY_TEXT,
		    when);
	}
}

/* The label is left out: it may hold anything, and stands beside. */
static void
begin(FILE *to, const char *class, int width, int height)
{
	fprintf(to,
	    "<svg class=\"%s\" viewBox=\"0 0 %d %d\" role=\"img\" "
	    "xmlns=\"http://www.w3.org/2000/svg\">\n",
	    class, width, height);
}

static void
draw_title(FILE *to, const struct review_signal *signal, double bar)
{
	fprintf(to,
	    "<title>Mean rating in each of %d session%s, from 1 to 5: first "
	    "%.2f, latest %.2f; the bar is %.1f.</title>\n",
	    signal->n, signal->n == 1 ? "" : "s", signal->means[0],
	    signal->latest, bar);
}

void
report_chart(FILE *to, const struct review_signal *signal, double bar)
{
	static const struct plot plot = {
	    LEFT, TOP, CHART_WIDTH - LEFT - RIGHT, CHART_HEIGHT - TOP - BOTTOM};
	struct course means = thin_out(signal->means, signal->n);
	struct course smooth = thin_out(signal->smooth, signal->n);

	begin(to, "chart", CHART_WIDTH, CHART_HEIGHT);
	draw_title(to, signal, bar);
	draw_axes(to, &plot, signal);
	draw_level(to, &plot, bar, "bar");
	draw_line(to, &plot, &smooth, "smooth");
	draw_points(to, &plot, &means);
	fputs("</svg>\n", to);
	free(means.values);
	free(smooth.values);
}

void
report_spark(FILE *to, const struct review_signal *signal, double bar)
{
	static const struct plot plot = {SPARK_EDGE, SPARK_EDGE,
	    SPARK_WIDTH - 2 * SPARK_EDGE, SPARK_HEIGHT - 2 * SPARK_EDGE};
	struct course smooth = thin_out(signal->smooth, signal->n);

	begin(to, "spark", SPARK_WIDTH, SPARK_HEIGHT);
	draw_title(to, signal, bar);
	draw_level(to, &plot, bar, "bar");
	if (smooth.n > 1)
		draw_line(to, &plot, &smooth, "smooth");
	else
		draw_points(to, &plot, &smooth);
	fputs("</svg>\n", to);
	free(smooth.values);
}

void
report_stack(FILE *to, const int verdicts[VERDICTS], int most)
{
	static const char *const classes[VERDICTS] = {
	    [VERDICT_REJECT] = "reject",
	    [VERDICT_REINTERVIEW] = "again",
	    [VERDICT_HIRE] = "hire",
	    [VERDICT_STRONG_HIRE] = "strong",
	};
	int before = 0;

	begin(to, "stack", STACK_WIDTH, STACK_HEIGHT);
	fputs("<title>The same counts as lengths.</title>\n", to);
	for (int i = VERDICT_STRONG_HIRE; i > VERDICT_NONE; i--) {
		int from = STACK_WIDTH * before / most;
		int until = STACK_WIDTH * (before + verdicts[i]) / most;

		if (until > from)
			fprintf(to,
			    "<rect class=\"%s\" x=\"%d\" y=\"0\" "
			    "width=\"%d\" height=\"%d\"/>\n",
			    classes[i], from, until - from, STACK_HEIGHT);
		before += verdicts[i];
	}
	fputs("</svg>\n", to);
}
