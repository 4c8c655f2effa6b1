/* SPDX-License-Identifier: MIT */
#include "store/session.h"

#include <stdlib.h>

#include "base/mem.h"
#include "store/db.h"
#include "store/digest.h"
#include "store/draft.h"
#include "store/part.h"

enum {
	SECOND_MS = 1000,
	ATTEMPT = 23, /* of STMT_ANSWER_ADD: what follows the facts */
};

void
session_row_release(struct session_row *row)
{
	free(row->id);
	free(row->mode);
	free(row->round);
	free(row->company);
	free(row->level);
	*row = (struct session_row){0};
}

int
store_session_add(
    struct store *store, const struct session_row *row, struct err *err)
{
	sqlite3_stmt *stmt = store_use(store, STMT_SESSION_ADD, err);

	if (stmt == NULL)
		return -1;
	bind_text(stmt, ":id", row->id);
	bind_int(stmt, ":started_at", row->started_at);
	bind_int(stmt, ":utc_offset_min", row->utc_offset_min);
	bind_text(stmt, ":mode", row->mode);
	bind_text(stmt, ":round", row->round);
	bind_text(stmt, ":company", row->company);
	bind_text(stmt, ":level", row->level);
	bind_int(stmt, ":questions", row->questions);
	if (store_run(store, stmt, err) != 0)
		return -1;
	return digest_touch(store, row->id, err);
}

int
store_session_end(
    struct store *store, const char *id, int64_t ended_at, struct err *err)
{
	sqlite3_stmt *stmt = store_use(store, STMT_SESSION_END, err);

	if (stmt == NULL)
		return -1;
	bind_text(stmt, ":id", id);
	bind_int(stmt, ":ended_at", ended_at);
	if (store_run(store, stmt, err) != 0)
		return -1;
	return digest_touch(store, id, err);
}

int
store_session_leave(
    struct store *store, const char *id, int64_t ended_at, struct err *err)
{
	if (store_begin(store, err) != 0)
		return -1;
	if (store_session_end(store, id, ended_at, err) != 0 ||
	    store_draft_drop(store, id, err) != 0 ||
	    store_commit(store, err) != 0) {
		store_rollback(store);
		return -1;
	}
	return 0;
}

static const char *
given_text(enum given given)
{
	switch (given) {
	case GIVEN_UNKNOWN:
		return "";
	case GIVEN_NO:
		return "no";
	case GIVEN_YES:
		return "yes";
	}
	return "";
}

static void
bind_seconds(sqlite3_stmt *stmt, int at, double seconds)
{
	if (seconds >= 0)
		sqlite3_bind_double(stmt, at, seconds);
}

/* By position: the same order as the facts of an answer (statements.c). */
int
store_answer_add(
    struct store *store, const struct answer *answer, struct err *err)
{
	sqlite3_stmt *stmt = store_use(store, STMT_ANSWER_ADD, err);
	const char *texts[] = {
	    [1] = answer->id,
	    [2] = answer->session_id,
	    [3] = answer->question_id,
	    [5] = answer->round,
	    [6] = answer->company,
	    [7] = answer->level,
	    [8] = answer->rubric,
	    [9] = mode_name(answer->mode),
	    [15] = answer->splits,
	    [17] = given_text(answer->metric),
	    [18] = answer->hint ? "yes" : "no",
	    [19] = answer->skipped ? "yes" : "no",
	    [20] = answer->prompt,
	    [21] = answer->text,
	    [22] = answer->probes,
	};

	if (stmt == NULL)
		return -1;
	for (int i = 1; i < (int)(sizeof(texts) / sizeof(texts[0])); i++)
		if (texts[i] != NULL)
			sqlite3_bind_text(stmt, i, texts[i], -1, SQLITE_STATIC);
	sqlite3_bind_int64(stmt, 4, answer->started_at);
	bind_seconds(stmt, 10, answer->limit_s);
	bind_seconds(stmt, 11, answer->think_s);
	bind_seconds(stmt, 12, answer->answer_s);
	bind_seconds(stmt, 13, answer->paused_s);
	bind_seconds(stmt, 14, answer->opening_s);
	if (answer->predicted > 0)
		sqlite3_bind_int(stmt, 16, answer->predicted);
	if (answer->attempt > 0)
		sqlite3_bind_int(stmt, ATTEMPT, answer->attempt);
	if (store_run(store, stmt, err) != 0)
		return -1;
	return digest_touch(store, answer->session_id, err);
}

