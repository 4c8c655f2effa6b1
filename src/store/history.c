/* SPDX-License-Identifier: MIT */
#include "store/history.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "store/found.h"
#include "store/scored.h"

/* The facts of a session, then its number (statements.c). */
static struct session_row
read_session(sqlite3_stmt *stmt)
{
	return (struct session_row){
	    .id = column_copy(stmt, 0),
	    .started_at = sqlite3_column_int64(stmt, 1),
	    .ended_at = sqlite3_column_int64(stmt, 2),
	    .utc_offset_min = sqlite3_column_int(stmt, 3),
	    .mode = column_copy(stmt, 4),
	    .round = column_copy(stmt, 5),
	    .company = column_copy(stmt, 6),
	    .level = column_copy(stmt, 7),
	    .questions = sqlite3_column_int(stmt, 8),
	    .pk = sqlite3_column_int64(stmt, 9),
	};
}

static enum given
read_given(const char *text)
{
	if (*text == '\0')
		return GIVEN_UNKNOWN;
	return strcmp(text, "yes") == 0 ? GIVEN_YES : GIVEN_NO;
}

/* The facts of an answer, then its number and attempt. */
static struct answer_row
read_answer(sqlite3_stmt *stmt)
{
	struct answer_row row = {
	    .answer =
		{
		    .id = column_copy(stmt, 0),
		    .session_id = column_copy(stmt, 1),
		    .question_id = column_copy(stmt, 2),
		    .started_at = sqlite3_column_int64(stmt, 3),
		    .round = column_copy(stmt, 4),
		    .company = column_copy(stmt, 5),
		    .level = column_copy(stmt, 6),
		    .rubric = column_copy(stmt, 7),
		    .limit_s = sqlite3_column_double(stmt, 9),
		    .think_s = sqlite3_column_double(stmt, 10),
		    .answer_s = sqlite3_column_double(stmt, 11),
		    .paused_s = sqlite3_column_double(stmt, 12),
		    .opening_s = sqlite3_column_type(stmt, 13) == SQLITE_NULL
				     ? -1
				     : sqlite3_column_double(stmt, 13),
		    .splits = column_copy(stmt, 14),
		    .predicted = sqlite3_column_int(stmt, 15),
		    .metric = read_given(column_text(stmt, 16)),
		    .hint = strcmp(column_text(stmt, 17), "yes") == 0,
		    .skipped = strcmp(column_text(stmt, 18), "yes") == 0,
		    .prompt = column_copy(stmt, 19),
		    .text = column_copy(stmt, 20),
		    .probes = column_copy(stmt, 21),
		    .attempt = sqlite3_column_int(stmt, 23),
		},
	    .pk = sqlite3_column_int64(stmt, 22),
	};

	mode_parse(column_text(stmt, 8), &row.answer.mode);
	return row;
}

int
store_tried(struct store *store, int64_t first_pk, int64_t last_pk,
    struct tried *tried, struct err *err)
{
	sqlite3_stmt *stmt = store_use(store, STMT_TRIED, err);
	int rc;

	if (stmt == NULL)
		return -1;
	bind_int(stmt, ":first", first_pk);
	bind_int(stmt, ":last", last_pk);
	rc = store_step(store, stmt, err);
	if (rc != 1)
		return rc < 0 ? -1 : fail(err, "no such answer");
	*tried = (struct tried){
	    .first_id = column_copy(stmt, 0),
	    .prompt = column_copy(stmt, 1),
	    .attempts = sqlite3_column_int(stmt, 2),
	};
	sqlite3_reset(stmt);
	return 0;
}

int
store_session_count(struct store *store, const struct store_filter *filter,
    int *n, struct err *err)
{
	if (found_wanted(filter)) {
		if (found_by(store, filter, NULL, err) != 0)
			return -1;
		*n = (int)store->found.n;
		return 0;
	}
	return store_count(store, STMT_SESSION_COUNT, filter, n, err);
}

/* From the list of those that were found. */
static int
found_window(struct store *store, const struct store_filter *filter, int from,
    int room, struct session_row *rows, int *n, struct err *err)
{
	if (found_by(store, filter, NULL, err) != 0)
		return -1;
	for (size_t i = (size_t)from; i < store->found.n && *n < room; i++) {
		sqlite3_stmt *stmt = store_use(store, STMT_FOUND_SESSION, err);

		if (stmt == NULL)
			return -1;
		bind_int(stmt, ":session", store->found.sessions[i].pk);
		if (store_step(store, stmt, err) != 1)
			return -1;
		rows[(*n)++] = read_session(stmt);
		sqlite3_reset(stmt);
	}
	return 0;
}

/* It takes as long to prepare the one with filters as to read a screen. */
static enum statement
window_statement(const struct store_filter *filter)
{
	if (filter == NULL)
		return STMT_SESSION_LATEST;
	return filter->order != NULL ? STMT_SESSION_ORDERED
				     : STMT_SESSION_WINDOW;
}

int
store_session_window(struct store *store, const struct store_filter *filter,
    int from, int room, struct session_row *rows, int *n, struct err *err)
{
	sqlite3_stmt *stmt;
	char *pattern;
	int rc;

	*n = 0;
	if (found_wanted(filter))
		return found_window(store, filter, from, room, rows, n, err);
	stmt = store_use(store, window_statement(filter), err);
	if (stmt == NULL || scored_by(store, filter, err) != 0)
		return -1;
	bind_filter(stmt, filter, &pattern);
	bind_int(stmt, ":limit", room);
	bind_int(stmt, ":from", from);
	while ((rc = store_step(store, stmt, err)) == 1)
		rows[(*n)++] = read_session(stmt);
	free(pattern);
	return rc;
}

