/* SPDX-License-Identifier: MIT */
/*
 * What the views of the review need of a session, as sums: those of many
 * sessions are added up number by number.  They are whole numbers, so that the
 * order does not matter, and are kept as text: `4,1,3250000,…`.  Pure.
 */
#ifndef CORE_DIGEST_H
#define CORE_DIGEST_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"

/* Shares, seconds and scores are summed up in millionths. */
enum { DIGEST_UNIT = 1000000 };

/* Time used of the limit, by answers that had one: from 0 % in steps of 10,
 * the last one holds all from 150 % on. */
enum { TIME_BUCKETS = 16, TIME_STEP = 10 };

enum time_sum {
	TIME_ANSWERS,
	TIME_SHARES, /* of the limit */
	TIME_OVER,   /* answers that took longer */
	TIME_LATE,   /* seconds that they took longer */
	TIME_COUNTS, /* answers by bucket */
	TIME_SUMS = TIME_COUNTS + TIME_BUCKETS,
};

/* An answer that was not skipped. */
void digest_time(int64_t sums[TIME_SUMS], double limit_s, double answer_s);

/* An answer that was not skipped, on a day by the clock then (core/period.h):
 * answers one after the other on one day are counted together. */
struct digest_days {
	struct str text; /* of the days before the last one */
	int64_t day;
	int answers; /* on it; 0: none was added yet */
};

void digest_day(struct digest_days *days, int64_t day);

/* Appends the last day; the text is `20454,2,20455,1` then. */
void digest_end_days(struct digest_days *days);

/* The next day of a text; false at its end. */
bool digest_next_day(const char **at, int64_t *day, int *answers);

/* Ratings of the same answer side by side: the first less the second. */
enum judgement_pair {
	PREDICTED_AND_SELF,
	SELF_AND_COLD,
	SELF_AND_PEERS,
	JUDGEMENT_PAIRS,
};

enum pair_sum {
	PAIR_ANSWERS,
	PAIR_DIFFERENCES,
	PAIR_SQUARES, /* of the differences, in DIGEST_UNITs too */
	PAIR_APART,   /* their distances, either way */
	PAIR_SUMS,
};

/* Scores of an answer; one that is 0 is not there. */
struct digest_scores {
	double predicted, self, cold, peers;
};

void digest_pairs(int64_t sums[JUDGEMENT_PAIRS][PAIR_SUMS],
    const struct digest_scores *scores);

/* Sections of spoken answers. */
enum section_sum {
	SECTION_ANSWERS,
	SECTION_USED,   /* shares of what was marked */
	SECTION_TARGET, /* the same of what was to be */
	SECTION_SUMS,
};

enum { DIGEST_SECTIONS = 32 }; /* the others are left out */

struct digest_sections {
	int n, next;
	struct digest_section {
		char *signal; /* owned */
		int64_t sums[SECTION_SUMS];
	} rows[DIGEST_SECTIONS]; /* in the order in which they came up */
};

/* An answer's section: its shares of the time that was marked, and was to be.
 */
void digest_section(struct digest_sections *sections, const char *signal,
    double used, double target);
void digest_sections_release(struct digest_sections *sections);

/* Sums as text and back: appends, nothing where all are 0; adds those of the
 * text up.  A text that is damaged adds what is before the damage. */
void digest_write(struct str *text, const int64_t *sums, int n);
void digest_add(const char *text, int64_t *sums, int n);

/* The same for sections, `2,1250000,750000,6:action` each. */
void
digest_write_sections(struct str *text, const struct digest_sections *sections);
void digest_add_sections(const char *text, struct digest_sections *sections);

#endif