static int
latest_rating(struct store *store, const char *session_id,
    const char *answer_id, const char *rater, int64_t *rated_at,
    struct err *err)
{
	sqlite3_stmt *stmt = store_use(store, STMT_RATING_LATEST, err);

	if (stmt == NULL)
		return -1;
	bind_text(stmt, ":session", session_id);
	bind_text(stmt, ":answer", answer_id);
	bind_text(stmt, ":rater", rater);
	return store_number(store, stmt, rated_at, err);
}

int
store_ratings_add(struct store *store, const char *session_id,
    const char *answer_id, const char *rater, const struct rating *ratings,
    int n, int64_t rated_at, struct err *err)
{
	int64_t latest;

	if (latest_rating(store, session_id, answer_id, rater, &latest, err))
		return -1;
	if (rated_at <= latest)
		rated_at = latest + 1;
	for (int i = 0; i < n; i++) {
		sqlite3_stmt *stmt = store_use(store, STMT_RATING_ADD, err);

		if (stmt == NULL)
			return -1;
		bind_text(stmt, ":session", session_id);
		bind_text(stmt, ":answer", answer_id);
		bind_text(stmt, ":rater", rater);
		bind_text(stmt, ":signal", ratings[i].signal);
		bind_int(stmt, ":rating", ratings[i].value);
		bind_int(stmt, ":rated_at", rated_at);
		bind_text(stmt, ":note", ratings[i].note);
		if (store_run(store, stmt, err) != 0)
			return -1;
	}
	return n > 0 ? digest_touch(store, session_id, err) : 0;
}

static int
add_session(struct store *store, const struct session *session, struct err *err)
{
	struct session_row row = {
	    .id = mem_text(session->id),
	    .started_at = session->started_at,
	    .utc_offset_min = session->utc_offset_min,
	    .mode = mem_text(mode_name(session_mode(session))),
	    .round = mem_text(session->round),
	    .company = mem_text(session->company),
	    .level = mem_text(session->level),
	    .questions = session->n_tasks,
	};
	int rc = store_session_add(store, &row, err);

	session_row_release(&row);
	return rc;
}

static int
add_ratings(struct store *store, const struct session *session,
    const char *answer_id, int64_t at, struct err *err)
{
	const struct rubric *rubric = &session_task(session)->rubric;
	struct rating ratings[RUBRIC_SIGNALS];

	sheet_ratings(&session->take.sheet, rubric, ratings);
	return store_ratings_add(store, session->id, answer_id, "self", ratings,
	    (int)rubric->n, at, err);
}

static int
add_answer(struct store *store, const struct session *session, bool skipped,
    struct instant now, const char *answer_id, struct err *err)
{
	struct answer answer;
	struct parts parts;
	int rc;

	session_answer(session, skipped, now.mono_ms, &answer);
	free(answer.id);
	answer.id = mem_text(answer_id);
	rc = store_answer_add(store, &answer, err);
	answer_release(&answer);
	session_parts(session, skipped, &parts);
	if (rc == 0)
		rc = store_parts_add(store, answer_id, &parts, err);
	parts_release(&parts);
	if (rc != 0 || skipped || !session_rated(session))
		return rc;
	return add_ratings(
	    store, session, answer_id, now.wall_ms / SECOND_MS, err);
}

/* The draft of the state that session_next() will lead to. */
static int
keep_rest(struct store *store, const struct session *session, bool ended,
    struct instant now, struct err *err)
{
	if (ended || session->at + 1 >= session->n_tasks) {
		if (store_session_end(
			store, session->id, now.wall_ms / SECOND_MS, err) != 0)
			return -1;
		return store_draft_drop(store, session->id, err);
	}
	return store_draft_put_next(store, session, now, err);
}

int
store_keep_answer(struct store *store, struct session *session, bool skipped,
    bool ended, struct instant now, char *answer_id, struct err *err)
{
	store_new_id(answer_id, now.wall_ms);
	if (store_begin(store, err) != 0)
		return -1;
	if (add_session(store, session, err) != 0 ||
	    add_answer(store, session, skipped, now, answer_id, err) != 0 ||
	    keep_rest(store, session, ended, now, err) != 0 ||
	    store_commit(store, err) != 0) {
		store_rollback(store);
		return -1;
	}
	session_next(session);
	if (ended)
		session->phase = PHASE_DONE;
	return 0;
}
