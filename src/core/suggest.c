/* SPDX-License-Identifier: MIT */
#include "core/suggest.h"

#include <math.h>
#include <stdio.h>

static void
set_round(struct suggestion *suggestion, const char *round)
{
	snprintf(suggestion->round, sizeof(suggestion->round), "%s", round);
}

static int
first_unpractised(const struct suggest_facts *facts)
{
	for (int i = 0; i < facts->n_rounds; i++)
		if (!facts->practised[i])
			return i;
	return -1;
}

/* Rounded down: 3.49 would read as the bar that it is under. */
static double
one_decimal(double mean)
{
	return floor(mean * 10) / 10;
}

static void
suggest_signal(const struct rules *rules, const struct suggest_facts *facts,
    bool under, struct suggestion *suggestion)
{
	set_round(suggestion, *facts->signal_round != '\0' ? facts->signal_round
							   : facts->rounds[0]);
	snprintf(suggestion->reason, sizeof(suggestion->reason),
	    under ? "%s averages %.1f over your last %d session%s, under the "
		    "%.1f bar"
		  : "%s is your weakest signal at %.1f over your last %d "
		    "session%s; the bar is %.1f",
	    facts->signal, one_decimal(facts->signal_mean), facts->sessions,
	    facts->sessions == 1 ? "" : "s", (double)rules->hire / SCORE_UNIT);
}

void
suggest(const struct rules *rules, const struct suggest_facts *facts,
    struct suggestion *suggestion)
{
	int missing = first_unpractised(facts);
	bool under = facts->signal != NULL &&
		     facts->signal_mean * SCORE_UNIT < (double)rules->hire;

	if (!facts->any_history) {
		set_round(suggestion, facts->rounds[0]);
		snprintf(suggestion->reason, sizeof(suggestion->reason),
		    "your first round: one question against the clock, then "
		    "you rate it");
	} else if (under) {
		suggest_signal(rules, facts, true, suggestion);
	} else if (missing >= 0) {
		set_round(suggestion, facts->rounds[missing]);
		snprintf(suggestion->reason, sizeof(suggestion->reason),
		    "you have not practised this round lately, and most "
		    "loops hold one");
	} else if (facts->signal != NULL) {
		suggest_signal(rules, facts, false, suggestion);
	} else {
		set_round(suggestion, facts->rounds[0]);
		snprintf(suggestion->reason, sizeof(suggestion->reason),
		    "rate an answer, and its weakest signal comes next");
	}
}
