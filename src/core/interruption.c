/* SPDX-License-Identifier: MIT */
#include "core/interruption.h"

#include <math.h>
#include <stdlib.h>

#include "base/mem.h"
#include "base/rand.h"

enum { SECOND_MS = 1000 };

/* Whole seconds left, both ends included; `low` > `high`: none. */
struct moments {
	int64_t low, high;
};

void
interruptions_add(struct interruptions *list, const char *name,
    const char *text, bool timed, double left_s)
{
	list->at = mem_grow(list->at, list->n + 1, sizeof(*list->at));
	list->at[list->n++] = (struct interruption){
	    .name = mem_text(name),
	    .text = mem_text(text),
	    .timed = timed,
	    .left_s = left_s,
	};
}

void
interruption_release(struct interruption *interruption)
{
	free(interruption->name);
	free(interruption->text);
	*interruption = (struct interruption){0};
}

void
interruptions_release(struct interruptions *list)
{
	for (size_t i = 0; i < list->n; i++)
		interruption_release(&list->at[i]);
	free(list->at);
	*list = (struct interruptions){0};
}

/* The neighbours of a seed, and those of a task, have nothing in common; nor
 * has what picks the questions from the same seed. */
static struct rand
chance_of(uint64_t seed, int nth)
{
	struct rand rand = {seed};

	rand.state = rand_next(&rand) + (uint64_t)nth;
	return rand;
}

/* In milliseconds, so that 0.3 of 180 s are 54 s and not a little more. */
static int64_t
left_ms(double limit_s, double used_share)
{
	return llround(limit_s * (1 - used_share) * SECOND_MS);
}

static struct moments
moments_of(const struct rules *rules, double limit_s)
{
	int64_t least_ms = left_ms(limit_s, rules->interruption_until);
	int64_t most_ms = left_ms(limit_s, rules->interruption_from);

	return (struct moments){
	    (least_ms + SECOND_MS - 1) / SECOND_MS,
	    most_ms / SECOND_MS,
	};
}

/* Within the answer's time, neither at its first moment nor at its last. */
static bool
suits(const struct interruption *one, const struct rules *rules, double limit_s)
{
	struct moments moments = moments_of(rules, limit_s);

	if (*one->text == '\0')
		return false;
	if (one->timed)
		return one->left_s > 0 && one->left_s < limit_s;
	return moments.low <= moments.high && moments.low > 0 &&
	       (double)moments.high < limit_s;
}

static double
moment(struct rand *rand, struct moments moments)
{
	uint32_t n = (uint32_t)(moments.high - moments.low) + 1;

	return (double)moments.low + rand_below(rand, n);
}

void
interruption_choose(const struct interruptions *list, const struct rules *rules,
    uint64_t seed, int nth, double limit_s, struct interruption *chosen)
{
	struct rand rand = chance_of(seed, nth);
	const struct interruption *one = NULL;
	uint32_t seen = 0;

	*chosen = (struct interruption){0};
	/* Each that suits takes the place with a chance of one in as many as
	 * there were. */
	for (size_t i = 0; i < list->n; i++)
		if (suits(&list->at[i], rules, limit_s) &&
		    rand_below(&rand, ++seen) == 0)
			one = &list->at[i];
	if (one == NULL)
		return;
	*chosen = (struct interruption){
	    .name = mem_text(one->name),
	    .text = mem_text(one->text),
	    .timed = one->timed,
	    .left_s = one->timed ? one->left_s
				 : moment(&rand, moments_of(rules, limit_s)),
	};
}
