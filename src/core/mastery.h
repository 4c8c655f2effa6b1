/* SPDX-License-Identifier: MIT */
/*
 * A question is mastered when its last review was good or better and, since
 * then, a different question of the same round and rubric has gone well: who
 * knows one answer by heart has not yet learnt how to answer.
 */
#ifndef CORE_MASTERY_H
#define CORE_MASTERY_H

#include <stdbool.h>
#include <stdint.h>

/* What went well, by round and rubric.  Starts cleared. */
struct mastery {
	struct kin *kins; /* owned */
	int n;
};

/* The number by which a round and rubric go together. */
int mastery_kin(struct mastery *mastery, const char *round, const char *rubric);

/* Adds an answer that went well (hire or better); in any order. */
void
mastery_add(struct mastery *mastery, int kin, const char *question, int64_t at);

/* True when another question of that round and rubric went well after `at`. */
bool mastery_since(
    const struct mastery *mastery, int kin, const char *question, int64_t at);

/* The round and rubric of that number, borrowed, and when one of its questions
 * last went well; false where none did. */
bool mastery_last(const struct mastery *mastery, int kin, const char **round,
    const char **rubric, int64_t *at);

void mastery_release(struct mastery *mastery);

#endif
