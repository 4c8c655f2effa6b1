/* SPDX-License-Identifier: MIT */
#include "core/split.h"

#include <string.h>

#include "base/list.h"
#include "base/number.h"

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

bool
split_is_star(const struct rubric *rubric)
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

	if (split_is_star(rubric))
		return limit_s * star[i].percent / PERCENT;
	for (size_t s = 0; s < rubric->n; s++)
		weights += rubric->signals[s].weight;
	return limit_s * (double)rubric->signals[i].weight / (double)weights;
}

/* The seconds of `signal:seconds`, where it is the signal's. */
static bool
read_split(const char *split, const char *signal, double *seconds)
{
	size_t n = strlen(signal);

	return strncmp(split, signal, n) == 0 && split[n] == ':' &&
	       number_parse(split + n + 1, seconds);
}

double
split_used_s(const char *splits, const char *signal)
{
	struct list_of list;
	double seconds = -1;

	list_of_parse(&list, splits);
	for (size_t i = 0; i < list.n; i++)
		if (read_split(list.items[i], signal, &seconds))
			break;
	list_of_release(&list);
	return seconds;
}
