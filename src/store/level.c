/* SPDX-License-Identifier: MIT */
#include "store/level.h"

#include <stdlib.h>

#include "base/mem.h"
#include "store/db.h"

enum { SECOND_MS = 1000 };

/* The level's label and the key of its rubric, owned; 0: no such level. */
static int
find_level(struct store *store, const char *level, char **label, char **rubric,
    struct err *err)
{
	sqlite3_stmt *stmt = store_use(store, STMT_LEVEL_RUBRIC, err);
	int rc;

	if (stmt == NULL)
		return -1;
	bind_text(stmt, ":level", level);
	rc = store_step(store, stmt, err);
	if (rc == 1) {
		*label = column_copy(stmt, 0);
		*rubric = column_copy(stmt, 1);
		sqlite3_reset(stmt);
	}
	return rc;
}

/* Oldest first: the latest rating of a signal counts. */
static int
read_ratings(struct store *store, int64_t session_pk,
    const struct rubric *rubric, struct sheet *sheet, struct err *err)
{
	sqlite3_stmt *stmt = store_use(store, STMT_SESSION_RATINGS, err);
	int rc, signal;

	if (stmt == NULL)
		return -1;
	bind_int(stmt, ":session", session_pk);
	bind_text(stmt, ":rater", "self");
	while ((rc = store_step(store, stmt, err)) == 1) {
		signal = rubric_find(rubric, column_text(stmt, 0));
		if (signal < 0)
			continue;
		sheet->ratings[signal] = sqlite3_column_int(stmt, 1);
		free(sheet->notes[signal]);
		sheet->notes[signal] = column_copy(stmt, 2);
	}
	return rc;
}

int
store_level_rated(struct store *store, const struct session_row *session,
    struct level_rated *level, struct err *err)
{
	const struct rubric *rubric = NULL;
	char *label = NULL, *key = NULL;
	int rc;

	*level = (struct level_rated){0};
	sheet_init(&level->sheet);
	level->sheet.signals_only = true;
	rc = find_level(store, session->level, &label, &key, err);
	if (rc == 1)
		rc = store_rubric(store, key, &rubric, err);
	if (rc == 0 && rubric != NULL) {
		level->label = label;
		label = NULL;
		rubric_copy(&level->rubric, rubric);
		rc = read_ratings(
		    store, session->pk, &level->rubric, &level->sheet, err);
	}
	free(label);
	free(key);
	return rc < 0 ? -1 : 0;
}

void
level_rated_release(struct level_rated *level)
{
	free(level->label);
	rubric_release(&level->rubric);
	sheet_release(&level->sheet);
	level->label = NULL;
}

bool
level_is_open(const struct level_rated *level)
{
	return level->label != NULL &&
	       !sheet_signals_rated(&level->sheet, &level->rubric);
}

int
store_level_rate(struct store *store, const char *session_id,
    const struct rubric *rubric, const struct sheet *sheet, struct instant now,
    struct err *err)
{
	struct rating ratings[RUBRIC_SIGNALS];

	sheet_ratings(sheet, rubric, ratings);
	if (store_begin(store, err) != 0)
		return -1;
	if (store_ratings_add(store, session_id, "", "self", ratings,
		(int)rubric->n, now.wall_ms / SECOND_MS, err) != 0 ||
	    store_commit(store, err) != 0) {
		store_rollback(store);
		return -1;
	}
	return 0;
}
