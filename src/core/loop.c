/* SPDX-License-Identifier: MIT */
#include "core/loop.h"

#include <stdlib.h>

enum { DAY_S = 86400 };

void
loop_round_release(struct loop_round *round)
{
	free(round->round);
	free(round->interviewer);
	free(round->rubric);
	*round = (struct loop_round){0};
}

int64_t
loop_planned_at(const struct loop_round *round, int64_t began_at)
{
	return began_at + (int64_t)(round->day - 1) * DAY_S;
}

int
loop_next(const struct loop_result *results, int n)
{
	int at = 0;

	while (at < n && results[at].done)
		at++;
	return at;
}

const char *
loop_cap_reason(enum loop_cap cap)
{
	switch (cap) {
	case LOOP_GATE_FAILED:
		return "a gate round is under hire, and no other round makes "
		       "up for it";
	case LOOP_UNDER_BAR:
		return "a round is under the bar: at best re-interview";
	}
	return "";
}

static void
lower(struct loop_judged *judged, enum verdict most, enum loop_cap cap)
{
	if (judged->verdict <= most)
		return;
	judged->verdict = most;
	judged->caps |= cap;
}

struct loop_judged
loop_judge(const struct rules *rules, const struct loop_round *rounds,
    const struct loop_result *results, int n)
{
	struct loop_judged judged = {.overall = SCORE_NONE};
	struct score_sum sum = {0};
	bool gate_failed = false, under_bar = false;

	for (int i = 0; i < n; i++) {
		if (!results[i].done)
			continue;
		score_add(&sum, results[i].overall);
		judged.done++;
		if (results[i].verdict >= VERDICT_HIRE)
			continue;
		under_bar = true;
		gate_failed = gate_failed || rounds[i].gate;
	}
	if (judged.done == 0)
		return judged;
	judged.overall = score_mean(&sum);
	judged.verdict = verdict_band(rules, judged.overall);
	if (under_bar)
		lower(&judged, VERDICT_REINTERVIEW, LOOP_UNDER_BAR);
	if (gate_failed)
		lower(&judged, VERDICT_REJECT, LOOP_GATE_FAILED);
	return judged;
}

bool
loop_dip(const struct loop_result *results, int at)
{
	if (!results[at].done)
		return false;
	for (int i = at - 1; i >= 0; i--)
		if (results[i].done)
			return score_compare(
				   results[at].overall, results[i].overall) < 0;
	return false;
}
