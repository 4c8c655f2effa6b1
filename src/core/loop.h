/* SPDX-License-Identifier: MIT */
/*
 * An interview loop: rounds on different days, each with an interviewer who
 * owns a view, and a debrief that puts them together (A11 to A13, A15;
 * docs/SCORING.md).  Pure.
 */
#ifndef CORE_LOOP_H
#define CORE_LOOP_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"
#include "core/verdict.h"

/* Texts are owned and never NULL. */
struct loop_round {
	int position;
	int day; /* of the loop, from 1 */
	char *round;
	int minutes; /* 0: not told */
	bool gate;   /* failing it fails the loop */
	char *interviewer;
	char *rubric; /* the view that the interviewer owns */
	int questions;
};

void loop_round_release(struct loop_round *round);

/* How a round of a run went. */
struct loop_result {
	bool begun;
	bool done; /* its session has ended and is rated */
	struct score overall;
	enum verdict verdict;
};

/* When the round is planned in a run that began then, in s since 1970: whole
 * days of 24 hours later. */
int64_t loop_planned_at(const struct loop_round *round, int64_t began_at);

/* The round to go on with: the first that is not done; `n` where all are. */
int loop_next(const struct loop_result *results, int n);

/* Caps of a loop.  Bits. */
enum loop_cap {
	LOOP_GATE_FAILED = 1, /* a gate under hire: reject (A11) */
	LOOP_UNDER_BAR = 2,   /* a round under hire: at best re-interview */
};

/* One sentence a cap. */
const char *loop_cap_reason(enum loop_cap cap);

struct loop_judged {
	struct score overall; /* the mean of the rounds that are done */
	enum verdict verdict; /* of them so far; VERDICT_NONE: none is */
	unsigned caps;        /* those that really lowered it */
	int done;
};

/* Judges what is done of `n` rounds. */
struct loop_judged loop_judge(const struct rules *rules,
    const struct loop_round *rounds, const struct loop_result *results, int n);

/* True where the round fell below the one that was done before it: the panel
 * expects depth to grow without a single dip (A13). */
bool loop_dip(const struct loop_result *results, int at);

#endif
