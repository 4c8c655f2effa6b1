/* SPDX-License-Identifier: MIT */
/*
 * Scores are fractions of whole numbers, so that 3.5 is 3.5.
 */
#ifndef CORE_SCORE_H
#define CORE_SCORE_H

#include <stdbool.h>
#include <stdint.h>

/* Invariant: den ≥ 0 and lowest terms; den 0 means there is no score. */
struct score {
	int64_t num, den;
};

#define SCORE_NONE ((struct score){0, 0})

/* num / den in lowest terms; `den` > 0. */
struct score score_of(int64_t num, int64_t den);

static inline bool
score_exists(struct score score)
{
	return score.den != 0;
}

/* Negative, 0 or positive as a < b, a = b, a > b; both must exist. */
int score_compare(struct score a, struct score b);

/* The same against a threshold in SCORE_UNITs (rules.h). */
int score_compare_units(struct score score, int64_t units);

/*
 * Adds scores up for their mean.  Exact while the common denominator fits 63
 * bits; beyond that (dozens of rubrics with unusual weights in one session)
 * the mean is rounded to 1e-9.  Starts cleared.
 */
struct score_sum {
	struct score exact;
	double about;
	int64_t n;
	bool rounded;
};

/* Adds a score that exists. */
void score_add(struct score_sum *sum, struct score score);

/* SCORE_NONE when nothing was added. */
struct score score_mean(const struct score_sum *sum);

/* For display and export. */
double score_value(struct score score);

#endif
