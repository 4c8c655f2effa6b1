/* SPDX-License-Identifier: MIT */
/* How long each section of a spoken answer should take. */
#ifndef CORE_SPLIT_H
#define CORE_SPLIT_H

#include <stdbool.h>

#include "core/rubric.h"

/* True where the sections are those of a story: situation, task, action and
 * result. */
bool split_is_star(const struct rubric *rubric);

/* Seconds of the limit that the rubric's `i`-th section should take: STAR
 * 20/10/60/10 %, other rubrics by their weights. */
double split_target_s(const struct rubric *rubric, size_t i, double limit_s);

/* Seconds that the signal's section took, of an answer's splits
 * (`signal:seconds|…`); negative where it was not marked. */
double split_used_s(const char *splits, const char *signal);

#endif
