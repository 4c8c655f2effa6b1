/* SPDX-License-Identifier: MIT */
#include "core/trend.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

/* The 97.5 % quantile of the standard normal distribution. */
static const double z_95 = 1.959963984540054;

void
trend_ewma(const double *y, int n, double alpha, double *out)
{
	for (int i = 0; i < n; i++)
		out[i] =
		    i == 0 ? y[0] : alpha * y[i] + (1 - alpha) * out[i - 1];
}

double
trend_mean(const double *y, int n)
{
	double sum = 0;

	for (int i = 0; i < n; i++)
		sum += y[i];
	return n > 0 ? sum / n : 0;
}

static int
ascending(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

/* Three parts around the pivot: below, equal, above.  Ratings make many equal
 * slopes, which a partition into two would go through one by one. */
static void
partition(double *v, size_t n, double pivot, size_t *below, size_t *upto)
{
	size_t low = 0, at = 0, high = n;

	while (at < high) {
		double value = v[at];

		if (value < pivot) {
			v[at++] = v[low];
			v[low++] = value;
		} else if (value > pivot) {
			v[at] = v[--high];
			v[high] = value;
		} else {
			at++;
		}
	}
	*below = low;
	*upto = high;
}

/* The k-th smallest of n values, k from 0; reorders them (quickselect, Hoare
 * 1961): sorting all slopes of a long history would take seconds. */
static double
select_nth(double *v, size_t n, size_t k)
{
	size_t below, upto;

	for (;;) {
		double pivot = v[n / 2];

		partition(v, n, pivot, &below, &upto);
		if (k >= below && k < upto)
			return pivot;
		if (k < below) {
			n = below;
		} else {
			v += upto;
			n -= upto;
			k -= upto;
		}
	}
}

static double
median(double *v, size_t n)
{
	double upper = select_nth(v, n, n / 2);

	return n % 2 == 1 ? upper : (select_nth(v, n, n / 2 - 1) + upper) / 2;
}

/* Σ k(k−1)(2k+5) over the groups of equal values. */
static double
tie_sum(const double *y, int n)
{
	double *sorted = mem_new((size_t)n * sizeof(*sorted));
	double sum = 0;

	memcpy(sorted, y, (size_t)n * sizeof(*sorted));
	qsort(sorted, (size_t)n, sizeof(*sorted), ascending);
	for (int i = 0; i < n;) {
		int k = 1;

		while (i + k < n && sorted[i + k] <= sorted[i])
			k++;
		sum += (double)k * (k - 1) * (2.0 * k + 5);
		i += k;
	}
	free(sorted);
	return sum;
}

/* Half to even, as numpy rounds; the mode is the C default. */
static long
rank_of(double value)
{
	return lrint(value);
}

static void
interval(
    double *slopes, size_t count, const double *y, int n, struct slope *slope)
{
	double variance =
	    ((double)n * (n - 1) * (2.0 * n + 5) - tie_sum(y, n)) / 18;
	double reach = z_95 * sqrt(variance > 0 ? variance : 0);
	long upper = rank_of(((double)count + reach) / 2);
	long lower = rank_of(((double)count - reach) / 2) - 1;

	if (upper > (long)count - 1)
		upper = (long)count - 1;
	if (lower < 0)
		lower = 0;
	slope->low = select_nth(slopes, count, (size_t)lower);
	slope->high = select_nth(slopes, count, (size_t)upper);
}

bool
trend_slope(const double *y, int n, struct slope *slope)
{
	size_t pairs = (size_t)n * (size_t)(n - 1) / 2, count = 0;
	double *slopes;

	if (n < 2)
		return false;
	slopes = mem_new(pairs * sizeof(*slopes));
	for (int i = 0; i < n; i++)
		for (int j = i + 1; j < n; j++)
			slopes[count++] = (y[j] - y[i]) / (j - i);
	slope->per_session = median(slopes, count);
	interval(slopes, count, y, n, slope);
	free(slopes);
	return true;
}

double
trend_change(const double *y, int n, int back)
{
	int from = n - 1 - back;

	if (n < 2)
		return 0;
	if (from < 0)
		from = 0;
	return y[n - 1] - trend_mean(y + from, n - 1 - from);
}

const char *
slope_word(const struct slope *slope)
{
	if (slope->low > 0)
		return "rising";
	return slope->high < 0 ? "falling" : "no clear trend";
}
