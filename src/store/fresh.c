/* SPDX-License-Identifier: MIT */
#include "store/fresh.h"

#include <limits.h>
#include <stdlib.h>

#include "store/db.h"
#include "store/digest.h"
#include "store/rated.h"

enum {
	SESSION_ANSWERS = 10, /* to a question: they cost what a session does */
	PART = 500,           /* sessions: a tenth of a second */
};

static int
run_all(
    struct store *store, const enum statement *ids, size_t n, struct err *err)
{
	for (size_t i = 0; i < n; i++)
		if (store_run_alone(store, ids[i], err) != 0)
			return -1;
	return 0;
}

int
digest_apart(struct store *store, struct err *err)
{
	static const enum statement steps[] = {
	    STMT_APART_OPINION,
	    STMT_APART_OPINION_INDEX,
	    STMT_APART_DIGEST,
	    STMT_APART_DIGEST_INDEX,
	    STMT_APART_STALE,
	    STMT_APART_STALE_QUESTION,
	    STMT_APART_STANDING,
	    STMT_APART_WELL,
	    STMT_STALE_ALL,
	};

	if (store->apart)
		return 0;
	if (run_all(store, steps, sizeof(steps) / sizeof(steps[0]), err) != 0)
		return -1;
	store->apart = true;
	return 0;
}

int
digest_join(struct store *store, struct err *err)
{
	static const enum statement steps[] = {
	    STMT_JOIN_OPINION,
	    STMT_JOIN_DIGEST,
	    STMT_JOIN_STALE,
	    STMT_JOIN_STALE_QUESTION,
	    STMT_JOIN_STANDING,
	    STMT_JOIN_WELL,
	};

	if (!store->apart)
		return 0;
	if (run_all(store, steps, sizeof(steps) / sizeof(steps[0]), err) != 0)
		return -1;
	store->apart = false;
	return 0;
}

int
store_stale(struct store *store, int *n, struct err *err)
{
	return store_count(store, STMT_STALE_COUNT, NULL, n, err);
}

static int
next_stale(struct store *store, int64_t *session_pk, struct err *err)
{
	sqlite3_stmt *stmt = store_use(store, STMT_STALE_NEXT, err);

	return stmt == NULL ? -1 : store_number(store, stmt, session_pk, err);
}

/* 1 where there is one; the question is owned by the caller. */
static int
next_question(struct store *store, char **question_id, struct err *err)
{
	sqlite3_stmt *stmt = store_use(store, STMT_STALE_QUESTION_NEXT, err);
	int rc;

	if (stmt == NULL)
		return -1;
	rc = store_step(store, stmt, err);
	if (rc == 1)
		*question_id = column_copy(stmt, 0);
	sqlite3_reset(stmt);
	return rc;
}

/* Sessions first: whatever made them stale may have done so to questions. */
static int
freshen_sessions(struct store *store, int *room, struct err *err)
{
	for (; *room > 0; --*room) {
		int64_t session_pk;

		if (next_stale(store, &session_pk, err) != 0)
			return -1;
		if (session_pk == 0)
			break;
		if (digest_again(store, session_pk, err) != 0)
			return -1;
	}
	return 0;
}

static int
freshen(struct store *store, int sessions, struct err *err)
{
	int64_t room;

	if (freshen_sessions(store, &sessions, err) != 0)
		return -1;
	for (room = (int64_t)sessions * SESSION_ANSWERS; room > 0;) {
		char *question_id;
		int answers, rc = next_question(store, &question_id, err);

		if (rc != 1)
			return rc;
		rc = standing_make(store, question_id, &answers, err);
		free(question_id);
		if (rc != 0)
			return -1;
		room -= answers + 1;
	}
	return 0;
}

static int
clear_all(struct store *store, struct err *err)
{
	static const enum statement steps[] = {
	    STMT_OPINION_CLEAR,
	    STMT_DIGEST_CLEAR,
	    STMT_STANDING_CLEAR,
	    STMT_WELL_CLEAR,
	    STMT_STALE_ALL,
	};

	return run_all(store, steps, sizeof(steps) / sizeof(steps[0]), err);
}

int
digest_all(struct store *store, struct err *err)
{
	if (store_begin(store, err) != 0)
		return -1;
	if (clear_all(store, err) != 0 || freshen(store, INT_MAX, err) != 0 ||
	    digest_reviews(store, err) != 0 || rated_put_all(store, err) != 0 ||
	    store_commit(store, err) != 0) {
		store_rollback(store);
		return -1;
	}
	return 0;
}

int
store_freshen(struct store *store, int sessions, struct err *err)
{
	if (store->read_only && digest_apart(store, err) != 0)
		return -1;
	if (store->apart)
		return freshen(store, sessions, err);
	if (store_begin(store, err) != 0)
		return -1;
	if (freshen(store, sessions, err) != 0 ||
	    store_commit(store, err) != 0) {
		store_rollback(store);
		return -1;
	}
	return 0;
}

/* Another program may write, for long. */
static int
freshen_part(struct store *store, struct err *err)
{
	if (store_freshen(store, PART, err) == 0)
		return 0;
	if (store->apart || digest_apart(store, err) != 0)
		return -1;
	return store_freshen(store, PART, err);
}

int
store_freshen_all(
    struct store *store, fresh_watch *watch, void *arg, struct err *err)
{
	int left;

	for (;;) {
		if (store_stale(store, &left, err) != 0)
			return -1;
		if (left == 0)
			return 0;
		if (watch != NULL && !watch(arg, left))
			return FRESH_STOPPED;
		if (freshen_part(store, err) != 0)
			return -1;
	}
}
