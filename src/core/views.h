/* SPDX-License-Identifier: MIT */
/*
 * What the views of the review count, out of the record (core/record.h).
 * Pure: a filter says which sessions are looked at, `now` is an argument.
 */
#ifndef CORE_VIEWS_H
#define CORE_VIEWS_H

#include "core/period.h"
#include "core/record.h"

/* Sessions by verdict, over time. */
enum { VERDICTS = VERDICT_STRONG_HIRE + 1 };

struct verdict_view {
	struct periods periods; /* n 0: no session is rated */
	int counts[PERIODS][VERDICTS];
	int rated, at_bar;
};
struct verdict_view
view_verdicts(const struct record *record, const struct record_filter *filter);

/* Time used of the limit, by answers that had one: from 0 % in steps of 10,
 * the last one holds all from 150 % on. */
enum { TIME_BUCKETS = 16, TIME_STEP = 10 };

struct time_view {
	int counts[TIME_BUCKETS];
	int n, over;   /* answers, and those that took longer */
	double mean;   /* share used */
	double late_s; /* seconds over the limit, mean of those that were */
};
struct time_view
view_times(const struct record *record, const struct record_filter *filter);

/* Sections of spoken answers, in the order in which they came up. */
enum { SPLIT_ROWS = 32 };

struct split_view {
	int n;
	struct split_row {
		int signal, n;
		double used, target; /* shares of the answer's sections */
	} rows[SPLIT_ROWS];
};
struct split_view
view_splits(const struct record *record, const struct record_filter *filter);

/* Ratings of the same answer side by side: means of the first less the
 * second. */
enum judgement_pair {
	PREDICTED_AND_SELF,
	SELF_AND_COLD,
	SELF_AND_PEERS,
	JUDGEMENT_PAIRS,
};

struct judgement_view {
	struct sample pairs[JUDGEMENT_PAIRS];
	double apart[JUDGEMENT_PAIRS]; /* mean distance, either way */
};
struct judgement_view view_judgements(
    const struct record *record, const struct record_filter *filter);

/* Days with practice: weeks from Monday on, the last one holds today. */
enum { HABIT_WEEKS = 53, WEEK_DAYS = 7 };

struct habit_view {
	int64_t from_day;                    /* the first Monday */
	int answers[HABIT_WEEKS][WEEK_DAYS]; /* not skipped */
	int days;                            /* with practice, of these weeks */
	int streak; /* days in a row up to today, or yesterday */
	int longest;
};
struct habit_view view_habit(const struct record *record,
    const struct record_filter *filter, int64_t today);

/* The bank by round: what was seen, is due, is mastered. */
struct bank_question {
	char *id, *round, *level; /* owned */
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

/* Questions are asked again by all answers, whatever the period; the filter's
 * round and level leave out questions. */
struct coverage_view
view_coverage(const struct record *record, const struct record_filter *filter,
    const struct bank_question *bank, int n, int64_t now_s);
void coverage_release(struct coverage_view *view);

/* The latest answers that were not skipped and took time, newest first: their
 * indices in the record, at most `room`.  Returns how many. */
int view_latest(const struct record *record, const struct record_filter *filter,
    int *answers, int room);

#endif
