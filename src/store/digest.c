/* SPDX-License-Identifier: MIT */
#include "store/digest.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "store/db.h"
#include "store/rated.h"

static void
add_touched(struct touched *touched, int64_t session_pk)
{
	/* Room doubles whenever n is a power of two. */
	if ((touched->n & (touched->n - 1)) == 0)
		touched->session_pks = mem_grow(touched->session_pks,
		    touched->n == 0 ? 1 : touched->n * 2,
		    sizeof(*touched->session_pks));
	touched->session_pks[touched->n++] = session_pk;
}

static int
ascending(const void *a, const void *b)
{
	int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;

	return (x > y) - (x < y);
}

void
digest_forget(struct store *store)
{
	free(store->touched.session_pks);
	free(store->touched.last_id);
	store->touched = (struct touched){0};
}

static int
run_for(
    struct store *store, enum statement id, int64_t session_pk, struct err *err)
{
	sqlite3_stmt *stmt = store_use(store, id, err);

	if (stmt == NULL)
		return -1;
	bind_int(stmt, ":session", session_pk);
	return store_run(store, stmt, err);
}

int
digest_drop(struct store *store, int64_t session_pk, struct err *err)
{
	static const enum statement drops[] = {
	    STMT_OPINION_DROP,
	    STMT_DIGEST_DROP,
	    STMT_STALE_DROP,
	    STMT_STALE_QUESTIONS_OF,
	};

	for (size_t i = 0; i < sizeof(drops) / sizeof(drops[0]); i++)
		if (run_for(store, drops[i], session_pk, err) != 0)
			return -1;
	return 0;
}

static int
put_reviews(struct store *store, int64_t session_pk, struct err *err)
{
	return run_for(store, STMT_REVIEW_DROP, session_pk, err) == 0
		   ? run_for(store, STMT_REVIEW_ADD, session_pk, err)
		   : -1;
}

/* What was rated is read from the ratings then, and so are its digests. */
static int
put_off(struct store *store, int64_t session_pk, struct err *err)
{
	if (digest_drop(store, session_pk, err) != 0 ||
	    run_for(store, STMT_RATED_DROP, session_pk, err) != 0 ||
	    run_for(store, STMT_REVIEW_DROP, session_pk, err) != 0)
		return -1;
	return run_for(store, STMT_STALE_ADD, session_pk, err);
}

/* An answer is kept whether or not its session can be digested just then. */
static int
make_or_put_off(struct store *store, int64_t session_pk, struct err *err)
{
	struct err ignored;

	if (put_reviews(store, session_pk, &ignored) == 0 &&
	    digest_session(store, session_pk, &ignored) == 0 &&
	    rated_put(store, session_pk, &ignored) == 0)
		return 0;
	return put_off(store, session_pk, err);
}

/* 1 where the session was put off, or nothing in it is rated. */
static int
is_put_off(struct store *store, int64_t session_pk, struct err *err)
{
	sqlite3_stmt *stmt = store_use(store, STMT_STALE_UNRATED, err);
	int64_t unrated;

	if (stmt == NULL)
		return -1;
	bind_int(stmt, ":session", session_pk);
	if (store_number(store, stmt, &unrated, err) != 0)
		return -1;
	return (int)unrated;
}

int
digest_again(struct store *store, int64_t session_pk, struct err *err)
{
	int put_off;

	if (digest_session(store, session_pk, err) != 0)
		return -1;
	if (store->apart)
		return 0;
	put_off = is_put_off(store, session_pk, err);
	if (put_off <= 0)
		return put_off;
	return put_reviews(store, session_pk, err) == 0
		   ? rated_put(store, session_pk, err)
		   : -1;
}

/* Whatever is asked for now decides what was rated in full. */
int
digest_reviews(struct store *store, struct err *err)
{
	return store_run_alone(store, STMT_REVIEW_DROP_ALL, err) == 0
		   ? store_run_alone(store, STMT_REVIEW_ADD_ALL, err)
		   : -1;
}

int
digest_finish(struct store *store, struct err *err)
{
	struct touched *touched = &store->touched;
	const int64_t *pks = touched->session_pks;

	if (touched->all && store_run_alone(store, STMT_STALE_ALL, err) != 0)
		return -1;
	if (touched->n > 0)
		qsort(
		    touched->session_pks, touched->n, sizeof(*pks), ascending);
	for (size_t i = 0; i < touched->n; i++)
		if ((i == 0 || pks[i] != pks[i - 1]) &&
		    make_or_put_off(store, pks[i], err) != 0)
			return -1;
	if (touched->all && digest_reviews(store, err) != 0)
		return -1;
	digest_forget(store);
	return 0;
}

static int
finish_alone(struct store *store, struct err *err)
{
	if (!sqlite3_get_autocommit(store->db))
		return 0;
	return digest_join(store, err) == 0 ? digest_finish(store, err) : -1;
}

int
digest_outdate(struct store *store, struct err *err)
{
	store->touched.all = true;
	return finish_alone(store, err);
}

/* Facts of a session mostly come one after the other. */
static int
note(struct store *store, const char *session_id, struct err *err)
{
	struct touched *touched = &store->touched;
	sqlite3_stmt *stmt;
	int64_t session_pk;

	if (touched->last_id != NULL &&
	    strcmp(touched->last_id, session_id) == 0)
		return 0;
	stmt = store_use(store, STMT_SESSION_PK, err);
	if (stmt == NULL)
		return -1;
	bind_text(stmt, ":id", session_id);
	if (store_number(store, stmt, &session_pk, err) != 0)
		return -1;
	free(touched->last_id);
	touched->last_id = mem_text(session_id);
	add_touched(touched, session_pk);
	return 0;
}

int
digest_touch(struct store *store, const char *session_id, struct err *err)
{
	if (note(store, session_id, err) != 0)
		return -1;
	return finish_alone(store, err);
}

static int
leave_question(struct store *store, const char *answer_id, struct err *err)
{
	sqlite3_stmt *stmt = store_use(store, STMT_STALE_QUESTION_OF, err);

	if (stmt == NULL)
		return -1;
	bind_text(stmt, ":id", answer_id);
	return store_run(store, stmt, err);
}

int
digest_leave(struct store *store, const char *answer_id, struct err *err)
{
	sqlite3_stmt *stmt = store_use(store, STMT_ANSWER_SESSION, err);
	char *session_id = NULL;
	int rc;

	if (stmt == NULL)
		return -1;
	bind_text(stmt, ":id", answer_id);
	rc = store_step(store, stmt, err);
	if (rc == 1)
		session_id = column_copy(stmt, 0);
	sqlite3_reset(stmt);
	if (rc == 1)
		rc = note(store, session_id, err);
	free(session_id);
	return rc == 0 ? leave_question(store, answer_id, err) : -1;
}

enum verdict
digest_verdict(int value)
{
	return value > VERDICT_NONE && value <= VERDICT_STRONG_HIRE
		   ? (enum verdict)value
		   : VERDICT_NONE;
}
