/* SPDX-License-Identifier: MIT */
/* What retake*.c share. */
#ifndef CORE_RETAKE_PARTS_H
#define CORE_RETAKE_PARTS_H

#include "base/str.h"
#include "core/retake.h"

/* Two attempts, and what is told of them so far. */
struct telling {
	struct retake *retake;
	const struct rules *rules;
	const struct attempt *before, *now;
	bool private;
	struct str line; /* the one that is being written */
};

/* Adds the line and begins the next one. */
void retake_end_line(struct telling *telling, enum retake_tone tone);

/* Better above 0, worse below. */
enum retake_tone retake_tone(int64_t difference);

/* The earlier rating of the present rubric's i-th signal; 0 where either
 * attempt lacks one. */
int retake_rating_before(const struct telling *telling, size_t i);

/* The weak spots that have not changed, a line a sort; returns how many. */
size_t retake_tell_weak(struct telling *telling);

/* A row for each signal that both have, result, time and words. */
void retake_tell_rows(struct telling *telling);

/* True where the signal is below the bar in both and did not rise. */
bool retake_stayed_weak(const struct telling *telling, size_t i);

#endif
