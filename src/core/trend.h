/* SPDX-License-Identifier: MIT */
/*
 * The trend of a signal: y = its mean in each session in which it was rated,
 * x = 1 … n.  Pure.
 */
#ifndef CORE_TREND_H
#define CORE_TREND_H

#include <stdbool.h>

struct slope {
	double per_session;
	double low, high; /* 95 % interval */
};

/* Exponentially weighted mean from the first value on, α of the newest:
 * out[0] = y[0], out[i] = α·y[i] + (1 − α)·out[i−1]. */
void trend_ewma(const double *y, int n, double alpha, double *out);

double trend_mean(const double *y, int n);

/*
 * Theil–Sen: the median of the slopes between all pairs.  Its interval is
 * Sen's (1968, equation 2.6): Kendall's S taken as normal with its variance
 * corrected for ties in y, z = 1.96, ranks as scipy.stats.theilslopes takes
 * them.  False below 2 values.
 */
bool trend_slope(const double *y, int n, struct slope *slope);

/* `rising`, `falling`, or, where the interval holds 0, `no clear trend`. */
const char *slope_word(const struct slope *slope);

/*
 * The latest value against the mean of the up to `back` values before it; 0
 * with a single value.
 */
double trend_change(const double *y, int n, int back);

#endif