static int
read_one_session(struct store *store, sqlite3_stmt *stmt,
    struct session_row *row, struct err *err)
{
	int rc = store_step(store, stmt, err);

	if (rc == 1) {
		*row = read_session(stmt);
		sqlite3_reset(stmt);
	}
	return rc;
}

int
store_session_get(struct store *store, const char *id, struct session_row *row,
    struct err *err)
{
	sqlite3_stmt *stmt = store_use(store, STMT_SESSION, err);

	if (stmt == NULL)
		return -1;
	bind_text(stmt, ":id", id);
	return read_one_session(store, stmt, row, err);
}

int
store_session_deleted_last(
    struct store *store, struct session_row *row, struct err *err)
{
	sqlite3_stmt *stmt = store_use(store, STMT_SESSION_DELETED_LAST, err);

	return stmt == NULL ? -1 : read_one_session(store, stmt, row, err);
}

/* Every row that the statement still gives. */
static int
read_answers(struct store *store, sqlite3_stmt *stmt, struct answer_row **rows,
    int *n, struct err *err)
{
	int rc;

	while ((rc = store_step(store, stmt, err)) == 1) {
		*rows = mem_grow(*rows, (size_t)*n + 1, sizeof(**rows));
		(*rows)[(*n)++] = read_answer(stmt);
	}
	return rc;
}

int
store_session_answers(struct store *store, int64_t session_pk,
    struct answer_row **rows, int *n, struct err *err)
{
	sqlite3_stmt *stmt = store_use(store, STMT_SESSION_ANSWERS, err);

	*rows = NULL;
	*n = 0;
	if (stmt == NULL)
		return -1;
	bind_int(stmt, ":session", session_pk);
	return read_answers(store, stmt, rows, n, err);
}

int
store_question_attempts(struct store *store, const char *question_id,
    struct answer_row **rows, int *n, struct err *err)
{
	sqlite3_stmt *stmt = store_use(store, STMT_QUESTION_ATTEMPTS, err);

	*rows = NULL;
	*n = 0;
	if (stmt == NULL)
		return -1;
	bind_text(stmt, ":question", question_id);
	return read_answers(store, stmt, rows, n, err);
}

void
answer_rows_free(struct answer_row *rows, int n)
{
	for (int i = 0; i < n; i++)
		answer_row_release(&rows[i]);
	free(rows);
}

static int
read_one_answer(struct store *store, sqlite3_stmt *stmt, struct answer_row *row,
    struct err *err)
{
	int rc = store_step(store, stmt, err);

	if (rc == 1) {
		*row = read_answer(stmt);
		sqlite3_reset(stmt);
	}
	return rc;
}

int
store_answer_get(struct store *store, const char *id, struct answer_row *row,
    struct err *err)
{
	sqlite3_stmt *stmt = store_use(store, STMT_ANSWER, err);

	if (stmt == NULL)
		return -1;
	bind_text(stmt, ":id", id);
	return read_one_answer(store, stmt, row, err);
}

int
store_answer_known(struct store *store, const char *id,
    struct answer_known *known, struct err *err)
{
	sqlite3_stmt *stmt = store_use(store, STMT_ANSWER_KNOWN, err);
	int rc;

	if (stmt == NULL)
		return -1;
	bind_text(stmt, ":id", id);
	rc = store_step(store, stmt, err);
	if (rc != 1)
		return rc;
	*known = (struct answer_known){
	    .session_id = column_copy(stmt, 0),
	    .question_id = column_copy(stmt, 1),
	    .skipped = sqlite3_column_int(stmt, 2) != 0,
	};
	sqlite3_reset(stmt);
	return 1;
}

void
answer_known_release(struct answer_known *known)
{
	free(known->session_id);
	free(known->question_id);
	*known = (struct answer_known){0};
}

int
store_session_presence(struct store *store, const char *id,
    enum session_presence *presence, struct err *err)
{
	sqlite3_stmt *stmt = store_use(store, STMT_SESSION_PRESENCE, err);
	int64_t found;

	if (stmt == NULL)
		return -1;
	bind_text(stmt, ":id", id);
	if (store_number(store, stmt, &found, err) != 0)
		return -1;
	*presence = (enum session_presence)found;
	return 0;
}

int
store_answer_before(struct store *store, const struct answer *answer,
    struct answer_row *row, struct err *err)
{
	sqlite3_stmt *stmt = store_use(store, STMT_ANSWER_BEFORE, err);

	if (stmt == NULL)
		return -1;
	bind_text(stmt, ":question", answer->question_id);
	bind_int(stmt, ":started_at", answer->started_at);
	bind_text(stmt, ":id", answer->id);
	return read_one_answer(store, stmt, row, err);
}

void
answer_row_release(struct answer_row *row)
{
	answer_release(&row->answer);
	row->pk = 0;
}

int
store_answer_rated_in(
    struct store *store, const char *id, char **session_id, struct err *err)
{
	sqlite3_stmt *stmt = store_use(store, STMT_ANSWER_RATED, err);
	int rc;

	if (stmt == NULL)
		return -1;
	bind_text(stmt, ":id", id);
	rc = store_step(store, stmt, err);
	if (rc < 0)
		return -1;
	*session_id = rc == 1 ? column_copy(stmt, 0) : mem_text("");
	sqlite3_reset(stmt);
	return 0;
}

int
store_any_history(struct store *store, bool *any, struct err *err)
{
	sqlite3_stmt *stmt = store_use(store, STMT_ANY_HISTORY, err);
	int rc;

	if (stmt == NULL)
		return -1;
	rc = store_step(store, stmt, err);
	*any = rc == 1;
	sqlite3_reset(stmt);
	return rc < 0 ? -1 : 0;
}
