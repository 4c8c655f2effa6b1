/* SPDX-License-Identifier: MIT */
#include "store/cold.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "store/db.h"

enum { SECOND_MS = 1000, HOUR_S = 3600 };

/* The first and last second at which an answer that waits was rated. */
struct window {
	int64_t from, until;
};

static struct window
waiting(const struct rules *rules, struct instant now)
{
	int64_t now_s = now.wall_ms / SECOND_MS;

	return (struct window){
	    .from = now_s - llround(rules->cold_until_h * HOUR_S),
	    .until = now_s - llround(rules->cold_from_h * HOUR_S),
	};
}

static sqlite3_stmt *
use_window(struct store *store, enum statement id, struct window window,
    struct err *err)
{
	sqlite3_stmt *stmt = store_use(store, id, err);

	if (stmt == NULL)
		return NULL;
	bind_int(stmt, ":from", window.from);
	bind_int(stmt, ":until", window.until);
	return stmt;
}

void
cold_text(char out[COLD_TEXT], int n)
{
	snprintf(out, COLD_TEXT, "%d%s answer%s", n,
	    n >= COLD_MANY ? " or more" : "", n == 1 ? " waits" : "s wait");
}

int
store_cold_count(
    struct store *store, struct instant now, int most, int *n, struct err *err)
{
	const struct rules *rules;
	sqlite3_stmt *stmt;
	int64_t count;

	*n = 0;
	if (store_rules(store, &rules, err) != 0)
		return -1;
	stmt = use_window(store, STMT_COLD_COUNT, waiting(rules, now), err);
	if (stmt == NULL)
		return -1;
	bind_int(stmt, ":limit", most);
	if (store_number(store, stmt, &count, err) != 0)
		return -1;
	*n = (int)count;
	return 0;
}

int
store_cold_due(struct store *store, struct instant now, int room,
    struct cold_row **rows, int *n, struct err *err)
{
	const struct rules *rules;
	sqlite3_stmt *stmt;
	int rc;

	*rows = NULL;
	*n = 0;
	if (store_rules(store, &rules, err) != 0)
		return -1;
	stmt = use_window(store, STMT_COLD_DUE, waiting(rules, now), err);
	if (stmt == NULL)
		return -1;
	bind_int(stmt, ":limit", room);
	while ((rc = store_step(store, stmt, err)) == 1) {
		*rows = mem_grow(*rows, (size_t)*n + 1, sizeof(**rows));
		(*rows)[(*n)++] = (struct cold_row){
		    .id = column_copy(stmt, 0),
		    .prompt = column_copy(stmt, 1),
		    .started_at = sqlite3_column_int64(stmt, 2),
		    .utc_offset_min = sqlite3_column_int(stmt, 3),
		};
	}
	return rc;
}

void
cold_rows_free(struct cold_row *rows, int n)
{
	for (int i = 0; i < n; i++) {
		free(rows[i].id);
		free(rows[i].prompt);
	}
	free(rows);
}

/* Whoever was rated after the window ends waits later. */
int
store_cold_next(
    struct store *store, struct instant now, int64_t *at_s, struct err *err)
{
	const struct rules *rules;
	struct window window;
	sqlite3_stmt *stmt;
	int64_t wait;

	if (store_rules(store, &rules, err) != 0)
		return -1;
	window = waiting(rules, now);
	wait = now.wall_ms / SECOND_MS - window.until;
	window.from = window.until + 1;
	window.until = now.wall_ms / SECOND_MS;
	stmt = use_window(store, STMT_COLD_FIRST, window, err);
	if (stmt == NULL || store_number(store, stmt, at_s, err) != 0)
		return -1;
	if (*at_s != 0)
		*at_s += wait;
	return 0;
}

/* Pairs come by signal. */
static struct drift *
drift_of_signal(struct drift_row **rows, int *n, const char *signal)
{
	if (*n == 0 || strcmp((*rows)[*n - 1].signal, signal) != 0) {
		*rows = mem_grow(*rows, (size_t)*n + 1, sizeof(**rows));
		(*rows)[(*n)++] =
		    (struct drift_row){.signal = mem_text(signal)};
	}
	return &(*rows)[*n - 1].drift;
}

int
store_drift(
    struct store *store, struct drift_row **rows, int *n, struct err *err)
{
	sqlite3_stmt *stmt = store_use(store, STMT_RATED_TWICE, err);
	int rc;

	*rows = NULL;
	*n = 0;
	if (stmt == NULL)
		return -1;
	while ((rc = store_step(store, stmt, err)) == 1)
		drift_add(drift_of_signal(rows, n, column_text(stmt, 0)),
		    sqlite3_column_int(stmt, 1), sqlite3_column_int(stmt, 2));
	return rc;
}

void
drift_rows_free(struct drift_row *rows, int n)
{
	for (int i = 0; i < n; i++)
		free(rows[i].signal);
	free(rows);
}
