/* SPDX-License-Identifier: MIT */
#include "core/select.h"

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

/* Quickselect (Hoare 1961): sorting all slopes of a long history would take
 * seconds. */
double
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
