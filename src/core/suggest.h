/* SPDX-License-Identifier: MIT */
/* What to practise next, and why, in one sentence.  Pure. */
#ifndef CORE_SUGGEST_H
#define CORE_SUGGEST_H

#include <stdbool.h>
#include <stdint.h>

#include "core/rules.h"

/* A question that should be asked again (core/schedule.h). */
struct suggest_due {
	const char *question;
	const char *round;
	int64_t days; /* since its last review */
};

/* What is known of the latest sessions. */
struct suggest_facts {
	bool any_history;
	const struct suggest_due *due; /* the one to begin with; NULL: none */
	int sessions;                  /* that were looked at */
	int rated;          /* of these, those in which the signal was */
	const char *signal; /* label of the weakest signal; NULL: none */
	double signal_mean;
	const char *signal_round; /* where it was last rated; "": unknown */
	const char *plan; /* the loop prepared for; NULL: what most hold */
	const char *const *rounds; /* of the plan, in its order */
	int n_rounds;              /* at least 1 */
	const bool *practised;     /* one a round: in the latest sessions */
};

enum { SUGGEST_QUESTION = 256, SUGGEST_ROUND = 64, SUGGEST_REASON = 256 };

struct suggestion {
	char question[SUGGEST_QUESTION]; /* "": any of the round */
	char round[SUGGEST_ROUND];
	char reason[SUGGEST_REASON];
};

/* Nothing was practised yet: the first round of the plan. */
void suggest_first(const char *round, struct suggestion *suggestion);

/*
 * In this order: nothing practised yet, the plan's first round; a question that
 * is due, that one; a signal under the bar, its round; a round of the plan that
 * was not practised lately, that one; else the round of the weakest signal.
 * Only a due question is named.
 */
void suggest(const struct rules *rules, const struct suggest_facts *facts,
    struct suggestion *suggestion);

#endif
