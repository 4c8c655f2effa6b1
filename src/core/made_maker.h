/* SPDX-License-Identifier: MIT */
/* The inside of the making of history, for the files of this folder only. */
#ifndef CORE_MADE_MAKER_H
#define CORE_MADE_MAKER_H

#include <stdbool.h>

#include "base/rand.h"
#include "core/made.h"

enum { MADE_SECOND_MS = 1000, MADE_HOUR_S = 3600, MADE_DAY_S = 86400 };

/* Whether a question can be asked, worked out once a session. */
struct maker_fit {
	unsigned char own; /* how well it suits the session; 0: not at all */
	unsigned char everyone; /* and whoever has no company and level */
	bool was_asked;
};

/* A session in the making. */
struct maker {
	const struct made_plan *plan;
	int number; /* of the session */
	struct rand rand;
	struct made_session *session;
	struct maker_fit *fits; /* of the plan's questions */
	double mood;            /* how far its ratings are off the trend */
	int64_t clock_s;        /* it is now */
};

/* What befalls an answer now and then. */
enum made_event {
	GETS_A_ONE,
	IS_REJECTED,
	HAS_NO_METRIC,
	IS_IN_OVERTIME,
	IS_REPEATED,
	TAKES_A_HINT,
	IS_PAUSED,
	IS_SKIPPED,
	IS_PROBED,
	MADE_EVENTS,
};

/* True when it befalls the session's answer of that number, from 0. */
bool maker_befalls(const struct maker *maker, int at, enum made_event event);

/* From `low` to `high`, both included. */
int64_t maker_between(struct rand *rand, int64_t low, int64_t high);

/* The same, of a range in a table. */
struct maker_range {
	int low, high;
};

int64_t maker_within(struct rand *rand, struct maker_range range);

/* −by/2 … by/2 */
double maker_off(struct rand *rand, double by);

/* A UUIDv7 (RFC 9562) of that time. */
void maker_id(char out[ID_SIZE], int64_t at_s, struct rand *rand);

/* Rates the rubric as the trends have it. */
void maker_rate(struct maker *maker, const struct rubric *rubric,
    struct made_opinion *opinion);

/* Rates one answer, and has a peer rate it where one was there; moves the
 * clock on. */
void maker_rate_answer(struct maker *maker, int at, const struct rubric *rubric,
    struct made_answer *made);

/* How well each of the plan's questions suits the session; free it. */
struct maker_fit *
maker_fits(const struct made_plan *plan, const struct made_session *session);

/* Makes the session's answer of that number; moves the clock on. */
void maker_answer(struct maker *maker, int at);

#endif
