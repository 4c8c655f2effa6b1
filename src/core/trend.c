/* SPDX-License-Identifier: MIT */
#include "core/trend.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/rand.h"

enum {
	SAMPLED_FROM = 300, /* sessions: up to here all slopes are kept */
	SAMPLE = 50000,     /* slopes; its ranks are off by 112 at 1 σ … */
	MARGIN = 500,       /* … so that one in a hundred thousand is more */
	FIRST_ROOM = 1024,
};

/* Steeper than ratings of 1 to 5 can rise or fall, and any other value that
 * is drawn. */
static const double steepest = 1e100;

/* Much more than a product and a quotient of such sizes can differ by. */
static const double rounding = 1e-9;

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

/* What is asked of the slopes, in ascending order: their numbers in it. */
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

/* The slopes from `low` to `high`, and how many are lower. */
struct band {
	double low, high;
	size_t below, n, room;
	double *slopes; /* owned */
};

static void
add_slope(struct band *band, double slope)
{
	if (slope < band->low || slope > band->high) {
		band->below += slope < band->low;
		return;
	}
	if (band->n == band->room) {
		band->room *= 2;
		band->slopes =
		    mem_grow(band->slopes, band->room, sizeof(*band->slopes));
	}
	band->slopes[band->n++] = slope;
}

/* Most pairs are told to be outside without a division: only near the edges
 * could it round to the other side.  They are below or above by chance, so
 * no branch depends on which. */
static void
collect(const double *y, int n, struct band *band)
{
	double middle = (band->low + band->high) / 2;
	double reach = (band->high - band->low) / 2 + rounding;

	band->below = band->n = 0;
	for (int lag = 1; lag < n; lag++) {
		size_t below = 0;

		for (int i = 0; i + lag < n; i++) {
			double off = y[i + lag] - y[i] - middle * lag;

			if (fabs(off) <= reach * lag)
				add_slope(band, (y[i + lag] - y[i]) / lag);
			else
				below += signbit(off) != 0;
		}
		band->below += below;
	}
}

/*
 * All slopes of a long history would fill hundreds of megabytes, and nearly
 * all of them are outside of the interval: a sample tells where to look.
 */
static void
guess_band(const double *y, int n, const struct ranks *ranks, struct band *band)
{
	size_t pairs = (size_t)n * (size_t)(n - 1) / 2;
	double *sample = mem_new(SAMPLE * sizeof(*sample));
	struct rand rand = {SAMPLE};
	long low, high;

	for (int k = 0; k < SAMPLE; k++) {
		int i = (int)rand_below(&rand, (uint32_t)n);
		int j = (int)rand_below(&rand, (uint32_t)n - 1);

		j += j >= i;
		sample[k] = (y[j] - y[i]) / (j - i);
	}
	low = (long)((double)ranks->low / (double)pairs * SAMPLE) - MARGIN;
	high = (long)((double)ranks->high / (double)pairs * SAMPLE) + MARGIN;
	if (low > 0)
		band->low = select_nth(sample, SAMPLE, (size_t)low);
	if (high < SAMPLE)
		band->high = select_nth(sample, SAMPLE, (size_t)high);
	free(sample);
}

static void
collect_ranks(
    const double *y, int n, const struct ranks *ranks, struct band *band)
{
	*band = (struct band){
	    .low = -steepest,
	    .high = steepest,
	    .room = FIRST_ROOM,
	    .slopes = mem_new(FIRST_ROOM * sizeof(*band->slopes)),
	};
	if (n > SAMPLED_FROM)
		guess_band(y, n, ranks, band);
	collect(y, n, band);
	if (ranks->low >= band->below && ranks->high < band->below + band->n)
		return;
	band->low = -steepest;
	band->high = steepest;
	collect(y, n, band);
}

static double
slope_at(struct band *band, size_t rank)
{
	return select_nth(band->slopes, band->n, rank - band->below);
}

bool
trend_slope(const double *y, int n, struct slope *slope)
{
	struct ranks ranks;
	struct band band;

	if (n < 2)
		return false;
	ranks = ranks_of(y, n, (size_t)n * (size_t)(n - 1) / 2);
	collect_ranks(y, n, &ranks, &band);
	slope->per_session = slope_at(&band, ranks.middle);
	if (ranks.upper_middle != ranks.middle)
		slope->per_session =
		    (slope->per_session + slope_at(&band, ranks.upper_middle)) /
		    2;
	slope->low = slope_at(&band, ranks.low);
	slope->high = slope_at(&band, ranks.high);
	free(band.slopes);
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
