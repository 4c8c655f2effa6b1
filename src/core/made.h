/* SPDX-License-Identifier: MIT */
/*
 * Made history: sessions as somebody might have practised them, for a first
 * look at the charts, for tests and for measurements.  Pure: the same plan
 * makes the same facts, ids included.
 *
 * Whatever a history can hold occurs: single 1s, rejects, answers without a
 * measured result, pauses, hints, skipped answers, overtime, repeated
 * questions, every level, companies, spoken answers with their splits, probes,
 * and a peer's ratings.  Most signals rise, each in its own way; one stays
 * flat under the bar.
 */
#ifndef CORE_MADE_H
#define CORE_MADE_H

#include <stdint.h>

#include "core/answer.h"
#include "core/rubric.h"
#include "core/session.h"

struct made_level {
	const char *key;
	const struct rubric *rubric; /* rated once a session; NULL: not */
};

/* All borrowed; they must outlive what is made of them. */
struct made_plan {
	uint64_t seed;
	int64_t now_s;         /* every session has ended before this UTC day */
	int sessions, answers; /* answers: per session */
	const struct task *tasks; /* the questions that can be asked */
	int n_tasks;              /* at least 1 */
	const struct made_level *levels;
	int n_levels; /* at least 1 */
	const char *const *companies;
	int n_companies; /* may be 0 */
};

/* What one rater thought; n 0: nothing. */
struct made_opinion {
	const char *rater; /* borrowed */
	int64_t rated_at;
	int n;
	struct rating ratings[RUBRIC_SIGNALS]; /* the notes are owned */
};

struct made_answer {
	struct answer answer; /* its attempt is not known here */
	int task;             /* of the plan's, which it answers */
	struct made_opinion self, peer;
};

struct made_session {
	char id[ID_SIZE];
	int64_t started_at, ended_at;
	enum mode mode;
	const char *round, *company, *level; /* borrowed from the plan */
	struct made_answer *answers;
	int n;
	struct made_opinion level_opinion;
};

/* Makes the session of that number, from 0.  Sessions don't overlap and come
 * in the order of time.  Release it with made_session_release(). */
void made_session(
    const struct made_plan *plan, int number, struct made_session *session);
void made_session_release(struct made_session *session);

#endif
