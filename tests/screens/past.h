/* SPDX-License-Identifier: MIT */
/* Sessions of the past, each with one answer. */
#ifndef SCREENS_PAST_H
#define SCREENS_PAST_H

#include <stdbool.h>

/* What is NULL or 0 is as in stage-failure: behavioural on star, for xiaomi
 * and pm2, by oneself, in time, with a measured result. */
struct past {
	int days_ago;
	const char *ratings; /* a digit a signal of the rubric */
	const char *round, *rubric, *company, *level;
	const char *question, *prompt, *text;
	const char *rater;
	double answer_s;
	int predicted;
	bool spoken;
	const char *splits;
	bool no_metric;
};

/* Keeps it on the stage's store.  Its session has the id `past-N`, its answer
 * `past-answer-N`, N being days_ago. */
void past_add(const struct past *past);

/* `n` sessions on the days before today, the oldest first in `ratings`: one
 * digit a session, for every signal of its answer. */
void past_add_course(const char *ratings);

/* `n` sessions on as many days, the latest `from` days ago. */
void past_add_days(int from, int n, const char *ratings);

/* Three on the last three days: a strong estimation for tencent, a weak and a
 * good behavioural one. */
void past_add_three(void);

#endif
