/* SPDX-License-Identifier: MIT */
/*
 * The verdict rule (docs/SCORING.md): what a panel would say of an answer and
 * of a session, which cap lowered it, and what to fix next.  Pure.
 */
#ifndef CORE_VERDICT_H
#define CORE_VERDICT_H

#include <stdbool.h>
#include <stddef.h>

#include "core/rubric.h"
#include "core/rules.h"
#include "core/score.h"

/* A6, from worst to best. */
enum verdict {
	VERDICT_NONE, /* not rated */
	VERDICT_REJECT,
	VERDICT_REINTERVIEW,
	VERDICT_HIRE,
	VERDICT_STRONG_HIRE,
};

/* Caps lower a verdict, never a number.  Bits. */
enum cap {
	CAP_SINGLE_ONE = 1, /* a single 1 drags the answer down (A4) */
	CAP_NO_METRIC = 2,  /* no measured result was given (A8) */
	CAP_REJECTED_ANSWER =
	    4, /* one answer of the session is a reject (A13) */
};

struct judged {
	struct score overall; /* SCORE_NONE when not rated */
	enum verdict verdict;
	unsigned caps; /* the caps that really lowered the verdict */
	int limiting;  /* index of the limiting signal, -1 when not rated */
};

/* `hire`, `strong hire`, …; "" for VERDICT_NONE. */
const char *verdict_name(enum verdict verdict);

/* One sentence a cap. */
const char *cap_reason(enum cap cap);

/* The band that a score falls into. */
enum verdict verdict_band(const struct rules *rules, struct score overall);

/*
 * Judges one answer.  `ratings` has one rating a signal of the rubric, in its
 * order, 0 where it is missing; an incomplete set is not rated (VERDICT_NONE).
 * `metric_given`: a measured result was given.
 * overall = Σ weight·rating / Σ weight.
 */
struct judged verdict_answer(const struct rules *rules,
    const struct rubric *rubric, const int *ratings, bool metric_given);

/*
 * Judges one answer by `n` raters together, a row of ratings each: the overall
 * is the mean of theirs, a cap of any of them holds, and the limiting signal
 * has the lowest mean.  A rater whose ratings are incomplete is left out.
 */
struct judged
verdict_panel(const struct rules *rules, const struct rubric *rubric,
    const int (*ratings)[RUBRIC_SIGNALS], int n, bool metric_given);

/* What a session's judgement needs of each of its rated answers. */
struct rated_answer {
	const struct rubric *rubric;
	int ratings[RUBRIC_SIGNALS];
	struct judged judged;
};

struct judged_session {
	struct score overall;
	enum verdict verdict;
	unsigned caps;
	const char *limiting; /* key, borrowed from a rubric; NULL: none */
};

/*
 * Judges a session by its `n` rated answers: the mean of their overalls, the
 * same bands, CAP_REJECTED_ANSWER; limiting signal by lowest mean over the
 * answers, then largest weight, then name.
 */
struct judged_session verdict_session(
    const struct rules *rules, const struct rated_answer *answers, int n);

/* What makes an answer clean, or not. */
struct clean_facts {
	bool rated, skipped, hint;
	double limit_s, answer_s, paused_s; /* limit_s ≤ 0: not timed */
};

/* Timed, not skipped, every signal rated, never paused, no hint, and not
 * more than the allowed overtime. */
bool clean_answer(const struct rules *rules, const struct clean_facts *facts);

#endif
