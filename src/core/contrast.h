/* SPDX-License-Identifier: MIT */
/*
 * Two groups of scores side by side: is one better, or is that noise?  Pure.
 *
 * Welch's test at 95 %: the difference of the means, give or take t standard
 * errors, with the degrees of freedom of Welch and Satterthwaite.  It does not
 * take for granted that both groups vary alike.
 */
#ifndef CORE_CONTRAST_H
#define CORE_CONTRAST_H

#include <stdbool.h>

/* Starts cleared. */
struct sample {
	int n;
	double mean;
	double squares; /* sum of squared distances from the mean */
};

void sample_add(struct sample *sample, double value);

/* The sample variance (over n − 1), 0 below two values. */
double sample_variance(const struct sample *sample);

/* The 95 % interval of its mean, by Student's t; false below two values. */
bool sample_interval(const struct sample *sample, double *low, double *high);

enum contrast_verdict {
	CONTRAST_FEW,   /* one of the groups has fewer than are needed */
	CONTRAST_NOISE, /* the interval holds 0 */
	CONTRAST_HIGHER,
	CONTRAST_LOWER,
};

struct contrast {
	enum contrast_verdict verdict;
	double by;        /* mean of `now` less that of `before` */
	double low, high; /* its 95 % interval; only with enough of both */
};

/* `least` values are needed of each, at least 2. */
struct contrast
contrast_of(const struct sample *before, const struct sample *now, int least);

/* `too few to tell`, `no clear difference`, `higher`, `lower`. */
const char *contrast_word(enum contrast_verdict verdict);

/* The 97.5 % quantile of Student's t, right to 0.001 from 4 degrees of freedom
 * on (Cornish and Fisher's expansion; Abramowitz and Stegun 26.7.5). */
double contrast_t(double freedom);

#endif
