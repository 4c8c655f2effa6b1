/* SPDX-License-Identifier: MIT */
#include "core/trend.h"

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
