/* SPDX-License-Identifier: MIT */
/*
 * An attempt at a question against an earlier one: what rose, what fell, and
 * what was weak and has stayed so (docs/SCORING.md).  Pure.
 */
#ifndef CORE_RETAKE_H
#define CORE_RETAKE_H

#include <stdbool.h>
#include <stddef.h>

#include "core/analyse.h"
#include "core/answer.h"
#include "core/verdict.h"

/* All borrowed. */
struct attempt {
	const struct answer *answer;
	const struct rubric *rubric; /* NULL: none that is known */
	const int *ratings;          /* of its signals; 0: not rated */
	struct judged judged;
	const struct analysis *analysis; /* of the answer's text */
};

enum retake_tone {
	RETAKE_PLAIN,
	RETAKE_BETTER,
	RETAKE_WORSE,
	RETAKE_WEAK, /* a weak spot that has not changed */
};

struct retake_line {
	enum retake_tone tone;
	char *text; /* owned; "": a gap */
};

/* What screens and commands say of it, in their order: whether it is better,
 * what fell, what stayed weak, then a row for each signal, the time and the
 * words.  Each row says in text what its tone says. */
struct retake {
	struct retake_line *lines; /* owned */
	size_t n;
};

/* Nothing of the texts is told, their words neither, when `private`. */
void retake_tell(struct retake *retake, const struct rules *rules,
    const struct attempt *before, const struct attempt *now, bool private);
void retake_release(struct retake *retake);

#endif
