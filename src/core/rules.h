/* SPDX-License-Identifier: MIT */
/*
 * The numbers that decisions turn on, as data (data/rules.csv): a user who
 * prepares for another bar changes the file, not the program.
 */
#ifndef CORE_RULES_H
#define CORE_RULES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Scores and weights are compared exactly, in whole ten-thousandths. */
enum { SCORE_UNIT = 10000 };

struct rules {
	int64_t strong_hire; /* ×SCORE_UNIT */
	int64_t hire;        /* ×SCORE_UNIT; the bar */
	int64_t reinterview; /* ×SCORE_UNIT */
	double clean_overtime_s;
	double ewma_alpha;
	int trend_sessions;
	int suggest_sessions;
	int ready_run, provisional_run; /* clean mocks */
	double cold_from_h, cold_until_h;
	int drift_answers;
	double story_s;    /* a story of the checklist is told in less */
	int practice_days; /* that the checklist looks back for clean mocks */
	/* Shares of an answer's limit between which it is interrupted. */
	double interruption_from, interruption_until;
};

/* The rules as they are before any file was read. */
struct rules rules_built_in(void);

struct rule {
	const char *name;
	enum rule_kind {
		RULE_SCORE, /* of 1 to 5 */
		RULE_NUMBER,
		RULE_COUNT, /* whole */
	} kind;
	double low, high; /* what makes sense */
	size_t at;        /* in struct rules */
};

/* Ended by a NULL name. */
extern const struct rule rules_all[];

/* NULL where there is none of that name. */
const struct rule *rule_find(const char *name);

/* Sets the rule of that name; false where there is none of that name, or the
 * value makes no sense for it. */
bool rules_set(struct rules *rules, const char *name, double value);

#endif
