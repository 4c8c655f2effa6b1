/* SPDX-License-Identifier: MIT */
#include "base/rand.h"

/* Increment and multipliers are those of the paper's SplitMix64. */
uint64_t
rand_next(struct rand *rand)
{
	uint64_t z = rand->state += 0x9E3779B97F4A7C15;

	z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
	z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
	return z ^ (z >> 31);
}

/* Scales 32 random bits; a remainder would favour the small numbers. */
uint32_t
rand_below(struct rand *rand, uint32_t bound)
{
	return (uint32_t)(((rand_next(rand) >> 32) * bound) >> 32);
}

/* 53 bits fill the fraction of a double. */
double
rand_unit(struct rand *rand)
{
	return (double)(rand_next(rand) >> 11) * 0x1p-53;
}
