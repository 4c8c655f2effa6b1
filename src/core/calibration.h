/* SPDX-License-Identifier: MIT */
/*
 * Calibration answers: what somebody might say, with the ratings that it has
 * earned and why (data/calibration.csv).  Both are lists inside a text
 * (base/list.h): scores `signal:rating|…`, why `signal=sentence|…`.  Pure.
 */
#ifndef CORE_CALIBRATION_H
#define CORE_CALIBRATION_H

#include <stdbool.h>

#include "core/rubric.h"

/* The reference rating of a signal, 0 where there is none. */
int calibration_score(const char *scores, const char *signal);

/* The sentence that says why, owned by the caller; "" where there is none. */
char *calibration_why(const char *why, const char *signal);

enum { CALIBRATION_PROBLEM = 160 };

/* False, saying why, unless each signal of the rubric has one rating, 1 to 5,
 * and nothing else has. */
bool calibration_check_scores(const char *scores, const struct rubric *rubric,
    char problem[CALIBRATION_PROBLEM]);

/* The same for the sentences. */
bool calibration_check_why(const char *why, const struct rubric *rubric,
    char problem[CALIBRATION_PROBLEM]);

#endif
