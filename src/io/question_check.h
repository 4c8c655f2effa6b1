/* SPDX-License-Identifier: MIT */
/* What a question must hold, whether a file brings it or it is typed. */
#ifndef IO_QUESTION_CHECK_H
#define IO_QUESTION_CHECK_H

#include "base/str.h"
#include "io/memo.h"
#include "store/question.h"

/* What is known to the store, and room for what a check makes. */
struct question_check {
	struct names rounds, levels, rubrics;
	struct memo known_rounds, known_levels;
	struct str id, normal, probes, round_tags, level_tags;
};

/* Release it also after a failure. */
int question_check_open(
    struct question_check *check, struct store *store, struct err *err);
void question_check_release(struct question_check *check);

/* Something is amiss with that fact: `mended`, it was changed and is right
 * now; else the question is refused. */
typedef void question_problem_fn(
    void *arg, enum question_fact fact, bool mended, const char *text);

/*
 * Checks and completes the facts: the id where there is none, the keys of
 * round and level, at most SESSION_PROBES probes.  What it puts in their place
 * lives until the next check.  `lenient` mends what else is refused.  False:
 * the question is refused.
 */
bool question_check(struct question_check *check, struct field_value *facts,
    bool lenient, question_problem_fn *problem, void *arg);

#endif
