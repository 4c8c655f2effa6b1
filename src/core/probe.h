/* SPDX-License-Identifier: MIT */
/*
 * Follow-up questions (D7).  One may begin with the key of the signal that it
 * gives a second chance at, `result: Which number moved?`; the signal must be
 * of the rubric that the answer is rated on, else the words are the
 * question's own.
 */
#ifndef CORE_PROBE_H
#define CORE_PROBE_H

#include "core/rubric.h"

enum { PROBES_MOST = 3 }; /* that one answer is followed by */

/* The question without its key; points into `probe`. */
const char *probe_text(const struct rubric *rubric, const char *probe);

/* Index of its signal in the rubric; -1: it has none. */
int probe_signal(const struct rubric *rubric, const char *probe);

/* The order of the bank. */
void probes_in_order(int order[PROBES_MOST]);

/*
 * The order in which a question's probes, `joined` with |, are asked: first
 * those whose signals have the lowest `means` (one a signal of the rubric, 0:
 * never rated), then those without a mean; otherwise as in the bank.
 */
void probes_weak_first(const struct rubric *rubric, const char *joined,
    const double *means, int order[PROBES_MOST]);

#endif
