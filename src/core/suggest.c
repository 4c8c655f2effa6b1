/* SPDX-License-Identifier: MIT */
#include "core/suggest.h"

#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

enum { SUGGEST_OVER = 64 };

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

static const char *
plural(int64_t n)
{
	return n == 1 ? "" : "s";
}

static const char *
signal_round(const struct suggest_facts *facts)
{
	return *facts->signal_round != '\0' ? facts->signal_round
					    : facts->rounds[0];
}

/* A mean over few of the sessions says so. */
static void
signal_reason(char *out, size_t size, const struct rules *rules,
    const struct suggest_facts *facts, bool under)
{
	double bar = (double)rules->hire / SCORE_UNIT;
	char over[SUGGEST_OVER];

	if (facts->rated == facts->sessions)
		snprintf(over, sizeof(over), "over your last %d session%s",
		    facts->sessions, plural(facts->sessions));
	else
		snprintf(over, sizeof(over), "in %d of your last %d sessions",
		    facts->rated, facts->sessions);
	if (under)
		snprintf(out, size, "%s averages %.1f %s, under the %.1f bar",
		    facts->signal, one_decimal(facts->signal_mean), over, bar);
	else
		snprintf(out, size,
		    "%s is your weakest signal at %.1f %s; the bar is %.1f",
		    facts->signal, one_decimal(facts->signal_mean), over, bar);
}

static void
missing_reason(char *out, size_t size, const char *plan)
{
	if (plan == NULL)
		snprintf(out, size,
		    "you have not practised this round lately, and most "
		    "loops hold one");
	else
		snprintf(out, size,
		    "you have not practised this round lately, and your "
		    "plan, %.64s, holds one",
		    plan);
}

static void
suggest_signal(const struct rules *rules, const struct suggest_facts *facts,
    bool under, struct suggestion *suggestion)
{
	set_round(suggestion, signal_round(facts));
	signal_reason(suggestion->reason, sizeof(suggestion->reason), rules,
	    facts, under);
}

/* The weak signal is worth a word where it comes from the same round. */
static void
suggest_due(const struct rules *rules, const struct suggest_facts *facts,
    bool under, struct suggestion *suggestion)
{
	enum { SIGNAL_REASON = 160 }; /* both reasons fit */
	const struct suggest_due *due = facts->due;
	char weak[SIGNAL_REASON] = "";

	if (under && strcmp(signal_round(facts), due->round) == 0)
		signal_reason(weak, sizeof(weak), rules, facts, true);
	set_round(suggestion, due->round);
	snprintf(suggestion->question, sizeof(suggestion->question), "%s",
	    due->question);
	snprintf(suggestion->reason, sizeof(suggestion->reason),
	    "a question that you answered %" PRId64 " day%s ago is due again"
	    "%s%s",
	    due->days, plural(due->days), *weak != '\0' ? "; " : "", weak);
}

void
suggest_first(const char *round, struct suggestion *suggestion)
{
	suggestion->question[0] = '\0';
	set_round(suggestion, round);
	snprintf(suggestion->reason, sizeof(suggestion->reason),
	    "your first round: one question against the clock, then you rate "
	    "it");
}

void
suggest(const struct rules *rules, const struct suggest_facts *facts,
    struct suggestion *suggestion)
{
	int missing = first_unpractised(facts);
	bool under = facts->signal != NULL &&
		     facts->signal_mean * SCORE_UNIT < (double)rules->hire;

	suggestion->question[0] = '\0';
	if (!facts->any_history) {
		suggest_first(facts->rounds[0], suggestion);
	} else if (facts->due != NULL) {
		suggest_due(rules, facts, under, suggestion);
	} else if (under) {
		suggest_signal(rules, facts, true, suggestion);
	} else if (missing >= 0) {
		set_round(suggestion, facts->rounds[missing]);
		missing_reason(suggestion->reason, sizeof(suggestion->reason),
		    facts->plan);
	} else if (facts->signal != NULL) {
		suggest_signal(rules, facts, false, suggestion);
	} else {
		set_round(suggestion, facts->rounds[0]);
		snprintf(suggestion->reason, sizeof(suggestion->reason),
		    "rate an answer, and its weakest signal comes next");
	}
}
