/* SPDX-License-Identifier: MIT */
/*
 * The slopes between all pairs of points, by their rank.  Of a long history
 * there are tens of millions, and a few are asked for: those of a sample tell
 * where to look, and how many slopes are below a value is counted without
 * going through the pairs, as the inversions of y − value·x (Dillencourt, Mount
 * and Netanyahu 1992).  The few that are left between two values are
 * inversions, too.
 */
#ifndef CORE_SLOPE_RANK_H
#define CORE_SLOPE_RANK_H

#include <stddef.h>

/* Points (i, y[i]), hundreds of them. */
struct slope_points {
	const double *y; /* borrowed */
	int n;
	double *z, *spare; /* owned: `n` each */
	double *sample;    /* owned: some of the slopes, ascending */
};

void slope_points_init(struct slope_points *points, const double *y, int n);
void slope_points_release(struct slope_points *points);

/* How many slopes `n` points have. */
size_t slope_pairs(int n);

/* The slope of that rank in ascending order, from 0.  Slopes nearer than 1e-10
 * are one, but 0 is told exactly. */
double slope_ranked(struct slope_points *points, size_t rank);

#endif
