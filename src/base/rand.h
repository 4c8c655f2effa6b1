/* SPDX-License-Identifier: MIT */
/* A small seeded generator (splitmix64, Steele et al. 2014): the same seed
 * gives the same numbers everywhere.  Not for secrets. */
#ifndef BASE_RAND_H
#define BASE_RAND_H

#include <stdint.h>

struct rand {
	uint64_t state;
};

uint64_t rand_next(struct rand *rand);

/* 0 … bound − 1, without bias that would matter; `bound` > 0. */
uint32_t rand_below(struct rand *rand, uint32_t bound);

/* 0 ≤ x < 1 */
double rand_unit(struct rand *rand);

#endif
