/* SPDX-License-Identifier: MIT */
/* What to practise next, and why, in one sentence.  Pure. */
#ifndef CORE_SUGGEST_H
#define CORE_SUGGEST_H

#include <stdbool.h>

#include "core/rules.h"

/* What is known of the latest sessions. */
struct suggest_facts {
	bool any_history;
	int sessions;       /* that the signal's mean is taken over */
	const char *signal; /* label of the weakest signal; NULL: none */
	double signal_mean;
	const char *signal_round;  /* where it was last rated; "": unknown */
	const char *const *rounds; /* core rounds, the most asked first */
	int n_rounds;
	const bool *practised; /* one a core round: in the latest sessions */
};

enum { SUGGEST_ROUND = 64, SUGGEST_REASON = 256 };

struct suggestion {
	char round[SUGGEST_ROUND];
	char reason[SUGGEST_REASON];
};

/*
 * In this order: nothing practised yet, the first core round; a signal under
 * the bar, its round; a core round that was not practised lately, that one;
 * else the round of the weakest signal.
 */
void suggest(const struct rules *rules, const struct suggest_facts *facts,
    struct suggestion *suggestion);

#endif
