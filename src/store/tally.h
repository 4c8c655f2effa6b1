/* SPDX-License-Identifier: MIT */
/*
 * What a rater gave in a session, counted, as the table `opinion` keeps it
 * (digest.h), for the files of this folder: trends are read from it.
 */
#ifndef STORE_TALLY_H
#define STORE_TALLY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/rubric.h"

/* The next signal of a row, by name, borrowed and not ended by a NUL; `*at`
 * goes on behind it.  False at the end, also of a text that is damaged. */
bool tally_signal(const char **at, const char **signal, size_t *length);

/* The latest ratings of a signal in a session. */
struct tally {
	int ratings; /* how many there are */
	int sum;
	int least;
	int at_bar; /* at the bar or over it */
};

/* Those of the row's next signal; the bar is in SCORE_UNITs (core/rules.h).
 * False as above. */
bool tally_next(const char **at, int64_t bar, struct tally *tally);

double tally_mean(const struct tally *tally);

#endif
