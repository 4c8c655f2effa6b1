/* SPDX-License-Identifier: MIT */
#include "core/drift.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

/* What is said of a second rating that is lower, the same, and higher. */
struct wording {
	const char *lower, *same, *higher;
};

static const struct wording pair_words[] = {
    [DRIFT_COLD] = {"higher when it was fresh", "the same both times",
	"lower when it was fresh"},
    [DRIFT_REFERENCE] = {"under the reference", "as the reference",
	"above the reference"},
    [DRIFT_PEER] = {"lower than you", "as you", "higher than you"},
};

static const struct wording mean_words[] = {
    [DRIFT_COLD] = {"higher when fresh", "no higher when fresh",
	"lower when fresh"},
    [DRIFT_REFERENCE] = {"under the reference", "level with the reference",
	"above the reference"},
    [DRIFT_PEER] = {"lower than you", "level with you", "higher than you"},
};

void
drift_add(struct drift *drift, int from, int to)
{
	drift->n++;
	drift->sum += to - from;
	drift->apart += abs(to - from);
}

void
drift_join(struct drift *drift, const struct drift *other)
{
	drift->n += other->n;
	drift->sum += other->sum;
	drift->apart += other->apart;
}

double
drift_mean(const struct drift *drift)
{
	return drift->n > 0 ? (double)drift->sum / drift->n : 0;
}

double
drift_spread(const struct drift *drift)
{
	return drift->n > 0 ? (double)drift->apart / drift->n : 0;
}

bool
drift_shown(const struct rules *rules, const struct drift *drift)
{
	return drift->n >= rules->drift_answers;
}

void
drift_pair_text(char out[DRIFT_WORDS], enum drift_of of, int from, int to)
{
	const struct wording *words = &pair_words[of];

	if (from == to)
		snprintf(out, DRIFT_WORDS, "%s", words->same);
	else
		snprintf(out, DRIFT_WORDS, "%d %s", abs(to - from),
		    to < from ? words->lower : words->higher);
}

void
drift_mean_text(
    char out[DRIFT_WORDS], enum drift_of of, const struct drift *drift)
{
	const struct wording *words = &mean_words[of];

	if (drift->sum == 0)
		snprintf(out, DRIFT_WORDS, "%s", words->same);
	else
		snprintf(out, DRIFT_WORDS, "%.2f %s", fabs(drift_mean(drift)),
		    drift->sum < 0 ? words->lower : words->higher);
}
