/* SPDX-License-Identifier: MIT */
/* The inside of the schedule: goes through the answers to a question, as
 * STMT_REVIEWS and STMT_REVIEWS_ALL give them, the oldest first. */
#ifndef STORE_REPLAY_H
#define STORE_REPLAY_H

#include "core/mastery.h"
#include "store/db.h"
#include "store/schedule.h"

struct replay {
	struct store *store;
	const struct rules *rules;
	struct mastery mastery; /* of all that was gone through */
};

/* Where a question stands after the answers so far.  Starts cleared. */
struct replayed {
	struct schedule schedule;
	int64_t reviewed_pk; /* the last review; 0: none */
	int kin;             /* its round and rubric (core/mastery.h) */
};

int replay_init(struct replay *replay, struct store *store, struct err *err);
void replay_release(struct replay *replay);

/* Takes in the answer in the statement's present row. */
int replay_answer(struct replay *replay, sqlite3_stmt *stmt,
    struct replayed *replayed, struct err *err);

/* All answers to one question. */
int replay_question(struct replay *replay, const char *question_id,
    struct replayed *replayed, struct err *err);

/* 1 and the question's round, owned by the caller; 0 when the bank lacks the
 * question or the rounds lack its round; -1 with `err`. */
int question_round(struct store *store, const char *question_id, char **round,
    struct err *err);

#endif
