/* SPDX-License-Identifier: MIT */
/*
 * What an interviewer says in the middle of an answer: a twist of what is
 * given, or that time is short.  Which one comes, and when, follows from the
 * session's seed and the task's number alone.
 */
#ifndef CORE_INTERRUPTION_H
#define CORE_INTERRUPTION_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/rules.h"

struct interruption {
	char *name; /* owned, as is `text`; both NULL: none */
	char *text;
	bool timed;    /* its moment is given; else it is left to chance */
	double left_s; /* of the answer's time when it comes */
};

/* Those that suit a question. */
struct interruptions {
	struct interruption *at; /* owned */
	size_t n;
};

void interruptions_add(struct interruptions *list, const char *name,
    const char *text, bool timed, double left_s);
void interruptions_release(struct interruptions *list);

/*
 * Chooses for the `nth` task of a session, into the caller's storage; none
 * where nothing suits.  One without words never suits, nor does one whose
 * moment lies before the answer's beginning.  A moment left to chance is a
 * whole second between two shares of the limit, so that the clock's tick and
 * the interruption are one wake-up.
 */
void
interruption_choose(const struct interruptions *list, const struct rules *rules,
    uint64_t seed, int nth, double limit_s, struct interruption *chosen);
void interruption_release(struct interruption *interruption);

#endif
