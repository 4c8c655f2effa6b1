/* SPDX-License-Identifier: MIT */
/*
 * Theil and Sen's slope.  A short history's slopes are all written down.  Of a
 * long one there are tens of millions, and three of them are asked for: those
 * of a sample tell where to look, and how many slopes are below a value is
 * counted without going through the pairs, as the inversions of y − value·x
 * (Dillencourt, Mount and Netanyahu 1992).  The few that are left between two
 * values are inversions, too.
 */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/rand.h"
#include "core/trend.h"

enum {
	SAMPLED_FROM = 300, /* sessions: up to here all slopes are kept */
	SAMPLE = 2000,      /* slopes */
	RUN = 8,            /* values that are sorted by insertion */
	FEW = 8000,         /* slopes that are written down */
};

/* Steeper than any slope of ratings, and of any other values that are drawn. */
static const double steepest = 1e100;

/* Slopes that are so close are one: rounding is far below it, what is shown
 * far above. */
static const double apart = 1e-10;

/* The 97.5 % quantile of the standard normal distribution. */
static const double z_95 = 1.959963984540054;

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

struct points {
	const double *y;
	int n;
	double *z, *spare; /* owned: `n` each */
};

static size_t
pairs_of(int n)
{
	return (size_t)n * (size_t)(n - 1) / 2;
}

static size_t
insert_all(double *z, size_t n)
{
	size_t inversions = 0;

	for (size_t i = 1; i < n; i++) {
		double value = z[i];
		size_t at = i;

		for (; at > 0 && value < z[at - 1]; at--)
			z[at] = z[at - 1];
		z[at] = value;
		inversions += i - at;
	}
	return inversions;
}

/* Both halves are sorted.  Which of them comes next is by chance: no branch
 * depends on it. */
static size_t
merge(double *z, double *spare, size_t half, size_t n)
{
	size_t inversions = 0, i = 0, j = half, out = 0;

	memcpy(spare, z, n * sizeof(*z));
	while (i < half && j < n) {
		bool right = spare[j] < spare[i];

		z[out++] = right ? spare[j] : spare[i];
		inversions += right ? half - i : 0;
		j += right;
		i += !right;
	}
	memcpy(z + out, spare + i, (half - i) * sizeof(*z));
	/* The rest of the right half stands where it belongs. */
	return inversions;
}

/* Sorts them, and counts the pairs that stood the wrong way round. */
static size_t
count_inversions(double *z, double *spare, size_t n)
{
	size_t half = n / 2, inversions;

	if (n <= RUN)
		return insert_all(z, n);
	inversions = count_inversions(z, spare, half);
	inversions += count_inversions(z + half, spare, n - half);
	return inversions + merge(z, spare, half, n);
}

/* How many slopes are below the value. */
static size_t
count_below(struct points *points, double value)
{
	for (int i = 0; i < points->n; i++)
		points->z[i] = points->y[i] - value * i;
	return count_inversions(points->z, points->spare, (size_t)points->n);
}

/* The slopes between two values, ascending; `below` are lower. */
struct band {
	double low, high;
	size_t below, upto;
	double *slopes; /* owned */
	size_t n;
};

struct item {
	double z;
	int x;
};

static int
by_z(const void *a, const void *b)
{
	const struct item *p = a, *q = b;

	if (p->z < q->z || p->z > q->z)
		return p->z < q->z ? -1 : 1;
	return (p->x > q->x) - (p->x < q->x);
}

static void
add_slopes(const struct points *points, const struct item *left, size_t n,
    const struct item *right, struct band *band)
{
	const double *y = points->y;

	for (size_t i = 0; i < n && band->n < band->upto - band->below; i++)
		band->slopes[band->n++] =
		    (y[right->x] - y[left[i].x]) / (right->x - left[i].x);
}

/* As count_inversions(), and writes down the slope of each such pair. */
static void
collect(const struct points *points, struct item *items, struct item *spare,
    size_t n, struct band *band)
{
	size_t half = n / 2, i = 0, j = half, out = 0;

	if (n < 2)
		return;
	collect(points, items, spare, half, band);
	collect(points, items + half, spare, n - half, band);
	memcpy(spare, items, n * sizeof(*items));
	while (i < half && j < n) {
		if (spare[j].z < spare[i].z) {
			add_slopes(
			    points, &spare[i], half - i, &spare[j], band);
			items[out++] = spare[j++];
		} else {
			items[out++] = spare[i++];
		}
	}
	memcpy(items + out, spare + i, (half - i) * sizeof(*items));
}

/* In the order at the lower value, pairs that stand the other way round at the
 * higher one have their slope between both. */
