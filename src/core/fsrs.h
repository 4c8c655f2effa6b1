/* SPDX-License-Identifier: MIT */
/*
 * FSRS-6, the Free Spaced Repetition Scheduler: how long a question stays in
 * memory, from the grades of its reviews and the days between them.  Formulas
 * and weights are those of py-fsrs 6 (github.com/open-spaced-repetition).
 * Pure.
 */
#ifndef CORE_FSRS_H
#define CORE_FSRS_H

#include <stdint.h>

enum fsrs_grade {
	FSRS_AGAIN = 1, /* forgotten; the others are recalled */
	FSRS_HARD,
	FSRS_GOOD,
	FSRS_EASY,
};

struct fsrs_state {
	double stability;  /* days until the chance of recall is 90 % */
	double difficulty; /* 1-10 */
};

/* The grade of a review whose limiting signal was rated 1-5. */
enum fsrs_grade fsrs_grade(int rating);

/* The state after a review `days` whole days after the one before it, 0 on
 * the same day; `before` NULL is the first review. */
struct fsrs_state fsrs_review(
    const struct fsrs_state *before, enum fsrs_grade grade, int64_t days);

/* The chance of recall `days` whole days after the last review, 0-1. */
double fsrs_retrievability(const struct fsrs_state *state, int64_t days);

/* Whole days from the last review until the chance of recall has sunk to the
 * one that is aimed at, 90 %: 1-36500. */
int fsrs_interval_days(const struct fsrs_state *state);

#endif
