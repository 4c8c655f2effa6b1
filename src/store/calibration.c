/* SPDX-License-Identifier: MIT */
#include "store/calibration.h"

#include <stdlib.h>

#include "base/mem.h"
#include "core/calibration.h"
#include "store/db.h"

/* Facts of an item (statements.c). */
enum {
	FACT_ITEM = 0,
	FACT_RUBRIC = 2,
	FACT_PROMPT = 3,
	FACT_ANSWER = 4,
	FACT_SCORES = 6,
	FACT_WHY = 7,
};

static int
add_mine(struct store *store, struct calibration_row *row, struct err *err)
{
	sqlite3_stmt *stmt = store_use(store, STMT_CALIBRATION_MINE, err);
	int rc, at;

	if (stmt == NULL)
		return -1;
	bind_text(stmt, ":item", row->item);
	while ((rc = store_step(store, stmt, err)) == 1) {
		at = rubric_find(row->rubric, column_text(stmt, 0));
		if (at >= 0)
			row->mine[at] = sqlite3_column_int(stmt, 1);
	}
	return rc;
}

/* 0 where the rubric is not there. */
static int
complete(struct store *store, const char *rubric, const char *scores,
    struct calibration_row *row, struct err *err)
{
	if (store_rubric(store, rubric, &row->rubric, err) != 0)
		return -1;
	if (row->rubric == NULL)
		return 0;
	for (size_t i = 0; i < row->rubric->n; i++)
		row->scores[i] =
		    calibration_score(scores, row->rubric->signals[i].key);
	return add_mine(store, row, err) == 0 ? 1 : -1;
}

int
store_calibration_get(struct store *store, const char *item,
    struct calibration_row *row, struct err *err)
{
	sqlite3_stmt *stmt = store_use(
	    store, (enum statement)(STMT_GET + ENTITY_CALIBRATION), err);
	char *rubric, *scores;
	int rc;

	if (stmt == NULL)
		return -1;
	sqlite3_bind_text(stmt, 1, item, -1, SQLITE_STATIC);
	rc = store_step(store, stmt, err);
	if (rc != 1)
		return rc;
	*row = (struct calibration_row){
	    .item = column_copy(stmt, FACT_ITEM),
	    .prompt = column_copy(stmt, FACT_PROMPT),
	    .answer = column_copy(stmt, FACT_ANSWER),
	    .why = column_copy(stmt, FACT_WHY),
	};
	rubric = column_copy(stmt, FACT_RUBRIC);
	scores = column_copy(stmt, FACT_SCORES);
	sqlite3_reset(stmt);
	rc = complete(store, rubric, scores, row, err);
	free(rubric);
	free(scores);
	if (rc != 1)
		calibration_row_release(row);
	return rc;
}

/* First their names: reading one uses other statements. */
static int
list_items(struct store *store, char ***items, int *n, struct err *err)
{
	sqlite3_stmt *stmt = store_use(
	    store, (enum statement)(STMT_EACH + ENTITY_CALIBRATION), err);
	int rc;

	if (stmt == NULL)
		return -1;
	while ((rc = store_step(store, stmt, err)) == 1) {
		*items = mem_grow(*items, (size_t)*n + 1, sizeof(**items));
		(*items)[(*n)++] = column_copy(stmt, FACT_ITEM);
	}
	return rc;
}

int
store_calibration(
    struct store *store, struct calibration_row **rows, int *n, struct err *err)
{
	char **items = NULL;
	int n_items = 0, rc = list_items(store, &items, &n_items, err);

	*rows = mem_zero((size_t)n_items + 1, sizeof(**rows));
	*n = 0;
	for (int i = 0; i < n_items; i++) {
		if (rc >= 0)
			rc = store_calibration_get(
			    store, items[i], &(*rows)[*n], err);
		if (rc == 1)
			++*n;
		free(items[i]);
	}
	free(items);
	if (rc >= 0)
		return 0;
	calibration_rows_free(*rows, *n);
	*rows = NULL;
	*n = 0;
	return -1;
}

void
calibration_rows_free(struct calibration_row *rows, int n)
{
	for (int i = 0; i < n; i++)
		calibration_row_release(&rows[i]);
	free(rows);
}

void
calibration_row_release(struct calibration_row *row)
{
	free(row->item);
	free(row->prompt);
	free(row->answer);
	free(row->why);
	*row = (struct calibration_row){0};
}

bool
calibration_rated(const struct calibration_row *row)
{
	for (size_t i = 0; i < row->rubric->n; i++)
		if (row->mine[i] == 0)
			return false;
	return true;
}

struct drift
calibration_drift(const struct calibration_row *row)
{
	struct drift drift = {0};

	for (size_t i = 0; i < row->rubric->n; i++)
		if (row->scores[i] > 0 && row->mine[i] > 0)
			drift_add(&drift, row->scores[i], row->mine[i]);
	return drift;
}

static int
latest(struct store *store, const char *item, int64_t *at, struct err *err)
{
	sqlite3_stmt *stmt = store_use(store, STMT_CALIBRATION_LATEST, err);

	if (stmt == NULL)
		return -1;
	bind_text(stmt, ":item", item);
	return store_number(store, stmt, at, err);
}

int
store_calibration_rate(struct store *store, const char *item,
    const struct rating *ratings, int n, int64_t rated_at, struct err *err)
{
	int64_t before;

	if (latest(store, item, &before, err) != 0)
		return -1;
	if (rated_at <= before)
		rated_at = before + 1;
	for (int i = 0; i < n; i++) {
		sqlite3_stmt *stmt =
		    store_use(store, STMT_CALIBRATION_ADD, err);

		if (stmt == NULL)
			return -1;
		bind_text(stmt, ":item", item);
		bind_text(stmt, ":signal", ratings[i].signal);
		bind_int(stmt, ":rating", ratings[i].value);
		bind_int(stmt, ":rated_at", rated_at);
		if (store_run(store, stmt, err) != 0)
			return -1;
	}
	return 0;
}
