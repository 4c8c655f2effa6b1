/* SPDX-License-Identifier: MIT */
#include "core/rules.h"

#include <math.h>
#include <stddef.h>
#include <string.h>

enum { COLD_MOST_H = 8760 }; /* a year */

struct rules
rules_built_in(void)
{
	return (struct rules){
	    .strong_hire = 45000,
	    .hire = 35000,
	    .reinterview = 25000,
	    .clean_overtime_s = 15,
	    .ewma_alpha = 0.3,
	    .trend_sessions = 5,
	    .suggest_sessions = 5,
	    .ready_run = 4,
	    .provisional_run = 3,
	    .cold_from_h = 24,
	    .cold_until_h = 72,
	    .drift_answers = 5,
	    .story_s = 180,
	    .practice_days = 14,
	    .interruption_from = 0.35,
	    .interruption_until = 0.7,
	};
}

#define RULE(name, kind, low, high)                                            \
	{                                                                      \
#name, kind, low, high, offsetof(struct rules, name)           \
	}

const struct rule rules_all[] = {
    RULE(strong_hire, RULE_SCORE, 1, 5),
    RULE(hire, RULE_SCORE, 1, 5),
    RULE(reinterview, RULE_SCORE, 1, 5),
    RULE(clean_overtime_s, RULE_NUMBER, 0, 3600),
    RULE(ewma_alpha, RULE_NUMBER, 0.01, 1),
    RULE(trend_sessions, RULE_COUNT, 2, 100),
    RULE(suggest_sessions, RULE_COUNT, 1, 100),
    RULE(ready_run, RULE_COUNT, 1, 100),
    RULE(provisional_run, RULE_COUNT, 1, 100),
    RULE(cold_from_h, RULE_NUMBER, 0, COLD_MOST_H),
    RULE(cold_until_h, RULE_NUMBER, 0, COLD_MOST_H),
    RULE(drift_answers, RULE_COUNT, 1, 100),
    RULE(story_s, RULE_NUMBER, 1, 3600),
    RULE(practice_days, RULE_COUNT, 1, 365),
    RULE(interruption_from, RULE_NUMBER, 0, 1),
    RULE(interruption_until, RULE_NUMBER, 0, 1),
    {NULL, RULE_NUMBER, 0, 0, 0},
};

const struct rule *
rule_find(const char *name)
{
	for (const struct rule *rule = rules_all; rule->name != NULL; rule++)
		if (strcmp(rule->name, name) == 0)
			return rule;
	return NULL;
}

static bool
fits(const struct rule *rule, double value)
{
	return value >= rule->low && value <= rule->high &&
	       (rule->kind != RULE_COUNT || value == floor(value));
}

bool
rules_set(struct rules *rules, const char *name, double value)
{
	const struct rule *rule = rule_find(name);
	char *to = (char *)rules;

	if (rule == NULL || !fits(rule, value))
		return false;
	to += rule->at;
	switch (rule->kind) {
	case RULE_SCORE:
		*(int64_t *)(void *)to = llround(value * SCORE_UNIT);
		break;
	case RULE_NUMBER:
		*(double *)(void *)to = value;
		break;
	case RULE_COUNT:
		*(int *)(void *)to = (int)value;
		break;
	}
	return true;
}
