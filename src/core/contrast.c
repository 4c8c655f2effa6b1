/* SPDX-License-Identifier: MIT */
#include "core/contrast.h"

#include <math.h>

void
sample_add(struct sample *sample, double value)
{
	double off = value - sample->mean;

	sample->n++;
	sample->mean += off / sample->n;
	sample->squares += off * (value - sample->mean);
}

double
sample_variance(const struct sample *sample)
{
	return sample->n > 1 ? sample->squares / (sample->n - 1) : 0;
}

/* The polynomials are those of A&S 26.7.5 at z = 1.96. */
double
contrast_t(double freedom)
{
	const double z = 1.959963984540054;
	const double z3 = z * z * z, z5 = z3 * z * z, z7 = z5 * z * z;
	const double z9 = z7 * z * z;
	const double v = freedom;

	return z + (z3 + z) / (4 * v) +
	       (5 * z5 + 16 * z3 + 3 * z) / (96 * v * v) +
	       (3 * z7 + 19 * z5 + 17 * z3 - 15 * z) / (384 * v * v * v) +
	       (79 * z9 + 776 * z7 + 1482 * z5 - 1920 * z3 - 945 * z) /
		   (92160 * v * v * v * v);
}

bool
sample_interval(const struct sample *sample, double *low, double *high)
{
	double around;

	if (sample->n < 2)
		return false;
	around = contrast_t(sample->n - 1) *
		 sqrt(sample_variance(sample) / sample->n);
	*low = sample->mean - around;
	*high = sample->mean + around;
	return true;
}

/* Groups that do not vary at all leave nothing to chance: 0. */
static double
reach(const struct sample *a, const struct sample *b)
{
	double x = sample_variance(a) / a->n, y = sample_variance(b) / b->n;
	double freedom;

	if (!(x + y > 0))
		return 0;
	freedom = (x + y) * (x + y) / (x * x / (a->n - 1) + y * y / (b->n - 1));
	return contrast_t(freedom) * sqrt(x + y);
}

struct contrast
contrast_of(const struct sample *before, const struct sample *now, int least)
{
	struct contrast contrast = {.by = now->mean - before->mean};
	double around;

	if (before->n < 2 || now->n < 2 || before->n < least || now->n < least)
		return contrast;
	around = reach(before, now);
	contrast.low = contrast.by - around;
	contrast.high = contrast.by + around;
	contrast.verdict = CONTRAST_NOISE;
	if (contrast.low > 0)
		contrast.verdict = CONTRAST_HIGHER;
	else if (contrast.high < 0)
		contrast.verdict = CONTRAST_LOWER;
	return contrast;
}

const char *
contrast_word(enum contrast_verdict verdict)
{
	switch (verdict) {
	case CONTRAST_FEW:
		return "too few to tell";
	case CONTRAST_NOISE:
		return "no clear difference";
	case CONTRAST_HIGHER:
		return "higher";
	case CONTRAST_LOWER:
		return "lower";
	}
	return "";
}
