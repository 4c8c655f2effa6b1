/* SPDX-License-Identifier: MIT */
/*
 * Timed answers and their ratings: facts that are only ever added to.
 */
#ifndef STORE_SESSION_H
#define STORE_SESSION_H

#include "base/clock.h"
#include "core/answer.h"
#include "core/session.h"
#include "store/store.h"

/* A session as it is kept.  Texts are owned and never NULL. */
struct session_row {
	int64_t pk;
	char *id;
	int64_t started_at;
	int64_t ended_at; /* 0: not finished */
	int utc_offset_min;
	char *mode, *round, *company, *level;
	int questions; /* planned */
};

void session_row_release(struct session_row *row);

/*
 * Adds a session; one that is there stays as it is.  Call it inside a
 * transaction, before its first answer.
 */
int store_session_add(
    struct store *store, const struct session_row *row, struct err *err);

int store_session_end(
    struct store *store, const char *id, int64_t ended_at, struct err *err);

/* Ends a session that is left with its draft: what was answered stays, the
 * draft goes. */
int store_session_leave(
    struct store *store, const char *id, int64_t ended_at, struct err *err);

/* Adds an answer to a session that is there; its attempt, where it
 * tells none, is counted here. */
int store_answer_add(
    struct store *store, const struct answer *answer, struct err *err);

/*
 * Adds `n` ratings of one rater, all at the same second.  The second is put
 * off by one where the rater rated this answer at it or later: the latest
 * rating counts.  `answer_id` "" rates the session itself.  Call it inside a
 * transaction.
 */
int store_ratings_add(struct store *store, const char *session_id,
    const char *answer_id, const char *rater, const struct rating *ratings,
    int n, int64_t rated_at, struct err *err);

/*
 * Keeps the present answer of the session with its ratings (none when it is
 * skipped or not fully rated), goes on to the next question, and keeps or
 * drops the draft, all in one transaction.  `ended` ends the session here
 * though questions are left.  The new answer's id is put into `answer_id`
 * (ID_SIZE bytes).  On failure nothing has changed, the session included.
 */
int
store_keep_answer(struct store *store, struct session *session, bool skipped,
    bool ended, struct instant now, char *answer_id, struct err *err);

#endif
