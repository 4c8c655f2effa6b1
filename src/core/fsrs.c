/* SPDX-License-Identifier: MIT */
#include "core/fsrs.h"

#include <math.h>
#include <stddef.h>

/* The default parameters of FSRS-6, w0 to w20 (py-fsrs 6,
 * DEFAULT_PARAMETERS). */
static const double w[] = {0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334,
    3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835, 0.0614, 0.2629, 1.6483,
    0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542};

/* Recall is 90 % when as many days have passed as the stability says. */
static const double recall_at_stability = 0.9;
static const double retention = 0.9; /* aimed at */
static const double least_stability = 0.001;

enum {
	LEAST_DIFFICULTY = 1,
	MOST_DIFFICULTY = 10,
	MOST_DAYS = 36500,
	RATING_HARD = 3, /* of 1-5: below it is forgotten */
};

enum fsrs_grade
fsrs_grade(int rating)
{
	if (rating < RATING_HARD)
		return FSRS_AGAIN;
	return (enum fsrs_grade)(FSRS_HARD + rating - RATING_HARD);
}

static double
decay(void)
{
	return -w[20];
}

static double
factor(void)
{
	return pow(recall_at_stability, 1 / decay()) - 1;
}

static double
initial_difficulty(enum fsrs_grade grade)
{
	return w[4] - exp(w[5] * (grade - FSRS_AGAIN)) + 1;
}

static double
in_range(double difficulty)
{
	return fmin(fmax(difficulty, LEAST_DIFFICULTY), MOST_DIFFICULTY);
}

/* A step that is the smaller, the closer to 10 it starts, drawn a little
 * towards the difficulty that an easy first review gives. */
static double
next_difficulty(double difficulty, enum fsrs_grade grade)
{
	double step = -w[6] * ((int)grade - FSRS_GOOD) *
		      (MOST_DIFFICULTY - difficulty) /
		      (MOST_DIFFICULTY - LEAST_DIFFICULTY);

	return in_range(w[7] * initial_difficulty(FSRS_EASY) +
			(1 - w[7]) * (difficulty + step));
}

static double
recalled(const struct fsrs_state *before, enum fsrs_grade grade, double recall)
{
	double growth = exp(w[8]) * (MOST_DIFFICULTY + 1 - before->difficulty) *
			pow(before->stability, -w[9]) *
			(exp(w[10] * (1 - recall)) - 1);

	if (grade == FSRS_HARD)
		growth *= w[15];
	if (grade == FSRS_EASY)
		growth *= w[16];
	return before->stability * (1 + growth);
}

static double
forgotten(const struct fsrs_state *before, double recall)
{
	double later = w[11] * pow(before->difficulty, -w[12]) *
		       (pow(before->stability + 1, w[13]) - 1) *
		       exp(w[14] * (1 - recall));

	return fmin(later, before->stability / exp(w[17] * w[18]));
}

static double
same_day(const struct fsrs_state *before, enum fsrs_grade grade)
{
	double growth = exp(w[17] * ((int)grade - FSRS_GOOD + w[18])) *
			pow(before->stability, -w[19]);

	return before->stability *
	       (grade >= FSRS_GOOD ? fmax(growth, 1) : growth);
}

static double
next_stability(
    const struct fsrs_state *before, enum fsrs_grade grade, int64_t days)
{
	if (days < 1)
		return same_day(before, grade);
	if (grade == FSRS_AGAIN)
		return forgotten(before, fsrs_retrievability(before, days));
	return recalled(before, grade, fsrs_retrievability(before, days));
}

struct fsrs_state
fsrs_review(
    const struct fsrs_state *before, enum fsrs_grade grade, int64_t days)
{
	if (before == NULL)
		return (struct fsrs_state){
		    .stability = w[grade - FSRS_AGAIN],
		    .difficulty = in_range(initial_difficulty(grade)),
		};
	return (struct fsrs_state){
	    .stability =
		fmax(next_stability(before, grade, days), least_stability),
	    .difficulty = next_difficulty(before->difficulty, grade),
	};
}

double
fsrs_retrievability(const struct fsrs_state *state, int64_t days)
{
	double passed = days > 0 ? (double)days : 0;

	return pow(1 + factor() * passed / state->stability, decay());
}

int
fsrs_interval_days(const struct fsrs_state *state)
{
	double days =
	    state->stability / factor() * (pow(retention, 1 / decay()) - 1);

	/* Half to even, as Python rounds; the mode is the C default. */
	return (int)fmin(fmax(nearbyint(days), 1), MOST_DAYS);
}
