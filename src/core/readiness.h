/* SPDX-License-Identifier: MIT */
/*
 * When practice is enough (C2): the latest mocks of a round and level have
 * all passed.  Pure.
 */
#ifndef CORE_READINESS_H
#define CORE_READINESS_H

#include <stdbool.h>

#include "core/rules.h"
#include "core/verdict.h"

enum readiness_state {
	READINESS_NOT_YET,
	READINESS_PROVISIONAL,
	READINESS_READY,
};

/* A session as readiness sees it. */
struct mock {
	bool clean;
	enum verdict verdict;
};

struct readiness {
	enum readiness_state state;
	int clean_in_row; /* the present run of clean mocks at hire or better */
	int needed;       /* what is missing to ready */
};

/* `ready`, `provisional`, `not yet`. */
const char *readiness_name(enum readiness_state state);

/*
 * Of the sessions of one round, level and rater, oldest first.  Mocks that are
 * not clean neither count nor break the run; a clean one under hire breaks it.
 */
struct readiness
readiness_of(const struct rules *rules, const struct mock *mocks, int n);

/* What is missing, or by whose word it is ready, in one sentence: `2 more
 * clean behavioural mocks at hire`.  `round` "" is any. */
enum { READINESS_TEXT = 256 };
void readiness_text(char out[READINESS_TEXT], const struct readiness *readiness,
    const char *round, bool by_peers);

/* Both short, for a row: `clean 2 of 4`, or `clean 6 in a row`; and what is
 * missing, or by whose word it is ready: `2 more at hire`. */
enum { READINESS_BRIEF = 32 };
void
readiness_run(char out[READINESS_BRIEF], const struct readiness *readiness);
void readiness_brief(char out[READINESS_BRIEF],
    const struct readiness *readiness, bool by_peers);

#endif
