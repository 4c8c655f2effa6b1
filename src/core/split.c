/* SPDX-License-Identifier: MIT */
#include "core/split.h"

#include <string.h>

/* Shares in percent where weights would mislead: a panel wants to hear what
 * was done, however much the result weighs. */
static const struct {
	const char *signal;
	int percent;
} star[] = {
    {"situation", 20},
    {"task", 10},
    {"action", 60},
    {"result", 10},
};

enum { STAR_SIGNALS = sizeof(star) / sizeof(star[0]), PERCENT = 100 };

static bool
is_star(const struct rubric *rubric)
{
	if (rubric->n != STAR_SIGNALS)
		return false;
	for (size_t i = 0; i < STAR_SIGNALS; i++)
		if (strcmp(rubric->signals[i].key, star[i].signal) != 0)
			return false;
	return true;
}

double
split_target_s(const struct rubric *rubric, size_t i, double limit_s)
{
	int64_t weights = 0;

	if (is_star(rubric))
		return limit_s * star[i].percent / PERCENT;
	for (size_t s = 0; s < rubric->n; s++)
		weights += rubric->signals[s].weight;
	return limit_s * (double)rubric->signals[i].weight / (double)weights;
}
