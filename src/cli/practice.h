/* SPDX-License-Identifier: MIT */
/* Practice in lines: questions on standard output, answers from standard
 * input, for pipes, screen readers and terminals without a cursor. */
#ifndef CLI_PRACTICE_H
#define CLI_PRACTICE_H

#include "cli/lines.h"
#include "core/session.h"
#include "store/plan.h"
#include "store/store.h"

/* What a plan leaves open, as lines want it: typed, and no time to think. */
void practice_plan_lines(struct plan *plan);

/*
 * Runs a whole session.  0 when it came to its end.  At the end of input
 * before that: the answer is kept as far as it went, the session ends, and -1
 * with `err` says so.
 */
int practice_plain(struct store *store, const struct plan *plan,
    struct lines *lines, struct err *err);

/* The same with a session that was left, from where it stands: its clock ran
 * on, a pause ends, ratings begin anew.  The session is taken over. */
int practice_resume(struct store *store, struct session *session,
    struct lines *lines, struct err *err);

#endif