static void
fill(const struct points *points, struct band *band)
{
	size_t n = (size_t)points->n;
	struct item *items = mem_new(n * sizeof(*items));
	struct item *spare = mem_new(n * sizeof(*spare));

	for (int i = 0; i < points->n; i++)
		items[i] = (struct item){points->y[i] - band->low * i, i};
	qsort(items, n, sizeof(*items), by_z);
	for (size_t i = 0; i < n; i++)
		items[i].z = points->y[items[i].x] - band->high * items[i].x;
	band->slopes =
	    mem_new((band->upto - band->below) * sizeof(*band->slopes));
	collect(points, items, spare, n, band);
	free(items);
	free(spare);
}

/* Negative, 0 or positive as the slope of that rank is below the value, the
 * value itself, or above it; narrows the band to that side. */
static int
narrow(struct points *points, double value, size_t rank, struct band *band)
{
	size_t below = count_below(points, value - apart), upto;

	if (rank < below) {
		band->high = value - apart;
		band->upto = below;
		return -1;
	}
	upto = count_below(points, value + apart);
	if (rank < upto)
		return 0;
	band->low = value + apart;
	band->below = upto;
	return 1;
}

/* The sample's number that is likely to have the rank, between two of them. */
static size_t
guess(const struct band *band, size_t rank, size_t low, size_t high)
{
	double share =
	    (double)(rank - band->below) / (double)(band->upto - band->below);
	size_t at = low + (size_t)((double)(high - low) * share);

	return at < high ? at : high - 1;
}

/* The rank's slope is found in the sample, or what the band holds of it is
 * few. */
static bool
search(struct points *points, const double *sample, size_t rank,
    struct band *band, double *slope)
{
	size_t low = 0, high = SAMPLE;

	while (low < SAMPLE && sample[low] < band->low)
		low++;
	while (high > low && sample[high - 1] > band->high)
		high--;
	while (low < high && band->upto - band->below > FEW) {
		size_t at = guess(band, rank, low, high);
		int side = narrow(points, sample[at], rank, band);

		*slope = sample[at];
		if (side == 0)
			return true;
		if (side < 0)
			high = at;
		else
			low = at + 1;
	}
	return false;
}

/* By halves, where the sample does not tell: nearly equal slopes are one. */
static bool
halve(struct points *points, size_t rank, struct band *band, double *slope)
{
	while (band->upto - band->below > FEW) {
		double middle = band->low + (band->high - band->low) / 2;

		*slope = middle;
		if (band->high - band->low < apart ||
		    narrow(points, middle, rank, band) == 0)
			return true;
	}
	return false;
}

static double
slope_at(struct points *points, const double *sample, size_t rank)
{
	struct band band = {
	    .low = -steepest,
	    .high = steepest,
	    .upto = pairs_of(points->n),
	};
	double slope;

	/* What tells a rise from a fall is told exactly. */
	if (narrow(points, 0, rank, &band) == 0)
		return 0;
	if (search(points, sample, rank, &band, &slope) ||
	    halve(points, rank, &band, &slope))
		return slope;
	fill(points, &band);
	slope = band.n == 0 ? band.low
			    : select_nth(band.slopes, band.n,
				  rank - band.below < band.n ? rank - band.below
							     : band.n - 1);
	free(band.slopes);
	return slope;
}

static double *
draw_sample(const double *y, int n)
{
	double *sample = mem_new(SAMPLE * sizeof(*sample));
	struct rand rand = {SAMPLE};

	for (int k = 0; k < SAMPLE; k++) {
		int i = (int)rand_below(&rand, (uint32_t)n);
		int j = (int)rand_below(&rand, (uint32_t)n - 1);

		j += j >= i;
		sample[k] =
		    i < j ? (y[j] - y[i]) / (j - i) : (y[i] - y[j]) / (i - j);
	}
	qsort(sample, SAMPLE, sizeof(*sample), ascending);
	return sample;
}

static void
slope_of_many(
    const double *y, int n, const struct ranks *ranks, struct slope *slope)
{
	struct points points = {
	    .y = y,
	    .n = n,
	    .z = mem_new((size_t)n * sizeof(double)),
	    .spare = mem_new((size_t)n * sizeof(double)),
	};
	double *sample = draw_sample(y, n);

	slope->per_session = slope_at(&points, sample, ranks->middle);
	if (ranks->upper_middle != ranks->middle)
		slope->per_session =
		    (slope->per_session +
			slope_at(&points, sample, ranks->upper_middle)) /
		    2;
	slope->low = slope_at(&points, sample, ranks->low);
	slope->high = slope_at(&points, sample, ranks->high);
	free(points.z);
	free(points.spare);
	free(sample);
}

static void
slope_of_few(
    const double *y, int n, const struct ranks *ranks, struct slope *slope)
{
	size_t pairs = pairs_of(n), k = 0;
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
	ranks = ranks_of(y, n, pairs_of(n));
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
