/* SPDX-License-Identifier: MIT */
/*
 * What the views of the review say, out of what is kept of each session
 * (core/digest.h).  Pure: which sessions are looked at was asked before, `now`
 * is an argument.
 */
#ifndef CORE_VIEWS_H
#define CORE_VIEWS_H

#include "core/contrast.h"
#include "core/digest.h"
#include "core/period.h"
#include "core/schedule.h"
#include "core/verdict.h"

/* Sessions by verdict, over time. */
enum { VERDICTS = VERDICT_STRONG_HIRE + 1 };

/* A rated session. */
struct verdict_day {
	int64_t day; /* period_day() */
	enum verdict verdict;
};

struct verdict_view {
	struct periods periods; /* n 0: no session is rated */
	int counts[PERIODS][VERDICTS];
	int rated, at_bar;
};

/* In any order. */
struct verdict_view view_verdicts(const struct verdict_day *days, int n);

/* Time used of the limit. */
struct time_view {
	int counts[TIME_BUCKETS];
	int n, over;   /* answers, and those that took longer */
	double mean;   /* share used */
	double late_s; /* seconds over the limit, mean of those that were */
};
struct time_view view_times(const int64_t sums[TIME_SUMS]);

/* Shares of an answer's sections, the mean of those that were marked. */
struct split_row {
	const char *signal; /* borrowed */
	int n;
	double used, target;
};
struct split_row view_section(const struct digest_section *section);

/* Means of the first rating less the second. */
struct judgement_view {
	struct sample pairs[JUDGEMENT_PAIRS];
	double apart[JUDGEMENT_PAIRS]; /* mean distance, either way */
};
struct judgement_view
view_judgements(const int64_t sums[JUDGEMENT_PAIRS * PAIR_SUMS]);

/* Days with practice: weeks from Monday on, the last one holds today. */
enum { HABIT_WEEKS = 53, WEEK_DAYS = 7 };

struct habit_view {
	int64_t from_day;                    /* the first Monday */
	int answers[HABIT_WEEKS][WEEK_DAYS]; /* not skipped */
	int days;                            /* with practice, of these weeks */
	int streak; /* days in a row up to today, or yesterday */
	int longest;
};

/* Days are added in any order: clocks of other places show other days. */
struct habit {
	struct habit_view view;
	int64_t today;
	int64_t *days; /* owned */
	int n;
};
void habit_begin(struct habit *habit, int64_t today);
void habit_add(struct habit *habit, int64_t day, int answers);
/* Releases what was added. */
struct habit_view habit_end(struct habit *habit);

/* The bank by round: what was seen, is due, is mastered. */
struct bank_question {
	char *id, *round, *level; /* owned */
	struct schedule schedule; /* as its answers have left it */
	bool mastered;
};

struct coverage_row {
	const char *name; /* borrowed from the questions */
	int questions, seen, due, mastered;
};

struct coverage_view {
	struct coverage_row *rounds, *levels; /* owned */
	int n_rounds, n_levels;
	struct coverage_row all;
};

/* Questions are asked again by all answers, whatever the period; a round and a
 * level, where they are not NULL, leave out questions. */
struct coverage_view view_coverage(const struct bank_question *bank, int n,
    const char *round, const char *level, int64_t now_s);
void coverage_release(struct coverage_view *view);

#endif
