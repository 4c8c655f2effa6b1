/* SPDX-License-Identifier: MIT */
/*
 * How far two ratings of the same thing are apart: one's own of an answer when
 * it was fresh and days later, a reference's and one's own, one's own and a
 *peer's.  Pure.
 *
 *	drift = mean(to − from)      which way the second one goes
 *	spread = mean(|to − from|)   how far apart they are, either way
 */
#ifndef CORE_DRIFT_H
#define CORE_DRIFT_H

#include <stdbool.h>

#include "core/rules.h"

/* Starts cleared. */
struct drift {
	int n;     /* pairs of ratings */
	int sum;   /* of to − from */
	int apart; /* of |to − from| */
};

/* What the two ratings of a pair are. */
enum drift_of {
	DRIFT_COLD,      /* when it was fresh, and days later */
	DRIFT_REFERENCE, /* the reference's, and one's own */
	DRIFT_PEER,      /* one's own, and a peer's */
};

enum { DRIFT_WORDS = 64 };

void drift_add(struct drift *drift, int from, int to);
void drift_join(struct drift *drift, const struct drift *other);

/* 0 without a pair. */
double drift_mean(const struct drift *drift);
double drift_spread(const struct drift *drift);

/* Enough pairs for it to say something. */
bool drift_shown(const struct rules *rules, const struct drift *drift);

/* One pair: `1 higher when it was fresh`, `2 above the reference`, `the same
 * both times`. */
void drift_pair_text(char out[DRIFT_WORDS], enum drift_of of, int from, int to);

/* All together: `0.25 higher when fresh`, `0.50 under the reference`. */
void drift_mean_text(
    char out[DRIFT_WORDS], enum drift_of of, const struct drift *drift);

#endif
