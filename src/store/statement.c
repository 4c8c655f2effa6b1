/* SPDX-License-Identifier: MIT */
/* Preparing, binding, stepping: what every module of the store does. */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/str.h"
#include "core/period.h"
#include "store/db.h"
#include "store/digest.h"

enum { MINUTE_S = 60 };

sqlite3_stmt *
store_use(struct store *store, enum statement id, struct err *err)
{
	sqlite3_stmt **stmt = &store->stmts[id];

	if (*stmt != NULL) {
		sqlite3_reset(*stmt);
		sqlite3_clear_bindings(*stmt);
		return *stmt;
	}
	if (sqlite3_prepare_v3(store->db, statement_sql[id], -1,
		SQLITE_PREPARE_PERSISTENT, stmt, NULL) != SQLITE_OK) {
		store_fail(store, err, "read");
		return NULL;
	}
	return *stmt;
}

void
bind_text(sqlite3_stmt *stmt, const char *name, const char *text)
{
	int at = sqlite3_bind_parameter_index(stmt, name);

	if (at > 0)
		sqlite3_bind_text(stmt, at, text, -1, SQLITE_STATIC);
}

void
bind_int(sqlite3_stmt *stmt, const char *name, int64_t value)
{
	int at = sqlite3_bind_parameter_index(stmt, name);

	if (at > 0)
		sqlite3_bind_int64(stmt, at, value);
}

/* `50 %_off` is looked for as itself. */
static char *
like_pattern(const char *search)
{
	struct str pattern = STR_INIT;

	str_ch(&pattern, '%');
	for (const char *p = search; *p != '\0'; p++) {
		if (*p == '%' || *p == '_' || *p == '\\')
			str_ch(&pattern, '\\');
		str_ch(&pattern, *p);
	}
	str_ch(&pattern, '%');
	return str_detach(&pattern);
}

/* See BEGUN_WITHIN and IN_DIGEST (statements.c). */
static void
bind_period(sqlite3_stmt *stmt, const struct store_filter *filter)
{
	const struct days *days = &filter->days;

	if (filter->has_since) {
		bind_int(stmt, ":since", filter->since);
		bind_int(stmt, ":since_least",
		    filter->since - (days->has_first ? CLOCKS_APART_S : 0));
		bind_int(stmt, ":since_own", days->has_first ? MINUTE_S : 0);
		bind_int(stmt, ":since_shown",
		    days->has_first ? days->first * DAY_S : filter->since);
	}
	if (filter->has_until) {
		bind_int(stmt, ":until", filter->until);
		bind_int(stmt, ":until_most",
		    filter->until + (days->has_end ? CLOCKS_APART_S : 0));
		bind_int(stmt, ":until_own", days->has_end ? MINUTE_S : 0);
		bind_int(stmt, ":until_shown",
		    days->has_end ? days->end * DAY_S : filter->until);
	}
}

void
bind_filter(
    sqlite3_stmt *stmt, const struct store_filter *filter, char **pattern)
{
	*pattern = NULL;
	if (filter == NULL)
		return;
	bind_text(stmt, ":round", filter->round);
	bind_text(stmt, ":company", filter->company);
	bind_text(stmt, ":level", filter->level);
	bind_text(stmt, ":tag", filter->tag);
	bind_text(stmt, ":order", filter->order);
	bind_text(stmt, ":origin", filter->origin);
	if (filter->state != QUESTIONS_ALL)
		bind_int(stmt, ":state", filter->state);
	if (filter->deleted)
		bind_int(stmt, ":deleted", 1);
	bind_period(stmt, filter);
	if (filter->search != NULL && *filter->search != '\0') {
		*pattern = like_pattern(filter->search);
		bind_text(stmt, ":search", *pattern);
	}
}

const char *
column_text(sqlite3_stmt *stmt, int column)
{
	const unsigned char *text = sqlite3_column_text(stmt, column);

	return text == NULL ? "" : (const char *)text;
}

char *
column_copy(sqlite3_stmt *stmt, int column)
{
	return mem_text(column_text(stmt, column));
}

int
store_step(struct store *store, sqlite3_stmt *stmt, struct err *err)
{
	int rc = sqlite3_step(stmt);

	if (rc == SQLITE_ROW)
		return 1;
	if (rc == SQLITE_DONE) {
		sqlite3_reset(stmt);
		return 0;
	}
	store_fail(store, err, sqlite3_stmt_readonly(stmt) ? "read" : "write");
	sqlite3_reset(stmt);
	return -1;
}

int
store_run(struct store *store, sqlite3_stmt *stmt, struct err *err)
{
	int rc = store_step(store, stmt, err);

	sqlite3_reset(stmt);
	return rc < 0 ? -1 : 0;
}

int
store_number(
    struct store *store, sqlite3_stmt *stmt, int64_t *value, struct err *err)
{
	int rc = store_step(store, stmt, err);

	*value = rc == 1 ? sqlite3_column_int64(stmt, 0) : 0;
	sqlite3_reset(stmt);
	return rc < 0 ? -1 : 0;
}

int
store_count(struct store *store, enum statement id,
    const struct store_filter *filter, int *n, struct err *err)
{
	sqlite3_stmt *stmt = store_use(store, id, err);
	char *pattern;
	int64_t value;
	int rc;

	if (stmt == NULL)
		return -1;
	bind_filter(stmt, filter, &pattern);
	rc = store_number(store, stmt, &value, err);
	*n = (int)value;
	free(pattern);
	return rc;
}

int
store_run_alone(struct store *store, enum statement id, struct err *err)
{
	sqlite3_stmt *stmt = store_use(store, id, err);

	return stmt == NULL ? -1 : store_run(store, stmt, err);
}

int
store_begin(struct store *store, struct err *err)
{
	if (store_need_write(store, err) != 0 || digest_join(store, err) != 0)
		return -1;
	return store_run_alone(store, STMT_BEGIN, err);
}

int
store_commit(struct store *store, struct err *err)
{
	if (digest_finish(store, err) != 0)
		return -1;
	return store_run_alone(store, STMT_COMMIT, err);
}

void
store_rollback(struct store *store)
{
	struct err ignored;

	store_forget_reference(store);
	digest_forget(store);
	if (!sqlite3_get_autocommit(store->db))
		store_run_alone(store, STMT_ROLLBACK, &ignored);
}

int
store_read_begin(struct store *store, struct err *err)
{
	return store_run_alone(store, STMT_READ_BEGIN, err);
}

/* What only read has nothing to lose, so a failure says nothing. */
void
store_read_end(struct store *store)
{
	struct err ignored;

	if (!sqlite3_get_autocommit(store->db))
		store_run_alone(store, STMT_COMMIT, &ignored);
}

bool
store_read_join(struct store *store)
{
	struct err ignored;

	return sqlite3_get_autocommit(store->db) &&
	       store_run_alone(store, STMT_READ_BEGIN, &ignored) == 0;
}

void
store_read_leave(struct store *store, bool joined)
{
	struct err ignored;

	if (joined)
		store_run_alone(store, STMT_COMMIT, &ignored);
}

int
store_recount_attempts(struct store *store, struct err *err)
{
	return store_run_alone(store, STMT_ATTEMPTS, err);
}
