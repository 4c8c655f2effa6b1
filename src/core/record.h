/* SPDX-License-Identifier: MIT */
/*
 * What was practised, as the views of the review need it: sessions newest
 * first, the answers of each, and their judgements; texts are numbers of
 * `names`.  It knows no database (store/record.h fills it).
 */
#ifndef CORE_RECORD_H
#define CORE_RECORD_H

#include <stdbool.h>
#include <stdint.h>

#include "core/fortnight.h"
#include "core/intern.h"
#include "core/days.h"
#include "core/verdict.h"

struct record_answer {
	int64_t pk, started_at;
	int question, round, rubric;
	bool skipped, spoken;
	double limit_s, answer_s; /* limit 0: not timed */
	int predicted;            /* 0: not predicted */
	enum verdict verdict;     /* by oneself */
	int limiting;             /* the rating of that signal; 0: not rated */
	/* Overalls; 0 where nobody rated it in full.  Peers: their mean. */
	double self, cold, peers;
	int split_from, splits; /* in `splits` */
};

/* A section of a spoken answer. */
struct record_split {
	int signal;
	double used_s, target_s;
};

struct record_session {
	int64_t pk, started_at;
	int utc_offset_min;
	int round, company, level;
	struct judged_session judged; /* by the record's rater; borrowed */
	int limiting;                 /* the signal's number; -1: none */
	int from, n;                  /* in `answers` */
};

struct record {
	struct intern names;
	struct record_session *sessions; /* owned, as those below */
	struct record_answer *answers;
	struct record_split *splits;
	int n_sessions, n_answers, n_splits;
};

void record_release(struct record *record);

/* Room for one more, cleared. */
struct record_session *record_add_session(struct record *record);
struct record_answer *record_add_answer(struct record *record);
struct record_split *record_add_split(struct record *record);

/* Which sessions are looked at; a NULL or `has_` false leaves nothing out. */
struct record_filter {
	const char *round, *company, *level;
	bool has_since, has_until;
	int64_t since, until;
	struct days days; /* go before since and until */
};

/* Goes through the sessions that fit, the newest first: starts at *at = 0,
 * NULL at the end. */
const struct record_session *record_next(
    const struct record *record, const struct record_filter *filter, int *at);

/* The overalls of the rated sessions that fit. */
struct sample record_overalls(
    const struct record *record, const struct record_filter *filter);

/* Counts in how many sessions that fit each signal was the limiting one, by
 * its number: `limited` has one for each of `names` and starts cleared.
 * Returns how many rated sessions fit. */
int record_limits(const struct record *record,
    const struct record_filter *filter, int *limited);

/* Questions that were answered more than once, the latest first: their first
 * and their latest answer that was not skipped, as indices.  At most `room`;
 * returns how many. */
int record_repeated(const struct record *record,
    const struct record_filter *filter, int *first, int *last, int room);

/* The overalls of the rated sessions that fit, by when they were; the filter's
 * own period does not matter. */
struct fortnight record_fortnight(const struct record *record,
    const struct record_filter *filter, int64_t now_s);

#endif
