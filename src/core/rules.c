/* SPDX-License-Identifier: MIT */
#include "core/rules.h"

#include <math.h>
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

static bool
set_score(int64_t *to, double value)
{
	if (value < 1 || value > 5)
		return false;
	*to = llround(value * SCORE_UNIT);
	return true;
}

static bool
set_number(double *to, double value, double low, double high)
{
	if (value < low || value > high)
		return false;
	*to = value;
	return true;
}

static bool
set_count(int *to, double value, int low, int high)
{
	if (value < low || value > high || value != floor(value))
		return false;
	*to = (int)value;
	return true;
}

bool
rules_set(struct rules *rules, const char *name, double value)
{
	if (strcmp(name, "strong_hire") == 0)
		return set_score(&rules->strong_hire, value);
	if (strcmp(name, "hire") == 0)
		return set_score(&rules->hire, value);
	if (strcmp(name, "reinterview") == 0)
		return set_score(&rules->reinterview, value);
	if (strcmp(name, "clean_overtime_s") == 0)
		return set_number(&rules->clean_overtime_s, value, 0, 3600);
	if (strcmp(name, "ewma_alpha") == 0)
		return set_number(&rules->ewma_alpha, value, 0.01, 1);
	if (strcmp(name, "trend_sessions") == 0)
		return set_count(&rules->trend_sessions, value, 2, 100);
	if (strcmp(name, "suggest_sessions") == 0)
		return set_count(&rules->suggest_sessions, value, 1, 100);
	if (strcmp(name, "ready_run") == 0)
		return set_count(&rules->ready_run, value, 1, 100);
	if (strcmp(name, "provisional_run") == 0)
		return set_count(&rules->provisional_run, value, 1, 100);
	if (strcmp(name, "cold_from_h") == 0)
		return set_number(&rules->cold_from_h, value, 0, COLD_MOST_H);
	if (strcmp(name, "cold_until_h") == 0)
		return set_number(&rules->cold_until_h, value, 0, COLD_MOST_H);
	if (strcmp(name, "drift_answers") == 0)
		return set_count(&rules->drift_answers, value, 1, 100);
	if (strcmp(name, "story_s") == 0)
		return set_number(&rules->story_s, value, 1, 3600);
	if (strcmp(name, "practice_days") == 0)
		return set_count(&rules->practice_days, value, 1, 365);
	if (strcmp(name, "interruption_from") == 0)
		return set_number(&rules->interruption_from, value, 0, 1);
	if (strcmp(name, "interruption_until") == 0)
		return set_number(&rules->interruption_until, value, 0, 1);
	return false;
}
