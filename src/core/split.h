/* SPDX-License-Identifier: MIT */
/* How long each section of a spoken answer should take. */
#ifndef CORE_SPLIT_H
#define CORE_SPLIT_H

#include "core/rubric.h"

/* Seconds of the limit that the rubric's `i`-th section should take: STAR
 * 20/10/60/10 %, other rubrics by their weights. */
double split_target_s(const struct rubric *rubric, size_t i, double limit_s);

#endif
