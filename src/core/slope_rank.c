/* SPDX-License-Identifier: MIT */
#include "core/slope_rank.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/rand.h"
#include "core/select.h"

enum {
	SAMPLE = 2000, /* slopes */
	RUN = 8,       /* values that are sorted by insertion */
	FEW = 8000,    /* slopes that are written down */
};

/* Steeper than any slope of ratings, and of any other values that are drawn. */
static const double steepest = 1e100;

/* Slopes that are so close are one: rounding is far below it, what is shown
 * far above. */
static const double apart = 1e-10;

static int
ascending(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

size_t
slope_pairs(int n)
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
count_below(struct slope_points *points, double value)
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
add_slopes(const struct slope_points *points, const struct item *left, size_t n,
    const struct item *right, struct band *band)
{
	const double *y = points->y;

	for (size_t i = 0; i < n && band->n < band->upto - band->below; i++)
		band->slopes[band->n++] =
		    (y[right->x] - y[left[i].x]) / (right->x - left[i].x);
}

/* As count_inversions(), and writes down the slope of each such pair. */
static void
collect(const struct slope_points *points, struct item *items,
    struct item *spare, size_t n, struct band *band)
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
fill(const struct slope_points *points, struct band *band)
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
narrow(
    struct slope_points *points, double value, size_t rank, struct band *band)
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
search(
    struct slope_points *points, size_t rank, struct band *band, double *slope)
{
	size_t low = 0, high = SAMPLE;

	while (low < SAMPLE && points->sample[low] < band->low)
		low++;
	while (high > low && points->sample[high - 1] > band->high)
		high--;
	while (low < high && band->upto - band->below > FEW) {
		size_t at = guess(band, rank, low, high);
		int side = narrow(points, points->sample[at], rank, band);

		*slope = points->sample[at];
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
halve(
    struct slope_points *points, size_t rank, struct band *band, double *slope)
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

double
slope_ranked(struct slope_points *points, size_t rank)
{
	struct band band = {
	    .low = -steepest,
	    .high = steepest,
	    .upto = slope_pairs(points->n),
	};
	double slope;

	/* What tells a rise from a fall is told exactly. */
	if (narrow(points, 0, rank, &band) == 0)
		return 0;
	if (search(points, rank, &band, &slope) ||
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

void
slope_points_init(struct slope_points *points, const double *y, int n)
{
	*points = (struct slope_points){
	    .y = y,
	    .n = n,
	    .z = mem_new((size_t)n * sizeof(double)),
	    .spare = mem_new((size_t)n * sizeof(double)),
	    .sample = draw_sample(y, n),
	};
}

void
slope_points_release(struct slope_points *points)
{
	free(points->z);
	free(points->spare);
	free(points->sample);
}
