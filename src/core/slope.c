/* SPDX-License-Identifier: MIT */
/* Theil and Sen's slope: the median of those between all pairs.  A short
 * history's slopes are all written down. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "core/select.h"
#include "core/slope_rank.h"
#include "core/trend.h"

enum { SAMPLED_FROM = 300 }; /* sessions: up to here all slopes are kept */

/* The 97.5 % quantile of the standard normal distribution. */
static const double z_95 = 1.959963984540054;

static int
ascending(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
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

/* What is asked of the slopes: their numbers in ascending order. */
struct ranks {
	size_t low, middle, upper_middle, high;
};

static struct ranks
ranks_of(const double *y, int n, size_t pairs)
{
	double variance =
	    ((double)n * (n - 1) * (2.0 * n + 5) - tie_sum(y, n)) / 18;
	double reach = z_95 * sqrt(variance > 0 ? variance : 0);
	long high = rank_of(((double)pairs + reach) / 2);
	long low = rank_of(((double)pairs - reach) / 2) - 1;

	return (struct ranks){
	    .low = low > 0 ? (size_t)low : 0,
	    .middle = (pairs - 1) / 2,
	    .upper_middle = pairs / 2,
	    .high = high < (long)pairs ? (size_t)high : pairs - 1,
	};
}

static void
slope_of_many(
    const double *y, int n, const struct ranks *ranks, struct slope *slope)
{
	struct slope_points points;

	slope_points_init(&points, y, n);
	slope->per_session = slope_ranked(&points, ranks->middle);
	if (ranks->upper_middle != ranks->middle)
		slope->per_session =
		    (slope->per_session +
			slope_ranked(&points, ranks->upper_middle)) /
		    2;
	slope->low = slope_ranked(&points, ranks->low);
	slope->high = slope_ranked(&points, ranks->high);
	slope_points_release(&points);
}

static void
slope_of_few(
    const double *y, int n, const struct ranks *ranks, struct slope *slope)
{
	size_t pairs = slope_pairs(n), k = 0;
	double *slopes = mem_new(pairs * sizeof(*slopes));

	for (int j = 1; j < n; j++)
		for (int i = 0; i < j; i++)
			slopes[k++] = (y[j] - y[i]) / (j - i);
	slope->per_session =
	    (select_nth(slopes, pairs, ranks->middle) +
		select_nth(slopes, pairs, ranks->upper_middle)) /
	    2;
	slope->low = select_nth(slopes, pairs, ranks->low);
	slope->high = select_nth(slopes, pairs, ranks->high);
	free(slopes);
}

bool
trend_slope(const double *y, int n, struct slope *slope)
{
	struct ranks ranks;

	if (n < 2)
		return false;
	ranks = ranks_of(y, n, slope_pairs(n));
	if (n <= SAMPLED_FROM)
		slope_of_few(y, n, &ranks, slope);
	else
		slope_of_many(y, n, &ranks, slope);
	return true;
}

const char *
slope_word(const struct slope *slope)
{
	if (slope->low > 0)
		return "rising";
	return slope->high < 0 ? "falling" : "no clear trend";
}
