/* SPDX-License-Identifier: MIT */
/*
 * What the answers to one question say of when it should be asked again: each
 * rated answer is a review (fsrs.h).  Pure, and never kept: it is replayed
 * from the answers whenever it is asked for.
 */
#ifndef CORE_SCHEDULE_H
#define CORE_SCHEDULE_H

#include <stdbool.h>
#include <stdint.h>

#include "core/fsrs.h"

/* Starts cleared.  Without a review the last four say nothing. */
struct schedule {
	int attempts; /* answers that were not skipped */
	int reviews;  /* of them fully rated */
	struct fsrs_state state;
	enum fsrs_grade grade; /* of the last review, as is the time */
	int64_t reviewed_at;   /* when its answer began, s since 1970 */
	int64_t due_at;
};

/* Adds an answer that was not skipped, the oldest first; `rating` is that of
 * its limiting signal, 0 where it is not fully rated. */
void schedule_answer(struct schedule *schedule, int64_t started_at, int rating);

/* True when it was reviewed and is to be asked again by now. */
bool schedule_due(const struct schedule *schedule, int64_t now_s);

/* True when its last review was good or better. */
bool schedule_good(const struct schedule *schedule);

/* Whole days of 24 hours since the last review, and the chance of recall
 * after them; only with a review. */
int64_t schedule_days(const struct schedule *schedule, int64_t now_s);
double schedule_recall(const struct schedule *schedule, int64_t now_s);

/*
 * Negative, 0 or positive as `a` should be asked before, with or after `b`:
 * due ones first, the lowest chance of recall before the others; then those
 * that are not due yet, by their time; then those without a review, answered
 * ones before.
 */
int schedule_compare(
    const struct schedule *a, const struct schedule *b, int64_t now_s);

/* When it is due, in words: `due in 5 days`. */
enum { SCHEDULE_TEXT = 128 };
void schedule_text(
    char out[SCHEDULE_TEXT], const struct schedule *schedule, int64_t now_s);

#endif
